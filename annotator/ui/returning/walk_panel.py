"""The walk through what a reviewer gave back: what was ours, what was decided and why, and what we say to it."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.core.returned import Answer
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.plain_line import PlainLine
from annotator.ui.widgets.tones import bold_font

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROWS: Final = ("ours", "final", "why")
_BUTTONS: Final = ("agree", "appeal", "over", "back", "next", "send", "close")
_LONGEST_NOTE: Final = 2000


@dataclass(frozen=True, slots=True)
class ReturnedStop:
    """Where the walk is: `number` from 1 of `total`, of which `answered` have an answer.

    `ours`, `final` and `why` are in words; `placed`: its place is still in the text; `taken_over`: our layer is so.
    """

    number: int
    total: int
    answered: int
    title: str
    ours: str
    final: str
    why: str
    answer: Answer
    note: str
    placed: bool
    taken_over: bool


class ReturnedPanel(QWidget):
    """A panel above the article. Enter or 1 agrees, 2 appeals, F8 and Shift+F8 walk, wherever in it the keyboard is."""

    answer_wished = Signal(object)  # Answer
    note_typed = Signal(str)
    note_left = Signal()
    over_wished = Signal()
    step_wished = Signal(int)  # 1 or -1
    send_wished = Signal()
    close_wished = Signal()
    language_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("returned-panel")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self._stop: ReturnedStop | None = None
        self._head = QLabel(self)
        self._head.setFont(bold_font(self.font()))
        self._where = ElidedLabel(self)
        self._where.setObjectName("returned-where")
        self._state = QLabel(self)
        self._state.setObjectName("returned-answer")
        self._state.setFont(bold_font(self.font()))
        self._names = {name: QLabel(self) for name in (*_ROWS, "note")}
        self._told = {name: QLabel(self) for name in _ROWS}
        for name, label in self._told.items():
            label.setObjectName(f"returned-{name}")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._note = PlainLine(self)
        self._note.setObjectName("returned-note")
        self._note.setMaxLength(_LONGEST_NOTE)
        self._buttons = {name: QPushButton(self) for name in _BUTTONS}
        for name, button in self._buttons.items():
            button.setObjectName(f"returned-{name}")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._head)
        head.addWidget(self._where, 1)
        head.addWidget(self._state)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(_ROWS):
            grid.addWidget(self._names[name], row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._told[name], row, 1)
        grid.addWidget(self._names["note"], len(_ROWS), 0)
        grid.addWidget(self._note, len(_ROWS), 1)
        row_of_buttons = QHBoxLayout()
        row_of_buttons.setSpacing(6)
        for name in ("agree", "appeal", "over"):
            row_of_buttons.addWidget(self._buttons[name])
        row_of_buttons.addStretch(1)
        for name in ("back", "next", "send", "close"):
            row_of_buttons.addWidget(self._buttons[name])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(grid)
        column.addLayout(row_of_buttons)

    def _connect(self) -> None:
        self._buttons["agree"].clicked.connect(self.agree)
        self._buttons["appeal"].clicked.connect(self.appeal)
        self._buttons["over"].clicked.connect(self.over_wished)
        self._buttons["back"].clicked.connect(self._backwards)
        self._buttons["next"].clicked.connect(self._onwards)
        self._buttons["send"].clicked.connect(self.send_wished)
        self._buttons["close"].clicked.connect(self.close_wished)
        self._note.textEdited.connect(self.note_typed)
        self._note.left.connect(self.note_left)

    # What is shown.

    def show_stop(self, stop: ReturnedStop | None) -> None:
        """Show an item; None says that nothing was given back."""
        self._stop = stop
        focus: QWidget | None = self.focusWidget()  # the stubs forget that there may be none
        for name, label in self._told.items():
            text = "" if stop is None else str(getattr(stop, name))
            label.setText(text)
            label.setVisible(bool(text))
            self._names[name].setVisible(bool(text))
        for widget in (self._note, self._names["note"]):
            widget.setVisible(stop is not None)
        if stop is not None:
            self._note.show_text(stop.note)
        for name in ("agree", "appeal"):
            self._buttons[name].setEnabled(stop is not None)
        self._buttons["over"].setEnabled(stop is not None and stop.placed and not stop.taken_over)
        self._buttons["back"].setEnabled(stop is not None and stop.number > 1)
        self._buttons["next"].setEnabled(stop is not None and stop.number < stop.total)
        self._buttons["send"].setEnabled(stop is not None and stop.answered > 0)
        if isinstance(focus, QPushButton) and not focus.isEnabled():
            # Qt would give the keyboard to the next button, and Enter would press that.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.retranslate()

    def write_note(self) -> None:
        """Put the keyboard into the note."""
        self._note.setFocus(Qt.FocusReason.OtherFocusReason)

    # What a person does.

    @Slot()
    def agree(self) -> None:
        """Agree to what was decided."""
        self.answer_wished.emit(Answer.AGREE)

    @Slot()
    def appeal(self) -> None:
        """Appeal against what was decided; why is written in the note."""
        self.answer_wished.emit(Answer.APPEAL)

    @Slot()
    def _onwards(self) -> None:
        self.step_wished.emit(1)

    @Slot()
    def _backwards(self) -> None:
        self.step_wished.emit(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by Enter and digits, walk by F8; Enter in the note goes on, and presses a button that has it."""
        key = event.key()
        focus = self.focusWidget()
        if key == Qt.Key.Key_F8:
            self.step_wished.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif self._stop is None:
            super().keyPressEvent(event)
            return
        elif key in _ENTER and isinstance(focus, QPushButton):
            focus.click()
        elif key in _ENTER and focus is self._note and self._stop.answer is not Answer.NONE:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.step_wished.emit(1)
        elif key in _ENTER or event.text() == "1":
            self.agree()
        elif event.text() == "2":
            self.appeal()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    # Words.

    def retranslate(self) -> None:
        """Say all words anew."""
        stop = self._stop
        self._head.setText(self.tr("Given back"))
        self.setAccessibleName(self._head.text())
        if stop is None:
            self._where.setText(self.tr("Nothing was given back to you."))
            self._state.setText("")
        else:
            place = self.tr("{number} of {total}, answered {answered}").format(
                number=f"{stop.number:,}", total=f"{stop.total:,}", answered=f"{stop.answered:,}"
            )
            self._where.setText(f"{place} · {stop.title}")
            self._state.setText(
                {
                    Answer.NONE: self.tr("Not answered yet"),
                    Answer.AGREE: self.tr("✓ Agreed"),
                    Answer.APPEAL: self.tr("! Appealed"),
                }[stop.answer]
            )
        told = ". ".join(label.text() for label in self._told.values() if label.text())
        self.setAccessibleDescription(f"{self._where.text()}. {told}. {self._state.text()}")
        names = {
            "ours": self.tr("Yours"),
            "final": self.tr("Decided"),
            "why": self.tr("Why"),
            "note": self.tr("Your note"),
        }
        for name, text in names.items():
            self._names[name].setText(text)
        self._note.setAccessibleName(names["note"])
        self._note.setPlaceholderText(self.tr("For an appeal: why"))
        self._name_buttons()

    def _name_buttons(self) -> None:
        over = self._stop is not None and self._stop.taken_over
        words = {
            "agree": self.tr("Agree (Enter)"),
            "appeal": self.tr("Appeal (2)"),
            "over": self.tr("Taken over") if over else self.tr("Take it over"),
            "back": self.tr("Back (Shift+F8)"),
            "next": self.tr("Next (F8)"),
            "send": self.tr("Send answers…"),
            "close": self.tr("Close"),
        }
        for name, text in words.items():
            self._buttons[name].setText(text)
            self._buttons[name].setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.language_changed.emit()
        super().changeEvent(event)
