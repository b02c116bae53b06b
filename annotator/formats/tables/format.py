"""The format `table`: a row a document; read only."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from annotator.core.entry import Entry, Reject
from annotator.core.errors import UserError, user_error
from annotator.core.validate import quoted
from annotator.formats.base import Account, Bundle, Opener, Sink, only
from annotator.formats.tables.entries import entry_of
from annotator.formats.tables.headings import Columns, fits, guessed, has_marks
from annotator.formats.tables.sheets import is_workbook, table_in

TABLE: Final = "table"
_LEAST: Final = 2
_ROWS: Final = 2
_SHORT: Final = 20


class TableFormat:
    """Reads tables of documents."""

    id = TABLE
    title = "format.table"
    suffixes = (".csv", ".tsv", ".xlsx", ".jsonl")
    can_read = True
    can_write = False
    carries: frozenset[str] = frozenset()

    def sniff(self, bundle: Bundle) -> bool:
        """Tell whether the file is a workbook, or rows under headings, or objects that are rows.

        Lines with a comma each may be a page: where no heading is known there must be more to it.
        """
        if len(bundle.members) != 1:
            return False
        opener = bundle.members[0][1]
        try:
            headings = headings_of(opener)
        except UserError:
            return True  # a workbook, and its reading says what is wrong with it
        if headings is None or len(headings) < _LEAST:
            return False
        return bool(guessed(headings)) or is_workbook(opener) or _is_evident(opener, headings)

    def read(self, bundle: Bundle, **options: object) -> Iterator[Entry | Reject]:
        """Read a bundle. Option `columns`: the heading of the column of each field; by default known headings.

        UserError `table.none` where there is no table, `table.of-spans` where a row is a span,
        `table.columns-unknown` where no heading is that of a text, `table.no-such-column` where a column is named
        that is not there; and for refused workbooks.
        """
        only(options, ("columns",))
        columns = options.get("columns")
        if columns is not None and not isinstance(columns, Mapping):
            msg = f"the option columns is a mapping, not {columns!r}"
            raise TypeError(msg)
        for name, opener in bundle.members:
            yield from _read(name, opener, columns)

    def write(self, entries: Iterable[Entry], sink: Sink, **options: object) -> Account:  # noqa: ARG002 - it does not
        """Raise UserError: it is read only."""
        raise user_error("format.cannot-write", format=self.id)


def headings_of(opener: Opener) -> tuple[str, ...] | None:
    """Return the headings of the table in a file, None where it holds none; UserError for a refused workbook."""
    table = table_in(opener)
    return None if table is None else table.headings


def _is_evident(opener: Opener, headings: Sequence[str]) -> bool:
    short = all(len(heading) <= _SHORT for heading in headings)
    return len(headings) > _LEAST and short and len(beginning(opener, _ROWS)) == _ROWS


def beginning(opener: Opener, rows: int) -> list[Mapping[str, str]]:
    """Return the cells of the first rows of a table by their headings, for a person to look at."""
    table = table_in(opener)
    return [] if table is None else [row.cells for row in islice(table.rows(), rows)]


def _read(name: str, opener: Opener, chosen: Columns | None) -> Iterator[Entry | Reject]:
    table = table_in(opener)
    if table is None:
        raise user_error("table.none", name=name)
    if chosen is None and has_marks(table.headings):
        raise user_error("table.of-spans", name=name)
    columns = guessed(table.headings) if chosen is None else chosen
    for heading in columns.values():
        if heading not in table.headings:
            raise user_error("table.no-such-column", column=quoted(heading), columns=listed(table.headings))
    if not fits(columns, table.headings):
        raise user_error("table.columns-unknown", columns=listed(table.headings))
    notes = table.notes
    for row in table.rows():
        item = entry_of(row, columns, name)
        if isinstance(item, Entry) and notes:
            item.notes, notes = notes, ()
        yield item


def listed(headings: Iterable[str]) -> str:
    """Return headings in a row, short enough to stand in a message."""
    shown = ", ".join(map(quoted, headings))
    return shown if len(shown) <= 300 else f"{shown[:299]}…"
