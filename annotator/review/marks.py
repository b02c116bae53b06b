"""Spans as a comparison sees them, and which of them hang together. Offsets are code points, end exclusive."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

_Placed = TypeVar("_Placed", bound=tuple[Any, ...])


class Mark(NamedTuple):
    """A span of one layer: its label is a number in label order, its value one string or None."""

    start: int
    end: int
    label: int
    value: str | None


Layer = Sequence[Mark]
"""The marks of one annotator on one document: sorted, and no two with equal start, end and label."""


def mark_order(mark: Mark) -> tuple[int, int, int, bool, str]:
    """Return what marks are sorted by: start, end, label order, value, with no value after every string."""
    return (mark.start, mark.end, mark.label, mark.value is None, mark.value or "")


def overlap(one: Mark, other: Mark) -> int:
    """Return how many characters two marks share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def groups(layers: Sequence[Sequence[_Placed]]) -> Iterator[list[list[_Placed]]]:
    """Yield the connected groups of overlapping marks in order, each as one list for every layer.

    Marks hang together that share a character, directly or through others; touching is not overlapping. Layers are
    sorted; a mark may be anything that begins with its start and its end.
    """
    placed = sorted(
        [
            (mark[0], number, index, mark)
            for number, layer in enumerate(layers)
            for index, mark in enumerate(layer)
        ]
    )
    group: list[list[_Placed]] = []
    reach = 0
    for start, number, _, mark in placed:
        end = mark[1]
        if start >= reach or not group:
            if group:
                yield group
            group = [[] for _ in layers]
            reach = end
        elif end > reach:
            reach = end
        group[number].append(mark)
    if group:
        yield group


def merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return sorted ranges with those that overlap made one; those that only touch stay apart."""
    found: list[tuple[int, int]] = []
    for start, end in ranges:
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
