"""How far the annotators of a project agree: their finished layers as a case, counted document by document."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from annotator.app.jobs import Cancelled, Progress, Report, stop_if
from annotator.core.labels import LabelSet
from annotator.core.layer import Status
from annotator.review.case import DUPLICATES, SEPARATOR, Case, layer_of
from annotator.review.comparison import Counting, both, compared, counting
from annotator.review.marks import Mark
from annotator.review.tally import Tally
from annotator.store import agreement
from annotator.store.agreement import DocumentRow, LayerRow, SpanRow, TextRow
from annotator.store.project import Project
from annotator.store.snapshot import snapshot

_LOOK_EVERY: Final = 20
_LIKE_SEPARATOR: Final = "¦"


@dataclass(frozen=True, slots=True)
class Filters:
    """What of the project is compared; empty is all of it.

    `labels` are keys; `zones` kinds of zone in which a span must begin; `reviews` how far the review of the document
    must be; `documents` ids that files carry, `of_round` the name of the round that they come from.
    """

    labels: frozenset[str] = frozenset()
    zones: frozenset[str] = frozenset()
    reviews: frozenset[str] = frozenset()
    documents: frozenset[str] | None = None
    of_round: str = ""

    def told(self) -> dict[str, object]:
        """Return the filters as JSON keeps them, only those that are set."""
        parts = {"labels": self.labels, "zones": self.zones, "review": self.reviews}
        found: dict[str, object] = {name: sorted(part) for name, part in parts.items() if part}
        return {**found, "round": self.of_round} if self.of_round else found


ALL: Final = Filters()


@dataclass(slots=True)
class Counts:
    """The counts of documents and pairs that were made before, each with what it was made of."""

    known: dict[tuple[str, str, str], tuple[object, Tally]] = field(default_factory=dict)
    made: int = 0
    """How many counts were made anew since this was begun."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured, and what it rests on. Names in `result` are those of `people`, by uid.

    `result` is what `annotator compare` prints for the same layers, with the coverage. `rows` are the counts of each
    pair of names by document (uid). `origins` counts the compared spans by name and origin; `dates` are the first and
    the last day on which they were made, "" where there are none.
    """

    result: dict[str, Any]
    case: Case
    filters: Filters
    people: Mapping[str, str]
    documents: Mapping[str, DocumentRow]
    layers: tuple[LayerRow, ...]
    texts: Mapping[int, str]
    rows: Mapping[tuple[str, str], Mapping[str, Tally]]
    origins: Mapping[tuple[str, str], int]
    dates: tuple[str, str]
    labels: LabelSet


class MeasureJob:
    """Measures in a worker with its own connection; `counts` keeps what need not be counted again."""

    def __init__(self, project: Project, filters: Filters, counts: Counts) -> None:
        self._project = project
        self._filters = filters
        self._counts = counts

    def run(self, report: Report, cancelled: Cancelled) -> Measured:
        """Return what was measured; UserError `job.cancelled`."""
        with self._project.in_worker() as project:
            return measure(project, self._filters, self._counts, report, cancelled)


def measure(
    project: Project, filters: Filters, counts: Counts, report: Report, cancelled: Cancelled
) -> Measured:
    """Compare the layers of a project that are done; the others stand in the coverage alone."""
    gathered = _Gathered(project, filters)
    case = gathered.case
    stop_if(cancelled)
    counter = _Counter(case, counts, report, cancelled)
    result = compared(case, counter.count)
    names = gathered.names
    result["coverage"] = [
        {
            "doc_id": gathered.by_id[layer.document_id].uid,
            "annotator": names[layer.annotator],
            "status": layer.status,
        }
        for layer in gathered.layers
    ]
    documents = {row.uid: row for row in gathered.by_id.values()}
    return Measured(
        result, case, filters, names, documents, tuple(gathered.layers), gathered.hashes, counter.rows,
        gathered.origins, gathered.dates(), gathered.labels,
    )  # fmt: skip


class _Gathered:
    """The layers of a project as a case has them."""

    def __init__(self, project: Project, filters: Filters) -> None:
        self._filters = filters
        self.origins: Counter[tuple[str, str]] = Counter()
        self._days: set[str] = set()
        connection = project.connection
        with snapshot(connection):
            self.labels = project.reading.label_set()
            self._numbers = {
                label.id: number
                for number, label in enumerate(self.labels.labels)
                if not filters.labels or label.key in filters.labels
            }
            self.by_id = {row.id: row for row in agreement.documents(connection) if _takes(filters, row)}
            self.layers = _one_each(
                layer for layer in agreement.layers(connection) if layer.document_id in self.by_id
            )
            self.names = unique_names(self.layers)
            done = {layer.id: layer for layer in self.layers if layer.status == Status.DONE}
            # The texts of what nobody compares are not read.
            wanted = {layer.document_id for layer in done.values()}
            self._texts = {row.document_id: row for row in agreement.texts_of(connection, sorted(wanted))}
            self.case = self._empty_case(done.values())
            for layer_id, spans in agreement.spans_by_layer(connection, done):
                self._take(done[layer_id], spans)
        self.hashes = {row.document_id: row.sha256 for row in self._texts.values()}

    def _empty_case(self, done: Iterable[LayerRow]) -> Case:
        """Return the case: annotators by name, labels in the order of the label set, documents by id."""
        keys = [label.key for label in self.labels.labels]
        texts = {
            row.uid: self._texts[row.id].text if row.id in self._texts else "" for row in self.by_id.values()
        }
        case = Case(None, tuple(sorted(self.names.values())), tuple(keys), texts)
        for layer in done:
            case.layers.setdefault(self.by_id[layer.document_id].uid, {})[self.names[layer.annotator]] = []
        return case

    def _take(self, layer: LayerRow, spans: Iterable[SpanRow]) -> None:
        """Put the spans of a layer into the case, those that the filters let through."""
        name, numbers, zones = self.names[layer.annotator], self._numbers, self._filters.zones
        taken = [span for span in spans if span.label_id in numbers]
        if zones:
            text = self._texts[layer.document_id]
            taken = [span for span in taken if _zone_of(text, span.start) in zones]
        self.origins.update([(name, span.origin) for span in taken])
        self._days.update([span.created_at[:10] for span in taken])
        marks, duplicates = layer_of(
            [Mark(span.start, span.end, numbers[span.label_id], span.value) for span in taken]
        )
        self.case.counters["same"] += len(taken)
        self.case.counters[DUPLICATES] += duplicates
        self.case.layers[self.by_id[layer.document_id].uid][name] = marks

    def dates(self) -> tuple[str, str]:
        """Return the first and the last day on which the spans compared were made."""
        return (min(self._days), max(self._days)) if self._days else ("", "")


def _takes(filters: Filters, row: DocumentRow) -> bool:
    return (not filters.reviews or row.review in filters.reviews) and (
        filters.documents is None or row.uid in filters.documents
    )


def _one_each(layers: Iterable[LayerRow]) -> list[LayerRow]:
    """Return one layer for each document and annotator, the oldest: that is the one they work in."""
    kept: dict[tuple[int, str], LayerRow] = {}
    for layer in layers:
        kept.setdefault((layer.document_id, layer.annotator), layer)
    return list(kept.values())


def _zone_of(text: TextRow, at: int) -> str:
    return next((kind for start, end, kind in text.zones if start <= at < end), "")


def unique_names(layers: Sequence[LayerRow]) -> dict[str, str]:
    """Return a name for each annotator (uid) that is theirs alone and stands in a pair's name."""
    people = sorted({(layer.name.replace(SEPARATOR, _LIKE_SEPARATOR), layer.annotator) for layer in layers})
    names: dict[str, str] = {}
    for name, uid in people:
        shown, number = name, 1
        while shown in names.values():
            number += 1
            shown = f"{name} ({number})"
        names[uid] = shown
    return names


