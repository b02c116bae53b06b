"""The dated backups of the open project; one is brought back as a file of its own, beside the project."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

_ROWS = 6


class BackupsPanel(QWidget):
    """Lists the days, newest first; `restore_wished` carries the row."""

    restore_wished = Signal(int)
    close_wished = Signal()

    def __init__(self, days: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("backups-panel")
        self._empty = not days
        self._told = QLabel()
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._list = QListWidget()
        self._list.setObjectName("backup-days")
        self._list.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self._list.setMaximumHeight(_ROWS * 26)
        self._list.addItems(list(days))
        self._list.setCurrentRow(0)
        self._list.setVisible(not self._empty)
        self._restore = QPushButton()
        self._restore.setObjectName("backup-restore")
        self._restore.setEnabled(not self._empty)
        self._restore.clicked.connect(self._restored)
        self._close = QPushButton()
        self._close.clicked.connect(self.close_wished)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._close)
        row.addWidget(self._restore)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._told)
        layout.addWidget(self._list)
        layout.addLayout(row)
        self.setFocusProxy(self._close if self._empty else self._list)
        self.retranslate()

    @Slot()
    def _restored(self) -> None:
        self.restore_wished.emit(self._list.currentRow())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Backups"))
        if self._empty:
            told = self.tr(
                "There is no backup of this project yet. The first is made a moment after it is opened."
            )
        else:
            told = self.tr(
                "Backups of this project. One is brought back as a new file; this project stays as it is."
            )
        self._told.setText(told)
        self._list.setAccessibleName(self.tr("Backups"))
        self._restore.setText(self.tr("Bring it back and open it"))
        self._close.setText(self.tr("Close"))
