"""The lines of an annotation file, each by itself: what it says, or that it says nothing that brat would read."""

import re
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from annotator.formats.text_lines import TextLine

_MOST_DIGITS: Final = 15
_PLACE: Final = re.compile(rf"(\d{{1,{_MOST_DIGITS}}}) (\d{{1,{_MOST_DIGITS}}})", re.ASCII)
_ID: Final = re.compile(r"(?:[TREAMN]|#)[A-Za-z]*\d+\S*", re.ASCII)
_NUMBER: Final = re.compile(r"(?<=.)\d+$", re.ASCII)


class Row(NamedTuple):
    """A line: its id and number, its type, what it is about, and the text after the second TAB.

    `about` are ids, or (name, id) pairs, or (start, end) places, as the kind of line asks for.
    """

    line: int
    id: str
    type: str
    about: tuple[tuple[str, str], ...] = ()
    places: tuple[tuple[int, int], ...] = ()
    tail: str | None = None

    @property
    def kind(self) -> str:
        """The letter that says which kind of line it is."""
        return self.id[0]


def row_of(line: TextLine) -> Row | None:
    """Return what a line says, or None where it is none of brat's."""
    uid, tab, rest = line.text.partition("\t")
    data, tailed, tail = rest.partition("\t")
    read = _READ.get(uid[:1])
    if not tab or read is None or not (uid == "*" or _ID.fullmatch(uid)):
        return None
    return read(Row(line.number, uid, "", tail=tail if tailed else None), data.rstrip())


def _bound(row: Row, data: str) -> Row | None:
    """Read what follows T1: `Type 0 5;16 23`."""
    type_, _, written = data.partition(" ")
    places = [_PLACE.fullmatch(place.strip()) for place in written.split(";")]
    if not type_ or not all(places):
        return None
    return row._replace(type=type_, places=tuple((int(p[1]), int(p[2])) for p in places if p is not None))


def _tied(row: Row, data: str) -> Row | None:
    """Read what follows R1: `type Arg1:T1 Arg2:T2`, or E1: `Type:T3 Role:T1 …`."""
    words = data.split()
    pairs = [(name, uid) for name, _, uid in (word.rpartition(":") for word in words[row.kind == "R" :])]
    if not words or not pairs or not all(name and uid for name, uid in pairs):
        return None
    about = tuple((_NUMBER.sub("", name), uid) for name, uid in pairs)
    if row.kind == "E":
        return row._replace(type=pairs[0][0], about=(pairs[0], *about[1:]))
    return row._replace(type=words[0], about=about) if len(pairs) == 2 else None


def _about_one(row: Row, data: str) -> Row | None:
    """Read what follows A1 or M1: `Type T1 [value]`, N1: `Reference T1 db:id`, #1: `AnnotatorNotes T1`."""
    words = data.split(None, 2)
    if len(words) < (3 if row.kind == "N" else 2):
        return None
    return row._replace(type=words[0], about=((words[2] if len(words) > 2 else "", words[1]),))


def _equal(row: Row, data: str) -> Row | None:
    """Read what follows a star: `Equiv T1 T2 …`."""
    words = data.split()
    return (
        row._replace(type=words[0], about=tuple(("", uid) for uid in words[1:])) if len(words) > 2 else None
    )


_READ: Final[dict[str, Callable[[Row, str], Row | None]]] = {
    "T": _bound, "R": _tied, "E": _tied, "A": _about_one, "M": _about_one, "N": _about_one, "#": _about_one,
    "*": _equal,
}  # fmt: skip


def looks_like_annotations(lines: Iterable[str]) -> bool:
    """Tell whether all lines, of which there is one, are brat's, and one of them is a place in a text."""
    rows = [row_of(TextLine(number, line)) for number, line in enumerate(lines, 1) if line.strip()]
    return all(row is not None for row in rows) and any(row is not None and row.kind == "T" for row in rows)
