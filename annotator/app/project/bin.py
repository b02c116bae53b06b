"""The bin of the open project: what is in it, and removing it for good."""

from collections.abc import Sequence

from annotator.app.project import copies
from annotator.app.session import Session
from annotator.core.changes import Changes, RowOp
from annotator.core.document import Document
from annotator.core.errors import user_error
from annotator.store import removal


def binned(session: Session) -> tuple[Document, ...]:
    """Return the documents in the bin, the last one put there first."""
    return session.project.reading.binned()


def remove_for_good(session: Session, document_ids: Sequence[int]) -> tuple[str, ...]:
    """Erase documents of the bin; return the days of the backups that still hold one of them."""
    documents = [session.document(document_id) for document_id in document_ids]
    if not documents or any(not document.binned_at for document in documents):
        raise user_error("document.not-binned")
    days = tuple(
        backup.day
        for backup in copies.backups(session)
        if any(removal.holds(backup.path, document.uid) for document in documents)
    )
    removal.remove_for_good(session.project.connection, document_ids, session.now())
    ops = tuple(RowOp("document", document.id, document.row(), None) for document in documents)
    session.refresh(Changes(ops))
    return days
