"""Reads doccano's JSON Lines in all the shapes that its versions have written (`docs/formats.md`).

Triples in `label`, `entities` with `relations`, intents with slots, and the older `labels` and `annotations`.
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, Final

from annotator.core.entry import Entry, Reject
from annotator.core.messages import message
from annotator.core.validate import quoted
from annotator.formats.base import Bundle
from annotator.formats.foreign import OFFSETS, Sheet, members, person_of, uid_of_number
from annotator.formats.json_lines import json_values
from annotator.formats.json_values import Found
from annotator.formats.native_keys import FAMILY, UNKNOWN_TIME
from annotator.formats.native_read import UTF_16
from annotator.formats.native_seen import Seen
from annotator.formats.native_shape import uid_of

TEXTS: Final = ("text", "column_data")
"""Where the text stands; the second is the name of the column in doccano's own example."""

LABELS: Final = ("label", "labels", "entities", "annotations", "column_label")
"""Where spans (or labels of the document) stand."""

# Files that the server names after no user: those of projects that all work on together.
_NOBODY: Final = frozenset({"all", "unknown"})
_KNOWN: Final = frozenset({*TEXTS, *LABELS, "id", "cats", "relations", "Comments", "meta", OFFSETS})
_MARK_KEYS: Final = frozenset({"id", "label", "start_offset", "end_offset", "start", "end", "user"})
_RELATION_KEYS: Final = frozenset({"id", "from_id", "to_id", "type"})
_TRIPLE: Final = 3


def read_doccano(bundle: Bundle, *, offsets: str, annotator: str = "") -> Iterator[Entry | Reject]:
    """Yield the entries of each document, one for each user that it names, then the rejects of their parts.

    The annotator is whom the record names, else `annotator`, else whom the name of its file says.
    """
    for name, stream in members(bundle):
        seen, from_file = Seen(), "" if annotator else person_in(name)
        told = False
        for found in json_values(stream):
            if found.fault is not None:
                yield Reject(found.line, found.fault, "", name)
                continue
            for item in _documents(found, name, offsets, seen):
                if isinstance(item, Entry) and not item.annotator:
                    item.annotator = annotator or from_file
                    if from_file and not told:
                        item.notes = (*item.notes, message("note.annotator-of-file", name=from_file))
                        told = True
                yield item


def person_in(name: str) -> str:
    """Return the annotator that a file is named after, as doccano names them, "" where it is nobody's."""
    stem = PurePosixPath(name).stem
    return "" if stem.lower() in _NOBODY else person_of(stem)


def is_label(value: object) -> bool:
    """Tell whether a value is the definition of a label, as doccano's label file has them."""
    return isinstance(value, dict) and "suffix_key" in value and "text" in value


def _documents(found: Found, member: str, offsets: str, seen: Seen) -> Iterator[Entry | Reject]:
    raw = found.value
    if not isinstance(raw, dict):
        yield Reject(found.line, message("json.not-an-object"), "", member)
        return
    if is_label(raw):
        yield Reject(found.line, message("doccano.label"), "", member)
        return
    declared = raw.get(OFFSETS) == UTF_16
    for user, rows in _by_user(raw):
        sheet = Sheet(found, member, _head(raw))
        if user:
            sheet.record["annotator"] = user
        if isinstance(sheet.record["text"], str):
            _Filling(sheet, raw).fill(rows)
        yield from sheet.read(UTF_16 if declared else offsets, seen, declared=declared)


def _by_user(raw: Mapping[str, Any]) -> list[tuple[str, list[object] | None]]:
    """Return each user with their rows of `annotations`; one without a name where the list has none."""
    rows = raw.get("annotations")
    if not isinstance(rows, list):
        return [("", None)]
    users: dict[str, list[object]] = {}
    for row in rows:
        user = row.get("user") if isinstance(row, dict) else None
        name = person_of(f"user {user}" if type(user) is int else user)
        users.setdefault(name, []).append(row)
    return list(users.items()) or [("", [])]


