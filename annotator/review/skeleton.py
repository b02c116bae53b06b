"""The skeleton of a text: its characters composed and without blanks, each with the range it came from.

The definition is a contract (`docs/comparing.md`, 1), not that of the folding used to search. Offsets are code points.
"""

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from operator import not_
from typing import Final
from unicodedata import combining, is_normalized, normalize, unidata_version

SCHEME: Final = f"1/{unidata_version}"
"""What a skeleton looks like depends on this; whoever stores something made of one names it."""

_SKIPPED: Final = frozenset("\u200b\ufeff")
# The parts of a Hangul syllable that follow its first consonant; the jamo of old Hangul are not among them.
_MEDIAL: Final = range(0x1161, 0x1176)
_FINAL: Final = range(0x11A8, 0x11C3)

# Characters that follow nothing and that NFC leaves as they are (a test goes through them all): between two of
# them there is always a cluster's end. All others are looked at one by one, with the character before them.
_PLAIN: Final = (
    "\x00-\u02ff\u2002-\u20c0\u2100-\u2125\u2127-\u2129\u212c-\u2328\u232b-\u2adb\u2e80-\u3029\u3030-\u3096"
    "\u309b-\ua48c\uac00-\ud7a3\ufeff\uff01-\uffee\U0001f000-\U0001faff\U00020000-\U0002ebe0"
)
_OTHER: Final = re.compile(f"[^{_PLAIN}]+")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The kept characters; the cluster that gave character `i` is `starts[i]` to `ends[i]` of the raw text."""

    text: str
    starts: "array[int]"
    ends: "array[int]"


def skeleton(text: str) -> Skeleton:
    """Return the skeleton (`docs/comparing.md`, 1): clusters in NFC without white space, U+200B and U+FEFF."""
    pieces: list[str] = []
    starts, ends = array("q"), array("q")
    for begins, piece_ends, piece in _pieces(text):
        pieces.append(piece)
        starts.fromlist(begins)
        ends.fromlist(piece_ends)
    return Skeleton("".join(pieces), starts, ends)


def skeleton_text(text: str) -> str:
    """Return the text of the skeleton alone, without the ranges."""
    if not is_normalized("NFC", text):
        return "".join(piece for _, _, piece in _pieces(text))
    # Every part of a text in NFC is in NFC, so no cluster of it changes.
    return _inked(text)


def _inked(text: str) -> str:
    """Return a text without white space and what else is not kept."""
    kept = "".join(text.split())
    for char in _SKIPPED:
        kept = kept.replace(char, "")
    return kept


def _pieces(text: str) -> Iterator[tuple[list[int], list[int], str]]:
    """Yield what is kept piece by piece: where the cluster of each character starts, where it ends, the characters."""
    done = 0
    for run in _OTHER.finditer(text):
        first = max(run.start() - 1, 0)
        yield _plain_piece(text, done, first)
        for start, end in _clusters(text, first, run.end()):
            kept = _kept(text[start:end])
            yield [start] * len(kept), [end] * len(kept), kept
        done = run.end()
    yield _plain_piece(text, done, len(text))


def _plain_piece(text: str, start: int, end: int) -> tuple[list[int], list[int], str]:
    """Return what is kept of a range in which each character is a cluster of its own and stays as it is."""
    stretch = text[start:end]
    places = list(compress(range(start, end), map(not_, map(str.isspace, stretch))))
    if not _SKIPPED.isdisjoint(stretch):
        places = [place for place in places if text[place] not in _SKIPPED]
    return places, [place + 1 for place in places], _inked(stretch)


def _clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for at in range(start + 1, end):
        if not _continues(text[at]):
            yield begin, at
            begin = at
    yield begin, end


@lru_cache(maxsize=4096)
def _continues(char: str) -> bool:
    return combining(char) != 0 or ord(char) in _MEDIAL or ord(char) in _FINAL


@lru_cache(maxsize=8192)
def _kept(cluster: str) -> str:
    return "".join(char for char in normalize("NFC", cluster) if not char.isspace() and char not in _SKIPPED)
