"""The journal: every step can be taken back and brought back, today and tomorrow."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace

import pytest

from annotator.core.changes import Change, RowOp, delete, insert
from annotator.core.errors import UserError
from annotator.core.history import Step
from annotator.core.messages import message
from annotator.store import journal
from annotator.store.project import Project
from tests.support.stores import TEXT, Folders, adding, change, dump, head, noting, span


def content(project: Project) -> dict[str, list[tuple[object, ...]]]:
    """Return what the person made, without what is kept about it."""
    kept = dump(project.connection)
    return {name: kept[name] for name in ("span", "record", "label", "setting", "document", "text_version")}


def notes(project: Project) -> list[str]:
    return [one.note for one in project.reading.layer(1, 1).spans]


def test_a_step_is_taken_back_and_brought_back(project: Project) -> None:
    before = content(project)
    step = project.apply(adding(span(1, 0, 3), span(2, 5, 7, label_id=3)), 1)
    after = content(project)
    undone = project.undo(step)
    assert content(project) == before
    assert undone.ops == adding(span(1, 0, 3), span(2, 5, 7, label_id=3)).inverse().ops
    redone = project.redo(step)
    assert content(project) == after
    assert redone.ops == adding(span(1, 0, 3), span(2, 5, 7, label_id=3)).ops


def test_history_survives_closing(folders: Folders, project: Project) -> None:
    first = project.apply(adding(span(1, 0, 3)), 1)
    second = project.apply(noting(1, "", "메모"), 1)
    third = project.apply(noting(1, "메모", "다시"), 1)
    project.undo(third)
    project.undo(second)
    project.close()
    again = folders.open()
    history = again.history(1)
    assert history.done[-1] == first
    assert history.undone == (third, second)
    again.redo(history.to_redo)
    assert notes(again) == ["메모"]
    again.close()


def test_each_document_and_the_project_have_their_own_history(project: Project) -> None:
    project.apply(change(insert("layer", head(2, 2).row()), document_id=2), 1)
    here = project.apply(adding(span(1, 0, 3)), 1)
    there = project.apply(adding(span(2, 0, 3, layer_id=2), document_id=2), 1)
    everywhere = project.apply(
        change(RowOp("label", 1, {"title": "기관"}, {"title": "공공기관"}), document_id=None), 1
    )
    assert project.history(1).to_undo == here
    assert project.history(2).to_undo == there
    assert project.history(None).to_undo == everywhere
    project.undo(here)
    assert (project.history(2).to_undo, project.history(2).undone) == (there, ())


def test_a_new_step_drops_what_was_undone_in_its_scope_only(project: Project) -> None:
    everywhere = project.apply(
        change(RowOp("label", 1, {"title": "기관"}, {"title": "공공기관"}), document_id=None), 1
    )
    here = project.apply(adding(span(1, 0, 3)), 1)
    project.undo(everywhere)
    project.undo(here)
    project.apply(adding(span(2, 5, 7)), 1)
    assert project.history(1).undone == ()
    assert project.history(None).undone == (everywhere,)
    with pytest.raises(UserError, match=r"change\.conflict"):
        project.redo(here)


def test_a_burst_becomes_one_step(project: Project) -> None:
    project.apply(adding(span(1, 0, 3)), 1)
    step = project.apply(noting(1, "", "메", merge="n"), 1)
    for before, after in (("메", "메모"), ("메모", "메모!")):
        merged = project.merge(step, noting(1, before, after, merge="n"))
        assert merged is not None
        step = merged
    assert notes(project) == ["메모!"]
    assert project.history(1).to_undo == step
    project.undo(step)
    assert notes(project) == [""]
    project.redo(step)
    assert notes(project) == ["메모!"]


def test_a_merged_step_is_called_what_it_became(project: Project) -> None:
    step = project.apply(replace(adding(span(1, 0, 3), merge="k"), message=message("step.a", text="가")), 1)
    later = Change(message("step.a", text="가나"), noting(1, "", "x").ops, 1, "k")
    assert project.merge(step, later) == project.history(1).to_undo
    assert project.history(1).to_undo.message == later.message


def test_a_burst_that_came_to_nothing_leaves_no_step(project: Project) -> None:
    project.apply(adding(span(1, 0, 3)), 1)
    before = project.history(1)
    step = project.apply(noting(1, "", "메", merge="n"), 1)
    assert project.merge(step, noting(1, "메", "", merge="n")) is None
    assert project.history(1) == before
    assert notes(project) == [""]


def merge(project: Project, step: Step) -> None:
    project.merge(step, noting(1, "", "x", merge="n"))


@pytest.mark.parametrize(("way", "undone"), [(Project.undo, True), (Project.redo, False), (merge, True)])
def test_a_step_that_is_not_where_it_is_thought_to_be_is_refused(
    project: Project, way: Callable[[Project, Step], object], undone: bool
) -> None:
    step = project.apply(adding(span(1, 0, 3), merge="n"), 1)
    if undone:
        project.undo(step)
    before = dump(project.connection)
    with pytest.raises(UserError, match=r"change\.conflict\(entity=journal"):
        way(project, step)
    assert dump(project.connection) == before


def test_a_step_whose_rows_were_changed_since_is_refused_whole(project: Project) -> None:
    many = project.apply(adding(span(1, 0, 3), span(2, 5, 7), document_id=None), 1)
    project.apply(noting(2, "", "내 메모"), 1)
    before = dump(project.connection)
    with pytest.raises(UserError, match=r"change\.conflict\(entity=span"):
        project.undo(many)
    assert dump(project.connection) == before
    assert project.history(None).to_undo == many


def test_a_layer_that_others_marks_came_into_is_not_undone_from_under_them(project: Project) -> None:
    first = project.apply(
        change(
            insert("layer", head(2, 2).row()), insert("span", span(1, 0, 3, layer_id=2).row()), document_id=2
        ),
        1,
    )
    tagged_all = project.apply(adding(span(2, 5, 7, layer_id=2), document_id=None), 1)
    with pytest.raises(UserError, match=r"change\.conflict\(entity=layer"):
        project.undo(first)
    project.undo(tagged_all)
    project.undo(first)
    with pytest.raises(UserError, match=r"change\.conflict\(entity=layer"):
        project.redo(tagged_all)
    project.redo(first)
    project.redo(tagged_all)
    assert len(project.reading.layer(2, 1).spans) == 2


def test_spans_are_not_brought_back_beside_another_text(project: Project) -> None:
    tagged_all = project.apply(adding(span(1, 0, 3), document_id=None), 1)
    project.undo(tagged_all)
    old = project.connection.execute("SELECT text FROM text_version WHERE id = 1").fetchone()[0]
    project.apply(change(RowOp("text_version", 1, {"text": old}, {"text": "새로 " + TEXT})), 1)
    before = dump(project.connection)
    with pytest.raises(UserError, match=r"change\.conflict\(entity=span"):
        project.redo(tagged_all)
    assert dump(project.connection) == before


def test_bytes_come_back_as_bytes(project: Project) -> None:
    source = {
        "id": 1, "document_id": 1, "name": '{"b64":"x"}', "kind": "text", "encoding": "cp949",
        "sha256": "0" * 64, "content": "한빛시".encode("cp949"), "data": '{"b64": "eA=="}',
    }  # fmt: skip
    step = project.apply(change(insert("source", source)), 1)
    assert project.undo(step).ops == (delete("source", source),)
    project.redo(step)
    assert project.connection.execute("SELECT name, content, data FROM source").fetchall() == [
        (source["name"], source["content"], source["data"])
    ]
    assert journal.operations(project.connection, step.id) == (insert("source", source),)


def test_what_is_no_value_of_a_row_is_a_bug(project: Project) -> None:
    before = dump(project.connection)
    with pytest.raises((sqlite3.InterfaceError, sqlite3.ProgrammingError), match="not supported"):
        project.apply(change(insert("setting", {"id": 9, "key": "k", "value": ["list"]})), 1)
    assert dump(project.connection) == before


def test_the_history_list_is_newest_first_and_comes_in_pages(project: Project) -> None:
    project.apply(adding(span(1, 0, 3)), 1)
    steps = [project.apply(noting(1, str(n or ""), str(n + 1)), 1) for n in range(5)]
    project.undo(steps[4])
    entries = journal.steps(project.connection, 3)
    assert [(entry.step, entry.state) for entry in entries] == [
        (steps[4], "undone"), (steps[3], "done"), (steps[2], "done"),
    ]  # fmt: skip
    rest = journal.steps(project.connection, 100, before=entries[-1].step.id)
    assert [entry.step.message.id for entry in rest] == [
        "step.test", "step.test", "step.test", "step.layer", "step.import", "step.import",
    ]  # fmt: skip
    assert journal.steps(project.connection, 100, before=rest[-1].step.id) == ()


def test_a_dropped_step_is_not_in_the_list(project: Project) -> None:
    gone = project.apply(adding(span(1, 0, 3)), 1)
    project.undo(gone)
    project.apply(adding(span(2, 5, 7)), 1)
    assert gone.id not in {entry.step.id for entry in journal.steps(project.connection, 100)}


def test_a_step_says_who_when_and_what(project: Project) -> None:
    step = project.apply(adding(span(1, 0, 3)), 1)
    assert project.history(1).to_undo == step
    assert (step.annotator_id, step.at, step.document_id) == (1, project._clock(), 1)
    assert step.message == message("step.test", count=1)
