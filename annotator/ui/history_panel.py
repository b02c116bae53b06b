"""The history list: the steps of the document shown and of the project, each with its name and time."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.history import Step
from annotator.ui.messages import said

_ROWS = 8
_ROW_HEIGHT = 26


class HistoryPanel(QWidget):
    """Rows are (step, where it was made or "", taken back), newest first.

    The last step over the project can be taken back or brought back here.
    """

    undo_wished = Signal()
    redo_wished = Signal()
    close_wished = Signal()

    def __init__(self, rows: Sequence[tuple[Step, str, bool]], *, can_undo: bool, can_redo: bool) -> None:
        super().__init__()
        self.setObjectName("history-panel")
        self._rows = tuple(rows)
        self._title = QLabel()
        bold = self._title.font()
        bold.setBold(True)
        self._title.setFont(bold)
        self._list = QListWidget()
        self._list.setObjectName("history-list")
        self._list.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self._list.setFixedHeight(max(3, min(_ROWS, len(self._rows) + 1)) * _ROW_HEIGHT)
        self._undo = QPushButton()
        self._undo.setObjectName("history-undo")
        self._undo.setEnabled(can_undo)
        self._undo.clicked.connect(self._undone)
        self._redo = QPushButton()
        self._redo.setObjectName("history-redo")
        self._redo.setEnabled(can_redo)
        self._redo.clicked.connect(self._redone)
        self._close = QPushButton()
        self._close.clicked.connect(self.close_wished)
        buttons = QHBoxLayout()
        buttons.addWidget(self._undo)
        buttons.addWidget(self._redo)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._title)
        layout.addWidget(self._list)
        layout.addLayout(buttons)
        self.setFocusProxy(self._list)
        self.retranslate()

    @Slot()
    def _undone(self) -> None:
        self.undo_wished.emit()

    @Slot()
    def _redone(self) -> None:
        self.redo_wished.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say all words anew."""
        self._title.setText(self.tr("History"))
        self.setAccessibleName(self._title.text())
        self._list.setAccessibleName(self._title.text())
        self._undo.setText(self.tr("Take back the last project step"))
        self._redo.setText(self.tr("Bring it back"))
        self._close.setText(self.tr("Close"))
        self._list.clear()
        for step, where, undone in self._rows:
            place = where or self.tr("whole project")
            item = QListWidgetItem(f"{_local(step.at)}   {said(step.message)}   ({place})")
            if undone:
                font = item.font()
                font.setStrikeOut(True)
                item.setFont(font)
                item.setToolTip(self.tr("Taken back"))
            self._list.addItem(item)


def _local(at: str) -> str:
    """Return the day and the time here; the year too where it is another than today's."""
    made = datetime.fromisoformat(at).astimezone()
    this_year = made.year == datetime.now().astimezone().year
    return made.strftime("%m-%d %H:%M" if this_year else "%Y-%m-%d %H:%M")
