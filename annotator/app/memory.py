"""The project's memory: what was tagged before is proposed again, unless it was more often left."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from annotator.core.folding import fold_term
from annotator.core.suggestion import Suggestion
from annotator.korean.occurrences import OccurrenceSearch
from annotator.store import memory
from annotator.store.project import Project

if TYPE_CHECKING:
    from annotator.app.suggesting import Subject

RULE: Final = "memory"
# How many finished documents are asked where a text was left unmarked.
_LOOKED_AT: Final = 40
# A single syllable says too little to be proposed everywhere.
_LEAST: Final = 2
_RANK: Final = 2

_Counts = Mapping[tuple[str, int], int]


class MemorySuggester:
    """Proposes what the annotator tagged in other documents, with how often it was tagged and left."""

    id = "memory"

    def suggest(self, project: Project, subject: "Subject") -> Iterator[Suggestion]:
        """Yield the places of known texts that are likely to be meant again."""
        marks, refusals = memory.tagged(project.connection, subject.annotator_id, subject.document_id)
        here = _here(marks, subject)
        if not here:
            return
        left = _left(project, subject, here)
        meant = {
            quote: label
            for quote, label in here.items()
            if marks[quote, label] > refusals.get((quote, label), 0) + left[quote]
        }
        taken: set[tuple[int, int]] = set()
        for quote in sorted(meant, key=len, reverse=True):
            label = meant[quote]
            counts = marks[quote, label], refusals.get((quote, label), 0) + left[quote]
            # A known text that lies inside a longer one that was just proposed is not proposed.
            for place in OccurrenceSearch(subject.text, taken).others(quote, taken):
                if place.likely:
                    taken.add((place.start, place.end))
                    text = subject.text[place.start : place.end]
                    yield Suggestion(
                        place.start,
                        place.end,
                        text,
                        label,
                        rule=f"{RULE}:{counts[0]}:{counts[1]}",
                        rank=_RANK,
                    )


def _here(marks: _Counts, subject: "Subject") -> dict[str, int]:
    """Return the label that each text was given most often, of the texts in the article and the labels in use."""
    best: dict[str, tuple[int, int]] = {}
    for (text, label), count in marks.items():
        # Whether it stands there is asked first: of all that a large project knows, that leaves few.
        if text not in subject.text or len(text) < _LEAST or "\n" in text or not fold_term(text):
            continue
        if subject.labels.by_id(label) is not None:
            best[text] = max(best.get(text, (0, 0)), (count, -label))
    return {text: -label for text, (_count, label) in best.items()}


def _left(project: Project, subject: "Subject", quotes: Mapping[str, int]) -> Counter[str]:
    """Count where the texts were left unmarked, as words of their own, in documents finished before."""
    left: Counter[str] = Counter()
    for text, spans in memory.finished(
        project.connection, subject.annotator_id, subject.document_id, _LOOKED_AT
    ):
        there = [quote for quote in quotes if quote in text]
        if there:
            search = OccurrenceSearch(text, spans)
            for quote in there:
                left[quote] += sum(place.likely for place in search.others(quote, spans))
    return left
