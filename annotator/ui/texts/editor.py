"""The editor of a text: what is typed there is the new text, kept to the character."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from annotator.core.offsets import Utf16Map

# Qt ends a paragraph with this; in a text of its own it cannot be told from a line feed.
_PARAGRAPH = "\u2029"
_LINES = 14


class TextEditor(QPlainTextEdit):
    """A plain editor that gives back what it holds: `toPlainText` would turn no-break spaces into blanks."""

    apply_wished = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("text-editor")
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.retranslate()

    def text(self) -> str:
        """Return what stands in the editor."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n")

    def place_cursor(self, cp: int) -> None:
        """Put the cursor before the character `cp` (code points)."""
        cursor = self.textCursor()
        cursor.setPosition(Utf16Map(self.text()).to_utf16(cp))
        self.setTextCursor(cursor)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the cursor into the middle: the panel has its size only now."""
        super().showEvent(event)
        self.centerCursor()

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+Enter before the window does, where it finishes the document."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _applies(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter is the button; all else is typing."""
        if _applies(event):
            self.apply_wished.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Text of the document"))


def _applies(event: QKeyEvent) -> bool:
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def keeps(text: str) -> bool:
    """Tell whether an editor gives this text back as it is."""
    return _PARAGRAPH not in text and TextEditor(text).text() == text
