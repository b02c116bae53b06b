"""Offsets of a text in code points, and the same places in UTF-16 units."""

import re
from bisect import bisect_left
from typing import Final

_ASTRAL: Final = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """The places of one text in code points and in UTF-16 units (`docs/adr/0003-code-points.md`)."""

    __slots__ = ("_astral", "_astral_units", "length", "size")

    def __init__(self, text: str) -> None:
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._astral_units = [index + before for before, index in enumerate(self._astral)]
        self.size: Final = len(text)
        """The length of the text in code points."""
        self.length: Final = len(text) + len(self._astral)
        """The length of the text in UTF-16 units."""

    def to_utf16(self, cp: int) -> int:
        """Return the UTF-16 offset of the code-point offset `cp`."""
        return cp + bisect_left(self._astral, cp) if self._astral else cp

    def to_cp(self, utf16: int) -> int:
        """Return the code-point offset of the UTF-16 offset `utf16`; inside a pair it rounds down."""
        return utf16 - bisect_left(self._astral_units, utf16) if self._astral_units else utf16
