"""The text of the review as the keys see it that find, select and move in an article."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from annotator.core.decision import ItemSpan
from annotator.ui.annotate.find_bar import FindBar, Finding
from annotator.ui.annotate.moving import Moving
from annotator.ui.annotate.selecting import Selecting
from annotator.ui.review.desk import ReviewDesk
from annotator.ui.review.page import ReviewPage


class Reading(QObject):
    """Finding, the ladder and the steps of the caret, in the review's article as in the one that is annotated."""

    text_shown = Signal(object)  # the id of the document, or None

    def __init__(self, desk: ReviewDesk, page: ReviewPage) -> None:
        super().__init__(page)
        self._desk = desk
        self._pane = page.pane
        self._shown: int | None = None
        bar = FindBar("review-find")
        page.column.insertWidget(page.column.indexOf(page.pane), bar)
        self.selecting = Selecting(self, page.pane)
        self._moving = Moving(self, page.pane)
        self._finding = Finding(self, page.pane, bar, self.text_shown)
        desk.state_changed.connect(self._follow)

    @property
    def text(self) -> str:
        """The text shown, "" where none is."""
        review = self._desk.review
        return "" if review is None else review.text

    @property
    def current(self) -> ItemSpan | None:
        """The span that keys act on: one of those that the reviewer makes."""
        editing = self._desk.editing
        return None if editing is None else editing.current

    @Slot()
    def _follow(self) -> None:
        if self._desk.document_id != self._shown:
            self._shown = self._desk.document_id
            self.text_shown.emit(self._shown)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {
            **self._finding.handlers(),
            **self._moving.handlers(),
            "edit.copy": self._pane.copy,
            "mark.grow": self.selecting.grow,
            "mark.shrink": self.selecting.shrink,
        }

    def leave(self) -> bool:
        """Close the bar, else let go of what is selected; False where there is neither."""
        if self._finding.leave():
            return True
        start, end = self._pane.selection()
        if start < end:
            self._pane.set_caret(end)
        return start < end
