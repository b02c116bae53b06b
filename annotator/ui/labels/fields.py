"""The fields of one label: key, title, digit, colour, kind of value, choices, guideline."""

from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from annotator.core.commands.labels import DIGITS
from annotator.core.labels import ROLES, Label, LabelSet
from annotator.core.values import ValueKind
from annotator.ui.form.note_field import NoteField
from annotator.ui.labels.words import KINDS, colour_word, digit_word, kind_word
from annotator.ui.theme import Theme
from annotator.ui.widgets.quiet_combo import QuietCombo
from annotator.ui.widgets.swatch import swatch_icon

_ICON: Final = 14
_NAMES: Final = ("key", "title", "digit", "kind", "colour", "choices", "description")


class _Line(QLineEdit):
    """A field that takes nothing from the input method where it may only be read: Qt would insert it."""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.isReadOnly():
            event.ignore()
            return
        super().inputMethodEvent(event)


class KeyField(_Line):
    """What files call the label: said when it is whole (Enter, or another field), Esc brings the old one back."""

    given = Signal(str)
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.editingFinished.connect(self._finished)
        self.textEdited.connect(self.typed)

    def show_key(self, key: str) -> None:
        """Show a key; one that is being typed stays."""
        if key != self._shown or not self.hasFocus():
            self._shown = key
            self.setText(key)

    def bring_back(self) -> None:
        """Show the key as it was."""
        self.setText(self._shown)

    @Slot()
    def _finished(self) -> None:
        if self.text() != self._shown:
            self.given.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back what was typed on Esc, before the panel hears it."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.bring_back()
            self.typed.emit(self._shown)
            event.accept()
            return
        super().keyPressEvent(event)


