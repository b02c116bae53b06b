"""Spans that have changed within when a colleague's layer was laid over ours: they wait for a person's look."""

from typing import Final

from annotator.app.documents.titles import names_of
from annotator.app.session import Session
from annotator.store import anchors
from annotator.store.anchors import ChangedSpan

__all__ = ["ChangedSpan", "changed_spans"]

_MOST: Final = 2000


def changed_spans(session: Session) -> list[ChangedSpan]:
    """Return the spans that wait for a look, by document and place; not more than a person can look at."""
    connection = session.project.connection
    found = anchors.waiting(connection, _MOST)
    names = names_of(connection, {one.document_id for one in found})
    return [one._replace(title=names.get(one.document_id, one.title)) for one in found]
