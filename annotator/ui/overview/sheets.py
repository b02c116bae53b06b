"""The tables of the agreement, made from numbers: what each cell says, and which spans it opens."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from annotator.review.differences import Class
from annotator.review.frozen import GOLD, Numbers, compared_pairs, done_by
from annotator.review.measures import NO_LABEL, confusion_cells
from annotator.review.places import APART, ELSEWHERE, UNEQUAL, Wanted
from annotator.review.tally import NOBODY
from annotator.ui.overview.number_table import Cell, Sheet
from annotator.ui.overview.words import (
    MEASURES,
    class_word,
    count,
    interval_words,
    kind_word,
    origin_word,
    say,
    share,
    three,
)

_DOT: Final = "·"
_HEADS: Final = {
    "pair": QT_TRANSLATE_NOOP("Overview", "Pair"),
    "n_docs": QT_TRANSLATE_NOOP("Overview", "Documents"),
    "spans": QT_TRANSLATE_NOOP("Overview", "Spans"),
    "p_exact": QT_TRANSLATE_NOOP("Overview", "Precision"),
    "r_exact": QT_TRANSLATE_NOOP("Overview", "Recall"),
    "f1_exact": QT_TRANSLATE_NOOP("Overview", "Exact F1"),
    "interval": QT_TRANSLATE_NOOP("Overview", "95 % interval"),
    "f1_lenient": QT_TRANSLATE_NOOP("Overview", "Lenient F1"),
    "f1_boundary": QT_TRANSLATE_NOOP("Overview", "Boundary F1"),
    "value_rate": QT_TRANSLATE_NOOP("Overview", "Equal values"),
    "class": QT_TRANSLATE_NOOP("Overview", "Class"),
    "count": QT_TRANSLATE_NOOP("Overview", "Count"),
    "share": QT_TRANSLATE_NOOP("Overview", "Share"),
    "label": QT_TRANSLATE_NOOP("Overview", "Label"),
    "measure": QT_TRANSLATE_NOOP("Overview", "Measure"),
    "value": QT_TRANSLATE_NOOP("Overview", "Value"),
    "hides": QT_TRANSLATE_NOOP("Overview", "What it hides"),
    "annotator": QT_TRANSLATE_NOOP("Overview", "Annotator"),
    "new": QT_TRANSLATE_NOOP("Overview", "New"),
    "in_progress": QT_TRANSLATE_NOOP("Overview", "In progress"),
    "done": QT_TRANSLATE_NOOP("Overview", "Done"),
    "skipped": QT_TRANSLATE_NOOP("Overview", "Skipped"),
    "gold": QT_TRANSLATE_NOOP("Overview", "Gold"),
    "mean": QT_TRANSLATE_NOOP("Overview", "Mean exact F1"),
}
_CLASSES: Final = (
    Class.SAME, Class.VALUE, Class.LABEL, Class.BOUNDARY, Class.BOUNDARY_LABEL, Class.SPLIT, Class.MERGE, Class.ONLY_A,
    Class.ONLY_B,
)  # fmt: skip
_REACHED: Final = QT_TRANSLATE_NOOP("Overview", "target %1 reached")
_BELOW: Final = QT_TRANSLATE_NOOP("Overview", "below the target of %1")
STATUSES: Final = ("new", "in_progress", "done", "skipped")


@dataclass(frozen=True, slots=True)
class Layers:
    """Opens the documents on which an annotator (by the name in the numbers) has a layer of some status."""

    annotator: str
    status: str


@dataclass(frozen=True, slots=True)
class PairKey:
    """Opens a pair: its classes, labels and confusion are shown."""

    names: str


class Words:
    """The names of annotators as they are shown (where names are hidden, what stands for them); the target of F1."""

    def __init__(self, shown: Mapping[str, str], target: int = 0) -> None:
        self._shown = shown
        self._target = target

    def with_target(self, target: int) -> "Words":
        """Return the same names with a target for exact F1, in hundredths, 0 for none."""
        return Words(self._shown, target)

    def scored(self, value: float | None, opens: object = None) -> Cell:
        """Return the cell of an exact F1, marked by whether it reaches the target."""
        if not self._target or value is None:
            return number(value, opens)
        reached = value >= self._target / 100
        told = say(str(_REACHED if reached else _BELOW)).replace("%1", f"{self._target / 100:.2f}")
        return Cell(three(value), opens, tip=told, reached=reached)

    def name(self, name: str) -> str:
        """Return an annotator as shown, or what gold is called."""
        return head("gold") if name == GOLD else self._shown.get(name, name)

    def pair(self, names: str) -> str:
        """Return a pair as shown."""
        return " · ".join(map(self.name, names.split("|")))


def head(name: str) -> str:
    """Return the words over a column."""
    return QCoreApplication.translate("Overview", str(_HEADS[name]))


def heads(*names: str) -> tuple[str, ...]:
    """Return the words over columns."""
    return tuple(map(head, names))


def number(value: float | None, opens: object = None, tip: str = "") -> Cell:
    """Return the cell of a measure."""
    return Cell(three(value), opens if value is not None else None, tip=tip, muted=value is None)


def counted(value: int, opens: object = None) -> Cell:
    """Return the cell of a count; a nought opens nothing."""
    return Cell(count(value) if value else _DOT, opens if value else None, muted=not value)


def pair_sheet(numbers: Numbers, words: Words) -> Sheet:
    """Return a row for each pair: the three F1, how sure, how many."""
    rows = []
    for names, pair in compared_pairs(numbers).items():
        a, b = names.split("|")
        rows.append((
            Cell(words.pair(names), PairKey(names)),
            Cell(count(pair["n_docs"])),
            Cell(f"{count(pair['n_a'])} / {count(pair['n_b'])}"),
            words.scored(pair["f1_exact"], Wanted(a, b, UNEQUAL)),
            Cell(interval_words(pair, "ci_f1_exact"), muted=True),
            number(pair["f1_lenient"], Wanted(a, b, APART)),
            number(pair["f1_boundary"], Wanted(a, b, ELSEWHERE)),
            number(pair["value_rate"], Wanted(a, b, frozenset({Class.VALUE}))),
            Cell(f"{count(pair['value_equal'])} / {count(pair['value_pairs'])}", muted=True),
        ))  # fmt: skip
    names_ = ("pair", "n_docs", "spans", "f1_exact", "interval", "f1_lenient", "f1_boundary", "value_rate")
    return Sheet((*heads(*names_), ""), tuple(rows))


def matrix_sheet(numbers: Numbers, words: Words, key: str = "f1_exact") -> Sheet:
    """Return the matrix of pairs: annotators against annotators."""
    people = list(done_by(numbers))
    pairs = numbers["result"]["pairs"]
    rows = []
    for one in people:
        cells = [Cell(words.name(one))]
        for other in people:
            names = next((name for name in (f"{one}|{other}", f"{other}|{one}") if name in pairs), None)
            if names is None:
                cells.append(Cell("", muted=True))
            else:
                value = pairs[names][key]
                cells.append(words.scored(value, PairKey(names)))
        rows.append(tuple(cells))
    return Sheet(("", *map(words.name, people)), tuple(rows))


def class_sheet(numbers: Numbers, names: str, words: Words) -> Sheet:
    """Return the differences of a pair by class, with bars, the kinds of boundary below."""
    pair = numbers["result"]["pairs"][names]
    a, b = names.split("|")
    total = sum(pair["classes"].values())
    boundaries = frozenset({Class.BOUNDARY, Class.BOUNDARY_LABEL})
    rows = []
    for cls in _CLASSES:
        found = pair["classes"].get(str(cls), 0)
        if found:
            told = class_word(str(cls), words.name(a), words.name(b))
            rows.append(_bar(told, found, total, Wanted(a, b, frozenset({cls}))))
        if cls is Class.BOUNDARY_LABEL:
            for kind, count_ in sorted(pair["boundary_kinds"].items()):
                rows.append(_bar(f"   {kind_word(kind)}", count_, total, Wanted(a, b, boundaries, kind=kind)))
    return Sheet((*heads("class", "count", "share"), ""), tuple(rows))


def _bar(words: str, found: int, total: int, wanted: Wanted) -> tuple[Cell, ...]:
    part = found / total if total else 0.0
    return (Cell(words), counted(found, wanted), Cell(share(found, total), muted=True), Cell("", share=part))


def label_sheet(numbers: Numbers, names: str, words: Words) -> Sheet:
    """Return the labels of a pair."""
    pair = numbers["result"]["pairs"][names]
    a, b = names.split("|")
    rows = []
    for at, (label, row) in enumerate(pair["per_label"].items()):
        if row["n_a"] + row["n_b"]:
            rows.append((
                Cell(label), Cell(count(row["n_a"])), Cell(count(row["n_b"])),
                words.scored(row["f1_exact"], Wanted(a, b, UNEQUAL, label=at)),
                number(row["f1_lenient"], Wanted(a, b, APART, label=at)),
                number(row["u_alpha"]),
            ))  # fmt: skip
    names_ = (head("label"), words.name(a), words.name(b), head("f1_exact"), head("f1_lenient"), "uα")
    return Sheet(names_, tuple(rows))


def confusion_sheet(numbers: Numbers, names: str, words: Words) -> Sheet:
    """Return label against label, ∅ for no span."""
    pair = numbers["result"]["pairs"][names]
    a, b = names.split("|")
    counts = confusion_cells(pair)
    keys = [*numbers["labels"]["keys"], NO_LABEL]
    ours = [key for key in keys if any(one == key for one, _ in counts)]
    theirs = [key for key in keys if any(other == key for _, other in counts)]
    at = {key: place for place, key in enumerate(numbers["labels"]["keys"])} | {NO_LABEL: NOBODY}
    rows = tuple(
        (
            Cell(one),
            *(
                counted(counts.get((one, other), 0), Wanted(a, b, cell=(at[one], at[other])))
                for other in theirs
            ),
        )
        for one in ours
    )
    return Sheet((f"{words.name(a)} ↓   {words.name(b)} →", *theirs), rows)


def advanced_sheet(numbers: Numbers, names: str) -> Sheet:
    """Return the further measures of a pair, each with what it hides."""
    pair = numbers["result"]["pairs"][names]
    rows = []
    for key, (name, hides) in MEASURES.items():
        told = say(str(hides))
        if key == "kappa_label":
            told = f"{told} (n = {count(pair['n_kappa_label'])})"
        rows.append((Cell(say(str(name))), number(pair[key]), Cell(told, tip=told, muted=True)))
    return Sheet(heads("measure", "value", "hides"), tuple(rows), frozenset({2}))


def coverage_sheet(numbers: Numbers, words: Words) -> Sheet:
    """Return a row for each annotator: layers by status, documents compared, mean F1."""
    counts: dict[str, dict[str, int]] = {}
    for row in numbers["result"].get("coverage", ()):
        of = counts.setdefault(row["annotator"], {})
        of[row["status"]] = of.get(row["status"], 0) + 1
    people: Mapping[str, Mapping[str, Any]] = numbers["result"]["group"]["annotators"]
    rows = [
        (
            Cell(words.name(name)),
            *(counted(counts.get(name, {}).get(status, 0), Layers(name, status)) for status in STATUSES),
            Cell(count(row["n_spans"])),
            words.scored(row["mean_f1_exact"]),
        )
        for name, row in people.items()
    ]
    return Sheet(heads("annotator", *STATUSES, "spans", "mean"), tuple(rows))


def origin_sheet(numbers: Numbers, words: Words) -> Sheet:
    """Return the compared spans by origin, a column for each annotator."""
    found = {(name, origin): number_ for name, origin, number_ in numbers["origins"]}
    people = list(dict.fromkeys(name for name, _ in found))
    origins = list(dict.fromkeys(origin for _, origin in sorted(found)))
    sums = {name: sum(n for (one, _), n in found.items() if one == name) for name in people}
    rows = tuple(
        (
            Cell(origin_word(origin)),
            *(_part(found.get((name, origin), 0), sums[name]) for name in people),
        )
        for origin in origins
    )
    return Sheet(("", *map(words.name, people)), rows)


def _part(part: int, whole: int) -> Cell:
    return Cell(f"{count(part)}  ({share(part, whole)})" if part else _DOT, muted=not part)
