"""How a document looks in the list: the sign of its status, its title, and one small line below."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.core.layer import Status
from annotator.core.listing import ListRow
from annotator.ui.library.model import DocumentModel
from annotator.ui.library.words import DOT, facts_of, outlet_of, title_of
from annotator.ui.theme import Theme
from annotator.ui.widgets.swatch import hairline
from annotator.ui.widgets.tones import (
    accent_tone,
    chosen_tone,
    faint_tone,
    hover_tone,
    muted_tone,
    small_font,
)

PADDING: Final = 14
TEXT_LINES: Final = 1.9
_MARGIN: Final = 12
_GAP: Final = 8
_STATE = QStyle.StateFlag
_BEHIND: Final = (Status.DONE, Status.SKIPPED)


class DocumentDelegate(QStyledItemDelegate):
    """Paints rows straight from the model; nothing is formatted twice for a row that is not shown."""

    def __init__(self, model: DocumentModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one document."""
        row = self._model.row_at(index.row())
        rect, palette = option.rect, option.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & _STATE.State_Selected)
        if selected:
            active = bool(option.state & _STATE.State_HasFocus or option.state & _STATE.State_Active)
            painter.fillRect(rect, chosen_tone(palette, active=active))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), accent_tone(palette))
        elif option.state & _STATE.State_MouseOver:
            painter.fillRect(rect, hover_tone(palette))
        if row is not None:
            self._paint_row(painter, option, row)
        painter.setPen(hairline(_line_colour(palette)))
        painter.drawLine(rect.left() + _MARGIN, rect.bottom(), rect.right(), rect.bottom())
        painter.restore()

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: ListRow) -> None:
        rect, palette = option.rect, option.palette
        metrics = option.fontMetrics
        small = small_font(option.font)
        small_metrics = QFontMetrics(small)
        height = metrics.height() + 2 + small_metrics.height()
        top = rect.top() + (rect.height() - height) // 2
        side = round(metrics.height() * 0.72)
        sign = QRectF(rect.left() + _MARGIN, top + (metrics.height() - side) / 2, side, side)
        self._paint_status(painter, sign, row.status, palette)
        left = rect.left() + _MARGIN + side + _GAP
        right = rect.right() - _GAP
        if row.flagged:
            flag = QRectF(right - side, sign.top(), side, side)
            paint_flag(painter, flag, QColor(self._theme.danger))
            right -= side + _GAP // 2
        painter.setFont(option.font)
        done_with = row.status in _BEHIND
        painter.setPen(muted_tone(palette) if done_with else palette.color(QPalette.ColorRole.Text))
        title = QRect(left, top, right - left, metrics.height())
        _draw(painter, title, metrics.elidedText(title_of(row), _ELIDE, title.width()))
        painter.setFont(small)
        painter.setPen(muted_tone(palette))
        below = QRect(left, title.bottom() + 3, rect.right() - _GAP - left, small_metrics.height())
        _draw(painter, below, _fitting_line(row, small_metrics, below.width()))

    def _paint_status(self, painter: QPainter, rect: QRectF, status: Status, palette: QPalette) -> None:
        if status == Status.DONE:
            paint_status(
                painter, rect, status, QColor(self._theme.good), palette.color(QPalette.ColorRole.Base)
            )
        elif status == Status.IN_PROGRESS:
            paint_status(painter, rect, status, accent_tone(palette), palette.color(QPalette.ColorRole.Base))
        else:
            paint_status(painter, rect, status, muted_tone(palette), palette.color(QPalette.ColorRole.Base))


def _fitting_line(row: ListRow, metrics: QFontMetrics, width: int) -> str:
    """Return the small line for that width: the outlet gives way first, day and count are what one looks for."""
    outlet, facts = outlet_of(row), facts_of(row)
    if outlet and facts:
        tail = DOT + facts
        left = width - metrics.horizontalAdvance(tail)
        outlet = metrics.elidedText(outlet, _ELIDE, left) if left > metrics.averageCharWidth() * 4 else ""
        facts = outlet + tail if outlet else facts
    return metrics.elidedText(facts or outlet, _ELIDE, width)


_ELIDE: Final = Qt.TextElideMode.ElideRight


def _draw(painter: QPainter, rect: QRect, text: str) -> None:
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(rect, int(flags), text)


def _line_colour(palette: QPalette) -> QColor:
    colour = QColor(faint_tone(palette))
    colour.setAlphaF(0.5)
    return colour


def paint_status(painter: QPainter, rect: QRectF, status: Status, colour: QColor, ground: QColor) -> None:
    """Paint a status as a shape: ring (new), half disc (in progress), disc with a tick (done), crossed ring."""
    width = max(1.3, rect.width() * 0.13)
    circle = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setPen(hairline(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if status == Status.DONE:
        painter.setBrush(colour)
        painter.drawEllipse(circle)
        painter.setPen(hairline(ground, width * 1.1))
        centre, unit = rect.center(), rect.width()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        tick = [QPointF(-0.22, 0.01), QPointF(-0.05, 0.19), QPointF(0.24, -0.17)]
        painter.drawPolyline(QPolygonF([centre + point * unit for point in tick]))
        return
    painter.drawEllipse(circle)
    if status == Status.IN_PROGRESS:
        painter.setBrush(colour)
        painter.drawPie(circle, -90 * 16, 180 * 16)
    elif status == Status.SKIPPED:
        centre, reach = rect.center(), rect.width() * 0.2
        painter.drawLine(centre - QPointF(reach, 0), centre + QPointF(reach, 0))


def paint_flag(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Paint a small flag."""
    left, unit = rect.left() + rect.width() * 0.2, rect.width()
    painter.setPen(hairline(colour, max(1.3, unit * 0.12)))
    painter.drawLine(QPointF(left, rect.top()), QPointF(left, rect.bottom()))
    painter.setBrush(colour)
    cloth = [QPointF(0.0, 0.04), QPointF(0.66, 0.26), QPointF(0.0, 0.5)]
    corner = QPointF(left, rect.top())
    painter.drawPolygon(QPolygonF([corner + point * unit for point in cloth]))
