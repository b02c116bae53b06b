"""The places behind a number, with what stands around them; and how far a project is, annotator by annotator."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from annotator.app.agreement.measuring import Measured, unique_names
from annotator.app.documents.titles import called_after
from annotator.core.clusters import around
from annotator.core.layer import Status
from annotator.review.differences import Difference
from annotator.review.marks import Mark
from annotator.review.places import Wanted, extent, wanted_of
from annotator.store import agreement
from annotator.store.project import Project

MOST: Final = 5000
"""So many places are listed at most."""
_AROUND: Final = 26


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a document (code points) with its context, and what either side has there.

    A whole document has no extent (0 to 0) and no context.
    """

    document_id: int
    title: str
    start: int = 0
    end: int = 0
    before: str = ""
    quote: str = ""
    after: str = ""
    a: tuple[str, ...] = ()
    b: tuple[str, ...] = ()
    cls: str = ""
    kind: str = ""


def places_of(measured: Measured, wanted: Wanted) -> list[Place]:
    """Return the places that a number of a pair counts, at most MOST, in the order of the documents."""
    rows = measured.rows_of(wanted.a, wanted.b)
    labels = measured.case.labels
    return [_place(measured, uid, found, labels) for uid, found in islice(wanted_of(rows, wanted), MOST)]


def _place(measured: Measured, uid: str, found: Difference, labels: Sequence[str]) -> Place:
    document, text = measured.documents[uid], measured.case.texts[uid]
    start, end = extent(found)
    a, b = (tuple(_told(mark, text, labels) for mark in side) for side in (found.a, found.b))
    title = called_after(document.title, text, uid)
    before, after = around(text, start, end, _AROUND)
    return Place(
        document.id, title, start, end, before, text[start:end], after, a, b, str(found.cls),
        "" if found.kind is None else str(found.kind),
    )  # fmt: skip


def _told(mark: Mark, text: str, labels: Sequence[str]) -> str:
    value = "" if mark.value is None else f" = {mark.value}"
    return f"{labels[mark.label]} “{text[mark.start : mark.end]}”{value}"


def documents_of(measured: Measured, annotator: str, status: str) -> list[Place]:
    """Return the documents on which an annotator (by their name in the numbers) has a layer of that status."""
    by_id = {row.id: row for row in measured.documents.values()}
    there = [
        by_id[layer.document_id]
        for layer in measured.layers
        if measured.people[layer.annotator] == annotator and layer.status == status
    ]
    return [Place(row.id, called_after(row.title, row.beginning, row.uid)) for row in there[:MOST]]


@dataclass(frozen=True, slots=True)
class Doing:
    """How far one annotator is: layers by status, spans by label (key), seconds at work."""

    name: str
    statuses: dict[str, int]
    labels: dict[str, int]
    seconds: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a project is: its documents, those that nobody has begun, its annotators, its labels."""

    documents: int
    untouched: int
    people: tuple[Doing, ...]
    labels: tuple[str, ...]
    reviews: dict[str, int]


def progress_of(project: Project) -> Progress:
    """Return how far a project is, by counts alone."""
    connection = project.connection
    documents = agreement.documents(connection)
    layers = agreement.layers(connection)
    labels = {label.id: label.key for label in project.reading.label_set().labels}
    counts = agreement.label_counts(connection)
    people = []
    for uid, name in unique_names(layers).items():
        own = [layer for layer in layers if layer.annotator == uid]
        spans = {
            labels[id_]: count for (whose, id_), count in counts.items() if whose == uid and id_ in labels
        }
        statuses = {str(status): sum(layer.status == status for layer in own) for status in Status}
        people.append(Doing(name, statuses, spans, sum(layer.seconds for layer in own)))
    begun = {layer.document_id for layer in layers if layer.status != Status.NEW}
    reviews = _counted(row.review for row in documents)
    return Progress(
        len(documents), len(documents) - len(begun), tuple(people), tuple(labels.values()), reviews
    )


def _counted(words: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for word in words:
        found[word] = found.get(word, 0) + 1
    return found
