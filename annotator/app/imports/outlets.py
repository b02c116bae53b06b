"""Counts the lines that the pages of an outlet share while pages are read: what three have is furniture."""

from collections import Counter
from collections.abc import Collection, Mapping

from annotator.app.imports.intake import Arrival
from annotator.store import furniture
from annotator.store.database import Connection


class OutletLines:
    """The lines of the pages of one reading, beside those that a project (where there is one) knows already."""

    def __init__(self, connection: Connection | None) -> None:
        self._connection = connection
        self._seen: Counter[tuple[str, str]] = Counter()

    @property
    def seen(self) -> Mapping[tuple[str, str], int]:
        """In how many pages of this reading each (outlet, line) was seen."""
        return +self._seen

    def repeated(self, outlet: str, lines: Collection[str]) -> Collection[str]:
        """Return those of the lines that are furniture: dropped by hand, or seen in three pages of the outlet."""
        rows = furniture.rows_of(self._connection, outlet, lines) if self._connection is not None else {}
        return frozenset(
            line
            for line in lines
            if (line in rows and rows[line]["by_hand"])
            or self._seen[outlet, line] + _count(rows.get(line, {})) >= furniture.REPEATED
        )

    def saw(self, arrival: Arrival) -> None:
        """Count the lines of a page."""
        self._seen.update(_lines_of(arrival))

    def forget(self, arrival: Arrival) -> None:
        """Take a page out of the count: it was known before."""
        self._seen.subtract(_lines_of(arrival))


def _lines_of(arrival: Arrival) -> list[tuple[str, str]]:
    outlet = arrival.entry.fields.get("outlet", "")
    if not outlet:
        return []
    return [(outlet, line) for line in arrival.kept_lines if len(line) <= furniture.LONGEST]


def _count(row: Mapping[str, object]) -> int:
    documents = row.get("documents", 0)
    return documents if isinstance(documents, int) else 0
