"""A field of plain text (the note of a span) that grows with what is written, and says each change as it is typed."""

from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

_LEAST_LINES: Final = 2
_MOST_LINES: Final = 6
_PARAGRAPH: Final = "\u2029"
_SOFT_BREAK: Final = "\u2028"


class NoteField(QPlainTextEdit):
    """Grows from two lines (or `least_lines`) to six. What was shown, and keys that change nothing, are not told."""

    edited = Signal(str)
    left = Signal()  # the keyboard left the field: a burst of typing ends

    def __init__(self, parent: QWidget | None = None, *, least_lines: int = _LEAST_LINES) -> None:
        super().__init__(parent)
        self._least_lines = least_lines
        self.setObjectName("note")
        self._shown = ""
        self._known = ""
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().setDocumentMargin(4)
        self._shown_lines = least_lines
        self.textChanged.connect(self._typed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def show_note(self, note: str, *, fresh: bool) -> None:
        """Show a note; unless `fresh` (another span), what was just typed and the caret stay."""
        if not fresh and note == self._shown:
            return
        self._shown = note
        if self._written() != note:
            caret = 0 if fresh else self.textCursor().position()
            with QSignalBlocker(self):
                self.setPlainText(note)
            self._known = self._written()
            cursor = self.textCursor()
            cursor.setPosition(min(caret, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
        if fresh:
            self.document().clearUndoRedoStacks()

    @property
    def written(self) -> str:
        """The text as it stands in the field."""
        return self._written()

    def _written(self) -> str:
        # toPlainText would turn no-break spaces into blanks.
        return self.document().toRawText().replace(_PARAGRAPH, "\n").replace(_SOFT_BREAK, "\n")

    @Slot()
    def _typed(self) -> None:
        note = self._written()
        if note != self._known:
            self._known = self._shown = note
            self.edited.emit(note)

    @Slot()
    def _fit(self) -> None:
        lines = max(self._least_lines, min(_MOST_LINES, round(self.document().size().height())))
        if lines != self._shown_lines:
            self._shown_lines = lines
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room for the lines that are shown."""
        margins = 2 * self.frameWidth() + 2 * round(self.document().documentMargin())
        return QSize(160, self.fontMetrics().lineSpacing() * self._shown_lines + margins)

    def minimumSizeHint(self) -> QSize:
        """Give way in width only."""
        return QSize(80, self.sizeHint().height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the burst of typing ended; a menu of the field is not its end."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take nothing from the input method where the note may only be read: Qt would insert it all the same."""
        if self.isReadOnly():
            event.ignore()
            return
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Esc to the form."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
