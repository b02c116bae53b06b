"""The panel of suggestions of one kind: each can be left out before all are accepted."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.labels import LabelSet
from annotator.core.suggestion import Suggestion
from annotator.ui.widgets.plain_text import one_line

_ROWS = 9
_NEAR = 24


class _List(QListWidget):
    """Enter accepts, Space ticks."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class AlikePanel(QWidget):
    """Lists suggestions in their context, all ticked at first; with label and score where these differ."""

    accept_wished = Signal(object)  # tuple of suggestions
    close_wished = Signal()

    def __init__(self, suggestions: Sequence[Suggestion], text: str, labels: LabelSet) -> None:
        super().__init__()
        self.setObjectName("alike-panel")
        self._suggestions = tuple(suggestions)
        self._told = QLabel()
        self._list = _List()
        self._list.setObjectName("alike-list")
        self._list.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        several = len({made.label_id for made in self._suggestions}) > 1
        for made in self._suggestions:
            before, after = text[max(0, made.start - _NEAR) : made.start], text[made.end : made.end + _NEAR]
            label = labels.by_id(made.label_id) if several else None
            title = "" if label is None else label.title or label.key
            what = " · ".join(part for part in (title, made.score) if part)
            item = QListWidgetItem(one_line(f"…{before}[{made.text}]{after}…{what and f'  {what}'}"))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self._list.addItem(item)
        self._list.setFixedHeight(self.fontMetrics().lineSpacing() * (min(_ROWS, len(self._suggestions)) + 1))
        self._list.setCurrentRow(0)
        self._close, self._accept = QPushButton(), QPushButton()
        self._accept.setObjectName("alike-accept")
        self._close.clicked.connect(self.close_wished)
        self._accept.clicked.connect(self._accepted)
        self._list.entered.connect(self._accepted)
        self._list.itemChanged.connect(self.retranslate)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._told)
        column.addWidget(self._list)
        column.addLayout(buttons)
        self.setFocusProxy(self._list)
        self.retranslate()

    def ticked(self) -> tuple[Suggestion, ...]:
        """Return the suggestions that are ticked."""
        items = (self._list.item(row) for row in range(len(self._suggestions)))
        return tuple(
            made
            for made, item in zip(self._suggestions, items, strict=True)
            if item.checkState() == Qt.CheckState.Checked
        )

    @Slot()
    def _accepted(self) -> None:
        self.accept_wished.emit(self.ticked())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @Slot()
    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Suggestions of one kind"))
        self._list.setAccessibleName(self.tr("Suggestions of one kind"))
        self._told.setText(self.tr("Ticked ones become spans, in one step. Space leaves one out."))
        self._accept.setText(self.tr("Accept %1").replace("%1", str(len(self.ticked()))))
        self._close.setText(self.tr("Close"))
