"""Gathering colleagues' files: what is clear is taken, what is not is asked, and answers are carried out."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from annotator.app.gather.colleagues import LookJob
from annotator.app.gather.questions import ADD, APART, LEAVE, LEAVE_OUT, NEW, Answers, Away, Choice, Said
from annotator.app.imports.importing import ImportResult
from annotator.app.jobs import never, silent
from annotator.app.project.bin import remove_for_good
from annotator.app.session import Session
from annotator.core.commands.bin import BinDocuments
from annotator.core.messages import message
from tests.support.intake import (
    counts,
    everything,
    layers,
    line,
    new_session,
    reasons,
    run_import,
    shown_ids,
    texts,
    write_labels,
    write_lines,
)

ONE = "한빛시는 2일 수소산업진흥원과 함께 1,200억 원을 들인다고 밝혔다.\n시는 2027년까지 버스를 바꾼다."
TWO = "새솔군은 올해 12억 원을 들여 도서관을 짓는다.\n공사는 가을에 시작한다."
REFLOWED = ONE.replace("\n", " ").replace(" ", "  ")
EDITED = ONE.replace("2027년까지", "2028년 봄까지")


@pytest.fixture
def session(tmp_path: Path):
    opened = new_session(tmp_path / "work")
    ours = [line(ONE, id="d1", status="new"), line(TWO, id="d2", status="new")]
    run_import(opened, write_lines(tmp_path / "ours.jsonl", *ours))
    yield opened
    opened.project.close()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return tmp_path / "files"


def gather(session: Session, *paths: Path, **answers: object) -> ImportResult:
    return run_import(session, *paths, answers=Answers(**answers))


def theirs(text: str = ONE, *quotes: tuple[str, str], **more: object) -> dict[str, object]:
    return line(text, *(quotes or (("한빛시", "AGENCY"),)), **{"id": "d1", "annotator": "lee", **more})


def tiers(result: ImportResult) -> Mapping[str, int]:
    return dict(sum((account.tiers for account in result.files), type(result.files[0].tiers)()))


# Documents, tier by tier.


@pytest.mark.parametrize(
    ("id_", "text", "tier"),
    [
        ("d1", ONE, "exact"),
        ("x", ONE, "hash"),
        ("d1", REFLOWED, "reflow"),
        ("x", REFLOWED, "reflow"),
        ("d1", EDITED, "edited"),
    ],
)
def test_what_is_sure_or_has_our_id_is_taken(
    session: Session, files: Path, id_: str, text: str, tier: str
) -> None:
    result = gather(session, write_lines(files / "lee.jsonl", theirs(text, id=id_)))
    assert (counts(result), len(result.questions), tiers(result)) == ([(1, 0, 1, 0)], 0, {tier: 1})
    assert layers(session, 1) == [("lee", "done", [("한빛시", "AGENCY")])]


def test_a_span_that_has_changed_within_waits_for_a_look(session: Session, files: Path) -> None:
    edited = theirs(EDITED, ("2028년 봄까지", "DATE"), ("한빛시", "AGENCY"))
    result = gather(session, write_lines(files / "lee.jsonl", edited))
    assert dict(result.files[0].fates) == {"moved": 1, "edited": 1}
    assert layers(session, 1) == [("lee", "done", [("한빛시", "AGENCY"), ("2027년까지", "DATE")])]
    assert [row["seen"] for row in session.rows("anchor", "kind", "edited")] == [0]
    assert [row["seen"] for row in session.rows("anchor", "kind", "moved")] == [1]


@pytest.mark.parametrize(
    ("id_", "text", "tier"),
    [("d1", TWO, "conflict"), ("x", EDITED, "unmatched"), ("d1", "아주 다른 글이다.", "conflict")],
)
def test_what_is_not_sure_is_asked_and_nothing_is_done(
    session: Session, files: Path, id_: str, text: str, tier: str
) -> None:
    before = everything(session)
    record = line(text, (text[:2], "AGENCY"), id=id_, annotator="lee")
    result = gather(session, write_lines(files / "lee.jsonl", record))
    [asked] = result.questions.texts.values()
    assert (asked.tier, asked.file, asked.spans, result.files[0].waiting) == (tier, "lee.jsonl", 1, 1)
    assert result.changes is None
    assert everything(session) == before


def test_a_text_that_several_have_is_asked(session: Session, files: Path) -> None:
    twins = [line("두 번 실린 글이다.", id="d4"), line("두 번 실린 글이다.", id="d5")]
    run_import(session, write_lines(files / "two.jsonl", *twins))
    record = line("두 번 실린 글이다.", ("두 번", "DATE"), id="x", annotator="lee")
    [asked] = gather(session, write_lines(files / "lee.jsonl", record)).questions.texts.values()
    assert (asked.tier, asked.candidates) == ("ambiguous", (3, 4))
    assert [(id_, title, alike) for id_, title, alike in asked.likely] == [
        (3, "“두 번 실린 글이다.”", 1.0),
        (4, "“두 번 실린 글이다.”", 1.0),
    ]


def test_the_most_similar_text_is_shown_with_its_likeness(session: Session, files: Path) -> None:
    result = gather(session, write_lines(files / "lee.jsonl", theirs(EDITED, id="x")))
    [asked] = result.questions.texts.values()
    document_id, title, alike = asked.likely[0]
    assert (document_id, title) == (1, f"“{ONE.splitlines()[0]}”")
    assert 0.8 < alike < 1


def test_a_pair_that_was_chosen_is_laid_over_ours_for_all_files(session: Session, files: Path) -> None:
    paths = [
        write_lines(files / f"{name}.jsonl", theirs(EDITED, id="x", annotator=name))
        for name in ("lee", "park")
    ]
    key = next(iter(gather(session, *paths).questions.texts))
    result = gather(session, *paths, documents={key: 1})
    assert (counts(result), len(result.questions)) == ([(1, 0, 1, 0), (1, 0, 1, 0)], 0)
    assert [name for name, _, _ in layers(session, 1)] == ["lee", "park"]


@pytest.mark.parametrize(("id_", "text"), [("x", "새 글이 왔다."), ("d1", "새 글이 왔다.")])
def test_a_text_can_be_a_document_of_its_own(session: Session, files: Path, id_: str, text: str) -> None:
    paths = [
        write_lines(files / f"{name}.jsonl", line(text, ("새 글", "AGENCY"), id=id_, annotator=name))
        for name in ("lee", "park")
    ]
    key = next(iter(gather(session, *paths).questions.texts))
    result = gather(session, *paths, documents={key: NEW})
    assert (result.documents, len(result.questions)) == (1, 0)
    assert texts(session) == [ONE, TWO, text]
    new = shown_ids(session)[-1]
    assert [name for name, _, _ in layers(session, new)] == ["lee", "park"]
    assert len({session.project.reading.document(id_).uid for id_ in shown_ids(session)}) == 3


def test_a_text_that_is_left_out_is_left_out_and_told(session: Session, files: Path) -> None:
    path = write_lines(
        files / "lee.jsonl", theirs(EDITED, id="x"), theirs(TWO, ("새솔군", "AGENCY"), id="d2")
    )
    key = next(iter(gather(session, path).questions.texts))
    result = gather(session, path, documents={key: LEAVE_OUT})
    assert len(result.questions) == 0
    assert [note.reason.id for note in result.files[0].notes] == ["document.left-out"]


def put_away(session: Session, where: Away, *document_ids: int) -> None:
    session.do(BinDocuments(document_ids))
    if where is Away.GONE:
        remove_for_good(session, document_ids)


@pytest.mark.parametrize(
    ("where", "told"), [(Away.BIN, "document.in-bin"), (Away.GONE, "document.removed-for-good")]
)
def test_documents_that_are_put_away_stay_so_and_are_asked_once_a_file(
    session: Session, files: Path, where: Away, told: str
) -> None:
    put_away(session, where, 1, 2)
    before = everything(session)
    rows = [theirs(annotator=name) for name in ("lee", "park")] + [theirs(TWO, ("12억", "AMOUNT"), id="d2")]
    path = write_lines(files / "lee.jsonl", *rows)
    result = gather(session, path)
    assert reasons(result) == []
    [(key, asked)] = result.questions.away.items()
    assert (key, asked.documents, result.files[0].waiting) == (("lee.jsonl", where), {"d1", "d2"}, 3)
    assert everything(session) == before
    result = gather(session, path, away={key: False})
    assert (len(result.questions), result.changes) == (0, None)
    assert reasons(result) == [("lee.jsonl", number, told) for number in (1, 2, 3)]


def test_documents_come_out_of_the_bin_where_the_person_says_so(session: Session, files: Path) -> None:
    put_away(session, Away.BIN, 1, 2)
    path = write_lines(files / "lee.jsonl", theirs())
    other = write_lines(files / "park.jsonl", theirs(TWO, ("12억", "AMOUNT"), id="d2", annotator="park"))
    result = gather(session, path, other, away={("lee.jsonl", Away.BIN): True})
    assert (counts(result), shown_ids(session)) == ([(1, 0, 1, 0), (1, 0, 0, 0)], [1])
    assert list(result.questions.away) == [("park.jsonl", Away.BIN)]
    assert layers(session, 1) == [("lee", "done", [("한빛시", "AGENCY")])]
    session.undo(None)
    assert (shown_ids(session), layers(session, 1)) == ([], [])
    session.redo(None)
    assert shown_ids(session) == [1]


def test_a_document_comes_out_of_the_bin_for_a_layer_that_is_here_already(
    session: Session, files: Path
) -> None:
    gather(session, write_lines(files / "a.jsonl", theirs()))
    put_away(session, Away.BIN, 1)
    path = write_lines(files / "lee.jsonl", theirs(id="by-its-text"))
    result = gather(session, path, away={("lee.jsonl", Away.BIN): True})
    assert (counts(result), shown_ids(session)) == ([(1, 0, 0, 1)], [1, 2])
    assert session.history(None).to_undo.message.id == "step.document.restore"


def test_what_was_removed_for_good_is_a_document_again_where_the_person_says_so(
    session: Session, files: Path
) -> None:
    put_away(session, Away.GONE, 1)
    rows = [theirs(annotator=name) for name in ("lee", "park")]
    path = write_lines(files / "lee.jsonl", *rows)
    result = gather(session, path, away={("lee.jsonl", Away.GONE): True})
    assert (len(result.questions), counts(result), texts(session)) == (0, [(2, 1, 1, 0)], [TWO, ONE])
    again = write_lines(files / "kim.jsonl", theirs(annotator="kim"))
    assert counts(gather(session, again)) == [(1, 0, 1, 0)]
    session.undo(None)
    session.undo(None)
    assert texts(session) == [TWO]
    assert list(gather(session, again).questions.away) == [("kim.jsonl", Away.GONE)]


@pytest.mark.parametrize("where", [None, *Away])
def test_files_on_documents_that_are_put_away_are_gathered_when_they_are_dropped(
    session: Session, files: Path, where: Away | None
) -> None:
    path = write_lines(files / "lee.jsonl", theirs())
    if where is not None:
        put_away(session, where, 1)
    look = LookJob(session.project, session.annotator, [path])
    assert look.run(silent, never) is True
    other = write_lines(files / "new.jsonl", theirs("아무도 모르는 글이다.", ("아무도", "AGENCY"), id="x"))
    assert LookJob(session.project, session.annotator, [other]).run(silent, never) is False


def test_a_page_is_no_layer_of_anybody(session: Session, files: Path) -> None:
    files.mkdir()
    (files / "page.txt").write_text("한빛시는 버스를 산다.\n", encoding="utf-8")
    assert reasons(gather(session, files / "page.txt")) == [("page.txt", 0, "gather.no-marks")]


# Several colleagues, and files that come again.


def test_three_colleagues_are_one_step(session: Session, files: Path) -> None:
    before = everything(session)
    paths = [
        write_lines(
            files / f"{name}.jsonl",
            theirs(annotator=name),
            theirs(TWO, (q, "AMOUNT"), id="d2", annotator=name),
        )
        for name, q in (("lee", "12억 원"), ("park", "12억"), ("choi", "12억 원"))
    ]
    result = gather(session, *paths)
    assert (counts(result), result.spans) == ([(2, 0, 2, 0)] * 3, 6)
    assert [name for name, _, _ in layers(session, 2)] == ["lee", "park", "choi"]
    session.undo(None)
    after = everything(session)
    assert after["setting"] == before["setting"]
    assert layers(session, 1) == []


def test_the_same_files_again_do_nothing(session: Session, files: Path) -> None:
    path = write_lines(files / "lee.jsonl", theirs())
    gather(session, path)
    before = everything(session)
    result = gather(session, path)
    assert [note.reason.id for note in result.files[0].notes] == ["gather.same-file"]
    assert (result.changes, everything(session)) == (None, before)
    session.undo(None)
    assert gather(session, path).changes is not None


def test_a_half_done_layer_keeps_its_status(session: Session, files: Path) -> None:
    gather(
        session,
        write_lines(
            files / "lee.jsonl",
            theirs(status="in_progress"),
            theirs(TWO, ("12억", "AMOUNT"), id="d2", status="new"),
        ),
    )
    assert [status for _, status, _ in layers(session, 1)] == ["in_progress"]
    assert [status for _, status, _ in layers(session, 2)] == ["new"]


def test_a_changed_file_from_a_known_revision_replaces_ours(session: Session, files: Path) -> None:
    gather(session, write_lines(files / "lee.jsonl", theirs(revision="r1", status="in_progress")))
    later = theirs(ONE, ("한빛시", "AGENCY"), ("2일", "DATE"), revision="r2", parent="r1")
    result = gather(session, write_lines(files / "lee2.jsonl", later))
    assert (counts(result), len(result.questions)) == ([(1, 0, 1, 0)], 0)
    assert layers(session, 1) == [("lee", "done", [("한빛시", "AGENCY"), ("2일", "DATE")])]
    older = gather(
        session, write_lines(files / "lee1.jsonl", theirs(revision="r1", status="in_progress", flagged=True))
    )
    assert reasons(older) == [("lee1.jsonl", 1, "layer.older")]


# Two versions of a layer.


def two_versions(session: Session, files: Path) -> Path:
    gather(
        session,
        write_lines(
            files / "a.jsonl", theirs(ONE, ("한빛시", "AGENCY"), ("2일", "DATE"), ("1,200억 원", "AMOUNT"))
        ),
    )
    other = theirs(ONE, ("한빛시", "AGENCY"), ("1,200억", "AMOUNT"), ("2027년", "DATE"))
    return write_lines(files / "b.jsonl", other)


def test_what_differs_between_two_versions_is_asked(session: Session, files: Path) -> None:
    result = gather(session, two_versions(session, files))
    [asked] = result.questions.layers.values()
    assert (asked.annotator, asked.equal, asked.file) == ("lee", 1, "b.jsonl")
    assert [(item.ours, item.theirs) for item in asked.items] == [
        ((Said("2일", "DATE"),), ()),
        ((Said("1,200억 원", "AMOUNT"),), (Said("1,200억", "AMOUNT"),)),
        ((), (Said("2027년", "DATE"),)),
    ]
    assert result.changes is None


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ((Choice.OURS,) * 3, ["한빛시", "2일", "1,200억 원"]),
        ((Choice.THEIRS,) * 3, ["한빛시", "1,200억", "2027년"]),
        ((Choice.BOTH,) * 3, ["한빛시", "2일", "1,200억 원", "1,200억", "2027년"]),
        ((Choice.OURS, Choice.THEIRS, Choice.BOTH), ["한빛시", "2일", "1,200억", "2027년"]),
    ],
)
def test_what_was_chosen_stands_in_one_new_revision(
    session: Session, files: Path, choices: tuple[Choice, ...], expected: list[str]
) -> None:
    path = two_versions(session, files)
    [asked] = gather(session, path).questions.layers.values()
    [layer] = session.project.reading.layers(1)
    chosen = {item.key: choice for item, choice in zip(asked.items, choices, strict=True)}
    result = gather(session, path, layers={asked.key: chosen})
    assert len(result.questions) == 0
    [(name, status, spans)] = layers(session, 1)
    assert (name, status, [text for text, _ in spans]) == ("lee", "done", expected)
    assert [one.head.id for one in session.project.reading.layers(1)] == [layer.head.id]
    before = everything(session)
    assert gather(session, path).changes is None
    assert everything(session) == before
    session.undo(None)
    assert [text for text, _ in layers(session, 1)[0][2]] == ["한빛시", "2일", "1,200억 원"]
    session.redo(None)
    assert [text for text, _ in layers(session, 1)[0][2]] == expected


def test_the_merged_revision_has_ours_as_its_parent(session: Session, files: Path) -> None:
    gather(session, write_lines(files / "a.jsonl", theirs(revision="r1")))
    path = write_lines(files / "b.jsonl", theirs(ONE, ("2일", "DATE"), revision="q7", parent="q6"))
    [asked] = gather(session, path).questions.layers.values()
    gather(session, path, layers={asked.key: {item.key: Choice.THEIRS for item in asked.items}})
    [layer] = session.project.reading.layers(1)
    query = "SELECT parent FROM layer_revision WHERE layer_id = ? ORDER BY id DESC LIMIT 1"
    assert session.project.connection.execute(query, (layer.head.id,)).fetchone() == ("r1",)
    # Their revision is known from now on, under whatever name its file comes.
    again = write_lines(
        files / "c.jsonl",
        theirs(ONE, ("2일", "DATE"), revision="q7", parent="q6"),
        theirs(TWO, ("12억", "AMOUNT"), id="d2"),
    )
    assert counts(gather(session, again))[0][2] == 1


# Labels.


def test_an_unknown_label_is_asked_once_a_file(session: Session, files: Path) -> None:
    path = write_lines(
        files / "lee.jsonl",
        theirs(ONE, ("한빛시", "ORG"), ("2일", "DATE")),
        theirs(TWO, ("새솔군", "ORG"), id="d2"),
    )
    result = gather(session, path)
    [asked] = result.questions.labels.values()
    assert (asked.file, asked.key, asked.count, asked.quotes) == ("lee.jsonl", "ORG", 2, ["한빛시", "새솔군"])
    assert (result.changes, result.files[0].waiting) == (None, 2)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("AGENCY", [("한빛시", "AGENCY"), ("2일", "DATE")]),
        (ADD, [("한빛시", "ORG"), ("2일", "DATE")]),
        (LEAVE, [("2일", "DATE")]),
    ],
)
def test_an_unknown_label_is_mapped_added_or_left_out_and_that_is_remembered(
    session: Session, files: Path, answer: str, expected: list[tuple[str, str]]
) -> None:
    path = write_lines(files / "lee.jsonl", theirs(ONE, ("한빛시", "ORG"), ("2일", "DATE")))
    gather(session, path, labels={"lee.jsonl": {"ORG": answer}})
    assert layers(session, 1)[0][2] == expected
    write_lines(path, theirs(TWO, ("새솔군", "ORG"), ("12억 원", "AMOUNT"), id="d2"))
    later = gather(session, path)
    assert (len(later.questions), counts(later)) == (0, [(1, 0, 1, 0)])


def test_a_renamed_label_is_known_by_its_id_in_the_file_beside(session: Session, files: Path) -> None:
    label = session.labels.by_key("AGENCY")
    path = write_lines(files / "lee.jsonl", theirs(ONE, ("한빛시", "기관")))
    write_labels(files / "lee.labels.json", {"id": label.uid, "text": "기관", "value": "name"})
    result = gather(session, path)
    assert len(result.questions) == 0
    assert layers(session, 1)[0][2] == [("한빛시", "AGENCY")]
    assert [note.reason for note in result.files[0].notes] == [
        message("label.same-id", label="기관", ours="AGENCY")
    ]


# People.


def test_a_layer_that_names_nobody_is_its_files_or_is_asked(session: Session, files: Path) -> None:
    gather(session, write_lines(files / "first.jsonl", theirs(TWO, ("12억", "AMOUNT"), id="d2")))
    named = gather(session, write_lines(files / "page_lee.jsonl", theirs(annotator="")))
    assert len(named.questions) == 0
    assert [name for name, _, _ in layers(session, 1)] == ["lee"]
    path = write_lines(files / "세번째.jsonl", theirs(annotator="", flagged=True))
    [asked] = gather(session, path).questions.people.values()
    assert (asked.key, asked.proposed, asked.layers) == (("세번째.jsonl", "", ""), "세번째", 1)
    gather(session, path, people={asked.key: "박하나"})
    assert [name for name, _, _ in layers(session, 1)] == ["lee", "박하나"]
    write_lines(path, theirs(TWO, ("12억", "AMOUNT"), id="d2", annotator=""))
    assert len(gather(session, path).questions) == 0
    assert [name for name, _, _ in layers(session, 2)] == ["lee", "박하나"]


def test_one_name_with_two_ids_is_joined_or_kept_apart_by_choice(session: Session, files: Path) -> None:
    gather(session, write_lines(files / "a.jsonl", theirs(annotator_id="aa")))
    path = write_lines(files / "b.jsonl", theirs(TWO, ("12억", "AMOUNT"), id="d2", annotator_id="bb"))
    [asked] = gather(session, path).questions.people.values()
    assert [person.uid for person in asked.same] == ["aa"]
    gather(session, path, people={asked.key: "aa"})
    assert (
        len({layer.head.annotator_id for id_ in (1, 2) for layer in session.project.reading.layers(id_)}) == 1
    )
    # The second machine is known from now on.
    write_lines(path, theirs(TWO, ("12억 원", "AMOUNT"), id="d2", annotator_id="bb"))
    assert list(gather(session, path).questions.layers) == [(2, 2, "annotator")]
    session.undo(None)
    result = gather(session, path, people={asked.key: APART})
    assert len(result.questions) == 0
    assert (
        len({layer.head.annotator_id for id_ in (1, 2) for layer in session.project.reading.layers(id_)}) == 2
    )
