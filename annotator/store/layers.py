"""What follows for the layers that a change touched: their time of last change and their revision."""

import json
import sqlite3
from collections.abc import Iterable
from typing import Final

from annotator.core.changes import RowOp

# Rows of these belong to the layer that their column `layer_id` names.
_OF_A_LAYER: Final = frozenset({
    "comment", "decision", "document_label", "record", "relation", "span", "suggestion",
})  # fmt: skip

_ADD_REVISIONS: Final = """
    INSERT INTO layer_revision (layer_id, uid, parent)
    SELECT touched.value, lower(hex(randomblob(8))), coalesce(present.uid, '')
    FROM json_each(?) AS touched
    LEFT JOIN layer_revision AS present
        ON present.id = (SELECT max(id) FROM layer_revision WHERE layer_id = touched.value)
    WHERE present.id IS NULL OR present.exported_at <> ''
"""


def mark_layers(connection: sqlite3.Connection, ops: Iterable[RowOp], at: str) -> None:
    """Mark the touched layers as changed at `at`; begin a revision where there is none, or it was exported."""
    layer_ids = touched_layers(connection, ops)
    if not layer_ids:
        return
    connection.executemany("UPDATE layer SET updated_at = ? WHERE id = ?", [(at, id_) for id_ in layer_ids])
    connection.execute(_ADD_REVISIONS, (json.dumps(layer_ids),))


def touched_layers(connection: sqlite3.Connection, ops: Iterable[RowOp]) -> list[int]:
    """Return the ids of the layers whose content the operations have changed and that are still there."""
    layers: set[int] = set()
    gone: set[int] = set()
    # Rows whose operation does not say where they belong, by table: they are asked for their owner.
    asked: dict[str, set[int]] = {}
    for op in ops:
        if op.entity == "layer":
            (gone if op.after is None else layers).add(op.id)
        elif op.entity in _OF_A_LAYER:
            named = _named(op, "layer_id")
            layers |= named
            if not named:
                asked.setdefault(op.entity, set()).add(op.id)
        elif op.entity == "record_member":
            named = _named(op, "record_id")
            asked.setdefault("record" if named else "record_member", set()).update(named or {op.id})
        elif op.entity == "document" and op.after is not None and "text_version_id" in op.after:
            layers |= _select(connection, ("id", "layer", "document_id"), {op.id})
    members = asked.pop("record_member", set())
    if members:
        records = _select(connection, ("record_id", "record_member", "id"), members)
        asked.setdefault("record", set()).update(records)
    for table, ids in asked.items():
        layers |= _select(connection, ("layer_id", table, "id"), ids)
    return sorted(layers - gone)


def _named(op: RowOp, column: str) -> set[int]:
    """Return the owners that the operation names itself; an update says only what it changes."""
    before, after = op.before, op.after
    if after is not None and column not in after:
        return set()
    rows = [row for row in (before, after) if row is not None]
    return {owner for row in rows if isinstance(owner := row[column], int)}


def _select(connection: sqlite3.Connection, what: tuple[str, str, str], ids: Iterable[int]) -> set[int]:
    wanted, table, column = what
    rows = connection.execute(
        f"SELECT DISTINCT {wanted} FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))",  # noqa: S608 - our words
        (json.dumps(list(ids)),),
    )
    return {id_ for (id_,) in rows}
