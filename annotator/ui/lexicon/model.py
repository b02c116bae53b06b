"""The rows of the table of lexicons."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from annotator.app.lexicon.lexicon_table import Listed, Standing
from annotator.ui.lexicon.words import from_words, kind_word, years_words
from annotator.ui.widgets.plain_text import one_line, plain_tooltip
from annotator.ui.widgets.tones import muted_tone

Index = QModelIndex | QPersistentModelIndex
NAME, ENGLISH, OTHERS, COUNTRY, FROM = range(5)
_ROOT: Final = QModelIndex()
_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP: Final = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN: Final = int(Qt.ItemDataRole.AccessibleTextRole)
_COLOUR: Final = int(Qt.ItemDataRole.ForegroundRole)
_NOT_IN_FORCE: Final = frozenset({Standing.REPLACED, Standing.HIDDEN})


class LexiconModel(QAbstractTableModel):
    """One entry a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Listed] = ()
        self._titles: tuple[str, ...] = ("",) * (FROM + 1)

    @property
    def rows(self) -> Sequence[Listed]:
        """The entries shown, in their order."""
        return self._rows

    def set_rows(self, rows: Sequence[Listed]) -> None:
        """Show these entries."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def set_titles(self, *titles: str) -> None:
        """Set the titles of the columns, in their order."""
        self._titles = titles
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, FROM)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, FROM))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many entries there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else FROM + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == _DISPLAY:
            return self._titles[section]
        return None

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return what a cell shows, its tooltip, what is read aloud, or its colour."""
        row = self._rows[index.row()]
        if role == _DISPLAY:
            return _cell(row, index.column())
        if role == _SPOKEN:
            return ", ".join(filter(None, (_cell(row, column) for column in range(FROM + 1))))
        if role == _TOOLTIP:
            entry = row.entry
            told = (entry.code, ", ".join(entry.aliases), years_words(row), entry.source)
            return plain_tooltip(f"{kind_word(entry.kind)} · {entry.name}", *told)
        if role == _COLOUR and row.standing in _NOT_IN_FORCE:
            return muted_tone(QGuiApplication.palette())
        return None


def _cell(row: Listed, column: int) -> str:
    entry = row.entry
    if column == OTHERS:
        return one_line(", ".join(filter(None, (entry.abbreviation, *entry.aliases))))
    told = {
        NAME: entry.name,
        ENGLISH: entry.english,
        COUNTRY: entry.country or entry.code,
        FROM: from_words(row),
    }
    return one_line(told[column])
