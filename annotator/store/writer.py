"""Row operations on the disk: what a change says, checked against what is there, and what follows from it.

Everything here runs inside the caller's transaction, which takes it all back where an error is raised.
"""

import re
import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final

from annotator.core.changes import ENTITIES, RowOp, Scalar
from annotator.core.errors import user_error
from annotator.store.errors import is_duplicate
from annotator.store.ids import largest_of, raise_marks
from annotator.store.layers import mark_layers
from annotator.store.references import check_references, check_slices

_INSERT, _UPDATE, _DELETE = "insert", "update", "delete"
_Shape = tuple[str, str, tuple[str, ...]]

_COLUMN: Final = re.compile(r"[a-z][a-z0-9_]*\Z")


def write(connection: sqlite3.Connection, ops: Sequence[RowOp], at: str) -> None:
    """Carry out the operations in order, and what follows from them; UserError `change.conflict` else.

    A row must hold every value that its operation names as `before`. What follows, and is never journaled:
    touched layers are marked as changed at `at` and get a new revision where the present one was exported.
    """
    _forget_grams(connection, ops)
    for shape, group in groupby(ops, key=_shape_of):
        _write_group(connection, shape, list(group))
    check_references(connection, ops)
    check_slices(connection, ops)
    raise_marks(connection, largest_of(ops))
    mark_layers(connection, ops, at)


def _shape_of(op: RowOp) -> _Shape:
    if op.before is None:
        return (op.entity, _INSERT, tuple(op.after or ()))
    if op.after is None:
        return (op.entity, _DELETE, tuple(op.before))
    return (op.entity, _UPDATE, tuple(op.after))


def _write_group(connection: sqlite3.Connection, shape: _Shape, ops: list[RowOp]) -> None:
    entity, kind, columns = shape
    statement = _statement(entity, kind, columns)
    try:
        cursor = connection.executemany(statement, _PARAMETERS[kind](ops, columns))
    except sqlite3.IntegrityError as error:
        if is_duplicate(error):
            raise user_error("change.conflict", entity=entity) from error
        raise
    if cursor.rowcount != len(ops):
        raise user_error("change.conflict", entity=entity)


@lru_cache(maxsize=512)
def _statement(entity: str, kind: str, columns: tuple[str, ...]) -> str:
    """Return the SQL for operations of one shape.

    Names are quoted and, in conditions, qualified: SQLite then takes an unknown column for an error, where a
    bare quoted name may be taken for a string.
    """
    if entity not in ENTITIES or not all(_COLUMN.match(column) for column in columns):
        msg = f"no such entity or column: {entity}, {columns}"
        raise ValueError(msg)
    if kind == _INSERT:
        names = ", ".join(f'"{column}"' for column in columns)
        marks = ", ".join("?" * len(columns))
        return f'INSERT INTO "{entity}" ({names}) VALUES ({marks})'  # noqa: S608 - checked names
    condition = "".join(f' AND "{entity}"."{column}" IS ?' for column in columns)
    if kind == _DELETE:
        return f'DELETE FROM "{entity}" WHERE "{entity}".id = ?{condition}'  # noqa: S608 - checked names
    settings = ", ".join(f'"{column}" = ?' for column in columns)
    return f'UPDATE "{entity}" SET {settings} WHERE "{entity}".id = ?{condition}'  # noqa: S608 - checked names


def _of_inserts(ops: list[RowOp], _columns: tuple[str, ...]) -> list[tuple[Scalar, ...]]:
    if any(op.after is None or op.after["id"] != op.id for op in ops):
        msg = "an operation names no row, or another one than its id"
        raise ValueError(msg)
    return [tuple(op.after.values()) for op in ops if op.after is not None]


def _of_updates(ops: list[RowOp], columns: tuple[str, ...]) -> list[tuple[Scalar, ...]]:
    rows: list[tuple[Scalar, ...]] = []
    for op in ops:
        before, after = op.before or {}, op.after or {}
        if len(before) != len(columns):
            msg = "an update names the same columns before and after"
            raise ValueError(msg)
        rows.append((*after.values(), op.id, *[before[column] for column in columns]))
    return rows


def _of_deletes(ops: list[RowOp], _columns: tuple[str, ...]) -> list[tuple[Scalar, ...]]:
    return [(op.id, *op.before.values()) for op in ops if op.before is not None]


_PARAMETERS: Final = {_INSERT: _of_inserts, _UPDATE: _of_updates, _DELETE: _of_deletes}


def _forget_grams(connection: sqlite3.Connection, ops: Iterable[RowOp]) -> None:
    """Take documents out of the search index while the text that was indexed is still there."""
    document_ids: set[int] = set()
    for op in ops:
        if op.entity == "document" and op.before is not None:
            if op.after is None or not op.after.keys().isdisjoint(("text_version_id", "title")):
                document_ids.add(op.id)
        elif op.entity == "text_version" and op.before is not None and "document_id" in op.before:
            document_ids.add(int(op.before["document_id"] or 0))
    if document_ids:
        from annotator.store import search

        search.forget(connection, sorted(document_ids))
