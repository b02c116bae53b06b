"""User actions on the spans of the annotator's own layer."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from annotator.core.changes import Change, RowOp, insert
from annotator.core.clusters import widen
from annotator.core.commands.base import own_layer, own_spans, span_removal, span_update
from annotator.core.commands.state import State
from annotator.core.errors import user_error
from annotator.core.labels import Label
from annotator.core.layer import Layer
from annotator.core.messages import message
from annotator.core.span import Origin, Span, worked_over
from annotator.core.values import Norm

_QUOTE = 20


def quoted(text: str) -> str:
    """Return `text` short enough to stand in the name of a step."""
    line = text.replace("\n", " ")
    return line if len(line) <= _QUOTE else line[: _QUOTE - 1] + "…"


@dataclass(frozen=True, slots=True)
class AddSpan:
    """Mark `start` to `end` (code points, end exclusive) with a label.

    Ends inside a cluster are widened to it; the same range with the same label again does nothing. The value is
    what rules read there.
    """

    document_id: int
    start: int
    end: int
    label_id: int
    origin: Origin = Origin.MANUAL

    def run(self, state: State) -> Change | None:
        """Return the change that adds the span, beginning the layer where this is its first."""
        label = known_label(state, self.label_id)
        text = state.text_version(self.document_id).text
        start, end = checked_range(text, self.start, self.end)
        layer, ops = own_layer(state, self.document_id)
        if any(span.label_id == self.label_id for span in layer.exactly(start, end)):
            return None
        place = (start, end, self.label_id)
        norm = state.read_value(self.document_id, place)
        span = replace(new_span(state, layer, text, place, self.origin), norm=norm)
        ops.append(insert("span", span.row()))
        told = message("step.span.add", label=label.key, text=quoted(span.text))
        return Change(told, tuple(ops), self.document_id)


@dataclass(frozen=True, slots=True)
class RelabelSpans:
    """Give spans another label. Where that makes two identical spans, the relabelled one goes."""

    document_id: int
    span_ids: tuple[int, ...]
    label_id: int

    def run(self, state: State) -> Change | None:
        """Return the change, or None where all have the label already."""
        label = known_label(state, self.label_id)
        spans = [s for s in own_spans(state, self.document_id, self.span_ids) if s.label_id != self.label_id]
        if not spans:
            return None
        layer, ops = own_layer(state, self.document_id)
        taken = {(s.start, s.end) for s in layer.spans if s.label_id == self.label_id}
        for span in spans:
            if (span.start, span.end) in taken:
                ops.extend(_removal(state, [span]))
                continue
            taken.add((span.start, span.end))
            after = replace(span, label_id=self.label_id, norm=self._value(state, span, label))
            ops.append(_update(span, _touched(state, worked_over(span, after))))
        told = message("step.span.relabel", label=label.key, count=len(spans), text=quoted(spans[0].text))
        return Change(told, tuple(ops), self.document_id)

    def _value(self, state: State, span: Span, label: Label) -> Norm | None:
        """Return the value under the new label: one belongs to the kind of its label, another kind reads anew."""
        if span.norm is not None and _kind(state, span.label_id) == label.kind:
            return span.norm
        return state.read_value(self.document_id, (span.start, span.end, label.id))


@dataclass(frozen=True, slots=True)
class ResizeSpan:
    """Move the ends of a span; keys of one burst merge into one step.

    A value that rules read is read anew; one that a person wrote stays.
    """

    document_id: int
    span_id: int
    start: int
    end: int
    burst: str = ""

    def run(self, state: State) -> Change | None:
        """Return the change, or None where the ends stay; UserError where an identical span stands there."""
        (span,) = own_spans(state, self.document_id, (self.span_id,))
        text = state.text_version(self.document_id).text
        start, end = checked_range(text, self.start, self.end)
        if (start, end) == (span.start, span.end):
            return None
        layer, ops = own_layer(state, self.document_id)
        if any(other.label_id == span.label_id for other in layer.exactly(start, end)):
            raise user_error("span.twice", text=quoted(text[start:end]))
        norm = span.norm
        if norm == state.read_value(self.document_id, (span.start, span.end, span.label_id)):
            norm = state.read_value(self.document_id, (start, end, span.label_id))
        after = replace(span, start=start, end=end, text=text[start:end], flaw="", norm=norm)
        ops.append(_update(span, _touched(state, worked_over(span, after))))
        told = message("step.span.resize", text=quoted(after.text))
        return Change(told, tuple(ops), self.document_id, resize_merge(span.id, self.burst))


@dataclass(frozen=True, slots=True)
class RemoveSpans:
    """Remove spans; relations on them go too, and records keep their place without the span."""

    document_id: int
    span_ids: tuple[int, ...]

    def run(self, state: State) -> Change | None:
        """Return the change that removes them."""
        spans = own_spans(state, self.document_id, self.span_ids)
        if not spans:
            return None
        _layer, ops = own_layer(state, self.document_id)
        ops.extend(_removal(state, spans))
        told = message("step.span.remove", count=len(spans), text=quoted(spans[0].text))
        return Change(told, tuple(ops), self.document_id)


@dataclass(frozen=True, slots=True)
class SetNote:
    """Write the note of a span; typing of one burst merges into one step."""

    document_id: int
    span_id: int
    note: str
    burst: str = ""

    def run(self, state: State) -> Change | None:
        """Return the change, or None where the note stays."""
        (span,) = own_spans(state, self.document_id, (self.span_id,))
        op = span_update(span, _touched(state, replace(span, note=self.note)))
        return _one(self.document_id, op, "step.span.note", span, f"note:{span.id}:{self.burst}")


@dataclass(frozen=True, slots=True)
class SetUnsure:
    """Say that spans are in doubt, or no longer."""

    document_id: int
    span_ids: tuple[int, ...]
    unsure: bool

    def run(self, state: State) -> Change | None:
        """Return the change, or None where all say so already."""
        spans = own_spans(state, self.document_id, self.span_ids)
        changed = (span_update(s, _touched(state, replace(s, unsure=self.unsure))) for s in spans)
        ops = tuple(op for op in changed if op is not None)
        if not ops:
            return None
        id_ = "step.span.unsure" if self.unsure else "step.span.sure"
        return Change(message(id_, count=len(ops), text=quoted(spans[0].text)), ops, self.document_id)


@dataclass(frozen=True, slots=True)
class SetValue:
    """Write the value of a span, or take it away (None); typing of one burst merges into one step."""

    document_id: int
    span_id: int
    norm: Norm | None
    burst: str = ""

    def run(self, state: State) -> Change | None:
        """Return the change, or None where the value stays."""
        (span,) = own_spans(state, self.document_id, (self.span_id,))
        after = worked_over(span, replace(span, norm=self.norm))
        op = span_update(span, _touched(state, after))
        return _one(self.document_id, op, "step.span.value", span, f"value:{span.id}:{self.burst}")


def resize_merge(span_id: int, burst: str) -> str:
    """Return the merge key of moves of a span's ends, "" outside a burst."""
    return f"resize:{span_id}:{burst}" if burst else ""


