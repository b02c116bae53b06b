"""Keeps the queue true: worked out in a worker, one document at a time where a step names it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from annotator.app.review.review_queue import (
    Order,
    QueueJob,
    Row,
    Show,
    in_order,
    rows_of,
    title_of,
    to_review,
)
from annotator.app.review.reviewing import is_blind
from annotator.core.messages import Message
from annotator.review.items import Item
from annotator.ui.bridge import Bridge
from annotator.ui.form.words import label_title
from annotator.ui.review.queue_panel import QueuePanel
from annotator.ui.review.reviews import Reviews
from annotator.ui.tasks import Task

# So many documents are worked out at once: nobody waits, and nothing flickers.
_AT_ONCE: Final = 12


Made = list[tuple[Item, Row]]
"""The items of a document with the row of each."""


class Queue(QObject):
    """The items of all documents to review, in the order that the panel asks for."""

    filled = Signal()
    begun = Signal()
    """The first documents are there, the others are being worked out."""

    _arrived = Signal(object)

    def __init__(self, bridge: Bridge, panel: QueuePanel, reviews: Reviews) -> None:
        super().__init__(panel)
        self._bridge = bridge
        self._reviews = reviews
        self._panel = panel
        self._rows: dict[int, list[Row]] = {}
        self._open: dict[int, int] = {}
        # All items in the panel's order, and where each stands in it.
        self._stable: list[Row] = []
        self._numbers: dict[tuple[int, int], int] = {}
        # Of the document looked at last: what its rows were made of.
        self._made_of: dict[int, Made] = {}
        self._task: Task | None = None
        self._again = False
        # Whether only the first documents are there, and which ones a step touched while a worker is at it.
        self._partial = False
        self._touched: set[int] = set()
        self._arrived.connect(self._take_first)
        panel.filter_changed.connect(self._filter_changed)

    @property
    def document_ids(self) -> list[int]:
        """The documents to review, oldest first."""
        return list(self._rows)

    @property
    def shown(self) -> list[Row]:
        """The items that the panel shows, in its order."""
        return self._panel.model.rows

    @property
    def busy(self) -> bool:
        """Whether a worker is at it."""
        return self._task is not None

    def refresh(self) -> None:
        """Work all items out anew."""
        session = self._bridge.session
        ids = to_review(session)
        if len(ids) <= _AT_ONCE:
            self._take({document_id: self._rows_of(document_id) for document_id in ids})
            return
        if self._task is not None:
            self._again = True
            return
        self._touched.clear()
        self._task = Task(QueueJob(session.project, session.annotator, self._arrived.emit), self)
        self._task.finished.connect(self._take)
        self._task.failed.connect(self._failed)
        self._task.ended.connect(self._ended)
        self._task.start()
        if not self._rows:
            self._panel.show_count(self.tr("The items are being worked out…"))

    def update_documents(self, document_ids: Iterable[int]) -> None:
        """Work the items of some documents out anew; where only their state changed, they keep their places."""
        document_ids = list(document_ids)
        if self._task is not None:
            self._touched.update(document_ids)
        there: set[int] | None = None
        again = False
        for document_id in document_ids:
            if document_id not in self._rows:
                there = set(to_review(self._bridge.session)) if there is None else there
                if document_id not in there:
                    continue
            again = self._update(document_id) or again
        if again:
            self._order()
        self._tell()

    def _update(self, document_id: int) -> bool:
        """Take in the items of a document as they are now; tell whether all are to be ordered anew."""
        before, after = self._rows.get(document_id, []), self._rows_of(document_id)
        self._rows[document_id] = after
        self._open[document_id] = _count_open(after)
        if [row.sorted_by for row in before] != [row.sorted_by for row in after]:
            return True
        wanted = self._panel.filter
        for old, row in zip(before, after, strict=True):
            if old != row:
                number = self._numbers[row.place]
                self._stable[number] = row
                self._panel.put_row(number, row, shown=wanted.takes(row))
        return False

    def next_open(self, document_id: int | None, start: int, by: int = 1) -> Row | None:
        """Return the next item to decide after (or before) a place, going round; None where there is none."""
        rows = self._stable
        here = self._numbers.get((document_id or 0, start), -1 if by > 0 else len(rows))
        wanted = self._panel.filter
        if wanted.show in {Show.DECIDED, Show.ALL}:
            wanted = replace(wanted, show=Show.OPEN)
        for step in range(1, len(rows) + 1):
            number = (here + by * step) % len(rows)
            if number != here and rows[number].is_open and wanted.takes(rows[number]):
                return rows[number]
        return None

    def choose(self, document_id: int, start: int) -> None:
        """Mark the item that is being decided in the list."""
        number = self._numbers.get((document_id, start), -1)
        self._panel.choose(self._panel.model.at_number(number))

    def open_rows(self) -> list[Row]:
        """Return the open items that the panel's class, label and annotator take, in its order."""
        wanted = self._panel.filter
        return [row for row in self._stable if row.is_open and wanted.takes(row)]

    def stop(self) -> None:
        """End the worker before the project is closed."""
        if self._task is not None:
            self._task.cancel()
            self._task.wait()
            self._task = None

    def _rows_of(self, document_id: int) -> list[Row]:
        review, before = self._reviews.of(document_id), self._made_of.get(document_id, ())
        rows = rows_of(review, title_of(self._bridge.session, document_id), before)
        self._made_of = {document_id: list(zip(review.places, rows, strict=True))}
        return rows

    def _order(self) -> None:
        """Put all items into the panel's order, whether they are open or not: a decision does not change it."""
        everything = [row for rows in self._rows.values() for row in rows]
        self._stable = in_order(everything, self._panel.filter.order)
        self._numbers = {row.place: number for number, row in enumerate(self._stable)}
        self._show()

    @Slot(object)
    def _take_first(self, rows: dict[int, list[Row]]) -> None:
        """Show the items of the first documents where nothing is shown yet; in other orders they are not the first."""
        if self._task is None or self._rows or self._panel.filter.order is not Order.READING:
            return
        self._partial = True
        self._put(rows)
        self.begun.emit()

    @Slot(object)
    def _take(self, rows: object) -> None:
        if isinstance(rows, dict):
            self._partial = False
            # What was decided meanwhile the worker may not have seen.
            for document_id in self._touched.intersection(rows, to_review(self._bridge.session)):
                rows[document_id] = self._rows_of(document_id)
            self._put(rows)
            self.filled.emit()

    def _put(self, rows: dict[int, list[Row]]) -> None:
        self._rows = rows
        self._open = {document_id: _count_open(own) for document_id, own in rows.items()}
        self._offer()
        self._order()

    @Slot(object)
    def _failed(self, told: Message) -> None:
        self._partial = False
        self._tell()
        self._bridge.failed.emit(told)

    @Slot()
    def _ended(self) -> None:
        self._task = None
        if self._again:
            self._again = False
            self.refresh()

    def _offer(self) -> None:
        session = self._bridge.session
        there = {uid for rows in self._rows.values() for row in rows for uid in row.annotators}
        names = {a.uid: a.name or a.uid for a in session.project.reading.annotators() if a.uid in there}
        labels = {label.key: label_title(label) for label in session.labels.labels}
        self._panel.set_choices(labels, {} if is_blind(session) else names)

    def _show(self) -> None:
        wanted = self._panel.filter
        shown = [(number, row) for number, row in enumerate(self._stable) if wanted.takes(row)]
        self._panel.model.titled = len(self._rows) > 1
        self._panel.model.show_rows(shown)
        self._tell()

    def _tell(self) -> None:
        if self._partial:
            self._panel.show_count(self.tr("The items are being worked out…"))
            return
        told = self.tr("{open} open of {all} items · documents: {documents}").format(
            open=f"{sum(self._open.values()):,}",
            all=f"{len(self._stable):,}",
            documents=f"{len(self._rows):,}",
        )
        self._panel.show_count(told)

    @Slot()
    def _filter_changed(self) -> None:
        self._order()

    def retranslate(self) -> None:
        """Say the counts anew."""
        self._tell()


def _count_open(rows: Iterable[Row]) -> int:
    return sum(row.is_open for row in rows)
