"""Exporting a project to a file: atomically, with an account of what was left out."""

import os
import secrets
from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final

from annotator import __version__, formats
from annotator.app.jobs import Cancelled, Progress, Report, stop_if
from annotator.app.session import Session, utc_now
from annotator.core.entry import Entry
from annotator.core.errors import user_error
from annotator.core.people import Annotator
from annotator.store import bulk, selection
from annotator.store.database import transaction
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
    """What goes out: layers with these statuses, of this choice, in a format."""

    statuses: Collection[str]
    layers: LayerChoice
    format: str = "native"


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What came of an export; `left_out` counts documents and layers by why they did not go out."""

    path: Path
    documents: int
    spans: int
    left_out: dict[str, int] = field(default_factory=dict)


def layer_choices(session: Session) -> list[LayerChoice]:
    """Return whose layers could go out, the likeliest first: gold, one's own, each other's, all."""
    found = selection.choices(session.project.connection)
    own = session.annotator
    people = {c.annotator.id: c.annotator for c in found if not c.gold}
    people.pop(own.id, None)
    choices = [LayerChoice("gold")] if any(choice.gold for choice in found) else []
    choices.append(LayerChoice("annotator", own.id, own.name))
    choices.extend(LayerChoice("annotator", person.id, person.name) for person in people.values())
    if len(people) >= 1:
        choices.append(LayerChoice("all"))
    return choices


def only_choice(project: Project) -> LayerChoice:
    """Return whose layers go out where nobody says: gold, else the only annotator's.

    UserError `export.choose` names the choices where there are several.
    """
    found = selection.choices(project.connection)
    if any(choice.gold for choice in found):
        return LayerChoice("gold")
    people = {choice.annotator.id: choice.annotator for choice in found}
    if len(people) > 1:
        names = sorted(person.name or person.uid for person in people.values())
        raise user_error("export.choose", names=", ".join(names))
    if not people:
        raise user_error("export.nothing")
    (person,) = people.values()
    return LayerChoice("annotator", person.id, person.name)


def choice_named(project: Project, name: str) -> LayerChoice:
    """Return the choice of the annotator with that name or id; UserError `export.nobody` where there is none."""
    people = {choice.annotator.id: choice.annotator for choice in selection.choices(project.connection)}
    named = [person for person in people.values() if name in (person.name, person.uid)]
    if len(named) != 1:
        known = ", ".join(sorted(person.name or person.uid for person in people.values()))
        raise user_error("export.nobody", name=name, names=known)
    return LayerChoice("annotator", named[0].id, named[0].name)


def proposed_file(session: Session) -> Path:
    """Return where an export would go: beside the project, under its name."""
    return session.project.path.with_suffix(_SUFFIX)


class ExportJob:
    """One export; runs in a worker with a connection of its own. Cancelled or failed, it leaves no half file."""

    def __init__(self, project: Project, annotator_id: int, options: ExportOptions, target: Path) -> None:
        self._project = project
        self._annotator_id = annotator_id
        self._options = options
        self._target = target.absolute()

    def run(self, report: Report, cancelled: Cancelled) -> ExportResult:
        """Export; UserError where nothing fits, where a layer is nobody's, or where the file cannot be written."""
        if self._target == self._project.path:
            raise user_error("store.same-file", path=str(self._target))
        connection = self._project.worker_connection()
        try:
            reading = Reading(connection)
            chosen = self._selection(reading)
            layers = selection.layer_ids(connection, chosen)
            if not self._project.read_only and layers:
                with transaction(connection):
                    selection.mark_exported(connection, layers, utc_now())
            counted = _Counted(bulk.entries(connection, chosen), len(layers), report, cancelled)
            definitions = reading.label_set().definitions()
            with written(self._target) as sink:
                formats.write(counted, sink, format=self._options.format, tool=TOOL, definitions=definitions)
                if not counted.documents:
                    raise user_error("export.nothing")
            left = selection.left_out(connection, chosen)
            out = {**left.by_status, "untouched": left.untouched, "bin": left.binned, "others": left.others}
            return ExportResult(
                self._target, counted.documents, counted.spans, {k: n for k, n in out.items() if n}
            )
        finally:
            connection.close()

    def _selection(self, reading: Reading) -> selection.Selection:
        choice, statuses = self._options.layers, self._options.statuses
        blank_for = self._blank_for(reading) if "new" in statuses else None
        people = (choice.annotator_id,) if choice.kind == "annotator" else None
        return selection.Selection(
            statuses=statuses, annotator_ids=people, gold=choice.kind == "gold", blank_for=blank_for
        )

    def _blank_for(self, reading: Reading) -> Annotator:
        choice = self._options.layers
        return reading.annotator(choice.annotator_id if choice.kind == "annotator" else self._annotator_id)


class _Counted:
    """Passes entries on, counts them, reports, and stops where the person cancelled."""

    def __init__(self, entries: Iterable[Entry], total: int, report: Report, cancelled: Cancelled) -> None:
        self._entries = entries
        self._total = total
        self._report = report
        self._cancelled = cancelled
        self.documents = 0
        self.spans = 0

    def __iter__(self) -> Iterator[Entry]:
        for entry in self._entries:
            if self.documents % _REPORT_EVERY == 0:
                stop_if(self._cancelled)
                self._report(Progress(self.documents, max(self._total, self.documents), "documents"))
            self.documents += 1
            self.spans += len(entry.spans)
            yield entry


@dataclass(slots=True)
class _Beside:
    """A sink that writes each member to a temporary file beside its place, to be moved there at the end."""

    folder: Path
    name: str
    temporary: dict[Path, Path] = field(default_factory=dict)

    def open(self, name: str) -> AbstractContextManager[BinaryIO]:
        """Open a member for writing."""
        target = self.folder / Path(name).name
        temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
        self.temporary[target] = temporary
        return _synced(temporary)


@contextmanager
def _synced(path: Path) -> Iterator[BinaryIO]:
    with path.open("xb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def written(target: Path) -> Iterator[formats.Sink]:
    """Give a sink for the file at `target`; what was there before stays until all is written, or for good."""
    sink = _Beside(target.parent, target.name)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield sink
        for place, temporary in sink.temporary.items():
            temporary.replace(place)
    except OSError as error:
        reason = error.strerror or str(error)
        raise user_error("export.not-written", path=str(target), reason=reason) from error
    finally:
        for temporary in sink.temporary.values():
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
