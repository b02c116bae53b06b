"""Workers: one job at a time in a thread of its own, its progress and its end told in the main thread."""

import threading

from PySide6.QtCore import QObject, QThread, Signal, Slot

from annotator.app.jobs import Job, Progress
from annotator.core.errors import UserError


class _Worker(QThread):
    """Runs one job. Its signals reach only slots of QObjects of the main thread."""

    progressed = Signal(object)
    returned = Signal(object)
    refused = Signal(object)
    broke = Signal(object)

    def __init__(self, job: Job, parent: QObject) -> None:
        super().__init__(parent)
        self._job = job
        self._stop = threading.Event()

    def stop(self) -> None:
        """Ask the job to end at the next safe place."""
        self._stop.set()

    def run(self) -> None:
        try:
            result = self._job.run(self.progressed.emit, self._stop.is_set)
        except UserError as error:
            self.refused.emit(error.message)
        except Exception as error:  # noqa: BLE001  (handed to the main thread, which reports it as a bug)
            self.broke.emit(error)
        else:
            self.returned.emit(result)


class Task(QObject):
    """A job under way: exactly one of `finished`, `failed` is emitted, in the main thread."""

    progressed = Signal(object)  # annotator.app.jobs.Progress
    finished = Signal(object)  # what the job returned
    failed = Signal(object)  # annotator.core.messages.Message
    ended = Signal()  # after either, and after a bug

    def __init__(self, job: Job, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bug: Exception | None = None
        self._worker = _Worker(job, self)
        self._worker.progressed.connect(self._progressed)
        self._worker.returned.connect(self._returned)
        self._worker.refused.connect(self._refused)
        self._worker.broke.connect(self._broke)
        self._worker.finished.connect(self._ended)

    def start(self) -> None:
        """Start the worker."""
        self._worker.start()

    @Slot()
    def cancel(self) -> None:
        """Ask the job to end; it leaves everything as it was."""
        self._worker.stop()

    def wait(self) -> None:
        """Block until the worker has ended: only when the program closes."""
        self._worker.wait()

    @property
    def running(self) -> bool:
        """Whether the worker is at work."""
        return self._worker.isRunning()

    @Slot(object)
    def _progressed(self, progress: Progress) -> None:
        self.progressed.emit(progress)

    @Slot(object)
    def _returned(self, result: object) -> None:
        self.finished.emit(result)

    @Slot(object)
    def _refused(self, told: object) -> None:
        self.failed.emit(told)

    @Slot(object)
    def _broke(self, error: Exception) -> None:
        self._bug = error

    @Slot()
    def _ended(self) -> None:
        self.ended.emit()
        if self._bug is not None:
            bug, self._bug = self._bug, None
            raise bug
