"""Several spans chosen in the list are relabelled, doubted and removed as one step."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.driver import Driver
from tests.support.windows import marks, opened


def mark_three(driver: Driver) -> None:
    for quote in ("외교부는", "한국연구재단과", "보건복지부도"):
        driver.drag(*driver.find(quote))
        driver.keys("1")


def choose_rows(driver: Driver, first: int, last: int) -> None:
    table = driver.workspace.form.spans.table
    table.setFocus()
    for row, modifier in ((first, Qt.KeyboardModifier.NoModifier), (last, Qt.KeyboardModifier.ShiftModifier)):
        place = table.visualRect(table.model().index(row, 1)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def test_a_digit_relabels_all_that_are_chosen_and_one_undo_takes_it_back(qtbot: QtBot) -> None:
    with opened() as driver:
        mark_three(driver)
        choose_rows(driver, 0, 2)
        driver.keys("2")
        assert {label for _text, label in marks(driver)} == {"SECTOR"}
        driver.keys("Ctrl+Z")
        assert {label for _text, label in marks(driver)} == {"AGENCY"}


def test_delete_removes_all_that_are_chosen_and_one_undo_brings_them_back(qtbot: QtBot) -> None:
    with opened() as driver:
        mark_three(driver)
        choose_rows(driver, 0, 1)
        driver.keys("Delete")
        assert len(marks(driver)) == 1
        driver.keys("Ctrl+Z")
        assert len(marks(driver)) == 3


def test_a_slash_puts_all_that_are_chosen_in_doubt(qtbot: QtBot) -> None:
    with opened() as driver:
        mark_three(driver)
        choose_rows(driver, 0, 2)
        driver.keys("/")
        assert all(span.unsure for span in driver.workspace.desk.spans)
