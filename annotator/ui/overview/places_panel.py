"""The places behind a number: one row each, in context, with what either side has; Enter goes to the document."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.app.agreement.places import MOST, Place
from annotator.ui.overview.sheets import Words
from annotator.ui.overview.words import class_word, count, kind_word
from annotator.ui.widgets.buttons import CloseButton
from annotator.ui.widgets.keys import ENTER, emits
from annotator.ui.widgets.plain_text import one_line, plain_tooltip
from annotator.ui.widgets.quiet_list import QuietList
from annotator.ui.widgets.tones import bold_font, chosen_tone, faint_tone, muted_tone, text_tone

_PLACE: Final = int(Qt.ItemDataRole.UserRole)
_PAD: Final = 10
_LINES: Final = 2


class _Rows(QuietList):
    """Enter, a double click and a click go to the place; the arrows only walk."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not emits(event, (ENTER, self.entered)):
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """Two lines: the place in its context, below it the document and what either side has."""

    def __init__(self, rows: QListWidget, panel: "PlacesPanel") -> None:
        super().__init__(rows)
        self._rows, self._panel = rows, panel

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = 1 if not index.data(_PLACE).quote else _LINES
        return QSize(10, lines * option.fontMetrics.lineSpacing() + 10)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        place: Place = index.data(_PLACE)
        palette, rect = self._rows.palette(), QRectF(option.rect)
        painter.save()
        if index.row() == self._rows.currentRow():
            painter.fillRect(option.rect, chosen_tone(palette, active=self._rows.hasFocus()))
        painter.setPen(faint_tone(palette))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        line = option.fontMetrics.lineSpacing()
        room = rect.adjusted(_PAD, 5, -_PAD, -5)
        if place.quote:
            first = QRectF(room.left(), room.top(), room.width(), line)
            self._paint_context(painter, first, place)
            room.setTop(room.top() + line)
        painter.setPen(muted_tone(palette))
        told = self._panel.told(place)
        shown = option.fontMetrics.elidedText(told, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter.value), shown)
        painter.restore()

    def _paint_context(self, painter: QPainter, room: QRectF, place: Place) -> None:
        palette = self._rows.palette()
        at = room.left()
        plain, bold = self._rows.font(), bold_font(self._rows.font())
        for words, font, tone in (
            (place.before.replace("\n", " "), plain, muted_tone(palette)),
            (place.quote, bold, text_tone(palette)),
            (place.after.replace("\n", " "), plain, muted_tone(palette)),
        ):
            metrics = QFontMetrics(font)
            left = max(0, int(room.right() - at))
            text = metrics.elidedText(one_line(words), Qt.TextElideMode.ElideRight, left)
            painter.setFont(font)
            painter.setPen(tone)
            painter.drawText(
                QRectF(at, room.top(), left, room.height()), int(Qt.AlignmentFlag.AlignVCenter.value), text
            )
            at += metrics.horizontalAdvance(text)
        painter.setFont(plain)


class PlacesPanel(QWidget):
    """Lists places under the tables; closed, it takes no room."""

    place_wished = Signal(object)  # Place
    close_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("places")
        self._words = Words({})
        self._names = ("", "")
        self._heading = QLabel(self)
        self._heading.setObjectName("places-heading")
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._close = CloseButton(self)
        self._close.setObjectName("places-close")
        self.list = _Rows(self)
        self.list.setObjectName("places-list")
        self.list.setItemDelegate(_Delegate(self.list, self))
        self.list.entered.connect(self._go)
        self.list.itemDoubleClicked.connect(self._go)
        self._close.clicked.connect(self.close_wished)
        row = QHBoxLayout()
        row.addWidget(self._heading, 1)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 10, 8)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.retranslate()

    def show_places(self, places: Sequence[Place], names: tuple[str, str], words: Words) -> None:
        """List places; `names` are the two annotators, "" where whole documents are listed."""
        self._names, self._words = names, words
        self.list.clear()
        for place in places:
            item = QListWidgetItem()
            item.setData(_PLACE, place)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{place.quote} {self.told(place)}")
            item.setToolTip(plain_tooltip(f"{place.before}{place.quote}{place.after}", self.told(place)))
            self.list.addItem(item)
        if places:
            self.list.setCurrentRow(0)
        self._tell()

    def told(self, place: Place) -> str:
        """Return the line under the context: document, class, what either side has."""
        if not place.quote:
            return one_line(place.title)
        a, b = map(self._words.name, self._names)
        cls = class_word(place.cls, a, b)
        kind = f" ({kind_word(place.kind)})" if place.kind else ""
        nothing = self.tr("nothing")
        sides = "   ".join(
            f"{name}: {', '.join(has) or nothing}" for name, has in ((a, place.a), (b, place.b))
        )
        return one_line(f"{cls}{kind}   {sides}   — {place.title}")

    def _tell(self) -> None:
        number = self.list.count()
        told = self.tr("Places: %1. Enter goes to one.").replace("%1", count(number))
        if number >= MOST:
            told = self.tr("The first %1 places. Enter goes to one.").replace("%1", count(number))
        self._heading.setText(told)

    @Slot()
    def _go(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.place_wished.emit(item.data(_PLACE))

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Places"))
        self.list.setAccessibleName(self.tr("Places behind the number"))
        self._close.setAccessibleName(self.tr("Close the list of places"))
        self._close.setToolTip(self.tr("Close"))
        self._tell()
        self.list.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
