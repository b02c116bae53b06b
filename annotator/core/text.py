"""A document's text: its zones, its digest, and its paragraphs. Offsets are code points, end exclusive."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class ZoneKind(StrEnum):
    """What a range of the text is; what was left out of the text (`furniture`) has no offsets."""

    TITLE = "title"
    DECK = "deck"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"
    TABLE = "table"
    HEADING = "heading"
    FOOTNOTE = "footnote"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True, order=True)
class Zone:
    """A range of the text, `start` to `end` (code points, end exclusive), and what it is."""

    start: int
    end: int
    kind: ZoneKind


def digest(text: str) -> str:
    """Return the SHA-256 of the UTF-8 of `text` as 64 hex digits; lone surrogates raise UnicodeEncodeError."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def unify_line_ends(text: str) -> str:
    """Turn CRLF and CR into LF: done once, at import, before any offset exists."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each line of `text`, the line feed left out, in order."""
    start = 0
    while True:
        end = text.find("\n", start)
        if end < 0:
            yield start, len(text)
            return
        yield start, end
        start = end + 1
