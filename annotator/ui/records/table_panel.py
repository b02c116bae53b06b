"""The panel of the tables of a project: records and relations, sorted, searched, gone to, written as CSV."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.app.project.tables import Chosen
from annotator.core.tables import COLUMNS, Table, TableQuery
from annotator.ui.records.table_model import FetchRows, TableModel
from annotator.ui.records.table_words import column_word
from annotator.ui.widgets.buttons import OrderButton
from annotator.ui.widgets.quiet_combo import QuietCombo
from annotator.ui.widgets.quiet_list import SoftDelegate
from annotator.ui.widgets.quiet_table import QuietTable
from annotator.ui.widgets.search_field import SearchField
from annotator.ui.widgets.tab_row import TabRow

_TABLES: Final = tuple(Table)
# The width of a column in digits; others have the last number.
_WIDTHS: Final = {
    "title": 24, "agencies": 22, "sectors": 14, "amount": 14, "minimum": 14, "maximum": 14, "unit": 8, "dates": 12,
    "status": 12, "from": 26, "to": 26, "": 10,
}  # fmt: skip
_NO_SORT: Final = -1
_LEAST_ROWS: Final = 3


class _Rows(QuietTable):
    """Enter and a double click go to the row; Home and End to the first and the last."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.show_row(0 if key == Qt.Key.Key_Home else self.model().rowCount() - 1)
        else:
            super().keyPressEvent(event)
            return
        event.accept()


