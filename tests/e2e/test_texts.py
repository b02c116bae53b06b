"""Texts that change halfway, in the real window: the counts first, one step, and the tray."""

from pathlib import Path

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QListWidget, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.driver import Driver
from annotator.ui.texts.editor import TextEditor, keeps
from tests.support.windows import marks, opened

PAGE = "제목: 위성 예산 늘린다\n\n기상청은 9일 위성 예산 20억 원을 공개했다. 외교부도 참여한다.\n"


def act(driver: Driver, action: str) -> None:
    driver.window.actions_[action].trigger()
    driver.settle()


def take(driver: Driver, page: Path) -> None:
    """Import a page into a project of its own; its encoding, where it is asked for, is the first proposed."""
    driver.window.files_dropped.emit([page])
    driver.press_button("notice-action-1")
    driver.wait_until(
        lambda: driver.window.findChild(QWidget, "encoding-take") is not None or "늘린다" in driver.text,
        "the page",
    )
    if "늘린다" not in driver.text:
        driver.press_button("encoding-take")
        driver.wait_until(lambda: "늘린다" in driver.text, "the page in its encoding")


def label(driver: Driver, quote: str, digit: str) -> None:
    driver.drag(*driver.find(quote))
    driver.keys(digit)


def editor(driver: Driver) -> TextEditor:
    found = driver.window.findChild(TextEditor)
    assert found is not None
    return found


