"""Grams: the tokens that the search index holds for a text, and the query that finds a term among them.

A gram is one character or two neighbours, written as hexadecimal code points of at least four digits, so that
every character, be it `%`, `·` or an emoji, is a plain token for FTS5 (`docs/adr/0008-search-by-grams.md`).
"""

from operator import add

_BYTES_PER_UNIT = 2


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
    return f"{units.hex(' ', 2)} {pairs.hex(' ', 4)}"


def _tokens_beyond_bmp(folded: str) -> str:
    written = {char: _token(char) for char in set(folded)}
    units = [written[char] for char in folded]
    return " ".join({*written.values(), *map(add, units, units[1:])})


def query(term: str) -> str:
    """Return the FTS5 query for what may hold a folded term of at least one character: all its grams."""
    if len(term) == 1:
        return _token(term)
    return " AND ".join(dict.fromkeys(map(_token, map(add, term, term[1:]))))


def is_exact(term: str) -> bool:
    """Tell whether the query finds what holds the term, and nothing else.

    A token of four or eight digits is one or two characters of the basic plane and can be nothing else. A line
    feed may also be the one that the index puts between the text and the title.
    """
    return len(term) <= 2 and "\n" not in term and max(term) <= "\uffff"


def _token(gram: str) -> str:
    return "".join(f"{ord(char):04x}" for char in gram)
