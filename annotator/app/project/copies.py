"""Copies of the open project: the one to send, the dated backups, and bringing one of them back."""

from pathlib import Path

from annotator.app.session import Session
from annotator.store import backup


def send_copy(session: Session, target: Path) -> None:
    """Write a whole copy of the project to `target`; UserError where it cannot be, and no half file is left."""
    backup.send_copy(session.project.connection, session.project.path, target)


def backups(session: Session) -> tuple[backup.Backup, ...]:
    """Return the backups of the project, newest first."""
    return backup.stored(session.project.backup_folder)


def restore(session: Session, chosen: backup.Backup) -> Path:
    """Bring a backup back as a new file beside the project, which stays as it is; return its path."""
    return backup.restore(chosen, session.project.path)
