"""A field of one line that says each change as it is typed, and never what it is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class PlainLine(QLineEdit):
    """Keeps caret and selection where it is shown what it holds already."""

    entered = Signal()  # the keyboard came into the field
    left = Signal()  # the keyboard left the field: a burst of typing ends

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(60)

    def show_text(self, text: str) -> None:
        """Show a text from its beginning; says nothing."""
        if text != self.text():
            at = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(at, len(text)) if self.hasFocus() else 0)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take nothing from the input method where the field may only be read: Qt would insert it all the same."""
        if self.isReadOnly():
            event.ignore()
            return
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard came."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the burst of typing ended; a menu of the field is not its end."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()
