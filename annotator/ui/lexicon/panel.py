"""The panel of lexicons: the table of all entries, and in its place the fields of one that is changed."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from annotator.app.lexicon.lexicon_table import Listed, Place, Standing, hiding, in_place_of
from annotator.core.lexicon_entry import EntryKind
from annotator.ui.calls import Call
from annotator.ui.lexicon.fields import EntryFields
from annotator.ui.lexicon.table import LexiconTable
from annotator.ui.messages import Words
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.told import Told
from annotator.ui.widgets.tones import bold_font

_ABOVE: Final = ("additions", "import", "export", "undo", "close")
_BELOW: Final = ("add", "edit", "remove")
_WRITING: Final = frozenset({"additions", "import", "add", "edit", "remove"})


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
        self._editable = True
        self._undoable = ""
        self._stack = QStackedWidget(self)
        self.table = LexiconTable(self)
        self.fields = EntryFields(self)
        self._title = QLabel(self)
        self._title.setFont(bold_font(self.font()))
        self._told = ElidedLabel(self, max_lines=3)
        self._told.setObjectName("lexicon-told")
        self._telling = Told(self._told)
        self._buttons = {name: self._button(name) for name in (*_BELOW, *_ABOVE)}
        self._lay_out()
        self.table.change_wished.connect(self._edit)
        self.table.removal_wished.connect(self._remove)
        self.table.moved.connect(self.retranslate)
        self.fields.cancel_wished.connect(self.show_table)
        self.setFocusProxy(self.table)
        self.retranslate()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"lexicon-{name}")
        button.clicked.connect(Call(self._press, name))
        return button

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title, 1)
        for name in _ABOVE:
            head.addWidget(self._buttons[name])
        for name in _BELOW:
            foot.addWidget(self._buttons[name])
        foot.addWidget(self._told, 1)
        page = QWidget(self)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.table, 1)
        inside.addLayout(foot)
        self._stack.addWidget(page)
        self._stack.addWidget(self.fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._stack)

    # What is shown.

    def set_rows(self, rows: Sequence[Listed], undoable: str) -> None:
        """Show these entries, the current one still current, and what undo would take back ("": nothing)."""
        self._undoable = undoable
        self.table.set_rows(rows)

    def set_editable(self, *, editable: bool) -> None:
        """Let entries be changed, or only read."""
        self._editable = editable
        self._enable()

    def tell(self, words: Words) -> None:
        """Say what happened, or what is wrong; "" says nothing."""
        self._telling.say(words)

    @property
    def editing(self) -> bool:
        """Whether an entry is being changed."""
        return self._stack.currentWidget() is self.fields

    @Slot()
    def show_table(self) -> None:
        """Show the table again, with the keyboard in it."""
        self._stack.setCurrentIndex(0)
        self.table.focus_rows()

    def _enable(self) -> None:
        row = self.table.current
        for name, button in self._buttons.items():
            there = row is not None or name not in ("edit", "remove")
            button.setEnabled(there and (self._editable or name not in _WRITING))
        self._buttons["export"].setEnabled(bool(self.table.shown))
        self._buttons["undo"].setEnabled(self._editable and bool(self._undoable))
        self._buttons["remove"].setText(self._remove_word(row))
        self._buttons["remove"].setAccessibleName(self._buttons["remove"].text())

    def _remove_word(self, row: Listed | None) -> str:
        if row is None or row.place is not Place.SHIPPED:
            return self.tr("Remove")
        return self.tr("Suggest again") if hiding(self.table.all, row) is not None else self.tr("Hide")

    # What a person does.

    def _press(self, name: str) -> None:
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
            self.export_wished.emit(self.table.shown)
        else:
            wishes[name]()

    def _add(self) -> None:
        # What was sought in vain is what is to be added.
        name = "" if self.table.shown else self.table.sought
        self._show_fields(None, self.table.kind or EntryKind.AGENCY, name)

    @Slot()
    def _edit(self) -> None:
        row = self.table.current
        if row is None or not self._editable:
            return
        if row.place is Place.SHIPPED:
            # What was made of it before is changed, not made twice.
            row = in_place_of(self.table.all, row) or row
        self._show_fields(row, row.entry.kind, "")

    def _show_fields(self, before: Listed | None, kind: EntryKind, name: str) -> None:
        self.fields.show_entry(before, kind, name)
        self._stack.setCurrentWidget(self.fields)
        self.fields.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _remove(self) -> None:
        row = self.table.current
        if row is None or not self._editable:
            return
        if row.place is not Place.SHIPPED:
            self.remove_wished.emit(row)
            return
        by = hiding(self.table.all, row)
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

    @Slot()
    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Names and sectors"))
        shown, all_ = f"{len(self.table.shown):,}", f"{len(self.table.all):,}"
        told = shown if shown == all_ else self.tr("{shown} of {all}").format(shown=shown, all=all_)
        self._title.setText(f"{self.tr('Names and sectors')} · {told}")
        self._told.setAccessibleName(self.tr("What happened"))
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
