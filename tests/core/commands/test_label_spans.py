"""What becomes of spans and their values where a label is removed, or gets another kind: counted, and undone whole."""

import json
from pathlib import Path

import pytest

from annotator.app.session import Session
from annotator.core.changes import Change, Row, insert
from annotator.core.commands.label_spans import RemoveLabel, SetKind
from annotator.core.commands.labels import AddLabel
from annotator.core.commands.spans import AddSpan, SetNote, SetValue
from annotator.core.errors import UserError
from annotator.core.messages import message
from annotator.core.people import Annotator
from annotator.core.values import Norm, ValueKind
from annotator.store.label_use import done_before, label_use, own_spans_of
from tests.support.projects import make_session

TEXT = "한빛시는 2일 수소에 12억 원을 썼다."
AGENCY, SECTOR, AMOUNT, DATE = 1, 2, 3, 4


@pytest.fixture
def session(tmp_path: Path):
    opened = make_session(tmp_path, TEXT, TEXT)
    yield opened
    opened.project.close()


def add(session: Session, text: str, label: int, *, document_id: int = 1, norm: Norm | None = None) -> int:
    start = TEXT.index(text)
    changes = session.do(AddSpan(document_id, start, start + len(text), label))
    assert changes is not None
    (op,) = changes.of("span")
    if norm is not None:
        session.do(SetValue(document_id, op.id, norm))
    return op.id


def marks(session: Session, document_id: int = 1) -> list[tuple[str, int, str | None]]:
    layer = session.layer(document_id)
    spans = layer.spans if layer is not None else ()
    return [(s.text, s.label_id, s.norm.value if s.norm else None) for s in spans]


def tables(session: Session) -> dict[str, list[Row]]:
    """Return every row that a removal may reach, its time of last change aside."""
    names = (
        "label",
        "span",
        "suggestion",
        "relation",
        "record_member",
        "comment",
        "refusal",
        "lexicon_entry",
    )
    rows = {name: session.project.connection.execute(f"SELECT * FROM {name} ORDER BY id") for name in names}
    return {
        name: [json.dumps(row, default=str) for row in found.fetchall()]  # type: ignore[misc]
        for name, found in rows.items()
    }


def company(session: Session, span_id: int, other_id: int) -> None:
    """Hang a relation, a record and a comment on a span, and let further rows name its label."""
    layer = session.layer(1)
    assert layer is not None
    layer_id = layer.head.id
    new = session.new_id
    record = new("record")
    rows: list[tuple[str, Row]] = [
        ("relation", {"id": new("relation"), "uid": "x1", "layer_id": layer_id, "type": "of", "from_id": span_id,
                      "to_id": other_id, "note": ""}),
        ("record", {"id": record, "uid": "x2", "layer_id": layer_id, "type": ""}),
        ("record_member", {"id": new("record_member"), "record_id": record, "position": 1, "role": "AGENCY",
                           "span_id": span_id}),
        ("comment", {"id": new("comment"), "uid": "x3", "layer_id": layer_id, "span_id": span_id, "author": "나",
                     "to": "", "at": "2026-01-02T03:04:05Z", "text": "왜?", "resolved": 0}),
        ("suggestion", {"id": new("suggestion"), "uid": "x4", "layer_id": layer_id, "start": 0, "end": 3,
                        "text": "한빛시", "label_id": AGENCY, "annotator_id": 1}),
        ("refusal", {"id": new("refusal"), "document_id": 1, "annotator_id": 1, "text": "시", "label_id": AGENCY,
                     "at": "2026-01-02T03:04:05Z"}),
        ("lexicon_entry", {"id": new("lexicon_entry"), "uid": "x5", "label_id": AGENCY, "name": "한빛시",
                           "content": "{}"}),
    ]  # fmt: skip
    session.project.apply(Change(message("test"), tuple(insert(*row) for row in rows), 1), 1)


def test_a_label_that_nothing_names_goes(session: Session) -> None:
    before = session.labels
    session.do(RemoveLabel(DATE))
    assert [label.key for label in session.labels.labels] == ["AGENCY", "SECTOR", "AMOUNT"]
    session.undo(None)
    assert session.labels == before


