"""The documents of the open project as a list: which, in what order, how many; and the search in them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.app.session import Session
from annotator.core.listing import ListQuery, ListRow
from annotator.store import listing, search

if TYPE_CHECKING:
    from array import array


class Library:
    """Answers the list of documents; reads only."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def ids(self, query: ListQuery) -> "array[int]":
        """Return the ids of the documents that the query asks for, in its order."""
        return listing.ids(self._session.project.connection, query, self._session.annotator.id)

    def rows(self, ids: Sequence[int]) -> Sequence[ListRow]:
        """Return what the list shows of these documents, in the order of the ids."""
        return listing.rows(self._session.project.connection, ids, self._session.annotator.id)

    def counts(self) -> dict[str, int]:
        """Return how many documents there are of each status, and flagged, unconfirmed and in all ("")."""
        return listing.counts(self._session.project.connection, self._session.annotator.id)

    def unindexed(self) -> int:
        """Return how many documents the search index does not hold yet; they are searched all the same."""
        return search.pending(self._session.project.connection)

    def holds(self, document_id: int) -> bool:
        """Tell whether the document is one of those that the list can show."""
        return self._session.project.reading.in_use(document_id)
