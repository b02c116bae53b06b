"""Segments, eojeols, brackets and phrases of one line: where a range begins and ends before anything is trimmed.

All offsets here are code points of the folded window of a text, end exclusive (`annotator.korean.window`).
"""

import re
from typing import Final
from unicodedata import category

_OPENERS: Final = "([{<《〈「『【“‘"
_CLOSERS: Final = ")]}>》〉」』】”’"
_STRAIGHT: Final = "\"'"
# A blank, a dot and a tilde of every kind are folded into these (`annotator.core.folding`).
_SEPARATORS: Final = frozenset(_OPENERS + _CLOSERS + _STRAIGHT + "·ᆞ~∼,=/|…:")
# "1,000", "10:30", "12/9" and "3·1" are one word each.
_BETWEEN_DIGITS: Final = frozenset(",·:/")
_BRACKETS: Final = frozenset(_OPENERS + _CLOSERS + _STRAIGHT)
# An apostrophe between Latin letters pairs with nothing.
_BRACKET: Final = re.compile(f"(?<![a-z])['’]|['’](?![a-z])|[{re.escape(_OPENERS + _CLOSERS[:-1])}\"]")
_PARTNER: Final = dict(zip(_CLOSERS + _STRAIGHT, _OPENERS + _STRAIGHT, strict=True))
_QUOTES: Final = _STRAIGHT + "“”‘’"
_ATTACHED: Final = frozenset("([{<《〈「『【")
_FRONT: Final = frozenset("([")
_FRONT_CLOSERS: Final = frozenset(")]")
_NEAR_BRACKET: Final = 60


def segment(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range grown up to the next separators; those inside it stay (`docs/korean-text.md`, 2.1)."""
    while start > 0 and not _separates(text, start - 1):
        start -= 1
    while end < len(text) and not _separates(text, end):
        end += 1
    return start, end


def eojeol(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range grown on both sides up to the next white space."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def pairs(text: str, start: int, end: int) -> dict[int, int]:
    """Return for each bracket and quote of the range that has its partner in it where the partner stands."""
    partners: dict[int, int] = {}
    if _BRACKETS.isdisjoint(text[start:end]):
        return partners
    open_ones: list[int] = []
    for found in _BRACKET.finditer(text, start, end):
        at, char = found.start(), found.group()
        partner = _PARTNER.get(char)
        before = next((i for i in reversed(range(len(open_ones))) if text[open_ones[i]] == partner), None)
        if before is not None:
            partners[at] = open_ones[before]
            partners[open_ones[before]] = at
            del open_ones[before:]
        elif char not in _CLOSERS:
            open_ones.append(at)
    return partners


def halves(text: str, start: int, end: int) -> list[int]:
    """Return where brackets and quotes stand in the range whose partner is not in it."""
    if _BRACKETS.isdisjoint(text[start:end]):
        return []
    partners = pairs(text, start, end)
    return [found.start() for found in _BRACKET.finditer(text, start, end) if found.start() not in partners]


def with_bracket(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a segment with the bracket that directly follows it, and the short form that stands before it.

    Examples: 세계보건기구 in "세계보건기구(WHO)와" takes "(WHO)"; 여행업협회 in "(사)여행업협회" takes "(사)".
    """
    if text[end : end + 1] in _ATTACHED:
        end = pairs(text, end, end + _NEAR_BRACKET).get(end, end - 1) + 1
    if text[start - 1 : start] in _FRONT_CLOSERS:
        opener = pairs(text, max(0, start - _NEAR_BRACKET), start).get(start - 1, start)
        if text[opener] in _FRONT and (opener == 0 or text[opener - 1].isspace()):
            start = opener
    return start, end


def balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range grown to the partners of the brackets that it cuts, where they stand near; quotes excepted."""
    low, high = max(0, start - _NEAR_BRACKET), end + _NEAR_BRACKET
    near = pairs(text, low, high)
    for at in halves(text, start, end):
        if text[at] in _QUOTES:
            continue
        start = min(start, near.get(at, start))
        end = max(end, near.get(at, end - 1) + 1)
    return start, end


def eojeol_before(text: str, start: int) -> tuple[int, int]:
    """Return the eojeol before the one that begins at `start`, empty where the line begins or `start` is inside one."""
    end = start
    while end > 0 and text[end - 1].isspace() and text[end - 1] != "\n":
        end -= 1
    return eojeol(text, end, end) if end < start else (start, start)


def is_mark(char: str) -> bool:
    """Tell whether a character is white space, punctuation, a symbol or invisible, or an enclosed number."""
    return not is_plain(char) and (category(char)[0] in "PSZC" or "①" <= char <= "⓿")


def is_plain(char: str) -> bool:
    """Tell whether a folded character is a Hangul syllable, an ASCII digit or letter: what most words are made of."""
    return "가" <= char <= "힣" or "0" <= char <= "9" or "a" <= char <= "z"


def _separates(text: str, at: int) -> bool:
    char = text[at]
    if char.isspace():
        return True
    if char not in _SEPARATORS:
        return False
    inside = char in _BETWEEN_DIGITS and 0 < at < len(text) - 1
    return not (inside and text[at - 1].isdigit() and text[at + 1].isdigit())
