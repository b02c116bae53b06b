"""Lines that the pages of an outlet repeat, or that a person dropped: furniture of that outlet from then on."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from annotator.core.changes import Row
from annotator.store.errors import explained
from annotator.store.ids import IdAllocator

REPEATED: Final = 3
"""In so many documents of one outlet a line is furniture."""

LONGEST: Final = 80
"""Furniture is short; a paragraph that comes twice is a quotation or the same article."""

Seen = tuple[int, str, str, int]
"""A row id, an outlet, a line of its pages, and in how many more of them the line was seen."""


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


def seen_rows(ids: IdAllocator, lines: Mapping[tuple[str, str], int]) -> list[Seen]:
    """Return what `add` takes of the number of documents in which each (outlet, line) was seen."""
    return [
        (ids.new("outlet_line"), outlet, line, pages)
        for (outlet, line), pages in sorted(lines.items())
        if len(line) <= LONGEST
    ]


def add(connection: sqlite3.Connection, seen: Sequence[Seen]) -> None:
    """Add to the numbers of documents in which lines were seen, in the caller's transaction."""
    connection.executemany(
        "INSERT INTO outlet_line (id, outlet, line, documents) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (outlet, line) DO UPDATE SET documents = documents + excluded.documents",
        seen,
    )
