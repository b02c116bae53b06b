"""Annotators against one that is named as the reference: precision and recall, which need a side that is right."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from annotator.core.errors import user_error
from annotator.review.case import SEPARATOR
from annotator.review.measures import ratio
from annotator.review.tally import Tally


class _Counts(NamedTuple):
    """Spans of the reference, spans of the other, common ones, pairs that overlap."""

    reference: int
    spans: int
    exact: int
    lenient: int


def against(result: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Return what `compare` gave as seen from one annotator: the others against them.

    The counts are those of the pairs, nothing is paired anew. UserError `compare.no-reference` where nobody has that
    name.
    """
    people = list(result["group"]["annotators"])
    if name not in people:
        raise user_error("compare.no-reference", name=name, names=", ".join(people))
    found = {}
    for key, pair in result["pairs"].items():
        one, other = key.split(SEPARATOR)
        if name in (one, other) and pair["n_docs"]:
            found[other if name == one else one] = _of_pair(pair, swapped=name == other)
    return {"name": name, "annotators": found}


def against_reference(total: Tally, labels: Sequence[str]) -> dict[str, Any]:
    """Return the measures of one annotator from sums over documents, the reference being the first of each pair."""
    of_labels = {}
    for number, label in enumerate(labels):
        row = total.labels[number]
        of_labels[label] = _Counts(row.n_a, row.n_b, row.tp_exact, row.m_lenient)
    return _measures(
        total.n_docs,
        _Counts(total.n_a, total.n_b, total.tp_exact, total.m_lenient),
        of_labels,
        f1_boundary=ratio(2 * total.tp_boundary, total.n_a + total.n_b),
        value_rate=ratio(total.value_equal, total.value_pairs),
    )


def _of_pair(pair: Mapping[str, Any], *, swapped: bool) -> dict[str, Any]:
    of_labels = {label: _counts(row, swapped=swapped) for label, row in pair["per_label"].items()}
    return _measures(
        pair["n_docs"],
        _counts(pair, swapped=swapped),
        of_labels,
        f1_boundary=pair["f1_boundary"],
        value_rate=pair["value_rate"],
    )


def _counts(row: Mapping[str, Any], *, swapped: bool) -> _Counts:
    a, b = (row["n_b"], row["n_a"]) if swapped else (row["n_a"], row["n_b"])
    return _Counts(a, b, row["tp_exact"], row["m_lenient"])


def _measures(
    documents: int, counts: _Counts, of_labels: Mapping[str, _Counts], **more: float | None
) -> dict[str, Any]:
    return {
        "n_docs": documents,
        **_numbers(counts),
        **more,
        "per_label": {label: _numbers(row) for label, row in of_labels.items() if row.reference or row.spans},
    }


def _numbers(counts: _Counts) -> dict[str, Any]:
    both = counts.reference + counts.spans
    return {
        "n_reference": counts.reference,
        "n_spans": counts.spans,
        "tp_exact": counts.exact,
        "m_lenient": counts.lenient,
        "p_exact": ratio(counts.exact, counts.spans),
        "r_exact": ratio(counts.exact, counts.reference),
        "f1_exact": ratio(2 * counts.exact, both),
        "f1_lenient": ratio(2 * counts.lenient, both),
    }
