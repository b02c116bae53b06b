"""Review items: the connected groups of overlapping spans of all layers of a document, and how they agree."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from operator import attrgetter, itemgetter
from types import MappingProxyType
from typing import Final

from annotator.core.decision import Content, ItemSpan, same_content
from annotator.review.differences import Class, Kind, differences
from annotator.review.group import CONFLICT, MAJORITY, UNANIMOUS, kind_of_item
from annotator.review.marks import Mark, groups

SINGLE: Final = "single"
KINDS: Final = (UNANIMOUS, MAJORITY, CONFLICT, SINGLE)
"""How contents agree: all, more than half, neither; or one annotator alone did the document."""

_SIDELESS: Final = {
    Class.SPLIT: "split", Class.MERGE: "split", Class.ONLY_A: "only", Class.ONLY_B: "only",
}  # fmt: skip
"""Of more than two layers none is a or b: what differs between two is told without its side."""

_Key = frozenset[tuple[int, int, str, str | None]]
_PLACE: Final = itemgetter(0, 1, 2)
_END: Final = attrgetter("end")

CLASSES: Final = (
    "value", "label", *(f"boundary:{kind}" for kind in Kind), "boundary_label", "split", "only",
)  # fmt: skip
"""The classes of difference by which items are sorted and filtered."""


@dataclass(frozen=True, slots=True)
class Item:
    """A group of spans that overlap, directly or through others.

    `start` to `end` covers all of them (code points). `contents` has everyone who did the document, in the order
    they were given, also with nothing; `kind` is one of KINDS.
    """

    start: int
    end: int
    contents: Mapping[str, Content]
    kind: str

    @property
    def labels(self) -> frozenset[str]:
        """The labels that stand in it."""
        return frozenset([span.label for content in self.contents.values() for span in content])

    @property
    def agreement(self) -> Fraction:
        """The mean over pairs of annotators of the F1 of equal spans, values included: 1 where all are equal."""
        keys = map(contents_key, self.contents.values())
        scores = [_f1(one, other) for one, other in combinations(keys, 2)]
        if len(scores) == 1:
            return scores[0]
        return sum(scores, Fraction(0)) / len(scores) if scores else Fraction(1)

    def touches(self, start: int, end: int) -> bool:
        """Tell whether it shares a character with a range."""
        return self.start < end and start < self.end

    def count_holders(self, content: Content) -> int:
        """Return how many annotators have exactly this content."""
        return len(self.holders(content))

    def holders(self, content: Iterable[ItemSpan]) -> tuple[str, ...]:
        """Return the annotators who have exactly this content."""
        given = tuple(content)
        return tuple([name for name, theirs in self.contents.items() if same_content(theirs, given)])


def items_of(layers: Mapping[str, Sequence[ItemSpan]]) -> list[Item]:
    """Return the items of a document in reading order; `layers` has the spans of everyone who did it, by uid.

    Every span is in exactly one item; of spans of one layer with equal place and label the first counts, a
    filled value before none. The order of `layers` is kept in the contents and changes nothing else.
    """
    names = list(layers)
    found = []
    for group in groups([_distinct(own) for own in layers.values()]):
        there = [spans for spans in group if spans]
        found.append(
            Item(
                min([spans[0].start for spans in there]),
                max([span.end for spans in there for span in spans]),
                MappingProxyType(dict(zip(names, map(tuple, group), strict=True))),
                _kind_of(group),
            )
        )
    return found


def _distinct(own: Sequence[ItemSpan]) -> list[ItemSpan]:
    """Return the spans of a layer sorted; of those with equal place and label the first, a filled value before none."""
    if len({span[:3] for span in own}) == len(own):
        return sorted(own, key=_PLACE)
    kept: dict[tuple[int, int, str], ItemSpan] = {}
    for span in sorted(own, key=_order_of):
        kept.setdefault(span[:3], span)
    return list(kept.values())


def _kind_of(group: Sequence[Sequence[ItemSpan]]) -> str:
    if len(group) == 1:
        return SINGLE
    if group.count(group[0]) == len(group):
        return UNANIMOUS
    return kind_of_item([contents_key(spans) for spans in group])


def touched(items: Sequence[Item], start: int, end: int) -> list[Item]:
    """Return the items that share a character with a range; `items` are those of a document, in reading order."""
    found = []
    # No item overlaps another: their ends are in order too.
    for at in range(bisect_right(items, start, key=_END), len(items)):
        if items[at].start >= end:
            break
        found.append(items[at])
    return found


def classes_of(item: Item, text: str) -> frozenset[str]:
    """Return the classes (of CLASSES) in which any two layers of an item differ; `text` is the document's."""
    numbers = {label: at for at, label in enumerate(sorted(item.labels))}
    layers = {
        tuple(Mark(span.start, span.end, numbers[span.label], span.value) for span in content)
        for content in item.contents.values()
    }
    return frozenset(
        _class_of(difference.cls, difference.kind)
        for one, other in combinations(sorted(layers, key=repr), 2)
        for difference in differences(one, other, text)
        if difference.cls is not Class.SAME
    )


def _class_of(cls: Class, kind: Kind | None) -> str:
    if cls is Class.BOUNDARY:
        return f"{cls}:{kind}"
    return _SIDELESS.get(cls, str(cls))


def contents_key(content: Iterable[ItemSpan]) -> _Key:
    """Return what two equal contents have in common: places, labels and written values."""
    return frozenset([span.content for span in content])


def votes(item: Item) -> Counter[_Key]:
    """Return how many annotators have each content."""
    return Counter(map(contents_key, item.contents.values()))


def _f1(ours: _Key, theirs: _Key) -> Fraction:
    total = len(ours) + len(theirs)
    return Fraction(2 * len(ours & theirs), total) if total else Fraction(1)


def _order_of(span: ItemSpan) -> tuple[int, int, str, bool, str]:
    return span.order
