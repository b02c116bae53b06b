"""The list of agencies: its entries, read and checked, and which entries a name can mean."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from annotator import resources
from annotator.core.folding import fold_term

AGENCIES: Final = "agencies.jsonl"


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


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The entries, and by each name, folded as texts are, those that it can mean."""

    agencies: tuple[Agency, ...]
    by_name: Mapping[str, tuple[Agency, ...]]

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
