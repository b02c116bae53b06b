"""Writes workbooks (Office Open XML) row by row in constant memory: texts, numbers, days and truths as typed cells."""

import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import BinaryIO, Final, Self

Cell = str | int | Decimal | date | datetime | bool | None

MOST_ROWS: Final = 1_048_576
LONGEST_CELL: Final = 32_767
"""What a sheet and a cell of Excel hold: rows, the head among them, and UTF-16 units."""

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DAY_ZERO: Final = date(1899, 12, 30)
_FIRST_DAY: Final = date(1900, 3, 1)  # before it Excel counts a 29 February 1900 that never was
_DIGITS: Final = 15
_ESCAPES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_ESCAPED: Final = re.compile("[&<>\r]")
# What XML cannot hold stands as _x0000_, and what looks like that already gets its underscore escaped.
_UNFIT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_PLAIN, _DAY, _MOMENT, _BOLD, _WRAPPED = range(5)
_STYLES: Final = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
    '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>'
)

_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_BOOK: Final = f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{{sheets}}</sheets></workbook>'
_BOOK_RELATIONS: Final = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{{sheets}}'
    f'<Relationship Id="rId0" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
)
_RELATIONS: Final = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_CONTENT_TYPES: Final = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>{{sheets}}</Types>'
)


class Workbook:
    """A workbook being written: a head, then rows; a sheet that is full is followed by another with the same head.

    `widths` are those of the columns in characters. `cut` counts texts longer than a cell holds. Use as a context;
    the file is whole when it ends.
    """

    def __init__(
        self, stream: BinaryIO, title: str, head: Sequence[str], widths: Sequence[int], most: int = MOST_ROWS
    ) -> None:
        self._zip = zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED)
        self._title = title
        self._head = head
        self._widths = widths
        self._most = most
        self._sheet: BinaryIO | None = None
        self._sheets = 0
        self._row = 0
        self.cut = 0

    def __enter__(self) -> Self:
        self._begin()
        return self

    def __exit__(self, *exc: object) -> None:
        self._end()
        if exc[0] is None:
            self._finish()
        self._zip.close()

    def add(self, cells: Sequence[Cell]) -> None:
        """Write a row; None is an empty cell."""
        if self._row == self._most:
            self._end()
            self._begin()
        self._write([self._cell(index, cell, _PLAIN) for index, cell in enumerate(cells)])

    def _begin(self) -> None:
        self._sheets += 1
        self._row = 0
        info = _info(f"xl/worksheets/sheet{self._sheets}.xml")
        self._sheet = self._zip.open(info, "w", force_zip64=True)  # type: ignore[assignment]  # it is one
        columns = "".join(
            f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
            for number, width in enumerate(self._widths, 1)
        )
        self._put(
            f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
            '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
            f"<cols>{columns}</cols><sheetData>"
        )
        self._write([self._cell(index, name, _BOLD) for index, name in enumerate(self._head)])

    def _write(self, cells: Iterable[str]) -> None:
        self._row += 1
        self._put(f'<row r="{self._row}">{"".join(cells)}</row>')

    def _put(self, text: str) -> None:
        if self._sheet is not None:
            self._sheet.write(text.encode("utf-8"))

    def _cell(self, index: int, cell: Cell, style: int) -> str:
        place = f"{column_name(index)}{self._row + 1}"
        if cell is None:
            return ""
        if isinstance(cell, bool):
            return f'<c r="{place}" t="b"><v>{cell:d}</v></c>'
        if isinstance(cell, date):
            number = serial(cell)
            if number is not None:
                style = _MOMENT if isinstance(cell, datetime) else _DAY
                return f'<c r="{place}" s="{style}"><v>{number}</v></c>'
            cell = cell.isoformat()
        if isinstance(cell, int | Decimal) and is_exact(Decimal(cell)):
            return f'<c r="{place}"><v>{cell}</v></c>'
        text = self._fitted(str(cell))
        kept = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
        return f'<c r="{place}" t="inlineStr" s="{style}"><is><t{kept}>{text}</t></is></c>'

    def _fitted(self, text: str) -> str:
        if len(text) > LONGEST_CELL // 2:
            text = self._shortened(text)
        return _ESCAPED.sub(_escape, _UNFIT.sub(_escape_unfit, text))

    def _shortened(self, text: str) -> str:
        units = text.encode("utf-16-le")
        if len(units) <= 2 * LONGEST_CELL:
            return text
        self.cut += 1
        return units[: 2 * (LONGEST_CELL - 1)].decode("utf-16-le", "ignore") + "…"

    def _end(self) -> None:
        if self._sheet is not None:
            last = f"{column_name(len(self._head) - 1)}{self._row}"
            self._put(f'</sheetData><autoFilter ref="A1:{last}"/></worksheet>')
            self._sheet.close()
            self._sheet = None

    def _finish(self) -> None:
        numbers = range(1, self._sheets + 1)
        names = [self._title if number == 1 else f"{self._title} {number}" for number in numbers]
        sheets = "".join(
            f'<sheet name="{_ESCAPED.sub(_escape, name)}" sheetId="{number}" r:id="rId{number}"/>'
            for number, name in zip(numbers, names, strict=True)
        )
        relations = "".join(
            f'<Relationship Id="rId{number}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
            for number in numbers
        )
        types = "".join(
            f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
            for number in numbers
        )
        parts = {
            "xl/workbook.xml": _BOOK.format(sheets=sheets),
            "xl/_rels/workbook.xml.rels": _BOOK_RELATIONS.format(sheets=relations),
            "xl/styles.xml": _STYLES,
            "_rels/.rels": _RELATIONS,
            "[Content_Types].xml": _CONTENT_TYPES.format(sheets=types),
        }
        for name, content in parts.items():
            self._zip.writestr(_info(name), content)


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def column_name(index: int) -> str:
    """Return the letters of a column by its index from 0: A, B … Z, AA."""
    name = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def serial(day: date) -> str | None:
    """Return the number by which Excel means a day or moment, None for one that it would count wrongly."""
    moment = day if isinstance(day, datetime) else None
    only_day = moment.date() if moment is not None else day
    if only_day < _FIRST_DAY:
        return None
    whole = (only_day - _DAY_ZERO).days
    if moment is None:
        return str(whole)
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
    return f"{whole + seconds / 86400:.8f}"


def is_exact(number: Decimal) -> bool:
    """Tell whether a number is one that a spreadsheet holds exactly: it counts with 15 digits."""
    return (
        number.is_finite()
        and len(number.normalize().as_tuple().digits) <= _DIGITS
        and abs(number) < Decimal(10) ** 300
    )


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES[match[0]]


def _escape_unfit(match: re.Match[str]) -> str:
    return f"_x{ord(match[0]):04X}_"
