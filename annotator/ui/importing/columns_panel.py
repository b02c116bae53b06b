"""The one question about tables: which columns hold the text and the fields of the documents, with a first row."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.app.imports.columns import TableDoubt
from annotator.formats.tables.headings import FIELDS, TEXT
from annotator.ui.widgets.quiet_combo import QuietCombo

CONTEXT: Final = "ColumnsPanel"
_FIELDS: Final = {
    "text": QT_TRANSLATE_NOOP("ColumnsPanel", "Text"),
    "title": QT_TRANSLATE_NOOP("ColumnsPanel", "Title"),
    "outlet": QT_TRANSLATE_NOOP("ColumnsPanel", "Outlet"),
    "author": QT_TRANSLATE_NOOP("ColumnsPanel", "Author"),
    "section": QT_TRANSLATE_NOOP("ColumnsPanel", "Section"),
    "url": QT_TRANSLATE_NOOP("ColumnsPanel", "URL"),
    "published": QT_TRANSLATE_NOOP("ColumnsPanel", "Published"),
    "modified": QT_TRANSLATE_NOOP("ColumnsPanel", "Modified"),
    "id": QT_TRANSLATE_NOOP("ColumnsPanel", "Id"),
}
_IN_A_ROW: Final = 3
_PREVIEW_LINES: Final = 5
_LONGEST: Final = 600
_CELL: Final = 80


class ColumnsPanel(QWidget):
    """Asks for the columns of tables that have the same headings; the text must be told, the rest may be."""

    chosen = Signal(object, object)  # the doubts, the columns by field
    skipped = Signal()

    def __init__(self, doubts: Sequence[TableDoubt]) -> None:
        super().__init__()
        self.setObjectName("columns-panel")
        self._doubts = tuple(doubts)
        self._question = QLabel()
        self._question.setTextFormat(Qt.TextFormat.PlainText)
        self._question.setWordWrap(True)
        self._names = {field: QLabel(self) for field in FIELDS}
        self._combos = {field: QuietCombo(self) for field in FIELDS}
        self._preview = QPlainTextEdit()
        self._preview.setObjectName("columns-preview")
        self._preview.setReadOnly(True)
        self._preview.setTabChangesFocus(True)
        self._preview.setFixedHeight(_PREVIEW_LINES * 24)
        self._take = QPushButton()
        self._take.setObjectName("columns-take")
        self._take.clicked.connect(self._taken)
        self._skip = QPushButton()
        self._skip.setObjectName("columns-skip")
        self._skip.clicked.connect(self.skipped)
        self._fill()
        self._lay_out()
        self.setFocusProxy(self._combos[TEXT])
        self.retranslate()
        self._show_first()

    @property
    def columns(self) -> dict[str, str]:
        """The column chosen for each field that has one."""
        chosen = {field: combo.currentData() for field, combo in self._combos.items()}
        return {field: heading for field, heading in chosen.items() if isinstance(heading, str) and heading}

    def _fill(self) -> None:
        first = self._doubts[0]
        for field, combo in self._combos.items():
            combo.setObjectName(f"column-{field}")
            combo.addItem("", "")
            for heading in first.headings:
                combo.addItem(heading, heading)
            combo.choose_data(first.guess.get(field, ""))
            combo.currentIndexChanged.connect(self._show_first)
            self._names[field].setBuddy(combo)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        for number, field in enumerate(FIELDS):
            row, column = divmod(number, _IN_A_ROW)
            grid.addWidget(self._names[field], row, 2 * column)
            grid.addWidget(self._combos[field], row, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._skip)
        buttons.addWidget(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._question)
        layout.addLayout(grid)
        layout.addWidget(self._preview)
        layout.addLayout(buttons)

    @Slot()
    def _show_first(self) -> None:
        """Show what the first rows would become, and let them be taken once the text is told."""
        columns = self.columns
        self._take.setEnabled(TEXT in columns)
        rows = self._doubts[0].rows
        shown = (
            [_document(row, columns) for row in rows] if TEXT in columns else [_cells(row) for row in rows]
        )
        self._preview.setPlainText("\n\n".join(filter(None, shown))[:_LONGEST])

    @Slot()
    def _taken(self) -> None:
        self.chosen.emit(self._doubts, self.columns)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say all words anew."""
        first, more = self._doubts[0].path.name, len(self._doubts) - 1
        if more:
            told = self.tr("Which columns of “%1”, and of %2 more tables like it, hold what?")
            told = told.replace("%2", str(more))
        else:
            told = self.tr("Which columns of “%1” hold what?")
        self._question.setText(told.replace("%1", first))
        for field, label in self._names.items():
            name = QCoreApplication.translate(CONTEXT, str(_FIELDS[field]))
            label.setText(name)
            self._combos[field].setAccessibleName(self.tr("Column of: %1").replace("%1", name))
            self._combos[field].setItemText(0, self.tr("(none)"))
        self._preview.setAccessibleName(self.tr("The first documents of the table"))
        self._take.setText(self.tr("Import, and remember it"))
        self._skip.setText(self.tr("Leave out"))


def _cells(row: Mapping[str, str]) -> str:
    """Return what stands in a row, by its headings."""
    return "\n".join(f"{heading}: {' '.join(text.split())[:_CELL]}" for heading, text in row.items())


def _document(row: Mapping[str, str], columns: Mapping[str, str]) -> str:
    """Return the title and the text of a row."""
    parts = [row.get(columns.get(field, ""), "") for field in ("title", TEXT)]
    return "\n".join(part.strip() for part in parts if part.strip())
