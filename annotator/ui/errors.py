"""Bugs: logged, shown once with a copy button; the data is safe, since every action was committed before."""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout

from annotator import __version__

_log = logging.getLogger(__name__)


class BugHook(QObject):
    """Takes over the hooks for uncaught exceptions, and gives them back; a bug in a thread is told here too."""

    _caught = Signal(str)

    def __init__(self, show: Callable[[str], None] | None = None) -> None:
        super().__init__()
        self._show = show or show_bug
        self._shown = False
        self._before = (sys.excepthook, threading.excepthook)
        self._caught.connect(self._tell)

    def install(self) -> None:
        """Take over the hooks."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def restore(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._before

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("a bug", exc_info=(kind, error, trace))
        self._caught.emit("".join(traceback.format_exception(kind, error, trace)))

    def _thread_hook(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._hook(caught.exc_type, caught.exc_value, caught.exc_traceback)

    @Slot(str)
    def _tell(self, report: str) -> None:
        if not self._shown:
            self._shown = True
            self._show(f"{versions()}\n\n{report}")


def versions() -> str:
    """Return the versions that a report of a bug needs."""
    return (
        f"annotator {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    )


def show_bug(report: str) -> None:
    """Show the report of a bug, with a button that copies it."""
    dialog = _BugDialog(report)
    dialog.exec()


class _BugDialog(QDialog):
    """What went wrong, in the words of the program, to be copied."""

    def __init__(self, report: str) -> None:
        super().__init__()
        self._report = report
        self.setWindowTitle(self.tr("Something went wrong"))
        self.resize(720, 420)
        told = QLabel(
            self.tr(
                "This is a fault of the program, not of yours. Everything that you did before is saved."
                " You can go on; if anything looks odd, close the window and open it again."
            )
        )
        told.setWordWrap(True)
        told.setTextFormat(Qt.TextFormat.PlainText)
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Report"))
        buttons = QDialogButtonBox()
        copy = buttons.addButton(self.tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(self.tr("Go on"), QDialogButtonBox.ButtonRole.AcceptRole)
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        for widget in (told, text, buttons):
            layout.addWidget(widget)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
