"""Offsets that count otherwise than we do: in UTF-16 units, or over a text whose lines end in CRLF.

A record is turned into an equal one that counts code points over lines ending in LF: exactly or not at all.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from annotator.core.messages import message
from annotator.core.offsets import Utf16Map
from annotator.core.text import unify_line_ends

Place = Callable[[int], int | None]
"""Says where an offset lies in our count, None where that is between two characters; offsets outside stay."""

Record = Mapping[str, object]

_GROUPS: Final = ("spans", "suggestions", "zones")
_ASTRAL: Final = re.compile("[\U00010000-\U0010ffff]")


def has_astral(text: str) -> bool:
    """Tell whether `text` has a character of two UTF-16 units, so that the two counts differ."""
    return _ASTRAL.search(text) is not None


def utf16_place(text: str) -> Place:
    """Return what turns UTF-16 offsets of `text` into code points."""
    places = Utf16Map(text)

    def place(offset: int) -> int | None:
        if not 0 <= offset <= places.length:
            return offset
        found = places.to_cp(offset)
        return found if places.to_utf16(found) == offset else None

    return place


def utf16_of(text: str) -> Callable[[int], int]:
    """Return what turns code points of `text` into UTF-16 offsets."""
    return Utf16Map(text).to_utf16


def line_feed_place(text: str) -> Place:
    """Return what turns offsets of `text` into offsets of the same text with CRLF and CR turned into LF."""
    pairs = [match.start() for match in re.finditer("\r\n", text)]
    inside = {start + 1 for start in pairs}

    def place(offset: int) -> int | None:
        if not 0 <= offset <= len(text):
            return offset
        return None if offset in inside else offset - bisect_right(pairs, offset - 2)

    return place


def with_line_feeds(record: Record, text: str) -> dict[str, object]:
    """Return the record over its text with LF alone; a mark that begins or ends inside a CRLF becomes the reason."""
    return {**_moved(record, line_feed_place(text), "span.inside-line-end"), "text": unify_line_ends(text)}


def from_utf16(record: Record, text: str) -> dict[str, object]:
    """Return the record with its UTF-16 offsets as code points; one inside a pair becomes the reason."""
    return _moved(record, utf16_place(text), "span.inside-pair")


def _moved(record: Record, place: Place, reason: str) -> dict[str, object]:
    moved = dict(record)
    for group in _GROUPS:
        marks = record.get(group)
        if isinstance(marks, list):
            moved[group] = [_moved_mark(mark, place, reason) for mark in marks]
    decisions = record.get("decisions")
    if isinstance(decisions, list):
        moved["decisions"] = [
            {**row, "before": _moved_mark(row.get("before"), place, reason)} if isinstance(row, dict) else row
            for row in decisions
        ]
    return moved


def _moved_mark(mark: object, place: Place, reason: str) -> object:
    """Return the mark at its place in our count; a Message instead of it says why it has none."""
    if not isinstance(mark, dict):
        return mark
    start, end = mark.get("start"), mark.get("end")
    if type(start) is not int or type(end) is not int:
        return mark
    new_start, new_end = place(start), place(end)
    if new_start is None or new_end is None:
        return message(reason, start=start, end=end)
    quote = mark.get("text")
    kept = {"text": unify_line_ends(quote)} if isinstance(quote, str) else {}
    return {**mark, "start": new_start, "end": new_end, **kept}


def fit(record: Record, text: str, place: Place | None = None) -> bool:
    """Tell whether all marks of the record that have whole offsets lie in `text` and hold what they say they do.

    `place` takes their offsets to code points first. A record without such marks does not fit.
    """
    count = 0
    for start, end, quote in _ranges(record):
        begin, stop = (start, end) if place is None else (place(start), place(end))
        if begin is None or stop is None or not 0 <= begin < stop <= len(text):
            return False
        if quote is not None and unify_line_ends(text[begin:stop]) != unify_line_ends(quote):
            return False
        count += 1
    return count > 0


def are_quoted(record: Record) -> bool:
    """Tell whether some mark of the record says what text it covers."""
    return any(quote is not None for _, _, quote in _ranges(record))


def _ranges(record: Record) -> Iterator[tuple[int, int, str | None]]:
    for group in ("spans", "suggestions"):
        marks = record.get(group)
        for mark in marks if isinstance(marks, list) else ():
            if isinstance(mark, dict):
                start, end, quote = mark.get("start"), mark.get("end"), mark.get("text")
                if type(start) is int and type(end) is int:
                    yield start, end, quote if isinstance(quote, str) else None
