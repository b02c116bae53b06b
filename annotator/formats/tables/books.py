"""The table in a workbook: its first sheet that holds one."""

from collections.abc import Iterator
from typing import Final

from annotator.core import safe_zip
from annotator.core.messages import message
from annotator.formats.base import Opener
from annotator.formats.tables import xlsx_read
from annotator.formats.tables.sheets import Row, Table, by_heading, headed

_LEAST: Final = 2  # filled cells of a row of headings; a title above the table has fewer


def table_in_book(opener: Opener) -> Table | None:
    """Return the table of a workbook; None where the file is an archive of another kind, or has no table."""
    with opener() as stream, safe_zip.opened(stream) as archive:
        if xlsx_read.BOOK not in archive.NameToInfo:
            return None
        sheets = xlsx_read.sheets(archive)
        tables = 0
        chosen: tuple[str, int, tuple[str, ...]] | None = None
        for _, part in sheets:
            head = next(((n, row) for n, row in xlsx_read.rows(archive, part) if _is_head(row)), None)
            if head is not None:
                tables += 1
                chosen = chosen or (part, head[0], headed(head[1]))
    if chosen is None:
        return None
    part, number, headings = chosen

    def made() -> Iterator[Row]:
        with opener() as stream, safe_zip.opened(stream) as archive:
            for line, row in xlsx_read.rows(archive, part):
                if line > number:
                    yield Row(line, by_heading(headings, row))

    told = (message("table.other-sheets", count=tables - 1),) if tables > 1 else ()
    return Table(headings, made, told)


def _is_head(row: list[str]) -> bool:
    return sum(bool(cell.strip()) for cell in row) >= _LEAST
