"""An import is hidden until it is published, gone when it is not, and one step that can be undone."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings

from annotator.core.entry import (
    Entry,
    EntryComment,
    EntryMember,
    EntryRecord,
    EntryRelation,
    EntrySpan,
    EntrySuggestion,
)
from annotator.core.labels import DEFAULT_LABELS, Label
from annotator.core.listing import ListQuery
from annotator.core.messages import message
from annotator.core.people import Annotator
from annotator.core.values import ValueKind
from annotator.store import journal, runs, search
from annotator.store.bulk import entries
from annotator.store.database import transaction
from annotator.store.incoming import Incoming, NewSource
from annotator.store.known import (
    files_of_machines,
    known_by_sha,
    known_by_uid,
    known_layers,
    removed_for_good,
)
from annotator.store.listing import counts, ids
from annotator.store.project import Project
from annotator.store.selection import Selection
from tests.support.imports import LABELS, NOW, PEOPLE, Store, document, imports, open_store
from tests.support.stores import Folders

ALL = Selection(statuses=("new", "in_progress", "done", "skipped"))


def everything(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of all tables, those of the index as the terms it finds."""
    connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.seen USING fts5vocab(main, gram, instance)")
    names = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if not name.startswith("gram") or name in {"gram_state", "gram_pending"}
    ]
    tables = {name: connection.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall() for name in names}
    tables["gram"] = connection.execute("SELECT term, doc FROM seen ORDER BY 1, 2").fetchall()
    return tables


def shown(store: Store) -> list[str]:
    return [entry.id for entry in entries(store.connection, ALL)]


@settings(max_examples=40)
@given(imports(), imports())
def test_an_import_that_is_not_published_leaves_every_table_as_it_was(
    template: Path, before: list[Entry], cancelled: list[Entry]
) -> None:
    with open_store(template) as store:
        store.take_in(before)
        while search.index_batch(store.connection):
            pass
        tables = everything(store.connection)
        exported = shown(store)
        run_id = store.take_in(cancelled, publish=False)
        assert shown(store) == exported
        # Even where its documents had come into the index.
        store.connection.execute("UPDATE import_run SET state = 'published' WHERE id = ?", (run_id,))
        search.index_batch(store.connection, 1)
        store.connection.execute("UPDATE import_run SET state = 'running' WHERE id = ?", (run_id,))
        assert runs.sweep(store.connection, batch=2) == len({entry.id for entry in cancelled})
        assert everything(store.connection) == tables


@settings(max_examples=30)
@given(imports())
def test_a_sweep_leaves_no_row_of_what_hung_on_its_documents(template: Path, made: list[Entry]) -> None:
    with open_store(template) as store:
        tables = everything(store.connection)
        run_id = store.take_in(made, publish=False)
        runs.add_files(store.connection, run_id, [runs.SourceFile("가.jsonl", "0" * 64, 10, "native", 1)])
        store.connection.execute("INSERT INTO view_state (document_id) VALUES (1)")
        runs.sweep(store.connection, run_id=run_id)
        assert everything(store.connection) == tables


def test_layers_on_documents_of_others_are_swept_alone(store: Store) -> None:
    store.take_in([document("하나", "한국", status="done")])
    tables = everything(store.connection)
    run_id = runs.begin(store.connection, store.ids, 1, NOW)
    layer = Incoming(
        entry=document("하나", "한국", status="done"),
        document_id=1,
        annotator_id=2,
        labels=LABELS,
        is_new=False,
    )
    runs.add(store.connection, store.ids, run_id, [layer], NOW)
    assert len(shown(store)) == 1
    assert runs.sweep(store.connection) == 0
    assert everything(store.connection) == tables


def test_only_the_import_named_is_swept_and_never_a_published_one(store: Store) -> None:
    published = store.take_in([document("하나", "한국")])
    one, other = (store.take_in([document(uid, "한국")], publish=False) for uid in ("둘", "셋"))
    assert runs.sweep(store.connection, run_id=published) == 0
    assert runs.sweep(store.connection, run_id=one) == 1
    assert runs.hidden(store.connection) == {other}
    assert runs.sweep(store.connection) == 1
    assert shown(store) == ["하나"]
    assert store.count("document") == 1


def test_a_batch_that_fails_leaves_nothing_of_itself(store: Store) -> None:
    run_id = runs.begin(store.connection, store.ids, 1, NOW)
    tables = everything(store.connection)
    items = list(store.incoming([document("하나", "한국"), document("둘", "미국")]))
    twice = [items[0], items[1], items[0]]
    with pytest.raises(sqlite3.IntegrityError):
        runs.add(store.connection, store.ids, run_id, twice, NOW)
    assert everything(store.connection) == tables