class TablePanel(QWidget):
    """Shows one table at a time, and says what a person asks of it."""

    query_changed = Signal(object)  # TableQuery
    row_entered = Signal(object)  # TableRow
    csv_wished = Signal()
    close_wished = Signal()

    def __init__(self, fetch: FetchRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("project-tables")
        self._query = TableQuery()
        self._counts: dict[Table, int] | None = None
        self.model = TableModel(fetch, self)
        self._tabs = TabRow(tuple(f"table-{table}" for table in _TABLES), self)
        self._tabs.setObjectName("table-tabs")
        self._search = SearchField(self)
        self._sort = QuietCombo(self)
        self._order = OrderButton(self)
        self._csv, self._close = QPushButton(self), QPushButton(self)
        self.rows = _Rows(self)
        self._told = QLabel(self)
        self._told.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for widget, name in (
            (self._search, "table-search"),
            (self._sort, "table-sort"),
            (self._order, "table-order"),
            (self._csv, "table-csv"),
            (self._close, "table-close"),
            (self.rows, "table-rows"),
            (self._told, "table-told"),
        ):
            widget.setObjectName(name)
        self._lay_out()
        self._set_up_rows()
        self._connect()
        self.setFocusProxy(self.rows)
        self._fill_sort()
        self._set_widths()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._tabs)
        head.addWidget(self._search, 2)
        head.addWidget(self._told)
        head.addWidget(self._sort, 1)
        head.addWidget(self._order)
        head.addWidget(self._csv)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.rows, 1)

    def _set_up_rows(self) -> None:
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(SoftDelegate(self.rows))
        self.rows.setSelectionMode(QuietTable.SelectionMode.SingleSelection)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.rows.setHorizontalScrollMode(QuietTable.ScrollMode.ScrollPerPixel)
        header = self.rows.horizontalHeader()
        header.show()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)

    def _connect(self) -> None:
        self._tabs.opened.connect(self._open_tab)
        self._search.sought.connect(self._ask)
        self._search.left_down.connect(self._enter_rows)
        self._sort.activated.connect(self._ask)
        self._order.clicked.connect(self._ask)
        self.rows.horizontalHeader().sectionClicked.connect(self._sort_by)
        self.rows.entered.connect(self._enter)
        self.rows.doubleClicked.connect(self._enter)
        self._csv.clicked.connect(self.csv_wished)
        self._close.clicked.connect(self.close_wished)

    # What is shown.

    @property
    def query(self) -> TableQuery:
        """What is asked for."""
        return self._query

    def open_table(self, table: Table) -> None:
        """Ask for another table, in the order in which its rows were made."""
        self._tabs.set_open(_TABLES.index(table))
        self._open_tab(_TABLES.index(table))

    def show_chosen(self, found: Chosen) -> None:
        """Show what was found; an answer to what is no longer asked is dropped. The current row stays current."""
        if found.query != self._query:
            return
        before = self.model.row_at(self.rows.currentIndex().row())
        same = self.model.table is found.query.table
        self.model.set_ids(found.query.table, found.ids)
        if not same:
            self._set_widths()
        row = self.model.row_of(before.id) if before is not None and same else 0
        if len(found.ids):
            self.rows.show_row(max(0, row))
        self._show_sort()
        self._counts = found.counts
        for tab, table in zip(self._tabs.tabs, _TABLES, strict=True):
            tab.set_number(found.counts[table])
        self._tell()

    def _tell(self) -> None:
        if self._counts is None:  # nothing has been found yet
            return
        shown, all_ = len(self.model.ids), self._counts[self.model.table]
        told = self.tr("%1 of %2 shown")
        self._told.setText(told.replace("%1", f"{shown:,}").replace("%2", f"{all_:,}"))
        self._csv.setEnabled(shown > 0)

    def _set_widths(self) -> None:
        unit = self.fontMetrics().horizontalAdvance("0")
        rows = self.rows.verticalHeader().defaultSectionSize() * _LEAST_ROWS
        self.rows.setMinimumHeight(self.rows.horizontalHeader().sizeHint().height() + rows)
        for at, name in enumerate(COLUMNS[self.model.table]):
            self.rows.setColumnWidth(at, _WIDTHS.get(name, _WIDTHS[""]) * unit)

    def _fill_sort(self) -> None:
        self._sort.clear()
        for name in ("", *COLUMNS[self._query.table]):
            self._sort.addItem(column_word(name), name)
        self._sort.choose_data(self._query.sort)

    def _show_sort(self) -> None:
        names, query = COLUMNS[self._query.table], self._query
        column = names.index(query.sort) if query.sort in names else _NO_SORT
        order = Qt.SortOrder.DescendingOrder if query.descending else Qt.SortOrder.AscendingOrder
        self.rows.horizontalHeader().setSortIndicator(column, order)
        self._sort.choose_data(query.sort)
        self._order.setChecked(query.descending)

    # What a person asks.

    @Slot(int)
    def _open_tab(self, number: int) -> None:
        if self._query.table is not _TABLES[number]:
            self._set_query(TableQuery(_TABLES[number], sought=self._search.text().strip()))
            self._fill_sort()

    @Slot()
    def _ask(self) -> None:
        sort, sought = str(self._sort.currentData() or ""), self._search.text().strip()
        self._set_query(replace(self._query, sort=sort, sought=sought, descending=self._order.isChecked()))

    @Slot(int)
    def _sort_by(self, column: int) -> None:
        name, query = COLUMNS[self.model.table][column], self._query
        descending = name == query.sort and not query.descending
        self._set_query(replace(query, sort=name, descending=descending))

    def _set_query(self, query: TableQuery) -> None:
        if query != self._query:
            self._query = query
            self._show_sort()
            self.query_changed.emit(query)

    @Slot()
    def _enter_rows(self) -> None:
        self.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.rows.currentIndex().isValid() and self.model.rowCount():
            self.rows.show_row(0)

    @Slot()
    def _enter(self) -> None:
        row = self.model.row_at(self.rows.currentIndex().row())
        if row is not None:
            self.row_entered.emit(row)

    # Words.

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language, and the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_widths()
        if event.type() == QEvent.Type.LanguageChange:
            self._fill_sort()
            self.model.retranslate()
            self.retranslate()

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("Records and relations of the project"))
        self.rows.setAccessibleName(
            self.tr("Records and relations of the project: Enter goes to the document")
        )
        self._tabs.setAccessibleName(self.tr("Which table"))
        for tab, word in zip(self._tabs.tabs, (self.tr("Records"), self.tr("Relations")), strict=True):
            tab.setText(word)
            tab.setAccessibleName(word)
            tab.updateGeometry()
        self._search.setPlaceholderText(self.tr("Search the table"))
        self._search.setAccessibleName(self.tr("Search the table"))
        self._sort.setAccessibleName(self.tr("Sorted by"))
        self._order.setAccessibleName(self.tr("From the last to the first"))
        self._order.setToolTip(self.tr("From the last to the first"))
        for button, words in ((self._csv, self.tr("Export as CSV…")), (self._close, self.tr("Close"))):
            button.setText(words)
            button.setAccessibleName(words)
        self._tell()
