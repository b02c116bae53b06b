"""What floats over the article goes with the text where the window or the text gets another size."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.driver import Driver
from tests.support.windows import opened

# A knob hangs this far below the corner of its span at most.
_NEAR = 8


def mark_and_click(driver: Driver) -> None:
    start, end = driver.find("핵심기술")  # at the top: nothing scrolls
    driver.drag(start, end)
    driver.keys("1", "Esc")
    driver.click(start + 1)


def widen(driver: Driver) -> None:
    driver.window.resize(1900, 900)


def enlarge(driver: Driver) -> None:
    driver.keys("Ctrl+=", "Ctrl+=")


@pytest.mark.parametrize("change", [widen, enlarge])
def test_knobs_and_chips_do_not_stay_where_the_span_was(qtbot: QtBot, change) -> None:
    with opened() as driver:
        mark_and_click(driver)
        row = driver.window.findChild(QWidget, "chips-row")
        knobs = [driver.window.findChild(QWidget, f"handle-{edge}") for edge in ("start", "end")]
        assert row.isVisible()
        assert driver.pane.verticalScrollBar().value() == 0
        before = [knob.pos() for knob in knobs]
        change(driver)
        driver.settle()
        driver.settle()
        assert not row.isVisible()
        current = driver.workspace.desk.current_id
        assert current is not None
        boxes = driver.pane.span_rects(current)
        corners = [boxes[0].bottomLeft(), boxes[-1].bottomRight()]
        for knob, corner in zip(knobs, corners, strict=True):
            assert (knob.geometry().center() - corner - QPoint(0, 3)).manhattanLength() <= _NEAR
        assert [knob.pos() for knob in knobs] != before
