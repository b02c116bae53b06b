"""Floor of G11: an array of ids and pages of 100 rows by `id IN (…)` in a QTableView of six columns."""

import json
import sqlite3
import sys
from array import array
from functools import partial
from pathlib import Path
from random import Random

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView

from tests.benchmarks.painting import PaintWatch
from tests.benchmarks.used import resident_mb

_PAGE = 100
_MOST_PAGES = 60
_SIZE = (760, 860)
_COLUMNS = ("id", "title", "outlet", "published", "status", "place")
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


class Model(QAbstractTableModel):
    """The ids in their order, and the pages last used."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__()
        self._connection = connection
        self._ids = array("q")
        self._pages: dict[int, list[tuple]] = {}

    def ask(self, condition: str) -> None:
        """Fetch the ids of a condition."""
        rows = self._connection.execute(f"SELECT id FROM document {condition} ORDER BY id")
        ids = array("q", (id_ for (id_,) in rows))
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    def rowCount(self, _parent: QModelIndex | None = None) -> int:  # noqa: N802 - Qt's name
        return len(self._ids)

    def columnCount(self, _parent: QModelIndex | None = None) -> int:  # noqa: N802 - Qt's name
        return len(_COLUMNS)

    def data(self, index: QModelIndex, role: int = _DISPLAY) -> object:
        if role != _DISPLAY:
            return None
        number, place = divmod(index.row(), _PAGE)
        page = self._pages.get(number)
        if page is None:
            ids = self._ids[number * _PAGE : (number + 1) * _PAGE]
            marks = ",".join("?" * len(ids))
            found = self._connection.execute(
                f"SELECT id, title, outlet, published, status, id FROM document WHERE id IN ({marks})",
                ids.tolist(),
            )
            by_id = {row[0]: row for row in found}
            page = self._pages[number] = [by_id[id_] for id_ in ids]
            if len(self._pages) > _MOST_PAGES:
                del self._pages[next(iter(self._pages))]
        return page[place][index.column()]


def main(table: Path, times: int) -> None:
    """Open, jump and filter so many times; print the milliseconds of each, and the megabytes it came to."""
    application = QApplication([])
    connection = sqlite3.connect(f"file:{table}?mode=ro", uri=True)
    model, view = Model(connection), QTableView()
    view.verticalHeader().hide()
    view.resize(*_SIZE)
    view.setModel(model)
    view.show()
    application.sendPostedEvents()
    watch = PaintWatch(view.viewport())
    before = resident_mb()
    rng = Random(11)
    found: dict[str, list[float]] = {"open": [], "jump": [], "filter": []}

    for _ in range(times):
        found["open"].append(watch.after(lambda: model.ask("")))
        place = model.index(rng.randrange(1000, model.rowCount()), 0)
        found["jump"].append(watch.after(partial(view.scrollTo, place)))
        found["filter"].append(watch.after(lambda: model.ask("WHERE status = 'done'")))
    print(json.dumps({**found, "mb": [resident_mb() - before]}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
