"""The desk: which document and which span are current, and the redraws that notices ask for."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from annotator.core.changes import Changes, RowOp
from annotator.core.commands.spans import quoted
from annotator.core.document import Document, TextVersion
from annotator.core.errors import UserError
from annotator.core.labels import LabelSet
from annotator.core.layer import Status
from annotator.core.messages import message
from annotator.core.span import Span
from annotator.core.validate import value_problem
from annotator.ui.annotate.marks import pane_span
from annotator.ui.bridge import Bridge
from annotator.ui.form.panel import FormPanel
from annotator.ui.messages import said
from annotator.ui.pane.model import PaneSpan
from annotator.ui.pane.view import ArticlePane

# Pixels kept above the first line in sight, so that its chips are not cut off.
_CHIP_ROOM = 30
# A commit of no more rows than this is a mark of a person, which becomes the current one.
_A_MARK = 2


class Desk(QObject):
    """The controller of the Annotate view. It owns no data: it asks the session and redraws from notices."""

    document_shown = Signal(object)  # Document | None
    state_changed = Signal()  # conditions of the actions may have changed
    burst_ended = Signal()

    def __init__(self, bridge: Bridge, pane: ArticlePane, form: FormPanel) -> None:
        super().__init__(pane)
        self._bridge = bridge
        self._session = bridge.session
        self._pane = pane
        self._form = form
        self._document_id: int | None = None
        self._span_id: int | None = None
        self._moving = False
        # Suggestions, shown beside the spans; their ids in the pane are below 0.
        self._suggested: tuple[PaneSpan, ...] = ()
        # By span id: in which records it is tied, as its chip says it.
        self.record_marks: Mapping[int, str] = {}
        self._connect()

    def _connect(self) -> None:
        pane, form = self._pane, self._form
        self._bridge.changed.connect(self.take_in)
        pane.span_clicked.connect(self.set_current)
        pane.caret_moved.connect(self._caret_moved)
        pane.selection_changed.connect(self._selection_changed)
        form.editing_finished.connect(self.end_burst)

    # What is current.

    @property
    def document_id(self) -> int | None:
        """The document shown, or None."""
        return self._document_id

    @property
    def current_id(self) -> int | None:
        """The id of the current span, or None."""
        return self._span_id if self._span_id is None or self._span_id > 0 else None

    @property
    def suggested_id(self) -> int | None:
        """The id in the pane of the current suggestion (below 0), or None."""
        return self._span_id if self._span_id is not None and self._span_id < 0 else None

    @property
    def document(self) -> Document | None:
        """The document shown, as it is now."""
        return None if self._document_id is None else self._session.document(self._document_id)

    @property
    def version(self) -> TextVersion | None:
        """The text shown."""
        return None if self._document_id is None else self._session.text_version(self._document_id)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The annotator's spans on the document shown, in reading order."""
        layer = None if self._document_id is None else self._session.layer(self._document_id)
        return layer.spans if layer is not None else ()

    @property
    def labels(self) -> LabelSet | None:
        """The labels that can be given here, None where nothing can be marked."""
        writable = self._document_id is not None and not self._session.project.read_only
        return self._session.labels if writable else None

    @property
    def current(self) -> Span | None:
        """The current span, or None."""
        return next((span for span in self.spans if span.id == self._span_id), None)

    @property
    def status(self) -> Status:
        """How far the annotator is with the document shown."""
        layer = None if self._document_id is None else self._session.layer(self._document_id)
        return layer.head.status if layer is not None else Status.NEW

    @property
    def flagged(self) -> bool:
        """Whether the annotator flagged the document shown."""
        layer = None if self._document_id is None else self._session.layer(self._document_id)
        return layer is not None and layer.head.flagged

    # Showing a document.

    def show_document(self, document_id: int | None) -> None:
        """Show a document where it was left, or nothing."""
        self.leave()
        self._document_id = document_id
        self._span_id = None
        self._suggested = ()
        self._redraw_document()
        if document_id is not None:
            view = self._session.project.reading.view_state(document_id)
            self.place_caret(min(view.caret, len(self.text)))
            self._pane.restore_scroll((view.scroll, _CHIP_ROOM))
            self._tell_adrift()
        self.document_shown.emit(self.document)
        self.state_changed.emit()

    def _tell_adrift(self) -> None:
        """Tell of spans that do not hold the text they cover; never repaired, so that nothing is hidden."""
        layer = None if self._document_id is None else self._session.layer(self._document_id)
        adrift = () if layer is None else layer.adrift(self.text)
        if adrift:
            told = message("span.adrift", count=len(adrift), text=quoted(adrift[0].text))
            self._bridge.failed.emit(told)

    def leave(self) -> None:
        """Remember where the person is in the document shown; not a step, and never an obstacle."""
        self.end_burst()
        if self._document_id is None or self._session.project.read_only:
            return
        try:
            self._session.project.set_view_state(
                self._document_id, self._pane.caret(), self._pane.scroll_state()[0]
            )
        except UserError as error:
            self._bridge.failed.emit(error.message)

    def _redraw_document(self) -> None:
        version, labels = self.version, self._session.labels
        spans = [*(pane_span(span, labels, self.record_marks) for span in self.spans), *self._suggested]
        self._moving = True
        try:
            self._pane.set_document(version.text if version else "", version.zones if version else (), spans)
        finally:
            self._moving = False
        self._form.set_labels(labels)
        self._redraw_form()

    def _redraw_spans(self) -> None:
        labels = self._session.labels
        if self.current is None and self.suggested_id is None:
            self._span_id = None
        self._pane.set_spans(
            [*(pane_span(span, labels, self.record_marks) for span in self.spans), *self._suggested]
        )
        self._form.set_labels(labels)
        self._redraw_form()
        self._pane.set_current(self._span_id)

    def show_suggested(self, marks: Sequence[PaneSpan]) -> None:
        """Show these suggestions in the article and no others; the current one stays so while it is among them."""
        before, after = {mark.id: mark for mark in self._suggested}, {mark.id: mark for mark in marks}
        self._suggested = tuple(marks)
        if before == after:
            return
        for gone in before.keys() - after.keys():
            self._pane.remove_span(gone)
        for mark in marks:
            if before.get(mark.id) != mark:
                self._pane.upsert_span(mark)
        if self.suggested_id is not None and self.suggested_id not in after:
            self._span_id = None
            self._show_current_in_form()
        self._pane.set_current(self._span_id)
        self.state_changed.emit()

    def _redraw_form(self) -> None:
        spans, labels = self.spans, self._session.labels
        self._form.set_counts(Counter(span.label_id for span in spans))
        self._form.set_spans(spans, labels)
        self._show_current_in_form()

    def _show_current_in_form(self) -> None:
        span = self.current
        self._form.show_span(span, self._session.labels, _zone_of(span, self.version))
        self._form.set_current(self.current_id)
        self._form.set_value_problem(_problem(span, self._session.labels))

    @property
    def text(self) -> str:
        """The text shown, "" where none is."""
        version = self.version
        return version.text if version else ""

    # Notices.

    @Slot(object)
    def take_in(self, changes: Changes) -> None:
        """Redraw what a commit touched on the document shown."""
        document_id = self._document_id
        if document_id is None:
            self.state_changed.emit()
            return
        touched = changes.document_id in (document_id, None)
        if touched and changes.touch("text_version", "document"):
            self._text_may_have_changed(changes)
        elif touched and changes.touch("label", "import_run"):
            self._redraw_spans()
        # A step on the label set redraws them all anyway, and may have reached very many.
        if touched and changes.touch("span") and not changes.touch("label"):
            self._take_in_spans(changes.of("span"))
        if touched:
            self.document_shown.emit(self.document)
        self.state_changed.emit()

    def _text_may_have_changed(self, changes: Changes) -> None:
        if changes.touch("text_version"):
            self._span_id = None
            self._suggested = ()
            caret, scroll = self._pane.caret(), self._pane.scroll_state()
            self._redraw_document()
            self.place_caret(min(caret, len(self.text)))
            self._pane.restore_scroll(scroll)

    def _take_in_spans(self, ops: tuple[RowOp, ...]) -> None:
        spans, labels = {span.id: span for span in self.spans}, self._session.labels
        last: int | None = None
        for op in ops:
            span = spans.get(op.id)
            if span is None:
                self._pane.remove_span(op.id)
            else:
                self._pane.upsert_span(pane_span(span, labels, self.record_marks))
                last = op.id
        if self._span_id not in spans and self.suggested_id is None:
            self._span_id = None
        one = spans[last] if last is not None and len(ops) <= _A_MARK else None
        if one is not None:
            self._span_id = one.id
            self._pane.ensure_visible(one.start, one.end)
        self._pane.set_current(self._span_id)
        if one is not None:
            # The person sees their mark before everything else follows it. It has taken up the selection, and stands in
            # the place of suggestions, which `show_suggested` puts back where they are open all the same.
            settled = {made.id for made in self._suggested if _settles(pane_span(one, labels), made)}
            self._suggested = tuple(made for made in self._suggested if made.id not in settled)
            for gone in settled:
                self._pane.remove_span(gone)
            if self._pane.selection() == (one.start, one.end):
                self.place_caret(one.end)
            self._pane.paint_now(one.id)
        self._redraw_form()

    # Moving.

    @Slot(int)
    def set_current(self, span_id: int | None) -> None:
        """Make a span current, or none, without moving the text."""
        if span_id != self._span_id:
            self.end_burst()
        self._span_id = span_id
        self._pane.set_current(span_id)
        self._show_current_in_form()
        self.state_changed.emit()

    def place_caret(self, cp: int) -> None:
        """Put the caret somewhere for the person, who keeps the current span; their own moves end it."""
        self._moving = True
        try:
            self._pane.set_caret(cp)
        finally:
            self._moving = False

    @Slot(int)
    def _caret_moved(self, _caret: int) -> None:
        if self._span_id is not None and not self._moving:
            self.set_current(None)

    @Slot(int, int)
    def _selection_changed(self, start: int, end: int) -> None:
        if start < end and self._span_id is not None and not self._moving:
            self.set_current(None)

    def escape(self) -> None:
        """Let go of the selection; else of the current span."""
        start, end = self._pane.selection()
        if start < end:
            self.place_caret(end)
        else:
            self.set_current(None)

    @Slot()
    def end_burst(self) -> None:
        """End a burst of typing or of boundary keys: what follows is a step of its own."""
        if self._document_id is not None:
            self._session.seal(self._document_id)
        self.burst_ended.emit()


def _problem(span: Span | None, labels: LabelSet) -> str:
    """Return what is wrong with the value of a span, in words, "" where nothing is."""
    label = None if span is None else labels.by_id(span.label_id)
    problem = None if span is None or label is None else value_problem(span.norm, label)
    return "" if problem is None else said(problem)


def _settles(mark: PaneSpan, made: PaneSpan) -> bool:
    """Tell whether a mark stands where a suggestion did: on its range, or over it with the same colour."""
    same = (mark.start, mark.end) == (made.start, made.end)
    return same or (mark.role == made.role and mark.start < made.end and made.start < mark.end)


def _zone_of(span: Span | None, version: TextVersion | None) -> str:
    """Return the kind of the zone in which a span begins, "" where it is in none."""
    if span is None or version is None:
        return ""
    return next((str(zone.kind) for zone in version.zones if zone.start <= span.start < zone.end), "")
