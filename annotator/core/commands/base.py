"""The shape of a command, and what several of them share."""

from collections.abc import Sequence
from typing import Protocol

from annotator.core.changes import Change, Row, RowOp, delete, insert, update
from annotator.core.commands.state import State
from annotator.core.errors import user_error
from annotator.core.layer import Layer, LayerHead, Role, Status
from annotator.core.span import Span


class Command(Protocol):
    """A user action: reads a state and returns the Change to make, or None where there is nothing to do."""

    def run(self, state: State) -> Change | None:
        """Return the change, or None; UserError where the action is not possible."""


def own_layer(state: State, document_id: int) -> tuple[Layer, list[RowOp]]:
    """Return the annotator's layer on the document, with the operations that make or begin it.

    The first mark also confirms a proposed extraction and takes a new layer into progress.
    """
    ops: list[RowOp] = []
    document = state.document(document_id)
    if not document.confirmed:
        ops.append(RowOp("document", document_id, {"confirmed": 0}, {"confirmed": 1}))
    layer = state.layer(document_id)
    if layer is None:
        head = new_head(state, document_id, Status.IN_PROGRESS)
        return Layer(head), [*ops, insert("layer", head.row())]
    if layer.head.status is Status.NEW:
        ops.append(
            RowOp("layer", layer.head.id, {"status": str(Status.NEW)}, {"status": str(Status.IN_PROGRESS)})
        )
    return layer, ops


def new_head(state: State, document_id: int, status: Status) -> LayerHead:
    """Return the head of a layer that the annotator begins on the document."""
    return LayerHead(
        id=state.new_id("layer"),
        document_id=document_id,
        annotator_id=state.annotator.id,
        role=Role.ANNOTATOR,
        status=status,
        flagged=False,
        label_set_version=state.labels.version,
        created_at=state.now(),
    )


def own_spans(state: State, document_id: int, span_ids: tuple[int, ...]) -> list[Span]:
    """Return the annotator's spans with those ids, in that order; UserError where one is gone."""
    layer = state.layer(document_id)
    by_id = {span.id: span for span in layer.spans} if layer is not None else {}
    missing = [span_id for span_id in span_ids if span_id not in by_id]
    if missing:
        raise user_error("span.gone")
    return [by_id[span_id] for span_id in span_ids]


def span_removal(state: State, rows: Sequence[Row]) -> list[RowOp]:
    """Return the operations that remove spans, given as whole rows.

    Relations on them go too; records and comments keep their place without the span.
    """
    attached = state.attached([int(row["id"] or 0) for row in rows])
    ops = [delete("relation", row) for row in attached.relations]
    for entity, hanging in (("record_member", attached.members), ("comment", attached.comments)):
        for row in hanging:
            loose = update(entity, row, {**row, "span_id": None})
            if loose is not None:
                ops.append(loose)
    ops.extend(delete("span", row) for row in rows)
    return ops


def span_update(before: Span, after: Span) -> RowOp | None:
    """Return the operation between two states of a span, or None where nothing a person sees differs."""
    old, new = dict(before.row()), dict(after.row())
    new["updated_at"] = old["updated_at"]
    if old == new:
        return None
    return update("span", before.row(), after.row())
