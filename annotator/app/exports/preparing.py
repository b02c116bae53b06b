"""What is done to entries on their way out: labels renamed, zones left out, names hidden, parts of a split taken."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from annotator.core.entry import Entry, EntrySpan, LabelSetName
from annotator.core.errors import user_error
from annotator.core.labels import definitions_digest

_BITS: Final = 8
_WHOLE: Final = 100
_PSEUDONYM: Final = "annotator"


@dataclass(frozen=True, slots=True)
class Split:
    """Documents divided into parts by a hash of their id: `shares` are percentages by the name of the part.

    A document's part depends on its id, or that of the first of its near-duplicates, and on `seed` alone: it stays
    where it is when others come.
    """

    shares: Mapping[str, int]
    seed: str = ""

    def part_of(self, key: str) -> str:
        """Return the part to which the document with this id belongs."""
        digest = hashlib.sha256(f"{self.seed}\n{key}".encode()).digest()[:_BITS]
        point = int.from_bytes(digest, "big") * _WHOLE >> _BITS * 8
        for part, share in self.shares.items():
            point -= share
            if point < 0:
                return part
        return tuple(self.shares)[-1]


def split_of(words: str, seed: str = "") -> Split:
    """Return the split that is written as 80/10/10 (train, dev, test) or 90/10 (train, test).

    UserError `export.no-split` where that is none: whole percentages above 0 that make 100.
    """
    parts = words.split("/")
    names = {2: ("train", "test"), 3: ("train", "dev", "test")}.get(len(parts), ())
    if not names or not all(part.isascii() and part.isdigit() and int(part) for part in parts):
        raise user_error("export.no-split", split=words)
    shares = dict(zip(names, map(int, parts), strict=True))
    if sum(shares.values()) != _WHOLE:
        raise user_error("export.no-split", split=words)
    return Split(shares, seed)


def renamings_of(words: str) -> dict[str, str]:
    """Return the new names of labels, written as AGENCY=ORG, DATE= (left out); UserError `export.no-renaming`."""
    found: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in words.split(","))):
        label, sign, name = (piece.strip() for piece in part.partition("="))
        if not sign or not label:
            raise user_error("export.no-renaming", renaming=part)
        found[label] = name
    return found


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is asked for: labels renamed ("" leaves their spans out), zones kept, names hidden, one of near-duplicates.

    `zones` None keeps spans wherever they stand; the text always stays whole.
    """

    labels: Mapping[str, str] = field(default_factory=dict)
    zones: Collection[str] | None = None
    anonymise: bool = False
    one_of_duplicates: bool = False
    split: Split | None = None

    def definitions(self, given: Iterable[Mapping[str, object]]) -> list[dict[str, object]]:
        """Return label definitions under their new names, those that go out; of several that become one, the first."""
        renamed: dict[str, dict[str, object]] = {}
        for one in given:
            label = self.labels.get(str(one["text"]), str(one["text"]))
            if label:
                renamed.setdefault(label, {**one, "text": label})
        return list(renamed.values())


