"""Annotators who are one person: chosen in a panel above the article, and joined as one step."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from annotator.core.commands.joining_people import JoinAnnotators
from annotator.ui.gather.people_panel import PeoplePanel
from annotator.ui.workspace import Workspace

UNDO_JOIN = "undo-join"


class PeopleDesk(QObject):
    """Joins annotators of one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        workspace.notices.action_chosen.connect(self._acted)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {"review.join-annotators": self.open_panel}

    def open_panel(self) -> None:
        """Ask which two annotators are one person."""
        session = self._workspace.session
        panel = PeoplePanel(session.project.reading.annotators(), session.annotator.id)
        panel.join_wished.connect(self._join)
        panel.close_wished.connect(self._workspace.panels.close_panel)
        self._workspace.panels.open_panel(panel)

    @Slot(int, int)
    def _join(self, gone_id: int, kept_id: int) -> None:
        if self._workspace.bridge.do(JoinAnnotators(gone_id, kept_id)) is not None:
            self._workspace.panels.close_panel()
            self._workspace.notices.show_notice(
                lambda: self.tr("They are one annotator from now on, in files too."),
                "info",
                ((UNDO_JOIN, lambda: self.tr("Undo")),),
            )

    @Slot(str)
    def _acted(self, action: str) -> None:
        if action == UNDO_JOIN:
            self._workspace.bridge.undo(None)
