"""The lines of an office file: what each is by its style, and the table that it is a row of."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from annotator.core.text import ZoneKind

CELL: Final = "\t"
"""What stands between two cells of a row."""


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """A line; `kind` is what its style or place says it is (None: nothing), `table` numbers its table, 0 for none."""

    text: str
    kind: ZoneKind | None = None
    table: int = 0


class Gathered:
    """The lines gathered so far; those of tables are numbered by table."""

    def __init__(self) -> None:
        self.lines: list[OfficeLine] = []
        self._tables = 0

    def paragraph(self, text: str, kind: ZoneKind | None = None) -> None:
        """Add a paragraph; a line break in it begins another line."""
        self.lines.extend(OfficeLine(line, kind) for line in text.split("\n"))

    def extend(self, lines: Iterable[OfficeLine]) -> None:
        """Add lines that were gathered apart; tables among them stay tables."""
        numbers: dict[int, int] = {}
        for line in lines:
            if line.table and line.table not in numbers:
                self._tables += 1
                numbers[line.table] = self._tables
            self.lines.append(replace(line, table=numbers.get(line.table, 0)))

    def table(self, rows: list[list[list[OfficeLine]]]) -> None:
        """Add a table, a line a row; a table of one cell is a frame around what stands in it."""
        if len(rows) == 1 and len(rows[0]) == 1:
            self.extend(rows[0][0])
            return
        self._tables += 1
        for row in rows:
            text = CELL.join(map(_cell, row)).rstrip(CELL)
            if text.strip():
                self.lines.append(OfficeLine(text, ZoneKind.TABLE, self._tables))


def _cell(lines: list[OfficeLine]) -> str:
    """Return the text of a cell on one line: its paragraphs, and the cells of tables in it, with a blank between."""
    return " ".join(line.text.replace(CELL, " ") for line in lines if line.text.strip())
