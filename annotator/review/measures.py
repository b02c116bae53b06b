"""The measures of a pair, from its counts (`docs/comparing.md`, 5); None stands for what is not defined."""

import random
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

from annotator.review.chance import kappa
from annotator.review.differences import Class
from annotator.review.tally import NOBODY, Tally
from annotator.review.unitizing import label_units

RESAMPLES: Final = 1000
_SEED: Final = 12345
NO_LABEL: Final = "∅"
"""What stands in a cell of the confusion for no span on that side."""
# The middle 95 % of the resamples, in thousandths.
_LOW: Final = 25
_HIGH: Final = 975


def ratio(count: Fraction | int, total: int) -> float | None:
    """Return a quotient, None where there is nothing to divide by."""
    return float(Fraction(count) / total) if total else None


def measures(total: Tally, rows: Sequence[Tally], labels: Sequence[str]) -> dict[str, object]:
    """Return all that is printed of a pair but its documents; `rows` are its documents, `total` their sums."""
    spans = total.n_a + total.n_b
    exact, lenient = total.tp_exact, total.m_lenient
    intervals = bootstrap(rows)
    return {
        "n_docs": total.n_docs,
        "n_a": total.n_a,
        "n_b": total.n_b,
        "tp_exact": exact,
        "tp_boundary": total.tp_boundary,
        "m_lenient": lenient,
        "m_lenient_any": total.m_lenient_any,
        "p_exact": ratio(exact, total.n_b),
        "r_exact": ratio(exact, total.n_a),
        "f1_exact": ratio(2 * exact, spans),
        "f1_boundary": ratio(2 * total.tp_boundary, spans),
        "f1_lenient": ratio(2 * lenient, spans),
        "f1_lenient_any": ratio(2 * total.m_lenient_any, spans),
        "f1_average": ratio(exact + lenient, spans),
        "f1_soft": ratio(2 * total.soft, spans),
        **_of_characters(total),
        "kappa_label": kappa(total.label_pairs),
        "n_kappa_label": total.label_pairs.total(),
        "value_pairs": total.value_pairs,
        "value_equal": total.value_equal,
        "value_rate": ratio(total.value_equal, total.value_pairs),
        "u_alpha": total.units.alpha(),
        "u_alpha_binary": total.units.binary(),
        "cu_alpha": total.units.coded(),
        "flattened_a": total.flattened_a,
        "flattened_b": total.flattened_b,
        "ci_f1_exact": intervals[0],
        "ci_f1_lenient": intervals[1],
        "classes": {str(cls): total.classes[cls] for cls in Class if total.classes[cls]},
        "boundary_kinds": {str(kind): count for kind, count in total.kinds.items() if count},
        "confusion": _confusion(total, labels),
        "per_label": {label: _of_label(total, number) for number, label in enumerate(labels)},
    }


def _of_characters(total: Tally) -> dict[str, float | None]:
    both = ours = theirs = 0
    for (one, other), count in total.characters.items():
        both += count * (one & other).bit_count()
        ours += count * one.bit_count()
        theirs += count * other.bit_count()
    return {"f1_char": ratio(2 * both, ours + theirs), "kappa_char": kappa(total.characters)}


def confusion_cells(pair: Mapping[str, Any]) -> dict[tuple[str, str], int]:
    """Return the cells of a pair's confusion by their two labels, in the order of the labels, no label last.

    The names of cells are not cut: the key of a label may hold the stroke that stands between two.
    """
    labels = (*pair["per_label"], NO_LABEL)
    named = {f"{one}|{other}": (one, other) for one in labels for other in labels}
    found = pair["confusion"]
    return {cell: found[name] for name, cell in named.items() if name in found}


def _confusion(total: Tally, labels: Sequence[str]) -> dict[str, int]:
    names: Mapping[int, str] = {NOBODY: NO_LABEL, **dict(enumerate(labels))}
    return {f"{names[one]}|{names[other]}": count for (one, other), count in sorted(total.confusion.items())}


def _of_label(total: Tally, label: int) -> dict[str, object]:
    counts = total.labels[label]
    spans = counts.n_a + counts.n_b
    units = label_units(total.characters, label, counts.squares)
    return {
        "n_a": counts.n_a,
        "n_b": counts.n_b,
        "tp_exact": counts.tp_exact,
        "m_lenient": counts.m_lenient,
        "f1_exact": ratio(2 * counts.tp_exact, spans),
        "f1_lenient": ratio(2 * counts.m_lenient, spans),
        "u_alpha": units.alpha(),
    }


def bootstrap(rows: Sequence[Tally]) -> tuple[list[float] | None, list[float] | None]:
    """Return the 95 % intervals of exact and of lenient F1, by resampling documents (percentile bootstrap).

    Each interval is defined with a fresh `random.Random(12345)` and the index `int(random() * n)`: both draw the
    same documents, so they are drawn once. `Random.choices` draws by that very rule.
    """
    count = len(rows)
    if count < 2:
        return None, None
    # Three sums at once, each in bits of its own.
    width = max(1, sum(row.n_a + row.n_b for row in rows) * count).bit_length()
    mask = (1 << width) - 1
    packed = [row.tp_exact | row.m_lenient << width | row.n_a + row.n_b << 2 * width for row in rows]
    rng = random.Random(_SEED)  # noqa: S311 - a resample that anyone can repeat, no secret
    exact: list[float] = []
    lenient: list[float] = []
    for _ in range(RESAMPLES):
        drawn = sum(rng.choices(packed, k=count))
        spans = drawn >> 2 * width
        if spans:
            exact.append(2 * (drawn & mask) / spans)
            lenient.append(2 * (drawn >> width & mask) / spans)
    return _middle(exact), _middle(lenient)


def _middle(values: list[float]) -> list[float] | None:
    if not values:
        return None
    values.sort()
    return [values[-(-part * len(values) // 1000) - 1] for part in (_LOW, _HIGH)]
