"""User actions on other places of the same text: marking them in one step, and refusing them for good."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from annotator.core.changes import Change, Row, RowOp, insert
from annotator.core.commands.base import own_layer
from annotator.core.commands.spans import known_label, new_span, quoted
from annotator.core.commands.state import State
from annotator.core.errors import user_error
from annotator.core.folding import fold_term
from annotator.core.messages import Message, message
from annotator.core.span import Origin
from annotator.core.values import Norm

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Places:
    """Ranges of one document (code points, end exclusive) where the text stands."""

    document_id: int
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A place that is not to be offered again.

    Without `start` and `end` it is the text anywhere in the document; without `document_id`, everywhere.
    """

    document_id: int | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class AddOccurrences:
    """Mark places of `quote` with a label and remember what was refused, all in one step.

    `document_id` is the document whose step it is; None makes it a step over the project. A place that has the
    label already is passed over. `refused` counts as refused by the annotator, for this text and this label. `norm` is
    the value of all of them; without one each has what rules read there.
    """

    quote: str
    label_id: int
    places: tuple[Places, ...]
    refused: tuple[Refusal, ...] = ()
    document_id: int | None = None
    norm: Norm | None = None

    def run(self, state: State) -> Change | None:
        """Return the change, or None where nothing is new; UserError where a text is no longer what was found."""
        label = known_label(state, self.label_id)
        ops: list[RowOp] = []
        spans = documents = 0
        for places in self.places:
            added = self._marked(state, places)
            spans += sum(op.entity == "span" for op in added)
            documents += bool(added)
            ops.extend(added)
        refusals = self._refusals(state)
        if not ops and not refusals:
            return None
        told = self._told(label.key, (spans, documents, len(refusals)))
        return Change(told, (*ops, *refusals), self.document_id)

    def _marked(self, state: State, places: Places) -> list[RowOp]:
        """Return what marks the places of one document; a layer is begun only where a span comes of it."""
        document, wanted = state.document(places.document_id), fold_term(self.quote)
        text = state.text_version(document.id).text
        if document.binned_at or any(fold_term(text[start:end]) != wanted for start, end in places.ranges):
            raise user_error("occurrences.changed", title=quoted(document.title or document.uid))
        before = state.layer(document.id)
        own = before.spans if before is not None else ()
        taken = {(span.start, span.end) for span in own if span.label_id == self.label_id}
        fresh = [place for place in sorted(set(places.ranges)) if place not in taken]
        if not fresh:
            return []
        layer, ops = own_layer(state, document.id)
        for start, end in fresh:
            place = (start, end, self.label_id)
            norm = self.norm or state.read_value(document.id, place)
            span = replace(new_span(state, layer, text, place, Origin.OCCURRENCE), norm=norm)
            ops.append(insert("span", span.row()))
        return ops

    def _refusals(self, state: State) -> list[RowOp]:
        if not self.refused:
            return []
        known = set(
            refusals_of(state.rows("refusal", "label_id", self.label_id), self.quote, state.annotator.id)
        )
        fresh = [refusal for refusal in dict.fromkeys(self.refused) if refusal not in known]
        return [
            insert(
                "refusal",
                {
                    "id": state.new_id("refusal"),
                    "document_id": refusal.document_id,
                    "annotator_id": state.annotator.id,
                    "text": self.quote,
                    "label_id": self.label_id,
                    "start": refusal.start,
                    "end": refusal.end,
                    "at": state.now(),
                },
            )
            for refusal in fresh
        ]

    def _told(self, label: str, counts: tuple[int, int, int]) -> Message:
        spans, documents, refusals = counts
        text = quoted(self.quote)
        if not spans:
            return message("step.occurrences.refuse", label=label, text=text, count=refusals)
        if self.document_id is not None:
            return message("step.occurrences.add", label=label, text=text, count=spans)
        return message("step.occurrences.project", label=label, text=text, count=spans, documents=documents)


def refusals_of(rows: Iterable[Row], quote: str, annotator_id: int) -> list[Refusal]:
    """Return what the annotator has refused for a text, from the rows of the table `refusal` of one label."""
    wanted = fold_term(quote)
    return [
        Refusal(_whole(row["document_id"]), _whole(row["start"]), _whole(row["end"]))
        for row in rows
        if row["annotator_id"] == annotator_id and fold_term(str(row["text"])) == wanted
    ]


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None
