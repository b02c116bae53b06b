"""The small square that shows a label's colour, with the pattern of its underline; never alone, always by a word."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from annotator.ui.theme import Look, Pattern


def paint_swatch(painter: QPainter, rect: QRectF, look: Look) -> None:
    """Paint the square of a look: whole, in two bars, or in dots, as its underline is single, double or dotted."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(look.colour)
    if look.pattern is Pattern.SINGLE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(rect, 3, 3)
    elif look.pattern is Pattern.DOUBLE:
        _paint_bars(painter, rect, colour)
    else:
        _paint_dots(painter, rect, colour)
    painter.restore()


def _paint_bars(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    bar = rect.height() * 0.38
    painter.drawRoundedRect(QRectF(rect.left(), rect.top(), rect.width(), bar), 2, 2)
    painter.drawRoundedRect(QRectF(rect.left(), rect.bottom() - bar, rect.width(), bar), 2, 2)


def _paint_dots(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    radius = rect.width() * 0.22
    for x in (rect.left() + radius, rect.right() - radius):
        for y in (rect.top() + radius, rect.bottom() - radius):
            painter.drawEllipse(QPointF(x, y), radius, radius)


def swatch_icon(look: Look, size: int, ratio: float = 2.0) -> QIcon:
    """Return the square as an icon of `size` pixels for combo boxes, drawn for screens of `ratio`."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_swatch(painter, QRectF(1, 1, size - 2, size - 2), look)
    painter.end()
    return QIcon(pixmap)


def hairline(colour: QColor, width: float = 1.0) -> QPen:
    """Return a pen with round ends and corners."""
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
