"""Importing into the open project: starts the worker, shows its progress, tells what came of it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from annotator.app.importing import ImportJob, ImportRequest, ImportResult
from annotator.app.jobs import Progress
from annotator.core.messages import Message
from annotator.ui.importing.encoding_panel import EncodingPanel
from annotator.ui.importing.words import result_words, unit_words
from annotator.ui.messages import said
from annotator.ui.tasks import Task
from annotator.ui.workspace import Workspace

UNDO_IMPORT = "undo-import"
REDO_IMPORT = "redo-import"


class ImportDesk(QObject):
    """One import at a time for one workspace; others wait in line."""

    imported = Signal(object)  # ImportResult

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._task: Task | None = None
        self._waiting: list[ImportRequest] = []
        workspace.progress.cancelled.connect(self._cancel)
        workspace.notices.action_chosen.connect(self._acted)

    @property
    def busy(self) -> bool:
        """Whether an import is under way."""
        return self._task is not None

    def choose_files(self) -> None:
        """Ask which files to import."""
        names, _filter = QFileDialog.getOpenFileNames(self._workspace, self.tr("Import documents"))
        if names:
            self.take([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Ask which folder to import."""
        name = QFileDialog.getExistingDirectory(self._workspace, self.tr("Import a folder"))
        if name:
            self.take([Path(name)])

    def take(self, paths: Sequence[Path], encodings: Mapping[Path, str] | None = None) -> None:
        """Import files and folders."""
        request = ImportRequest(tuple(paths), dict(encodings or {}))
        if self._task is not None:
            self._waiting.append(request)
            return
        session = self._workspace.session
        task = Task(ImportJob(session.project, session.annotator.id, request), self)
        task.progressed.connect(self._progressed)
        task.finished.connect(self._finished)
        task.failed.connect(self._failed)
        task.ended.connect(self._ended)
        self._task = task
        task.start()

    def stop(self) -> None:
        """Cancel what is under way and wait for it: the project is about to be shut."""
        self._waiting.clear()
        if self._task is not None:
            self._task.cancel()
            self._task.wait()

    @Slot()
    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    @Slot(object)
    def _progressed(self, progress: Progress) -> None:
        self._workspace.progress.set_progress(progress.done, progress.total, unit_words(progress.unit))
        self._workspace.progress.show()

    @Slot(object)
    def _finished(self, result: ImportResult) -> None:
        if result.changes is not None:
            self._workspace.session.refresh(result.changes)
        if result.first_document_id is not None:
            self._workspace.desk.show_document(result.first_document_id)
            self._workspace.focus_article()
        if result.doubtful:
            panel = EncodingPanel(result.doubtful)
            panel.chosen.connect(self._encoding_chosen)
            panel.skipped.connect(self._workspace.panels.close_panel)
            self._workspace.panels.open_panel(panel)
        undo = (UNDO_IMPORT, self.tr("Undo"))
        for text, kind in result_words(result):
            self._workspace.notices.show_notice(
                text, kind, (undo,) if result.changes is not None and kind == "info" else ()
            )
        self.imported.emit(result)

    @Slot(object)
    def _failed(self, told: Message) -> None:
        kind = "info" if told.id == "job.cancelled" else "problem"
        self._workspace.notices.show_notice(said(told), kind, ())

    @Slot()
    def _ended(self) -> None:
        self._workspace.progress.hide()
        if self._task is not None:
            self._task.deleteLater()
            self._task = None
        if self._waiting:
            request = self._waiting.pop(0)
            self.take(request.paths, request.encodings)

    @Slot(object, str)
    def _encoding_chosen(self, paths: Sequence[Path], encoding: str) -> None:
        self._workspace.panels.close_panel()
        self.take(paths, dict.fromkeys(paths, encoding))

    @Slot(str)
    def _acted(self, action: str) -> None:
        bridge, notices = self._workspace.bridge, self._workspace.notices
        if action == UNDO_IMPORT and bridge.undo(None) is not None:
            told = self.tr("The import was taken back, with all that was done on its documents since.")
            notices.show_notice(told, "info", ((REDO_IMPORT, self.tr("Bring it back")),))
        elif action == REDO_IMPORT and bridge.redo(None) is not None:
            notices.close_notice()
