"""Suggestions for a document: those stored with it, and those that suggesters work out from its text."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from annotator.app.documents.duplicates import DuplicatesSuggester
from annotator.app.jobs import Cancelled, Report, stop_if
from annotator.app.suggestions.agencies import AgencySuggester
from annotator.app.suggestions.memory import MemorySuggester
from annotator.app.suggestions.recognised import AMOUNTS, DATES, DURATIONS, TIMES
from annotator.app.suggestions.sectors import SectorSuggester
from annotator.core.changes import Row, Scalar
from annotator.core.commands.state import State
from annotator.core.commands.suggestions import Refused, Standing, still_open
from annotator.core.labels import LabelSet
from annotator.core.span import Span
from annotator.core.suggestion import NOTHING_ASKED, Least, Suggestion, reaches
from annotator.core.text import Zone
from annotator.store.project import Project


def _nothing_decided(_made: Suggestion) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Subject:
    """What suggestions are made for: a text with its zones, its date ("" unknown), in a project seen by someone.

    `decided` is what that person has settled or refused of it: it does not count towards MOST. Of what
    was proposed `before` for this text, the decided are kept: undo opens them, though memory has unlearnt the refused.
    """

    document_id: int
    version_id: int
    text: str
    zones: tuple[Zone, ...]
    document_date: str
    labels: LabelSet
    annotator_id: int
    decided: Callable[[Suggestion], bool] = _nothing_decided
    before: tuple[Suggestion, ...] = ()


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
    AMOUNTS,
    DATES,
    DURATIONS,
    TIMES,
    AgencySuggester(),
    SectorSuggester(),
    MemorySuggester(),
    DuplicatesSuggester(),
)


@dataclass(frozen=True, slots=True)
class Worked:
    """What came of a document: for which text, and what is proposed, in reading order.

    Where `left_out` is not 0, that many more that are undecided begin from the code point `left_from` on, and all that
    begin before it are here.
    """

    document_id: int
    version_id: int
    suggestions: tuple[Suggestion, ...]
    left_out: int = 0
    left_from: int = 0

    def has_run_low(self, still_open: Iterable[Suggestion]) -> bool:
        """Tell whether, of what is open, so little begins before what was left out that more of it is wanted."""
        return self.left_out > 0 and sum(made.start < self.left_from for made in still_open) * 2 < MOST


MOST: Final = 1000
"""How many undecided suggestions for one document are shown at once: each mark looks at them all."""


def _best_first(made: Suggestion) -> tuple[int, int, int]:
    return (made.rank, made.start, made.end)


def _in_reading_order(made: Suggestion) -> tuple[int, int, int]:
    return (made.start, -made.end, made.label_id)


def _start_of(made: Suggestion) -> int:
    return made.start


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


def first_of(found: Sequence[Suggestion], subject: Subject) -> Worked:
    """Return of what is proposed the best of each place and label, from the beginning of the text on.

    At MOST undecided ones it is cut before the next code point at which a suggestion begins. What is decided is kept,
    as undo opens it again.
    """
    best: dict[tuple[int, int, int], Suggestion] = {}
    for made in _with_values(sorted(found, key=_best_first)):
        best.setdefault((*made.place, made.label_id), made)
    shown = sorted(best.values(), key=_in_reading_order)
    undecided = [made for made in shown if not subject.decided(made)]
    left: list[Suggestion] = []
    if len(undecided) > MOST:
        left = undecided[bisect_right(undecided, undecided[MOST - 1].start, key=_start_of) :]
    if not left:
        return Worked(subject.document_id, subject.version_id, tuple(shown))
    left_from = left[0].start
    shown = shown[: bisect_left(shown, left_from, key=_start_of)]
    return Worked(subject.document_id, subject.version_id, tuple(shown), len(left), left_from)


class SuggestJob:
    """Asks the suggesters that are switched on about one document."""

    def __init__(self, project: Project, subject: Subject, off: Collection[str] = ()) -> None:
        self._project = project
        self._subject = subject
        self._off = frozenset(off)

    def run(self, report: Report, cancelled: Cancelled) -> Worked:  # noqa: ARG002 - too short to report
        """Return what they propose; UserError `job.cancelled`."""
        subject = self._subject
        found = [made for made in subject.before if subject.decided(made)]
        with self._project.in_worker() as project:
            for suggester in SUGGESTERS:
                stop_if(cancelled)
                if suggester.id not in self._off:
                    found.extend(suggester.suggest(project, subject, cancelled))
        return first_of(found, subject)


def stored(state: State, document_id: int) -> list[Suggestion]:
    """Return the suggestions that files brought: in the annotator's own layer, and in those of machines."""
    found: list[Suggestion] = []
    names = _Names(state)
    for layer in state.rows("layer", "document_id", document_id):
        own = layer["role"] == "annotator" and layer["annotator_id"] == state.annotator.id
        if (own or layer["role"] == "machine") and _is_shown(state, layer):
            found.extend(
                Suggestion.from_row(row, names.of(row["annotator_id"]))
                for row in state.rows("suggestion", "layer_id", layer["id"])
            )
    return found


