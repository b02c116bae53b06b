"""The line at the foot of the window: what is covered, what is saved, and who is at the keyboard."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QStackedWidget, QStatusBar, QWidget

from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.keys import ESCAPE, emits

_NAME_WIDTH = 200


class _NameField(QLineEdit):
    """A field that lets go on Esc."""

    let_go = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let go on Esc."""
        if not emits(event, (ESCAPE, self.let_go)):
            super().keyPressEvent(event)


class StatusLine(QStatusBar):
    """Shows plain text only; the annotator's name is asked for here, once, and changed here."""

    name_given = Signal(str)
    name_done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setSizeGripEnabled(False)
        self._name = ""
        self._covered = ElidedLabel()
        self._covered.setObjectName("covered")
        self._covered.setContentsMargins(10, 0, 0, 0)
        self._place = _plain("place")
        self._index = _plain("indexing")
        self._saved = _plain("saved")
        self._button = QPushButton()
        self._button.setObjectName("annotator")
        self._button.setFlat(True)
        self._button.clicked.connect(self.ask_name)
        self._field = _NameField()
        self._field.setObjectName("annotator-name")
        self._field.setMaxLength(80)
        self._field.returnPressed.connect(self._give)
        self._field.let_go.connect(self._close_field)
        self._who = QStackedWidget()
        self._who.addWidget(self._button)
        self._who.addWidget(self._field)
        self._who.setFixedWidth(_NAME_WIDTH)
        self.addWidget(self._covered, 1)
        for widget in (self._index, self._place, self._saved, self._who):
            self.addPermanentWidget(widget)
        self.retranslate()

    def set_covered(self, text: str) -> None:
        """Say what the selection covers."""
        self._covered.setText(text)

    def set_place(self, text: str) -> None:
        """Say which document of how many is shown."""
        self._place.setText(text)

    def set_saved(self, text: str) -> None:
        """Say when all was saved, or what stands in the way."""
        self._saved.setText(text)

    def set_indexing(self, text: str) -> None:
        """Say how far the search index is, "" when it is whole."""
        self._index.setText(text)
        self._index.setVisible(bool(text))

    def set_annotator(self, name: str) -> None:
        """Show the annotator's name, or ask for it where there is none."""
        self._name = name
        self._close_field()
        self.retranslate()

    @Slot()
    def ask_name(self) -> None:
        """Open the field for the name."""
        self._field.setText(self._name)
        self._who.setCurrentWidget(self._field)
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _give(self) -> None:
        self.name_given.emit(self._field.text())

    @Slot()
    def _close_field(self) -> None:
        if self._who.currentWidget() is self._field:
            self._who.setCurrentWidget(self._button)
            self.name_done.emit()

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Status"))
        self._field.setPlaceholderText(self.tr("Your name, then Enter"))
        self._field.setAccessibleName(self.tr("Your name"))
        # A name is text of a person: an ampersand in it is no shortcut.
        name = self._name.replace("&", "&&")
        self._button.setText(name or self.tr("Your name?"))
        self._button.setToolTip(self.tr("Who marks here. The name goes out with every export."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _plain(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