def replace(driver: Driver, old: str, new: str) -> None:
    """Select `old` in the editor and type `new` over it."""
    field = editor(driver)
    start = len(field.text().split(old)[0].encode("utf-16-le")) // 2
    cursor = QTextCursor(field.document())
    cursor.setPosition(start)
    cursor.setPosition(start + len(old), QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    if new:
        driver.write(new)
    else:
        driver.keys("Delete")


def told(driver: Driver, name: str) -> str:
    return driver.window.findChild(QWidget, name).text()


def test_a_corrected_text_says_first_what_it_does_and_is_one_step(qtbot: QtBot) -> None:
    with opened() as driver:
        label(driver, "과학기술정보통신부와", "1")
        label(driver, "외교부는", "1")
        before = driver.text
        act(driver, "document.correct")
        replace(driver, "외교부", "")
        driver.wait_until(lambda: "1 are lost" in told(driver, "text-counts"), "the counts")
        driver.press_button("text-apply")
        assert driver.text == before
        driver.press_button("text-apply")
        assert driver.text == before.replace("외교부", "", 1)
        assert marks(driver) == [("과학기술정보통신부", "AGENCY")]
        driver.keys("Ctrl+Z")
        assert driver.text == before
        assert marks(driver) == [("과학기술정보통신부", "AGENCY"), ("외교부", "AGENCY")]


def test_a_lost_span_is_put_back_on_a_selection(qtbot: QtBot) -> None:
    with opened() as driver:
        label(driver, "외교부는", "1")
        act(driver, "document.correct")
        replace(driver, "외교부는", "부처는")
        driver.wait_until(lambda: "1 are lost" in told(driver, "text-counts"), "the counts")
        driver.keys("Ctrl+Return", "Ctrl+Return")
        assert marks(driver) == []
        driver.press_button("lost-open")
        driver.press_button("tray-back")
        assert marks(driver) == []
        driver.drag(*driver.find("부처는"))
        driver.press_button("tray-back")
        assert marks(driver) == [("부처", "AGENCY")]
        assert not driver.workspace.lost_strip.isVisible()
        driver.keys("Ctrl+Z")
        assert driver.workspace.lost_strip.isVisible()


def test_typing_in_the_editor_is_only_typing_and_cancel_leaves_everything(qtbot: QtBot) -> None:
    with opened() as driver:
        before = driver.text
        act(driver, "document.correct")
        driver.keys("1", "Delete", "Tab")
        driver.press_button("text-cancel")
        assert (driver.text, marks(driver)) == (before, [])


def test_the_editor_opens_where_the_caret_is_and_says_that_nothing_differs(qtbot: QtBot) -> None:
    with opened() as driver:
        label(driver, "외교부는", "1")
        caret = driver.pane.caret()
        act(driver, "document.correct")
        assert told(driver, "text-counts") == "The text is the same."
        assert not driver.window.findChild(QWidget, "text-apply").isEnabled()
        cursor = editor(driver).textCursor()
        assert (
            editor(driver).text().encode("utf-16-le")[: cursor.position() * 2].decode("utf-16-le")
            == (driver.text[:caret])
        )
        assert editor(driver).rect().contains(editor(driver).cursorRect())


def test_the_tray_follows_undo_and_closes_with_its_document(qtbot: QtBot, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    with opened() as driver:
        take(driver, page)
        label(driver, "기상청은", "1")
        label(driver, "외교부도", "1")
        act(driver, "document.correct")
        replace(driver, "기상청은", "")
        replace(driver, "외교부도", "")
        driver.keys("Ctrl+Return", "Ctrl+Return")
        driver.press_button("lost-open")
        driver.press_button("tray-discard")
        assert driver.window.findChild(QListWidget, "tray-list").count() == 1
        driver.workspace.focus_article()
        driver.keys("Ctrl+Z")
        assert driver.window.findChild(QListWidget, "tray-list").count() == 2
        driver.keys("Ctrl+Z")
        assert driver.workspace.panels.panel is None
        assert len(marks(driver)) == 2


def test_another_panel_takes_the_place_of_the_editor_and_marking_goes_on(qtbot: QtBot) -> None:
    with opened() as driver:
        act(driver, "document.correct")
        replace(driver, "외교부", "")
        act(driver, "document.open-bin")
        driver.settle()
        label(driver, "외교부는", "1")
        assert marks(driver) == [("외교부", "AGENCY")]


def test_the_encoding_a_page_is_read_in_already_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(PAGE.encode("cp949"))
    with opened() as driver:
        take(driver, page)
        act(driver, "document.reread")
        assert told(driver, "text-counts") == "The text is the same."
        assert not driver.window.findChild(QWidget, "text-apply").isEnabled()


def test_lines_chosen_on_a_marked_document_go_through_the_counts(qtbot: QtBot, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    with opened() as driver:
        take(driver, page)
        label(driver, "기상청은", "1")
        driver.workspace.proposal.open_lines()
        first = next(line.number for line in driver.workspace.proposal._page.lines if not line.blank)
        driver.workspace.proposal._lines_chosen(frozenset({first}))
        assert "1 are lost" in told(driver, "text-counts")
        driver.press_button("text-cancel")
        assert marks(driver) == [("기상청", "AGENCY")]


def test_a_page_read_in_another_encoding_keeps_its_marks_where_it_can(qtbot: QtBot, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(PAGE.encode("cp949"))
    with opened() as driver:
        take(driver, page)
        label(driver, "기상청은", "1")
        act(driver, "document.reread")
        combo = driver.window.findChild(QWidget, "reread-encoding")
        assert combo.currentText() == "cp949"
        combo.setCurrentText("latin-1")
        driver.wait_until(lambda: "1 are lost" in told(driver, "text-counts"), "the counts")
        driver.press_button("text-apply")
        driver.press_button("text-apply")
        assert "기상청" not in driver.text
        driver.keys("Ctrl+Z")
        assert marks(driver) == [("기상청", "AGENCY")]
        assert (
            driver.workspace.session.project.reading.source(driver.workspace.desk.document_id).encoding
            == "cp949"
        )


def test_the_editor_gives_back_what_it_was_given(qtbot: QtBot) -> None:
    for text in ("가\u00a0나\n", "끝", "😀\u2028 \u200b\n\n", "\u1112\u1161\u11ab"):
        assert keeps(text)
    assert not keeps("가\u2029나")
