"""The panel of what was tagged often: what is ticked goes into the project's lexicon, or into a CSV file."""

from typing import Final

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

from annotator.app.lexicon.gazetteer import Addition, Additions
from annotator.core.labels import LabelSet
from annotator.core.lexicon_entry import LABEL_OF_KIND
from annotator.ui.form.rules import tagged_words
from annotator.ui.form.words import label_title
from annotator.ui.widgets.keys import ENTER, emits
from annotator.ui.widgets.plain_text import one_line

_ROWS: Final = 9


class _List(QListWidget):
    """Enter adds, Space ticks."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not emits(event, (ENTER, self.entered)):
            super().keyPressEvent(event)


class AdditionsPanel(QWidget):
    """Lists texts with how often they were tagged and left, and what they mean; the likely ones are ticked."""

    add_wished = Signal(object)  # tuple of Addition
    export_wished = Signal(object)
    close_wished = Signal()

    def __init__(self, found: Additions, labels: LabelSet) -> None:
        super().__init__()
        self.setObjectName("additions")
        self._found = found
        self._labels = labels
        self._told = QLabel()
        self._told.setObjectName("additions-told")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._list = _List()
        self._list.setObjectName("additions-list")
        self._list.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        for made in found.additions:
            item = QListWidgetItem()
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if made.likely else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        rows = min(_ROWS, max(1, len(found.additions)))
        self._list.setFixedHeight((self.fontMetrics().lineSpacing() + 4) * (rows + 1))
        self._list.setVisible(bool(found.additions))
        self._list.setCurrentRow(0)
        self._close, self._export, self._add = QPushButton(), QPushButton(), QPushButton()
        self._export.setObjectName("additions-export")
        self._add.setObjectName("additions-add")
        self._close.setObjectName("additions-close")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._list if found.additions else self._close)
        self.retranslate()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._export)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._told)
        column.addWidget(self._list)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self._close.clicked.connect(self.close_wished)
        self._export.clicked.connect(self._exported)
        self._add.clicked.connect(self._added)
        self._list.entered.connect(self._added)
        self._list.itemChanged.connect(self._count)

    def ticked(self) -> tuple[Addition, ...]:
        """Return what is ticked."""
        return tuple(
            made
            for row, made in enumerate(self._found.additions)
            if self._list.item(row).checkState() == Qt.CheckState.Checked
        )

    @Slot()
    def _added(self) -> None:
        if self.ticked():
            self.add_wished.emit(self.ticked())

    @Slot()
    def _exported(self) -> None:
        if self.ticked():
            self.export_wished.emit(self.ticked())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Names that were tagged often"))
        self._list.setAccessibleName(self.tr("Names that were tagged often"))
        self._told.setText(self._words())
        self._close.setText(self.tr("Close"))
        self._close.setAccessibleName(self._close.text())
        for row, made in enumerate(self._found.additions):
            self._list.item(row).setText(self._row(made))
        self._count()

    def _words(self) -> str:
        if self._found.additions:
            told = self.tr(
                "Ticked ones become entries of this project's lexicon, in one step. Space leaves one out."
            )
        else:
            told = self.tr("Nothing was tagged twice or more that the lexicon does not know.")
        if self._found.without_code:
            count = str(self._found.without_code)
            told += " " + self.tr("Sectors without a code, left out: %1.").replace("%1", count)
        return told

    def _row(self, made: Addition) -> str:
        label = self._labels.by_key(LABEL_OF_KIND[made.kind])
        title = "" if label is None else label_title(label)
        meant = made.text if made.value == made.text else f"{made.text} → {made.value}"
        return one_line(f"{meant} · {tagged_words(made.tagged, made.left, title)}")

    @Slot()
    def _count(self) -> None:
        count = len(self.ticked())
        self._add.setText(self.tr("Add %1").replace("%1", str(count)))
        self._export.setText(self.tr("Export %1…").replace("%1", str(count)))
        for button in (self._add, self._export):
            button.setAccessibleName(button.text())
            button.setEnabled(count > 0)
