"""What a person says of spans that have changed within when their layer was laid over another text."""

from dataclasses import dataclass

from annotator.core.changes import Change, RowOp
from annotator.core.commands.base import span_removal
from annotator.core.commands.state import State
from annotator.core.messages import message


@dataclass(frozen=True, slots=True)
class LookAtChanged:
    """Say of spans, by the ids of their anchors, that they are right as they lie, or remove them."""

    right: tuple[int, ...] = ()
    wrong: tuple[int, ...] = ()

    def run(self, state: State) -> Change | None:
        """Return the change, a step over the project; None where all of it was said before."""
        anchors = [row for id_ in (*self.right, *self.wrong) for row in state.rows("anchor", "id", id_)]
        waiting = [row for row in anchors if row["seen"] == 0]
        if not waiting:
            return None
        ops = [RowOp("anchor", int(row["id"] or 0), {"seen": 0}, {"seen": 1}) for row in waiting]
        gone = [row["span_id"] for row in waiting if row["id"] in self.wrong]
        ops.extend(span_removal(state, [span for id_ in gone for span in state.rows("span", "id", id_)]))
        told = message("step.anchors", right=len(waiting) - len(gone), wrong=len(gone))
        return Change(told, tuple(ops))
