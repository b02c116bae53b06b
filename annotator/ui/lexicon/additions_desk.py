"""Takes what was tagged often into the project's lexicon, or writes it to a CSV file."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from annotator.app.lexicon.gazetteer import Addition, Additions, AdditionsJob, entries_of
from annotator.app.lexicon.lexicons import write_lexicon_file
from annotator.core.commands.lexicon import ImportLexicon
from annotator.core.errors import UserError
from annotator.ui.lexicon.additions import AdditionsPanel
from annotator.ui.workspace import Workspace

_UNDO: Final = "undo-additions"


class AdditionsDesk(QObject):
    """Asks the project in a worker, and shows what comes of it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._session = workspace.session
        workspace.notices.action_chosen.connect(self._acted)

    @Slot()
    def open_panel(self) -> None:
        """Show what was tagged again and again, once it is counted."""
        self._workspace.errands.run(AdditionsJob(self._session), self._found)

    def _found(self, found: object) -> None:
        if not isinstance(found, Additions):
            return
        panel = AdditionsPanel(found, self._session.labels)
        panel.add_wished.connect(self._add)
        panel.export_wished.connect(self._choose_export)
        panel.close_wished.connect(self._workspace.panels.close_panel)
        self._workspace.panels.open_panel(panel)

    @Slot(object)
    def _add(self, additions: tuple[Addition, ...]) -> None:
        entries = entries_of(self._session.project.connection, additions)
        if self._workspace.bridge.do(ImportLexicon(entries)) is None:
            return
        self._workspace.panels.close_panel()
        self._workspace.notices.show_notice(
            lambda: self.tr("Added to the lexicon: %1.").replace("%1", str(len(additions))),
            "info",
            ((_UNDO, lambda: self.tr("Undo")),),
        )

    @Slot(object)
    def _choose_export(self, additions: tuple[Addition, ...]) -> None:
        proposed = self._session.project.path.with_suffix(".lexicon.csv")
        name, _filter = QFileDialog.getSaveFileName(
            self._workspace, self.tr("Export names"), str(proposed), f"{self.tr('Tables')} (*.csv)"
        )
        if name:
            self.write_file(Path(name), additions)

    def write_file(self, path: Path, additions: tuple[Addition, ...]) -> None:
        """Write the entries that additions make to a CSV file, and say where."""
        path = path if path.suffix else path.with_suffix(".csv")
        try:
            write_lexicon_file(path, entries_of(self._session.project.connection, additions))
        except UserError as error:
            self._workspace.bridge.failed.emit(error.message)
            return
        self._workspace.notices.show_notice(
            lambda: self.tr("Written: {count}, to {path}.").format(count=len(additions), path=path),
            "info",
            (),
        )

    @Slot(str)
    def _acted(self, action: str) -> None:
        if action == _UNDO:
            self._workspace.bridge.undo(None)
