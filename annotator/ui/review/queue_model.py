"""The rows of the queue as a table for Qt: two lines each, what differs and in which document."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.app.review.review_queue import Row
from annotator.app.review.reviewing import APPEALED, OPEN
from annotator.review.decisions import State
from annotator.ui.review.words import STATES, class_words, say
from annotator.ui.widgets.plain_text import one_line

_MARKS: Final = {
    OPEN: "○",
    APPEALED: "◇",
    State.STALE: "△",
    State.KEPT: "●",
    State.CONFIRMED: "●",
    State.ORPHANED: "×",
}
_Index = QModelIndex | QPersistentModelIndex


class QueueModel(QAbstractTableModel):
    """Holds the items that the queue shows, each with its number in the order of all items."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self._numbers: list[int] = []
        # With one document alone its title would say the same on every row.
        self.titled = False

    def show_rows(self, rows: Sequence[tuple[int, Row]]) -> None:
        """Show other rows, in the order of their numbers."""
        self.beginResetModel()
        self._numbers = [number for number, _ in rows]
        self.rows = [row for _, row in rows]
        self.endResetModel()

    def put_row(self, number: int, row: Row, *, shown: bool) -> None:
        """Show a row in its place, or no longer."""
        at = bisect_left(self._numbers, number)
        there = at < len(self._numbers) and self._numbers[at] == number
        if there and shown:
            self.rows[at] = row
            self.dataChanged.emit(self.index(at, 0), self.index(at, 0))
        elif there:
            self.beginRemoveRows(QModelIndex(), at, at)
            del self._numbers[at], self.rows[at]
            self.endRemoveRows()
        elif shown:
            self.beginInsertRows(QModelIndex(), at, at)
            self._numbers.insert(at, number)
            self.rows.insert(at, row)
            self.endInsertRows()

    def at_number(self, number: int) -> int | None:
        """Return where the row with that number stands, or None where it is not shown."""
        at = bisect_left(self._numbers, number)
        return at if at < len(self._numbers) and self._numbers[at] == number else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return one column."""
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the two lines, or what a screen reader says."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        words = class_words(row.classes, row.kind)
        if role == Qt.ItemDataRole.DisplayRole:
            below = f"{words} — {one_line(row.title)}" if self.titled else words
            return f"{_MARKS.get(row.state, '')} {one_line(row.quote)}\n     {below}"
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return f"{row.quote}: {words}, {say(STATES.get(row.state, row.state))}, {row.title}"
        return None
