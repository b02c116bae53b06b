"""The open project: made whole, and usable from worker threads."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest

from annotator.core.errors import UserError
from annotator.core.labels import DEFAULT_LABELS
from annotator.core.making import maker
from annotator.core.people import Annotator
from annotator.store import creation
from annotator.store.database import APPLICATION_ID, transaction
from annotator.store.project import Project
from tests.support.stores import Folders, adding, bytes_of, span


def test_a_new_project_has_its_labels_its_annotator_and_nothing_else(folders: Folders) -> None:
    project = folders.create()
    assert project.reading.label_set().labels == DEFAULT_LABELS
    assert project.reading.annotators() == (Annotator(1, "a1b2c3d4", "김하늘"),)
    assert project.connection.execute("SELECT count(*) FROM document").fetchone() == (0,)
    assert project.history(None).done == ()
    project.close()
    with closing(sqlite3.connect(folders.path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_a_name_that_is_taken_is_refused(folders: Folders, project: Project) -> None:
    project.close()
    before = bytes_of(folders.root)
    with pytest.raises(UserError, match=r"store\.exists"):
        folders.create()
    assert bytes_of(folders.root) == before


def test_a_project_that_could_not_be_made_leaves_nothing(folders: Folders) -> None:
    twice = (DEFAULT_LABELS[0], replace(DEFAULT_LABELS[0], id=2))
    with pytest.raises(sqlite3.IntegrityError):
        creation.create_file(folders.path, Annotator(1, "u", ""), twice)
    assert bytes_of(folders.root) == {}
    with pytest.raises(UserError, match=r"store\.missing"):
        folders.create(folders.root / "no folder" / "a.sqlite")


def test_a_worker_writes_through_its_own_connection_with_ids_of_the_project(project: Project) -> None:
    caught: list[BaseException] = []

    def work() -> None:
        try:
            with closing(project.worker_connection()) as connection, transaction(connection):
                for id_ in project.ids.block("waiver", 10):
                    connection.execute(
                        "INSERT INTO waiver (id, document_id, check_id, text, at) VALUES (?, 1, 'c', '', '')",
                        (id_,),
                    )
        except BaseException as error:  # noqa: BLE001 - handed to the test
            caught.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert caught == []
    assert project.connection.execute("SELECT count(*) FROM waiver").fetchone() == (10,)
    project.apply(adding(span(project.ids.new("span"), 0, 3)), 1)


def test_a_readers_worker_writes_nothing(folders: Folders, project: Project) -> None:
    reader = folders.open(write=False)
    connection = reader.worker_connection()
    with pytest.raises(UserError, match=r"store\.read-only"), transaction(connection):
        connection.execute("DELETE FROM label")
    connection.close()
    reader.close()


@pytest.mark.parametrize(
    "write",
    [
        lambda project: project.apply(adding(span(2, 5, 7)), 1),
        lambda project: project.undo(project.history(1).to_undo),
        lambda project: project.set_view_state(1, 1, 1),
        lambda project: project.ensure_annotator("x", "y"),
    ],
)
def test_a_lock_held_by_another_connection_is_told_and_then_all_goes_on(
    project: Project, write: Callable[[Project], object]
) -> None:
    project.apply(adding(span(1, 0, 3)), 1)
    project.connection.execute("PRAGMA busy_timeout = 0")
    with closing(project.worker_connection()) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError, match=r"store\.locked"):
            write(project)
        assert len(project.reading.layer(1, 1).spans) == 1
        other.execute("ROLLBACK")
    write(project)


def test_the_maker_makes_what_the_class_would() -> None:
    make = maker(Annotator)
    assert make(1, "u", "이름") == Annotator(1, "u", "이름")
    assert type(make(1, "u", "이름")) is Annotator
    with pytest.raises(TypeError):
        make(1, "u")
