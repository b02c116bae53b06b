"""The entries of lexicons as rows that can be searched and narrowed by kind and place."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from annotator.app.lexicon.lexicon_table import Listed, Place
from annotator.core.folding import fold_term
from annotator.core.lexicon_entry import EntryKind, LexiconEntry
from annotator.ui.lexicon.model import COUNTRY, ENGLISH, FROM, NAME, OTHERS, LexiconModel
from annotator.ui.lexicon.words import kind_word, place_word
from annotator.ui.widgets.quiet_combo import QuietCombo
from annotator.ui.widgets.quiet_table import QuietTable
from annotator.ui.widgets.search_field import SearchField

_ROWS: Final = 9
_COMBO_CHARACTERS: Final = 11
_STRETCHED: Final = (NAME, ENGLISH, OTHERS)
_TO_CONTENTS: Final = (COUNTRY, FROM)


class _Rows(QuietTable):
    """The rows; Enter wishes one changed, Delete wishes it removed."""

    change_pressed = Signal()
    removal_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.change_pressed.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_pressed.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()


class LexiconTable(QWidget):
    """Says which entry a person went to, and what they press on it."""

    change_wished = Signal()  # of the current entry
    removal_wished = Signal()
    moved = Signal()  # to another entry, or another selection of them is shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Listed] = ()
        self._search = SearchField(self)
        self._kind, self._place = QuietCombo(self), QuietCombo(self)
        self._model = LexiconModel(self)
        self._rows = _Rows(self)
        self._set_up()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._search)
        self.retranslate()

    def _set_up(self) -> None:
        named: dict[str, QWidget] = {
            "search": self._search,
            "kinds": self._kind,
            "places": self._place,
            "table": self._rows,
        }
        for name, widget in named.items():
            widget.setObjectName(f"lexicon-{name}")
        for combo, choices in ((self._kind, EntryKind), (self._place, Place)):
            combo.addItem("", "")
            for choice in choices:
                combo.addItem("", choice)
            combo.setMinimumContentsLength(_COMBO_CHARACTERS)
        self._rows.setModel(self._model)
        header = self._rows.horizontalHeader()
        header.show()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in _STRETCHED:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column in _TO_CONTENTS:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._rows.set_row_shape(1.0, 8)
        self._rows.setMinimumHeight((_ROWS + 1) * (self.fontMetrics().lineSpacing() + 8))

    def _lay_out(self) -> None:
        narrow = QHBoxLayout()
        narrow.addWidget(self._search, 1)
        narrow.addWidget(self._kind)
        narrow.addWidget(self._place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(narrow)
        column.addWidget(self._rows, 1)

    def _connect(self) -> None:
        self._search.sought.connect(self._narrow)
        self._search.left_down.connect(self.focus_rows)
        self._kind.activated.connect(self._narrow)
        self._place.activated.connect(self._narrow)
        self._rows.change_pressed.connect(self.change_wished)
        self._rows.removal_pressed.connect(self.removal_wished)
        self._rows.doubleClicked.connect(self._double_clicked)
        self._rows.selectionModel().currentRowChanged.connect(self.moved)

    # What is shown.

    def set_rows(self, rows: Sequence[Listed]) -> None:
        """Show these entries, as far as they are sought; the current one stays current."""
        self._all = rows
        self._narrow()

    @property
    def all(self) -> Sequence[Listed]:
        """All entries, those that are not sought too."""
        return self._all

    @property
    def shown(self) -> tuple[Listed, ...]:
        """The entries that search and filters leave, in their order."""
        return tuple(self._model.rows)

    @property
    def current(self) -> Listed | None:
        """The current entry, or None."""
        row = self._rows.currentIndex().row()
        return self._model.rows[row] if 0 <= row < len(self._model.rows) else None

    @property
    def sought(self) -> str:
        """What stands in the search."""
        return self._search.text().strip()

    @property
    def kind(self) -> EntryKind | None:
        """The kind that is asked for alone, or None."""
        # What a combo box keeps comes back as plain text.
        return EntryKind(self._kind.currentData()) if self._kind.currentData() else None

    def show_entry(self, place: Place, entry: LexiconEntry) -> None:
        """Make an entry current, where the table has it."""
        rows = enumerate(self._model.rows)
        at = next((n for n, row in rows if row.place is place and row.entry.key == entry.key), None)
        if at is not None:
            self._rows.show_row(at)

    @Slot()
    def focus_rows(self) -> None:
        """Put the keyboard into the rows."""
        self._rows.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.current is None and self._model.rows:
            self._rows.show_row(0)

    @Slot()
    def _narrow(self) -> None:
        before = self.current
        folded, kind, place = fold_term(self.sought), self.kind, self._place.currentData()
        rows = [
            row
            for row in self._all
            if kind in (None, row.entry.kind) and place in ("", row.place) and row.matches(folded)
        ]
        self._model.set_rows(rows)
        at = 0 if rows else -1
        if before is not None:
            here = (before.place, before.entry.id)
            at = next((n for n, row in enumerate(rows) if (row.place, row.entry.id) == here), at)
        self._rows.show_row(at)
        self.moved.emit()

    @Slot(QModelIndex)
    def _double_clicked(self, _index: QModelIndex) -> None:
        self.change_wished.emit()

    # Words.

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Say all words anew."""
        self._search.setPlaceholderText(self.tr("Search all names"))
        self._search.setAccessibleName(self.tr("Search all names"))
        self._kind.setAccessibleName(self.tr("Kind"))
        self._place.setAccessibleName(self.tr("From"))
        self._kind.setItemText(0, self.tr("All kinds"))
        self._place.setItemText(0, self.tr("From anywhere"))
        for number, kind in enumerate(EntryKind, 1):
            self._kind.setItemText(number, kind_word(kind))
        for number, place in enumerate(Place, 1):
            self._place.setItemText(number, place_word(place))
        self._rows.setAccessibleName(self.tr("Entries"))
        self._model.set_titles(
            self.tr("Name"),
            self.tr("English"),
            self.tr("Other names"),
            self.tr("Country, code"),
            self.tr("From"),
        )
