"""Rows of places of a text: each in the words around it, with a box to tick; plain text only."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.ui.widgets.plain_text import one_line, plain_tooltip
from annotator.ui.widgets.swatch import hairline
from annotator.ui.widgets.tones import accent_tone, bold_font, chosen_tone, muted_tone, small_font, text_tone

ModelIndex = QModelIndex | QPersistentModelIndex

_PARTS: Final = int(Qt.ItemDataRole.UserRole)
_PADDING: Final = 8
_GAP: Final = 10
# Of the width: what stands before the text, and at most the remark at the end.
_BEFORE: Final = 0.36
_REMARK: Final = 0.36
_DIGITS: Final = "123456789"


@dataclass(frozen=True, slots=True)
class RowText:
    """What a row says: a place in its words, or (no `quote`) a document by its title; `remark` at the end.

    `tip` are the lines shown under the pointer.
    """

    before: str
    quote: str
    after: str
    remark: str
    tip: tuple[str, ...] = ()


class OccurrenceRows(QListWidget):
    """A list whose rows are ticked with Space; Enter and the digits are the panel's."""

    enter_pressed = Signal()
    digit_pressed = Signal(str)
    row_ticked = Signal(int, bool)  # a person ticked the row, or took its tick away

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("occurrences-list")
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)
        self.itemChanged.connect(self._changed)

    def set_tint(self, tint: str) -> None:
        """Set the ground under the text in question: the tint of its label."""
        self._delegate.tint = tint
        self.viewport().update()

    def add_row(self, text: RowText, *, ticked: bool, tickable: bool = True) -> None:
        """Add a row."""
        before = self.blockSignals(True)  # noqa: FBT003  (the signature of Qt)
        item = QListWidgetItem()
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable if tickable else flags)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._say(item, text)
        self.addItem(item)
        self.blockSignals(before)

    def set_text(self, row: int, text: RowText) -> None:
        """Say something else in a row."""
        self.blockSignals(True)  # noqa: FBT003  (the signature of Qt)
        self._say(self.item(row), text)
        self.blockSignals(False)  # noqa: FBT003  (the signature of Qt)
        self.viewport().update()

    def _say(self, item: QListWidgetItem, text: RowText) -> None:
        before, quote, after = map(one_line, (text.before, text.quote, text.after))
        shown = RowText(before, quote, after, text.remark)
        item.setText(f"{shown.before}{shown.quote}{shown.after}  {shown.remark}".strip())
        item.setData(_PARTS, shown)
        item.setToolTip(plain_tooltip(*text.tip))

    def is_ticked(self, row: int) -> bool:
        """Tell whether the row is ticked."""
        return self.item(row).checkState() == Qt.CheckState.Checked

    def _changed(self, item: QListWidgetItem) -> None:
        self.row_ticked.emit(self.row(item), item.checkState() == Qt.CheckState.Checked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space, apply with Enter, choose a label with its digit."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter_pressed.emit()
        elif event.text() and event.text() in _DIGITS:
            self.digit_pressed.emit(event.text())
        elif event.key() == Qt.Key.Key_Space:
            self._toggle(self.currentRow())
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _toggle(self, row: int) -> None:
        if row >= 0 and self.item(row).flags() & Qt.ItemFlag.ItemIsUserCheckable:
            off = self.is_ticked(row)
            self.item(row).setCheckState(Qt.CheckState.Unchecked if off else Qt.CheckState.Checked)


class _Delegate(QStyledItemDelegate):
    """Paints the text of a row with the places one under the other."""

    def __init__(self, rows: OccurrenceRows) -> None:
        super().__init__(rows)
        self._rows = rows
        self.tint = ""

    def sizeHint(self, option: QStyleOptionViewItem, _index: ModelIndex) -> QSize:
        return QSize(200, QFontMetrics(option.font).height() + _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        text = index.data(_PARTS)
        if not isinstance(text, RowText):
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        style, palette = self._rows.style(), self._rows.palette()
        box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, shown, self._rows)
        room = QRect(option.rect)
        room.setLeft(box.right() + _GAP)
        room.setRight(room.right() - _GAP)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, chosen_tone(palette, active=self._rows.hasFocus()))
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            _paint_box(painter, box, palette, ticked=shown.checkState == Qt.CheckState.Checked)
        _Line(painter, option.font, palette).draw(room, text, self.tint)
        painter.restore()


def _paint_box(painter: QPainter, box: QRect, palette: QPalette, *, ticked: bool) -> None:
    """Paint a box that is seen on a dark ground too; the style's own is not."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    accent = accent_tone(palette)
    painter.setPen(hairline(accent if ticked else muted_tone(palette), 1.2))
    painter.setBrush(accent if ticked else Qt.BrushStyle.NoBrush)
    frame = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(frame, 2, 2)
    if ticked:
        painter.setPen(hairline(palette.color(QPalette.ColorRole.Base), 1.8))
        left, top, side = frame.left(), frame.top(), frame.width()
        points = ((0.22, 0.52), (0.43, 0.73), (0.8, 0.28))
        painter.drawPolyline([QPointF(left + x * side, top + y * side) for x, y in points])
    painter.restore()


class _Line:
    """Draws one row."""

    def __init__(self, painter: QPainter, font: QFont, palette: QPalette) -> None:
        self._painter = painter
        self._font = font
        self._palette = palette

    def draw(self, room: QRect, text: RowText, tint: str) -> None:
        """Draw the remark at the end, then the place or the title in what is left."""
        small = small_font(self._font)
        width = min(round(room.width() * _REMARK), QFontMetrics(small).horizontalAdvance(text.remark) + 2)
        end = QRect(QPoint(room.right() - width, room.top()), QSize(width, room.height()))
        self._put(end, text.remark, small, muted_tone(self._palette), right=True)
        left = QRect(room)
        left.setRight(end.left() - _GAP if text.remark else room.right())
        if text.quote:
            self._place(left, text, tint, round(room.width() * _BEFORE))
        else:
            self._put(left, text.before, self._font, text_tone(self._palette))

    def _place(self, room: QRect, text: RowText, tint: str, column: int) -> None:
        bold, muted = bold_font(self._font), muted_tone(self._palette)
        before = QRect(room.topLeft(), QSize(column, room.height()))
        metrics = QFontMetrics(self._font)
        start = metrics.elidedText(text.before, Qt.TextElideMode.ElideLeft, column)
        self._painter.setFont(self._font)
        self._painter.setPen(muted)
        self._painter.drawText(before, _flags(right=True), start)
        width = min(
            QFontMetrics(bold).horizontalAdvance(text.quote) + 2, max(0, room.right() - before.right())
        )
        quote = QRect(QPoint(before.right() + 1, room.top()), QSize(width, room.height()))
        if tint:
            self._painter.fillRect(quote.adjusted(-1, 2, 1, -2), QColor(tint))
        self._put(quote, text.quote, bold, text_tone(self._palette))
        after = QRect(quote.topRight() + QPoint(2, 0), QPoint(room.right(), room.bottom()))
        self._put(after, text.after, self._font, muted)

    def _put(self, room: QRect, text: str, font: QFont, colour: QColor, *, right: bool = False) -> None:
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
        self._painter.setFont(font)
        self._painter.setPen(colour)
        self._painter.drawText(room, _flags(right=right), shown)


def _flags(*, right: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
