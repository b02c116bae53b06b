"""Exporting the open project: opens the panel, starts the worker, tells what went out and what did not."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from annotator.app.export_job import ExportJob
from annotator.app.exporting import ExportOptions, ExportResult, layer_choices, proposed_file
from annotator.app.jobs import Progress
from annotator.core.commands.people import NameAnnotator
from annotator.core.messages import Message
from annotator.ui.export.panel import ExportPanel
from annotator.ui.messages import said
from annotator.ui.tasks import Task
from annotator.ui.workspace import Workspace


class ExportDesk(QObject):
    """One export at a time for one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._panel: ExportPanel | None = None
        self._task: Task | None = None
        workspace.panels.closed.connect(self._closed)
        workspace.progress.cancelled.connect(self.cancel)

    def open_panel(self) -> None:
        """Show the panel with its defaults."""
        session = self._workspace.session
        self._workspace.desk.end_burst()
        panel = ExportPanel(
            layer_choices(session), proposed_file(session), name_needed=not session.annotator.name
        )
        panel.export_wished.connect(self._export)
        panel.close_wished.connect(self._close)
        self._workspace.panels.open_panel(panel)
        self._panel = panel

    def stop(self) -> None:
        """Cancel what is under way and wait for it."""
        if self._task is not None:
            self._task.cancel()
            self._task.wait()

    @Slot()
    def cancel(self) -> None:
        """Ask the export under way to end; it leaves no half file."""
        if self._task is not None:
            self._task.cancel()

    @Slot(object, object)
    def _export(self, options: ExportOptions, path: Path) -> None:
        panel = self._panel
        if panel is None or self._task is not None:
            return
        if panel.name() and self._workspace.bridge.do(NameAnnotator(panel.name())) is None:
            return
        panel.set_busy(busy=True)
        session = self._workspace.session
        self._task = Task(ExportJob(session.project, session.annotator.id, options, path), self)
        self._task.progressed.connect(self._progressed)
        self._task.finished.connect(self._finished)
        self._task.failed.connect(self._failed)
        self._task.ended.connect(self._ended)
        self._task.start()

    @Slot(object)
    def _progressed(self, progress: Progress) -> None:
        self._workspace.progress.set_progress(progress.done, progress.total, self.tr("documents"))
        self._workspace.progress.show()

    @Slot(object)
    def _finished(self, result: ExportResult) -> None:
        told = self.tr("Written: documents %1, spans %2, to %3.")
        told = told.replace("%1", f"{result.documents:,}").replace("%2", f"{result.spans:,}")
        told = told.replace("%3", str(result.path))
        in_tray = result.left_out.get("tray", 0)
        left_out = sum(result.left_out.values()) - in_tray
        if left_out:
            told += " " + self.tr("Left out: documents %1.").replace("%1", f"{left_out:,}")
        if in_tray:
            told += " " + self.tr("Lost spans that stay behind: %1.").replace("%1", f"{in_tray:,}")
        if self._panel is not None:
            self._panel.tell(told)
        self._workspace.notices.show_notice(told, "info", ())

    @Slot(object)
    def _failed(self, told: Message) -> None:
        if self._panel is not None:
            self._panel.tell(said(told))
        else:
            self._workspace.notices.show_notice(said(told), "problem", ())

    @Slot()
    def _ended(self) -> None:
        self._workspace.progress.hide()
        if self._panel is not None:
            self._panel.set_busy(busy=False)
        if self._task is not None:
            self._task.deleteLater()
            self._task = None

    @Slot()
    def _close(self) -> None:
        self._workspace.panels.close_panel()
        self._workspace.focus_article()

    @Slot()
    def _closed(self) -> None:
        self._panel = None
