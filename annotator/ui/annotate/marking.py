"""Wishes about spans and about the document, turned into commands."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from annotator.core.commands.documents import ConfirmExtraction, SetFlagged, SetStatus
from annotator.core.commands.spans import (
    AddSpan,
    RelabelSpans,
    RemoveSpans,
    ResizeSpan,
    SetNote,
    SetUnsure,
    SetValue,
)
from annotator.core.layer import Status
from annotator.core.values import Norm
from annotator.korean import snap
from annotator.ui.annotate.brush import Brush
from annotator.ui.annotate.desk import Desk
from annotator.ui.annotate.modes import Act, Situation, digit, enter, escape
from annotator.ui.annotate.selecting import Selecting
from annotator.ui.annotate.suggesting import Suggesting
from annotator.ui.annotate.walking import Walking
from annotator.ui.bridge import Bridge
from annotator.ui.calls import Call
from annotator.ui.form.panel import FormPanel
from annotator.ui.pane.view import ArticlePane


@dataclass(frozen=True, slots=True)
class Rooms:
    """Those who know the state that marking acts on."""

    desk: Desk
    walking: Walking
    selecting: Selecting
    brush: Brush
    suggesting: Suggesting


class Marking(QObject):
    """What a person does with the current span, the selection and the document shown."""

    focus_wished = Signal()  # the article wants the keyboard

    def __init__(self, bridge: Bridge, rooms: Rooms, pane: ArticlePane, form: FormPanel) -> None:
        super().__init__(rooms.desk)
        self._bridge = bridge
        self._session = bridge.session
        self._desk = rooms.desk
        self._walking = rooms.walking
        self._selecting = rooms.selecting
        self._brush = rooms.brush
        self._suggesting = rooms.suggesting
        self._pane = pane
        self._form = form
        self._burst = 0
        rooms.desk.burst_ended.connect(self._next_burst)
        rooms.selecting.drag_taken.connect(self._brush_drag)
        form.label_chosen.connect(self.label)
        form.relabel_wished.connect(self._relabel)
        form.note_edited.connect(self._note)
        form.value_edited.connect(self._value)
        form.unsure_toggled.connect(self._unsure)
        form.removal_wished.connect(self._remove)
        form.returned.connect(self.return_to_article)

    @Slot()
    def _next_burst(self) -> None:
        self._burst += 1

    def situation(self) -> Situation:
        """Return what there is to act on in the article."""
        start, end = self._pane.selection()
        document = self._desk.document
        return Situation(
            brush=self._brush.label is not None,
            selection=start < end,
            suggestion=self._desk.suggested_id is not None,
            current=self._desk.current_id is not None,
            proposed=document is not None and not document.confirmed,
        )

    @Slot(int)
    def label(self, label_id: int) -> None:
        """Do what a digit does: label the selection, relabel the current span, or take the label in hand."""
        label = self._session.labels.by_id(label_id)
        if self._desk.document_id is None or label is None:
            return
        act = digit(self.situation())
        if act is Act.ADD:
            self._add(self._pane.selection(), label_id)
        elif act is Act.ACCEPT_AS:
            self._suggesting.accept_as(label_id)
        elif act is Act.RELABEL:
            self._bridge.do(RelabelSpans(self._desk.document_id, self._chosen(), label_id))
        elif act is Act.ARM:
            self._brush.arm(label)

    def _chosen(self) -> tuple[int, ...]:
        """Return the spans chosen in the list where the keyboard is there, else the current one."""
        if any(widget.hasFocus() for widget in self._form.flow_widgets()):
            chosen = tuple(self._form.selected_ids())
            if chosen:
                return chosen
        return () if self._desk.current_id is None else (self._desk.current_id,)

    def add_second(self, hotkey: str) -> None:
        """Give the selection, or the range of the current span, one more label."""
        label, span = self._session.labels.by_hotkey(hotkey), self._desk.current
        start, end = self._pane.selection()
        if label is None:
            return
        if start < end:
            self._add((start, end), label.id)
        elif span is not None:
            self._add((span.start, span.end), label.id)

    def _add(self, place: tuple[int, int], label_id: int) -> None:
        if self._desk.document_id is None:
            return
        if self._bridge.do(AddSpan(self._desk.document_id, *place, label_id)) is not None:
            self._desk.place_caret(place[1])

    @Slot()
    def _brush_drag(self) -> None:
        """Label what was just dragged with the label in hand."""
        if self._brush.label is not None:
            self._add(self._pane.selection(), self._brush.label.id)

    def _brush_here(self) -> None:
        """Label the selection, or the segment at the caret, with the label in hand."""
        start, end = self._pane.selection()
        ladder = snap(self._desk.text, start, end).ladder if start == end else ()
        if ladder:
            start, end = ladder[0].start, ladder[0].end
        if start < end and self._brush.label is not None:
            self._add((start, end), self._brush.label.id)

    def switch_josa(self) -> None:
        """Put the josa on or off the selection, or the current span."""
        place, span = self._selecting.switch_josa(), self._desk.current
        if place is not None and span is not None and self._desk.document_id is not None:
            start, end = place
            self._bridge.do(ResizeSpan(self._desk.document_id, span.id, start, end, str(self._burst)))

    def digit_handlers(self) -> dict[str, Call]:
        """Return what the action of each digit does."""
        digits = map(str, range(1, 10))
        found = {f"mark.label-{number}": Call(self.label_by_hotkey, number) for number in digits}
        found |= {f"mark.second-{number}": Call(self.add_second, number) for number in map(str, range(1, 10))}
        return found

    def label_by_hotkey(self, digit: str) -> None:
        """Label with the label that has this digit; nothing where none has."""
        label = self._session.labels.by_hotkey(digit)
        if label is not None:
            self.label(label.id)

    @Slot(int, int)
    def _relabel(self, span_id: int, label_id: int) -> None:
        if self._desk.document_id is not None:
            self._bridge.do(RelabelSpans(self._desk.document_id, (span_id,), label_id))

    @Slot(object)
    def _remove(self, span_ids: object) -> None:
        if self._desk.document_id is not None and isinstance(span_ids, (list, tuple)):
            self._bridge.do(RemoveSpans(self._desk.document_id, tuple(span_ids)))

    def remove_current(self) -> None:
        """Remove the current span, or refuse the current suggestion, and go on to its neighbour."""
        if self._desk.suggested_id is not None:
            self._suggesting.refuse()
            return
        span, chosen = self._desk.current, self._chosen()
        if len(chosen) > 1:
            self._remove(chosen)
            return
        if span is None:
            return
        neighbour = self._walking.neighbour(1) or self._walking.neighbour(-1)
        self._remove([span.id])
        if neighbour is not None and neighbour.id != span.id:
            self._walking.go_to_span(neighbour.id)

    def toggle_unsure(self) -> None:
        """Put the current span in doubt, or out of it."""
        span, chosen = self._desk.current, self._chosen()
        if span is not None and self._desk.document_id is not None:
            self._bridge.do(SetUnsure(self._desk.document_id, chosen, not span.unsure))

    @Slot(int, bool)
    def _unsure(self, span_id: int, unsure: bool) -> None:  # noqa: FBT001  (the signature of a Qt signal)
        if self._desk.document_id is not None:
            self._bridge.do(SetUnsure(self._desk.document_id, (span_id,), unsure))

    @Slot(int, str)
    def _note(self, span_id: int, note: str) -> None:
        if self._desk.document_id is not None:
            self._bridge.do(SetNote(self._desk.document_id, span_id, note, str(self._burst)))

    @Slot(int, object)
    def _value(self, span_id: int, norm: object) -> None:
        if self._desk.document_id is not None and (norm is None or isinstance(norm, Norm)):
            self._bridge.do(SetValue(self._desk.document_id, span_id, norm, str(self._burst)))

    def enter(self) -> None:
        """Do what Enter does in the article."""
        act, document = enter(self.situation()), self._desk.document
        if act is Act.BRUSH_HERE:
            self._brush_here()
        elif act is Act.ACCEPT:
            self._suggesting.accept()
        elif act is Act.VALUE:
            self.edit_value()
        elif act is Act.CONFIRM_ARTICLE and document is not None:
            self._bridge.do(ConfirmExtraction(document.id))

    def escape(self) -> None:
        """Peel off one layer: the brush, the selection, the current span."""
        act = escape(self.situation())
        if act is Act.LAY_BRUSH_DOWN:
            self._brush.lay_down()
        elif act in (Act.DESELECT, Act.LEAVE_CURRENT):
            self._desk.escape()

    def edit_value(self) -> None:
        """Put the keyboard into the value of the current span."""
        if self._desk.current_id is not None:
            self._desk.end_burst()
            self._form.focus_value()

    def edit_note(self) -> None:
        """Put the keyboard into the note of the current span."""
        if self._desk.current_id is not None:
            self._desk.end_burst()
            self._form.focus_note()

    @Slot()
    def return_to_article(self) -> None:
        """Give the keyboard back to the article, at the end of the current span."""
        self._desk.end_burst()
        self.focus_wished.emit()

    def set_status(self, status: Status) -> bool:
        """Say how far the document is; True where that was a change."""
        self._desk.end_burst()
        return (
            self._desk.document_id is not None
            and self._bridge.do(SetStatus(self._desk.document_id, status)) is not None
        )

    def toggle_flag(self) -> None:
        """Flag the document, or take the flag away."""
        if self._desk.document_id is not None:
            self._bridge.do(SetFlagged(self._desk.document_id, not self._desk.flagged))
