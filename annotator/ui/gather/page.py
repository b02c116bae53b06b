"""A page of questions: a table, and below it the answer for the current row, for all alike, or from a likeness on."""

from collections.abc import Hashable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.validate import name_problem
from annotator.ui.gather.model import QUIET, AskModel
from annotator.ui.gather.rows import Asked, AskRow, columns_of, question_of
from annotator.ui.widgets.quiet_combo import QuietCombo
from annotator.ui.widgets.quiet_list import SoftDelegate
from annotator.ui.widgets.quiet_table import QuietTable
from annotator.ui.widgets.tones import muted_tone

_LEAST_ROWS: Final = 3
_LIKENESS: Final = 90
_WIDE: Final = 34
_QUIETLY_WIDE: Final = 46
_PAD: Final = 12
# The width of a column is that of its first cells: reading thousands would be felt.
_MEASURED: Final = 60


class _Delegate(SoftDelegate):
    """Shows quietly what only says where something stands."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Take the tone of what stands beside the text."""
        super().initStyleOption(option, index)
        if index.data(QUIET):
            tone = muted_tone(option.palette)
            option.palette.setColor(QPalette.ColorRole.Text, tone)
            option.palette.setColor(QPalette.ColorRole.HighlightedText, tone)


class AskTable(QuietTable):
    """A table in which a digit chooses the answer of that number for the row, and goes on to the next."""

    digit_pressed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits, those of the keypad too."""
        number = event.key() - Qt.Key.Key_0.value
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and 1 <= number <= 9:
            self.digit_pressed.emit(number)
            event.accept()
            return
        super().keyPressEvent(event)


class AskPage(QWidget):
    """Shows the questions of one kind."""

    chosen = Signal()  # an answer was given

    def __init__(self, kind: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.setObjectName(f"gather-{kind}")
        self.model = AskModel(self)
        self._told = QLabel(self)
        self.table = AskTable(self)
        self._answer = QuietCombo(self)
        self._name = QLineEdit(self)
        self._use = QPushButton(self)
        self._all = QPushButton(self)
        self._least = QSpinBox(self)
        self._pair = QPushButton(self)
        self._for = QLabel(self)
        for widget, name in (
            (self._told, "told"),
            (self.table, "table"),
            (self._answer, "answer"),
            (self._name, "name"),
            (self._use, "use"),
            (self._all, "all"),
            (self._least, "least"),
            (self._pair, "pair"),
        ):
            widget.setObjectName(f"gather-{kind}-{name}")
        self._set_up_table()
        self._lay_out()
        self._answer.activated.connect(self._take_answer)
        self._name.returnPressed.connect(self._take_name)
        self._use.clicked.connect(self._take_name)
        self._all.clicked.connect(self._take_for_all)
        self._pair.clicked.connect(self._pair_from)
        self._least.valueChanged.connect(self._show_pairs)
        self.setFocusProxy(self.table)

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegate(_Delegate(table))
        table.setSelectionMode(QuietTable.SelectionMode.SingleSelection)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        header = table.horizontalHeader()
        header.show()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setResizeContentsPrecision(_MEASURED)
        table.selectionModel().currentRowChanged.connect(self._show_answer)
        table.digit_pressed.connect(self._take_digit)
        table.row_chosen.connect(self._show_answer)
        self._least.setRange(1, 100)
        self._least.setValue(_LIKENESS)
        self._least.setSuffix(" %")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._for)
        row.addWidget(self._answer, 2)
        row.addWidget(self._name, 1)
        row.addWidget(self._use)
        row.addWidget(self._all)
        row.addStretch(1)
        row.addWidget(self._pair)
        row.addWidget(self._least)
        for widget in (self._least, self._pair):
            widget.setVisible(self.kind is Asked.TEXTS)
        self._name.hide()
        self._use.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._told)
        column.addWidget(self.table, 1)
        column.addLayout(row)

    def show_rows(self, rows: Sequence[AskRow], chosen: dict[Hashable, object]) -> None:
        """Show these questions; what is chosen goes into `chosen`."""
        before = self.table.currentIndex().row()
        self.model.show_rows(columns_of(self.kind), rows, chosen)
        self._set_widths()
        if rows:
            self.table.show_row(min(max(0, before), len(rows) - 1))
        self._show_answer()
        self.retranslate()

    def _set_widths(self) -> None:
        unit = self.fontMetrics().horizontalAdvance("0")
        height = self.table.verticalHeader().defaultSectionSize() * _LEAST_ROWS
        self.table.setMinimumHeight(self.table.horizontalHeader().sizeHint().height() + height)
        for at in range(self.model.columnCount() - 1):
            head = self.table.horizontalHeader().sectionSizeHint(at) + _PAD
            cells = self.table.sizeHintForColumn(at) + _PAD
            quiet = any(row.quiet == at for row in self.model.rows[:1])
            most = (_QUIETLY_WIDE if quiet else _WIDE) * unit
            self.table.setColumnWidth(at, max(head, min(cells, most)))

    # Answers.

    @property
    def _row(self) -> int:
        return self.table.currentIndex().row()

    @Slot()
    def _show_answer(self) -> None:
        """Offer the answers of the current row."""
        row = self._row
        asked = self.model.rows[row] if 0 <= row < len(self.model.rows) else None
        with QSignalBlocker(self._answer), QSignalBlocker(self._name):
            self._answer.clear()
            for widget in (self._name, self._use):
                widget.setVisible(asked is not None and asked.typed is not None)
            if asked is not None:
                for number, (value, words) in enumerate(asked.options, 1):
                    self._answer.addItem(f"{number}  {words}" if number <= 9 else words, value)
                value = self.model.chosen.get(asked.key)
                self._answer.choose_data(value)
                typed = str(value) if value is not None and self._answer.currentIndex() < 0 else asked.typed
                self._name.setText(typed or "")
        self._answer.setEnabled(self._answer.count() > 0)
        self._all.setEnabled(asked is not None and asked.key in self.model.chosen)

    @Slot()
    def _take_answer(self) -> None:
        if self._row >= 0 and self._answer.currentIndex() >= 0:
            self._choose(self._row, self._answer.currentData())

    @Slot()
    def _take_name(self) -> None:
        name = " ".join(self._name.text().split())
        if self._row >= 0 and self._name.isVisible() and name_problem(name) is None:
            self._choose(self._row, name)

    @Slot(int)
    def _take_digit(self, number: int) -> None:
        row = self._row
        if not 0 <= row < len(self.model.rows) or number > len(self.model.rows[row].options):
            return
        self._choose(row, self.model.rows[row].options[number - 1][0])
        if row + 1 < len(self.model.rows):
            self.table.show_row(row + 1)
            self._show_answer()

    def _choose(self, row: int, value: object) -> None:
        self.model.choose(row, value)
        self._show_answer()
        self.chosen.emit()

    @Slot()
    def _take_for_all(self) -> None:
        """Give all rows that can have it the answer of the current one."""
        value = self.model.chosen.get(self.model.rows[self._row].key)
        for row, asked in enumerate(self.model.rows):
            if any(option == value for option, _ in asked.options):
                self.model.choose(row, value)
        self.chosen.emit()

    def _pairs(self) -> list[int]:
        """Return the rows whose text has one of ours that is most like it, at least as much as is shown."""
        least = self._least.value() / 100
        rows = self.model.rows
        return [row for row, asked in enumerate(rows) if asked.best is not None and asked.likeness >= least]

    @Slot()
    def _show_pairs(self) -> None:
        """Say how many would be paired."""
        count = len(self._pairs())
        self._pair.setText(self.tr("Pair %1 whose likeness is at least").replace("%1", f"{count:,}"))
        self._pair.setEnabled(count > 0)

    @Slot()
    def _pair_from(self) -> None:
        """Pair all texts with the one of ours that is most like them, from the likeness shown on."""
        for row in self._pairs():
            self.model.choose(row, self.model.rows[row].best)
        self._show_answer()
        self.chosen.emit()

    # Words.

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size; the panel says the words anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_widths()

    def retranslate(self) -> None:
        """Say all words anew."""
        self._told.setText(question_of(self.kind))
        self.table.setAccessibleName(question_of(self.kind))
        self._for.setText(self.tr("Answer for this row"))
        self._answer.setAccessibleName(self._for.text())
        self._answer.setPlaceholderText(self.tr("Choose, or press its number in the table"))
        self._name.setPlaceholderText(self.tr("Name"))
        self._use.setText(self.tr("Use this name"))
        self._name.setAccessibleName(self.tr("Name of the annotator"))
        self._all.setText(self.tr("The same for all"))
        self._show_pairs()
        self._least.setAccessibleName(self.tr("Least likeness"))
