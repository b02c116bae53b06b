"""The tables of a whole project: which rows and in which order, a page of them, and all of them as CSV."""

import csv
import io
import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from annotator.app.jobs import Cancelled, Progress, Report, stop_if
from annotator.app.session import Session
from annotator.app.writing import written
from annotator.core.tables import COLUMNS, Table, TableQuery, TableRow, chosen
from annotator.core.value_forms import is_decimal
from annotator.store.project import Project
from annotator.store.tables import count_rows, table_rows

_LOOK_EVERY: Final = 500
_PAGE: Final = 500
_UNITS: Final = {Table.RECORDS: "unit.records", Table.RELATIONS: "unit.relations"}
# What a spreadsheet would take for a formula.
_FORMULA: Final = re.compile(r"[=+\-@\t\r]")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was asked, the ids of its rows in order, and how many rows each table has."""

    query: TableQuery
    ids: "array[int]"
    counts: dict[Table, int]


class ChooseJob:
    """Finds the rows of a table in their order, in a worker with its own connection."""

    def __init__(self, project: Project, query: TableQuery) -> None:
        self._project = project
        self._query = query

    def run(self, _report: Report, cancelled: Cancelled) -> Chosen:
        """Return the ids; UserError `job.cancelled`."""
        with self._project.in_worker() as project:
            rows = _watched(table_rows(project.connection, self._query.table), cancelled)
            ids = array("q", chosen(rows, self._query))
            counts = {table: count_rows(project.connection, table) for table in Table}
        return Chosen(self._query, ids, counts)


def _watched(rows: Iterable[TableRow], cancelled: Cancelled) -> Iterator[TableRow]:
    for number, row in enumerate(rows):
        if number % _LOOK_EVERY == 0:
            stop_if(cancelled)
        yield row


def rows_of(session: Session, table: Table, ids: Sequence[int]) -> list[TableRow]:
    """Return the rows with these ids, in no certain order; those that are gone are left out."""
    return list(table_rows(session.project.connection, table, ids))


def proposed_table_file(session: Session, table: Table) -> Path:
    """Return where the table would be written: beside the project, under its name."""
    return session.project.path.with_name(f"{session.project.path.stem}-{table}.csv")


class CsvJob:
    """Writes rows of a table as CSV, whole or not at all, in a worker with its own connection.

    UTF-8 with a mark at its beginning, so that spreadsheets read Hangul; lines end in CRLF (RFC 4180). The first line
    names the columns, the last two of which are the ids that files carry. A cell that a spreadsheet would take for a
    formula gets an apostrophe before it; numbers stay numbers.
    """

    def __init__(self, project: Project, table: Table, ids: Sequence[int], path: Path) -> None:
        self._project = project
        self._table = table
        self._ids = ids
        self._path = path

    def run(self, report: Report, cancelled: Cancelled) -> int:
        """Return how many rows were written; UserError `export.not-written`, `job.cancelled`."""
        count = 0
        with self._project.in_worker() as project, written(self._path) as sink:
            member = sink.open(sink.name)
            with member or io.BytesIO() as file:
                file.write(b"\xef\xbb\xbf" + csv_line((*COLUMNS[self._table], "document", "id")))
                for start in range(0, len(self._ids), _PAGE):
                    stop_if(cancelled)
                    report(Progress(start, len(self._ids), _UNITS[self._table]))
                    page = list(self._ids[start : start + _PAGE])
                    found = {row.id: row for row in table_rows(project.connection, self._table, page)}
                    rows = [found[id_] for id_ in page if id_ in found]
                    file.write(b"".join(csv_line(self._cells(row)) for row in rows))
                    count += len(rows)
        return count

    @staticmethod
    def _cells(row: TableRow) -> list[str]:
        return [plain_cell(cell) for cell in (*row.cells, row.document, row.uid)]


def plain_cell(cell: str) -> str:
    """Return a cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) and not is_decimal(cell) else cell


def csv_line(cells: Sequence[str]) -> bytes:
    """Return a line of CSV, as UTF-8 and ended by CRLF."""
    made = io.StringIO()
    csv.writer(made).writerow(cells)
    # A lone surrogate, which a page may bring, has no UTF-8.
    return made.getvalue().encode("utf-8", "replace")
