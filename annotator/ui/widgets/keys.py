"""Keys that a widget answers by a signal, in one table instead of a ladder of conditions."""

from typing import Final

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeyEvent

ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
REMOVE: Final = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
ESCAPE: Final = frozenset({Qt.Key.Key_Escape})


def emits(event: QKeyEvent, *answers: tuple[frozenset[Qt.Key], SignalInstance]) -> bool:
    """Emit the signal of the key that was pressed and accept the event; False where no answer is for it."""
    for keys, signal in answers:
        if event.key() in keys:
            signal.emit()
            event.accept()
            return True
    return False
