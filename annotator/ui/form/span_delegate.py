"""How a span looks in the list: swatch and title, text, value, and the marks for doubt and note."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.core.span import Span
from annotator.ui.form.span_model import Column, SpanModel
from annotator.ui.form.words import label_title, value_words
from annotator.ui.theme import Theme
from annotator.ui.widgets.plain_text import one_line
from annotator.ui.widgets.swatch import hairline, paint_swatch
from annotator.ui.widgets.tones import (
    accent_tone,
    bold_font,
    chosen_tone,
    hover_tone,
    muted_tone,
    small_font,
    text_tone,
)

_PAD: Final = 8
_MOST_SYLLABLES: Final = 5
_FLAGS: Final = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter)
_ELIDE: Final = Qt.TextElideMode.ElideRight
_STATE = QStyle.StateFlag


class SpanDelegate(QStyledItemDelegate):
    """Paints cells straight from the model."""

    def __init__(self, model: SpanModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._hovered = -1

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme

    def set_hovered(self, row: int) -> None:
        """Say which row the pointer is on, -1 for none: the whole row answers it."""
        self._hovered = row

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        span = self._model.span_at(index.row())
        if span is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, index)
        column = index.column()
        rect = option.rect.adjusted(_PAD if column != Column.MARKS else 0, 0, -2, 0)
        if column == Column.LABEL:
            self._paint_label(painter, option, rect, span)
        elif column == Column.TEXT:
            painter.setFont(option.font)
            _draw(painter, rect, one_line(span.text), text_tone(option.palette))
        elif column == Column.VALUE:
            painter.setFont(small_font(option.font))
            _draw(painter, rect, value_words(span.norm), muted_tone(option.palette))
        else:
            self._paint_marks(painter, option, rect, span)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = option.rect
        if option.state & _STATE.State_Selected:
            active = bool(option.state & _STATE.State_Active)
            painter.fillRect(rect, chosen_tone(option.palette, active=active))
            if index.column() == Column.LABEL:
                painter.fillRect(
                    QRect(rect.left(), rect.top(), 3, rect.height()), accent_tone(option.palette)
                )
        elif index.row() == self._hovered:
            painter.fillRect(rect, hover_tone(option.palette))

    def _paint_label(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, span: Span) -> None:
        label = self._model.label_of(span)
        side = round(option.fontMetrics.height() * 0.6)
        square = QRectF(rect.left() + 4, rect.center().y() - side / 2 + 0.5, side, side)
        paint_swatch(painter, square, self._theme.look(label.role if label else ""))
        painter.setFont(small_font(option.font))
        words = rect.adjusted(side + 12, 0, 0, 0)
        _draw(painter, words, one_line(label_title(label)), muted_tone(option.palette))

    def _paint_marks(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, span: Span) -> None:
        side = option.fontMetrics.height()
        place = QRect(rect.left(), rect.top(), side, rect.height())
        if span.unsure:
            painter.setFont(bold_font(option.font))
            painter.setPen(QColor(self._theme.warning))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), "?")
        if span.note:
            pen = QRectF(rect.left() + side * 0.85, rect.center().y() - side * 0.36, side * 0.72, side * 0.72)
            paint_note_mark(painter, pen, muted_tone(option.palette))


def _draw(painter: QPainter, rect: QRect, text: str, colour: QColor) -> None:
    painter.setPen(colour)
    painter.drawText(rect, _FLAGS, QFontMetrics(painter.font()).elidedText(text, _ELIDE, rect.width()))


def paint_note_mark(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Paint a small sheet with a folded corner and two lines: there is a note."""
    painter.setPen(hairline(colour, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    unit = rect.width()
    corners = [(0.1, 0.0), (0.6, 0.0), (0.9, 0.3), (0.9, 1.0), (0.1, 1.0)]
    painter.drawPolygon(QPolygonF([rect.topLeft() + QPointF(x, y) * unit for x, y in corners]))
    for y in (0.5, 0.74):
        painter.drawLine(rect.topLeft() + QPointF(0.3, y) * unit, rect.topLeft() + QPointF(0.7, y) * unit)


def label_column_width(titles: tuple[str, ...], option_font: QFontMetrics, small: QFontMetrics) -> int:
    """Return the width of the label column for these titles, within limits."""
    widest = max((small.horizontalAdvance(title) for title in titles), default=0)
    return (
        min(widest, small.horizontalAdvance("가") * _MOST_SYLLABLES)
        + round(option_font.height() * 0.6)
        + _PAD
        + 20
    )


def marks_column_width(metrics: QFontMetrics) -> int:
    """Return the width of the marks column."""
    return round(metrics.height() * 1.8)
