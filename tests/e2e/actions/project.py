"""The project file, and editing: undo, find, copy."""

import json
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from annotator.ui.driver import Driver
from tests.e2e.actions.scenario import (
    Act,
    answer_dialog,
    mark,
    marks,
    notice,
    scenario,
    selected,
    shows,
    widget,
)


def _beside(driver: Driver, name: str) -> Path:
    return driver.workspace.session.project.path.with_name(name)


@scenario("file.new")
def makes_a_project_of_its_own(driver: Driver, act: Act) -> None:
    target = _beside(driver, "fresh.sqlite")
    answer_dialog(target)
    act()
    assert driver.workspace.session.project.path == target
    assert driver.workspace.desk.document is None


@scenario("file.open")
def opens_another_project(driver: Driver, act: Act) -> None:
    sample, target = driver.workspace.session.project.path, _beside(driver, "other.sqlite")
    answer_dialog(target)
    driver.window.actions_["file.new"].trigger()
    driver.window.activateWindow()
    driver.settle()
    answer_dialog(sample)
    act()
    assert driver.workspace.session.project.path == sample


@scenario("file.import")
def imports_the_files_chosen(driver: Driver, act: Act) -> None:
    page = _beside(driver, "page.txt")
    page.write_text("새 기사의 제목\n\n새 기사의 본문이다.\n", encoding="utf-8")
    answer_dialog(page)
    act()
    driver.press_button("notice-action-1")
    driver.wait_until(lambda: "새 기사" in driver.text, "the page is shown")


@scenario("file.assign")
def shows_who_would_get_what(driver: Driver, act: Act) -> None:
    act()
    assert shows(driver, "assigning")


def _marked(driver: Driver, label: str) -> Path:
    """Write a file that marks the beginning of the document shown."""
    document = driver.workspace.desk.document
    assert document is not None
    record = {"id": document.uid, "text": driver.text, "spans": [{"start": 0, "end": 2, "label": label}]}
    path = _beside(driver, "marked.jsonl")
    path.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


@scenario("file.import-suggestions")
def proposes_what_the_file_marks(driver: Driver, act: Act) -> None:
    before = marks(driver)
    answer_dialog(_marked(driver, "SECTOR"))
    act()
    driver.wait_until(lambda: any(made.row_id for made in driver.workspace.suggesting.open), "it is proposed")
    assert marks(driver) == before


@scenario("file.import-corrections")
def corrects_what_is_marked(driver: Driver, act: Act) -> None:
    answer_dialog(_marked(driver, "SECTOR"))
    act()
    driver.wait_until(lambda: (driver.text[:2], "SECTOR") in marks(driver), "it is marked")
    # The marks are on the disk, and may be read from there, a moment before the import tells of them.
    driver.wait_until(lambda: notice(driver).startswith("Corrected: spans 1"), "it is told")


@scenario("file.import-folder")
def imports_the_folder_chosen(driver: Driver, act: Act) -> None:
    folder = _beside(driver, "pages")
    folder.mkdir()
    (folder / "page.txt").write_text("새 기사의 제목\n\n새 기사의 본문이다.\n", encoding="utf-8")
    answer_dialog(folder)
    act()
    driver.press_button("notice-action-1")
    driver.wait_until(lambda: "새 기사" in driver.text, "the page is shown")


@scenario("file.export")
def offers_the_export(driver: Driver, act: Act) -> None:
    mark(driver)
    act()
    driver.settle()
    assert shows(driver, "export-panel")


@scenario("file.convert")
def offers_to_convert_the_files_chosen(driver: Driver, act: Act) -> None:
    answer_dialog(_marked(driver, "SECTOR"))
    act()
    assert shows(driver, "convert-panel")
    widget(driver, "convert-annotator").setText("김하나")
    driver.press_button("convert-go")
    driver.wait_until(_beside(driver, "marked-converted.jsonl").exists, "nothing was written")


@scenario("file.check")
def says_what_is_wrong_with_the_files_chosen(driver: Driver, act: Act) -> None:
    answer_dialog(_marked(driver, "SECTOR"))
    act()
    driver.wait_until(lambda: shows(driver, "account-panel"), "the account")
    assert "documents 1, spans 1" in widget(driver, "account-told").text()


@scenario("file.saved")
def answers_that_all_is_saved(driver: Driver, act: Act) -> None:
    act()
    assert "saved" in notice(driver)


@scenario("file.copy")
def sends_a_copy(driver: Driver, act: Act) -> None:
    target = _beside(driver, "copy.sqlite")
    answer_dialog(target)
    act()
    assert target.exists()


@scenario("file.backups")
def lists_the_backups(driver: Driver, act: Act) -> None:
    act()
    assert shows(driver, "backups-panel")


class _Shown(QObject):
    """Takes the place of the file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def show_url(self, url: QUrl) -> None:
        self.urls.append(url)


@scenario("file.reveal")
def shows_the_folder(driver: Driver, act: Act) -> None:
    shown = _Shown()
    QDesktopServices.setUrlHandler("file", shown, "show_url")
    try:
        act()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert [Path(url.toLocalFile()) for url in shown.urls] == [driver.workspace.session.project.path.parent]


@scenario("file.quit")
def closes_the_window(driver: Driver, act: Act) -> None:
    act()
    assert not driver.window.isVisible()
    assert driver.window.workspace is None


@scenario("edit.undo")
def takes_the_last_step_back(driver: Driver, act: Act) -> None:
    mark(driver)
    act()
    assert marks(driver) == []


@scenario("edit.redo")
def brings_the_last_step_back(driver: Driver, act: Act) -> None:
    mark(driver)
    driver.keys("Ctrl+Z")
    act()
    assert [key for _text, key in marks(driver)] == ["AGENCY"]


@scenario("edit.history")
def lists_the_steps(driver: Driver, act: Act) -> None:
    mark(driver)
    act()
    assert shows(driver, "history-list")


@scenario("edit.copy")
def copies_the_selection(driver: Driver, act: Act) -> None:
    driver.drag(*driver.find("산업통상자원부는"))
    act()
    assert QGuiApplication.clipboard().text() == "산업통상자원부"


@scenario("edit.find")
def opens_the_find_bar(driver: Driver, act: Act) -> None:
    act()
    assert widget(driver, "find-field").hasFocus()
    driver.write("캐나다")
    driver.keys("Esc")
    assert selected(driver) == "캐나다"


@scenario("edit.find-next", "edit.find-previous")
def goes_to_another_hit(driver: Driver, act: Act) -> None:
    driver.keys("Ctrl+F")
    driver.write("캐나다")
    driver.keys("Esc")
    before = driver.pane.selection()
    act()
    assert selected(driver) == "캐나다"
    assert driver.pane.selection() != before


@scenario("edit.search")
def brings_the_keyboard_into_the_search(driver: Driver, act: Act) -> None:
    act()
    driver.write("없는말이다")
    driver.keys("Return")
    assert driver.workspace.library_panel.shown() == 0
    driver.workspace.library_panel.show_all()


@scenario("help.sample")
def opens_the_sample(driver: Driver, act: Act) -> None:
    sample = driver.workspace.session.project.path
    answer_dialog(_beside(driver, "third.sqlite"))
    driver.window.actions_["file.new"].trigger()
    act()
    assert driver.workspace.session.project.path == sample
