"""What SQLite and the file system report, in words for a person."""

import errno
import sqlite3

import pytest

from annotator.core.errors import UserError
from annotator.store.errors import explain, explained
from annotator.store.project import Project
from tests.support.stores import Folders


def failed(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("as SQLite says it")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "id_"),
    [
        (sqlite3.SQLITE_BUSY, "store.locked"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "store.locked"),
        (sqlite3.SQLITE_FULL, "store.disk-full"),
        (sqlite3.SQLITE_IOERR_FSYNC, "store.io"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "store.read-only"),
        (sqlite3.SQLITE_CANTOPEN_ISDIR, "store.cannot-open"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "store.corrupt"),
        (sqlite3.SQLITE_NOTADB, "store.corrupt"),
    ],
)
def test_a_known_condition_has_its_sentence(folders: Folders, code: int, id_: str) -> None:
    with pytest.raises(UserError) as told, explained(folders.path):
        raise failed(code)
    assert (told.value.message.id, told.value.message.arguments["path"]) == (id_, str(folders.path))


@pytest.mark.parametrize(
    "code", [sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISUSE, sqlite3.SQLITE_CONSTRAINT_NOTNULL]
)
def test_anything_else_is_a_bug(folders: Folders, code: int) -> None:
    assert explain(failed(code), folders.path) is None
    with pytest.raises(sqlite3.OperationalError), explained(folders.path):
        raise failed(code)
    with pytest.raises(sqlite3.ProgrammingError), explained(folders.path):
        raise sqlite3.ProgrammingError("misuse of the module has no code")


@pytest.mark.parametrize(
    ("number", "id_"),
    [
        (errno.ENOSPC, "store.disk-full"),
        (errno.EROFS, "store.read-only"),
        (errno.ENOENT, "store.missing"),
        (errno.EIO, "store.io"),
    ],
)
def test_the_file_systems_errors_too(folders: Folders, number: int, id_: str) -> None:
    with pytest.raises(UserError) as told, explained(folders.path):
        raise OSError(number, "as the system says it")
    assert told.value.message.id == id_


def test_the_path_comes_from_the_connection(folders: Folders, project: Project) -> None:
    with pytest.raises(UserError) as told, explained(project.connection):
        raise failed(sqlite3.SQLITE_FULL)
    assert told.value.message.arguments["path"] == str(folders.path)
