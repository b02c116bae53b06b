"""A child process whose writes fail from a chosen moment on, and that says what became of its project.

Run as a script: `failing_writes.py CASE FOLDER`. It limits the size of the files it may write (RLIMIT_FSIZE),
so that the system itself refuses the writes, and prints one line of JSON.
"""

import json
import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from annotator.core.changes import Change
from annotator.core.errors import UserError
from annotator.core.history import Step
from annotator.store import backup
from annotator.store.project import Project
from tests.support.stores import Folders, adding, bytes_of, dump, noting, span

_UNLIMITED = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)


def limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


@contextmanager
def limited(size: int) -> Iterator[None]:
    limit(size)
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, _UNLIMITED)


def failing_from(project: Project, statement: int, action: Callable[[], object]) -> tuple[str, bool]:
    """Let every write fail from the statement of that number on; return what was told, and if it was reached."""
    seen = 0

    def on_statement(_text: str) -> None:
        nonlocal seen
        if seen == statement:
            limit(0)
        seen += 1

    project.connection.set_trace_callback(on_statement)
    try:
        action()
    except UserError as error:
        return error.message.id, True
    else:
        return "", seen > statement
    finally:
        project.connection.set_trace_callback(None)
        resource.setrlimit(resource.RLIMIT_FSIZE, _UNLIMITED)


def many(first: int, *, merge: str = "") -> Change:
    return adding(*(span(id_, id_ % 30, id_ % 30 + 4) for id_ in range(first, first + 60)), merge=merge)


def statements(folder: Path) -> dict[str, object]:
    """Try each way of writing, with the fault at each of its statements; the project must go on each time."""
    folders = Folders(folder)
    project = folders.begin()
    project.apply(adding(span(1, 0, 3)), 1)
    step = project.apply(noting(1, "", "메모", merge="n"), 1)
    told: dict[str, list[str]] = {}

    def undone() -> Step:
        done = project.apply(many(1000), 1)
        project.undo(done)
        return done

    def redo_of(step: Step) -> Callable[[], object]:
        return lambda: project.redo(step)

    ways: dict[str, Callable[[], Callable[[], object]]] = {
        "apply": lambda: lambda: project.apply(many(2000), 1),
        "merge": lambda: lambda: project.merge(step, many(3000, merge="n")),
        "undo": lambda: lambda: project.undo(project.history(1).to_undo),
        "redo": lambda: redo_of(undone()),
        "view": lambda: lambda: project.set_view_state(1, 7, 7),
        "annotator": lambda: lambda: project.ensure_annotator("e5", "이바다"),
    }
    for name, prepare in ways.items():
        told[name] = []
        action = prepare()
        statement, reached = 0, True
        while True:
            before = dump(project.connection)
            id_, reached = failing_from(project, statement, action)
            if not id_:
                break
            told[name].append(id_)
            assert dump(project.connection) == before, (name, statement)
            assert not project.connection.in_transaction, (name, statement)
            statement += 1
        assert not reached, (name, statement, "a write that the system refused was taken for done")
    assert project.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    kept = dump(project.connection)
    project.close()
    again = folders.open()
    # Closing marks the ids that were given.
    assert {**dump(again.connection), "id_mark": kept["id_mark"]} == kept
    again.close()
    return told


def sizes(folder: Path) -> dict[str, object]:
    """Make a project, backups and copies while files may grow to one more page each time."""
    folders = Folders(folder)
    told: dict[str, list[str]] = {"create": [], "backup": [], "copy": [], "restore": []}

    def grow(name: str, action: Callable[[], object]) -> object:
        before = names(folder)
        for size in range(0, 2_000_000, 16384):
            try:
                with limited(size):
                    return action()
            except UserError as error:
                told[name].append(error.message.id)
                assert names(folder) == before, (name, size, names(folder) - before)
        return None

    def create() -> None:
        from annotator.core.labels import DEFAULT_LABELS
        from annotator.core.people import Annotator
        from annotator.store.creation import create_file

        create_file(folders.path, Annotator(1, "u", ""), DEFAULT_LABELS)

    grow("create", create)
    project = folders.open()
    kept = dump(project.connection)
    project.backup_folder.mkdir(parents=True)
    made = grow("backup", lambda: backup.back_up(project.connection, project.backup_folder, date(2026, 3, 2)))
    grow("copy", lambda: backup.send_copy(project.connection, project.path, folder / "copy.sqlite"))
    grow("restore", lambda: backup.restore(made, project.path))
    assert dump(project.connection) == kept
    project.close()
    return told


def names(folder: Path) -> set[str]:
    return {
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if not path.name.endswith(("-shm", "-wal"))
    }


def full(folder: Path) -> dict[str, object]:
    """Close, and open again, where nothing can be written at all."""
    folders = Folders(folder)
    project = folders.begin()
    project.apply(adding(span(1, 0, 3)), 1)
    with limited(0):
        closed = [note.id for note in project.close()]
    again = folders.open()
    spans = len(again.reading.layer(1, 1).spans)
    again.close()
    before = bytes_of(folder)
    with limited(0):
        reader = folders.open()
        opened = [note.id for note in reader.notes]
        read = len(reader.reading.layer(1, 1).spans)
        reader.close()
    assert bytes_of(folder) == before
    assert list(before) == [folders.path.name]
    writer = folders.open()
    assert not writer.read_only
    writer.close()
    return {"closed": closed, "opened": opened, "read": read, "spans": spans}


if __name__ == "__main__":
    case = {"statements": statements, "sizes": sizes, "full": full}[sys.argv[1]]
    print(json.dumps(case(Path(sys.argv[2]))))
