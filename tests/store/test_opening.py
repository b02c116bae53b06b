"""Opening and closing: one writer, one plain file, and told what is not as usual."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.errors import UserError
from annotator.store import opening, runs
from annotator.store.database import APPLICATION_ID, SCHEMA_VERSION, connect
from annotator.store.lock import Lease, own_lease, read_lease, write_lease
from annotator.store.project import Project
from tests.support.stores import NOW, Folders, adding, bytes_of, dump, span

OTHER = Lease("다른 컴퓨터", "이바다", 4242, NOW)


def note_ids(project: Project) -> list[str]:
    return [note.id for note in project.notes]


def mode(project: Project) -> str:
    return str(project.connection.execute("PRAGMA journal_mode").fetchone()[0])


def set_lease(folders: Folders, lease: Lease) -> None:
    with closing(connect(folders.path)) as connection:
        write_lease(connection, lease)


@pytest.fixture
def synced(tmp_path: Path) -> Folders:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    return Folders(folder)


def test_a_local_project_is_written_in_wal_mode_and_closes_to_one_plain_file(
    folders: Folders, project: Project
) -> None:
    assert (mode(project), note_ids(project), project.read_only) == ("wal", [], False)
    project.apply(adding(span(1, 0, 3)), 1)
    assert set(bytes_of(folders.root)) == {folders.path.name + tail for tail in ("", "-wal", "-shm")}
    assert project.close() == ()
    assert set(bytes_of(folders.root)) == {folders.path.name}
    content = folders.path.read_bytes()
    assert content[18:20] == b"\x01\x01"  # no WAL: the file can be read alone, from anywhere
    copy = folders.root / "copy.sqlite"
    shutil.copy(folders.path, copy)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT text FROM span").fetchall() == [("한빛시",)]
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_closing_twice_is_closing_once(project: Project) -> None:
    assert project.close() == ()
    assert project.close() == ()


def test_a_project_in_a_synced_folder_stays_one_file_and_says_so(synced: Folders) -> None:
    project = synced.begin()
    assert (mode(project), note_ids(project)) == ("delete", ["store.synced"])
    project.apply(adding(span(1, 0, 3)), 1)
    assert set(bytes_of(synced.root)) == {synced.path.name}
    project.close()
    assert set(bytes_of(synced.root)) == {synced.path.name}


def test_a_file_left_in_wal_mode_is_gathered_when_it_has_come_into_a_synced_folder(
    folders: Folders, project: Project, synced: Folders
) -> None:
    project.apply(adding(span(1, 0, 3)), 1)
    for tail in ("", "-wal"):
        shutil.copy(f"{folders.path}{tail}", f"{synced.path}{tail}")
    moved = synced.open()
    assert (mode(moved), len(moved.reading.layer(1, 1).spans)) == ("delete", 1)
    moved.close()


def test_the_checkpoint_brings_all_into_the_main_file(folders: Folders, project: Project) -> None:
    project.apply(adding(span(1, 0, 3)), 1)
    project.checkpoint()
    copy = folders.root / "copy.sqlite"
    shutil.copy(folders.path, copy)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT text FROM span").fetchall() == [("한빛시",)]


# A second program.


def test_the_second_program_reads_and_is_told_who_writes(folders: Folders, project: Project) -> None:
    second = folders.open()
    own = own_lease(NOW)
    (note,) = second.notes
    assert (second.read_only, note.id) == (True, "store.in-use")
    assert note.arguments == {"path": str(folders.path), "user": own.user, "host": own.host, "since": NOW}
    project.apply(adding(span(1, 0, 3)), 1)
    assert len(second.reading.layer(1, 1).spans) == 1
    for write in (
        lambda: second.apply(adding(span(2, 0, 3)), 1),
        lambda: second.ids,
        lambda: second.undo(second.history(1).to_undo),
        lambda: second.ensure_annotator("x", "y"),
    ):
        with pytest.raises(UserError, match=r"store\.opened-read-only"):
            write()
    second.set_view_state(1, 3, 4)
    assert second.reading.view_state(1) == (0, 0)
    assert second.close() == ()
    project.apply(adding(span(2, 5, 7)), 1)
    assert project.close() == ()
    assert set(bytes_of(folders.root)) == {folders.path.name}


def test_a_command_that_must_write_is_refused_while_another_program_does(
    folders: Folders, project: Project
) -> None:
    with pytest.raises(UserError, match=r"store\.in-use") as told:
        folders.open(refuse=True)
    assert told.value.message.arguments["since"] == NOW
    project.close()
    folders.open(refuse=True).close()


def test_the_file_is_known_by_whatever_name_it_is_opened(folders: Folders, project: Project) -> None:
    link = folders.root.parent / "link.sqlite"
    link.symlink_to(folders.path)
    second = folders.open(link)
    assert note_ids(second) == ["store.in-use"]
    second.close()


def test_a_reader_in_the_way_of_closing_costs_nothing(folders: Folders, project: Project) -> None:
    reader = folders.open(write=False)
    reader.connection.execute("BEGIN")
    assert reader.reading.layer(1, 1).spans == ()
    project.apply(adding(span(1, 0, 3)), 1)
    (note,) = project.close()
    assert note.id == "store.two-files"
    reader.connection.execute("COMMIT")
    assert len(reader.reading.layer(1, 1).spans) == 1
    reader.close()
    again = folders.open()
    assert len(again.reading.layer(1, 1).spans) == 1
    assert again.close() == ()
    assert set(bytes_of(folders.root)) == {folders.path.name}


def test_opening_to_read_leaves_the_bytes_alone(folders: Folders, project: Project) -> None:
    project.close()
    before = bytes_of(folders.root)
    reader = folders.open(write=False)
    assert (reader.read_only, reader.notes) == (True, ())
    reader.reading.layer(1, 1)
    assert reader.close() == ()
    assert bytes_of(folders.root) == before


# Leases.


def test_the_writers_lease_is_there_while_it_writes(folders: Folders, project: Project) -> None:
    assert read_lease(project.connection) == own_lease(NOW)
    project.close()
    with closing(connect(folders.path)) as connection:
        assert read_lease(connection) is None


def test_another_machines_fresh_lease_is_respected_and_told(folders: Folders, project: Project) -> None:
    project.close()
    set_lease(folders, OTHER)
    folders.clock.now = "2026-03-03T04:59:00Z"
    before = bytes_of(folders.root)
    with pytest.raises(UserError, match=r"store\.leased"):
        folders.open(refuse=True)
    reader = folders.open()
    (note,) = reader.notes
    assert (reader.read_only, note.id) == (True, "store.leased")
    assert note.arguments == {"path": str(folders.path), "host": OTHER.host, "user": OTHER.user, "since": NOW}
    reader.close()
    assert bytes_of(folders.root) == before


def test_another_machines_old_lease_is_replaced(folders: Folders, project: Project) -> None:
    project.close()
    set_lease(folders, OTHER)
    folders.clock.now = "2026-03-03T05:00:01Z"
    again = folders.open()
    assert (again.read_only, again.notes) == (False, ())
    assert read_lease(again.connection) == own_lease(folders.clock.now)
    again.close()


def test_a_person_can_end_another_machines_lease(folders: Folders, project: Project) -> None:
    project.close()
    set_lease(folders, OTHER)
    opening.end_lease(folders.path)
    again = folders.open()
    assert not again.read_only
    again.close()


def test_a_lease_that_a_crash_left_on_this_machine_is_replaced(folders: Folders, project: Project) -> None:
    project.close()
    set_lease(folders, own_lease(NOW)._replace(pid=1))  # there, but without our lock
    again = folders.open()
    assert not again.read_only
    again.close()
    set_lease(folders, own_lease(NOW)._replace(user="이바다", pid=2**22 + 1))  # nobody
    again = folders.open()
    assert not again.read_only
    again.close()


def test_another_person_on_this_machine_is_respected_while_their_program_lives(
    folders: Folders, project: Project
) -> None:
    project.close()
    set_lease(folders, own_lease(NOW)._replace(user="이바다", pid=1))
    reader = folders.open()
    assert (reader.read_only, note_ids(reader)) == (True, ["store.in-use"])
    assert reader.notes[0].arguments["user"] == "이바다"
    reader.close()


def test_a_lease_is_renewed_while_the_program_is_open(folders: Folders, project: Project) -> None:
    folders.clock.now = "2026-03-02T05:59:00Z"
    project.checkpoint()
    assert read_lease(project.connection) == own_lease(NOW)
    folders.clock.now = "2026-03-02T06:00:01Z"
    project.checkpoint()
    assert read_lease(project.connection) == own_lease("2026-03-02T06:00:01Z")


def test_an_import_that_never_ended_is_swept_and_its_ids_do_not_come_again(
    folders: Folders, project: Project
) -> None:
    before = dump(project.connection)
    run_id = runs.begin(project.connection, project.ids, 1, NOW)
    project.connection.execute(
        "INSERT INTO document (id, uid, run_id, text_version_id, created_at) VALUES (7777, 'x', ?, 77, ?)",
        (run_id, NOW),
    )
    project.connection.execute(
        "INSERT INTO text_version (id, document_id, text, sha256, created_at) VALUES (77, 7777, 'x', 'x', ?)",
        (NOW,),
    )
    # As a crash leaves it: the next program finds what is on the disk.
    place = Folders(folders.root / "later")
    place.root.mkdir()
    for tail in ("", "-wal"):
        shutil.copy(f"{folders.path}{tail}", f"{place.path}{tail}")
    later = place.open()
    after = dump(later.connection)
    for table in ("document", "text_version", "import_run", "journal"):
        assert after[table] == before[table], table
    assert later.ids.new("document") > 7777
    later.close()


# Versions.


def set_version(folders: Folders, version: int) -> None:
    with closing(sqlite3.connect(folders.path)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")


def test_a_newer_project_is_read_and_not_touched(folders: Folders, project: Project) -> None:
    project.apply(adding(span(1, 0, 3)), 1)
    project.close()
    set_version(folders, SCHEMA_VERSION + 1)
    before = bytes_of(folders.root)
    for write in (True, False):
        newer = folders.open(write=write)
        (note,) = newer.notes
        assert (newer.read_only, note.id) == (True, "store.newer")
        assert (note.arguments["version"], note.arguments["known"]) == (SCHEMA_VERSION + 1, SCHEMA_VERSION)
        assert len(newer.reading.layer(1, 1).spans) == 1
        newer.close()
    with pytest.raises(UserError, match=r"store\.newer"):
        folders.open(refuse=True)
    assert bytes_of(folders.root) == before


def old_file(folders: Folders, *, spoiled: bool = False) -> None:
    """Make a file of version 0: ours, and without our tables."""
    with closing(sqlite3.connect(folders.path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        if spoiled:
            connection.execute("CREATE TABLE waiver (name TEXT)")


def test_an_older_project_is_brought_up(folders: Folders) -> None:
    old_file(folders)
    project = folders.open()
    assert project.connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert not project.read_only
    project.close()


def test_a_migration_that_fails_leaves_the_file_as_it_was(folders: Folders) -> None:
    old_file(folders, spoiled=True)
    before = bytes_of(folders.root)
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        folders.open()
    assert bytes_of(folders.root) == before


def test_a_backup_is_made_before_a_migration(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    folders.begin().close()
    with closing(sqlite3.connect(folders.path)) as connection:
        kept = dump(connection)
    # A program whose newest migration the file has not seen; what it does is not the question here.
    monkeypatch.setattr(opening, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    again = folders.open()
    (backup,) = again.backup_folder.iterdir()
    assert backup.name == f"2026-03-02 before version {SCHEMA_VERSION + 1}.sqlite"
    with closing(sqlite3.connect(backup)) as connection:
        assert dump(connection) == kept
    again.close()
