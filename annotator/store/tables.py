"""Reads the records and the relations of a whole project, one row each, without holding them."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from annotator.core.record import ACTION
from annotator.core.tables import BETWEEN, COMPLETE, INCOMPLETE, Table, TableRow
from annotator.core.values import ValueKind
from annotator.store.errors import explained
from annotator.store.selection import PUBLISHED
from annotator.store.snapshot import snapshot

_OF: Final = f"""
    JOIN layer AS l ON l.id = r.layer_id JOIN document AS d ON d.id = l.document_id
    JOIN annotator AS a ON a.id = l.annotator_id
    WHERE d.binned_at = '' AND l.role <> 'machine' AND {PUBLISHED.format(row="d")} AND {PUBLISHED.format(row="l")}
"""
_DOCUMENT: Final = "coalesce(nullif(d.title, ''), d.uid), d.published, d.outlet, a.name"
_RECORDS: Final = f"""
    SELECT r.id, d.id, l.id, r.uid, d.uid, {_DOCUMENT} FROM record AS r {_OF}
"""  # noqa: S608 - our words
_MEMBERS: Final = """
    SELECT m.record_id, m.role, m.span_id, m.value_type, m.value, m.unit, m.mod,
        s.start, s.text, s.value_type, s.value, s.unit, s.mod
    FROM record_member AS m LEFT JOIN span AS s ON s.id = m.span_id
"""
_RELATIONS: Final = f"""
    SELECT r.id, d.id, l.id, r.uid, d.uid, {_DOCUMENT}, r.type, f.id, f.start, f.text, t.text
    FROM relation AS r JOIN span AS f ON f.id = r.from_id JOIN span AS t ON t.id = r.to_id {_OF}
"""  # noqa: S608 - our words
_THESE: Final = "r.id IN (SELECT value FROM json_each(?))"
_AT_LEAST: Final = frozenset({"EQUAL_OR_MORE", "MORE_THAN"})
_AT_MOST: Final = frozenset({"EQUAL_OR_LESS", "LESS_THAN"})
_FEWEST: Final = 2

_Values = tuple[str, str, str, str, str]  # the text, smallest, greatest, unit, mod
_OF_SUMS: Final = 5


def table_rows(
    connection: sqlite3.Connection, table: Table, ids: Sequence[int] | None = None
) -> Iterator[TableRow]:
    """Yield the rows of a table by age, or (`ids`) those of these ids, in no certain order.

    Everybody's layers are read, those of machines left out; so is what is in the bin or of an import not published.
    """
    read = _records if table is Table.RECORDS else _relations
    with explained(connection), snapshot(connection):
        yield from read(connection, ids)


def count_rows(connection: sqlite3.Connection, table: Table) -> int:
    """Return how many rows the table has."""
    name = "record" if table is Table.RECORDS else "relation"
    with explained(connection):
        return int(connection.execute(f"SELECT count(*) FROM {name} AS r {_OF}").fetchone()[0])  # noqa: S608 - our words


def _records(connection: sqlite3.Connection, ids: Sequence[int] | None) -> Iterator[TableRow]:
    kinds = dict(connection.execute("SELECT key, kind FROM label"))
    given = () if ids is None else (json.dumps(list(ids)),)
    these = "" if ids is None else f" AND {_THESE}"
    members_of = "" if ids is None else " WHERE m.record_id IN (SELECT value FROM json_each(?))"
    records = connection.execute(f"{_RECORDS}{these} ORDER BY r.id", given)
    members = connection.execute(f"{_MEMBERS}{members_of} ORDER BY m.record_id, m.position, m.id", given)
    groups = groupby(members, key=_record_id)
    group = next(groups, None)
    for record in records:
        # Records that are hidden have members too.
        while group is not None and group[0] < record[0]:
            group = next(groups, None)
        own = list(group[1]) if group is not None and group[0] == record[0] else []
        yield _record_row(record, own, kinds)


def _record_id(member: tuple[Any, ...]) -> int:
    return int(member[0])


def _record_row(
    record: tuple[Any, ...], members: Iterable[tuple[Any, ...]], kinds: Mapping[str, str]
) -> TableRow:
    told: dict[str, list[str]] = {ValueKind.NAME: [], ValueKind.CODE: [], ValueKind.DATE: [], ACTION: []}
    sums: list[_Values] = []
    place, full, count = (0, -1), 0, 0
    for _id, role, span_id, own_type, own, own_unit, own_mod, start, text, kind, value, unit, mod in members:
        count += 1
        if span_id is None and own_type is None:
            continue
        full += 1
        if start is not None and (place[1] < 0 or start < place[1]):
            place = (span_id, start)
        meant = (own, own_unit, own_mod) if kind is None else (value, unit, mod)
        column = ACTION if role == ACTION else kinds.get(role, "")
        if column == ValueKind.MONEY:
            sums.append((text or "", *_ends(*meant), meant[1] or "", meant[2] or ""))
        elif column in told:
            told[column].append(meant[0] or text or "")
    complete = full == count and full >= _FEWEST
    amounts = [_joined(parts) for parts in zip(*sums, strict=True)] or [""] * _OF_SUMS
    id_, document_id, layer_id, uid, document, *described = record
    cells = (
        *described, _joined(told[ValueKind.NAME]), _joined(told[ValueKind.CODE]), *amounts,
        _joined(told[ValueKind.DATE]), _joined(told[ACTION]), COMPLETE if complete else INCOMPLETE,
    )  # fmt: skip
    return TableRow(id_, document_id, layer_id, *place, uid, document, cells)


def _ends(value: str | None, _unit: str | None, mod: str | None) -> tuple[str, str]:
    """Return the smallest and the greatest that a sum may be, "" where it has no such end."""
    first, _, last = (value or "").partition("/")
    return "" if mod in _AT_MOST else first, "" if mod in _AT_LEAST else last or first


def _joined(parts: Iterable[str]) -> str:
    """Return several values as one cell; those of sums stand in the same place in each of their columns."""
    listed = list(parts)
    return BETWEEN.join(listed) if any(listed) else ""


def _relations(connection: sqlite3.Connection, ids: Sequence[int] | None) -> Iterator[TableRow]:
    given = () if ids is None else (json.dumps(list(ids)),)
    these = "" if ids is None else f" AND {_THESE}"
    for row in connection.execute(f"{_RELATIONS}{these} ORDER BY r.id", given):
        id_, document_id, layer_id, uid, document, title, published, outlet, annotator, *rest = row
        type_, span_id, start, text, other = rest
        cells = (type_, text, other, title, published, outlet, annotator)
        yield TableRow(id_, document_id, layer_id, span_id, start, uid, document, cells)
