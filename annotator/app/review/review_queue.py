"""The queue of a review: the items of all documents that several people have done, filtered and in order."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from annotator.app.documents.titles import called, names_of
from annotator.app.jobs import Cancelled, Progress, Report, stop_if
from annotator.app.review.reviewing import APPEALED, OPEN, Review, reviews_of
from annotator.app.session import Session
from annotator.core.people import Annotator
from annotator.review.decisions import State
from annotator.review.group import UNANIMOUS
from annotator.review.items import Item, classes_of, contents_key
from annotator.store.project import Project

_QUOTE: Final = 60
_FIRST: Final = 50
_TOLD_EVERY: Final = 20
_OPEN_STATES: Final = frozenset({OPEN, APPEALED, str(State.STALE), str(State.ORPHANED)})


class Show(StrEnum):
    """Which items the queue shows."""

    OPEN = "open"
    CONFLICTS = "conflicts"
    STALE = "stale"
    APPEALED = "appealed"
    DECIDED = "decided"
    ALL = "all"


class Order(StrEnum):
    """In which order it shows them."""

    READING = "reading"
    WORST = "worst"
    CLASS = "class"
    LABEL = "label"


class Row(NamedTuple):
    """An item in the queue: where it is, how its layers agree, how it stands.

    `agreement` is 1 where all have the same; `annotators` are those who do not have what most have.
    """

    document_id: int
    title: str
    start: int
    end: int
    quote: str
    kind: str
    state: str
    classes: tuple[str, ...]
    labels: tuple[str, ...]
    annotators: tuple[str, ...]
    agreement: float
    is_open: bool

    @property
    def place(self) -> tuple[int, int]:
        """What it is found by: document and start."""
        return (self.document_id, self.start)

    @property
    def sorted_by(self) -> tuple[object, ...]:
        """What its place in any order depends on."""
        return (self.document_id, self.start, self.agreement, self.classes, self.labels)


@dataclass(frozen=True, slots=True)
class Filter:
    """What the queue is narrowed to; "" for a class, label or annotator is all of them."""

    show: Show = Show.OPEN
    cls: str = ""
    label: str = ""
    annotator: str = ""
    order: Order = Order.READING

    def takes(self, row: Row) -> bool:
        """Tell whether the queue shows an item."""
        return (
            (not self.cls or self.cls in row.classes)
            and (not self.label or self.label in row.labels)
            and (not self.annotator or self.annotator in row.annotators)
            and self._shows(row)
        )

    def _shows(self, row: Row) -> bool:
        if self.show in {Show.DECIDED, Show.ALL} or not row.is_open:
            return self.show is Show.ALL or (self.show is Show.DECIDED and not row.is_open)
        if self.show in {Show.CONFLICTS, Show.APPEALED}:
            return row.kind != UNANIMOUS if self.show is Show.CONFLICTS else row.state == APPEALED
        return self.show is Show.OPEN or row.state != OPEN

    def ordered(self, rows: Iterable[Row]) -> list[Row]:
        """Return the items that the queue shows, in its order; `rows` come in reading order."""
        return in_order([row for row in rows if self.takes(row)], self.order)


def in_order(rows: Iterable[Row], order: Order) -> list[Row]:
    """Return items in an order of the queue; `rows` come in reading order."""
    if order is Order.WORST:
        return sorted(rows, key=_agreement)
    if order is Order.CLASS:
        return sorted(rows, key=_classes)
    return sorted(rows, key=_labels) if order is Order.LABEL else list(rows)


def rows_of(review: Review, title: str, known: Iterable[tuple[Item, Row]] = ()) -> list[Row]:
    """Return the items of one document, in reading order.

    `known` are rows made of the very same items before: only how they stand is worked out anew.
    """
    before = {id(item): row for item, row in known}
    return [_row_again(review, item, title, before.get(id(item))) for item in review.places]


def _row_again(review: Review, item: Item, title: str, before: Row | None) -> Row:
    if before is None or before.title != title:
        return _row(review, item, title)
    state = review.state(item)
    return before if state == before.state else before._replace(state=state, is_open=state in _OPEN_STATES)


def _row(review: Review, item: Item, title: str) -> Row:
    state = review.state(item)
    alike = item.kind == UNANIMOUS
    return Row(
        review.document_id,
        title,
        item.start,
        item.end,
        review.text[item.start : item.end][:_QUOTE].replace("\n", " "),
        item.kind,
        state,
        () if alike else tuple(sorted(classes_of(item, review.text))),
        tuple(sorted(item.labels)),
        () if alike else _lonely(item),
        1.0 if alike else float(item.agreement),
        state in _OPEN_STATES,
    )


def _lonely(item: Item) -> tuple[str, ...]:
    """Return the annotators who do not have what most have, or share it with no more than half."""
    keys = {name: contents_key(content) for name, content in item.contents.items()}
    counts = Counter(keys.values())
    most = max(counts.values())
    held = ((counts[key], name) for name, key in keys.items())
    return tuple(name for count, name in held if count < most or 2 * count <= len(keys))


def to_review(session: Session) -> list[int]:
    """Return the documents to be reviewed, oldest first: those that two have done, or somebody else than oneself."""
    return session.project.reading.done_by_others(session.annotator.id)


Found = Callable[[dict[int, list[Row]]], None]
"""Takes the items of the first documents, for them to be shown while the others are being worked out."""


class QueueJob:
    """Works out the items of all documents; runs in a worker, with a session of its own on the project."""

    def __init__(self, project: Project, annotator: Annotator, first: Found | None = None) -> None:
        self._project = project
        self._annotator = annotator
        self._first = first

    def run(self, report: Report, cancelled: Cancelled) -> dict[int, list[Row]]:
        """Return the items by document, in the order of documents."""
        with self._project.in_worker() as project:
            session = Session(project, self._annotator)
            ids = to_review(session)
            titles = names_of(project.connection, ids)
            found: dict[int, list[Row]] = {}
            for number, review in enumerate(reviews_of(session, ids), 1):
                stop_if(cancelled)
                found[review.document_id] = rows_of(review, titles.get(review.document_id, ""))
                if number == _FIRST and self._first is not None:
                    self._first(dict(found))
                if number % _TOLD_EVERY == 0:
                    report(Progress(number, len(ids), "documents"))
            return found


def title_of(session: Session, document_id: int) -> str:
    """Return what a document is called."""
    return called(session.project.reading, session.document(document_id))


def _agreement(row: Row) -> float:
    return row.agreement


def _classes(row: Row) -> tuple[str, ...]:
    return row.classes


def _labels(row: Row) -> tuple[str, ...]:
    return row.labels
