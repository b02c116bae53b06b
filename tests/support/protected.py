"""A child process that opens projects where it may not write, and says what it was told.

Run as a script: `protected.py FOLDER`. The superuser may write anywhere, so it becomes nobody first. Prints
one line of JSON.
"""

import json
import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from annotator.core.errors import UserError
from tests.support.stores import Folders, adding, bytes_of, span

_NOBODY = 65534


def prepare(folder: Path) -> Folders:
    folders = Folders(folder)
    project = folders.begin()
    project.apply(adding(span(1, 0, 3)), 1)
    project.close()
    return folders


def become_nobody() -> None:
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)


def tell(folders: Folders) -> list[object]:
    """Open the project both ways: what was told, how many spans were read, whether the bytes stayed."""
    before = bytes_of(folders.root)
    try:
        folders.open(refuse=True)
    except UserError as error:
        refused = error.message.id
    try:
        project = folders.open()
    except UserError as error:
        return [error.message.id, refused]
    told = [note.id for note in project.notes]
    spans = len(project.reading.layer(1, 1).spans)
    with closing(project.worker_connection()) as connection:
        assert connection.execute("SELECT count(*) FROM span").fetchone() == (spans,)
    project.close()
    return [*told, refused, spans, bytes_of(folders.root) == before]


def main(root: Path) -> dict[str, list[object]]:
    cases = {name: root / name for name in ("folder", "file", "wal", "unreadable", "no state")}
    for path in cases.values():
        path.mkdir()
    projects = {name: prepare(path) for name, path in cases.items()}
    with closing(sqlite3.connect(projects["wal"].path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL").fetchone()
    for name in ("folder", "wal"):
        projects[name].path.chmod(0o644)
        cases[name].chmod(0o555)
    cases["file"].chmod(0o777)
    projects["file"].path.chmod(0o444)
    cases["unreadable"].chmod(0o777)
    projects["unreadable"].path.chmod(0o000)
    cases["no state"].chmod(0o777)
    projects["no state"].path.chmod(0o666)
    projects["no state"].locks.chmod(0o555)
    for lock in projects["no state"].locks.iterdir():
        lock.unlink()
    become_nobody()
    return {
        name: tell(folders) if name != "unreadable" else refuse(folders) for name, folders in projects.items()
    }


def refuse(folders: Folders) -> list[object]:
    try:
        folders.open()
    except UserError as error:
        return [error.message.id]
    return []


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
