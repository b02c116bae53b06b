"""Connections to the project file: how it is opened, told from other files, and written in transactions.

Plain sqlite3; sqlite-utils is imported only where tables are made or changed (`migrate`).
"""

import os
import sqlite3
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias
from urllib.parse import quote

from annotator.core.changes import ENTITIES
from annotator.core.errors import UserError, user_error
from annotator.store.errors import explain, explained, path_of

Connection: TypeAlias = sqlite3.Connection
"""What the rooms above may hold and hand on; only this one speaks SQL on it."""

APPLICATION_ID: Final = 0x414E4E4B  # "ANNK", bytes 68 to 71 of the file
SCHEMA_VERSION: Final = 3  # the number of steps in annotator.store.migrations

_BUSY_SECONDS: Final = 3.0
_LOOK_SECONDS: Final = 0.001
_PRIMARY_CODE: Final = 0xFF  # the part of an error code without what SQLite adds to it
_MAGIC: Final = b"SQLite format 3\x00"
_HEADER_BYTES: Final = 100
_WAL_FORMAT: Final = 2

_TABLES: Final = ENTITIES | {
    "gram_pending", "gram_state", "id_mark", "journal", "journal_ops", "label_set_version", "layer_revision", "lease",
    "near_duplicate", "outlet_line", "source_file", "text_skeleton", "text_sketch", "tombstone", "view_state",
}  # fmt: skip


class Header(NamedTuple):
    """What the first bytes of a project file say."""

    user_version: int
    wal: bool


def connect(path: Path, *, read_only: bool = False, defensive: bool = False) -> sqlite3.Connection:
    """Open an existing file for SQL, in autocommit; it stays in the thread that opened it.

    `read_only` reads what another program may be writing (`query_only`); where the folder cannot be written
    and no other program has the file open, the file is read as it lies. `defensive` is for a file that came
    from elsewhere: nothing in its schema may call functions (the view `annotation` does not work then).
    """
    path = path.absolute()
    if not path.is_file():
        raise user_error("store.missing", path=str(path))
    with explained(path):
        connection = sqlite3.connect(
            file_uri(path, "immutable=1" if read_only and _lies_still(path) else "mode=rw"),
            timeout=_BUSY_SECONDS,
            isolation_level=None,
            uri=True,
        )
        try:
            for pragma in _pragmas(read_only=read_only, defensive=defensive):
                connection.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()
            raise
    return connection


def _pragmas(*, read_only: bool, defensive: bool) -> Iterator[str]:
    yield "foreign_keys=ON"
    yield "synchronous=FULL"
    if read_only:
        yield "query_only=ON"
    if defensive:
        yield "trusted_schema=OFF"
        yield "cell_size_check=ON"


def file_uri(path: Path, options: str) -> str:
    """Return the address under which SQLite opens a file, with options of its own."""
    posix = path.as_posix()
    # Four slashes for a Windows share, three for everything else.
    return f"file://{'' if posix.startswith('/') else '/'}{quote(os.fsencode(posix))}?{options}"


def _lies_still(path: Path) -> bool:
    """Tell whether the file was left in WAL mode where it cannot be written, and nobody has it open.

    SQLite cannot read such a file its usual way: it needs to make a file of its own beside it.
    """
    if os.access(path.parent, os.W_OK):
        return False
    if any(path.with_name(path.name + tail).exists() for tail in ("-wal", "-shm")):
        return False
    return read_header(path).wal


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write the block in one transaction: all of it or nothing; UserError for what a person can meet."""
    if _is_open(connection):
        msg = "a transaction does not hold another"
        raise RuntimeError(msg)
    with explained(connection):
        try:
            connection.execute("BEGIN IMMEDIATE")
            yield
            connection.execute("COMMIT")
        except BaseException:
            # A full disk or a failing one has ended the transaction already.
            if _is_open(connection):
                connection.execute("ROLLBACK")
            raise


def _is_open(connection: sqlite3.Connection) -> bool:
    """Tell whether a transaction is open, asked anew each time."""
    return connection.in_transaction


def _begin(connection: sqlite3.Connection) -> None:
    """Take the right to write as soon as it is free, or give up after the connection's timeout.

    SQLite's own wait grows from look to look, and so misses the gaps that a worker leaves between its batches.
    """
    (patience,) = connection.execute("PRAGMA busy_timeout").fetchone()
    end = time.monotonic() + patience / 1000
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while not _has_begun(connection, may_wait=time.monotonic() < end):
            time.sleep(_LOOK_SECONDS)
    finally:
        connection.execute(f"PRAGMA busy_timeout = {patience}")


def _has_begun(connection: sqlite3.Connection, *, may_wait: bool) -> bool:
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if may_wait and error.sqlite_errorcode & _PRIMARY_CODE == sqlite3.SQLITE_BUSY:
            return False
        raise
    return True


def use_wal(connection: sqlite3.Connection) -> bool:
    """Take the file into WAL mode; False where it cannot be."""
    with explained(connection):
        (mode,) = connection.execute("PRAGMA journal_mode=WAL").fetchone()
    return bool(mode == "wal")


def leave_wal(connection: sqlite3.Connection) -> bool:
    """Bring everything into the one file and leave WAL mode; False while another connection has it open."""
    with explained(connection):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        try:
            (mode,) = connection.execute("PRAGMA journal_mode=DELETE").fetchone()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode not in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
                raise
            return False
    return bool(mode == "delete")


def read_header(path: Path) -> Header:
    """Read what kind of file it is, without SQLite, so that a file that is not ours is not touched."""
    if not path.exists():
        raise user_error("store.missing", path=str(path))
    if not path.is_file():
        raise user_error("store.not-a-project", path=str(path))
    try:
        with explained(path), path.open("rb") as file:
            head = file.read(_HEADER_BYTES)
    except UserError as error:
        raise user_error("store.cannot-open", path=str(path)) from error
    if len(head) < _HEADER_BYTES or not head.startswith(_MAGIC):
        raise user_error("store.not-a-project", path=str(path))
    user_version, _vacuum, application_id = struct.unpack(">III", head[60:72])
    if application_id != APPLICATION_ID:
        raise user_error("store.foreign", path=str(path))
    return Header(user_version, head[18] == _WAL_FORMAT)


def schema_version(connection: sqlite3.Connection) -> int:
    """Return the number of the migration that the file is at."""
    with explained(connection):
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def check_schema(connection: sqlite3.Connection) -> None:
    """Read the schema, and miss no table where it is of our version; UserError `store.corrupt` else."""
    with explained(connection):
        names = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        }
        path = connection.execute("PRAGMA database_list").fetchone()[2]
    if schema_version(connection) == SCHEMA_VERSION and not names >= _TABLES:
        raise user_error("store.corrupt", path=path)


def problems(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return what SQLite's quick check finds wrong in the file, in its words; reads the whole file."""
    try:
        rows = [str(row[0]) for row in connection.execute("PRAGMA quick_check(20)")]
    except sqlite3.DatabaseError as error:
        told = explain(error, path_of(connection))
        if told is None:
            raise
        if told.message.id != "store.corrupt":
            raise told from error
        return (str(error),)
    return () if rows == ["ok"] else tuple(rows)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an empty or older file to our version, in the caller's transaction."""
    from sqlite_utils import Database

    from annotator.store.migrations import migrations

    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrations.apply(Database(connection, recursive_triggers=False, execute_plugins=False))