def known_label(state: State, label_id: int) -> Label:
    """Return the label, or raise UserError where the set has none with that id."""
    label = state.labels.by_id(label_id)
    if label is None:
        raise user_error("label.gone")
    return label


def checked_range(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range widened to whole clusters; UserError where it is empty or outside the text."""
    if not 0 <= start < end <= len(text):
        raise user_error("span.outside", start=start, end=end, length=len(text))
    return widen(text, start, end)


def new_span(state: State, layer: Layer, text: str, place: tuple[int, int, int], origin: Origin) -> Span:
    """Return a new span of the layer at `place`: start and end in `text` (code points), and the id of its label."""
    start, end, label_id = place
    now = state.now()
    return Span(
        id=state.new_id("span"),
        uid=state.new_uid(),
        layer_id=layer.head.id,
        start=start,
        end=end,
        text=text[start:end],
        label_id=label_id,
        norm=None,
        note="",
        unsure=False,
        origin=origin,
        annotator_id=state.annotator.id,
        created_at=now,
        updated_at=now,
    )


def _kind(state: State, label_id: int) -> object:
    label = state.labels.by_id(label_id)
    return label.kind if label is not None else None


def _touched(state: State, span: Span) -> Span:
    return replace(span, updated_at=state.now())


def _update(before: Span, after: Span) -> RowOp:
    op = span_update(before, after)
    if op is None:
        msg = "the two states of the span are the same"
        raise ValueError(msg)
    return op


def _one(document_id: int, op: RowOp | None, id_: str, span: Span, merge: str) -> Change | None:
    if op is None:
        return None
    return Change(message(id_, text=quoted(span.text)), (op,), document_id, merge)


def _removal(state: State, spans: Iterable[Span]) -> list[RowOp]:
    return span_removal(state, [span.row() for span in spans])
