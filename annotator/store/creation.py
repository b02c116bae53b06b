"""How a project file is made: whole under a temporary name, then renamed."""

import os
import secrets
import sqlite3
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Final

from annotator.core.errors import UserError, user_error
from annotator.core.labels import Label
from annotator.core.people import Annotator
from annotator.store.database import connect, migrate, transaction
from annotator.store.errors import explained
from annotator.store.reading import LABEL_SET_UID, LABEL_SET_VERSION

_SETTINGS: Final = ((1, LABEL_SET_UID, "kr-news"), (2, LABEL_SET_VERSION, "1"))


def create_file(path: Path, annotator: Annotator, labels: Iterable[Label]) -> None:
    """Make a project file with its tables, labels, settings and first annotator: whole, or not at all."""
    path = path.absolute()
    if path.exists():
        raise user_error("store.exists", path=str(path))
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with explained(path):
            fresh.touch(exist_ok=False)
            try:
                with closing(connect(fresh)) as connection:
                    _fill(connection, annotator, labels)
            except UserError as error:
                # The name that people know is that of the project, not of the file that it is made in.
                raise user_error(
                    error.message.id, **{**error.message.arguments, "path": str(path)}
                ) from error
            fresh.rename(path)
            _sync_folder(path.parent)
    finally:
        for leftover in (fresh, fresh.with_name(f"{fresh.name}-journal")):
            leftover.unlink(missing_ok=True)


def _fill(connection: sqlite3.Connection, annotator: Annotator, labels: Iterable[Label]) -> None:
    with transaction(connection):
        migrate(connection)
        connection.executemany("INSERT INTO setting (id, key, value) VALUES (?, ?, ?)", _SETTINGS)
        connection.execute(
            "INSERT INTO annotator (id, uid, name) VALUES (?, ?, ?)",
            (annotator.id, annotator.uid, annotator.name),
        )
        for label in labels:
            row = label.row()
            marks = ", ".join(f":{column}" for column in row)
            connection.execute(f"INSERT INTO label ({', '.join(row)}) VALUES ({marks})", row)  # noqa: S608 - our words


def _sync_folder(folder: Path) -> None:
    """Bring the new name to the disk, where a system has a way to."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
