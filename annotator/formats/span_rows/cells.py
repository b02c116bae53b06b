"""The cells of a CSV or TSV file: which encoding and delimiter, which rows, and what keeps a cell from being run."""

import codecs
import csv
import re
from collections.abc import Iterator
from io import TextIOWrapper
from typing import BinaryIO, Final, NamedTuple

from annotator.core.messages import Message, message
from annotator.core.validate import has_surrogates
from annotator.formats.base import SNIFF_SIZE, Opener

# The byte order marks, and what they stand for; a file without any is UTF-8, or what Korean Excel saves.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PLAIN: Final = ("utf-8", "cp949")
_DELIMITERS: Final = (",", "\t", ";")
_LONGEST_LINE: Final = 1 << 20
# What a spreadsheet takes for a formula, perhaps after apostrophes of ours; a number is none.
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
_KEPT: Final = re.compile(r"'+[=+\-@\t\r]")
_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")


class Row(NamedTuple):
    """A row and the line where it begins (from 1); `fault` says why it cannot be read."""

    line: int
    cells: list[str]
    fault: Message | None = None


def safe_cell(text: str) -> str:
    """Return the text as a cell that no spreadsheet runs: an apostrophe goes before a formula."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def cell_text(cell: str) -> str:
    """Return the text that `safe_cell` made the cell of."""
    return cell[1:] if _KEPT.match(cell) else cell


def rows(opener: Opener) -> Iterator[Row]:
    """Yield the rows of a file that hold anything, the head among them."""
    with opener() as stream:
        head = stream.read(SNIFF_SIZE)
    encoding = encoding_of(head)
    with opener() as stream:
        yield from _rows(stream, encoding, delimiter_of(head.decode(encoding, "replace")))


def encoding_of(head: bytes) -> str:
    """Return the encoding of a file by its head: what its mark says, else UTF-8 where that fits, else CP949."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    for encoding in _PLAIN:
        try:
            codecs.getincrementaldecoder(encoding)().decode(head)
        except UnicodeDecodeError:
            continue
        return encoding
    return _PLAIN[0]


def delimiter_of(text: str) -> str:
    """Return the delimiter of a file, the one that its first line has most of."""
    first = text.partition("\n")[0]
    return max(_DELIMITERS, key=first.count)


def _rows(stream: BinaryIO, encoding: str, delimiter: str) -> Iterator[Row]:
    # A byte that is no UTF-8 becomes half of a character, so that its row alone is refused.
    errors = "surrogateescape" if encoding.startswith("utf-8") else "strict"
    text = TextIOWrapper(stream, encoding, errors, newline="")
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    try:
        while True:
            line = reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error:
                yield Row(line, [], message("csv.ill-formed"))
                continue
            except UnicodeDecodeError:
                yield Row(line, [], message("csv.encoding", encoding=encoding))
                return
            if any(has_surrogates(cell) for cell in cells):
                yield Row(line, [], message("csv.not-utf8"))
            elif any(cells):
                yield Row(line, list(map(cell_text, cells)))
    finally:
        text.detach()  # what was opened is closed by who opened it


def _lines(text: TextIOWrapper) -> Iterator[str]:
    """Yield the lines; one that is too long comes in pieces, which make no row."""
    while line := text.readline(_LONGEST_LINE):
        yield line
