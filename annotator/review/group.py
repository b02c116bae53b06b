"""The measures of several annotators together (`docs/comparing.md`, 7)."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Final

from annotator.review.case import Case
from annotator.review.chance import nominal_alpha
from annotator.review.marks import Layer, groups
from annotator.review.measures import ratio
from annotator.review.tally import Tally, label_runs
from annotator.review.unitizing import Units, coincidences, flattened, units_of

UNANIMOUS: Final = "unanimous"
MAJORITY: Final = "majority"
CONFLICT: Final = "conflict"
_ALONE: Final = 1
_TWO: Final = 2

Pair = tuple[str, str]
"""Two annotators, in their order."""


def group_measures(
    case: Case, sums: Mapping[Pair, Tally], rows: Mapping[Pair, Mapping[str, Tally]]
) -> dict[str, object]:
    """Return what is printed of all annotators; `sums` holds the sums of each pair, `rows` its documents."""
    multi = {
        document: [case.layers[document][name] for name in case.annotators if name in case.layers[document]]
        for document in case.texts
        if len(case.layers.get(document, ())) > _ALONE
    }
    spans = sum(total.n_a + total.n_b for total in sums.values())
    units, dropped, characters = _characters(case, multi, rows)
    return {
        "n_docs": len(case.texts),
        "n_docs_multi": len(multi),
        "mean_f1_exact": _mean([_exact(total) for total in sums.values()]),
        "mean_f1_lenient": _mean([_lenient(total) for total in sums.values()]),
        "pooled_f1_exact": ratio(2 * sum(total.tp_exact for total in sums.values()), spans),
        "pooled_f1_lenient": ratio(2 * sum(total.m_lenient for total in sums.values()), spans),
        "u_alpha": units.alpha(),
        "u_alpha_binary": units.binary(),
        "alpha_char": nominal_alpha(coincidences(characters)),
        "flattened": dropped,
        "items": _items(case, multi, rows),
        "annotators": {name: _annotator(case, name, sums) for name in case.annotators},
    }


def _exact(total: Tally) -> Fraction | None:
    spans = total.n_a + total.n_b
    return Fraction(2 * total.tp_exact, spans) if spans else None


def _lenient(total: Tally) -> Fraction | None:
    spans = total.n_a + total.n_b
    return Fraction(2 * total.m_lenient, spans) if spans else None


def _mean(values: Sequence[Fraction | None]) -> float | None:
    known = [value for value in values if value is not None]
    return float(sum(known, Fraction(0)) / len(known)) if known else None


def _annotator(case: Case, name: str, sums: Mapping[Pair, Tally]) -> dict[str, object]:
    layers = [layers[name] for layers in case.layers.values() if name in layers]
    return {
        "n_docs": len(layers),
        "n_spans": sum(map(len, layers)),
        "mean_f1_exact": _mean([_exact(total) for pair, total in sums.items() if name in pair]),
    }


def _items(
    case: Case, multi: Mapping[str, Sequence[Layer]], rows: Mapping[Pair, Mapping[str, Tally]]
) -> dict[str, int]:
    """Count the review items: each annotator of the document has a vote, also with nothing in it."""
    counts: Counter[str] = Counter()
    for document, layers in multi.items():
        if len(layers) == _TWO:
            # Of two there is no majority, and the counts of the pair know the rest.
            row = _row_of(case, document, rows)
            counts[UNANIMOUS] += row.unanimous
            counts[CONFLICT] += row.items - row.unanimous
        else:
            counts.update(map(kind_of_item, groups(layers)))
    return {"total": counts.total(), **{kind: counts[kind] for kind in (UNANIMOUS, MAJORITY, CONFLICT)}}


def _row_of(case: Case, document: str, rows: Mapping[Pair, Mapping[str, Tally]]) -> Tally:
    """Return the counts of a document that two annotators did."""
    one, other = (name for name in case.annotators if name in case.layers[document])
    return rows[one, other][document]


def kind_of_item(item: Sequence[Iterable[Hashable]]) -> str:
    """Return whether all contents of an item are equal, else whether more than half of them are."""
    votes = Counter(frozenset(content) for content in item)
    if len(votes) == 1:
        return UNANIMOUS
    return MAJORITY if 2 * max(votes.values()) > len(item) else CONFLICT


def _characters(
    case: Case, multi: Mapping[str, Sequence[Layer]], rows: Mapping[Pair, Mapping[str, Tally]]
) -> tuple[Units, int, Counter[tuple[int, ...]]]:
    """Return the sums for uα, the spans dropped for them, and the characters by the sets of labels that cover them.

    Where two annotators did a document, the counts of the pair say all of that.
    """
    units, dropped = Units(), 0
    characters: Counter[tuple[int, ...]] = Counter()
    for document, layers in multi.items():
        if len(layers) == _TWO:
            row = _row_of(case, document, rows)
            units.add(row.units)
            dropped += row.flattened_a + row.flattened_b
            for sets, size in row.characters.items():
                characters[sets] += size
            continue
        length = len(case.texts[document])
        flat = [flattened(layer) for layer in layers]
        dropped += sum(count for _, count in flat)
        units.add(units_of([marks for marks, _ in flat], length))
        for size, several in label_runs(layers, length):
            characters[several] += size
    return units, dropped, characters
