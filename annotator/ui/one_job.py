"""One job at a time for one workspace: its progress in the strip, its end told, cancelled when the project is shut."""

from PySide6.QtCore import QObject, Signal, Slot

from annotator.app.jobs import Job, Progress
from annotator.ui.importing.words import unit_words
from annotator.ui.tasks import Task
from annotator.ui.workspace import Workspace


class OneJob(QObject):
    """Starts jobs; exactly one of `finished`, `failed` follows each, then `ended`; none of them one that is stopped."""

    finished = Signal(object)  # what the job returned
    failed = Signal(object)  # annotator.core.messages.Message
    ended = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._task: Task | None = None
        workspace.progress.cancelled.connect(self.cancel)
        workspace.closing.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        return self._task is not None

    def start(self, job: Job) -> None:
        """Start a job, where none is under way."""
        if self._task is not None:
            return
        self._task = Task(job, self)
        self._task.progressed.connect(self._progressed)
        self._task.finished.connect(self._finished)
        self._task.failed.connect(self._failed)
        self._task.ended.connect(self._ended)
        self._task.start()

    @Slot()
    def cancel(self) -> None:
        """Ask the job to end; it leaves everything as it was."""
        if self._task is not None:
            self._task.cancel()

    @Slot()
    def stop(self) -> None:
        """Cancel the job and wait for it; what it has to say is not heard any more."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            task.wait()

    @Slot(object)
    def _progressed(self, progress: Progress) -> None:
        if self._task is None:
            return
        self._workspace.progress.set_progress(progress.done, progress.total, unit_words(progress.unit))
        self._workspace.progress.show()

    @Slot(object)
    def _finished(self, result: object) -> None:
        if self._task is not None:
            self.finished.emit(result)

    @Slot(object)
    def _failed(self, told: object) -> None:
        if self._task is not None:
            self.failed.emit(told)

    @Slot()
    def _ended(self) -> None:
        if self._task is not None:
            self._workspace.progress.finish()
            self._task.deleteLater()
            self._task = None
            self.ended.emit()
