"""The ends of the current span, by keys and by mouse: each move is saved; keys in a row, and a drag, are one step."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from annotator.core.clusters import is_edge
from annotator.core.commands.spans import ResizeSpan
from annotator.ui.annotate.desk import Desk
from annotator.ui.annotate.suggesting import Suggesting
from annotator.ui.bridge import Bridge
from annotator.ui.pane.handles import Edge, Handles


class Edges(QObject):
    """Turns boundary keys and the drag of a knob into changes of the span."""

    def __init__(self, bridge: Bridge, desk: Desk, suggesting: Suggesting, handles: Handles) -> None:
        super().__init__(handles)
        self._bridge = bridge
        self._desk = desk
        self._suggesting = suggesting
        self._handles = handles
        self._burst = 0
        desk.burst_ended.connect(self._next_burst)
        handles.dragged.connect(self._dragged)
        handles.released.connect(desk.end_burst)
        desk.state_changed.connect(self._state_changed)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {
            "mark.end-left": self.end_left,
            "mark.end-right": self.end_right,
            "mark.start-left": self.start_left,
            "mark.start-right": self.start_right,
        }

    @Slot()
    def _state_changed(self) -> None:
        writable = not self._bridge.session.project.read_only
        self._handles.set_span(self._desk.current_id if writable else None)

    @Slot()
    def _next_burst(self) -> None:
        self._burst += 1

    @Slot(int, Edge, int)
    def _dragged(self, span_id: int, edge: Edge, cp: int) -> None:
        span, document_id = self._desk.current, self._desk.document_id
        if span is None or span.id != span_id or document_id is None or not is_edge(self._desk.text, cp):
            return
        start, end = (cp, span.end) if edge is Edge.START else (span.start, cp)
        if start < end:
            self._bridge.do(ResizeSpan(document_id, span_id, start, end, "drag"))

    def move_edge(self, start_by: int, end_by: int) -> None:
        """Move the ends of what is current by whole clusters; keys in a row are one step.

        A suggestion is accepted with that.
        """
        span, made, text = self._desk.current, self._suggesting.current, self._desk.text
        here = span or made
        if here is None or self._desk.document_id is None:
            return
        start = _next_edge(text, here.start, start_by)
        end = _next_edge(text, here.end, end_by)
        if start >= end:
            return
        burst = str(self._burst)
        if span is not None:
            self._bridge.do(ResizeSpan(self._desk.document_id, span.id, start, end, burst))
        elif (start, end) != (here.start, here.end):
            self._suggesting.accept_at((start, end), burst)

    def end_left(self) -> None:
        """Move the end of the current span one cluster to the left."""
        self.move_edge(0, -1)

    def end_right(self) -> None:
        """Move the end of the current span one cluster to the right."""
        self.move_edge(0, 1)

    def start_left(self) -> None:
        """Move the start of the current span one cluster to the left."""
        self.move_edge(-1, 0)

    def start_right(self) -> None:
        """Move the start of the current span one cluster to the right."""
        self.move_edge(1, 0)


def _next_edge(text: str, at: int, by: int) -> int:
    """Return the cluster edge next to `at` in the direction `by` (-1, 0 or 1), inside the text."""
    if by == 0:
        return at
    index = at + by
    while 0 < index < len(text) and not is_edge(text, index):
        index += by
    return min(max(index, 0), len(text))
