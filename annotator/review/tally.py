"""What is counted of one document and one pair of annotators; every measure of the pair comes from sums of these."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import zip_longest
from math import lcm

from annotator.review.differences import Class, Difference, differences, iou
from annotator.review.marks import Layer, Mark, groups, overlap
from annotator.review.pairing import heaviest, most_pairs
from annotator.review.unitizing import Units, add_inner, flattened, label_units, units_of

NOBODY = -1
"""Stands for no label in the confusion."""


@dataclass(slots=True)
class LabelTally:
    """The counts of one label."""

    n_a: int = 0
    n_b: int = 0
    tp_exact: int = 0
    m_lenient: int = 0
    units: Units = field(default_factory=Units)
    # Characters of documents where the label is unused; they count for chance all the same.
    unused: int = 0


@dataclass(slots=True)
class Tally:
    """The counts of one document, or their sums over several.

    `characters` counts the characters by the two sets of labels that cover them, as bits.
    """

    n_docs: int = 0
    n_a: int = 0
    n_b: int = 0
    tp_exact: int = 0
    tp_boundary: int = 0
    m_lenient: int = 0
    m_lenient_any: int = 0
    soft: Fraction = Fraction(0)
    characters: Counter[tuple[int, int]] = field(default_factory=Counter)
    units: Units = field(default_factory=Units)
    flattened_a: int = 0
    flattened_b: int = 0
    value_pairs: int = 0
    value_equal: int = 0
    label_pairs: Counter[tuple[int, int]] = field(default_factory=Counter)
    classes: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    confusion: Counter[tuple[int, int]] = field(default_factory=Counter)
    labels: dict[int, LabelTally] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)


def tally(a: Layer, b: Layer, text: str, labels: int) -> Tally:
    """Count one document of a pair; `labels` is how many labels there are."""
    found = Tally(n_docs=1, n_a=len(a), n_b=len(b), differences=differences(a, b, text))
    _count_equal(found, a, b)
    _count_matched(found, a, b, labels)
    for size, (ours, theirs) in label_runs((a, b), len(text)):
        found.characters[ours, theirs] += size
    (flat_a, found.flattened_a), (flat_b, found.flattened_b) = flattened(a), flattened(b)
    found.units = units_of((flat_a, flat_b), len(text))
    add_inner(found.units, flat_a, flat_b)
    for label in range(labels):
        units = label_units(a, b, label, len(text))
        if units is None:
            found.labels[label].unused = len(text)
        else:
            found.labels[label].units = units
    for difference in found.differences:
        _count_difference(found, difference)
    return found


def _count_equal(found: Tally, a: Layer, b: Layer) -> None:
    found.tp_exact = len({mark[:3] for mark in a} & {mark[:3] for mark in b})
    found.tp_boundary = (Counter(mark[:2] for mark in a) & Counter(mark[:2] for mark in b)).total()


def _count_matched(found: Tally, a: Layer, b: Layer, labels: int) -> None:
    """Count the pairings. Spans of one label that overlap lie in one group of all spans: each is swept only once."""
    _count_labels(found, a, b, labels)
    whole, parts = 0, []
    for ours, theirs in groups((a, b)):
        if not ours or not theirs:
            continue
        if len(ours) == len(theirs) == 1:
            (one,), (other,) = ours, theirs
            found.m_lenient_any += 1
            if one.label == other.label:
                found.labels[one.label].m_lenient += 1
                if one[:2] == other[:2]:
                    whole += 1
                else:
                    parts.append(iou(one, other))
            continue
        found.m_lenient_any += most_pairs(
            [[at for at, mark in enumerate(theirs) if overlap(one, mark)] for one in ours]
        )
        for label in {mark.label for mark in ours} & {mark.label for mark in theirs}:
            pairs, total = _matched(
                *([mark for mark in side if mark.label == label] for side in (ours, theirs))
            )
            found.labels[label].m_lenient += pairs
            parts.append(total)
    found.m_lenient = sum(counts.m_lenient for counts in found.labels.values())
    found.soft = whole + exact_sum(parts)


def _count_labels(found: Tally, a: Layer, b: Layer, labels: int) -> None:
    found.labels.update((label, LabelTally()) for label in range(labels))
    for mark in a:
        found.labels[mark.label].n_a += 1
    for mark in b:
        found.labels[mark.label].n_b += 1
    for *_, label in {mark[:3] for mark in a} & {mark[:3] for mark in b}:
        found.labels[label].tp_exact += 1


def _matched(a: Layer, b: Layer) -> tuple[int, Fraction]:
    """Return how many pairs of overlapping marks there can be at once, and the greatest total they can share."""
    pairs, shares = 0, []
    for ours, theirs in groups((a, b)):
        if not ours or not theirs:
            continue
        may = [{at: iou(one, mark) for at, mark in enumerate(theirs) if overlap(one, mark)} for one in ours]
        pairs += most_pairs([list(row) for row in may])
        shares.append(heaviest(may, len(theirs))[0])
    return pairs, exact_sum(shares)


def label_runs(layers: Sequence[Layer], length: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield runs of characters with the labels (as bits) that cover them in each layer: how long, and the sets."""
    edges = sorted(
        edge
        for number, layer in enumerate(layers)
        for mark in layer
        for edge in ((mark.start, number, mark.label, 1), (mark.end, number, mark.label, -1))
    )
    depth: Counter[tuple[int, int]] = Counter()
    bits = [0] * len(layers)
    done = 0
    for at, number, label, step in edges:
        if at > done:
            yield at - done, tuple(bits)
            done = at
        depth[number, label] += step
        bit = 1 << label
        bits[number] = bits[number] | bit if depth[number, label] else bits[number] & ~bit
    if length > done:
        yield length - done, tuple(bits)


