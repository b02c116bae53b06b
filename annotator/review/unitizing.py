"""uα, |uα and cuα of Krippendorff, Mathet, Bouvry and Widlöcher (2016), from sums over documents.

They need spans without overlap, so layers are flattened first. The extension to documents of which not everyone
did all is ours (`docs/comparing.md`, 5.2).
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from annotator.review.marks import Layer, Mark, merged, shared

PHI: Final = -1
"""The category of a character that no span covers."""

_Counts = Callable[[int, int], bool]


def flattened(layer: Layer) -> tuple[list[Mark], int]:
    """Return the marks that stay when none may overlap, longest first, and how many were dropped."""
    kept: list[tuple[int, int]] = []
    marks: list[Mark] = []
    for mark in sorted(layer, key=_longest_first):
        at = bisect_right(kept, (mark.start, mark.end))
        before = kept[at - 1][1] if at else 0
        if before <= mark.start and (at == len(kept) or kept[at][0] >= mark.end):
            kept.insert(at, (mark.start, mark.end))
            marks.append(mark)
    return sorted(marks), len(layer) - len(marks)


def _longest_first(mark: Mark) -> tuple[int, int, int]:
    return (mark.start - mark.end, mark.start, mark.label)


@dataclass(slots=True)
class Units:
    """Sums over documents: `runs` counts the characters by the categories that the annotators give them, in order.

    `squares` is W_c, `inner` W′_c; that only of two annotators.
    """

    runs: Counter[tuple[int, ...]] = field(default_factory=Counter)
    squares: Counter[int] = field(default_factory=Counter)
    inner: Counter[int] = field(default_factory=Counter)

    def add(self, other: "Units") -> None:
        """Add the sums of further documents."""
        for mine, theirs in (
            (self.runs, other.runs),
            (self.squares, other.squares),
            (self.inner, other.inner),
        ):
            for key, count in theirs.items():
                mine[key] += count  # type: ignore[index]  # each with its own kind of key

    def alpha(self) -> float | None:
        """Return uα, None where it is undefined."""
        return _one_less(coincidences(self.runs), self.squares, _differ)

    def binary(self) -> float | None:
        """Return |uα: covered or not, whatever the label."""
        return _one_less(coincidences(self.runs), self.squares, _one_is_phi)

    def coded(self) -> float | None:
        """Return cuα: the labels alone, where both annotators have one."""
        cells = {pair: count for pair, count in coincidences(self.runs).items() if PHI not in pair}
        return _one_less(cells, self.inner, _differ)


def coincidences(runs: Mapping[tuple[int, ...], int]) -> dict[tuple[int, int], Fraction]:
    """Return ℓ_ck: the ordered pairs of different annotators by category, over their number less one."""
    sums: dict[tuple[int, int], Fraction] = {}
    for categories, size in runs.items():
        counts = Counter(categories)
        for one, ours in counts.items():
            for other, theirs in counts.items():
                pairs = ours * (theirs - (one == other))
                if pairs:
                    share = Fraction(size * pairs, len(categories) - 1)
                    sums[one, other] = sums.get((one, other), Fraction(0)) + share
    return sums


def _differ(one: int, other: int) -> bool:
    return one != other


def _one_is_phi(one: int, other: int) -> bool:
    return (one == PHI) != (other == PHI)


def _one_less(
    cells: Mapping[tuple[int, int], Fraction], squares: Mapping[int, int], counts: _Counts
) -> float | None:
    """Return 1 - observed / expected over the cells that count; ε_ck = ℓ (ℓ_c ℓ_k - [c=k] W_c) / (ℓ² - W)."""
    margins: dict[int, Fraction] = {}
    for (one, _other), count in cells.items():
        margins[one] = margins.get(one, Fraction(0)) + count
    total = sum(margins.values(), Fraction(0))
    free = total * total - sum(squares.values())
    if total == 0 or free == 0:
        return None
    chance = sum(
        (margins[one] * margins[other] for one in margins for other in margins if counts(one, other)),
        Fraction(0),
    )
    if chance == 0:
        return None
    observed = sum((count for pair, count in cells.items() if counts(*pair)), Fraction(0))
    return float(1 - observed * free / (total * chance))


def units_of(layers: Sequence[Sequence[Mark]], length: int) -> Units:
    """Return the sums of one document of `length` characters over its flattened layers, two or more."""
    units = Units()
    for size, categories in segments(layers, length):
        units.runs[categories] += size
    units.squares[PHI] = sum(size * categories.count(PHI) for categories, size in units.runs.items())
    for layer in layers:
        for mark in layer:
            units.squares[mark.label] += (mark.end - mark.start) ** 2
    return units


def add_inner(units: Units, one: Sequence[Mark], other: Sequence[Mark]) -> None:
    """Add W′ of a document: of each flattened span, the square of what the other layer covers of it."""
    for marks, others in ((one, other), (other, one)):
        covered = [(mark.start, mark.end) for mark in others]
        at = 0
        for mark in marks:
            while at < len(covered) and covered[at][1] <= mark.start:
                at += 1
            units.inner[mark.label] += (
                shared([(mark.start, mark.end)], covered[at : _past(covered, at, mark.end)]) ** 2
            )


def _past(ranges: Sequence[tuple[int, int]], at: int, end: int) -> int:
    while at < len(ranges) and ranges[at][0] < end:
        at += 1
    return at


def segments(layers: Sequence[Sequence[Mark]], length: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield runs of characters with the category of each flattened layer there: how long, and the categories."""
    edges = [
        (at, number, label)
        for number, layer in enumerate(layers)
        for start, end, mark_label, _value in layer
        for at, label in ((end, PHI), (start, mark_label))
    ]
    # Where one span ends and the next begins, the end comes first: φ is smaller than every label.
    edges.sort()
    now = [PHI] * len(layers)
    done = 0
    for at, number, label in edges:
        if at > done:
            yield at - done, tuple(now)
            done = at
        now[number] = label
    if length > done:
        yield length - done, tuple(now)


def label_units(one: Layer, other: Layer, label: int, length: int) -> Units | None:
    """Return the sums of one document for one label, overlapping spans of a layer merged; None where it is unused."""
    ours, theirs = _ranges(one, label), _ranges(other, label)
    if not ours and not theirs:
        return None
    ours_size, theirs_size = _size(ours), _size(theirs)
    both = shared(ours, theirs)
    apart = ours_size + theirs_size - 2 * both
    runs = {(label, label): both, (label, PHI): apart, (PHI, PHI): length - both - apart}
    units = Units(Counter({categories: size for categories, size in runs.items() if size}))
    units.squares[label] = sum((end - start) ** 2 for start, end in (*ours, *theirs))
    units.squares[PHI] = 2 * length - ours_size - theirs_size
    return units


def _ranges(layer: Layer, label: int) -> list[tuple[int, int]]:
    return merged((mark.start, mark.end) for mark in layer if mark.label == label)


def _size(ranges: Sequence[tuple[int, int]]) -> int:
    return sum(end - start for start, end in ranges)
