"""All entries of the lexicons that hold in a project, as one table: where each is from, and whether it is in force."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from annotator.app.lexicon.lexicons import lexicon_of, person_lexicon
from annotator.app.lexicon.taxonomies import taxonomy_of
from annotator.core.folding import fold_term
from annotator.core.lexicon_entry import EntryKind, LexiconEntry
from annotator.korean import taxonomy
from annotator.korean.lexicon import Agency, shipped
from annotator.korean.taxonomy import Sector
from annotator.store.database import Connection
from annotator.store.lexicon import lexicon_rows


class Place(StrEnum):
    """Where an entry is from, the highest first."""

    PROJECT = "project"
    PERSON = "person"
    SHIPPED = "shipped"


class Standing(StrEnum):
    """What becomes of an entry."""

    IN_FORCE = "in-force"
    HIDES = "hides"
    REPLACED = "replaced"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry with where it is from; `id` is the row of one of the project, 0 of others."""

    entry: LexiconEntry
    place: Place
    standing: Standing
    id: int = 0
    sought: str = ""

    def matches(self, folded: str) -> bool:
        """Tell whether one of its names, its country or code holds a folded term."""
        return folded in self.sought


def listed(connection: Connection) -> list[Listed]:
    """Return all entries: the project's, the person's, the shipped ones, each group by kind and name."""
    project = [(row.entry(), row.id) for row in lexicon_rows(connection)]
    person = person_lexicon().entries
    alive = _alive(connection)
    own = _replacing(entry for entry, _id in project)
    keys = frozenset(entry.key for entry, _id in project)
    rows = [
        _listed(entry, Place.PROJECT, _standing(entry, alive, frozenset()), id_) for entry, id_ in project
    ]
    for entry in person:
        above = own | ({entry.id} if entry.key in keys else frozenset())
        rows.append(_listed(entry, Place.PERSON, _standing(entry, alive, above)))
    replaced = own | _replacing(person)
    for entry, sought in _shipped_entries():
        rows.append(Listed(entry, Place.SHIPPED, _standing(entry, alive, replaced), 0, sought))
    return sorted(rows, key=_order)


def hiding(rows: Iterable[Listed], hidden: Listed) -> Listed | None:
    """Return the entry of a person's own that hides a shipped one by its id, or None."""
    return next((row for row in _own_with_id_of(rows, hidden) if row.entry.hidden), None)


def in_place_of(rows: Iterable[Listed], replaced: Listed) -> Listed | None:
    """Return the entry of a person's own that has the id of a shipped one, the highest, or None."""
    return next(_own_with_id_of(rows, replaced), None)


def _own_with_id_of(rows: Iterable[Listed], shipped_one: Listed) -> Iterator[Listed]:
    id_ = shipped_one.entry.id
    return (row for row in rows if row.place is not Place.SHIPPED and row.entry.ref == id_)


def _alive(connection: Connection) -> frozenset[str]:
    """Return the ids of the agencies and sectors that some name means."""
    agencies, terms = lexicon_of(connection).by_name.values(), taxonomy_of(connection).by_writing.values()
    bodies = {body.id for bodies in agencies for body in bodies}
    return frozenset(bodies | {term.sector.id for term in terms if term.sector is not None})


def _replacing(entries: Iterable[LexiconEntry]) -> frozenset[str]:
    """Return the ids of which an own entry stands in place; terms of a sector only come beside those below."""
    return frozenset(entry.id for entry in entries if entry.kind is EntryKind.AGENCY and not entry.hidden)


def _standing(entry: LexiconEntry, alive: frozenset[str], replaced: frozenset[str]) -> Standing:
    if entry.id in replaced:
        return Standing.REPLACED
    if entry.hidden:
        return Standing.HIDES
    # An own sector goes by the id of the one that has its code.
    is_own_sector = entry.kind is EntryKind.SECTOR and entry.id not in _shipped_ids()
    return Standing.IN_FORCE if is_own_sector or entry.id in alive else Standing.HIDDEN


def _listed(entry: LexiconEntry, place: Place, standing: Standing, id_: int = 0) -> Listed:
    return Listed(entry, place, standing, id_, _sought(entry))


def _sought(entry: LexiconEntry) -> str:
    return fold_term("\n".join((*entry.names, entry.country, entry.code)))


def _order(row: Listed) -> tuple[int, str, str]:
    return (list(Place).index(row.place), str(row.entry.kind), row.entry.name)


@cache
def _shipped_entries() -> Sequence[tuple[LexiconEntry, str]]:
    agencies = [_of_agency(agency) for agency in shipped().agencies]
    sectors = [_of_sector(sector) for sector in taxonomy.shipped().sectors]
    return [(entry, _sought(entry)) for entry in (*agencies, *sectors)]


@cache
def _shipped_ids() -> frozenset[str]:
    return frozenset(entry.id for entry, _sought in _shipped_entries())


def _of_agency(agency: Agency) -> LexiconEntry:
    return LexiconEntry(
        EntryKind.AGENCY,
        agency.korean,
        agency.english,
        agency.abbreviation or "",
        agency.country,
        agency.aliases,
        agency.since,
        agency.until,
        source=agency.source,
        ref=agency.id,
    )


def _of_sector(sector: Sector) -> LexiconEntry:
    aliases = tuple(term for term in sector.terms if term not in (sector.korean, sector.english))
    return LexiconEntry(
        EntryKind.SECTOR,
        sector.korean,
        sector.english,
        aliases=aliases,
        code=sector.code,
        source=sector.source,
        ref=sector.id,
    )
