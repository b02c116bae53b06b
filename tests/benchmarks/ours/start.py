"""Ours of G8 and G9: the program as it is started, until the document is painted, or at rest with it."""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from annotator import __main__ as program
from annotator.ui import application
from tests.benchmarks.used import cpu_seconds, resident_mb

# By then the daily backup and the index have been seen to, and the idle file has been tidied.
_REST_MS = 6000


class Watch(QObject):
    """Sees the article pane being painted."""

    def __init__(self, parent: QObject, *, rests: bool) -> None:
        super().__init__(parent)
        self._delay = _REST_MS if rests else 0
        self._seen = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Ask for figures when the first paint of the pane is over."""
        if event.type() == QEvent.Type.Paint and not self._seen:
            self._seen = True
            QTimer.singleShot(self._delay, tell)
        return False


class Watched(application.Program):
    """The program, with somebody who sees its pane being painted."""

    def open(self, files: list[Path]) -> None:
        """Open as always."""
        super().open(files)
        workspace = self.window.workspace
        assert workspace is not None
        assert workspace.desk.spans
        workspace.pane.viewport().installEventFilter(Watch(self, rests=sys.argv[2] == "rest"))


def tell() -> None:
    """Print the CPU seconds and the megabytes so far, and end."""
    late = sorted(
        {"sqlite_utils", "annotator.app.imports.importing", "annotator.formats"} & sys.modules.keys()
    )
    print(json.dumps({"cpu": cpu_seconds(), "mb": resident_mb(), "late": late}), flush=True)
    os._exit(0)


if __name__ == "__main__":
    application.Program = Watched
    sys.exit(program.main([sys.argv[1]]))
