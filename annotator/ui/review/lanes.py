"""What the article shows of a review: a lane for each layer, what they do not agree on, and what was decided."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from annotator.app.review.reviewing import OPEN, Review
from annotator.core.decision import Content, ItemSpan
from annotator.core.labels import Label, LabelSet
from annotator.review.group import UNANIMOUS
from annotator.review.items import Item
from annotator.ui.form.words import label_title
from annotator.ui.pane.model import PaneSpan, Style

LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
STYLES: Final[tuple[Style, ...]] = ("solid", "dashed", "dotted")
LIT: Final = 1
"""The id of the span that lies under the current item."""


@dataclass(slots=True)
class Lanes:
    """The spans for the article, and the item (by number) that each belongs to."""

    spans: list[PaneSpan] = field(default_factory=list)
    item_of: dict[int, int] = field(default_factory=dict)

    def add(self, item: int, start: int, end: int, **look: object) -> None:
        """Add one; ids count up from LIT."""
        id_ = LIT + len(self.spans)
        self.spans.append(PaneSpan(id_, start, end, **look))  # type: ignore[arg-type]  # the fields of PaneSpan
        self.item_of[id_] = item


def letter(at: int) -> str:
    """Return the letter of the layer in that place, from 0."""
    return LETTERS[at] if at < len(LETTERS) else str(at + 1)


def style_of(at: int) -> Style:
    """Return how the layer in that place is underlined, from 0: solid, dashed, dotted, and again."""
    return STYLES[at % len(STYLES)]


def lanes_of(review: Review, labels: LabelSet, current: int | None, editing: Content | None = None) -> Lanes:
    """Return what the article shows; `current` is the number of the item that is being decided.

    `editing`: the reviewer's own spans for it, shown in place of what was decided.
    """
    made = Lanes()
    by_key = {label.key: label for label in labels.labels}
    if current is not None:
        item = review.places[current]
        ends = _reach(item, editing)
        made.add(current, *ends, role="", chip="", style="lit")
    for number, item in enumerate(review.places):
        if item.kind == UNANIMOUS and number != current:
            _add_calm(made, number, item, by_key)
        else:
            _add_layers(made, number, item, by_key)
            if review.state(item) == OPEN or number == current:
                for start, end in differing(item):
                    made.add(number, start, end, role="", chip="", style="differs")
    lane = len(review.doers)
    for number, span in _golden(review, current, editing):
        made.add(number, span.start, span.end, role=_role(by_key, span), chip="", style="gold", lane=lane)
    return made


def _reach(item: Item, editing: Content | None) -> tuple[int, int]:
    ends = [(item.start, item.end), *(span[:2] for span in editing or ())]
    return min(start for start, _ in ends), max(end for _, end in ends)


def _add_calm(made: Lanes, number: int, item: Item, by_key: Mapping[str, Label]) -> None:
    for span in next(iter(item.contents.values())):
        made.add(number, span.start, span.end, role=_role(by_key, span), chip="", style="calm", lane=0)


def _add_layers(made: Lanes, number: int, item: Item, by_key: Mapping[str, Label]) -> None:
    """Add the underlines of each layer; the first of equal spans carries the letters of all who have it."""
    holders: dict[tuple[int, int, str], list[int]] = {}
    for at, content in enumerate(item.contents.values()):
        for span in content:
            holders.setdefault(span[:3], []).append(at)
    for (start, end, key), layers in holders.items():
        word = f"{'·'.join(map(letter, layers))} {label_title(by_key[key])}" if key in by_key else key
        for at in layers:
            chip = word if at == layers[0] else ""
            role = by_key[key].role if key in by_key else ""
            made.add(number, start, end, role=role, chip=chip, style=style_of(at), lane=at)


def _golden(review: Review, current: int | None, editing: Content | None) -> Iterable[tuple[int, ItemSpan]]:
    """Yield what stands in the gold layer, each with the number of its item; those of what is edited anew."""
    edited = review.places[current] if current is not None and editing is not None else None
    for stood in review.stood:
        decision = stood.decision
        if edited is not None and decision.touches(edited.start, edited.end):
            continue
        number = next((at for at, item in enumerate(review.places) if item in stood.items), -1)
        yield from ((number, span) for span in decision.made.result)
    if current is not None:
        yield from ((current, span) for span in editing or ())


def differing(item: Item) -> list[tuple[int, int]]:
    """Return the ranges of characters that not all layers mark with the same labels."""
    if len(item.contents) == 1:
        return []
    covers: list[dict[int, frozenset[str]]] = [_cover(content) for content in item.contents.values()]
    found: list[tuple[int, int]] = []
    for at in range(item.start, item.end):
        if len({cover.get(at, frozenset()) for cover in covers}) == 1:
            continue
        if found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def _cover(content: Sequence[ItemSpan]) -> dict[int, frozenset[str]]:
    cover: dict[int, frozenset[str]] = {}
    for span in content:
        for at in range(span.start, span.end):
            cover[at] = cover.get(at, frozenset()) | {span.label}
    return cover


def _role(by_key: Mapping[str, Label], span: ItemSpan) -> str:
    label = by_key.get(span.label)
    return "" if label is None else label.role
