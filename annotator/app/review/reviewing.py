"""The review of a document: who did it, its items, the decisions on them, and in what order the layers are shown."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from json import loads
from typing import Final

from annotator.app.session import Session
from annotator.core.commands.review import BLIND
from annotator.core.decision import (
    Action,
    Content,
    Decision,
    ItemSpan,
    Made,
    ReviewStatus,
    decisions_of,
    united,
)
from annotator.core.errors import user_error
from annotator.core.labels import LabelSet
from annotator.core.layer import Layer, Status
from annotator.core.returned import Response, appeals_among
from annotator.core.span import Span
from annotator.review.decisions import State, Stood, made_of, reaffirmed, states
from annotator.review.group import CONFLICT
from annotator.review.items import Item, items_of
from annotator.review.rules import Proposal
from annotator.store.reviewing import Reviewed, doers, reviewed

# So many documents are read at once: a few queries for all of them, and little to hold.
_AT_A_TIME: Final = 50

OPEN = "open"
APPEALED = "appealed"


@dataclass(frozen=True, slots=True)
class Doer:
    """An annotator with a layer on a document: who (uid, name), and how far they are."""

    uid: str
    name: str
    status: Status


@dataclass(frozen=True)
class Review:
    """A document as the reviewer has it before them.

    `doers` have done it and vote, in the order in which they are shown; `waiting` have begun it and do not.
    `blind`: names are not to be shown. Offsets are code points of `text`.
    """

    document_id: int
    text: str
    doers: tuple[Doer, ...]
    waiting: tuple[Doer, ...]
    layers: Mapping[str, Content]
    decisions: tuple[Decision, ...]
    status: ReviewStatus
    blind: bool
    appeals: tuple[Response, ...] = ()

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The items, in reading order; the contents of each in the order of the doers."""
        return tuple(items_of({doer.uid: self.layers[doer.uid] for doer in self.doers}))

    @cached_property
    def stood(self) -> tuple[Stood, ...]:
        """The decisions that count, with how they stand to the layers as they are now."""
        return tuple(states(self.decisions, self.items))

    @cached_property
    def places(self) -> tuple[Item, ...]:
        """The items, and a place for each decision whose spans nobody has any more though its result stands."""
        nothing = {doer.uid: () for doer in self.doers}
        lost = (
            Item(stood.decision.made.start, stood.decision.made.end, nothing, CONFLICT)
            for stood in self.stood
            if not stood.items and stood.state is State.ORPHANED and stood.decision.made.result
        )
        return tuple(sorted([*self.items, *lost], key=_start_of))

    def on(self, item: Item) -> tuple[Stood, ...]:
        """Return the decisions that count on an item, in reading order."""
        # Of those that count none touches another: their ends are in order too.
        first = last = bisect_right(self.stood, item.start, key=_end_of)
        while last < len(self.stood) and self.stood[last].decision.made.start < item.end:
            last += 1
        return self.stood[first:last]

    def appeals_on(self, item: Item) -> tuple[Response, ...]:
        """Return the appeals against what is decided on an item; a new decision answers those before it."""
        return self._appeals_among(self.on(item))

    def state(self, item: Item) -> str:
        """Return how an item stands: OPEN, APPEALED, or the state of what was decided, stale before every other."""
        there = self.on(item)
        if not there:
            return OPEN
        found = {stood.state for stood in there}
        if State.STALE in found:
            return str(State.STALE)
        return APPEALED if self._appeals_among(there) else str(min(found))

    def _appeals_among(self, decided: Sequence[Stood]) -> tuple[Response, ...]:
        there = {stood.decision.uid for stood in decided}
        return tuple(response for response in self.appeals if response.decision in there)

    @property
    def open_items(self) -> tuple[Item, ...]:
        """The items to be decided: those that no decision touches, whose decision is stale, or appealed against."""
        return tuple(item for item in self.items if self.state(item) in {OPEN, APPEALED, State.STALE})

    def with_items_of(self, before: "Review") -> "Review":
        """Take over the items that were worked out before, where the layers are the same; return the review itself."""
        same = self.doers == before.doers and self.layers == before.layers
        if same and "items" in before.__dict__:
            self.__dict__["items"] = before.items
        return self

    # Decisions in the making.

    def adopting(self, item: Item, uid: str) -> Made:
        """Return the decision that takes what one annotator has, nothing included."""
        content = item.contents[uid]
        if not content:
            return self.neither(item)
        return self._made(item, Action.ADOPT, content, uid)

    def keeping_all(self, item: Item) -> Made:
        """Return the decision that takes the spans of all layers."""
        return self._made(item, Action.ALL, united(item.contents.values()))

    def neither(self, item: Item) -> Made:
        """Return the decision that nothing belongs here."""
        return self._made(item, Action.NEITHER, ())

    def edited(self, item: Item, result: Content) -> Made:
        """Return the decision with the reviewer's own spans."""
        return self._made(item, Action.EDIT if result else Action.NEITHER, result)

    def reaffirming(self, item: Item) -> Made:
        """Return the decision that says anew what was decided before its layers changed."""
        return reaffirmed(item, self.items, [stood.decision for stood in self.on(item)])

    def by_rule(self, proposal: Proposal) -> Made:
        """Return the decision that a rule proposes."""
        return self._made(proposal.item, proposal.action, proposal.result, proposal.adopted)

    def _made(self, item: Item, action: Action, result: Content, adopted: str = "") -> Made:
        return made_of(item, self.items, action, result, adopted)


