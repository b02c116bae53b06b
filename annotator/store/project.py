"""The open project: the one object through which the program reads and writes its file."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Self

from annotator.core.changes import Change
from annotator.core.errors import user_error
from annotator.core.history import History, Step
from annotator.core.labels import DEFAULT_LABELS, Label
from annotator.core.messages import Message
from annotator.core.people import Annotator
from annotator.store import backup, journal, lock
from annotator.store.creation import create_file
from annotator.store.database import connect, transaction
from annotator.store.errors import explained
from annotator.store.ids import IdAllocator
from annotator.store.older import supply
from annotator.store.opening import Manner, Opened, close, open_reading, open_writing
from annotator.store.reading import SHOWN_DOCUMENT, Reading


def utc_now() -> str:
    """Return the time as UTC, RFC 3339 with Z, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


# Like the other settings that are no step: with an id that no step gives.
_REMEMBER_SHOWN: Final = """
    INSERT INTO setting (id, key, value) VALUES (1001, ?, ?)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""


class Project:
    """A project open for writing, or for reading only. It lives in the thread that opened it.

    Each write is one transaction, all or nothing; where one fails with a UserError the project goes on as it
    was before.
    """

    def __init__(
        self,
        opened: Opened,
        backups_dir: Path,
        clock: Callable[[], str],
        *,
        ids: IdAllocator | None = None,
    ) -> None:
        self._opened = opened
        self._backups_dir = backups_dir
        self._clock = clock
        self._own = opened.own
        self._closed = False
        self._ids = ids
        if ids is None and opened.lock is not None:
            self._ids = _ids(opened.connection)
        self.reading = Reading(opened.connection)

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        lock_dir: Path,
        backups_dir: Path,
        annotator: Annotator,
        labels: Iterable[Label] = DEFAULT_LABELS,
        clock: Callable[[], str] = utc_now,
    ) -> Self:
        """Make a new project file and open it for writing; UserError where the name is taken."""
        create_file(path, annotator, labels)
        return cls.open(path, lock_dir=lock_dir, backups_dir=backups_dir, clock=clock)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        lock_dir: Path,
        backups_dir: Path,
        write: bool = True,
        refuse: bool = False,
        clock: Callable[[], str] = utc_now,
    ) -> Self:
        """Open a project file; UserError for a file that is not one.

        Where it cannot be written (another program has it, a newer version made it, the folder is protected)
        it opens for reading only and `notes` say why, or, with `refuse`, not at all.
        """
        path = path.absolute()
        if write:
            manner = Manner(lock_dir=lock_dir, backups_dir=backups_dir, clock=clock, refuse=refuse)
            opened = open_writing(path, manner)
        else:
            opened = open_reading(path)
        try:
            return cls(opened, backups_dir, clock)
        except BaseException:
            close(opened, {})
            raise

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._opened.path

    @property
    def notes(self) -> tuple[Message, ...]:
        """What the person is to be told about how the project was opened."""
        return self._opened.notes

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._opened.lock is None

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection of the thread that opened the project."""
        return self._opened.connection

    @property
    def backup_folder(self) -> Path:
        """Where this project's backups lie."""
        return backup.folder_of(self._backups_dir, self.path)

    @property
    def ids(self) -> IdAllocator:
        """Row ids for all threads; UserError where the project is open for reading only."""
        if self._ids is None:
            raise user_error("store.opened-read-only", path=str(self.path))
        return self._ids

    def apply(self, change: Change, annotator_id: int) -> Step:
        """Carry out a change with its journal entry."""
        return journal.record(self._writable(), change, annotator_id=annotator_id, at=self._clock())

    def merge(self, step: Step, change: Change) -> Step | None:
        """Carry out a change that continues `step`; None where the two came to nothing together."""
        return journal.merge_into(self._writable(), step, change, at=self._clock())

    def undo(self, step: Step) -> Change:
        """Take a step back; return the change that did so. UserError where its rows have changed since."""
        return journal.undo(self._writable(), step, at=self._clock())

    def redo(self, step: Step) -> Change:
        """Bring a step back; return the change that did so."""
        return journal.redo(self._writable(), step, at=self._clock())

    def history(self, document_id: int | None) -> History:
        """Return the history of one document, or (None) of the steps over the project."""
        return journal.load_history(self.connection, document_id)

    def set_view_state(self, document_id: int, caret: int, scroll: int) -> None:
        """Remember where the person is, in which document; nothing where the project is open for reading only."""
        if self.read_only:
            return
        with transaction(self.connection):
            self.connection.execute(
                "INSERT OR REPLACE INTO view_state (document_id, caret, scroll) VALUES (?, ?, ?)",
                (document_id, caret, scroll),
            )
            self.connection.execute(_REMEMBER_SHOWN, (SHOWN_DOCUMENT, str(document_id)))

    def add_active_seconds(self, document_id: int, annotator_id: int, seconds: int) -> None:
        """Add to the time that the annotator has spent on a document that they have begun and not finished.

        Not a step: it cannot be undone, and begins no revision. Looking at a finished document changes nothing,
        so that its line in an export stays the same.
        """
        connection = self._writable()
        with explained(connection):
            connection.execute(
                "UPDATE layer SET active_seconds = CAST(coalesce(nullif(active_seconds, ''), '0') + ? AS TEXT)"
                " WHERE document_id = ? AND annotator_id = ? AND role = 'annotator'"
                " AND status IN ('new', 'in_progress')",
                (seconds, document_id, annotator_id),
            )

    def ensure_annotator(self, uid: str, name: str) -> Annotator:
        """Return the annotator that files call `uid`, made with that name where there is none."""
        known = self.reading.annotator_by_uid(uid)
        if known is not None:
            return known
        connection = self._writable()
        annotator = Annotator(self.ids.new("annotator"), uid, name)
        with transaction(connection):
            connection.execute(
                "INSERT INTO annotator (id, uid, name) VALUES (:id, :uid, :name)", annotator.row()
            )
        return annotator

    @contextmanager
    def in_worker(self) -> Iterator[Self]:
        """Give the calling thread the project on a connection of its own; lock and ids stay shared."""
        with closing(self.worker_connection()) as connection:
            opened = replace(self._opened, connection=connection)
            yield type(self)(opened, self._backups_dir, self._clock, ids=self._ids)

    def worker_connection(self) -> sqlite3.Connection:
        """Return a connection for the calling thread, which closes it; ids come from `ids`."""
        connection = connect(self.path, read_only=self.read_only)
        if self.read_only:
            supply(connection)
        return connection

    def checkpoint(self) -> None:
        """Bring what was committed into the main file, without waiting for anyone; renew the lease."""
        if self.read_only:
            return
        now = self._clock()
        if self._own is not None and lock.is_older(self._own.since, now, lock.RENEW_AFTER):
            self._own = self._own._replace(since=now)
            lock.write_lease(self.connection, self._own)
        if self._opened.wal:
            with explained(self.connection):
                self.connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def close(self) -> tuple[Message, ...]:
        """Close the project and give the lock back, leaving one plain file; a note where two had to stay."""
        if self._closed:
            return ()
        self._closed = True
        return close(self._opened, {} if self._ids is None else self._ids.given())

    def _writable(self) -> sqlite3.Connection:
        if self.read_only:
            raise user_error("store.opened-read-only", path=str(self.path))
        return self.connection


def _ids(connection: sqlite3.Connection) -> IdAllocator:
    with explained(connection):
        return IdAllocator(connection)
