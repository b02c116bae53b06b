"""How two layers of one document differ: which spans belong together, and of which class each difference is.

The phases, their ties and the kinds of boundary are a contract (`docs/comparing.md`, 4).
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Final, NamedTuple
from unicodedata import category

from annotator.review.marks import Layer, Mark, groups, overlap
from annotator.review.pairing import heaviest


class Class(StrEnum):
    """What a difference is."""

    SAME = "same"
    VALUE = "value"
    LABEL = "label"
    SPLIT = "split"
    MERGE = "merge"
    BOUNDARY = "boundary"
    BOUNDARY_LABEL = "boundary_label"
    ONLY_A = "only_a"
    ONLY_B = "only_b"


class Kind(StrEnum):
    """What lies between two boundaries."""

    JOSA = "josa"
    WHITESPACE = "whitespace"
    PUNCT = "punct"
    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"


JOSA: Final = frozenset(
    [
        "은",
        "는",
        "이",
        "가",
        "을",
        "를",
        "과",
        "와",
        "의",
        "에",
        "에서",
        "에게",
        "께",
        "도",
        "만",
        "로",
        "으로",
        "까지",
        "부터",
        "간",
        "등",
        "측",
        "등의",
        "에는",
        "에도",
        "에서는",
        "와의",
        "과의",
        "라며",
        "라고",
        "이라고",
        "이며",
        "이나",
        "나",
        "보다",
        "처럼",
        "마다",
        "조차",
        "밖에",
        "대로",
    ]
)
"""The forms that count as a josa between two ends: fixed, so that numbers can be compared; shorter than the list
by which selections are trimmed."""


class Difference(NamedTuple):
    """Spans of two layers that belong together: one against one, one against several, or one alone."""

    cls: Class
    kind: Kind | None
    a: tuple[Mark, ...]
    b: tuple[Mark, ...]


def differences(a: Layer, b: Layer, text: str) -> list[Difference]:
    """Return every difference of two layers, equal spans included, by smallest start, then smallest end."""
    return [found for ours, theirs in groups((a, b)) for found in group_differences(ours, theirs, text)]


def group_differences(ours: Layer, theirs: Layer, text: str) -> Sequence[Difference]:
    """Return the differences in one connected group of overlapping spans, in the same order."""
    if len(ours) == len(theirs) == 1:
        return (_one_to_one(ours[0], theirs[0], text),)
    if not theirs:
        return [Difference(Class.ONLY_A, None, (mark,), ()) for mark in ours]
    if not ours:
        return [Difference(Class.ONLY_B, None, (), (mark,)) for mark in theirs]
    # The sort is stable: what begins and ends alike stays in the order of the phases.
    return sorted(_phases(list(ours), list(theirs), text), key=_place)


def _place(difference: Difference) -> tuple[int, int]:
    marks = (*difference.a, *difference.b)
    return min(mark.start for mark in marks), min(mark.end for mark in marks)


def _one_to_one(one: Mark, other: Mark, text: str) -> Difference:
    if one == other:
        return Difference(Class.SAME, None, (one,), (other,))
    if one[:2] != other[:2]:
        return _boundary(one, other, text)
    return Difference(Class.LABEL if one.label != other.label else Class.VALUE, None, (one,), (other,))


def _phases(ours: list[Mark], theirs: list[Mark], text: str) -> Iterator[Difference]:
    """Walk the phases; each works on what the earlier ones left of `ours` and `theirs`."""
    yield from _equal(ours, theirs, with_label=True)
    yield from _equal(ours, theirs, with_label=False)
    for one, parts in _parted(ours, theirs):
        yield Difference(Class.SPLIT, None, (one,), parts)
    for one, parts in _parted(theirs, ours):
        yield Difference(Class.MERGE, None, parts, (one,))
    yield from _shifted(ours, theirs, text)
    yield from (Difference(Class.ONLY_A, None, (mark,), ()) for mark in ours)
    yield from (Difference(Class.ONLY_B, None, (), (mark,)) for mark in theirs)


def _equal(ours: list[Mark], theirs: list[Mark], *, with_label: bool) -> Iterator[Difference]:
    waiting: dict[tuple[int, ...], list[Mark]] = {}
    for mark in theirs:
        waiting.setdefault(_key(mark, with_label=with_label), []).append(mark)
    left: list[Mark] = []
    pairs: list[tuple[Mark, Mark]] = []
    for mark in ours:
        same = waiting.get(_key(mark, with_label=with_label))
        if same:
            pairs.append((mark, same.pop(0)))
        else:
            left.append(mark)
    taken = {id(other) for _, other in pairs}
    ours[:] = left
    theirs[:] = [mark for mark in theirs if id(mark) not in taken]
    for one, other in pairs:
        yield _one_to_one(one, other, "")


def _key(mark: Mark, *, with_label: bool) -> tuple[int, ...]:
    return mark[:3] if with_label else mark[:2]


def _parted(wholes: list[Mark], parts: list[Mark]) -> Iterator[tuple[Mark, tuple[Mark, ...]]]:
    """Yield each whole with its two or more parts: of its label, at least half of their own length inside it."""
    for whole in tuple(wholes):
        inside = [
            part
            for part in parts
            if part.label == whole.label and 2 * overlap(whole, part) >= part.end - part.start
        ]
        if len(inside) > 1:
            taken = set(map(id, inside))
            wholes[:] = [mark for mark in wholes if mark is not whole]
            parts[:] = [mark for mark in parts if id(mark) not in taken]
            yield whole, tuple(inside)


def _shifted(ours: list[Mark], theirs: list[Mark], text: str) -> Iterator[Difference]:
    """Yield the pairs of greatest total weight: the shared part of what both cover, twice that for equal labels."""
    pairs: list[tuple[Mark, Mark]] = []
    for left, right in groups((ours, theirs)):
        if left and right:
            _, partners = heaviest([_weights(mark, right) for mark in left], len(right))
            pairs.extend((mark, right[at]) for mark, at in zip(left, partners, strict=True) if at >= 0)
    taken = {id(mark) for pair in pairs for mark in pair}
    ours[:] = [mark for mark in ours if id(mark) not in taken]
    theirs[:] = [mark for mark in theirs if id(mark) not in taken]
    for one, other in pairs:
        yield _boundary(one, other, text)


def _weights(mark: Mark, others: Sequence[Mark]) -> dict[int, Fraction]:
    return {
        at: iou(mark, other) * (2 if mark.label == other.label else 1)
        for at, other in enumerate(others)
        if overlap(mark, other)
    }


def iou(one: Mark, other: Mark) -> Fraction:
    """Return the shared characters of two marks over the characters that either covers."""
    both = overlap(one, other)
    return Fraction(both, one.end - one.start + other.end - other.start - both)


def _boundary(one: Mark, other: Mark, text: str) -> Difference:
    cls = Class.BOUNDARY if one.label == other.label else Class.BOUNDARY_LABEL
    return Difference(cls, boundary_kind(one, other, text), (one,), (other,))


def boundary_kind(one: Mark, other: Mark, text: str) -> Kind:
    """Return what lies between the two starts and between the two ends: the first kind that fits."""
    before = text[min(one.start, other.start) : max(one.start, other.start)]
    after = text[min(one.end, other.end) : max(one.end, other.end)]
    between = before + after
    if not before and after in JOSA:
        return Kind.JOSA
    if between.isspace():
        return Kind.WHITESPACE
    if all(char.isspace() or category(char)[0] in "PS" for char in between):
        return Kind.PUNCT
    if before and after:
        return Kind.BOTH
    return Kind.LEFT if before else Kind.RIGHT
