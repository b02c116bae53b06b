"""What is counted of one document and one pair of annotators; every measure of the pair comes from sums of these."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import zip_longest
from math import lcm
from operator import attrgetter, itemgetter

from annotator.review.differences import Class, Difference, group_differences, iou
from annotator.review.marks import Layer, Mark, groups, overlap
from annotator.review.pairing import heaviest, most_pairs
from annotator.review.unitizing import PHI, Units, flattened, label_squares, units_of

NOBODY = -1
"""Stands for no label in the confusion."""

_LABEL = itemgetter(2)
_EQUAL_PLACE = frozenset({Class.SAME, Class.VALUE, Class.LABEL})


@dataclass(slots=True)
class LabelTally:
    """The counts of one label; `squares` is W_c of its spans taken by themselves."""

    n_a: int = 0
    n_b: int = 0
    tp_exact: int = 0
    m_lenient: int = 0
    squares: int = 0


@dataclass(slots=True)
class Tally:
    """The counts of one document, or their sums over several.

    `items` are its review items, of which in `unanimous` both have the same. `shares` has what pairs of one label
    share of what they cover, as numerators by denominator. `characters` counts the characters by the two sets of
    labels that cover them, as bits.
    """

    n_docs: int = 0
    n_a: int = 0
    n_b: int = 0
    tp_exact: int = 0
    tp_boundary: int = 0
    m_lenient: int = 0
    m_lenient_any: int = 0
    items: int = 0
    unanimous: int = 0
    shares: Counter[int] = field(default_factory=Counter)
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

    @property
    def soft(self) -> Fraction:
        """The greatest total of shared over covered characters."""
        common = lcm(*self.shares)
        return Fraction(sum(count * (common // below) for below, count in self.shares.items()), common)


def tally(a: Layer, b: Layer, text: str, labels: int) -> Tally:
    """Count one document of a pair; `labels` is how many labels there are."""
    found = Tally(n_docs=1, n_a=len(a), n_b=len(b))
    _count_spans(found, a, b, labels)
    # What overlaps lies in one group: everything that is paired is paired within one.
    for ours, theirs in groups((a, b)):
        differing = group_differences(ours, theirs, text)
        found.differences += differing
        found.items += 1
        if len(ours) == len(theirs) == 1:
            found.unanimous += differing[0].cls is Class.SAME
            _count_couple(found, ours[0], theirs[0])
        elif ours and theirs:
            found.unanimous += set(ours) == set(theirs)
            _count_matched(found, ours, theirs)
    found.m_lenient = sum(counts.m_lenient for counts in found.labels.values())
    _count_characters(found, a, b, len(text))
    _count_differences(found)
    return found


def _count_spans(found: Tally, a: Layer, b: Layer, labels: int) -> None:
    found.labels.update((label, LabelTally()) for label in range(labels))
    for label, count in Counter(map(_LABEL, a)).items():
        found.labels[label].n_a = count
    for label, count in Counter(map(_LABEL, b)).items():
        found.labels[label].n_b = count
    equal = {mark[:3] for mark in a} & {mark[:3] for mark in b}
    found.tp_exact = len(equal)
    for *_, label in equal:
        found.labels[label].tp_exact += 1
    found.tp_boundary = (Counter([mark[:2] for mark in a]) & Counter([mark[:2] for mark in b])).total()


def _count_couple(found: Tally, one: Mark, other: Mark) -> None:
    """Count the pairing of a group of two, one of each layer."""
    found.m_lenient_any += 1
    if one[2] != other[2]:
        return
    found.labels[one[2]].m_lenient += 1
    if one[:2] == other[:2]:
        found.shares[1] += 1
    else:
        _add_share(found, iou(one, other))


def _count_matched(found: Tally, ours: Layer, theirs: Layer) -> None:
    """Count the pairings in a group of several: whatever the label, and of each label."""
    found.m_lenient_any += most_pairs(
        [[at for at, mark in enumerate(theirs) if overlap(one, mark)] for one in ours]
    )
    for label in {mark.label for mark in ours} & {mark.label for mark in theirs}:
        own = [[mark for mark in side if mark.label == label] for side in (ours, theirs)]
        for some, others in groups(own):
            if not some or not others:
                continue
            may = [
                {at: iou(one, mark) for at, mark in enumerate(others) if overlap(one, mark)} for one in some
            ]
            found.labels[label].m_lenient += most_pairs([list(row) for row in may])
            _add_share(found, heaviest(may, len(others))[0])


def _add_share(found: Tally, share: Fraction) -> None:
    found.shares[share.denominator] += share.numerator


def _count_characters(found: Tally, a: Layer, b: Layer, length: int) -> None:
    (flat_a, found.flattened_a), (flat_b, found.flattened_b) = flattened(a), flattened(b)
    found.units = units_of((flat_a, flat_b), length)
    if found.flattened_a or found.flattened_b:
        for size, (ours, theirs) in label_runs((a, b), length):
            found.characters[ours, theirs] += size
        for label, squares in (*label_squares(a).items(), *label_squares(b).items()):
            found.labels[label].squares += squares
        return
    # Where no spans of a layer overlap, a character's category is all the labels that it has.
    for (one, other), size in found.units.runs.items():
        found.characters[_set_of(one), _set_of(other)] += size
    for label, counts in found.labels.items():
        counts.squares = found.units.squares[label]


def _set_of(category: int) -> int:
    return 0 if category == PHI else 1 << category


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


def _count_differences(found: Tally) -> None:
    for cls, kind, ours, theirs in found.differences:
        found.classes[cls] += 1
        if kind is not None:
            found.kinds[kind] += 1
        for one, other in zip_longest(ours, theirs):
            found.confusion[_label(one), _label(other)] += 1
        if cls in _EQUAL_PLACE:
            (one,), (other,) = ours, theirs
            found.label_pairs[one.label, other.label] += 1
            if cls is not Class.LABEL and (one.value is not None or other.value is not None):
                found.value_pairs += 1
                found.value_equal += one.value == other.value


def _label(mark: Mark | None) -> int:
    return NOBODY if mark is None else mark.label


_NUMBERS = (
    "n_docs", "n_a", "n_b", "tp_exact", "tp_boundary", "m_lenient", "m_lenient_any", "items", "unanimous",
    "flattened_a", "flattened_b", "value_pairs", "value_equal",
)  # fmt: skip
_COUNTERS = ("shares", "characters", "label_pairs", "classes", "kinds", "confusion")
_OF_LABELS = ("n_a", "n_b", "tp_exact", "m_lenient", "squares")


def summed(rows: Sequence[Tally], labels: int) -> Tally:
    """Return the sums over the documents; their differences stay with them."""
    total = Tally(labels={label: LabelTally() for label in range(labels)})
    for name in _NUMBERS:
        setattr(total, name, sum(map(attrgetter(name), rows)))
    for name in _COUNTERS:
        counter: Counter[object] = getattr(total, name)
        for row in rows:
            for key, count in getattr(row, name).items():
                counter[key] += count
    for row in rows:
        total.units.add(row.units)
    for label, counts in total.labels.items():
        for name in _OF_LABELS:
            get = attrgetter(name)
            setattr(counts, name, sum(get(row.labels[label]) for row in rows))
    return total
