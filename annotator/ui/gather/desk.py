"""Gathering in the window: files chosen or dropped, a worker, what came of it, the answers carried out."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from annotator.app.documents.looking import changed_spans
from annotator.app.gather.colleagues import LookJob
from annotator.app.gather.gathered import brought_on
from annotator.app.gather.questions import Answers
from annotator.app.imports.importing import ImportJob, ImportRequest, ImportResult
from annotator.app.project.conflict_copies import ConflictCopiesJob
from annotator.core.commands.anchors import LookAtChanged
from annotator.core.messages import Message
from annotator.ui.gather.panel import GatherPanel
from annotator.ui.gather.rows import Outcome, result_words
from annotator.ui.labels.errands import Errands
from annotator.ui.one_job import OneJob
from annotator.ui.widgets.plain_text import one_line
from annotator.ui.workspace import Workspace

UNDO_GATHER: Final = "undo-gather"
GATHER_COPIES: Final = "gather-copies"
# After the first paint, and after what a person waits for.
_AFTER_START_MS: Final = 2500


class GatherDesk(QObject):
    """One gathering at a time for one workspace; its panel stays until it is closed."""

    gathered = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._host = workspace.below
        self._job = OneJob(workspace, self)
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self._failed)
        self._job.ended.connect(self._ended)
        self._paths: tuple[Path, ...] = ()
        self._answers = Answers()
        self._result = ImportResult([])
        workspace.notices.action_chosen.connect(self._acted)
        workspace.closing.connect(self.stop)
        self._copies: list[Path] = []
        self._again = False
        self._errands = Errands(self)
        self._errands.failed.connect(self._failed)
        self._beside = QTimer(self)
        self._beside.setSingleShot(True)
        self._beside.timeout.connect(self._look_beside)
        if not workspace.session.project.read_only:
            self._beside.start(_AFTER_START_MS)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {"review.gather": self.choose}

    def choose(self) -> None:
        """Ask which colleagues' files to gather."""
        names, _filter = QFileDialog.getOpenFileNames(
            self._workspace.window(), self.tr("Gather colleagues' files")
        )
        if names:
            self.gather([Path(name) for name in names])

    def gather(self, paths: Sequence[Path]) -> None:
        """Gather these files; what was asked about others is let go of."""
        rest = self._workspace.diverted(paths)
        if rest:
            self._paths, self._answers = tuple(rest), Answers()
            self._begin()

    def offer(self, paths: Sequence[Path], otherwise: Callable[[list[Path]], object]) -> None:
        """Gather files that hold colleagues' layers on documents of this project; others are for `otherwise`."""
        session = self._workspace.session
        chosen = _Chosen(paths, self.gather, otherwise)
        self._errands.run(LookJob(session.project, session.annotator, paths), chosen.take)

    @Slot()
    def _look_beside(self) -> None:
        """Look whether a drive has left copies of the project beside it."""
        self._errands.run(ConflictCopiesJob(self._workspace.session.project), self._tell_copies)

    def _tell_copies(self, found: object) -> None:
        if not isinstance(found, list) or not found:
            return
        self._copies = [path for path in found if isinstance(path, Path)]
        names = ", ".join(one_line(path.name) for path in self._copies)
        actions = ((GATHER_COPIES, lambda: self.tr("Gather it")),)
        self._workspace.notices.show_notice(
            lambda: self.tr("A drive has left another copy of this project beside it: %1.").replace(
                "%1", names
            ),
            "info",
            actions,
        )

    def _begin(self) -> None:
        # What is under way ends first; then the files that were named last are gathered.
        self._again = self._job.busy
        if self._again or not self._paths:
            return
        session = self._workspace.session
        request = ImportRequest(self._paths, answers=self._answers)
        self._job.start(ImportJob(session.project, session.annotator.id, request))

    @Slot()
    def stop(self) -> None:
        """Cancel what is under way and wait for it: the project is about to be shut."""
        self._again = False
        self._beside.stop()
        self._errands.stop()
        self._job.stop()

    @Slot(object)
    def _finished(self, result: ImportResult) -> None:
        if result.changes is not None:
            self._workspace.session.refresh(result.changes)
        undo = ((UNDO_GATHER, lambda: self.tr("Undo")),) if result.changes is not None else ()
        self._workspace.notices.show_notice(lambda: result_words(result), "info", undo)
        files = result.files
        if self._answers != Answers():
            files = brought_on(self._result.files, files)
        self._result = replace(result, files=files)
        self._show(self._result)
        self.gathered.emit()

    def _show(self, result: ImportResult) -> None:
        panel = self._host.panel
        if not isinstance(panel, GatherPanel):
            panel = GatherPanel()
            panel.take_wished.connect(self._take)
            panel.close_wished.connect(self._host.close_panel)
            self._host.open_panel(panel)
        session = self._workspace.session
        people = session.project.reading.annotators()
        panel.show_outcome(
            Outcome(result.files, result.questions, session.labels, people, changed_spans(session))
        )

    @Slot()
    def _take(self) -> None:
        """Carry out what was answered: spans that were looked at, then the files once more."""
        panel = self._host.panel
        if not isinstance(panel, GatherPanel):
            return
        right, wrong = panel.chosen.looked_at()
        if right or wrong:
            self._workspace.bridge.do(LookAtChanged(right, wrong))
        answers = panel.chosen.answers()
        if answers == Answers():
            self._show(self._result)
            return
        self._answers = self._answers.and_more(answers)
        self._begin()

    @Slot(object)
    def _failed(self, told: Message) -> None:
        kind = "info" if told.id == "job.cancelled" else "problem"
        self._workspace.notices.show_notice(told, kind, ())

    @Slot()
    def _ended(self) -> None:
        if self._again:
            self._begin()

    @Slot(str)
    def _acted(self, action: str) -> None:
        if action == UNDO_GATHER:
            self._workspace.bridge.undo(None)
            self._host.close_panel()
        elif action == GATHER_COPIES:
            self.gather(self._copies)


class _Chosen:
    """Knows the files while they are looked into, and what is done with them then."""

    def __init__(
        self,
        paths: Sequence[Path],
        gather: Callable[[list[Path]], object],
        otherwise: Callable[[list[Path]], object],
    ) -> None:
        self._paths = paths
        self._gather = gather
        self._otherwise = otherwise

    def take(self, theirs: object) -> None:
        (self._gather if theirs is True else self._otherwise)(list(self._paths))
