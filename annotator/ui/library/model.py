"""The list of documents as a model: an array of ids in order, and pages of rows that are fetched when shown."""

from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.listing import ListQuery, ListRow
from annotator.ui.library.words import row_sentence, row_tooltip

FetchIds = Callable[[ListQuery], "array[int]"]
FetchRows = Callable[[Sequence[int]], Sequence[ListRow]]

PAGE: Final = 100
_MOST_PAGES: Final = 60
_ROOT: Final = QModelIndex()
_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP: Final = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN: Final = int(Qt.ItemDataRole.AccessibleTextRole)
_SHOWN_ROLES: Final = frozenset({_DISPLAY, _TOOLTIP, _SPOKEN})


def no_ids(_query: ListQuery) -> "array[int]":
    """Return no ids: the source before a project is open."""
    return array("q")


def no_rows(_ids: Sequence[int]) -> Sequence[ListRow]:
    """Return no rows."""
    return ()


class DocumentModel(QAbstractTableModel):
    """One column of documents. Holds eight bytes a document and at most 60 pages of 100 rows."""

    def __init__(
        self, fetch_ids: FetchIds = no_ids, fetch_rows: FetchRows = no_rows, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._fetch_ids = fetch_ids
        self._fetch_rows = fetch_rows
        self._query = ListQuery()
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, dict[int, ListRow]] = OrderedDict()

    # What is listed.

    @property
    def query(self) -> ListQuery:
        """What is asked for."""
        return self._query

    def set_source(self, fetch_ids: FetchIds, fetch_rows: FetchRows) -> None:
        """Take the documents from somewhere else, and fetch them."""
        self._fetch_ids, self._fetch_rows = fetch_ids, fetch_rows
        self.reset()

    def set_query(self, query: ListQuery) -> None:
        """Ask for other documents, or for another order; the same query is asked again by `reset`."""
        if query != self._query:
            self._query = query
            self.reset()

    def reset(self) -> None:
        """Fetch the ids anew and forget all rows."""
        ids = self._fetch_ids(self._query)
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    def refresh(self, document_id: int) -> None:
        """Show the document as it is now, in the place where it stands."""
        row = self.row_of(document_id)
        if row < 0:
            return
        page = self._pages.get(row // PAGE)
        if page is not None:
            page.pop(document_id, None)
            page.update((fresh.id, fresh) for fresh in self._fetch_rows((document_id,)))
        index = self.index(row, 0)
        self.dataChanged.emit(index, index)

    def id_at(self, row: int) -> int:
        """Return the id of the document in the row; IndexError outside the list."""
        if not 0 <= row < len(self._ids):
            msg = f"the list has no row {row}"
            raise IndexError(msg)
        return self._ids[row]

    def row_of(self, document_id: int | None) -> int:
        """Return the row of the document, -1 where it is not listed."""
        if document_id is None:
            return -1
        if self._query.sort == "id" and not self._query.descending:
            row = bisect_left(self._ids, document_id)
            if row < len(self._ids) and self._ids[row] == document_id:
                return row
        try:
            return self._ids.index(document_id)
        except ValueError:
            return -1

    def row_at(self, row: int) -> ListRow | None:
        """Return what the row shows; None where the document is gone since the ids were fetched."""
        if not 0 <= row < len(self._ids):
            return None
        return self._page(row // PAGE).get(self._ids[row])

    def pages_held(self) -> int:
        """Return how many pages are kept."""
        return len(self._pages)

    def _page(self, number: int) -> dict[int, ListRow]:
        page = self._pages.get(number)
        if page is None:
            start = number * PAGE
            page = {row.id: row for row in self._fetch_rows(self._ids[start : start + PAGE])}
            self._pages[number] = page
            if len(self._pages) > _MOST_PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page

    # What Qt asks.

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many documents are listed."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return one: a row is painted as a whole."""
        return 0 if parent.isValid() else 1

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> str | None:
        """Return the title, what a screen reader says, or the tooltip; the delegate paints from `row_at`."""
        if role not in _SHOWN_ROLES:
            return None
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == _SPOKEN:
            return row_sentence(row)
        if role == _TOOLTIP:
            return row_tooltip(row)
        return row.title
