"""Somebody is taken for right in the overview: gold once there is any, or who is chosen; numbers open their spans."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.commands.review import SetReviewStatus
from annotator.core.decision import ReviewStatus
from annotator.review.frozen import GOLD
from annotator.ui.driver import Driver
from annotator.ui.overview.number_table import NumberTable
from annotator.ui.widgets.quiet_combo import QuietCombo
from tests.e2e.actions.overview import seen
from tests.e2e.actions.scenario import shows, widget
from tests.support.returns import decide_all, reviewed
from tests.support.windows import opened


@pytest.fixture
def project(tmp_path: Path) -> Path:
    session = reviewed(tmp_path / "reviewer")
    decide_all(session)
    session.do(SetReviewStatus(1, ReviewStatus.DONE))
    session.project.close()
    return session.project.path


def agreement(driver: Driver) -> None:
    driver.window.actions_["view.overview"].trigger()
    seen(driver)
    driver.press_button("tab-agreement")
    driver.settle()


def table(driver: Driver, name: str) -> NumberTable:
    found = widget(driver, name)
    assert isinstance(found, NumberTable)
    return found


def cells(driver: Driver, name: str) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table(driver, name).model_.sheet.rows]


def choose(driver: Driver, name: str) -> None:
    choice = widget(driver, "reference-choice")
    assert isinstance(choice, QuietCombo)
    choice.choose_data(name)
    choice.activated.emit(choice.currentIndex())


def test_gold_is_taken_for_right_once_there_is_any(qtbot: QtBot, project: Path) -> None:
    with opened(project) as driver:
        agreement(driver)
        assert cells(driver, "reference-people") == [
            ["나래", "1", "3 / 3", "1.000", "1.000", "1.000", "1.000"],
            ["다솜", "1", "2 / 3", "0.500", "0.333", "0.400", "0.800"],
        ]
        table(driver, "reference-people").open_cell(1, 0)
        assert ["DATE", "1 / 1", "1.000", "1.000", "1.000", "1.000"] in cells(driver, "reference-labels")
        driver.window.appearance.set_language("ko")
        driver.settle()
        assert widget(driver, "reference-choice").currentText() == "정답"


def test_precision_opens_what_they_have_and_recall_what_is_right(qtbot: QtBot, project: Path) -> None:
    with opened(project) as driver:
        agreement(driver)
        listed = widget(driver, "places-list")
        table(driver, "reference-people").open_cell(1, 3)
        assert shows(driver, "places")
        assert listed.count() == 1
        table(driver, "reference-people").open_cell(1, 4)
        assert listed.count() == 2
        driver.keys("Down", "Return")
        assert shows(driver, "article")
        assert driver.pane.caret() == driver.workspace.desk.text.index("환경부")


def test_an_annotator_can_be_taken_for_right_from_either_side_of_a_pair(qtbot: QtBot, project: Path) -> None:
    with opened(project) as driver:
        agreement(driver)
        choose(driver, "다솜")
        assert cells(driver, "reference-people") == [
            ["나래", "1", "3 / 2", "0.333", "0.500", "0.400", "0.800"]
        ]
        table(driver, "reference-people").open_cell(0, 3)
        assert widget(driver, "places-list").count() == 2
        choose(driver, "")
        assert not table(driver, "reference-people").isVisible()
        choose(driver, GOLD)
        assert len(cells(driver, "reference-people")) == 2


def test_without_gold_nobody_is_taken_for_right(qtbot: QtBot, tmp_path: Path) -> None:
    session = reviewed(tmp_path / "reviewer")
    session.project.close()
    with opened(session.project.path) as driver:
        agreement(driver)
        assert widget(driver, "reference-choice").isVisible()
        assert not table(driver, "reference-people").isVisible()
