"""Floor of G8 and G9: a bare QMainWindow, with explicit imports, until it is painted, or at rest."""

import json
import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.benchmarks.used import cpu_seconds, resident_mb

_REST_MS = 3000


class BareWindow(QMainWindow):
    """A window that says when it has been painted."""

    def __init__(self, *, rests: bool) -> None:
        super().__init__()
        self._rests = rests

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint nothing, and be asked for figures when that is over."""
        super().paintEvent(event)
        QTimer.singleShot(_REST_MS if self._rests else 0, tell)


def tell() -> None:
    """Print the CPU seconds and the megabytes so far, and end."""
    print(json.dumps({"cpu": cpu_seconds(), "mb": resident_mb()}), flush=True)
    os._exit(0)


if __name__ == "__main__":
    application = QApplication([])
    window = BareWindow(rests=sys.argv[1] == "rest")
    window.resize(1366, 768)
    window.show()
    sys.exit(application.exec())
