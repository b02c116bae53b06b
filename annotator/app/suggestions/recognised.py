"""What the recognisers of Korean propose for a document: sums, dates, lengths of time, times of day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.app.jobs import Cancelled, stop_if
from annotator.core.labels import Label
from annotator.core.suggestion import Suggestion
from annotator.core.value_forms import is_day
from annotator.core.values import ValueKind
from annotator.korean.text import Text
from annotator.store.project import Project

if TYPE_CHECKING:
    from annotator.app.suggestions.suggesting import Subject
    from annotator.korean.suggestion import Suggestion as Recognised


@dataclass(frozen=True, slots=True)
class RecogniserSuggester:
    """Proposes what one recogniser finds, for the label that holds such values.

    Among several labels of the kind it is the one with one of these keys, the first of them that is there.
    """

    id: str
    kind: ValueKind
    keys: tuple[str, ...]

    def suggest(self, project: Project, subject: "Subject", cancelled: Cancelled) -> Iterator[Suggestion]:  # noqa: ARG002 - the text is enough
        """Yield them in reading order; nothing where no label is for them; UserError `job.cancelled`."""
        label = self._label(subject)
        if label is None:
            return
        for made in _RECOGNISE[self.id](subject):
            stop_if(cancelled)
            yield Suggestion(
                made.start,
                made.end,
                made.text,
                label.id,
                made.norm,
                rule=made.rule,
                rank=made.rank,
                alternatives=made.alternatives,
            )

    def _label(self, subject: "Subject") -> Label | None:
        fitting = [label for label in subject.labels.labels if label.kind is self.kind]
        by_key = {label.key: label for label in fitting}
        first = next((by_key[key] for key in self.keys if key in by_key), None)
        return first or next(iter(fitting), None)


AMOUNTS = RecogniserSuggester("amounts", ValueKind.MONEY, ("AMOUNT",))
DATES = RecogniserSuggester("dates", ValueKind.DATE, ("DATE",))
DURATIONS = RecogniserSuggester("durations", ValueKind.DATE, ("DURATION", "DATE"))
TIMES = RecogniserSuggester("times", ValueKind.DATE, ("TIME", "DATE"))


def _amounts(subject: "Subject") -> "Iterable[Recognised]":
    from annotator.korean.money import amounts

    return amounts(Text.of(subject.text))


def _dates(subject: "Subject") -> "Iterable[Recognised]":
    from annotator.korean.dates import dates

    day = subject.document_date
    return dates(Text.of(subject.text, day if is_day(day) else ""))


def _durations(subject: "Subject") -> "Iterable[Recognised]":
    from annotator.korean.dates import lengths

    return lengths(Text.of(subject.text, also=("duration",)))


def _times(subject: "Subject") -> "Iterable[Recognised]":
    from annotator.korean.dates import times

    return times(Text.of(subject.text, also=("time",)))


_RECOGNISE = {"amounts": _amounts, "dates": _dates, "durations": _durations, "times": _times}
