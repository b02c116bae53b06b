"""Walking along the spans of the document shown: list and text move together."""

from PySide6.QtCore import QObject, Slot

from annotator.core.span import Span
from annotator.ui.annotate.desk import Desk
from annotator.ui.form.panel import FormPanel
from annotator.ui.pane.view import ArticlePane


class Walking(QObject):
    """Goes to the next and the previous span, and to the one that is chosen in the list."""

    def __init__(self, desk: Desk, pane: ArticlePane, form: FormPanel) -> None:
        super().__init__(desk)
        self._desk = desk
        self._pane = pane
        form.span_activated.connect(self.go_to_span)

    @Slot(int)
    def go_to_span(self, span_id: int) -> None:
        """Make a span current and bring it into sight."""
        span = next((s for s in self._desk.spans if s.id == span_id), None)
        if span is None:
            return
        self._desk.place_caret(span.end)
        self._desk.set_current(span_id)
        self._pane.ensure_visible(span.start, span.end)

    def walk_on(self) -> None:
        """Go to the next span, from the current one or from the caret."""
        self._walk(1)

    def walk_back(self) -> None:
        """Go to the previous span."""
        self._walk(-1)

    def _walk(self, by: int) -> None:
        span = self.neighbour(by)
        if span is not None:
            self.go_to_span(span.id)

    def neighbour(self, by: int) -> Span | None:
        """Return the next (1) or previous (-1) span, from the current one or from the caret, going round."""
        spans = self._desk.spans
        if not spans:
            return None
        index = next((i for i, span in enumerate(spans) if span.id == self._desk.current_id), None)
        if index is not None:
            return spans[(index + by) % len(spans)]
        caret = self._pane.caret()
        if by > 0:
            return next((span for span in spans if span.start >= caret), spans[0])
        return next((span for span in reversed(spans) if span.end <= caret), spans[-1])
