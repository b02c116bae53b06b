"""Writes a text and its annotations: as brat reads them, so that what we read back is what was written."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from operator import itemgetter
from typing import Final

from annotator.core.entry import Entry, EntryRecord, EntrySpan
from annotator.core.validate import label_key_problem
from annotator.formats.brat import names

_in_order: Final = itemgetter(1, 2, 4, 0)  # start, end, label, id
_PIECE: Final = re.compile(f"[^\r{names.LINE_ENDS}]+")
_ONLY_ENDS: Final = re.compile(f"[\r{names.LINE_ENDS}]*")
_PLAIN: Final = re.compile(r"[a-zA-Z0-9_-]+")
_ATTRIBUTE: Final = re.compile(r"((?:spans|relations|records)\..+)\.([a-zA-Z0-9_-]+)", re.DOTALL)

_COLOUR: Final = re.compile("#[0-9A-Fa-f]{6}")

Place = tuple[int, int]
Types = dict[str, dict[str, None]]
"""The types, roles and values that were used, by where they stand in the configuration, in their order."""


class Lines:
    """The lines of one entry; `lost` counts what brat has no place for, `types` what the configuration must name."""

    def __init__(self, entry: Entry, lost: Counter[str], types: Types) -> None:
        self._entry = entry
        self._lost = lost
        self._types = types
        self._numbers: Counter[str] = Counter()
        self._ids: dict[str, str] = {}
        self._parts: dict[str, str] = {}
        self._spans = {span.id: span for span in entry.spans}

    def __iter__(self) -> Iterator[str]:
        """Yield the lines without their ends: first the places, then what hangs on them."""
        chains = _chains(self._entry)
        inner = {uid for chain in chains for uid in chain[1:]}
        first = {chain[0]: chain for chain in chains}
        written = []
        for span in sorted(self._entry.spans, key=_in_order):
            if span.id in inner:
                continue
            parts = [self._spans[uid] for uid in first.get(span.id, [span.id])]
            places = [place for part in parts for place in _places(part)]
            if label_key_problem(span.label) is not None or not places:
                self._lost["label" if places else "span"] += len(parts)
                continue
            written.append(span)
            self._lost["edge"] += sum(part.text != part.text.strip(names.LINE_ENDS) for part in parts)
            yield self._bound(span, places)
        for span in written:
            yield from self._hanging(span)
        yield from self._links({pair: chain[0] for chain in chains for pair in pairwise(chain)})
        yield from self._attributes()

    def _next(self, letter: str) -> str:
        self._numbers[letter] += 1
        return f"{letter}{self._numbers[letter]}"

    def _type(self, section: str, key: str) -> str:
        self._types.setdefault(section, {}).setdefault(key)
        return names.type_of(key)

    def _bound(self, span: EntrySpan, places: list[Place]) -> str:
        uid = self._ids[span.id] = self._parts[f"spans.{span.id}"] = self._next("T")
        written = ";".join(f"{start} {end}" for start, end in places)
        quote = " ".join(self._entry.text[start:end] for start, end in places)
        return f"{uid}\t{self._type('entities', span.label)} {written}\t{quote}"

    def _hanging(self, span: EntrySpan) -> Iterator[str]:
        uid = self._ids[span.id]
        if span.norm is not None:
            shown = names.one_line(span.norm.value or "")
            yield f"{self._next('N')}\t{names.REFERENCE} {uid} {names.reference_of(span.norm)}\t{shown}"
        if span.unsure:
            yield f"{self._next('A')}\t{self._type('attributes', names.UNSURE)} {uid}"
        if span.note:
            yield f"{self._next('#')}\t{names.NOTE} {uid}\t{names.one_line(span.note)}"

    def _links(self, chained: Mapping[tuple[str, str], str]) -> Iterator[str]:
        for relation in self._entry.relations:
            ends = (relation.from_id, relation.to_id)
            if relation.type == names.FRAGMENT and ends in chained:
                self._lost["relation"] += chained[ends] not in self._ids
                continue
            one, other = self._ids.get(relation.from_id), self._ids.get(relation.to_id)
            if one is None or other is None or label_key_problem(relation.type) is not None:
                self._lost["relation"] += 1
            elif relation.type == names.EQUIV and not relation.note:
                yield f"*\t{names.EQUIV} {one} {other}"
            else:
                uid = self._parts[f"relations.{relation.id}"] = self._next("R")
                yield f"{uid}\t{self._type('relations', relation.type)} Arg1:{one} Arg2:{other}\t"
                if relation.note:
                    yield f"{self._next('#')}\t{names.NOTE} {uid}\t{names.one_line(relation.note)}"
        for record in self._entry.records:
            if self._is_event(record):
                yield self._event(record)
            else:
                self._lost["record"] += 1

    def _is_event(self, record: EntryRecord) -> bool:
        """Tell whether a record is an event of brat's: it hangs on a span whose label is its type."""
        if not record.roles or any(m.norm is not None or m.span_id not in self._ids for m in record.roles):
            return False
        trigger = record.roles[0]
        roles = all(
            _PLAIN.fullmatch(member.role) and not member.role[-1].isdigit() for member in record.roles[1:]
        )
        return trigger.role == record.type == self._spans[trigger.span_id].label and roles

    def _event(self, record: EntryRecord) -> str:
        seen: Counter[str] = Counter()
        args = []
        for member in record.roles[1:]:
            self._type(f"roles of {record.type}", member.role)
            seen[member.role] += 1
            number = seen[member.role] if seen[member.role] > 1 else ""
            args.append(f" {member.role}{number}:{self._ids[member.span_id]}")
        trigger = self._ids[record.roles[0].span_id]
        uid = self._parts[f"records.{record.id}"] = self._next("E")
        return f"{uid}\t{self._type('events', record.type)}:{trigger}{''.join(args)}"

    def _attributes(self) -> Iterator[str]:
        """Yield what brat's own files said of a part, which is kept as what other tools had added."""
        for key, value in self._entry.extra.items():
            found = _ATTRIBUTE.fullmatch(key)
            uid = self._parts.get(found[1]) if found is not None else None
            plain = value is True or (isinstance(value, str) and _PLAIN.fullmatch(value) is not None)
            if found is None or uid is None or not plain or found[2] == names.UNSURE:
                self._lost["extra"] += 1
            else:
                said = "" if value is True else f" {value}"
                if said:
                    self._type(f"values of {found[2]}", said[1:])
                yield f"{self._next('A')}\t{self._type('attributes', found[2])} {uid}{said}"


