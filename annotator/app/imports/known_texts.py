"""The texts that a project has, for files of marks that hold none."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from annotator.app.jobs import Cancelled, Job, Report
from annotator.app.project.projects import open_project
from annotator.formats.attaching import KnownText, Texts, Wanted, no_texts
from annotator.store.database import Connection
from annotator.store.known import known_text
from annotator.store.project import Project


class KnownTexts:
    """Finds texts in a project; those that the import `run_id` has added are among them."""

    def __init__(self, connection: Connection, run_id: int = 0) -> None:
        self._connection = connection
        self._run_id = run_id
        self._last: tuple[Wanted, KnownText | None] | None = None

    def __call__(self, wanted: Wanted) -> KnownText | None:
        """Return the text of the document meant, None where it is not known."""
        if self._last is None or self._last[0] != wanted:  # one document as several see it follows itself
            found = known_text(
                self._connection, uid=wanted.id, sha256=wanted.sha256, url=wanted.url, run_id=self._run_id
            )
            self._last = wanted, None if found is None else KnownText(*found)
        return self._last[1]


@contextmanager
def texts_of_project(path: Path | None) -> Iterator[Texts]:
    """Give what finds the texts of the project in that file, or (None) nothing; UserError where it cannot be opened."""
    if path is None:
        yield no_texts
        return
    project = open_project(path)
    try:
        yield KnownTexts(project.connection)
    finally:
        project.close()


@dataclass(frozen=True, slots=True)
class WithTexts:
    """A job on files whose texts the open project may have; it runs in a worker with its own connection."""

    project: Project
    make: Callable[[Texts], Job]

    def run(self, report: Report, cancelled: Cancelled) -> object:
        """Make the job with what finds the texts, and do it."""
        with closing(self.project.worker_connection()) as connection:
            return self.make(KnownTexts(connection)).run(report, cancelled)
