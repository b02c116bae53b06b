"""The documents of the open project as a list: which, in what order, how many; and the search in them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.app.jobs import Cancelled, Report, stop_if
from annotator.app.session import Session
from annotator.core.listing import ListQuery, ListRow
from annotator.store import listing, search
from annotator.store.project import Project

if TYPE_CHECKING:
    from array import array

FIRST_HITS = 50
_HITS_AT_A_TIME = 500


class SearchJob:
    """Finds every document that holds a text; in a worker, since a common one is in all of them."""

    def __init__(self, project: Project, text: str) -> None:
        self._project = project
        self._text = text

    def run(self, _report: Report, cancelled: Cancelled) -> tuple[str, tuple[int, ...]]:
        """Return the text and the ids of all documents that hold it, by age."""
        connection = self._project.worker_connection()
        try:
            found: list[int] = []
            while True:
                stop_if(cancelled)
                after = found[-1] if found else 0
                hits = search.search(connection, self._text, limit=_HITS_AT_A_TIME, after=after)
                found.extend(hits.ids)
                if hits.complete or not hits.ids:
                    return self._text, tuple(found)
        finally:
            connection.close()


class Library:
    """Answers the list of documents; reads only."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._sought = ""
        self._found: Sequence[int] | None = None
        self.partial = False

    def ids(self, query: ListQuery) -> "array[int]":
        """Return the ids of the documents that the query asks for, in its order.

        Of a search the first hits at once: `partial` then says that there are more, until `take_found`.
        """
        connection, found, self.partial = self._session.project.connection, None, False
        if query.text:
            found = self._found if query.text == self._sought else None
            if found is None:
                hits = search.search(connection, query.text, limit=FIRST_HITS)
                found, self.partial = hits.ids, not hits.complete
        return listing.ids(connection, query, self._session.annotator.id, found=found)

    def take_found(self, text: str, ids: Sequence[int]) -> None:
        """Take all hits of a search, as a worker found them."""
        self._sought, self._found = text, ids

    def forget_found(self) -> None:
        """Search anew when asked next: documents have changed."""
        self._sought, self._found = "", None

    def rows(self, ids: Sequence[int]) -> Sequence[ListRow]:
        """Return what the list shows of these documents, in the order of the ids."""
        return listing.rows(self._session.project.connection, ids, self._session.annotator.id)

    def counts(self) -> dict[str, int]:
        """Return how many documents there are of each status, and flagged, unconfirmed and in all ("")."""
        return listing.counts(self._session.project.connection, self._session.annotator.id)

    def unindexed(self) -> int:
        """Return how many documents the search index does not hold yet; they are searched all the same."""
        return search.pending(self._session.project.connection)

    def last_shown(self) -> int | None:
        """Return the document in which the person was last, None where there is none that can be shown."""
        document_id = self._session.project.reading.shown_document()
        return document_id if document_id is not None and self.holds(document_id) else None

    def holds(self, document_id: int) -> bool:
        """Tell whether the document is one of those that the list can show."""
        return self._session.project.reading.in_use(document_id)
