"""The file itself: what counts as a project, and what a transaction promises."""

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.errors import UserError
from annotator.store import database
from annotator.store.migrations import migrations
from annotator.store.project import Project
from tests.support.stores import Folders, adding, bytes_of, dump, span


def other_database(path: Path, application_id: int = 0) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
        connection.execute(f"PRAGMA application_id = {application_id}")
        connection.commit()


def scramble(path: Path, start: int, count: int) -> None:
    content = bytearray(path.read_bytes())
    content[start : start + count] = b"\xa5" * count
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("content", "id_"),
    [
        (b"", "store.not-a-project"),
        (b"SQLite format 3\x00", "store.not-a-project"),
        ("한빛시는 2일 밝혔다.".encode() * 20, "store.not-a-project"),
        (b"SQLite format 3\x00" + bytes(200), "store.foreign"),
    ],
)
def test_a_file_that_is_no_project_is_refused_and_not_touched(
    folders: Folders, content: bytes, id_: str
) -> None:
    folders.path.write_bytes(content)
    for write in (True, False):
        with pytest.raises(UserError) as told:
            folders.open(write=write)
        assert told.value.message.id == id_
        assert told.value.message.arguments == {"path": str(folders.path)}
    assert bytes_of(folders.root) == {folders.path.name: content}


def test_another_programs_database_is_refused_and_not_touched(folders: Folders) -> None:
    for application_id in (0, 0x47504B47):
        folders.path.unlink(missing_ok=True)
        other_database(folders.path, application_id)
        before = bytes_of(folders.root)
        with pytest.raises(UserError, match=r"store\.foreign"):
            folders.open()
        assert bytes_of(folders.root) == before


def test_a_folder_and_a_missing_file_are_told_apart_and_nothing_is_made(folders: Folders) -> None:
    with pytest.raises(UserError, match=r"store\.missing"):
        folders.open()
    with pytest.raises(UserError, match=r"store\.missing"):
        database.connect(folders.path)
    folders.path.mkdir()
    with pytest.raises(UserError, match=r"store\.not-a-project"):
        folders.open()
    assert list(folders.path.iterdir()) == []


@pytest.mark.parametrize(("start", "count"), [(100, 1), (104, 60), (16, 2)])
def test_a_damaged_schema_is_told_and_the_file_is_left_as_it_was(
    folders: Folders, project: Project, start: int, count: int
) -> None:
    project.close()
    scramble(folders.path, start, count)
    before = bytes_of(folders.root)
    for write in (True, False):
        with pytest.raises(UserError, match=r"store\.corrupt"):
            folders.open(write=write)
    assert bytes_of(folders.root) == before


def test_a_file_cut_short_is_told(folders: Folders, project: Project) -> None:
    project.close()
    content = folders.path.read_bytes()
    for length in (100, 4096, len(content) // 2, len(content) - 4096):
        folders.path.write_bytes(content[:length])
        with pytest.raises(UserError, match=r"store\.corrupt"):
            folders.open()
        assert folders.path.read_bytes() == content[:length]


def test_a_missing_table_is_damage(folders: Folders, project: Project) -> None:
    project.close()
    with closing(sqlite3.connect(folders.path)) as connection:
        connection.execute("DROP TABLE refusal")
    before = bytes_of(folders.root)
    with pytest.raises(UserError, match=r"store\.corrupt"):
        folders.open()
    assert bytes_of(folders.root) == before


def test_damage_outside_the_schema_is_found_by_the_check_on_demand(
    folders: Folders, project: Project
) -> None:
    assert database.problems(project.connection) == ()
    page = project.connection.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name = 'text_version'"
    ).fetchone()[0]
    project.close()
    scramble(folders.path, (page - 1) * 4096, 64)
    with closing(folders.open(write=False).connection) as connection:
        assert database.problems(connection)


def test_the_newest_migration_is_the_version_that_is_expected(project: Project) -> None:
    assert len(migrations._migrations) == database.SCHEMA_VERSION
    assert database.schema_version(project.connection) == database.SCHEMA_VERSION
    assert project.connection.execute("PRAGMA application_id").fetchone() == (database.APPLICATION_ID,)


