"""The session as Qt sees it: one signal after each commit, one for what could not be done."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.app.session import Session
from annotator.core.changes import Changes
from annotator.core.commands.base import Command
from annotator.core.errors import UserError
from annotator.core.history import History


class Bridge(QObject):
    """Carries user actions to the session, its notices and its errors to the widgets."""

    changed = Signal(object)  # annotator.core.changes.Changes
    failed = Signal(object)  # annotator.core.messages.Message

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._end = session.subscribe(self.changed.emit)

    def do(self, command: Command) -> Changes | None:
        """Carry out a command; what a person must know of its failure goes out as `failed`."""
        return self._tried(lambda: self.session.do(command))

    def undo(self, document_id: int | None) -> Changes | None:
        """Take back the last step of the document, or (None) of the project."""
        return self._tried(lambda: self.session.undo(document_id))

    def redo(self, document_id: int | None) -> Changes | None:
        """Bring back what was last taken back."""
        return self._tried(lambda: self.session.redo(document_id))

    def history(self, document_id: int | None) -> History:
        """Return the history of the document, or (None) of the project."""
        return self.session.history(document_id)

    def close(self) -> None:
        """Hear nothing more of the session."""
        self._end()

    def _tried(self, act: Callable[[], Changes | None]) -> Changes | None:
        try:
            return act()
        except UserError as error:
            self.failed.emit(error.message)
            return None
