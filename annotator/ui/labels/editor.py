"""The editor of the label set: the labels at the left, the fields of one at the right, questions below."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.core.labels import Label, LabelSet
from annotator.ui.labels.fields import LabelFields
from annotator.ui.labels.label_list import LabelList
from annotator.ui.labels.question import Asked, Question
from annotator.ui.messages import Words
from annotator.ui.theme import Theme
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.plain_text import without_mnemonics
from annotator.ui.widgets.told import Told
from annotator.ui.widgets.tones import bold_font

_BUTTONS = ("undo", "import", "export", "close")


class LabelEditor(QWidget):
    """A panel above the article. It shows a label set and says wishes; it changes nothing by itself."""

    undo_wished = Signal()
    import_wished = Signal()
    export_wished = Signal()
    close_wished = Signal()
    before_wished = Signal()
    label_shown = Signal(int)  # another label than before

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("label-editor")
        self._labels: LabelSet | None = None
        self._shown = 0
        self._undoable = ""
        self._done_before = 0
        self._editable = True
        self.list = LabelList(theme, self)
        self.fields = LabelFields(theme, self)
        self.question = Question(self)
        self._title = QLabel(self)
        self._title.setFont(bold_font(self.font()))
        self._told = ElidedLabel(self, max_lines=2)
        self._told.setObjectName("labels-told")
        self._telling = Told(self._told)
        self._before = QPushButton(self)
        self._before.setObjectName("labels-before")
        self._before.clicked.connect(self.before_wished)
        self._buttons = {name: self._button(name) for name in _BUTTONS}
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)
        self.retranslate()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"labels-{name}")
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._title, 1)
        for name in _BUTTONS:
            head.addWidget(self._buttons[name])
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self.list, 2)
        body.addWidget(self.fields, 3)
        foot = QHBoxLayout()
        foot.addWidget(self._told, 1)
        foot.addWidget(self._before)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(body)
        column.addWidget(self.question)
        column.addLayout(foot)

    def _connect(self) -> None:
        for name, signal in (
            ("undo", self.undo_wished),
            ("import", self.import_wished),
            ("export", self.export_wished),
            ("close", self.close_wished),
        ):
            self._buttons[name].clicked.connect(signal)
        self.list.label_chosen.connect(self._show)
        self.question.taken_back.connect(self._question_over)

    # What is shown.

    def set_labels(self, labels: LabelSet, undoable: str) -> None:
        """Show a label set, and what undo would take back ("": nothing)."""
        self._labels = labels
        self._undoable = undoable
        self.list.set_labels(labels)
        self._show(self.list.current)
        self.retranslate()

    def show_label(self, label_id: int) -> None:
        """Make a label current."""
        self.list.set_current(label_id)
        self._show(label_id)

    @property
    def label(self) -> Label | None:
        """The label shown, or None."""
        return self._labels.by_id(self.list.current) if self._labels is not None else None

    def set_done_before(self, count: int) -> None:
        """Say how many documents were done with another version of the labels."""
        self._done_before = count
        self.retranslate()

    def set_editable(self, *, editable: bool) -> None:
        """Let the set be changed, or only read: also while a change is under way."""
        self._editable = editable
        self.list.set_editable(editable=editable)
        self.fields.set_editable(editable=editable)
        self._buttons["import"].setEnabled(editable)
        self._buttons["undo"].setEnabled(editable and bool(self._undoable))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self.list.set_theme(theme)
        self.fields.set_theme(theme)

    def tell(self, words: Words) -> None:
        """Say what happened, or what is wrong; "" says nothing."""
        self._telling.say(words)

    def ask(self, asked: Asked) -> None:
        """Ask something below the fields."""
        self.tell("")
        self.question.ask(asked)

    def close_question(self) -> None:
        """Ask nothing any more, with the keyboard in the list."""
        if self.question.close_question():
            self._question_over()

    @Slot()
    def _question_over(self) -> None:
        self.fields.show_again()
        self.list.setFocus()

    @Slot(int)
    def _show(self, label_id: int) -> None:
        label = self._labels.by_id(label_id) if self._labels is not None else None
        if self._labels is not None:
            self.fields.show_label(label, self._labels)
        if label_id != self._shown:
            self._shown = label_id
            self.label_shown.emit(label_id)

    # Words.

    def retranslate(self) -> None:
        """Say all words anew."""
        version = self._labels.version if self._labels is not None else 1
        self._title.setText(self.tr("Labels, version {version}").format(version=version))
        self.setAccessibleName(self.tr("Label set"))
        undo = self.tr("Undo: {step}").format(step=self._undoable) if self._undoable else self.tr("Undo")
        words = {
            "undo": self.tr("Undo"),
            "import": self.tr("Import…"),
            "export": self.tr("Export…"),
            "close": self.tr("Close"),
        }
        for name, text in words.items():
            self._buttons[name].setText(text)
            self._buttons[name].setAccessibleName(text)
        self._buttons["undo"].setToolTip(without_mnemonics(undo))
        self._buttons["undo"].setAccessibleName(undo)
        self._buttons["undo"].setEnabled(self._editable and bool(self._undoable))
        self._before.setText(
            self.tr("Done before the labels changed: {count}…").format(count=f"{self._done_before:,}")
        )
        self._before.setToolTip(self.tr("Documents that were done before the labels changed"))
        self._before.setAccessibleName(self._before.text())
        self._before.setVisible(self._done_before > 0)
        self._told.setAccessibleName(self.tr("What happened"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
