"""An import in the real window, taken back with what was done on its documents, and brought back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.driver import Driver
from tests.support.projects import make_session
from tests.support.windows import marks, opened

TEXT = "환경부, 한빛시와 기준 마련\n\n환경부는 한빛시와 함께 기준을 냈다고 9일 밝혔다.\n"


def press_notice(driver: Driver) -> None:
    button = driver.workspace.notices.findChild(QWidget, "notice-action-1")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    driver.settle()


def test_an_import_taken_back_leaves_nothing_shown_and_brought_back_its_document_stands_there_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    session = make_session(tmp_path)
    session.project.close()
    page = tmp_path / "기사.txt"
    page.write_text(TEXT, encoding="utf-8")
    with opened(session.project.path, page) as driver:
        driver.wait_until(lambda: driver.workspace.desk.document_id is not None, "the document")
        driver.workspace.focus_article()
        driver.drag(*driver.find("환경부"))
        driver.keys("1")
        press_notice(driver)
        assert driver.workspace.desk.document_id is None
        driver.keys("Ctrl+Y")
        driver.settle()
        assert driver.text == TEXT
        assert marks(driver) == [("환경부", "AGENCY")]


@pytest.mark.parametrize("press", ["Space", "Return"])
def test_what_a_notice_offers_is_reached_by_f6_and_the_keyboard_comes_back(
    qtbot: QtBot, tmp_path: Path, press: str
) -> None:
    session = make_session(tmp_path)
    session.project.close()
    page = tmp_path / "기사.txt"
    page.write_text(TEXT, encoding="utf-8")
    with opened(session.project.path, page) as driver:
        driver.wait_until(lambda: driver.workspace.desk.document_id is not None, "the document")
        driver.workspace.focus_article()
        driver.keys("F6", "F6")
        assert driver.focus.objectName() == "notice-action-1"
        driver.keys(press)
        driver.settle()
        assert driver.workspace.desk.document_id is None
        assert driver.focus is driver.pane
        driver.workspace.notices.show_notice("저장했습니다")
        driver.keys("F6", "F6")
        assert not driver.workspace.notices.isAncestorOf(driver.focus)
