"""Opens the panel of assignments and writes the files in a worker."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from annotator.app.review.assigning import Assigned, AssignJob, Share, documents_of
from annotator.core.messages import Message
from annotator.ui.assigning.panel import AssigningPanel
from annotator.ui.one_job import OneJob
from annotator.ui.workspace import Workspace


class AssigningDesk(QObject):
    """One writing at a time on one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._session = workspace.session
        self._job = OneJob(workspace, self)
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self._failed)
        self._job.ended.connect(self._ended)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {"file.assign": self.open_panel}

    @property
    def _panel(self) -> AssigningPanel | None:
        panel = self._workspace.panels.panel
        return panel if isinstance(panel, AssigningPanel) else None

    def open_panel(self) -> None:
        """Show the panel with the annotators that the project knows."""
        self._workspace.desk.end_burst()
        project = self._session.project
        names = [person.name for person in project.reading.annotators() if person.name]
        panel = AssigningPanel(documents_of(self._session), names, project.path.parent / project.path.stem)
        panel.assign_wished.connect(self._assign)
        panel.close_wished.connect(self._workspace.panels.close_panel)
        self._workspace.panels.open_panel(panel)

    @Slot(object, object, bool)
    def _assign(self, shares: tuple[Share, ...], folder: Path, quiet: bool) -> None:  # noqa: FBT001 - Qt's signature
        panel = self._panel
        if panel is None or self._job.busy:
            return
        panel.set_busy(busy=True)
        self._job.start(AssignJob(self._session, shares, folder, quiet=quiet))

    @Slot(object)
    def _finished(self, assigned: Assigned) -> None:
        names = ", ".join(path.name for path in assigned.files.values())
        self._workspace.panels.close_panel()
        self._workspace.notices.show_notice(
            lambda: self.tr(
                "Written: %1. Send each annotator their file; gather them again by import."
            ).replace("%1", names),
            "info",
            (),
        )

    @Slot(object)
    def _failed(self, told: Message) -> None:
        if self._panel is not None:
            self._panel.tell(told)
        else:
            self._workspace.notices.show_notice(told, "problem", ())

    @Slot()
    def _ended(self) -> None:
        if self._panel is not None:
            self._panel.set_busy(busy=False)
