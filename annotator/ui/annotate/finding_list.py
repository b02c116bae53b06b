"""A list of places to look at under headings: arrow keys and clicks go to a place, the program's own moves do not."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget

from annotator.ui.widgets.plain_text import one_line
from annotator.ui.widgets.quiet_list import QuietList
from annotator.ui.widgets.tones import muted_tone, small_font

_ROWS: Final = 9
_HEADING: Final = -1


class FindingList(QuietList):
    """Rows are places, by their number; headings are no rows that can be gone to."""

    place_chosen = Signal(int)  # a person went to the place: by click or arrow keys
    entered = Signal()  # Enter, or a double click
    spaced = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[int] = []
        self._rest = 0
        self.currentRowChanged.connect(self._went)
        self.itemClicked.connect(self._clicked)
        self.itemDoubleClicked.connect(self._double_clicked)

    def fill(self, groups: Sequence[tuple[str, Sequence[str]]]) -> None:
        """List places under headings and make none current; the arrow keys go on from where they were."""
        self._rest = self._rest if self.place() < 0 else self.place()
        with QSignalBlocker(self):
            self.clear()
            self._lines = []
            for heading, rows in groups:
                self._add_heading(heading)
                for row in rows:
                    item = QListWidgetItem(one_line(row))
                    item.setData(Qt.ItemDataRole.UserRole, len(self._lines))
                    self._lines.append(self.count())
                    self.addItem(item)
            self.setCurrentRow(-1)
        self._rest = max(0, min(self._rest, len(self._lines) - 1))
        self._fit()

    def _add_heading(self, heading: str) -> None:
        item = QListWidgetItem(one_line(heading))
        item.setData(Qt.ItemDataRole.UserRole, _HEADING)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)

    def place(self) -> int:
        """Return the number of the current place, -1 where there is none."""
        item: QListWidgetItem | None = self.currentItem()  # the stubs forget that there may be none
        number = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        return number if isinstance(number, int) else -1

    def go_on(self) -> None:
        """Go to the place where the person was, or to what stands there now."""
        if self._lines:
            self.setCurrentRow(self._lines[self._rest])

    def mark(self, place: int) -> None:
        """Make a place current without going there."""
        if 0 <= place < len(self._lines):
            with QSignalBlocker(self):
                self.setCurrentRow(self._lines[place])

    @Slot(int)
    def _went(self, row: int) -> None:
        if row < 0 or self.place() < 0:
            return
        if self.place() == 0:
            self.scrollToTop()
        self.place_chosen.emit(self.place())

    @Slot(QListWidgetItem)
    def _clicked(self, item: QListWidgetItem) -> None:
        number = item.data(Qt.ItemDataRole.UserRole)
        if number >= 0:
            self.place_chosen.emit(number)

    @Slot(QListWidgetItem)
    def _double_clicked(self, item: QListWidgetItem) -> None:
        if item.data(Qt.ItemDataRole.UserRole) >= 0:
            self.entered.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard without going anywhere: Qt would make the first row current."""
        nowhere = self.place() < 0
        with QSignalBlocker(self):
            super().focusInEvent(event)
            if nowhere:
                self.setCurrentRow(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on where nothing is current; Enter and Space are wishes about the current place."""
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Return: self.entered.emit,
            Qt.Key.Key_Enter: self.entered.emit,
            Qt.Key.Key_Space: self.spaced.emit,
        }
        if self.place() < 0:
            acts |= {Qt.Key.Key_Down: self.go_on, Qt.Key.Key_Up: self.go_on}
        act = acts.get(event.key())
        if act is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        act()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._fit()

    def _fit(self) -> None:
        """Give headings their muted tone and font, and the list the height of its first rows."""
        quiet, font = muted_tone(self.palette()), small_font(self.font())
        for row in range(self.count()):
            item = self.item(row)
            if item.data(Qt.ItemDataRole.UserRole) == _HEADING:
                item.setForeground(quiet)
                item.setFont(font)
        heights = [self.sizeHintForRow(row) for row in range(min(_ROWS, self.count()))]
        least = 2 * self.fontMetrics().lineSpacing()
        self.setFixedHeight(max(least, sum(heights)) + 2 * self.frameWidth() + 2)
