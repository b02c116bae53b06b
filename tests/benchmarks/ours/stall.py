"""Ours of G12 and of G16's stall: how long the window does not answer while a job runs and a person saves.

A heartbeat every five milliseconds; its longest lateness is the longest stall. A mark is made every tenth of a
second by the key that makes it.
"""

import json
import sys
import time
from pathlib import Path
from random import Random

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Slot

from annotator.app.jobs import Cancelled, Job, Report
from annotator.app.project.housekeeping import IndexJob
from annotator.core.messages import Message
from annotator.store import search
from annotator.ui.importing.desk import ImportDesk
from annotator.ui.tasks import Task
from tests.benchmarks.ours.window import Window

_BEAT_MS = 5
_SAVE_MS = 100
_SPANS = 40  # then they are taken back: a screen does not fill up with them


class Person(QObject):
    """Marks a word every tenth of a second, and feels how long the window does not answer."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window = window
        self._rng = Random(12)
        self._last = 0.0
        self.stalls: list[float] = []
        self.saves: list[float] = []
        self._beat = self._timer(_BEAT_MS, self._felt)
        self._save = self._timer(_SAVE_MS, self._saves)

    def _timer(self, milliseconds: int, slot) -> QTimer:
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    def begin(self) -> None:
        self._last = time.perf_counter()
        self._beat.start()
        self._save.start()

    def end(self) -> None:
        self._beat.stop()
        self._save.stop()

    @Slot()
    def _felt(self) -> None:
        now = time.perf_counter()
        self.stalls.append((now - self._last) * 1000 - _BEAT_MS)
        self._last = now

    @Slot()
    def _saves(self) -> None:
        workspace = self._window.workspace
        started = time.perf_counter()
        if len(workspace.desk.spans) > _SPANS:
            self._window.press("Ctrl+Z")
        else:
            before = len(workspace.desk.spans)
            text = workspace.desk.text
            at = self._rng.randrange(len(text) - 8)
            workspace.pane.select(at, at + self._rng.randint(2, 7))
            self._window.press(str(self._rng.randint(1, 4)))
            assert len(workspace.desk.spans) in (before, before + 1)
        self.saves.append((time.perf_counter() - started) * 1000)


class Timed:
    """A job that says what CPU time its own thread took."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self.cpu = 0.0

    def run(self, report: Report, cancelled: Cancelled) -> object:
        """Run it."""
        started = time.thread_time()
        try:
            return self._job.run(report, cancelled)
        finally:
            self.cpu = time.thread_time() - started


def while_importing(window: Window, source: Path) -> dict[str, object]:
    """Import through the desk of the window, as a drop of the file does."""
    desk = ImportDesk(window.workspace, window.program.appearance)
    person, loop = Person(window), QEventLoop()
    desk.imported.connect(loop.quit)
    desk.take([source])
    person.begin()
    loop.exec()
    window.settle(_SAVE_MS)
    person.end()
    return {"stalls": person.stalls, "saves": person.saves}


def while_indexing(window: Window) -> dict[str, object]:
    """Bring the index up to date."""
    project = window.workspace.session.project
    job = Timed(IndexJob(project))
    task = Task(job)
    person, loop = Person(window), QEventLoop()
    task.ended.connect(loop.quit)
    task.failed.connect(_told)
    task.start()
    person.begin()
    loop.exec()
    person.end()
    task.wait()
    assert search.pending(project.connection) == 0
    return {"stalls": person.stalls, "saves": person.saves, "cpu": job.cpu}


def _told(told: Message) -> None:
    sys.stderr.write(f"{told}\n")


def main(kind: str, project: Path, *sources: str) -> None:
    """Print the longest stalls and the time of saves in milliseconds."""
    window = Window(project)
    window.show(window.workspace.library_panel.model.id_at(0))
    window.collect()
    made = while_importing(window, Path(sources[0])) if kind == "import" else while_indexing(window)
    window.close()
    made["stalls"] = sorted(made["stalls"], reverse=True)[:20]
    print(json.dumps(made))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
