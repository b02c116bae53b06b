"""Ours of G5 and G6: from the digit to the span committed and painted; and what painting the article alone takes."""

import json
import sys
import time
from pathlib import Path
from random import Random

from tests.benchmarks.ours.window import Window

_WARM_UP = 5
_LONGEST_DOCUMENT = 10_000


def main(project: Path, times: int) -> None:
    """Mark so many words and print the milliseconds of each, and of painting the pane alone.

    In a document of usual length each word is in the next document, as people work; in a large one in the same.
    """
    window = Window(project)
    workspace = window.workspace
    window.show(workspace.library_panel.model.id_at(0))
    rng = Random(5)
    walks = len(workspace.desk.text) < _LONGEST_DOCUMENT
    found, painted = [], []
    for _ in range(_WARM_UP + times):
        if walks:
            window.key_to_painted("Ctrl+PgDown")
        before = len(workspace.desk.spans)
        _select_word(window, rng)
        painted.append(_repaint(window))
        found.append(window.key_to_painted(str(rng.randint(1, 4))))
        assert len(workspace.desk.spans) == before + 1
        window.settle()
    connection = workspace.session.project.connection
    mode, level = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")
    )
    assert (mode, level) == ("wal", 2)
    window.close()
    print(json.dumps({"ms": found[_WARM_UP:], "paint": painted[_WARM_UP:]}))


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
