"""Row ids: never one twice in a project, whatever was deleted, undone or brought back since.

A deleted row's id lives on in the journal, where undo can bring it back; so the largest id of a table is not
enough to start from. The table `id_mark` holds for each entity a number that no row in the journal exceeds.
It is moved on, a thousand at a time, in the transaction that would pass it (`raise_marks`): one more row
written per thousand new rows, and nothing read but that row. Closing marks what was handed out; after a crash
only ids that no row on the disk ever had may come again.
"""

import sqlite3
import threading
from collections.abc import Iterable, Mapping
from typing import Final

from annotator.core.changes import ENTITIES
from annotator.store.grouping import Group

_STEP: Final = 1000

_RAISE: Final = """
    INSERT INTO id_mark (entity, high) VALUES (?1, ?2 + ?3)
    ON CONFLICT (entity) DO UPDATE SET high = excluded.high WHERE ?2 > high
"""


class IdAllocator:
    """Hands out row ids. One for an open project, shared by the connections of all its threads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._lock = threading.Lock()
        self._last = highest(connection)
        self._first = dict(self._last)

    def new(self, entity: str) -> int:
        """Return an id for a new row of `entity`."""
        with self._lock:
            self._last[entity] += 1
            return self._last[entity]

    def block(self, entity: str, count: int) -> range:
        """Return `count` ids in a row."""
        with self._lock:
            first = self._last[entity] + 1
            self._last[entity] += count
            return range(first, first + count)

    def given(self) -> dict[str, int]:
        """Return the last id that was handed out for each entity, where any was."""
        with self._lock:
            return {entity: last for entity, last in self._last.items() if last > self._first[entity]}


def highest(connection: sqlite3.Connection) -> dict[str, int]:
    """Return for each entity the largest id that may be taken: in its table, or anywhere in the journal."""
    marks = dict(connection.execute("SELECT entity, high FROM id_mark").fetchall())
    return {entity: max(marks.get(entity, 0), _largest(connection, entity)) for entity in ENTITIES}


def _largest(connection: sqlite3.Connection, entity: str) -> int:
    (largest,) = connection.execute(f'SELECT max(id) FROM "{entity}"').fetchone()  # noqa: S608 - one of ENTITIES
    return int(largest or 0)


def raise_marks(connection: sqlite3.Connection, largest: Mapping[str, int]) -> None:
    """Keep ids up to `largest` from being given to new rows; in the caller's transaction."""
    connection.executemany(_RAISE, [(entity, id_, _STEP) for entity, id_ in largest.items() if id_ > 0])


def largest_of(groups: Iterable[Group]) -> dict[str, int]:
    """Return the largest id that the operations name for each entity."""
    largest: dict[str, int] = {}
    for group in groups:
        largest[group.entity] = max(largest.get(group.entity, 0), *group.ids)
    return largest
