"""A flat vertical scroll bar: Fusion's takes longer to draw than the article beside it."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPalette, QPolygonF
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

_ASIDE: Final = 3
_ARROW: Final = 3.0
_FAINT: Final = 0.28
_PLAIN: Final = 0.45


class FlatScrollBar(QScrollBar):
    """Behaves as the style says and is drawn flat, in the text colour of the palette."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._hovered = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the two arrows and the handle where the style has them."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Base))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shade = QColor(self.palette().color(QPalette.ColorRole.Text))
        shade.setAlphaF(_PLAIN if self._hovered or self.isSliderDown() else _FAINT)
        painter.setBrush(shade)
        parts = QStyle.SubControl
        if self.maximum() > self.minimum():
            handle = self._part(option, parts.SC_ScrollBarSlider).adjusted(_ASIDE, 1, -_ASIDE, -1)
            painter.drawRoundedRect(handle, handle.width() / 2, handle.width() / 2)
        for part, up in ((parts.SC_ScrollBarSubLine, -1), (parts.SC_ScrollBarAddLine, 1)):
            middle = self._part(option, part).center()
            painter.drawPolygon(_arrow(QPointF(middle.x() + 0.5, middle.y() + 0.5), up))
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Draw the handle plainer under the mouse."""
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Draw the handle faint again."""
        self._hovered = False
        super().leaveEvent(event)

    def _part(self, option: QStyleOptionSlider, part: QStyle.SubControl) -> QRectF:
        control = QStyle.ComplexControl.CC_ScrollBar
        return QRectF(self.style().subControlRect(control, option, part, self))


def _arrow(middle: QPointF, up: int) -> QPolygonF:
    tip = QPointF(middle.x(), middle.y() + up * _ARROW / 2)
    foot = middle.y() - up * _ARROW / 2
    return QPolygonF([tip, QPointF(middle.x() - _ARROW, foot), QPointF(middle.x() + _ARROW, foot)])
