"""What was told stays told when the window's language is switched: in the other language."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.messages import message
from annotator.ui.driver import Driver
from tests.e2e.actions.scenario import notice, shows, widget
from tests.support.windows import opened


@pytest.fixture
def driver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> Iterator[Driver]:
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path))
    with opened() as opened_driver:
        yield opened_driver


def speak(driver: Driver, language: str) -> None:
    driver.window.appearance.set_language(language)
    driver.settle()


def test_a_notice_and_what_it_offers_follow_a_switch_of_language(driver: Driver) -> None:
    title = driver.workspace.desk.document.title
    driver.keys("Ctrl+Delete")
    button = widget(driver, "notice-action-1")
    assert (notice(driver), button.text()) == (f"Put into the bin: {title}", "Undo")
    speak(driver, "ko")
    assert notice(driver) == f"휴지통에 넣음: {title}"
    assert (button.text(), button.accessibleName()) == ("실행 취소", "실행 취소")
    assert "휴지통" in widget(driver, "notices").accessibleName()
    driver.press_button("notice-action-1")
    assert driver.workspace.session.project.reading.in_use(1)


def test_a_problem_that_waits_is_told_in_the_language_in_which_it_is_read(driver: Driver) -> None:
    driver.workspace.bridge.failed.emit(message("document.gone"))
    english = notice(driver)
    driver.keys("Ctrl+S")
    speak(driver, "ko")
    assert "저장" in notice(driver)
    driver.press_button("notice-close")
    assert notice(driver) != english
    korean = notice(driver)
    speak(driver, "en")
    assert notice(driver) == english != korean


def test_the_same_notice_waits_once_in_whichever_language_it_was_told(driver: Driver) -> None:
    driver.workspace.bridge.failed.emit(message("document.gone"))
    speak(driver, "ko")
    driver.workspace.bridge.failed.emit(message("document.gone"))
    assert len(driver.workspace.notices.notices()) == 1


def test_what_came_of_an_import_is_told_anew(driver: Driver, tmp_path: Path) -> None:
    source = tmp_path / "second.txt"
    source.write_text("나래시, 기차 들인다\n나래시는 3일 기차를 들인다고 밝혔다.\n", encoding="utf-8")
    driver.window.files_dropped.emit([source])
    driver.press_button("notice-action-1")
    driver.wait_until(lambda: notice(driver).startswith("Imported"), "the account of the import")
    speak(driver, "ko")
    assert shows(driver, "notices")
    assert "문서 1" in notice(driver)


def test_what_a_panel_told_is_told_anew(driver: Driver) -> None:
    driver.keys("Ctrl+E")
    widget(driver, "export-path").setText("")
    widget(driver, "export-go").setEnabled(True)
    driver.press_button("export-go")
    told = widget(driver, "export-told")
    assert told.text() == "Say where the file should go."
    speak(driver, "ko")
    assert told.text() == "파일을 둘 곳을 적어 주세요."


def test_who_would_get_what_is_told_anew_and_so_is_what_stands_in_the_way(driver: Driver) -> None:
    driver.window.actions_["file.assign"].trigger()
    names, told = widget(driver, "assign-names"), widget(driver, "assign-told")
    names.setPlainText("나래\n나래")
    english = told.text()
    assert english
    speak(driver, "ko")
    assert told.text() not in {"", english}
    speak(driver, "en")
    assert told.text() == english
