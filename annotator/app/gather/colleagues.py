"""Whether dropped files are colleagues' layers on documents that are here: those are gathered, others imported."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from annotator.app.documents.sources import PAGE_KINDS
from annotator.app.finding import expanded
from annotator.app.gather.elsewhere import PROJECT
from annotator.app.imports.intake import FileAccount, Intake, Reader
from annotator.app.imports.known_texts import KnownTexts
from annotator.app.imports.placing import brings_layer
from annotator.app.jobs import Cancelled, Report, stop_if
from annotator.core.entry import Entry
from annotator.core.layer import Role
from annotator.core.people import Annotator
from annotator.core.text import digest
from annotator.store.known import known_by_sha, known_by_uid, removed_for_good
from annotator.store.project import Project

_LOOKED_AT: Final = 20


class LookJob:
    """Looks into the first lines of files, in a worker."""

    def __init__(self, project: Project, annotator: Annotator, paths: Sequence[Path]) -> None:
        self._project = project
        self._own = annotator
        self._paths = tuple(paths)

    def run(self, _report: Report, cancelled: Cancelled) -> bool:
        """Tell whether all files hold layers, and one of them somebody else's on a document that is here."""
        with self._project.in_worker() as project:
            intake = Intake(_nothing, Reader(), KnownTexts(project.connection))
            intake.cancelled = cancelled
            theirs = False
            for path in expanded(self._paths):
                stop_if(cancelled)
                account = FileAccount(path)
                entries = [one.entry for one in islice(intake.read(path, account), _LOOKED_AT)]
                if account.format in PAGE_KINDS or not (entries or account.format == PROJECT):
                    return False
                theirs = theirs or self._is_theirs(project, entries)
            return theirs

    def _is_theirs(self, project: Project, entries: Sequence[Entry]) -> bool:
        layers = [entry for entry in entries if self._is_somebodys(entry)]
        by_uid = known_by_uid(project.connection, {entry.id for entry in layers})
        shas = {entry.text_sha256 or digest(entry.text) for entry in layers}
        # What was removed for good is asked about too.
        gone = removed_for_good(project.connection, {entry.id for entry in layers})
        return bool(by_uid or gone or known_by_sha(project.connection, shas))

    def _is_somebodys(self, entry: Entry) -> bool:
        """Tell whether an entry is a layer of somebody who is named, and not the person at the keyboard."""
        if entry.role == Role.MACHINE or not brings_layer(entry):
            return False
        if entry.annotator_id:
            return entry.annotator_id != self._own.uid
        return bool(entry.annotator) and entry.annotator != self._own.name


def _nothing(_outlet: str, _lines: object) -> tuple[str, ...]:
    return ()
