"""Takes "Undo" off notices about steps that are no longer the last: it would take back another one."""

from typing import Final

from PySide6.QtCore import QObject, Slot

from annotator.ui.bridge import Bridge
from annotator.ui.widgets.notice_bar import NoticeBar

_OF_STEPS: Final = ("undo-", "redo-")


class OutdatedUndo(QObject):
    """Watches the steps over the project; those of single documents have their own undo."""

    def __init__(self, bridge: Bridge, notices: NoticeBar) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._notices = notices
        self._last = self._step()
        bridge.changed.connect(self._changed)

    def _step(self) -> int | None:
        step = self._bridge.history(None).to_undo
        return None if step is None else step.id

    @Slot()
    def _changed(self) -> None:
        # A notice is shown after its step: whatever stands there now is about an earlier one.
        last = self._step()
        if last != self._last:
            self._last = last
            self._notices.drop_actions(_OF_STEPS)
