"""Spans and labels of our own for tests of what shows them."""

from annotator.core.labels import DEFAULT_LABELS, Label, LabelSet
from annotator.core.span import Origin, Span
from annotator.core.values import Norm, ValueKind

LABELS = LabelSet("set", 1, DEFAULT_LABELS)
AGENCY, SECTOR, AMOUNT, DATE = (label.id for label in DEFAULT_LABELS)
CHOICE, TEXT, BARE = 5, 6, 7


def _more(label_id: int, key: str, title: str, kind: ValueKind, choices: tuple[str, ...] = ()) -> Label:
    return Label(
        id=label_id,
        uid=key.lower(),
        key=key,
        title=title,
        hotkey=str(label_id),
        role=f"label-{label_id}",
        kind=kind,
        description="",
        choices=choices,
        position=label_id,
    )


EVERY_KIND = LabelSet(
    "every",
    1,
    (
        *DEFAULT_LABELS,
        _more(CHOICE, "LEVEL", "단계", ValueKind.CHOICE, ("계획", "시행")),
        _more(TEXT, "ACTION", "행위", ValueKind.TEXT),
        _more(BARE, "PLACE", "장소", ValueKind.NONE),
    ),
)


def make_span(
    span_id: int,
    text: str = "과기정통부",
    label_id: int = AGENCY,
    *,
    start: int | None = None,
    norm: Norm | None = None,
    note: str = "",
    unsure: bool = False,
    origin: Origin = Origin.MANUAL,
) -> Span:
    """Make a span; without a start it stands ten characters for each id into the text."""
    first = span_id * 10 if start is None else start
    return Span(
        id=span_id,
        uid=f"s{span_id}",
        layer_id=1,
        start=first,
        end=first + len(text),
        text=text,
        label_id=label_id,
        norm=norm,
        note=note,
        unsure=unsure,
        origin=origin,
        annotator_id=1,
        created_at="",
        updated_at="",
    )
