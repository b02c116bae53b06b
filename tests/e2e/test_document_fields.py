"""Fields and labels of a document from the window: each a step, wrong dates told and kept, both carried by files."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.app.documents.company import document_labels, known_document_labels
from annotator.core.document import Document
from annotator.ui.driver import Driver
from annotator.ui.form.document_page import DocumentPage
from annotator.ui.form.pages import DOCUMENT, SPANS
from tests.support.intake import lines_of, run_export, run_import
from tests.support.projects import make_session
from tests.support.windows import opened


def page_of(driver: Driver) -> DocumentPage:
    return driver.workspace.form.pages.document


def shown(driver: Driver) -> Document:
    document = driver.workspace.desk.document
    assert document is not None
    return document


def write_into(driver: Driver, name: str, text: str) -> None:
    page_of(driver).focus_field(name)
    driver.keys("Ctrl+A", "Delete")
    driver.write(text)


def test_typing_in_a_field_is_one_step_and_enter_returns_to_the_article(qtbot: QtBot) -> None:
    with opened() as driver:
        before = shown(driver)
        driver.pane.setFocus()
        driver.keys("Ctrl+I")
        assert driver.workspace.form.pages.page == DOCUMENT
        write_into(driver, "outlet", "한빛신문")
        assert shown(driver).outlet == "한빛신문"
        driver.keys("Return")
        assert driver.pane.hasFocus()
        driver.keys("Ctrl+Z")
        assert shown(driver) == before
        driver.keys("Ctrl+Shift+Z")
        assert shown(driver).outlet == "한빛신문"


def test_a_document_date_says_that_it_was_given_by_hand(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.keys("Ctrl+I")
        write_into(driver, "document_date", "2023-12-09")
        assert (shown(driver).document_date, shown(driver).date_source) == ("2023-12-09", "user")
        told = page_of(driver).findChild(QLabel, "told-document_date")
        assert isinstance(told, QLabel)
        assert told.text() == "given by hand"


def test_a_wrong_date_is_told_kept_as_typed_and_not_stored(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.keys("Ctrl+I")
        write_into(driver, "document_date", "2023-12-09")
        page_of(driver).focus_field("document_date")
        driver.keys("End", "Backspace")
        told = page_of(driver).findChild(QLabel, "told-document_date")
        assert isinstance(told, QLabel)
        assert "2023-12-0" in told.text()
        assert shown(driver).document_date == "2023-12-09"
        here = driver.workspace.desk.document_id
        driver.workspace.desk.show_document(None)
        driver.workspace.desk.show_document(here)
        assert page_of(driver)._lines["document_date"].text() == "2023-12-0"  # what a person sees
        page_of(driver).focus_field("document_date")
        driver.keys("End")
        driver.write("8")
        assert shown(driver).document_date == "2023-12-08"
        assert told.text() == "given by hand"


def test_undo_of_the_date_takes_a_wrong_one_from_the_field(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.keys("Ctrl+I")
        write_into(driver, "document_date", "2023-12-09")
        driver.keys("End", "Backspace", "Esc", "Ctrl+Z")
        line = page_of(driver).findChild(QLineEdit, "field-document_date")
        assert isinstance(line, QLineEdit)
        assert line.text() == shown(driver).document_date != "2023-12-09"


def test_labels_of_the_document_are_steps_and_go_out_with_an_export(qtbot: QtBot, tmp_path: Path) -> None:
    with opened() as driver:
        driver.keys("Ctrl+I")
        field = page_of(driver).labels.field
        field.setFocus()
        for label in ("정책", "예산"):
            driver.write(label)
            driver.keys("Return")
        session = driver.workspace.session
        assert document_labels(session, shown(driver).id) == ("정책", "예산")
        driver.workspace.desk.end_burst()
        driver.pane.setFocus()
        driver.keys("Ctrl+Z")
        assert document_labels(session, shown(driver).id) == ("정책",)
        driver.keys("Ctrl+Shift+Z")
        out = tmp_path / "out.jsonl"
        run_export(session, out, statuses=("in_progress",), name="김하나")
        assert [line["doc_labels"] for line in lines_of(out)] == [["정책", "예산"]]
    other = make_session(tmp_path)
    run_import(other, out)
    query = "SELECT label FROM document_label ORDER BY position"
    assert other.project.connection.execute(query).fetchall() == [("정책",), ("예산",)]
    assert known_document_labels(other) == ("예산", "정책")
    other.project.close()


def test_the_list_of_spans_is_one_key_away(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.drag(*driver.find("외교부"))
        driver.keys("1", "Ctrl+I", "Ctrl+Shift+L")
        assert driver.workspace.form.pages.page == SPANS
        assert driver.workspace.form.spans.table.hasFocus()


def test_the_tabs_are_reached_by_mouse_and_keyboard(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.press_button("page-document")
        assert driver.workspace.form.pages.page == DOCUMENT
        tab = driver.workspace.form.pages.findChild(QWidget, "page-spans")
        assert isinstance(tab, QWidget)
        tab.setFocus()
        QTest.keyClick(tab, Qt.Key.Key_Space)
        assert driver.workspace.form.pages.page == SPANS
