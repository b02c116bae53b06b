"""The search of the project: the first hits at once, all of them from a worker, never a wrong count."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.support.windows import opened


def pages(folder: Path, number: int) -> list[Path]:
    made = []
    for index in range(number):
        path = folder / f"{index:03}.txt"
        path.write_text(
            f"{index}번째 기사의 제목\n\n과기정통부는 {index}번째 사업을 시작했다.\n", encoding="utf-8"
        )
        made.append(path)
    return made


def test_a_word_of_one_syllable_and_more_narrows_the_list(qtbot: QtBot, tmp_path: Path) -> None:
    with opened() as driver:
        driver.window.files_dropped.emit(pages(tmp_path, 70))
        driver.press_button("notice-action-1")
        panel = driver.workspace.library_panel
        driver.wait_until(lambda: driver.workspace.library_panel.shown() == 70, "the pages are not there")
        panel = driver.workspace.library_panel
        driver.keys("Ctrl+Shift+F")
        driver.write("7번째")
        driver.keys("Return")
        assert panel.shown() == 7
        driver.keys("Ctrl+Shift+F")
        driver.write("를")
        driver.keys("Return")
        assert panel.shown() == 0


def test_more_hits_than_fit_at_once_come_from_a_worker(qtbot: QtBot, tmp_path: Path) -> None:
    with opened() as driver:
        driver.window.files_dropped.emit(pages(tmp_path, 70))
        driver.press_button("notice-action-1")
        driver.wait_until(lambda: driver.workspace.library_panel.shown() == 70, "the pages are not there")
        panel = driver.workspace.library_panel
        footer = panel.findChild(object, "library-footer")
        seen: list[int] = []
        panel.model.modelReset.connect(lambda: seen.append(panel.shown()))
        driver.keys("Ctrl+Shift+F")
        driver.write("과기정통부")
        driver.keys("Return")
        # The worker may be done before the next line is: that the first hits came at once is what was shown.
        assert ("+" in footer.text()) == (panel.shown() == 50)
        driver.wait_until(lambda: panel.shown() == 70, "the worker found nothing more")
        assert seen[-2:] == [50, 70]
        assert "+" not in footer.text()
