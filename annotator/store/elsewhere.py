"""Projects of others: opened for reading without trusting anything in them, and copied row by row into a fresh file.

A project file is a database, and a database can lie: a table may be a view or run code when it is read, cells may
hold what their column forbids. What is copied is read from plain tables alone, cell by cell of the type of its column.
"""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

from annotator.core.errors import user_error
from annotator.core.layer import Status
from annotator.store.database import SCHEMA_VERSION, connect, file_uri, migrate, read_header, transaction
from annotator.store.errors import explained

# What a layer is made of, in an order in which it may be written; nothing else of a project is looked at.
_COPIED: Final = (
    "setting", "annotator", "label", "label_set_version", "import_run", "document", "text_version", "layer",
    "layer_revision", "span", "relation", "record", "record_member", "comment", "document_label", "decision",
)  # fmt: skip
_TYPES: Final = {"INTEGER": int, "TEXT": str, "BLOB": bytes}
_SCHEMA_TABLES: Final = frozenset({"sqlite_master", "sqlite_schema"})
_CHUNK: Final = 500
_LONGEST_CELL: Final = 64 * 1024 * 1024
_STEPS: Final = 20_000
_LIMITS: Final = {
    sqlite3.SQLITE_LIMIT_LENGTH: _LONGEST_CELL,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1_000_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 10,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 0,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_PRAGMAS: Final = (
    "trusted_schema=OFF", "cell_size_check=ON", "query_only=ON", "mmap_size=0", "temp_store=MEMORY",
    "automatic_index=OFF",
)  # fmt: skip
_CHECKS: Final = frozenset({"integrity_check", "table_xinfo"})
_ORDINARY: Final = 0


@contextmanager
def copied(path: Path, cancelled: Callable[[], bool]) -> Iterator[sqlite3.Connection]:
    """Give a connection to a copy of what layers are made of in somebody's project; errors as of `copy_rows`."""
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        target = Path(folder) / "copy.sqlite"
        copy_rows(path, target, cancelled)
        with closing(connect(target, read_only=True)) as connection:
            yield connection


def copy_rows(path: Path, target: Path, cancelled: Callable[[], bool]) -> None:
    """Copy what layers are made of from somebody's project into a new project file at `target`.

    UserError where the file is no project (`store.not-a-project`, `store.foreign`), is of a later version
    (`store.newer-elsewhere`), is damaged or not what it should be (`store.corrupt`); `job.cancelled`.
    """
    header = read_header(path)
    if header.user_version > SCHEMA_VERSION:
        raise user_error(
            "store.newer-elsewhere", path=str(path), version=header.user_version, known=SCHEMA_VERSION
        )
    target.touch(exist_ok=False)
    try:
        with explained(path), _foreign(path, cancelled) as theirs, closing(connect(target)) as ours:
            with transaction(ours):
                migrate(ours)
            _check(theirs, path)
            for table in _COPIED:
                _copy(theirs, ours, table, path)
            # A layer of another status would be passed over without a word.
            strange = f"SELECT 1 FROM layer WHERE status NOT IN ({', '.join('?' * len(Status))})"  # noqa: S608 - our words
            if ours.execute(strange, tuple(map(str, Status))).fetchone() is not None:
                raise user_error("store.corrupt", path=str(path))
    except (sqlite3.Error, UnicodeError, OverflowError, MemoryError) as error:
        if cancelled():
            raise user_error("job.cancelled") from error
        # Whatever SQLite says of such a file, it is not what it should be.
        raise user_error("store.corrupt", path=str(path)) from error


@contextmanager
def _foreign(path: Path, cancelled: Callable[[], bool]) -> Iterator[sqlite3.Connection]:
    """Open a file that is not trusted: nothing is written, and nothing in it is called."""
    header = read_header(path)
    # A file left in WAL mode cannot be read beside a folder that is not ours unless it lies still.
    still = header.wal and not path.with_name(f"{path.name}-wal").exists()
    uri = file_uri(path.absolute(), "immutable=1" if still else "mode=ro")
    with closing(sqlite3.connect(uri, isolation_level=None, uri=True)) as connection:
        for limit, most in _LIMITS.items():
            connection.setlimit(limit, most)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.set_authorizer(_may)
        connection.set_progress_handler(cancelled, _STEPS)
        yield connection


def _may(action: int, first: str | None, second: str | None, _database: str | None, inner: str | None) -> int:
    """Allow reading the tables that are copied, and the checks; nothing else, and nothing from within the schema."""
    if inner is not None:
        return sqlite3.SQLITE_DENY
    if action in {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_TRANSACTION}:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_READ and first in {*_COPIED, *_SCHEMA_TABLES}:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_PRAGMA and first in _CHECKS and second in _COPIED:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _check(theirs: sqlite3.Connection, path: Path) -> None:
    """Make sure that what is read are plain tables, and sound ones; UserError `store.corrupt` else."""
    found = {}
    for kind, name, root, sql in theirs.execute("SELECT type, name, rootpage, sql FROM sqlite_master"):
        if name in _COPIED:
            found[name] = (kind, isinstance(root, int) and root > 0, str(sql).lstrip().upper()[:13])
    plain = ("table", True, "CREATE TABLE ")
    if any(found.get(table) != plain for table in _COPIED):
        raise user_error("store.corrupt", path=str(path))
    for table in _COPIED:
        columns = theirs.execute(f"PRAGMA table_xinfo({table})").fetchall()
        sound = theirs.execute(f"PRAGMA integrity_check({table})").fetchall()
        if any(hidden != _ORDINARY for *_, hidden in columns) or sound != [("ok",)]:
            raise user_error("store.corrupt", path=str(path))


def _copy(theirs: sqlite3.Connection, ours: sqlite3.Connection, table: str, path: Path) -> None:
    """Copy the rows of a table: the columns that both have, each cell of the type of its column."""
    there = {name for _, name, *_ in theirs.execute(f"PRAGMA table_xinfo({table})")}
    columns = [
        (str(name), _TYPES[str(type_)])
        for _, name, type_, *_ in ours.execute(f"PRAGMA table_info({table})")
        if name in there
    ]
    names = ", ".join(f'"{name}"' for name, _ in columns)
    marks = ", ".join("?" * len(columns))
    # Not by an index: what is in one may differ from the table.
    cursor = theirs.execute(f"SELECT {names} FROM {table} NOT INDEXED")  # noqa: S608 - our words
    insert = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - our words
    types = [type_ for _, type_ in columns]
    while rows := cursor.fetchmany(_CHUNK):
        if not all(_fits(row, types) for row in rows):
            raise user_error("store.corrupt", path=str(path))
        with transaction(ours):
            ours.executemany(insert, rows)


def _fits(row: Sequence[Any], types: Sequence[type]) -> bool:
    return all(cell is None or type(cell) is type_ for cell, type_ in zip(row, types, strict=True))
