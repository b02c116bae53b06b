"""What readers of other tools' JSON share: a record of theirs is put into the shape of ours and read as ours is.

So offsets, texts, ids and links are checked in one place (`native_read`), whatever tool the record comes from.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, BinaryIO, Final

from annotator.core.entry import Entry, Reject, Unsaid
from annotator.core.messages import Message, message
from annotator.core.text import digest
from annotator.core.validate import name_problem, quoted
from annotator.formats.base import SNIFF_SIZE, Bundle
from annotator.formats.json_lines import json_values
from annotator.formats.json_values import Found
from annotator.formats.native_keys import META
from annotator.formats.native_read import CODE_POINTS, UTF_16, read_record
from annotator.formats.native_seen import Seen
from annotator.formats.native_shape import is_too_deep
from annotator.formats.units import has_astral

OFFSETS: Final = "offsets"
"""The key, and the option of readers and writers, that says in which units offsets count."""

_META: Final = frozenset(META)


def offsets_option(options: Mapping[str, object]) -> str:
    """Return the option `offsets`, code points where it is not given; ValueError where it is neither unit."""
    offsets = options.get(OFFSETS, CODE_POINTS)
    if offsets not in {CODE_POINTS, UTF_16}:
        msg = f"the option {OFFSETS} is {CODE_POINTS} or {UTF_16}, not {offsets!r}"
        raise ValueError(msg)
    return str(offsets)


def first_value(bundle: Bundle) -> object:
    """Return the first JSON value of the bundle, None where it does not begin with one.

    More than the head is read only of a file that begins like JSON.
    """
    head = bundle.head(SNIFF_SIZE)
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return None
    bundles = [Bundle.of_file("", head)] + [bundle] * (len(head) == SNIFF_SIZE)
    for tried in bundles:
        found = next(_found(tried), None)
        if found is not None and found.fault is None:
            return found.value
    return None


def _found(bundle: Bundle) -> Iterator[Found]:
    for _, stream in bundle:
        yield from json_values(stream)
        return


@dataclass(slots=True)
class Sheet:
    """One document of another tool's file on its way to an entry: a record of ours, filled in by its reader.

    `places` says how the parts that got ids here are named in their own file, for what is told of them; `prefix`
    stands before those names where the document is itself a part of a record.
    """

    found: Found
    member: str
    record: dict[str, Any]
    rejects: list[Reject] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    prefix: str = ""
    _ids: set[tuple[str, str]] = field(default_factory=set)
    _made: set[tuple[str, str]] = field(default_factory=set)

    @property
    def text(self) -> str:
        """The text of the document."""
        return str(self.record["text"])

    def refuse(self, where: str, reason: Message) -> None:
        """Report that the part `where`, as its own file names it, is not taken."""
        self.rejects.append(Reject(self.found.line, reason, self._place(where), self.member))

    def ill_formed(self, where: str) -> None:
        """Report that the part `where` does not hold what belongs there."""
        self.refuse(where, message("entry.ill-formed", key=where))

    def rows(self, value: object, where: str) -> Iterator[tuple[str, Any]]:
        """Yield the members of a list with how they are named; anything else but null is refused."""
        if isinstance(value, list):
            for index, row in enumerate(value):
                yield f"{where}[{index}]", row
        elif value is not None:
            self.ill_formed(where)

    def has(self, group: str, uid: str) -> bool:
        """Tell whether a part of the group has that id already."""
        return (group, uid) in self._ids

    def add(self, group: str, where: str, row: dict[str, Any], uid: str = "") -> str:
        """Add a part to a list of the record and return its id: the one given if no other has it, else a new one."""
        rows = self.record.setdefault(group, [])
        given, number = uid, len(rows) + 1
        while not uid or self.has(group, uid):
            uid, number = f"{group[0]}{number}", number + 1
        if uid != given:
            self._made.add((group, uid))
        self._ids.add((group, uid))
        self.places[f"{group}.{quoted(uid)}"] = where
        rows.append({"id": uid, **row})
        return uid

    def clear(self, group: str) -> list[tuple[str, dict[str, Any]]]:
        """Take all parts of a group out again; return each with how its own file names it."""
        rows = self.record.get(group, [])
        taken = [(self.places.pop(f"{group}.{quoted(row['id'])}", group), row) for row in rows]
        for ids in (self._ids, self._made):
            ids -= {known for known in ids if known[0] == group}
        self.record[group] = []
        return taken

    def keep(self, key: str, value: object) -> None:
        """Keep what is not ours: text under the name of a field as that field, all else but null under `extra`."""
        if value is None:
            return
        if key in _META and isinstance(value, str):
            self.record.setdefault("meta", {}).setdefault(key, value)
        elif is_too_deep(value):
            self.refuse(key, message("json.too-deep"))
        else:
            self.record.setdefault("extra", {})[key] = value

    def keep_rest(self, raw: Mapping[str, object], known: Collection[str], prefix: str = "") -> None:
        """Keep what stands under the keys of `raw` that are not among those known."""
        for key, value in raw.items():
            if key not in known:
                self.keep(f"{prefix}{key}", value)

    def fields(self, meta: object, where: str) -> None:
        """Take an object for the fields of the document: texts as they are, all else under `extra`."""
        if not isinstance(meta, dict):
            if meta is not None:
                self.ill_formed(where)
            return
        for key, value in meta.items():
            if isinstance(value, str):
                self.record.setdefault("meta", {})[key] = value
            else:
                self.keep(f"{where}.{key}", value)

    def read(self, offsets: str, seen: Seen, *, declared: bool = False) -> list[Entry | Reject]:
        """Return the entry with the rejects of its parts, or a reject alone.

        Where nothing in the file says what an emoji counts (no quotes, no `declared` unit) and the text has one, the
        entry says so.
        """
        found = self.found
        items = read_record(self.record, found.line, self.member, offsets=offsets, nth=found.nth, seen=seen)
        items[:] = [self._renamed(item) if isinstance(item, Reject) else item for item in items]
        first = items[0]
        if isinstance(first, Entry):
            if not declared and offsets == CODE_POINTS and self._is_open():
                self.notes.append(message("note.offsets-unknown"))
            first.notes = (*first.notes, *self.notes)
            first.unsaid = self._unsaid(first)
            items.extend(self.rejects)
        return items

    def _unsaid(self, entry: Entry) -> Unsaid:
        """Return what spans leave open, their ids where those were made here."""
        return entry.unsaid.with_ids(span.id for span in entry.spans if ("spans", span.id) in self._made)

    def _renamed(self, reject: Reject) -> Reject:
        part, dot, key = reject.where.rpartition(".")
        where = self.places.get(reject.where) or self.places.get(part, part) + dot + key
        return replace(reject, where=self._place(where))

    def _place(self, where: str) -> str:
        return self.prefix + where if where else self.prefix.rstrip(".")

    def _is_open(self) -> bool:
        """Tell whether marks without a quote stand behind a character that units count differently."""
        marks = [
            mark
            for group in ("spans", "suggestions")
            for mark in self.record.get(group, ())
            if mark.get("text") is None and type(mark["end"]) is int
        ]
        reach = max((mark["end"] for mark in marks), default=0)
        return has_astral(self.text[: max(reach, 0)])


def members(bundle: Bundle) -> Iterator[tuple[str, BinaryIO]]:
    """Yield the members of a bundle that hold documents: JSON by their names, or the only one."""
    for name, stream in bundle:
        if len(bundle.members) == 1 or name.lower().endswith((".json", ".jsonl", ".ndjson")):
            yield name, stream


def uid_of_number(tool: str, number: object, text: str) -> str:
    """Return the id of a document that its tool only numbers.

    Each of a tool's projects counts from 1, so the text, by its digest, is part of the id.
    """
    return f"{tool}-{number}-{digest(text)[:8]}"


def person_of(name: object) -> str:
    """Return the name of an annotator as files of ours may carry it, "" where it is none."""
    shown = " ".join(str(name).replace("|", " ").split()) if isinstance(name, str | int) else ""
    return shown if shown and name_problem(shown) is None else ""
