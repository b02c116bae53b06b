"""User actions on suggestions: accepting them, as they are or changed, and refusing them for good."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.core.changes import Change, Row, RowOp, delete, insert
from annotator.core.commands.base import own_layer
from annotator.core.commands.occurrences import Refusal, refusals_of
from annotator.core.commands.spans import checked_range, known_label, new_span, quoted, resize_merge
from annotator.core.commands.state import State
from annotator.core.errors import user_error
from annotator.core.folding import fold_term
from annotator.core.layer import Layer
from annotator.core.messages import message
from annotator.core.span import Origin, Span
from annotator.core.suggestion import Suggestion
from annotator.core.values import Norm


@dataclass(frozen=True, slots=True)
class AcceptSuggestions:
    """Make spans of suggestions, one step for all; where the identical span stands already, none is made.

    `label_id` other than 0 gives them that label; their values go along where the kind of value is the same.
    `norm` other than None is the value that is taken in place of the proposed one; `place` (code points, end
    exclusive) the range in place of the proposed one, without the proposed value. Where none goes along, the value is
    what rules read there. Moves of that span's ends in the
    same `burst` are one step with this.
    """

    document_id: int
    suggestions: tuple[Suggestion, ...]
    label_id: int = 0
    norm: Norm | None = None
    place: tuple[int, int] | None = None
    burst: str = ""

    def run(self, state: State) -> Change | None:
        """Return the change; UserError where the text is no longer what a suggestion was made for."""
        if not self.suggestions:
            return None
        text = state.text_version(self.document_id).text
        layer, ops = own_layer(state, self.document_id)
        standing = {(span.start, span.end, span.label_id) for span in layer.spans}
        merge = ""
        for made in self.suggestions:
            if text[made.start : made.end] != made.text:
                raise user_error("text.changed-since")
            span = self._span(state, layer, text, made)
            if (span.start, span.end, span.label_id) not in standing:
                standing.add((span.start, span.end, span.label_id))
                ops.append(insert("span", span.row()))
                merge = resize_merge(span.id, self.burst)
            ops.extend(_stored(state, made))
        first = self.suggestions[0]
        label = known_label(state, self.label_id or first.label_id)
        told = message(
            "step.suggestion.accept", label=label.key, text=quoted(first.text), count=len(self.suggestions)
        )
        return Change(told, tuple(ops), self.document_id, merge)

    def _span(self, state: State, layer: Layer, text: str, made: Suggestion) -> Span:
        """Return the span that comes of a suggestion; its value goes along where it still says what is meant."""
        label, own = known_label(state, self.label_id or made.label_id), state.labels.by_id(made.label_id)
        start, end = checked_range(text, *(self.place or made.place))
        as_it_was = (label.id, start, end, self.norm) == (made.label_id, *made.place, None)
        origin = Origin.ACCEPTED if as_it_was else Origin.EDITED
        norm = self.norm or (made.norm if self.place is None else None)
        fits = own is not None and own.kind == label.kind
        place = (start, end, label.id)
        span = new_span(state, layer, text, place, origin)
        return replace(span, norm=norm if fits and norm else state.read_value(self.document_id, place))


@dataclass(frozen=True, slots=True)
class RefuseSuggestions:
    """Refuse suggestions: they are never offered to this annotator again, at this place with this label."""

    document_id: int
    suggestions: tuple[Suggestion, ...]

    def run(self, state: State) -> Change | None:
        """Return the change, None where all of them are refused already."""
        ops = [op for made in self.suggestions for op in self._refused(state, made)]
        if not ops:
            return None
        told = message(
            "step.suggestion.refuse", text=quoted(self.suggestions[0].text), count=len(self.suggestions)
        )
        return Change(told, tuple(ops), self.document_id)

    def _refused(self, state: State, made: Suggestion) -> Iterator[RowOp]:
        refusal = Refusal(self.document_id, made.start, made.end)
        known = state.rows("refusal", "label_id", made.label_id)
        if refusal not in refusals_of(known, made.text, state.annotator.id):
            yield insert(
                "refusal",
                {
                    "id": state.new_id("refusal"),
                    "document_id": self.document_id,
                    "annotator_id": state.annotator.id,
                    "text": made.text,
                    "label_id": made.label_id,
                    "start": made.start,
                    "end": made.end,
                    "at": state.now(),
                },
            )
        yield from _stored(state, made)


def _stored(state: State, made: Suggestion) -> Iterator[RowOp]:
    """Yield what takes a stored suggestion away; one that is gone already is no obstacle."""
    if made.row_id:
        yield from (delete("suggestion", row) for row in state.rows("suggestion", "id", made.row_id))


class Standing:
    """What spans say already: a suggestion on the very range of one, or of a label that overlaps it, is settled."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._ranges = {(span.start, span.end) for span in spans}
        # By label: the starts in order, and how far the spans up to each of them reach.
        self._starts: dict[int, list[int]] = {}
        self._reach: dict[int, list[int]] = {}
        for span in sorted(spans, key=_start_of):
            reach = self._reach.setdefault(span.label_id, [])
            self._starts.setdefault(span.label_id, []).append(span.start)
            reach.append(max(span.end, reach[-1]) if reach else span.end)

    def settles(self, made: Suggestion) -> bool:
        """Return whether a person has decided already what this suggestion proposes."""
        if made.place in self._ranges:
            return True
        before = bisect_left(self._starts.get(made.label_id, []), made.end)
        return before > 0 and self._reach[made.label_id][before - 1] > made.start


