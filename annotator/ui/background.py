"""What runs beside the work on an open project: the search index, the daily backup, the tidying of the file."""

from PySide6.QtCore import QObject, QTimer, Slot

from annotator.app.documents.duplicates import DuplicatesJob
from annotator.app.jobs import Job, Progress
from annotator.app.project.housekeeping import BackupJob, IndexJob
from annotator.core.errors import UserError
from annotator.core.messages import Message
from annotator.ui.main_window import MainWindow
from annotator.ui.tasks import Task
from annotator.ui.workspace import Workspace

# After the first paint, so that opening is never slowed.
_AFTER_START_MS = 1500


class Background(QObject):
    """One job at a time, in a worker; cancelled when the project is shut."""

    def __init__(self, workspace: Workspace, window: MainWindow) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._window = window
        self._task: Task | None = None
        self._waiting: list[Job] = []
        self._stopped = False
        window.idle.connect(self._tidy)
        if not workspace.session.project.read_only:
            QTimer.singleShot(_AFTER_START_MS, self, self._begin)

    @Slot()
    def _begin(self) -> None:
        self._run(BackupJob(self._workspace.session.project))
        self.index()

    @Slot()
    def index(self) -> None:
        """Bring the search index up to what is in the project, and the groups of near-duplicates."""
        self._run(IndexJob(self._workspace.session.project))
        self._run(DuplicatesJob(self._workspace.session.project))

    @Slot()
    def _tidy(self) -> None:
        """Bring the journal of the file into the file, while nothing is being done."""
        if self._stopped:
            return
        try:
            self._workspace.session.project.checkpoint()
        except UserError as error:
            self._failed(error.message)

    def stop(self) -> None:
        """End for good."""
        self._stopped = True
        self._waiting.clear()
        if self._task is not None:
            self._task.cancel()
            self._task.wait()

    def _run(self, job: Job) -> None:
        if self._stopped or self._workspace.session.project.read_only:
            return
        if self._task is not None:
            self._waiting.append(job)
            return
        self._task = Task(job, self)
        self._task.progressed.connect(self._progressed)
        self._task.failed.connect(self._failed)
        self._task.ended.connect(self._ended)
        self._task.start()

    @Slot(object)
    def _progressed(self, progress: Progress) -> None:
        told = self.tr("indexing %1 of %2").replace("%1", f"{progress.done:,}")
        self._window.status.set_indexing(told.replace("%2", f"{progress.total:,}"))

    @Slot(object)
    def _failed(self, told: Message) -> None:
        if told.id != "job.cancelled" and not self._stopped:
            self._workspace.notices.show_notice(told, "problem", ())

    @Slot()
    def _ended(self) -> None:
        self._window.status.set_indexing("")
        if self._task is not None:
            self._task.deleteLater()
            self._task = None
        if self._waiting:
            self._run(self._waiting.pop(0))
