"""The list of agencies: its entries, read and checked, which entries a name can mean, and lists over one another."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from annotator import resources
from annotator.core.folding import fold_term
from annotator.core.lexicon_entry import EntryKind, LexiconEntry

AGENCIES: Final = "agencies.jsonl"
OWN: Final = "own"
"""The kind of a person's own entries."""


@dataclass(frozen=True, slots=True)
class Agency:
    """A body as newspapers name it; years None where they are not certain.

    `shared` are the names that other entries have too; `guarded` those that are common words or short forms of other
    things, and count only beside a country word or in brackets behind another name of the body.
    """

    id: str
    kind: str
    korean: str
    english: str
    country: str
    abbreviation: str | None
    aliases: tuple[str, ...]
    since: int | None
    until: int | None
    source: str
    shared: frozenset[str]
    guarded: frozenset[str]

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the canonical Korean one first, each once."""
        own = (self.korean, self.english, self.abbreviation or "", *self.aliases)
        return tuple(dict.fromkeys(name for name in own if name))


# Compared as the one that it is: what is worked out for a list is kept for it.
@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The entries, and by each name, folded as texts are, those that it can mean; a name that means none is hidden.

    Nothing that is `hidden` is proposed, and where a hidden name stands no shorter one is either.
    """

    agencies: tuple[Agency, ...]
    by_name: Mapping[str, tuple[Agency, ...]]
    hidden: tuple[LexiconEntry, ...] = ()

    @classmethod
    def of(cls, agencies: Iterable[Agency]) -> "Lexicon":
        """Order entries by their names; ValueError where an id is there twice or a shared name is not marked so."""
        entries = tuple(agencies)
        if len({entry.id for entry in entries}) < len(entries):
            raise ValueError("an id of the list of agencies is there twice")
        found: dict[str, list[Agency]] = defaultdict(list)
        for entry in entries:
            for name in dict.fromkeys(map(fold_term, entry.names)):
                found[name].append(entry)
        for entry in entries:
            shared = {name for name in entry.names if len(found[fold_term(name)]) > 1}
            if shared != entry.shared:
                raise ValueError(f"{entry.id}: shared are {sorted(shared)}, marked {sorted(entry.shared)}")
        return cls(entries, {name: tuple(those) for name, those in found.items()})

    def by_id(self, id_: str) -> Agency | None:
        """Return the entry with that id, or None."""
        return next((entry for entry in self.agencies if entry.id == id_), None)

    @classmethod
    def own(cls, entries: Iterable[LexiconEntry]) -> "Lexicon":
        """Order the agencies among a person's own entries; several may share a name."""
        agencies: list[Agency] = []
        hidden: list[LexiconEntry] = []
        found: dict[str, list[Agency]] = defaultdict(list)
        for entry in entries:
            if entry.kind is not EntryKind.AGENCY:
                continue
            if entry.hidden:
                hidden.append(entry)
                continue
            agencies.append(_of_entry(entry))
            for name in dict.fromkeys(map(fold_term, entry.names)):
                found[name].append(agencies[-1])
        return cls(tuple(agencies), {name: tuple(those) for name, those in found.items()}, tuple(hidden))

    def over(self, below: "Lexicon") -> "Lexicon":
        """Return this list laid over another.

        An entry replaces the one of its id below, and takes its names from entries of its country, of all where it
        has none. A hidden entry takes the one of its id away, else its names in the same way.
        """
        lower = {entry.id: entry for entry in below.agencies}
        own = {entry.id: _guarded_as(entry, lower.get(entry.id)) for entry in self.agencies}
        gone = own.keys() | {entry.ref for entry in self.hidden}
        taken: dict[str, set[str]] = defaultdict(set)
        hides: set[str] = set()
        for agency in self.agencies:
            for name in agency.names:
                taken[fold_term(name)].add(agency.country)
        for entry in self.hidden:
            replaced = lower.get(entry.ref)
            names = set(map(fold_term, entry.names if replaced is None else replaced.names))
            hides |= names
            for name in names if replaced is None else ():
                taken[name].add(entry.country)
        by_name: dict[str, tuple[Agency, ...]] = {}
        for name in (*self.by_name, *below.by_name, *hides):
            there = below.by_name.get(name, ())
            left = (entry for entry in there if entry.id not in gone and not _is_in(entry, taken.get(name)))
            mine = {entry.id: own[entry.id] for entry in self.by_name.get(name, ())}
            merged = (*mine.values(), *left)
            if merged or name in hides or (not there and name in below.by_name):
                by_name[name] = merged
        kept = (entry for entry in below.agencies if entry.id not in gone)
        return Lexicon((*own.values(), *kept), by_name)


def _of_entry(entry: LexiconEntry) -> Agency:
    return Agency(
        id=entry.id,
        kind=OWN,
        korean=entry.name,
        english=entry.english,
        country=entry.country,
        abbreviation=entry.abbreviation or None,
        aliases=entry.aliases,
        since=entry.since,
        until=entry.until,
        source=entry.source,
        shared=frozenset(),
        guarded=frozenset(),
    )


def _guarded_as(entry: Agency, below: Agency | None) -> Agency:
    """Return an entry that guards the names which the one that it replaces does."""
    names = frozenset() if below is None else below.guarded & frozenset(entry.names)
    return replace(entry, guarded=names) if names else entry


def _is_in(entry: Agency, countries: Collection[str] | None) -> bool:
    return countries is not None and ("" in countries or entry.country in countries)


def parse(text: str) -> Lexicon:
    """Read a list of agencies, one JSON object a line; ValueError, TypeError or KeyError with what is wrong."""
    return Lexicon.of(_agency(json.loads(line)) for line in text.splitlines() if line.strip())


@cache
def shipped() -> Lexicon:
    """Return the list that comes with the program, read once."""
    return parse(resources.read_text(AGENCIES))


def _agency(row: Mapping[str, object]) -> Agency:
    return Agency(
        id=str(row["id"]),
        kind=str(row["kind"]),
        korean=str(row["ko"]),
        english=str(row["en"]),
        country=str(row["country"]),
        abbreviation=None if row["abbr"] is None else str(row["abbr"]),
        aliases=_strings(row["aliases"]),
        since=_year(row["since"]),
        until=_year(row["until"]),
        source=str(row["source"]),
        shared=frozenset(_strings(row["shared"])),
        guarded=frozenset(_strings(row["guarded"])),
    )


def _strings(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(f"not a list: {value!r}")
    return tuple(map(str, value))


def _year(value: object) -> int | None:
    if value is None or isinstance(value, int):
        return value
    raise TypeError(f"not a year: {value!r}")
