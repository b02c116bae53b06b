"""Keys that a person changes: in force at once, kept, and never two actions on one."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
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


def test_a_sign_made_with_shift_is_taken_by_the_name_under_which_it_works(qtbot: QtBot) -> None:
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    with opened() as driver:
        choose(driver, "Go to anything")
        driver.press_button("shortcuts-replace")
        # As a keyboard delivers Ctrl+Shift+/ and Shift+[.
        QTest.sendKeyEvent(QTest.KeyAction.Click, driver.focus, Qt.Key.Key_Question, "?", control | shift)
        assert driver.window.actions_.keys_of("view.jump") == ("Ctrl+?",)
        widget(driver, "shortcuts-search").clear()
        driver.workspace.panels.close_panel()
        driver.settle()
        choose(driver, "In doubt")
        driver.press_button("shortcuts-add")
        QTest.sendKeyEvent(QTest.KeyAction.Click, driver.focus, Qt.Key.Key_BraceLeft, "{", shift)
        assert "Start one character left" in told(driver)
        assert driver.window.actions_.keys_of("mark.unsure") == ("/",)


def test_a_key_that_a_person_gave_goes_before_the_same_key_of_the_table(qtbot: QtBot) -> None:
    with opened() as driver:
        actions = driver.window.actions_
        actions.set_keys({"document.flag": ["Ctrl+ㅏ", "no key"], "view.jump": ["Ctrl+K"]})
        assert actions.keys_of("document.flag") == ("Ctrl+K",)
        assert actions.keys_of("view.jump") == ()
        actions.set_keys({"edit.find": ["Ctrl+K"]})
        assert actions.keys_of("view.jump") == ()
        press(driver, "Ctrl+K")
        assert shows(driver, "find-field")
        actions.set_keys({})
        assert actions.keys_of("view.jump") == ("Ctrl+K",)


def test_menus_and_the_list_of_keys_say_the_new_key(qtbot: QtBot) -> None:
    with opened() as driver:
        driver.window.actions_.set_keys({"view.jump": ["Ctrl+P"], "edit.find": []})
        assert [key.toString() for key in driver.window.actions_["view.jump"].shortcuts()] == [
            "Ctrl+P",
            "Ctrl+ㅔ",
        ]
        driver.window.actions_["help.keys"].trigger()
        driver.settle()
        said = {label.text() for label in driver.window.keys.findChildren(QLabel)}
        assert "Ctrl+P" in said
        assert said.isdisjoint({"Ctrl+K", "Ctrl+F"})


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


def test_why_a_key_was_refused_follows_a_switch_of_language(qtbot: QtBot) -> None:
    with opened() as driver:
        choose(driver, "In doubt")
        driver.press_button("shortcuts-add")
        press(driver, "Shift+1")
        assert told(driver).startswith("Shift+1 belongs to “One more label on the same range: ")
        driver.window.appearance.set_language("ko")
        driver.settle()
        assert "Shift+1" in told(driver)
        assert "belongs" not in told(driver)
        assert "One more" not in told(driver)
