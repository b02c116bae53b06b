"""Lines that the pages of an outlet repeat, or that a person dropped: furniture of that outlet from then on."""

import sqlite3
from collections.abc import Collection, Mapping
from typing import Final

from annotator.core.changes import Row
from annotator.store.database import transaction
from annotator.store.errors import explained
from annotator.store.ids import IdAllocator

REPEATED: Final = 3
"""In so many documents of one outlet a line is furniture."""

# Furniture is short; a paragraph that comes twice is a quotation or the same article.
_LONGEST: Final = 80


def lines_of(connection: sqlite3.Connection, outlet: str) -> frozenset[str]:
    """Return the lines known as furniture of the outlet."""
    with explained(connection):
        rows = connection.execute(
            "SELECT line FROM outlet_line WHERE outlet = ? AND (by_hand = 1 OR documents >= ?)",
            (outlet, REPEATED),
        ).fetchall()
    return frozenset(line for (line,) in rows)


def rows_of(connection: sqlite3.Connection, outlet: str, lines: Collection[str]) -> dict[str, Row]:
    """Return what is known of these lines of the outlet: rows of the table, by line."""
    columns = ("id", "outlet", "line", "documents", "by_hand")
    found: dict[str, Row] = {}
    with explained(connection):
        for line in lines:
            row = connection.execute(
                "SELECT id, outlet, line, documents, by_hand FROM outlet_line WHERE outlet = ? AND line = ?",
                (outlet, line),
            ).fetchone()
            if row is not None:
                found[line] = dict(zip(columns, row, strict=True))
    return found


def count(connection: sqlite3.Connection, ids: IdAllocator, lines: Mapping[tuple[str, str], int]) -> None:
    """Add to the number of documents in which each (outlet, line) was seen, in one transaction."""
    rows = [
        (ids.new("outlet_line"), outlet, line, pages)
        for (outlet, line), pages in sorted(lines.items())
        if len(line) <= _LONGEST
    ]
    if not rows:
        return
    with transaction(connection):
        connection.executemany(
            "INSERT INTO outlet_line (id, outlet, line, documents) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (outlet, line) DO UPDATE SET documents = documents + excluded.documents",
            rows,
        )
