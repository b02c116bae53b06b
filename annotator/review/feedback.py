"""What one annotator is told about their work beside the gold layer: numbers, differences, what the guideline lacks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final, NamedTuple

from annotator.core.clusters import around
from annotator.core.decision import Content, ItemSpan
from annotator.review.differences import Class, Difference
from annotator.review.marks import Mark, mark_order
from annotator.review.measures import ratio
from annotator.review.tally import Tally, summed, tally

REACH: Final = 40
"""How many characters of context stand on each side of a difference."""


class Numbers(NamedTuple):
    """How far a layer and the gold layer agree over some documents; None stands for what is not defined."""

    documents: int
    spans: int
    gold: int
    f1_exact: float | None
    p_exact: float | None
    r_exact: float | None
    f1_lenient: float | None
    f1_boundary: float | None
    value_rate: float | None


MEASURED: Final = ("f1_exact", "p_exact", "r_exact", "f1_lenient", "f1_boundary", "value_rate")
"""The numbers that are means over the others; the rest are counts."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A document whose review is finished: its gold spans, those of everyone who did it (by uid), and what was said.

    `comments` are ranges (start, end) with the reviewer's reason and note on them. Offsets are code points of `text`.
    """

    uid: str
    title: str
    text: str
    gold: Content
    layers: Mapping[str, Content]
    comments: Sequence[tuple[int, int, str, str]] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A span as a report shows it."""

    text: str
    label: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Differing:
    """One difference: its place in its words, what the annotator had, what was decided, and why.

    `cls` is a class of difference, `kind` what lies between two boundaries ("" elsewhere). `start` and `end` count in
    the document's text; `quote` is what lies there.
    """

    document: str
    title: str
    start: int
    end: int
    before: str
    quote: str
    after: str
    theirs: tuple[Shown, ...]
    final: tuple[Shown, ...]
    cls: str
    kind: str
    reason: str
    note: str


@dataclass(frozen=True, slots=True)
class Feedback:
    """Everything that one annotator is told. `others`: the means over the others, of whom `others_count` there are."""

    annotator: str
    project: str
    day: str
    numbers: Numbers
    others: Mapping[str, float | None]
    others_count: int
    differences: tuple[Differing, ...]


@dataclass(frozen=True, slots=True)
class GuidelineCase:
    """An item that the guideline should speak of. `variants` are what annotators had, with how many had it."""

    document: str
    title: str
    before: str
    quote: str
    after: str
    variants: tuple[tuple[int, tuple[Shown, ...]], ...]
    result: tuple[Shown, ...]
    reason: str
    note: str


def feedback(
    annotator: tuple[str, str], judged: Sequence[Judged], labels: Sequence[str], *, project: str, day: str
) -> Feedback:
    """Return what an annotator (uid, name) is told about the documents that they did.

    The others are measured on the documents that they and the annotator did, each alone; the mean is over those of
    whom a number is defined. `labels` are the keys in label order.
    """
    uid, name = annotator
    own = [document for document in judged if uid in document.layers]
    counted = {document.uid: _tally(document, uid, labels) for document in own}
    others = sorted({other for document in own for other in document.layers} - {uid})
    theirs = [
        numbers_of(
            [_tally(document, other, labels) for document in own if other in document.layers], len(labels)
        )
        for other in others
    ]
    return Feedback(
        name,
        project,
        day,
        numbers_of(list(counted.values()), len(labels)),
        {measure: _mean(getattr(one, measure) for one in theirs) for measure in MEASURED},
        len(others),
        tuple(row for document in own for row in _rows(document, counted[document.uid].differences, labels)),
    )


def numbers_of(rows: Sequence[Tally], labels: int) -> Numbers:
    """Return the numbers of some documents, the gold layer being the first of each pair."""
    total = summed(rows, labels)
    spans = total.n_a + total.n_b
    return Numbers(
        len(rows),
        total.n_b,
        total.n_a,
        ratio(2 * total.tp_exact, spans),
        ratio(total.tp_exact, total.n_b),
        ratio(total.tp_exact, total.n_a),
        ratio(2 * total.m_lenient, spans),
        ratio(2 * total.tp_boundary, spans),
        ratio(total.value_equal, total.value_pairs),
    )


def context(text: str, start: int, end: int, reach: int = REACH) -> tuple[str, str, str]:
    """Return what stands before, at and after a place, in one line each; what was cut off ends in an ellipsis."""
    first, last = max(0, start - reach), min(len(text), end + reach)
    before, after = around(text, start, end, reach)
    return (
        _plain(f"…{before}" if first else before).lstrip(),
        _plain(text[start:end]),
        _plain(f"{after}…" if last < len(text) else after).rstrip(),
    )


def _plain(text: str) -> str:
    return " ".join(text.split("\n"))


def _tally(document: Judged, uid: str, labels: Sequence[str]) -> Tally:
    gold, theirs = (_marks(content, labels) for content in (document.gold, document.layers[uid]))
    return tally(gold, theirs, document.text, len(labels))


def _marks(content: Content, labels: Sequence[str]) -> list[Mark]:
    """Return spans as a comparison sees them: sorted, of those with equal place and label the first."""
    kept: dict[tuple[int, int, int], Mark] = {}
    made = (Mark(s.start, s.end, labels.index(s.label), s.value) for s in content if s.label in labels)
    for mark in sorted(made, key=mark_order):
        kept.setdefault(mark[:3], mark)
    return list(kept.values())


def _rows(document: Judged, differences: Iterable[Difference], labels: Sequence[str]) -> Iterator[Differing]:
    for difference in differences:
        if difference.cls is Class.SAME:
            continue
        marks = (*difference.a, *difference.b)
        start, end = min(mark.start for mark in marks), max(mark.end for mark in marks)
        said = [(why, note) for s, e, why, note in document.comments if s < end and start < e]
        reason, note = said[-1] if said else ("", "")
        yield Differing(
            document.uid,
            document.title,
            start,
            end,
            *context(document.text, start, end),
            tuple(_shown(mark, document.text, labels) for mark in difference.b),
            tuple(_shown(mark, document.text, labels) for mark in difference.a),
            str(difference.cls),
            "" if difference.kind is None else str(difference.kind),
            reason,
            note,
        )


def _shown(mark: Mark, text: str, labels: Sequence[str]) -> Shown:
    return Shown(_plain(text[mark.start : mark.end]), labels[mark.label], mark.value)


def shown(span: ItemSpan, text: str) -> Shown:
    """Return a span as a report shows it."""
    return Shown(_plain(text[span.start : span.end]), span.label, span.value)


def _mean(values: Iterable[float | None]) -> float | None:
    there = [value for value in values if value is not None]
    return fmean(there) if there else None
