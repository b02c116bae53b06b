"""The fields of a value: which there are depends on the kind of the label."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from annotator.core.labels import Label
from annotator.core.values import Norm, ValueKind
from annotator.ui.form.day_picker import DayPicker
from annotator.ui.form.name_list import FindNames, NameList
from annotator.ui.form.value_reading import ReadWords, Typed, read_value, understood
from annotator.ui.form.words import CURRENCIES, DATE_MODS, MONEY_MODS, mod_word
from annotator.ui.widgets.plain_text import one_line
from annotator.ui.widgets.quiet_combo import QuietCombo

_POPUP: Final = Qt.FocusReason.PopupFocusReason
_MODS: Final = {ValueKind.MONEY: MONEY_MODS, ValueKind.DATE: DATE_MODS}
_ONE_FIELD: Final = frozenset(
    {ValueKind.NAME, ValueKind.CODE, ValueKind.TEXT, ValueKind.DATE, ValueKind.MONEY}
)


class _ValueLine(QLineEdit):
    """A field that takes nothing from the input method where it may only be read: Qt would insert it."""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.isReadOnly():
            event.ignore()
            return
        super().inputMethodEvent(event)


class ValueFields(QWidget):
    """Shows a value and says each change as it is typed; what it is shown it never says."""

    edited = Signal(object)  # Norm | None
    left = Signal()  # the keyboard left a field: a burst of typing ends
    returned = Signal()  # Enter

    def __init__(self, parent: QWidget | None = None, *, name: str = "value") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._kind = ValueKind.NONE
        self._base: Norm | None = None
        self._known: Norm | None = None
        self._words: ReadWords | None = None
        self._text = _ValueLine(self)
        self._unit = QuietCombo(self)
        self._mod = QuietCombo(self)
        self._choice = QuietCombo(self)
        self._day = DayPicker(self._text, self)
        self._set_up()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._choice, 1)
        row.addWidget(self._text, 1)
        row.addWidget(self._day)
        row.addWidget(self._unit)
        row.addWidget(self._mod)
        self._arrange()
        self.retranslate()

    def _set_up(self) -> None:
        for widget, part in (
            (self._text, "text"),
            (self._unit, "unit"),
            (self._mod, "mod"),
            (self._choice, "choice"),
        ):
            widget.setObjectName(f"{self.objectName()}-{part}")
            widget.installEventFilter(self)
        self._text.setMinimumWidth(60)
        self._unit.setEditable(True)
        self._unit.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._unit.setCompleter(None)  # type: ignore[arg-type]  # None is Qt's way to take it away
        self._unit.addItems(["", *CURRENCIES])
        self._unit.setMinimumContentsLength(4)
        self._unit.setMaxVisibleItems(len(CURRENCIES) + 1)
        for combo in (self._unit, self._mod):
            combo.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._mod.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._text.textEdited.connect(self._typed)
        self._unit_line().textEdited.connect(self._typed)
        self._unit.activated.connect(self._typed)
        self._mod.activated.connect(self._typed)
        self._choice.activated.connect(self._typed)
        self._day.picked.connect(self._pick_day)
        # Made last, so that it hears of a key before the fields do: Enter in the list is no end of the value.
        self._names = NameList(self._text)
        self._names.taken.connect(self.take)

    def _unit_line(self) -> QLineEdit:
        line = self._unit.lineEdit()
        if line is None:
            msg = "the currency can be typed"
            raise RuntimeError(msg)
        return line

    # Showing.

    def show_value(self, norm: Norm | None, label: Label | None, *, fresh: bool) -> None:
        """Show a value in the fields of the label's kind.

        Unless `fresh` (another span), what was just typed stays as it was typed, and the caret where it is.
        """
        kind = ValueKind.NONE if label is None else label.kind
        choices = () if label is None else label.choices
        other_fields = kind is not self._kind
        if other_fields:
            self._kind = kind
            self._fill_mods()
            self._arrange()
        if kind is ValueKind.CHOICE:
            self._fill_choices(choices, norm)
        if fresh or other_fields or norm != self._known:
            self._base = norm
            self._known = norm
            self._write(norm)

    def settle(self) -> None:
        """Write the value as it is written, once its fields were left: 1,000 becomes 1000."""
        if self._read() == self._known:
            self._write(self._known)

    @property
    def first_field(self) -> QWidget | None:
        """The field that takes the keyboard first, or None where the label has no value."""
        if self._kind is ValueKind.NONE:
            return None
        return self._choice if self._kind is ValueKind.CHOICE else self._text

    def focus_first(self) -> bool:
        """Put the keyboard into the first field, its text selected; False where there is none."""
        field = self.first_field
        if field is None:
            return False
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if field is self._text:
            self._text.selectAll()
        return True

    def set_finder(self, find: FindNames | None) -> None:
        """Offer names below the field as they are typed, or (None) none."""
        self._names.set_finder(find)

    def set_reader(self, read: ReadWords | None) -> None:
        """Understand amounts and dates that are typed as newspapers write them, or (None) only the written form."""
        self._words = read

    def set_document_date(self, day: str) -> None:
        """Unfold the calendar at this day where the value says none."""
        self._day.set_document_date(day)

    @Slot(object)
    def take(self, norm: Norm) -> None:
        """Write a value that was chosen, and say it."""
        self._base = norm
        self._write(norm)
        if norm != self._known:
            self._known = norm
            self.edited.emit(norm)

    @Slot(str)
    def _pick_day(self, day: str) -> None:
        self._text.setText(day)
        self._typed()

    def set_editable(self, *, editable: bool) -> None:
        """Let the value be changed, or only read."""
        self._text.setReadOnly(not editable)
        self._day.setEnabled(editable)
        for combo in (self._unit, self._mod, self._choice):
            combo.setEnabled(editable)

    def _arrange(self) -> None:
        self._text.setVisible(self._kind in _ONE_FIELD)
        self._choice.setVisible(self._kind is ValueKind.CHOICE)
        self._unit.setVisible(self._kind is ValueKind.MONEY)
        self._mod.setVisible(self._kind in _MODS)
        self._day.setVisible(self._kind is ValueKind.DATE)
        self._name_text()

    def sizeHint(self) -> QSize:
        """Return the same height for every kind, so that nothing moves from span to span."""
        return super().sizeHint().expandedTo(QSize(0, self._height()))

    def minimumSizeHint(self) -> QSize:
        """Give way in width only."""
        return super().minimumSizeHint().expandedTo(QSize(0, self._height()))

    def _height(self) -> int:
        fields = (self._text, self._unit, self._mod, self._choice)
        return max(field.sizeHint().height() for field in fields)

    def _write(self, norm: Norm | None) -> None:
        _set_text(self._text, one_line(norm.value or "") if norm else "")
        unit = (norm.unit or "") if norm else ""
        if self._unit_line().text() != unit:
            self._unit.setCurrentIndex(self._unit.findText(unit))
            self._unit.setEditText(unit)
        if self._kind in _MODS:
            mod = (norm.mod or "") if norm else ""
            if self._mod.findData(mod) < 0:
                self._mod.addItem(mod_word(mod), mod)
            self._mod.choose_data(mod)
        if self._kind is ValueKind.CHOICE:
            self._choice.choose_data((norm.value or "") if norm else "")

    def _fill_mods(self) -> None:
        self._mod.clear()
        for mod in _MODS.get(self._kind, ()):
            self._mod.addItem(mod_word(mod), mod)

    def _fill_choices(self, choices: tuple[str, ...], norm: Norm | None) -> None:
        offered = ["", *choices]
        if norm is not None and norm.value and norm.value not in offered:
            offered.append(norm.value)
        if [self._choice.itemData(row) for row in range(self._choice.count())] != offered:
            self._choice.clear()
            for choice in offered:
                self._choice.addItem(one_line(choice), choice)
            self._write(norm)

    # Typing.

    def _read(self) -> Norm | None:
        written, typed = self._written()
        return understood(self._kind, typed, written, self._words)

    def _written(self) -> tuple[Norm | None, Typed]:
        """Return what the fields say by the letter, and what stands in them."""
        text = str(self._choice.currentData() or "") if self._kind is ValueKind.CHOICE else self._text.text()
        typed = Typed(text, self._unit_line().text(), str(self._mod.currentData() or ""))
        return read_value(self._kind, typed, self._base), typed

    @Slot()
    def _typed(self) -> None:
        norm = self._read()
        if norm != self._known:
            self._known = norm
            if norm is not None and norm != self._written()[0]:
                self._show_beside(norm)
            self.edited.emit(norm)

    def _show_beside(self, norm: Norm) -> None:
        """Show in their own fields the currency and the mod that were typed along with the value."""
        if norm.unit:
            self._unit.setEditText(norm.unit)
        if norm.mod and self._mod.findData(norm.mod) >= 0:
            self._mod.choose_data(norm.mod)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a field goes back to the article; a field that was left writes its value as it is written."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.returned.emit()
                return True
        if _was_left(event):
            self.settle()
            self.left.emit()
        return super().eventFilter(watched, event)

    # Words.

    def _name_text(self) -> None:
        names = {
            ValueKind.MONEY: (self.tr("Amount, a number"), self.tr("10000000")),
            ValueKind.DATE: (self.tr("Date"), self.tr("year-month-day")),
            ValueKind.NAME: (self.tr("Full name"), self.tr("Full name")),
            ValueKind.CODE: (self.tr("Code"), self.tr("Code")),
            ValueKind.TEXT: (self.tr("Text"), self.tr("Text")),
        }
        name, example = names.get(self._kind, ("", ""))
        self._text.setAccessibleName(name or self.tr("Value"))
        self._text.setPlaceholderText(example)

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Value"))
        self._unit.setAccessibleName(self.tr("Currency"))
        self._unit.setToolTip(self.tr("Currency: three letters, such as KRW"))
        self._mod.setAccessibleName(self.tr("Meant as"))
        self._mod.setToolTip(self.tr("How the number or the date is meant"))
        self._choice.setAccessibleName(self.tr("Choice"))
        self._name_text()
        for row in range(self._mod.count()):
            self._mod.setItemText(row, mod_word(str(self._mod.itemData(row))))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _was_left(event: QEvent) -> bool:
    """Tell whether the keyboard left a field; a menu or a list of the field is not its end."""
    if not isinstance(event, QFocusEvent) or event.type() != QEvent.Type.FocusOut:
        return False
    return event.reason() != _POPUP


def _set_text(field: QLineEdit, text: str) -> None:
    """Set the text where it differs, and keep the caret as near as it can be."""
    if field.text() != text:
        caret = field.cursorPosition()
        field.setText(text)
        field.setCursorPosition(min(caret, len(field.text())))
