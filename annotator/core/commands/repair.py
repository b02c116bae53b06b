"""Making alike, over many documents in one step, what was treated in several ways."""

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.core.changes import Change, Row, RowOp, insert
from annotator.core.commands.spans import RelabelSpans, SetValue, known_label, quoted
from annotator.core.commands.state import State
from annotator.core.folding import fold_term
from annotator.core.messages import message
from annotator.core.values import Norm


@dataclass(frozen=True, slots=True)
class RelabelEverywhere:
    """Give spans of several documents, by document, one label; one step over the project."""

    spans: Mapping[int, tuple[int, ...]]
    label_id: int
    text: str

    def run(self, state: State) -> Change | None:
        """Return the change, or None where all have the label; UserError where a span is gone."""
        label = known_label(state, self.label_id)
        ops: list[RowOp] = []
        for document_id, ids in self.spans.items():
            change = RelabelSpans(document_id, ids, self.label_id).run(state)
            ops += () if change is None else change.ops
        count = sum(op.entity == "span" for op in ops)
        if not count:
            return None
        told = message("step.repair.labels", text=quoted(self.text), label=label.key, count=count)
        return Change(told, tuple(ops), None)


@dataclass(frozen=True, slots=True)
class SetValueEverywhere:
    """Give spans of several documents, by document, one value; one step over the project."""

    spans: Mapping[int, tuple[int, ...]]
    norm: Norm
    text: str

    def run(self, state: State) -> Change | None:
        """Return the change, or None where all have the value; UserError where a span is gone."""
        ops: list[RowOp] = []
        for document_id, ids in self.spans.items():
            for span_id in ids:
                change = SetValue(document_id, span_id, self.norm).run(state)
                ops += () if change is None else change.ops
        if not ops:
            return None
        told = message(
            "step.repair.values", text=quoted(self.text), value=quoted(self.norm.value or ""), count=len(ops)
        )
        return Change(told, tuple(ops), None)


@dataclass(frozen=True, slots=True)
class LeaveInconsistent:
    """Remember that a text is rightly treated in several ways; `kind` is the name of the waiver."""

    kind: str
    text: str

    def run(self, state: State) -> Change | None:
        """Return the change, or None where that is remembered already."""
        wanted = fold_term(self.text)
        known = state.rows("waiver", "check_id", self.kind)
        if any(fold_term(str(row["text"])) == wanted for row in known):
            return None
        row: Row = {
            "id": state.new_id("waiver"),
            "document_id": None,
            "check_id": self.kind,
            "text": self.text,
            "start": None,
            "end": None,
            "at": state.now(),
        }
        return Change(message("step.repair.leave", text=quoted(self.text)), (insert("waiver", row),), None)
