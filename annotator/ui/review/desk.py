"""Joins the review's page to the session: shows an item, carries out decisions, and goes on to the next."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from annotator.app.review.review_queue import Row, to_review
from annotator.app.review.reviewing import Review
from annotator.app.session import Session
from annotator.core.changes import Changes
from annotator.core.decision import ReviewStatus
from annotator.core.history import History
from annotator.review.items import Item
from annotator.ui.bridge import Bridge
from annotator.ui.pane.model import PaneSpan
from annotator.ui.review.card_content import Shown, content_of
from annotator.ui.review.editing import Editing
from annotator.ui.review.lanes import LIT, lanes_of
from annotator.ui.review.page import ReviewPage
from annotator.ui.review.queue_desk import Queue
from annotator.ui.review.reviews import Reviews
from annotator.ui.review.steps import Steps
from annotator.ui.review.words import STATUSES, say

# A step that touched more documents has the whole queue worked out anew, in a worker.
_MANY: Final = 100
# So many characters behind an item are brought into sight with it: some three lines.
_AROUND: Final = 140
_OF_DECISIONS: Final = frozenset({"decision", "layer", "review", "span"})


class ReviewDesk(QObject):
    """The item before the reviewer, and what they do with it. Offsets are code points."""

    state_changed = Signal()

    def __init__(self, bridge: Bridge, page: ReviewPage, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._page = page
        self.steps = Steps(bridge, self)
        self._reviews = Reviews(bridge, self)
        self.queue = Queue(bridge, page.queue, self._reviews)
        self._review: Review | None = None
        self._at: int | None = None
        self._item_of: dict[int, int] = {}
        self._editing: Editing | None = None
        self._visible = False
        self._quiet = False
        self._stale = True
        self.held = False
        """Whether a worker decides by a rule, so that nobody else may."""
        self.steps.moved.connect(self.state_changed)
        bridge.changed.connect(self._committed)
        self.queue.filled.connect(self._filled)
        self.queue.begun.connect(self._mark)
        page.queue.row_chosen.connect(self._row_chosen)
        page.pane.span_clicked.connect(self._span_clicked)

    # What is before the reviewer.

    @property
    def session(self) -> Session:
        """The open project."""
        return self._bridge.session

    @property
    def review(self) -> Review | None:
        """The review of the document shown."""
        return self._review

    @property
    def item(self) -> Item | None:
        """The item that is being decided."""
        if self._review is None or self._at is None or self._at >= len(self._review.places):
            return None
        return self._review.places[self._at]

    @property
    def editing(self) -> Editing | None:
        """The reviewer's own spans while they are being made."""
        return self._editing

    @property
    def document_id(self) -> int | None:
        """The document shown."""
        return None if self._review is None else self._review.document_id

    @property
    def can_decide(self) -> bool:
        """Whether there is an item that may be decided."""
        return self.item is not None and not self.held and not self.session.project.read_only

    @property
    def history(self) -> History:
        """What undo and redo act on."""
        return self.steps.history(self.document_id)

    # Showing.

    def enter(self) -> None:
        """Bring everything up to the project, as far as it has changed since."""
        self._visible = True
        if self._stale:
            self._stale = False
            self.queue.refresh()
            if self._review is None and self.queue.busy:
                self.show_item(to_review(self.session)[0], 0)

    def leave(self) -> None:
        """Let what is being edited go."""
        self._visible = False
        self.cancel_editing()

    def show_item(self, document_id: int, start: int) -> None:
        """Show the item of a document that begins at `start`, else the next one after it, with the caret there."""
        before = self._place
        self._show_item(document_id, start)
        if self.item is not None and self._place != before:
            self._page.pane.set_caret(self.item.start)

    @property
    def _place(self) -> tuple[int | None, int]:
        return self.document_id, -1 if self.item is None else self.item.start

    def _show_item(self, document_id: int, start: int) -> None:
        self._editing = None
        before, self._review = self._review, self._reviews.of(document_id)
        places = self._review.places
        self._at = next((at for at, item in enumerate(places) if item.start >= start), len(places) - 1)
        if not places:
            self._at = None
        if before is None or (before.document_id, before.text) != (document_id, self._review.text):
            version = self.session.text_version(document_id)
            self._page.pane.set_document(version.text, version.zones)
        self.redraw(keep_details=False)

    def show_nothing(self) -> None:
        """Show that there is nothing to review."""
        self._review, self._at, self._editing = None, None, None
        self._page.pane.set_document("", ())
        self.redraw(keep_details=False)

    def redraw(self, *, keep_details: bool) -> None:
        """Draw lanes, card and banner anew; `keep_details` leaves alone what is being written in the card."""
        page, review, item = self._page, self._review, self.item
        page.card.setVisible(item is not None)
        page.card.set_editable(editable=self.can_decide)
        page.banner.setText(self._banner())
        if review is not None:
            result = None if self._editing is None else self._editing.result
            lanes = lanes_of(review, self.session.labels, None if item is None else self._at, result)
            self._item_of = lanes.item_of
            page.pane.set_spans(lanes.spans)
            page.pane.set_current(self._boxed(lanes.spans) if item is not None else None)
        if review is not None and item is not None and self._at is not None:
            edited = None if self._editing is None else self._editing.result
            shown = Shown(review, self._at, edited, self._reviews.remarks(review.document_id))
            content = content_of(shown, self.session)
            page.card.show_content(content, keep_details=keep_details)
            if self._editing is None:
                # What follows is read with it; where both do not fit, the item counts.
                page.pane.ensure_visible(item.start, min(item.end + _AROUND, len(review.text)))
                page.pane.ensure_visible(item.start, item.end)
            self.queue.choose(review.document_id, item.start)
        self.state_changed.emit()

    def retranslate(self) -> None:
        """Say all words anew: at once, or when the review is shown again."""
        if self._visible:
            self.redraw(keep_details=True)
        else:
            self._stale = True

    def _boxed(self, spans: list[PaneSpan]) -> int:
        """Return the id of the span in the box: the one that is being edited, else what lies under the item."""
        span = None if self._editing is None else self._editing.current
        if span is None:
            return LIT
        return next(
            (one.id for one in spans if (one.style, one.start, one.end) == ("gold", *span[:2])),
            LIT,
        )

    def _banner(self) -> str:
        review = self._review
        if review is None:
            return self.tr(
                "Nothing to review: no document that colleagues have done. Gather their files from the menu Review."
            )
        told = [say(STATUSES[review.status])]
        count = len(review.open_items)
        told.append(self.tr("{count} open here").format(count=f"{count:,}"))
        if review.blind:
            told.append(self.tr("names hidden"))
        if review.status is ReviewStatus.DONE:
            told.append(self.tr("Ctrl+Enter: open it again"))
        elif not count and review.items:
            told.append(self.tr("Ctrl+Enter: review of this document done"))
        return " · ".join(told)

    # Going on.

    def go(self, by: int) -> bool:
        """Show the next (1) or previous (-1) open item; False where there is none."""
        item = self.item
        row = self.queue.next_open(self.document_id, -1 if item is None else item.start, by)
        if row is None:
            return False
        self.show_item(row.document_id, row.start)
        return True

    @Slot(object)
    def _row_chosen(self, row: Row) -> None:
        self.show_item(row.document_id, row.start)

    @Slot(int)
    def _span_clicked(self, span_id: int) -> None:
        number = self._item_of.get(span_id, -1)
        if self._editing is None and self._review is not None and number >= 0:
            # The caret stays where the person has put it.
            self._show_item(self._review.document_id, self._review.places[number].start)

    def show_changed(self, changes: Changes) -> None:
        """Show the place of the first decision that was taken back or brought back."""
        for op in changes.of("decision"):
            row = op.after or op.before or {}
            if row.get("action") and changes.document_id is not None:
                self.show_item(changes.document_id, int(row["start"] or 0))
                return

    # Spans of one's own.

    def set_editing(self, editing: Editing) -> None:
        """Show the reviewer's own spans, which are being made."""
        self._editing = editing
        start, end = self._page.pane.selection()
        if start == end:
            self._page.pane.set_caret(editing.spans[-1].end if editing.spans else end)
        self.redraw(keep_details=True)

    def cancel_editing(self) -> bool:
        """Let the spans that were made go; False where none were."""
        if self._editing is None:
            return False
        self._editing = None
        self.redraw(keep_details=True)
        return True

    # What others did.

    @contextmanager
    def deciding(self) -> Iterator[None]:
        """Leave the article and the card alone meanwhile: what is to be shown next is told afterwards."""
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = False

    @Slot(object)
    def _committed(self, changes: Changes) -> None:
        if not self._visible:
            self._stale = True
            return
        touched = _touched(changes)
        if touched is None or len(touched) > _MANY:
            self.queue.refresh()
        else:
            self.queue.update_documents(touched)
        if not self._quiet and self._review is not None and (touched is None or self.document_id in touched):
            self._follow()

    def _follow(self) -> None:
        """Show the item again as it is now; the place stays."""
        review, item = self._review, self.item
        if review is None:
            return
        start = 0 if item is None else item.start
        if not self.session.project.reading.in_use(review.document_id):
            self.show_nothing()
            return
        self.show_item(review.document_id, start)

    @Slot()
    def _filled(self) -> None:
        """Show the first item to decide where nothing is shown yet, or the document is none to review any more."""
        ids = self.queue.document_ids
        if self._review is not None and self._review.document_id in ids:
            if self._review == self._reviews.of(self._review.document_id):
                self.redraw(keep_details=True)
            else:
                self._follow()
            return
        row = self.queue.next_open(None, -1) or next(iter(self.queue.shown), None)
        if row is not None:
            self.show_item(row.document_id, row.start)
        elif ids:
            self.show_item(ids[0], 0)
        else:
            self.show_nothing()

    @Slot()
    def _mark(self) -> None:
        """Mark in the queue the item that is shown."""
        if self._review is not None and self.item is not None:
            self.queue.choose(self._review.document_id, self.item.start)

    def stop(self) -> None:
        """End workers before the project is closed."""
        self.queue.stop()


def _touched(changes: Changes) -> set[int] | None:
    """Return the documents that a step touched; None where it may be any."""
    if changes.document_id is not None:
        return {changes.document_id}
    if not changes.ops or any(op.entity not in _OF_DECISIONS for op in changes.ops):
        return None
    rows = (row for op in changes.of("decision") for row in (op.before, op.after) if row is not None)
    return {document_id for row in rows if isinstance(document_id := row.get("document_id"), int)} or None
