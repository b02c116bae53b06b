"""Clusters: the characters of a text that belong together, and the edges where a span may begin or end."""

import re
from typing import Final
from unicodedata import category, combining

# Below U+0300 nothing joins what precedes it.
_FIRST_MARK: Final = "\u0300"
_ZWJ: Final = "\u200d"
# What extends the character before it though its category is not a mark: ZWNJ, ZWJ, the halfwidth voiced marks,
# the emoji modifiers, the tag characters (Unicode Standard Annex 29, Extend).
_EXTENDS: Final = re.compile("[\u200c\u200d\uff9e\uff9f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
SEPARATES: Final = frozenset({"Cc", "Zl", "Zp"})
_PICTURE: Final = re.compile(
    "[\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f"
    "\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
# A vowel of old Hangul after a leading consonant; anywhere else people write it for a middle dot.
_ARAEA: Final = "\u119e"
_FLAG_FIRST: Final = "\U0001f1e6"
_FLAG_LAST: Final = "\U0001f1ff"
_SYLLABLE_FIRST: Final = 0xAC00
_SYLLABLE_LAST: Final = 0xD7A3
_LAST_CONSONANTS: Final = 28
# Conjoining jamo, the extended blocks A and B included: ranges of code points with their place in a syllable.
_JAMO: Final = (
    (0x1100, 0x115F, "L"),
    (0x1160, 0x11A7, "V"),
    (0x11A8, 0x11FF, "T"),
    (0xA960, 0xA97C, "L"),
    (0xD7B0, 0xD7C6, "V"),
    (0xD7CB, 0xD7FB, "T"),
)
# What may follow what without an edge (Unicode Standard Annex 29, GB6 to GB8).
_FOLLOWS: Final = {
    "L": ("L", "V", "LV", "LVT"),
    "V": ("V", "T"),
    "LV": ("V", "T"),
    "T": ("T",),
    "LVT": ("T",),
}

# Text of these characters alone has an edge everywhere: Latin, common signs, kana, Hanja, whole Hangul syllables.
_STANDS_ALONE: Final = re.compile(
    "[\x00-\u02ff\u2010-\u2029\u2030-\u205e\u20a0-\u20c0\u2100-\u23ff\u2460-\u27bf\u3000-\u3029\u3030-\u303f"
    "\u3041-\u3096\u309b-\u30ff\u3131-\u318e\u3200-\u33ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff9d]*"
)


CUT_CLUSTER: Final = "cluster"
"""What an imported span is kept with that has an end inside a cluster: it is never moved."""


def is_edge(text: str, index: int) -> bool:
    """Tell whether a span may begin or end at `index` (code points, 0 to the length of `text`).

    No edge lies inside a surrogate pair kept as two halves, before a combining mark, variation selector, joiner
    or emoji modifier, after a joiner before a picture, between the halves of a flag, or inside a syllable of
    conjoining jamo (Unicode Standard Annex 29). Only the neighbourhood of `index` is looked at.
    """
    if index <= 0 or index >= len(text):
        return True
    before, after = text[index - 1], text[index]
    if after < _FIRST_MARK or category(before) in SEPARATES:
        return True
    if _extends(after) or (before == _ZWJ and _PICTURE.match(after)):
        return False
    if "\ud800" <= before <= "\udbff":
        return not "\udc00" <= after <= "\udfff"
    if _is_flag_half(before) and _is_flag_half(after):
        return _flag_halves_before(text, index) % 2 == 0
    place = _jamo(before)
    is_dot = after == _ARAEA and place != "L"
    return is_dot or _jamo(after) not in _FOLLOWS.get(place, ())


def has_edges_everywhere(text: str) -> bool:
    """Tell, quickly, that every index of `text` is an edge; False says that one must look (`is_edge`)."""
    return _STANDS_ALONE.fullmatch(text) is not None


def widen(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the smallest range around `start` to `end` (code points, end exclusive) with an edge at both ends."""
    while not is_edge(text, start):
        start -= 1
    while not is_edge(text, end):
        end += 1
    return start, end


def around(text: str, start: int, end: int, reach: int) -> tuple[str, str]:
    """Return what stands before and after a range, at most `reach` code points each; outside no cluster is cut."""
    first, last = max(0, start - reach), min(len(text), end + reach)
    while first < start and not is_edge(text, first):
        first += 1
    while last > end and not is_edge(text, last):
        last -= 1
    return text[first:start], text[end:last]


def _extends(char: str) -> bool:
    return category(char)[0] == "M" or combining(char) != 0 or _EXTENDS.match(char) is not None


def _is_flag_half(char: str) -> bool:
    return _FLAG_FIRST <= char <= _FLAG_LAST


def _flag_halves_before(text: str, index: int) -> int:
    first = index
    while first > 0 and _is_flag_half(text[first - 1]):
        first -= 1
    return index - first


def _jamo(char: str) -> str:
    """Return the place of `char` in a syllable: L, V, T, LV, LVT, or "" for any other character."""
    code = ord(char)
    if _SYLLABLE_FIRST <= code <= _SYLLABLE_LAST:
        return "LVT" if (code - _SYLLABLE_FIRST) % _LAST_CONSONANTS else "LV"
    return next((place for first, last, place in _JAMO if first <= code <= last), "")
