"""How a project file is opened and closed: the checks, the one writer, and what the person is told."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from annotator.core.errors import UserError
from annotator.core.messages import Message, message
from annotator.store import backup
from annotator.store.database import (
    SCHEMA_VERSION,
    check_schema,
    connect,
    leave_wal,
    migrate,
    read_header,
    schema_version,
    transaction,
    use_wal,
)
from annotator.store.errors import explained
from annotator.store.ids import highest, raise_marks
from annotator.store.lock import FileLock, Lease, holds, own_lease, read_lease, write_lease
from annotator.store.older import supply
from annotator.store.place import Place, is_writable, place_of

# What is told of a place where WAL mode cannot be relied on.
_PLACES: Final = {Place.NETWORK: "store.network", Place.SYNCED: "store.synced"}

# What keeps a file from being written but not from being read, and what is told of it.
_READABLE_STILL: Final = {
    "store.read-only": "store.read-only",
    "store.cannot-open": "store.read-only",
    "store.disk-full": "store.disk-full",
    "store.io": "store.io",
    "store.locked": "store.locked",
}

_CLOSING_PATIENCE: Final = 300  # milliseconds that closing waits for readers


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An open project file. Without `own` (the lease held) and `lock` it is open for reading only."""

    path: Path
    connection: sqlite3.Connection
    notes: tuple[Message, ...] = ()
    lock: FileLock | None = None
    own: Lease | None = None
    wal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How to open: where locks and backups go, and what to do where another program has the project.

    `refuse`: raise UserError instead of opening for reading only.
    """

    lock_dir: Path
    backups_dir: Path
    clock: Callable[[], str]
    refuse: bool = False


class _NotForUs(Exception):  # noqa: N818 - no error: what keeps us from writing, on its way to the note
    """The project can be opened, but not for writing."""

    def __init__(self, told: Message) -> None:
        super().__init__(str(told))
        self.told = told


def open_reading(path: Path) -> Opened:
    """Open the file for reading only; a newer version too, and an older one as if it had what it lacks."""
    read_header(path)
    connection = connect(path, read_only=True)
    try:
        check_schema(connection)
        version = schema_version(connection)
        supply(connection)
    except BaseException:
        connection.close()
        raise
    notes = (_newer(path, version),) if version > SCHEMA_VERSION else ()
    return Opened(path=path, connection=connection, notes=notes)


def open_writing(path: Path, manner: Manner) -> Opened:
    """Open the file for writing, or, where that cannot be, for reading only with a note that says why."""
    read_header(path)
    try:
        return _open_first(path, manner)
    except _NotForUs as reason:
        told = reason.told
    if told.id == "store.in-use":
        with closing(connect(path, read_only=True)) as connection:
            told = _in_use(path, read_lease(connection))
    if manner.refuse:
        raise UserError(told)
    opened = open_reading(path)
    return replace(opened, notes=(told, *(note for note in opened.notes if note.id != told.id)))


def _open_first(path: Path, manner: Manner) -> Opened:
    if not is_writable(path):
        raise _NotForUs(message("store.read-only", path=str(path)))
    held = FileLock.take(manner.lock_dir, path)
    if held is None:
        raise _NotForUs(_in_use(path, None))
    try:
        return replace(_open_locked(path, manner), lock=held)
    except UserError as error:
        held.release()
        told = _READABLE_STILL.get(error.message.id)
        if told is None:
            raise
        raise _NotForUs(message(told, path=str(path))) from error
    except BaseException:
        held.release()
        raise


def _open_locked(path: Path, manner: Manner) -> Opened:
    connection = connect(path)
    try:
        check_schema(connection)
        version = schema_version(connection)
        own = own_lease(manner.clock())
        _respect_version(path, version)
        if version == SCHEMA_VERSION:
            _respect_lease(path, read_lease(connection), own)
        if version < SCHEMA_VERSION:
            _migrate(connection, path, manner, version)
        place = place_of(path)
        wal = _take_mode(connection, place)
        write_lease(connection, own)
        _sweep(connection)
    except BaseException:
        connection.close()
        raise
    notes = (message(_PLACES[place], path=str(path)),) if place in _PLACES else ()
    return Opened(path=path, connection=connection, notes=notes, own=own, wal=wal)


def end_lease(path: Path) -> None:
    """Strike out the lease of another machine, on the word of a person that no program there is left."""
    read_header(path)
    with closing(connect(path)) as connection:
        check_schema(connection)
        with transaction(connection):
            connection.execute("DELETE FROM lease")


def _respect_version(path: Path, version: int) -> None:
    if version > SCHEMA_VERSION:
        raise _NotForUs(_newer(path, version))


def _respect_lease(path: Path, found: Lease | None, own: Lease) -> None:
    if found is None or not holds(found, own):
        return
    if found.host == own.host:
        raise _NotForUs(_in_use(path, found))
    raise _NotForUs(
        message("store.leased", path=str(path), host=found.host, user=found.user, since=found.since)
    )


def _take_mode(connection: sqlite3.Connection, place: Place) -> bool:
    if place is Place.LOCAL:
        return use_wal(connection)
    leave_wal(connection)
    return False


def _migrate(connection: sqlite3.Connection, path: Path, manner: Manner, version: int) -> None:
    if version > 0:
        today = date.fromisoformat(manner.clock()[:10])
        folder = backup.folder_of(manner.backups_dir, path)
        backup.back_up_before(connection, folder, today, version=SCHEMA_VERSION)
    with transaction(connection):
        migrate(connection)


def _sweep(connection: sqlite3.Connection) -> None:
    """Remove what an import that never ended has left."""
    with explained(connection):
        left = connection.execute("SELECT 1 FROM import_run WHERE state = 'running'").fetchone()
    if left is None:
        return
    from annotator.store import runs

    with transaction(connection):
        raise_marks(connection, highest(connection))
    runs.sweep(connection)


def _in_use(path: Path, lease: Lease | None) -> Message:
    user, host, since = (lease.user, lease.host, lease.since) if lease is not None else ("", "", "")
    return message("store.in-use", path=str(path), user=user, host=host, since=since)


def _newer(path: Path, version: int) -> Message:
    return message("store.newer", path=str(path), version=version, known=SCHEMA_VERSION)


def close(opened: Opened, given_ids: Mapping[str, int]) -> tuple[Message, ...]:
    """Close the file and give the lock back; what a writer leaves is one plain file.

    Nothing committed is lost where that cannot be (a full disk, a reader in the way): it then lies in a
    second file beside the first, which the note names, and the next open brings the two together.
    """
    whole = True
    try:
        if opened.lock is not None:
            whole = _settle(opened, given_ids)
    finally:
        opened.connection.close()
        if opened.lock is not None:
            opened.lock.release()
    return () if whole else (message("store.two-files", path=str(opened.path)),)


def _settle(opened: Opened, given_ids: Mapping[str, int]) -> bool:
    connection = opened.connection
    with suppress(UserError):
        connection.execute(f"PRAGMA busy_timeout = {_CLOSING_PATIENCE}")
        with transaction(connection):
            raise_marks(connection, given_ids)
            if opened.own is not None:
                connection.execute(
                    "DELETE FROM lease WHERE host = ? AND pid = ?", (opened.own.host, opened.own.pid)
                )
        if opened.wal:
            leave_wal(connection)
    return not _has_wal(opened.path)


def _has_wal(path: Path) -> bool:
    with suppress(OSError):
        return path.with_name(path.name + "-wal").stat().st_size > 0
    return False
