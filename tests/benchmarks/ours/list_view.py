"""Ours of G11: the list of documents as it stands in the window, on a project of a million."""

import json
import sys
from functools import partial
from pathlib import Path
from random import Random

from annotator.app.project.library import Library
from annotator.app.session import Session
from annotator.store.project import Project
from annotator.ui.application import make_application
from annotator.ui.library.panel import LibraryPanel
from annotator.ui.platform import guard_display, route_qt_messages
from annotator.ui.theme import LIGHT
from annotator.ui.widgets.quiet_combo import QuietCombo
from annotator.ui.widgets.quiet_table import QuietTable
from tests.benchmarks.folders import backups_of, locks_of
from tests.benchmarks.painting import PaintWatch
from tests.benchmarks.used import resident_mb

_SIZE = (300, 700)  # as in a window of 1366 × 768


def main(path: Path, times: int) -> None:
    """Open, jump and filter so many times; print the milliseconds of each, and the megabytes it came to."""
    guard_display()
    application = make_application()
    route_qt_messages()
    project = Project.open(path, lock_dir=locks_of(path), backups_dir=backups_of(path))
    library = Library(Session(project, project.reading.annotator(1)))
    panel = LibraryPanel(LIGHT)
    panel.resize(*_SIZE)
    panel.show()
    application.sendPostedEvents()
    table, filters = panel.findChild(QuietTable), panel.findChild(QuietCombo, "library-filter")
    watch = PaintWatch(table.viewport())
    before = resident_mb()
    rng = Random(11)
    found: dict[str, list[float]] = {"open": [], "jump": [], "filter": []}

    def opened() -> None:
        """Fill the list as the shelf does when a project is opened."""
        panel.set_source(library.ids, library.rows)
        panel.set_counts(library.counts())

    def filtered() -> None:
        index = filters.findData("done")
        filters.setCurrentIndex(index)
        filters.activated.emit(index)

    for _ in range(times):
        found["open"].append(watch.after(opened))
        everything = panel.shown()
        somewhere = panel.model.id_at(rng.randrange(1000, everything))
        found["jump"].append(watch.after(partial(panel.set_current, somewhere)))
        found["filter"].append(watch.after(filtered))
        assert 0 < panel.shown() < everything
        panel.show_all()
        application.sendPostedEvents()
    print(json.dumps({**found, "mb": [resident_mb() - before], "rows": everything}))
    project.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
