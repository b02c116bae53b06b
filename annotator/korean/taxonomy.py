"""The taxonomy of sectors: its entries, read and checked, and which of them a term means."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final

from annotator import resources
from annotator.core.folding import fold_term
from annotator.core.lexicon_entry import LexiconEntry

SECTORS: Final = "sectors.jsonl"
TAXONOMY: Final = "annotator-sectors"
"""The id of the taxonomy that comes with the program, `ref` of the values made by it."""

_MOST_GAPS: Final = 6


# Compared as the one that it is: terms are many, and name it.
@dataclass(frozen=True, slots=True, eq=False)
class Sector:
    """A field of technology or industry with the terms that newspapers have for it.

    In a term a blank may be left out, and so may a hyphen. `ambiguous` are the terms that are ordinary words too:
    they count only where their surroundings say so; `cues` are words behind one that do. Those of them that are
    `parts` are none right behind another sector, of which they say more (반도체 소재). `stops` are phrases in
    which a term means something else. `rivals` are words, folded as texts are, that, standing anywhere in a text,
    take a term its meaning (avian influenza is AI too).
    """

    id: str
    kind: str
    code: str
    parent: str | None
    korean: str
    english: str
    terms: tuple[str, ...]
    ambiguous: frozenset[str]
    parts: frozenset[str]
    stops: tuple[str, ...]
    cues: tuple[str, ...]
    rivals: Mapping[str, tuple[str, ...]]
    maps: Mapping[str, tuple[str, ...]]
    source: str
    checked: str | None


@dataclass(frozen=True, slots=True)
class Term:
    """A term as it is written in the list; `sector` None in a phrase that means none."""

    text: str
    sector: Sector | None
    is_ambiguous: bool = False
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """The entries in their order, by code, and the terms by each way they are written, folded as texts are."""

    sectors: tuple[Sector, ...]
    by_code: Mapping[str, Sector]
    by_writing: Mapping[str, Term]
    index: Mapping[str, tuple[tuple[str, Term], ...]]
    """The ways of writing by their first two characters, the longest first."""

    @classmethod
    def of(cls, sectors: Iterable[Sector]) -> "Taxonomy":
        """Order entries by their terms.

        ValueError where an id or a code is there twice, a parent is not there, or a term belongs to two entries.
        """
        entries = tuple(sectors)
        by_code = {entry.code: entry for entry in entries}
        if len({entry.id for entry in entries}) < len(entries) or len(by_code) < len(entries):
            raise ValueError("an id or a code of the list of sectors is there twice")
        for entry in entries:
            if entry.parent is not None and entry.parent not in by_code:
                raise ValueError(f"{entry.id}: no parent {entry.parent}")
        written = _written(entries)
        return cls(entries, by_code, written, _index(written))

    def under(self, own: Sequence[LexiconEntry]) -> "Taxonomy":
        """Return these sectors under a person's own entries, of which the first counts.

        An own name means the sector of its code, or one of its own where there is none of it; that of a hidden entry
        means none.
        """
        written = dict(self.by_writing)
        by_code = dict(self.by_code)
        for entry in reversed(own):
            sector = by_code.get(entry.code)
            if sector is None and not entry.hidden:
                sector = _own(entry)
                if entry.code:
                    by_code[entry.code] = sector
            for name in entry.names:
                term = Term(name, None if entry.hidden else sector)
                written.update(dict.fromkeys(writings(name), term))
        added = [sector for code, sector in by_code.items() if code not in self.by_code]
        return Taxonomy((*self.sectors, *added), by_code, written, _index(written))

    def family(self, sector: Sector) -> str:
        """Return the code of the highest entry above a sector, or its own."""
        while sector.parent is not None:
            sector = self.by_code[sector.parent]
        return sector.code

    def search(self, term: str) -> list[Sector]:
        """Return the entries whose code, name or a term holds what is typed, Korean or English, the best first.

        Blanks, case and width do not count. First come those that begin with it; nothing typed gives all.
        """
        wanted = _close(term)
        best: dict[str, int] = {}
        for code, name in self._names():
            rank = _likeness(_close(name), wanted)
            if rank is not None:
                best[code] = min(rank, best.get(code, rank))
        found = [entry for entry in self.sectors if entry.code in best]
        return sorted(found, key=lambda entry: best[entry.code])

    def _names(self) -> Iterator[tuple[str, str]]:
        """Yield codes, names and terms, each with the code that it belongs to."""
        for entry in self.sectors:
            for name in (entry.code, entry.korean, entry.english):
                yield entry.code, name
        for term in dict.fromkeys(self.by_writing.values()):
            if term.sector is not None:
                yield term.sector.code, term.text


def writings(text: str) -> list[str]:
    """Return the ways a term is written, folded: each blank and hyphen there or not."""
    pieces: list[str] = [""]
    gaps: list[str] = []
    for char in fold_term(text):
        if char in " -" and len(gaps) < _MOST_GAPS:
            gaps.append(char)
            pieces.append("")
        else:
            pieces[-1] += char
    return [
        pieces[0] + "".join(gap + piece for gap, piece in zip(chosen, pieces[1:], strict=True))
        for chosen in product(*((gap, "") for gap in gaps))
    ]


def parse(text: str) -> Taxonomy:
    """Read a list of sectors, one JSON object a line; ValueError, TypeError or KeyError with what is wrong."""
    return Taxonomy.of(_sector(json.loads(line)) for line in text.splitlines() if line.strip())


@cache
def shipped() -> Taxonomy:
    """Return the taxonomy that comes with the program, read once."""
    return parse(resources.read_text(SECTORS))


def _own(entry: LexiconEntry) -> Sector:
    return Sector(
        id=entry.id, kind="own", code=entry.code, parent=None, korean=entry.name, english=entry.english,
        terms=entry.names, ambiguous=frozenset(), parts=frozenset(), stops=(), cues=(), rivals={}, maps={},
        source=entry.source,
        checked=None,
    )  # fmt: skip


def _written(entries: Iterable[Sector]) -> dict[str, Term]:
    written: dict[str, Term] = {}
    for entry in entries:
        for stop in entry.stops:
            written.update(dict.fromkeys(writings(stop), Term(stop, None)))
    for entry in entries:
        for text in entry.terms:
            _add(written, Term(text, entry, text in entry.ambiguous, text in entry.parts))
    return written


def _add(written: dict[str, Term], term: Term) -> None:
    for writing in writings(term.text):
        there = written.get(writing)
        if there is not None and there.sector is not None and there.sector is not term.sector:
            raise ValueError(f"{term.text} means {there.sector.code} already")
        written[writing] = term


def _index(written: Mapping[str, Term]) -> dict[str, tuple[tuple[str, Term], ...]]:
    index: dict[str, list[tuple[str, Term]]] = {}
    for writing in sorted(written, key=len, reverse=True):
        index.setdefault(writing[:2], []).append((writing, written[writing]))
    return {beginning: tuple(those) for beginning, those in index.items()}


def _close(text: str) -> str:
    return fold_term(text).replace(" ", "")


def _likeness(name: str, wanted: str) -> int | None:
    """Return how well a name fits what is typed, 0 best; None where it does not."""
    if not wanted or name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    return 2 if wanted in name else None


def _sector(row: Mapping[str, object]) -> Sector:
    terms = _strings(row["terms"])
    ambiguous = frozenset(_strings(row["ambiguous"]))
    if not ambiguous.issubset(terms):
        raise ValueError(f"{row['id']}: no terms are {sorted(ambiguous.difference(terms))}")
    return Sector(
        id=str(row["id"]),
        kind=str(row["kind"]),
        code=str(row["code"]),
        parent=_text_or_none(row["parent"]),
        korean=str(row["ko"]),
        english=str(row["en"]),
        terms=terms,
        ambiguous=ambiguous,
        parts=frozenset(_strings(row.get("parts", []))),
        stops=_strings(row["not"]),
        cues=_strings(row.get("cues", [])),
        rivals={term: tuple(map(fold_term, those)) for term, those in _lists(row.get("rivals", {})).items()},
        maps=_lists(row["maps"]),
        source=str(row["source"]),
        checked=_text_or_none(row["checked"]),
    )


def _lists(value: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise TypeError(f"not an object: {value!r}")
    return {str(key): _strings(those) for key, those in value.items()}


def _strings(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(f"not a list: {value!r}")
    return tuple(map(str, value))


def _text_or_none(value: object) -> str | None:
    return None if value is None else str(value)
