"""The active time a person spends on a document: idle gaps are left out."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Slot

from annotator.core.errors import UserError
from annotator.ui.annotate.desk import Desk
from annotator.ui.bridge import Bridge

# A longer gap between two signs of life is a pause, not work.
IDLE_SECONDS = 60.0
_SIGNS = frozenset({
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.InputMethod,
})  # fmt: skip


class TimeKeeper(QObject):
    """Watches a window for signs of life and adds them up for the document shown.

    What was counted is written when the document is left and when nothing has been done for a while; it is no
    step to undo. A document on which nothing is begun keeps no time.
    """

    def __init__(
        self, bridge: Bridge, desk: Desk, watched: QObject, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(watched)
        self._bridge = bridge
        self._desk = desk
        self._clock = clock
        self._document_id: int | None = None
        self._last = clock()
        self._counted = 0.0
        desk.document_shown.connect(self._document_shown)

    def watch(self, watched: QObject) -> None:
        """Take the events of this object for signs of life."""
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear a sign of life, and let it pass."""
        if event.type() in _SIGNS:
            self.touch()
        return super().eventFilter(watched, event)

    def touch(self) -> None:
        """Count the time since the last sign of life, unless it was a pause."""
        now = self._clock()
        gap, self._last = now - self._last, now
        if self._document_id is not None and 0 < gap <= IDLE_SECONDS:
            self._counted += gap

    @Slot()
    def write(self) -> None:
        """Write what was counted in whole seconds; the rest is counted on."""
        seconds = int(self._counted)
        project = self._bridge.session.project
        if self._document_id is None or not seconds or project.read_only:
            return
        self._counted -= seconds
        try:
            project.add_active_seconds(self._document_id, self._bridge.session.annotator.id, seconds)
        except UserError:
            # Work is never held up for the sake of its clock; the seconds are tried again later.
            self._counted += seconds

    @Slot(object)
    def _document_shown(self, _document: object) -> None:
        if self._desk.document_id == self._document_id:
            return
        self.touch()
        self.write()
        self._document_id = self._desk.document_id
        self._counted, self._last = 0.0, self._clock()
