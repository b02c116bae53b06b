"""Giving back from the window: looks what there is, asks what is wanted, has a worker write it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from annotator.app.jobs import Job, Progress
from annotator.app.review.giving_back import (
    GiveBackJob,
    GivenBack,
    GivingBack,
    PreviewJob,
    Survey,
    SurveyJob,
    proposed_folder,
)
from annotator.core.messages import Message
from annotator.review.feedback import Feedback
from annotator.ui.returning.give_panel import GiveBackPanel
from annotator.ui.tasks import Task
from annotator.ui.workspace import Workspace


class GiveBackDesk(QObject):
    """One piece of work at a time for one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._task: Task | None = None
        self._next: tuple[Job, Callable[..., None]] | None = None
        workspace.progress.cancelled.connect(self._cancel)
        workspace.closing.connect(self._stop)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {"review.give-back": self.open_panel}

    def open_panel(self) -> None:
        """Look what could be given back, then ask."""
        session = self._workspace.session
        if self._task is None:
            self._ask(SurveyJob(session.project, session.annotator), self._surveyed)

    def _ask(self, job: Job, finished: Callable[..., None]) -> None:
        """Run a job next: a panel may answer before the worker that asked for it has quite ended."""
        self._next = (job, finished)
        if self._task is None:
            self._begin_next()

    def _begin_next(self) -> None:
        if self._next is None:
            return
        (job, finished), self._next = self._next, None
        task = Task(job, self)
        task.progressed.connect(self._progressed)
        task.finished.connect(finished)
        task.failed.connect(self._failed)
        task.ended.connect(self._ended)
        self._task = task
        task.start()

    @Slot(object)
    def _surveyed(self, survey: Survey) -> None:
        panel = GiveBackPanel(survey, proposed_folder(self._workspace.session))
        panel.write_wished.connect(self._write)
        panel.preview_wished.connect(self._preview)
        panel.close_wished.connect(self._workspace.panels.close_panel)
        self._workspace.panels.open_panel(panel)

    @Slot()
    def _preview(self) -> None:
        session = self._workspace.session
        self._ask(PreviewJob(session.project, session.annotator), self._previewed)

    @Slot(object)
    def _previewed(self, told: dict[str, Feedback]) -> None:
        panel = self._workspace.panels.panel
        if isinstance(panel, GiveBackPanel):
            panel.set_previews(told)

    @Slot(object)
    def _write(self, request: GivingBack) -> None:
        session = self._workspace.session
        self._ask(GiveBackJob(session.project, session.annotator, request), self._written)

    @Slot(object)
    def _written(self, given: GivenBack) -> None:
        if isinstance(self._workspace.panels.panel, GiveBackPanel):
            self._workspace.panels.close_panel()

        def told() -> str:
            words = self.tr("Given back: files {count}, in {folder}")
            return words.format(count=f"{len(given.files):,}", folder=str(given.folder))

        self._workspace.notices.show_notice(told, "info", ())

    @Slot(object)
    def _progressed(self, progress: Progress) -> None:
        self._workspace.progress.set_progress(progress.done, progress.total, self.tr("documents"))
        self._workspace.progress.show()

    @Slot(object)
    def _failed(self, told: Message) -> None:
        self._workspace.notices.show_notice(told, "problem", ())

    @Slot()
    def _ended(self) -> None:
        self._workspace.progress.hide()
        if self._task is not None:
            self._task.deleteLater()
            self._task = None
        self._begin_next()

    @Slot()
    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    @Slot()
    def _stop(self) -> None:
        self._next = None
        if self._task is not None:
            self._task.cancel()
            self._task.wait()
