"""Selecting that knows Korean, in the real window: by mouse alone, and by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.driver import Driver
from tests.support.windows import marks, opened


def double_click(driver: Driver, cp: int) -> None:
    driver.pane.ensure_visible(cp, cp + 1)
    point = driver.pane.point_of(cp)
    point.setX(point.x() + 3)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseDClick(driver.pane.viewport(), left, none, point)


def selected(driver: Driver) -> str:
    start, end = driver.pane.selection()
    return driver.text[start:end]


def test_a_drag_leaves_the_josa_out_and_says_so(qtbot: QtBot) -> None:
    with opened() as driver:
        start, end = driver.find("과학기술정보통신부와")
        driver.drag(start, end)
        assert selected(driver) == "과학기술정보통신부"
        assert "+와" in driver.window.status.findChild(object, "covered").text()
        driver.keys(";")
        assert selected(driver) == "과학기술정보통신부와"
        driver.keys(";", "1")
        assert marks(driver) == [("과학기술정보통신부", "AGENCY")]


def test_a_drag_with_ctrl_is_taken_as_it_is(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.drag(*driver.find("과학기술정보통신부와"), Qt.KeyboardModifier.ControlModifier)
        driver.keys("1")
        assert marks(driver) == [("과학기술정보통신부와", "AGENCY")]


def test_the_josa_of_a_span_goes_off_and_on_in_one_key(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.drag(*driver.find("과학기술정보통신부와"), Qt.KeyboardModifier.ControlModifier)
        driver.keys("1", ";")
        assert marks(driver) == [("과학기술정보통신부", "AGENCY")]
        driver.keys(";")
        assert marks(driver) == [("과학기술정보통신부와", "AGENCY")]


def test_a_double_click_takes_the_segment_and_another_the_eojeol(qtbot: QtBot) -> None:
    with opened() as driver:
        start, _end = driver.find("과기정통부·산업부와")
        double_click(driver, start + 1)
        assert selected(driver) == "과기정통부"
        double_click(driver, start + 1)
        assert selected(driver) == "과기정통부·산업부"


def test_grow_and_shrink_climb_the_ladder_from_the_caret(qtbot: QtBot) -> None:
    with opened() as driver:
        start, _end = driver.find("혁신과학경제개발부(ISED)와")
        driver.click(start + 1)
        driver.keys(".")
        assert selected(driver) == "혁신과학경제개발부"
        driver.keys(".")
        assert selected(driver) == "혁신과학경제개발부(ISED)"
        driver.keys(",")
        assert selected(driver) == "혁신과학경제개발부"
        driver.keys("1")
        assert marks(driver) == [("혁신과학경제개발부", "AGENCY")]


def test_a_digit_with_nothing_chosen_arms_the_brush_until_esc(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.click(0)
        driver.keys("1")
        driver.drag(*driver.find("산업통상자원부는"))
        driver.click(driver.find("한국연구재단과")[0] + 1)
        driver.keys("Return")
        assert [text for text, _label in marks(driver)] == ["산업통상자원부", "한국연구재단"]
        driver.keys("Esc", "Esc")
        driver.drag(*driver.find("외교부는"))
        assert len(marks(driver)) == 2


def test_shift_and_a_digit_give_one_more_label_on_the_same_range(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.drag(*driver.find("바이오"))
        driver.keys("2", "Shift+1", "Shift+1")
        assert sorted(marks(driver)) == [("바이오", "AGENCY"), ("바이오", "SECTOR")]


@pytest.mark.parametrize(("key", "expected"), [("Ctrl+Right", "과학기술정보통신부"), ("Ctrl+Left", "")])
def test_the_caret_goes_by_segments(qtbot: QtBot, key: str, expected: str) -> None:
    with opened() as driver:
        start, _end = driver.find("과학기술정보통신부와")
        driver.click(start + 3)
        driver.keys(key)
        assert driver.text[start : driver.pane.caret()] == expected


def test_a_hit_is_the_selection_after_esc_and_a_digit_labels_it(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.click(0)
        driver.keys("Ctrl+F")
        driver.write("230억원")
        driver.keys("Esc")
        assert selected(driver) == "230억원"
        driver.keys("3")
        assert marks(driver) == [("230억원", "AMOUNT")]


def test_find_goes_round_and_back(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.click(0)
        driver.keys("Ctrl+F")
        driver.write("캐나다")
        places = [driver.pane.selection()[0]]
        for _ in range(driver.text.count("캐나다")):
            driver.keys("F3")
            places.append(driver.pane.selection()[0])
        assert places[0] == places[-1]
        assert len(set(places)) == driver.text.count("캐나다")
        driver.keys("Shift+F3")
        assert driver.pane.selection()[0] == places[-2]


def test_the_mouse_alone_marks_relabels_and_removes(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.drag(*driver.find("과학기술정보통신부와"))
        driver.press_button("chip-sector")
        assert marks(driver) == [("과학기술정보통신부", "SECTOR")]
        driver.click(driver.find("과학기술정보통신부")[0] + 2)
        driver.press_button("chip-agency")
        assert marks(driver) == [("과학기술정보통신부", "AGENCY")]
        driver.click(driver.find("과학기술정보통신부")[0] + 2)
        driver.press_button("chip-remove")
        assert marks(driver) == []


def test_the_row_of_labels_goes_with_the_next_key(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.drag(*driver.find("과학기술정보통신부와"))
        row = driver.workspace.chips_row
        assert row.isVisible()
        driver.keys("Right")
        assert not row.isVisible()


def test_the_end_of_a_span_is_dragged_by_its_knob_and_that_is_one_step(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.drag(*driver.find("과학기술정보통신부와"))
        driver.keys("1")
        driver.settle()
        knob = driver.pane.findChild(object, "handle-end")
        assert knob.isVisible()
        start, _end = driver.find("과학기술정보통신부와")
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        target = driver.pane.point_of(start + 4)
        QTest.mousePress(knob, left, none, knob.rect().center())
        for to in (start + 8, start + 6, start + 4):
            target = driver.pane.point_of(to)
            target.setY(target.y() + knob.height())
            QTest.mouseMove(knob, knob.mapFromParent(target))
        QTest.mouseRelease(knob, left, none, knob.mapFromParent(target))
        assert marks(driver) == [("과학기술", "AGENCY")]
        driver.keys("Ctrl+Z")
        assert marks(driver) == [("과학기술정보통신부", "AGENCY")]