def _places(span: EntrySpan) -> list[Place]:
    """Return the parts of a span between the ends of lines, over which no place of brat's runs."""
    return [(span.start + m.start(), span.start + m.end()) for m in _PIECE.finditer(span.text)]


def _chains(entry: Entry) -> list[list[str]]:
    """Return the ids of spans that one line of several places can hold, in the order of the text.

    They are tied by relations of the type `fragment`, and nothing hangs on any but the first.
    """
    spans = {span.id: span for span in entry.spans}
    ties = [row for row in entry.relations if row.type == names.FRAGMENT]
    following = {row.from_id: row.to_id for row in ties}
    leading = {row.to_id: row.from_id for row in ties}
    if len(following) < len(ties) or len(leading) < len(ties):
        return []
    others = [row for row in entry.relations if row.type != names.FRAGMENT or row.note]
    busy = {uid for row in others for uid in (row.from_id, row.to_id)}
    busy |= {member.span_id for record in entry.records for member in record.roles}
    chains = []
    for start in following.keys() - leading.keys():
        chain = [start]
        while chain[-1] in following:
            chain.append(following[chain[-1]])
        if all(uid in spans for uid in chain) and busy.isdisjoint(chain[1:]):
            chains.append(chain)
    return [chain for chain in chains if _is_one_line(entry.text, [spans[uid] for uid in chain])]


def _is_one_line(text: str, chain: list[EntrySpan]) -> bool:
    """Tell whether spans of one label follow one another, apart by more than line ends, with nothing on later ones."""
    bare = all(span.norm is None and not span.note and not span.unsure for span in chain[1:])
    apart = all(
        one.end < other.start and _ONLY_ENDS.fullmatch(text, one.end, other.start) is None
        for one, other in pairwise(chain)
    )
    return bare and apart and len({span.label for span in chain}) == 1 and all(map(_places, chain))


def configuration(types: Types, definitions: Iterable[Mapping[str, object]]) -> str:
    """Return `annotation.conf`: the types of spans, relations, events and attributes that brat must know."""
    defined = [str(row["text"]) for row in definitions if isinstance(row.get("text"), str)]
    events = types.get("events", {})
    entities = [key for key in dict.fromkeys([*defined, *types.get("entities", {})]) if key not in events]
    anything = "<ENTITY>|<EVENT>" if events else "<ENTITY>"
    relations = [key for key in types.get("relations", {}) if key != names.EQUIV]
    sections = {
        "entities": [names.type_of(key) for key in entities],
        "relations": [
            *(f"{names.type_of(key)}\tArg1:{anything}, Arg2:{anything}" for key in relations),
            f"{names.EQUIV}\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive",
        ],
        "events": [_event_line(key, types) for key in events],
        "attributes": [_attribute_line(key, anything, types) for key in types.get("attributes", {})],
    }
    lines = [names.MARKER]
    for section, rows in sections.items():
        lines += ["", f"[{section}]", *rows]
    return "\n".join([*lines, ""])


def _event_line(key: str, types: Types) -> str:
    roles = ", ".join(f"{role}*:<ANY>" for role in types.get(f"roles of {key}", {}))
    return f"{names.type_of(key)}\t{roles}" if roles else names.type_of(key)


def _attribute_line(name: str, anything: str, types: Types) -> str:
    values = "|".join(types.get(f"values of {name}", {}))
    return f"{name}\tArg:{anything}" + (f", Value:{values}" if values else "")


def looks(types: Types, definitions: Iterable[Mapping[str, object]]) -> str:
    """Return `visual.conf`: the titles of the labels, and their colours."""
    titles = {key: key for key in (*types.get("entities", {}), *types.get("relations", {}))}
    colours: dict[str, str] = {}
    for row in definitions:
        key, title, colour = row.get("text"), row.get("title"), row.get("background_color")
        if isinstance(key, str):
            titles[key] = title if isinstance(title, str) and title else key
            if isinstance(colour, str) and _COLOUR.fullmatch(colour):
                colours[key] = colour
    shown = [
        f"{names.type_of(key)} | {' '.join(title.replace('|', ' ').split())}" for key, title in titles.items()
    ]
    drawn = [f"{names.type_of(key)}\tbgColor:{colour}" for key, colour in colours.items()]
    return "\n".join(["[labels]", *shown, "", "[drawing]", *drawn, ""])
