"""A table of whole rows that says which row a person went to, and never what the program did by itself."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

ModelIndex = QModelIndex | QPersistentModelIndex
_WHOLE_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class QuietTable(QTableView):
    """Whole rows of one height, no grid, no editing, no input method: digits and letters are keys here."""

    row_chosen = Signal(int)  # a person went to the row: by click, arrow keys or Enter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._silent = False
        self._pressing = False
        self._row_at_press = -1
        self._padding = 10
        self._text_lines = 1.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._clicked)
        self._fit_rows()

    @contextmanager
    def silence(self) -> Iterator[None]:
        """Say nothing of rows that become current meanwhile."""
        before, self._silent = self._silent, True
        try:
            yield
        finally:
            self._silent = before

    def set_row_shape(self, text_lines: float, padding: int) -> None:
        """Set the height of all rows: that many lines of text and `padding` pixels around them."""
        self._text_lines, self._padding = text_lines, padding
        self._fit_rows()

    def show_row(self, row: int) -> None:
        """Make the row current and bring it into sight, or let go of all rows (-1), and say nothing."""
        with self.silence():
            if row < 0:
                self.clearSelection()
                self.setCurrentIndex(QModelIndex())
                return
            current = self.currentIndex()
            index = self.model().index(row, self._shown_column())
            lost = current.row() != row or self.isColumnHidden(current.column())
            if lost or not self.selectionModel().isRowSelected(row):
                # Not by the view's own way, which asks which keys are held: Shift+Tab would add the row.
                self.selectionModel().setCurrentIndex(index, _WHOLE_ROW)
            self.scrollTo(index)

    def _shown_column(self) -> int:
        """Return the first column that is not hidden: Qt scrolls to no cell of a hidden one."""
        columns = range(self.model().columnCount())
        return next((column for column in columns if not self.isColumnHidden(column)), 0)

    def currentChanged(self, current: ModelIndex, previous: ModelIndex) -> None:
        """Say that the arrow keys moved to a row; a click says so when it is whole."""
        super().currentChanged(current, previous)
        moved = current.isValid() and current.row() != previous.row()
        if moved and not self._silent and not self._pressing:
            self.row_chosen.emit(current.row())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wait for the click."""
        self._pressing = True
        self._row_at_press = self.currentIndex().row()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the click; a drag over rows ends on one without being a click."""
        super().mouseReleaseEvent(event)
        current = self.currentIndex()
        if self._pressing and current.isValid() and current.row() != self._row_at_press:
            self.row_chosen.emit(current.row())
        self._pressing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the current row."""
        self._pressing = False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.row_chosen.emit(self.currentIndex().row())
            event.accept()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters and digits are keys of the program, not a search."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self._pressing = False
        self.row_chosen.emit(index.row())

    def _fit_rows(self) -> None:
        height = round(self.fontMetrics().lineSpacing() * self._text_lines) + self._padding
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(height)
