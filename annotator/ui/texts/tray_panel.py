"""The tray of a document: its lost spans, to be put back on a selection of the text, or discarded."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from annotator.app.documents.texts import LostQuote
from annotator.core.labels import LabelSet

_ROWS = 6
_ROW_HEIGHT = 26


class TrayPanel(QWidget):
    """Lists the lost spans; one is put back, several can be discarded."""

    back_wished = Signal(int)
    discard_wished = Signal(object)  # tuple of ids
    find_wished = Signal(str)
    close_wished = Signal()

    def __init__(self, lost: Sequence[LostQuote], labels: LabelSet) -> None:
        super().__init__()
        self.setObjectName("tray-panel")
        self._lost = tuple(lost)
        self._labels = labels
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._list = QListWidget()
        self._list.setObjectName("tray-list")
        self._list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self._list.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self._back, self._find, self._discard, self._close = (QPushButton() for _ in range(4))
        for button, name in (
            (self._back, "tray-back"),
            (self._find, "tray-find"),
            (self._discard, "tray-discard"),
        ):
            button.setObjectName(name)
        self._back.clicked.connect(self._put_back)
        self._find.clicked.connect(self._look_for)
        self._discard.clicked.connect(self._discarded)
        self._close.clicked.connect(self.close_wished)
        buttons = QHBoxLayout()
        buttons.addWidget(self._discard)
        buttons.addStretch(1)
        for button in (self._close, self._find, self._back):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._told)
        layout.addWidget(self._list)
        layout.addLayout(buttons)
        self.setFocusProxy(self._list)
        self.show_lost(lost, labels)

    def show_lost(self, lost: Sequence[LostQuote], labels: LabelSet) -> None:
        """Show these in place of what was shown; the current one stays so while it is among them."""
        current, row = self._current(), self._list.currentRow()
        self._lost, self._labels = tuple(lost), labels
        self._list.setFixedHeight(max(2, min(_ROWS, len(self._lost) + 1)) * _ROW_HEIGHT)
        self.retranslate()
        ids = [quote.id for quote in self._lost]
        if current is not None and current.id in ids:
            row = ids.index(current.id)
        self._list.setCurrentRow(min(max(row, 0), len(ids) - 1))

    def _words(self, lost: LostQuote) -> str:
        label = self._labels.by_id(lost.label_id)
        name = "?" if label is None else label.title or label.key
        around = f"…{lost.before}[{lost.text}]{lost.after}…".replace("\n", " ")
        return f"{name}   {around}" + (f"   ({lost.note})" if lost.note else "")

    def _current(self) -> LostQuote | None:
        row = self._list.currentRow()
        return self._lost[row] if 0 <= row < len(self._lost) else None

    @Slot()
    def _put_back(self) -> None:
        lost = self._current()
        if lost is not None:
            self.back_wished.emit(lost.id)

    @Slot()
    def _look_for(self) -> None:
        lost = self._current()
        if lost is not None:
            self.find_wished.emit(lost.text)

    @Slot()
    def _discarded(self) -> None:
        rows = sorted(index.row() for index in self._list.selectedIndexes())
        if rows:
            self.discard_wished.emit(tuple(self._lost[row].id for row in rows))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Lost spans"))
        self._list.setAccessibleName(self.tr("Lost spans of the document"))
        self._told.setText(
            self.tr(
                "These spans found no place in the present text. Select their place in it, then put them back."
            )
        )
        row = self._list.currentRow()
        self._list.clear()
        self._list.addItems([self._words(lost) for lost in self._lost])
        self._list.setCurrentRow(row)
        self._back.setText(self.tr("Put back on the selection"))
        self._find.setText(self.tr("Look for its text"))
        self._discard.setText(self.tr("Discard"))
        self._close.setText(self.tr("Close"))
