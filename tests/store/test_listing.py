"""The list gives what going through all documents would give, in every order and through every filter."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.layer import Status
from annotator.core.listing import FILTERS, SORTS, WORK_SORTS, ListQuery
from annotator.store import journal, listing, search
from annotator.store.listing import counts, ids, rows
from tests.support.imports import NOW, PEOPLE, Store, document, open_store

KIM, PARK = PEOPLE[:2]
_FIELDS = tuple(sort for sort in SORTS[1:] if sort not in WORK_SORTS)
_BY_PROGRESS = ("new", "in_progress", "done", "skipped")
_VALUES = ("", "가", "나", "다")
_ADD_SPAN = (
    'INSERT INTO span (uid, layer_id, start, "end", text, label_id, origin, annotator_id, created_at, updated_at)'
    " VALUES (?1, ?2, 0, 1, '한', 1, 'hand', ?3, ?4, ?4)"
)

Seen = dict[int, dict[str, object]]


def fill(store: Store, dice: Random) -> None:
    """Make documents and layers of every kind, in imports of which some are hidden, and a bin."""
    for state in ("published", "running", "withdrawn"):
        made = [
            document(
                f"{state}{n}", dice.choice(("한국", "미국")), title=dice.choice(_VALUES),
                status=dice.choice(("new", "in_progress", "done", "skipped")), flagged=dice.random() < 0.5,
            )
            for n in range(dice.randint(0, 6))
        ]  # fmt: skip
        run_id = store.take_in(made, publish=state != "running")
        store.connection.execute("UPDATE import_run SET state = ? WHERE id = ?", (state, run_id))
    for (id_,) in store.connection.execute("SELECT id FROM layer").fetchall():
        for _ in range(dice.randint(0, 3)):
            store.connection.execute(_ADD_SPAN, (f"{id_}-{dice.random()}", id_, KIM.id, NOW))
    for (id_,) in store.connection.execute("SELECT id FROM document").fetchall():
        fate = dice.random()
        fields = _FIELDS[1:]
        values = (*(dice.choice(_VALUES) for _ in fields), dice.randint(0, 1), id_)
        written = ", ".join(f"{field} = ?" for field in (*fields, "confirmed"))
        store.connection.execute(f"UPDATE document SET {written} WHERE id = ?", values)
        if fate < 0.2:
            store.connection.execute("UPDATE document SET binned_at = ? WHERE id = ?", (NOW, id_))
        elif fate < 0.4:
            store.connection.execute(
                "UPDATE layer SET annotator_id = ? WHERE document_id = ?", (PARK.id, id_)
            )
        elif fate < 0.5:
            store.connection.execute("UPDATE layer SET role = 'adjudicator' WHERE document_id = ?", (id_,))
        elif fate < 0.6:
            store.connection.execute("DELETE FROM layer WHERE document_id = ?", (id_,))
        elif fate < 0.7:
            store.connection.execute("DELETE FROM layer WHERE document_id = ?", (id_,))
            store.connection.execute("DELETE FROM document WHERE id = ?", (id_,))


def all_shown(store: Store) -> Seen:
    """Go through all documents by hand."""
    states = dict(store.connection.execute("SELECT id, state FROM import_run").fetchall())
    layers = {
        document_id: (status, flagged, spans)
        for document_id, status, flagged, annotator_id, role, run_id, spans in store.connection.execute(
            "SELECT document_id, status, flagged, annotator_id, role, run_id,"
            " (SELECT count(*) FROM span WHERE layer_id = layer.id) FROM layer"
        )
        if (annotator_id, role, states[run_id]) == (KIM.id, "annotator", "published")
    }
    found: Seen = {}
    for id_, *fields, confirmed, binned_at, run_id, text in store.connection.execute(
        f"SELECT d.id, {', '.join(_FIELDS)}, d.confirmed, d.binned_at, d.run_id, v.text"
        " FROM document AS d JOIN text_version AS v ON v.id = d.text_version_id"
    ):
        if states[run_id] == "published" and not binned_at:
            status, flagged, spans = layers.get(id_, ("new", 0, 0))
            found[id_] = dict(zip(_FIELDS, fields, strict=True)) | {
                "id": id_, "status": status, "flagged": flagged, "unconfirmed": 1 - confirmed, "text": text,
                "spans": spans,
            }  # fmt: skip
    return found


def expected(shown: Seen, query: ListQuery) -> list[int]:
    kept = [
        one
        for one in shown.values()
        if (not query.status or query.status == one["status"] or one.get(query.status) == 1)
        and (not query.text or query.text in str(one["text"]) or query.text in str(one["title"]))
    ]
    kept.sort(key=lambda one: (_standing(one[query.sort]), one["id"]), reverse=query.descending)
    return [int(str(one["id"])) for one in kept]


def _standing(value: object) -> object:
    return _BY_PROGRESS.index(value) if value in _BY_PROGRESS else value


queries = st.builds(
    ListQuery,
    st.sampled_from(("", "한국", "가")),
    st.sampled_from(FILTERS),
    st.sampled_from(SORTS),
    st.booleans(),
)


@settings(max_examples=60)
@given(st.integers(0, 2**32 - 1), st.lists(queries, min_size=1, max_size=6), st.sampled_from((0, 20_000)))
def test_a_query_lists_what_going_through_all_documents_would(
    template: Path, seed: int, asked: list[ListQuery], few: int
) -> None:
    before = listing._FEW
    try:
        # Both ways to sort: few by themselves, many along the index.
        listing._FEW = few
        with open_store(template) as store:
            fill(store, Random(seed))
            shown = all_shown(store)
            for query in asked:
                assert ids(store.connection, query, KIM.id).tolist() == expected(shown, query)
            assert counts(store.connection, KIM.id) == {
                name: len(expected(shown, ListQuery(status=name))) for name in FILTERS
            }
    finally:
        listing._FEW = before


@pytest.mark.parametrize("status", FILTERS)
@pytest.mark.parametrize("sort", SORTS)
def test_every_filter_and_order_is_right(store: Store, status: str, sort: str) -> None:
    fill(store, Random(f"{status}{sort}"))
    query = ListQuery(status=status, sort=sort)
    assert ids(store.connection, query, KIM.id).tolist() == expected(all_shown(store), query)


def test_an_empty_project_lists_nothing(store: Store) -> None:
    for status in FILTERS:
        for sort in SORTS:
            assert (
                ids(store.connection, ListQuery(status=status, sort=sort, descending=True), 1).tolist() == []
            )
    assert set(counts(store.connection, 1).values()) == {0}
    assert rows(store.connection, [], 1) == []


def test_what_was_found_already_is_listed_without_a_search(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.take_in(document(f"d{n}", "한국", title=title, status="done") for n, title in enumerate("다가나"))

    def fail(*_args: object, **_options: object) -> None:
        pytest.fail("it was searched")

    monkeypatch.setattr(search, "search", fail)
    query = ListQuery(text="한국", sort="title")
    assert ids(store.connection, query, 1, found=(3, 1)).tolist() == [3, 1]
    assert ids(store.connection, ListQuery(text="한국", status="done"), 1, found=(3, 1)).tolist() == [1, 3]
    assert ids(store.connection, ListQuery(text="한국", status="skipped"), 1, found=(3, 1)).tolist() == []


def test_an_unknown_order_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="no such filter or order"):
        ids(store.connection, ListQuery(sort="title; DROP TABLE document"), 1)


def test_rows_come_in_the_order_of_the_ids_with_the_annotators_own_layer(store: Store) -> None:
    store.take_in(
        [
            document("가", "한국", title="하나", status="done", flagged=True),
            document("나", "한국", title="둘"),
        ]
    )
    store.connection.execute("DELETE FROM layer WHERE document_id = 2")
    store.connection.executemany(
        "INSERT INTO span (uid, layer_id, start, end, text, label_id, origin, annotator_id, created_at, updated_at)"
        " VALUES (?, 1, 0, 1, '한', 1, 'manual', 1, '', '')",
        [("s1",), ("s2",)],
    )
    second, first = rows(store.connection, [2, 1, 99], KIM.id)
    assert (first.id, first.title, first.status, first.flagged, first.spans) == (
        1,
        "하나",
        Status.DONE,
        True,
        2,
    )
    assert (second.id, second.title, second.status, second.flagged, second.spans) == (
        2,
        "둘",
        Status.NEW,
        False,
        0,
    )
    assert statuses(rows(store.connection, [1, 2], PARK.id)) == [Status.NEW, Status.NEW]


def test_a_document_without_a_title_is_told_by_the_beginning_of_its_text(store: Store) -> None:
    long = "첫 줄이다. " * 100
    store.take_in(
        [document("가", "한국", title="하나"), document("나", long), document("다", "미국", title=" ")]
    )
    titled, untitled, blank = rows(store.connection, [1, 2, 3], KIM.id)
    assert titled.beginning == ""
    assert untitled.beginning
    assert long.startswith(untitled.beginning)
    assert len(untitled.beginning) < len(long)
    assert blank.beginning == "미국"


def statuses(listed: Sequence[listing.ListRow]) -> list[Status]:
    return [row.status for row in listed]


def test_a_layer_of_a_hidden_import_does_not_count(store: Store) -> None:
    run_id = store.take_in([document("가", "한국", status="done")], publish=False)
    step = store.publish(run_id)
    store.connection.execute("UPDATE document SET run_id = NULL")
    assert ids(store.connection, ListQuery(status="done"), 1).tolist() == [1]
    journal.undo(store.connection, step, at=NOW)
    assert ids(store.connection, ListQuery(status="done"), 1).tolist() == []
    assert ids(store.connection, ListQuery(status="new"), 1).tolist() == [1]
    assert statuses(rows(store.connection, [1], 1)) == [Status.NEW]
    assert counts(store.connection, 1) | {"": 1, "new": 1, "done": 0} == counts(store.connection, 1)


@pytest.mark.parametrize("sort", _FIELDS)
def test_every_order_is_read_from_an_index(store: Store, sort: str) -> None:
    plan = store.connection.execute(f"EXPLAIN QUERY PLAN SELECT id FROM document ORDER BY {sort}, id")
    assert [row[3] for row in plan if "TEMP B-TREE" in row[3] or "COVERING INDEX" not in row[3]] == []
