"""A question inside a panel: what is asked, perhaps a field or a choice, and its answers; never modal."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.ui.calls import Call
from annotator.ui.widgets.plain_text import without_mnemonics
from annotator.ui.widgets.quiet_combo import QuietCombo

_MOST_ANSWERS: Final = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: `answers` are (id, words), the first one for Enter; `choices` are (words, value).

    `field` names a line to be filled in, None where there is none; `note` says more, in a quieter voice.
    """

    text: str
    answers: tuple[tuple[str, str], ...]
    choices: tuple[tuple[str, int], ...] = ()
    field: str | None = None
    note: str = ""


class Question(QFrame):
    """Shows one question, or nothing; Esc takes it back, and so does its last button."""

    answered = Signal(str, object)  # id of the answer; the text of the field or the value chosen
    taken_back = Signal()
    choice_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("label-question")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._asked: Asked | None = None
        self._text = _words(self, "label-question-text")
        self._note = _words(self, "label-question-note")
        self._field = QLineEdit(self)
        self._field.setObjectName("label-question-field")
        self._field.setMinimumWidth(160)
        self._field.returnPressed.connect(self._first)
        self._choice = QuietCombo(self)
        self._choice.setObjectName("label-question-choice")
        self._choice.setMinimumContentsLength(12)
        self._choice.currentIndexChanged.connect(self._chosen)
        self._answers = [self._button(number) for number in range(_MOST_ANSWERS)]
        self._cancel = QPushButton(self)
        self._cancel.setObjectName("label-question-cancel")
        self._cancel.clicked.connect(self.take_back)
        self._lay_out()
        self.hide()
        self.retranslate()

    def _button(self, number: int) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"label-answer-{number + 1}")
        button.clicked.connect(Call(self._answer, number))
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._field)
        row.addWidget(self._choice)
        for button in self._answers:
            row.addWidget(button)
        row.addWidget(self._cancel)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.addWidget(self._text)
        column.addLayout(row)
        column.addWidget(self._note)

    def ask(self, asked: Asked) -> None:
        """Ask something in place of what was asked before, with the keyboard in it."""
        self._asked = asked
        self._text.setText(asked.text)
        self.set_note(asked.note)
        self._field.setVisible(asked.field is not None)
        self._field.clear()
        self._field.setAccessibleName(asked.field or "")
        self._field.setPlaceholderText(asked.field or "")
        self._choice.setVisible(bool(asked.choices))
        self._choice.setAccessibleName(asked.text)
        self._choice.clear()
        for words, value in asked.choices:
            self._choice.addItem(words, value)
        for button, answer in zip(self._answers, (*asked.answers, *[("", "")] * _MOST_ANSWERS), strict=False):
            button.setVisible(bool(answer[0]))
            button.setText(without_mnemonics(answer[1]))
            button.setAccessibleName(answer[1])
        self.show()
        target = (
            self._field if asked.field is not None else self._choice if asked.choices else self._answers[0]
        )
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_note(self, note: str) -> None:
        """Say more about the question: what is wrong with what was typed, what a choice would cost."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    @property
    def is_open(self) -> bool:
        """Whether something is asked."""
        return self._asked is not None

    def close_question(self) -> bool:
        """Ask nothing any more; False where nothing was asked."""
        was_open, self._asked = self._asked is not None, None
        self.hide()
        return was_open

    @Slot()
    def take_back(self) -> None:
        """Answer nothing."""
        if self.close_question():
            self.taken_back.emit()

    @Slot()
    def _first(self) -> None:
        self._answer(0)

    def _answer(self, number: int) -> None:
        asked = self._asked
        if asked is None or number >= len(asked.answers):
            return
        value: object = self._field.text() if asked.field is not None else self._choice.currentData()
        self.answered.emit(asked.answers[number][0], value)

    @Slot(int)
    def _chosen(self, index: int) -> None:
        if index >= 0 and self._asked is not None and self._asked.choices:
            self.choice_changed.emit(self._choice.itemData(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the question back on Esc; the panel stays."""
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.take_back()
            event.accept()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language: what was asked was said in the other one."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.take_back()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Question"))
        self._cancel.setText(self.tr("Leave it as it is"))
        self._cancel.setAccessibleName(self._cancel.text())


def _words(parent: QWidget, name: str) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
