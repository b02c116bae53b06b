"""A table in the window: known headings are taken as they are, others are asked for once and remembered."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from annotator.ui.importing.columns_panel import ColumnsPanel
from annotator.ui.widgets.quiet_combo import QuietCombo
from tests.support.books import book
from tests.support.windows import opened

HEAD = ["번호", "큰 글", "작은 글"]
ROWS = [
    ["1", "양자 연구 지원", "가람부는 300억 원을 낸다."],
    ["2", "위성 발사 예산", "다온청은 20억 원을 쓴다."],
]


def take_in(driver, file):
    """Import into a project of its own."""
    driver.window.files_dropped.emit([file])
    driver.press_button("notice-action-1")


def panel(driver):
    return driver.window.findChild(ColumnsPanel)


def choose(driver, field, heading):
    combo = driver.window.findChild(QuietCombo, f"column-{field}")
    combo.setFocus()
    for _ in range(combo.count()):
        if combo.currentText() == heading:
            return
        QTest.keyClick(combo, Qt.Key.Key_Down)
    raise AssertionError(heading)


def test_unknown_headings_are_asked_for_once_and_remembered(tmp_path, qtbot):
    first, second = tmp_path / "첫째.xlsx", tmp_path / "둘째.csv"
    first.write_bytes(book(HEAD, *ROWS))
    with opened() as driver:
        take_in(driver, first)
        driver.wait_until(lambda: panel(driver) is not None, "the question")
        take = driver.window.findChild(QPushButton, "columns-take")
        assert not take.isEnabled()
        choose(driver, "text", "작은 글")
        choose(driver, "title", "큰 글")
        assert "가람부는 300억" in driver.window.findChild(QWidget, "columns-preview").toPlainText()
        driver.press_button("columns-take")
        driver.wait_until(lambda: "300억" in driver.text, "the first document")
        assert driver.text == f"{ROWS[0][1]}\n\n{ROWS[0][2]}"
        second.write_text(
            "\n".join(",".join(row) for row in [HEAD[::-1], ["새 글이다.", "새 제목", "3"]]), "utf-8"
        )
        driver.window.files_dropped.emit([second])
        driver.wait_until(lambda: "새 글이다." in driver.text, "the table with the same headings")
        assert driver.text == "새 제목\n\n새 글이다."
        assert panel(driver) is None


def test_a_table_can_be_left_out(tmp_path, qtbot):
    file = tmp_path / "표.xlsx"
    file.write_bytes(book(HEAD, *ROWS))
    with opened() as driver:
        take_in(driver, file)
        driver.wait_until(lambda: panel(driver) is not None, "the question")
        driver.press_button("columns-skip")
        driver.wait_until(lambda: panel(driver) is None, "no question")


def test_the_sheets_of_bigkinds_are_taken_without_a_question(tmp_path, qtbot):
    file = tmp_path / "뉴스.xlsx"
    file.write_bytes(
        book(["일자", "언론사", "제목", "본문"], ["20240229", "가람일보", ROWS[0][1], ROWS[0][2]])
    )
    with opened() as driver:
        take_in(driver, file)
        driver.wait_until(lambda: "300억" in driver.text, "the first document")
        assert driver.workspace.desk.document.document_date == "2024-02-29"
        assert panel(driver) is None
