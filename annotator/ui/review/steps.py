"""Undo and redo of the review: its own steps, the last one first, whatever document or project they belong to."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from annotator.core.changes import Changes
from annotator.core.commands.base import Command
from annotator.core.history import History
from annotator.ui.bridge import Bridge


@dataclass(frozen=True, slots=True)
class _Own:
    document_id: int | None
    step_id: int


class Steps(QObject):
    """Does what the reviewer does and remembers it, so that undo finds it."""

    moved = Signal()

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._done: list[_Own] = []
        self._undone: list[_Own] = []

    def do(self, command: Command) -> Changes | None:
        """Carry out a command as a step of the review."""
        changes = self._bridge.do(command)
        if changes is not None:
            self.remember(changes)
        return changes

    def remember(self, changes: Changes) -> None:
        """Remember what was committed as a step of the review, where it was made."""
        step = self._bridge.history(changes.document_id).to_undo
        if step is not None:
            self._done.append(_Own(changes.document_id, step.id))
            self._undone.clear()
            self.moved.emit()

    def history(self, document_id: int | None) -> History:
        """Return the history that undo and redo act on; that of the document where nothing was done here."""
        self._tidy()
        own = (self._done or self._undone)[-1:]
        return self._bridge.history(own[0].document_id if own else document_id)

    def undo(self, document_id: int | None) -> Changes | None:
        """Take back the last step of the review, else the last of the document."""
        self._tidy()
        if not self._done:
            return self._bridge.undo(document_id)
        own = self._done.pop()
        changes = self._bridge.undo(own.document_id)
        if changes is not None:
            self._undone.append(own)
            self.moved.emit()
        return changes

    def redo(self, document_id: int | None) -> Changes | None:
        """Bring back what was taken back last."""
        if not self._undone:
            return self._bridge.redo(document_id)
        own = self._undone.pop()
        changes = self._bridge.redo(own.document_id)
        if changes is not None:
            self._done.append(own)
            self.moved.emit()
        return changes

    def _tidy(self) -> None:
        """Forget steps that are no longer the last of their history: something else was done on top of them."""
        while self._done and not self._is_last(self._done[-1]):
            self._done.pop()

    def _is_last(self, own: _Own) -> bool:
        step = self._bridge.history(own.document_id).to_undo
        return step is not None and step.id == own.step_id
