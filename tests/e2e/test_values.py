"""Values in the real window: read at once, said with their rule, chosen from names, a calendar, alternatives."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLabel, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.commands.documents import SetField
from annotator.core.values import Norm
from annotator.ui.driver import Driver
from tests.support.projects import make_session
from tests.support.windows import opened

TEXT = "상무부는 9일 최소 1000만 달러를 심해기술센터에 준다. 기상청도 3일에 돕는다.\n"


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot) -> Iterator[Driver]:
    session = make_session(tmp_path, TEXT)
    session.project.close()
    with opened(session.project.path) as made:
        yield made


def mark(driver: Driver, quote: str, digit: str) -> None:
    driver.drag(*driver.find(quote))
    driver.keys(digit)


def norm(driver: Driver) -> Norm | None:
    span = driver.workspace.desk.current
    assert span is not None
    return span.norm


def said(driver: Driver, name: str) -> str:
    label = driver.window.findChild(QLabel, name)
    return label.text() if label.isVisible() else ""


def others(driver: Driver) -> list[str]:
    found = [driver.window.findChild(QWidget, f"value-other-{number}") for number in range(1, 9)]
    return [button.text() for button in found if button is not None and button.isVisible()]


def test_an_amount_is_read_as_it_is_marked_and_the_rule_is_said(driver: Driver) -> None:
    mark(driver, "1000만 달러", "3")
    assert norm(driver) == Norm("money", "10000000", "USD", "EQUAL_OR_MORE")
    assert said(driver, "value-rule") == "Read by rule: a number with a currency"
    driver.keys("F2")
    driver.write("12")
    assert norm(driver) == Norm("money", "12", "USD", "EQUAL_OR_MORE")
    assert said(driver, "value-rule") == "It can also be read as:"
    assert others(driver) == ["≥ 10,000,000 USD"]
    driver.press_button("value-other-1")
    assert norm(driver) == Norm("money", "10000000", "USD", "EQUAL_OR_MORE")
    driver.keys("Esc", "Ctrl+Z")
    assert norm(driver) == Norm("money", "12", "USD", "EQUAL_OR_MORE")


def test_a_date_asks_for_the_document_date_and_follows_it(driver: Driver) -> None:
    mark(driver, "9일", "4")
    assert norm(driver) is None
    assert "the date of the document, which is not known" in said(driver, "value-rule")
    driver.press_button("value-ask-date")
    assert driver.focus.objectName() == "field-document_date"
    driver.write("2023-12-10")
    driver.keys("Return")
    assert norm(driver) == Norm("date", "2023-12-09", ref="2023-12-10")
    assert said(driver, "value-rule") == "Read by rule: a day, the nearest to the document date"


def test_a_day_is_picked_in_the_calendar_by_keys(driver: Driver) -> None:
    driver.workspace.session.do(SetField(1, "document_date", "2023-12-10"))
    mark(driver, "3일", "4")
    driver.keys("F2", "Down")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    calendar = popup.findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2023, 12, 3)
    QTest.keyClick(calendar.findChild(QWidget, "qt_calendar_calendarview"), Qt.Key.Key_Right)
    QTest.keyClick(calendar.findChild(QWidget, "qt_calendar_calendarview"), Qt.Key.Key_Return)
    assert norm(driver) == Norm("date", "2023-12-04", ref="2023-12-10")
    assert driver.focus.objectName() == "value-text"


def test_a_name_of_several_bodies_is_chosen_with_one_click(driver: Driver) -> None:
    mark(driver, "상무부", "1")
    assert norm(driver) is None
    assert others(driver) == ["상무부 · DOC US", "상무부 · MOFCOM CN"]
    driver.press_button("value-other-2")
    assert norm(driver) == Norm("name", "상무부", ref="cn.mofcom")


def test_names_narrow_as_one_types_and_enter_takes_one(driver: Driver) -> None:
    mark(driver, "심해기술센터", "1")
    driver.keys("F2")
    driver.write("noaa")
    names = driver.window.findChild(QListWidget, "value-names")
    assert names.isVisible()
    assert names.item(0).text().startswith("해양대기청   NOAA · ")
    driver.keys("Down", "Return")
    assert norm(driver) == Norm("name", "해양대기청", ref="us.noaa")
    assert not names.isVisible()
    driver.keys("Return")
    assert driver.focus is driver.pane


def test_a_name_that_was_used_comes_first_and_esc_closes_the_list_alone(driver: Driver) -> None:
    mark(driver, "심해기술센터", "1")
    driver.keys("F2")
    driver.write("심해연구기술센터")
    driver.keys("Return")
    mark(driver, "기상청", "1")
    driver.keys("F2", "Delete", "Down")
    names = driver.window.findChild(QListWidget, "value-names")
    assert names.item(0).text() == "심해연구기술센터"
    driver.keys("Esc")
    assert not names.isVisible()
    assert driver.focus.objectName() == "value-text"


def test_a_wrong_value_is_said_as_it_is_typed(driver: Driver) -> None:
    mark(driver, "9일", "4")
    driver.keys("F2")
    driver.write("2023-13")
    assert "2023-13" in said(driver, "value-info")
    assert norm(driver) == Norm("date", "2023-13")


def test_an_amount_is_typed_as_newspapers_write_it_and_stands_as_it_is_written(driver: Driver) -> None:
    mark(driver, "1000만 달러", "3")
    driver.keys("F2")
    driver.write("약 5억 원")
    assert norm(driver) == Norm("money", "500000000", "KRW", "APPROX")
    assert said(driver, "value-info") == "≈ 500,000,000 KRW"
    assert driver.focus.text() == "약 5억 원"
    driver.keys("Backspace", "Backspace")
    assert norm(driver) == Norm("money", "500000000", "KRW", "APPROX")
    driver.write("x")
    assert "is no amount like" in said(driver, "value-info")
    driver.keys("Backspace", "Return", "F2")
    assert driver.focus.text() == "500000000"
    driver.write("12,500,000.50")
    assert norm(driver) == Norm("money", "12500000.5", "KRW", "APPROX")


def test_a_date_is_typed_as_newspapers_write_it(driver: Driver) -> None:
    driver.workspace.bridge.do(SetField(1, "document_date", "2023-12-09"))
    mark(driver, "3일", "4")
    driver.keys("F2")
    driver.write("2023년 4월 9일")
    assert norm(driver) == Norm("date", "2023-04-09")
    driver.keys("Ctrl+A")
    driver.write("내년 초")
    assert norm(driver) == Norm("date", "2024", None, "START", "2023-12-09")
    driver.keys("Return", "F2")
    assert driver.focus.text() == "2024"
    driver.write("2025")
    assert norm(driver) == Norm("date", "2025", None, "START", "2023-12-09")


def test_a_sector_is_said_by_its_name_and_found_by_it(driver: Driver) -> None:
    mark(driver, "기상청", "2")
    assert norm(driver) is None
    driver.keys("F2")
    driver.write("quantum comp")
    driver.keys("Down", "Return")
    assert norm(driver) == Norm("sector", "KR-NST-12-01", ref="annotator-sectors")
    assert said(driver, "value-info").startswith("양자컴퓨")
