"""A layer: one annotator's spans on one document, as an immutable snapshot."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from annotator.core.changes import Row
from annotator.core.span import Span

_FEW: Final = 16


class Status(StrEnum):
    """How far a layer is."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    SKIPPED = "skipped"


class Role(StrEnum):
    """Who made a layer."""

    ANNOTATOR = "annotator"
    ADJUDICATOR = "adjudicator"
    MACHINE = "machine"


@dataclass(frozen=True, slots=True)
class LayerHead:
    """What a layer is apart from its spans.

    Its revision and time of last change are kept by the store, which derives them from what is committed.
    """

    id: int
    document_id: int
    annotator_id: int
    role: Role
    status: Status
    flagged: bool
    label_set_version: int
    created_at: str

    def row(self) -> Row:
        """Return the columns that a change may set, as a row of the table."""
        return {
            "id": self.id,
            "document_id": self.document_id,
            "annotator_id": self.annotator_id,
            "role": str(self.role),
            "status": str(self.status),
            "flagged": int(self.flagged),
            "label_set_version": self.label_set_version,
            "created_at": self.created_at,
        }


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer with its spans in reading order."""

    head: LayerHead
    spans: tuple[Span, ...] = ()

    def span(self, span_id: int) -> Span | None:
        """Return the span with that id, or None."""
        return next((span for span in self.spans if span.id == span_id), None)

    def adrift(self, text: str) -> tuple[Span, ...]:
        """Return the spans that do not hold the text they say they cover: to be told, never repaired."""
        return tuple(span for span in self.spans if text[span.start : span.end] != span.text)

    def exactly(self, start: int, end: int) -> Iterator[Span]:
        """Yield the spans that cover exactly `start` to `end`."""
        first = bisect_left(self.spans, start, key=_start_of)
        for span in self.spans[first:]:
            if span.start != start:
                return
            if span.end == end:
                yield span

    def with_spans(self, put: Iterable[Span], dropped: Iterable[int] = ()) -> "Layer":
        """Return the layer with spans added or replaced by id, and others dropped."""
        fresh = {span.id: span for span in put}
        gone = set(dropped)
        kept = []
        for span in self.spans:
            new = fresh.get(span.id)
            if new is None:
                if span.id not in gone:
                    kept.append(span)
            elif new.start == span.start and new.end == span.end:
                kept.append(fresh.pop(span.id))
        # What is left is new, or stands elsewhere now.
        if len(fresh) <= _FEW:
            # A key press changes one of thousands: those that stay are in order.
            for span in fresh.values():
                insort(kept, span, key=_order_of)
        else:
            kept.extend(fresh.values())
            kept.sort(key=_order_of)
        return Layer(self.head, tuple(kept))


def _start_of(span: Span) -> int:
    return span.start


def _order_of(span: Span) -> tuple[int, int, int]:
    return span.order
