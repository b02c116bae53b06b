"""The steps of the whole project as the history list shows them."""

from annotator.app.documents.titles import called
from annotator.app.session import Session
from annotator.core.errors import UserError
from annotator.core.history import Step
from annotator.store import journal

_MOST = 200


def recent_steps(session: Session) -> list[tuple[Step, str, bool]]:
    """Return (step, title of its document or "", taken back) of the last steps, newest first."""
    rows = []
    for entry in journal.steps(session.project.connection, _MOST):
        where = "" if entry.step.document_id is None else _title(session, entry.step.document_id)
        rows.append((entry.step, where, entry.state == "undone"))
    return rows


def _title(session: Session, document_id: int) -> str:
    try:
        document = session.document(document_id)
    except UserError:  # the step that brought the document was taken back
        return ""
    return called(session.project.reading, document)
