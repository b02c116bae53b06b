"""Questions as a table model: their cells, and what was chosen for each."""

from collections.abc import Hashable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.ui.gather.rows import AskRow, words_of
from annotator.ui.widgets.plain_text import plain_tooltip

_ROOT: Final = QModelIndex()
_ROLE = Qt.ItemDataRole
_DISPLAY: Final = int(_ROLE.DisplayRole)
_TOOLTIP: Final = int(_ROLE.ToolTipRole)
QUIET: Final = int(_ROLE.UserRole)
"""The role that tells whether a cell only says where something stands."""
_SPOKEN: Final = int(_ROLE.AccessibleTextRole)


class AskModel(QAbstractTableModel):
    """Rows of a page; with `answers` the last column is what was chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads: tuple[str, ...] = ()
        self.rows: tuple[AskRow, ...] = ()
        self.chosen: dict[Hashable, object] = {}

    def show_rows(self, heads: Sequence[str], rows: Sequence[AskRow], chosen: dict[Hashable, object]) -> None:
        """Show these rows under these heads; `chosen` is read each time a cell is shown."""
        self.beginResetModel()
        self._heads, self.rows, self.chosen = tuple(heads), tuple(rows), chosen
        self.endResetModel()

    def choose(self, row: int, value: object) -> None:
        """Note the answer of a row."""
        self.chosen[self.rows[row].key] = value
        last = len(self._heads) - 1
        self.dataChanged.emit(self.index(row, last), self.index(row, last))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> str | bool | None:
        """Return what a cell shows, its tooltip, what a screen reader says, or whether it is quiet."""
        if role == QUIET:
            return index.column() == self.rows[index.row()].quiet
        if role not in {_DISPLAY, _TOOLTIP, _SPOKEN}:
            return None
        row, column = self.rows[index.row()], index.column()
        words = row.cells[column] if column < len(row.cells) else words_of(row, self.chosen)
        if role == _TOOLTIP:
            return plain_tooltip(words)
        return f"{self._heads[column]}: {words}" if role == _SPOKEN else words

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | Qt.AlignmentFlag | None:
        """Return the name of a column."""
        shown = orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._heads)
        return self._heads[section] if shown and role == _DISPLAY else None
