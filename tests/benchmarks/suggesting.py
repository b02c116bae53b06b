"""How well amounts and dates are suggested and valued on labelled sentences, and what suggesting costs.

Exact, core and overlap are those of the specification of this program; the corpora may not be copied into this
repository and are looked for in shared/data/ner beside the checkout. Run from the checkout:

    python -m tests.benchmarks.suggesting [--errors konne DATE] [--values]
"""

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Final
from unicodedata import normalize

from annotator.core.values import Norm
from annotator.korean import Suggestion, suggest

DATA = Path(__file__).parents[3] / "shared" / "data" / "ner"
CORPORA = ("klue", "konne")
LABELS = ("DATE", "AMOUNT")
Range = tuple[int, int]

# What the specification asks for.
CORE_TARGETS = {("konne", "DATE"): 0.92, ("klue", "AMOUNT"): 0.98, ("konne", "AMOUNT"): 0.96}
OVERLAP_TARGETS = {("konne", "DATE"): 0.94}
VALUE_TARGETS = {"DATE": 0.75, "AMOUNT": 0.93}
ARTICLE_TARGET, LINEAR_TARGET, IMPORT_TARGET = 0.050, 2.3, 0.2

_FRONT = re.compile(
    "(?:약|총|최대|최소|무려|단돈|각각|한화|지난|오는|이번|매년|매주|징역)[ \u00a0\t]+(?=.)|(?:약|총)(?=[0-9])"
)
_ENDINGS = (
    "부터", "까지", "이후", "이전", "전후", "무렵", "쯤", "께", "경", "자", "작", "생", "이상", "이하", "미만", "안팎",
    "정도", "가량", "상당", "어치", "내외", "짜리", "씩", "권", "대", "초", "말", "중순", "초순", "하순", "초반",
    "중반", "후반", "중", "간", "동안", "만에", "만", "째", "도",
)  # fmt: skip
_WEEKDAYS = [f"({day}{rest})" for day in "월화수목금토일" for rest in ("요일", "")]
_WEEKDAYS += [f"{day}{rest}" for day in "월화수목금토일" for rest in ("요일", "")]
_BY_LENGTH = sorted([*_ENDINGS, *_WEEKDAYS], key=len, reverse=True)
_REST = re.compile("[0-9해달날년원]|[월일주]$")


def core(text: str, start: int, end: int) -> Range:
    """Return the core of a span: without what says about, at least, from, until, and weekdays."""
    while True:
        front = _FRONT.match(text, start, end)
        if front and front.end() < end:
            start = front.end()
            continue
        cut = _end_cut(text, start, end)
        if cut is None:
            return start, end
        end = cut


def _end_cut(text: str, start: int, end: int) -> int | None:
    for ending in _BY_LENGTH:
        at = end - len(ending)
        if at > start and text[at:end] == ending:
            if text[at - 1].isspace():
                at -= 1
            if at > start and _REST.search(text[start:at]):
                return at
    return None


def outermost(spans: Iterable[Range]) -> list[Range]:
    """Return the spans that lie inside no other one, each once."""
    all_of = set(spans)
    return sorted(
        one for one in all_of if not any(s <= one[0] and one[1] <= e and (s, e) != one for s, e in all_of)
    )


@dataclass
class Score:
    """Hits of predictions and of gold spans, by the three ways to compare."""

    predicted: int = 0
    gold: int = 0
    hits: dict[str, list[int]] = field(
        default_factory=lambda: {w: [0, 0] for w in ("exact", "core", "overlap")}
    )

    def add(self, text: str, predicted: list[Range], gold: list[Range]) -> None:
        """Add one sentence."""
        self.predicted += len(predicted)
        self.gold += len(gold)
        cores = [core(text, *one) for one in predicted], [core(text, *one) for one in gold]
        for way, (ours, theirs) in {"exact": (predicted, gold), "core": cores}.items():
            self.hits[way][0] += sum(one in theirs for one in ours)
            self.hits[way][1] += sum(one in ours for one in theirs)
        self.hits["overlap"][0] += sum(any(s < e1 and s1 < e for s1, e1 in gold) for s, e in predicted)
        self.hits["overlap"][1] += sum(any(s < e1 and s1 < e for s1, e1 in predicted) for s, e in gold)

    def figures(self, way: str) -> tuple[float, float, float]:
        """Return precision, recall and F."""
        right, found = self.hits[way]
        precision = right / self.predicted if self.predicted else 0.0
        recall = found / self.gold if self.gold else 0.0
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0.0


