"""Relations in the real window: an alias is picked, shown at both ends, gone along, removed, offered from brackets."""

from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from annotator.ui.driver import Driver
from tests.e2e.actions.scenario import current, mark, notice, shows
from tests.support.windows import opened

NAME, ALIAS = "캐나다 국립연구위원회", "NRC"


def relations(driver: Driver) -> list[str]:
    """Return the relations shown at the current span."""
    found = driver.window.findChild(QListWidget, "relations-list")
    return [found.item(row).text() for row in range(found.count())] if found.isVisible() else []


def both_marked(driver: Driver) -> None:
    mark(driver, NAME, "1")
    mark(driver, ALIAS, "1")


def test_an_alias_is_picked_and_shown_at_both_ends(qtbot: QtBot) -> None:
    with opened() as driver:
        mark(driver, "과학기술정보통신부와", "1")
        mark(driver, NAME, "1")
        driver.keys("L")
        driver.write("과학")
        driver.keys("Return")
        assert driver.pane.hasFocus()
        assert relations(driver) == ["alias of 과학기술정보통신부"]
        driver.keys("Shift+Tab")
        assert relations(driver) == [f"{NAME} is an alias of it"]
        driver.keys("Ctrl+Z")
        assert relations(driver) == []


def test_what_stands_in_brackets_is_the_first_choice(qtbot: QtBot) -> None:
    with opened() as driver:
        mark(driver, "한국연구재단과", "1")
        both_marked(driver)
        driver.keys("L", "Return")
        assert relations(driver) == [f"alias of {NAME}"]


def test_a_proposed_alias_is_tied_gone_along_and_removed_in_the_form(qtbot: QtBot) -> None:
    with opened() as driver:
        both_marked(driver)
        assert relations(driver) == [f"alias of {NAME}?"]
        driver.press_button("relation-button")
        assert relations(driver) == [f"alias of {NAME}"]
        driver.window.findChild(QListWidget, "relations-list").setFocus()
        driver.keys("Return")
        assert current(driver) == NAME
        assert relations(driver) == [f"{ALIAS} is an alias of it"]
        driver.keys("Delete")
        assert relations(driver) == [f"is {ALIAS} an alias of it?"]
        driver.keys("Esc")
        assert driver.pane.hasFocus()


def test_accepted_suggestions_with_a_name_in_brackets_are_offered_as_aliases(qtbot: QtBot) -> None:
    with opened() as driver:
        switch = driver.window.actions_["mark.suggest-agencies"]
        if not switch.isChecked():
            switch.trigger()
        driver.wait_until(
            lambda: any(made.text == ALIAS for made in driver.workspace.suggesting.open), "the suggestion"
        )
        for text in (NAME.removeprefix("캐나다 "), ALIAS):
            made = next(one for one in driver.workspace.suggesting.open if one.text == text)
            assert driver.workspace.suggesting.go_to_place(made.place)
            driver.workspace.focus_article()
            driver.keys("Return")
        assert "in brackets" in notice(driver)
        assert shows(driver, "notice-action-1")
        driver.press_button("notice-action-1")
        driver.click(driver.find(ALIAS)[0])
        assert relations(driver) == ["alias of 국립연구위원회"]
