"""Keeps the numbers before adjudication, by itself, at the first decision."""

from PySide6.QtCore import QObject, Slot

from annotator.app.agreement.measuring import Counts
from annotator.app.agreement.rounds import BeforeJob, has_before
from annotator.core.changes import Changes
from annotator.core.commands.rounds import FreezeRound
from annotator.ui.bridge import Bridge
from annotator.ui.labels.errands import Errands


class BeforeKeeper(QObject):
    """Measures where decisions come into a project that had none; the layers that are compared stay as they were."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._errands = Errands(self)
        self._errands.failed.connect(bridge.failed)
        project = bridge.session.project
        # A program that ended before the numbers were there keeps them at the next decision.
        self._kept = project.reading.has_decisions() and has_before(bridge.session)
        bridge.changed.connect(self._changed)

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return self._errands.idle

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        if changes.ops and not changes.touch("decision"):
            return
        decided = self._bridge.session.project.reading.has_decisions()
        if decided and not self._kept:
            self._errands.run(BeforeJob(self._bridge.session.project, Counts()), self._measured)
        self._kept = decided

    def _measured(self, command: object) -> None:
        if isinstance(command, FreezeRound):
            self._bridge.do(command)

    def stop(self) -> None:
        """End what is under way: the project is closed."""
        self._errands.stop()
