"""Checking files from the window: asks which, checks them in a worker, shows what is wrong and where."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from annotator.app.imports.checking import CheckJob, CheckReport, CheckRequest
from annotator.app.imports.known_texts import WithTexts
from annotator.app.imports.rejects import counts_as_browsers
from annotator.core.messages import Message
from annotator.formats.attaching import Texts
from annotator.ui.exchange.account_panel import AccountPanel
from annotator.ui.exchange.saving import RejectSaver
from annotator.ui.one_job import OneJob
from annotator.ui.workspace import Workspace


class CheckDesk(QObject):
    """Checks files for one workspace; the texts of files that hold marks alone are those of its project."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._saver = RejectSaver(workspace)
        self._request = CheckRequest(())
        self._reports: Sequence[CheckReport] = ()
        self._job = OneJob(workspace, self)
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self._failed)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {"file.check": self.choose}

    def choose(self) -> None:
        """Ask which files to check."""
        names, _filter = QFileDialog.getOpenFileNames(self._workspace, self.tr("Check files"))
        if names:
            self._check(CheckRequest(tuple(Path(name) for name in names)))

    def _check(self, request: CheckRequest) -> None:
        if not self._job.busy:
            self._request = request
            self._job.start(WithTexts(self._workspace.session.project, partial(_job, request)))

    @Slot(object)
    def _finished(self, reports: Sequence[CheckReport]) -> None:
        self._reports = reports
        self._refused = [found for one in reports if (found := one.refused).rejects]
        offered = not self._request.utf16 and counts_as_browsers(self._refused)
        panel = AccountPanel(self._told, self._refused, utf16_offered=offered)
        panel.save_wished.connect(self._save)
        panel.again_wished.connect(self._again)
        panel.close_wished.connect(self._workspace.panels.close_panel)
        self._workspace.panels.open_panel(panel)

    def _told(self) -> list[str]:
        sums = (
            len(self._reports),
            sum(one.documents for one in self._reports),
            sum(one.spans for one in self._reports),
        )
        read = self.tr("Files %1, documents %2, spans %3.")
        for number, value in enumerate(sums, 1):
            read = read.replace(f"%{number}", f"{value:,}")
        problems = sum(len(one.rejects) for one in self._refused)
        if problems:
            return [self.tr("Checked: problems %1").replace("%1", f"{problems:,}"), read]
        return [self.tr("Checked: no problem"), read]

    @Slot(object)
    def _failed(self, told: Message) -> None:
        kind = "info" if told.id == "job.cancelled" else "problem"
        self._workspace.notices.show_notice(told, kind, ())

    @Slot()
    def _save(self) -> None:
        self._saver.save(self._refused)

    @Slot()
    def _again(self) -> None:
        self._check(replace(self._request, utf16=True))


def _job(request: CheckRequest, texts: Texts) -> CheckJob:
    return CheckJob(replace(request, texts=texts))
