"""How many spans of the two corpora trimming brings back exactly, and what one snap costs.

Each gold span of a label (the outermost, but for those that end in 부터 or 까지) is grown to its segment and given
to `snap` as a range; it is recovered where the first rung is the span again. Run from the checkout:

    python -m tests.benchmarks.recovery
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from annotator.korean import snap

DATA = Path(__file__).parents[3] / "shared" / "data" / "ner"
CORPORA = ("klue", "konne")
TARGETS = {"AGENCY": 0.945, "DATE": 0.935, "AMOUNT": 0.945}
# The separators as the specification lists them, not as the program finds them.
SEPARATORS = " \t\n\u00a0\u3000()[]{}<>《》〈〉「」『』【】“”‘’\"'·ㆍ・ᆞ~∼～,=/|…:"
LEFT_OUT = ("부터", "까지")
LATENCY_TARGET = 100e-6


class Gold(NamedTuple):
    """A span of a corpus, grown to its segment: text and offsets in one normal form."""

    corpus: str
    label: str
    text: str
    span: tuple[int, int]
    grown: tuple[int, int]


def read(corpus: str) -> Iterator[Gold]:
    """Yield the outermost spans of each label of a corpus."""
    with (DATA / f"{corpus}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            for label in TARGETS:
                spans = {(span["start"], span["end"]) for span in row["spans"] if span["label"] == label}
                for span in sorted(spans):
                    outer = any(s <= span[0] and span[1] <= e and (s, e) != span for s, e in spans)
                    if not outer and not row["text"][slice(*span)].endswith(LEFT_OUT):
                        yield Gold(corpus, label, row["text"], span, segment(row["text"], *span))


def segment(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span grown to its segment: up to the next separators, which stay between two digits if , · : or /."""

    def separates(at: int) -> bool:
        between = 0 < at < len(text) - 1 and text[at - 1].isdigit() and text[at + 1].isdigit()
        return text[at] in SEPARATORS and not (between and text[at] in ",·:/")

    while start > 0 and not separates(start - 1):
        start -= 1
    while end < len(text) and not separates(end):
        end += 1
    return start, end


def in_form(gold: Gold, form: str) -> Gold:
    """Return a gold span with text and offsets in a normal form."""
    start, end, first, last = (len(normalize(form, gold.text[:at])) for at in (*gold.span, *gold.grown))
    return gold._replace(text=normalize(form, gold.text), span=(start, end), grown=(first, last))


def is_recovered(gold: Gold) -> bool:
    """Tell whether the first rung of the grown span is the span."""
    step = snap(gold.text, *gold.grown).ladder[0]
    return (step.start, step.end) == gold.span


def report(form: str, spans: list[Gold]) -> bool:
    """Print the table of one normal form; tell whether all targets are met."""
    all_of, found = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for gold in (in_form(gold, form) for gold in spans):
        recovered = is_recovered(gold)
        for corpus in (gold.corpus, "both"):
            all_of[corpus, gold.label] += 1
            found[corpus, gold.label] += recovered
    print(f"{form}: recovered exactly by the first rung")
    met = True
    for corpus in (*CORPORA, "both"):
        for label, target in TARGETS.items():
            share = found[corpus, label] / all_of[corpus, label]
            line = f"  {corpus:6}{label:8}{found[corpus, label]:5} of{all_of[corpus, label]:5}  {share:.4f}"
            if corpus == "both":
                met = met and share >= target
                line += f"  target {target}  {'met' if share >= target else 'NOT MET'}"
            print(line)
    return met


def latency(text: str, length: int) -> float:
    """Return the median seconds of one snap of a range of `length` (0: a caret) near the middle of the text."""
    taken = []
    for at in range(len(text) // 2, len(text) // 2 + 2_000):
        started = time.perf_counter()
        snap(text, at, at + length)
        taken.append(time.perf_counter() - started)
    return sorted(taken)[len(taken) // 2]


def main() -> int:
    """Print the tables and the latency; 1 where a target is not met, 0 where it is or the corpora are absent."""
    if not all((DATA / f"{corpus}.jsonl").is_file() for corpus in CORPORA):
        print("The corpora klue.jsonl and konne.jsonl are not beside this checkout: nothing measured.")
        return 0
    spans = [gold for corpus in CORPORA for gold in read(corpus)]
    met = [report(form, spans) for form in ("NFC", "NFD")]
    article = " ".join(dict.fromkeys(gold.text for gold in spans))[:5_000]
    long_line = article * 200
    for name, text in (("5,000 characters", article), ("1,000,000 characters in one line", long_line)):
        for form in ("NFC", "NFD"):
            costs = ", ".join(
                f"{what} {latency(normalize(form, text), length) * 1e6:.0f} µs"
                for what, length in (("caret", 0), ("range", 8))
            )
            print(f"one snap, {form}, {name}: {costs}")
    print(f"target: about {LATENCY_TARGET * 1e6:.0f} µs in NFC, the same in a text of any length")
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
