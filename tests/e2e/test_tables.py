"""The tables of the project in the real window: opened, sorted, searched, gone to by Enter, written as CSV."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QTreeWidget
from pytestqt.qtbot import QtBot

from annotator.ui.driver import Driver
from tests.e2e.actions.scenario import answer_dialog, current, mark, notice, shows, widget
from tests.support.windows import opened


def column(driver: Driver, name: str) -> list[str]:
    """Return what a column of the table says, row by row, once it has been filled."""
    driver.settle()
    view = driver.window.findChild(QTableView, "table-rows")
    model = view.model()
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    at = heads.index(name)
    return [model.index(row, at).data() for row in range(model.rowCount())]


def filled(driver: Driver, rows: int) -> None:
    view = driver.window.findChild(QTableView, "table-rows")
    driver.wait_until(lambda: view.model().rowCount() == rows, f"{rows} rows")


def tied(driver: Driver) -> None:
    mark(driver, "과학기술정보통신부와", "1")
    driver.keys("F7")
    mark(driver, "500만 달러를", "3")
    driver.keys("F7")
    mark(driver, "한국연구재단과", "1")
    driver.keys("Shift+F7")


def test_records_are_listed_below_the_article_and_gone_to_by_enter(qtbot: QtBot) -> None:
    with opened() as driver:
        tied(driver)
        driver.keys("Ctrl+T")
        filled(driver, 2)
        assert column(driver, "Agencies") == ["과학기술정보통신부", "한국연구재단"]
        assert column(driver, "Status") == ["complete", "⚠ incomplete"]
        driver.keys("Down", "Return")
        assert current(driver) == "한국연구재단"
        assert driver.pane.hasFocus()
        tree = driver.window.findChild(QTreeWidget, "records-list")
        assert tree.topLevelItem(1).isExpanded()
        driver.keys("Ctrl+T", "Up", "Return")
        assert current(driver) == "과학기술정보통신부"
        driver.keys("Ctrl+T", "Esc")
        assert not shows(driver, "project-tables")


def test_the_table_follows_the_work(qtbot: QtBot) -> None:
    with opened() as driver:
        tied(driver)
        driver.keys("Ctrl+T")
        filled(driver, 2)
        driver.workspace.focus_article()
        driver.keys("Ctrl+Z")
        filled(driver, 1)
        assert column(driver, "Agencies") == ["과학기술정보통신부"]


def test_the_table_is_searched_and_sorted_by_keys(qtbot: QtBot) -> None:
    with opened() as driver:
        tied(driver)
        driver.keys("Ctrl+T")
        filled(driver, 2)
        widget(driver, "table-sort").setFocus()
        driver.keys(*["Down"] * 5)  # agencies
        widget(driver, "table-order").setFocus()
        driver.keys("Space")
        driver.wait_until(lambda: column(driver, "Agencies")[:1] == ["한국연구재단"], "sorted")
        widget(driver, "table-search").setFocus()
        driver.write("정보통신")
        driver.keys("Return")
        filled(driver, 1)
        assert column(driver, "Agencies") == ["과학기술정보통신부"]


def test_a_click_on_a_head_sorts_and_a_second_one_turns_round(qtbot: QtBot) -> None:
    with opened() as driver:
        tied(driver)
        driver.keys("Ctrl+T")
        filled(driver, 2)
        header = driver.window.findChild(QTableView, "table-rows").horizontalHeader()
        for wanted in (["과학기술정보통신부", "한국연구재단"], ["한국연구재단", "과학기술정보통신부"]):
            header.sectionClicked.emit(4)
            driver.wait_until(lambda wanted=wanted: column(driver, "Agencies") == wanted, "sorted")


def test_the_table_is_written_as_csv(qtbot: QtBot, tmp_path: Path) -> None:
    with opened() as driver:
        tied(driver)
        driver.keys("Ctrl+T")
        filled(driver, 2)
        target = tmp_path / "records.csv"
        answer_dialog(target)
        driver.press_button("table-csv")
        driver.wait_until(target.exists, "the file")
        driver.wait_until(lambda: "records.csv" in notice(driver), "the notice")
        assert "한국연구재단" in target.read_text(encoding="utf-8-sig")


def test_relations_have_their_own_table(qtbot: QtBot) -> None:
    with opened() as driver:
        tied(driver)
        driver.keys("Ctrl+T")
        filled(driver, 2)
        driver.press_button("table-relations")
        filled(driver, 0)
        assert "0 of 0 shown" in widget(driver, "table-told").text()
