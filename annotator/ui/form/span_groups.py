"""How the spans of the list are grouped: in reading order, by label, by text; and the heads of the groups."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from annotator.core.clusters import around
from annotator.core.folding import fold_term
from annotator.core.labels import LabelSet
from annotator.core.span import Span
from annotator.ui.form.words import label_title
from annotator.ui.widgets.plain_text import one_line

# How much of the article stands beside a span, in code points: more than a row can show.
_BESIDE: Final = 30


class Grouping(StrEnum):
    """How the list is ordered; the value is what the settings keep."""

    ORDER = "order"
    LABEL = "label"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class GroupHead:
    """The line above a group: what its spans share and how many they are; `role` is the colour role of a label."""

    key: str
    title: str
    count: int
    folded: bool
    role: str = ""


# A row is a span, or the key of the head that stands there.
Row = Span | str


@dataclass(frozen=True, slots=True)
class Arranged:
    """The rows in their order, and the heads by key."""

    rows: list[Row]
    heads: dict[str, GroupHead]


def group_key(span: Span, grouping: Grouping) -> str:
    """Return the key of the group that a span is in; texts that fold to the same are one."""
    if grouping is Grouping.LABEL:
        return f"label:{span.label_id}"
    return f"text:{_folded(span.text)}" if grouping is Grouping.TEXT else ""


@lru_cache(maxsize=16384)
def _folded(text: str) -> str:
    return fold_term(text)


def arranged(
    spans: Sequence[Span], labels: LabelSet, grouping: Grouping, folded: Collection[str]
) -> Arranged:
    """Return spans (in reading order) as rows: groups by label in the order of the set, by text from 가 to 하."""
    if grouping is Grouping.ORDER:
        return Arranged(list(spans), {})
    groups: dict[str, list[Span]] = {}
    for span in spans:
        groups.setdefault(group_key(span, grouping), []).append(span)
    rows: list[Row] = []
    heads: dict[str, GroupHead] = {}
    for key in _in_order(groups, labels, grouping):
        members = groups[key]
        head = _head(key, members, labels, grouping, is_folded=key in folded)
        heads[key] = head
        rows.append(key)
        if not head.folded:
            rows.extend(members)
    return Arranged(rows, heads)


def _in_order(groups: dict[str, list[Span]], labels: LabelSet, grouping: Grouping) -> Iterable[str]:
    if grouping is Grouping.TEXT:
        return sorted(groups)
    places = {label.id: place for place, label in enumerate(labels.labels)}
    return sorted(groups, key=lambda key: places.get(groups[key][0].label_id, len(places)))


def _head(
    key: str, members: Sequence[Span], labels: LabelSet, grouping: Grouping, *, is_folded: bool
) -> GroupHead:
    if grouping is Grouping.TEXT:
        return GroupHead(key, one_line(members[0].text), len(members), is_folded)
    label = labels.by_id(members[0].label_id)
    role = "" if label is None else label.role
    return GroupHead(key, one_line(label_title(label)), len(members), is_folded, role)


def beside(span: Span, text: str) -> tuple[str, str]:
    """Return what precedes and follows a span on its line of the article, blanks at the outer ends cut off."""
    before, after = around(text, span.start, span.end, _BESIDE)
    return one_line(before.rpartition("\n")[2]).lstrip(), one_line(after.partition("\n")[0]).rstrip()