def _count_difference(found: Tally, difference: Difference) -> None:
    found.classes[difference.cls] += 1
    if difference.kind is not None:
        found.kinds[difference.kind] += 1
    for one, other in zip_longest(difference.a, difference.b):
        found.confusion[_label(one), _label(other)] += 1
    if difference.cls in (Class.SAME, Class.VALUE, Class.LABEL):
        (one,), (other,) = difference.a, difference.b
        found.label_pairs[one.label, other.label] += 1
        if difference.cls is not Class.LABEL and (one.value is not None or other.value is not None):
            found.value_pairs += 1
            found.value_equal += one.value == other.value


def _label(mark: Mark | None) -> int:
    return NOBODY if mark is None else mark.label


_NUMBERS = (
    "n_docs", "n_a", "n_b", "tp_exact", "tp_boundary", "m_lenient", "m_lenient_any", "flattened_a", "flattened_b",
    "value_pairs", "value_equal",
)  # fmt: skip
_COUNTERS = ("characters", "label_pairs", "classes", "kinds", "confusion")


def summed(rows: Sequence[Tally], labels: int) -> Tally:
    """Return the sums over the documents; their differences stay with them."""
    total = Tally(labels={label: LabelTally() for label in range(labels)})
    for name in _NUMBERS:
        setattr(total, name, sum(getattr(row, name) for row in rows))
    for name in _COUNTERS:
        counter: Counter[object] = getattr(total, name)
        for row in rows:
            for key, count in getattr(row, name).items():
                counter[key] += count
    total.soft = exact_sum([row.soft for row in rows])
    for row in rows:
        total.units.add(row.units)
        for label, counts in row.labels.items():
            _add_label(total.labels[label], counts)
    return total


def _add_label(total: LabelTally, counts: LabelTally) -> None:
    total.n_a += counts.n_a
    total.n_b += counts.n_b
    total.tp_exact += counts.tp_exact
    total.m_lenient += counts.m_lenient
    total.unused += counts.unused
    total.units.add(counts.units)


def exact_sum(fractions: Sequence[Fraction]) -> Fraction:
    """Return the sum of many fractions at once, which is quicker than adding one after the other."""
    by_denominator: Counter[int] = Counter()
    for fraction in fractions:
        by_denominator[fraction.denominator] += fraction.numerator
    common = lcm(*by_denominator)
    return Fraction(sum(count * (common // below) for below, count in by_denominator.items()), common)