def test_its_spans_go_with_it_in_every_document_and_undo_brings_all_back(session: Session) -> None:
    first, other = add(session, "한빛시", AGENCY), add(session, "수소", SECTOR)
    add(session, "한빛시", AGENCY, document_id=2)
    company(session, first, other)
    before = tables(session)
    changes = session.do(RemoveLabel(AGENCY))
    assert changes is not None
    assert marks(session) == [("수소", SECTOR, "KR-NST-07")]
    assert marks(session, 2) == []
    after = tables(session)
    assert [name for name, rows in after.items() if not rows] == [
        "suggestion", "relation", "refusal", "lexicon_entry",
    ]  # fmt: skip
    assert len(after["record_member"]) == len(after["comment"]) == 1
    session.undo(None)
    assert tables(session) == before
    assert marks(session, 2) == [("한빛시", AGENCY, None)]


def test_its_spans_get_another_label_and_undo_brings_all_back(session: Session) -> None:
    name = Norm("name", "한빛시청")
    first, other = add(session, "한빛시", AGENCY, norm=name), add(session, "2일", DATE)
    add(session, "한빛시", AGENCY, document_id=2)
    company(session, first, other)
    before = tables(session)
    session.do(RemoveLabel(AGENCY, SECTOR))
    assert marks(session) == [("한빛시", SECTOR, "한빛시청"), ("2일", DATE, None)]
    assert marks(session, 2) == [("한빛시", SECTOR, None)]
    layer = session.layer(1)
    assert layer is not None
    assert layer.spans[0].norm == Norm("sector", "한빛시청")
    assert len(session.rows("relation", "from_id", first)) == 1
    assert [row["role"] for row in session.rows("record_member", "span_id", first)] == ["SECTOR"]
    for entity in ("suggestion", "refusal", "lexicon_entry"):
        assert len(session.rows(entity, "label_id", SECTOR)) == 1
    session.undo(None)
    assert tables(session) == before


def test_a_value_that_the_other_label_cannot_hold_goes(session: Session) -> None:
    add(session, "12억 원", AMOUNT, norm=Norm("money", "1200000000", "KRW"))
    session.do(RemoveLabel(AMOUNT, DATE))
    assert marks(session) == [("12억 원", DATE, None)]
    session.undo(None)
    assert marks(session) == [("12억 원", AMOUNT, "1200000000")]


def test_a_span_that_would_stand_twice_goes(session: Session) -> None:
    add(session, "한빛시", AGENCY)
    twin = add(session, "한빛시", SECTOR)
    session.do(SetNote(1, twin, "남는다"))
    session.do(RemoveLabel(AGENCY, SECTOR))
    layer = session.layer(1)
    assert layer is not None
    assert [(span.id, span.note) for span in layer.spans] == [(twin, "남는다")]
    session.undo(None)
    assert sorted(label for _text, label, _value in marks(session)) == [AGENCY, SECTOR]


def test_spans_of_other_annotators_are_reached_too(session: Session) -> None:
    add(session, "한빛시", AGENCY)
    other = session.project.ensure_annotator("other", "이둘")
    theirs = Session(session.project, Annotator(other.id, other.uid, other.name))
    theirs.do(AddSpan(1, 0, 3, AGENCY))
    use = label_use(session.project.connection, AGENCY, session.annotator.id)
    assert (use.spans, use.documents, use.others) == (2, 1, 1)
    session.do(RemoveLabel(AGENCY, SECTOR))
    layers = session.project.reading.layers(1)
    assert [[span.label_id for span in layer.spans] for layer in layers] == [[SECTOR], [SECTOR]]


def test_no_label_is_removed_while_an_import_runs(session: Session) -> None:
    session.project.connection.execute(
        "INSERT INTO import_run (id, state, at, annotator_id) VALUES (9, 'running', '', 1)"
    )
    with pytest.raises(UserError, match=r"label\.import-running"):
        session.do(RemoveLabel(AGENCY))


