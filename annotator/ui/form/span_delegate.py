"""How a span looks in the list: swatch and title, text in its company, value, marks; and the heads of groups."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.core.span import Span
from annotator.ui.form.span_groups import GroupHead, Grouping
from annotator.ui.form.span_model import Column, SpanModel
from annotator.ui.form.words import label_title
from annotator.ui.theme import Theme
from annotator.ui.widgets.buttons import paint_disclosure
from annotator.ui.widgets.fitting import Fitting
from annotator.ui.widgets.plain_text import one_line
from annotator.ui.widgets.swatch import hairline, paint_swatch
from annotator.ui.widgets.tones import (
    accent_tone,
    bold_font,
    chosen_tone,
    faint_tone,
    hover_tone,
    muted_tone,
    small_font,
    text_tone,
)

_PAD: Final = 8
_MOST_SYLLABLES: Final = 5
_FLAGS: Final = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter)
_FLAGS_RIGHT: Final = int(
    Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
)
# How much of the column what precedes a span takes, so that the spans stand under each other; and the least room,
# in syllables, on which anything is shown beside a span.
_BEFORE: Final = 0.28
_LEAST_BESIDE: Final = 3
_STATE = QStyle.StateFlag


class SpanDelegate(QStyledItemDelegate):
    """Paints cells straight from the model."""

    def __init__(self, model: SpanModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._hovered = -1
        self._plain = Fitting(parent.font())
        self._small = Fitting(small_font(parent.font()))

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
            head = self._model.head_at(index.row())
            if head is not None:
                self._paint_head(painter, option, head)
            return
        if option.font != self._plain.font:
            self._plain, self._small = Fitting(option.font), Fitting(small_font(option.font))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, index)
        column = index.column()
        rect = option.rect.adjusted(_PAD if column != Column.MARKS else 0, 0, -2, 0)
        if column == Column.LABEL:
            self._paint_label(painter, option, rect, span)
        elif column == Column.TEXT:
            self._paint_text(painter, option, rect, span)
        elif column == Column.VALUE:
            _draw(painter, rect, self._model.names.shown(span), self._small, muted_tone(option.palette))
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
            if option.rect.left() <= 0:
                painter.fillRect(
                    QRect(rect.left(), rect.top(), 3, rect.height()), accent_tone(option.palette)
                )
        elif index.row() == self._hovered:
            painter.fillRect(rect, hover_tone(option.palette))

    def _paint_head(self, painter: QPainter, option: QStyleOptionViewItem, head: GroupHead) -> None:
        """Paint the part of a head that lies in one cell: it goes over the whole row."""
        painter.save()
        painter.setClipRect(option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view, palette = self.parent(), option.palette
        width = view.width() if isinstance(view, QWidget) else option.rect.right()
        row = QRect(0, option.rect.top(), width, option.rect.height())
        if option.state & _STATE.State_HasFocus:
            painter.fillRect(row, chosen_tone(palette, active=True))
        painter.fillRect(QRect(_PAD, row.bottom(), width - 2 * _PAD, 1), faint_tone(palette))
        side = round(option.fontMetrics.height() * 0.9)
        sign = QRect(_PAD, row.center().y() - side // 2, side, side)
        paint_disclosure(painter, sign, muted_tone(palette), is_open=not head.folded)
        left = sign.right() + 6
        if head.role:
            square = round(option.fontMetrics.height() * 0.6)
            place = QRectF(left, row.center().y() - square / 2 + 0.5, square, square)
            paint_swatch(painter, place, self._theme.look(head.role))
            left += square + 8
        self._paint_head_words(painter, option, row.adjusted(left, 0, -_PAD, 0), head)
        painter.restore()

    @staticmethod
    def _paint_head_words(
        painter: QPainter, option: QStyleOptionViewItem, rect: QRect, head: GroupHead
    ) -> None:
        small = small_font(option.font)
        count = f"{head.count:,}"
        room = QFontMetrics(small).horizontalAdvance(count) + 10
        painter.setFont(bold_font(small))
        bold = Fitting(painter.font())
        title = bold.cut(head.title, rect.width() - room)
        _draw(painter, rect.adjusted(0, 0, -room, 0), title, bold, text_tone(option.palette))
        rest = rect.adjusted(bold.width(title) + 8, 0, 0, 0)
        _draw(painter, rest, count, Fitting(small), muted_tone(option.palette))

    def _paint_text(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, span: Span) -> None:
        """Paint the text of a span whole, and in the room that is left what precedes and follows it."""
        text, plain, small = one_line(span.text), self._plain, self._small
        needed = plain.width(text) + 2
        room = rect.width() - needed
        if room < small.width("가") * _LEAST_BESIDE:
            _draw(painter, rect, text, plain, text_tone(option.palette))
            return
        left = min(round(rect.width() * _BEFORE), room)
        before, after = self._model.beside(span)
        _draw(painter, rect.adjusted(left, 0, 0, 0), text, plain, text_tone(option.palette))
        _draw(painter, rect.adjusted(left + needed, 0, 0, 0), after, small, muted_tone(option.palette))
        before = small.cut(before, left - 1, ahead=True)
        painter.drawText(QRect(rect.left(), rect.top(), left - 1, rect.height()), _FLAGS_RIGHT, before)

    def _paint_label(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, span: Span) -> None:
        label = self._model.label_of(span)
        side = round(option.fontMetrics.height() * 0.6)
        square = QRectF(rect.left() + 4, rect.center().y() - side / 2 + 0.5, side, side)
        paint_swatch(painter, square, self._theme.look(label.role if label else ""))
        small = self._small
        words = rect.adjusted(side + 12, 0, 0, 0)
        title, tied = one_line(label_title(label)), self._model.recorded.get(span.id, "")
        room = small.width(f" {tied}") if tied else 0
        _draw(painter, words.adjusted(0, 0, -room, 0), title, small, muted_tone(option.palette))
        if tied:
            painter.drawText(words, _FLAGS_RIGHT, tied)

    def _paint_marks(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, span: Span) -> None:
        side = option.fontMetrics.height()
        left, middle = float(rect.left()), rect.center().y()
        if span.unsure:
            painter.setFont(bold_font(option.font))
            painter.setPen(QColor(self._theme.warning))
            place = QRect(round(left), rect.top(), round(side * 0.7), rect.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), "?")
            left += side * 0.75
        sheet = QRectF(left, middle - side * 0.36, side * 0.72, side * 0.72)
        if span.note:
            paint_note_mark(painter, sheet, muted_tone(option.palette))
            sheet.translate(side * 0.85, 0)
        if self._model.is_commented(span):
            paint_comment_mark(painter, sheet, accent_tone(option.palette))
        if self._model.grouping is Grouping.LABEL:  # else it stands beside the label
            painter.setFont(self._small.font)
            painter.setPen(muted_tone(option.palette))
            painter.drawText(rect, _FLAGS_RIGHT, self._model.recorded.get(span.id, ""))


def _draw(painter: QPainter, rect: QRect, text: str, fitting: Fitting, colour: QColor) -> None:
    if text:
        painter.setFont(fitting.font)
        painter.setPen(colour)
        painter.drawText(rect, _FLAGS, fitting.cut(text, rect.width()))


def paint_note_mark(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Paint a small sheet with a folded corner and two lines: there is a note."""
    painter.setPen(hairline(colour, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    unit = rect.width()
    corners = [(0.1, 0.0), (0.6, 0.0), (0.9, 0.3), (0.9, 1.0), (0.1, 1.0)]
    painter.drawPolygon(QPolygonF([rect.topLeft() + QPointF(x, y) * unit for x, y in corners]))
    for y in (0.5, 0.74):
        painter.drawLine(rect.topLeft() + QPointF(0.3, y) * unit, rect.topLeft() + QPointF(0.7, y) * unit)


def paint_comment_mark(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Paint a small speech bubble: there is an open comment."""
    painter.setPen(hairline(colour, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    unit = rect.width()
    corners = ((0, 0.08), (1, 0.08), (1, 0.76), (0.5, 0.76), (0.22, 1.0), (0.22, 0.76), (0, 0.76))
    painter.drawPolygon(QPolygonF([rect.topLeft() + QPointF(x, y) * unit for x, y in corners]))


def label_column_width(titles: tuple[str, ...], option_font: QFontMetrics, small: QFontMetrics) -> int:
    """Return the width of the label column for these titles, within limits."""
    widest = max((small.horizontalAdvance(title) for title in titles), default=0)
    return (
        min(widest, small.horizontalAdvance("가") * _MOST_SYLLABLES)
        + small.horizontalAdvance(" ①②")
        + round(option_font.height() * 0.6)
        + _PAD
        + 20
    )


def marks_column_width(metrics: QFontMetrics) -> int:
    """Return the width of the marks column."""
    return round(metrics.height() * 2.45)
