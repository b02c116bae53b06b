"""Consistency over the project: one text marked in several ways, or left unmarked; one body with several names."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Final

from annotator.app.jobs import Cancelled, Progress, Report, stop_if
from annotator.app.lexicon.lexicons import lexicon_of
from annotator.app.session import Session
from annotator.core.clusters import around
from annotator.core.commands.occurrences import refusals_of
from annotator.core.folding import fold_term
from annotator.core.labels import LabelSet
from annotator.core.values import Norm, ValueKind
from annotator.korean.lexicon import Lexicon
from annotator.korean.occurrences import OccurrenceSearch
from annotator.store import consistency as store
from annotator.store.consistency import SpanPlace, Use
from annotator.store.project import Project

MOST: Final = 400
"""How many inconsistencies are listed: nobody walks along more."""
MOST_PLACES: Final = 5000
"""How many places of one of them are kept; the count says all of them."""
_EVERY: Final = 50
_CONTEXT: Final = 24
# A text that was marked once is no habit.
_LEAST_MARKED: Final = 2
_PREFIX: Final = 2
# Values of these kinds belong to the text; what a date means hangs on its document.
_OF_THE_TEXT: Final = frozenset({ValueKind.NAME, ValueKind.CODE, ValueKind.MONEY, ValueKind.CHOICE})


class Kind(StrEnum):
    """What is not the same everywhere."""

    LABELS = "labels"
    VALUES = "values"
    NAMES = "names"
    UNMARKED = "unmarked"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the text, with the words of its line around it; `span_id` 0 where nothing is marked yet."""

    document_id: int
    span_id: int
    start: int
    end: int
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class Variant:
    """One of the ways: a label, with a value where values differ; how often, and where (the first of them)."""

    label_id: int
    norm: Norm | None
    count: int
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """A text, or a body, that is not treated the same everywhere; the commonest way first."""

    kind: Kind
    text: str
    variants: tuple[Variant, ...]

    @property
    def count(self) -> int:
        """How many places there are."""
        return sum(variant.count for variant in self.variants)


@dataclass(frozen=True, slots=True)
class Consistency:
    """What came of it: what is not the same everywhere, and in how many documents was looked."""

    found: tuple[Inconsistency, ...]
    documents: int


class ConsistencyJob:
    """Looks over all that the annotator has marked, in a worker with its own connection."""

    def __init__(self, session: Session) -> None:
        self._project = session.project
        self._annotator_id = session.annotator.id
        self._labels = session.labels

    def run(self, report: Report, cancelled: Cancelled) -> Consistency:
        """Return what is not the same everywhere; UserError `job.cancelled`."""
        with self._project.in_worker() as project:
            connection = project.connection
            by_text = _by_text(store.uses(connection, self._annotator_id))
            waived = _waived(project)
            drafts = [
                *_labels(by_text),
                *_values(by_text, self._labels),
                *_names(by_text, lexicon_of(connection)),
            ]
            drafts = [one for one in drafts if (one.kind, fold_term(one.text)) not in waived][:MOST]
            found = _all_placed(project, drafts, self._annotator_id)
            unmarked = _Unmarked(project, self._annotator_id, by_text, waived)
            found += unmarked.run(report, cancelled)
        return Consistency(tuple(found[:MOST]), unmarked.documents)


@dataclass(frozen=True, slots=True)
class _Draft:
    """An inconsistency before its places are known: `uses` of each of its ways."""

    kind: Kind
    text: str
    ways: Mapping[tuple[int, Norm | None], Sequence[Use]]


_ByText = Mapping[str, Sequence[Use]]


def _by_text(uses: Iterable[Use]) -> dict[str, list[Use]]:
    found: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        found[fold_term(use.text)].append(use)
    return found


def _labels(by_text: _ByText) -> Iterator[_Draft]:
    """Yield the texts that have several labels."""
    for uses in by_text.values():
        ways: dict[tuple[int, Norm | None], list[Use]] = defaultdict(list)
        for use in uses:
            ways[use.label_id, None].append(use)
        if len(ways) > 1:
            yield _Draft(Kind.LABELS, uses[0].text, ways)


