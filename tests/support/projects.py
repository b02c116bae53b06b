"""Real projects for tests: a new file with documents of a given text, and the session on it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from annotator.app.session import Session
from annotator.core.changes import Change, insert
from annotator.core.commands.documents import text_version_row
from annotator.core.document import Document, TextVersion
from annotator.core.messages import message
from annotator.core.people import Annotator
from annotator.core.text import Zone, digest
from annotator.store.project import Project, utc_now

AT = "2026-01-02T03:04:05Z"


def make_session(folder: Path, *texts: str, clock: Callable[[], str] = utc_now) -> Session:
    """Make a project in `folder` with one confirmed document for each text; ids count from 1."""
    project = Project.create(
        folder / "project.sqlite",
        lock_dir=folder / "locks",
        backups_dir=folder / "backups",
        annotator=Annotator(1, "someone", "김하나"),
        clock=clock,
    )
    session = Session(project, project.reading.annotator(1), clock=clock)
    for text in texts:
        add_document(session, text)
    return session


def reopen(session: Session) -> Session:
    """Close the session's project and open it again."""
    path, annotator = session.project.path, session.annotator
    session.project.close()
    project = Project.open(path, lock_dir=path.parent / "locks", backups_dir=path.parent / "backups")
    return Session(project, project.reading.annotator(annotator.id))


def add_document(session: Session, text: str, *, zones: Sequence[Zone] = (), confirmed: bool = True) -> int:
    """Add a document with this text and return its id."""
    document_id, version_id = session.new_id("document"), session.new_id("text_version")
    version = TextVersion(version_id, document_id, None, text, digest(text), tuple(zones), (), AT)
    title = text[:20].split("\n", 1)[0]
    document = Document(
        document_id, f"d{document_id}", version_id, confirmed,
        title, "", "", "", "", "", "", "", "", "", "ko", AT,
    )  # fmt: skip
    ops = (insert("document", document.row()), insert("text_version", text_version_row(version)))
    session.project.apply(Change(message("test.document"), ops), session.annotator.id)
    return document_id
