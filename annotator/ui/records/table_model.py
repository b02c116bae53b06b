"""A table of a project as a model: an array of ids in order, and pages of rows that are fetched when shown."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.tables import COLUMNS, INCOMPLETE, NUMBERS, Table, TableRow
from annotator.ui.records.table_words import cell_words, column_word
from annotator.ui.widgets.plain_text import plain_tooltip

FetchRows = Callable[[Table, Sequence[int]], Sequence[TableRow]]

PAGE: Final = 100
_MOST_PAGES: Final = 40
_ROOT: Final = QModelIndex()
_ROLE = Qt.ItemDataRole
_DISPLAY: Final = int(_ROLE.DisplayRole)
_ALIGNED: Final = int(_ROLE.TextAlignmentRole)
_TOOLTIP: Final = int(_ROLE.ToolTipRole)
_SPOKEN: Final = int(_ROLE.AccessibleTextRole)
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TableModel(QAbstractTableModel):
    """Holds eight bytes a row and at most 40 pages of 100 rows."""

    def __init__(self, fetch: FetchRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._table = Table.RECORDS
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, dict[int, TableRow]] = OrderedDict()

    @property
    def table(self) -> Table:
        """Which table is shown."""
        return self._table

    @property
    def ids(self) -> "array[int]":
        """The ids of the rows, in their order."""
        return self._ids

    def set_ids(self, table: Table, ids: "array[int]") -> None:
        """Show these rows of a table."""
        self.beginResetModel()
        self._table, self._ids = table, ids
        self._pages.clear()
        self.endResetModel()

    def forget(self) -> None:
        """Fetch the rows anew where they are shown: something in them has changed."""
        self._pages.clear()
        if self._ids:
            last = self.index(len(self._ids) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def retranslate(self) -> None:
        """Say columns and cells anew."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        self.forget()

    def row_at(self, row: int) -> TableRow | None:
        """Return a row; None outside the table, and where it is gone since the ids were found."""
        if not 0 <= row < len(self._ids):
            return None
        return self._page(row // PAGE).get(self._ids[row])

    def row_of(self, id_: int) -> int:
        """Return where the row with that id stands, -1 where it is not shown."""
        try:
            return self._ids.index(id_)
        except ValueError:
            return -1

    def _page(self, number: int) -> dict[int, TableRow]:
        page = self._pages.get(number)
        if page is None:
            start = number * PAGE
            page = {row.id: row for row in self._fetch(self._table, self._ids[start : start + PAGE])}
            self._pages[number] = page
            if len(self._pages) > _MOST_PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page

    # What Qt asks.

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return the columns of the table."""
        return 0 if parent.isValid() else len(COLUMNS[self._table])

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY
    ) -> str | Qt.AlignmentFlag | None:
        """Return what a cell shows, how it stands, what a screen reader says, or the tooltip."""
        column = COLUMNS[self._table][index.column()]
        if role == _ALIGNED:
            return _RIGHT if column in NUMBERS else None
        if role not in {_DISPLAY, _TOOLTIP, _SPOKEN}:
            return None
        row = self.row_at(index.row())
        if row is None:
            return None
        words = cell_words(column, row.cells[index.column()])
        if role == _TOOLTIP:
            return plain_tooltip(words)
        if role == _SPOKEN:
            return f"{column_word(column)}: {words}"
        return f"⚠ {words}" if column == "status" and row.cells[index.column()] == INCOMPLETE else words

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | Qt.AlignmentFlag | None:
        """Return the name of a column, or how it stands."""
        names = COLUMNS[self._table]
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(names):
            return None
        if role == _ALIGNED and names[section] in NUMBERS:
            return _RIGHT
        return column_word(names[section]) if role == _DISPLAY else None
