"""Cuts a text into sentences, as Korean newspapers write them (`docs/korean-text.md`, 2.6)."""

import re
from collections import deque
from collections.abc import Iterator
from typing import Final

from annotator.core.folding import fold

_PARTNER: Final = dict(zip("([{<《〈「『【“‘", ")]}>》〉」』】”’", strict=True))
_CLOSES: Final = {closer: opener for opener, closer in _PARTNER.items()}
_STRAIGHT: Final = "\"'"
_QUOTES: Final = frozenset("\"'“”‘’")
_BRACKETS: Final = re.escape("".join(_PARTNER) + "".join(_CLOSES) + _STRAIGHT)
_TOKEN: Final = re.compile(rf"[.!?…。]+|[{_BRACKETS}]|\n\s*")
_CLOSING: Final = re.compile(rf"[{re.escape(''.join(_CLOSES) + _STRAIGHT)}]*")
_BLANKS: Final = re.compile(r"[^\S\n]*")
# An apostrophe: of a year in two figures, or inside a Latin word.
_APOSTROPHE: Final = re.compile(r"['‘’](?=\d\d(?!\d))|(?<=[a-z])['’](?=[a-z])")
# What goes on with what was quoted: “…한다.” 라고 말했다.
_SAYS: Final = re.compile(r"이?라(?:고|며|는|면서|던)(?=[\s은는도만])")
_GOES_ON: Final = re.compile(r"(?:이?라(?:고|며|는|면서|던)|고|며|면서|는|란)(?=[\s은는도만])")
_GOES_ON_TIGHT: Final = re.compile(r"이?라[고며는면던]|[고며는란]")
_ABBREVIATIONS: Final = frozenset({
    "al", "approx", "apr", "aug", "capt", "cf", "co", "col", "corp", "dec", "dept", "dr", "ed", "eds", "est", "etc",
    "feb", "fig", "gen", "gov", "hon", "inc", "jan", "jr", "jul", "jun", "ltd", "mar", "may", "mr", "mrs", "ms", "no",
    "nos", "nov", "oct", "prof", "rep", "rev", "sen", "sep", "sept", "sr", "st", "vol", "vs",
})  # fmt: skip
_LATIN_WORD: Final = re.compile(r"[a-z][a-z.]*$")
_NEAR: Final = 12
# Endings after which the next sentence may begin without a blank, or the dots are no pause.
_ENDINGS: Final = frozenset("다요죠까음함됨임")
# Brackets deeper than this, and pairs further apart, bind nothing: a stray one must not swallow the line.
_DEEPEST: Final = 8
_LONGEST_PAIR: Final = 400


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the (start, end) of the sentences, code points, end exclusive; together they are the whole text.

    What is blank between two of them belongs to the first. A line break is an edge. Takes time linear in the length.
    """
    if not text:
        return ()
    folded = fold(text)
    copy = folded.text
    first = len(copy) - len(copy.lstrip())
    edges = [0]
    for edge in _edges(copy):
        at = folded.starts[edge]
        if edge > first and edges[-1] < at < len(text):
            edges.append(at)
    return tuple(zip(edges, [*edges[1:], len(text)], strict=True))


def _edges(copy: str) -> Iterator[int]:
    """Yield where sentences begin, the first one left out."""
    pairs = _pairs(copy)
    depth = 0
    line = 0
    for token in _TOKEN.finditer(copy):
        start, end = token.span()
        char = copy[start]
        if char == "\n":
            depth, line = 0, end
            yield end
        elif start in pairs:
            depth += 1 if pairs[start] > start else -1
        elif char in ".!?…。":
            closed = _CLOSING.match(copy, end)
            after = end if closed is None else _closed(closed.end(), end, pairs)
            inside = depth - sum(1 for at in range(end, after) if at in pairs)
            blank = _BLANKS.match(copy, after)
            following = after if blank is None else blank.end()
            at_edge = copy[following : following + 1] in {"", "\n"}  # which is told by itself
            if not at_edge and inside <= 0 and _ends(copy, (start, end), (after, following), line):
                yield following


def _closed(to: int, end: int, pairs: dict[int, int]) -> int:
    """Return how far what follows a stop only closes: a straight quote may open the next sentence."""
    at = end
    while at < to and pairs.get(at, -1) < at:
        at += 1
    return at


def _pairs(copy: str) -> dict[int, int]:
    """Return for each bracket and quote that has its partner near in its line where the partner stands."""
    pairs: dict[int, int] = {}
    standing: deque[tuple[str, int]] = deque(maxlen=_DEEPEST)
    for token in _TOKEN.finditer(copy):
        at, char = token.start(), copy[token.start()]
        if char == "\n":
            standing.clear()
        elif char in _PARTNER and not _APOSTROPHE.match(copy, at):
            standing.append((char, at))
        elif (char in _CLOSES or char in _STRAIGHT) and not _APOSTROPHE.match(copy, at):
            opener = _CLOSES.get(char, char)
            if any(char_ == opener for char_, _at in standing):
                while standing[-1][0] != opener:
                    standing.pop()
                first = standing.pop()[1]
                if at - first <= _LONGEST_PAIR:
                    pairs[first], pairs[at] = at, first
            elif char in _STRAIGHT and not copy[at - 1 : at].isdigit():  # 5' is a length
                standing.append((char, at))
    return pairs


def _ends(copy: str, run: tuple[int, int], then: tuple[int, int], line: int) -> bool:
    """Tell whether a run of stops ends a sentence; `then` is where closers end, and where the next word begins."""
    (start, end), (after, following) = run, then
    stops, before, behind = copy[start:end], copy[start - 1 : start], copy[following : following + 1]
    spaced, closed = after < following, end < after
    goes_on = (_GOES_ON if closed else _SAYS) if spaced else _GOES_ON_TIGHT
    if goes_on.match(copy, following) or (closed and not spaced):
        return False
    if "。" in stops:
        return True
    if "!" in stops or "?" in stops:
        return spaced and not (_is_latin(before) and _is_latin(behind))
    if before.isspace() or stops != ".":
        return spaced and copy[max(line, start - _NEAR) : start].rstrip()[-1:] in _ENDINGS
    if not spaced:
        return before in _ENDINGS and (_is_hangul(behind) or behind in _PARTNER)
    return _is_full_stop(copy, start, line)


def _is_full_stop(copy: str, at: int, line: int) -> bool:
    """Tell whether a dot with a blank behind it ends a sentence: not of a date, a short form, or before an item."""
    before = copy[at - 1]
    if _is_latin(before):
        word = _LATIN_WORD.search(copy, max(0, at - _NEAR), at)
        found = "" if word is None else word.group()
        return len(found) != 1 and "." not in found and found not in _ABBREVIATIONS
    if _is_hangul(before):
        item = at - line <= _NEAR and not copy[line : at - 1].strip()  # 가. 나. 다.
        return not item
    return not before.isdigit()


def _is_latin(char: str) -> bool:
    return "a" <= char <= "z"


def _is_hangul(char: str) -> bool:
    return "가" <= char <= "힣"
