"""Other places of the same text in the open project: found in the document shown at once, elsewhere by a job."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from annotator.app.documents.titles import called
from annotator.app.jobs import Cancelled, Progress, Report, stop_if
from annotator.app.project.labels import CommandJob
from annotator.app.session import Session
from annotator.core.clusters import around
from annotator.core.commands.occurrences import AddOccurrences, Refusal, refusals_of
from annotator.core.layer import Layer
from annotator.korean.occurrences import Doubt, Occurrence, occurrences
from annotator.store import search
from annotator.store.project import Project

Range = tuple[int, int]

_CONTEXT: Final = 40
_EVERY: Final = 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: a text, and the label that its places are to get."""

    quote: str
    label_id: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the text: code points, end exclusive, with the words of its line around it.

    `reason` says why it is not likely to be meant, None where it is.
    """

    start: int
    end: int
    reason: Doubt | None
    before: str
    text: str
    after: str

    @property
    def likely(self) -> bool:
        """Whether the place should be ticked."""
        return self.reason is None


@dataclass(frozen=True, slots=True)
class Found:
    """The places of one document, in reading order."""

    document_id: int
    title: str
    places: tuple[Place, ...]

    @property
    def likely(self) -> tuple[Range, ...]:
        """The places that are likely to be meant."""
        return tuple((place.start, place.end) for place in self.places if place.likely)


class _Refused:
    """What the annotator has refused of one text for one label."""

    def __init__(self, refusals: Iterable[Refusal]) -> None:
        self._whole: set[int | None] = set()
        self._ranges: dict[int | None, set[Range]] = {}
        for refusal in refusals:
            if refusal.start is None or refusal.end is None:
                self._whole.add(refusal.document_id)
            else:
                self._ranges.setdefault(refusal.document_id, set()).add((refusal.start, refusal.end))

    def everywhere(self) -> bool:
        return None in self._whole

    def all_of(self, document_id: int) -> bool:
        return self.everywhere() or document_id in self._whole

    def ranges(self, document_id: int) -> set[Range]:
        return self._ranges.get(document_id, set())


def places_in(session: Session, document_id: int, wanted: Wanted) -> Found:
    """Return the places of the text in a document that are neither marked with the label nor refused."""
    layer = session.layer(document_id)
    text, title = session.text_version(document_id).text, _title(session.project, document_id)
    refused = _refused(session.project, wanted, session.annotator.id)
    return Found(document_id, title, _places(text, layer, wanted, (document_id, refused)))


class FindJob:
    """Finds the places of a text in all documents in use but one, in a worker with its own connection."""

    def __init__(self, session: Session, wanted: Wanted, except_id: int) -> None:
        self._project = session.project
        self._annotator_id = session.annotator.id
        self._wanted = wanted
        self._except_id = except_id
        self._left = threading.Event()

    def leave(self) -> None:
        """Look no further: nobody waits for the answer any more."""
        self._left.set()

    def run(self, report: Report, cancelled: Cancelled) -> list[Found]:
        """Return the documents that have such places, by age, those so far where it was left."""
        with self._project.in_worker() as project:
            refused = _refused(project, self._wanted, self._annotator_id)
            if refused.everywhere():
                return []
            ids = search.search(project.connection, self._wanted.quote, limit=None).ids
            found: list[Found] = []
            for done, document_id in enumerate(ids):
                stop_if(cancelled)
                if self._left.is_set():
                    break
                if done % _EVERY == 0:
                    report(Progress(done, len(ids), "documents"))
                if document_id != self._except_id:
                    found.append(self._found(project, document_id, refused))
        return [each for each in found if each.places]

    def _found(self, project: Project, document_id: int, refused: _Refused) -> Found:
        text = project.reading.text_version(document_id).text
        layer = project.reading.layer(document_id, self._annotator_id)
        places = _places(text, layer, self._wanted, (document_id, refused))
        return Found(document_id, _title(project, document_id), places)


def adding_job(session: Session, command: AddOccurrences) -> CommandJob:
    """Return the job that marks places of many documents in one step over the project."""
    return CommandJob(session.project, session.annotator.id, command)


def _refused(project: Project, wanted: Wanted, annotator_id: int) -> _Refused:
    rows = project.reading.rows("refusal", "label_id", wanted.label_id)
    return _Refused(refusals_of(rows, wanted.quote, annotator_id))


def _places(
    text: str, layer: Layer | None, wanted: Wanted, against: tuple[int, _Refused]
) -> tuple[Place, ...]:
    document_id, refused = against
    if refused.all_of(document_id):
        return ()
    spans = layer.spans if layer is not None else ()
    found = occurrences(
        text,
        wanted.quote,
        taken=[(span.start, span.end) for span in spans],
        label_spans=[(span.start, span.end) for span in spans if span.label_id == wanted.label_id],
        refused=refused.ranges(document_id),
    )
    return tuple(_place(text, each) for each in found if each.reason is not Doubt.REFUSED)


def _place(text: str, found: Occurrence) -> Place:
    start, end = found.start, found.end
    before, after = around(text, start, end, _CONTEXT)
    return Place(
        start, end, found.reason, before.rpartition("\n")[2], text[start:end], after.partition("\n")[0]
    )


def _title(project: Project, document_id: int) -> str:
    return called(project.reading, project.reading.document(document_id))
