"""What a digit, Enter and Esc do in every state, in the real window; and the job by the mouse alone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.core.commands.spans import AddSpan
from annotator.ui.driver import Driver
from tests.support.projects import make_session
from tests.support.windows import marks, opened

FIRST = "기상청은 과기부와 함께 발표했다. 산업부도 참여한다.\n"
OTHER = "과기부는 회의를 열었다.\n"


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot) -> Iterator[Driver]:
    session = make_session(tmp_path, FIRST, OTHER)
    session.project.close()
    with opened(session.project.path) as made:
        made.workspace.session.do(AddSpan(2, 0, 3, 1))
        made.workspace.suggesting.set_off(frozenset({"memory", "agencies", "amounts", "dates", "sectors"}))
        made.workspace.suggesting.set_off(frozenset({"agencies", "amounts", "dates", "sectors"}))
        made.wait_until(lambda: len(made.workspace.suggesting.open) == 1, "a suggestion")
        made.workspace.focus_article()
        yield made


def nothing(driver: Driver) -> None:
    driver.click(driver.find("발표")[0])
    driver.keys("Esc", "Esc")


def selection(driver: Driver) -> None:
    driver.drag(*driver.find("산업부도"))


def brush(driver: Driver) -> None:
    nothing(driver)
    driver.keys("2")


def current(driver: Driver) -> None:
    driver.drag(*driver.find("기상청은"))
    driver.keys("1")


def suggestion(driver: Driver) -> None:
    driver.keys("F8")


def panel(driver: Driver) -> None:
    driver.keys("Ctrl+K")


def text(driver: Driver) -> list[tuple[str, str]]:
    return marks(driver)


def selected(driver: Driver) -> str:
    start, end = driver.pane.selection()
    return driver.text[start:end]


def in_hand(driver: Driver) -> bool:
    return driver.workspace.brush.label is not None


def a_current(driver: Driver) -> bool:
    return driver.workspace.desk.current is not None


STATES: list[tuple[Callable[[Driver], None], str, Callable[[Driver], object], object]] = [
    (nothing, "3", in_hand, True),
    (selection, "3", text, [("산업부", "AMOUNT")]),
    (current, "3", text, [("기상청", "AMOUNT")]),
    (current, "1", text, [("기상청", "AGENCY")]),
    (suggestion, "3", text, [("과기부", "AMOUNT")]),
    (brush, "3", in_hand, True),
    (nothing, "Return", text, []),
    (selection, "Return", text, []),
    (current, "Return", lambda d: d.workspace.form.isAncestorOf(d.focus), True),
    (suggestion, "Return", text, [("과기부", "AGENCY")]),
    (brush, "Return", text, [("발표했다", "SECTOR")]),
    (panel, "Return", lambda d: d.workspace.panels.panel, None),
    (nothing, "Esc", text, []),
    (selection, "Esc", selected, ""),
    (current, "Esc", a_current, False),
    (suggestion, "Esc", lambda d: d.workspace.suggesting.current, None),
    (brush, "Esc", in_hand, False),
    (panel, "Esc", lambda d: d.workspace.panels.panel, None),
]


@pytest.mark.parametrize(
    ("state", "key", "seen", "expected"), STATES, ids=[f"{s[0].__name__}-{s[1]}" for s in STATES]
)
def test_a_digit_enter_and_esc_do_in_each_state_what_the_table_says(
    driver: Driver,
    state: Callable[[Driver], None],
    key: str,
    seen: Callable[[Driver], object],
    expected: object,
) -> None:
    state(driver)
    driver.keys(key)
    driver.settle()
    assert seen(driver) == expected


def test_esc_peels_one_layer_at_a_time(driver: Driver) -> None:
    current(driver)
    driver.keys("Ctrl+K", "Esc")
    assert a_current(driver)
    driver.keys("Esc")
    assert not a_current(driver)


def test_the_main_job_by_the_mouse_alone(driver: Driver) -> None:
    driver.drag(*driver.find("기상청은"))
    driver.press_button("chip-agency")
    driver.drag(*driver.find("산업부도"))
    driver.press_button("chip-sector")
    assert text(driver) == [("기상청", "AGENCY"), ("산업부", "SECTOR")]
    driver.click(driver.find("과기부")[0] + 1)
    driver.press_button("suggestion-accept")
    assert len(text(driver)) == 3
    driver.click(driver.find("산업부")[0] + 1)
    driver.settle()
    knob, (_start, end) = driver.pane.findChild(QWidget, "handle-end"), driver.find("산업부도")
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(knob, left, none, knob.rect().center())
    target = driver.pane.point_of(end)
    target.setY(target.y() + knob.height())
    QTest.mouseMove(knob, knob.mapFromParent(target))
    QTest.mouseRelease(knob, left, none, knob.mapFromParent(target))
    assert ("산업부도", "SECTOR") in text(driver)
    driver.click(driver.find("기상청")[0] + 1)
    driver.press_button("chip-remove")
    assert ("기상청", "AGENCY") not in text(driver)
