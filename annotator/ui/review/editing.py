"""The reviewer's own spans for an item, while they are being made: digits label, boundary keys move the ends."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from annotator.core.clusters import is_edge, widen
from annotator.core.decision import Content, ItemSpan
from annotator.core.labels import Label
from annotator.core.values import Norm
from annotator.korean import josa_at, snap

ReadValue = Callable[[int, int, int], Norm | None]
"""Returns the value that rules read at start, end, id of a label."""

_NOWHERE: Final = -1


@dataclass(slots=True)
class Editing:
    """Spans in the making. `at` is the one that is current, -1 for none."""

    text: str
    read_value: ReadValue
    spans: list[ItemSpan]
    at: int = _NOWHERE

    @classmethod
    def begin(cls, text: str, content: Content, read_value: ReadValue) -> "Editing":
        """Begin with what was decided, or with what a layer has."""
        spans = sorted(content, key=_order_of)
        return cls(text, read_value, spans, 0 if spans else _NOWHERE)

    @property
    def current(self) -> ItemSpan | None:
        """The span that keys act on."""
        return self.spans[self.at] if 0 <= self.at < len(self.spans) else None

    @property
    def result(self) -> Content:
        """What would be decided."""
        return tuple(self.spans)

    def label(self, label: Label, selected: tuple[int, int]) -> None:
        """Label what is selected as a new span, or give the current one another label."""
        start, end = selected
        if start < end:
            start, end = widen(self.text, start, end)
            self._put(ItemSpan(start, end, label.key, self.read_value(start, end, label.id)))
        elif (span := self.current) is not None and span.label != label.key:
            norm = self.read_value(span.start, span.end, label.id)
            self._replace(ItemSpan(span.start, span.end, label.key, norm))

    def add_second(self, label: Label, selected: tuple[int, int]) -> None:
        """Give what is selected, or the place of the current span, one more label; one that is there stays."""
        start, end = selected
        if start < end:
            start, end = widen(self.text, start, end)
        elif (span := self.current) is not None:
            start, end = span.start, span.end
        if start < end and all(span[:3] != (start, end, label.key) for span in self.spans):
            self._put(ItemSpan(start, end, label.key, self.read_value(start, end, label.id)))

    def move_edge(self, start_by: int, end_by: int, label: Label | None) -> None:
        """Move the ends of the current span by whole clusters."""
        span = self.current
        if span is not None:
            self._resize(self._edge(span.start, start_by), self._edge(span.end, end_by), label)

    def switch_josa(self, label: Label | None) -> None:
        """Put the josa on or off the current span."""
        span = self.current
        if span is None:
            return
        ladder = snap(self.text, span.start, span.end).ladder
        josa = josa_at(self.text, span.end)
        if ladder and ladder[0].right and ladder[0].start == span.start:
            self._resize(span.start, ladder[0].end, label)
        elif josa is not None:
            self._resize(span.start, josa[1], label)

    def remove(self) -> None:
        """Take the current span away; its neighbour becomes current."""
        if self.current is not None:
            del self.spans[self.at]
            self.at = min(self.at, len(self.spans) - 1)

    def walk(self, by: int) -> None:
        """Make the next or previous span current, going round."""
        if self.spans:
            self.at = (self.at + by) % len(self.spans)

    def _edge(self, at: int, by: int) -> int:
        at += by
        while by and 0 < at < len(self.text) and not is_edge(self.text, at):
            at += by
        return min(max(at, 0), len(self.text))

    def _resize(self, start: int, end: int, label: Label | None) -> None:
        """Give the current span other ends; a value that rules read is read anew, one that a person wrote stays."""
        span = self.current
        if span is None or start >= end:
            return
        norm = span.norm
        if label is not None and norm in {None, self.read_value(span.start, span.end, label.id)}:
            norm = self.read_value(start, end, label.id)
        self._replace(ItemSpan(start, end, span.label, norm))

    def _replace(self, span: ItemSpan) -> None:
        del self.spans[self.at]
        self._put(span)

    def _put(self, span: ItemSpan) -> None:
        """Take a span in, in place of one with its place and label, and make it current."""
        self.spans = sorted([*(s for s in self.spans if s[:3] != span[:3]), span], key=_order_of)
        self.at = self.spans.index(span)


def _order_of(span: ItemSpan) -> tuple[int, int, str, bool, str]:
    return span.order
