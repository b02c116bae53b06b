"""A field that narrows a list: it waits for a short quiet before it speaks, Esc empties it, Down leaves it."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

QUIET_MS: Final = 150


class SearchField(QLineEdit):
    """Says what is sought after 150 ms of quiet, and at once on Enter; never the same twice."""

    sought = Signal(str)
    left_down = Signal()  # Down: the list below wants the keyboard
    escaped = Signal()  # Esc in an empty field

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self.say)
        self.setClearButtonEnabled(True)
        self.textChanged.connect(self._wait)

    @Slot()
    def say(self) -> None:
        """Say now what is sought, if it is something new."""
        self._quiet.stop()
        if self.text() != self._said:
            self._said = self.text()
            self.sought.emit(self._said)

    @Slot(str)
    def begin(self, words: str) -> None:
        """Write words behind what stands there, to be finished by typing; finished ones are sought at once."""
        self.setText(f"{self.text().rstrip()} {words}".lstrip())
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCursorPosition(len(self.text()))
        if not words.endswith(":"):
            self.say()

    @Slot(str)
    def _wait(self, _text: str) -> None:
        self._quiet.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter speaks at once, Down goes to the list, Esc empties, then leaves."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.say()
        elif key == Qt.Key.Key_Down:
            self.say()
            self.left_down.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.say()
        elif key == Qt.Key.Key_Escape:
            # Whoever holds the field may close on it too.
            self.escaped.emit()
            event.ignore()
            return
        else:
            super().keyPressEvent(event)
            return
        event.accept()
