"""What follows for the layers that a change touched: their time of last change and their revision."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final

from annotator.store.grouping import Group, Kind

# Rows of these belong to the layer that their column `layer_id` names.
_OF_A_LAYER: Final = frozenset({
    "comment", "decision", "document_label", "record", "relation", "span", "suggestion", "lost_span",
})  # fmt: skip

# A layer that is hidden or shown, what is carried over to the layer in its place, and under which of their ids a
# person stands there, change no content.
_CARRYING: Final = frozenset({"run_id", "layer_id", "hung", "annotator_id"})

_ADD_REVISIONS: Final = """
    INSERT INTO layer_revision (layer_id, uid, parent)
    SELECT touched.value, lower(hex(randomblob(8))), coalesce(present.uid, '')
    FROM json_each(?) AS touched
    LEFT JOIN layer_revision AS present
        ON present.id = (SELECT max(id) FROM layer_revision WHERE layer_id = touched.value)
    WHERE present.id IS NULL OR present.exported_at <> ''
"""


def mark_layers(connection: sqlite3.Connection, groups: Iterable[Group], at: str) -> None:
    """Mark the touched layers as changed at `at`; begin a revision where there is none, or it was exported."""
    layer_ids = touched_layers(connection, groups)
    if not layer_ids:
        return
    connection.executemany("UPDATE layer SET updated_at = ? WHERE id = ?", [(at, id_) for id_ in layer_ids])
    connection.execute(_ADD_REVISIONS, (json.dumps(layer_ids),))


def touched_layers(connection: sqlite3.Connection, groups: Iterable[Group]) -> list[int]:
    """Return the ids of the layers whose content the operations have changed and that are still there."""
    layers: set[int] = set()
    gone: set[int] = set()
    # Rows whose operation does not say where they belong, by table: they are asked for their owner.
    asked: dict[str, list[int]] = {"record_member": [], "record": []}
    for group in groups:
        if group.kind is Kind.UPDATE and _CARRYING.issuperset(group.columns):
            continue
        if group.entity == "layer":
            (gone if group.kind is Kind.DELETE else layers).update(group.ids)
        elif group.entity in _OF_A_LAYER:
            if "layer_id" in group.columns:
                layers |= _named(group, "layer_id")
            else:
                asked.setdefault(group.entity, []).extend(group.ids)
        elif group.entity == "record_member":
            if "record_id" in group.columns:
                asked["record"].extend(_named(group, "record_id"))
            else:
                asked["record_member"].extend(group.ids)
        elif group.entity == "document" and "text_version_id" in group.columns:
            layers |= _select(connection, ("id", "layer", "document_id"), group.ids)
    asked["record"].extend(
        _select(connection, ("record_id", "record_member", "id"), asked.pop("record_member"))
    )
    for table, ids in asked.items():
        layers |= _select(connection, ("layer_id", table, "id"), ids)
    return sorted(layers - gone)


def _named(group: Group, column: str) -> set[int]:
    return {owner for row in group.sides if isinstance(owner := row[column], int)}


def _select(connection: sqlite3.Connection, what: tuple[str, str, str], ids: Sequence[int]) -> set[int]:
    wanted, table, column = what
    if not ids:
        return set()
    condition, parameters = _among(column, ids)
    rows = connection.execute(f"SELECT DISTINCT {wanted} FROM {table} WHERE {condition}", parameters)  # noqa: S608 - our words
    return {id_ for (id_,) in rows}


def _among(column: str, ids: Sequence[int]) -> tuple[str, tuple[int | str, ...]]:
    low, high = min(ids), max(ids)
    if high - low + 1 == len(set(ids)):
        # Made together, and so most often changed together: a range is found four times as fast.
        return f"{column} BETWEEN ? AND ?", (low, high)
    return f"{column} IN (SELECT value FROM json_each(?))", (json.dumps(ids),)  # noqa: S608 - our words
