"""The records that are proposed for the document: dashed cards, tied or refused by one key or click."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.widgets.keys import ENTER, ESCAPE, REMOVE, emits
from annotator.ui.widgets.plain_text import one_line
from annotator.ui.widgets.quiet_list import QuietList
from annotator.ui.widgets.tones import accent_tone, chosen_tone, muted_tone, text_tone

_PAD: Final = 6
_GAP: Final = 3
_MOST_LINES: Final = 3
_WRAP: Final = int(Qt.TextFlag.TextWordWrap)
# Rows in sight before the list scrolls.
_ROWS: Final = 2


@dataclass(frozen=True, slots=True)
class ProposedLine:
    """A proposed record as it is shown: its members, each with its role."""

    words: str


class _Card(QStyledItemDelegate):
    """Paints a proposed record as a dashed card."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one card."""
        palette = option.palette
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        active = bool(option.state & QStyle.StateFlag.State_Active)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(1.5, _GAP, -1.5, -_GAP)
        painter.setBrush(chosen_tone(palette, active=active) if chosen else Qt.BrushStyle.NoBrush)
        pen = QPen(accent_tone(palette) if chosen else muted_tone(palette), 1.0, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(text_tone(palette))
        painter.setFont(option.font)
        inner = box.adjusted(_PAD, _PAD - 2, -_PAD, -_PAD + 2).toRect()
        painter.drawText(inner, _WRAP, str(index.data()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room for the words, over as many lines as they take, up to three."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QuietList) else option.rect.width()
        metrics = option.fontMetrics
        room = QRect(0, 0, max(40, width - 2 * _PAD - 3), 1 << 16)
        tall = metrics.boundingRect(room, _WRAP, str(index.data())).height()
        return QSize(width, min(tall, _MOST_LINES * metrics.lineSpacing()) + 2 * (_PAD + _GAP) - 3)


class _Cards(QuietList):
    """Enter ties, Delete refuses, Esc goes back."""

    entered = Signal()
    refused = Signal()
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not emits(event, (ENTER, self.entered), (REMOVE, self.refused), (ESCAPE, self.escaped)):
            super().keyPressEvent(event)


class ProposedRecords(QWidget):
    """Lists proposed records by their numbers, and says what a person wants of them; hidden where there are none."""

    shown_wished = Signal(int)  # number: show it in the article
    accept_wished = Signal(int)
    refuse_wished = Signal(int)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("proposed-records")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._told = QLabel(self)
        self._told.setObjectName("proposed-records-told")
        self._told.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._accept, self._refuse = QPushButton(self), QPushButton(self)
        self._accept.setObjectName("proposed-record-tie")
        self._refuse.setObjectName("proposed-record-refuse")
        self.list = _Cards(self)
        self.list.setObjectName("proposed-records-list")
        self.list.setItemDelegate(_Card(self.list))
        self.list.setFrameShape(QuietList.Shape.NoFrame)
        self.list.setVerticalScrollMode(QuietList.ScrollMode.ScrollPerPixel)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._told, 1)
        head.addWidget(self._refuse)
        head.addWidget(self._accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)
        self._editable = True
        self._words: list[str] = []
        self._connect()
        self.retranslate()
        self.hide()

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._went)
        self.list.itemClicked.connect(self._clicked)
        self.list.itemDoubleClicked.connect(self._tie)
        self.list.entered.connect(self._tie)
        self.list.refused.connect(self._drop)
        self.list.escaped.connect(self.escaped)
        self._accept.clicked.connect(self._tie)
        self._refuse.clicked.connect(self._drop)

    def show_lines(self, lines: Sequence[ProposedLine]) -> None:
        """Show what is proposed; the row that was current stays so by its number. Says nothing."""
        words = [one_line(line.words) for line in lines]
        if words == self._words:
            return
        row, focused = max(0, self.list.currentRow()), self.list.hasFocus()
        with QSignalBlocker(self.list):
            self._replace(words)
            self.list.setCurrentRow(min(row, len(words) - 1))
        self.setVisible(bool(words) and self._editable)
        self._fit()
        self.retranslate()
        if focused and not words:
            self.escaped.emit()
        elif focused:
            self.shown_wished.emit(self.list.currentRow())

    def _replace(self, words: list[str]) -> None:
        """Change the rows between the first and the last that are not as before: there may be hundreds."""
        before, self._words = self._words, words
        most = min(len(before), len(words))
        first = next((row for row in range(most) if before[row] != words[row]), most)
        rest = range(1, most - first + 1)
        behind = next((back - 1 for back in rest if before[-back] != words[-back]), most - first)
        for row in reversed(range(first, len(before) - behind)):
            self.list.takeItem(row)
        self.list.insertItems(first, words[first : len(words) - behind])

    def set_editable(self, *, editable: bool) -> None:
        """Offer proposals where records can be changed only."""
        self._editable = editable
        self.setVisible(editable and self.list.count() > 0)

    @property
    def count(self) -> int:
        """How many are proposed."""
        return self.list.count()

    @Slot(int)
    def _went(self, row: int) -> None:
        if row >= 0:
            self.shown_wished.emit(row)

    @Slot(QListWidgetItem)
    def _clicked(self, item: QListWidgetItem) -> None:
        self.shown_wished.emit(self.list.row(item))

    @Slot()
    def _tie(self) -> None:
        if self.list.currentRow() >= 0:
            self.accept_wished.emit(self.list.currentRow())

    @Slot()
    def _drop(self) -> None:
        if self.list.currentRow() >= 0:
            self.refuse_wished.emit(self.list.currentRow())

    def _fit(self) -> None:
        heights = [self.list.sizeHintForRow(row) for row in range(min(_ROWS, self.list.count()))]
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() + 2 * (_PAD + _GAP))
        self.list.setMaximumHeight(max(1, sum(heights)) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        self.list.doItemsLayout()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language, and the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._fit()

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Proposed records"))
        self.list.setAccessibleName(self.tr("Proposed records: Enter ties, Delete refuses"))
        self._told.setText(self.tr("Proposed: %1").replace("%1", str(self.list.count())))
        for button, words in ((self._accept, self.tr("Tie")), (self._refuse, self.tr("Refuse"))):
            button.setText(words)
            button.setAccessibleName(words)
        self._accept.setToolTip(self.tr("Make a record of these spans (Enter)"))
        self._refuse.setToolTip(self.tr("Do not propose this again (Delete)"))
