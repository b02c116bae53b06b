"""The list of spans in groups, in the real window: list and article walk together, and the grouping is remembered."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.ui.driver import Driver
from annotator.ui.form.span_groups import Grouping
from tests.support.windows import marks, opened


def mark_some(driver: Driver) -> None:
    for quote, digit in (("외교부는", "1"), ("한국연구재단과", "2"), ("보건복지부도", "1")):
        driver.drag(*driver.find(quote))
        driver.keys(digit)


def current_row(driver: Driver) -> str:
    table = driver.workspace.form.spans.table
    span = driver.workspace.form.spans.model.span_at(table.currentIndex().row())
    return "" if span is None else span.text


def test_in_every_grouping_list_and_article_walk_together(qtbot: QtBot) -> None:
    with opened() as driver:
        mark_some(driver)
        in_order = [text for text, _label in marks(driver)]
        for grouping in Grouping:
            driver.press_button(f"group-{grouping}")
            driver.pane.setFocus()
            driver.keys("Esc", "Ctrl+Home")
            walked = []
            for _ in in_order:
                driver.keys("Tab")
                walked.append(current_row(driver))
            assert walked == in_order
            table = driver.workspace.form.spans.table
            table.setFocus()
            table.setCurrentIndex(table.model().index(0, 1))
            seen = {current_row(driver)}
            for _ in range(table.model().rowCount()):
                driver.keys("Down")
                if current_row(driver):
                    current = driver.workspace.desk.current
                    assert current is not None
                    assert current.text == current_row(driver)
                seen.add(current_row(driver))
            assert seen - {""} == set(in_order)


def test_what_precedes_and_follows_a_span_stands_beside_it(qtbot: QtBot) -> None:
    with opened() as driver:
        mark_some(driver)
        model = driver.workspace.form.spans.model
        span = model.span_at(0)
        assert span is not None
        before, after = model.beside(span)
        assert f"{before}{span.text}{after}" in driver.text
        assert after


def test_the_grouping_is_remembered(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.press_button("group-text")
        assert driver.window.remembered().span_grouping == "text"
    with opened() as driver:
        driver.wait_until(lambda: driver.window.appearance.settings.span_grouping == "text", "kept on disk")
        assert driver.workspace.form.spans.model.grouping is Grouping.TEXT


def test_several_chosen_over_two_groups_are_one_undo_step(qtbot: QtBot) -> None:
    with opened() as driver:
        mark_some(driver)
        driver.press_button("group-label")
        table = driver.workspace.form.spans.table
        table.setFocus()
        table.selectAll()
        driver.keys("4")
        assert {label for _text, label in marks(driver)} == {"DATE"}
        driver.keys("Ctrl+Z")
        assert sorted(label for _text, label in marks(driver)) == ["AGENCY", "AGENCY", "SECTOR"]


def test_left_and_right_fold_and_unfold_from_the_keyboard(qtbot: QtBot) -> None:
    with opened() as driver:
        mark_some(driver)
        driver.press_button("group-label")
        table = driver.workspace.form.spans.table
        table.setFocus()
        rows = table.model().rowCount()
        driver.keys("Left")
        assert table.model().rowCount() < rows
        driver.keys("Right")
        assert table.model().rowCount() == rows
        assert table.currentIndex().flags() & Qt.ItemFlag.ItemIsEnabled
