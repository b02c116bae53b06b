"""What rules read in the selected span: by which rule, what else it could be, and the date that is wanting."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.core.values import Norm
from annotator.ui.form.rules import said_rule
from annotator.ui.form.words import value_words
from annotator.ui.widgets.buttons import TextButton
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.flow_layout import FlowLayout
from annotator.ui.widgets.tones import small_font


@dataclass(frozen=True, slots=True)
class ReadingShown:
    """What is said of a value: the rule behind it ("" where a person wrote it), other values, a wanting date.

    `hints` tell other values apart that are written alike: for each of them "", or a few words.
    """

    rule: str = ""
    others: tuple[Norm, ...] = ()
    hints: tuple[str, ...] = ()
    asks_date: bool = False

    def words(self, number: int) -> str:
        """Return how the other value of that number is shown."""
        hint = self.hints[number] if number < len(self.hints) else ""
        return " · ".join(part for part in (value_words(self.others[number]), hint) if part)


class ReadingRow(QWidget):
    """Shows a reading, and takes no room where nothing was read; each other value is a button that takes it."""

    value_taken = Signal(object)  # Norm
    date_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("value-reading")
        self._shown = ReadingShown()
        self._editable = True
        self._rule = ElidedLabel(self, max_lines=2)
        self._rule.setObjectName("value-rule")
        self._rule.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._date = TextButton(self)
        self._date.setObjectName("value-ask-date")
        self._date.clicked.connect(self.date_wished)
        self._others = QWidget(self)
        self._flow = FlowLayout(self._others, spacing=2)
        self._buttons: list[TextButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._rule, self._others, self._date):
            column.addWidget(widget)
        self._fit_font()
        self.retranslate()

    def show_reading(self, shown: ReadingShown) -> None:
        """Show what was read; nothing is said."""
        if shown != self._shown:
            self._shown = shown
            self._fill()
            self._show()

    def set_editable(self, *, editable: bool) -> None:
        """Let other values be taken, or only be read."""
        self._editable = editable
        for button in (*self._buttons, self._date):
            button.setEnabled(editable)

    def _fill(self) -> None:
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(number) for number in range(len(self._shown.others))]
        for button in self._buttons:
            self._flow.addWidget(button)
            button.show()

    def _button(self, number: int) -> TextButton:
        button = TextButton(self._others)
        button.setObjectName(f"value-other-{number + 1}")
        button.setText(self._shown.words(number))
        button.setAccessibleName(button.text())
        button.setProperty("number", number)
        button.setEnabled(self._editable)
        button.clicked.connect(self._take)
        return button

    @Slot()
    def _take(self) -> None:
        number = self.sender().property("number")
        if isinstance(number, int) and number < len(self._shown.others):
            self.value_taken.emit(self._shown.others[number])

    def _show(self) -> None:
        shown = self._shown
        self._rule.setText(self._words())
        self._rule.setVisible(bool(self._rule.text()))
        self._others.setVisible(bool(shown.others))
        self._date.setVisible(shown.asks_date)
        self.setVisible(bool(shown.rule or shown.others or shown.asks_date))

    def _words(self) -> str:
        shown = self._shown
        if shown.asks_date:
            return self.tr("Which day it is depends on the date of the document, which is not known.")
        if not shown.rule:
            return self.tr("It can also be read as:") if shown.others else ""
        rule = said_rule(shown.rule)
        if shown.others:
            return self.tr("Read by rule: %1; it could also be:").replace("%1", rule)
        return self.tr("Read by rule: %1").replace("%1", rule)

    def _fit_font(self) -> None:
        self._rule.setFont(small_font(self.font()))

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("What was read"))
        self._date.setText(self.tr("Enter the document date"))
        self._date.setAccessibleName(self._date.text())
        for number, button in enumerate(self._buttons):
            button.setText(self._shown.words(number))
            button.setAccessibleName(button.text())
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language, and the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._fit_font()
