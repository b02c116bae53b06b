"""Row ids: none twice."""

import threading
from itertools import pairwise

from annotator.core.changes import delete
from annotator.store.ids import IdAllocator, highest
from annotator.store.project import Project
from tests.support.stores import Folders, adding, change, span


def test_ids_start_after_what_is_there(folders: Folders, project: Project) -> None:
    project.close()
    again = folders.open()
    assert again.ids.new("document") > 2
    assert again.ids.new("label") > 4
    assert again.ids.new("span") >= 1
    again.close()


def test_a_deleted_rows_id_never_comes_again(folders: Folders, project: Project) -> None:
    given = [project.ids.new("span") for _ in range(3)]
    project.apply(adding(*(span(id_, 0, 3) for id_ in given)), 1)
    removed = project.apply(change(*(delete("span", span(id_, 0, 3).row()) for id_ in given)), 1)
    project.close()
    again = folders.open()
    assert again.ids.new("span") > max(given)
    again.undo(removed)
    assert [one.id for one in again.reading.layer(1, 1).spans] == given
    again.close()


def test_an_undone_rows_id_never_comes_again(folders: Folders, project: Project) -> None:
    step = project.apply(adding(span(project.ids.new("span"), 0, 3)), 1)
    project.undo(step)
    project.close()
    again = folders.open()
    new = again.ids.new("span")
    again.apply(adding(span(new, 0, 3), document_id=None), 1)
    again.redo(step)
    assert len(again.reading.layer(1, 1).spans) == 2
    again.close()


def test_a_row_from_elsewhere_deleted_in_a_session_that_made_none_keeps_its_id(
    folders: Folders, project: Project
) -> None:
    far = span(5_000_000, 0, 3)
    columns = ", ".join(f'"{name}"' for name in far.row())
    marks = ", ".join("?" * len(far.row()))
    project.connection.execute(f"INSERT INTO span ({columns}) VALUES ({marks})", tuple(far.row().values()))
    project.close()
    second = folders.open()
    second.apply(change(delete("span", far.row())), 1)
    second.close()
    third = folders.open()
    assert third.ids.new("span") > far.id
    third.close()


def test_ids_that_were_handed_out_for_nothing_do_not_come_again_either(
    folders: Folders, project: Project
) -> None:
    given = project.ids.block("span", 5000)
    project.close()
    again = folders.open()
    assert again.ids.new("span") > given[-1]
    again.close()


def test_the_mark_survives_a_crash(folders: Folders, project: Project) -> None:
    given = project.ids.new("span")
    project.undo(project.apply(adding(span(given, 0, 3)), 1))
    # Read as the next program would, without the close of this one.
    assert highest(project.connection)["span"] >= given


def test_all_threads_share_one_row_of_numbers(project: Project) -> None:
    ids = IdAllocator(project.connection)
    taken: list[list[int]] = [[] for _ in range(4)]

    def take(mine: list[int]) -> None:
        for _ in range(500):
            mine.append(ids.new("span"))
            mine.extend(ids.block("span", 3))

    threads = [threading.Thread(target=take, args=(mine,)) for mine in taken]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    every = [id_ for mine in taken for id_ in mine]
    assert len(set(every)) == len(every) == 8000
    assert all(earlier < later for mine in taken for earlier, later in pairwise(mine))


def test_marks_are_moved_on_by_the_thousand(project: Project) -> None:
    def mark() -> int:
        (high,) = project.connection.execute("SELECT high FROM id_mark WHERE entity = 'span'").fetchone()
        return high

    project.apply(adding(span(1, 0, 3)), 1)
    first = mark()
    for id_ in range(2, 30):
        project.apply(adding(span(id_, 0, 3)), 1)
    assert mark() == first
    project.apply(adding(span(first + 1, 0, 3)), 1)
    assert mark() > first + 1
