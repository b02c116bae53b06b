"""The real window on a project, keys pressed in it, and how long it takes until what they did is painted."""

import gc
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from annotator.ui.application import Program, make_application
from annotator.ui.main_window import MainWindow
from annotator.ui.platform import guard_display, route_qt_messages
from annotator.ui.workspace import Workspace
from tests.benchmarks.home import move_in
from tests.benchmarks.painting import PaintWatch

SIZE = (1366, 768)


class Window:
    """The program with its window open on a project, and nothing at work in the background."""

    def __init__(self, project: Path, *, background: bool = False) -> None:
        move_in()
        guard_display()
        self.application = make_application()
        route_qt_messages()
        self.program = Program(self.application)
        self.program.window.resize(*SIZE)
        self.program.open([project])
        if not background:
            self.program.desk.stop()
        self.watch = PaintWatch(self.workspace.pane.viewport())
        self.settle()

    @property
    def window(self) -> MainWindow:
        """The main window."""
        return self.program.window

    @property
    def workspace(self) -> Workspace:
        """The workspace of the project."""
        found = self.program.window.workspace
        assert found is not None
        return found

    def press(self, name: str) -> None:
        """Press a key by its portable name, where the keyboard is."""
        combination = QKeySequence(name)[0]
        QTest.keyClick(self.window.focusWidget(), combination.key(), combination.keyboardModifiers())

    def key_to_painted(self, name: str) -> float:
        """Press a key and return the milliseconds until the article has been painted."""
        return self.watch.after(lambda: self.press(name))

    def show(self, document_id: int) -> None:
        """Show a document, the keyboard in it."""
        self.watch.after(lambda: self.workspace.desk.show_document(document_id))
        self.workspace.focus_article()
        self.settle()

    def settle(self, milliseconds: int = 0) -> None:
        """Let the program do what it has to do, for so long."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def collect(self) -> None:
        """Take out the rubbish now, not in the midst of a measurement."""
        self.settle()
        gc.collect()

    def close(self) -> None:
        """Close the window and the project."""
        self.window.close()
