"""How spans are shown in the pane: their colour role and the word on their chip."""

from annotator.core.labels import LabelSet
from annotator.core.span import Span
from annotator.core.suggestion import Suggestion
from annotator.ui.pane.model import PaneSpan

_UNKNOWN_ROLE = "label-1"


def pane_span(span: Span, labels: LabelSet) -> PaneSpan:
    """Return what the pane paints for a span."""
    label = labels.by_id(span.label_id)
    return PaneSpan(
        id=span.id,
        start=span.start,
        end=span.end,
        role=label.role if label else _UNKNOWN_ROLE,
        chip=(label.title or label.key) if label else "?",
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
