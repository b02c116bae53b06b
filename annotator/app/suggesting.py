"""Suggestions for a document: those stored with it, and those that suggesters work out from its text."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from annotator.app.agencies import AgencySuggester
from annotator.app.amounts import AmountSuggester
from annotator.app.duplicates import DuplicatesSuggester
from annotator.app.jobs import Cancelled, Report, stop_if
from annotator.app.memory import MemorySuggester
from annotator.core.changes import Row
from annotator.core.commands.state import State
from annotator.core.commands.suggestions import Refused, still_open
from annotator.core.labels import LabelSet
from annotator.core.suggestion import Suggestion
from annotator.core.text import Zone
from annotator.store.project import Project


@dataclass(frozen=True, slots=True)
class Subject:
    """What suggestions are made for: a text with its zones, its date ("" unknown), in a project seen by someone."""

    document_id: int
    version_id: int
    text: str
    zones: tuple[Zone, ...]
    document_date: str
    labels: LabelSet
    annotator_id: int


class Suggester(Protocol):
    """Works suggestions out; runs in a worker."""

    @property
    def id(self) -> str:
        """The name by which it is switched on and off."""
        ...

    def suggest(self, project: Project, subject: Subject, cancelled: Cancelled) -> Iterable[Suggestion]:
        """Return what it proposes, in any order; UserError `job.cancelled` where it is called off."""
        ...


SUGGESTERS: Final[tuple[Suggester, ...]] = (
    AmountSuggester(),
    DuplicatesSuggester(),
    MemorySuggester(),
    AgencySuggester(),
)


@dataclass(frozen=True, slots=True)
class Worked:
    """What came of a document: for which text, and what is proposed."""

    document_id: int
    version_id: int
    suggestions: tuple[Suggestion, ...]


MOST: Final = 1000
"""How many suggestions for one document are worked out: nobody decides more, and each mark looks at them all."""


def _best_first(made: Suggestion) -> tuple[int, int, int]:
    return (made.rank, made.start, made.end)


def _with_values(found: Sequence[Suggestion]) -> list[Suggestion]:
    """Return the suggestions, the best first, those without a value with that of the next on their place and label."""
    values: dict[tuple[int, int, int], Suggestion] = {}
    for made in found:
        if made.norm is not None:
            values.setdefault((*made.place, made.label_id), made)
    return [
        replace(made, norm=other.norm, alternatives=made.alternatives or other.alternatives)
        if made.norm is None and (other := values.get((*made.place, made.label_id))) is not None
        else made
        for made in found
    ]


class SuggestJob:
    """Asks the suggesters that are switched on about one document."""

    def __init__(self, project: Project, subject: Subject, off: Collection[str] = ()) -> None:
        self._project = project
        self._subject = subject
        self._off = frozenset(off)

    def run(self, report: Report, cancelled: Cancelled) -> Worked:  # noqa: ARG002 - too short to report
        """Return what they propose; UserError `job.cancelled`."""
        subject = self._subject
        found: list[Suggestion] = []
        with self._project.in_worker() as project:
            for suggester in SUGGESTERS:
                stop_if(cancelled)
                if suggester.id not in self._off:
                    found.extend(suggester.suggest(project, subject, cancelled))
        best = _with_values(sorted(found, key=_best_first))[:MOST]
        return Worked(subject.document_id, subject.version_id, tuple(best))


def stored(state: State, document_id: int) -> list[Suggestion]:
    """Return the suggestions that files brought: in the annotator's own layer, and in those of machines."""
    found: list[Suggestion] = []
    for layer in state.rows("layer", "document_id", document_id):
        own = layer["role"] == "annotator" and layer["annotator_id"] == state.annotator.id
        if (own or layer["role"] == "machine") and _is_shown(state, layer):
            found.extend(map(Suggestion.from_row, state.rows("suggestion", "layer_id", layer["id"])))
    return found


def _is_shown(state: State, layer: Row) -> bool:
    """Tell whether a layer is of no import that is under way or was taken back."""
    run_id = layer["run_id"]
    return run_id is None or any(
        run["state"] == "published" for run in state.rows("import_run", "id", run_id)
    )


def open_suggestions(state: State, document_id: int, derived: Sequence[Suggestion]) -> list[Suggestion]:
    """Return what is still to be decided on a document, in reading order, of what is stored and what was derived."""
    layer = state.layer(document_id)
    spans = layer.spans if layer is not None else ()
    rows = (*state.rows("refusal", "document_id", document_id), *state.rows("refusal", "document_id", None))
    refused = Refused(rows, state.annotator.id)
    return still_open([*stored(state, document_id), *derived], spans, refused)
