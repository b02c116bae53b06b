"""Before a document is done: what the checks found is gone to, mended or waved off, in the real window."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.app.suggestions.suggesting import SUGGESTERS
from annotator.core.commands.spans import SetValue
from annotator.core.layer import Status
from annotator.ui.annotate.preflight_panel import PreflightPanel
from annotator.ui.annotate.project_preflight_panel import ProjectPreflightPanel
from annotator.ui.driver import Driver
from tests.support.windows import marks, opened

EXACTLY = Qt.KeyboardModifier.ControlModifier
JOSA = "한국전기연구원이"
DATE = "9월 3일"


@contextmanager
def quiet() -> Iterator[Driver]:
    """Open the window without suggesters: what is proposed is not what is checked here."""
    with opened() as driver:
        for suggester in SUGGESTERS:
            if suggester.id not in driver.window.appearance.settings.suggesters_off:
                driver.window.appearance.switch_suggester(suggester.id)
        yield driver


def mark(driver: Driver, quote: str, key: str) -> None:
    """Mark exactly `quote`, josa and all; a date without its value."""
    driver.drag(*driver.find(quote), EXACTLY)
    driver.keys(key)
    span, document_id = driver.workspace.desk.current, driver.workspace.desk.document_id
    if quote == DATE and span is not None and document_id is not None:
        driver.workspace.bridge.do(SetValue(document_id, span.id, None))
    driver.keys("Esc")


def panel_of(driver: Driver) -> PreflightPanel:
    panel = driver.workspace.panels.panel
    assert isinstance(panel, PreflightPanel)
    return panel


def rows(panel: PreflightPanel | ProjectPreflightPanel) -> list[str]:
    """Return the rows with the headings they stand under, each up to its first wide blank."""
    return [panel.list.item(row).text().split("   ")[0] for row in range(panel.list.count())]


def test_a_josa_is_found_gone_to_mended_and_the_document_finished(qtbot: QtBot) -> None:
    with quiet() as driver:
        mark(driver, JOSA, "1")
        assert marks(driver) == [(JOSA, "AGENCY")]
        driver.keys("Ctrl+Return")
        panel = panel_of(driver)
        assert rows(panel) == ["Ends in a josa", JOSA]
        assert driver.workspace.desk.status is Status.IN_PROGRESS
        current = driver.workspace.desk.current
        assert current is not None
        assert current.text == JOSA
        driver.keys(";")
        assert marks(driver) == [(JOSA[:-1], "AGENCY")]
        driver.wait_until(lambda: rows(panel) == [], "the mended span is still listed")
        assert driver.workspace.pane.hasFocus()
        driver.keys("Ctrl+Return")
        assert driver.workspace.desk.status is Status.DONE
        assert driver.workspace.panels.panel is None
        driver.keys("Ctrl+Return")
        assert driver.workspace.desk.status is Status.IN_PROGRESS


def test_a_clean_document_is_finished_at_once(qtbot: QtBot) -> None:
    with quiet() as driver:
        mark(driver, JOSA[:-1], "1")
        driver.keys("Ctrl+Return")
        assert driver.workspace.panels.panel is None
        assert driver.workspace.desk.status is Status.DONE


@pytest.mark.parametrize("finish", ["key", "button"])
def test_a_person_may_finish_all_the_same(qtbot: QtBot, finish: str) -> None:
    with quiet() as driver:
        mark(driver, JOSA, "1")
        driver.keys("Ctrl+Return")
        if finish == "key":
            driver.keys("Ctrl+Return")
        else:
            driver.press_button("preflight-finish")
        assert driver.workspace.desk.status is Status.DONE
        assert driver.workspace.panels.panel is None
        assert marks(driver) == [(JOSA, "AGENCY")]


def test_esc_goes_back_and_the_next_time_it_is_asked_again(qtbot: QtBot) -> None:
    with quiet() as driver:
        mark(driver, JOSA, "1")
        driver.keys("Ctrl+Return", "Esc")
        assert driver.workspace.panels.panel is None
        assert driver.workspace.pane.hasFocus()
        assert driver.workspace.desk.status is Status.IN_PROGRESS
        driver.keys("Ctrl+Return")
        assert rows(panel_of(driver)) == ["Ends in a josa", JOSA]


def test_the_same_text_elsewhere_is_selected_and_a_digit_labels_it(qtbot: QtBot) -> None:
    with quiet() as driver:
        mark(driver, "배터리", "2")
        driver.keys("Ctrl+Return")
        panel = panel_of(driver)
        heading, *places = rows(panel)
        assert heading == "The same text, not labelled"
        assert places
        assert set(places) == {"배터리"}
        start, end = driver.pane.selection()
        assert driver.text[start:end] == "배터리"
        driver.keys("2")
        assert marks(driver) == [("배터리", "SECTOR")] * 2
        driver.wait_until(lambda: len(rows(panel)) == len(places) * (len(places) > 1), "the row stays")


def test_arrow_keys_go_from_place_to_place_and_enter_to_the_article(qtbot: QtBot) -> None:
    with quiet() as driver:
        mark(driver, DATE, "4")
        mark(driver, JOSA, "1")
        driver.keys("Ctrl+Return")
        assert rows(panel_of(driver)) == [
            "Ends in a josa", JOSA, "An amount or a date without a value", DATE,
        ]  # fmt: skip
        gone_to = []
        for key in ("Down", "Up", "Down"):
            driver.keys(key)
            current = driver.workspace.desk.current
            assert current is not None
            gone_to.append(current.text)
        assert gone_to == [DATE, JOSA, DATE]
        driver.keys("Return")
        assert driver.pane.hasFocus()
        assert driver.workspace.desk.current is not None
        panel_of(driver)


def test_a_date_without_a_value_is_found_and_waved_off_here_for_good(qtbot: QtBot) -> None:
    with quiet() as driver:
        mark(driver, DATE, "4")
        driver.keys("Ctrl+Return")
        assert rows(panel_of(driver)) == ["An amount or a date without a value", DATE]
        driver.keys("Space")
        assert rows(panel_of(driver)) == []
        driver.keys("Esc")
    with opened() as driver:
        assert driver.workspace.desk.status is Status.IN_PROGRESS
        driver.keys("Ctrl+Return")
        assert driver.workspace.panels.panel is None
        assert driver.workspace.desk.status is Status.DONE


def test_the_next_place_is_gone_to_when_one_is_waved_off_and_undo_brings_it_back(qtbot: QtBot) -> None:
    with quiet() as driver:
        mark(driver, JOSA, "1")
        mark(driver, "보건복지부도", "1")
        driver.keys("Ctrl+Return", "Space")
        panel = panel_of(driver)
        assert rows(panel) == ["Ends in a josa", "보건복지부도"]
        current = driver.workspace.desk.current
        assert current is not None
        assert current.text == "보건복지부도"
        driver.keys("Ctrl+Z")
        driver.wait_until(lambda: len(rows(panel)) == 3, "the place waved off is not back")


@pytest.mark.parametrize("reach", ["string", "check"])
def test_a_string_and_a_check_are_waved_off_in_all_documents_with_an_undo_beside(
    qtbot: QtBot, reach: str
) -> None:
    with quiet() as driver:
        mark(driver, JOSA, "1")
        mark(driver, "보건복지부도", "1")
        driver.keys("Ctrl+Return")
        driver.press_button(f"preflight-{reach}")
        panel = panel_of(driver)
        left = ["Ends in a josa", "보건복지부도"] if reach == "string" else []
        assert rows(panel) == left
        assert "Remembered" in driver.workspace.notices.notices()[0]
        driver.press_button("notice-action-1")
        driver.wait_until(lambda: len(rows(panel)) == 3, "undo did not bring them back")


def test_what_is_proposed_no_more_is_listed_no_more(qtbot: QtBot) -> None:
    with opened() as driver:
        mark(driver, JOSA, "1")
        driver.wait_until(lambda: bool(driver.workspace.suggesting.open), "nothing is proposed")
        driver.keys("Ctrl+Return")
        panel = panel_of(driver)
        assert "An open suggestion" in rows(panel)
        for suggester in SUGGESTERS:
            if suggester.id not in driver.window.appearance.settings.suggesters_off:
                driver.window.appearance.switch_suggester(suggester.id)
        driver.wait_until(lambda: rows(panel) == ["Ends in a josa", JOSA], "suggestions stay listed")


def test_what_was_under_way_when_the_suggesters_were_switched_off_is_not_shown(qtbot: QtBot) -> None:
    with opened() as driver:
        suggesting = driver.workspace.suggesting
        driver.wait_until(lambda: suggesting._work._task is not None, "the suggesters do not begin")
        shown: list[int] = []
        suggesting.open_changed.connect(lambda: shown.append(len(suggesting.open)))
        for suggester in SUGGESTERS:
            if suggester.id not in driver.window.appearance.settings.suggesters_off:
                driver.window.appearance.switch_suggester(suggester.id)
        driver.wait_until(lambda: not suggesting._work.is_to_come(), "the suggesters' end")
        driver.settle()
        assert shown == []


def test_going_to_another_document_or_undoing_everything_leaves_no_stale_list(qtbot: QtBot) -> None:
    with quiet() as driver:
        mark(driver, JOSA, "1")
        driver.keys("Ctrl+Return")
        panel = panel_of(driver)
        driver.keys("Ctrl+Z")
        driver.wait_until(lambda: rows(panel) == [], "a span that is gone is listed")
        driver.workspace.desk.show_document(None)
        assert driver.workspace.panels.panel is None


def test_the_project_is_checked_and_a_row_opens_its_document_at_the_place(qtbot: QtBot) -> None:
    with quiet() as driver:
        mark(driver, JOSA, "1")
        mark(driver, DATE, "4")
        document = driver.workspace.desk.document
        assert document is not None
        driver.keys("Ctrl+Return", "Ctrl+Return")
        driver.workspace.desk.show_document(None)
        driver.window.actions_["document.preflight-project"].trigger()
        panel = driver.workspace.panels.panel
        assert isinstance(panel, ProjectPreflightPanel)
        driver.wait_until(lambda: panel.list.count() > 0, "nothing was found")
        assert rows(panel) == [
            f"{document.title} · 2",
            f"Ends in a josa: {JOSA}",
            f"An amount or a date without a value: {DATE}",
        ]
        assert driver.workspace.desk.document is None
        driver.keys("Down")
        assert driver.workspace.desk.document_id == document.id
        current = driver.workspace.desk.current
        assert current is not None
        assert current.text == JOSA
        driver.wait_until(lambda: not driver.workspace.progress.isVisible(), "the progress stays")
        driver.keys("Esc")
        assert driver.workspace.panels.panel is None


def test_closing_the_window_while_the_project_is_checked_leaves_no_worker(qtbot: QtBot) -> None:
    with quiet() as driver:
        mark(driver, JOSA, "1")
        driver.window.actions_["document.preflight-project"].trigger()
    with opened() as driver:
        assert marks(driver) == [(JOSA, "AGENCY")]
