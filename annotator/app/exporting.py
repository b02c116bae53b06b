"""Exporting a project to a file: atomically, with an account of what was left out."""

from collections.abc import Collection, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from annotator import __version__, formats
from annotator.app.jobs import Cancelled, Progress, Report, stop_if
from annotator.app.session import Session, utc_now
from annotator.app.writing import written_as
from annotator.core.commands.people import NameAnnotator
from annotator.core.entry import Entry, Reject
from annotator.core.errors import UserError, user_error
from annotator.core.people import Annotator
from annotator.core.validate import name_problem
from annotator.formats.carrying import spans_lost
from annotator.store import bulk, selection
from annotator.store.database import transaction
from annotator.store.place import path_key
from annotator.store.project import Project
from annotator.store.reading import Reading

WORKED_ON: Final = frozenset({"in_progress", "done"})
TOOL: Final = ("annotator", __version__)
_SUFFIX: Final = ".jsonl"
_REPORT_EVERY: Final = 50


@dataclass(frozen=True, slots=True)
class LayerChoice:
    """Whose layers go out: `kind` is "annotator" (with the id and name), "gold" or "all"."""

    kind: str
    annotator_id: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What goes out: layers with these statuses, of this choice, in a format.

    With "new" among the statuses untouched documents go out too, as `blank_for` sees them: None is the annotator
    chosen, else the person who exports. `name` stands in the file where an annotator has none. With `suggestions`
    those that files brought and nobody has decided go out with each layer on their document. `options` are those of
    the format. A `dry_run` counts everything and leaves no file, and no mark in the project.
    """

    statuses: Collection[str]
    layers: LayerChoice
    format: str = "native"
    blank_for: Annotator | None = None
    name: str = ""
    suggestions: bool = False
    options: Mapping[str, object] = field(default_factory=dict)
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What came of an export: how many documents, layers on them and spans went out.

    `left_out` counts documents, layers and (`tray`) lost spans by why they did not go out; `faults` are spans that
    do not hold the text they say they do, and were left out too; `lost` counts by kind what the format cannot carry,
    `at_risk` what it carries but the tools that it is made for may drop.
    """

    path: Path
    documents: int
    layers: int
    spans: int
    left_out: dict[str, int] = field(default_factory=dict)
    faults: tuple[Reject, ...] = ()
    lost: dict[str, int] = field(default_factory=dict)
    at_risk: dict[str, int] = field(default_factory=dict)


def layer_choices(session: Session) -> list[LayerChoice]:
    """Return whose layers could go out, the likeliest first: gold, one's own, each other's, all."""
    found = selection.choices(session.project.connection)
    own = session.annotator
    people = {c.annotator.id: c.annotator for c in found if not c.gold}
    people.pop(own.id, None)
    choices = [LayerChoice("gold")] if any(choice.gold for choice in found) else []
    choices.append(_choice_of(own))
    choices.extend(map(_choice_of, people.values()))
    if people:
        choices.append(LayerChoice("all"))
    return choices


def only_choice(project: Project) -> LayerChoice | None:
    """Return whose layers go out where nobody says: gold, else the only annotator's; None where there are none.

    UserError `export.choose` names the choices where there are several.
    """
    found = selection.choices(project.connection)
    if any(choice.gold for choice in found):
        return LayerChoice("gold")
    people = [choice.annotator for choice in found]
    if len(people) > 1:
        raise user_error("export.choose", names=_names(people))
    return _choice_of(people[0]) if people else None


def choice_named(project: Project, name: str) -> LayerChoice:
    """Return the choice of the annotator with that name or id.

    UserError `export.nobody` where there is none, `export.several` where there are several with that name.
    """
    people = project.reading.annotators()
    named = [person for person in people if person.uid == name] or [p for p in people if p.name == name]
    if not named:
        raise user_error("export.nobody", name=name, names=_names(people))
    if len(named) > 1:
        raise user_error("export.several", name=name, ids=", ".join(sorted(p.uid for p in named)))
    return _choice_of(named[0])


def name_annotator(project: Project, choice: LayerChoice, name: str) -> None:
    """Give the annotator of the layers chosen that name, as an undoable step, if they have none yet.

    Where the project is open for reading only nothing is done. UserError for a name that files cannot carry, and
    `export.several-unnamed` where more than one of those chosen has none.
    """
    problem = name_problem(name)
    if problem is not None:
        raise UserError(problem)
    if choice.kind == "annotator":
        people = [project.reading.annotator(choice.annotator_id)] if choice.annotator_id else []
    else:
        gold_only = choice.kind == "gold"
        found = selection.choices(project.connection)
        people = list({c.annotator.id: c.annotator for c in found if c.gold or not gold_only}.values())
    unnamed = [person for person in people if not person.name]
    if len(unnamed) > 1:
        raise user_error("export.several-unnamed", ids=", ".join(sorted(p.uid for p in unnamed)))
    if unnamed and not project.read_only:
        Session(project, unnamed[0]).do(NameAnnotator(name))


