"""Row operations on the disk: what a change says, checked against what is there, and what follows from it.

Everything here runs inside the caller's transaction, which takes it all back where an error is raised.
"""

import re
import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from annotator.core.changes import ENTITIES, RowOp, Scalar
from annotator.core.errors import user_error
from annotator.store.errors import is_duplicate
from annotator.store.grouping import Group, Kind, grouped
from annotator.store.ids import largest_of, raise_marks
from annotator.store.label_versions import follow_labels, keep_version, touches_labels
from annotator.store.layers import mark_layers
from annotator.store.references import check_references, check_slices

# What of a document the search index is made of.
_INDEXED: Final = frozenset({"text_version_id", "title"})

_COLUMN: Final = re.compile(r"[a-z][a-z0-9_]*\Z")


def write(connection: sqlite3.Connection, ops: Iterable[RowOp], at: str, *, burst: bool = False) -> None:
    """Carry out the operations in order, and what follows from them; UserError `change.conflict` else.

    A row must hold every value that its operation names as `before`. What follows, and is never journaled:
    touched layers are marked as changed at `at` and get a new revision where the present one was exported; the
    label set gets the version of what it means now. `burst`: the operations go on with the step before.
    """
    groups = grouped(ops)
    on_labels = touches_labels(groups)
    if on_labels:
        keep_version(connection)
    _forget_grams(connection, groups)
    for group in groups:
        _write_group(connection, group)
    check_references(connection, groups)
    check_slices(connection, groups)
    raise_marks(connection, largest_of(groups))
    mark_layers(connection, groups, at)
    if on_labels:
        follow_labels(connection, groups, burst=burst)


def _write_group(connection: sqlite3.Connection, group: Group) -> None:
    statement = _statement(group.entity, group.kind, group.before, group.after)
    try:
        cursor = connection.executemany(statement, _parameters(group))
    except sqlite3.IntegrityError as error:
        if is_duplicate(error):
            raise user_error("change.conflict", entity=group.entity) from error
        raise
    if cursor.rowcount != len(group.ops):
        raise user_error("change.conflict", entity=group.entity)


@lru_cache(maxsize=512)
def _statement(entity: str, kind: Kind, before: tuple[str, ...], after: tuple[str, ...]) -> str:
    """Return the SQL for operations of one shape.

    Names are quoted and, in conditions, qualified: SQLite then takes an unknown column for an error, where a
    bare quoted name may be taken for a string.
    """
    if entity not in ENTITIES or not all(_COLUMN.match(column) for column in (*before, *after)):
        msg = f"no such entity or column: {entity}, {before}, {after}"
        raise ValueError(msg)
    if kind is Kind.INSERT:
        names = ", ".join(f'"{column}"' for column in after)
        marks = ", ".join("?" * len(after))
        return f'INSERT INTO "{entity}" ({names}) VALUES ({marks})'  # noqa: S608 - checked names
    condition = "".join(f' AND "{entity}"."{column}" IS ?' for column in before)
    if kind is Kind.DELETE:
        return f'DELETE FROM "{entity}" WHERE "{entity}".id = ?{condition}'  # noqa: S608 - checked names
    if set(before) != set(after) or "id" in after:
        msg = f"an update names the same columns before and after, and never the id: {before}, {after}"
        raise ValueError(msg)
    settings = ", ".join(f'"{column}" = ?' for column in after)
    return f'UPDATE "{entity}" SET {settings} WHERE "{entity}".id = ?{condition}'  # noqa: S608 - checked names


def _parameters(group: Group) -> list[tuple[Scalar, ...]]:
    """Return what the statement asks for, a row for each operation."""
    if group.kind is Kind.INSERT:
        rows = [op.after for op in group.ops if op.after is not None]
        if tuple([row.get("id") for row in rows]) != group.ids:
            msg = "an operation names no row, or another one than its id"
            raise ValueError(msg)
        return [tuple(row.values()) for row in rows]
    if group.kind is Kind.DELETE:
        return [(op.id, *op.before.values()) for op in group.ops if op.before is not None]
    return [
        (*op.after.values(), op.id, *op.before.values())
        for op in group.ops
        if op.after is not None and op.before is not None
    ]


def _forget_grams(connection: sqlite3.Connection, groups: Iterable[Group]) -> None:
    """Take documents out of the search index while the text that was indexed is still there."""
    document_ids: set[int] = set()
    for group in groups:
        if group.kind is Kind.INSERT:
            continue
        if group.entity == "document":
            if group.kind is Kind.DELETE or not _INDEXED.isdisjoint(group.columns):
                document_ids.update(group.ids)
        elif group.entity == "text_version" and "document_id" in group.columns:
            owners = (row["document_id"] for row in group.sides)
            document_ids.update(owner for owner in owners if isinstance(owner, int))
    if document_ids:
        from annotator.store import search

        search.forget(connection, sorted(document_ids))
