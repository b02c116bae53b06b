"""The list of documents: the ids that a query asks for, in its order, and the rows of a page of them.

An order is read whole from an index that covers it, and what is not asked for is struck out of it in memory:
that costs the same for every filter, and nothing where there is no bin and no hidden import.
"""

import json
import sqlite3
from array import array
from collections.abc import Collection, Iterable, Sequence
from itertools import chain, compress
from typing import Final

from annotator.core.layer import Status
from annotator.core.listing import FILTERS, SORTS, WORK_SORTS, ListQuery, ListRow
from annotator.store import search
from annotator.store.narrowing import allowed
from annotator.store.selection import BEGINS
from annotator.store.snapshot import snapshot

# Statuses that say that the annotator has begun; a document without any of them is new.
_BEGUN: Final = ("in_progress", "done", "skipped")
_FEW: Final = 20_000

_LISTED: Final = "IN (SELECT value FROM json_each(?))"
_HIDDEN_RUNS: Final = "SELECT id FROM import_run WHERE state <> 'published'"
_OUT_OF_SIGHT: Final = (
    "SELECT id FROM document WHERE binned_at <> ''",
    f"SELECT id FROM document WHERE run_id IN ({_HIDDEN_RUNS})",  # noqa: S608 - our words
)
_SHOWN_LAYER: Final = f"(l.run_id IS NULL OR l.run_id NOT IN ({_HIDDEN_RUNS}))"
_LAYERS: Final = "FROM layer AS l WHERE l.annotator_id = ? AND l.role = 'annotator'"
_ROWS: Final = f"""
    SELECT d.id, d.title, d.outlet, d.published, d.document_date, l.status, l.flagged,
        (SELECT count(*) FROM span AS s WHERE s.layer_id = l.id),
        {BEGINS}
    FROM json_each(?) AS k CROSS JOIN document AS d ON d.id = k.value
    LEFT JOIN layer AS l ON l.id = (SELECT min(l.id) FROM layer AS l
        WHERE l.document_id = d.id AND l.annotator_id = ? AND l.role = 'annotator' AND {_SHOWN_LAYER})
"""  # noqa: S608 - our words
# Layers with spans, the fewest first.
_BY_SPANS: Final = f"""
    SELECT l.document_id FROM (SELECT layer_id, count(*) AS number FROM span GROUP BY layer_id) AS s
    CROSS JOIN layer AS l ON l.id = s.layer_id
    WHERE l.annotator_id = ? AND l.role = 'annotator' AND {_SHOWN_LAYER} ORDER BY s.number, l.document_id
"""  # noqa: S608 - our words
_STATUSES: Final = {str(status): status for status in Status}


def ids(
    connection: sqlite3.Connection,
    query: ListQuery,
    annotator_id: int,
    *,
    found: Collection[int] | None = None,
) -> "array[int]":
    """Return the ids of the documents that a query asks for, in its order; those of equal rank by their age.

    `found` are the documents that hold the query's text, where a search has been made already; else one is
    made here, and may take its time. Documents in the bin and of hidden imports are left out.
    """
    if query.status not in FILTERS or query.sort not in SORTS:
        msg = f"no such filter or order: {query.status}, {query.sort}"
        raise ValueError(msg)
    with snapshot(connection):
        chosen = _narrowed(connection, query, annotator_id, found)
        dropped = _dropped(connection, query, annotator_id)
        if query.sort == "id":
            ordered = _all(connection) if chosen is None else chosen
            kept = _struck(ordered, None, dropped)
            return kept[::-1] if query.descending else kept
        if query.sort in WORK_SORTS:
            kept = _struck(_by_work(connection, query.sort, annotator_id), chosen, dropped)
            return kept[::-1] if query.descending else kept
        return _sorted(connection, query, chosen, dropped)


def _narrowed(
    connection: sqlite3.Connection, query: ListQuery, annotator_id: int, found: Collection[int] | None
) -> "array[int] | None":
    """Return the documents that a filter or search allows, by age; None for all."""
    chosen: array[int] | None = None
    if query.status == "unconfirmed":
        chosen = _array(connection, "SELECT id FROM document WHERE confirmed = 0 ORDER BY id")
    elif query.status == "flagged":
        chosen = _layers(connection, annotator_id, "l.flagged = 1")
    elif query.status in _BEGUN:
        chosen = _layers(connection, annotator_id, "l.status = ?", query.status)
    by_terms = allowed(connection, query.terms, annotator_id)
    if by_terms is not None:
        kept = None if chosen is None else set(chosen)
        chosen = by_terms if kept is None else array("q", (id_ for id_ in by_terms if id_ in kept))
    if query.text and found is None:
        found = search.search(connection, query.text, limit=None).ids
    if found is None:
        return chosen
    if chosen is None:
        return array("q", sorted(found))
    wanted = set(found)
    return array("q", (id_ for id_ in chosen if id_ in wanted))


def _layers(connection: sqlite3.Connection, annotator_id: int, condition: str, *values: str) -> "array[int]":
    """Return the documents on which the annotator's layer is so, by age."""
    shown = f" AND {_SHOWN_LAYER}" if _has_hidden(connection) else ""
    query = f"SELECT l.document_id {_LAYERS} AND {condition}{shown} ORDER BY l.document_id"
    return _array(connection, query, annotator_id, *values)


def _dropped(connection: sqlite3.Connection, query: ListQuery, annotator_id: int) -> "array[int]":
    """Return the documents that the query leaves out of what it is narrowed to."""
    dropped: array[int] = array("q")
    if query.status == "new":
        for status in _BEGUN:
            dropped.extend(_layers(connection, annotator_id, "l.status = ?", status))
    for out_of_sight in _OUT_OF_SIGHT:
        dropped.extend(_array(connection, out_of_sight))
    return dropped