NOTHING_ASKED: Final = Preparation()


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of where entries come from.

    Of near-duplicates, by document id: the `first` of the group, and the one `chosen` to go out for it. `people` are
    the ids and names of the annotators, in the order of their numbers; `definitions` those of the labels.
    """

    first: Mapping[str, str] = field(default_factory=dict)
    chosen: Mapping[str, str] = field(default_factory=dict)
    people: tuple[tuple[str, str], ...] = ()
    definitions: tuple[Mapping[str, object], ...] = ()


NOWHERE: Final = Origin()


class Prepared:
    """Entries as they go out; `left_out` counts what did not, by why: `duplicate`, `zone`, `label`, `twin`."""

    def __init__(
        self, entries: Iterable[Entry], wanted: Preparation, origin: Origin = NOWHERE, part: str = ""
    ) -> None:
        self._entries = entries
        self._wanted = wanted
        self._origin = origin
        self._part = part
        renamed = wanted.definitions(origin.definitions) if wanted.labels and origin.definitions else []
        self._digest = definitions_digest(renamed) if renamed else ""
        self._aliases: dict[str, str] = {}
        for uid, name in origin.people:
            self._alias(name, uid)
        self._duplicates: set[str] = set()
        self.left_out: Counter[str] = Counter()

    def __iter__(self) -> Iterator[Entry]:
        """Yield the entries that go out, in their order."""
        for entry in self._entries:
            if self._is_left_to_another(entry.id) or not self._is_of_part(entry.id):
                continue
            yield self._prepared(entry)

    def _is_left_to_another(self, id_: str) -> bool:
        chosen = self._origin.chosen.get(id_, id_)
        if not self._wanted.one_of_duplicates or chosen == id_:
            return False
        if id_ not in self._duplicates:
            self._duplicates.add(id_)
            self.left_out["duplicate"] += 1
        return True

    def _is_of_part(self, id_: str) -> bool:
        split = self._wanted.split
        return split is None or split.part_of(self._origin.first.get(id_, id_)) == self._part

    def _prepared(self, entry: Entry) -> Entry:
        if self._wanted.labels or self._wanted.zones is not None:
            entry = self._with_spans(entry)
        return self._unnamed(entry) if self._wanted.anonymise else entry

    # Labels and zones.

    def _with_spans(self, entry: Entry) -> Entry:
        kept: list[EntrySpan] = []
        seen: set[tuple[int, int, str]] = set()
        for span in entry.spans:
            label = self._wanted.labels.get(span.label, span.label)
            why = self._why_left_out(entry, span, label, seen)
            if why:
                self.left_out[why] += 1
                continue
            seen.add((span.start, span.end, label))
            kept.append(span if label == span.label else span._replace(label=label))
        whole = replace(entry, spans=tuple(kept), label_set=self._label_set(entry))
        prepared = _without_loose_ends(whole)
        for kind in ("relations", "records", "comments"):
            self.left_out[kind[:-1]] += len(getattr(whole, kind)) - len(getattr(prepared, kind))
        return prepared

    def _why_left_out(
        self, entry: Entry, span: EntrySpan, label: str, seen: Collection[tuple[int, int, str]]
    ) -> str:
        zones = self._wanted.zones
        if not label:
            return "label"
        if zones is not None and not any(
            zone.start <= span.start < zone.end and str(zone.kind) in zones for zone in entry.zones
        ):
            return "zone"
        # Two labels that become one make twins of spans on the same range.
        return "twin" if (span.start, span.end, label) in seen else ""

    def _label_set(self, entry: Entry) -> LabelSetName | None:
        named = entry.label_set
        if named is None:
            return None
        labels = (self._wanted.labels.get(label, label) for label in named.labels)
        kept = tuple(dict.fromkeys(label for label in labels if label))
        return named._replace(labels=kept, sha256=self._digest or named.sha256)

    # Names.

    def _alias(self, name: str, uid: str = "") -> str:
        """Return the pseudonym of a person known by a name, an id or both: numbered as they first appear."""
        known = self._aliases.get(uid) or self._aliases.get(name)
        if known is None and (name or uid):
            known = f"{_PSEUDONYM}-{len(set(self._aliases.values())) + 1}"
        for key in (name, uid):
            if key and known:
                self._aliases.setdefault(key, known)
        return known or ""

    def _unnamed(self, entry: Entry) -> Entry:
        """Return the entry with one pseudonym wherever the name or id of a person stands; free text stays."""
        own = self._alias(entry.annotator, entry.annotator_id)
        spans = tuple(span._replace(annotator=self._alias(span.annotator)) for span in entry.spans)
        comments = tuple(
            comment._replace(author=self._alias(comment.author), to=self._alias(comment.to))
            for comment in entry.comments
        )
        inputs = tuple({**one, "annotator": self._alias(one.get("annotator", ""))} for one in entry.inputs)
        decisions = tuple(map(self._decision, entry.decisions))
        changed = replace(entry, annotator=own, annotator_id=own, spans=spans, comments=comments)
        return replace(changed, inputs=inputs, decisions=decisions)

    def _decision(self, row: Mapping[str, object]) -> Mapping[str, object]:
        changed = {**row, "by": self._alias(str(row.get("by") or ""))}
        sources, response = row.get("sources"), row.get("response")
        if isinstance(sources, (list, tuple)):
            changed["sources"] = [self._alias(str(name)) for name in sources]
        if isinstance(response, Mapping):
            changed["response"] = {**response, "by": self._alias(str(response.get("by") or ""))}
        return changed


def _without_loose_ends(entry: Entry) -> Entry:
    """Return the entry without what hangs on spans that do not go out: relations, members of records, comments."""
    there = {span.id for span in entry.spans}
    relations = tuple(one for one in entry.relations if one.from_id in there and one.to_id in there)
    records = tuple(
        record._replace(roles=roles)
        for record in entry.records
        if len(roles := tuple(one for one in record.roles if not one.span_id or one.span_id in there)) > 1
    )
    comments = tuple(one for one in entry.comments if not one.span_id or one.span_id in there)
    return replace(entry, relations=relations, records=records, comments=comments)
