"""The neighbourhood of a range that is analysed: a folded copy of at most a few lines, mapped to the raw text."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Final
from unicodedata import is_normalized

from annotator.core.clusters import widen
from annotator.core.folding import Folded, fold

# As many characters as a person takes in at once; a conjoining jamo syllable has up to three code points.
_NEAR: Final = 80
_JAMO_PER_SYLLABLE: Final = 3
_ARAEA: Final = "\u119e"


@dataclass(frozen=True, slots=True)
class Window:
    """A folded copy of part of `raw`, which begins at `base` there; `start` and `end` are the range in the copy."""

    raw: str
    base: int
    copy: Folded
    start: int
    end: int
    at_line_start: bool

    @property
    def text(self) -> str:
        """The folded copy."""
        return self.copy.text

    def outside(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw (start, end) of a range of the copy, widened to whole clusters."""
        raw_start, raw_end = self.copy.raw(start, end)
        return widened(self.raw, self.base + raw_start, self.base + raw_end)


def widened(raw: str, first: int, last: int) -> tuple[int, int]:
    """Return a range of `raw` that folding gave, widened to whole clusters (code points, end exclusive)."""
    wide_first, wide_last = widen(raw, first, last)
    # An araea that the copy holds apart is a middle dot, though Unicode joins it to an open syllable before it.
    if wide_first < first and raw[first] == _ARAEA:
        wide_first = first
    if wide_last > last and raw[last] == _ARAEA:
        wide_last = last
    return wide_first, wide_last


def window(raw: str, start: int, end: int) -> Window:
    """Return the window around a range of `raw` (code points, 0 <= start <= end <= length); lines are not left.

    Costs the same in a text of any length: no more than the line is looked at, and of a long line only a part.
    """
    composed = is_normalized("NFC", raw[max(0, start - _NEAR) : end + _NEAR])
    first, copy = _copy(raw, start, end, _NEAR if composed else _NEAR * _JAMO_PER_SYLLABLE)
    starts = copy.starts
    low = bisect_left(starts, starts[bisect_right(starts, start - first) - 1])
    high = low if start == end else bisect_left(starts, end - first)
    cut, cut_end = max(0, low - _NEAR), min(len(copy.text), high + _NEAR)
    at_line_start = cut == 0 and (first == 0 or raw[first - 1] == "\n")
    part = Folded(copy.text[cut:cut_end], starts[cut : cut_end + 1])
    return Window(raw, first, part, low - cut, high - cut, at_line_start)


def _copy(raw: str, start: int, end: int, reach: int) -> tuple[int, Folded]:
    low, high = max(0, start - reach), min(len(raw), end + reach)
    first = max(low, raw.rfind("\n", low, start) + 1)
    feed = raw.find("\n", end, high)
    return first, fold(raw[first : high if feed < 0 else feed])
