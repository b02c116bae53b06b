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


def facts(text: str, spans: Sequence[Span], labels: LabelSet, tied: Collection[int] = ()) -> list[Fact]:
    """Return the facts of a layer in reading order; `spans` are in that order too, `tied` the ids in records already.

    A sentence has one where it names somebody (a label with names) and a sum or a field (money, codes). Of several
    sums each is the head of a fact of its own, with those of every other label since the sum before, else with what
    that had; what follows the last sum belongs to it. A fact whose sum (without one: a field) is tied is left out. What
    is said twice is taken once, and a short form in brackets goes with its name.
    """
    kinds = {label.id: label.kind for label in labels.labels if label.kind in _KINDS}
    aliases = {pair.alias.id for pair in bracketed_aliases(text, spans, labels)}
    found: list[Fact] = []
    for sentence in _sentences(text, (span for span in spans if span.id not in aliases), kinds):
        for group in _groups(sentence):
            here = {kind for _span, kind in group}
            head = _SUM if _SUM in here else _WHAT
            if _WHO in here and head in here and not any(_is_tied(one, head, tied) for one in group):
                found.append(Fact(_once(span for span, _kind in group)))
    return sorted(found, key=_place)


def _once(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in reading order, of those that say the same the first."""
    seen: dict[tuple[int, str], Span] = {}
    for span in sorted(spans, key=_order):
        seen.setdefault((span.label_id, fold_term(span.text)), span)
    return tuple(seen.values())


def _is_tied(marked: _Marked, head: ValueKind, tied: Collection[int]) -> bool:
    span, kind = marked
    return kind is head and span.id in tied


def _sentences(text: str, spans: Iterable[Span], kinds: dict[int, ValueKind]) -> Iterator[list[_Marked]]:
    """Yield what is marked in each sentence that may have a fact; only lines that may have one are cut."""
    for start, end, inside in _lines(text, spans, kinds):
        here = {kind for _span, kind in inside}
        if _WHO not in here or here.isdisjoint({_SUM, _WHAT}):
            continue
        line = text[start:end]
        for first, last in sentences(line):
            low, high = start + first, start + last
            yield _outermost([one for one in inside if low <= one[0].start and one[0].end <= high])


def _lines(
    text: str, spans: Iterable[Span], kinds: dict[int, ValueKind]
) -> Iterator[tuple[int, int, list[_Marked]]]:
    """Yield the lines that have spans: where they begin and end, and what is marked in them."""
    start = end = -1
    inside: list[_Marked] = []
    for span in spans:
        kind = kinds.get(span.label_id)
        if kind is None:
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
