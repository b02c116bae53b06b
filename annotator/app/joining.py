"""Two versions of one layer, neither made from the other: item by item, what is equal and what is to be chosen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.app.questions import AskedItem, Choice, ItemKey
from annotator.core.commands.merging import MergeLayer
from annotator.core.decision import ItemSpan
from annotator.core.entry import Entry, EntrySpan
from annotator.review.items import Item, contents_key, items_of

_OURS, _THEIRS = "ours", "theirs"


@dataclass(frozen=True, slots=True)
class Versions:
    """A layer as it stands here and as a file has it, both on our text."""

    ours: Entry
    theirs: Entry

    def items(self) -> list[Item]:
        """Return the items of both together, in reading order."""
        return items_of({_OURS: _item_spans(self.ours), _THEIRS: _item_spans(self.theirs)})

    def asked(self) -> tuple[int, tuple[AskedItem, ...]]:
        """Return how many items are equal, and those that are not."""
        items = self.items()
        differing = [item for item in items if _differs(item)]
        return len(items) - len(differing), tuple(
            AskedItem(
                (item.start, item.end), self._said(item.contents[_OURS]), self._said(item.contents[_THEIRS])
            )
            for item in differing
        )

    def _said(self, spans: Iterable[ItemSpan]) -> tuple[tuple[str, str, str], ...]:
        text = self.ours.text
        return tuple((text[span.start : span.end], span.label, span.value or "") for span in spans)

    def merged(
        self,
        choices: Mapping[ItemKey, Choice],
        place: tuple[int, int, int],
        labels: Mapping[str, int],
        people: Mapping[str, int],
    ) -> MergeLayer:
        """Return what brings ours to what was chosen; `place` is the document, the layer, its annotator."""
        gone: set[str] = set()
        values: dict[str, EntrySpan] = {}
        come: list[EntrySpan] = []
        for item in self.items():
            choice = choices.get((item.start, item.end), Choice.OURS) if _differs(item) else Choice.THEIRS
            if choice is Choice.OURS:
                continue
            ours, theirs = _within(self.ours, item), _within(self.theirs, item)
            come.extend(span for key, span in theirs.items() if key not in ours)
            if choice is Choice.BOTH:
                continue
            gone |= {span.id for key, span in ours.items() if key not in theirs}
            values |= {span.id: theirs[key] for key, span in ours.items() if key in theirs}
        document_id, layer_id, annotator_id = place
        return MergeLayer(
            document_id=document_id,
            layer_id=layer_id,
            annotator_id=annotator_id,
            status=self.theirs.status,
            gone=frozenset(gone),
            values=values,
            come=come,
            labels=labels,
            people=people,
        )


def _differs(item: Item) -> bool:
    return contents_key(item.contents[_OURS]) != contents_key(item.contents[_THEIRS])


def _item_spans(entry: Entry) -> list[ItemSpan]:
    return [ItemSpan(span.start, span.end, span.label, span.norm) for span in entry.spans]


def _within(entry: Entry, item: Item) -> dict[tuple[int, int, str], EntrySpan]:
    """Return the spans of an entry that belong to an item, by place and label."""
    found: dict[tuple[int, int, str], EntrySpan] = {}
    for span in entry.spans:
        if item.start <= span.start and span.end <= item.end:
            found.setdefault((span.start, span.end, span.label), span)
    return found
