"""Grams: the tokens that the search index holds for a text, and the query that finds a term among them.

A gram is one character, or two neighbours, or three with a blank in the middle, written as hexadecimal code
points of at least four digits, so that every character, be it `%`, `·` or an emoji, is a plain token for FTS5
(docs/adr). The three round a blank tell where two common words stand side by side, which
their pairs alone, in so many documents, do not.
"""

import re
from itertools import chain
from operator import add
from typing import Final

VERSION: Final = 2
"""Which grams these are; an index of others is made anew."""

_BYTES_PER_UNIT = 2
_ROUND_A_BLANK: Final = re.compile("(?=(. .))", re.DOTALL)


def tokens(folded: str) -> str:
    """Return the grams of a folded text, divided by blanks, in any order; some may stand there twice.

    FTS5 takes a token once a row, faster than we can.
    """
    units = folded.encode("utf-16-be", "surrogatepass")
    if len(units) != _BYTES_PER_UNIT * len(folded):
        return _tokens_beyond_bmp(folded)
    # The bytes of each character followed by those of the next: four bytes a pair.
    pairs = bytearray(2 * len(units[_BYTES_PER_UNIT:]))
    pairs[0::4], pairs[1::4] = units[0:-2:2], units[1:-2:2]
    pairs[2::4], pairs[3::4] = units[2::2], units[3::2]
    threes = "".join(_ROUND_A_BLANK.findall(folded)).encode("utf-16-be", "surrogatepass")
    return f"{units.hex(' ', 2)} {pairs.hex(' ', 4)} {threes.hex(' ', 6)}"


def _tokens_beyond_bmp(folded: str) -> str:
    written = {char: _token(char) for char in set(folded)}
    units = [written[char] for char in folded]
    threes = map(_token, _ROUND_A_BLANK.findall(folded))
    return " ".join({*written.values(), *map(add, units, units[1:]), *threes})


def query(term: str) -> str:
    """Return the FTS5 query for what may hold a folded term of at least one character: all its grams.

    A pair that stands in three round a blank says nothing more.
    """
    if len(term) == 1:
        return _token(term)
    blanks = [at for at in range(1, len(term) - 1) if term[at] == " "]
    said = set(chain.from_iterable((at - 1, at) for at in blanks))
    threes = (term[at - 1 : at + 2] for at in blanks)
    pairs = (term[at : at + 2] for at in range(len(term) - 1) if at not in said)
    return " AND ".join(dict.fromkeys(map(_token, chain(threes, pairs))))


def is_exact(term: str) -> bool:
    """Tell whether the query finds what holds the term, and nothing else.

    A token of four or eight digits is one or two characters of the basic plane and can be nothing else. A line
    feed may also be the one that the index puts between the text and the title.
    """
    return len(term) <= 2 and "\n" not in term and max(term) <= "\uffff"


def _token(gram: str) -> str:
    return "".join(f"{ord(char):04x}" for char in gram)