def test_undo_hides_an_import_and_redo_shows_it(folders: Folders) -> None:
    project = folders.create()
    store = Store(project.connection, project.ids)
    run_id = store.take_in([document("하나", "한국 정부", status="done")], publish=False)
    assert seen(project) == (0, [], ())
    store.publish(run_id)
    shown_now = (1, ["하나"], (1,))
    assert seen(project) == shown_now
    (step,) = project.history(None).done
    assert step.message == message("step.import", count=1)
    project.undo(step)
    assert seen(project) == (0, [], ())
    assert state(project.connection, run_id) == "withdrawn"
    # Kept: neither a sweep nor the next opening takes it.
    assert runs.sweep(project.connection) == 0
    project.close()
    project = folders.open()
    (step,) = project.history(None).undone
    project.redo(step)
    assert seen(project) == shown_now
    assert state(project.connection, run_id) == "published"
    project.close()


def seen(project: Project) -> tuple[int, list[str], tuple[int, ...]]:
    listed = ids(project.connection, ListQuery(), 1)
    assert len(listed) == counts(project.connection, 1)[""]
    exported = [entry.id for entry in entries(project.connection, ALL)]
    return len(listed), exported, search.search(project.connection, "정부").ids


def state(connection: sqlite3.Connection, run_id: int) -> str:
    (written,) = connection.execute("SELECT state FROM import_run WHERE id = ?", (run_id,)).fetchone()
    return str(written)


def test_an_import_is_published_once(store: Store) -> None:
    run_id = store.take_in([document("하나", "한국")])
    tables = everything(store.connection)
    with pytest.raises(ValueError, match="not running"):
        store.publish(run_id)
    assert everything(store.connection) == tables


def test_labels_and_annotators_come_with_the_publication_and_stay(store: Store) -> None:
    label = Label(9, "event", "EVENT", "행사", "", "label-5", ValueKind.NONE, "", (), 5)
    person = Annotator(9, "uid-9", "이새로")
    before = everything(store.connection)
    run_id = runs.begin(store.connection, store.ids, 1, NOW)
    publication = runs.Publication(
        message=message("step.import"), annotator_id=1, at=NOW, labels=[label], annotators=[person]
    )
    assert everything(store.connection)["label"] == before["label"]
    step = runs.publish(store.connection, run_id, publication)
    journal.undo(store.connection, step, at=NOW)
    after = everything(store.connection)
    assert after["label"] == [*before["label"], tuple(label.row().values())]
    assert after["annotator"] == [*before["annotator"], (9, "uid-9", "이새로")]


def test_a_label_that_was_made_meanwhile_takes_the_spans_of_the_import(store: Store) -> None:
    marked = document("하나", "한국 정부", status="done")
    marked.spans = (EntrySpan("s1", 0, 2, "한국", "EVENT"),)
    run_id = runs.begin(store.connection, store.ids, 1, NOW)
    item = Incoming(entry=marked, document_id=1, annotator_id=9, labels={"EVENT": 9})
    runs.add(store.connection, store.ids, run_id, [item], NOW)
    made = Label(20, "other", "EVENT", "행사", "", "label-5", ValueKind.NONE, "", (), 5)
    with transaction(store.connection):
        row = made.row()
        store.connection.execute(
            f"INSERT INTO label ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", tuple(row.values())
        )
        store.connection.execute("INSERT INTO annotator (id, uid, name) VALUES (21, 'uid-9', '이새로')")
    publication = runs.Publication(
        message=message("step.import"),
        annotator_id=1,
        at=NOW,
        labels=[Label(9, "event", "EVENT", "행사", "", "label-5", ValueKind.NONE, "", (), 5)],
        annotators=[Annotator(9, "uid-9", "이새로")],
    )
    runs.publish(store.connection, run_id, publication)
    (entry,) = entries(store.connection, ALL)
    assert (entry.annotator, entry.spans[0].label, entry.spans[0].annotator) == ("이새로", "EVENT", "이새로")
    assert store.count("label") == len(DEFAULT_LABELS) + 1


def test_a_source_is_kept_small_and_read_back_whole(folders: Folders) -> None:
    project = folders.create()
    content = "<html>한국</html>".encode("cp949") * 500
    source = NewSource(
        name="기사.html", kind="html", encoding="cp949", sha256="1" * 64, content=content, data='{"stocks":[]}',
        lines=(1, 3),
    )  # fmt: skip
    run_id = runs.begin(project.connection, project.ids, 1, NOW)
    item = Incoming(
        entry=document("하나", "한국"), document_id=1, annotator_id=1, labels=LABELS, source=source,
        has_layer=False, confirmed=False,
    )  # fmt: skip
    runs.add(project.connection, project.ids, run_id, [item], NOW)
    Store(project.connection, project.ids).publish(run_id)
    read = project.reading.source(1)
    assert read is not None
    assert (read.content, read.name, read.data) == (content, "기사.html", '{"stocks":[]}')
    (size,) = project.connection.execute("SELECT length(content) FROM source").fetchone()
    assert size < len(content) / 10
    assert project.reading.text_version(1).lines == (1, 3)
    assert project.reading.document(1).confirmed is False
    assert project.reading.layer(1, 1) is None
    project.close()


