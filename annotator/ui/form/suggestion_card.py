"""The card of the current suggestion: what is proposed, by which rule, and what else it could be."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.core.labels import LabelSet
from annotator.core.suggestion import Suggestion
from annotator.ui.form.rules import rule_words
from annotator.ui.form.words import value_words
from annotator.ui.widgets.plain_text import one_line


class SuggestionCard(QWidget):
    """Shows one suggestion; takes no room where there is none."""

    accept_wished = Signal()
    refuse_wished = Signal()
    alike_wished = Signal()
    value_wished = Signal(object)  # Norm

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggestion-card")
        self._made: Suggestion | None = None
        self._labels: LabelSet | None = None
        self._alike_count = 0
        self._called = ""
        self._text, self._what, self._rule = QLabel(), QLabel(), QLabel()
        for label, name in ((self._text, "text"), (self._what, "value"), (self._rule, "rule")):
            label.setObjectName(f"suggestion-{name}")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        font = self._text.font()
        font.setBold(True)
        self._text.setFont(font)
        self._rule.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._accept, self._refuse, self._alike = QPushButton(), QPushButton(), QPushButton()
        for button, name in ((self._accept, "accept"), (self._refuse, "refuse"), (self._alike, "alike")):
            button.setObjectName(f"suggestion-{name}")
        self._accept.clicked.connect(self.accept_wished)
        self._refuse.clicked.connect(self.refuse_wished)
        self._alike.clicked.connect(self.alike_wished)
        self._others = QVBoxLayout()
        self._lay_out()
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._accept)
        buttons.addWidget(self._refuse)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._text, self._what, self._rule):
            column.addWidget(widget)
        column.addLayout(self._others)
        column.addLayout(buttons)
        column.addWidget(self._alike, 0, Qt.AlignmentFlag.AlignLeft)

    def show_suggestion(
        self, made: Suggestion | None, labels: LabelSet, alike: int, called: str = ""
    ) -> None:
        """Show a suggestion, or nothing; `alike` counts those of its rule and label, `called` says its name or code."""
        if (made, labels, alike, called) == (self._made, self._labels, self._alike_count, self._called):
            return
        self._made, self._labels, self._alike_count, self._called = made, labels, alike, called
        self.setVisible(made is not None)
        self._fill_others()
        self.retranslate()

    def _fill_others(self) -> None:
        while (item := self._others.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, norm in enumerate(self._made.alternatives if self._made is not None else ()):
            button = QPushButton(value_words(norm))
            button.setObjectName(f"suggestion-other-{number + 1}")
            button.setProperty("number", number)
            button.clicked.connect(self._other)
            self._others.addWidget(button)

    @Slot()
    def _other(self) -> None:
        number = self.sender().property("number")
        if self._made is not None and isinstance(number, int):
            self.value_wished.emit(self._made.alternatives[number])

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Suggestion"))
        self._accept.setText(self.tr("Accept (Enter)"))
        self._refuse.setText(self.tr("Refuse (Delete)"))
        self._alike.setText(self.tr("All of this kind (%1)…").replace("%1", str(self._alike_count)))
        self._alike.setVisible(self._alike_count > 1)
        for button in (self._accept, self._refuse, self._alike):
            button.setAccessibleName(button.text())
        made = self._made
        if made is None or self._labels is None:
            return
        label = self._labels.by_id(made.label_id)
        name = "?" if label is None else label.title or label.key
        value = "" if made.norm is None else f" · {value_words(made.norm)}"
        self._text.setText(one_line(made.text))
        self._what.setText(
            self.tr("Suggested: %1").replace("%1", name)
            + value
            + (f" · {self._called}" if self._called else "")
        )
        self._rule.setText(rule_words(made, name))
