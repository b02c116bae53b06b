"""Later states of layers: the layer that was here is hidden when the one that was made from it is shown."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from annotator.app.session import utc_now
from annotator.core.changes import Row, RowOp, insert, update
from annotator.core.commands.merging import MergeLayer
from annotator.core.commands.state import State
from annotator.core.errors import user_error
from annotator.store.database import Connection
from annotator.store.known import KnownLayer, known_layers
from annotator.store.reading import Reading

LayerKey = tuple[int, int, str]
"""A document, an annotator, a role."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A layer of ours that takes what was chosen of its two versions: as it was looked at, and what it takes."""

    known: KnownLayer
    command: MergeLayer


_NOTHING_HANGS: Final = "{}"


def hidden_run(id_: int, annotator_id: int, run_id: int, merges: Iterable[Merge]) -> Row:
    """Return the row of an import that is never shown; it says which layers took something from the import `run_id`."""
    merged = {str(merge.known.id): run_id for merge in merges}
    return {
        "id": id_,
        "state": "replaced",
        "at": utc_now(),
        "annotator_id": annotator_id,
        "account": json.dumps({"merged": merged}),
    }


def replacing(
    connection: Connection, run_id: int, replaced: Mapping[LayerKey, KnownLayer], hidden_run: Row
) -> Iterator[RowOp]:
    """Yield what hides these layers, in whose place the import `run_id` has brought later states of theirs.

    A layer that is replaced goes over to an import that is never shown (`hidden_run`, its row): nothing of it is
    lost, and undo brings it back. What lies in its tray goes to the new layer, and so do its suggestions where that
    has none. UserError `change.conflict` where a layer has changed meanwhile.
    """
    if not replaced:
        return
    reading = Reading(connection)
    yield insert("import_run", hidden_run)
    present = known_layers(connection, {document_id for document_id, *_ in replaced})
    for key, before in replaced.items():
        now = present.get(key)
        if now is None or (now.id, now.revisions) != (before.id, before.revisions):
            raise user_error("change.conflict", entity="layer")
        rows = {int(row["id"] or 0): row for row in reading.rows("layer", "document_id", key[0])}
        yield RowOp("layer", before.id, {"run_id": rows[before.id]["run_id"]}, {"run_id": hidden_run["id"]})
        new = next(id_ for id_, row in rows.items() if row["run_id"] == run_id and _key(row) == key)
        yield from _carried_over(reading, before.id, new)


def merging(
    state: State,
    connection: Connection,
    run_id: int,
    merges: Mapping[LayerKey, Merge],
    hidden_id: int,
    hidden_run: Row | None,
) -> Iterator[RowOp]:
    """Yield what brings our layers to what was chosen of two versions; theirs is kept, hidden, in `hidden_id`.

    `hidden_run` is the row of that import where it is to be made. UserError `change.conflict` where a layer has
    changed meanwhile.
    """
    if hidden_run is not None:
        yield insert("import_run", hidden_run)
    present = known_layers(connection, {document_id for document_id, *_ in merges})
    for key, merge in merges.items():
        now = present.get(key)
        if now is None or (now.id, now.revisions) != (merge.known.id, merge.known.revisions):
            raise user_error("change.conflict", entity="layer")
        for row in state.rows("layer", "document_id", key[0]):
            if row["run_id"] == run_id and _key(row) == key:
                yield RowOp("layer", int(row["id"] or 0), {"run_id": run_id}, {"run_id": hidden_id})
        yield from merge.command.ops(state)


def _key(row: Row) -> LayerKey:
    return (int(row["document_id"] or 0), int(row["annotator_id"] or 0), str(row["role"]))


def _carried_over(reading: Reading, old: int, new: int) -> Iterator[RowOp]:
    for row in reading.rows("lost_span", "layer_id", old):
        # What hung on it hangs in the layer that is hidden.
        op = update("lost_span", row, {"layer_id": new, "hung": _NOTHING_HANGS})
        if op is not None:
            yield op
    if not reading.rows("suggestion", "layer_id", new):
        for row in reading.rows("suggestion", "layer_id", old):
            yield RowOp("suggestion", int(row["id"] or 0), {"layer_id": old}, {"layer_id": new})
