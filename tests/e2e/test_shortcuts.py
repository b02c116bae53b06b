"""Keys that a person changes: in force at once, kept, and never two actions on one."""

from pytestqt.qtbot import QtBot

from annotator.ui.driver import Driver
from tests.e2e.actions.scenario import press, shows, widget
from tests.support.windows import opened


def choose(driver: Driver, words: str) -> None:
    driver.window.actions_["help.shortcuts"].trigger()
    driver.settle()
    driver.write(words)


def told(driver: Driver) -> str:
    return widget(driver, "shortcuts-told").text()


def test_a_key_given_in_hangul_mode_works_in_both_and_is_kept(qtbot: QtBot) -> None:
    with opened() as driver:
        choose(driver, "Go to anything")
        driver.press_button("shortcuts-replace")
        press(driver, "Ctrl+ㅔ")
        assert driver.window.actions_.keys_of("view.jump") == ("Ctrl+P",)
        assert "Ctrl+P" in driver.window.actions_["view.jump"].toolTip()
        driver.workspace.panels.close_panel()
        for key in ("Ctrl+P", "Ctrl+ㅔ"):
            press(driver, key)
            assert shows(driver, "jump-field")
            driver.keys("Esc")
        press(driver, "Ctrl+K")
        assert not shows(driver, "jump-field")
    with opened() as driver:
        assert driver.window.actions_.keys_of("view.jump") == ("Ctrl+P",)


def test_a_key_that_is_taken_is_refused_by_name_and_nothing_changes(qtbot: QtBot) -> None:
    with opened() as driver:
        choose(driver, "Go to anything")
        driver.press_button("shortcuts-add")
        press(driver, "Ctrl+F")
        assert "Find in the document" in told(driver)
        assert driver.window.actions_.keys_of("view.jump") == ("Ctrl+K",)
        driver.press_button("shortcuts-add")
        press(driver, "Tab")
        assert driver.window.actions_.keys_of("view.jump") == ("Ctrl+K",)


def test_keys_go_back_to_what_they_were_one_or_all(qtbot: QtBot) -> None:
    with opened() as driver:
        choose(driver, "Go to anything")
        driver.press_button("shortcuts-add")
        press(driver, "Ctrl+P")
        assert driver.window.actions_.keys_of("view.jump") == ("Ctrl+K", "Ctrl+P")
        driver.press_button("shortcuts-clear")
        assert driver.window.actions_.keys_of("view.jump") == ()
        driver.press_button("shortcuts-default")
        assert driver.window.actions_.keys_of("view.jump") == ("Ctrl+K",)
        driver.press_button("shortcuts-clear")
        driver.press_button("shortcuts-defaults")
        assert driver.window.actions_.keys_of("view.jump") == ("Ctrl+K",)
        assert driver.window.appearance.settings.shortcuts == {}
