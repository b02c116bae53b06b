"""The project's memory: what was tagged before is proposed again, unless it was more often left."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from annotator.app.jobs import Cancelled, stop_if
from annotator.core.folding import fold_term
from annotator.core.suggestion import Suggestion
from annotator.korean.occurrences import OccurrenceSearch
from annotator.store import memory
from annotator.store.database import Connection
from annotator.store.project import Project

if TYPE_CHECKING:
    from annotator.app.suggestions.suggesting import Subject

RULE: Final = "memory"
# How many finished documents are asked where a text was left unmarked.
_LOOKED_AT: Final = 40
# A single syllable says too little to be proposed everywhere.
_LEAST: Final = 2
RANK: Final = 2
"""Before the list of agencies: the person has decided about these very words."""

_Counts = Mapping[tuple[str, int], int]


class MemorySuggester:
    """Proposes what the annotator tagged in other documents, as what they tagged it, with how often it was left."""

    id = "memory"

    def suggest(self, project: Project, subject: "Subject", cancelled: Cancelled) -> Iterator[Suggestion]:
        """Yield the places of known texts that are likely to be meant again, the longest texts first."""
        marks = memory.tagged(project.connection, subject.annotator_id, subject.document_id)
        here = _here(marks, subject)
        if not here:
            return
        refusals = memory.refused(project.connection, subject.annotator_id)
        meant = memory.meant(project.connection, subject.annotator_id, subject.document_id, here)
        left = left_unmarked(project.connection, (subject.annotator_id, subject.document_id), here, cancelled)
        search, taken = OccurrenceSearch(subject.text, ()), bytearray(len(subject.text))
        for quote in sorted(here, key=len, reverse=True):
            stop_if(cancelled)
            label = here[quote]
            tagged, passed = marks[quote, label], refusals.get((quote, label), 0) + left[quote]
            for place in search.others(quote, ()) if tagged > passed else ():
                # A known text that lies inside a longer one that was just proposed is not proposed.
                if place.likely and not any(taken[place.start : place.end]):
                    taken[place.start : place.end] = b"\x01" * (place.end - place.start)
                    text = subject.text[place.start : place.end]
                    norm, rule = meant.get((quote, label)), f"{RULE}:{tagged}:{passed}"
                    yield Suggestion(place.start, place.end, text, label, norm, rule, RANK)


def _here(marks: _Counts, subject: "Subject") -> dict[str, int]:
    """Return the label that each text was given most often, of the texts in the article and the labels in use."""
    article = subject.text
    # How a text begins is asked first: of all that a large project knows, that leaves few to be looked for.
    beginnings = {article[at : at + _LEAST] for at in range(len(article))}
    best: dict[str, tuple[int, int]] = {}
    for (text, label), count in marks.items():
        if len(text) < _LEAST or text[:_LEAST] not in beginnings or text not in article:
            continue
        if "\n" not in text and fold_term(text) and subject.labels.by_id(label) is not None:
            best[text] = max(best.get(text, (0, 0)), (count, -label))
    return {text: -label for text, (_count, label) in best.items()}


def left_unmarked(
    connection: Connection, of: tuple[int, int], quotes: Iterable[str], cancelled: Cancelled
) -> Counter[str]:
    """Count where texts were left unmarked, as words of their own, in the documents finished last.

    `of` is the annotator, and the document that is not looked at (0: none). UserError `job.cancelled`.
    """
    left: Counter[str] = Counter()
    finished = memory.finished(connection, *of, _LOOKED_AT)
    for text, spans in finished:
        stop_if(cancelled)
        there = [quote for quote in quotes if quote in text]
        if there:
            search, marked = OccurrenceSearch(text, ()), bytearray(len(text))
            for start, end in spans:
                marked[start:end] = b"\x01" * (end - start)
            for quote in there:
                places = search.others(quote, ())
                left[quote] += sum(
                    place.likely and not any(marked[place.start : place.end]) for place in places
                )
    return left