def rows(name: str) -> Iterator[dict[str, Any]]:
    """Yield the lines of a corpus."""
    with (DATA / f"{name}.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def found_in(text: str, day: str | None = None, also: tuple[str, ...] = ()) -> list[Suggestion]:
    """Return the suggestions of the two labels."""
    return [made for made in suggest(text, document_date=day, also=also) if made.label in LABELS]


def spans_table(errors: tuple[str, str] | None) -> bool:
    """Print the table over both corpora; tell whether the targets are met."""
    met = True
    print(f"{'':14}{'exact P R F':>22}{'core P R F':>24}{'overlap P R F':>24}")
    for corpus in CORPORA:
        for durations in (False, True) if corpus == "klue" else (False,):
            scores = {label: Score() for label in LABELS}
            for row in rows(corpus):
                made = found_in(row["text"], also=("duration",) if durations else ())
                for label in LABELS:
                    predicted = outermost((one.start, one.end) for one in made if one.label == label)
                    gold = outermost((s["start"], s["end"]) for s in row["spans"] if s["label"] == label)
                    scores[label].add(row["text"], predicted, gold)
                    if errors == (corpus, label) and not durations:
                        _print_errors(row["text"], predicted, gold)
            for label in LABELS if not durations else ("DATE",):
                met &= _print_score(corpus, label, scores[label], durations=durations)
    return met


def _print_errors(text: str, predicted: list[Range], gold: list[Range]) -> None:
    ours, theirs = [core(text, *one) for one in predicted], [core(text, *one) for one in gold]
    for kind, spans, cores, others in (("+", predicted, ours, theirs), ("-", gold, theirs, ours)):
        for (start, end), one in zip(spans, cores, strict=True):
            if one not in others:
                near = f"{text[max(0, start - 20) : start]}[{text[start:end]}]{text[end : end + 20]}"
                print(kind, near.replace("\n", " "))


def _print_score(corpus: str, label: str, score: Score, *, durations: bool) -> bool:
    line = f"{corpus:6}{label + ('+dur' if durations else ''):9}"
    met = True
    for way, targets in (("exact", {}), ("core", CORE_TARGETS), ("overlap", OVERLAP_TARGETS)):
        figures = score.figures(way)
        line += "   " + " ".join(f"{figure:.3f}" for figure in figures)
        target = targets.get((corpus, label))
        if target is not None and not durations:
            good = figures[2] >= target
            met = met and good
            line += f" {'>=' if good else '< '}{target}"
        else:
            line += "       "
    print(line)
    return met


def periods(value: str) -> tuple[date, date] | None:
    """Return first day and the day after the last one of a date value."""
    if "/" in value:
        first, last = (periods(part) for part in value.split("/"))
        return (first[0], last[1]) if first and last else None
    year = int(value[:4].ljust(4, "0"))
    if len(value) < 4:
        return date(max(year, 1), 1, 1), date(year + 10 ** (4 - len(value)), 1, 1)
    rest = value[5:]
    months = {
        "": (1, 12),
        "H1": (1, 6),
        "H2": (7, 12),
        "SP": (3, 5),
        "SU": (6, 8),
        "FA": (9, 11),
        "WI": (12, 14),
    }
    months |= {f"Q{quarter}": (3 * quarter - 2, 3 * quarter) for quarter in (1, 2, 3, 4)}
    if rest.startswith("W"):
        monday = date.fromisocalendar(year, int(rest[1:]), 1)
        return monday, monday + timedelta(7)
    if len(rest) == 5:
        day = date.fromisoformat(value)
        return day, day + timedelta(1)
    first_month, last_month = months.get(rest) or (int(rest), int(rest))
    return date(year, first_month, 1), date(year + last_month // 12, last_month % 12 + 1, 1)


def is_right(norm: Norm | None, wanted: dict[str, Any]) -> bool:
    """Tell whether a value is the wanted one, or lies as it should in the period of ours."""
    if norm is None or norm.value is None:
        return False
    if norm.type == "money":
        money = wanted["value"]
        if "/" in norm.value or norm.unit != money["currency"]:
            return False
        return Decimal(norm.value) == Decimal(str(money["value"]))
    ours = periods(norm.value)
    for first, last in (wanted["value"], *wanted.get("alternatives", [])):
        theirs = date.fromisoformat(first), date.fromisoformat(last)
        inside = ours is not None and ours[0] <= theirs[0] and theirs[1] <= ours[1]
        if ours == theirs or (norm.mod in ("START", "MID", "END", "DURING") and inside):
            return True
    return False


def values_table(*, errors: bool) -> bool:
    """Print the share of right values; tell whether the targets are met."""
    right = dict.fromkeys(LABELS, 0)
    count = dict.fromkeys(LABELS, 0)
    for row in rows("values"):
        made = found_in(row["text"], row["ref"])
        for span in row["spans"]:
            label = span["label"]
            if label == "AMOUNT" and span["value"]["currency"] == "Penny":
                continue
            count[label] += 1
            near = [m for m in made if m.label == label and m.start < span["end"] and span["start"] < m.end]
            if any(is_right(m.norm, span) for m in near):
                right[label] += 1
            elif errors:
                print(
                    row["ref"],
                    span["text"],
                    span["value"],
                    "| ours:",
                    [(m.text, m.norm and m.norm[1:4]) for m in near],
                )
    met = True
    for label, target in VALUE_TARGETS.items():
        share = right[label] / count[label]
        met = met and share >= target
        print(f"values {label:7} {right[label]:3} of {count[label]:3}  {share:.3f}  target {target}")
    return met


def forms_agree() -> bool:
    """Tell whether texts in NFD give what they give in NFC."""
    differing = 0
    for row in rows("konne"):
        text = normalize("NFC", row["text"])
        seen = [_told(normalize(form, text)) for form in ("NFC", "NFD")]
        differing += seen[0] != seen[1]
    print(f"sentences that give another result in NFD: {differing}")
    return differing == 0


def _told(text: str) -> list[tuple[object, ...]]:
    made = found_in(text, "2015-06-15")
    return [
        (m.label, normalize("NFC", m.text), m.norm, m.rule, len(normalize("NFC", text[: m.start])))
        for m in made
    ]


def costs() -> bool:
    """Print what suggesting and the import cost; tell whether the targets are met."""
    sentences = " ".join(row["text"] for row in rows("konne"))
    article = sentences[:5_000]
    met = True
    for form in ("NFC", "NFD"):
        taken = min(_timed(normalize(form, article)) for _ in range(5))
        met = met and taken < ARTICLE_TARGET
        print(f"5,000 characters, {form}: {taken * 1e3:.1f} ms, target {ARTICLE_TARGET * 1e3:.0f} ms")
    long = sentences * (1_000_000 // len(sentences) + 1)
    half, whole = (min(_timed(long[:length]) for _ in range(3)) for length in (500_000, 1_000_000))
    met = met and whole / half <= LINEAR_TARGET
    print(f"1,000,000 characters: {whole:.2f} s, {whole / half:.2f} times 500,000, target {LINEAR_TARGET}")
    code = "import time; t = time.perf_counter(); import annotator.korean; print(time.perf_counter() - t)"
    run = [float(subprocess.check_output([sys.executable, "-c", code])) for _ in range(5)]
    met = met and min(run) < IMPORT_TARGET
    print(f"import of annotator.korean: {min(run):.3f} s, target {IMPORT_TARGET} s")
    return met


def _timed(text: str) -> float:
    started = time.perf_counter()
    suggest(text, document_date="2015-06-15")
    return time.perf_counter() - started


def main(arguments: list[str]) -> int:
    """Print the tables; 1 where a target is not met, 0 where all are or the corpora are absent."""
    if not all((DATA / f"{name}.jsonl").is_file() for name in (*CORPORA, "values")):
        print("The corpora are not beside this checkout: nothing measured.")
        return 0
    wanted: Final = (arguments[1], arguments[2]) if arguments[:1] == ["--errors"] else None
    met = [spans_table(wanted), values_table(errors=arguments[:1] == ["--values"]), forms_agree(), costs()]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
