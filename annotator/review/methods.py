"""What a methods section can print of a comparison: the tables, the definitions, numbers in words (pure)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from annotator.review.frozen import HAND, Decided, Numbers
from annotator.review.measures import confusion_cells

Cell = str | int | float | None
Table = Sequence[Sequence[Cell]]
"""Rows of cells, the first names the columns; None is a number that is not defined."""

DASH: Final = "—"
FEWEST_DOCUMENTS: Final = 10
"""Below so many documents an interval is not shown."""

DEFINITIONS: Final = (
    (
        "f1_exact",
        "2 tp/(n_a+n_b); tp: spans of equal document, start, end and label; sums over the documents of both",
    ),
    ("p_exact, r_exact", "against a reference: tp/n_spans and tp/n_reference; of a pair, a is the reference"),
    ("f1_boundary", "the same, labels ignored"),
    (
        "f1_lenient",
        "2 m/(n_a+n_b); m: a maximum one-to-one matching of spans of one label that share a character",
    ),
    ("f1_lenient_any", "the same, labels ignored"),
    ("f1_average", "half credit: (tp + m)/(n_a+n_b)"),
    ("f1_soft", "2 S/(n_a+n_b); S: maximum total share of overlap of one-to-one pairs of the same label"),
    ("f1_char", "F1 of the sets of (position, label)"),
    ("kappa_char", "Cohen's kappa over characters; the category is the set of labels that cover one"),
    (
        "kappa_label",
        "Cohen's kappa of the labels of spans with equal boundaries; n_kappa_label is their number",
    ),
    ("value_rate", "equal values over pairs of equal place and label of which at least one has a value"),
    (
        "u_alpha",
        "u-alpha of Krippendorff, Mathet, Bouvry and Widlöcher 2016; spans without overlap, longest first",
    ),
    ("u_alpha_binary", "|u-alpha: covered or not, whatever the label"),
    ("cu_alpha", "cu-alpha: the labels alone, where both annotators have one"),
    ("ci_f1_exact", "95 % percentile bootstrap over documents, 1,000 resamples, fixed seed"),
    ("mean_f1_exact", "unweighted mean over the pairs of annotators"),
    ("item", "connected group of overlapping spans of all layers of a document"),
    ("undefined", "a number that is not defined is an empty cell; it is neither 0 nor 1"),
)


# The tables.


def tables(numbers: Numbers, decided: Decided) -> dict[str, Table]:
    """Return the tables by the names of their files; names of annotators are those of the numbers."""
    return {
        "pairs.csv": list(_pairs(numbers)),
        "labels.csv": list(_labels(numbers)),
        "classes.csv": list(_classes(numbers)),
        "confusion.csv": list(_confusion(numbers)),
        "coverage.csv": list(_coverage(numbers)),
        "origins.csv": list(_origins(numbers)),
        "rules.csv": list(_rules(decided)),
        "gold.csv": list(_gold(numbers)),
        "definitions.csv": [("measure", "definition"), *DEFINITIONS],
    }


_WHO: Final = ("annotator_a", "annotator_b")
_INTERVALS: Final = ("ci_f1_exact", "ci_f1_lenient")
_PARTS: Final = ("classes", "boundary_kinds", "confusion", "per_label", "docs", *_INTERVALS)
_CLASSES: Final = (
    "same", "value", "label", "boundary", "boundary_label", "split", "merge", "only_a", "only_b",
)  # fmt: skip
_KINDS: Final = ("josa", "whitespace", "punct", "left", "right", "both")


def _pairs(numbers: Numbers) -> Iterator[Sequence[Cell]]:
    pairs = numbers["result"]["pairs"]
    keys = list(dict.fromkeys(key for pair in pairs.values() for key in pair if key not in _PARTS))
    ends = [f"{key}_{end}" for key in _INTERVALS for end in ("low", "high")]
    yield (*_WHO, *keys, *ends)
    for names, pair in pairs.items():
        intervals = [end for key in _INTERVALS for end in (pair[key] or (None, None))]
        yield (*names.split("|"), *(pair[key] for key in keys), *intervals)


def _labels(numbers: Numbers) -> Iterator[Sequence[Cell]]:
    keys = ("n_a", "n_b", "tp_exact", "m_lenient", "f1_exact", "f1_lenient", "u_alpha")
    yield (*_WHO, "label", *keys)
    for names, pair in numbers["result"]["pairs"].items():
        for label, row in pair["per_label"].items():
            yield (*names.split("|"), label, *(row[key] for key in keys))


def _classes(numbers: Numbers) -> Iterator[Sequence[Cell]]:
    yield (*_WHO, "class", "boundary_kind", "count")
    for names, pair in numbers["result"]["pairs"].items():
        for name in _CLASSES:
            yield (*names.split("|"), name, "", pair["classes"].get(name, 0))
        for kind in _KINDS:
            yield (*names.split("|"), "boundary, boundary_label", kind, pair["boundary_kinds"].get(kind, 0))


def _confusion(numbers: Numbers) -> Iterator[Sequence[Cell]]:
    yield (*_WHO, "label_a", "label_b", "count")
    for names, pair in numbers["result"]["pairs"].items():
        for cell, count in confusion_cells(pair).items():
            yield (*names.split("|"), *cell, count)


def _coverage(numbers: Numbers) -> Iterator[Sequence[Cell]]:
    yield ("document", "annotator", "status", "compared")
    for row in sorted(numbers["result"].get("coverage", ()), key=_by_document):
        yield (row["doc_id"], row["annotator"], row["status"], int(row["status"] == "done"))


def _by_document(row: Mapping[str, str]) -> tuple[str, str]:
    return (row["doc_id"], row["annotator"])


def _origins(numbers: Numbers) -> Iterator[Sequence[Cell]]:
    yield ("annotator", "origin", "spans", "share")
    sums: dict[str, int] = {}
    for name, _origin, count in numbers["origins"]:
        sums[name] = sums.get(name, 0) + count
    for name, origin, count in numbers["origins"]:
        yield (name, origin, count, count / sums[name])


def _rules(decided: Decided) -> Iterator[Sequence[Cell]]:
    yield ("rule", "items", "share")
    for rule, count in (*decided.by_rule.items(), (HAND, decided.by_hand)):
        yield (rule, count, count / decided.total if decided.total else None)


def _gold(numbers: Numbers) -> Iterator[Sequence[Cell]]:
    """Yield the annotators against the gold layer: all labels (an empty cell), then each."""
    keys = ("n_reference", "n_spans", "tp_exact", "m_lenient", "p_exact", "r_exact", "f1_exact", "f1_lenient")
    yield ("annotator", "label", "n_docs", *keys)
    gold = numbers.get("gold") or {"annotators": {}}
    for name, measures in gold["annotators"].items():
        yield (name, "", measures["n_docs"], *(measures[key] for key in keys))
        for label, row in measures["per_label"].items():
            yield (name, label, None, *(row[key] for key in keys))


# Numbers in words.


def three(value: float | None) -> str:
    """Return a number with three decimals, — where it is not defined."""
    return DASH if value is None else f"{value:z.3f}"


def interval(pair: Mapping[str, Any], key: str) -> str:
    """Return an interval with three decimals, — where it is not defined or rests on too few documents."""
    if pair[key] is None or pair["n_docs"] < FEWEST_DOCUMENTS:
        return DASH
    return "–".join(map(three, pair[key]))
