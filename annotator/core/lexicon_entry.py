"""An entry of a person's own lexicon: an agency with its names, a term of a sector, or words not to be proposed."""

import json
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Self

from annotator.core.changes import Row
from annotator.core.folding import fold_term
from annotator.core.messages import Message, message

LONGEST: Final = 100
"""How many characters a name has at most."""

SHORTEST: Final = 2
"""How many characters a name has at least: one syllable says too little to be looked for everywhere."""

_COUNTRY: Final = re.compile("[A-Z]{2,3}")
_YEARS: Final = range(1, 10_000)
_CONTENT: Final = ("kind", "english", "abbreviation", "country", "code", "source", "ref")


class EntryKind(StrEnum):
    """What an entry names."""

    AGENCY = "agency"
    SECTOR = "sector"


# The label, by its key, that an entry of each kind is for.
LABEL_OF_KIND: Final = {EntryKind.AGENCY: "AGENCY", EntryKind.SECTOR: "SECTOR"}


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """One entry; "" and None where something is not known.

    `name` is the canonical Korean one. `country` is a code of two letters, or INT; `since` and `until` are the years in
    which the name was in force; `code` is that of a sector. `ref` is the id that values name: that of an entry of a
    lexicon below, which this one then replaces, or one of its own. A `hidden` entry proposes nothing and keeps
    lexicons below from doing so: the entry with its `ref` where there is one, else its names.
    """

    kind: EntryKind
    name: str
    english: str = ""
    abbreviation: str = ""
    country: str = ""
    aliases: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    code: str = ""
    source: str = ""
    ref: str = ""
    hidden: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the canonical one first, each once."""
        own = (self.name, self.english, self.abbreviation, *self.aliases)
        return tuple(dict.fromkeys(name for name in own if name))

    @property
    def id(self) -> str:
        """The id that values name: `ref`, or one made of the name."""
        return self.ref or ".".join(part for part in ("own", self.country, self.name) if part)

    @property
    def key(self) -> tuple[str, str, str]:
        """What no two entries of one lexicon share: kind, name as it is matched, country."""
        return (str(self.kind), fold_term(self.name), self.country)

    def row(self, id_: int, uid: str, label_id: int) -> Row:
        """Return the entry as a row of its table."""
        content: dict[str, object] = {name: str(getattr(self, name)) for name in _CONTENT}
        content |= {"aliases": self.aliases, "since": self.since, "until": self.until, "hidden": self.hidden}
        told = {name: value for name, value in content.items() if value or name == "kind"}
        text = json.dumps(told, ensure_ascii=False, sort_keys=True)
        return {"id": id_, "uid": uid, "label_id": label_id, "name": self.name, "content": text}

    @classmethod
    def from_row(cls, row: Row) -> Self:
        """Read an entry from a row of its table; its own id where it replaces none."""
        content = json.loads(str(row["content"]))
        return cls(
            kind=EntryKind(content.pop("kind")),
            name=str(row["name"]),
            aliases=tuple(content.pop("aliases", ())),
            ref=content.pop("ref", "") or str(row["uid"]),
            **content,
        )


def tidied(entry: LexiconEntry) -> LexiconEntry:
    """Return an entry without needless blanks, each alias once and none that is another name already."""
    name, english, abbreviation = map(_one_line, (entry.name, entry.english, entry.abbreviation))
    aliases = dict.fromkeys(map(_one_line, entry.aliases))
    return replace(
        entry,
        name=name,
        english=english,
        abbreviation=abbreviation,
        country=entry.country.strip().upper(),
        aliases=tuple(alias for alias in aliases if alias not in {"", name, english, abbreviation}),
        code=entry.code.strip(),
        source=_one_line(entry.source),
        ref=entry.ref.strip(),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def wrong_with(entry: LexiconEntry) -> Message | None:
    """Return what is wrong with a tidied entry, the first thing that is; None where nothing is."""
    if not entry.name:
        return message("lexicon.no-name")
    for name in entry.names:
        told = _wrong_with_name(name)
        if told is not None:
            return told
    if entry.country and _COUNTRY.fullmatch(entry.country) is None:
        return message("lexicon.country", country=entry.country)
    return _wrong_with_years(entry) or _wrong_with_code(entry)


def _wrong_with_name(name: str) -> Message | None:
    if len(fold_term(name)) < SHORTEST:
        return message("lexicon.name-short", name=name)
    if len(name) > LONGEST:
        return message("lexicon.name-long", name=f"{name[:20]}…", most=LONGEST)
    return None if any(map(str.isalpha, name)) else message("lexicon.name-letters", name=name)


def _wrong_with_years(entry: LexiconEntry) -> Message | None:
    for year in (entry.since, entry.until):
        if year is not None and year not in _YEARS:
            return message("lexicon.year", year=year)
    if entry.since is not None and entry.until is not None and entry.since > entry.until:
        return message("lexicon.years", since=entry.since, until=entry.until)
    return None


def _wrong_with_code(entry: LexiconEntry) -> Message | None:
    if entry.kind is EntryKind.AGENCY:
        return message("lexicon.code", code=entry.code) if entry.code else None
    return None if entry.code or entry.hidden else message("lexicon.no-code", name=entry.name)
