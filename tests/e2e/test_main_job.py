"""The main job in the real window: import a page, mark it by mouse and keys, close, open again, export."""

import json
from pathlib import Path

import jsonschema
import pytest
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.ui.driver import Driver
from tests.support.windows import PAGE, marks, opened

pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="the newspaper page is not here")


def import_page(driver: Driver) -> None:
    """Drop the page on the window and let the program make a project for it."""
    driver.window.files_dropped.emit([PAGE])
    driver.press_button("notice-action-1")
    driver.wait_until(lambda: "한미, 첫 차세대" in driver.text, "the page is not shown")


def select_by_keys(driver: Driver, start: int, end: int) -> None:
    driver.click(start)
    driver.keys(*["Shift+Right"] * (end - start))


@pytest.mark.xvfb
def test_the_main_job_in_a_window_of_a_real_display(qtbot: QtBot, home: Path) -> None:
    do_the_main_job(home)


def test_the_main_job_from_the_page_to_the_checked_file(qtbot: QtBot, home: Path) -> None:
    do_the_main_job(home)


def do_the_main_job(home: Path) -> None:
    """Import, mark, undo, note, close, open again, export, check."""
    with opened() as driver:
        import_page(driver)
        text = driver.text
        assert len(text) == 2206
        for furniture in ("속보", "글자 크기", "베스트 기사", "Lockheed", "2026"):
            assert furniture not in text
        document = driver.workspace.desk.document
        assert document is not None
        assert (document.document_date, document.date_source) == ("2023-12-09", "caption")
        assert not document.confirmed

        driver.drag(*driver.find("과기정통부"))
        driver.keys("1")
        assert driver.workspace.desk.document.confirmed
        select_by_keys(driver, *driver.find("바이오", 2))
        driver.keys("2")
        driver.drag(*driver.find("1000만 달러"))
        driver.keys("3")
        select_by_keys(driver, *driver.find("내년 초"))
        driver.keys("4")
        driver.drag(*driver.find("최소 1000만 달러 규모"))
        driver.keys("3")
        whole = marks(driver)
        assert sorted(whole) == sorted([
            ("과기정통부", "AGENCY"),
            ("바이오", "SECTOR"),
            ("1000만 달러", "AMOUNT"),
            ("내년 초", "DATE"),
            ("최소 1000만 달러 규모", "AMOUNT"),
        ])  # fmt: skip

        driver.keys("Ctrl+Z", "Ctrl+Z")
        assert len(marks(driver)) == 3
        driver.keys("Ctrl+Shift+Z", "Ctrl+Y")
        assert marks(driver) == whole
        driver.click(driver.find("과기정통부")[0] + 1)
        driver.keys("F4")
        driver.write("영문 이름 확인")
        driver.keys("Esc")
        assert driver.workspace.desk.current is not None
        assert driver.workspace.desk.current.note == "영문 이름 확인"
        project = driver.workspace.session.project.path

    assert [path.name for path in project.parent.iterdir()] == [project.name]
    target = home / "out.jsonl"
    with opened() as driver:
        assert driver.workspace.session.project.path == project
        assert marks(driver) == whole
        driver.keys("Ctrl+E")
        driver.write("김하나")
        panel = driver.workspace.panels.panel
        assert panel is not None
        field = panel.findChild(object, "export-path")
        field.setText(str(target))
        driver.press_button("export-go")
        driver.wait_until(target.exists, "nothing was written")
        driver.wait_until(lambda: bool(driver.workspace.notices.notices()), "nothing was told")

    lines = target.read_bytes().split(b"\n")
    assert len(lines) == 2
    assert lines[1] == b""
    record = json.loads(lines[0])
    schema = json.loads(resources.read_text("schemas", "native-writer.schema.json"))
    jsonschema.validate(record, schema)
    assert record["text"] == text
    assert record["annotator"] == "김하나"
    assert [(record["text"][s["start"] : s["end"]], s["label"]) for s in record["spans"]] == [
        (s["text"], s["label"]) for s in record["spans"]
    ]
    assert sorted((s["text"], s["label"]) for s in record["spans"]) == sorted(whole)
    assert [s["note"] for s in record["spans"] if s["note"]] == ["영문 이름 확인"]


def test_lines_of_the_page_can_be_toggled_before_anything_is_marked(qtbot: QtBot) -> None:
    with opened() as driver:
        import_page(driver)
        strip = driver.workspace.strip
        driver.press_button("extraction-unfold")
        model = strip.findChild(object, "page-lines").model()
        row = next(r for r in range(model.rowCount()) if "[사진=대통령실]" in model.index(r, 0).data())
        from PySide6.QtCore import Qt

        model.setData(model.index(row, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
        assert driver.text.count("[사진=대통령실]") == 1
        driver.workspace.focus_article()
        driver.keys("Ctrl+Z")
        assert driver.text.count("[사진=대통령실]") == 2


def test_enter_confirms_the_extraction_and_undo_brings_the_strip_back(qtbot: QtBot) -> None:
    with opened() as driver:
        import_page(driver)
        assert driver.workspace.strip.isVisible()
        driver.keys("Return")
        assert not driver.workspace.strip.isVisible()
        driver.keys("Ctrl+Z")
        assert driver.workspace.strip.isVisible()


def test_undoing_an_import_hides_the_document_and_redo_shows_it(qtbot: QtBot) -> None:
    with opened() as driver:
        import_page(driver)
        driver.press_button("notice-action-1")
        assert driver.workspace.library_panel.shown() == 0
        assert driver.workspace.desk.document is None
        driver.workspace.bridge.redo(None)
        assert driver.workspace.library_panel.shown() == 1
