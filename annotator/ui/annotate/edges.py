"""The ends of the current span under the mouse: each move is saved, and one drag is one step."""

from PySide6.QtCore import QObject, Slot

from annotator.core.clusters import is_edge
from annotator.core.commands.spans import ResizeSpan
from annotator.ui.annotate.desk import Desk
from annotator.ui.bridge import Bridge
from annotator.ui.pane.handles import Edge, Handles


class Edges(QObject):
    """Turns the drag of a knob into changes of the span."""

    def __init__(self, bridge: Bridge, desk: Desk, handles: Handles) -> None:
        super().__init__(handles)
        self._bridge = bridge
        self._desk = desk
        self._handles = handles
        handles.dragged.connect(self._dragged)
        handles.released.connect(desk.end_burst)
        desk.state_changed.connect(self._state_changed)

    @Slot()
    def _state_changed(self) -> None:
        writable = not self._bridge.session.project.read_only
        self._handles.set_span(self._desk.current_id if writable else None)

    @Slot(int, Edge, int)
    def _dragged(self, span_id: int, edge: Edge, cp: int) -> None:
        span, document_id = self._desk.current, self._desk.document_id
        if span is None or span.id != span_id or document_id is None or not is_edge(self._desk.text, cp):
            return
        start, end = (cp, span.end) if edge is Edge.START else (span.start, cp)
        if start < end:
            self._bridge.do(ResizeSpan(document_id, span_id, start, end, "drag"))
