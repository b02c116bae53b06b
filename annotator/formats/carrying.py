"""What formats can carry of an entry beside its spans, and the count of what one of them leaves behind.

The kinds are the words of `Format.carries` and of `Account.lost`.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

from annotator.core.entry import Entry
from annotator.core.layer import Role, Status
from annotator.core.messages import Message, message

_COUNTS: Final[dict[str, Callable[[Entry], int]]] = {
    "annotator": lambda entry: int(entry.annotator != ""),
    "comment": lambda entry: len(entry.comments),
    "decision": lambda entry: len(entry.decisions),
    "doc-label": lambda entry: len(entry.doc_labels),
    "extra": lambda entry: len(entry.extra),
    "field": lambda entry: sum(value != "" for value in entry.fields.values()),
    "flag": lambda entry: int(entry.flagged),
    "note": lambda entry: sum(span.note != "" for span in entry.spans),
    "record": lambda entry: len(entry.records),
    "relation": lambda entry: len(entry.relations),
    # What is read back from a file that says nothing of it is done.
    "status": lambda entry: int(entry.status != Status.DONE),
    "role": lambda entry: int(entry.role != Role.ANNOTATOR),
    "suggestion": lambda entry: len(entry.suggestions),
    "text": lambda _entry: 1,
    "unsure": lambda entry: sum(span.unsure for span in entry.spans),
    "value": lambda entry: sum(span.norm is not None for span in entry.spans),
    "zone": lambda entry: len(entry.zones),
}

OVERLAP: Final = "overlap"
"""Spans that cover text of another span; how many of them are lost only the writer can tell."""

_SPANS: Final = ("span", OVERLAP, "line-break", "label")

KINDS: Final = frozenset({*_COUNTS, OVERLAP})
"""Everything that a format may say it carries beside spans with their labels."""


def left_behind(entry: Entry, carries: Collection[str]) -> Counter[str]:
    """Count what there is in the entry of the kinds that are not among `carries`, overlaps left aside."""
    counted = {kind: count(entry) for kind, count in _COUNTS.items() if kind not in carries}
    return Counter({kind: number for kind, number in counted.items() if number})


def spans_lost(lost: Mapping[str, int]) -> int:
    """Return how many spans were not written at all, for whatever reason."""
    return sum(lost.get(kind, 0) for kind in _SPANS)


def losses_told(lost: Iterable[tuple[str, int]]) -> list[Message]:
    """Return what was left behind, by kind, as messages in the order of the kinds."""
    return [
        message(f"lost.{kind.replace('-', '_')}", count=number) for kind, number in sorted(lost) if number
    ]
