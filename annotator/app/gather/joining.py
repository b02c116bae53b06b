"""Two versions of one layer, neither made from the other: item by item, what is equal and what is to be chosen."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from annotator.app.gather.questions import Around, AskedItem, Aspect, Choice, ItemKey, Said
from annotator.app.gather.ties import place_of, tie_items
from annotator.core.clusters import around
from annotator.core.commands.merging import MergeLayer, Place, Ties
from annotator.core.decision import ItemSpan
from annotator.core.entry import Entry, EntryComment, EntryRecord, EntryRelation, EntrySpan, Unsaid
from annotator.core.values import written
from annotator.formats.carrying import KINDS
from annotator.review.items import Item, items_of

Choices = Mapping[ItemKey, Choice]

_OURS, _THEIRS = "ours", "theirs"
_REACH: Final = 12


@dataclass(frozen=True, slots=True)
class _Part:
    """An item of spans as the two versions have it, by place."""

    key: ItemKey
    ours: Mapping[Place, EntrySpan]
    theirs: Mapping[Place, EntrySpan]

    @property
    def differs(self) -> bool:
        """Whether the two do not say the same: the spans, their values, notes and doubts."""
        return {_content(span) for span in self.ours.values()} != {_content(s) for s in self.theirs.values()}

    @property
    def asked(self) -> AskedItem:
        """The item as it is asked about."""
        # The same marks with another value, note or doubt cannot stand beside one another.
        sided = self.ours.keys() == self.theirs.keys()
        return AskedItem(self.key, _said(self.ours), _said(self.theirs), sided)

    def result(self, choice: Choice) -> list[Place]:
        """Return where the chosen spans stand."""
        if choice is Choice.BOTH:
            return list({**self.ours, **self.theirs})
        return list(self.ours if choice is Choice.OURS else self.theirs)

    def has_one(self, label: str) -> bool:
        """Tell whether neither version has more than one span with a label here."""
        return all(sum(place[2] == label for place in side) < 2 for side in (self.ours, self.theirs))


class Versions:
    """A layer as it stands here and as a file has it, both on our text.

    `carried` is what the format of the file can say beside spans (`annotator.formats.carrying`). One that can say
    everything means what it does not say; of any other only what it says counts.
    """

    def __init__(self, ours: Entry, theirs: Entry, carried: Collection[str] = KINDS) -> None:
        self._ours = ours
        whole = KINDS.issubset(carried)
        self._theirs = theirs = _filled(ours, theirs, carried)
        self._parts = list(_parts(ours, theirs))
        self._starts = [part.key.start for part in self._parts]
        compared = ours if whole else _as_far_as(ours, theirs)
        self._equal_ties, self._ties = tie_items(compared, theirs, self._standing)

    def asked(self) -> tuple[int, tuple[AskedItem, ...]]:
        """Return how many items are equal, and those that are not: of the layer itself, its spans, what ties them."""
        differing = [part.asked for part in self._parts if part.differs]
        equal = len(self._parts) - len(differing) + self._equal_ties
        placed = (self._placed(item) for item in (*differing, *(item.asked for item in self._ties)))
        return equal, (*self._heads(), *placed)

    def _placed(self, item: AskedItem) -> AskedItem:
        """Return an item with its place; what hangs on no span has none."""
        text, (start, end) = self._ours.text, item.key[:2]
        if start == end:
            return item
        before, after = around(text, start, end, _REACH)
        if len(before) < start:
            before = f"…{before}"
        if len(after) < len(text) - end:
            after = f"{after}…"
        return replace(item, around=Around(before, text[start:end], after))

    def _heads(self) -> Iterator[AskedItem]:
        for aspect, get in _HEADS.items():
            ours, theirs = get(self._ours), get(self._theirs)
            if ours != theirs:
                sided = aspect is not Aspect.DOC_LABELS
                yield AskedItem(
                    ItemKey(0, 0, aspect), tuple(map(Said, ours)), tuple(map(Said, theirs)), sided
                )

    def merged(
        self,
        choices: Choices,
        place: tuple[int, int, int],
        labels: Mapping[str, int],
        people: Mapping[str, int],
    ) -> MergeLayer:
        """Return what brings ours to what was chosen; `place` is the document, the layer, its annotator."""
        gone: set[str] = set()
        values: dict[str, EntrySpan] = {}
        come: list[EntrySpan] = []
        for part in self._parts:
            choice = _choice(part, choices)
            if choice is not Choice.OURS:
                come.extend(span for at, span in part.theirs.items() if at not in part.ours)
            if choice is Choice.THEIRS:
                gone |= {span.id for at, span in part.ours.items() if at not in part.theirs}
                values |= {span.id: part.theirs[at] for at, span in part.ours.items() if at in part.theirs}
        document_id, layer_id, annotator_id = place
        status, flagged, doc_labels = self._chosen_heads(choices)
        return MergeLayer(
            document_id=document_id,
            layer_id=layer_id,
            annotator_id=annotator_id,
            status=status,
            flagged=flagged,
            gone=frozenset(gone),
            values=values,
            come=come,
            labels=labels,
            people=people,
            ties=self._chosen_ties(choices, gone),
            doc_labels=None if doc_labels == self._ours.doc_labels else doc_labels,
        )

    def _chosen_heads(self, choices: Choices) -> tuple[str, bool, tuple[str, ...]]:
        ours, theirs = self._ours, self._theirs
        of_theirs = {aspect: choices.get(ItemKey(0, 0, aspect), Choice.OURS) for aspect in _HEADS}
        status = theirs.status if of_theirs[Aspect.STATUS] is Choice.THEIRS else ours.status
        flagged = theirs.flagged if of_theirs[Aspect.FLAG] is Choice.THEIRS else ours.flagged
        chosen = of_theirs[Aspect.DOC_LABELS]
        doc_labels = ours.doc_labels if chosen is Choice.OURS else theirs.doc_labels
        if chosen is Choice.BOTH:
            doc_labels = tuple(dict.fromkeys((*ours.doc_labels, *theirs.doc_labels)))
        return status, bool(flagged), doc_labels

    # What hangs on the spans.

    def _chosen_ties(self, choices: Choices, gone: set[str]) -> Ties:
        standing = partial(self._successor, choices)
        places = {span.id: standing(place_of(span)) for span in self._theirs.spans}
        follow = {span.id: standing(place_of(span)) for span in self._ours.spans if span.id in gone}
        chosen = [(item, choices.get(item.asked.key, Choice.OURS)) for item in self._ties]
        untied = {
            (_TABLES[type(tied)], tied.id)
            for item, one in chosen
            if one is Choice.THEIRS
            for tied in item.ours
        }
        come = [tied for item, one in chosen if one is not Choice.OURS for tied in item.theirs]
        return Ties(
            gone=frozenset(untied),
            records=[tied for tied in come if isinstance(tied, EntryRecord)],
            relations=[tied for tied in come if isinstance(tied, EntryRelation)],
            comments=[tied for tied in come if isinstance(tied, EntryComment)],
            places={id_: at for id_, at in places.items() if at is not None},
            follow={id_: at for id_, at in follow.items() if at is not None},
        )

    def _part_at(self, place: Place) -> _Part:
        return self._parts[bisect_right(self._starts, place[0]) - 1]

    def _standing(self, place: Place) -> object:
        """Return for what a span stands: where a version has one of a label in an item, it is that, as it may be."""
        part = self._part_at(place)
        return (part.key, place[2]) if part.has_one(place[2]) else place

    def _successor(self, choices: Choices, place: Place) -> Place | None:
        """Return the place in the result of a span of one version: its own, or that of the only one of its label."""
        part = self._part_at(place)
        result = part.result(_choice(part, choices))
        if place in result:
            return place
        alike = [other for other in result if other[2] == place[2]]
        return alike[0] if len(alike) == 1 else None


_TABLES: Final[Mapping[type, str]] = {
    EntryRecord: "record",
    EntryRelation: "relation",
    EntryComment: "comment",
}


def _status(entry: Entry) -> tuple[str, ...]:
    return (entry.status,)


def _flag(entry: Entry) -> tuple[str, ...]:
    return ("flagged",) if entry.flagged else ()


def _doc_labels(entry: Entry) -> tuple[str, ...]:
    return entry.doc_labels


# What is said of the layer as a whole.
_HEADS: Final[Mapping[Aspect, Callable[[Entry], tuple[str, ...]]]] = {
    Aspect.STATUS: _status, Aspect.FLAG: _flag, Aspect.DOC_LABELS: _doc_labels,
}  # fmt: skip


def _choice(part: _Part, choices: Choices) -> Choice:
    return choices.get(part.key, Choice.OURS) if part.differs else Choice.OURS


def _content(span: EntrySpan) -> tuple[object, ...]:
    return (span.start, span.end, span.label, span.norm, span.note, bool(span.unsure))


def _said(spans: Mapping[Place, EntrySpan]) -> tuple[Said, ...]:
    return tuple(_said_of(span) for span in spans.values())


def _said_of(span: EntrySpan) -> Said:
    norm = span.norm
    value = "" if norm is None else " ".join(filter(None, (written(norm), norm.ref)))
    return Said(span.text, span.label, value, span.note, bool(span.unsure))


def _parts(ours: Entry, theirs: Entry) -> Iterator[_Part]:
    """Yield the items of both together, in reading order."""
    items = items_of({_OURS: _item_spans(ours), _THEIRS: _item_spans(theirs)})
    sides = (_by_item(ours, items), _by_item(theirs, items))
    for at, item in enumerate(items):
        yield _Part(ItemKey(item.start, item.end), *(side.get(at, {}) for side in sides))


def _item_spans(entry: Entry) -> list[ItemSpan]:
    return [ItemSpan(span.start, span.end, span.label, span.norm) for span in entry.spans]


def _by_item(entry: Entry, items: Sequence[Item]) -> dict[int, dict[Place, EntrySpan]]:
    """Return the spans of an entry by the number of their item and by place, in reading order."""
    starts = [item.start for item in items]
    found: dict[int, dict[Place, EntrySpan]] = {}
    for span in sorted(entry.spans, key=place_of):
        at = bisect_right(starts, span.start) - 1
        found.setdefault(at, {}).setdefault(place_of(span), span)
    return found


def _filled(ours: Entry, theirs: Entry, carried: Collection[str]) -> Entry:
    """Return their version with what the file leaves unsaid as it is in ours."""
    mine = {place_of(span): span for span in ours.spans}
    return replace(
        theirs,
        spans=tuple(_filled_span(span, mine.get(place_of(span)), theirs.unsaid) for span in theirs.spans),
        status=theirs.status if "status" in carried else ours.status,
        flagged=theirs.flagged or ("flag" not in carried and ours.flagged),
        doc_labels=theirs.doc_labels or (() if KINDS.issubset(carried) else ours.doc_labels),
    )


def _filled_span(span: EntrySpan, mine: EntrySpan | None, unsaid: Unsaid) -> EntrySpan:
    open_keys = unsaid.of(span.id)
    if mine is None or not open_keys:
        return span
    return span._replace(
        norm=mine.norm if span.norm is None and "norm" in open_keys else span.norm,
        note=span.note or (mine.note if "note" in open_keys else ""),
        unsure=span.unsure or ("unsure" in open_keys and mine.unsure),
    )


def _as_far_as(ours: Entry, theirs: Entry) -> Entry:
    """Return of ours only the kinds of ties that theirs has any of."""
    return replace(
        ours,
        records=ours.records if theirs.records else (),
        relations=ours.relations if theirs.relations else (),
        comments=ours.comments if theirs.comments else (),
    )
