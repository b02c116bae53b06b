"""Names to choose from below a field: they narrow as one types; Down goes in, Enter takes, Esc closes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from annotator.core.values import Norm
from annotator.ui.widgets.plain_text import one_line

_ROWS: Final = 8
_LEAST_WIDTH: Final = 280


@dataclass(frozen=True, slots=True)
class NameChoice:
    """A value that can be taken, how it is called, and what says which it is: English name, country, code."""

    norm: Norm
    title: str
    hint: str = ""


FindNames = Callable[[str], Sequence[NameChoice]]
"""Returns what fits a text as it is typed, the best first; "" asks for the likeliest."""


class NameList(QObject):
    """Belongs to one field. It is no window: the field keeps the keyboard, and the input method its place."""

    taken = Signal(object)  # Norm

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self._find: FindNames | None = None
        self._choices: Sequence[NameChoice] = ()
        self._list: QListWidget | None = None
        field.textEdited.connect(self._typed)
        field.installEventFilter(self)

    def set_finder(self, find: FindNames | None) -> None:
        """Let the list ask this for names; None: there is no list."""
        self._find = find
        self.close()

    @property
    def is_open(self) -> bool:
        """Whether names are shown."""
        return self._list is not None and self._list.isVisible()

    @Slot(str)
    def _typed(self, text: str) -> None:
        if self._field.hasFocus():
            self._narrow(text)

    def _narrow(self, text: str) -> None:
        self._choices = () if self._find is None else tuple(self._find(text.strip()))
        if not self._choices:
            self.close()
            return
        shown = self._list or self._made()
        shown.clear()
        for choice in self._choices:
            words = f"{choice.title}   {choice.hint}" if choice.hint else choice.title
            shown.addItem(QListWidgetItem(one_line(words)))
        shown.setCurrentRow(-1)
        self._place(shown)
        shown.show()
        shown.raise_()

    def _made(self) -> QListWidget:
        shown = QListWidget(self._field.window())
        shown.setObjectName("value-names")
        shown.setAccessibleName(self._field.accessibleName())
        shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shown.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown.setUniformItemSizes(True)
        shown.itemClicked.connect(self._clicked)
        self._list = shown
        return shown

    def _place(self, shown: QListWidget) -> None:
        """Put the list below the field, wide enough for names, inside the window."""
        field, window = self._field, self._field.window()
        width = min(max(field.width(), _LEAST_WIDTH), window.width())
        rows = min(len(self._choices), _ROWS)
        height = rows * max(shown.sizeHintForRow(0), 1) + 2 * shown.frameWidth()
        corner = field.mapTo(window, QPoint(0, field.height() + 1))
        left = max(0, min(corner.x(), window.width() - width))
        top = (
            corner.y() if corner.y() + height <= window.height() else corner.y() - field.height() - height - 2
        )
        shown.setGeometry(left, top, width, height)

    @Slot()
    def close(self) -> None:
        """Show no names."""
        if self._list is not None:
            self._list.hide()

    @Slot(QListWidgetItem)
    def _clicked(self, _item: QListWidgetItem) -> None:
        self._take()

    def _take(self) -> None:
        row = -1 if self._list is None else self._list.currentRow()
        self.close()
        if 0 <= row < len(self._choices):
            self.taken.emit(self._choices[row].norm)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand the keys of the list to it, and close it when the field is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.close()
        elif isinstance(event, QInputMethodEvent) and self._find is not None and event.preeditString():
            # What is being composed counts as typed: a Korean syllable would else be one too late.
            at = self._field.cursorPosition()
            text = self._field.text()
            self._narrow(text[:at] + event.commitString() + event.preeditString() + text[at:])
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._find is not None:
            return self._key(Qt.Key(event.key())) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        shown = self._list
        if not self.is_open or shown is None:
            if key is not Qt.Key.Key_Down:
                return False
            self._narrow(self._field.text())
            return True
        row = shown.currentRow()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key is Qt.Key.Key_Down else -1
            shown.setCurrentRow(max(-1, min(shown.count() - 1, row + step)))
        elif key is Qt.Key.Key_Escape:
            self.close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self._take()
        else:
            return False
        return True
