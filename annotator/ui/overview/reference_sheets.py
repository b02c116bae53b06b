"""The tables of annotators against one who is taken for right: precision and recall, and which spans they open."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from annotator.review.differences import Class
from annotator.review.frozen import GOLD, Numbers, done_by
from annotator.review.places import APART, UNEQUAL, Wanted
from annotator.review.reference import against
from annotator.ui.overview.number_table import Cell, Sheet
from annotator.ui.overview.sheets import Words, heads, number
from annotator.ui.overview.words import count

_KEYS: Final = ("p_exact", "r_exact", "f1_exact", "f1_lenient")


@dataclass(frozen=True, slots=True)
class Person:
    """Opens an annotator: their labels are shown."""

    name: str


def references(numbers: Numbers) -> list[str]:
    """Return who can be taken for right: gold where there is any, and everybody who is compared."""
    gold = (numbers.get("gold") or {}).get("annotators")
    people = list(done_by(numbers))
    return [*([GOLD] if gold else []), *(people if len(people) > 1 else [])]


def measured_against(numbers: Numbers, reference: str) -> Mapping[str, Mapping[str, Any]]:
    """Return the measures of the others against one of `references`, by name."""
    if reference == GOLD:
        found: Mapping[str, Mapping[str, Any]] = numbers["gold"]["annotators"]
        return found
    others: Mapping[str, Mapping[str, Any]] = against(numbers["result"], reference)["annotators"]
    return others


def against_sheet(numbers: Numbers, reference: str, words: Words) -> Sheet:
    """Return a row for each annotator against the reference."""
    rows = [
        (
            Cell(words.name(name), Person(name)),
            Cell(count(row["n_docs"])),
            Cell(f"{count(row['n_spans'])} / {count(row['n_reference'])}"),
            *_measures(row, numbers, reference, words, name),
        )
        for name, row in measured_against(numbers, reference).items()
    ]
    return Sheet((*heads("annotator", "n_docs", "spans"), *heads(*_KEYS)), tuple(rows))


def against_labels_sheet(numbers: Numbers, reference: str, words: Words, name: str) -> Sheet:
    """Return a row for each label of one annotator against the reference."""
    keys = list(numbers["labels"]["keys"])
    found = measured_against(numbers, reference)[name]["per_label"]
    rows = [
        (
            Cell(label),
            Cell(f"{count(row['n_spans'])} / {count(row['n_reference'])}"),
            *_measures(row, numbers, reference, words, name, keys.index(label)),
        )
        for label, row in found.items()
    ]
    return Sheet((*heads("label", "spans"), *heads(*_KEYS)), tuple(rows))


def _measures(
    row: Mapping[str, Any],
    numbers: Numbers,
    reference: str,
    words: Words,
    name: str,
    label: int | None = None,
) -> list[Cell]:
    """Return the cells of precision, recall and both F1, each with what it counts."""
    first = reference == GOLD or f"{reference}|{name}" in numbers["result"]["pairs"]
    a, b = (reference, name) if first else (name, reference)
    only_reference, only_name = (Class.ONLY_A, Class.ONLY_B) if first else (Class.ONLY_B, Class.ONLY_A)
    return [
        number(row["p_exact"], Wanted(a, b, UNEQUAL - {only_reference}, label=label)),
        number(row["r_exact"], Wanted(a, b, UNEQUAL - {only_name}, label=label)),
        words.scored(row["f1_exact"], Wanted(a, b, UNEQUAL, label=label)),
        number(row["f1_lenient"], Wanted(a, b, APART, label=label)),
    ]
