"""uα, |uα and cuα of Krippendorff, Mathet, Bouvry and Widlöcher (2016), from sums over documents.

They need spans without overlap, so layers are flattened first. The extension to documents of which not everyone
did all is ours (`docs/comparing.md`, 5.2).
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import Final

from annotator.review.marks import Layer, Mark, merged

PHI: Final = -1
"""The category of a character that no span covers."""

_Counts = Callable[[int, int], bool]


def flattened(layer: Layer) -> tuple[Sequence[Mark], int]:
    """Return the marks that stay when none may overlap, longest first, and how many were dropped."""
    if is_flat(layer):
        return layer, 0
    kept: list[tuple[int, int]] = []
    marks: list[Mark] = []
    for mark in sorted(layer, key=_longest_first):
        at = bisect_right(kept, (mark.start, mark.end))
        before = kept[at - 1][1] if at else 0
        if before <= mark.start and (at == len(kept) or kept[at][0] >= mark.end):
            kept.insert(at, (mark.start, mark.end))
            marks.append(mark)
    return sorted(marks), len(layer) - len(marks)


def is_flat(layer: Layer) -> bool:
    """Tell whether no two marks of a layer overlap."""
    return all(one[1] <= other[0] for one, other in pairwise(layer))


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
    """Return the sums of one document of `length` characters over its flattened layers, two or more.

    W′ counts the characters of a span that every other layer has in a span too.
    """
    units = Units()
    runs, squares, inner = units.runs, units.squares, units.inner
    now = [PHI] * len(layers)
    # How much of its present span each layer has had so far where all others have one too.
    covered = [0] * len(layers)
    done = 0
    for at, number, label in _edges(layers):
        if at > done:
            size = at - done
            runs[tuple(now)] += size
            if PHI not in now:
                for one in range(len(covered)):
                    covered[one] += size
            done = at
        if label == PHI:
            inner[now[number]] += covered[number] ** 2
            covered[number] = 0
        now[number] = label
    if length > done:
        runs[tuple(now)] += length - done
    for layer in layers:
        for start, end, label, _ in layer:
            squares[label] += (end - start) ** 2
    squares[PHI] = sum(size * categories.count(PHI) for categories, size in runs.items())
    return units


def _edges(layers: Sequence[Sequence[Mark]]) -> list[tuple[int, int, int]]:
    """Return where the category of a layer changes, in order: the place, the number of the layer, the category."""
    edges = [
        (at, number, label)
        for number, layer in enumerate(layers)
        for start, end, mark_label, _value in layer
        for at, label in ((start, mark_label), (end, PHI))
    ]
    # Where one span ends and the next begins, the end comes first: φ is smaller than every label.
    edges.sort()
    return edges


def label_squares(layer: Layer) -> dict[int, int]:
    """Return W_c of each label of a layer taken by itself: its overlapping spans merged, adjacent ones not."""
    ranges: dict[int, list[tuple[int, int]]] = {}
    for start, end, label, _ in layer:
        ranges.setdefault(label, []).append((start, end))
    return {label: sum((end - start) ** 2 for start, end in merged(own)) for label, own in ranges.items()}


def label_units(characters: Mapping[tuple[int, int], int], label: int, squares: int) -> Units:
    """Return the sums of one label alone over documents of two annotators.

    `characters` counts the characters by the two sets of labels (as bits) that cover them; `squares` is W_c.
    """
    units = Units(squares=Counter({label: squares}))
    for (one, other), size in characters.items():
        categories = (label if one >> label & 1 else PHI, label if other >> label & 1 else PHI)
        units.runs[categories] += size
        units.squares[PHI] += size * categories.count(PHI)
    return units
