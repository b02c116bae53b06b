"""The session: a command reaches the disk with its journal entry, or nothing happens at all."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.app.session import Session
from annotator.core.changes import Changes
from annotator.core.commands.documents import ConfirmExtraction, SetField, SetFlagged, SetKeptLines, SetStatus
from annotator.core.commands.people import NameAnnotator
from annotator.core.commands.spans import (
    AddSpan,
    RelabelSpans,
    RemoveSpans,
    ResizeSpan,
    SetNote,
    SetUnsure,
    SetValue,
)
from annotator.core.errors import UserError
from annotator.core.layer import Status
from annotator.core.values import Norm
from tests.support.projects import add_document, make_session, reopen

TEXT = "과기정통부와 미 국립과학재단은 9일 1000만 달러를 🎉 지원한다."
AGENCY, SECTOR, AMOUNT, DATE = 1, 2, 3, 4


@pytest.fixture
def session(tmp_path: Path):
    opened = make_session(tmp_path, TEXT)
    yield opened
    opened.project.close()


def marks(session: Session) -> list[tuple[int, int, str, int]]:
    layer = session.layer(1)
    return [(s.start, s.end, s.text, s.label_id) for s in layer.spans] if layer is not None else []


def stored(session: Session) -> list[tuple[int, int, str, int]]:
    query = 'SELECT start, "end", text, label_id FROM span ORDER BY start, "end" DESC, id'
    return [tuple(row) for row in session.project.connection.execute(query)]


def add(session: Session, text: str, label: int = AGENCY) -> int:
    start = TEXT.index(text)
    changes = session.do(AddSpan(1, start, start + len(text), label))
    assert changes is not None
    return changes.of("span")[0].id


def test_a_span_is_on_the_disk_in_memory_and_told_after_one_command(session: Session) -> None:
    heard: list[Changes] = []
    session.subscribe(heard.append)
    add(session, "과기정통부")
    assert marks(session) == stored(session) == [(0, 5, "과기정통부", AGENCY)]
    assert [changes.document_id for changes in heard] == [1]
    assert heard[0].touch("span", "layer")


def test_the_first_span_begins_the_layer_and_confirms_the_extraction(session: Session) -> None:
    document_id = add_document(session, "가나다라", confirmed=False)
    assert session.layer(document_id) is None
    session.do(AddSpan(document_id, 0, 2, AGENCY))
    layer = session.layer(document_id)
    assert layer is not None
    assert layer.head.status is Status.IN_PROGRESS
    assert session.document(document_id).confirmed
    session.undo(document_id)
    assert session.layer(document_id) is None
    assert not session.document(document_id).confirmed


def test_the_same_range_with_the_same_label_does_nothing(session: Session) -> None:
    add(session, "9일", DATE)
    start = TEXT.index("9일")
    assert session.do(AddSpan(1, start, start + 2, DATE)) is None
    assert session.do(AddSpan(1, start, start + 2, AGENCY)) is not None
    assert len(marks(session)) == 2


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 2), (0, len(TEXT) + 1)])
def test_a_range_outside_the_text_is_refused_and_nothing_is_written(
    session: Session, start: int, end: int
) -> None:
    with pytest.raises(UserError) as caught:
        session.do(AddSpan(1, start, end, AGENCY))
    assert caught.value.message.id == "span.outside"
    assert stored(session) == []
    assert session.history(1).to_undo is None


def test_an_unknown_label_is_refused(session: Session) -> None:
    with pytest.raises(UserError, match=r"label\.gone"):
        session.do(AddSpan(1, 0, 2, 99))


def test_relabelling_keeps_the_value_only_where_the_kind_is_the_same(session: Session) -> None:
    span_id = add(session, "1000만 달러", AMOUNT)
    session.do(SetValue(1, span_id, Norm("money", "10000000", "USD")))
    session.do(RelabelSpans(1, (span_id,), DATE))
    layer = session.layer(1)
    assert layer is not None
    assert (layer.spans[0].label_id, layer.spans[0].norm) == (DATE, None)
    session.undo(1)
    layer = session.layer(1)
    assert layer is not None
    assert layer.spans[0].norm == Norm("money", "10000000", "USD")


def test_relabelling_onto_an_identical_span_leaves_one(session: Session) -> None:
    first = add(session, "9일", DATE)
    add(session, "9일", AGENCY)
    session.do(RelabelSpans(1, (first,), AGENCY))
    assert [label for *_rest, label in marks(session)] == [AGENCY]
    session.undo(1)
    assert sorted(label for *_rest, label in marks(session)) == [AGENCY, DATE]


def test_the_ends_of_a_span_move_and_its_text_follows(session: Session) -> None:
    span_id = add(session, "과기정통부")
    session.do(ResizeSpan(1, span_id, 0, 6))
    assert marks(session) == stored(session) == [(0, 6, "과기정통부와", AGENCY)]


def test_a_span_cannot_be_moved_onto_an_identical_one(session: Session) -> None:
    first = add(session, "과기정통부")
    session.do(AddSpan(1, 0, 6, AGENCY))
    with pytest.raises(UserError, match=r"span\.twice"):
        session.do(ResizeSpan(1, first, 0, 6))


def test_keys_of_one_burst_are_one_step_and_of_two_bursts_two(session: Session) -> None:
    span_id = add(session, "과기정통부")
    session.do(ResizeSpan(1, span_id, 0, 6, "a"))
    session.do(ResizeSpan(1, span_id, 0, 7, "a"))
    session.do(ResizeSpan(1, span_id, 0, 8, "b"))
    session.undo(1)
    assert marks(session)[0][1] == 7
    session.undo(1)
    assert marks(session)[0][1] == 5


def test_typing_a_note_commits_each_time_and_is_one_step(session: Session) -> None:
    span_id = add(session, "과기정통부")
    for note in ("ㅎ", "확", "확인"):
        session.do(SetNote(1, span_id, note, "burst"))
        assert session.project.connection.execute("SELECT note FROM span").fetchone() == (note,)
    session.undo(1)
    assert session.project.connection.execute("SELECT note FROM span").fetchone() == ("",)
    session.redo(1)
    assert session.project.connection.execute("SELECT note FROM span").fetchone() == ("확인",)


def test_a_sealed_burst_takes_nothing_more_in(session: Session) -> None:
    span_id = add(session, "과기정통부")
    session.do(SetNote(1, span_id, "가", "burst"))
    session.seal(1)
    session.do(SetNote(1, span_id, "가나", "burst"))
    session.undo(1)
    layer = session.layer(1)
    assert layer is not None
    assert layer.spans[0].note == "가"


def test_removing_and_undoing_brings_back_the_very_same_span(session: Session) -> None:
    span_id = add(session, "국립과학재단")
    session.do(SetUnsure(1, (span_id,), unsure=True))
    before = session.layer(1)
    session.do(RemoveSpans(1, (span_id,)))
    assert marks(session) == stored(session) == []
    session.undo(1)
    assert session.layer(1) == before


def test_undo_and_redo_survive_reopening_with_their_names(session: Session) -> None:
    add(session, "과기정통부")
    add(session, "9일", DATE)
    session.undo(1)
    again = reopen(session)
    assert again.history(1).to_undo is not None
    assert again.history(1).to_undo.message.id == "step.span.add"
    assert again.history(1).to_undo.message.arguments["text"] == "과기정통부"
    again.redo(1)
    assert [text for *_, text, _label in marks(again)] == ["과기정통부", "9일"]
    again.undo(1)
    again.undo(1)
    assert marks(again) == stored(again) == []
    session.project = again.project


def test_documents_have_histories_of_their_own(session: Session) -> None:
    other = add_document(session, "다른 문서의 글")
    add(session, "과기정통부")
    session.do(AddSpan(other, 0, 2, AGENCY))
    session.undo(1)
    assert marks(session) == []
    layer = session.layer(other)
    assert layer is not None
    assert len(layer.spans) == 1


def test_status_and_flag_can_be_set_before_anything_is_marked(session: Session) -> None:
    session.do(SetStatus(1, Status.DONE))
    session.do(SetFlagged(1, flagged=True))
    layer = session.layer(1)
    assert layer is not None
    assert (layer.head.status, layer.head.flagged, layer.spans) == (Status.DONE, True, ())
    assert session.do(SetStatus(1, Status.DONE)) is None


def test_a_document_date_given_by_hand_says_so(session: Session) -> None:
    session.do(SetField(1, "document_date", "2023-12-09", "b"))
    assert (session.document(1).document_date, session.document(1).date_source) == ("2023-12-09", "user")
    session.undo(1)
    assert (session.document(1).document_date, session.document(1).date_source) == ("", "")


def test_other_lines_are_refused_once_something_is_marked(session: Session) -> None:
    add(session, "과기정통부")
    with pytest.raises(UserError, match=r"extraction\.marked"):
        session.do(SetKeptLines(1, "다른 글", (), (1,)))
    session.undo(1)
    session.do(SetKeptLines(1, "다른 글", (), (1,)))
    assert session.text_version(1).text == "다른 글"
    session.undo(1)
    assert session.text_version(1).text == TEXT


def test_confirming_twice_does_nothing(session: Session) -> None:
    document_id = add_document(session, "가나다라", confirmed=False)
    assert session.do(ConfirmExtraction(document_id)) is not None
    assert session.do(ConfirmExtraction(document_id)) is None


def test_naming_the_annotator_is_a_step_of_the_project(session: Session) -> None:
    session.do(NameAnnotator("  박  둘 "))
    assert session.annotator.name == "박 둘"
    session.undo(None)
    assert session.annotator.name == "김하나"


@pytest.mark.parametrize("name", ["", "   ", "a|b", "x" * 81])
def test_a_name_that_files_cannot_carry_is_refused(session: Session, name: str) -> None:
    with pytest.raises(UserError, match=r"annotator\.bad-name"):
        session.do(NameAnnotator(name))


def test_a_failed_write_leaves_disk_memory_and_history_as_they_were(session: Session) -> None:
    span_id = add(session, "과기정통부")
    before, history = session.layer(1), session.history(1)
    heard: list[Changes] = []
    session.subscribe(heard.append)
    session.project.connection.execute("PRAGMA query_only=ON")
    with pytest.raises(UserError):
        session.do(RemoveSpans(1, (span_id,)))
    with pytest.raises(UserError):
        session.undo(1)
    session.project.connection.execute("PRAGMA query_only=OFF")
    assert (session.layer(1), session.history(1), heard) == (before, history, [])
    session.do(RemoveSpans(1, (span_id,)))
    assert marks(session) == stored(session) == []


def test_a_change_that_someone_else_overtook_is_refused_whole(session: Session) -> None:
    span_id = add(session, "과기정통부")
    assert session.layer(1) is not None
    session.project.connection.execute("UPDATE span SET note = 'from elsewhere' WHERE id = ?", (span_id,))
    with pytest.raises(UserError, match=r"change\.conflict"):
        session.do(SetNote(1, span_id, "mine"))
    with pytest.raises(UserError, match=r"change\.conflict"):
        session.undo(1)


def test_a_listener_that_ended_hears_nothing_more(session: Session) -> None:
    heard: list[Changes] = []
    end = session.subscribe(heard.append)
    end()
    add(session, "과기정통부")
    assert heard == []


def test_a_layer_in_memory_is_what_a_fresh_reading_gives(session: Session) -> None:
    ids = [add(session, text) for text in ("과기정통부", "국립과학재단", "달러")]
    session.do(SetUnsure(1, tuple(ids[:2]), unsure=True))
    session.do(RelabelSpans(1, tuple(ids), SECTOR))
    session.do(RemoveSpans(1, (ids[1],)))
    kept, read = session.layer(1), session.project.reading.layer(1, 1)
    assert kept is not None
    assert read is not None
    assert kept.spans == read.spans
    assert kept.head == replace(read.head)


def test_a_step_of_hundreds_of_spans_is_in_memory_after_it_and_after_undo(session: Session) -> None:
    document_id = add_document(session, "가나다라마 " * 60)
    for start in range(300):
        session.do(AddSpan(document_id, start, start + 2, 1))
    before = session.layer(document_id)
    assert before is not None
    session.do(RelabelSpans(document_id, tuple(span.id for span in before.spans), 2))
    relabelled = session.layer(document_id)
    assert relabelled is not None
    assert [span.label_id for span in relabelled.spans] == [2] * 300
    session.undo(document_id)
    assert session.layer(document_id) == before
