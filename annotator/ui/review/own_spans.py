"""The keys by which a reviewer makes spans of their own: the same as in the article that is annotated."""

from collections.abc import Callable
from typing import ClassVar

from annotator.core.labels import Label
from annotator.ui.annotate.selecting import Selecting
from annotator.ui.calls import Call
from annotator.ui.pane.view import ArticlePane
from annotator.ui.review.desk import ReviewDesk


class OwnSpans:
    """Acts on the spans that are being made; nothing happens while none are."""

    keys: ClassVar = (
        "mark.end-left",
        "mark.end-right",
        "mark.start-left",
        "mark.start-right",
        "mark.previous",
        *(f"mark.second-{digit}" for digit in range(1, 10)),
    )
    """The actions of the article whose keys work in the review's too."""

    def __init__(self, desk: ReviewDesk, pane: ArticlePane, selecting: Selecting) -> None:
        self._desk = desk
        self._pane = pane
        self._selecting = selecting

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {
            "mark.end-left": Call(self.move, (0, -1)),
            "mark.end-right": Call(self.move, (0, 1)),
            "mark.start-left": Call(self.move, (-1, 0)),
            "mark.start-right": Call(self.move, (1, 0)),
            "mark.josa": self.switch_josa,
            "mark.next": Call(self.walk, 1),
            "mark.previous": Call(self.walk, -1),
            "mark.remove": self.remove,
            **{f"mark.second-{digit}": Call(self.add_second, str(digit)) for digit in range(1, 10)},
        }

    def label(self, digit: str) -> None:
        """Label what is selected, or give the current span another label."""
        editing, label = self._desk.editing, self._desk.session.labels.by_hotkey(digit)
        if editing is not None and label is not None:
            editing.label(label, self._pane.selection())
            self._pane.set_caret(self._pane.caret())
            self._desk.redraw(keep_details=True)

    def add_second(self, digit: str) -> None:
        """Give what is selected, or the place of the current span, one more label."""
        editing, label = self._desk.editing, self._desk.session.labels.by_hotkey(digit)
        if editing is not None and label is not None:
            editing.add_second(label, self._pane.selection())
            self._pane.set_caret(self._pane.caret())
            self._desk.redraw(keep_details=True)

    def move(self, by: tuple[int, int]) -> None:
        """Move start and end of the current span by so many clusters."""
        editing = self._desk.editing
        if editing is not None:
            editing.move_edge(*by, self._label())
            self._desk.redraw(keep_details=True)

    def switch_josa(self) -> None:
        """Put the josa on or off what is selected, else the current span."""
        editing = self._desk.editing
        start, end = self._pane.selection()
        if start < end:
            self._selecting.switch_josa()
        elif editing is not None:
            editing.switch_josa(self._label())
            self._desk.redraw(keep_details=True)

    def walk(self, by: int) -> None:
        """Make the next or previous span current."""
        editing = self._desk.editing
        if editing is not None:
            editing.walk(by)
            self._desk.redraw(keep_details=True)

    def remove(self) -> None:
        """Take the current span away."""
        editing = self._desk.editing
        if editing is not None:
            editing.remove()
            self._desk.redraw(keep_details=True)

    def _label(self) -> Label | None:
        """Return the label of the current span."""
        span = None if self._desk.editing is None else self._desk.editing.current
        return None if span is None else self._desk.session.labels.by_key(span.label)
