"""Plays a person at the window, with real key and mouse events; for the self-check and the tests."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QImage, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui.main_window import MainWindow
from annotator.ui.pane.view import ArticlePane
from annotator.ui.workspace import Workspace

_POLL_MS = 10
# A change of size or language is laid out in several turns of the event loop.
_BETWEEN_LOOKS_MS = 80
_MOST_LOOKS = 20
# Where the start of a drag is brought to: a span that wraps would leave the viewport otherwise.
_DRAG_TOP = 120


class NotReachedError(Exception):
    """What was waited for did not come about."""


class Driver:
    """Drives one window; positions in the article are code points."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def workspace(self) -> Workspace:
        """The workspace in the window."""
        if self.window.workspace is None:
            msg = "no project is open"
            raise NotReachedError(msg)
        return self.window.workspace

    @property
    def pane(self) -> ArticlePane:
        """The article pane."""
        return self.workspace.pane

    @property
    def text(self) -> str:
        """The text of the document shown, as it is stored."""
        return self.workspace.desk.text

    def find(self, quote: str, nth: int = 0) -> tuple[int, int]:
        """Return the range of the nth occurrence of `quote` in the text."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(quote, start + 1)
        return start, start + len(quote)

    def drag(
        self, start: int, end: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Select a range by dragging the mouse over it."""
        self._bring_up(start)
        viewport, left = self.pane.viewport(), Qt.MouseButton.LeftButton
        first, last = self.pane.point_of(start), self.pane.point_of(end)
        QTest.mousePress(viewport, left, modifier, first)
        for share in (1, 2, 3):
            QTest.mouseMove(viewport, first + (last - first) * share / 3)
        QTest.mouseMove(viewport, last)
        QTest.mouseRelease(viewport, left, modifier, last)

    def click(self, cp: int) -> None:
        """Click into the text, on the character at `cp`."""
        self._bring_up(cp)
        QTest.mouseClick(
            self.pane.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            self.pane.point_of(cp) + QPoint(3, 0),
        )

    def _bring_up(self, cp: int) -> None:
        self.pane.ensure_visible(cp, cp + 1)
        bar = self.pane.verticalScrollBar()
        bar.setValue(bar.value() + self.pane.point_of(cp).y() - _DRAG_TOP)

    def keys(self, *names: str) -> None:
        """Press keys by their portable names (`Ctrl+Z`, `1`, `Shift+Right`), each where the keyboard is."""
        for name in names:
            combination = QKeySequence(name)[0]  # type: ignore[index]  # the stubs forget __getitem__
            QTest.keyClick(self.focus, combination.key(), combination.keyboardModifiers())

    @property
    def focus(self) -> QWidget:
        """The widget that has the keyboard."""
        focus: QWidget | None = self.window.focusWidget()  # the stubs forget that there may be none
        return self.window if focus is None else focus

    def write(self, text: str) -> None:
        """Type text as an input method delivers it, where the keyboard is; Hangul has no key events."""
        for character in text:
            event = QInputMethodEvent()
            event.setCommitString(character)
            QApplication.sendEvent(self.focus, event)

    def press_button(self, name: str) -> None:
        """Click the button with that object name."""
        button = self.window.findChild(QWidget, name)
        if button is None or not button.isVisible() or not button.isEnabled():
            msg = f"no button {name} to press"
            raise NotReachedError(msg)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def wait_until(self, holds: Callable[[], bool], told: str, timeout_ms: int = 20_000) -> None:
        """Let the program go on until `holds` is true; NotReachedError where it never is."""
        if holds():
            return
        loop = QEventLoop()
        poll, end = QTimer(), QTimer()
        poll.setInterval(_POLL_MS)

        def look() -> None:
            if holds():
                loop.quit()

        poll.timeout.connect(look)
        end.setSingleShot(True)
        end.timeout.connect(loop.quit)
        poll.start()
        end.start(timeout_ms)
        loop.exec()
        poll.stop()
        if not holds():
            raise NotReachedError(told)

    def settle(self) -> None:
        """Let what was asked for be drawn."""
        loop = QEventLoop()
        QTimer.singleShot(0, loop.quit)
        loop.exec()

    def picture(self, path: Path) -> None:
        """Save what the window looks like, once it no longer changes."""
        before = QImage()
        for _ in range(_MOST_LOOKS):
            QTest.qWait(_BETWEEN_LOOKS_MS)
            now = self.window.grab().toImage()
            if now == before:
                break
            before = now
        before.save(str(path))
