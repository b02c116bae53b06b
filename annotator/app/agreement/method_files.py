"""What a methods section needs, written as files: the tables as CSV, the paragraph, the report."""

import io
from pathlib import Path
from typing import Final

from annotator.app.jobs import Cancelled, Report, stop_if
from annotator.app.project.tables import csv_line, plain_cell
from annotator.app.writing import written, written_folder
from annotator.formats.base import Sink
from annotator.review.frozen import Decided, Numbers
from annotator.review.methods import Cell, Table, tables
from annotator.review.paragraph import paragraph
from annotator.review.report import report
from annotator.review.report_facts import facts_of

_MARK: Final = b"\xef\xbb\xbf"


class TablesJob:
    """Writes the tables and the paragraph into a new folder, all or none, in a worker.

    CSV as everywhere (UTF-8 with a mark, CRLF, formulas guarded): numbers in full precision, what is not defined
    an empty cell.
    """

    def __init__(self, numbers: Numbers, decided: Decided, folder: Path, round_name: str = "") -> None:
        self._numbers, self._decided, self._folder = numbers, decided, folder
        self._round_name = round_name

    def run(self, report_: Report, cancelled: Cancelled) -> Path:  # noqa: ARG002 - some small files
        """Return the folder; UserError `export.folder-taken`, `export.not-written`."""
        with written_folder(self._folder) as sink:
            for name, table in tables(self._numbers, self._decided).items():
                stop_if(cancelled)
                _put(sink, name, csv_bytes(table))
            for language in ("ko", "en"):
                told = paragraph(self._numbers, self._decided, language) + "\n"
                _put(sink, f"paragraph-{language}.txt", told.encode())
            _put(sink, "report.html", page(self._numbers, self._decided, self._round_name).encode())
        return self._folder


class ReportJob:
    """Writes the report, one HTML page that stands alone, in a worker."""

    def __init__(self, numbers: Numbers, decided: Decided, path: Path, round_name: str = "") -> None:
        self._numbers, self._decided, self._path = numbers, decided, path
        self._round_name = round_name

    def run(self, report_: Report, cancelled: Cancelled) -> Path:  # noqa: ARG002 - one small file
        """Return the file; UserError `export.not-written`."""
        with written(self._path) as sink:
            _put(sink, sink.name, page(self._numbers, self._decided, self._round_name).encode())
        return self._path


def _put(sink: Sink, name: str, content: bytes) -> None:
    with sink.open(name) or io.BytesIO() as file:
        file.write(content)


def page(numbers: Numbers, decided: Decided, round_name: str = "") -> str:
    """Return the report of some numbers, with the paragraph in both languages; `round_name` says where from."""
    korean, english = (paragraph(numbers, decided, language) for language in ("ko", "en"))
    gold = numbers.get("gold")  # rounds that were frozen by earlier versions have none
    result = {**numbers["result"], "reference": gold if gold and gold["annotators"] else None}
    return report(result, (korean, english), facts_of(numbers, round_name))


def csv_bytes(table: Table) -> bytes:
    """Return a table as CSV."""
    return _MARK + b"".join(csv_line([_cell(cell) for cell in row]) for row in table)


def _cell(cell: Cell) -> str:
    """Return a cell as it is written; words that a spreadsheet would take for a formula are guarded, numbers not."""
    if cell is None:
        return ""
    return plain_cell(cell) if isinstance(cell, str) else repr(cell)
