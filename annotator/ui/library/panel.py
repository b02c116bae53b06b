"""The list of documents at the left: search, filter, order, the list itself, and how many there are."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from annotator.core.listing import FILTERS, SORTS, ListQuery
from annotator.core.narrowing import parsed
from annotator.ui.library import delegate
from annotator.ui.library.empty import EmptyState
from annotator.ui.library.model import DocumentModel, FetchIds, FetchRows
from annotator.ui.library.term_button import TermButton
from annotator.ui.library.words import filter_word, sort_word
from annotator.ui.theme import Theme
from annotator.ui.widgets.buttons import OrderButton
from annotator.ui.widgets.quiet_combo import QuietCombo
from annotator.ui.widgets.quiet_table import QuietTable
from annotator.ui.widgets.search_field import SearchField
from annotator.ui.widgets.tones import small_font

_MARGIN: Final = 12


class LibraryPanel(QWidget):
    """Shows the documents that its source has, and says which one a person went to."""

    document_chosen = Signal(int)
    query_changed = Signal(object)  # ListQuery; the list shows it already
    import_wished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library")
        self._counts: dict[str, int] = {}
        self._total = 0
        self._partial = False
        self.model = DocumentModel(parent=self)
        self._search = SearchField(self)
        self._filter = QuietCombo(self)
        self._sort = QuietCombo(self)
        self._order = OrderButton(self)
        self._terms = TermButton(self)
        self._table = QuietTable(self)
        self._delegate = delegate.DocumentDelegate(self.model, theme, self._table)
        self._empty = EmptyState(self)
        self._footer = QLabel(self)
        self._stack = QStackedWidget(self)
        for widget, name in (
            (self._search, "library-search"),
            (self._filter, "library-filter"),
            (self._sort, "library-sort"),
            (self._order, "library-order"),
            (self._terms, "library-terms"),
            (self._table, "library-table"),
            (self._footer, "library-footer"),
        ):
            widget.setObjectName(name)
        for filter_ in FILTERS:
            self._filter.addItem("", filter_)
        for sort in SORTS:
            self._sort.addItem("", sort)
        self._set_up_table()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._tell()

    def _set_up_table(self) -> None:
        table = self._table
        table.setModel(self.model)
        table.setItemDelegate(self._delegate)
        table.setSelectionMode(QuietTable.SelectionMode.SingleSelection)
        table.horizontalHeader().setStretchLastSection(True)
        table.set_row_shape(delegate.TEXT_LINES, delegate.PADDING)

    def _lay_out(self) -> None:
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        order = QHBoxLayout()
        order.setSpacing(4)
        order.addWidget(self._terms)
        order.addWidget(self._sort, 1)
        order.addWidget(self._order)
        top = QVBoxLayout()
        top.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 8)
        top.setSpacing(8)
        top.addWidget(self._search)
        top.addWidget(self._filter)
        top.addLayout(order)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self._footer)
        self._footer.setTextFormat(Qt.TextFormat.PlainText)
        self._footer.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._footer.setContentsMargins(_MARGIN, 6, _MARGIN, 6)
        self._footer.setFont(small_font(self.font()))

    def _connect(self) -> None:
        self._search.sought.connect(self._ask)
        self._search.left_down.connect(self._enter_table)
        self._filter.activated.connect(self._ask)
        self._sort.activated.connect(self._ask)
        self._order.clicked.connect(self._ask)
        self._terms.term_chosen.connect(self._search.begin)
        self._table.row_chosen.connect(self._choose)
        self._empty.import_wished.connect(self.import_wished)
        self._empty.all_wished.connect(self.show_all)
        self.model.modelReset.connect(self._tell)

    # What is shown.

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._delegate.set_theme(theme)
        self._table.viewport().update()

    def set_source(self, fetch_ids: FetchIds, fetch_rows: FetchRows) -> None:
        """Take the documents from these two: ids of a query in order, rows of ids."""
        with self._table.silence():
            self.model.set_source(fetch_ids, fetch_rows)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many documents each filter would show; "" is all, and the total of the footer."""
        self._counts = dict(counts)
        self._name_filters()
        self.set_total(self._counts.get("", self._total))

    def set_total(self, total: int) -> None:
        """Say how many documents the project has."""
        self._total = total
        self._tell()

    def set_partial(self, *, partial: bool) -> None:
        """Say that there are more documents than are listed so far, or that these are all."""
        self._partial = partial
        self._tell()

    def reset(self) -> None:
        """Ask for the documents anew; the current one stays current where it is still listed."""
        current = self.current_id()
        with self._table.silence():
            self.model.reset()
        self.set_current(current)

    def refresh(self, document_id: int) -> None:
        """Show the document as it is now; it keeps its place until the list is asked for anew."""
        self.model.refresh(document_id)

    def set_current(self, document_id: int | None) -> None:
        """Make the document current and bring it into sight, without saying so; None, or not listed: none."""
        self._table.show_row(self.model.row_of(document_id))

    def current_id(self) -> int | None:
        """Return the id of the current document, or None."""
        row = self._table.currentIndex().row()
        return self.model.id_at(row) if 0 <= row < self.shown() else None

    def query(self) -> ListQuery:
        """Return what is asked for now."""
        return self.model.query

    def shown(self) -> int:
        """Return how many documents are listed."""
        return self.model.rowCount()

    def place_of(self, document_id: int | None) -> int:
        """Return which one of those listed the document is, from 1; 0 where it is not listed."""
        return self.model.row_of(document_id) + 1

    def next_id(self, after: int | None) -> int | None:
        """Return the document after that one in the order shown, None at the end; the first where it is not listed."""
        row = self.model.row_of(after) + 1
        return self.model.id_at(row) if row < self.shown() else None

    def previous_id(self, before: int | None) -> int | None:
        """Return the document before that one in the order shown, None at the beginning and where it is not listed."""
        row = self.model.row_of(before) - 1
        return self.model.id_at(row) if row >= 0 else None

    def flow_widgets(self) -> list[QWidget]:
        """Return the widgets on which the flow keys work."""
        return [self._table]

    def focus_list(self) -> None:
        """Put the keyboard into the list, or into the search where nothing is listed; so does `setFocus`."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """Put the keyboard into the search field, its text selected."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    # What a person does.

    @Slot()
    def show_all(self) -> None:
        """Take search and filter away."""
        self._search.clear()
        self._filter.choose_data("")
        self._ask()
        self._search.say()

    @Slot()
    def _ask(self) -> None:
        text, terms = parsed(self._search.text())
        query = ListQuery(
            text=text,
            terms=terms,
            status=self._filter.currentData(),
            sort=self._sort.currentData(),
            descending=self._order.isChecked(),
        )
        self._name_order()
        if query == self.model.query:
            return
        current = self.current_id()
        with self._table.silence():
            self.model.set_query(query)
        self.set_current(current)
        self.query_changed.emit(query)

    @Slot()
    def _enter_table(self) -> None:
        if self.shown():
            self._table.setFocus(Qt.FocusReason.TabFocusReason)
            if not self._table.currentIndex().isValid():
                self._table.setCurrentIndex(self.model.index(0, 0))

    @Slot(int)
    def _choose(self, row: int) -> None:
        self.document_chosen.emit(self.model.id_at(row))

    # Words.

    @Slot()
    def _tell(self) -> None:
        shown = self.shown()
        self._stack.setCurrentWidget(self._table if shown else self._empty)
        self.setFocusProxy(self._table if shown else self._search)
        nothing_yet = self._total == 0 and self.model.query == replace(
            ListQuery(), sort=self.model.query.sort
        )
        self._empty.set_nothing_yet(nothing_yet=nothing_yet)
        if self._partial:
            words = self.tr("{count}+ of {total}")
        elif shown == self._total:
            words = self.tr("1 document") if shown == 1 else self.tr("{count} documents")
        else:
            words = self.tr("{count} of {total}")
        self._footer.setText(
            words.format(count=f"{shown:,}", total=f"{self._total:,}") if self._total else ""
        )

    def _name_filters(self) -> None:
        for index, filter_ in enumerate(FILTERS):
            count = self._counts.get(filter_)
            word = filter_word(filter_)
            self._filter.setItemText(index, word if count is None else f"{word} · {count:,}")

    def _name_order(self) -> None:
        name = self.tr("Descending") if self._order.isChecked() else self.tr("Ascending")
        self._order.setAccessibleName(name)
        self._order.setToolTip(name)

    def retranslate(self) -> None:
        """Say all words anew."""
        self.setAccessibleName(self.tr("List of documents"))
        self._search.setPlaceholderText(self.tr("Search titles and texts"))
        self._search.setAccessibleName(self.tr("Search titles and texts"))
        self._filter.setAccessibleName(self.tr("Show"))
        self._sort.setAccessibleName(self.tr("Order"))
        self._table.setAccessibleName(self.tr("Documents"))
        self._footer.setAccessibleName(self.tr("How many documents are listed"))
        for index, sort in enumerate(SORTS):
            self._sort.setItemText(index, sort_word(sort))
        self._name_filters()
        self._name_order()
        self._tell()
        self._table.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language, and the text size."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._footer.setFont(small_font(self.font()))
        super().changeEvent(event)
