"""A field and the list that it narrows: type, go down, Enter; for jumping and choosing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

_ROWS = 9
_ROW_HEIGHT = 26


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to pick: `key` is handed back, `text` is shown, `hint` says what it is, `icon` may stand before it."""

    key: object
    text: str
    hint: str = ""
    icon: QIcon | None = None


Find = Callable[[str], Sequence[Choice]]


class _Field(QLineEdit):
    """Up and Down move in the list, Enter picks, while one goes on typing."""

    moved = Signal(int)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the keys of the list on."""
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _ROWS - 1,
            Qt.Key.Key_PageUp: 1 - _ROWS,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()


class PickPanel(QWidget):
    """Asks `find` for what fits the text, and says which was picked."""

    picked = Signal(object)  # the key of the choice

    def __init__(self, name: str, words: str, find: Find) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._find = find
        self._choices: list[Choice] = []
        self._field = _Field()
        self._field.setObjectName(f"{name}-field")
        self._field.setPlaceholderText(words)
        self._field.setAccessibleName(words)
        self._list = QListWidget()
        self._list.setObjectName(f"{name}-list")
        self._list.setAccessibleName(words)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self._list.setUniformItemSizes(True)
        self._list.setFixedHeight(_ROWS * _ROW_HEIGHT)
        self._field.textChanged.connect(self._narrow)
        self._field.moved.connect(self._move)
        self._field.entered.connect(self._pick)
        self._list.itemClicked.connect(self._pick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._field)
        layout.addWidget(self._list)
        self.setFocusProxy(self._field)
        self._narrow("")

    @Slot(str)
    def _narrow(self, text: str) -> None:
        self._choices = list(self._find(text.strip()))
        self._list.clear()
        for choice in self._choices:
            words = f"{choice.text}   {choice.hint}" if choice.hint else choice.text
            item = QListWidgetItem(words.replace("\n", " "))
            if choice.icon is not None:
                item.setIcon(choice.icon)
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    @Slot(int)
    def _move(self, by: int) -> None:
        last = self._list.count() - 1
        self._list.setCurrentRow(max(0, min(last, self._list.currentRow() + by)))

    @Slot()
    def _pick(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._choices):
            self.picked.emit(self._choices[row].key)
