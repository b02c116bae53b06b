"""Copies of a project: dated backups and their rotation, what is restored from them, and a copy to send.

Each copy is made in one step under a temporary name and then renamed, so that a copy is whole or not there.
"""

import re
import secrets
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from annotator.core.errors import user_error
from annotator.store.database import problems, transaction
from annotator.store.errors import explained
from annotator.store.place import path_key

DAILY_KEPT: Final = 14
MONTHLY_KEPT: Final = 12

_NAME: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?: before version (\d+))?\.sqlite\Z")
_LONGEST_STEM: Final = 60


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """A dated copy: its day (YYYY-MM-DD), and the version whose migration it was made before, 0 for none."""

    day: str
    before_version: int
    path: Path


def folder_of(backups: Path, project: Path) -> Path:
    """Return the folder for the backups of one project: its name, and what tells it from its namesakes."""
    return backups / f"{project.stem[:_LONGEST_STEM]}-{path_key(project)}"


def stored(folder: Path) -> tuple[Backup, ...]:
    """Return the backups in the folder, newest first."""
    names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    found = ((match, folder / name) for name in names if (match := _NAME.match(name)))
    return tuple(sorted((Backup(m[1], int(m[2] or 0), path) for m, path in found), reverse=True))


def back_up(connection: sqlite3.Connection, folder: Path, today: date) -> Backup | None:
    """Make the backup of today, and let go of those that are too many; None where today has one.

    A project that SQLite finds damaged is not taken for a backup, and no older one is let go for it.
    """
    if any(backup.day == today.isoformat() and not backup.before_version for backup in stored(folder)):
        return None
    made = Backup(today.isoformat(), 0, folder / f"{today.isoformat()}.sqlite")
    _copy_into(connection, made.path)
    for backup in superseded(stored(folder)):
        with explained(backup.path):
            backup.path.unlink(missing_ok=True)
    return made


def back_up_before(connection: sqlite3.Connection, folder: Path, today: date, *, version: int) -> Backup:
    """Make a backup before the migration to `version`; it is never let go."""
    path = folder / f"{today.isoformat()} before version {version}.sqlite"
    _copy_into(connection, path)
    return Backup(today.isoformat(), version, path)


def superseded(backups: Iterable[Backup]) -> list[Backup]:
    """Return the dated backups that are neither of the 14 last days nor the last of one of the 12 last months."""
    daily = sorted((backup for backup in backups if not backup.before_version), reverse=True)
    months: dict[str, Backup] = {}
    for backup in daily:
        months.setdefault(backup.day[:7], backup)
    kept = {*daily[:DAILY_KEPT], *list(months.values())[:MONTHLY_KEPT]}
    return [backup for backup in daily if backup not in kept]


def restore(backup: Backup, project: Path) -> Path:
    """Put a copy of the backup beside the project, as a file of its own, and return its path."""
    target = _free_name(project.with_name(f"{project.stem} ({backup.day}){project.suffix}"))
    with _temporary(target) as fresh, explained(target):
        shutil.copyfile(backup.path, fresh)
    return target


def send_copy(connection: sqlite3.Connection, project: Path, target: Path) -> None:
    """Write a copy of the project to `target`, in place of what is there; never over the project itself."""
    if path_key(project) == path_key(target):
        raise user_error("store.same-file", path=str(target))
    _copy_into(connection, target)


def _copy_into(connection: sqlite3.Connection, target: Path) -> None:
    with explained(target):
        target.parent.mkdir(parents=True, exist_ok=True)
    with _temporary(target) as fresh, closing(_fill(fresh, connection, target)) as copy:
        if problems(copy):
            raise user_error("store.corrupt", path=str(target))
        # The lease is of this project, not of the copy.
        with transaction(copy):
            copy.execute("DELETE FROM lease")


def _fill(fresh: Path, connection: sqlite3.Connection, target: Path) -> sqlite3.Connection:
    with explained(target):
        copy = sqlite3.connect(fresh, isolation_level=None)
        try:
            connection.backup(copy, pages=-1)
            copy.execute("PRAGMA journal_mode=DELETE").fetchone()
        except BaseException:
            copy.close()
            raise
    return copy


@contextmanager
def _temporary(target: Path) -> Iterator[Path]:
    """Give a name beside `target`; renamed to it where the block ends well, removed where not."""
    fresh = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        yield fresh
        with explained(target):
            fresh.replace(target)
    finally:
        for leftover in (
            fresh,
            *(fresh.with_name(fresh.name + tail) for tail in ("-journal", "-wal", "-shm")),
        ):
            leftover.unlink(missing_ok=True)


def _free_name(path: Path) -> Path:
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} {number}{path.suffix}")
    return free
