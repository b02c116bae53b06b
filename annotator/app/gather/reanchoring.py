"""Layers made on another version of a text, laid over ours: where each mark lies now, and what became of it."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from annotator.core.entry import Entry, EntryComment, EntryMember, EntryRecord, EntrySpan, EntrySuggestion
from annotator.core.text import digest
from annotator.review.anchoring import Anchored, Fate, reanchor

_Mark = TypeVar("_Mark", EntrySpan, EntrySuggestion)


@dataclass(frozen=True, slots=True)
class Laid:
    """A layer on our text, and where it came from.

    `fates` counts the spans, of those that come to lie upon one of their like all but the first as `twice`. `lost`
    are the spans without a place, as the file has them; `before` says of each that has one, by its id, where it lay
    in `own_text` (start, end, fate).
    """

    entry: Entry
    own_text: str = ""
    fates: Counter[str] = field(default_factory=Counter)
    lost: tuple[EntrySpan, ...] = ()
    before: Mapping[str, tuple[int, int, Fate]] = field(default_factory=dict)

    @property
    def differs(self) -> bool:
        """Whether the layer was made on another text than ours."""
        return bool(self.own_text)

    @property
    def moved(self) -> Mapping[str, tuple[int, int, str]]:
        """Where the spans lay, as the store takes it."""
        return {id_: (start, end, str(fate)) for id_, (start, end, fate) in self.before.items()}


TWICE = "twice"


def laid_over(entry: Entry, text: str) -> Laid:
    """Return the layer of `entry` with all its marks on `text`.

    Relations of lost spans go; records and comments keep their place without them. A decision on a lost span goes.
    """
    if entry.text == text:
        return Laid(entry, fates=Counter({str(Fate.SAME): len(entry.spans)}))
    spans = _with_ids(entry.spans)
    places = [(span.start, span.end) for span in spans]
    places += [(made.start, made.end) for made in entry.suggestions]
    found = reanchor(entry.text, text, places)
    fates: Counter[str] = Counter()
    kept: list[EntrySpan] = []
    lost: list[EntrySpan] = []
    before: dict[str, tuple[int, int, Fate]] = {}
    taken: dict[tuple[int, int, str], str] = {}
    for span, place in zip(spans, found, strict=False):
        key = (place.start, place.end, span.label)
        if place.kind is Fate.LOST:
            fates[str(Fate.LOST)] += 1
            lost.append(span)
        elif key in taken:
            fates[TWICE] += 1
        else:
            taken[key] = span.id
            fates[str(place.kind)] += 1
            before[span.id] = (span.start, span.end, place.kind)
            kept.append(_moved(span, place, text))
    suggestions = tuple(
        _moved(made, place, text)
        for made, place in zip(entry.suggestions, found[len(spans) :], strict=True)
        if place.kind is not Fate.LOST
    )
    laid = replace(
        entry, text=text, text_sha256=digest(text), zones=(), spans=tuple(kept), suggestions=suggestions
    )
    _tie(laid)
    return Laid(laid, entry.text, fates, tuple(lost), before)


def _moved(mark: _Mark, place: Anchored, text: str) -> _Mark:
    return mark._replace(start=place.start, end=place.end, text=text[place.start : place.end])


def _with_ids(spans: tuple[EntrySpan, ...]) -> tuple[EntrySpan, ...]:
    """Return the spans, each with an id of its own."""
    taken = {span.id for span in spans}
    if "" not in taken:
        return spans
    fresh = (name for number in range(1, 2 * len(spans) + 1) if (name := f"s{number}") not in taken)
    return tuple(span if span.id else span._replace(id=next(fresh)) for span in spans)


def _tie(entry: Entry) -> None:
    """Let go of what hung on marks that are not there any more."""
    there = {span.id for span in entry.spans} | {made.id for made in entry.suggestions}
    entry.relations = tuple(r for r in entry.relations if r.from_id in there and r.to_id in there)
    entry.records = tuple(
        EntryRecord(r.id, r.type, tuple(_loosened(member, there) for member in r.roles))
        for r in entry.records
    )
    entry.comments = tuple(
        comment if comment.span_id in there else _on_document(comment) for comment in entry.comments
    )
    entry.decisions = tuple(d for d in entry.decisions if not d.get("span_id") or d["span_id"] in there)


def _loosened(member: EntryMember, there: set[str]) -> EntryMember:
    return member if member.span_id in there else member._replace(span_id="")


def _on_document(comment: EntryComment) -> EntryComment:
    return comment._replace(span_id="")


def without_spans(entry: Entry, ids: Collection[str]) -> None:
    """Leave spans out of an entry, by their ids, and what hangs on them."""
    entry.spans = tuple(span for span in entry.spans if span.id not in ids)
    _tie(entry)


def left_out(entry: Entry, labels: Collection[str]) -> int:
    """Leave the marks with these labels out of an entry, and what hangs on them; return how many they were."""
    before = len(entry.spans) + len(entry.suggestions)
    entry.spans = tuple(span for span in entry.spans if span.label not in labels)
    entry.suggestions = tuple(made for made in entry.suggestions if made.label not in labels)
    _tie(entry)
    return before - len(entry.spans) - len(entry.suggestions)
