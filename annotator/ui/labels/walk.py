"""The walk over the spans of a label: one after the other in its words, a digit for another label, Enter to keep."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.core.commands.labels import DIGITS
from annotator.core.labels import LabelSet
from annotator.ui.form.label_buttons import LabelButtons
from annotator.ui.form.words import label_title
from annotator.ui.labels.passage import Passage
from annotator.ui.theme import Theme
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.quiet_combo import QuietCombo
from annotator.ui.widgets.tones import bold_font

_KEEPING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class WalkStop:
    """Where the walk is: the span in its words, its label, its document; `number` from 1 of `total`."""

    number: int
    total: int
    title: str
    before: str
    quote: str
    after: str
    label_id: int
    value: str


class WalkPanel(QWidget):
    """A panel above the article. Digits, Enter, Space and Backspace work wherever in it the keyboard is."""

    relabel_wished = Signal(int)  # label id
    keep_wished = Signal()
    back_wished = Signal()
    show_wished = Signal()
    close_wished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("label-walk")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self._labels: LabelSet | None = None
        self._walked: int = 0
        self._stop: WalkStop | None = None
        self._summary = ""
        self._head = QLabel(self)
        self._head.setFont(bold_font(self.font()))
        self._where = ElidedLabel(self)
        self._where.setObjectName("walk-where")
        self._passage = Passage(theme, self)
        self._value = ElidedLabel(self)
        self._value.setObjectName("walk-value")
        self._labels_row = LabelButtons(theme, self)
        self._more = QuietCombo(self)
        self._more.setObjectName("walk-more")
        self._more.setMinimumContentsLength(10)
        self._buttons = {name: self._button(name) for name in ("keep", "back", "show", "close")}
        self._lay_out()
        self._connect()
        self.retranslate()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"walk-{name}")
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._head)
        head.addWidget(self._where, 1)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._buttons["keep"])
        row.addWidget(self._buttons["back"])
        row.addWidget(self._more)
        row.addStretch(1)
        row.addWidget(self._buttons["show"])
        row.addWidget(self._buttons["close"])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._passage)
        column.addWidget(self._value)
        column.addWidget(self._labels_row)
        column.addLayout(row)

    def _connect(self) -> None:
        for name, signal in (
            ("keep", self.keep_wished),
            ("back", self.back_wished),
            ("show", self.show_wished),
            ("close", self.close_wished),
        ):
            self._buttons[name].clicked.connect(signal)
        self._labels_row.label_chosen.connect(self.relabel_wished)
        self._more.activated.connect(self._more_chosen)

    # What is shown.

    def set_labels(self, labels: LabelSet, walked: int) -> None:
        """Take the labels that can be given, and the one whose spans are walked along."""
        self._labels, self._walked = labels, walked
        self._labels_row.set_labels(labels)
        self._more.clear()
        self._more.addItem("", 0)
        for label in labels.labels:
            if not label.hotkey:
                self._more.addItem(label_title(label), label.id)
        self._more.setVisible(self._stop is not None and self._more.count() > 1)
        self.retranslate()

    def show_stop(self, stop: WalkStop | None, summary: str, counts: dict[int, int]) -> None:
        """Show a span, or (None) that the walk is over; `counts` are the decisions so far, by label."""
        self._stop, self._summary = stop, summary
        label = self._labels.by_id(stop.label_id) if stop is not None and self._labels is not None else None
        self._labels_row.set_counts(counts)
        self._labels_row.set_current(label.id if label is not None else None)
        if stop is not None:
            self._passage.show_passage(stop.before, stop.quote, stop.after, label.role if label else "")
        self._passage.setVisible(stop is not None)
        self._value.setText(stop.value if stop is not None else "")
        self._labels_row.setVisible(stop is not None)
        self._buttons["keep"].setEnabled(stop is not None)
        self._buttons["show"].setEnabled(stop is not None)
        self._buttons["back"].setEnabled(bool(counts) if stop is None else stop.number > 1)
        self._more.setVisible(stop is not None and self._more.count() > 1)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._passage.set_theme(theme)
        self._labels_row.set_theme(theme)

    # What a person does.

    @Slot()
    def _more_chosen(self) -> None:
        label_id = self._more.currentData()
        if label_id:
            self.relabel_wished.emit(label_id)
        self._more.setCurrentIndex(0)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Relabel by a digit, keep by Enter or Space, go back by Backspace."""
        key = event.key()
        digit = event.text() if event.text() in [*DIGITS] else ""
        label = self._labels.by_hotkey(digit) if digit and self._labels is not None else None
        if label is not None and self._stop is not None:
            self.relabel_wished.emit(label.id)
        elif key in _KEEPING and self._stop is not None:
            self.keep_wished.emit()
        elif key in _KEEPING:
            self.close_wished.emit()
        elif key == Qt.Key.Key_Backspace:
            self.back_wished.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    # Words.

    def retranslate(self) -> None:
        """Say all words anew."""
        label = self._labels.by_id(self._walked) if self._labels is not None else None
        self._head.setText(self.tr("Walk over the spans of {label}").format(label=label_title(label)))
        self.setAccessibleName(self._head.text())
        stop = self._stop
        if stop is None:
            self._where.setText(self._summary)
        else:
            place = self.tr("{number} of {total}").format(number=f"{stop.number:,}", total=f"{stop.total:,}")
            self._where.setText(f"{place} · {stop.title}")
        self.setAccessibleDescription(self._where.text())
        words = {
            "keep": self.tr("Keep (Enter)"),
            "back": self.tr("Back (Backspace)"),
            "show": self.tr("Show in the article"),
            "close": self.tr("Close"),
        }
        for name, text in words.items():
            self._buttons[name].setText(text)
            self._buttons[name].setAccessibleName(text)
        self._more.setItemText(0, self.tr("Another label…"))
        self._more.setAccessibleName(self.tr("Another label…"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
