"""Layers as entries, one after the other, for export: sorted by document id, then annotator, in constant memory.

One cursor a table runs along the layers in their order, so that nothing is looked up layer by layer and no
more than one layer is held at a time.
"""

import json
import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from annotator.core.document import FIELDS
from annotator.core.entry import (
    Entry,
    EntryComment,
    EntryMember,
    EntryRecord,
    EntryRelation,
    EntrySpan,
    EntrySuggestion,
    LabelSetName,
)
from annotator.core.labels import Label
from annotator.core.people import Annotator
from annotator.core.text import Zone, ZoneKind
from annotator.core.values import Norm
from annotator.store.incoming import SECONDS, SOURCE_FIELDS
from annotator.store.reading import Reading
from annotator.store.selection import PUBLISHED, Selection, keys_of
from annotator.store.snapshot import snapshot

_CHUNK: Final = 1000
_KINDS: Final = {str(kind): kind for kind in ZoneKind}
_Row = tuple[Any, ...]

# Each query yields the key of its layer first, in the order of the keys: CROSS JOIN keeps SQLite from another.
_ALONG: Final = "SELECT k.value, {columns} FROM json_each(?) AS k CROSS JOIN {table}"
_DOCUMENT: Final = (
    f"d.uid, v.text, v.sha256, v.zones, {', '.join(f'd.{name}' for name in FIELDS)}, d.meta, d.extra, d.created_at,"
    " f.name, f.encoding, f.sha256, v.lines"
)
_LAYER: Final = (
    "l.annotator_id, l.role, l.status, l.flagged, l.active_seconds, l.review_status, l.open, l.inputs, l.extra,"
    " l.created_at, l.updated_at"
)
_LAYER_AT: Final = -len(_LAYER.split(", "))
_SECONDS_AT: Final = _LAYER_AT + 4
_OF_DOCUMENT: Final = (
    "CROSS JOIN text_version AS v ON v.id = d.text_version_id LEFT JOIN source AS f ON f.id = v.source_id"
)
_HEADS: Final = _ALONG.format(
    columns=f"{_DOCUMENT}, {_LAYER}",
    table=f"layer AS l ON l.id = k.value CROSS JOIN document AS d ON d.id = l.document_id {_OF_DOCUMENT}",
)
_BLANK_HEADS: Final = _ALONG.format(
    columns=_DOCUMENT, table=f"document AS d ON d.id = -k.value {_OF_DOCUMENT}"
)
_MARK: Final = 't.uid, t.start, t."end", t.text, t.label_id, t.value_type, t.value, t.unit, t.mod, t.ref'
_SPANS: Final = _ALONG.format(
    columns=f"{_MARK}, t.note, t.unsure, t.origin, t.annotator_id, t.created_at, t.updated_at, t.id",
    table="span AS t ON t.layer_id = k.value",
)
# Decisions made here are told in another way than those that a file brought.
_WHICH: Final = {"decision": " AND t.action = ''"}
# The others are few: what orders them comes second, and they are sorted by it.
_FEW: Final = {
    name: _ALONG.format(columns=columns, table=f"{name} AS t ON t.layer_id = k.value{_WHICH.get(name, '')}")
    for name, columns in {
        "layer_revision": "t.id, t.uid, t.parent",
        "relation": "t.id, t.uid, t.type, t.from_id, t.to_id, t.note",
        "record": "t.id, t.uid, t.type",
        "comment": 't.id, t.uid, t.span_id, t.author, t."to", t.at, t.text, t.resolved',
        "document_label": "t.position, t.label",
        "decision": "t.position, t.content",
    }.items()
}
_MEMBERS: Final = _ALONG.format(
    columns="m.record_id, m.position, m.role, m.span_id, m.value_type, m.value, m.unit, m.mod, m.ref",
    table="record AS t ON t.layer_id = k.value CROSS JOIN record_member AS m ON m.record_id = t.id",
)
# A layer's own, and those that machines have made for its document.
_SUGGESTIONS: Final = _ALONG.format(
    columns=f"{_MARK}, t.rule, t.rank, t.score, t.alternatives, t.annotator_id",
    table=f"""
        layer AS l ON l.document_id = ifnull((SELECT document_id FROM layer WHERE id = k.value), -k.value)
        AND (l.id = k.value OR (l.role = 'machine' AND {PUBLISHED.format(row="l")}))
        CROSS JOIN suggestion AS t ON t.layer_id = l.id
    """,  # noqa: S608 - our words
)
_EMPTY: Final[dict[str, Callable[[], object]]] = {"[]": list, "{}": dict}
_SPAN_ORDER = itemgetter(1, 2, 4, 0)
_SUGGESTION_ORDER = itemgetter(1, 2, 4, 7, 0)


