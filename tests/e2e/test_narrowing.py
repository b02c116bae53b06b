"""The list narrowed by any field in the real window, and near-duplicates gone to."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from annotator.core.commands.documents import SetField
from tests.e2e.actions.scenario import shows
from tests.support.projects import make_session
from tests.support.windows import opened

TEXT = "기상청은 9일 위성 예산 20억 원을 공개했다. 외교부와 과기부도 참여하며 내년 초에 사업을 시작한다고 밝혔다.\n"


def project(folder: Path) -> Path:
    session = make_session(folder, TEXT, TEXT.replace("20억", "30억"), "전혀 다른 기사다.\n")
    for id_, outlet in ((1, "한빛뉴스"), (2, "나래일보"), (3, "한빛뉴스")):
        session.do(SetField(id_, "outlet", outlet))
    session.project.close()
    return session.project.path


def test_a_field_narrows_the_list_by_typing_and_by_the_menu(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(project(tmp_path)) as driver:
        panel = driver.workspace.library_panel
        driver.keys("Ctrl+Shift+F")
        driver.write("매체:한빛")
        driver.keys("Return")
        assert panel.shown() == 2
        driver.write(" 전혀")
        driver.keys("Return")
        assert panel.shown() == 1
        driver.keys("Esc")
        assert panel.shown() == 3
        menu = panel.findChild(object, "library-terms-menu")
        next(action for action in menu.actions() if action.text() == "Outlet…").trigger()
        driver.write("나래")
        driver.keys("Return")
        assert panel.shown() == 1


def test_documents_that_are_nearly_the_same_are_listed_and_gone_to(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(project(tmp_path)) as driver:
        panel, count = driver.workspace.library_panel, "SELECT count(*) FROM near_duplicate"
        connection = driver.workspace.session.project.connection
        driver.wait_until(lambda: connection.execute(count).fetchone() == (2,), "the group is found")
        driver.window.actions_["document.duplicates"].trigger()
        driver.settle()
        assert shows(driver, "near-duplicates")
        driver.keys("Return")
        assert driver.workspace.desk.document_id == 2
        driver.keys("Ctrl+Shift+F")
        driver.write("has:duplicates")
        driver.keys("Return")
        assert panel.shown() == 2
