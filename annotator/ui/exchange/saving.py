"""Saving what was not taken: asks where to, and writes it in a worker."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from annotator.app.imports.rejects import Refused, RejectsJob
from annotator.core.messages import Message
from annotator.ui.messages import said
from annotator.ui.one_job import OneJob
from annotator.ui.workspace import Workspace


class RejectSaver(QObject):
    """One file at a time."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._path = Path()
        self._job = OneJob(workspace, self)
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self._failed)

    def save(self, refused: Sequence[Refused]) -> None:
        """Ask for a file and write what was refused into it."""
        if self._job.busy or not refused:
            return
        first = refused[0].path
        name, _filter = QFileDialog.getSaveFileName(
            self._workspace,
            self.tr("Save what was not taken"),
            str(first.with_name(f"{first.stem}.rejects.jsonl")),
            "JSON Lines (*.jsonl)",
        )
        if name:
            self._path = Path(name)
            self._job.start(RejectsJob(refused, self._path, said))

    @Slot(object)
    def _finished(self, count: int) -> None:
        self._workspace.notices.show_notice(
            lambda: (
                self.tr("Saved what was not taken (%1) to %2.")
                .replace("%1", f"{count:,}")
                .replace("%2", str(self._path))
            ),
            "info",
            (),
        )

    @Slot(object)
    def _failed(self, told: Message) -> None:
        self._workspace.notices.show_notice(told, "problem", ())
