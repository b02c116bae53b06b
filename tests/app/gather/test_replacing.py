"""Later states of a layer that come back from others: they stand in its place, and undo brings the earlier one back."""

from pathlib import Path

import pytest

from annotator.app.documents.texts import corrected, plan, tray
from annotator.app.session import Session
from annotator.app.suggestions.suggesting import stored
from annotator.core.commands.spans import AddSpan, SetNote
from annotator.core.commands.suggestions import AcceptSuggestions
from tests.support.intake import (
    TEXT,
    counts,
    line,
    lines_of,
    new_session,
    reasons,
    run_export,
    run_import,
    write_lines,
)

SECOND = "과기정통부는 내년 초 3억 원을 더 들인다."


@pytest.fixture
def session(tmp_path: Path):
    opened = new_session(tmp_path / "work", TEXT, SECOND)
    opened.do(AddSpan(1, 0, 3, 1))
    opened.do(AddSpan(2, 0, 5, 1))
    yield opened
    opened.project.close()


@pytest.fixture
def other(tmp_path: Path):
    opened = new_session(tmp_path / "other")
    yield opened
    opened.project.close()


def said(session: Session, document: int = 1) -> list[tuple[str, str]]:
    layer = session.layer(document)
    return [] if layer is None else [(span.text, span.note) for span in layer.spans]


def worked_on_elsewhere(session: Session, other: Session, folder: Path) -> Path:
    """Hand all layers over, change the first in the other project, and return what that one exports."""
    run_export(session, folder / "there.jsonl", statuses={"in_progress", "done"})
    run_import(other, folder / "there.jsonl")
    with other.project.in_worker() as project:
        theirs = Session(project, session.annotator)
        theirs.do(SetNote(1, theirs.layer(1).spans[0].id, "거기서 고침"))
        theirs.do(AddSpan(1, 5, 7, 4))
    run_export(other, folder / "back.jsonl")
    return folder / "back.jsonl"


def test_a_state_made_from_ours_stands_in_its_place_and_the_rest_is_unchanged(
    session: Session, other: Session, tmp_path: Path
) -> None:
    back = worked_on_elsewhere(session, other, tmp_path)
    result = run_import(session, back)
    assert (counts(result), reasons(result)) == ([(2, 0, 1, 1)], [])
    assert said(session) == [("한빛시", "거기서 고침"), ("2일", "")]
    assert said(session, 2) == [("과기정통부", "")]
    assert len(session.project.reading.layers(1)) == 1
    run_export(session, tmp_path / "again.jsonl", statuses={"in_progress", "done"})
    assert (tmp_path / "again.jsonl").read_bytes() == back.read_bytes()


def test_it_is_one_step_that_undo_takes_back_whole_and_redo_brings_again(
    session: Session, other: Session, tmp_path: Path
) -> None:
    back = worked_on_elsewhere(session, other, tmp_path)
    run_import(session, back)
    step = session.history(None).to_undo
    assert step is not None
    assert step.message.id == "step.import.layers"
    for _ in range(2):
        session.undo(None)
        assert said(session) == [("한빛시", "")]
        assert len(session.project.reading.layers(1)) == 1
        session.redo(None)
        assert said(session) == [("한빛시", "거기서 고침"), ("2일", "")]
    session.undo(None)
    # What is back is in the state that the file was made from.
    assert counts(run_import(session, back)) == [(2, 0, 1, 1)]


def test_the_next_state_follows_and_an_earlier_one_is_older(
    session: Session, other: Session, tmp_path: Path
) -> None:
    back = worked_on_elsewhere(session, other, tmp_path)
    run_import(session, back)
    with other.project.in_worker() as project:
        theirs = Session(project, session.annotator)
        theirs.do(SetNote(1, theirs.layer(1).spans[0].id, "noch einmal"))
    run_export(other, tmp_path / "later.jsonl")
    assert counts(run_import(session, tmp_path / "later.jsonl")) == [(2, 0, 1, 1)]
    assert said(session)[0] == ("한빛시", "noch einmal")
    assert reasons(run_import(session, back)) == [("back.jsonl", 1, "layer.older")]
    assert reasons(run_import(session, tmp_path / "there.jsonl")) == [("there.jsonl", 1, "layer.older")]


def test_where_ours_has_moved_on_too_nothing_is_overwritten(
    session: Session, other: Session, tmp_path: Path
) -> None:
    back = worked_on_elsewhere(session, other, tmp_path)
    session.do(SetNote(1, session.layer(1).spans[0].id, "hier"))
    assert reasons(run_import(session, back)) == [("back.jsonl", 1, "layer.exists")]
    assert said(session) == [("한빛시", "hier")]


def test_the_second_of_two_states_made_from_ours_is_told(
    session: Session, other: Session, tmp_path: Path
) -> None:
    first = lines_of(worked_on_elsewhere(session, other, tmp_path))[0]
    second = {**first, "revision": "r-other", "spans": []}
    result = run_import(session, write_lines(tmp_path / "two.jsonl", first, second))
    assert (counts(result), reasons(result)) == ([(2, 0, 1, 0)], [("two.jsonl", 2, "layer.exists")])


def test_the_tray_and_suggestions_go_over_to_the_new_layer(
    session: Session, other: Session, tmp_path: Path
) -> None:
    session.do(plan(session, 2, corrected(session, 2, SECOND.replace("과기정통부는 ", ""))).command)
    assert [lost.text for lost in tray(session, 2)] == ["과기정통부"]
    record = line(SECOND.replace("과기정통부는 ", ""), ("내년 초", "DATE"), id=session.document(2).uid)
    session.do(AddSpan(2, 0, 2, 4))
    run_export(session, tmp_path / "there.jsonl", statuses={"in_progress", "done"})
    mine = next(one for one in lines_of(tmp_path / "there.jsonl") if one["text"] == record["text"])
    later = {**mine, "revision": "r-there", "parent": mine["revision"], "flagged": True}
    result = run_import(session, write_lines(tmp_path / "back.jsonl", later))
    assert counts(result) == [(1, 0, 1, 0)]
    assert [lost.text for lost in tray(session, 2)] == ["과기정통부"]
    layer = session.layer(2)
    assert layer is not None
    assert layer.head.flagged
    # Neither is content of the layer: the next state is made from the same revision still.
    later |= {"revision": "r-next", "parent": "r-there", "flagged": False}
    assert counts(run_import(session, write_lines(tmp_path / "next.jsonl", later))) == [(1, 0, 1, 0)]
    session.undo(None)
    session.undo(None)
    assert [lost.text for lost in tray(session, 2)] == ["과기정통부"]
    assert not session.layer(2).head.flagged


def test_suggestions_of_the_layer_stay_open_on_the_new_one(session: Session, tmp_path: Path) -> None:
    proposed = {"id": "p1", "start": 5, "end": 7, "label": "DATE", "score": "0.5"}
    record = {
        "id": "x",
        "text": "가나다라마바사",
        "spans": [],
        "suggestions": [proposed],
        "revision": "r1",
        "status": "done",
    }
    run_import(session, write_lines(tmp_path / "a.jsonl", record))
    document = session.rows("document", "uid", "x")[0]["id"]
    later = {**record, "suggestions": [], "revision": "r2", "parent": "r1", "flagged": True}
    run_import(session, write_lines(tmp_path / "b.jsonl", later))
    assert [made.text for made in stored(session, document)] == ["바사"]
    session.do(AcceptSuggestions(document, tuple(stored(session, document))))
    assert stored(session, document) == []
