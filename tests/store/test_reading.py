"""Rows as core objects."""

import random
from dataclasses import replace

import pytest

from annotator.core.changes import RowOp, insert
from annotator.core.document import Source
from annotator.core.errors import UserError
from annotator.core.labels import DEFAULT_LABELS
from annotator.core.layer import Role, Status
from annotator.core.people import Annotator
from annotator.core.span import Origin
from annotator.core.text import Zone, ZoneKind, digest
from annotator.core.values import Norm
from annotator.store.incoming import pack
from annotator.store.project import Project
from tests.support.stores import NOW, TEXT, TITLE, adding, change, head, span


def test_a_document_and_its_text(project: Project) -> None:
    document = project.reading.document(1)
    assert (document.uid, document.title, document.outlet, document.confirmed) == (
        "doc-1",
        TITLE,
        "한빛신문",
        True,
    )
    text = project.reading.text_version(1)
    assert (text.text, text.sha256, text.lines) == (TEXT, digest(TEXT), (1, 2))
    assert text.zones == (Zone(0, len(TITLE), ZoneKind.TITLE),)


def test_what_is_not_there_is_told(project: Project) -> None:
    for read in (project.reading.document, project.reading.text_version):
        with pytest.raises(UserError, match=r"document\.gone"):
            read(99)
    with pytest.raises(UserError, match=r"annotator\.gone"):
        project.reading.annotator(99)
    assert project.reading.layer(99, 1) is None
    assert project.reading.layer(1, 99) is None
    assert project.reading.source(1) is None
    assert project.reading.setting("nothing") is None
    assert project.reading.annotator_by_uid("nobody") is None


def test_a_layer_comes_back_as_it_was_in_reading_order(project: Project) -> None:
    spans = [
        replace(
            span(1, 5, 7), norm=Norm("date", "2026-03-02", None, "approx", "2일"), unsure=True, flaw="cluster"
        ),
        span(2, 0, 3, note="메모"),
        span(3, 5, 12),
        span(4, 5, 7, label_id=3),
        replace(span(5, 0, 7), origin=Origin.IMPORTED),
    ]
    project.apply(adding(*random.Random(1).sample(spans, len(spans))), 1)
    layer = project.reading.layer(1, 1)
    assert layer is not None
    assert layer.head == head(1, 1)
    assert [one.id for one in layer.spans] == [5, 2, 3, 1, 4]
    assert sorted(layer.spans, key=lambda one: one.id) == spans
    assert list(layer.spans) == sorted(spans, key=lambda one: one.order)


def test_a_span_that_was_read_is_a_span_like_any_other(project: Project) -> None:
    project.apply(adding(span(1, 0, 3)), 1)
    (read,) = project.reading.layer(1, 1).spans
    assert type(read) is type(span(1, 0, 3))
    assert (hash(read), repr(read), read.row()) == (
        hash(span(1, 0, 3)),
        repr(span(1, 0, 3)),
        span(1, 0, 3).row(),
    )
    with pytest.raises(AttributeError):
        read.start = 5  # type: ignore[misc] - that it is frozen is the point


def test_the_own_layer_is_the_annotators_and_not_another_role(project: Project) -> None:
    other = project.ensure_annotator("e5f6", "이바다")
    project.apply(
        change(
            insert("layer", head(2, 2, role=Role.ADJUDICATOR).row()),
            insert("layer", {**head(3, 2).row(), "annotator_id": other.id}),
            insert("layer", head(4, 2, status=Status.DONE).row()),
        ),
        1,
    )
    assert project.reading.layer(2, 1).head == head(4, 2, status=Status.DONE)
    assert project.reading.layer(2, other.id).head.id == 3
    assert [one.id for one in project.reading.heads(2)] == [2, 3, 4]
    assert [layer.head.role for layer in project.reading.layers(2)] == [
        Role.ADJUDICATOR, Role.ANNOTATOR, Role.ANNOTATOR,
    ]  # fmt: skip


@pytest.mark.parametrize(("state", "seen"), [("running", False), ("withdrawn", False), ("published", True)])
def test_a_layer_of_an_import_is_seen_once_it_is_published(project: Project, state: str, seen: bool) -> None:
    run = {"id": 1, "state": state, "at": NOW, "annotator_id": 1}
    project.apply(
        change(
            insert("import_run", run), insert("layer", {**head(2, 2).row(), "run_id": 1}), document_id=None
        ),
        1,
    )
    assert (project.reading.layer(2, 1) is not None) is seen
    assert len(project.reading.layers(2)) == int(seen)


