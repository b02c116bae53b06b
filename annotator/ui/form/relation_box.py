"""The relations of the selected span, both ways, and those that are proposed: gone to, tied, removed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QPushButton, QSizePolicy, QWidget

from annotator.ui.widgets.keys import ENTER, ESCAPE, REMOVE, emits
from annotator.ui.widgets.plain_text import one_line, plain_tooltip
from annotator.ui.widgets.quiet_list import QuietList

_ROWS: Final = 3


@dataclass(frozen=True, slots=True)
class RelationLine:
    """A relation as it is shown: the other span, and its id, or (proposed) None with the pair to be tied."""

    words: str
    span_id: int
    relation_id: int | None
    pair: tuple[int, int] = (0, 0)


class _Lines(QuietList):
    """Enter goes to the other span or ties, Delete removes, Esc goes back."""

    entered = Signal()
    removed = Signal()
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not emits(event, (ENTER, self.entered), (REMOVE, self.removed), (ESCAPE, self.escaped)):
            super().keyPressEvent(event)


class RelationBox(QWidget):
    """Hidden where the span has none."""

    span_wished = Signal(int)
    tie_wished = Signal(int, int)  # from, to
    removal_wished = Signal(int)  # relation id
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("relations")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lines: tuple[RelationLine, ...] = ()
        self._editable = True
        self.list = _Lines(self)
        self.list.setObjectName("relations-list")
        self.list.setFrameShape(QuietList.Shape.NoFrame)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._button = QPushButton(self)
        self._button.setObjectName("relation-button")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.list, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFocusProxy(self.list)
        self.list.entered.connect(self._enter)
        self.list.removed.connect(self._remove)
        self.list.escaped.connect(self.escaped)
        self.list.itemDoubleClicked.connect(self._enter)
        self.list.currentRowChanged.connect(self._tell)
        self._button.clicked.connect(self._act)
        self.retranslate()
        self.hide()

    def show_lines(self, lines: Sequence[RelationLine]) -> None:
        """Show the relations of a span, or nothing; says nothing."""
        if tuple(lines) == self._lines:
            return
        row = max(0, self.list.currentRow())
        self._lines = tuple(lines)
        with QSignalBlocker(self.list):
            self.list.clear()
            for line in self._lines:
                item = QListWidgetItem(one_line(line.words))
                item.setToolTip(plain_tooltip(line.words))
                self.list.addItem(item)
            self.list.setCurrentRow(min(row, len(self._lines) - 1))
        self.setVisible(bool(self._lines))
        self._fit()
        self._tell()

    def set_editable(self, *, editable: bool) -> None:
        """Let relations be changed, or only read."""
        self._editable = editable
        self._tell()

    @property
    def _line(self) -> RelationLine | None:
        row = self.list.currentRow()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    @Slot()
    def _enter(self) -> None:
        line = self._line
        if line is not None and line.relation_id is None and self._editable:
            self.tie_wished.emit(*line.pair)
        elif line is not None:
            self.span_wished.emit(line.span_id)

    @Slot()
    def _remove(self) -> None:
        line = self._line
        if line is not None and line.relation_id is not None and self._editable:
            self.removal_wished.emit(line.relation_id)

    @Slot()
    def _act(self) -> None:
        line = self._line
        if line is not None and line.relation_id is None:
            self.tie_wished.emit(*line.pair)
        else:
            self._remove()

    def _fit(self) -> None:
        heights = [self.list.sizeHintForRow(row) for row in range(min(_ROWS, self.list.count()))]
        self.list.setFixedHeight(sum(heights) + 2 * self.list.frameWidth())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language, and the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._fit()

    @Slot()
    def _tell(self) -> None:
        """Let the button say what it does with the current line."""
        line = self._line
        ties = line is not None and line.relation_id is None
        words = self.tr("Tie") if ties else self.tr("Remove")
        self._button.setText(words)
        self._button.setAccessibleName(words)
        told = self.tr("Tie these two (Enter)") if ties else self.tr("Remove this relation (Delete)")
        self._button.setToolTip(told)
        self._button.setEnabled(self._editable and line is not None)

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Relations"))
        self.list.setAccessibleName(self.tr("Relations of the span: Enter goes to the other, Delete removes"))
        self._tell()
