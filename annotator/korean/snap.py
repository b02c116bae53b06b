"""Selection: the ladder of ranges that a caret or a dragged range stands for, and the josa at the end of a span."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from annotator.core.clusters import widen
from annotator.korean.josa import carries_josa, is_josa
from annotator.korean.segment import balanced, eojeol, eojeol_before, halves, pairs, segment, with_bracket
from annotator.korean.trim import leave_josa, strip, trim
from annotator.korean.window import Window, window

# A longer range than this (code points) is no name, date or amount: only its white space is left out.
_LONG: Final = 4_000


@dataclass(frozen=True, slots=True)
class Step:
    """A rung: `start` to `end` in the raw text, the text `left` and `right` that was left out there, and why.

    `rule` is a pair joined by a dot: what was taken (`range`, `segment`, `bracket`, `eojeol`, `phrase`), and what
    was done to it: `whole` nothing, `marks` blanks or marks left out, `josa` a josa left out, `kept` the word only
    looks as if it carried one.
    """

    start: int
    end: int
    left: str
    right: str
    rule: str


@dataclass(frozen=True, slots=True)
class Snap:
    """The rungs, from the smallest; each holds the one before it and more. Empty between two blanks."""

    ladder: tuple[Step, ...]


def snap(text: str, start: int, end: int) -> Snap:
    """Return the ladder of a caret (`start` equal to `end`) or a range (code points, end exclusive).

    A caret begins with its segment, a range with itself, trimmed (`docs/korean-text.md`, 2). Ends beyond the text
    are moved to its ends, an end inside a cluster to the cluster's edge. Looks at the neighbourhood alone.
    """
    start, end = _inside(text, start, end)
    if end - start > _LONG:
        return Snap((_long_range(text, start, end),))
    place = window(text, start, end)
    ladder: list[Step] = []
    taken = None
    for rung, bounds in _rungs(place):
        if bounds == taken:
            continue
        taken = bounds
        step = _step(place, rung, bounds, ladder[-1] if ladder else None)
        if not ladder or (step.start, step.end) != (ladder[-1].start, ladder[-1].end):
            ladder.append(step)
    return Snap(tuple(ladder))


def josa_at(text: str, end: int) -> tuple[int, int] | None:
    """Return the (start, end) of the josa that follows a span's `end` and closes its segment, or None.

    What the span covers is taken as it is: one syllable may carry a josa here.
    """
    place = window(text, *_inside(text, end, end))
    copy, at = place.text, place.start
    if at == 0 or copy[at - 1].isspace() or place.outside(at, at)[0] != end:
        return None
    first, last = strip(copy, at, segment(copy, at, at)[1])
    if first != at or not is_josa(copy, at, last):
        return None
    return place.outside(at, last)


def ends_in_josa(text: str, start: int, end: int) -> str | None:
    """Return the josa that the span `start` to `end` ends in, as it stands in the text, or None.

    A span whose one other syllable would be left alone ends in none, as in trimming.
    """
    start, end = _inside(text, start, end)
    if start == end:
        return None
    place = window(text, max(start, end - _LONG), end)
    at = leave_josa(place.text, place.start, place.end).at
    return None if at == place.end else text[slice(*place.outside(at, place.end))]


def _inside(text: str, start: int, end: int) -> tuple[int, int]:
    start, end = sorted((min(max(start, 0), len(text)), min(max(end, 0), len(text))))
    return start, end


def _long_range(text: str, start: int, end: int) -> Step:
    first, last = start, end
    while first < end and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    if first == last:
        first, last = start, end
    first, last = widen(text, first, last)
    reason = "whole" if first <= start and end <= last else "marks"
    return Step(first, last, text[start:first], text[last:end], f"range.{reason}")


def _rungs(place: Window) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the rungs before trimming, as ranges of the copy, with their names; none is smaller than the one before."""
    copy, start, end = place.text, place.start, place.end
    if start < end:
        yield "range", (start, end)
        first, last = strip(copy, start, end)
        start, end = (first, last) if first < last else (start, end)
    start, end = segment(copy, start, end)
    if start < end:
        yield "segment", (start, end)
        start, end = with_bracket(copy, start, end)
        yield "bracket", (start, end)
    first, last = eojeol(copy, start, end)
    if first == last:
        return
    if halves(copy, first, last):
        first, last = eojeol(copy, *balanced(copy, first, last))
    if not halves(copy, *strip(copy, first, last)):
        yield "eojeol", (first, last)
        start, end = first, last
    elif halves(copy, first, end):
        return
    if start < end:
        yield "phrase", (_phrase_start(place, start), end)


def _phrase_start(place: Window, start: int) -> int:
    """Return where the phrase that ends in a segment begins: after the nearest eojeol with a josa or a mark."""
    copy = place.text
    while True:
        first, last = eojeol_before(copy, start)
        cut_off = first == 0 and not place.at_line_start
        if first == last or cut_off or _ends_in_mark(copy, first, last) or carries_josa(copy, first, last):
            return start
        open_ones = halves(copy, first, last)
        if open_ones:
            return first if open_ones == [first] else start
        start = first


def _ends_in_mark(copy: str, start: int, end: int) -> bool:
    # A bracket behind a name and quotes around one are part of the phrase; an aside, "[사진=…]", is not.
    if strip(copy, start, end)[1] == end:
        return False
    opener = pairs(copy, start, end).get(end - 1)
    return opener is None or (opener == start and copy[opener] in "([{【")


def _step(place: Window, rung: str, bounds: tuple[int, int], below: Step | None) -> Step:
    first, last = place.outside(*bounds)
    trimmed = trim(place.text, *bounds)
    start, end = place.outside(trimmed.start, trimmed.end)
    reason = trimmed.reason
    if below is not None and not (start <= below.start and below.end <= end):
        start, end, reason = min(first, below.start), max(last, below.end), "whole"
    return Step(start, end, place.raw[first:start], place.raw[end:last], f"{rung}.{reason}")
