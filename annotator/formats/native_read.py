"""Reads the native format and whatever is near it: `text` and `spans:[{start,end,label}]` are enough.

The importer contract of `docs/native-format.md`: a line is taken or refused with its reason; a refused part does not
refuse its line; offsets are never shifted in silence.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, BinaryIO, Final, TypeVar

from annotator.core.entry import Entry, EntrySpan, EntrySuggestion, Reject
from annotator.core.layer import Role, Status
from annotator.core.messages import Message, message
from annotator.core.text import digest
from annotator.core.validate import quoted
from annotator.formats import units
from annotator.formats.base import Bundle
from annotator.formats.json_lines import json_values
from annotator.formats.json_values import LONGEST, Found
from annotator.formats.native_keys import FAMILY, FORMAT, RECORD, UNKNOWN_TIME
from annotator.formats.native_marks import Marks
from annotator.formats.native_parts import Links, doc_labels_read, fields_read, inputs_read
from annotator.formats.native_seen import Seen
from annotator.formats.native_shape import (
    Good,
    Line,
    is_count,
    is_digest,
    is_flag,
    is_moment,
    is_text,
    is_too_deep,
    one_of,
    uid_of,
)
from annotator.formats.sidecar import SUFFIX

CODE_POINTS: Final = "code-points"
UTF_16: Final = "utf-16"
SETTLED: Final = "settled"
"""Offsets are code points beyond doubt: marks that do not fit are refused, and no other count is tried."""


def _is_tool(value: object) -> bool:
    return isinstance(value, dict) and all(type(text) is str for text in value.values())


_SIMPLE: Final[dict[str, Good]] = {
    "annotator": is_text,
    "annotator_id": is_text,
    "role": one_of(Role),
    "status": one_of(Status),
    "flagged": is_flag,
    "revision": is_text,
    "parent": is_text,
    "review_status": one_of(("", "not_started", "in_review", "done", "reopened")),
    "open": is_count,
    "created_at": is_moment,
    "updated_at": is_moment,
    "format": one_of((FORMAT,)),
    "text_length": is_count,
    "text_sha256": is_digest,
    "tool": _is_tool,
}
# Looked at but not kept: `tool` names the program that wrote the line, which says nothing about the document.
_T = TypeVar("_T")
_NOTHING: Final[list[object]] = []
_CHECKED: Final = frozenset({"format", "text_length", "text_sha256", "tool"})
_OTHER: Final = frozenset(RECORD) - _SIMPLE.keys()


def read_native(
    bundle: Bundle, *, offsets: str = CODE_POINTS, longest: int = LONGEST
) -> Iterator[Entry | Reject]:
    """Yield each entry, then the rejects of its parts; a line that is not taken is a reject alone.

    A document whose marks fit their stored texts only as UTF-16 offsets is refused (`entry.offsets-utf16`);
    with `offsets` "utf-16" it is converted and the entry's notes say so. `longest` is the most bytes a line has.
    """
    for name, stream in bundle:
        if len(bundle.members) == 1 or not name.endswith(SUFFIX):
            yield from _read_member(name, stream, offsets, longest)


def _read_member(name: str, stream: BinaryIO, offsets: str, longest: int) -> Iterator[Entry | Reject]:
    seen = Seen()
    for found in json_values(stream, longest):
        if found.fault is not None:
            yield Reject(found.line, found.fault, "", name)
        else:
            yield from _record_read(found, name, offsets, seen)


def read_record(
    record: Mapping[str, object],
    line: int,
    member: str,
    *,
    offsets: str = CODE_POINTS,
    nth: int = 1,
    seen: Seen | None = None,
) -> list[Entry | Reject]:
    """Read one record that another format was turned into: the entry and the rejects of its parts, or one reject.

    All that holds for a line of our own files holds for it: lines end in LF, offsets are checked, never shifted.
    `nth` counts records of one line; `seen` is kept by who reads many records of one file.
    """
    return _record_read(Found(line, record, None, nth), member, offsets, seen or Seen())


def _record_read(found: Found, member: str, offsets: str, seen: Seen) -> list[Entry | Reject]:
    record = found.value
    problem = _record_problem(record)
    if problem is not None or not isinstance(record, dict):
        return [Reject(found.line, problem or message("json.not-an-object"), "", member)]
    text: str = record["text"]
    sha256 = digest(text)
    problem = _drift(record, text, sha256)
    if problem is not None:
        return [Reject(found.line, problem, "", member)]
    line = Line(found.line, member)
    counted = _in_our_count(record, text, offsets, line)
    reading = _Reading(counted, sha256 if counted["text"] is text else digest(counted["text"]), line, seen)
    entry = reading.entry(_default_id(found, member))
    if reading.marks.misfits:
        if offsets == CODE_POINTS and _counts_utf16(record, text):
            return [Reject(found.line, message("entry.offsets-utf16"), "", member)]
        reading.marks.refuse_misfits()
    return [entry, *line.rejects]


def _in_our_count(record: dict[str, Any], text: str, offsets: str, line: Line) -> dict[str, Any]:
    """Return the record with code points over lines ending in LF, noting what was done to it."""
    if (
        offsets == UTF_16
        and units.has_astral(text)
        and not (units.are_quoted(record) and units.fit(record, text))
    ):
        line.notes.append(message("note.offsets-utf16"))
        record = units.from_utf16(record, text)
    if "\r" in text:
        line.notes.append(message("note.line-ends"))
        record = units.with_line_feeds(record, text)
    return record


def _counts_utf16(record: Mapping[str, object], text: str) -> bool:
    return units.has_astral(text) and units.fit(record, text, units.utf16_place(text))


def _default_id(found: Found, member: str) -> str:
    """Return the id of a record that has none: file and line, and which one on that line."""
    return f"{member}:{found.line}" if found.nth == 1 else f"{member}:{found.line}.{found.nth}"


def _record_problem(record: object) -> Message | None:
    """Say why a value cannot be a record at all."""
    if not isinstance(record, dict):
        return message("json.not-an-object")
    version = record.get("format")
    if isinstance(version, str) and version != FORMAT and FAMILY.fullmatch(version):
        return message("entry.other-version", version=quoted(version))
    text = record.get("text")
    if not isinstance(text, str):
        return message("entry.no-text")
    return None if text else message("entry.empty-text")


def _drift(record: Mapping[str, object], text: str, sha256: str) -> Message | None:
    """Say that the text is not the one that the record was made on."""
    length, said = record.get("text_length"), record.get("text_sha256")
    if is_count(length) and length != len(text):
        return message("entry.length-differs", found=len(text), said=str(length))
    return message("entry.digest-differs") if is_digest(said) and said != sha256 else None


class _Reading:
    """One record on its way to an entry."""

    def __init__(self, record: dict[str, Any], sha256: str, line: Line, seen: Seen) -> None:
        self._record = record
        self._text: str = record["text"]
        self._sha256 = sha256
        self._line = line
        self._seen = seen
        self.marks = Marks(self._text, line, seen)

    def entry(self, default_id: str) -> Entry:
        """Read every part; what is refused or unknown is noted on the line."""
        record, line, rows = self._record, self._line, self._rows
        simple = self._simple()
        spans, suggestions = self._marked(simple.get("annotator", ""), simple.get("role", ""))
        links = Links((*spans, *suggestions), line)
        entry = Entry(
            id=self._id(default_id),
            text=self._text,
            text_sha256=self._sha256,
            zones=rows("zones", self.marks.zones),
            fields=fields_read(record["meta"], line) if "meta" in record else {},
            label_set=self._seen.label_set(record["label_set"], line) if "label_set" in record else None,
            spans=spans,
            relations=rows("relations", links.relations),
            records=rows("records", links.records),
            doc_labels=rows("doc_labels", partial(doc_labels_read, line=line)),
            comments=rows("comments", links.comments),
            decisions=rows("decisions", partial(links.decisions, text=self._text)),
            suggestions=suggestions,
            inputs=rows("inputs", partial(inputs_read, line=line)),
            line=line.number,
            member=line.member,
            unsaid=self.marks.unsaid,
            **simple,
        )
        entry.extra, entry.notes = self._extra(), tuple(line.notes)
        return entry

    def _rows(self, key: str, read: Callable[[object], tuple[_T, ...]]) -> tuple[_T, ...]:
        """Read a list that is mostly empty or not there."""
        value = self._record.get(key, _NOTHING)
        return () if value == _NOTHING else read(value)

    def _simple(self) -> dict[str, Any]:
        """Read the keys that hold one plain value; check those that are not kept."""
        record, line = self._record, self._line
        simple: dict[str, Any] = {"status": "done" if isinstance(record.get("spans"), list) else "new"}
        for key, value in record.items():
            good = _SIMPLE.get(key)
            if good is None:
                if key not in _OTHER:
                    line.keep(key, value)
            elif not good(value):
                line.refuse(key, message("entry.ill-formed", key=key))
            elif key in _CHECKED:
                continue
            else:
                simple[key] = "" if value == UNKNOWN_TIME else value
        return simple

    def _marked(self, annotator: str, role: str) -> tuple[tuple[EntrySpan, ...], tuple[EntrySuggestion, ...]]:
        marks, rows = self.marks, self._rows
        suggestions = rows("suggestions", partial(marks.suggestions, group="suggestions", annotator=""))
        if role == Role.MACHINE:
            return (), rows(
                "spans", partial(marks.suggestions, group="spans", annotator=annotator)
            ) + suggestions
        return rows("spans", partial(marks.spans, annotator=annotator)), suggestions

    def _id(self, default: str) -> str:
        uid = uid_of(self._record.get("id"))
        if uid is None and "id" in self._record:
            self._line.refuse("id", message("entry.ill-formed", key="id"))
        return uid or default

    def _extra(self) -> dict[str, object]:
        kept, line = self._line.extra, self._line
        extra = self._record.get("extra", {})
        if not kept and extra == {}:
            return kept
        if not isinstance(extra, dict):
            line.refuse("extra", message("entry.ill-formed", key="extra"))
            extra = {}
        line.extra = dict(extra)
        for key, value in kept.items():
            line.keep(key, value)
        if is_too_deep(line.extra):
            line.refuse("extra", message("json.too-deep"))
            return {}
        return line.extra