class _Names:
    """The names of annotators, each looked up once."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._known: dict[Scalar, str] = {}

    def of(self, annotator_id: Scalar) -> str:
        """Return the name of an annotator, their id where they have none."""
        if annotator_id not in self._known:
            rows = self._state.rows("annotator", "id", annotator_id)
            self._known[annotator_id] = str(rows[0]["name"] or rows[0]["uid"]) if rows else ""
        return self._known[annotator_id]


def _is_shown(state: State, layer: Row) -> bool:
    """Tell whether a layer is of no import that is under way or was taken back."""
    run_id = layer["run_id"]
    return run_id is None or any(
        run["state"] == "published" for run in state.rows("import_run", "id", run_id)
    )


@dataclass(frozen=True, slots=True)
class Model:
    """A model, script or person whose suggestions files brought, and what is open of them on a document."""

    name: str
    open: tuple[Suggestion, ...]

    def good(self, least: Least) -> tuple[Suggestion, ...]:
        """Return those that have the score that is asked of the model."""
        return tuple(made for made in self.open if reaches(made, least))


def models_of(state: State, document_id: int) -> list[Model]:
    """Return whose suggestions on a document are still to be decided, by name; what two propose counts for each."""
    groups: dict[str, list[Suggestion]] = {}
    for made in stored(state, document_id):
        groups.setdefault(made.model, []).append(made)
    spans, refused = _decided(state, document_id)
    found = (Model(name, tuple(still_open(groups[name], spans, refused))) for name in sorted(groups))
    return [model for model in found if model.open]


def _decided(state: State, document_id: int) -> tuple[Sequence[Span], Refused]:
    """Return what settles suggestions on a document: the annotator's spans, and what they refused."""
    layer = state.layer(document_id)
    rows = (*state.rows("refusal", "document_id", document_id), *state.rows("refusal", "document_id", None))
    return (layer.spans if layer is not None else (), Refused(rows, state.annotator.id))


def decided_of(state: State, document_id: int) -> Callable[[Suggestion], bool]:
    """Return what tells whether the annotator has settled or refused a suggestion on a document, as it is now."""
    spans, refused = _decided(state, document_id)
    standing = Standing(spans)
    return lambda made: refused.holds(made) or standing.settles(made)


def open_suggestions(
    state: State, document_id: int, derived: Sequence[Suggestion], least: Least = NOTHING_ASKED
) -> list[Suggestion]:
    """Return what is still to be decided on a document, in reading order, of what is stored and what was derived.

    Stored ones whose score does not reach what is asked of their model are left out.
    """
    spans, refused = _decided(state, document_id)
    proposed = [made for made in stored(state, document_id) if reaches(made, least)]
    return still_open([*proposed, *derived], spans, refused)
