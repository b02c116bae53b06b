"""What an import adds, and the rows that it becomes: documents, layers, and everything that hangs on them."""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from secrets import token_hex
from typing import Final

from annotator.core.commands.documents import zones_json
from annotator.core.document import FIELDS
from annotator.core.entry import Entry, EntryMember, EntrySpan
from annotator.core.text import digest
from annotator.core.values import Norm
from annotator.store.ids import IdAllocator

# Fields of a file's `meta` that are kept in other places than the document's columns.
SECONDS: Final = "active_seconds"
SOURCE_FIELDS: Final = ("source_file", "source_encoding", "source_sha256", "source_lines")

_COLUMNS: Final = {
    "document": ("id", "uid", "run_id", "text_version_id", "confirmed", *FIELDS, "meta", "extra", "created_at"),
    "source": ("id", "document_id", "name", "kind", "encoding", "sha256", "content", "data"),
    "text_version": (
        "id", "document_id", "source_id", "text", "sha256", "zones", "lines", "created_at", "layer_id",
    ),
    "layer": (
        "id", "document_id", "annotator_id", "run_id", "role", "status", "flagged", "active_seconds",
        "review_status", "open", "inputs", "extra", "created_at", "updated_at",
    ),
    "layer_revision": ("layer_id", "uid", "parent", "exported_at"),
    "span": (
        "id", "uid", "layer_id", "start", "end", "text", "label_id", "value_type", "value", "unit", "mod", "ref",
        "note", "unsure", "origin", "annotator_id", "created_at", "updated_at", "flaw",
    ),
    "relation": ("id", "uid", "layer_id", "type", "from_id", "to_id", "note"),
    "record": ("id", "uid", "layer_id", "type"),
    "record_member": (
        "id", "record_id", "position", "role", "span_id", "value_type", "value", "unit", "mod", "ref",
    ),
    "comment": ("id", "uid", "layer_id", "span_id", "author", "to", "at", "text", "resolved"),
    "document_label": ("id", "layer_id", "position", "label"),
    "decision": ("id", "uid", "layer_id", "position", "content"),
    "suggestion": (
        "id", "uid", "layer_id", "start", "end", "text", "label_id", "value_type", "value", "unit", "mod", "ref",
        "rule", "rank", "score", "alternatives", "annotator_id",
    ),
    "anchor": ("id", "span_id", "layer_id", "text_version_id", "start", "end", "kind", "seen"),
    "lost_span": (
        "id", "uid", "layer_id", "text_version_id", "start", "end", "text", "label_id", "value_type", "value", "unit",
        "mod", "ref", "note", "unsure", "origin", "annotator_id", "created_at", "lost_at",
    ),
}  # fmt: skip

EDITED: Final = "edited"
"""What became of a span whose text has changed within: a person must look at it."""

_NO_VALUE: Final = (None, None, None, None, None)
_REVISION_BYTES: Final = 8

Cell = str | int | bytes | None


def insert_statement(table: str) -> str:
    """Return the SQL that adds a row of `table` as `Rows` makes them."""
    columns = _COLUMNS[table]
    names = ", ".join(f'"{column}"' for column in columns)
    return f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(columns))})'  # noqa: S608 - our words


def pack(content: bytes) -> bytes:
    """Return the bytes of a source as the project file holds them."""
    return zlib.compress(content)


