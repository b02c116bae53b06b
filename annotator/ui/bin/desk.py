"""What is done with the bin, turned into commands; only the removal for good is none."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from annotator.app.documents.titles import called
from annotator.app.project.bin import binned, remove_for_good
from annotator.core.commands.bin import BinDocuments, RestoreDocuments
from annotator.core.errors import UserError
from annotator.ui.bin.panel import BinPanel
from annotator.ui.workspace import Workspace

UNDO_BIN = "undo-bin"


class BinDesk(QObject):
    """The bin of one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        workspace.notices.action_chosen.connect(self._acted)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {"document.bin": self.bin_shown, "document.open-bin": self.open_panel}

    def bin_shown(self) -> None:
        """Put the document shown into the bin."""
        document = self._workspace.desk.document
        if document is None:
            return
        title = called(self._workspace.session.project.reading, document)
        if self._workspace.bridge.do(BinDocuments((document.id,))) is not None:
            self._workspace.notices.show_notice(
                lambda: self.tr("Put into the bin: %1").replace("%1", title),
                "info",
                ((UNDO_BIN, lambda: self.tr("Undo")),),
            )

    def open_panel(self) -> None:
        """Show what is in the bin."""
        session = self._workspace.session
        panel = BinPanel(binned(session), partial(called, session.project.reading))
        panel.restore_wished.connect(self._restore)
        panel.removal_wished.connect(self._remove)
        panel.close_wished.connect(self._close)
        self._workspace.panels.open_panel(panel)

    @Slot(object)
    def _restore(self, document_ids: tuple[int, ...]) -> None:
        if self._workspace.bridge.do(RestoreDocuments(document_ids)) is not None:
            self._close()
            self._workspace.desk.show_document(document_ids[0])

    @Slot(object)
    def _remove(self, document_ids: tuple[int, ...]) -> None:
        try:
            days = remove_for_good(self._workspace.session, document_ids)
        except UserError as error:
            self._workspace.notices.show_notice(error.message, "problem", ())
            return
        self._close()

        def told() -> str:
            erased = self.tr("Erased: documents %1.").replace("%1", str(len(document_ids)))
            still = self.tr("These backups still hold them: %1.").replace("%1", ", ".join(days))
            return f"{erased} {still}" if days else erased

        self._workspace.notices.show_notice(told, "info", ())

    @Slot()
    def _close(self) -> None:
        self._workspace.panels.close_panel()
        self._workspace.focus_article()

    @Slot(str)
    def _acted(self, action: str) -> None:
        if action == UNDO_BIN:
            self._workspace.bridge.undo(None)
