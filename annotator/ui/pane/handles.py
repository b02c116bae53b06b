"""Two knobs at the ends of the current span, to be dragged with the mouse."""

from enum import Enum

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.pane.text_view import TextView
from annotator.ui.pane.view import ArticlePane

_SIDE = 14
_RADIUS = 4.5


class Edge(Enum):
    """Which end a knob is at."""

    START = "start"
    END = "end"


class _Knob(QWidget):
    """A small disc that is dragged; it takes no focus, the keyboard has its own keys for the same."""

    dragged = Signal(QPoint)  # in the viewport
    released = Signal()

    def __init__(self, edge: Edge, pane: TextView) -> None:
        super().__init__(pane.viewport())
        self.edge = edge
        self._pane = pane
        self.setObjectName(f"handle-{edge.value}")
        self.setFixedSize(_SIDE, _SIDE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a disc in the colour of the text, ringed by the background."""
        theme = self._pane.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.background))
        painter.setBrush(QColor(theme.text))
        painter.drawEllipse(QPointF(_SIDE / 2, _SIDE / 2), _RADIUS, _RADIUS)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go where the mouse goes; the line above the knob is what it points at."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            above = self.mapToParent(event.position().toPoint()) - QPoint(0, _SIDE)
            self.dragged.emit(above)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag."""
        self.released.emit()
        event.accept()


class Handles(QObject):
    """Keeps the knobs at the ends of one span; says where they are dragged, in code points."""

    dragged = Signal(int, Edge, int)  # span id, which end, where to
    released = Signal()

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._span_id: int | None = None
        self._knobs = {edge: _Knob(edge, pane) for edge in Edge}
        for edge, knob in self._knobs.items():
            knob.dragged.connect(self._start_dragged if edge is Edge.START else self._end_dragged)
            knob.released.connect(self.released)
        pane.laid_anew.connect(self.refresh)
        pane.verticalScrollBar().valueChanged.connect(self.refresh)

    def set_span(self, span_id: int | None) -> None:
        """Put the knobs at the ends of that span, or away."""
        self._span_id = span_id
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Put the knobs where the ends are now."""
        boxes = [] if self._span_id is None else self._pane.span_rects(self._span_id)
        if not boxes:
            for knob in self._knobs.values():
                knob.hide()
            return
        places = {Edge.START: boxes[0].bottomLeft(), Edge.END: boxes[-1].bottomRight()}
        for edge, knob in self._knobs.items():
            knob.move(places[edge] - QPoint(_SIDE // 2, _SIDE // 2 - 3))
            knob.show()

    @Slot(QPoint)
    def _start_dragged(self, point: QPoint) -> None:
        self._tell(Edge.START, point)

    @Slot(QPoint)
    def _end_dragged(self, point: QPoint) -> None:
        self._tell(Edge.END, point)

    def _tell(self, edge: Edge, point: QPoint) -> None:
        if self._span_id is not None:
            self.dragged.emit(self._span_id, edge, self._pane.cp_at(point))
