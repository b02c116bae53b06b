"""Writes that fail, at every moment at which they can: nothing half done, and the project goes on."""

import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.changes import RowOp, delete
from annotator.core.errors import UserError
from annotator.store.project import Project
from tests.support.stores import Folders, adding, change, dump, noting, span

ROOT = Path(__file__).parents[2]
Write = Callable[[Project], object]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits and owners are of other systems")


def child(script: str, *arguments: str | Path) -> dict[str, list[object]]:
    # Bytecode that is written while nothing can be would be cut short, and read by the next.
    environment = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    ran = subprocess.run(
        [sys.executable, ROOT / "tests" / "support" / script, *arguments],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


@pytest.mark.parametrize("place", ["local", "Dropbox"])
def test_a_write_that_the_system_refuses_at_any_statement_is_told_and_leaves_all_as_it_was(
    tmp_path: Path, place: str
) -> None:
    folder = tmp_path / place
    folder.mkdir()
    told = child("failing_writes.py", "statements", folder)
    assert set(told) == {"apply", "merge", "undo", "redo", "view", "annotator"}
    for way, ids in told.items():
        assert set(ids) == {"store.io"}, way
    assert len(told["apply"]) > 60


def test_a_file_that_cannot_be_finished_is_not_there(tmp_path: Path) -> None:
    told = child("failing_writes.py", "sizes", tmp_path)
    for way, ids in told.items():
        assert set(ids) == {"store.io"}, way
        assert len(ids) > 5, way


def test_closing_and_opening_where_nothing_can_be_written(tmp_path: Path) -> None:
    told = child("failing_writes.py", "full", tmp_path)
    assert told == {"closed": ["store.two-files"], "opened": ["store.io"], "read": 1, "spans": 1}


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Give a folder that nobody can go into, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for path in folder.iterdir():
        path.chmod(0o755)
    shutil.rmtree(folder)


def test_what_may_not_be_written_is_read_and_told(open_folder: Path) -> None:
    assert child("protected.py", open_folder) == {
        "folder": ["store.read-only", "store.read-only", 1, True],
        "file": ["store.read-only", "store.read-only", 1, True],
        "wal": ["store.read-only", "store.read-only", 1, True],
        "unreadable": ["store.cannot-open"],
        "no state": ["store.no-lock", "store.no-lock"],
    }


# Ways to write, from a project with two spans and a step to merge into, to undo and to redo.


@pytest.fixture
def busy(project: Project) -> Project:
    project.apply(adding(span(1, 0, 3), span(2, 5, 7)), 1)
    project.apply(noting(1, "", "메모", merge="n"), 1)
    project.undo(project.apply(adding(span(3, 8, 10), document_id=None), 1))
    return project


def apply(project: Project) -> object:
    new = [span(id_, id_, id_ + 3) for id_ in range(10, 20)]
    return project.apply(
        change(
            *adding(*new).ops,
            RowOp("layer", 1, {"flagged": 0}, {"flagged": 1}),
            delete("span", span(2, 5, 7).row()),
        ),
        1,
    )


def merge(project: Project) -> object:
    return project.merge(project.history(1).to_undo, noting(1, "메모", "메모!", merge="n"))


def undo(project: Project) -> object:
    return project.undo(project.history(1).to_undo)


def redo(project: Project) -> object:
    return project.redo(project.history(None).to_redo)


WAYS = pytest.mark.parametrize("write", [apply, merge, undo, redo])


def interrupted(project: Project, write: Write, at: int) -> bool:
    """Write, and have SQLite stop at that operation of its machine; False where it was done before that."""
    seen = 0

    def stop() -> bool:
        nonlocal seen
        seen += 1
        return seen == at

    project.connection.set_progress_handler(stop, 1)
    try:
        write(project)
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT
    finally:
        project.connection.set_progress_handler(None, 1)
    return False


@WAYS
def test_an_interruption_inside_any_statement_leaves_all_as_it_was(busy: Project, write: Write) -> None:
    before = dump(busy.connection)
    at = 1
    while interrupted(busy, write, at):
        assert not busy.connection.in_transaction
        assert dump(busy.connection) == before
        at += 7
    assert at > 200
    assert dump(busy.connection) != before


def told_of(project: Project, write: Write) -> str:
    try:
        write(project)
    except UserError as error:
        return error.message.id
    return ""


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_a_disk_that_fills_at_any_page_leaves_all_as_it_was(busy: Project, mode: str) -> None:
    busy.connection.execute(f"PRAGMA journal_mode={mode}").fetchone()
    (pages,) = busy.connection.execute("PRAGMA page_count").fetchone()
    before = dump(busy.connection)
    many = adding(*(span(id_, 0, 3, note="긴 메모 " * 1000) for id_ in range(10, 20)))
    extra = 0
    while True:
        busy.connection.execute(f"PRAGMA max_page_count={pages + extra}")
        told = told_of(busy, lambda project: project.apply(many, 1))
        if not told:
            break
        assert told == "store.disk-full"
        assert not busy.connection.in_transaction
        assert dump(busy.connection) == before
        extra += 1
    assert extra > 20
    assert len(busy.reading.layer(1, 1).spans) == 12


def test_a_reader_elsewhere_in_a_synced_folder_holds_a_write_up_and_no_more(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    folders = Folders(tmp_path / "Dropbox")
    project = folders.begin()
    project.connection.execute("PRAGMA busy_timeout = 0")
    before = dump(project.connection)
    with closing(sqlite3.connect(folders.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM span").fetchone()
        with pytest.raises(UserError, match=r"store\.locked"):
            project.apply(adding(span(1, 0, 3)), 1)
        assert not project.connection.in_transaction
        assert dump(project.connection) == before
        reader.execute("ROLLBACK")
    project.apply(adding(span(1, 0, 3)), 1)
    assert len(project.reading.layer(1, 1).spans) == 1
    project.close()
