"""What stands in the way of a write is told in words in the window; nothing is lost, and work goes on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.ui.driver import Driver
from tests.support.windows import marks, opened


@contextmanager
def disk_full(driver: Driver) -> Iterator[None]:
    """No file may grow beyond what the one that is written first is now: each commit adds to it."""
    resource = pytest.importorskip("resource")
    project = driver.workspace.session.project.path
    size = project.with_name(project.name + "-wal").stat().st_size
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def locked(driver: Driver) -> Iterator[None]:
    driver.workspace.session.project.connection.execute("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(driver.workspace.session.project.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


@contextmanager
def protected(driver: Driver) -> Iterator[None]:
    driver.workspace.session.project.connection.execute("PRAGMA query_only = ON")
    yield
    driver.workspace.session.project.connection.execute("PRAGMA query_only = OFF")


FAULTS = {"disk full": disk_full, "locked by another program": locked, "write-protected": protected}
ACTIONS = {
    "mark": ("1",),
    "relabel": ("2",),
    "remove": ("Delete",),
    "resize": ("Alt+Right",),
    "doubt": ("/",),
    "undo": ("Ctrl+Z",),
    "done": ("Ctrl+Return",),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("action", ACTIONS)
def test_a_write_that_fails_is_told_changes_nothing_and_can_be_done_again(
    qtbot: QtBot, fault: str, action: str
) -> None:
    with opened() as driver:
        if action != "mark":
            driver.drag(*driver.find("과학기술정보통신부와"))
            driver.keys("1")
        else:
            driver.drag(*driver.find("외교부는"))
        if action == "done":
            # The same text stands elsewhere: the first press shows it and writes nothing, the second finishes.
            driver.keys("Ctrl+Return")
        before, status = marks(driver), driver.workspace.desk.status
        with FAULTS[fault](driver):
            driver.keys(*ACTIONS[action])
            told = driver.workspace.notices.notices()
            assert len(told) == 1
            assert "store." not in told[0]
            assert "(" not in told[0].split(driver.workspace.session.project.path.name)[0]
            assert (marks(driver), driver.workspace.desk.status) == (before, status)
        driver.workspace.notices.clear()
        driver.keys(*ACTIONS[action])
        assert driver.workspace.notices.notices() == ()
        assert (marks(driver), driver.workspace.desk.status) != (before, status) or action == "doubt"


@pytest.mark.parametrize("fault", [disk_full, locked])
def test_what_stood_in_the_way_is_no_longer_told_once_something_was_written(qtbot: QtBot, fault) -> None:
    with opened() as driver:
        driver.drag(*driver.find("외교부는"))
        with fault(driver):
            driver.keys("1")
            driver.keys("1")
        assert len(driver.workspace.notices.notices()) == 1
        driver.keys("1")
        assert marks(driver) == [("외교부", "AGENCY")]
        assert driver.workspace.notices.notices() == ()


def test_typing_a_note_while_the_disk_is_full_keeps_what_was_saved(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.drag(*driver.find("과학기술정보통신부와"))
        driver.keys("1", "F4")
        driver.write("확인")
        with locked(driver):
            driver.write("함")
            assert driver.workspace.notices.notices()
            current = driver.workspace.desk.current
            assert current is not None
            assert current.note == "확인"
        driver.write(".")
        current = driver.workspace.desk.current
        assert current is not None
        assert current.note in ("확인함.", "확인.")


def test_an_export_into_a_folder_that_cannot_be_written_is_told_and_leaves_nothing(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with opened() as driver:
        driver.drag(*driver.find("과학기술정보통신부와"))
        driver.keys("1", "Ctrl+E")
        driver.write("김하나")
        panel = driver.workspace.panels.panel
        assert panel is not None
        blocker = tmp_path / "file"
        blocker.write_text("not a folder")
        panel.findChild(object, "export-path").setText(str(blocker / "out.jsonl"))
        driver.press_button("export-go")
        told = panel.findChild(object, "export-told")
        driver.wait_until(lambda: bool(told.text()), "nothing was told")
        assert "export." not in told.text()
        assert blocker.read_text() == "not a folder"
        assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["file"]


def test_a_span_that_does_not_hold_its_text_is_told_when_the_document_is_opened_and_left_alone(
    qtbot: QtBot,
) -> None:
    with opened() as driver:
        driver.drag(*driver.find("과학기술정보통신부와"))
        driver.keys("1")
        driver.workspace.session.project.connection.execute("UPDATE span SET text = '다른 글'")
    with opened() as driver:
        assert any("다른 글" in told for told in driver.workspace.notices.notices())
        assert driver.workspace.desk.spans[0].text == "다른 글"
