"""Starting on a project that cannot be opened, or not for writing: what opens, what is told, and how it goes on."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.app.project.projects import open_project
from annotator.ui.driver import Driver
from tests.support.projects import make_session
from tests.support.windows import opened


@pytest.mark.parametrize("content", [b"\x00\x01\x02" * 500, b"not a project at all", None])
def test_a_broken_or_missing_project_is_named_and_the_sample_can_be_worked_in(
    qtbot: QtBot, tmp_path: Path, content: bytes | None
) -> None:
    broken = tmp_path / "broken.sqlite"
    if content is not None:
        broken.write_bytes(content)
    with opened(broken) as driver:
        told = driver.workspace.notices.notices()
        assert len(told) == 1
        assert "broken.sqlite" in told[0]
        assert not driver.workspace.session.project.read_only
        driver.drag(*driver.find("외교부는"))
        driver.keys("1")
        assert len(driver.workspace.desk.spans) == 1
    assert content is None or broken.read_bytes() == content


def test_the_project_that_is_open_can_be_opened_again_and_stays_open_for_writing(
    qtbot: QtBot, tmp_path: Path
) -> None:
    session = make_session(tmp_path, "환경부는 한빛시와 함께 기준을 냈다.")
    session.project.close()
    with opened(session.project.path) as driver:
        recent = driver.window.actions_.menu("file.recent")
        recent.actions()[0].trigger()
        assert driver.workspace.session.project.path == session.project.path
        assert_can_mark(driver, "환경부")
        for _ in range(2):
            driver.window.actions_["help.sample"].trigger()
        assert_can_mark(driver, "외교부")


def press_notice(driver: Driver) -> None:
    """Press the button of the notice that is shown; the window of the project before may not be gone yet."""
    button = driver.workspace.notices.findChild(QWidget, "notice-action-1")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    driver.settle()


def assert_can_mark(driver: Driver, quote: str) -> None:
    driver.settle()
    # Without a window manager a window that changes its project may stand there inactive.
    driver.window.activateWindow()
    driver.wait_until(driver.window.isActiveWindow, "an active window")
    driver.workspace.focus_article()
    before = len(driver.workspace.desk.spans)
    driver.drag(*driver.find(quote))
    driver.keys("1")
    assert len(driver.workspace.desk.spans) == before + 1
    assert driver.workspace.notices.notices() == ()


def test_a_project_that_another_program_held_is_opened_for_writing_once_that_is_over(
    qtbot: QtBot, tmp_path: Path
) -> None:
    made = make_session(tmp_path, "환경부는 한빛시와 함께 기준을 냈다.").project
    made.close()
    other, path = open_project(made.path), made.path
    with opened(path) as driver:
        assert driver.workspace.session.project.read_only
        press_notice(driver)
        assert driver.workspace.session.project.read_only
        assert "open in another program" in driver.workspace.notices.notices()[0]
        other.close()
        press_notice(driver)
        assert not driver.workspace.session.project.read_only
        assert_can_mark(driver, "환경부")


def test_a_project_opens_on_the_document_in_which_the_person_was(qtbot: QtBot, tmp_path: Path) -> None:
    session = make_session(tmp_path, "환경부는 기준을 냈다.", "기상청은 위성을 띄웠다.", "산업부도 답했다.")
    session.project.close()
    with opened(session.project.path) as driver:
        assert driver.text.startswith("환경부")
        driver.keys("Ctrl+PgDown")
        driver.click(3)
    with opened(session.project.path) as driver:
        assert driver.text.startswith("기상청")
        assert driver.pane.caret() == 3
        assert driver.workspace.shelf.place == (2, 3)
        driver.keys("Ctrl+Delete")
        assert driver.text.startswith("산업부")
        driver.workspace.desk.show_document(2)
    with opened(session.project.path) as driver:
        assert driver.text.startswith("환경부")
