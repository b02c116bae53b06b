"""Files that go back and forth after a review: taken from what is imported, and the answers sent."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from annotator.app.review.returning import (
    ArrivalJob,
    Arrived,
    SendAnswersJob,
    is_return_file,
    proposed_answers_file,
)
from annotator.core.commands.returning import TakeResponses, TakeReturned
from annotator.core.messages import Message
from annotator.ui.messages import said
from annotator.ui.returning.walk_desk import ReturnedWalk
from annotator.ui.tasks import Task
from annotator.ui.workspace import Workspace

UNDO_ARRIVAL = "undo-arrival"


class ReturnedDesk(QObject):
    """Takes return files out of what is imported, opens the walk, writes the answers."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._tasks: list[Task] = []
        self._steps = 0
        self.walk = ReturnedWalk(workspace, self.send_answers)
        workspace.takers.append(self.divert)
        workspace.closing.connect(self._stop)
        workspace.notices.action_chosen.connect(self._acted)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {"review.returned": self.walk.open_panel, "review.send-answers": self.send_answers}

    @property
    def busy(self) -> bool:
        """Whether files are being read or written."""
        return bool(self._tasks)

    # Files that come.

    def divert(self, paths: Sequence[Path]) -> list[Path]:
        """Take return files out of some files that are to be imported; return the rest."""
        mine = [path for path in paths if is_return_file(path)]
        if mine:
            session = self._workspace.session
            self._begin(Task(ArrivalJob(session.project, session.annotator, mine), self), self._arrived)
        return [path for path in paths if path not in mine]

    @Slot(object)
    def _arrived(self, arrived: Arrived) -> None:
        bridge = self._workspace.bridge
        self._steps = 0
        if arrived.returned:
            self._steps += bridge.do(TakeReturned(arrived.returned)) is not None
        if arrived.responses:
            self._steps += bridge.do(TakeResponses(arrived.responses)) is not None
        notices = self._workspace.notices
        if arrived.returned or arrived.responses or not arrived.rejected:
            undo = ((UNDO_ARRIVAL, lambda: self.tr("Undo")),) if self._steps else ()
            notices.show_notice(partial(self._arrival_words, arrived), "info", undo)
        if arrived.rejected:
            notices.show_notice(partial(_refused_words, arrived), "problem", ())
        if arrived.returned:
            self.walk.open_panel()

    def _arrival_words(self, arrived: Arrived) -> str:
        told: list[str] = []
        if arrived.returned:
            told.append(self.tr("Items given back: {count}.").format(count=f"{len(arrived.returned):,}"))
        if arrived.responses:
            appeals = sum(not response.agree for response in arrived.responses)
            words = self.tr("Answers of {names}: {count}, appeals among them: {appeals}.")
            names = ", ".join(sorted({response.by for response in arrived.responses}))
            told.append(
                words.format(names=names, count=f"{len(arrived.responses):,}", appeals=f"{appeals:,}")
            )
        return " ".join(told) or self.tr("There is no answer in this file.")

    @Slot(str)
    def _acted(self, action: str) -> None:
        if action == UNDO_ARRIVAL:
            for _ in range(self._steps):
                self._workspace.bridge.undo(None)

    # Answers that go.

    def send_answers(self) -> None:
        """Ask where the answers should be written, and write them."""
        proposed = proposed_answers_file(self._workspace.session)
        name, _filter = QFileDialog.getSaveFileName(
            self._workspace, self.tr("Send the answers"), str(proposed), "JSON Lines (*.jsonl)"
        )
        if name:
            self.write_answers(Path(name))

    def write_answers(self, path: Path) -> None:
        """Write the answers given so far."""
        session = self._workspace.session
        self._path = path
        self._begin(Task(SendAnswersJob(session.project, session.annotator, path), self), self._sent)

    @Slot(object)
    def _sent(self, count: int) -> None:
        path = str(self._path)

        def told() -> str:
            return self.tr("Answers written: {count}, to {file}").format(count=f"{count:,}", file=path)

        self._workspace.notices.show_notice(told, "info", ())

    # Workers.

    def _begin(self, task: Task, finished: Callable[..., None]) -> None:
        task.finished.connect(finished)
        task.failed.connect(self._failed)
        task.ended.connect(self._ended)
        self._tasks.append(task)
        task.start()

    @Slot(object)
    def _failed(self, told: Message) -> None:
        self._workspace.notices.show_notice(told, "problem", ())

    @Slot()
    def _ended(self) -> None:
        task = self.sender()
        if isinstance(task, Task) and task in self._tasks:
            self._tasks.remove(task)
            task.deleteLater()

    @Slot()
    def _stop(self) -> None:
        for task in self._tasks:
            task.cancel()
            task.wait()


def _refused_words(arrived: Arrived) -> str:
    return "\n".join(dict.fromkeys(said(reject.reason) for reject in arrived.rejected))
