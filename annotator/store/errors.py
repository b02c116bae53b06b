"""What SQLite and the file system report, turned into the errors that are explained to a person."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from annotator.core.errors import UserError, user_error

# By primary result code. What is not here is a bug of ours (a wrong statement, a broken constraint).
_BY_CODE: Final = {
    sqlite3.SQLITE_BUSY: "store.locked",
    sqlite3.SQLITE_LOCKED: "store.locked",
    sqlite3.SQLITE_PROTOCOL: "store.locked",
    sqlite3.SQLITE_FULL: "store.disk-full",
    sqlite3.SQLITE_IOERR: "store.io",
    sqlite3.SQLITE_READONLY: "store.read-only",
    sqlite3.SQLITE_PERM: "store.read-only",
    sqlite3.SQLITE_CANTOPEN: "store.cannot-open",
    sqlite3.SQLITE_CORRUPT: "store.corrupt",
    sqlite3.SQLITE_NOTADB: "store.corrupt",
}
_PRIMARY: Final = 0xFF

_BY_ERRNO: Final = {
    errno.ENOSPC: "store.disk-full",
    errno.EDQUOT: "store.disk-full",
    errno.EACCES: "store.read-only",
    errno.EPERM: "store.read-only",
    errno.EROFS: "store.read-only",
    errno.ENOENT: "store.missing",
}

_DUPLICATE: Final = frozenset({
    sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY,
    sqlite3.SQLITE_CONSTRAINT_ROWID,
    sqlite3.SQLITE_CONSTRAINT_UNIQUE,
})  # fmt: skip


def explain(error: sqlite3.Error, path: Path | str) -> UserError | None:
    """Return what the error of SQLite means for the file at `path`, or None where it is a bug."""
    code: object = getattr(error, "sqlite_errorcode", None)
    id_ = _BY_CODE.get(code & _PRIMARY) if isinstance(code, int) else None
    return None if id_ is None else user_error(id_, path=str(path))


def explain_os(error: OSError, path: Path | str) -> UserError:
    """Return what the error of the operating system means for the file at `path`."""
    return user_error(_BY_ERRNO.get(error.errno or 0, "store.io"), path=str(path))


def is_duplicate(error: sqlite3.Error) -> bool:
    """Tell whether a row with that id, or with that unique key, was there already."""
    return getattr(error, "sqlite_errorcode", None) in _DUPLICATE


@contextmanager
def explained(where: sqlite3.Connection | Path) -> Iterator[None]:
    """Turn known errors of SQLite and of the file system in the block into UserError; let bugs pass."""
    try:
        yield
    except sqlite3.Error as error:
        told = explain(error, where if isinstance(where, Path) else path_of(where))
        if told is None:
            raise
        raise told from error
    except OSError as error:
        raise explain_os(error, where if isinstance(where, Path) else path_of(where)) from error


def path_of(connection: sqlite3.Connection) -> str:
    """Return the path of the file that the connection has open, "" where there is none."""
    with suppress(sqlite3.Error):
        for _number, name, path in connection.execute("PRAGMA database_list"):
            if name == "main":
                return str(path)
    return ""
