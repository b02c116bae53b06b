"""Row operations: carried out only on what is as they say, and followed up."""

import sqlite3
from dataclasses import replace

import pytest

from annotator.core.changes import Change, Row, RowOp, delete, insert, update
from annotator.core.errors import UserError
from annotator.core.messages import message
from annotator.core.text import digest
from annotator.store import search
from annotator.store.project import Project
from tests.support.stores import NOW, TEXT, TITLE, add_document, adding, change, dump, head, noting, span

LATER = "2026-03-02T06:00:00Z"


def refused(project: Project, wrong: Change) -> str:
    """Return the entity that stands in the way; nothing is written."""
    before = dump(project.connection)
    with pytest.raises(UserError) as told:
        project.apply(wrong, 1)
    assert told.value.message.id == "change.conflict"
    assert dump(project.connection) == before
    assert not project.connection.in_transaction
    return str(told.value.message.arguments["entity"])


def rows(project: Project, query: str) -> list[tuple[object, ...]]:
    return project.connection.execute(query).fetchall()


def test_operations_are_carried_out_in_their_order(project: Project) -> None:
    first, second = span(1, 0, 3), span(2, 5, 7)
    project.apply(
        change(
            insert("span", first.row()),
            RowOp("span", 1, {"note": ""}, {"note": "하나"}),
            insert("span", second.row()),
            RowOp("span", 1, {"note": "하나"}, {"note": "둘"}),
            delete("span", second.row()),
        ),
        1,
    )
    assert rows(project, "SELECT id, note FROM span") == [(1, "둘")]


@pytest.mark.parametrize(
    "before",
    [{"note": "다른"}, {"note": None}, {"note": "", "unsure": 1}],
)
def test_an_update_of_a_row_that_holds_something_else_is_refused(project: Project, before: Row) -> None:
    project.apply(adding(span(1, 0, 3)), 1)
    assert refused(project, change(RowOp("span", 1, before, dict.fromkeys(before, "새")))) == "span"


def test_null_is_a_value_to_be_checked(project: Project) -> None:
    project.apply(adding(span(1, 0, 3)), 1)
    project.apply(change(RowOp("span", 1, {"value": None}, {"value": "한빛시"})), 1)
    assert refused(project, change(RowOp("span", 1, {"value": None}, {"value": "x"}))) == "span"


def test_one_wrong_row_of_a_thousand_takes_all_back(project: Project) -> None:
    project.apply(adding(*(span(id_, 0, 3) for id_ in range(1, 1001))), 1)
    ops = [RowOp("span", id_, {"note": ""}, {"note": "메모"}) for id_ in range(1, 1001)]
    ops[567] = RowOp("span", 568, {"note": "?"}, {"note": "메모"})
    assert refused(project, change(*ops)) == "span"
    ops[567] = RowOp("span", 2000, {"note": ""}, {"note": "메모"})
    assert refused(project, change(*ops)) == "span"


def test_a_deletion_names_the_whole_row(project: Project) -> None:
    project.apply(adding(span(1, 0, 3)), 1)
    assert refused(project, change(delete("span", span(1, 0, 3, note="?").row()))) == "span"
    assert refused(project, change(delete("span", span(2, 0, 3).row()))) == "span"
    project.apply(change(delete("span", span(1, 0, 3).row())), 1)
    assert rows(project, "SELECT count(*) FROM span") == [(0,)]


def test_a_row_with_an_id_that_is_taken_is_refused(project: Project) -> None:
    project.apply(adding(span(1, 0, 3)), 1)
    assert refused(project, adding(span(1, 5, 7))) == "span"
    label = replace(project.reading.label_set().labels[0], id=9)
    assert refused(project, change(insert("label", label.row()))) == "label"


@pytest.mark.parametrize(
    "op",
    [
        RowOp("journal", 1, {"state": "done"}, {"state": "undone"}),
        RowOp("span", 1, {"note; DROP TABLE span": ""}, {"note; DROP TABLE span": "x"}),
        RowOp("span", 1, {'note"': ""}, {'note"': "x"}),
        RowOp("span", 1, {"note": ""}, {"note": "x", "unsure": 1}),
        RowOp("span", 1, {"id": 1}, {"id": 2}),
        RowOp("span", 1, None, {"id": 2}),
    ],
)
def test_an_operation_that_no_command_may_make_is_a_bug(project: Project, op: RowOp) -> None:
    project.apply(adding(span(1, 0, 3)), 1)
    before = dump(project.connection)
    with pytest.raises(ValueError, match=r"an (operation|update)|no such"):
        project.apply(change(op), 1)
    assert dump(project.connection) == before


