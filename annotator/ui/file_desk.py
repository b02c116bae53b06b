"""The project file from the window: is it saved, its copies and backups, its folder, its history."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from annotator.app.project import copies
from annotator.app.project.history import recent_steps
from annotator.app.project.projects import SUFFIX
from annotator.core.errors import UserError
from annotator.ui.backups_panel import BackupsPanel
from annotator.ui.history_panel import HistoryPanel
from annotator.ui.main_window import MainWindow
from annotator.ui.project_desk import PROJECT_FILTER, ProjectDesk


class FileDesk(QObject):
    """Carries out what the menu offers on the project file itself."""

    def __init__(self, window: MainWindow, projects: ProjectDesk) -> None:
        super().__init__(window)
        self._window = window
        self._projects = projects
        window.actions_.connect_handlers(
            {
                "file.saved": window.tell_saved,
                "file.copy": self._send_copy,
                "file.backups": self._restore_backup,
                "file.reveal": self._reveal,
                "edit.history": self._show_history,
            }
        )

    def _send_copy(self) -> None:
        workspace = self._window.workspace
        if workspace is None:
            return
        path = workspace.session.project.path
        name, _filter = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Send a copy"),
            str(path.with_name(f"{path.stem}-copy{SUFFIX}")),
            PROJECT_FILTER,
        )
        if not name:
            return
        try:
            copies.send_copy(workspace.session, Path(name))
        except UserError as error:
            workspace.notices.show_notice(error.message, "problem", ())
        else:
            workspace.notices.show_notice(lambda: self.tr("Copied to %1.").replace("%1", name), "info", ())

    def _restore_backup(self) -> None:
        workspace = self._window.workspace
        if workspace is None:
            return
        panel = BackupsPanel([made.day for made in copies.backups(workspace.session)])
        panel.restore_wished.connect(self._restore)
        panel.close_wished.connect(workspace.panels.close_panel)
        workspace.panels.open_panel(panel)

    @Slot(int)
    def _restore(self, row: int) -> None:
        workspace = self._window.workspace
        if workspace is None:
            return
        try:
            restored = copies.restore(workspace.session, copies.backups(workspace.session)[row])
        except UserError as error:
            workspace.notices.show_notice(error.message, "problem", ())
        else:
            self._projects.open_project(restored)

    def _reveal(self) -> None:
        workspace = self._window.workspace
        if workspace is not None:
            folder = workspace.session.project.path.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _show_history(self) -> None:
        workspace = self._window.workspace
        if workspace is None:
            return
        history = workspace.bridge.history(None)
        panel = HistoryPanel(
            recent_steps(workspace.session),
            can_undo=history.to_undo is not None,
            can_redo=history.to_redo is not None,
        )
        panel.undo_wished.connect(self._undo_project_step)
        panel.redo_wished.connect(self._redo_project_step)
        panel.close_wished.connect(workspace.panels.close_panel)
        workspace.panels.open_panel(panel)

    @Slot()
    def _undo_project_step(self) -> None:
        if self._window.workspace is not None:
            self._window.workspace.bridge.undo(None)
            self._show_history()

    @Slot()
    def _redo_project_step(self) -> None:
        if self._window.workspace is not None:
            self._window.workspace.bridge.redo(None)
            self._show_history()