class Refused:
    """What an annotator has refused of one document: places, and texts wherever they stand in it, each for a label."""

    def __init__(self, rows: Iterable[Row], annotator_id: int) -> None:
        """Take rows of the table `refusal`, those of this document and those of none; other annotators' are left."""
        self._places: set[tuple[int, int, int]] = set()
        self._texts: set[tuple[str, int]] = set()
        for row in rows:
            if row["annotator_id"] != annotator_id:
                continue
            label_id = int(row["label_id"] or 0)
            if row["start"] is None:
                self._texts.add((fold_term(str(row["text"])), label_id))
            else:
                self._places.add((int(row["start"]), int(row["end"] or 0), label_id))

    @property
    def places(self) -> set[tuple[int, int]]:
        """The ranges refused, for whichever label."""
        return {(start, end) for start, end, _label_id in self._places}

    def holds(self, made: Suggestion) -> bool:
        """Return whether a suggestion is not to be offered."""
        if (made.start, made.end, made.label_id) in self._places:
            return True
        # Folding costs: nobody pays for it who has refused no text as such.
        return bool(self._texts) and (fold_term(made.text), made.label_id) in self._texts


def still_open(
    suggestions: Iterable[Suggestion], spans: Sequence[Span], refused: Refused
) -> list[Suggestion]:
    """Return the suggestions that are neither settled by the annotator's `spans` nor refused, in reading order.

    Of each place and label it is the best one; of equally good ones the last that a file brought: a model's newer
    score.
    """
    suggestions = tuple(suggestions)
    if not suggestions:
        return []  # and nobody pays for a look at thousands of spans
    standing = Standing(spans)
    best: dict[tuple[int, int, int], Suggestion] = {}
    for made in suggestions:
        key = (made.start, made.end, made.label_id)
        if refused.holds(made) or standing.settles(made):
            continue
        if key not in best or _before(made, best[key]):
            best[key] = made
    return sorted(best.values(), key=_order)


def _before(made: Suggestion, other: Suggestion) -> bool:
    """Tell whether a suggestion goes before another of its place and label: by rank, then what came last."""
    return (made.rank, -made.row_id) < (other.rank, -other.row_id)


def _start_of(span: Span) -> int:
    return span.start


def _order(made: Suggestion) -> tuple[int, int, int, int]:
    return (made.start, -made.end, made.rank, made.label_id)
