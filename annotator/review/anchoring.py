"""Re-anchoring: where spans of one version of a text lie in another (`docs/comparing.md`, 2)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from annotator.review.matching import Block, matching_blocks
from annotator.review.skeleton import Skeleton, skeleton

# An edited span may shrink to a third and grow to three times of what it was, counted in skeleton characters.
_TIMES: Final = 3
_NOWHERE: Final = -1


class Fate(StrEnum):
    """What became of a span in another version of its text."""

    SAME = "same"
    MOVED = "moved"
    EDITED = "edited"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where a span lies in the reference text (code points, end exclusive), and what became of it.

    Of a lost span both are -1: it lies nowhere, and whoever listed it has its offsets and its quote.
    """

    start: int
    end: int
    kind: Fate


_LOST: Final = Anchored(_NOWHERE, _NOWHERE, Fate.LOST)


def reanchor(own: str, reference: str, spans: Iterable[tuple[int, int]]) -> list[Anchored]:
    """Return where each span (start, end) of the text `own` lies in `reference`, in the order given.

    The spans are ranges of `own`: 0 <= start < end <= its length. All layers of a text are best asked for at once:
    nearly all of the time goes into comparing the texts.
    """
    if own == reference:
        return [Anchored(start, end, Fate.SAME) for start, end in spans]
    ours, theirs = skeleton(own), skeleton(reference)
    blocks = matching_blocks(ours.text, theirs.text)
    return [_placed(ours, theirs, blocks, span) for span in spans]


def _placed(ours: Skeleton, theirs: Skeleton, blocks: Sequence[Block], span: tuple[int, int]) -> Anchored:
    start, end = span
    first = bisect_right(ours.ends, start)
    last = bisect_left(ours.starts, end) - 1
    if first > last:
        return _LOST
    head, tail = _block_at(blocks, first), _block_at(blocks, last)
    if head is None or tail is None:
        return _LOST
    new_first = head.b_start + first - head.a_start
    new_last = tail.b_start + last - tail.a_start
    kind = Fate.MOVED
    if head != tail:
        # Blocks come in the same order on both sides, so the ends cannot have changed places.
        length, new_length = last - first + 1, new_last - new_first + 1
        if not (length <= _TIMES * new_length and new_length <= _TIMES * length):
            return _LOST
        kind = Fate.EDITED
    return Anchored(theirs.starts[new_first], theirs.ends[new_last], kind)


def _block_at(blocks: Sequence[Block], at: int) -> Block | None:
    """Return the block that holds the skeleton character `at` of the own text, or None."""
    number = bisect_right(blocks, at, key=_a_start) - 1
    if number < 0 or at >= blocks[number].a_start + blocks[number].size:
        return None
    return blocks[number]


def _a_start(block: Block) -> int:
    return block.a_start
