"""The fields of one entry of a lexicon, checked as they are typed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.app.lexicon.lexicon_table import Listed, Place
from annotator.core.errors import UserError, user_error
from annotator.core.lexicon_entry import EntryKind, LexiconEntry, tidied, wrong_with
from annotator.core.messages import Message
from annotator.ui.form.note_field import NoteField
from annotator.ui.lexicon.words import kind_word, place_word
from annotator.ui.messages import said
from annotator.ui.widgets.buttons import CheckButton
from annotator.ui.widgets.keys import ESCAPE, emits
from annotator.ui.widgets.quiet_combo import QuietCombo

_LINES: Final = ("name", "english", "abbreviation", "country", "since", "until", "code", "source")
_BETWEEN: Final = "  "
_PLACES: Final = (Place.PROJECT, Place.PERSON)
# Where each field stands: row, column, and how many columns it takes.
_GRID: Final = {
    "kind": (0, 0, 1), "place": (0, 1, 1), "name": (1, 0, 1), "english": (1, 1, 1), "abbreviation": (2, 0, 1),
    "country": (2, 1, 1), "aliases": (3, 0, 3), "since": (4, 0, 1), "until": (4, 1, 1), "code": (5, 0, 1),
    "source": (5, 1, 1),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants an entry to be: where, and of which it comes, None for a new one."""

    entry: LexiconEntry
    place: Place
    before: Listed | None


