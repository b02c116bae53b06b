"""Copies of a project: whole, dated, let go of in time, and never over the project."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from annotator.core.errors import UserError
from annotator.store import backup
from annotator.store.backup import Backup
from annotator.store.project import Project
from tests.support.stores import Folders, adding, bytes_of, dump, span

TODAY = date(2026, 3, 2)


def rows_in(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return dump(connection)


def test_a_backup_holds_everything_as_one_plain_file(folders: Folders, project: Project) -> None:
    project.apply(adding(span(1, 0, 3)), 1)
    with closing(project.worker_connection()) as connection:
        made = backup.back_up(connection, project.backup_folder, TODAY)
    assert made is not None
    assert made.path.name == "2026-03-02.sqlite"
    assert [path.name for path in project.backup_folder.iterdir()] == [made.path.name]
    assert made.path.read_bytes()[18:20] == b"\x01\x01"
    assert rows_in(made.path) == dump(project.connection)


def test_there_is_one_a_day(project: Project) -> None:
    assert backup.back_up(project.connection, project.backup_folder, TODAY) is not None
    assert backup.back_up(project.connection, project.backup_folder, TODAY) is None
    assert backup.back_up(project.connection, project.backup_folder, TODAY + timedelta(1)) is not None
    assert [one.day for one in backup.stored(project.backup_folder)] == ["2026-03-03", "2026-03-02"]


def test_a_backup_of_before_a_migration_is_not_the_days(project: Project) -> None:
    before = backup.back_up_before(project.connection, project.backup_folder, TODAY, version=2)
    assert backup.back_up(project.connection, project.backup_folder, TODAY) is not None
    assert before in backup.stored(project.backup_folder)


def test_fourteen_days_and_twelve_months_are_kept(project: Project) -> None:
    folder = project.backup_folder
    folder.mkdir(parents=True)
    days = [TODAY - timedelta(n) for n in range(1, 500)]
    for day in days:
        (folder / f"{day.isoformat()}.sqlite").touch()
    migration = folder / "2024-01-05 before version 2.sqlite"
    migration.touch()
    (folder / "메모.txt").touch()
    backup.back_up(project.connection, folder, TODAY)
    kept = [one.day for one in backup.stored(folder) if not one.before_version]
    daily = [(TODAY - timedelta(n)).isoformat() for n in range(14)]
    months = ["2026-03-02", "2026-02-28", "2026-01-31", "2025-12-31", "2025-11-30", "2025-10-31", "2025-09-30",
              "2025-08-31", "2025-07-31", "2025-06-30", "2025-05-31", "2025-04-30"]  # fmt: skip
    assert kept == sorted({*daily, *months}, reverse=True)
    assert migration.exists()
    assert (folder / "메모.txt").exists()


def test_days_without_backups_do_not_count() -> None:
    made = [Backup(f"2026-0{month}-0{day}", 0, Path()) for month in (1, 2) for day in (1, 5, 9)]
    assert backup.superseded(made) == []


def test_a_damaged_project_supersedes_no_backup(folders: Folders, project: Project) -> None:
    for number in range(20):
        backup.back_up(project.connection, project.backup_folder, TODAY - timedelta(40 + number))
    before = bytes_of(project.backup_folder)
    page = project.connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'span'").fetchone()[0]
    project.close()
    content = bytearray(folders.path.read_bytes())
    content[(page - 1) * 4096 : (page - 1) * 4096 + 8] = b"\xa5" * 8
    folders.path.write_bytes(content)
    damaged = folders.open(write=False)
    with pytest.raises(UserError, match=r"store\.corrupt"):
        backup.back_up(damaged.connection, project.backup_folder, TODAY)
    damaged.close()
    assert bytes_of(project.backup_folder) == before


def test_namesakes_have_folders_of_their_own(folders: Folders) -> None:
    assert backup.folder_of(folders.backups, Path("/a/뉴스.sqlite")) != backup.folder_of(
        folders.backups, Path("/b/뉴스.sqlite")
    )


def test_a_backup_is_restored_beside_the_project_and_never_over_it(
    folders: Folders, project: Project
) -> None:
    project.apply(adding(span(1, 0, 3)), 1)
    made = backup.back_up(project.connection, project.backup_folder, TODAY)
    project.apply(adding(span(2, 5, 7)), 1)
    kept = dump(project.connection)
    first = backup.restore(made, project.path)
    second = backup.restore(made, project.path)
    assert [path.name for path in (first, second)] == [
        "기사 모음 (2026-03-02).sqlite",
        "기사 모음 (2026-03-02) 2.sqlite",
    ]
    assert dump(project.connection) == kept
    restored = folders.open(first)
    assert (restored.read_only, restored.notes) == (False, ())
    assert [one.id for one in restored.reading.layer(1, 1).spans] == [1]
    restored.close()


def test_a_copy_is_sent_whole_and_without_our_lease(folders: Folders, project: Project) -> None:
    project.apply(adding(span(1, 0, 3)), 1)
    target = folders.root.parent / "to send" / "사본.sqlite"
    target.parent.mkdir()
    target.write_bytes(b"an older one, which the person said may go")
    backup.send_copy(project.connection, project.path, target)
    assert rows_in(target) == dump(project.connection)
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    with closing(sqlite3.connect(target)) as connection:
        assert connection.execute("SELECT count(*) FROM lease").fetchone() == (0,)


def test_a_copy_is_not_sent_over_the_project(folders: Folders, project: Project) -> None:
    link = folders.root / "other name.sqlite"
    link.symlink_to(folders.path)
    for target in (folders.path, link):
        with pytest.raises(UserError, match=r"store\.same-file"):
            backup.send_copy(project.connection, project.path, target)
    project.apply(adding(span(1, 0, 3)), 1)


def test_a_copy_that_fails_leaves_nothing_behind(folders: Folders, project: Project) -> None:
    target = folders.root / "taken"
    (target / "inside").mkdir(parents=True)  # a folder that is not empty: the renaming fails
    before = bytes_of(folders.root)
    with pytest.raises(UserError, match=r"store\."):
        backup.send_copy(project.connection, project.path, target)
    assert set(bytes_of(folders.root)) == set(before)
    project.apply(adding(span(1, 0, 3)), 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_and_the_project_goes_on(
    folders: Folders, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def onto_full(_source: Path, target: Path) -> None:
        with Path("/dev/full").open("wb", buffering=0) as full:
            full.write(b"x")

    made = backup.back_up(project.connection, project.backup_folder, TODAY)
    monkeypatch.setattr(shutil, "copyfile", onto_full)
    before = set(folders.root.iterdir())
    with pytest.raises(UserError, match=r"store\.disk-full"):
        backup.restore(made, project.path)
    assert set(folders.root.iterdir()) == before
    project.apply(adding(span(1, 0, 3)), 1)
