"""What an export would come to, worked out by a worker while its options are chosen."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from annotator.app.exports.export_job import ExportJob
from annotator.app.exports.exporting import ExportOptions
from annotator.app.session import Session
from annotator.ui.tasks import Task

_PAUSE_MS: Final = 200


class Forecast(QObject):
    """One count at a time; a newer wish ends the one under way. What was asked last is told, nothing else."""

    told = Signal(object)  # ExportResult
    refused = Signal(object)  # annotator.core.messages.Message

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._wish: tuple[ExportOptions, Path] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._begin)

    def ask(self, options: ExportOptions, path: Path) -> None:
        """Count what these options would write."""
        self._wish = (options, path)
        if self._task is not None:
            self._task.cancel()
        self._pause.start()

    @Slot()
    def forget(self) -> None:
        """Ask for nothing any more."""
        self._wish = None
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()

    def stop(self) -> None:
        """End what is under way and wait for it."""
        self.forget()
        if self._task is not None:
            self._task.wait()

    @Slot()
    def _begin(self) -> None:
        if self._wish is None or self._task is not None:
            return
        (options, path), self._wish = self._wish, None
        session = self._session
        self._task = Task(ExportJob(session.project, session.annotator.id, options, path), self)
        self._task.finished.connect(self._finished)
        self._task.failed.connect(self._failed)
        self._task.ended.connect(self._ended)
        self._task.start()

    @Slot(object)
    def _finished(self, result: object) -> None:
        if self._wish is None:
            self.told.emit(result)

    @Slot(object)
    def _failed(self, message: object) -> None:
        if self._wish is None and getattr(message, "id", "") != "job.cancelled":
            self.refused.emit(message)

    @Slot()
    def _ended(self) -> None:
        if self._task is not None:
            self._task.deleteLater()
            self._task = None
        self._begin()
