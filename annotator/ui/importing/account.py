"""The account of an import: all that was not taken, to be read and saved; offsets of browsers are offered."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from annotator.app.imports.importing import EnterAs, ImportRequest, ImportResult
from annotator.app.imports.rejects import Refused, counts_as_browsers, notes_on, refused_by
from annotator.ui.exchange.account_panel import AccountPanel
from annotator.ui.exchange.saving import RejectSaver
from annotator.ui.importing.words import result_words
from annotator.ui.messages import Words
from annotator.ui.workspace import Workspace

ALL_REJECTS: Final = "import-account"
AS_UTF16: Final = "import-as-utf16"


class ImportAccount(QObject):
    """Keeps what the last import refused, and the ways to go on from there."""

    import_wished = Signal(object)  # ImportRequest

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._saver = RejectSaver(workspace)
        self._request = ImportRequest(())
        self._result = ImportResult([])
        self._refused: list[Refused] = []
        workspace.notices.action_chosen.connect(self._acted)

    def keep(self, request: ImportRequest, result: ImportResult) -> tuple[tuple[str, Words], ...]:
        """Keep the account of an import; return what the notice on what was refused offers: (action, words)."""
        self._request, self._result = request, result
        self._refused = refused_by(result.files, result.doubtful)
        utf16 = ((AS_UTF16, lambda: self.tr("Count emoji as two")),) if self._utf16_offered else ()
        return (*utf16, (ALL_REJECTS, lambda: self.tr("All…")))

    @property
    def _utf16_offered(self) -> bool:
        return not self._request.utf16 and counts_as_browsers(self._refused)

    @Slot(str)
    def _acted(self, action: str) -> None:
        if action == AS_UTF16:
            self._again()
        elif action == ALL_REJECTS:
            panel = AccountPanel(
                self._told, self._refused, notes_on(self._result.files), utf16_offered=self._utf16_offered
            )
            panel.save_wished.connect(self._save)
            panel.again_wished.connect(self._again)
            panel.close_wished.connect(self._workspace.panels.close_panel)
            self._workspace.panels.open_panel(panel)

    def _told(self) -> list[str]:
        count = sum(len(one.rejects) for one in self._refused)
        corrected = self._request.enter_as is EnterAs.CORRECTIONS
        told = [text for text, kind in result_words(self._result, corrected=corrected) if kind == "info"]
        return [self.tr("Not taken: %1").replace("%1", f"{count:,}"), *told]

    @Slot()
    def _save(self) -> None:
        self._saver.save(self._refused)

    @Slot()
    def _again(self) -> None:
        """Read the files whose marks did not fit once more, with an emoji counted as two."""
        self._workspace.panels.close_panel()
        paths = tuple(one.path for one in self._refused if counts_as_browsers([one]))
        if paths and not self._request.utf16:
            self.import_wished.emit(replace(self._request, paths=paths, utf16=True))
