"""The values of a JSON file, one at a time, whether it is lines, an array, one object or printed objects in a row.

Lines end at a line feed and nowhere else, because U+2028 and U+0085 may stand in strings
(`docs/native-format.md`, rule 3).
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import BinaryIO, Final

from annotator.core.messages import message
from annotator.formats.json_array import array_members
from annotator.formats.json_values import LONGEST, Found, RefusedError, UnfinishedError, value_at, values_in

_BLANKS: Final = " \t\r\n"
_PIECE: Final = 1024
_CHUNK: Final = 1 << 18
# A string, or what is left of one that the line does not end; matched once from its first quote, never again
# from a quote inside it, so that a hostile line takes no time that grows with its square.
_STRING: Final = re.compile(r'"(?:[^"\\]++|\\.)*+(")?')


def json_values(stream: BinaryIO, longest: int = LONGEST) -> Iterator[Found]:
    """Yield every value of the file in order; what cannot be read is a fault, and the rest goes on where it can.

    A byte order mark and CRLF are accepted. Memory is bounded by the longest line, or member of an array.
    """
    line, piece = _first_piece(stream)
    if piece.lstrip(_BLANKS.encode()).startswith(b"["):
        return array_members(piece, stream, line, longest)
    return _Lines(stream, longest).found(piece, line)


def _first_piece(stream: BinaryIO) -> tuple[int, bytes]:
    """Return the first line that is not blank, or its beginning, and its number."""
    line = 1
    piece = stream.readline(_PIECE).removeprefix(BOM_UTF8)
    while piece and not piece.strip(_BLANKS.encode()):
        line += piece.endswith(b"\n")
        piece = stream.readline(_PIECE)
    return line, piece


class _Lines:
    """Reads a file whose lines are values, or parts of values printed over several lines."""

    def __init__(self, stream: BinaryIO, longest: int) -> None:
        self._stream = stream
        self._longest = longest
        self._open: list[str] = []  # the lines of a printed value that is not closed yet
        self._opened = 0  # the number of the first of them
        self._depth = 0
        self._size = 0

    def found(self, piece: bytes, line: int) -> Iterator[Found]:
        """Yield what the lines hold; `piece`, already read, begins the line of that number."""
        for number, raw in self._lines(piece, line):
            if raw is None:
                yield Found(number, None, message("json.too-long", most=self._longest >> 20))
                continue
            try:
                text = raw.removeprefix(BOM_UTF8).decode("utf-8")
            except UnicodeDecodeError as error:
                yield Found(number, None, message("json.not-utf8", byte=error.start + 1))
                continue
            bare = text.strip(_BLANKS)
            if self._open:
                yield from self._continued(number, text, bare)
            elif bare:
                yield from self._begun(number, bare)
        if self._open:
            yield self._given_up()

    def _lines(self, piece: bytes, number: int) -> Iterator[tuple[int, bytes | None]]:
        """Yield each line with its number, None for one that is too long."""
        readline, most = self._stream.readline, self._longest
        line = piece if piece.endswith(b"\n") else piece + readline(most)
        while line:
            if len(line) <= most:
                yield number, line
            else:
                yield number, None
                while line and not line.endswith(b"\n"):
                    line = readline(_CHUNK)
            number += 1
            line = readline(most + 1)

    def _begun(self, number: int, bare: str) -> Iterator[Found]:
        try:
            value, end = value_at(bare, 0)
            if end == len(bare):
                yield Found(number, value)
            else:
                yield from values_in(bare, number)
        except UnfinishedError as unfinished:
            depth = _depth(bare)
            if depth is not None and depth > 0:
                self._open, self._opened, self._depth, self._size = [bare], number, depth, len(bare)
            else:
                yield Found(number, None, unfinished.told)
        except RefusedError as refused:
            yield Found(number, None, refused.told)

    def _continued(self, number: int, text: str, bare: str) -> Iterator[Found]:
        record = _record_by_itself(bare) if text.startswith("{") and bare.endswith("}") else None
        if record is not None:  # so the value before it was cut off
            yield self._given_up()
            yield Found(number, record)
            return
        depth = _depth(bare)
        self._open.append(bare)
        self._size += len(bare)
        self._depth += depth or 0
        if depth is None or self._depth < 0:
            yield self._given_up()
        elif self._size > self._longest:
            self._open.clear()
            yield Found(self._opened, None, message("json.too-long", most=self._longest >> 20))
        elif self._depth == 0:
            yield from self._closed()

    def _closed(self) -> Iterator[Found]:
        try:
            yield from values_in(self._take(), self._opened)
        except RefusedError as refused:
            yield Found(self._opened, None, refused.told)

    def _given_up(self) -> Found:
        try:
            value_at(self._take(), 0)
        except RefusedError as refused:
            return Found(self._opened, None, refused.told)
        return Found(self._opened, None, message("json.invalid", column=1))

    def _take(self) -> str:
        whole = "\n".join(self._open)
        self._open.clear()
        return whole


def _record_by_itself(bare: str) -> object:
    """Return the object on a line if it is a record (it has a text and is no span), else None."""
    try:
        value, end = value_at(bare, 0)
    except RefusedError:
        return None
    if end < len(bare) or not isinstance(value, dict):
        return None
    return value if isinstance(value.get("text"), str) and "start" not in value else None


def _depth(line: str) -> int | None:
    """Return how many brackets the line opens and does not close; None where a string does not end on it."""
    bare = _STRING.sub(_without_string, line)
    if '"' in bare:
        return None
    return bare.count("{") + bare.count("[") - bare.count("}") - bare.count("]")


def _without_string(match: re.Match[str]) -> str:
    return "" if match[1] else '"'
