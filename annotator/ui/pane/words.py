"""What a double click selects when nobody who knows Korean is asked."""

from typing import Final

_BOUNDS: Final = frozenset("()[]{}<>〈〉《》「」『』【】〔〕（）［］\"'“”‘’")


def run_at(text: str, cp: int) -> tuple[int, int]:
    """Return the run between white space, brackets and quotes that holds the character at `cp`.

    White space gives an empty range, a bracket or quote itself.
    """
    if cp >= len(text) or text[cp].isspace():
        return cp, cp
    if text[cp] in _BOUNDS:
        return cp, cp + 1
    start, end = cp, cp + 1
    while start > 0 and not _bounds(text[start - 1]):
        start -= 1
    while end < len(text) and not _bounds(text[end]):
        end += 1
    return start, end


def _bounds(char: str) -> bool:
    return char.isspace() or char in _BOUNDS
