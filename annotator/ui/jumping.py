"""Jump to anything (documents, spans, actions), and choose among all labels: by typing a part of the name."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Slot

from annotator.app.documents.duplicates import near_duplicates
from annotator.app.project.library import Library
from annotator.core.folding import fold_term
from annotator.core.listing import ListQuery
from annotator.ui.action_set import ActionSet
from annotator.ui.actions import ACTIONS
from annotator.ui.keys_panel import without_mnemonic
from annotator.ui.library.words import title_of
from annotator.ui.widgets.pick_panel import Choice, PickPanel
from annotator.ui.widgets.swatch import swatch_icon
from annotator.ui.workspace import Workspace

_MOST = 30
_ICON = 12


class Jumping(QObject):
    """Opens the two panels on one workspace and carries out what was picked."""

    def __init__(self, workspace: Workspace, actions: ActionSet) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._actions = actions
        self._library = Library(workspace.session)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {
            "view.jump": self.open_jump,
            "mark.choose": self.open_labels,
            "document.duplicates": self.open_duplicates,
        }

    def open_jump(self) -> None:
        """Ask where to go."""
        panel = PickPanel("jump", self.tr("Go to a document, a span or an action"), self._anything)
        panel.picked.connect(self._go)
        self._workspace.panels.open_panel(panel)

    def open_labels(self) -> None:
        """Ask for a label, for what a digit would act on."""
        panel = PickPanel("labels-chooser", self.tr("Choose a label"), self._labels)
        panel.picked.connect(self._label)
        self._workspace.panels.open_panel(panel)

    def open_duplicates(self) -> None:
        """Ask which of the documents that are nearly the same as the one shown to go to."""
        document_id = self._workspace.desk.document_id
        if document_id is None:
            return
        if not near_duplicates(self._workspace.session, document_id):
            self._workspace.notices.show_notice(
                lambda: self.tr("No other document is nearly the same as this one."), "info", ()
            )
            return
        panel = PickPanel(
            "near-duplicates", self.tr("Go to a document that is nearly the same"), self._duplicates
        )
        panel.picked.connect(self._go)
        self._workspace.panels.open_panel(panel)

    def _duplicates(self, term: str) -> list[Choice]:
        document_id, wanted = self._workspace.desk.document_id, fold_term(term)
        found = [] if document_id is None else near_duplicates(self._workspace.session, document_id)
        return [Choice(("document", id_), title) for id_, title in found if wanted in fold_term(title)]

    def _anything(self, term: str) -> list[Choice]:
        found = [*self._spans(term), *self._documents(term)]
        return [*found[:_MOST], *self._named_actions(term)]

    def _documents(self, term: str) -> Iterator[Choice]:
        ids = self._library.ids(ListQuery(text=term))[:_MOST]
        for row in self._library.rows(ids):
            hint = "  ".join(part for part in (row.outlet, row.document_date) if part)
            yield Choice(("document", row.id), title_of(row), hint)

    def _spans(self, term: str) -> Iterator[Choice]:
        wanted = fold_term(term)
        labels, theme = self._workspace.session.labels, self._workspace.pane.theme()
        for span in self._workspace.desk.spans if wanted else ():
            label = labels.by_id(span.label_id)
            if label is not None and wanted in fold_term(span.text):
                icon = swatch_icon(theme.look(label.role), _ICON)
                yield Choice(("span", span.id), span.text, label.title or label.key, icon)

    def _named_actions(self, term: str) -> Iterator[Choice]:
        wanted = fold_term(term)
        for spec in ACTIONS if wanted else ():
            action = self._actions[spec.id]
            words = without_mnemonic(action.text())
            if action.isEnabled() and action.isVisible() and wanted in fold_term(words):
                yield Choice(("action", spec.id), words, action.shortcut().toString())

    def _labels(self, term: str) -> list[Choice]:
        wanted, theme = fold_term(term), self._workspace.pane.theme()
        return [
            Choice(
                label.id,
                f"{label.title} {label.key}",
                label.hotkey,
                swatch_icon(theme.look(label.role), _ICON),
            )
            for label in self._workspace.session.labels.labels
            if wanted in fold_term(f"{label.title} {label.key} {label.description}")
        ]

    @Slot(object)
    def _go(self, key: tuple[str, object]) -> None:
        self._workspace.panels.close_panel()
        self._workspace.focus_article()
        kind, what = key
        if kind == "document" and isinstance(what, int):
            self._workspace.desk.show_document(what)
        elif kind == "span" and isinstance(what, int):
            self._workspace.walking.go_to_span(what)
        elif kind == "action":
            self._actions[str(what)].trigger()

    @Slot(object)
    def _label(self, label_id: int) -> None:
        self._workspace.panels.close_panel()
        self._workspace.focus_article()
        self._workspace.marking.label(label_id)