def unpack(content: bytes) -> bytes:
    """Return the bytes of a source as they were imported."""
    return zlib.decompress(content)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSource:
    """The bytes that a document was made of; `data` is JSON, `lines` the numbers (from 1) of the lines kept."""

    name: str
    kind: str
    encoding: str
    sha256: str
    content: bytes
    data: str = "{}"
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnText:
    """The text that a layer was made on, where that is not the document's.

    `before` says of each of its spans, by id, where it lay there and what became of it: (start, end, fate), a fate
    being `moved` or `edited`. `lost` are the spans that have no place in the document's text.
    """

    text: str
    before: Mapping[str, tuple[int, int, str]]
    lost: tuple[EntrySpan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """An entry, checked, that is to become a new document, or a layer on one, or both.

    `document_id` is a fresh id, or that of a document of the project or of the same import (`is_new` False).
    `annotator_id` is whose layer it is; `labels` gives the id of each label key, `people` of each name that a
    span may say it is from ("" is the layer's annotator). `flaws` names by span id what a span was kept with.
    The spans lie in the document's text; `own_text` is where they come from, if they were made on another.
    """

    entry: Entry
    document_id: int
    annotator_id: int
    labels: Mapping[str, int]
    people: Mapping[str, int] = field(default_factory=dict)
    is_new: bool = True
    has_layer: bool = True
    confirmed: bool = True
    source: NewSource | None = None
    flaws: Mapping[str, str] = field(default_factory=dict)
    own_text: OwnText | None = None


class Rows:
    """The rows of one batch, by table, in an order in which they may be written."""

    def __init__(self, ids: IdAllocator, run_id: int, now: str) -> None:
        self._ids = ids
        self._run_id = run_id
        self._now = now
        self.left_out = 0
        self.by_table: dict[str, list[tuple[Cell, ...]]] = {table: [] for table in _COLUMNS}

    def add(self, items: Iterable[Incoming]) -> None:
        """Make the rows of some items."""
        for item in items:
            if item.is_new:
                self._add_document(item)
            if item.has_layer:
                self._add_layer(item)

    def _add_document(self, item: Incoming) -> None:
        entry, source = item.entry, item.source
        fields = entry.fields
        version_id = self._ids.new("text_version")
        kept_apart = {SECONDS, *SOURCE_FIELDS} if source is not None else {SECONDS}
        meta = {
            name: value
            for name, value in fields.items()
            if value and name not in FIELDS and name not in kept_apart
        }
        source_id = None if source is None else self._add_source(item.document_id, source)
        created_at = entry.created_at or self._now
        self.by_table["document"].append((
            item.document_id, entry.id, self._run_id, version_id, int(item.confirmed),
            *(fields.get(name, "") for name in FIELDS),
            _json(meta), "{}" if item.has_layer else _json(entry.extra), created_at,
        ))  # fmt: skip
        self.by_table["text_version"].append((
            version_id, item.document_id, source_id, entry.text, entry.text_sha256 or digest(entry.text),
            zones_json(entry.zones), "[]" if source is None else _json(source.lines), created_at, None,
        ))  # fmt: skip

    def _add_source(self, document_id: int, source: NewSource) -> int:
        source_id = self._ids.new("source")
        self.by_table["source"].append((
            source_id, document_id, source.name, source.kind, source.encoding, source.sha256,
            pack(source.content), source.data,
        ))  # fmt: skip
        return source_id

    def _add_layer(self, item: Incoming) -> None:
        entry = item.entry
        layer_id = self._ids.new("layer")
        self.by_table["layer"].append((
            layer_id, item.document_id, item.annotator_id, self._run_id, entry.role, entry.status,
            int(entry.flagged), entry.fields.get(SECONDS, ""), entry.review_status, entry.open,
            _json(entry.inputs), _json(entry.extra), entry.created_at or self._now, entry.updated_at,
        ))  # fmt: skip
        # A revision that came in a file is known to others: the next change to the layer begins a new one.
        revision = (entry.revision, entry.parent, self._now) if entry.revision else (_new_uid(), "", "")
        self.by_table["layer_revision"].append((layer_id, *revision))
        span_ids = self._add_spans(item, layer_id)
        if item.own_text is not None:
            self._add_own_text(item, item.own_text, layer_id, span_ids)
        if entry.relations or entry.records or entry.comments:
            self._add_links(entry, layer_id, span_ids)
        if entry.doc_labels or entry.decisions:
            self._add_verdicts(entry, layer_id)
        if entry.suggestions:
            self._add_suggestions(item, layer_id)

    def _add_spans(self, item: Incoming, layer_id: int) -> dict[str, int]:
        """Make the rows of the spans; return their row ids by the ids that the entry gives them."""
        spans = item.entry.spans
        ids = self._ids.block("span", len(spans))
        uids = _uids([span.id for span in spans])
        rows = self.by_table["span"]
        labels, people, flaws, own = item.labels, item.people, item.flaws, item.annotator_id
        for id_, uid, span in zip(ids, uids, spans, strict=True):
            _, start, end, text, label, norm, note, unsure, origin, annotator, created_at, updated_at = span
            rows.append((
                id_, uid, layer_id, start, end, text, labels[label], *(norm or _NO_VALUE), note, 1 if unsure else 0,
                origin, people[annotator] if annotator else own, created_at or self._now,
                updated_at or created_at or self._now, flaws.get(uid, "") if flaws else "",
            ))  # fmt: skip
        return dict(zip(uids, ids, strict=True))

    def _add_own_text(self, item: Incoming, own: OwnText, layer_id: int, span_ids: Mapping[str, int]) -> None:
        version_id = self._ids.new("text_version")
        self.by_table["text_version"].append((
            version_id, item.document_id, None, own.text, digest(own.text), "[]", "[]", self._now, layer_id,
        ))  # fmt: skip
        for uid, (start, end, fate) in own.before.items():
            self.by_table["anchor"].append((
                self._ids.new("anchor"), span_ids[uid], layer_id, version_id, start, end, fate, int(fate != EDITED),
            ))  # fmt: skip
        for span in own.lost:
            _, start, end, text, label, norm, note, unsure, origin, annotator, created_at, _updated = span
            self.by_table["lost_span"].append((
                self._ids.new("lost_span"), span.id, layer_id, version_id, start, end, text, item.labels[label],
                *(norm or _NO_VALUE), note, int(unsure), origin,
                item.people[annotator] if annotator else item.annotator_id, created_at or self._now, self._now,
            ))  # fmt: skip

    def _add_links(self, entry: Entry, layer_id: int, span_ids: Mapping[str, int]) -> None:
        relations = self._ids.block("relation", len(entry.relations))
        for id_, relation in zip(relations, entry.relations, strict=True):
            from_id, to_id = span_ids.get(relation.from_id), span_ids.get(relation.to_id)
            if from_id is None or to_id is None:
                self.left_out += 1
                continue
            row = (id_, relation.id, layer_id, relation.type, from_id, to_id, relation.note)
            self.by_table["relation"].append(row)
        for record in entry.records:
            record_id = self._ids.new("record")
            self.by_table["record"].append((record_id, record.id, layer_id, record.type))
            self.by_table["record_member"].extend(self._members(record.roles, record_id, span_ids))
        for comment in entry.comments:
            span_id = span_ids.get(comment.span_id)
            if span_id is None and comment.span_id:
                self.left_out += 1
                continue
            self.by_table["comment"].append((
                self._ids.new("comment"), comment.id, layer_id, span_id, comment.author, comment.to, comment.at,
                comment.text, int(comment.resolved),
            ))  # fmt: skip

    def _members(
        self, members: tuple[EntryMember, ...], record_id: int, span_ids: Mapping[str, int]
    ) -> Iterator[tuple[Cell, ...]]:
        ids = self._ids.block("record_member", len(members))
        for position, (id_, member) in enumerate(zip(ids, members, strict=True)):
            span_id = span_ids.get(member.span_id)
            if span_id is None and member.span_id:
                self.left_out += 1
                continue
            yield (id_, record_id, position, member.role, span_id, *(member.norm or _NO_VALUE))

    def _add_verdicts(self, entry: Entry, layer_id: int) -> None:
        for position, label in enumerate(entry.doc_labels):
            self.by_table["document_label"].append((
                self._ids.new("document_label"), layer_id, position, label,
            ))  # fmt: skip
        for position, decision in enumerate(entry.decisions):
            self.by_table["decision"].append((
                self._ids.new("decision"), str(decision.get("id", "")), layer_id, position, _json(decision),
            ))  # fmt: skip

    def _add_suggestions(self, item: Incoming, layer_id: int) -> None:
        suggestions = item.entry.suggestions
        ids = self._ids.block("suggestion", len(suggestions))
        uids = _uids([made.id for made in suggestions])
        for id_, uid, made in zip(ids, uids, suggestions, strict=True):
            annotator_id = item.people[made.annotator] if made.annotator else item.annotator_id
            self.by_table["suggestion"].append((
                id_, uid, layer_id, made.start, made.end, made.text, item.labels[made.label],
                *(made.norm or _NO_VALUE), made.rule, made.rank, made.score, alternatives_json(made.alternatives),
                annotator_id,
            ))  # fmt: skip


def alternatives_json(alternatives: tuple[Norm, ...]) -> str:
    """Return the other readings of a suggestion as the project file holds them: [[type, value, …], …]."""
    return _json(alternatives) if alternatives else "[]"


def _uids(uids: list[str]) -> list[str]:
    """Return the ids of spans; one that has none gets one that no other has."""
    if "" not in uids:
        return uids
    taken = set(uids)
    fresh = (f"s{number}" for number in range(1, 2 * len(uids) + 1) if f"s{number}" not in taken)
    return [uid or next(fresh) for uid in uids]


def _json(value: object) -> str:
    return (
        json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=dict) if value else _empty(value)
    )


def _empty(value: object) -> str:
    return "{}" if isinstance(value, Mapping) else "[]"


def _new_uid() -> str:
    return token_hex(_REVISION_BYTES)
