"""How spans are shown in the pane: their colour role and the word on their chip."""

from collections.abc import Mapping, Sequence
from typing import Final

from annotator.core.labels import LabelSet
from annotator.core.span import Span
from annotator.core.suggestion import Suggestion
from annotator.ui.pane.model import PaneSpan

_UNKNOWN_ROLE = "label-1"
_NO_RECORDS: Final[Mapping[int, str]] = {}
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def record_mark(numbers: Sequence[int]) -> str:
    """Return what stands beside a span for the numbers, from 1, of the records that it is tied in: ①, ②④, (21)."""
    return "".join(_CIRCLED[number - 1] if number <= len(_CIRCLED) else f"({number})" for number in numbers)


def pane_span(span: Span, labels: LabelSet, records: Mapping[int, str] = _NO_RECORDS) -> PaneSpan:
    """Return what the pane paints for a span; `records` says by span id in which records it is tied."""
    label = labels.by_id(span.label_id)
    word = (label.title or label.key) if label else "?"
    tied = records.get(span.id)
    return PaneSpan(
        id=span.id,
        start=span.start,
        end=span.end,
        role=label.role if label else _UNKNOWN_ROLE,
        chip=f"{word} {tied}" if tied else word,
        style="span",
        unsure=span.unsure,
    )


def zone_at(zones: tuple[tuple[int, int, str], ...], start: int) -> str:
    """Return the kind of the zone that holds the character `start`, or ""."""
    return next((kind for first, end, kind in zones if first <= start < end), "")


def suggested_span(id_: int, made: Suggestion, labels: LabelSet) -> PaneSpan:
    """Return what the pane paints for a suggestion; `id_` is below 0, so that it is no span's."""
    label = labels.by_id(made.label_id)
    return PaneSpan(
        id=id_,
        start=made.start,
        end=made.end,
        role=label.role if label else _UNKNOWN_ROLE,
        chip=(label.title or label.key) if label else "?",
        style="suggestion",
    )
