"""Comparing annotators: from a case to the numbers that `annotator compare` prints (`docs/comparing.md`, 8)."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final

from annotator.review.case import COUNTERS, SEPARATOR, Case, read_case
from annotator.review.differences import Difference
from annotator.review.group import group_measures
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


def compared(case: Case) -> dict[str, object]:
    """Return the agreement of a case that has been read."""
    shown = len(case.texts) * len(case.annotators) * (len(case.annotators) - 1) <= _DOCUMENTS_SHOWN
    sums: dict[tuple[str, str], Tally] = {}
    pairs: dict[str, object] = {}
    for a, b in combinations(case.annotators, 2):
        rows = pair_rows(case, a, b)
        sums[a, b] = summed(list(rows.values()), len(case.labels))
        found = measures(sums[a, b], list(rows.values()), case.labels)
        if shown:
            found["docs"] = {document: _document(row, case.labels) for document, row in rows.items()}
        pairs[f"{a}{SEPARATOR}{b}"] = found
    return {
        "case": case.name,
        "import": {counter: case.counters[counter] for counter in COUNTERS},
        "pairs": pairs,
        "group": group_measures(case, sums),
    }


def pair_rows(case: Case, a: str, b: str) -> dict[str, Tally]:
    """Return the counts of each document that both did, in the order of the documents."""
    rows: dict[str, Tally] = {}
    for document, text in case.texts.items():
        layers = case.layers.get(document, {})
        if a in layers and b in layers:
            rows[document] = tally(layers[a], layers[b], text, len(case.labels))
    return rows


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
