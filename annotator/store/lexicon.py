"""Reads the project's own lexicon."""

import sqlite3
from typing import NamedTuple

from annotator.core.lexicon_entry import LexiconEntry
from annotator.store.errors import explained


class LexiconRow(NamedTuple):
    """An entry as it stands in its table."""

    id: int
    uid: str
    name: str
    content: str

    def entry(self) -> LexiconEntry:
        """Return the entry."""
        return LexiconEntry.from_row(self._asdict())


def lexicon_rows(connection: sqlite3.Connection) -> tuple[LexiconRow, ...]:
    """Return the entries of the project, oldest first."""
    with explained(connection):
        rows = connection.execute("SELECT id, uid, name, content FROM lexicon_entry ORDER BY id").fetchall()
    return tuple(LexiconRow(*row) for row in rows)
