"""Ours of G5 and G6: from the digit to the span committed and painted; and what painting the article alone takes."""

import json
import sys
import time
from pathlib import Path
from random import Random

from PySide6.QtGui import QPaintEvent

from annotator.ui.pane.view import ArticlePane
from tests.benchmarks.ours.window import Window

_WARM_UP = 5
_LONGEST_DOCUMENT = 10_000


class Paints:
    """When paints of the article pane were over; no other widget is painted before that is shown."""

    def __init__(self) -> None:
        self.ends: list[float] = []
        paint = ArticlePane.paintEvent

        def timed(pane: ArticlePane, event: QPaintEvent) -> None:
            paint(pane, event)
            self.ends.append(time.perf_counter())

        ArticlePane.paintEvent = timed


def main(project: Path, times: int) -> None:
    """Mark so many words and print the milliseconds of each.

    `ms` until the span is on the disk and painted, `all` until all that follows is painted too, `cpu` what that took
    of the processor, `paint` what painting the pane alone takes. In a document of usual length each word is in the
    next document, as people work; in a large one in the same.
    """
    paints = Paints()
    window = Window(project)
    workspace = window.workspace
    window.show(workspace.library_panel.model.id_at(0))
    rng = Random(5)
    walks = len(workspace.desk.text) < _LONGEST_DOCUMENT
    found: dict[str, list[float]] = {"ms": [], "all": [], "cpu": [], "paint": []}
    for _ in range(_WARM_UP + times):
        if walks:
            window.key_to_painted("Ctrl+PgDown")
        _select_word(window, rng)
        found["paint"].append(_repaint(window))
        for name, figure in _mark(window, paints, str(rng.randint(1, 4))).items():
            found[name].append(figure)
    connection = workspace.session.project.connection
    mode, level = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")
    )
    assert (mode, level) == ("wal", 2)
    window.close()
    print(json.dumps({name: figures[_WARM_UP:] for name, figures in found.items()}))


def _mark(window: Window, paints: Paints, digit: str) -> dict[str, float]:
    """Press the digit and return the milliseconds."""
    desk = window.workspace.desk
    before = len(desk.spans)
    paints.ends.clear()
    cpu, started = time.process_time(), time.perf_counter()
    window.key_to_painted(digit)
    window.settle()
    whole, used = (time.perf_counter() - started) * 1000, (time.process_time() - cpu) * 1000
    # The first paint is the mark: nothing is painted before it is committed, and by then it is the current span.
    painted = (paints.ends[0] - started) * 1000
    assert len(desk.spans) == before + 1
    return {"ms": painted, "all": whole, "cpu": used}


def _select_word(window: Window, rng: Random) -> None:
    """Select a word that is not a span yet, somewhere in the text, and let it be shown."""
    text = window.workspace.desk.text
    taken = {(span.start, span.end) for span in window.workspace.desk.spans}
    while True:
        at = text.find(" ", rng.randrange(len(text) - 100))
        end = text.find(" ", at + 1)
        word = text[at + 1 : end]
        if at >= 0 and len(word) > 1 and "\n" not in word and (at + 1, end) not in taken:
            break
    window.workspace.pane.select(at + 1, end)
    window.settle()


def _repaint(window: Window) -> float:
    started = time.perf_counter()
    window.workspace.pane.viewport().repaint()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
