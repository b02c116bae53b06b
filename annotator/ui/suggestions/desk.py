"""Accepts suggestions of a kind together, and switches suggesters on and off."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from annotator.app.suggesting import SUGGESTERS
from annotator.core.commands.suggestions import AcceptSuggestions
from annotator.core.suggestion import Suggestion
from annotator.ui.action_set import ActionSet
from annotator.ui.appearance import Appearance
from annotator.ui.calls import Call
from annotator.ui.suggestions.panel import AlikePanel
from annotator.ui.workspace import Workspace


class SuggestionsDesk(QObject):
    """The suggestions of one workspace, as far as they are not decided one by one."""

    def __init__(self, workspace: Workspace, actions: ActionSet, appearance: Appearance) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._actions = actions
        self._appearance = appearance
        workspace.suggesting.alike_wished.connect(self._ask)
        appearance.settings_changed.connect(self._follow)
        self._follow()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        switch = self._appearance.switch_suggester
        return {f"mark.suggest-{made.id}": Call(switch, made.id) for made in SUGGESTERS}

    @Slot()
    def _follow(self) -> None:
        """Let those suggesters be at work that are switched on."""
        off = frozenset(self._appearance.settings.suggesters_off)
        for made in SUGGESTERS:
            self._actions[f"mark.suggest-{made.id}"].setChecked(made.id not in off)
        self._workspace.suggesting.set_off(off)

    @Slot(object)
    def _ask(self, suggestions: tuple[Suggestion, ...]) -> None:
        panel = AlikePanel(suggestions, self._workspace.desk.text)
        panel.accept_wished.connect(self._accept)
        panel.close_wished.connect(self._workspace.panels.close_panel)
        self._workspace.panels.open_panel(panel)

    @Slot(object)
    def _accept(self, suggestions: tuple[Suggestion, ...]) -> None:
        document_id = self._workspace.desk.document_id
        if document_id is not None and suggestions:
            self._workspace.bridge.do(AcceptSuggestions(document_id, suggestions))
        self._workspace.panels.close_panel()
        self._workspace.focus_article()
