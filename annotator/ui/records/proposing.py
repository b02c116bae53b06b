"""Shows the records that are proposed for the document, ties them and remembers what is refused."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from annotator.app.suggestions.records import proposed_records
from annotator.core.changes import Changes
from annotator.core.commands.records import RefuseProposed, TieTogether
from annotator.korean.facts import Fact, FactFinder
from annotator.ui.form.pages import RECORDS
from annotator.ui.form.proposed_records import ProposedLine
from annotator.ui.form.words import DOT, label_title
from annotator.ui.workspace import Workspace

# A layer of more spans than this is looked through only when the person rests.
_MANY = 1000
_REST_MS = 300
_TOUCHING = ("span", "record", "record_member", "waiver", "label", "layer", "import_run", "text_version")


class Proposing(QObject):
    """What is proposed is worked out from the spans, never stored; a person's word makes a record of it."""

    tied = Signal()  # a record was made: the newest

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._session = workspace.session
        self._desk = workspace.desk
        self._pages = workspace.form.pages
        self._shown = workspace.form.pages.records.proposed
        self._finder = FactFinder()
        self._facts: tuple[Fact, ...] = ()
        # The words of each fact that is listed, by its `id`.
        self._worded: dict[int, str] = {}
        self._document_id: int | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.show)
        self._shown.shown_wished.connect(self._go)
        self._shown.accept_wished.connect(self._tie)
        self._shown.refuse_wished.connect(self._refuse)
        self._shown.escaped.connect(workspace.focus_article)
        self._desk.document_shown.connect(self._document_shown)
        workspace.bridge.changed.connect(self._take_in)
        workspace.closing.connect(self._rest.stop)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        return {"document.proposed-records": self.open_list}

    def open_list(self) -> None:
        """Put the keyboard on what is proposed; where nothing is, on the records."""
        if self._rest.isActive():
            self.show()
        if self._shown.count == 0 or self._session.project.read_only:
            self._pages.focus_page(RECORDS)
            return
        self._pages.open_page(RECORDS)
        self._shown.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._go(self._shown.list.currentRow())

    @Slot(object)
    def _document_shown(self, _document: object) -> None:
        if self._desk.document_id != self._document_id:
            self._document_id = self._desk.document_id
            if len(self._desk.spans) > _MANY:
                self._list(())
            self._look()

    @Slot(object)
    def _take_in(self, changes: Changes) -> None:
        if changes.touch("label"):
            self._worded.clear()
        if changes.touch(*_TOUCHING):
            self._look()

    def _look(self) -> None:
        if len(self._desk.spans) > _MANY:
            self._rest.start()
        else:
            self.show()

    @Slot()
    def show(self) -> None:
        """Work out what is proposed now, and list it."""
        self._rest.stop()
        document_id = self._desk.document_id
        self._list(() if document_id is None else proposed_records(self._session, document_id, self._finder))

    def _list(self, found: tuple[Fact, ...]) -> None:
        # The facts before are let go only now: what keeps its `id` is the same fact, and keeps its words.
        self._worded = {id(fact): self._worded.get(id(fact)) or self._words(fact) for fact in found}
        self._facts = found
        self._pages.set_proposed(0 if self._session.project.read_only else len(found))
        self._shown.show_lines([ProposedLine(words) for words in self._worded.values()])

    def _words(self, fact: Fact) -> str:
        labels = self._session.labels
        return DOT.join(f"{label_title(labels.by_id(span.label_id))} {span.text}" for span in fact.spans)

    def _fact(self, number: int) -> Fact | None:
        """Return the fact in a row, as it is seen."""
        return self._facts[number] if 0 <= number < len(self._facts) else None

    @Slot(int)
    def _go(self, number: int) -> None:
        """Show the spans of a proposed record in the article; the first one is current."""
        fact = self._fact(number)
        if fact is not None:
            self._workspace.walking.go_to_span(fact.spans[0].id)
            self._workspace.pane.ensure_visible(*fact.place)

    @Slot(int)
    def _tie(self, number: int) -> None:
        document_id, fact = self._desk.document_id, self._fact(number)
        if document_id is None or fact is None:
            return
        ids = tuple(span.id for span in fact.spans)
        if self._workspace.bridge.do(TieTogether(document_id, ids)) is not None:
            self.tied.emit()

    @Slot(int)
    def _refuse(self, number: int) -> None:
        document_id, fact = self._desk.document_id, self._fact(number)
        if document_id is not None and fact is not None:
            self._workspace.bridge.do(RefuseProposed(document_id, *fact.place))
