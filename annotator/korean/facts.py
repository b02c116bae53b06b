"""Proposes records: spans of one sentence that make a fact (`docs/korean-text.md`, 2.7)."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from annotator.core.folding import fold_term
from annotator.core.labels import LabelSet
from annotator.core.span import Span
from annotator.core.values import ValueKind
from annotator.korean.aliases import bracketed_aliases
from annotator.korean.sentences import sentences

_WHO: Final = ValueKind.NAME
_SUM: Final = ValueKind.MONEY
_WHAT: Final = ValueKind.CODE
_WHEN: Final = ValueKind.DATE
_KINDS: Final = frozenset({_WHO, _SUM, _WHAT, _WHEN})

_Marked = tuple[Span, ValueKind]


@dataclass(frozen=True, slots=True)
class Fact:
    """Spans that may be one record, in reading order."""

    spans: tuple[Span, ...]

    @property
    def place(self) -> tuple[int, int]:
        """From the first of its spans to the last: code points, end exclusive."""
        return min(span.start for span in self.spans), max(span.end for span in self.spans)


@dataclass(frozen=True, slots=True)
class _Line:
    """What a line was read from, its sentences and what was found in it."""

    marked: list[_Marked]
    tied: set[int]
    sentences: tuple[tuple[int, int], ...]
    facts: list[Fact]


class FactFinder:
    """Finds the facts of a layer again and again: of lines that are as they were it knows them."""

    def __init__(self) -> None:
        self._text = ""
        self._lines: dict[int, _Line] = {}

    def find(
        self, text: str, spans: Sequence[Span], labels: LabelSet, tied: Collection[int] = ()
    ) -> list[Fact]:
        """Return what `facts` returns."""
        if text != self._text:
            self._text, self._lines = text, {}
        kinds = {label.id: label.kind for label in labels.labels if label.kind in _KINDS}
        aliases = {pair.alias.id for pair in bracketed_aliases(text, spans, labels)}
        known, self._lines = self._lines, {}
        found: list[Fact] = []
        for start, end, marked in _lines(text, spans, kinds, aliases):
            if _may_have_one(marked):
                line = self._lines[start] = _read(text, (start, end), marked, tied, known.get(start))
                found += line.facts
        return found


def facts(text: str, spans: Sequence[Span], labels: LabelSet, tied: Collection[int] = ()) -> list[Fact]:
    """Return the facts of a layer in reading order; `spans` are in that order too, `tied` the ids in records already.

    A sentence has one where it names somebody (a label with names) and a sum or a field (money, codes). Of several
    sums each is the head of a fact of its own, with those of every other label since the sum before, else with what
    that had; what follows the last sum belongs to it. A fact whose sum (without one: a field) is tied is left out. What
    is said twice is taken once, and a short form in brackets goes with its name.
    """
    return FactFinder().find(text, spans, labels, tied)


def _read(
    text: str, place: tuple[int, int], marked: list[_Marked], tied: Collection[int], known: _Line | None
) -> _Line:
    """Read a line, or return what is known of it where nothing in it has changed."""
    start, end = place
    here = {span.id for span, _kind in marked if span.id in tied} if tied else set()
    if known is not None and known.marked == marked and known.tied == here:
        return known
    cut = known.sentences if known is not None else sentences(text[start:end])
    found = [fact for sentence in _sentences(start, cut, marked) for fact in _facts_of(sentence, here)]
    return _Line(marked, here, cut, sorted(found, key=_place))


def _facts_of(sentence: list[_Marked], tied: Collection[int]) -> Iterator[Fact]:
    for group in _groups(sentence):
        here = {kind for _span, kind in group}
        head = _SUM if _SUM in here else _WHAT
        if _WHO in here and head in here and not any(_is_tied(one, head, tied) for one in group):
            yield Fact(_once(span for span, _kind in group))


def _once(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in reading order, of those that say the same the first."""
    seen: dict[tuple[int, str], Span] = {}
    for span in sorted(spans, key=_order):
        seen.setdefault((span.label_id, fold_term(span.text)), span)
    return tuple(seen.values())


def _is_tied(marked: _Marked, head: ValueKind, tied: Collection[int]) -> bool:
    span, kind = marked
    return kind is head and span.id in tied


def _may_have_one(marked: list[_Marked]) -> bool:
    here = {kind for _span, kind in marked}
    return _WHO in here and not here.isdisjoint({_SUM, _WHAT})


def _sentences(start: int, cut: Iterable[tuple[int, int]], marked: list[_Marked]) -> Iterator[list[_Marked]]:
    """Yield what is marked in each sentence of a line that begins at `start`."""
    at = 0
    for _first, last in cut:
        inside = []
        while at < len(marked) and marked[at][0].start < start + last:
            if marked[at][0].end <= start + last:
                inside.append(marked[at])
            at += 1
        if inside:
            yield _outermost(inside)


def _lines(
    text: str, spans: Iterable[Span], kinds: dict[int, ValueKind], left_out: Collection[int]
) -> Iterator[tuple[int, int, list[_Marked]]]:
    """Yield the lines that have spans: where they begin and end, and what is marked in them."""
    start = end = -1
    inside: list[_Marked] = []
    for span in spans:
        kind = kinds.get(span.label_id)
        if kind is None or span.id in left_out:
            continue
        if span.start >= end:
            if inside:
                yield start, end, inside
            start = text.rfind("\n", 0, span.start) + 1
            feed = text.find("\n", span.start)
            end = len(text) if feed < 0 else feed + 1
            inside = []
        if span.end <= end:
            inside.append((span, kind))
    if inside:
        yield start, end, inside


def _outermost(marked: list[_Marked]) -> list[_Marked]:
    """Return what is marked without what lies inside another of its label."""
    reach: dict[int, int] = {}
    kept = []
    for one in marked:
        span = one[0]
        if span.end > reach.get(span.label_id, -1):
            reach[span.label_id] = span.end
            kept.append(one)
    return kept


def _groups(marked: list[_Marked]) -> list[list[_Marked]]:
    if sum(kind is _SUM for _span, kind in marked) < 2:
        return [marked]
    groups: list[list[_Marked]] = []
    carried: dict[int, list[_Marked]] = {}
    fresh: dict[int, list[_Marked]] = {}
    for one in marked:
        span, kind = one
        if kind is _SUM:
            carried, fresh = {**carried, **fresh}, {}
            groups.append([*(other for others in carried.values() for other in others), one])
        else:
            fresh.setdefault(span.label_id, []).append(one)
    groups[-1].extend(other for others in fresh.values() for other in others)
    return groups


def _order(span: Span) -> tuple[int, int, int]:
    return span.order


def _place(fact: Fact) -> tuple[int, int]:
    return fact.place