class EntryFields(QWidget):
    """Says when the entry is to be kept, or the change to be dropped; Enter keeps, Esc drops."""

    save_wished = Signal(object)  # Wanted
    cancel_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lexicon-fields")
        self._before: Listed | None = None
        self._touched = False
        self._kind, self._place = QuietCombo(self), QuietCombo(self)
        self._lines = {name: QLineEdit(self) for name in _LINES}
        self._aliases = NoteField(self)
        self._hidden = CheckButton(self)
        self._words = {name: QLabel(self) for name in _GRID}
        self._told = QLabel(self)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._save, self._cancel = QPushButton(self), QPushButton(self)
        self._name_all()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._lines["name"])
        self.retranslate()

    def _field(self, name: str) -> QWidget:
        others: dict[str, QWidget] = {"kind": self._kind, "place": self._place, "aliases": self._aliases}
        return self._lines[name] if name in self._lines else others[name]

    def _name_all(self) -> None:
        for name in _GRID:
            self._field(name).setObjectName(f"lexicon-{name}")
            self._words[name].setBuddy(self._field(name))
        self._hidden.setObjectName("lexicon-hidden")
        self._told.setObjectName("lexicon-wrong")
        self._save.setObjectName("lexicon-save")
        self._cancel.setObjectName("lexicon-cancel")
        for kind in EntryKind:
            self._kind.addItem("", kind)
        for place in _PLACES:
            self._place.addItem("", place)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        for name, (row, column, span) in _GRID.items():
            grid.addWidget(self._words[name], row, 2 * column)
            grid.addWidget(self._field(name), row, 2 * column + 1, 1, span)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._hidden)
        foot.addWidget(self._told, 1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(grid)
        whole.addLayout(foot)

    def _connect(self) -> None:
        for line in self._lines.values():
            line.textEdited.connect(self._typed)
            line.returnPressed.connect(self._wish)
        self._aliases.edited.connect(self._typed)
        self._hidden.clicked.connect(self._typed)
        self._kind.activated.connect(self._typed)
        self._save.clicked.connect(self._wish)
        self._cancel.clicked.connect(self.cancel_wished)

    # What is shown.

    def show_entry(self, before: Listed | None, kind: EntryKind, name: str) -> None:
        """Show an entry to be changed, or (None) a new one of a kind with a name; a shipped one is taken over."""
        entry = LexiconEntry(kind, name) if before is None else before.entry
        if before is not None and before.place is Place.SHIPPED:
            # Whoever takes an entry over is its source from then on.
            entry = replace(entry, source="")
        self._before, self._touched = before, False
        for field, line in self._lines.items():
            value = getattr(entry, field)
            line.setText("" if value is None else str(value))
            line.setCursorPosition(0)
        self._aliases.show_note("\n".join(entry.aliases), fresh=True)
        with QSignalBlocker(self._hidden):
            self._hidden.setChecked(entry.hidden)
        own = before is not None and before.place is not Place.SHIPPED
        self._kind.choose_data(entry.kind)
        self._kind.setEnabled(before is None)
        self._place.choose_data(before.place if before is not None and own else Place.PROJECT)
        self._place.setEnabled(not own)
        self._check()

    def set_codes(self, sectors: Sequence[tuple[str, str]]) -> None:
        """Offer the sectors, as code and name, while a code is typed; what is chosen gives its code."""
        completer = QCompleter([f"{code}{_BETWEEN}{name}" for code, name in sectors], self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._code_chosen, Qt.ConnectionType.QueuedConnection)
        self._lines["code"].setCompleter(completer)

    @Slot(str)
    def _code_chosen(self, words: str) -> None:
        self._lines["code"].setText(words.partition(_BETWEEN)[0])
        self._typed()

    def tell(self, told: Message) -> None:
        """Say why the entry could not be kept."""
        self._told.setText(said(told))

    def _entry(self) -> LexiconEntry:
        """Return the entry as it is written; UserError where a year is none."""
        lines = {name: line.text() for name, line in self._lines.items()}
        return tidied(
            LexiconEntry(
                kind=self._kind_now(),
                name=lines["name"],
                english=lines["english"],
                abbreviation=lines["abbreviation"],
                country=lines["country"],
                aliases=tuple(self._aliases.toPlainText().split("\n")),
                since=_year(lines["since"]),
                until=_year(lines["until"]),
                code=lines["code"] if self._kind_now() is EntryKind.SECTOR else "",
                source=lines["source"],
                ref="" if self._before is None else self._before.entry.ref,
                hidden=self._hidden.isChecked(),
            )
        )

    @Slot()
    def _typed(self) -> None:
        self._touched = True
        self._check()

    def _check(self) -> None:
        """Show what is wrong now; of what was not touched yet nothing is said."""
        wrong = self._wrong()
        self._save.setEnabled(wrong is None)
        self._told.setText("" if wrong is None or not self._touched else said(wrong))
        for widget in (self._words["code"], self._lines["code"]):
            widget.setEnabled(self._kind_now() is EntryKind.SECTOR)

    def _kind_now(self) -> EntryKind:
        # What a combo box keeps comes back as plain text.
        return EntryKind(self._kind.currentData())

    def _wrong(self) -> Message | None:
        try:
            return wrong_with(self._entry())
        except UserError as error:
            return error.message

    @Slot()
    def _wish(self) -> None:
        if self._wrong() is None:
            self.save_wished.emit(Wanted(self._entry(), Place(self._place.currentData()), self._before))
        else:
            self._typed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc drops the change."""
        if not emits(event, (ESCAPE, self.cancel_wished)):
            super().keyPressEvent(event)

    # Words.

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Say all words anew."""
        words = {
            "kind": self.tr("Kind"),
            "place": self.tr("Holds in"),
            "name": self.tr("Name"),
            "english": self.tr("English"),
            "abbreviation": self.tr("Abbreviation"),
            "country": self.tr("Country"),
            "aliases": self.tr("Other names"),
            "since": self.tr("From year"),
            "until": self.tr("To year"),
            "code": self.tr("Code"),
            "source": self.tr("Source"),
        }
        for name, text in words.items():
            self._words[name].setText(text)
            self._field(name).setAccessibleName(text)
        self._aliases.setPlaceholderText(self.tr("One name a line"))
        self._lines["country"].setPlaceholderText("KR, US, INT …")
        self._hidden.setText(self.tr("Suggest none of these names"))
        self._hidden.setAccessibleName(self._hidden.text())
        self._save.setText(self.tr("Keep"))
        self._cancel.setText(self.tr("Cancel"))
        for button in (self._save, self._cancel):
            button.setAccessibleName(button.text())
        for number, kind in enumerate(EntryKind):
            self._kind.setItemText(number, kind_word(kind))
        self._place.setItemText(0, place_word(Place.PROJECT))
        self._place.setItemText(1, self.tr("all my projects"))
        self._check()


def _year(text: str) -> int | None:
    text = text.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= len("9999")):
        raise user_error("lexicon.year", year=text)
    return int(text)
