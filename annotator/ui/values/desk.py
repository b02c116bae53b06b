"""Says in the form what rules read in the current span, and offers names while a value is typed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot

from annotator.app.lexicon.names import NameFinder, called, hint_of, title_of
from annotator.app.suggestions.meaning import read_typed
from annotator.core.labels import Label
from annotator.core.span import Span
from annotator.core.values import ValueKind
from annotator.ui.form.name_list import NameChoice
from annotator.ui.form.pages import DOCUMENT
from annotator.ui.form.reading_row import ReadingShown
from annotator.ui.workspace import Workspace

_NAMED = (ValueKind.NAME, ValueKind.CODE)


class ValuesDesk(QObject):
    """Follows the current span of one workspace; what it works out it works out once a span."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._session = workspace.session
        self._desk = workspace.desk
        self._card = workspace.form.card
        self._finders: dict[int, NameFinder] = {}
        self._seen: tuple[object, ...] = ()
        self._desk.state_changed.connect(self._follow)
        self._card.date_wished.connect(self._ask_date)
        workspace.form.spans.model.names.set_source(partial(title_of, self._session))
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """Show what is read in the current span, where it or the document date is another than before."""
        span, document, version = self._desk.current, self._desk.document, self._desk.version
        if span is None or document is None or version is None:
            self._seen = ()
            return
        label = self._session.labels.by_id(span.label_id)
        seen = (span.id, span.start, span.end, label, span.norm, version.id, document.document_date)
        if seen == self._seen or label is None:
            return
        if self._seen[:1] != seen[:1] or self._seen[3] != label:
            # What is being typed is no name that was used before: the names are read where another span is shown.
            self._finders.clear()
            self._offer_names(label)
        self._seen = seen
        self._card.value.set_document_date(document.document_date)
        self._card.value.set_reader(partial(read_typed, document_date=document.document_date))
        self._card.set_called(called(self._session, span.norm))
        self._card.reading.show_reading(self._reading(document.id, span, document.document_date))

    def _reading(self, document_id: int, span: Span, document_date: str) -> ReadingShown:
        reading = self._session.reading(document_id, (span.start, span.end, span.label_id))
        if reading is None:
            return ReadingShown()
        read = (reading.norm, *reading.alternatives)
        others = tuple(norm for norm in read if norm is not None and norm != span.norm)
        rule = reading.rule if reading.norm is not None and reading.norm == span.norm else ""
        asks = not document_date and span.norm is None and (reading.needs_date or not others)
        return ReadingShown(rule, others, tuple(hint_of(self._session, norm) for norm in others), asks)

    def _offer_names(self, label: Label) -> None:
        finds = label.kind in _NAMED
        self._card.value.set_finder(partial(self._find, label) if finds else None)

    def _find(self, label: Label, typed: str) -> Sequence[NameChoice]:
        finder = self._finders.get(label.id)
        if finder is None:
            finder = self._finders[label.id] = NameFinder(self._session, label)
        return [NameChoice(name.norm, name.title, name.hint) for name in finder.find(typed)]

    @Slot()
    def _ask_date(self) -> None:
        pages = self._workspace.form.pages
        pages.open_page(DOCUMENT)
        pages.document.focus_field("document_date")