@pytest.mark.parametrize(
    "op",
    [
        RowOp("span", 1, {"nota": ""}, {"nota": "x"}),
        RowOp("span", 1, {"nota": "nota"}, None),
        RowOp("span", 2, None, {"id": 2, "nota": "x"}),
        RowOp("span", 2, None, {"id": 2}),
    ],
)
def test_an_unknown_column_and_a_missing_one_are_bugs(project: Project, op: RowOp) -> None:
    project.apply(adding(span(1, 0, 3)), 1)
    before = dump(project.connection)
    with pytest.raises((sqlite3.OperationalError, sqlite3.IntegrityError)):
        project.apply(change(op), 1)
    assert dump(project.connection) == before


# What rows stand on.


def test_a_row_that_names_nothing_is_refused(project: Project) -> None:
    assert refused(project, adding(span(1, 0, 3, layer_id=7))) == "layer"
    assert refused(project, adding(span(1, 0, 3, label_id=7))) == "label"
    assert refused(project, change(insert("layer", head(2, 7).row()))) == "document"
    member = {"id": 1, "record_id": 4, "position": 0, "role": "AGENCY", "span_id": None}
    assert refused(project, change(insert("record_member", member))) == "record"


def test_what_others_stand_on_is_not_deleted(project: Project) -> None:
    project.apply(adding(span(1, 0, 3), span(2, 5, 7)), 1)
    relation = {"id": 1, "uid": "r1", "layer_id": 1, "type": "of", "from_id": 1, "to_id": 2, "note": ""}
    record = {"id": 1, "uid": "f1", "layer_id": 1, "type": ""}
    member = {"id": 1, "record_id": 1, "position": 0, "role": "AGENCY", "span_id": 2}
    project.apply(
        change(insert("relation", relation), insert("record", record), insert("record_member", member)), 1
    )
    assert refused(project, change(delete("layer", head(1, 1).row()))) == "layer"
    assert refused(project, change(delete("span", span(1, 0, 3).row()))) == "span"
    assert (
        refused(project, change(delete("relation", relation), delete("span", span(2, 5, 7).row()))) == "span"
    )
    assert refused(project, change(delete("record", record))) == "record"
    first = project.reading.label_set().labels[0]
    assert refused(project, change(delete("label", first.row()), document_id=None)) == "label"
    whole = (
        delete("relation", relation), delete("record_member", member), delete("record", record),
        delete("span", span(1, 0, 3).row()), delete("span", span(2, 5, 7).row()),
        delete("layer", head(1, 1).row()),
    )  # fmt: skip
    project.apply(change(*whole), 1)
    assert rows(project, "SELECT count(*) FROM layer") == [(0,)]


def test_a_span_that_does_not_hold_its_text_is_refused(project: Project) -> None:
    assert refused(project, adding(replace(span(1, 0, 3), text="한빛군"))) == "span"
    assert refused(project, adding(replace(span(1, 0, 3), end=4))) == "span"
    project.apply(adding(span(1, 0, 3)), 1)
    assert refused(project, change(RowOp("span", 1, {"start": 0}, {"start": 1}))) == "span"


def test_offsets_are_code_points(project: Project) -> None:
    add_document(project, 3, "🚍 수소 버스 👩‍🔬 연구")
    project.apply(change(insert("layer", head(3, 3).row())), 1)
    marked = replace(span(1, 0, 1, layer_id=3), start=2, end=4, text="수소")
    project.apply(adding(marked), 1)
    assert project.reading.layer(3, 1).spans == (marked,)


# What follows.


def layer_facts(project: Project, id_: int = 1) -> tuple[object, ...]:
    return rows(project, f"SELECT updated_at FROM layer WHERE id = {id_}")[0]


def revisions(project: Project, id_: int = 1) -> list[tuple[object, ...]]:
    return rows(
        project, f"SELECT uid, parent, exported_at FROM layer_revision WHERE layer_id = {id_} ORDER BY id"
    )


def test_a_new_layer_has_its_first_revision(project: Project) -> None:
    ((uid, parent, exported_at),) = revisions(project)
    assert (len(str(uid)), parent, exported_at) == (16, "", "")


def test_a_touched_layer_is_marked_and_keeps_the_revision_that_nobody_has_seen(project: Project) -> None:
    project._clock.now = LATER
    before = revisions(project)
    project.apply(adding(span(1, 0, 3)), 1)
    assert (layer_facts(project), revisions(project)) == ((LATER,), before)


@pytest.mark.parametrize("way", ["apply", "merge", "undo", "redo"])
def test_a_change_of_an_exported_layer_begins_a_revision(project: Project, way: str) -> None:
    project.apply(adding(span(1, 0, 3)), 1)
    step = project.apply(noting(1, "", "가", merge="n"), 1)
    if way == "redo":
        project.undo(step)
    project.connection.execute("UPDATE layer_revision SET exported_at = ?", (NOW,))
    ((first, _parent, _exported),) = revisions(project)
    match way:
        case "apply":
            project.apply(noting(1, "가", "나"), 1)
        case "merge":
            project.merge(step, noting(1, "가", "나", merge="n"))
        case "undo":
            project.undo(step)
        case "redo":
            project.redo(step)
    (_old, (second, parent, exported_at)) = revisions(project)
    assert second != first
    assert (parent, exported_at) == (first, "")


