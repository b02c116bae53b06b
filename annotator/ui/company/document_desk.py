"""The fields and labels of the document shown: what is typed becomes a command, what is wrong is told and kept."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from annotator.app.documents.company import document_labels, further_fields, known_document_labels
from annotator.core.changes import Changes
from annotator.core.commands.company import AddDocumentLabel, RemoveDocumentLabel
from annotator.core.commands.documents import SetField
from annotator.core.validate import field_problem, typed_field_problem
from annotator.ui.form.document_page import FIELDS_SHOWN
from annotator.ui.form.pages import DOCUMENT, SPANS
from annotator.ui.messages import said
from annotator.ui.workspace import Workspace


class DocumentDesk(QObject):
    """The document page of one workspace. It owns nothing but drafts: wrong dates as they were typed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._bridge = workspace.bridge
        self._session = workspace.session
        self._desk = workspace.desk
        self._pages = workspace.form.pages
        self._page = workspace.form.pages.document
        self._drafts: dict[int, dict[str, str]] = {}
        self._shown: int | None = None
        self._burst = 0
        self._desk.document_shown.connect(self._document_shown)
        self._desk.burst_ended.connect(self._next_burst)
        self._bridge.changed.connect(self._take_in)
        self._page.field_edited.connect(self._edit)
        self._page.editing_finished.connect(self._desk.end_burst)
        self._page.returned.connect(workspace.marking.return_to_article)
        self._page.labels.field.entered.connect(self._offer_labels)
        self._page.labels.added.connect(self._add_label)
        self._page.labels.removed.connect(self._remove_label)
        self._page.set_editable(editable=not self._session.project.read_only)
        self._show_all()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {"document.fields": self.open_fields, "view.spans": self.open_spans}

    def open_fields(self) -> None:
        """Put the keyboard into the fields of the document."""
        self._pages.open_page(DOCUMENT)
        self._page.focus_field("title")

    def open_spans(self) -> None:
        """Put the keyboard into the list of spans."""
        self._pages.focus_page(SPANS)

    # Showing.

    @Slot(object)
    def _document_shown(self, _document: object) -> None:
        if self._desk.document_id != self._shown:
            self._show_all()

    @Slot(object)
    def _take_in(self, changes: Changes) -> None:
        if self._shown is None or changes.document_id not in (self._shown, None):
            return
        if any("document_date" in (op.after or {}) for op in changes.of("document")):
            self._drafts.pop(self._shown, None)
        if changes.touch("document"):
            self._show_fields()
        if changes.touch("document_label", "layer", "label", "import_run"):
            self._show_labels()

    def _show_all(self) -> None:
        self._shown = self._desk.document_id
        self._show_fields()
        self._show_labels()
        further = () if self._shown is None else further_fields(self._session, self._shown)
        self._page.set_further(further)

    def _show_fields(self) -> None:
        document = self._desk.document
        drafts = {} if document is None else self._drafts.get(document.id, {})
        self._page.clear_problems()
        self._page.show_fields(None if document is None else document.fields(), drafts)
        values = {} if document is None else {**document.fields(), **drafts}
        for name in FIELDS_SHOWN:
            # What a file brought may be of any form; a document date is always held to its own.
            problem = typed_field_problem(name, values.get(name, "")) if name in drafts else None
            if problem is not None:
                self._page.set_problem(name, said(problem))

    def _show_labels(self) -> None:
        labels = () if self._shown is None else document_labels(self._session, self._shown)
        self._page.labels.set_labels(labels)

    @Slot()
    def _offer_labels(self) -> None:
        """Read the labels of the whole project only when one is about to be typed."""
        self._page.labels.set_known(known_document_labels(self._session))

    # What a person does.

    @Slot()
    def _next_burst(self) -> None:
        self._burst += 1

    @Slot(str, str)
    def _edit(self, name: str, text: str) -> None:
        document_id = self._shown
        if document_id is None:
            return
        drafts = self._drafts.setdefault(document_id, {})
        drafts.pop(name, None)
        if field_problem(name, text) is not None:
            # Not for the disk: what reads the document date needs a day, or none.
            drafts[name] = text
        else:
            self._bridge.do(SetField(document_id, name, text, str(self._burst)))
        problem = typed_field_problem(name, text)
        self._page.set_problem(name, "" if problem is None else said(problem))

    @Slot(str)
    def _add_label(self, label: str) -> None:
        if self._shown is not None:
            self._bridge.do(AddDocumentLabel(self._shown, label))

    @Slot(str)
    def _remove_label(self, label: str) -> None:
        if self._shown is not None:
            self._bridge.do(RemoveDocumentLabel(self._shown, label))