def _head(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return the record that the sheet begins with: the whole of ours where doccano hands one back."""
    version = raw.get("format")
    text = next((raw[key] for key in TEXTS if key in raw), None)
    if isinstance(version, str) and FAMILY.fullmatch(version):
        left = {"spans", *LABELS, "Comments", OFFSETS}
        return {**{key: value for key, value in raw.items() if key not in left}, "text": text}
    record: dict[str, Any] = {"text": text, "spans": []}
    uid = raw.get("id")
    if type(uid) is int and isinstance(text, str):
        record["id"] = uid_of_number("doccano", uid, text)
    elif uid is not None:
        record["id"] = uid
    return record


class _Filling:
    """Fills a sheet from one record of doccano's."""

    def __init__(self, sheet: Sheet, raw: Mapping[str, Any]) -> None:
        self._sheet = sheet
        self._raw = raw
        self._is_ours = "format" in sheet.record

    def fill(self, annotations: list[object] | None) -> None:
        """Take every part; `annotations` are those of one user where the record has such a list."""
        self._labels(annotations)
        if self._is_ours:
            self._match_spans()
        else:
            self._rest()

    def _labels(self, annotations: list[object] | None) -> None:
        for key in LABELS:
            rows = annotations if key == "annotations" else self._raw.get(key)
            if isinstance(rows, str):
                self._document_label(rows)
                continue
            for where, row in self._sheet.rows(rows, key):
                if isinstance(row, str):
                    self._document_label(row)
                else:
                    self._mark(where, row)
        for where, row in self._sheet.rows(self._raw.get("Comments"), "Comments"):
            self._comment(where, row)

    def _rest(self) -> None:
        sheet, raw = self._sheet, self._raw
        for where, row in sheet.rows(raw.get("relations"), "relations"):
            self._relation(where, row)
        for where, row in sheet.rows(raw.get("cats"), "cats"):
            if isinstance(row, str):
                self._document_label(row)
            else:
                sheet.ill_formed(where)
        sheet.fields(raw.get("meta"), "meta")
        sheet.keep_rest(raw, _KNOWN)

    def _document_label(self, label: str) -> None:
        self._sheet.record.setdefault("doc_labels", []).append(label)

    def _mark(self, where: str, row: object) -> None:
        sheet = self._sheet
        uid = ""
        if isinstance(row, list) and len(row) >= _TRIPLE:
            start, end, label = row[:_TRIPLE]
        elif isinstance(row, dict):
            start, end = (row.get(f"{edge}_offset", row.get(edge)) for edge in ("start", "end"))
            label, uid = row.get("label"), uid_of(row.get("id")) or ""
        else:
            sheet.ill_formed(where)
            return
        label = str(label) if type(label) is int else label
        if not isinstance(label, str) or not label:
            sheet.ill_formed(where)
        elif isinstance(row, dict) and start is None and end is None:
            self._document_label(label)
        elif uid and sheet.has("spans", uid):
            sheet.refuse(where, message("span.id-twice", id=quoted(uid)))
        else:
            uid = sheet.add("spans", where, {"start": start, "end": end, "label": label}, uid)
            if isinstance(row, dict):
                sheet.keep_rest(row, _MARK_KEYS, f"spans.{uid}.")

    def _relation(self, where: str, row: object) -> None:
        sheet = self._sheet
        if not isinstance(row, dict):
            sheet.ill_formed(where)
            return
        kind = row.get("type")
        made = {
            "type": str(kind) if type(kind) is int else kind or "",
            "from_id": row.get("from_id"),
            "to_id": row.get("to_id"),
        }
        uid = sheet.add("relations", where, made, uid_of(row.get("id")) or "")
        sheet.keep_rest(row, _RELATION_KEYS, f"relations.{uid}.")

    def _comment(self, where: str, row: object) -> None:
        sheet = self._sheet
        text = row.get("comment", row.get("text")) if isinstance(row, dict) else row
        if not isinstance(text, str):
            sheet.ill_formed(where)
            return
        sheet.add("comments", where, {"at": UNKNOWN_TIME, "text": text})

    def _match_spans(self) -> None:
        """Give the spans of a record of ours that came back what they had: `label` says which there are now."""
        sheet = self._sheet
        had: dict[tuple[object, ...], list[tuple[str, dict[str, Any]]]] = {}
        for where, row in sheet.rows(self._raw.get("spans"), "spans"):
            if isinstance(row, dict):
                had.setdefault(_place(row), []).append((where, row))
        for where, row in sheet.clear("spans"):
            same = had.get(_place(row))
            known = same.pop(0)[1] if same else {}
            rest = {key: value for key, value in {**row, **known}.items() if key != "id"}
            sheet.add("spans", where, rest, uid_of(known.get("id")) or "")
        for rows in had.values():
            for where, row in rows:
                sheet.refuse(where, message("doccano.stale", label=quoted(str(row.get("label")))))


def _place(row: Mapping[str, Any]) -> tuple[object, ...]:
    return tuple(str(row.get(key)) for key in ("start", "end", "label"))


def looks_like_doccano(value: object) -> bool:
    """Tell whether the first value of a file is a document, or the definition of a label, of doccano's."""
    if not isinstance(value, dict) or is_label(value):
        return isinstance(value, dict)
    if not any(isinstance(value.get(key), str) for key in TEXTS) or value.keys() & _OTHERS:
        return False
    if "Comments" in value or "column_label" in value:
        return True
    return any(isinstance(value.get(key), list) for key in LABELS) and _fits(value)


# Keys of Prodigy, Label Studio and others, that doccano's own records do not have.
_OTHERS: Final = frozenset({
    "_input_hash", "_task_hash", "answer", "tokens", "versions", "data", "predictions", "denotations", "content",
    "offset_type", "annotation_sets",
})  # fmt: skip


def _fits(value: Mapping[str, Any]) -> bool:
    """Tell whether the rows of the lists look like doccano's, so far as there are any."""
    rows = [row for key in LABELS if isinstance(value.get(key), list) for row in value[key][:9]]
    return all(
        isinstance(row, str)
        or (isinstance(row, list) and len(row) >= _TRIPLE)
        or (isinstance(row, dict) and "label" in row)
        for row in rows
    )
