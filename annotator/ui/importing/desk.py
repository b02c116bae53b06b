"""Importing into the open project: starts the worker, shows its progress, tells what came of it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from annotator.app.imports.columns import ColumnChoice, TableDoubt, remembered
from annotator.app.imports.correcting import job_for
from annotator.app.imports.importing import EnterAs, ImportRequest, ImportResult
from annotator.app.imports.placing import OTHER_VERSION
from annotator.core.messages import Message
from annotator.ui.appearance import Appearance
from annotator.ui.importing.account import ImportAccount
from annotator.ui.importing.columns_panel import ColumnsPanel
from annotator.ui.importing.encoding_panel import EncodingPanel
from annotator.ui.importing.words import result_words
from annotator.ui.messages import Words
from annotator.ui.one_job import OneJob
from annotator.ui.workspace import Workspace

UNDO_IMPORT = "undo-import"
REDO_IMPORT = "redo-import"
AS_CORRECTIONS = "import-as-corrections"
ITEM_BY_ITEM = "import-item-by-item"
AS_SUGGESTIONS = "import-as-suggestions"
_OTHERWISE: Final = {AS_CORRECTIONS: EnterAs.CORRECTIONS, AS_SUGGESTIONS: EnterAs.SUGGESTIONS}


class ImportDesk(QObject):
    """One import at a time for one workspace; others wait in line."""

    imported = Signal(object)  # ImportResult
    item_by_item_wished = Signal(object)  # list[Path]: files of corrections on layers that have moved since

    def __init__(self, workspace: Workspace, appearance: Appearance) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._appearance = appearance
        self._tables: list[list[TableDoubt]] = []  # those with the same headings together
        self._job = OneJob(workspace, self)
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self._failed)
        self._job.ended.connect(self._ended)
        self._waiting: list[ImportRequest] = []
        self._request = ImportRequest(())
        self._refused: list[Path] = []
        self._moved: list[Path] = []
        self._steps = 1
        self._account = ImportAccount(workspace)
        self._account.import_wished.connect(self._line_up)
        workspace.notices.action_chosen.connect(self._acted)

    @property
    def busy(self) -> bool:
        """Whether an import is under way."""
        return self._job.busy

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

    def take(
        self,
        paths: Sequence[Path],
        encodings: Mapping[Path, str] | None = None,
        enter_as: EnterAs = EnterAs.LAYER,
    ) -> None:
        """Import files and folders: as documents and layers, as suggestions, or as corrections of layers."""
        paths = self._workspace.diverted(paths)
        if not paths:
            return
        columns = ColumnChoice(known=self._appearance.settings.table_columns)
        self._line_up(ImportRequest(tuple(paths), dict(encodings or {}), enter_as=enter_as, columns=columns))

    @Slot(object)
    def _line_up(self, request: ImportRequest) -> None:
        self._waiting.append(request)
        if not self._job.busy:
            self._begin()

    def _begin(self) -> None:
        self._request = self._waiting.pop(0)
        session = self._workspace.session
        self._job.start(job_for(session.project, session.annotator.id, self._request))

    def stop(self) -> None:
        """Cancel what is under way and wait for it: the project is about to be shut."""
        self._waiting.clear()
        self._job.stop()

    @Slot(object)
    def _finished(self, result: ImportResult) -> None:
        if result.changes is not None:
            self._workspace.session.refresh(result.changes)
        if result.first_document_id is not None:
            self._workspace.desk.show_document(result.first_document_id)
            self._workspace.focus_article()
        self._tables.extend(_grouped(result.tables))
        if result.doubtful:
            panel = EncodingPanel(result.doubtful)
            panel.chosen.connect(self._encoding_chosen)
            panel.skipped.connect(self._ask_columns)
            self._workspace.panels.open_panel(panel)
        elif result.tables:
            self._ask_columns()
        self._tell(result)
        self.imported.emit(result)

    def _offered(self, result: ImportResult, account: tuple[str, Words]) -> tuple[tuple[str, Words], ...]:
        """Return what stands beside what was taken in: its undo, and the account where it has notes."""
        offered: list[tuple[str, Words]] = []
        if result.changes is not None:
            offered.append((UNDO_IMPORT, lambda: self.tr("Undo")))
        if any(file.notes for file in result.files):
            offered.append(account)
        return tuple(offered)

    def _tell(self, result: ImportResult) -> None:
        """Say what came of it; marks that are here already in another form can be taken otherwise, by a button."""
        refused = _with_reject(result, *OTHER_VERSION)
        others = self._account.keep(self._request, result)
        undo = self._offered(result, others[-1])
        if refused:
            self._refused = refused
            others = (
                (AS_CORRECTIONS, lambda: self.tr("As corrections")),
                (AS_SUGGESTIONS, lambda: self.tr("As suggestions")),
                others[-1],
            )
        self._moved = _with_reject(result, "correction.moved")
        if self._moved:
            others = ((ITEM_BY_ITEM, lambda: self.tr("Choose item by item…")), *others)
        corrected = self._request.enter_as is EnterAs.CORRECTIONS
        if result.changes is not None:
            self._steps = sum(file.updated > 0 for file in result.files) if corrected else 1
        for at, (_, kind) in enumerate(result_words(result, corrected=corrected)):
            told = partial(_nth_words, result, corrected, at)
            self._workspace.notices.show_notice(told, kind, undo if kind == "info" else others)

    @Slot(object)
    def _failed(self, told: Message) -> None:
        kind = "info" if told.id == "job.cancelled" else "problem"
        self._workspace.notices.show_notice(told, kind, ())

    @Slot()
    def _ended(self) -> None:
        if self._waiting:
            self._begin()

    @Slot(object, str)
    def _encoding_chosen(self, paths: Sequence[Path], encoding: str) -> None:
        self._ask_columns()
        self.take(paths, dict.fromkeys(paths, encoding))

    @Slot()
    def _ask_columns(self) -> None:
        """Ask what the columns of the next tables hold, where there are any."""
        self._workspace.panels.close_panel()
        if self._tables:
            panel = ColumnsPanel(self._tables.pop(0))
            panel.chosen.connect(self._columns_chosen)
            panel.skipped.connect(self._ask_columns)
            self._workspace.panels.open_panel(panel)

    @Slot(object, object)
    def _columns_chosen(self, doubts: Sequence[TableDoubt], columns: Mapping[str, str]) -> None:
        known = self._appearance.settings.table_columns
        self._appearance.remember_columns(remembered(known, doubts[0].headings, columns))
        self._ask_columns()
        self.take([doubt.path for doubt in doubts])

    @Slot(str)
    def _acted(self, action: str) -> None:
        bridge, notices = self._workspace.bridge, self._workspace.notices
        if action == UNDO_IMPORT and self._each_step(bridge.undo):
            corrected = self._request.enter_as is EnterAs.CORRECTIONS

            def told() -> str:
                if corrected:
                    return self.tr("The corrections were taken back.")
                return self.tr("The import was taken back, with all that was done on its documents since.")

            notices.show_notice(told, "info", ((REDO_IMPORT, lambda: self.tr("Bring it back")),))
        elif action in _OTHERWISE and self._refused:
            refused, self._refused = self._refused, []
            self.take(refused, enter_as=_OTHERWISE[action])
        elif action == ITEM_BY_ITEM and self._moved:
            moved, self._moved = self._moved, []
            self.item_by_item_wished.emit(moved)
        elif action == REDO_IMPORT:
            self._each_step(bridge.redo)

    def _each_step(self, move: Callable[[None], object]) -> bool:
        """Undo or redo what the last import has made: one step, but of corrections one for each file."""
        return all(move(None) is not None for _ in range(self._steps))


def _with_reject(result: ImportResult, *reasons: str) -> list[Path]:
    """Return the files of which something was not taken for one of these reasons."""
    return [file.path for file in result.files if any(one.reason.id in reasons for one in file.rejected)]


def _grouped(tables: Sequence[TableDoubt]) -> list[list[TableDoubt]]:
    """Return the tables, those with the same headings together."""
    groups: dict[str, list[TableDoubt]] = {}
    for doubt in tables:
        groups.setdefault(doubt.signature, []).append(doubt)
    return list(groups.values())


def _nth_words(result: ImportResult, corrected: bool, at: int) -> str:  # noqa: FBT001 - private
    return result_words(result, corrected=corrected)[at][0]
