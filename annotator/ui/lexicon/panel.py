"""The table of lexicons: searched, narrowed, its entries changed in place."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.app.lexicon_table import Listed, Place, Standing, hiding
from annotator.core.folding import fold_term
from annotator.core.lexicon_entry import EntryKind, LexiconEntry
from annotator.ui.calls import Call
from annotator.ui.lexicon.fields import EntryFields
from annotator.ui.lexicon.model import COUNTRY, ENGLISH, FROM, NAME, OTHERS, LexiconModel
from annotator.ui.lexicon.words import kind_word, place_word
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.quiet_combo import QuietCombo
from annotator.ui.widgets.quiet_table import QuietTable
from annotator.ui.widgets.search_field import SearchField
from annotator.ui.widgets.tones import bold_font

_ROWS: Final = 9
_COMBO_CHARACTERS: Final = 11
_ABOVE: Final = ("additions", "import", "export", "undo", "close")
_BELOW: Final = ("add", "edit", "remove")
_WRITING: Final = frozenset({"additions", "import", "add", "remove"})


class _Rows(QuietTable):
    """The rows; Enter or a double click changes one, Delete removes or hides it."""

    pressed_key = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        names = {
            Qt.Key.Key_Return: "edit",
            Qt.Key.Key_Enter: "edit",
            Qt.Key.Key_Delete: "remove",
            Qt.Key.Key_Backspace: "remove",
        }
        name = names.get(Qt.Key(event.key()))
        if name is None:
            super().keyPressEvent(event)
            return
        self.pressed_key.emit(name)
        event.accept()


class LexiconPanel(QWidget):
    """A panel above the article. It shows entries and says wishes; it changes nothing by itself."""

    remove_wished = Signal(object)  # Listed, of a person's own
    hide_wished = Signal(object)  # Listed, a shipped one
    additions_wished = Signal()
    import_wished = Signal()
    export_wished = Signal(object)  # tuple of Listed
    undo_wished = Signal()
    close_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lexicon-panel")
        self._all: Sequence[Listed] = ()
        self._editable = True
        self._undoable = ""
        self.fields = EntryFields(self)
        self._title = QLabel(self)
        self._title.setFont(bold_font(self.font()))
        self._search = SearchField(self)
        self._kind, self._place = QuietCombo(self), QuietCombo(self)
        self._model = LexiconModel(self)
        self._table = _Rows(self)
        self._told = ElidedLabel(self, max_lines=3)
        # Made in the order of the Tab key.
        self._buttons = {name: self._button(name) for name in (*_BELOW, *_ABOVE)}
        self._stack = QStackedWidget(self)
        self._set_up()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._search)
        self.retranslate()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"lexicon-{name}")
        button.clicked.connect(Call(self._press, name))
        return button

    def _set_up(self) -> None:
        named: dict[str, QWidget] = {
            "search": self._search, "kinds": self._kind, "places": self._place, "table": self._table,
            "told": self._told,
        }  # fmt: skip
        for name, widget in named.items():
            widget.setObjectName(f"lexicon-{name}")
        self._kind.addItem("", "")
        for kind in EntryKind:
            self._kind.addItem("", kind)
        self._place.addItem("", "")
        for place in Place:
            self._place.addItem("", place)
        for combo in (self._kind, self._place):
            combo.setMinimumContentsLength(_COMBO_CHARACTERS)
        self._table.setModel(self._model)
        header = self._table.horizontalHeader()
        header.show()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, mode in (
            (NAME, QHeaderView.ResizeMode.Stretch),
            (ENGLISH, QHeaderView.ResizeMode.Stretch),
            (OTHERS, QHeaderView.ResizeMode.Stretch),
            (COUNTRY, QHeaderView.ResizeMode.ResizeToContents),
            (FROM, QHeaderView.ResizeMode.ResizeToContents),
        ):
            header.setSectionResizeMode(column, mode)
        self._table.set_row_shape(1.0, 8)
        self._table.setMinimumHeight((_ROWS + 1) * (self.fontMetrics().lineSpacing() + 8))

    def _lay_out(self) -> None:
        head, narrow, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title, 1)
        for name in _ABOVE:
            head.addWidget(self._buttons[name])
        narrow.addWidget(self._search, 1)
        narrow.addWidget(self._kind)
        narrow.addWidget(self._place)
        for name in _BELOW:
            foot.addWidget(self._buttons[name])
        foot.addWidget(self._told, 1)
        page = QWidget(self)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(narrow)
        inside.addWidget(self._table, 1)
        inside.addLayout(foot)
        self._stack.addWidget(page)
        self._stack.addWidget(self.fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._stack)

    def _connect(self) -> None:
        self._search.sought.connect(self._narrow)
        self._search.left_down.connect(self._enter)
        self._kind.activated.connect(self._narrow)
        self._place.activated.connect(self._narrow)
        self._table.pressed_key.connect(self._press)
        self._table.doubleClicked.connect(self._double_clicked)
        self._table.selectionModel().currentRowChanged.connect(self._enable)
        self.fields.cancel_wished.connect(self.show_table)

    # What is shown.

    def set_rows(self, rows: Sequence[Listed], undoable: str) -> None:
        """Show these entries, the current one still current, and what undo would take back ("": nothing)."""
        self._all, self._undoable = rows, undoable
        self._narrow()

    def set_editable(self, *, editable: bool) -> None:
        """Let entries be changed, or only read."""
        self._editable = editable
        self._enable()

    def tell(self, words: str) -> None:
        """Say what happened, or what is wrong; "" says nothing."""
        self._told.setText(words)

    @property
    def current(self) -> Listed | None:
        """The current entry, or None."""
        row = self._table.currentIndex().row()
        return self._model.rows[row] if 0 <= row < len(self._model.rows) else None

    def show_entry(self, place: Place, entry: LexiconEntry) -> None:
        """Make an entry current, where the table has it."""
        rows = enumerate(self._model.rows)
        at = next((n for n, row in rows if row.place is place and row.entry.key == entry.key), None)
        if at is not None:
            self._table.show_row(at)

    @property
    def shown(self) -> tuple[Listed, ...]:
        """The entries that search and filters leave, in their order."""
        return tuple(self._model.rows)

    @property
    def editing(self) -> bool:
        """Whether an entry is being changed."""
        return self._stack.currentWidget() is self.fields

    @Slot()
    def show_table(self) -> None:
        """Show the table again, with the keyboard in it."""
        self._stack.setCurrentIndex(0)
        self._enter()

    @Slot()
    def _narrow(self) -> None:
        before = self.current
        folded = fold_term(self._search.text().strip())
        kind, place = self._kind.currentData(), self._place.currentData()
        rows = [
            row
            for row in self._all
            if (not kind or row.entry.kind == kind)
            and (not place or row.place == place)
            and row.matches(folded)
        ]
        self._model.set_rows(rows)
        at = 0 if rows else -1
        if before is not None:
            same = (
                n
                for n, row in enumerate(rows)
                if (row.place, row.entry.id) == (before.place, before.entry.id)
            )
            at = next(same, at)
        self._table.show_row(at)
        self.retranslate()

    @Slot()
    def _enable(self) -> None:
        row = self.current
        for name, button in self._buttons.items():
            there = row is not None or name not in ("edit", "remove")
            button.setEnabled(there and (self._editable or name not in _WRITING))
        self._buttons["export"].setEnabled(bool(self._model.rows))
        self._buttons["undo"].setEnabled(self._editable and bool(self._undoable))
        self._buttons["remove"].setText(self._remove_word(row))
        self._buttons["remove"].setAccessibleName(self._buttons["remove"].text())

    def _remove_word(self, row: Listed | None) -> str:
        if row is None or row.place is not Place.SHIPPED:
            return self.tr("Remove")
        return self.tr("Suggest again") if hiding(self._all, row) is not None else self.tr("Hide")

    # What a person does.

    @Slot()
    def _enter(self) -> None:
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.current is None and self._model.rows:
            self._table.show_row(0)

    @Slot(QModelIndex)
    def _double_clicked(self, _index: QModelIndex) -> None:
        self._press("edit")

    @Slot(str)
    def _press(self, name: str) -> None:
        if not self._buttons[name].isEnabled():
            return
        wishes: dict[str, Callable[[], object]] = {
            "additions": self.additions_wished.emit,
            "import": self.import_wished.emit,
            "undo": self.undo_wished.emit,
            "close": self.close_wished.emit,
            "add": self._add,
            "edit": self._edit,
            "remove": self._remove,
        }
        self.tell("")
        if name == "export":
            self.export_wished.emit(self.shown)
        else:
            wishes[name]()

    def _add(self) -> None:
        kind = EntryKind(self._kind.currentData() or EntryKind.AGENCY)
        # What was sought in vain is what is to be added.
        self._show_fields(None, kind, "" if self._model.rows else self._search.text().strip())

    def _edit(self) -> None:
        row = self.current
        if row is not None and self._editable:
            self._show_fields(row, row.entry.kind, "")

    def _show_fields(self, before: Listed | None, kind: EntryKind, name: str) -> None:
        self.fields.show_entry(before, kind, name)
        self._stack.setCurrentWidget(self.fields)
        self.fields.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        row = self.current
        if row is None:
            return
        if row.place is not Place.SHIPPED:
            self.remove_wished.emit(row)
            return
        by = hiding(self._all, row)
        if by is not None:
            self.remove_wished.emit(by)
        elif row.standing is Standing.IN_FORCE:
            self.hide_wished.emit(row)

    # Words.

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Names and sectors"))
        shown, all_ = len(self._model.rows), len(self._all)
        told = (
            f"{shown:,}"
            if shown == all_
            else self.tr("{shown} of {all}").format(shown=f"{shown:,}", all=f"{all_:,}")
        )
        self._title.setText(f"{self.tr('Names and sectors')} · {told}")
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
        self._table.setAccessibleName(self.tr("Entries"))
        self._told.setAccessibleName(self.tr("What happened"))
        self._model.set_titles(
            self.tr("Name"),
            self.tr("English"),
            self.tr("Other names"),
            self.tr("Country, code"),
            self.tr("From"),
        )
        self._say_buttons()
        self._enable()

    def _say_buttons(self) -> None:
        words = {
            "additions": self.tr("Often tagged…"),
            "import": self.tr("Import…"),
            "export": self.tr("Export…"),
            "undo": self.tr("Undo"),
            "close": self.tr("Close"),
            "add": self.tr("Add…"),
            "edit": self.tr("Change…"),
        }
        tips = {
            "additions": self.tr("Take over what was tagged again and again"),
            "import": self.tr("Add the entries of a CSV file to this project"),
            "export": self.tr("Write the entries shown here to a CSV file"),
            "undo": self._undoable,
        }
        for name, text in words.items():
            self._buttons[name].setText(text)
            self._buttons[name].setToolTip(tips.get(name, ""))
            self._buttons[name].setAccessibleName(tips.get(name) or text)