def entries(
    connection: sqlite3.Connection, selection: Selection, *, with_suggestions: bool = False
) -> Iterator[Entry]:
    """Yield the layers of a selection, sorted by document id, then annotator; documents in the bin stay out.

    All are read as they are when the first is asked for. With suggestions each entry has its layer's own and
    those of machines on its document. Close the iterator if it is not read to its end.
    """
    with snapshot(connection):
        made = _Making(connection, selection.blank_for, with_suggestions=with_suggestions)
        yield from made.of(keys_of(connection, selection))


def entries_of(
    connection: sqlite3.Connection,
    layer_ids: Iterable[int],
    *,
    labels: Iterable[Label] = (),
    people: Iterable[Annotator] = (),
) -> Iterator[tuple[int, Entry]]:
    """Yield these layers as (id, entry), in the order of the ids, without suggestions.

    `labels` and `people` are those of an import at work, as they will be when it is published.
    """
    wanted = array("q", layer_ids)
    with snapshot(connection):
        making = _Making(connection, None, with_suggestions=False)
        making.learn(labels, people)
        yield from zip(wanted, making.of(wanted), strict=True)


class _Along:
    """The rows of one query, taken layer by layer."""

    __slots__ = ("_groups", "_rows", "key")

    def __init__(self, rows: Iterator[_Row]) -> None:
        self._groups = groupby(rows, itemgetter(0))
        self._advance()

    def _advance(self) -> None:
        self.key: int | None = None
        """The next layer that has any."""
        self._rows: Iterator[_Row] = iter(())
        with suppress(StopIteration):
            self.key, self._rows = next(self._groups)

    def of(self, key: int) -> list[_Row]:
        """Return the rows of that layer; the layers must come in the order of the query's keys."""
        if self.key != key:
            return []
        rows = list(self._rows)
        self._advance()
        return rows

    def end(self) -> None:
        """Make sure that none was passed over."""
        if self.key is not None:
            msg = f"the rows of layer {self.key} came out of order"
            raise RuntimeError(msg)


