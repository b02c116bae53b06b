"""Other places of the same text: what a span covers, found elsewhere, each place likely to be meant or not.

Texts are the same where their folded copies are (`annotator.core.folding`). Offsets are code points of the raw
text, end exclusive.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import Final

from annotator.core.clusters import has_edges_everywhere, is_edge
from annotator.core.folding import fold, fold_term
from annotator.korean.josa import carries_josa
from annotator.korean.segment import segment
from annotator.korean.trim import trim

Range = tuple[int, int]
# As much of a line as `snap` looks at on each side.
_NEAR: Final = 80


class Doubt(StrEnum):
    """Why a place is not likely: the first of these that holds."""

    REFUSED = "refused"
    """A person refused this place before."""
    INSIDE_SPAN = "inside-span"
    """It is part of a longer span."""
    OTHER_LABEL = "other-label"
    """The very same range is a span with another label."""
    CROSSES_SPAN = "crosses-span"
    """A span begins or ends inside it and reaches beyond it."""
    LONGER_TEXT = "longer-text"
    """It is part of the text of a longer span that stands elsewhere."""
    COMPOUND = "compound"
    """It is part of a longer word: its segment without josa is longer."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place of the same text, and why it is not likely to be meant; None where it is."""

    start: int
    end: int
    reason: Doubt | None

    @property
    def likely(self) -> bool:
        """Tell whether the place should be ticked."""
        return self.reason is None


def occurrences(
    text: str,
    quote: str,
    *,
    taken: Iterable[Range],
    label_spans: Iterable[Range],
    refused: Collection[Range] = (),
) -> list[Occurrence]:
    """Return the other places of `quote` in reading order, none overlapping another.

    `taken` are the ranges of all spans of the layer, `label_spans` of those with the label in question, `refused`
    the places refused for it. A place that overlaps a span of that label with the same text, or cuts a cluster,
    is none.
    """
    wanted = fold_term(quote)
    of_label = set(label_spans)
    same = [(start, end) for start, end in of_label if fold_term(text[start:end]) == wanted]
    return OccurrenceSearch(text, of_label.union(taken), refused).others(quote, same)


class OccurrenceSearch:
    """A text with its spans, folded once, in which other places of many quotes are looked for."""

    __slots__ = ("_folded", "_has_inner", "_refused", "_spans", "_texts", "raw")

    def __init__(self, text: str, taken: Collection[Range], refused: Collection[Range] = ()) -> None:
        self.raw: Final = text
        self._folded = fold(text)
        self._has_inner = not has_edges_everywhere(text)
        self._spans = _Ranges(taken)
        self._texts = _Texts({fold_term(text[start:end]) for start, end in taken})
        self._refused = frozenset(refused)

    def others(self, quote: str, same: Iterable[Range]) -> list[Occurrence]:
        """Return the places of `quote` that overlap none of the ranges `same`, those that have it already."""
        wanted = fold_term(quote)
        if not wanted:
            return []
        longer = self._texts.holding(wanted)
        size = len(wanted)
        return [
            Occurrence(*place, self._doubt(place, (at, at + size), longer))
            for at, place in self._free_places(wanted, _Ranges(same))
        ]

    def _free_places(self, wanted: str, same: "_Ranges") -> Iterator[tuple[int, Range]]:
        """Yield where each place begins in the folded copy, and its raw range."""
        copy, starts = self._folded.text, self._folded.starts
        at = copy.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            # Half of what one cluster folds to, an s of ß, is not the text that is there.
            whole = (at == 0 or starts[at - 1] < starts[at]) and starts[end - 1] < starts[end]
            place = starts[at], starts[end]
            if whole and not same.any_overlaps(*place) and self._has_edges(place):
                yield at, place
                at = copy.find(wanted, end)
            else:
                at = copy.find(wanted, at + 1)

    def _has_edges(self, place: Range) -> bool:
        return not self._has_inner or all(is_edge(self.raw, edge) for edge in place)

    def _doubt(self, place: Range, folded: Range, longer: "_Shapes") -> Doubt | None:
        if place in self._refused:
            return Doubt.REFUSED
        doubt = self._spans.doubt(*place)
        if doubt is not None:
            return doubt
        copy, at = self._folded.text, folded[0]
        for (before, size), texts in longer.items():
            if before <= at and copy[at - before : at - before + size] in texts:
                return Doubt.LONGER_TEXT
        return Doubt.COMPOUND if _is_in_compound(copy, *folded) else None


def _is_in_compound(copy: str, start: int, end: int) -> bool:
    """Tell whether the segment around a range of a folded copy, trimmed as `snap` does, goes beyond the range."""
    low = max(copy.rfind("\n", max(start - _NEAR, 0), start) + 1, start - _NEAR, 0)
    feed = copy.find("\n", end, end + _NEAR)
    near = copy[low : end + _NEAR if feed < 0 else feed]
    start, end = start - low, end - low
    first, last = segment(near, start, end)
    if (first, last) == (start, end):
        return False
    word = trim(near, first, last)
    # Trimming leaves no single syllable, but here that syllable is what the person marked.
    alone = end - start == 1 and word.start == start and carries_josa(near, start, word.end)
    return word.start < start or (word.end > end and not alone)


# Texts by how many characters stand before the quote in them, and by their length.
_Shapes = dict[tuple[int, int], set[str]]


class _Texts:
    """Texts, joined into one so that those which hold another are found without trying each."""

    __slots__ = ("_joined", "_starts")

    def __init__(self, texts: Iterable[str]) -> None:
        ordered = sorted(texts)
        self._joined = "\n".join(ordered)
        self._starts = [0, *accumulate(len(text) + 1 for text in ordered)]

    def holding(self, wanted: str) -> _Shapes:
        """Return the texts longer than `wanted` that hold it."""
        shapes: _Shapes = {}
        joined, starts = self._joined, self._starts
        at = joined.find(wanted)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            start, end = starts[number], starts[number + 1] - 1
            if end - start > len(wanted) and at + len(wanted) <= end:
                shapes.setdefault((at - start, end - start), set()).add(joined[start:end])
            at = joined.find(wanted, at + 1)
        return shapes


class _Ranges:
    """Ranges ordered by where they begin, with how far those up to each reach."""

    __slots__ = ("_ends", "_reach", "_starts")

    def __init__(self, ranges: Iterable[Range]) -> None:
        ordered = sorted(ranges)
        self._starts = [start for start, _ in ordered]
        self._ends = [end for _, end in ordered]
        self._reach = list(accumulate(self._ends, max))

    def any_overlaps(self, start: int, end: int) -> bool:
        """Tell whether a range shares a character with this one."""
        return self._reach_of(bisect_left(self._starts, end)) > start

    def doubt(self, start: int, end: int) -> Doubt | None:
        """Say how the ranges forbid this one to be meant; one that holds shorter ones is not forbidden."""
        before, upto = bisect_left(self._starts, start), bisect_right(self._starts, start)
        reach = self._reach_of(before)
        if reach >= end or self._reach_of(upto) > end:
            return Doubt.INSIDE_SPAN
        if end in self._ends[before:upto]:
            return Doubt.OTHER_LABEL
        inside = self._ends[upto : bisect_left(self._starts, end)]
        if reach > start or any(other > end for other in inside):
            return Doubt.CROSSES_SPAN
        return None

    def _reach_of(self, count: int) -> int:
        return self._reach[count - 1] if count else 0
