"""The window for those who do not see it: everything has a name, and text, caret and spans can be read."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from annotator.ui.actions import ACTIONS
from annotator.ui.driver import Driver
from tests.e2e.actions.scenario import mark
from tests.support.dressing import unnamed
from tests.support.windows import opened

# What opens a panel or unfolds a part of the window.
OPENERS = [
    "file.export", "file.backups", "edit.history", "edit.find", "mark.choose", "mark.occurrences", "labels.edit",
    "labels.search", "labels.walk", "labels.before", "mark.lexicon", "document.open-bin", "document.preflight-project",
    "document.fields", "document.comments", "document.lines", "document.correct", "document.extract-again",
    "document.reread", "view.jump", "help.keys", "help.shortcuts", "view.review",
]  # fmt: skip


@pytest.fixture
def driver(qtbot: QtBot) -> Iterator[Driver]:
    with opened() as made:
        mark(made)
        yield made


def tree(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield an interface and everything inside it, cells of tables left out: their models speak for them."""
    yield interface
    if interface.role() in (QAccessible.Role.Table, QAccessible.Role.List, QAccessible.Role.Tree):
        return
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from tree(child)


def nameless(driver: Driver) -> list[str]:
    """Return what can be reached or pressed and says nothing."""
    window = QAccessible.queryAccessibleInterface(driver.window)
    return [
        f"{found.role()} {found.object().objectName()}"
        for found in tree(window)
        if found.state().focusable
        and not found.text(QAccessible.Text.Name)
        and not found.object().objectName().startswith("qt_")
        and found.role() not in (QAccessible.Role.Client, QAccessible.Role.Pane, QAccessible.Role.ScrollBar)
    ]


def test_everything_in_the_window_that_can_be_reached_has_a_name(driver: Driver) -> None:
    assert nameless(driver) == []
    assert unnamed(driver.workspace.form) == []
    assert unnamed(driver.workspace.library_panel) == []


@pytest.mark.parametrize("action_id", OPENERS)
def test_every_panel_and_what_is_in_it_has_a_name(driver: Driver, action_id: str) -> None:
    driver.window.actions_[action_id].trigger()
    driver.settle()
    driver.settle()
    assert nameless(driver) == []
    panel = driver.workspace.panels.panel
    assert panel is None or panel.accessibleName()


def test_every_panel_takes_the_keyboard_and_esc_gives_it_back(driver: Driver) -> None:
    for action_id in OPENERS:
        driver.workspace.focus_article()
        driver.window.actions_[action_id].trigger()
        driver.settle()
        if action_id in ("labels.walk", "labels.before"):
            # A worker looks first.
            driver.wait_until(lambda: driver.workspace.panels.panel is not None, action_id)
        panel = driver.workspace.panels.panel
        if panel is not None:
            assert panel is driver.focus or panel.isAncestorOf(driver.focus), action_id
            for _layer in range(3):
                # Esc peels one layer: a search inside the panel, then the panel.
                if driver.workspace.panels.panel is not None:
                    driver.keys("Esc")
            assert driver.workspace.panels.panel is None, action_id
            assert driver.pane.hasFocus(), action_id


def test_text_caret_and_selection_can_be_read(driver: Driver) -> None:
    interface = QAccessible.queryAccessibleInterface(driver.pane)
    assert interface.text(QAccessible.Text.Name)
    reader = interface.textInterface()
    start, end = driver.find("산업통상자원부")
    driver.drag(start, end)
    assert reader.text(start, end) == "산업통상자원부"
    assert reader.selectionCount() == 1
    assert reader.cursorPosition() in (start, end)


def test_the_spans_at_the_caret_can_be_read(driver: Driver) -> None:
    interface = QAccessible.queryAccessibleInterface(driver.pane)
    start, end = driver.find("과학기술정보통신부")
    said = f"기관, 과학기술정보통신부, {start} to {end}"
    assert interface.text(QAccessible.Text.Description) == said
    driver.click(0)
    assert interface.text(QAccessible.Text.Description) == ""
    driver.click(start + 2)
    assert interface.text(QAccessible.Text.Description) == said


def test_every_action_can_be_reached_by_keyboard(driver: Driver) -> None:
    bar = driver.window.menuBar()
    menus = [action.menu() for action in bar.actions()]
    assert all("&" in menu.title() for menu in menus)
    reached = set()
    while menus:
        menu = menus.pop()
        for action in menu.actions():
            if action.menu() is not None:
                menus.append(action.menu())
            reached.add(action.objectName())
    assert {spec.id for spec in ACTIONS} <= reached