def test_flaws_are_kept_with_their_spans_and_spans_without_ids_get_one(store: Store) -> None:
    entry = document("하나", "한국 정부", status="done")
    entry.spans = tuple(
        EntrySpan(uid, start, start + 1, entry.text[start], "AGENCY")
        for uid, start in (("", 0), ("s1", 1), ("", 3))
    )
    run_id = runs.begin(store.connection, store.ids, 1, NOW)
    item = Incoming(entry=entry, document_id=1, annotator_id=1, labels=LABELS, flaws={"s1": "cluster"})
    runs.add(store.connection, store.ids, run_id, [item], NOW)
    rows = store.connection.execute("SELECT uid, flaw, created_at FROM span ORDER BY start").fetchall()
    assert [flaw for _, flaw, _ in rows] == ["", "cluster", ""]
    assert len({uid for uid, _, _ in rows}) == 3
    assert {at for *_, at in rows} == {NOW}


def test_links_on_suggestions_are_counted_and_left_out(store: Store) -> None:
    entry = document("하나", "한국 정부", status="done")
    entry.spans = (EntrySpan("s1", 0, 2, "한국", "AGENCY"),)
    entry.suggestions = (EntrySuggestion("p1", 3, 5, "정부", "AGENCY"),)
    entry.relations = (EntryRelation("r1", "", "s1", "p1"), EntryRelation("r2", "", "s1", "s1"))
    entry.records = (EntryRecord("c1", "", (EntryMember("AGENCY", "p1"), EntryMember("AGENCY", "s1"))),)
    entry.comments = (EntryComment("m1", "p1", "", "", NOW, "?", False),)
    run_id = runs.begin(store.connection, store.ids, 1, NOW)
    assert runs.add(store.connection, store.ids, run_id, store.incoming([entry]), NOW) == 3
    store.publish(run_id)
    (read,) = entries(store.connection, ALL)
    assert [relation.id for relation in read.relations] == ["r2"]
    assert [member.span_id for member in read.records[0].roles] == ["s1"]
    assert read.comments == ()


def test_a_revision_from_a_file_is_known_to_others_and_one_of_ours_is_not(store: Store) -> None:
    store.take_in(
        [document("하나", "한국", status="done", revision="r7", parent="r6"), document("둘", "한국")]
    )
    rows = store.connection.execute("SELECT uid, parent, exported_at FROM layer_revision ORDER BY layer_id")
    (theirs, (ours, parent, exported)) = rows.fetchall()
    assert theirs == ("r7", "r6", NOW)
    assert len(ours) == 16
    assert (parent, exported) == ("", "")


# What the project knows.


def test_known_documents_are_those_in_use_and_those_of_the_import_at_work(store: Store) -> None:
    store.take_in([document("하나", "한국"), document("둘", "한국"), document("셋", "미국")])
    withdrawn = store.publish(store.take_in([document("넷", "한국")], publish=False))
    journal.undo(store.connection, withdrawn, at=NOW)
    run_id = store.take_in([document("다섯", "한국")], publish=False)
    store.connection.execute("UPDATE document SET binned_at = ? WHERE uid = '둘'", (NOW,))
    uids = ("하나", "둘", "넷", "다섯", "여섯")
    found = known_by_uid(store.connection, uids)
    assert {uid: known.binned for uid, known in found.items()} == {"하나": False, "둘": True}
    assert set(known_by_uid(store.connection, uids, run_id=run_id)) == {"하나", "둘", "다섯"}
    sha = found["하나"].sha256
    same = known_by_sha(store.connection, [sha], run_id=run_id)[sha]
    assert [known.uid for known in same] == ["하나", "다섯", "둘"]
    assert known_by_sha(store.connection, ["0" * 64]) == {}


def test_a_document_in_use_is_known_before_its_namesake_in_the_bin(store: Store) -> None:
    store.take_in([document("하나", "한국")])
    store.connection.execute("UPDATE document SET binned_at = ?", (NOW,))
    store.take_in([document("하나", "미국")])
    assert known_by_uid(store.connection, ["하나"])["하나"].id == 2


def test_known_layers_have_their_revisions_oldest_first(store: Store) -> None:
    store.take_in([document("하나", "한국", status="done", revision="r2", parent="r1")])
    store.connection.execute("INSERT INTO layer_revision (layer_id, uid, parent) VALUES (1, 'r3', 'r2')")
    (layer,) = known_layers(store.connection, [1, 2]).values()
    assert layer.revisions == (("r2", "r1"), ("r3", "r2"))
    assert (layer.document_id, layer.annotator_id, layer.role, layer.status) == (
        1,
        PEOPLE[0].id,
        "annotator",
        "done",
    )


def test_the_files_that_brought_suggestions_are_known_once_they_are_shown(store: Store) -> None:
    run_id = store.take_in([document("하나", "한국", role="machine"), document("둘", "미국")], publish=False)
    runs.add_files(store.connection, run_id, [runs.SourceFile("가.jsonl", "a" * 64, 1, "native")])
    assert files_of_machines(store.connection, [1, 2]) == frozenset()
    store.publish(run_id)
    assert files_of_machines(store.connection, [1, 2]) == {(1, PEOPLE[0].id, "a" * 64)}


def test_documents_removed_for_good_are_known(store: Store) -> None:
    store.take_in([document("하나", "한국")])
    store.connection.execute("INSERT INTO tombstone VALUES ('영', '', ?)", (NOW,))
    assert removed_for_good(store.connection, ["영", "하나"]) == {"영"}
