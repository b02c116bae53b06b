"""A layer to be checked, written as a text with marks: ⟨AGENCY:기상청⟩."""

import re

from annotator.core.labels import DEFAULT_LABELS, LabelSet
from annotator.core.preflight import Checked, Finding
from annotator.core.span import Origin, Span
from annotator.core.values import Norm

LABELS = LabelSet("labels", 1, DEFAULT_LABELS)
_MARK = re.compile("⟨([A-Z]+):|⟩")


def checked(marked: str, norms: dict[int, Norm] | None = None, **more: object) -> Checked:
    """Return the layer of a marked text; spans are numbered from 1 by where they begin, `norms` are by number."""
    text, opened, found = "", [], []
    done = 0
    for mark in _MARK.finditer(marked):
        text += marked[done : mark.start()]
        done = mark.end()
        if mark[1]:
            opened.append((len(text), len(opened) + len(found), mark[1]))
        else:
            start, number, key = opened.pop()
            found.append((number, start, len(text), key))
    text += marked[done:]
    values = norms or {}
    spans = [
        span(id_, text, (start, end, key), norm=values.get(id_))
        for id_, (_, start, end, key) in enumerate(sorted(found), 1)
    ]
    return Checked(**{"text": text, "spans": spans, "labels": LABELS, **more})


def span(
    id_: int, text: str, place: tuple[int, int, str], *, norm: Norm | None = None, unsure: bool = False
) -> Span:
    """Return a span over (start, end) with the label of that key."""
    start, end, key = place
    label = LABELS.by_key(key)
    assert label is not None
    return Span(
        id=id_,
        uid=f"s{id_}",
        layer_id=1,
        start=start,
        end=end,
        text=text[start:end],
        label_id=label.id,
        norm=norm,
        note="",
        unsure=unsure,
        origin=Origin.MANUAL,
        annotator_id=1,
        created_at="",
        updated_at="",
    )


def told(found: list[Finding]) -> list[tuple[str, str, list[int | None]]]:
    """Return findings as (check, text, span ids)."""
    return [(one.check.value, one.text, [place.span_id for place in one.places]) for one in found]
