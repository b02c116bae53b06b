"""User actions on relations: tying one span to another, such as a short form to its name, and taking that back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.core.changes import Change, RowOp, delete, insert, update
from annotator.core.commands.base import own_layer, own_spans
from annotator.core.commands.spans import quoted
from annotator.core.commands.state import State
from annotator.core.errors import user_error
from annotator.core.messages import message
from annotator.core.relation import ALIAS, Relation


def relations_of(state: State, document_id: int) -> list[Relation]:
    """Return the relations of the annotator's own layer on a document, the oldest first."""
    layer = state.layer(document_id)
    rows = () if layer is None else state.rows("relation", "layer_id", layer.head.id)
    return [Relation.from_row(row) for row in rows]


@dataclass(frozen=True, slots=True)
class Relate:
    """Tie spans to others, in one step: each pair says from which span to which.

    A pair that is tied so already is left out; one that is tied the other way round is turned.
    """

    document_id: int
    pairs: tuple[tuple[int, int], ...]
    type: str = ALIAS

    def run(self, state: State) -> Change | None:
        """Return the change, or None where nothing is new; UserError where a span is gone, or tied to itself."""
        if any(first == second for first, second in self.pairs):
            raise user_error("relation.itself")
        texts = {
            span.id: span.text
            for span in own_spans(state, self.document_id, tuple(id_ for pair in self.pairs for id_ in pair))
        }
        layer, ops = own_layer(state, self.document_id)
        known = [one for one in relations_of(state, self.document_id) if one.type == self.type]
        made = [
            op for pair in dict.fromkeys(self.pairs) for op in self._tied(state, layer.head.id, pair, known)
        ]
        if not made:
            return None
        first, second = self.pairs[0]
        told = message(
            "step.relation.tie", text=quoted(texts[first]), other=quoted(texts[second]), count=len(made)
        )
        return Change(told, (*ops, *made), self.document_id)

    def _tied(
        self, state: State, layer_id: int, pair: tuple[int, int], known: Sequence[Relation]
    ) -> list[RowOp]:
        for one in known:
            if (one.from_id, one.to_id) == pair:
                return []
            if (one.to_id, one.from_id) == pair:
                turned = update("relation", one.row(), replace(one, from_id=pair[0], to_id=pair[1]).row())
                return [] if turned is None else [turned]
        fresh = Relation(state.new_id("relation"), state.new_uid(), layer_id, self.type, *pair)
        return [insert("relation", fresh.row())]


@dataclass(frozen=True, slots=True)
class RemoveRelation:
    """Take a relation away; its spans stay."""

    document_id: int
    relation_id: int

    def run(self, state: State) -> Change | None:
        """Return the change; UserError where the relation is gone."""
        known = relations_of(state, self.document_id)
        found = next((one for one in known if one.id == self.relation_id), None)
        if found is None:
            raise user_error("relation.gone")
        spans = own_spans(state, self.document_id, (found.from_id, found.to_id))
        told = message("step.relation.remove", text=quoted(spans[0].text), other=quoted(spans[1].text))
        return Change(told, (delete("relation", found.row()),), self.document_id)