def _values(by_text: _ByText, labels: LabelSet) -> Iterator[_Draft]:
    """Yield the texts that have several values under one label, where the place does not decide the value."""
    for uses in by_text.values():
        by_label: dict[int, dict[tuple[int, Norm | None], list[Use]]] = defaultdict(lambda: defaultdict(list))
        for use in uses:
            label = labels.by_id(use.label_id)
            if label is not None and label.kind in _OF_THE_TEXT and use.norm is not None:
                by_label[use.label_id][use.label_id, use.norm].append(use)
        for ways in by_label.values():
            if len(ways) > 1:
                yield _Draft(Kind.VALUES, uses[0].text, ways)


def _names(by_text: _ByText, lexicon: Lexicon) -> Iterator[_Draft]:
    """Yield the bodies that have several canonical names: by their id, or by the one body that the list knows so."""
    bodies: dict[str, dict[tuple[int, Norm | None], list[Use]]] = defaultdict(lambda: defaultdict(list))
    for uses in by_text.values():
        for use in uses:
            norm = use.norm
            if norm is None or norm.type != "name" or not norm.value:
                continue
            known = lexicon.by_name.get(fold_term(norm.value), ())
            body = norm.ref or (known[0].id if len(known) == 1 else "")
            if body:
                bodies[body][use.label_id, norm].append(use)
    for ways in bodies.values():
        if len({norm.value for _label, norm in ways if norm is not None}) > 1:
            most = max(ways, key=lambda way: sum(use.times for use in ways[way]))
            yield _Draft(Kind.NAMES, (most[1] and most[1].value) or "", ways)


_Spots = dict[tuple[int, Norm | None], list[Spot]]


