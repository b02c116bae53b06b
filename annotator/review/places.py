"""The spans behind a number of a pair: which differences it counts, document by document."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotator.review.differences import Class, Difference
from annotator.review.marks import Mark
from annotator.review.tally import NOBODY, Tally

UNEQUAL = frozenset(Class) - {Class.SAME, Class.VALUE}
"""What makes the exact F1 less than 1: everything but spans of equal place and label."""
ELSEWHERE = UNEQUAL - {Class.LABEL}
"""The same for the boundary F1."""
APART = frozenset({Class.LABEL, Class.BOUNDARY_LABEL, Class.SPLIT, Class.MERGE, Class.ONLY_A, Class.ONLY_B})
"""What can make the lenient F1 less than 1: other labels, spans that only one has, and parts left over."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which differences of a pair (names in their order): those that fit all that is named.

    `label` is the number of a label that stands on either side; `cell` a cell of the confusion, NOBODY for none;
    `valued` asks for pairs of which at least one side has a value.
    """

    a: str
    b: str
    classes: frozenset[Class] = frozenset(Class)
    kind: str = ""
    label: int | None = None
    cell: tuple[int, int] | None = None
    valued: bool = False

    def fits(self, difference: Difference) -> bool:
        """Tell whether a difference is wanted."""
        if difference.cls not in self.classes or (self.kind and difference.kind != self.kind):
            return False
        marks = (*difference.a, *difference.b)
        if self.label is not None and all(mark.label != self.label for mark in marks):
            return False
        if self.valued and all(mark.value is None for mark in marks):
            return False
        return self.cell is None or self.cell in cells_of(difference)


def cells_of(difference: Difference) -> set[tuple[int, int]]:
    """Return the cells of the confusion in which a difference counts."""
    longer = max(len(difference.a), len(difference.b))
    return {(_label(difference.a, at), _label(difference.b, at)) for at in range(longer)}


def _label(marks: tuple[Mark, ...], at: int) -> int:
    return marks[at].label if at < len(marks) else NOBODY


def wanted_of(rows: Mapping[str, Tally], wanted: Wanted) -> Iterator[tuple[str, Difference]]:
    """Yield document and difference, in the order of the documents, then in reading order."""
    for document, row in rows.items():
        for difference in row.differences:
            if wanted.fits(difference):
                yield document, difference


def extent(difference: Difference) -> tuple[int, int]:
    """Return from where to where a difference reaches (code points)."""
    marks = (*difference.a, *difference.b)
    return min(mark.start for mark in marks), max(mark.end for mark in marks)
