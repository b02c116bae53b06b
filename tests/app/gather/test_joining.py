"""Two versions of a layer: all that a layer holds is compared and chosen, nothing goes or stays in silence."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.app.gather.questions import Answers, Around, AskedLayer, Aspect, Choice, Said
from annotator.app.imports.importing import ImportResult
from annotator.app.session import Session
from annotator.core.content import content_digest
from annotator.core.entry import Entry
from annotator.store.bulk import entries_of
from tests.support.intake import everything, line, new_session, run_import, write_lines

TEXT = "한빛시는 2일 수소산업진흥원과 함께 1,200억 원을 들인다."
WORDS = ("한빛시", "한빛시는", "2일", "수소산업진흥원", "1,200억 원", "1,200억", "함께")
LABELS = ("AGENCY", "AMOUNT", "DATE")
AT = "2026-01-02T03:04:05Z"

Line = dict[str, object]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = begun(tmp_path)
    yield opened
    opened.project.close()


def begun(folder: Path) -> Session:
    session = new_session(folder / "work")
    run_import(session, write_lines(folder / "ours.jsonl", line(TEXT, id="d1", status="new")))
    return session


def span(id_: str, word: str, label: str = "AGENCY", **more: object) -> Line:
    start = TEXT.index(word)
    return {"id": id_, "start": start, "end": start + len(word), "label": label, **more}


def layer(*spans: Line, **more: object) -> Line:
    # Written out in full, as the program does.
    full = [{"note": "", "unsure": False, "norm": None, **one} for one in spans]
    rest = {"id": "d1", "annotator": "lee", "status": "done", "flagged": False}
    return {"text": TEXT, "spans": full, **rest, **more}


def record(id_: str, *members: tuple[str, str], **more: object) -> Line:
    roles = [{"role": role, "span_id": span_id, "norm": None} for role, span_id in members]
    return {"id": id_, "type": "", "roles": roles, **more}


def comment(id_: str, text: str, span_id: str = "", *, resolved: bool = False) -> Line:
    return {
        "id": id_, "span_id": span_id, "author": "lee", "to": "", "at": AT, "text": text, "resolved": resolved,
    }  # fmt: skip


def gather(session: Session, folder: Path, name: str, one: Line, **answers: object) -> ImportResult:
    return run_import(session, write_lines(folder / name, one), answers=Answers(**answers))


def asked_of(session: Session, folder: Path, ours: Line, theirs: Line) -> AskedLayer:
    """Gather one version, then the other, and return what that asks."""
    gather(session, folder, "a.jsonl", ours)
    [asked] = gather(session, folder, "b.jsonl", theirs).questions.layers.values()
    return asked


def chosen(session: Session, folder: Path, theirs: Line, asked: AskedLayer, choice: Choice) -> Entry:
    """Answer all items alike, and return the layer as it stands then."""
    said = {item.key: choice for item in asked.items}
    result = gather(session, folder, "b.jsonl", theirs, layers={asked.key: said})
    assert len(result.questions) == 0
    return standing(session)


def standing(session: Session) -> Entry:
    [one] = session.project.reading.layers(1)
    [(_, entry)] = entries_of(session.project.connection, [one.head.id])
    return entry


def aspects(asked: AskedLayer) -> list[Aspect]:
    return [item.key.aspect for item in asked.items]


TWO = (span("s1", "한빛시"), span("s2", "1,200억 원", "AMOUNT"))


# Of the layer as a whole.


def test_another_status_and_flag_are_asked(session: Session, tmp_path: Path) -> None:
    ours, theirs = layer(*TWO), layer(*TWO, status="in_progress", flagged=True, doc_labels=["경제"])
    asked = asked_of(session, tmp_path, ours, theirs)
    assert [(item.key.aspect, item.ours, item.theirs) for item in asked.items] == [
        (Aspect.STATUS, (Said("done"),), (Said("in_progress"),)),
        (Aspect.FLAG, (), (Said("flagged"),)),
        (Aspect.DOC_LABELS, (), (Said("경제"),)),
    ]
    assert (standing(session).status, standing(session).flagged) == ("done", False)
    after = chosen(session, tmp_path, theirs, asked, Choice.THEIRS)
    assert (after.status, after.flagged, after.doc_labels) == ("in_progress", True, ("경제",))


def test_a_status_that_was_kept_stays(session: Session, tmp_path: Path) -> None:
    ours, theirs = layer(*TWO), layer(TWO[0], status="in_progress")
    asked = asked_of(session, tmp_path, ours, theirs)
    assert aspects(asked) == [Aspect.STATUS, Aspect.SPANS]
    assert chosen(session, tmp_path, theirs, asked, Choice.OURS).status == "done"


def test_an_item_says_where_it_stands_in_our_text(session: Session, tmp_path: Path) -> None:
    ours, theirs = layer(*TWO), layer(TWO[0], span("s3", "1,200억", "AMOUNT"), status="in_progress")
    status, amount = asked_of(session, tmp_path, ours, theirs).items
    assert status.around == Around()
    assert amount.around == Around("…수소산업진흥원과 함께 ", "1,200억 원", "을 들인다.")


def test_another_note_or_doubt_on_the_same_mark_is_asked(session: Session, tmp_path: Path) -> None:
    ours, theirs = layer(span("s1", "한빛시", note="지자체인가")), layer(span("s1", "한빛시", unsure=True))
    asked = asked_of(session, tmp_path, ours, theirs)
    [item] = asked.items
    assert (item.ours, item.theirs, item.sided) == (
        (Said("한빛시", "AGENCY", note="지자체인가"),),
        (Said("한빛시", "AGENCY", unsure=True),),
        True,
    )
    [after] = chosen(session, tmp_path, theirs, asked, Choice.THEIRS).spans
    assert (after.note, after.unsure) == ("", True)


# What ties spans.


def test_records_of_the_same_marks_are_the_same_whatever_their_ids(session: Session, tmp_path: Path) -> None:
    ours = layer(*TWO, records=[record("r1", ("AGENCY", "s1"), ("AMOUNT", "s2"))])
    theirs = layer(
        span("x", "한빛시"), span("y", "1,200억 원", "AMOUNT"), span("z", "2일", "DATE"),
        records=[record("q", ("AGENCY", "x"), ("AMOUNT", "y"))],
    )  # fmt: skip
    asked = asked_of(session, tmp_path, ours, theirs)
    assert (asked.equal, aspects(asked)) == (3, [Aspect.SPANS])


@pytest.mark.parametrize("choice", list(Choice))
def test_a_record_that_only_one_version_has_is_asked(
    session: Session, tmp_path: Path, choice: Choice
) -> None:
    ours = layer(*TWO, records=[record("r1", ("AGENCY", "s1"), ("AMOUNT", "s2"))])
    theirs = layer(*TWO, span("s3", "2일", "DATE"), records=[record("r1", ("AGENCY", "s1"), ("DATE", "s3"))])
    asked = asked_of(session, tmp_path, ours, theirs)
    item = asked.items[-1]
    assert (item.ours, item.theirs) == (
        (Said("AGENCY 한빛시 + AMOUNT 1,200억 원"),),
        (Said("AGENCY 한빛시 + DATE 2일"),),
    )
    after = chosen(session, tmp_path, theirs, asked, choice)
    texts = {one.id: one.text for one in after.spans}
    found = [[texts[role.span_id] for role in one.roles] for one in after.records]
    here, there = ["한빛시", "1,200억 원"], ["한빛시", "2일"]
    assert found == {Choice.OURS: [here], Choice.THEIRS: [there], Choice.BOTH: [here, there]}[choice]


def test_a_record_follows_its_mark_to_the_boundary_that_was_chosen(session: Session, tmp_path: Path) -> None:
    ties = {
        "records": [record("r1", ("AGENCY", "s1"), ("AMOUNT", "s2"))],
        "relations": [{"id": "t1", "type": "gives", "from_id": "s1", "to_id": "s2", "note": ""}],
        "comments": [comment("c1", "조사를 뺄까요?", "s1")],
    }
    ours = layer(span("s1", "한빛시는"), TWO[1], **ties)
    theirs = layer(*TWO, **ties)
    asked = asked_of(session, tmp_path, ours, theirs)
    assert aspects(asked) == [Aspect.SPANS]
    after = chosen(session, tmp_path, theirs, asked, Choice.THEIRS)
    texts = {one.id: one.text for one in after.spans}
    assert [texts[role.span_id] for role in after.records[0].roles] == ["한빛시", "1,200억 원"]
    assert [(texts[one.from_id], texts[one.to_id]) for one in after.relations] == [("한빛시", "1,200억 원")]
    assert [texts[one.span_id] for one in after.comments] == ["한빛시"]


def test_what_hung_on_a_mark_that_goes_keeps_its_place_without_it(session: Session, tmp_path: Path) -> None:
    ours = layer(*TWO, records=[record("r1", ("AGENCY", "s1"), ("AMOUNT", "s2"))])
    theirs = layer(TWO[0])
    asked = asked_of(session, tmp_path, ours, theirs)
    assert aspects(asked) == [Aspect.SPANS, Aspect.RECORDS]
    said = {item.key: Choice.THEIRS for item in asked.items if item.key.aspect is Aspect.SPANS}
    said |= {item.key: Choice.OURS for item in asked.items if item.key.aspect is Aspect.RECORDS}
    gather(session, tmp_path, "b.jsonl", theirs, layers={asked.key: said})
    after = standing(session)
    assert [(role.role, bool(role.span_id)) for role in after.records[0].roles] == [
        ("AGENCY", True), ("AMOUNT", False),
    ]  # fmt: skip


def test_a_comment_that_was_answered_or_came_is_asked(session: Session, tmp_path: Path) -> None:
    ours = layer(*TWO, comments=[comment("c1", "맞나요?", "s1")])
    theirs = layer(
        *TWO, comments=[comment("c1", "맞나요?", "s1", resolved=True), comment("c2", "다시 볼 것")]
    )
    asked = asked_of(session, tmp_path, ours, theirs)
    assert [(item.ours, item.theirs) for item in asked.items] == [
        ((), (Said("다시 볼 것", "lee"),)),
        ((Said("맞나요?", "lee"),), (Said("맞나요?", "lee", done=True),)),
    ]
    after = chosen(session, tmp_path, theirs, asked, Choice.THEIRS)
    assert sorted((one.text, one.resolved) for one in after.comments) == [
        ("다시 볼 것", False), ("맞나요?", True),
    ]  # fmt: skip


# What a file cannot say.


def test_a_file_of_another_tool_does_not_take_away_what_it_cannot_say(
    session: Session, tmp_path: Path
) -> None:
    ours = layer(
        span("s1", "한빛시", note="지자체"), TWO[1], status="in_progress", flagged=True,
        records=[record("r1", ("AGENCY", "s1"), ("AMOUNT", "s2"))], comments=[comment("c1", "맞나요?")],
    )  # fmt: skip
    gather(session, tmp_path, "a.jsonl", ours)
    before = everything(session)
    places = [(TEXT.index(word), TEXT.index(word) + len(word)) for word in ("한빛시", "1,200억 원")]
    row = {"id": 1, "text": TEXT, "label": [[*places[0], "AGENCY"], [*places[1], "AMOUNT"]]}
    path = tmp_path / "lee.jsonl"
    path.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    result = run_import(session, path, annotator="lee", answers=Answers())
    assert (result.files[0].format, result.files[0].unchanged) == ("doccano", 1)
    assert (len(result.questions), result.changes) == (0, None)
    assert everything(session) == before


def test_what_only_lies_beside_the_marks_is_told(session: Session, tmp_path: Path) -> None:
    made = {**span("p1", "2일", "DATE"), "rule": "", "rank": 1, "score": None, "norm": None}
    ours, theirs = layer(TWO[0]), layer(*TWO, suggestions=[made])
    asked = asked_of(session, tmp_path, ours, theirs)
    said = {item.key: Choice.THEIRS for item in asked.items}
    result = gather(session, tmp_path, "b.jsonl", theirs, layers={asked.key: said})
    [told] = [note.reason for note in result.files[0].notes]
    assert (told.id, told.arguments["suggestions"]) == ("layer.not-joined", 1)


# Whatever the two versions are.


@st.composite
def versions(draw: st.DrawFn) -> Line:
    words = draw(st.lists(st.sampled_from(WORDS), max_size=4, unique=True))
    spans = [
        span(f"s{at}", word, draw(st.sampled_from(LABELS)), note=draw(st.sampled_from(["", "왜"])))
        for at, word in enumerate(words)
    ]
    ids = st.sampled_from([str(one["id"]) for one in spans] or [""])
    members = st.lists(st.tuples(st.sampled_from(LABELS), ids), min_size=1, max_size=3)
    records = [record(f"r{at}", *roles) for at, roles in enumerate(draw(st.lists(members, max_size=3)))]
    pairs = draw(st.lists(st.tuples(ids, ids), max_size=2)) if spans else []
    relations = [
        {"id": f"t{at}", "type": "x", "from_id": a, "to_id": b, "note": ""} for at, (a, b) in enumerate(pairs)
    ]
    texts = st.tuples(st.sampled_from(["가", "나"]), st.sampled_from(["", *(str(s["id"]) for s in spans)]))
    comments = [
        comment(f"c{at}", text, on, resolved=draw(st.booleans()))
        for at, (text, on) in enumerate(draw(st.lists(texts, max_size=2)))
    ]
    return layer(
        *spans, records=records, relations=relations, comments=comments, flagged=draw(st.booleans()),
        status=draw(st.sampled_from(["in_progress", "done", "skipped"])),
        doc_labels=draw(st.lists(st.sampled_from(["경제", "환경"]), max_size=2, unique=True)),
    )  # fmt: skip


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(ours=versions(), theirs=versions())
def test_what_was_chosen_is_what_stands_whatever_the_versions(ours: Line, theirs: Line) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        session = begun(folder)
        gather(session, folder, "a.jsonl", ours)
        mine = standing(session)
        result = gather(session, folder, "b.jsonl", theirs)
        if not result.questions.layers:
            # Nothing in the file that is not here.
            assert content_digest(mine) == content_digest(as_gathered(folder, theirs))
        else:
            [asked] = result.questions.layers.values()
            kept = chosen(session, folder, theirs, asked, Choice.OURS)
            assert content_digest(kept) == content_digest(mine)
            session.undo(None)
            taken = chosen(session, folder, theirs, asked, Choice.THEIRS)
            assert content_digest(taken) == content_digest(as_gathered(folder, theirs))
            session.undo(None)
            assert content_digest(standing(session)) == content_digest(mine)
        session.project.close()


def as_gathered(folder: Path, one: Mapping[str, object]) -> Entry:
    """Return a version as it stands where there is no other."""
    session = begun(folder / "apart")
    gather(session, folder / "apart", "only.jsonl", dict(one))
    entry = standing(session)
    session.project.close()
    return replace(entry)
