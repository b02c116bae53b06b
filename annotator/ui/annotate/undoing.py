"""Undo and redo as the keys mean them: of the document shown, or, right after it, of a document's way to the bin."""

from PySide6.QtCore import QObject, Slot

from annotator.core.changes import Changes
from annotator.core.history import History
from annotator.ui.annotate.desk import Desk
from annotator.ui.bridge import Bridge


class Undoing(QObject):
    """Knows what the last thing was that the person did: a step of the document, or one that took it away."""

    def __init__(self, bridge: Bridge, desk: Desk) -> None:
        super().__init__(desk)
        self._bridge = bridge
        self._desk = desk
        self._binned_last = False
        bridge.changed.connect(self._committed)

    @property
    def history(self) -> History:
        """The steps that the keys act on."""
        return self._bridge.history(self._scope)

    @property
    def _scope(self) -> int | None:
        return None if self._binned_last else self._desk.document_id

    def undo(self) -> None:
        """Take back the last step."""
        self._desk.end_burst()
        self._bridge.undo(self._scope)

    def redo(self) -> None:
        """Bring back what was taken back last."""
        self._desk.end_burst()
        self._bridge.redo(self._scope)

    @Slot(object)
    def _committed(self, changes: Changes) -> None:
        moved = any("binned_at" in (op.after or {}) for op in changes.of("document"))
        self._binned_last = changes.document_id is None and moved
