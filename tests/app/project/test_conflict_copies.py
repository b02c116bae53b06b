"""Copies of a project that a drive left beside it: known by their names, told once, not after they were gathered."""

import shutil
from pathlib import Path

import pytest

from annotator.app.gather.questions import Answers
from annotator.app.jobs import never, silent
from annotator.app.project.conflict_copies import ConflictCopiesJob, conflict_copies
from annotator.app.session import Session
from annotator.core.commands.spans import AddSpan
from tests.support.intake import TEXT, new_session, run_import


@pytest.fixture
def session(tmp_path: Path):
    opened = new_session(tmp_path / "work", TEXT)
    yield opened
    opened.project.close()


def copy(session: Session, name: str) -> Path:
    with session.project.in_worker() as project:
        target = project.path.with_name(name)
        project.connection.execute("VACUUM INTO ?", (str(target),))
    return target


@pytest.mark.parametrize(
    "name",
    [
        "project (홍길동의 충돌된 사본 2026-03-02).sqlite",
        "project (Kim's conflicted copy 2026-03-02).sqlite",
        "project.sync-conflict-20260302-141503-ABCDEFG.sqlite",
        "project (1).sqlite",
        "project 2.sqlite",
    ],
)
def test_a_copy_is_known_by_what_the_drive_puts_behind_the_name(session: Session, name: str) -> None:
    made = copy(session, name)
    assert conflict_copies(session.project.path) == [made]


@pytest.mark.parametrize(
    "name", ["project-copy.sqlite", "other (1).sqlite", "project 2026.sqlite", "projects.sqlite"]
)
def test_other_projects_beside_it_are_none(session: Session, name: str) -> None:
    copy(session, name)
    assert conflict_copies(session.project.path) == []


def test_what_is_no_project_is_none(session: Session) -> None:
    path = session.project.path
    path.with_name("project (1).sqlite").write_text("nothing", encoding="utf-8")
    assert conflict_copies(path) == []


def test_a_copy_that_was_gathered_is_not_told_again(session: Session) -> None:
    made = copy(session, "project (1).sqlite")
    assert ConflictCopiesJob(session.project).run(silent, never) == [made]
    with session.project.in_worker() as project:
        theirs = Session(project, project.ensure_annotator("lee", "이도윤"))
        theirs.do(AddSpan(1, 0, 3, 1))
        marked = copy(session, "project (2).sqlite")
        project.undo(project.history(1).to_undo)
    run_import(session, marked, answers=Answers())
    assert ConflictCopiesJob(session.project).run(silent, never) == [made]
    shutil.copy(marked, marked.with_name("project (3).sqlite"))
    assert ConflictCopiesJob(session.project).run(silent, never) == [made]
