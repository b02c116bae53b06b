"""Tags on tokens (IOB2, BIOES) and the spans that they mean."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from annotator.core.entry import Entry, EntrySpan
from annotator.core.validate import label_key_problem

OUTSIDE: Final = "O"
IOB2: Final = "iob2"
BIOES: Final = "bioes"
SCHEMES: Final = (IOB2, BIOES)

Chunk = tuple[int, int, str]
"""A run of tokens (end exclusive) and its label."""

_TAG: Final = re.compile(r"O|[BIEMSLUW]-.*\S")
_ALONE: Final = frozenset("SUW")  # U of BILOU, W of BMEWO mean the same
_CLOSING: Final = frozenset("ELSUW")


@lru_cache(maxsize=1 << 12)
def is_tag(text: str) -> bool:
    """Tell whether the text is a tag of IOB1, IOB2, BIOES, BILOU or BMEWO."""
    return _TAG.fullmatch(text) is not None


def chunks(tags: Iterable[str]) -> Iterator[Chunk]:
    """Yield the runs that the tags mean, in order; a run that nothing begins, or nothing ends, is one all the same."""
    start, label, number = 0, "", -1
    for number, tag in enumerate(tags):
        kind, _, named = tag.partition("-")
        if label and (kind in _ALONE or kind in "OB" or named != label):
            yield start, number, label
            label = ""
        if named and not label:
            start, label = number, named
        if label and kind in _CLOSING:
            yield start, number + 1, label
            label = ""
    if label:
        yield start, number + 1, label


def tags_of(count: int, runs: Iterable[Chunk], scheme: str = IOB2) -> list[str]:
    """Return the tags of `count` tokens on which the runs lie; none of them may overlap."""
    tags = [OUTSIDE] * count
    for start, end, label in runs:
        tags[start:end] = [f"I-{label}"] * (end - start)
        tags[start] = f"B-{label}"
        if scheme == BIOES:
            tags[end - 1] = f"{'S' if end - start == 1 else 'E'}-{label}"
    return tags


def side_by_side(entry: Entry, lost: Counter[str]) -> list[EntrySpan]:
    """Return the spans that tags can carry, in order; the rest is counted as lost, by kind.

    Of spans that overlap the longest stays, of equally long ones the first; a span over a line end cannot be carried
    (`line-break`), nor one whose label is no word of a file (`label`).
    """
    kept: list[EntrySpan] = []
    starts: list[int] = []
    for span in sorted(
        entry.spans, key=lambda span: (span.start - span.end, span.start, span.label, span.id)
    ):
        if "\n" in span.text:
            lost["line-break"] += 1
        elif label_key_problem(span.label) is not None:
            lost["label"] += 1
        else:
            place = bisect_left(starts, span.start)
            if _is_free(kept, place, span):
                kept.insert(place, span)
                starts.insert(place, span.start)
            else:
                lost["overlap"] += 1
    return kept


def by_line(text: str, spans: Sequence[EntrySpan]) -> Iterator[tuple[int, str, list[EntrySpan]]]:
    """Yield where each line of the text begins, the line, and which of the spans, given in order, lie on it."""
    start = place = 0
    for line in text.split("\n"):
        end = start + len(line)
        first = place
        while place < len(spans) and spans[place].start < end:
            place += 1
        yield start, line, list(spans[first:place])
        start = end + 1


def _is_free(kept: Sequence[EntrySpan], place: int, span: EntrySpan) -> bool:
    """Tell whether a span does not overlap its neighbours at its place among those kept."""
    before_ends = place == 0 or kept[place - 1].end <= span.start
    return before_ends and (place == len(kept) or span.end <= kept[place].start)
