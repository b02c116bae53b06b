"""The input of a comparison: a case as JSON gives it, checked, and made into layers that can be compared."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Final

from annotator.core.errors import user_error
from annotator.review.anchoring import Fate, reanchor
from annotator.review.marks import Mark, mark_order

REJECTED: Final = "rejected"
DUPLICATES: Final = "duplicates"
COUNTERS: Final = (REJECTED, DUPLICATES, *map(str, Fate))
SEPARATOR: Final = "|"
"""Stands between the two names of a pair, and so in no name."""


@dataclass(slots=True)
class Case:
    """What is compared: texts by document, marks by document and annotator, and what became of the spans given.

    A document that an annotator did not do is not in their layers; one with nothing found has an empty list.
    """

    name: str | None
    annotators: tuple[str, ...]
    labels: tuple[str, ...]
    texts: dict[str, str]
    layers: dict[str, dict[str, list[Mark]]] = field(default_factory=dict)
    counters: Counter[str] = field(default_factory=Counter)


def read_case(case: Mapping[str, object]) -> Case:
    """Return the case that JSON describes (`docs/comparing.md`, 3); UserError `compare.case` where it is none."""
    name = case.get("case")
    labels = _names(case, "labels")
    read = Case(
        name if isinstance(name, str) else None,
        _names(case, "annotators"),
        labels,
        {_text(entry, "doc_id"): _text(entry, "text") for entry in _objects(case, "documents")},
    )
    if len(read.texts) != len(_objects(case, "documents")):
        raise user_error("compare.case", problem="documents: a doc_id stands twice")
    if any(SEPARATOR in annotator for annotator in read.annotators):
        raise user_error("compare.case", problem=f"annotators: a name holds {SEPARATOR}")
    order = {label: number for number, label in enumerate(labels)}
    for entry in _objects(case, "annotations"):
        _take(read, entry, order)
    return read


def _take(case: Case, entry: Mapping[str, object], order: Mapping[str, int]) -> None:
    document, annotator = _text(entry, "doc_id"), _text(entry, "annotator")
    if document not in case.texts:
        raise user_error("compare.case", problem=f"annotations: no document {document}")
    if annotator not in case.annotators:
        raise user_error("compare.case", problem=f"annotations: no annotator {annotator}")
    layers = case.layers.setdefault(document, {})
    if annotator in layers:
        raise user_error("compare.case", problem=f"annotations: {annotator} twice on {document}")
    reference = case.texts[document]
    own = _text(entry, "text") if entry.get("text") is not None else reference
    marks = []
    for span in _objects(entry, "spans"):
        mark = _mark(span, len(own), order)
        if mark is None:
            case.counters[REJECTED] += 1
        else:
            marks.append(mark)
    layers[annotator] = _comparable(marks, own, reference, case.counters)


def _mark(span: Mapping[str, object], length: int, order: Mapping[str, int]) -> Mark | None:
    """Return a span as a mark, None where it is rejected: not whole numbers, out of the text, an unknown label."""
    start, end, label, value = (span.get(key) for key in ("start", "end", "label", "value"))
    # A boolean is an int to Python, and none here.
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= length:
        return None
    if not isinstance(label, str) or label not in order:
        return None
    if value is not None and not isinstance(value, str):
        raise user_error("compare.case", problem="a value is a string or null")
    return Mark(start, end, order[label], value)


def _comparable(marks: Sequence[Mark], own: str, reference: str, counters: Counter[str]) -> list[Mark]:
    """Return marks of the text `own` on the reference text, sorted, no two with equal place and label."""
    placed = []
    for mark, anchored in zip(marks, reanchor(own, reference, [mark[:2] for mark in marks]), strict=True):
        counters[anchored.kind] += 1
        if anchored.kind is not Fate.LOST:
            placed.append(mark._replace(start=anchored.start, end=anchored.end))
    kept, duplicates = layer_of(placed)
    counters[DUPLICATES] += duplicates
    return kept


def layer_of(marks: Iterable[Mark]) -> tuple[list[Mark], int]:
    """Return marks as a layer has them, sorted, and how many were left out: of equal place and label one stays."""
    given = list(marks)
    if len({mark[:3] for mark in given}) == len(given):
        # No two are of equal place and label: what their values are plays no part.
        return sorted(given, key=itemgetter(0, 1, 2)), 0
    kept: list[Mark] = []
    for mark in sorted(given, key=mark_order):
        if not kept or kept[-1][:3] != mark[:3]:
            kept.append(mark)
    return kept, len(given) - len(kept)


def _names(case: Mapping[str, object], key: str) -> tuple[str, ...]:
    names = case.get(key)
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise user_error("compare.case", problem=f"{key} is no list of strings")
    if len(set(names)) != len(names):
        raise user_error("compare.case", problem=f"{key}: a name stands twice")
    return tuple(names)


def _objects(holder: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    objects = holder.get(key)
    if not isinstance(objects, list) or not all(isinstance(one, dict) for one in objects):
        raise user_error("compare.case", problem=f"{key} is no list of objects")
    return objects


def _text(holder: Mapping[str, object], key: str) -> str:
    text = holder.get(key)
    if not isinstance(text, str):
        raise user_error("compare.case", problem=f"{key} is no string")
    return text