def test_what_hangs_on_spans(project: Project) -> None:
    project.apply(change(insert("layer", head(2, 2).row()), document_id=2), 1)
    project.apply(adding(span(1, 0, 3), span(2, 5, 7), span(3, 8, 10), span(4, 0, 3, layer_id=2)), 1)
    relations = [
        {"id": 1, "uid": "r1", "layer_id": 1, "type": "of", "from_id": 1, "to_id": 2, "note": ""},
        {"id": 2, "uid": "r2", "layer_id": 1, "type": "of", "from_id": 3, "to_id": 1, "note": ""},
        {"id": 3, "uid": "r3", "layer_id": 1, "type": "of", "from_id": 2, "to_id": 3, "note": ""},
    ]
    record = {"id": 1, "uid": "f1", "layer_id": 1, "type": ""}
    member = {
        "id": 1, "record_id": 1, "position": 0, "role": "AGENCY", "span_id": 1,
        "value_type": None, "value": None, "unit": None, "mod": None, "ref": None,
    }  # fmt: skip
    comment = {
        "id": 1, "uid": "c1", "layer_id": 1, "span_id": 1, "author": "김", "to": "", "at": NOW, "text": "?",
        "resolved": 0,
    }  # fmt: skip
    project.apply(
        change(
            *(insert("relation", row) for row in relations), insert("record", record),
            insert("record_member", member), insert("comment", comment),
        ),
        1,
    )  # fmt: skip
    attached = project.reading.attached([1])
    assert list(attached.relations) == relations[:2]
    assert (list(attached.members), list(attached.comments)) == ([member], [comment])
    assert project.reading.attached([4]) == project.reading.attached([])
    assert not project.reading.attached([]).relations


def test_the_label_set_with_its_name_and_version(project: Project) -> None:
    labels = project.reading.label_set()
    assert (labels.uid, labels.version, labels.labels) == ("kr-news", 1, DEFAULT_LABELS)
    project.apply(change(RowOp("label", 1, {"position": 1}, {"position": 9}), document_id=None), 1)
    assert [label.key for label in project.reading.label_set().labels] == [
        "SECTOR",
        "AMOUNT",
        "DATE",
        "AGENCY",
    ]


def test_annotators(project: Project) -> None:
    first = Annotator(1, "a1b2c3d4", "김하늘")
    assert project.ensure_annotator("a1b2c3d4", "다른 이름") == first
    second = project.ensure_annotator("e5f6", "이바다")
    assert project.ensure_annotator("e5f6", "") == second
    assert project.reading.annotators() == (first, second)
    assert project.reading.annotator(second.id) == project.reading.annotator_by_uid("e5f6") == second


def test_the_source_is_that_of_the_present_text(project: Project) -> None:
    rows = [
        {"id": id_, "document_id": 1, "name": f"{id_}.html", "kind": "html", "encoding": "utf-8", "sha256": "0",
         "content": pack(bytes([id_, 0, 255])), "data": "{}"}
        for id_ in (1, 2)
    ]  # fmt: skip
    project.apply(
        change(
            *(insert("source", row) for row in rows),
            RowOp("text_version", 1, {"source_id": None}, {"source_id": 2}),
        ),
        1,
    )
    assert project.reading.source(1) == Source(2, 1, "2.html", "html", "utf-8", "0", b"\x02\x00\xff", "{}")


def test_settings_and_view_state(project: Project) -> None:
    project.apply(
        change(insert("setting", {"id": 9, "key": "furniture", "value": "[]"}), document_id=None), 1
    )
    assert project.reading.setting("furniture") == "[]"
    assert project.reading.setting_row("furniture") == {"id": 9, "key": "furniture", "value": "[]"}
    before = project.history(None)
    assert project.reading.view_state(1) == (0, 0)
    project.set_view_state(1, 17, 3)
    project.set_view_state(1, 18, 4)
    assert project.reading.view_state(1) == (18, 4)
    assert project.history(None) == before


def test_a_span_that_does_not_hold_its_text_is_reported_and_left_alone(project: Project) -> None:
    project.apply(adding(span(1, 0, 3), span(2, 5, 7)), 1)
    project.connection.execute("UPDATE span SET text = '한빛군' WHERE id = 1")
    layer = project.reading.layer(1, 1)
    assert [one.id for one in layer.adrift(TEXT)] == [1]
    assert layer.adrift("다른 글") == layer.spans
    assert project.reading.layer(1, 1).spans[0].text == "한빛군"
