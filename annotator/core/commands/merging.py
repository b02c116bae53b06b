"""Two versions of one layer brought together: what of ours goes, what of theirs comes, what changes its value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotator.core.changes import RowOp, insert
from annotator.core.clusters import CUT_CLUSTER, is_edge
from annotator.core.commands.base import span_removal, span_update
from annotator.core.commands.state import State
from annotator.core.entry import EntrySpan
from annotator.core.span import Origin, Span, worked_over


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeLayer:
    """Bring a layer of ours to what was chosen of its two versions; part of a step over the project.

    `gone` are our spans that go, by their uids; `values` the spans of theirs whose value one of ours takes, by the
    uid of ours; `come` spans of theirs that stand beside ours. The spans of theirs lie in our text.
    """

    document_id: int
    layer_id: int
    annotator_id: int
    status: str
    gone: frozenset[str]
    values: Mapping[str, EntrySpan]
    come: Sequence[EntrySpan]
    labels: Mapping[str, int]
    people: Mapping[str, int] = field(default_factory=dict)

    def ops(self, state: State) -> list[RowOp]:
        """Return the operations, none where all of it stands already."""
        rows = state.rows("span", "layer_id", self.layer_id)
        ours = {span.uid: span for span in map(Span.from_row, rows)}
        ops = span_removal(state, [row for row in rows if row["uid"] in self.gone])
        for uid, said in self.values.items():
            mine = ours[uid]
            after = replace(mine, norm=said.norm, note=said.note or mine.note, unsure=said.unsure)
            op = span_update(mine, replace(worked_over(mine, after), updated_at=state.now()))
            ops.extend(() if op is None else (op,))
        text = state.text_version(self.document_id).text
        taken = {*ours} - self.gone
        ops.extend(insert("span", self._new(state, said, text, taken).row()) for said in self.come)
        ops.extend(
            RowOp("layer", self.layer_id, {"status": row["status"]}, {"status": self.status})
            for row in state.rows("layer", "id", self.layer_id)
            if row["status"] != self.status
        )
        return ops

    def _new(self, state: State, said: EntrySpan, text: str, taken: set[str]) -> Span:
        now = state.now()
        uid = said.id if said.id and said.id not in taken else state.new_uid()
        taken.add(uid)
        sound = is_edge(text, said.start) and is_edge(text, said.end)
        return Span(
            id=state.new_id("span"),
            uid=uid,
            layer_id=self.layer_id,
            start=said.start,
            end=said.end,
            text=text[said.start : said.end],
            label_id=self.labels[said.label],
            norm=said.norm,
            note=said.note,
            unsure=said.unsure,
            origin=Origin(said.origin),
            annotator_id=self.people.get(said.annotator, self.annotator_id),
            created_at=said.created_at or now,
            updated_at=said.updated_at or said.created_at or now,
            flaw="" if sound else CUT_CLUSTER,
        )
