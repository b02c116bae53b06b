"""Comparing annotators: from a case to the numbers that `annotator compare` prints (`docs/comparing.md`, 8)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from annotator.review.case import COUNTERS, SEPARATOR, Case, read_case
from annotator.review.differences import Difference
from annotator.review.group import Pair, group_measures
from annotator.review.marks import Mark
from annotator.review.measures import measures, ratio
from annotator.review.tally import Tally, summed, tally

# Above so many documents and ordered pairs the single documents are left out.
_DOCUMENTS_SHOWN: Final = 120


def compare(case: Mapping[str, object]) -> dict[str, object]:
    """Return the agreement of the annotators of a case, as JSON: counts, measures of each pair and of all.

    `case` has `documents`, `annotators`, `labels` and `annotations`; offsets are code points, end exclusive. A
    number that is not defined is None. UserError `compare.case` where it is no case. After "Comparing and
    adjudicating layers", sections 3 to 8 (`docs/comparing.md`).
    """
    return compared(read_case(case))


Counting = Callable[[str, str, str], Tally]
"""Counts one document (its id) of two annotators who both did it."""


def compared(case: Case, count: Counting | None = None) -> dict[str, object]:
    """Return the agreement of a case that has been read; `count` may know some counts already."""
    count = count or counting(case)
    shown = len(case.texts) * len(case.annotators) * (len(case.annotators) - 1) <= _DOCUMENTS_SHOWN
    sums: dict[Pair, Tally] = {}
    rows: dict[Pair, dict[str, Tally]] = {}
    pairs: dict[str, object] = {}
    for a, b in combinations(case.annotators, 2):
        rows[a, b] = {document: count(document, a, b) for document in both(case, a, b)}
        counted = list(rows[a, b].values())
        sums[a, b] = summed(counted, len(case.labels))
        found = measures(sums[a, b], counted, case.labels)
        if shown:
            found["docs"] = {document: _document(row, case.labels) for document, row in rows[a, b].items()}
        pairs[f"{a}{SEPARATOR}{b}"] = found
    return {
        "case": case.name,
        "import": {counter: case.counters[counter] for counter in COUNTERS},
        "pairs": pairs,
        "group": group_measures(case, sums, rows),
    }


def both(case: Case, a: str, b: str) -> Iterator[str]:
    """Yield the documents that both did, in the order of the documents."""
    for document in case.texts:
        layers = case.layers.get(document, ())
        if a in layers and b in layers:
            yield document


def counting(case: Case) -> Counting:
    """Return what counts a document of a case."""

    def count(document: str, a: str, b: str) -> Tally:
        layers = case.layers[document]
        return tally(layers[a], layers[b], case.texts[document], len(case.labels))

    return count


def _document(row: Tally, labels: Sequence[str]) -> dict[str, object]:
    spans = row.n_a + row.n_b
    return {
        "f1_exact": ratio(2 * row.tp_exact, spans),
        "f1_lenient": ratio(2 * row.m_lenient, spans),
        "items": [_item(difference, labels) for difference in row.differences],
    }


def _item(difference: Difference, labels: Sequence[str]) -> list[object]:
    kind = None if difference.kind is None else str(difference.kind)
    return [str(difference.cls), kind, _spans(difference.a, labels), _spans(difference.b, labels)]


def _spans(marks: Sequence[Mark], labels: Sequence[str]) -> list[list[object]]:
    return [[mark.start, mark.end, labels[mark.label], mark.value] for mark in marks]
