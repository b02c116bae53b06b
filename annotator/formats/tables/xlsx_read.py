"""Reads the cells of a workbook (Office Open XML) as text, row by row: shared strings, days, truths, numbers."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from annotator.core import safe_zip
from annotator.core.safe_xml import parse, pushed, tree

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element
    from zipfile import ZipFile

BOOK: Final = "xl/workbook.xml"
_STRINGS: Final = "xl/sharedStrings.xml"
_LARGEST: Final = 16 << 20  # bytes of the small parts; sheets and strings are read as they come
_MOST_COLUMNS: Final = 16_384
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PLACE: Final = re.compile(r"([A-Z]{1,3})[0-9]+")
_IN_QUOTES: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DATES: Final = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
_EPOCHS: Final = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}  # noqa: DTZ001 - cells have no zone
_SECOND: Final = timedelta(seconds=1)

Cells = list[str]


def sheets(archive: "ZipFile") -> list[tuple[str, str]]:
    """Return the sheets of a workbook that are not hidden as (name, part), in its order."""
    book = _part(archive, BOOK)
    relations = _part(archive, "xl/_rels/workbook.xml.rels")
    targets = {
        _attribute(made, "Id"): _attribute(made, "Target")
        for made in ([] if relations is None else relations)
    }
    found = []
    for element in [] if book is None else book.iter():
        if _local(element.tag) == "sheet" and element.get("state", "visible") == "visible":
            target = targets.get(_attribute(element, "id"), "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if part in archive.NameToInfo:
                found.append((element.get("name", ""), part))
    return found


def rows(archive: "ZipFile", part: str) -> Iterator[tuple[int, Cells]]:
    """Yield the rows of a sheet that hold anything, with their numbers; XmlRefusedError, ZipRefusedError."""
    reading = _Sheet(_strings(archive), _date_styles(archive), _counts_from_1904(archive))
    with safe_zip.member(archive, archive.getinfo(part)) as stream:
        for _ in pushed(stream, reading.start, reading.end, reading.text):
            yield from reading.taken()
    yield from reading.taken()


class _Sheet:
    """Takes the events of a sheet's XML and puts rows together."""

    def __init__(self, strings: list[str], dates: frozenset[int], from_1904: bool) -> None:  # noqa: FBT001 - a fact of the file
        self._strings = strings
        self._dates = dates
        self._epoch = _EPOCHS[from_1904]
        self._rows: list[tuple[int, Cells]] = []
        self._number = 0
        self._cells: dict[int, str] = {}
        self._column = -1
        self._kind = self._style = ""
        self._pieces: list[str] = []
        self._inside = ""
        self._phonetic = 0

    def taken(self) -> list[tuple[int, Cells]]:
        """Return the rows that are whole, and forget them."""
        rows, self._rows = self._rows, []
        return rows

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        local = _local(name)
        if local == "row":
            number = _whole(attributes.get("r", ""))
            self._number = number if number >= 0 else self._number + 1
            self._cells = {}
            self._column = -1
        elif local == "c":
            place = _PLACE.fullmatch(attributes.get("r", ""))
            self._column = _index(place[1]) if place is not None else self._column + 1
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
            self._pieces = []
        elif local == "rPh":
            self._phonetic += 1
        self._inside = local

    def end(self, name: str) -> None:
        local = _local(name)
        self._inside = ""
        if local == "rPh":
            self._phonetic -= 1
        elif local == "c" and 0 <= self._column < _MOST_COLUMNS:
            text = self._value("".join(self._pieces))
            if text:
                self._cells[self._column] = text
        elif local == "row" and self._cells:
            width = max(self._cells) + 1
            self._rows.append((self._number, [self._cells.get(index, "") for index in range(width)]))
            self._cells = {}

    def text(self, data: str) -> None:
        if self._inside in {"v", "t"} and not self._phonetic:
            self._pieces.append(data)

    def _value(self, raw: str) -> str:
        if self._kind == "s":
            index = _whole(raw)
            return self._strings[index] if 0 <= index < len(self._strings) else ""
        if self._kind in {"str", "inlineStr"}:
            return unescaped(raw)
        if self._kind == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(raw, raw)
        if self._kind == "n" and _whole(self._style) in self._dates:
            return _moment(raw, self._epoch)
        return raw


def _moment(raw: str, epoch: datetime) -> str:
    """Return the day, or day and time, that a number means; the number itself where it means none."""
    try:
        moment = epoch + timedelta(days=float(raw)) + _SECOND / 2
    except (ValueError, OverflowError):
        return raw
    moment = moment.replace(microsecond=0)
    if moment.hour or moment.minute or moment.second:
        return moment.isoformat(timespec="seconds" if moment.second else "minutes")
    return moment.date().isoformat()


class _Strings:
    """Takes the events of the shared strings and puts them together; what tells how to read them aloud is left out."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._inside = ""
        self._phonetic = False

    def start(self, name: str, _: Mapping[str, str]) -> None:
        self._inside = _local(name)
        if self._inside == "si":
            self._pieces = []
        elif self._inside == "rPh":
            self._phonetic = True

    def end(self, name: str) -> None:
        local = _local(name)
        self._inside = ""
        if local == "si":
            self.found.append(unescaped("".join(self._pieces)))
        elif local == "rPh":
            self._phonetic = False

    def text(self, data: str) -> None:
        if self._inside == "t" and not self._phonetic:
            self._pieces.append(data)


def _strings(archive: "ZipFile") -> list[str]:
    if _STRINGS not in archive.NameToInfo:
        return []
    reading = _Strings()
    with safe_zip.member(archive, archive.getinfo(_STRINGS)) as stream:
        parse(stream, reading.start, reading.end, reading.text)
    return reading.found


def unescaped(text: str) -> str:
    """Return a text of a cell with the characters that XML could not hold, and CRLF as LF."""
    if "_x" in text:
        text = _ESCAPED.sub(_character, text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return match[0] if 0xD800 <= code < 0xE000 else chr(code)


def _date_styles(archive: "ZipFile") -> frozenset[int]:
    """Return the styles of cells whose numbers are days or moments."""
    root = _part(archive, "xl/styles.xml")
    formats = dict.fromkeys(_DATES, True)
    styles: list[int] = []
    for element in [] if root is None else root.iter():
        if _local(element.tag) == "numFmt":
            code = _IN_QUOTES.sub("", element.get("formatCode", "")).lower()
            formats[_whole(element.get("numFmtId", ""))] = bool(set(code) & set("ymdh"))
        elif _local(element.tag) == "cellXfs":
            styles = [_whole(style.get("numFmtId", "")) for style in element if _local(style.tag) == "xf"]
    return frozenset(index for index, number in enumerate(styles) if formats.get(number))


def _counts_from_1904(archive: "ZipFile") -> bool:
    book = _part(archive, BOOK)
    elements = [] if book is None else book.iter()
    return any(
        _local(made.tag) == "workbookPr" and made.get("date1904") in {"1", "true"} for made in elements
    )


def _part(archive: "ZipFile", name: str) -> "Element | None":
    from io import BytesIO

    content = safe_zip.part(archive, name, _LARGEST)
    return None if content is None else tree(BytesIO(content))


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1


def _index(letters: str) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def _attribute(element: "Element", name: str) -> str:
    for key, value in element.attrib.items():
        if _local(key) == name:
            return value
    return ""


def _local(name: str) -> str:
    return name.rpartition("}")[2]
