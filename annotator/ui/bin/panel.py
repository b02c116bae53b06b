"""The bin as a panel: what is in it, back with it, or gone for good after one more question in place."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from annotator.core.document import Document

_ROWS = 6
_ROW_HEIGHT = 26


class BinPanel(QWidget):
    """Lists the documents of the bin; several can be chosen."""

    restore_wished = Signal(object)  # tuple of document ids
    removal_wished = Signal(object)
    close_wished = Signal()

    def __init__(self, documents: Sequence[Document], title_of: Callable[[Document], str]) -> None:
        super().__init__()
        self.setObjectName("bin-panel")
        self._documents = tuple(documents)
        self._asking = False
        self._told = QLabel()
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.setObjectName("bin-told")
        self._list = QListWidget()
        self._list.setObjectName("bin-list")
        self._list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self._list.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self._list.setFixedHeight(max(2, min(_ROWS, len(self._documents) + 1)) * _ROW_HEIGHT)
        self._list.setVisible(bool(self._documents))
        for document in self._documents:
            self._list.addItem(f"{title_of(document)}   {document.outlet}")
        self._list.selectAll()
        self._restore = QPushButton()
        self._restore.setObjectName("bin-restore")
        self._restore.clicked.connect(self._restored)
        self._remove = QPushButton()
        self._remove.setObjectName("bin-remove")
        self._remove.clicked.connect(self._removed)
        self._close = QPushButton()
        self._close.clicked.connect(self.close_wished)
        for button in (self._restore, self._remove):
            button.setVisible(bool(self._documents))
        buttons = QHBoxLayout()
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._restore)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self._told, self._list):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self.setFocusProxy(self._list if self._documents else self._close)
        self.retranslate()

    def chosen(self) -> tuple[int, ...]:
        """Return the ids of the documents that are chosen."""
        rows = sorted(index.row() for index in self._list.selectedIndexes())
        return tuple(self._documents[row].id for row in rows)

    @Slot()
    def _restored(self) -> None:
        if self.chosen():
            self.restore_wished.emit(self.chosen())

    @Slot()
    def _removed(self) -> None:
        """Ask once more, in place; the second press is the answer."""
        if not self.chosen():
            return
        if self._asking:
            self.removal_wished.emit(self.chosen())
            return
        self._asking = True
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say all words anew."""
        if not self._documents:
            told = self.tr("The bin is empty.")
        elif self._asking:
            told = self.tr(
                "Text, source, marks and history of these documents will be erased. Nothing brings them back"
                " but a backup. Press once more to erase them."
            )
        else:
            told = self.tr("The bin: out of lists, counts and exports, until it is taken back.")
        self._told.setText(told)
        self.setAccessibleName(self.tr("Bin"))
        self._list.setAccessibleName(self.tr("Documents in the bin"))
        self._restore.setText(self.tr("Take back"))
        self._remove.setText(self.tr("Erase them") if self._asking else self.tr("Remove for good…"))
        self._close.setText(self.tr("Close"))