class LabelFields(QWidget):
    """Shows one label and says each change; what it is shown it never says."""

    key_typed = Signal(str)
    key_given = Signal(str)
    title_edited = Signal(str)
    digit_chosen = Signal(str)
    colour_chosen = Signal(str)
    kind_chosen = Signal(object)  # ValueKind
    choices_given = Signal(object)  # tuple[str, ...]
    description_edited = Signal(str)
    burst_ended = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._labels: LabelSet | None = None
        self._label: Label | None = None
        self.key = KeyField(self)
        self.title = _Line(self)
        self.digit = QuietCombo(self)
        self.colour = QuietCombo(self)
        self.kind = QuietCombo(self)
        self.choices = NoteField(self)
        self.description = NoteField(self)
        self._words = {name: QLabel(self) for name in _NAMES}
        self._set_up()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _set_up(self) -> None:
        for name in _NAMES:
            getattr(self, name).setObjectName(f"label-{name}")
            self._words[name].setBuddy(getattr(self, name))
        self.colour.setIconSize(QSize(_ICON, _ICON))
        for digit in ("", *DIGITS):
            self.digit.addItem("", digit)
        for role in ROLES:
            self.colour.addItem("", role)
        for kind in KINDS:
            self.kind.addItem("", kind)
        for combo in (self.digit, self.colour, self.kind):
            combo.setMinimumContentsLength(6)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for row, (first, second) in enumerate((("key", "title"), ("digit", "kind"))):
            for column, name in ((0, first), (2, second)):
                grid.addWidget(self._words[name], row, column)
                grid.addWidget(getattr(self, name), row, column + 1)
        grid.addWidget(self._words["colour"], 2, 0)
        grid.addWidget(self.colour, 2, 1, 1, 3)
        for row, name in ((3, "choices"), (4, "description")):
            grid.addWidget(self._words[name], row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(getattr(self, name), row, 1, 1, 3)
        self.description.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        grid.setRowStretch(4, 1)

    def _connect(self) -> None:
        self.key.typed.connect(self.key_typed)
        self.key.given.connect(self.key_given)
        self.title.textEdited.connect(self.title_edited)
        self.title.editingFinished.connect(self.burst_ended)
        self.digit.activated.connect(self._digit_chosen)
        self.colour.activated.connect(self._colour_chosen)
        self.kind.activated.connect(self._kind_chosen)
        self.choices.left.connect(self._choices_left)
        self.description.edited.connect(self.description_edited)
        self.description.left.connect(self.burst_ended)

    # What is shown.

    def show_label(self, label: Label | None, labels: LabelSet) -> None:
        """Show a label, or nothing; what is being typed in it stays."""
        fresh = label is None or self._label is None or label.id != self._label.id
        self._label, self._labels = label, labels
        self.setEnabled(label is not None)
        if fresh:
            self.key.bring_back()
        self.key.show_key(label.key if label is not None else "")
        if fresh or not self.title.hasFocus() or label is None or self.title.text() != label.title:
            with QSignalBlocker(self.title):
                self._show_title(label.title if label is not None else "")
        self.description.show_note(label.description if label is not None else "", fresh=fresh)
        self._show_choices(label, fresh=fresh)
        self._fill_combos()

    def _show_title(self, title: str) -> None:
        if self.title.text() != title:
            caret = self.title.cursorPosition()
            self.title.setText(title)
            self.title.setCursorPosition(min(caret, len(title)))

    def _show_choices(self, label: Label | None, *, fresh: bool) -> None:
        offered = label is not None and label.kind is ValueKind.CHOICE
        for widget in (self.choices, self._words["choices"]):
            widget.setVisible(offered)
        if label is not None and (fresh or not self.choices.hasFocus()):
            self.choices.show_note("\n".join(label.choices), fresh=fresh)

    def _fill_combos(self) -> None:
        label, labels = self._label, self._labels
        if label is None or labels is None:
            return
        for index in range(self.digit.count()):
            self.digit.setItemText(index, digit_word(self.digit.itemData(index), labels, label.id))
        for index, role in enumerate(ROLES):
            self.colour.setItemText(index, colour_word(role, labels, label.id))
            self.colour.setItemIcon(index, swatch_icon(self._theme.look(role), _ICON))
        for index, kind in enumerate(KINDS):
            self.kind.setItemText(index, kind_word(kind))
        self.digit.choose_data(label.hotkey)
        self.colour.choose_data(label.role)
        self.kind.setCurrentIndex(list(KINDS).index(label.kind))

    def set_editable(self, *, editable: bool) -> None:
        """Let the label be changed, or only read."""
        for field in (self.key, self.title, self.choices, self.description):
            field.setReadOnly(not editable)
        for combo in (self.digit, self.colour, self.kind):
            combo.setEnabled(editable)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._fill_combos()

    def show_again(self) -> None:
        """Show kind and choices as they are, after a change that was not made."""
        if self._label is not None:
            self.choices.show_note("\n".join(self._label.choices), fresh=True)
            self._fill_combos()

    # What a person does.

    @Slot()
    def _digit_chosen(self) -> None:
        self.digit_chosen.emit(self.digit.currentData())

    @Slot()
    def _colour_chosen(self) -> None:
        self.colour_chosen.emit(self.colour.currentData())

    @Slot()
    def _kind_chosen(self) -> None:
        self.kind_chosen.emit(list(KINDS)[self.kind.currentIndex()])

    @Slot()
    def _choices_left(self) -> None:
        written = self.choices.document().toRawText().replace("\u2028", "\u2029").split("\u2029")
        choices = tuple(dict.fromkeys(line.strip() for line in written if line.strip()))
        if self._label is not None and choices != self._label.choices:
            self.choices_given.emit(choices)

    # Words.

    def retranslate(self) -> None:
        """Say all words anew."""
        words = {
            "key": self.tr("Key in files"),
            "title": self.tr("Title"),
            "digit": self.tr("Digit"),
            "colour": self.tr("Colour"),
            "kind": self.tr("Value"),
            "choices": self.tr("Choices"),
            "description": self.tr("Guideline"),
        }
        for name, text in words.items():
            self._words[name].setText(text)
            getattr(self, name).setAccessibleName(text)
        self.choices.setPlaceholderText(self.tr("One choice a line"))
        self.description.setPlaceholderText(
            self.tr("What the label is for, what belongs to it, what does not")
        )
        self._fill_combos()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
