"""A target for exact F1: cells are marked by whether they reach it, by a mark and in words, and it is remembered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.app import settings as settings_file
from annotator.ui.driver import Driver
from annotator.ui.overview.number_table import Cell, NumberTable
from tests.e2e.actions.overview import looking
from tests.e2e.actions.scenario import widget
from tests.support.windows import opened


def agreement(driver: Driver) -> None:
    looking(driver)
    driver.press_button("tab-agreement")
    driver.settle()


def table(driver: Driver, name: str) -> NumberTable:
    found = widget(driver, name)
    assert isinstance(found, NumberTable)
    return found


def cell(driver: Driver, name: str, row: int, column: int) -> Cell:
    return table(driver, name).model_.sheet.rows[row][column]


def aim(driver: Driver, number: str) -> None:
    field = widget(driver, "agreement-target")
    assert isinstance(field, QDoubleSpinBox)
    field.setFocus()
    field.selectAll()
    driver.write(number)
    driver.keys("Return")
    driver.settle()


def test_cells_of_exact_f1_say_whether_they_reach_the_target(qtbot: QtBot) -> None:
    with opened() as driver:
        agreement(driver)
        assert cell(driver, "agreement-pairs", 0, 3).reached is None
        aim(driver, "0.5")
        assert cell(driver, "agreement-pairs", 0, 3).reached is True
        aim(driver, "0.51")
        shown = cell(driver, "agreement-pairs", 0, 3)
        assert (shown.text, shown.reached) == ("0.500", False)
        assert cell(driver, "agreement-pairs", 0, 5).reached is None  # lenient F1 has none
        model = table(driver, "agreement-pairs").model_
        told = model.data(model.index(0, 3), int(Qt.ItemDataRole.AccessibleTextRole))
        assert str(told).endswith("0.500, below the target of 0.51")
        assert cell(driver, "agreement-labels", 0, 3).reached is False
        driver.window.appearance.set_language("ko")
        driver.settle()
        assert cell(driver, "agreement-pairs", 0, 3).tip == "목표 0.51에 못 미침"


def test_the_target_is_remembered_and_can_be_taken_away(qtbot: QtBot) -> None:
    with opened() as driver:
        agreement(driver)
        aim(driver, "0.8")
    assert settings_file.load(paths.settings_file()).settings.f1_target == 80
    with opened() as driver:
        agreement(driver)
        assert cell(driver, "agreement-pairs", 0, 3).reached is False
        aim(driver, "0")
        assert cell(driver, "agreement-pairs", 0, 3).reached is None
        assert widget(driver, "agreement-target").text() == "none"
