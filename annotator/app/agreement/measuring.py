"""How far the annotators of a project agree: their finished layers as a case, counted document by document."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Any, Final

from annotator.app.jobs import Cancelled, Progress, Report, stop_if
from annotator.core.decision import ReviewStatus
from annotator.core.labels import LabelSet
from annotator.core.layer import Status
from annotator.review.case import DUPLICATES, SEPARATOR, Case, layer_of
from annotator.review.comparison import Counting, both, compared, counting
from annotator.review.frozen import GOLD
from annotator.review.marks import Layer, Mark
from annotator.review.reference import against_reference
from annotator.review.tally import Tally, summed
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
    the last day on which they were made, "" where there are none. `gold` says how the annotators stand to the gold
    layers of documents whose review is done, `gold_rows` are its counts, `gold_marks` the layers by document (uid).
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
    gold: Mapping[str, Any]
    gold_rows: Mapping[tuple[str, str], Mapping[str, Tally]]
    gold_marks: Mapping[str, Layer]

    def rows_of(self, a: str, b: str) -> Mapping[str, Tally]:
        """Return the counts of a pair of names by document; `a` may be GOLD."""
        return self.rows.get((a, b)) or self.gold_rows.get((a, b), {})


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
    case, with_gold = gathered.case, _with_gold(gathered.case, gathered.gold)
    stop_if(cancelled)
    known = _Known(counts, report, cancelled)
    counter = _Counter(case, list(combinations(case.annotators, 2)), known)
    golden = _Counter(with_gold, [(GOLD, name) for name in case.annotators], known)
    result = compared(case, counter.count)
    golden.count_all()
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
        gathered.origins, gathered.dates(), gathered.labels, _against_gold(with_gold, golden.rows), golden.rows,
        gathered.gold,
    )  # fmt: skip


def _with_gold(case: Case, gold: Mapping[str, list[Mark]]) -> Case:
    """Return the documents that have a gold layer, with it as one layer more."""
    layers = {document: {GOLD: marks, **case.layers.get(document, {})} for document, marks in gold.items()}
    return replace(case, annotators=(GOLD, *case.annotators), layers=layers)


def _against_gold(case: Case, rows: Mapping[tuple[str, str], Mapping[str, Tally]]) -> dict[str, Any]:
    """Return how the annotators stand to the gold layer, in the shape of `annotator.review.reference.against`."""
    found = {
        name: against_reference(summed(list(of_one.values()), len(case.labels)), case.labels)
        for (_, name), of_one in rows.items()
        if of_one
    }
    return {"name": "", "n_docs": len(case.layers), "annotators": found}


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
            gold = self._golden(project)
            # The texts of what nobody compares are not read.
            wanted = {layer.document_id for layer in (*done.values(), *gold.values())}
            self._texts = {row.document_id: row for row in agreement.texts_of(connection, sorted(wanted))}
            self.case = self._empty_case(done.values())
            for layer_id, spans in agreement.spans_by_layer(connection, done):
                self._take(done[layer_id], spans)
            self.gold: dict[str, list[Mark]] = {self._uid(layer): [] for layer in gold.values()}
            for layer_id, spans in agreement.spans_by_layer(connection, gold):
                self.gold[self._uid(gold[layer_id])], _ = self._marks(
                    self._let_through(gold[layer_id], spans)
                )
        self.hashes = {row.document_id: row.sha256 for row in self._texts.values()}

    def _empty_case(self, done: Iterable[LayerRow]) -> Case:
        """Return the case: annotators by name, labels in the order of the label set, documents by id."""
        keys = [label.key for label in self.labels.labels]
        texts = {
            row.uid: self._texts[row.id].text if row.id in self._texts else "" for row in self.by_id.values()
        }
        case = Case(None, tuple(sorted(self.names.values())), tuple(keys), texts)
        for layer in done:
            case.layers.setdefault(self._uid(layer), {})[self.names[layer.annotator]] = []
        return case

    def _take(self, layer: LayerRow, spans: Iterable[SpanRow]) -> None:
        """Put the spans of a layer into the case, those that the filters let through."""
        name, taken = self.names[layer.annotator], self._let_through(layer, spans)
        self.origins.update([(name, span.origin) for span in taken])
        self._days.update([span.created_at[:10] for span in taken])
        marks, duplicates = self._marks(taken)
        self.case.counters["same"] += len(taken)
        self.case.counters[DUPLICATES] += duplicates
        self.case.layers[self._uid(layer)][name] = marks

    def _golden(self, project: Project) -> dict[int, LayerRow]:
        """Return the gold layers of documents whose review is done, by id; of several on a document the last."""
        last = {
            layer.document_id: layer
            for layer in agreement.gold_layers(project.connection)
            if layer.document_id in self.by_id and self.by_id[layer.document_id].review == ReviewStatus.DONE
        }
        return {layer.id: layer for layer in last.values()}

    def _uid(self, layer: LayerRow) -> str:
        return self.by_id[layer.document_id].uid

    def _let_through(self, layer: LayerRow, spans: Iterable[SpanRow]) -> list[SpanRow]:
        numbers, zones = self._numbers, self._filters.zones
        taken = [span for span in spans if span.label_id in numbers]
        if zones:
            text = self._texts[layer.document_id]
            taken = [span for span in taken if _zone_of(text, span.start) in zones]
        return taken

    def _marks(self, taken: Iterable[SpanRow]) -> tuple[list[Mark], int]:
        numbers = self._numbers
        return layer_of([Mark(span.start, span.end, numbers[span.label_id], span.value) for span in taken])

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


class _Known:
    """The counts that are known from before, and how far the counting is."""

    def __init__(self, counts: Counts, report: Report, cancelled: Cancelled) -> None:
        self.counts = counts
        self.total = self._done = 0
        self._report, self._cancelled = report, cancelled

    def next(self) -> None:
        """Go on by one document of a pair; UserError `job.cancelled`."""
        if self._done % _LOOK_EVERY == 0:
            stop_if(self._cancelled)
            self._report(Progress(self._done, self.total, "unit.documents"))
        self._done += 1


class _Counter:
    """Counts documents of some pairs, or knows their counts from before."""

    def __init__(self, case: Case, pairs: Sequence[tuple[str, str]], known: _Known) -> None:
        self._case = case
        self._known = known
        self._anew: Counting = counting(case)
        self.rows: dict[tuple[str, str], dict[str, Tally]] = {pair: {} for pair in pairs}
        known.total += sum(1 for a, b in pairs for _ in both(case, a, b))

    def count(self, document: str, a: str, b: str) -> Tally:
        """Return the counts of a document; they are made anew where its text or one of the layers has changed."""
        self._known.next()
        case, counts = self._case, self._known.counts
        layers = case.layers[document]
        made_of = (case.texts[document], case.labels, layers[a], layers[b])
        before, row = counts.known.get((document, a, b), (None, None))
        if row is None or before != made_of:
            row = self._anew(document, a, b)
            counts.known[document, a, b] = (made_of, row)
            counts.made += 1
        self.rows[a, b][document] = row
        return row

    def count_all(self) -> None:
        """Count all documents of all pairs."""
        for a, b in self.rows:
            for document in both(self._case, a, b):
                self.count(document, a, b)
