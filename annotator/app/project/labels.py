"""The label set of the open project: its file, what it is used for, and its steps that reach many documents."""

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import Final, Generic, TypeVar

from annotator.app.finding import name_of, reason_of
from annotator.app.jobs import Cancelled, Report, stop_if
from annotator.app.session import Session
from annotator.app.writing import written
from annotator.core.changes import Changes
from annotator.core.commands.base import Command
from annotator.core.errors import user_error
from annotator.core.label_meaning import differences, meaning
from annotator.core.label_use import DoneBefore, LabelUse, WalkPlace
from annotator.core.labels import Label
from annotator.core.messages import Message
from annotator.formats.sidecar import SUFFIX, read_sidecar, sidecar_bytes
from annotator.store.database import Connection
from annotator.store.label_use import done_before, label_use, own_spans_of
from annotator.store.label_versions import version_content
from annotator.store.project import Project

T = TypeVar("T")

LABEL_FILE_SUFFIX: Final = SUFFIX
_MOST_BYTES: Final = 8_000_000


class ReadJob(Generic[T]):
    """Reads something of the whole project in a worker, with a connection of its own."""

    def __init__(self, project: Project, read: Callable[[Connection], T]) -> None:
        self._project = project
        self._read = read

    def run(self, _report: Report, cancelled: Cancelled) -> T:
        """Return what was read; UserError where the file cannot be read, or where the person cancelled."""
        stop_if(cancelled)
        with self._project.in_worker() as project:
            return self._read(project.connection)


class CommandJob:
    """Carries out a command that reaches many documents, in a worker; the session is refreshed by who started it."""

    def __init__(self, project: Project, annotator_id: int, command: Command) -> None:
        self._project = project
        self._annotator_id = annotator_id
        self._command = command

    def run(self, _report: Report, cancelled: Cancelled) -> Changes | None:
        """Return the notice of what was committed, None where there was nothing to do; UserError: nothing was."""
        stop_if(cancelled)
        with self._project.in_worker() as project:
            return Session(project, project.reading.annotator(self._annotator_id)).do(self._command)


def use_job(session: Session, label_ids: Collection[int]) -> ReadJob[dict[int, LabelUse]]:
    """Return the job that counts what names these labels."""
    read = partial(_uses, label_ids=tuple(label_ids), annotator_id=session.annotator.id)
    return ReadJob(session.project, read)


def _uses(connection: Connection, label_ids: tuple[int, ...], annotator_id: int) -> dict[int, LabelUse]:
    return {label_id: label_use(connection, label_id, annotator_id) for label_id in label_ids}


def walk_job(session: Session, label_id: int) -> ReadJob[list[WalkPlace]]:
    """Return the job that finds the annotator's own spans of a label."""
    read = partial(own_spans_of, label_id=label_id, annotator_id=session.annotator.id)
    return ReadJob(session.project, read)


def done_before_job(session: Session) -> ReadJob[list[DoneBefore]]:
    """Return the job that finds the documents done with another version of the label set."""
    read = partial(done_before, annotator_id=session.annotator.id, version=session.labels.version)
    return ReadJob(session.project, read)


def changed_since(session: Session, version: int) -> tuple[Message, ...]:
    """Return what the label set means otherwise than in that version; nothing where that was not kept."""
    before = version_content(session.project.connection, version)
    return () if before is None else differences(before, meaning(session.labels.labels))


def proposed_label_file(session: Session) -> Path:
    """Return where an export of the label set would go: beside the project, under its name."""
    return session.project.path.with_suffix(SUFFIX)


def export_labels(session: Session, target: Path) -> Path:
    """Write the label set as a label file, whole or not at all; return its path, `.labels.json` at its end."""
    if not target.name.endswith(SUFFIX):
        target = target.with_name(target.name.removesuffix(".json") + SUFFIX)
    with written(target) as sink:
        member = sink.open(sink.name)
        if member is not None:
            with member as file:
                file.write(sidecar_bytes(session.labels.definitions()))
    return target


def read_labels(path: Path) -> tuple[Label, ...]:
    """Return the labels of a label file, ours or doccano's; UserError for a file that is none."""
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES)
    except OSError as error:
        raise user_error("labels.unreadable", name=name_of(path), reason=reason_of(error)) from error
    return read_sidecar(content).labels