def test_every_kind_of_row_touches_its_layer(project: Project) -> None:
    relation = {"id": 1, "uid": "r1", "layer_id": 1, "type": "of", "from_id": 1, "to_id": 2, "note": ""}
    record = {"id": 1, "uid": "f1", "layer_id": 1, "type": ""}
    member = {"id": 1, "record_id": 1, "position": 0, "role": "AGENCY", "span_id": 2}
    comment = {
        "id": 1,
        "uid": "c1",
        "layer_id": 1,
        "span_id": None,
        "author": "김",
        "to": "",
        "at": NOW,
        "text": "?",
    }
    named = {"id": 1, "layer_id": 1, "position": 0, "label": "산업"}
    decision = {"id": 1, "uid": "d1", "layer_id": 1, "position": 0, "content": "{}"}
    project.apply(adding(span(1, 0, 3), span(2, 5, 7)), 1)
    ops = [
        RowOp("span", 1, {"note": ""}, {"note": "메모"}),
        insert("relation", relation),
        RowOp("relation", 1, {"note": ""}, {"note": "x"}),
        insert("record", record),
        insert("record_member", member),
        RowOp("record_member", 1, {"span_id": 2}, {"span_id": 1}),
        delete("record_member", {**member, "span_id": 1}),
        insert("comment", comment),
        RowOp("comment", 1, {"resolved": 0}, {"resolved": 1}),
        insert("document_label", named),
        insert("decision", decision),
        RowOp("layer", 1, {"flagged": 0}, {"flagged": 1}),
        delete("document_label", named),
    ]
    for number, op in enumerate(ops):
        at = f"2026-03-02T07:00:{number:02}Z"
        project._clock.now = at
        project.apply(change(op), 1)
        assert layer_facts(project) == (at,), op


def test_layers_that_were_not_touched_are_left_alone(project: Project) -> None:
    project.apply(change(insert("layer", head(2, 2).row()), document_id=2), 1)
    before = layer_facts(project, 2), revisions(project, 2)
    project._clock.now = LATER
    project.apply(adding(span(1, 0, 3)), 1)
    project.apply(change(RowOp("document", 2, {"section": ""}, {"section": "경제"}), document_id=2), 1)
    assert (layer_facts(project, 2), revisions(project, 2)) == before


def test_a_new_text_touches_all_layers_of_the_document(project: Project) -> None:
    project._clock.now = LATER
    text = TEXT + "추가\n"
    version = {
        "id": 9, "document_id": 1, "source_id": None, "text": text, "sha256": digest(text), "zones": "[]",
        "lines": "[]", "created_at": NOW,
    }  # fmt: skip
    project.apply(
        change(
            insert("text_version", version),
            RowOp("document", 1, {"text_version_id": 1}, {"text_version_id": 9}),
        ),
        1,
    )
    assert layer_facts(project) == (LATER,)
    assert project.reading.text_version(1).text == text


def found(project: Project, term: str) -> tuple[int, ...]:
    return tuple(search.search(project.connection, term).ids)


def test_the_search_index_lets_go_of_what_a_change_replaces(project: Project) -> None:
    while search.index_batch(project.connection):
        pass
    assert found(project, "수소 버스") == (1, 2)
    indexed = dump(project.connection)
    state = rows(project, "SELECT document_id FROM gram_state")
    assert len(state) == 2
    step = project.apply(change(RowOp("document", 1, {"title": TITLE}, {"title": "전기 트램 시범 운행"})), 1)
    assert rows(project, "SELECT document_id FROM gram_state") == [(2,)]
    assert found(project, "전기 트램") == (1,)
    with pytest.raises(UserError):
        project.apply(
            change(
                RowOp("document", 2, {"title": TITLE}, {"title": "x"}),
                RowOp("span", 99, {"note": ""}, {"note": "x"}),
            ),
            1,
        )
    assert rows(project, "SELECT document_id FROM gram_state") == [(2,)]
    while search.index_batch(project.connection):
        pass
    project.undo(step)
    while search.index_batch(project.connection):
        pass
    assert found(project, "전기 트램") == ()
    assert found(project, "수소 버스") == (1, 2)
    assert dump(project.connection)["document"] == indexed["document"]


def test_the_names_of_labels_and_people_change_by_the_same_path(project: Project) -> None:
    label = project.reading.label_set().labels[0]
    op = update("label", label.row(), replace(label, title="공공기관").row())
    assert op is not None
    step = project.apply(Change(message("step.label"), (op,)), 1)
    assert project.reading.label_set().labels[0].title == "공공기관"
    project.undo(step)
    assert project.reading.label_set().labels[0] == label
