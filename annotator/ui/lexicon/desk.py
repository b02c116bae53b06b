"""The lexicons from the window: a table whose wishes become commands, or changes of the person's own file."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from annotator import paths
from annotator.app.lexicon.lexicon_table import Listed, Place, listed
from annotator.app.lexicon.lexicons import (
    change_person_lexicon,
    person_lexicon,
    read_lexicon_file,
    some_wrong,
    write_lexicon_file,
)
from annotator.app.lexicon.taxonomies import find_sectors
from annotator.app.project.labels import CommandJob
from annotator.core.changes import Changes
from annotator.core.commands.base import Command
from annotator.core.commands.lexicon import (
    AddLexiconEntry,
    ChangeLexiconEntry,
    ImportLexicon,
    RemoveLexiconEntries,
)
from annotator.core.entry import Reject
from annotator.core.errors import UserError
from annotator.core.lexicon_entry import LexiconEntry
from annotator.ui.lexicon.additions_desk import AdditionsDesk
from annotator.ui.lexicon.fields import Wanted
from annotator.ui.lexicon.panel import LexiconPanel
from annotator.ui.messages import Words, said
from annotator.ui.workspace import Workspace

_UNDO_FILE: Final = "lexicon-file-undo"
_FILES: Final = "(*.csv)"
_REASONS: Final = 3
_STEPS: Final = "step.lexicon."


class LexiconDesk(QObject):
    """The lexicons of one workspace; the table redraws after each change, whoever made it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._session = workspace.session
        self._before: Sequence[LexiconEntry] = ()
        self._to_tell: Words = ""
        self._additions = AdditionsDesk(workspace)
        workspace.bridge.changed.connect(self._take_in)
        workspace.notices.action_chosen.connect(self._acted)
        problem = person_lexicon().problem
        if problem is not None:
            workspace.notices.show_notice(problem, "problem", ())

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {"mark.lexicon": self.open_panel, "mark.gazetteer": self._additions.open_panel}

    # The panel.

    @property
    def _panel(self) -> LexiconPanel | None:
        panel = self._workspace.panels.panel
        return panel if isinstance(panel, LexiconPanel) else None

    def open_panel(self) -> None:
        """Show all entries that hold in this project."""
        panel = LexiconPanel()
        panel.fields.save_wished.connect(self._save)
        panel.remove_wished.connect(self._remove)
        panel.hide_wished.connect(self._hide)
        panel.additions_wished.connect(self._additions.open_panel)
        panel.import_wished.connect(self._choose_import)
        panel.export_wished.connect(self._choose_export)
        panel.undo_wished.connect(self._undo)
        panel.close_wished.connect(self._workspace.panels.close_panel)
        panel.fields.set_codes([(each.code, each.korean) for each in find_sectors("")])
        panel.set_editable(editable=not self._session.project.read_only)
        self._workspace.panels.open_panel(panel)
        self._show()
        problem = person_lexicon().problem
        if problem is not None:
            panel.tell(lambda: _with_reasons(said(problem), person_lexicon().rejects))

    def _show(self) -> None:
        if self._panel is not None:
            step = self._workspace.bridge.history(None).to_undo
            # Other steps over the project are taken back where they can be seen: from the history.
            of_lexicon = step is not None and step.message.id.startswith(_STEPS)
            undoable = said(step.message) if step is not None and of_lexicon else ""
            self._panel.set_rows(listed(self._session.project.connection), undoable)

    @Slot(object)
    def _take_in(self, changes: Changes) -> None:
        if changes.touch("lexicon_entry", "label"):
            self._workspace.suggesting.ask_again()
        if changes.document_id is None:
            self._show()

    @Slot()
    def _undo(self) -> None:
        self._workspace.bridge.undo(None)

    # What a person does with one entry.

    @Slot(object)
    def _save(self, wanted: Wanted) -> None:
        before = wanted.before
        own = before is not None and before.place is wanted.place
        try:
            if wanted.place is Place.PERSON:
                self._change_file(before.entry if before is not None and own else None, wanted.entry)
            elif before is not None and own:
                self._session.do(ChangeLexiconEntry(before.id, wanted.entry))
            else:
                self._session.do(AddLexiconEntry(wanted.entry))
        except UserError as error:
            if self._panel is not None:
                self._panel.fields.tell(error.message)
            return
        if self._panel is not None:
            self._panel.show_table()
            self._panel.table.show_entry(wanted.place, wanted.entry)

    @Slot(object)
    def _remove(self, row: Listed) -> None:
        if row.place is Place.PROJECT:
            self._do(RemoveLexiconEntries((row.id,)))
            return
        try:
            self._change_file(row.entry, None)
        except UserError as error:
            self._workspace.bridge.failed.emit(error.message)

    @Slot(object)
    def _hide(self, row: Listed) -> None:
        # With all its names: a sector is hidden by them.
        self._do(AddLexiconEntry(replace(row.entry, hidden=True, source="")))

    def _do(self, command: Command) -> bool:
        return self._workspace.bridge.do(command) is not None

    # The person's file.

    def _change_file(self, before: LexiconEntry | None, after: LexiconEntry | None) -> None:
        """Change one entry of the file, and offer to take that back: no history knows of it."""
        there = person_lexicon().entries
        change_person_lexicon(before, after)
        self._before = there
        self._file_changed()
        self._workspace.notices.show_notice(
            lambda: self.tr("Your lexicon was changed; it holds in all your projects."),
            "info",
            ((_UNDO_FILE, lambda: self.tr("Undo")),),
        )

    @Slot(str)
    def _acted(self, action: str) -> None:
        if action != _UNDO_FILE:
            return
        try:
            write_lexicon_file(paths.lexicon_file(), self._before)
        except UserError as error:
            self._workspace.bridge.failed.emit(error.message)
            return
        self._file_changed()

    def _file_changed(self) -> None:
        self._workspace.suggesting.ask_again()
        self._show()

    # CSV.

    @Slot()
    def _choose_import(self) -> None:
        folder = str(self._session.project.path.parent)
        name, _filter = QFileDialog.getOpenFileName(
            self._workspace, self.tr("Import names and sectors"), folder, f"{self.tr('Tables')} {_FILES}"
        )
        if name:
            self.take_file(Path(name))

    def take_file(self, path: Path) -> None:
        """Add the entries of a CSV file to the project in one step, and say what was not taken."""
        try:
            read = read_lexicon_file(path)
        except UserError as error:
            self._tell(error.message)
            return
        wrong = some_wrong(path, read)

        def told() -> str:
            words = self.tr("Read: entries {count}.").format(count=f"{len(read.entries):,}")
            return words if wrong is None else _with_reasons(f"{words} {said(wrong)}", read.rejects)

        self._to_tell = told
        job = CommandJob(self._session.project, self._session.annotator.id, ImportLexicon(read.entries))
        self._workspace.errands.run(job, self._imported)

    def _imported(self, changes: object) -> None:
        if isinstance(changes, Changes):
            self._session.refresh(changes)
        self._tell(self._to_tell)

    def _tell(self, words: Words) -> None:
        if self._panel is not None:
            self._panel.tell(words)
        else:
            self._workspace.notices.show_notice(words, "info", ())

    @Slot(object)
    def _choose_export(self, rows: tuple[Listed, ...]) -> None:
        proposed = self._session.project.path.with_suffix(".lexicon.csv")
        name, _filter = QFileDialog.getSaveFileName(
            self._workspace,
            self.tr("Export names and sectors"),
            str(proposed),
            f"{self.tr('Tables')} {_FILES}",
        )
        if name:
            self.write_file(Path(name), rows)

    def write_file(self, path: Path, rows: Sequence[Listed]) -> None:
        """Write entries to a CSV file, and say where."""
        path = path if path.suffix else path.with_suffix(".csv")
        try:
            write_lexicon_file(path, [row.entry for row in rows])
        except UserError as error:
            self._tell(error.message)
            return
        count = f"{len(rows):,}"
        self._tell(lambda: self.tr("Written: entries {count}, to {path}.").format(count=count, path=path))


def _with_reasons(told: str, rejects: Sequence[Reject]) -> str:
    """Return what was said with the first few lines that were not taken, and why."""
    reasons = [f"{reject.line}: {said(reject.reason)}" for reject in rejects[:_REASONS]]
    more = ["…"] if len(rejects) > _REASONS else []
    return " ".join([told, *reasons, *more])
