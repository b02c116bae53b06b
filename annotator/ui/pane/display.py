"""What Qt is given to show: a copy of the text with one character for each character."""

import re
from typing import Final

# A byte order mark at the very beginning is taken for one on the way from Python to Qt, whichever way round.
_LEADING: Final = {"\ufeff": "\u2060", "\ufffe": "\ufffd"}
_REPLACED: Final = {
    0x0000: "\u2400",
    0x000D: "\u240d",  # Qt would begin a paragraph, and drop one character of \r\n
    0x2028: "\u2424",  # Qt would break the line
    0xFDD0: "\ufffd",  # Qt keeps these two for the frames of its documents
    0xFDD1: "\ufffd",
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
_TO_REPLACE: Final = re.compile("[\x00\r\u2028\ufdd0\ufdd1\ud800-\udfff]")


def display(text: str) -> str:
    """Return `text` as Qt can show it, each character one character of the same UTF-16 length.

    What Qt would drop, join or take for the end of a paragraph becomes another sign (`docs/adr/0003-code-points.md`).
    """
    if text[:1] in _LEADING:
        text = _LEADING[text[0]] + text[1:]
    return text.translate(_REPLACED) if _TO_REPLACE.search(text) else text
