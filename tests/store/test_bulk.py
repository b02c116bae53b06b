"""What was imported comes back entry for entry, sorted, and what stays behind is counted."""

import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from annotator.core.content import content_digest
from annotator.core.entry import Entry, EntrySuggestion
from annotator.store import journal, runs
from annotator.store.bulk import _Along, entries, entries_of
from annotator.store.database import transaction
from annotator.store.incoming import Incoming
from annotator.store.selection import Selection, choices, layer_ids, left_out, mark_exported
from tests.support.imports import (
    LABELS,
    NAMED,
    NO_FIELDS,
    NOW,
    PEOPLE,
    Store,
    document,
    imports,
    in_order,
    make_template,
    open_store,
)

EVERY_STATUS = ("new", "in_progress", "done", "skipped")
ALL = Selection(statuses=EVERY_STATUS)
KIM, PARK, OTHER_KIM, MACHINE = PEOPLE


@pytest.fixture
def mixed(store: Store) -> Store:
    """Four documents: one of two people and gold, one of a machine alone, one of one person, one untouched."""
    one, two, three, four = (document(uid, "한국 정부") for uid in ("가", "나", "다", "라"))
    store.take_in([
        by(one, KIM, status="done"), by(one, PARK, status="in_progress"), by(one, PARK, role="adjudicator"),
        by(two, MACHINE, role="machine", suggestions=(EntrySuggestion("p1", 0, 2, "한국", "AGENCY", score="0.5"),)),
        by(three, PARK, status="skipped"),
    ])  # fmt: skip
    run_id = runs.begin(store.connection, store.ids, 1, NOW)
    untouched = Incoming(
        entry=replace(four, extra={"열": 1}), document_id=store.ids.new("document"), annotator_id=1, labels=LABELS,
        has_layer=False,
    )  # fmt: skip
    runs.add(store.connection, store.ids, run_id, [untouched], NOW)
    store.publish(run_id)
    return store


def by(entry: Entry, person, **changes: object) -> Entry:
    return replace(entry, annotator=person.name, annotator_id=person.uid, **changes)


def out(store: Store, selection: Selection) -> list[tuple[str, str, str]]:
    return [(entry.id, entry.annotator_id, entry.role) for entry in entries(store.connection, selection)]


@settings(max_examples=80)
@given(imports())
def test_what_is_imported_comes_back_as_it_was(template: Path, made: list[Entry]) -> None:
    with open_store(template) as store:
        store.take_in(made)
        read = list(entries(store.connection, ALL, with_suggestions=True))
        assert read == in_order(made)
        assert list(entries(store.connection, ALL)) == [replace(entry, suggestions=()) for entry in read]
        assert [entry for _, entry in entries_of(store.connection, layer_ids(store.connection, ALL))] == [
            replace(entry, suggestions=()) for entry in read
        ]


@settings(max_examples=30)
@given(imports())
def test_a_second_import_of_an_export_says_the_same(template: Path, made: list[Entry]) -> None:
    with open_store(template) as store, open_store(template) as second:
        store.take_in(made)
        exported = list(entries(store.connection, ALL, with_suggestions=True))
        second.take_in(exported)
        assert list(entries(second.connection, ALL, with_suggestions=True)) == exported
        assert list(map(content_digest, exported)) == list(map(content_digest, in_order(made)))


def test_lines_are_sorted_by_document_then_name_then_person(store: Store) -> None:
    one, two = document("B", "한국"), document("A", "한국")
    store.take_in([by(one, PARK), by(one, KIM), by(one, OTHER_KIM), by(two, PARK)])
    assert [(entry.id, entry.annotator, entry.annotator_id) for entry in entries(store.connection, ALL)] == [
        ("A", "박바다", "uid-2"), ("B", "김하늘", "uid-0"), ("B", "김하늘", "uid-1"), ("B", "박바다", "uid-2"),
    ]  # fmt: skip


def test_everyone_goes_out_but_machines(mixed: Store) -> None:
    assert out(mixed, ALL) == [
        ("가", "uid-1", "annotator"), ("가", "uid-2", "annotator"), ("가", "uid-2", "adjudicator"),
        ("다", "uid-2", "annotator"),
    ]  # fmt: skip


def test_only_the_layers_with_the_statuses_go_out(mixed: Store) -> None:
    assert out(mixed, Selection(statuses={"done", "skipped"})) == [
        ("가", "uid-1", "annotator"),
        ("다", "uid-2", "annotator"),
    ]


def test_an_annotator_goes_out_without_their_gold(mixed: Store) -> None:
    chosen = Selection(statuses=EVERY_STATUS, annotator_ids=[PARK.id])
    assert out(mixed, chosen) == [("가", "uid-2", "annotator"), ("다", "uid-2", "annotator")]


def test_gold_goes_out_alone(mixed: Store) -> None:
    assert out(mixed, Selection(statuses=EVERY_STATUS, gold=True)) == [("가", "uid-2", "adjudicator")]


def test_an_untouched_document_goes_out_once_with_an_empty_layer_where_new_is_asked_for(mixed: Store) -> None:
    chosen = Selection(statuses=EVERY_STATUS, annotator_ids=[KIM.id], blank_for=KIM)
    assert out(mixed, chosen) == [(uid, "uid-1", "annotator") for uid in ("가", "나", "다", "라")]
    blank = list(entries(mixed.connection, chosen))[-1]
    assert blank == Entry(
        id="라", text="한국 정부", text_sha256=blank.text_sha256, fields=NO_FIELDS, label_set=NAMED, annotator="김하늘",
        annotator_id="uid-1", created_at=NOW, extra={"열": 1},
    )  # fmt: skip
    untouched = {uid for uid, *_ in out(mixed, Selection(statuses=["new"], blank_for=KIM))} - {"가"}
    assert untouched == {"나", "라"}
    with_gold = Selection(statuses=EVERY_STATUS, gold=True, blank_for=KIM)
    assert [uid for uid, *_ in out(mixed, with_gold)] == ["가", "나", "라"]
    assert "라" not in {uid for uid, *_ in out(mixed, Selection(statuses=["done"], blank_for=KIM))}


