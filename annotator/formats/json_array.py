"""The members of a JSON array, one at a time, however the array is laid out."""

from codecs import getincrementaldecoder
from collections.abc import Iterator
from typing import BinaryIO, Final

from annotator.core.messages import message
from annotator.formats.json_values import (
    LENIENT,
    STRICT,
    Found,
    InvalidError,
    RefusedError,
    UnfinishedError,
    value_at,
)

_BLANKS: Final = " \t\r\n"
_CHUNK: Final = 1 << 18


def array_members(piece: bytes, stream: BinaryIO, line: int, longest: int) -> Iterator[Found]:
    """Yield the members in order, up to the first thing that is no JSON, which is a fault.

    `piece`, already read, begins the file at `line`. A member that is refused for what it holds is a fault and
    the next one goes on.
    """
    window = _Window(piece, stream, line, longest)
    last = Found(0, None, None, 0)
    count = 0
    try:
        window.next()
        window.skip(1)
        more = window.next() != "]"
        if not more:
            window.skip(1)
        while more:
            window.next()
            nth = last.nth + 1 if last.line == window.line else 1
            count += 1
            last = window.member(nth)
            yield last
            more = window.comma()
        if window.next():
            yield Found(window.line, None, message("json.after-array"))
    except RefusedError as refused:
        if not isinstance(refused, InvalidError):
            yield Found(window.line, None, refused.told)
        yield Found(window.line, None, message("json.array-invalid", member=count))


class _Window:
    """The part of the file that is looked at: grows until a member is whole, forgets what is behind."""

    def __init__(self, piece: bytes, stream: BinaryIO, line: int, longest: int) -> None:
        self._piece = piece
        self._stream = stream
        self._longest = longest
        self._decoder = getincrementaldecoder("utf-8")()
        self._text = ""
        self._at = 0
        self._over = False
        self.line = line

    def next(self) -> str:
        """Move to the next character that is not blank and return it, "" at the end of the file."""
        while True:
            rest = len(self._text)
            at = self._at
            while at < rest and self._text[at] in _BLANKS:
                at += 1
            self.skip(at - self._at)
            if at < rest:
                return self._text[at]
            if not self._fill():
                return ""

    def skip(self, characters: int) -> None:
        """Move on by that many characters, counting lines."""
        self.line += self._text.count("\n", self._at, self._at + characters)
        self._at += characters

    def comma(self) -> bool:
        """Move behind a comma (True) or the end of the array (False); InvalidError where there is neither."""
        mark = self.next()
        if mark not in {",", "]"}:
            raise InvalidError(message("json.invalid", column=1))
        self.skip(1)
        return mark == ","

    def member(self, nth: int) -> Found:
        """Return the member that begins here, or why it is refused, and move behind it."""
        line, decode, fault = self.line, STRICT, None
        while True:
            try:
                value, end = value_at(self._text, self._at, decode)
                if end == len(self._text) and self._fill():  # a number may go on
                    continue
            except UnfinishedError:
                if len(self._text) - self._at > self._longest:
                    raise RefusedError(message("json.too-long", most=self._longest >> 20)) from None
                if not self._fill():
                    raise
            except InvalidError:
                raise
            except RefusedError as refused:
                if decode is LENIENT:
                    raise
                decode, fault = LENIENT, refused.told
            else:
                self.skip(end - self._at)
                return Found(line, None if fault else value, fault, nth)

    def _fill(self) -> bool:
        """Read on, as much again as is waiting, so that a long member is not parsed too often."""
        if self._over:
            return False
        waiting = self._text[self._at :]
        raw = self._piece or self._stream.read(max(_CHUNK, len(waiting)))
        self._piece = b""
        self._over = not raw
        try:
            self._text = waiting + self._decoder.decode(raw, final=self._over)
        except UnicodeDecodeError:
            self._over = True
            raise InvalidError(message("json.not-utf8", byte=1)) from None
        self._at = 0
        return True
