"""The proposed extraction of the document shown: feeds the strip and carries out what is wished there."""

from PySide6.QtCore import QObject, Signal, Slot

from annotator.app.documents.pages import Page, keep_lines, page_of
from annotator.core.changes import Changes
from annotator.core.commands.documents import ConfirmExtraction, SetField, count_marks
from annotator.core.document import Document
from annotator.core.errors import UserError
from annotator.core.validate import field_problem
from annotator.ui.annotate.desk import Desk
from annotator.ui.annotate.strip import ExtractionStrip, StripLine, StripState
from annotator.ui.bridge import Bridge


class Proposal(QObject):
    """Reads the page only when the strip needs it, once for each text."""

    lines_wished = Signal(object)  # frozenset of line numbers, for a document in which something is marked

    def __init__(self, bridge: Bridge, desk: Desk, strip: ExtractionStrip) -> None:
        super().__init__(strip)
        self._bridge = bridge
        self._desk = desk
        self._strip = strip
        self._page: Page | None = None
        self._page_of: tuple[int, int] | None = None
        self._wanted = False
        desk.document_shown.connect(self._document_shown)
        bridge.changed.connect(self._take_in)
        strip.confirm_wished.connect(self.confirm)
        strip.lines_chosen.connect(self._lines_chosen)
        strip.date_given.connect(self._date_given)

    def open_lines(self) -> None:
        """Show every line of the page, also of a confirmed article."""
        self._wanted = True
        self._show()
        self._strip.open_lines()

    @Slot()
    def confirm(self) -> None:
        """Take the proposed extraction."""
        if self._desk.document_id is not None:
            self._bridge.do(ConfirmExtraction(self._desk.document_id))
            self._strip.close_lines()

    @Slot(object)
    def _document_shown(self, _document: object) -> None:
        self._wanted = False
        self._strip.close_lines()
        self._show()

    @Slot(object)
    def _take_in(self, changes: Changes) -> None:
        if changes.document_id == self._desk.document_id and changes.touch(
            "document", "text_version", "layer"
        ):
            self._show()

    def _show(self) -> None:
        document = self._desk.document
        self._strip.show_state(None if document is None else self._state(document))

    def _state(self, document: Document) -> StripState | None:
        if document.confirmed and not self._wanted:
            return None
        page = self._read(document)
        lines = (
            ()
            if page is None
            else tuple(StripLine(line.number, line.text, line.kept) for line in page.lines if not line.blank)
        )
        return StripState(
            confirmed=document.confirmed,
            start_found=page is not None and page.start_found,
            lines=lines,
            document_date=document.document_date,
            date_source=document.date_source,
            editable=not self._bridge.session.project.read_only,
        )

    def _read(self, document: Document) -> Page | None:
        key = (document.id, document.text_version_id)
        if self._page_of != key:
            try:
                self._page = page_of(self._bridge.session, document.id)
            except UserError as error:
                self._page = None
                self._bridge.failed.emit(error.message)
            self._page_of = key
        return self._page

    @Slot(object)
    def _lines_chosen(self, numbers: frozenset[int]) -> None:
        if self._desk.document_id is None:
            return
        if count_marks(self._bridge.session, self._desk.document_id):
            self._strip.close_lines()
            self.lines_wished.emit(numbers)
            return
        command = keep_lines(self._bridge.session, self._desk.document_id, numbers)
        if command is not None and self._bridge.do(command) is None:
            self._page_of = None
        self._show()

    @Slot(str)
    def _date_given(self, date: str) -> None:
        document = self._desk.document
        if document is None:
            return
        problem = field_problem("document_date", date)
        if problem is not None:
            self._bridge.failed.emit(problem)
            return
        self._bridge.do(SetField(document.id, "document_date", date))
