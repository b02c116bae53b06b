"""Folding of text for matching: a copy in NFC, without case, width and kinds of dots and blanks, mapped back.

The text itself is never changed (`docs/adr/0015-no-normalisation.md`). Offsets are code points, end exclusive.
"""

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from unicodedata import category, combining, normalize, unidata_version

from annotator.core.clusters import SEPARATES

# What the folded copy of one text looks like depends on this; a stored index of folded text names it.
SCHEME: Final = f"1/{unidata_version}"

_DOT = "·"
# An araea is a middle dot only where it stands alone: after a leading consonant it is a vowel of old Hangul.
_ARAEA = "\u119e"
_BLANKS = "\u00a0\u2007\u202f\u3000"
_DOTS = "\u2027\u30fb\u318d\uff65"
_REPLACED: Final = (*((blank, " ") for blank in _BLANKS), *((dot, _DOT) for dot in _DOTS))
_FULL_WIDTH = re.compile("[\uff01-\uff5e]")
_TO_ASCII: Final = {code: code - 0xFF01 + 0x21 for code in range(0xFF01, 0xFF5F)}

# Characters that begin a cluster of their own and fold to one character (a test goes through them all).
# Everything else is looked at cluster by cluster, together with the one character before it.
_PLAIN = (
    "\\x00-\\xde\\xe0-\\xff\u2007\u2010-\u205e\u20a0-\u20c0\u2103\u2116\u2121\u2122\u2150-\u217f"
    "\u2190-\u22ff\u2460-\u27bf\u3000-\u3029\u3030-\u303f\u3041-\u3096\u309b-\u30ff\u3131-\u318e\u3190-\u33ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e\uff65"
    "\U0001f000-\U0001f6ff\U0001f900-\U0001faff\U00020000-\U0002a6df"
)
_OTHER = re.compile(f"[^{_PLAIN}]+")

_BASE, _LEAD, _VOWEL, _TAIL, _MARK, _OPEN_SYLLABLE, _SEPARATOR = range(7)
_SYLLABLES = range(0xAC00, 0xD7A4)
_TAILS_PER_SYLLABLE = 28
_JAMO = (
    (_LEAD, (range(0x1100, 0x1160), range(0xA960, 0xA97D))),
    (_VOWEL, (range(0x1160, 0x11A8), range(0xD7B0, 0xD7C7))),
    (_TAIL, (range(0x11A8, 0x1200), range(0xD7CB, 0xD7FC))),
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded copy: `starts[i]` is where, in the raw text, the cluster began that gave character `i`.

    One more entry holds the length of the raw text.
    """

    text: str
    starts: Sequence[int]

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw (start, end) of the folded range, widened to whole clusters; empty stays empty."""
        starts = self.starts
        raw_start = starts[start]
        if end <= start:
            return raw_start, raw_start
        last = starts[end - 1]
        while starts[end] == last and end < len(self.text):
            end += 1
        return raw_start, starts[end]


def fold(text: str) -> Folded:
    """Return the folded copy of `text` with its map; a text in NFC and in NFD give the same copy."""
    if _OTHER.search(text) is None:
        return Folded(_fold_each(text), range(len(text) + 1))
    pieces: list[str] = []
    starts = array("q")
    done = 0
    for run in _OTHER.finditer(text):
        first = max(run.start() - 1, 0)
        pieces.append(_fold_each(text[done:first]))
        starts.extend(range(done, first))
        for start, end in _clusters(text, first, run.end()):
            piece = _fold_cluster(text[start:end])
            pieces.append(piece)
            starts.extend([start] * len(piece))
        done = run.end()
    pieces.append(_fold_each(text[done:]))
    starts.extend(range(done, len(text) + 1))
    return Folded("".join(pieces), starts)


def fold_term(term: str) -> str:
    """Return a search term folded as texts are."""
    return fold(term).text


def is_simple(text: str) -> bool:
    """Tell whether `text` folds character by character, and in case, blanks and dots only: most texts do."""
    return _OTHER.search(text) is None and _FULL_WIDTH.search(text) is None


class Finder:
    """Tells of one text after the other whether it holds a term."""

    __slots__ = ("_cased", "_replaced", "term")

    def __init__(self, term: str) -> None:
        self.term = fold_term(term)
        """The term as it is folded."""
        self._replaced = [(char, plain) for char, plain in _REPLACED if plain in self.term]
        self._cased = self.term.upper() != self.term

    def is_in(self, text: str, *, simple: bool = False) -> bool:
        """Tell whether `text` holds the term; `simple` says that it is known to be so, and saves most of the work."""
        if not simple:
            return self.term in fold(text).text
        # What folds to a character that is not in the term cannot make the term appear.
        for char, plain in self._replaced:
            text = text.replace(char, plain)
        return self.term in (text.casefold() if self._cased else text)


def find_all(folded: Folded, term: str) -> Iterator[tuple[int, int]]:
    """Yield the raw (start, end) of each place of `term`, in order, none overlapping the one before it."""
    wanted = fold_term(term)
    if not wanted:
        return
    raw_end = 0
    at = folded.text.find(wanted)
    while at >= 0:
        start, end = folded.raw(at, at + len(wanted))
        # Two hits inside one cluster (an s twice in ß) are one place of the raw text.
        if start >= raw_end:
            yield start, end
            raw_end = end
        at = folded.text.find(wanted, at + len(wanted))


def _fold_each(text: str) -> str:
    folded = text.casefold()
    for char, plain in _REPLACED:
        folded = folded.replace(char, plain)
    return folded.translate(_TO_ASCII) if _FULL_WIDTH.search(folded) else folded


@lru_cache(maxsize=8192)
def _fold_cluster(cluster: str) -> str:
    if cluster == _ARAEA:
        return _DOT
    return normalize("NFC", _fold_each(normalize("NFC", cluster)))


def _clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a range into what NFC composes apart: L V T of conjoining jamo, or a base with its marks."""
    before = _BASE
    begin = start
    for at in range(start, end):
        kind = _kind(text[at])
        continued = (
            (kind == _MARK and before != _SEPARATOR)
            or (kind == _VOWEL and before == _LEAD)
            or (kind == _TAIL and before in {_VOWEL, _OPEN_SYLLABLE})
        )
        if not continued and at > begin:
            yield begin, at
            begin = at
        before = kind
    if begin < end:
        yield begin, end


@lru_cache(maxsize=4096)
def _kind(char: str) -> int:
    code = ord(char)
    for kind, ranges in _JAMO:
        if any(code in numbers for numbers in ranges):
            return kind
    if code in _SYLLABLES:
        return _BASE if (code - _SYLLABLES.start) % _TAILS_PER_SYLLABLE else _OPEN_SYLLABLE
    if category(char) in SEPARATES:
        return _SEPARATOR
    return _MARK if combining(char) or category(char)[0] == "M" else _BASE
