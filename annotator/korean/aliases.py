"""Finds marked names with another marked name in brackets behind them: 세계보건기구(WHO)."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from annotator.core.labels import LabelSet
from annotator.core.span import Span
from annotator.core.values import ValueKind

# What opens the brackets, and what stands between several short forms in them. A blank may stand beside each.
_OPENS: Final = re.compile(r"[^\S\n]?[(（\[［〔][^\S\n]?")
_CLOSES: Final = re.compile(r"[^\S\n]?[)）\]］〕]")
_NEXT: Final = re.compile(r"[^\S\n]?[,·ㆍ・/;][^\S\n]?")
_LATIN: Final = re.compile(r"[A-Za-z0-9&.\- ]+")


class AliasPair(NamedTuple):
    """A short form, or another name, and the name that it stands for."""

    alias: Span
    name: Span


def bracketed_aliases(text: str, spans: Sequence[Span], labels: LabelSet) -> list[AliasPair]:
    """Return the pairs in reading order; `spans` are in that order too.

    Both are of one label, and one with names. What stands in the brackets is the alias; where it stands for Latin
    letters and is not written in them (WHO(세계보건기구)), it is the name. Several in the brackets are several pairs.
    """
    named = {label.id for label in labels.labels if label.kind is ValueKind.NAME}
    # Few texts have any: of the others no more than this is asked.
    if not any(span.label_id in named and _OPENS.match(text, span.end) for span in spans):
        return []
    by_start: dict[tuple[int, int], Span] = {}
    for span in spans:
        if span.label_id in named:
            by_start.setdefault((span.start, span.label_id), span)
    found: list[AliasPair] = []
    for outer in by_start.values():
        opened = _OPENS.match(text, outer.end)
        if opened is not None:
            inner = _inside(text, opened.end(), outer.label_id, by_start)
            found.extend(_pair(outer, one) for one in inner)
    return found


def _inside(text: str, at: int, label_id: int, by_start: dict[tuple[int, int], Span]) -> list[Span]:
    """Return the spans that fill the brackets up to their end, none where anything else stands in them."""
    found: list[Span] = []
    while (span := by_start.get((at, label_id))) is not None:
        found.append(span)
        if _CLOSES.match(text, span.end):
            return found
        behind = _NEXT.match(text, span.end)
        if behind is None:
            return []
        at = behind.end()
    return []


def _pair(outer: Span, inner: Span) -> AliasPair:
    turned = _LATIN.fullmatch(outer.text) is not None and _LATIN.fullmatch(inner.text) is None
    return AliasPair(outer, inner) if turned else AliasPair(inner, outer)