def test_suggestions_of_machines_go_out_with_every_layer_of_the_document_when_asked_for(mixed: Store) -> None:
    chosen = Selection(statuses=["new"], blank_for=KIM)
    asked = {e.id: e.suggestions for e in entries(mixed.connection, chosen, with_suggestions=True)}
    assert [(made.text, made.score, made.annotator) for made in asked["나"]] == [("한국", "0.5", "모형")]
    assert asked["라"] == ()
    assert all(entry.suggestions == () for entry in entries(mixed.connection, chosen))


def test_the_bin_and_hidden_imports_stay_behind(mixed: Store) -> None:
    mixed.connection.execute("UPDATE document SET binned_at = ? WHERE uid = '가'", (NOW,))
    withdrawn = mixed.publish(mixed.take_in([document("마", "한국", status="done")], publish=False))
    journal.undo(mixed.connection, withdrawn, at=NOW)
    run_id = runs.begin(mixed.connection, mixed.ids, 1, NOW)
    layer = by(document("다", "한국 정부"), KIM)
    item = Incoming(entry=layer, document_id=3, annotator_id=1, labels=LABELS, is_new=False)
    runs.add(mixed.connection, mixed.ids, run_id, [item], NOW)
    assert out(mixed, ALL) == [("다", "uid-2", "annotator")]
    chosen = Selection(statuses=EVERY_STATUS, blank_for=KIM)
    assert [uid for uid, *_ in out(mixed, chosen)] == ["나", "다", "라"]
    assert left_out(mixed.connection, chosen) == (1, 0, {}, 0)


def test_what_stays_behind_is_counted(mixed: Store) -> None:
    chosen = Selection(statuses={"done"}, annotator_ids=[KIM.id, PARK.id])
    assert out(mixed, chosen) == [("가", "uid-1", "annotator")]
    assert left_out(mixed.connection, chosen) == (0, 2, {"in_progress": 1, "skipped": 1}, 1)
    mixed.connection.execute("UPDATE document SET binned_at = ? WHERE uid = '다'", (NOW,))
    assert left_out(mixed.connection, chosen) == (1, 2, {"in_progress": 1}, 1)
    assert left_out(mixed.connection, Selection(statuses=EVERY_STATUS, gold=True)) == (1, 2, {}, 2)


def test_the_choices_are_those_who_have_layers_gold_first(mixed: Store) -> None:
    assert choices(mixed.connection) == (
        (PARK, True, 1),
        (KIM, False, 1),
        (PARK, False, 2),
    )


def test_only_the_present_revisions_of_what_went_out_are_marked_as_exported(store: Store) -> None:
    store.take_in([document("가", "한국", status="done"), document("나", "한국", status="skipped")])
    with transaction(store.connection):
        store.connection.execute("UPDATE layer_revision SET exported_at = ''")
        store.connection.execute("INSERT INTO layer_revision (layer_id, uid, parent) VALUES (1, 'r2', 'r1')")
        mark_exported(store.connection, layer_ids(store.connection, Selection(statuses={"done"})), NOW)
        mark_exported(store.connection, [1], "2026-04-01T00:00:00Z")
    rows = store.connection.execute("SELECT layer_id, exported_at FROM layer_revision ORDER BY id").fetchall()
    assert rows == [(1, ""), (2, ""), (1, NOW)]


def test_what_is_changed_while_an_export_is_read_is_not_in_it(tmp_path: Path) -> None:
    import sqlite3

    path = make_template(tmp_path / "made.sqlite")
    writer, reader = (sqlite3.connect(path, isolation_level=None) for _ in range(2))
    writer.execute("PRAGMA journal_mode=WAL")
    Store(writer, _ids(writer)).take_in([document("가", "한국"), document("나", "한국")])
    reading = entries(reader, ALL)
    assert next(reading).id == "가"
    writer.execute("UPDATE document SET title = '새 제목'")
    assert next(reading).fields["title"] == ""
    reading.close()
    assert not reader.in_transaction
    assert [entry.fields["title"] for entry in entries(reader, ALL)] == ["새 제목", "새 제목"]
    reader.close()
    writer.close()


def _ids(connection):
    from annotator.store.ids import IdAllocator

    return IdAllocator(connection)


def test_an_export_holds_one_layer_at_a_time(store: Store) -> None:
    text = "한국 정부 " * 200
    for first in range(0, 2400, 400):
        store.take_in((document(f"d{n:05}", text) for n in range(first, first + 400)), batch=50)
    assert sum(1 for _ in entries(store.connection, ALL)) == 2400
    tracemalloc.start()
    assert sum(1 for _ in entries(store.connection, ALL)) == 2400
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000


def test_rows_out_of_order_are_an_error_and_not_an_export_that_lacks_them() -> None:
    along = _Along(iter([(1, "a"), (1, "b"), (3, "c")]))
    assert along.of(1) == [(1, "a"), (1, "b")]
    assert along.of(2) == []
    with pytest.raises(RuntimeError, match="layer 3"):
        along.end()
    assert along.of(3) == [(3, "c")]
    along.end()
