"""The panel of suggestions that are accepted together: which those are is chosen, and each can be left out."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.clusters import around
from annotator.core.labels import LabelSet
from annotator.core.suggestion import Suggestion
from annotator.ui.form.words import value_words
from annotator.ui.suggestions.scopes import Scopes
from annotator.ui.widgets.keys import ENTER, emits
from annotator.ui.widgets.plain_text import one_line
from annotator.ui.widgets.quiet_combo import QuietCombo

_ROWS = 9
_NEAR = 24


class _List(QListWidget):
    """Enter accepts, Space ticks."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not emits(event, (ENTER, self.entered)):
            super().keyPressEvent(event)


class AlikePanel(QWidget):
    """Lists suggestions in their context with value and score, all ticked at first; with labels where they differ."""

    accept_wished = Signal(object)  # tuple of suggestions
    close_wished = Signal()

    def __init__(self, scopes: Scopes, text: str, labels: LabelSet) -> None:
        super().__init__()
        self.setObjectName("alike-panel")
        self._scopes = {name: made for name, made in scopes.items() if made}
        self._text, self._labels = text, labels
        self._suggestions: tuple[Suggestion, ...] = ()
        self._told = QLabel()
        self._which = QuietCombo()
        self._which.setObjectName("alike-which")
        for name in self._scopes:
            self._which.addItem("", name)
        self._which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._which.activated.connect(self._fill)
        self._list = _List()
        self._list.setObjectName("alike-list")
        self._list.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
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
        head = QHBoxLayout()
        head.addWidget(self._told, 1)
        head.addWidget(self._which)
        column.addLayout(head)
        column.addWidget(self._list)
        column.addLayout(buttons)
        self.setFocusProxy(self._list)
        self._fill()

    @Slot()
    def _fill(self) -> None:
        """List the suggestions of the scope that is chosen, all ticked."""
        self._suggestions = self._scopes.get(str(self._which.currentData()), ())
        several = len({made.label_id for made in self._suggestions}) > 1
        self._list.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self._list.clear()
        for made in self._suggestions:
            self._list.addItem(self._item(made, several=several))
        self._list.blockSignals(False)  # noqa: FBT003 - Qt's signature
        rows = min(_ROWS, len(self._suggestions)) + 1
        self._list.setFixedHeight(self.fontMetrics().lineSpacing() * rows)
        self._list.setCurrentRow(0)
        self.retranslate()

    def _item(self, made: Suggestion, *, several: bool) -> QListWidgetItem:
        before, after = around(self._text, made.start, made.end, _NEAR)
        label = self._labels.by_id(made.label_id) if several else None
        title = "" if label is None else label.title or label.key
        what = " · ".join(part for part in (title, value_words(made.norm), made.score) if part)
        item = QListWidgetItem(one_line(f"…{before}[{made.text}]{after}…{what and f'  {what}'}"))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
        return item

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
        self._which.setAccessibleName(self.tr("Which suggestions"))
        self._which.setVisible(len(self._scopes) > 1)
        words = {
            "kind": self.tr("of this kind (%1)"),
            "rank": self.tr("as certain as this one (%1)"),
            "all": self.tr("all (%1)"),
        }
        for row, (name, made) in enumerate(self._scopes.items()):
            self._which.setItemText(row, words.get(name, "%1").replace("%1", str(len(made))))
        self._told.setText(self.tr("Ticked ones become spans, in one step. Space leaves one out."))
        self._accept.setText(self.tr("Accept %1").replace("%1", str(len(self.ticked()))))
        self._close.setText(self.tr("Close"))
