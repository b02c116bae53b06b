"""The spans a pane shows, by paragraph, with the lane of each; plain data, offsets in code points."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, Literal

Style = Literal[
    "span", "suggestion", "disputed", "solid", "dashed", "dotted", "gold", "calm", "differs", "lit"
]
"""How a span is drawn. The last seven are those of a review: `solid`, `dashed` and `dotted` are the underlines of
layers, `gold` what was decided, `calm` what all agree on, `differs` the characters that they do not agree on, `lit`
the item that is being decided."""

BACKDROPS: Final = frozenset({"differs", "lit"})
"""The styles that lie under the text alone: no lane, no chip."""

_TINTED: Final = frozenset({"span", "disputed"})
# Where Qt ends a paragraph in what `display` gives it.
_PARAGRAPH_END: Final = re.compile("[\n\u2029]")


@dataclass(frozen=True, slots=True)
class PaneSpan:
    """One span as the pane shows it: `start` to `end`, the colour role of its label, the word on its chip.

    `lane` puts it there, whatever else lies in that lane; None lets the pane choose. Without a word it has no chip.
    """

    id: int
    start: int
    end: int
    role: str
    chip: str
    style: Style = "span"
    unsure: bool = False
    lane: int | None = None

    @property
    def order(self) -> tuple[int, int, int]:
        """The sort key of reading order: start, longer first, then age."""
        return (self.start, -self.end, self.id)


@dataclass(frozen=True, slots=True)
class Placed:
    """A span with its lane in a paragraph (0 is nearest to the text) and the number of tints it lies on."""

    span: PaneSpan
    lane: int
    depth: int


class _Paragraph:
    """The spans that touch one paragraph, in reading order; lanes are worked out when they are asked for."""

    __slots__ = ("_placed", "_reach", "keys", "spans")

    def __init__(self) -> None:
        self.keys: list[tuple[int, int, int]] = []
        self.spans: list[PaneSpan] = []
        self._placed: list[Placed] | None = None
        self._reach: list[int] = []

    def add(self, span: PaneSpan) -> None:
        at = bisect_left(self.keys, span.order)
        self.keys.insert(at, span.order)
        self.spans.insert(at, span)
        self._placed = None

    def discard(self, span: PaneSpan) -> None:
        at = bisect_left(self.keys, span.order)
        del self.keys[at], self.spans[at]
        self._placed = None

    def placed(self, start: int, end: int) -> list[Placed]:
        """Return what touches `start` to `end`, in reading order."""
        if self._placed is None:
            self._placed = _assign_lanes(self.spans)
            self._reach = list(accumulate((span.end for span in self.spans), max))
        first = bisect_right(self._reach, start)
        last = bisect_left(self.keys, (end, -(1 << 62), 0))
        return [placed for placed in self._placed[first:last] if placed.span.end > start]


class SpanIndex:
    """All spans of one text: found by id, by place and by paragraph.

    Adding or removing a span costs a search in the paragraphs it touches and makes only their lanes stale
    (`docs/adr/0004-text-edit-with-own-painting.md`).
    """

    def __init__(self, text: str) -> None:
        self._size = len(text)
        self._starts = [0, *(match.end() for match in _PARAGRAPH_END.finditer(text))]
        self._spans: dict[int, PaneSpan] = {}
        self._paragraphs: defaultdict[int, _Paragraph] = defaultdict(_Paragraph)

    def __len__(self) -> int:
        return len(self._spans)

    def get(self, span_id: int) -> PaneSpan | None:
        """Return the span with that id, or None."""
        return self._spans.get(span_id)

    def replace_all(self, spans: Iterable[PaneSpan]) -> None:
        """Forget every span and take these instead; one outside the text, or an id twice, raises ValueError."""
        fresh = sorted(spans, key=_order_of)
        for span in fresh:
            self._check(span)
        by_id = {span.id: span for span in fresh}
        if len(by_id) < len(fresh):
            msg = "two spans have the same id"
            raise ValueError(msg)
        self._spans = by_id
        self._paragraphs.clear()
        for span in fresh:
            order = span.order
            for number in self.paragraphs(span):
                paragraph = self._paragraphs[number]
                paragraph.keys.append(order)
                paragraph.spans.append(span)

    def put(self, span: PaneSpan) -> set[int]:
        """Add a span, or replace the one with its id; return the numbers of the paragraphs that changed."""
        self._check(span)
        if self._spans.get(span.id) == span:
            return set()
        touched = self.remove(span.id)
        self._spans[span.id] = span
        for number in self.paragraphs(span):
            self._paragraphs[number].add(span)
            touched.add(number)
        return touched

    def remove(self, span_id: int) -> set[int]:
        """Remove the span with that id, if there is one; return the numbers of the paragraphs that changed."""
        span = self._spans.pop(span_id, None)
        if span is None:
            return set()
        touched = set(self.paragraphs(span))
        for number in touched:
            self._paragraphs[number].discard(span)
        return touched

    def paragraph_at(self, cp: int) -> int:
        """Return the number, from 0, of the paragraph that holds `cp`."""
        return bisect_right(self._starts, cp) - 1

    def paragraph_bounds(self, number: int) -> tuple[int, int]:
        """Return where the paragraph with that number begins and ends, its separator left out."""
        last = number + 1 == len(self._starts)
        return self._starts[number], self._size if last else self._starts[number + 1] - 1

    def paragraphs(self, span: PaneSpan) -> range:
        """Return the numbers of the paragraphs that the span touches."""
        return range(self.paragraph_at(span.start), self.paragraph_at(span.end - 1) + 1)

    def placed(self, number: int, start: int, end: int) -> list[Placed]:
        """Return the spans of a paragraph that touch `start` to `end`, in reading order, with their lanes."""
        paragraph = self._paragraphs.get(number)
        return paragraph.placed(start, end) if paragraph else []

    def at(self, cp: int) -> list[PaneSpan]:
        """Return the spans that cover the character at `cp`, the innermost first."""
        found = [placed.span for placed in self.placed(self.paragraph_at(cp), cp, cp + 1)]
        return sorted(found, key=_inner_first)

    def lanes(self) -> int:
        """Return the greatest number of lanes that any paragraph needs: of spans that cover one character."""
        ends = sorted(span.end for span in self._spans.values())
        starts = sorted(span.start for span in self._spans.values())
        deepest = closed = 0
        for opened, start in enumerate(starts, 1):
            while ends[closed] <= start:
                closed += 1
            deepest = max(deepest, opened - closed)
        return deepest

    def _check(self, span: PaneSpan) -> None:
        if not 0 <= span.start < span.end <= self._size:
            msg = f"span {span.id} from {span.start} to {span.end} does not lie in a text of {self._size}"
            raise ValueError(msg)


def _assign_lanes(spans: list[PaneSpan]) -> list[Placed]:
    """Give each span, in reading order, the first lane that is free where it begins."""
    lanes: list[int] = []
    tints: list[int] = []
    placed = []
    for span in spans:
        if span.style in BACKDROPS:
            placed.append(Placed(span, 0, 0))
            continue
        lane = _take(lanes, span) if span.lane is None else span.lane
        depth = _take(tints, span) if span.style in _TINTED else 0
        placed.append(Placed(span, lane, depth))
    return placed


def _take(ends: list[int], span: PaneSpan) -> int:
    for lane, end in enumerate(ends):
        if end <= span.start:
            ends[lane] = span.end
            return lane
    ends.append(span.end)
    return len(ends) - 1


def _order_of(span: PaneSpan) -> tuple[int, int, int]:
    return span.order


def _inner_first(span: PaneSpan) -> tuple[int, int, int]:
    return (span.end - span.start, -span.start, -span.id)
