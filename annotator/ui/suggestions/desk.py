"""Accepts suggestions of a kind or of a model together, and says which suggesters and which scores are asked for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from annotator.app.review.assigning import is_quiet
from annotator.app.suggestions.suggesting import SUGGESTERS, Model, models_of
from annotator.core.commands.suggestions import AcceptSuggestions
from annotator.core.suggestion import Suggestion, number_of
from annotator.ui.action_set import ActionSet
from annotator.ui.appearance import Appearance
from annotator.ui.calls import Call
from annotator.ui.suggestions.models_panel import ModelsPanel
from annotator.ui.suggestions.panel import AlikePanel
from annotator.ui.suggestions.scopes import Scopes
from annotator.ui.workspace import Workspace


class SuggestionsDesk(QObject):
    """The suggestions of one workspace, as far as they are not decided one by one."""

    def __init__(self, workspace: Workspace, actions: ActionSet, appearance: Appearance) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._actions = actions
        self._appearance = appearance
        self._quiet = is_quiet(workspace.session)
        workspace.suggesting.alike_wished.connect(self._ask)
        workspace.desk.document_shown.connect(self._fill)
        appearance.settings_changed.connect(self._follow)
        self._follow()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        switch = self._appearance.switch_suggester
        switches = {f"mark.suggest-{made.id}": Call(switch, made.id) for made in SUGGESTERS}
        return {**switches, "mark.models": self.open_models}

    @Slot()
    def _follow(self) -> None:
        """Let those suggesters be at work that are switched on."""
        off = frozenset(self._appearance.settings.suggesters_off)
        if self._quiet:
            off = frozenset(made.id for made in SUGGESTERS)
        for made in SUGGESTERS:
            self._actions[f"mark.suggest-{made.id}"].setChecked(made.id not in off)
        self._workspace.suggesting.set_off(off)
        scores = self._appearance.settings.least_scores
        asked = ((model, number_of(score)) for model, score in scores.items())
        least = {model: number for model, number in asked if number is not None}
        if least != self._workspace.suggesting.least:
            self._workspace.suggesting.set_least(least)
            self._fill()

    # Those whose suggestions files brought.

    @property
    def _panel(self) -> ModelsPanel | None:
        panel = self._workspace.panels.panel
        return panel if isinstance(panel, ModelsPanel) else None

    def open_models(self) -> None:
        """Show whose suggestions are open on the document shown, and which score is asked of each."""
        panel = ModelsPanel()
        panel.least_changed.connect(self._appearance.ask_score)
        panel.accept_wished.connect(self._ask_model)
        panel.close_wished.connect(self._workspace.panels.close_panel)
        panel.set_models(self._models(), self._workspace.suggesting.least, editable=self._editable)
        self._workspace.panels.open_panel(panel)

    @property
    def _editable(self) -> bool:
        return not self._workspace.session.project.read_only

    def _models(self) -> list[Model]:
        document_id = self._workspace.desk.document_id
        return [] if document_id is None else models_of(self._workspace.session, document_id)

    @Slot()
    def _fill(self) -> None:
        if self._panel is not None:
            self._panel.set_models(self._models(), self._workspace.suggesting.least, editable=self._editable)

    @Slot(str)
    def _ask_model(self, name: str) -> None:
        """Ask about all suggestions of a model that have the score that is asked of it."""
        least = self._workspace.suggesting.least
        for model in self._models():
            if model.name == name:
                self._ask({"model": model.good(least)})

    # All of a kind.

    @Slot(object)
    def _ask(self, scopes: Scopes) -> None:
        panel = AlikePanel(scopes, self._workspace.desk.text, self._workspace.session.labels)
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