def _all_placed(project: Project, drafts: Sequence[_Draft], annotator_id: int) -> list[Inconsistency]:
    """Return drafts with their places, which are read for all of them at once, document by document."""
    with_text: dict[str, list[int]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        for text in {use.text for uses in draft.ways.values() for use in uses}:
            with_text[text].append(number)
    spots: list[_Spots] = [defaultdict(list) for _ in drafts]
    places = store.places(project.connection, annotator_id, with_text)
    for document_id, own in groupby(places, key=_document_of):
        text = project.reading.text_version(document_id).text
        for place in own:
            for number in with_text[place.text]:
                _add_spot(spots[number], drafts[number], place, text)
    return [_inconsistency(draft, own) for draft, own in zip(drafts, spots, strict=True)]


def _add_spot(spots: _Spots, draft: _Draft, place: SpanPlace, text: str) -> None:
    way = (place.label_id, None if draft.kind is Kind.LABELS else place.norm)
    if way in draft.ways and len(spots[way]) < MOST_PLACES:
        spots[way].append(_spot_in(text, (place.document_id, place.span_id), place.start, place.end))


def _inconsistency(draft: _Draft, spots: _Spots) -> Inconsistency:
    variants = [
        Variant(label_id, norm, sum(use.times for use in uses), tuple(spots[label_id, norm]))
        for (label_id, norm), uses in draft.ways.items()
    ]
    return Inconsistency(draft.kind, draft.text, tuple(sorted(variants, key=lambda one: -one.count)))


def _document_of(place: SpanPlace) -> int:
    return place.document_id


def _spot_in(text: str, of: tuple[int, int], start: int, end: int) -> Spot:
    before, after = around(text, start, end, _CONTEXT)
    return Spot(*of, start, end, before.rpartition("\n")[2], text[start:end], after.partition("\n")[0])


def _waived(project: Project) -> set[tuple[Kind, str]]:
    rows = (row for kind in Kind for row in project.reading.rows("waiver", "check_id", waiver_id(kind)))
    by_id = {waiver_id(kind): kind for kind in Kind}
    return {(by_id[str(row["check_id"])], fold_term(str(row["text"]))) for row in rows}


def waiver_id(kind: Kind) -> str:
    """Return the name under which it is remembered that a text is no inconsistency."""
    return f"consistency-{kind}"


class _Unmarked:
    """Looks for places where a text that is marked elsewhere was left, in the documents that were worked on."""

    def __init__(
        self, project: Project, annotator_id: int, by_text: _ByText, waived: set[tuple[Kind, str]]
    ) -> None:
        self._project = project
        self._annotator_id = annotator_id
        self._documents = store.begun(project.connection, annotator_id)
        self._label_of = self._habits(by_text, waived)
        self._by_prefix: dict[str, list[str]] = defaultdict(list)
        for text in self._label_of:
            self._by_prefix[text[:_PREFIX]].append(text)
        self._spots: dict[str, list[Spot]] = defaultdict(list)
        self._counts: Counter[str] = Counter()
        self._refused: dict[str, set[tuple[int | None, int | None, int | None]]] = {}

    @property
    def documents(self) -> int:
        """How many documents were looked at."""
        return len(self._documents)

    def _habits(self, by_text: _ByText, waived: set[tuple[Kind, str]]) -> dict[str, int]:
        """Return the label that each text, as it is written, was marked with most, of texts marked often enough."""
        habits: dict[str, int] = {}
        for folded, uses in by_text.items():
            if (Kind.UNMARKED, folded) in waived or sum(use.times for use in uses) < _LEAST_MARKED:
                continue
            counts: Counter[int] = Counter()
            for use in uses:
                counts[use.label_id] += use.times
            for text in {use.text for use in uses if len(use.text) >= _PREFIX and "\n" not in use.text}:
                habits[text] = counts.most_common(1)[0][0]
        return habits

    def run(self, report: Report, cancelled: Cancelled) -> list[Inconsistency]:
        """Return the texts with the places where they were left, the most places first."""
        for done, document_id in enumerate(self._documents):
            stop_if(cancelled)
            if done % _EVERY == 0:
                report(Progress(done, len(self._documents), "documents"))
            self._look(document_id)
        found = [
            Inconsistency(
                Kind.UNMARKED,
                text,
                (Variant(self._label_of[text], None, self._counts[text], tuple(spots)),),
            )
            for text, spots in self._spots.items()
        ]
        return sorted(found, key=lambda one: -one.count)

    def _look(self, document_id: int) -> None:
        text = self._project.reading.text_version(document_id).text
        beginnings = {text[at : at + _PREFIX] for at in range(len(text))}
        here = [
            quote
            for prefix in beginnings & self._by_prefix.keys()
            for quote in self._by_prefix[prefix]
            if quote in text
        ]
        if not here:
            return
        layer = self._project.reading.layer(document_id, self._annotator_id)
        spans = layer.spans if layer is not None else ()
        marked: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for span in spans:
            marked[fold_term(text[span.start : span.end])].add((span.start, span.end))
        # The text and its spans are folded once for all that is looked for in it.
        search = OccurrenceSearch(text, {place for places in marked.values() for place in places})
        for quote in here:
            self._add(document_id, search, quote, marked.get(fold_term(quote), ()))

    def _add(
        self, document_id: int, search: OccurrenceSearch, quote: str, same: Iterable[tuple[int, int]]
    ) -> None:
        refused = self._refusals(quote)
        if refused & {(None, None, None), (document_id, None, None)}:
            return
        ranges = {
            (start, end)
            for id_, start, end in refused
            if id_ == document_id and start is not None and end is not None
        }
        for place in search.others(quote, same):
            if place.reason is None and (place.start, place.end) not in ranges:
                self._counts[quote] += 1
                if len(self._spots[quote]) < MOST_PLACES:
                    self._spots[quote].append(_spot_in(search.raw, (document_id, 0), place.start, place.end))

    def _refusals(self, quote: str) -> set[tuple[int | None, int | None, int | None]]:
        if quote not in self._refused:
            rows = self._project.reading.rows("refusal", "label_id", self._label_of[quote])
            refusals = refusals_of(rows, quote, self._annotator_id)
            self._refused[quote] = {(one.document_id, one.start, one.end) for one in refusals}
        return self._refused[quote]
