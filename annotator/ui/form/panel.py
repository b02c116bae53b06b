"""The form at the right: the labels, their guideline, the selected span, and the list of all spans."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from annotator.core.labels import LabelSet
from annotator.core.span import Span
from annotator.core.suggestion import Suggestion
from annotator.ui.form.guideline import Guideline
from annotator.ui.form.label_buttons import LabelButtons
from annotator.ui.form.pages import SPANS, FormPages
from annotator.ui.form.relation_box import RelationBox
from annotator.ui.form.span_card import SpanCard
from annotator.ui.form.span_list import SpanList
from annotator.ui.form.suggestion_card import SuggestionCard
from annotator.ui.theme import Theme
from annotator.ui.widgets.tones import faint_tone

_MARGIN: Final = 12
_LEAST_LIST_ROWS: Final = 5


class _Line(QWidget):
    """A hairline between two parts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), faint_tone(self.palette()))


class _Upper(QScrollArea):
    """Takes the height of what it holds, and scrolls where there is less."""

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height where the content wants one."""
        handled = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return handled

    def sizeHint(self) -> QSize:
        hint = self._content.sizeHint()
        width = max(self.viewport().width(), self._content.minimumSizeHint().width())
        tall = self._content.heightForWidth(width) if self._content.hasHeightForWidth() else hint.height()
        return QSize(hint.width(), tall)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._content.minimumSizeHint().width(), self.fontMetrics().lineSpacing() * 6)


class FormPanel(QWidget):
    """Stacks the parts and hands their wishes on."""

    label_chosen = Signal(int)
    relabel_wished = Signal(int, int)  # span id, label id
    note_edited = Signal(int, str)
    value_edited = Signal(int, object)  # span id, Norm | None
    unsure_toggled = Signal(int, bool)
    editing_finished = Signal()
    returned = Signal()
    span_activated = Signal(int)
    removal_wished = Signal(object)  # list[int]
    guideline_folded = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("form")
        self.labels = LabelButtons(theme, self)
        self.guideline = Guideline(self)
        self.suggestion = SuggestionCard(self)
        self.card = SpanCard(theme, self)
        self.relations = RelationBox(self)
        self.spans = SpanList(theme, self)
        self.pages = FormPages(self.spans, theme, self)
        self._current_label = 0
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        upper = QWidget(self)
        upper.setObjectName("form-upper")
        column = QVBoxLayout(upper)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(8)
        column.addWidget(self.labels)
        column.addWidget(self.guideline)
        column.addWidget(_Line(upper))
        column.addWidget(self.suggestion)
        column.addWidget(self.card)
        column.addWidget(self.relations)
        self._upper = _Upper(upper, self)
        self._upper.setObjectName("form-scroll")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._upper)
        whole.addWidget(_Line(self))
        whole.addWidget(self.pages, 1)
        self.setFocusProxy(self.pages)
        self._keep_list_visible()

    def _connect(self) -> None:
        self.labels.label_chosen.connect(self._label_chosen)
        self.labels.label_hovered.connect(self._label_hovered)
        self.card.relabel_wished.connect(self.relabel_wished)
        self.card.note_edited.connect(self.note_edited)
        self.card.value_edited.connect(self.value_edited)
        self.card.unsure_toggled.connect(self.unsure_toggled)
        self.card.editing_finished.connect(self.editing_finished)
        self.card.returned.connect(self.returned)
        self.spans.span_activated.connect(self.span_activated)
        self.spans.removal_wished.connect(self.removal_wished)
        self.spans.escaped.connect(self.returned)
        self.guideline.folded.connect(self.guideline_folded)

    # What is shown.

    def set_labels(self, labels: LabelSet) -> None:
        """Show the labels of a label set."""
        self.labels.set_labels(labels)
        self.guideline.set_labels(labels)

    def set_counts(self, counts: Mapping[int, int]) -> None:
        """Show how many spans carry each label, by label id."""
        self.labels.set_counts(counts)

    def set_spans(self, spans: tuple[Span, ...], labels: LabelSet) -> None:
        """List the spans, in reading order."""
        self.spans.set_spans(spans, labels)

    def show_span(self, span: Span | None, labels: LabelSet, zone: str) -> None:
        """Show the selected span, or nothing; says no edit, and keeps what is being typed."""
        self.card.show_span(span, labels, zone)
        self.labels.set_current(None if span is None else span.label_id)
        if span is not None:
            self._current_label = span.label_id
            self.guideline.show_label(span.label_id)

    def show_suggestion(
        self, made: Suggestion | None, labels: LabelSet, alike: int, called: str = ""
    ) -> None:
        """Show the current suggestion in place of a span, or nothing; see `SuggestionCard.show_suggestion`."""
        self.suggestion.show_suggestion(made, labels, alike, called)
        self.card.setVisible(made is None)

    def set_current(self, span_id: int | None) -> None:
        """Make a span current in the list, without saying so."""
        self.spans.set_current(span_id)

    def set_value_problem(self, problem: str | None) -> None:
        """Say, in words, what is wrong with the value shown; None or "": nothing is."""
        self.card.set_value_problem(problem)

    def set_editable(self, *, editable: bool) -> None:
        """Let everything be changed, or only read."""
        self.labels.set_enabled(enabled=editable)
        self.card.set_editable(editable=editable)
        self.spans.set_editable(editable=editable)
        self.pages.set_editable(editable=editable)

    def set_guideline_folded(self, *, folded: bool) -> None:
        """Fold the guideline away, or show it; says nothing."""
        self.guideline.set_folded(folded=folded)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self.labels.set_theme(theme)
        self.card.set_theme(theme)
        self.spans.set_theme(theme)
        self.pages.set_theme(theme)

    def focus_value(self) -> None:
        """Put the keyboard into the value of the span shown."""
        self.card.focus_value()
        self._bring_into_sight()

    def focus_note(self) -> None:
        """Put the keyboard into the note of the span shown."""
        self.card.focus_note()
        self._bring_into_sight()

    def focus_list(self) -> None:
        """Put the keyboard into the list of spans, or into its filter where nothing is listed; so does `setFocus`."""
        self.pages.open_page(SPANS)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def selected_ids(self) -> list[int]:
        """Return the ids of the spans chosen in the list, in reading order."""
        return self.spans.selected_ids()

    def flow_widgets(self) -> list[QWidget]:
        """Return the widgets on which the flow keys work: in the fields, typing is only typing."""
        return [self.spans.table]

    def _bring_into_sight(self) -> None:
        field = self.card.focusWidget()
        if field is not None:
            self._upper.ensureWidgetVisible(field)

    @Slot(int)
    def _label_chosen(self, label_id: int) -> None:
        self._current_label = label_id
        self.guideline.show_label(label_id)
        self.label_chosen.emit(label_id)

    @Slot(int)
    def _label_hovered(self, label_id: int) -> None:
        self.guideline.show_label(label_id or self._current_label)

    # Words and looks.

    def _keep_list_visible(self) -> None:
        metrics = self.fontMetrics()
        self.spans.setMinimumHeight((metrics.lineSpacing() + 8) * (_LEAST_LIST_ROWS + 1) + 8)

    def retranslate(self) -> None:
        """Say the panel's own words anew; its parts follow by themselves."""
        self.setAccessibleName(self.tr("Form"))
        self._upper.setAccessibleName(self.tr("Labels and selected span"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language, and the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._keep_list_visible()
