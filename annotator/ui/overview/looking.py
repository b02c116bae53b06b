"""Looks at the project in a worker, one look at a time; what changed meanwhile is looked at after it."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from annotator.app.agreement.measuring import Counts, Filters
from annotator.app.agreement.overview import OverviewJob, Seen
from annotator.app.jobs import Progress
from annotator.core.changes import Changes
from annotator.core.messages import Message
from annotator.ui.bridge import Bridge
from annotator.ui.messages import said
from annotator.ui.tasks import Task
from annotator.ui.widgets.progress_strip import ProgressStrip

_QUIET_MS: Final = 400
_STRIP_AFTER_MS: Final = 500
_TOUCHING: Final = (
    "round", "span", "layer", "document", "text_version", "label", "annotator", "import_run", "review", "decision",
    "setting",
)  # fmt: skip


class Looking(QObject):
    """Looks while it is `watched`; otherwise only notes that there is something new."""

    seen = Signal(object)  # Seen
    failed = Signal(object)  # Message

    def __init__(self, bridge: Bridge, strip: ProgressStrip, counts: Counts, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._strip, self._counts = bridge, strip, counts
        self.filters = Filters()
        self._watched = False
        self._stale = True
        self._again = False
        self._task: Task | None = None
        self._quiet, self._late = QTimer(self), QTimer(self)
        for timer, milliseconds, slot in (
            (self._quiet, _QUIET_MS, self.look), (self._late, _STRIP_AFTER_MS, strip.start),
        ):  # fmt: skip
            timer.setSingleShot(True)
            timer.setInterval(milliseconds)
            timer.timeout.connect(slot)
        bridge.changed.connect(self._changed)
        strip.cancelled.connect(self._cancel)

    @property
    def idle(self) -> bool:
        """Whether what was seen last is what is there, and nothing is under way."""
        return self._task is None and not self._stale and not self._quiet.isActive()

    def watch(self, *, watched: bool) -> None:
        """Begin or end looking at each change."""
        self._watched = watched
        if watched and self._stale:
            self.look()

    def narrow(self, filters: Filters) -> None:
        """Compare other spans or documents."""
        if filters != self.filters:
            self.filters = filters
            self.look()

    @Slot()
    def look(self) -> None:
        """Look now, or after what is under way."""
        self._stale = True
        if self._task is not None:
            self._again = True
            return
        self._stale = False
        job = OverviewJob(self._bridge.session.project, self.filters, self._counts)
        self._task = Task(job, self)
        self._task.progressed.connect(self._progressed)
        self._task.finished.connect(self._finished)
        self._task.failed.connect(self._failed)
        self._task.ended.connect(self._ended)
        self._late.start()
        self._task.start()

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        # A notice without operations says that anything may have changed: a worker has been at it.
        if not changes.ops or changes.touch(*_TOUCHING):
            self._stale = True
            if self._watched:
                self._quiet.start()

    @Slot(object)
    def _progressed(self, progress: Progress) -> None:
        if self._strip.isVisible():
            self._strip.set_progress(progress.done, progress.total, said(Message(progress.unit)))

    @Slot(object)
    def _finished(self, seen: object) -> None:
        if isinstance(seen, Seen):
            self.seen.emit(seen)

    @Slot(object)
    def _failed(self, told: Message) -> None:
        self._stale = True
        if told.id != "job.cancelled":
            self.failed.emit(told)

    @Slot()
    def _cancel(self) -> None:
        self._again = False
        if self._task is not None:
            self._task.cancel()

    @Slot()
    def _ended(self) -> None:
        self._late.stop()
        self._strip.finish()
        if self._task is not None:
            self._task.deleteLater()
            self._task = None
        if self._again:
            self._again = False
            self.look()

    def stop(self) -> None:
        """End what is under way and wait for it: the project is closed."""
        self._watched = self._again = False
        self._quiet.stop()
        if self._task is not None:
            self._task.cancel()
            self._task.wait()
