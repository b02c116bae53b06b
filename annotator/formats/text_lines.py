"""The lines of a text file that is read as it comes: UTF-8, ending at a line feed and nowhere else."""

from codecs import BOM_UTF8
from collections.abc import Iterator
from functools import lru_cache
from typing import BinaryIO, Final, NamedTuple

from annotator.core.messages import Message, message

LONGEST_LINE: Final = 1 << 20
"""How many bytes a line may have."""

_CHUNK: Final = 1 << 18
_SHORT: Final = 16


class TextLine(NamedTuple):
    """A line without its end and its number from 1; `fault` says why it cannot be read."""

    number: int
    text: str
    fault: Message | None = None


def text_lines(stream: BinaryIO, longest: int = LONGEST_LINE) -> Iterator[TextLine]:
    """Yield the lines of a file; a byte order mark is passed over, CRLF is taken for LF."""
    number, raw = 1, stream.readline(longest + 1).removeprefix(BOM_UTF8)
    while raw:
        if len(raw) > longest:
            while raw and not raw.endswith(b"\n"):
                raw = stream.readline(_CHUNK)
            yield TextLine(number, "", message("lines.too-long", most=longest >> 20))
        else:
            text, fault = _short(raw) if len(raw) <= _SHORT else _decoded(raw)
            yield TextLine(number, text, fault)
        number, raw = number + 1, stream.readline(longest + 1)


def _decoded(raw: bytes) -> tuple[str, Message | None]:
    bare = raw.removesuffix(b"\n").removesuffix(b"\r") if raw.endswith(b"\n") else raw
    try:
        return bare.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return "", message("json.not-utf8", byte=error.start + 1)


# Files of tokens repeat their lines: a character and its tag.
_short = lru_cache(maxsize=1 << 14)(_decoded)


def first_lines(head: bytes, size: int) -> list[str]:
    """Return the whole lines of the head of a file, none where it is no UTF-8.

    `size` is how many bytes were asked for: where all were given, the last line may be cut and is left out.
    """
    cut = len(head) >= size
    whole, _, rest = head.removeprefix(BOM_UTF8).rpartition(b"\n")
    try:
        text = (whole if cut else whole + b"\n" + rest).decode("utf-8")
    except UnicodeDecodeError:
        return []
    return [line.removesuffix("\r") for line in text.split("\n")]