def test_opening_a_file_of_our_version_does_not_import_sqlite_utils(
    folders: Folders, project: Project
) -> None:
    project.close()
    script = (
        "import sys; from pathlib import Path; from annotator.store.project import Project\n"
        "p = Project.open(Path(sys.argv[1]), lock_dir=Path(sys.argv[2]), backups_dir=Path(sys.argv[3]))\n"
        "assert not p.read_only, p.notes\n"
        "p.reading.layer(1, 1); p.history(1); p.close()\n"
        "print([n for n in sys.modules if n.startswith(('sqlite_utils', 'annotator.store.migrations'))])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, folders.path, folders.locks, folders.backups],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ran.stdout.strip(), ran.stderr) == ("[]", "")


def test_a_transaction_is_all_or_nothing(project: Project) -> None:
    before = dump(project.connection)

    def half_of_it() -> None:
        with database.transaction(project.connection):
            project.connection.execute("DELETE FROM label")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_of_it()
    assert dump(project.connection) == before
    assert not project.connection.in_transaction
    with database.transaction(project.connection):
        project.connection.execute("DELETE FROM label")
    assert dump(project.connection)["label"] == []


def test_a_transaction_does_not_hold_another(project: Project) -> None:
    with database.transaction(project.connection):
        project.connection.execute("DELETE FROM waiver")
        with pytest.raises(RuntimeError, match="does not hold"), database.transaction(project.connection):
            pass
        assert project.connection.in_transaction


def test_a_transaction_is_the_only_writer_from_its_beginning(folders: Folders, project: Project) -> None:
    other = project.worker_connection()
    other.execute("PRAGMA busy_timeout = 0")
    with database.transaction(project.connection):
        assert project.connection.execute("SELECT count(*) FROM label").fetchone() == (4,)
        with pytest.raises(UserError, match=r"store\.locked"), database.transaction(other):
            pass
    other.close()


def test_a_transaction_waits_for_another_writer_and_leaves_the_patience_as_it_was(
    folders: Folders, project: Project
) -> None:
    held, ended = threading.Event(), threading.Event()

    def hold() -> None:
        with closing(database.connect(folders.path)) as other, database.transaction(other):
            held.set()
            ended.wait(0.05)

    project.connection.execute("PRAGMA busy_timeout = 2500")
    writer = threading.Thread(target=hold)
    writer.start()
    held.wait()
    with database.transaction(project.connection):
        assert project.connection.in_transaction
    writer.join()
    assert project.connection.execute("PRAGMA busy_timeout").fetchone() == (2500,)


def test_a_wrong_statement_is_a_bug_and_not_told_as_anything_else(project: Project) -> None:
    with (
        pytest.raises(sqlite3.OperationalError, match="no such table"),
        database.transaction(project.connection),
    ):
        project.connection.execute("DELETE FROM elsewhere")
    with pytest.raises(sqlite3.IntegrityError), database.transaction(project.connection):
        project.connection.execute("INSERT INTO lease (id, host, user, pid, since) VALUES (2, '', '', 1, '')")


def test_a_connection_stays_in_its_thread(project: Project) -> None:
    errors: list[Exception] = []

    def use() -> None:
        try:
            project.connection.execute("SELECT 1")
        except sqlite3.ProgrammingError as error:
            errors.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert len(errors) == 1


def test_a_reading_connection_writes_nothing(folders: Folders, project: Project) -> None:
    with closing(database.connect(folders.path, read_only=True)) as connection:
        assert connection.execute("SELECT count(*) FROM document").fetchone() == (2,)
        with pytest.raises(UserError, match=r"store\.read-only"), database.transaction(connection):
            connection.execute("DELETE FROM label")


def test_a_defensive_connection_lets_no_schema_call_functions(folders: Folders, project: Project) -> None:
    project.apply(adding(span(1, 0, 3)), 1)
    query = "SELECT label, text, zone, gold FROM annotation"
    assert project.connection.execute(query).fetchall() == [("AGENCY", "한빛시", "title", 0)]
    with closing(database.connect(folders.path, read_only=True, defensive=True)) as connection:
        assert connection.execute("SELECT text FROM span").fetchall() == [("한빛시",)]
        with pytest.raises(sqlite3.OperationalError, match="unsafe"):
            connection.execute(query)


@pytest.mark.parametrize("name", ["100% #1?.sqlite", "a'b\"c.sqlite", "뉴스 기사 ·(1).sqlite", "no suffix"])
def test_any_name_will_do(folders: Folders, name: str) -> None:
    path = folders.root / name
    folders.create(path).close()
    assert [file.name for file in folders.root.iterdir() if file.is_file()] == [name]
    assert folders.open(path).close() == ()
