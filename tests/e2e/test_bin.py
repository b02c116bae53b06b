"""The bin: out of sight and back, or erased so that no byte of the file still says it."""

from pathlib import Path

from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from annotator.core.commands.documents import SetField
from tests.support.projects import make_session
from tests.support.windows import marks, opened


def test_a_document_goes_to_the_bin_and_undo_brings_it_back(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.keys("Ctrl+Delete")
        assert driver.workspace.library_panel.shown() == 0
        assert driver.workspace.desk.document is None
        driver.press_button("notice-action-1")
        assert driver.workspace.library_panel.shown() == 1


def test_a_document_without_a_title_is_called_by_its_first_line(qtbot: QtBot, tmp_path: Path) -> None:
    session = make_session(tmp_path, "환경부는 기준을 냈다.\n")
    session.do(SetField(1, "title", ""))
    session.project.close()
    with opened(session.project.path) as driver:
        driver.keys("Ctrl+Delete")
        assert "“환경부는 기준을 냈다.”" in driver.workspace.notices.notices()[0]
        driver.window.actions_["document.open-bin"].trigger()
        driver.settle()
        assert "“환경부는 기준을 냈다.”" in driver.window.findChild(QListWidget, "bin-list").item(0).text()


def test_taking_back_leaves_a_problem_that_waits_in_sight(qtbot: QtBot) -> None:
    with opened() as driver:
        notices = driver.workspace.notices
        notices.clear()
        notices.show_notice("The disk is nearly full.", "problem")
        driver.keys("Ctrl+Delete")
        driver.press_button("notice-action-1")
        assert notices.notices() == ("The disk is nearly full.",)


def test_a_document_is_taken_out_of_the_bin_with_its_marks(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.drag(*driver.find("외교부는"))
        driver.keys("1", "Ctrl+Delete")
        driver.window.actions_["document.open-bin"].trigger()
        driver.settle()
        driver.press_button("bin-restore")
        assert marks(driver) == [("외교부", "AGENCY")]


def test_removed_for_good_leaves_no_word_of_the_document_in_the_file(qtbot: QtBot, home: Path) -> None:
    with opened() as driver:
        driver.drag(*driver.find("혁신과학경제개발부("))
        driver.keys("1", "F4")
        driver.write("붙임말")
        driver.keys("Esc", "Ctrl+Delete")
        driver.window.actions_["document.open-bin"].trigger()
        driver.settle()
        driver.press_button("bin-remove")
        driver.press_button("bin-remove")
        path = driver.workspace.session.project.path
        assert driver.workspace.library_panel.shown() == 0
    content = path.read_bytes()
    for word in ("혁신과학경제개발부", "붙임말", "몬트리올", "핵심기술 대화"):
        assert word.encode() not in content


def test_undo_right_after_the_bin_takes_the_document_back_and_touches_no_other(
    qtbot: QtBot, tmp_path: Path
) -> None:
    for number in range(4):
        page = tmp_path / f"{number}.txt"
        page.write_text(
            f"{number}번째 제목\n\n과기정통부는 {number}번째 사업을 시작했다.\n", encoding="utf-8"
        )
    with opened() as driver:
        driver.window.files_dropped.emit([tmp_path])
        driver.press_button("notice-action-1")
        driver.wait_until(lambda: driver.workspace.library_panel.shown() == 4, "the pages are not there")
        for _ in range(4):
            driver.drag(*driver.find("과기정통부는"))
            driver.keys("1", "Ctrl+PgDown")
        driver.keys("Ctrl+PgUp")
        third = driver.text
        driver.keys("Ctrl+Delete")
        assert driver.text != third
        assert marks(driver) == [("과기정통부", "AGENCY")]
        driver.keys("Ctrl+Z")
        assert driver.workspace.library_panel.shown() == 4
        assert marks(driver) == [("과기정통부", "AGENCY")]
        driver.keys("Ctrl+Z")
        assert marks(driver) == []
