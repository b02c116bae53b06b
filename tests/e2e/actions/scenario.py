"""How a scenario is written: a function of the window and of the way to trigger the action, under the action's id."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from annotator.ui.driver import Driver
from annotator.ui.keys import JAMO, SHIFTED
from tests.support.windows import marks

Act = Callable[[], None]
Scenario = Callable[[Driver, Act], None]
SCENARIOS: dict[str, Scenario] = {}
_HANGUL = {*JAMO.values(), *SHIFTED.values()}


def scenario(*action_ids: str) -> Callable[[Scenario], Scenario]:
    """Say that a function shows what these actions do: it prepares, triggers by `act()`, and asserts what is seen."""

    def kept(function: Scenario) -> Scenario:
        for action_id in action_ids:
            assert action_id not in SCENARIOS, action_id
            SCENARIOS[action_id] = function
        return function

    return kept


def press(driver: Driver, name: str) -> None:
    """Press a key by its portable name, as the keyboard delivers it: a jamo is a key of its own in Hangul mode."""
    modifiers, _, last = name.rpartition("+")
    if last not in _HANGUL:
        # Offscreen, characters made with Shift fire without it only (no key map is there).
        driver.keys(name)
        return
    held = Qt.KeyboardModifier.NoModifier
    if modifiers:
        held = QKeySequence(f"{modifiers}+A")[0].keyboardModifiers()
    QTest.sendKeyEvent(QTest.KeyAction.Click, driver.focus, Qt.Key(ord(last)), last, held)


def answer_dialog(path: Path | str) -> None:
    """Let the next file dialog be answered with a path, as a person types it."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(10, look)
            return
        if dialog.fileMode() == QFileDialog.FileMode.Directory:
            dialog.setDirectory(str(path))
        elif isinstance(path, Path):
            # Where it was last, a dialog for several files would take what its list chose by itself along.
            dialog.setDirectory(str(path.parent))
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        field.setText(str(path))
        dialog.accept()

    QTimer.singleShot(0, look)


def widget(driver: Driver, name: str) -> QWidget:
    """Return the widget with that object name."""
    found = driver.window.findChild(QWidget, name)
    assert found is not None, name
    return found


def shows(driver: Driver, name: str) -> bool:
    """Tell whether a widget with that object name can be seen."""
    # A panel that was closed is deleted a moment later.
    return any(found.isVisible() for found in driver.window.findChildren(QWidget, name))


def notice(driver: Driver) -> str:
    """Return what the notice says."""
    return widget(driver, "notice-text").text()


def mark(driver: Driver, quote: str = "과학기술정보통신부와", digit: str = "1") -> None:
    """Mark a quote of the sample; the span is current after it."""
    driver.drag(*driver.find(quote))
    driver.keys(digit)


def current(driver: Driver) -> str:
    """Return the text of the current span, "" where none is."""
    span = driver.workspace.desk.current
    return "" if span is None else span.text


def selected(driver: Driver) -> str:
    """Return the text that is selected."""
    start, end = driver.pane.selection()
    return driver.text[start:end]


__all__ = [
    "SCENARIOS", "Act", "answer_dialog", "current", "mark", "marks", "notice", "press", "scenario", "selected",
    "shows", "widget",
]  # fmt: skip