def review_of(session: Session, document_id: int) -> Review:
    """Return the review of a document as it stands now; UserError where the document is gone."""
    for review in reviews_of(session, [document_id]):
        return review
    raise user_error("document.gone")


def reviews_of(session: Session, document_ids: Sequence[int]) -> Iterator[Review]:
    """Yield the reviews of documents as they stand now, in the order given; those that are gone are left out."""
    blind = is_blind(session)
    for first in range(0, len(document_ids), _AT_A_TIME):
        ids = document_ids[first : first + _AT_A_TIME]
        for document in reviewed(session.project.connection, ids):
            yield _review(session, document, blind=blind)


def _review(session: Session, document: Reviewed, *, blind: bool) -> Review:
    keys = {label.id: label.key for label in session.labels.labels}
    people = [(Doer(one.annotator, one.name, Status(one.status)), one) for one in document.layers]
    doers = [doer for doer, _ in people if doer.status is Status.DONE]
    row = document.review
    hidden = blind and not (row is not None and row["revealed_at"])
    if hidden:
        kept = loads(str(row["blind_order"])) if row is not None else []
        order = shuffled(document.uid, [doer.uid for doer in doers], kept)
        doers.sort(key=lambda doer: order.index(doer.uid))
    return Review(
        document.id,
        document.text,
        tuple(doers),
        tuple(doer for doer, _ in people if doer.status is not Status.DONE),
        {
            one.annotator: tuple(ItemSpan(s.start, s.end, keys[s.label_id], s.norm) for s in one.spans)
            for doer, one in people
            if doer.status is Status.DONE
        },
        tuple(decisions_of(document.decisions, session.labels)),
        ReviewStatus.NOT_STARTED if row is None else ReviewStatus(str(row["status"])),
        hidden,
        tuple(appeals_among(document.responses)),
    )


def content_of(layer: Layer, labels: LabelSet) -> Content:
    """Return the spans of a layer as a review sees them."""
    keys = {label.id: label.key for label in labels.labels}
    return tuple(item_span(span, keys) for span in layer.spans)


def item_span(span: Span, keys: Mapping[int, str]) -> ItemSpan:
    """Return a span as a review sees it; `keys` are those of the labels, by row id."""
    return ItemSpan(span.start, span.end, keys[span.label_id], span.norm)


def is_blind(session: Session) -> bool:
    """Tell whether the annotators' names are hidden in the review of the project."""
    return session.project.reading.setting(BLIND) == "1"


def shuffled(document_uid: str, uids: Iterable[str], kept: Sequence[str] = ()) -> list[str]:
    """Return annotators in an order that says nothing of who they are: those of `kept` first, as they stand.

    The others are ordered by a digest of the document and themselves, so that looking again shows the same.
    """
    there = list(uids)
    fresh = sorted((uid for uid in there if uid not in kept), key=lambda uid: _digest(document_uid, uid))
    return [*(uid for uid in kept if uid in there), *fresh]


def blind_orders(session: Session, document_ids: Sequence[int]) -> dict[int, list[str]]:
    """Return in which order the layers of each document are shown while names are hidden: those who did it, by uid."""
    return {
        document_id: shuffled(uid, there)
        for document_id, uid, there in doers(session.project.connection, document_ids)
    }


def has_decisions(session: Session) -> bool:
    """Tell whether anything was ever decided in this project: the numbers before adjudication are frozen then."""
    return session.project.reading.has_decisions()


def _digest(document_uid: str, uid: str) -> str:
    return hashlib.sha256(f"{document_uid}\0{uid}".encode()).hexdigest()


def _end_of(stood: Stood) -> int:
    return stood.decision.made.end


def _start_of(item: Item) -> tuple[int, int]:
    return (item.start, item.end)