def _choice_of(person: Annotator) -> LayerChoice:
    return LayerChoice("annotator", person.id, person.name)


def _names(people: Iterable[Annotator]) -> str:
    return ", ".join(sorted(person.name or person.uid for person in people))


def proposed_file(session: Session) -> Path:
    """Return where an export would go: beside the project, under its name."""
    return session.project.path.with_suffix(_SUFFIX)


class ExportJob:
    """One export; runs in a worker with a connection of its own. Cancelled or failed, it leaves no half file.

    What is noted in the project before, and stays where the writing then fails: that others may know the present
    revisions of the layers, so that the next change to one of them begins a new revision.
    """

    def __init__(self, project: Project, annotator_id: int, options: ExportOptions, target: Path) -> None:
        self._project = project
        self._annotator_id = annotator_id
        self._options = options
        self._target = target.absolute()

    def run(self, report: Report, cancelled: Cancelled) -> ExportResult:
        """Export; UserError where nothing fits, where a layer is nobody's, or where the file cannot be written."""
        if path_key(self._target) == path_key(self._project.path):
            raise user_error("store.same-file", path=str(self._target))
        connection = self._project.worker_connection()
        try:
            reading = Reading(connection)
            chosen = self._selection(reading)
            layers = selection.layer_ids(connection, chosen)
            if not self._project.read_only and layers and not self._options.dry_run:
                with transaction(connection):
                    selection.mark_exported(connection, layers, utc_now())
            definitions = reading.label_set().definitions()
            found = bulk.entries(connection, chosen, with_suggestions=self._options.suggestions)
            with _closed(found) as entries:
                counted = _Counted(entries, len(layers), report, cancelled)
                account = self._write(counted, definitions)
            left = selection.left_out(connection, chosen)
            in_tray = selection.in_tray(connection, layers)
        finally:
            connection.close()
        out = {
            **left.by_status,
            "untouched": left.untouched,
            "bin": left.binned,
            "others": left.others,
            "tray": in_tray,
        }
        return ExportResult(
            path=self._target,
            documents=counted.documents,
            layers=counted.layers,
            spans=counted.spans - spans_lost(account.lost),
            left_out={reason: number for reason, number in out.items() if number},
            faults=tuple(account.faults),
            lost=dict(account.lost),
            at_risk=dict(account.at_risk),
        )

    def _write(self, counted: "_Counted", definitions: list[dict[str, object]]) -> formats.Account:
        named = {"annotator": self._options.name} if self._options.name else {}
        options = {**named, **self._options.options}
        with self._place() as target, written_as(self._options.format, target) as sink:
            account = formats.write(
                counted, sink, format=self._options.format, tool=TOOL, definitions=definitions, **options
            )
            if not account.written:
                raise user_error("export.nothing")
        return account

    @contextmanager
    def _place(self) -> Iterator[Path]:
        """Give the place to write to; that of a dry run is gone afterwards."""
        if not self._options.dry_run:
            yield self._target
            return
        with TemporaryDirectory(prefix="annotator-") as folder:
            yield Path(folder) / self._target.name

    def _selection(self, reading: Reading) -> selection.Selection:
        choice, statuses = self._options.layers, self._options.statuses
        blank_for = self._blank_for(reading) if "new" in statuses else None
        people = (choice.annotator_id,) if choice.kind == "annotator" else None
        return selection.Selection(
            statuses=statuses, annotator_ids=people, gold=choice.kind == "gold", blank_for=blank_for
        )

    def _blank_for(self, reading: Reading) -> Annotator:
        if self._options.blank_for is not None:
            return self._options.blank_for
        choice = self._options.layers
        id_ = choice.annotator_id if choice.kind == "annotator" else self._annotator_id
        # Who has opened a project for reading only, and never worked in it, has no row there.
        return reading.annotator(id_) if id_ else Annotator(0, "", "")


@contextmanager
def _closed(entries: Iterator[Entry]) -> Iterator[Iterator[Entry]]:
    """End the reading of entries before their connection is closed, wherever it broke off."""
    try:
        yield entries
    finally:
        if isinstance(entries, Generator):
            entries.close()


class _Counted:
    """Passes entries on, counts them, reports, and stops where the person cancelled."""

    def __init__(self, entries: Iterable[Entry], total: int, report: Report, cancelled: Cancelled) -> None:
        self._entries = entries
        self._total = total
        self._report = report
        self._cancelled = cancelled
        self.documents = 0
        self.layers = 0
        self.spans = 0

    def __iter__(self) -> Iterator[Entry]:
        before = ""
        for entry in self._entries:
            if self.layers % _REPORT_EVERY == 0:
                stop_if(self._cancelled)
                self._report(Progress(self.layers, max(self._total, self.layers), "documents"))
            self.documents += entry.id != before
            before = entry.id
            self.layers += 1
            self.spans += len(entry.spans)
            yield entry
        stop_if(self._cancelled)