def _all(connection: sqlite3.Connection) -> Sequence[int]:
    """Return all ids by age; where none is missing between the first and the last they need not be read."""
    first, last = _ends(connection)
    (number,) = connection.execute("SELECT count(*) FROM document").fetchone()
    if number == last - first + 1:
        return range(first, last + 1)
    return _array(connection, "SELECT id FROM document ORDER BY id")


def _ends(connection: sqlite3.Connection) -> tuple[int, int]:
    (first,) = connection.execute("SELECT min(id) FROM document").fetchone()
    (last,) = connection.execute("SELECT max(id) FROM document").fetchone()
    return (0, -1) if first is None else (first, last)


def _struck(ordered: Sequence[int], chosen: "array[int] | None", dropped: Sequence[int]) -> "array[int]":
    """Return the ids in their order: those chosen (None: all), less those dropped."""
    if not ordered or (chosen is None and not dropped):
        return array("q", ordered)
    picked = array("q") if chosen is None else chosen
    size = max(chain(ordered, picked, dropped)) + 1
    allowed = bytearray(b"\x01" if chosen is None else b"\x00") * size
    for id_ in picked:
        allowed[id_] = 1
    for id_ in dropped:
        allowed[id_] = 0
    return array("q", compress(ordered, map(allowed.__getitem__, ordered)))


def _sorted(
    connection: sqlite3.Connection, query: ListQuery, chosen: "array[int] | None", dropped: "array[int]"
) -> "array[int]":
    direction = "DESC" if query.descending else "ASC"
    order = f"ORDER BY {query.sort} {direction}, id {direction}"
    if chosen is not None and len(chosen) <= _FEW:
        listed = json.dumps(chosen.tolist())
        few = _array(connection, f"SELECT id FROM document WHERE id {_LISTED} {order}", listed)  # noqa: S608 - our words
        return _struck(few, None, dropped)
    return _struck(_array(connection, f"SELECT id FROM document {order}"), chosen, dropped)  # noqa: S608 - our words


def _by_work(connection: sqlite3.Connection, sort: str, annotator_id: int) -> "array[int]":
    """Return all ids by what the annotator's layers say, ascending; those that say nothing come first, by age.

    Only what has been worked on is sorted; statuses and flags come sorted from their indexes.
    """
    worked_on: array[int] = array("q")
    if sort == "status":
        for status in _BEGUN:
            worked_on.extend(_layers(connection, annotator_id, "l.status = ?", status))
    elif sort == "flagged":
        worked_on = _layers(connection, annotator_id, "l.flagged = 1")
    else:
        worked_on = _array(connection, _BY_SPANS, annotator_id)
    once = array("q", dict.fromkeys(worked_on))
    return _struck(_all(connection), None, once) + once


def _array(connection: sqlite3.Connection, query: str, *parameters: object) -> "array[int]":
    return array("q", chain.from_iterable(connection.execute(query, parameters)))


def _has_hidden(connection: sqlite3.Connection) -> bool:
    return connection.execute(f"{_HIDDEN_RUNS} LIMIT 1").fetchone() is not None


def rows(connection: sqlite3.Connection, wanted: Iterable[int], annotator_id: int) -> list[ListRow]:
    """Return what the list shows of these documents, in the order of the ids; one that is gone is left out."""
    with snapshot(connection):
        read = connection.execute(_ROWS, (json.dumps(list(wanted)), annotator_id)).fetchall()
    return [
        ListRow(
            id_, title, outlet, published, date, _STATUSES[status or "new"], bool(flagged), spans, text or ""
        )
        for id_, title, outlet, published, date, status, flagged, spans, text in read
    ]


def counts(connection: sqlite3.Connection, annotator_id: int) -> dict[str, int]:
    """Return how many documents each of `core.listing.FILTERS` finds; "" is all of them."""
    with snapshot(connection):
        shown = _condition_of_shown(connection, "id")
        count = f"SELECT count(*) FROM document WHERE {shown}"  # noqa: S608 - our words
        everything = _number(connection, count)
        unconfirmed = _number(connection, f"{count} AND confirmed = 0")
        layers = f"{_LAYERS} AND {_condition_of_shown(connection, 'l.document_id')}"
        if _has_hidden(connection):
            layers += f" AND {_SHOWN_LAYER}"
        by_status = dict(
            connection.execute(
                f"SELECT l.status, count(*) {layers} GROUP BY l.status", (annotator_id,)
            ).fetchall()
        )
        flagged = _number(connection, f"SELECT count(*) {layers} AND l.flagged = 1", annotator_id)
    begun = {status: by_status.get(status, 0) for status in _BEGUN}
    return {
        "": everything,
        "new": everything - sum(begun.values()),
        **begun,
        "flagged": flagged,
        "unconfirmed": unconfirmed,
    }


def _condition_of_shown(connection: sqlite3.Connection, column: str) -> str:
    """Return the condition that a document is to be seen: none where nothing is out of sight."""
    parts = [
        f"{column} NOT IN ({query})"
        for query in _OUT_OF_SIGHT
        if connection.execute(f"{query} LIMIT 1").fetchone() is not None
    ]
    return " AND ".join(parts) or "1"


def _number(connection: sqlite3.Connection, query: str, *parameters: object) -> int:
    (number,) = connection.execute(query, parameters).fetchone()
    return int(number)
