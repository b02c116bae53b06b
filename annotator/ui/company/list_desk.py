"""The list of spans beside the article: hands it the text around the spans, and remembers how it is grouped."""

from PySide6.QtCore import QObject, Slot

from annotator.ui.appearance import Appearance
from annotator.ui.form.span_groups import Grouping
from annotator.ui.workspace import Workspace


class ListDesk(QObject):
    """Joins the list of spans of one workspace to the article and the settings."""

    def __init__(self, workspace: Workspace, appearance: Appearance) -> None:
        super().__init__(workspace)
        self._desk = workspace.desk
        self._spans = workspace.form.spans
        self._appearance = appearance
        self._spans.set_grouping(Grouping(appearance.settings.span_grouping))
        self._spans.grouping_chosen.connect(self._remember)
        self._desk.document_shown.connect(self._document_shown)
        self._spans.set_text(self._desk.text)

    @Slot(object)
    def _document_shown(self, _document: object) -> None:
        self._spans.set_text(self._desk.text)

    @Slot(str)
    def _remember(self, grouping: str) -> None:
        self._appearance.remember_grouping(grouping)