def test_a_label_that_is_gone_is_refused(session: Session) -> None:
    session.do(RemoveLabel(AGENCY))
    for command in (RemoveLabel(AGENCY), RemoveLabel(SECTOR, AGENCY)):
        with pytest.raises(UserError, match=r"label\.gone"):
            session.do(command)


def test_another_kind_takes_away_the_values_that_do_not_fit(session: Session) -> None:
    add(session, "한빛시", AGENCY, norm=Norm("name", "한빛시청"))
    before = tables(session)
    session.do(SetKind(AGENCY, ValueKind.MONEY))
    assert session.labels.labels[0].kind is ValueKind.MONEY
    assert marks(session) == [("한빛시", AGENCY, None)]
    step = session.history(None).to_undo
    assert step is not None
    assert step.message.arguments["lost"] == 1
    session.undo(None)
    assert tables(session) == before


def test_another_kind_of_words_keeps_them(session: Session) -> None:
    add(session, "한빛시", AGENCY, norm=Norm("name", "한빛시청"))
    session.do(SetKind(AGENCY, ValueKind.TEXT))
    layer = session.layer(1)
    assert layer is not None
    assert layer.spans[0].norm == Norm("text", "한빛시청")
    step = session.history(None).to_undo
    assert step is not None
    assert step.message.arguments["lost"] == 0


def test_a_choice_that_is_no_longer_offered_takes_its_values_away(session: Session) -> None:
    session.do(AddLabel("LEVEL", kind=ValueKind.CHOICE))
    level = session.labels.labels[-1].id
    session.do(SetKind(level, ValueKind.CHOICE, (" 계획", "시행", "계획", "")))
    assert session.labels.labels[-1].choices == ("계획", "시행")
    add(session, "한빛시", level, norm=Norm("choice", "계획"))
    add(session, "수소", level, norm=Norm("choice", "시행"))
    session.do(SetKind(level, ValueKind.CHOICE, ("시행", "완료")))
    assert marks(session) == [("한빛시", level, None), ("수소", level, "시행")]


def test_a_kind_without_choices_has_none(session: Session) -> None:
    assert session.do(SetKind(AGENCY, ValueKind.NAME, ("가",))) is None


def test_use_counts_spans_documents_suggestions_and_values(session: Session) -> None:
    first = add(session, "한빛시", AGENCY, norm=Norm("name", "한빛시청"))
    add(session, "수소", AGENCY, document_id=2, norm=Norm("name", "한빛시청"))
    company(session, first, first)
    use = label_use(session.project.connection, AGENCY, session.annotator.id)
    assert (use.spans, use.documents, use.others, use.suggestions) == (2, 2, 0, 1)
    assert use.values == ((Norm("name", "한빛시청"), 2),)
    assert use.used
    assert not label_use(session.project.connection, SECTOR, session.annotator.id).used


def test_a_walk_goes_along_the_own_spans_in_reading_order(session: Session) -> None:
    later = add(session, "수소", AGENCY)
    first = add(session, "한빛시", AGENCY)
    elsewhere = add(session, "한빛시", AGENCY, document_id=2)
    add(session, "2일", DATE)
    places = own_spans_of(session.project.connection, AGENCY, session.annotator.id)
    assert places == [(1, first), (1, later), (2, elsewhere)]
    session.project.connection.execute("UPDATE document SET binned_at = 'x' WHERE id = 2")
    assert len(own_spans_of(session.project.connection, AGENCY, session.annotator.id)) == 2


def test_documents_done_with_another_version_are_found(session: Session) -> None:
    from annotator.core.commands.documents import SetStatus
    from annotator.core.layer import Status

    session.do(SetStatus(1, Status.DONE))
    session.do(SetStatus(2, Status.SKIPPED))
    assert done_before(session.project.connection, 1, session.labels.version) == []
    session.do(RemoveLabel(DATE))
    found = done_before(session.project.connection, 1, session.labels.version)
    assert [(each.document_id, each.title, each.version) for each in found] == [(1, TEXT[:20], 1)]
    assert done_before(session.project.connection, 2, session.labels.version) == []