class _Making:
    """Makes entries of layers; the labels and annotators of the project are read once."""

    def __init__(
        self, connection: sqlite3.Connection, blank_for: Annotator | None, *, with_suggestions: bool
    ) -> None:
        reading = Reading(connection)
        labels = reading.label_set()
        people = reading.annotators()
        self._connection = connection
        self._blank_for = blank_for
        self._with_suggestions = with_suggestions
        self._labels = {label.id: label.key for label in labels.labels}
        self._names = {person.id: person.name for person in people}
        self._uids = {person.id: person.uid for person in people}
        keys = tuple(label.key for label in labels.labels)
        self._label_set = LabelSetName(labels.uid, labels.version, labels.sha256, keys)

    def learn(self, labels: Iterable[Label], people: Iterable[Annotator]) -> None:
        """Know labels and annotators that are not in the project yet."""
        self._labels |= {label.id: label.key for label in labels}
        for person in people:
            self._names[person.id], self._uids[person.id] = person.name, person.uid

    def of(self, keys: Sequence[int]) -> Iterator[Entry]:
        """Yield the entries of these layers; a key below nought is a document that is to get an empty layer."""
        for first in range(0, len(keys), _CHUNK):
            yield from self._chunk(keys[first : first + _CHUNK])

    def _chunk(self, keys: Sequence[int]) -> Iterator[Entry]:
        written = json.dumps(list(keys))
        heads, blanks, spans, members = (
            self._along(query, written) for query in (_HEADS, _BLANK_HEADS, _SPANS, _MEMBERS)
        )
        few = {name: self._along(query, written) for name, query in _FEW.items()}
        suggestions = self._along(_SUGGESTIONS if self._with_suggestions else f"{_SPANS} LIMIT 0", written)
        for key in keys:
            (head,) = (heads if key > 0 else blanks).of(key)
            entry = self._document(head, head[_SECONDS_AT] if key > 0 else "")
            if key > 0:
                self._add_layer(entry, head)
                rows = {name: sorted(along.of(key)) for name, along in few.items() if along.key == key}
                self._add_spans(entry, spans.of(key), rows, sorted(members.of(key)))
            if suggestions.key == key:
                entry.suggestions = self._suggestions(suggestions.of(key))
            yield entry
        for along in (heads, blanks, spans, members, suggestions, *few.values()):
            along.end()

    def _along(self, query: str, keys: str) -> _Along:
        return _Along(self._connection.execute(query, (keys,)))

    def _document(self, head: _Row, seconds: str) -> Entry:
        """Return an entry of the document alone, as the annotator who asks sees one they have not begun."""
        _, uid, text, sha256, zones, *rest = head
        values, (meta, extra, created_at, *source) = rest[: len(FIELDS)], rest[len(FIELDS) : len(FIELDS) + 7]
        fields: dict[str, str] = dict(zip(FIELDS, values, strict=True))
        fields[SECONDS] = seconds
        fields |= dict.fromkeys(SOURCE_FIELDS, "") if source[0] is None else _source_fields(source)
        if meta != "{}":
            fields |= json.loads(meta)
        someone = self._blank_for
        return Entry(
            id=uid,
            text=text,
            text_sha256=sha256,
            zones=_zones(zones),
            fields=fields,
            label_set=self._label_set,
            annotator="" if someone is None else someone.name,
            annotator_id="" if someone is None else someone.uid,
            created_at=created_at,
            extra=_loads(extra),
        )

    def _add_layer(self, entry: Entry, head: _Row) -> None:
        annotator_id, role, status, flagged, _, review_status, open_, inputs, extra, *times = head[_LAYER_AT:]
        entry.annotator = self._names[annotator_id]
        entry.annotator_id = self._uids[annotator_id]
        entry.role, entry.status, entry.flagged = role, status, bool(flagged)
        entry.review_status, entry.open = review_status, open_
        entry.inputs = tuple(_loads(inputs))
        entry.extra = {**entry.extra, **_loads(extra)}
        entry.created_at, entry.updated_at = times

    def _add_spans(
        self, entry: Entry, spans: list[_Row], few: dict[str, list[_Row]], members: list[_Row]
    ) -> None:
        labels, names = self._labels, self._names
        made = [
            EntrySpan(
                uid, start, end, text, labels[label_id],
                None if type_ is None else Norm(type_, value, unit, mod, ref),
                note, unsure == 1, origin, names[annotator_id], created_at, updated_at,
            )
            for (
                _, uid, start, end, text, label_id, type_, value, unit, mod, ref,
                note, unsure, origin, annotator_id, created_at, updated_at, _,
            ) in spans
        ]  # fmt: skip
        made.sort(key=_SPAN_ORDER)
        entry.spans = tuple(made)
        if "layer_revision" in few:
            *_, entry.revision, entry.parent = few["layer_revision"][-1]
        entry.doc_labels = tuple(label for *_, label in few.get("document_label", ()))
        entry.decisions = tuple(_loads(content) for *_, content in few.get("decision", ()))
        if not few.keys().isdisjoint(("relation", "record", "comment")):
            _add_links(entry, {row[-1]: row[1] for row in spans}, few, members)

    def _suggestions(self, rows: list[_Row]) -> tuple[EntrySuggestion, ...]:
        labels, names = self._labels, self._names
        made = [
            EntrySuggestion(
                uid, start, end, text, labels[label_id], _norm(value), rule, rank, score,
                tuple(Norm(*parts) for parts in json.loads(alternatives)), names[annotator_id],
            )
            for _, uid, start, end, text, label_id, *value, rule, rank, score, alternatives, annotator_id in rows
        ]  # fmt: skip
        return tuple(sorted(made, key=_SUGGESTION_ORDER))


def _add_links(entry: Entry, uids: dict[int, str], few: dict[str, list[_Row]], members: list[_Row]) -> None:
    entry.relations = tuple(
        EntryRelation(uid, type_, uids[from_id], uids[to_id], note)
        for _, _, uid, type_, from_id, to_id, note in few.get("relation", ())
    )
    roles: dict[int, list[EntryMember]] = {}
    for _, record_id, _, role, span_id, *value in members:
        uid = "" if span_id is None else uids[span_id]
        roles.setdefault(record_id, []).append(EntryMember(role, uid, _norm(value)))
    entry.records = tuple(
        EntryRecord(uid, type_, tuple(roles.get(id_, ()))) for _, id_, uid, type_ in few.get("record", ())
    )
    entry.comments = tuple(
        EntryComment(uid, "" if span_id is None else uids[span_id], author, to, at, text, bool(resolved))
        for _, _, uid, span_id, author, to, at, text, resolved in few.get("comment", ())
    )


def _source_fields(source: Sequence[Any]) -> dict[str, str]:
    name, encoding, sha256, lines = source
    numbers = ",".join(map(str, json.loads(lines)))
    return dict(zip(SOURCE_FIELDS, (name, encoding, sha256, numbers), strict=True))


def _norm(value: Sequence[Any]) -> Norm | None:
    return None if value[0] is None else Norm(*value)


def _zones(written: str) -> tuple[Zone, ...]:
    return tuple(Zone(start, end, _KINDS[kind]) for start, end, kind in _loads(written))


def _loads(written: str) -> Any:  # noqa: ANN401 - what JSON holds is known where it is read
    empty = _EMPTY.get(written)
    return json.loads(written) if empty is None else empty()