class _Counter:
    """Counts documents of pairs, or knows their counts from before; says how far it is."""

    def __init__(self, case: Case, counts: Counts, report: Report, cancelled: Cancelled) -> None:
        self._case = case
        self._counts = counts
        self._anew: Counting = counting(case)
        self._report, self._cancelled = report, cancelled
        names = case.annotators
        pairs = [(a, b) for at, a in enumerate(names) for b in names[at + 1 :]]
        self.rows: dict[tuple[str, str], dict[str, Tally]] = {pair: {} for pair in pairs}
        self._total = sum(1 for a, b in pairs for _ in both(case, a, b))
        self._done = 0

    def count(self, document: str, a: str, b: str) -> Tally:
        """Return the counts of a document; they are made anew where its text or one of the layers has changed."""
        if self._done % _LOOK_EVERY == 0:
            stop_if(self._cancelled)
            self._report(Progress(self._done, self._total, "unit.documents"))
        self._done += 1
        case = self._case
        layers = case.layers[document]
        made_of = (case.texts[document], case.labels, layers[a], layers[b])
        before, row = self._counts.known.get((document, a, b), (None, None))
        if row is None or before != made_of:
            row = self._anew(document, a, b)
            self._counts.known[document, a, b] = (made_of, row)
            self._counts.made += 1
        self.rows[a, b][document] = row
        return row
