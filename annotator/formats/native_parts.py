"""Reads the parts of a native line that hang on its marks or on the document: links, comments, decisions, fields."""

from collections.abc import Collection, Mapping
from typing import Any, Final

from annotator.core.entry import (
    EntryComment,
    EntryMember,
    EntryRecord,
    EntryRelation,
    EntrySpan,
    EntrySuggestion,
    LabelSetName,
)
from annotator.core.messages import message
from annotator.core.validate import FIELDS_WITH_FORM, field_problem, quoted, span_problem
from annotator.formats.native_keys import META
from annotator.formats.native_shape import (
    Key,
    Line,
    is_count,
    is_digest,
    is_flag,
    is_labels,
    is_moment,
    is_name,
    is_text,
    is_text_or_null,
    is_texts,
    is_uid,
    is_votes,
    keep_unknown,
    list_read,
    norm_read,
    object_read,
    objects_read,
    one_of,
    uid_of,
)


def _anything(_: object) -> bool:
    return True


def _is_uid_or_none(value: object) -> bool:
    return value == "" or is_uid(value)


_RELATION: Final = {
    "id": Key(is_uid),
    "type": Key(is_text, default=""),
    "from_id": Key(is_uid, needed=True),
    "to_id": Key(is_uid, needed=True),
    "note": Key(is_text_or_null),
}
_RECORD: Final = {"id": Key(is_uid), "type": Key(is_text, default=""), "roles": Key(_anything, default=())}
_MEMBER: Final = {
    "role": Key(is_name, needed=True),
    "span_id": Key(_is_uid_or_none, default=""),
    "norm": Key(_anything),
}
_COMMENT: Final = {
    "id": Key(is_uid),
    "span_id": Key(_is_uid_or_none, default=""),
    "author": Key(is_text, default=""),
    "to": Key(is_text, default=""),
    "at": Key(is_moment, needed=True),
    "text": Key(is_text, needed=True),
    "resolved": Key(is_flag, default=False),
}
_DECISION: Final = {
    "id": Key(is_uid),
    "item": Key(is_uid, needed=True),
    "span_id": Key(_is_uid_or_none, default=""),
    "action": Key(one_of(("adopt", "all", "neither", "edit")), needed=True),
    "rule": Key(is_text_or_null),
    "by": Key(is_text, default=""),
    "at": Key(is_moment, needed=True),
    "sources": Key(is_texts, default=()),
    "votes": Key(is_votes, default="0/0"),
    "before": Key(_anything),
    "reason": Key(is_text, default=""),
    "note": Key(is_text, default=""),
    "confidence": Key(is_text, default=""),
    "flag": Key(is_flag, default=False),
    "response": Key(_anything),
}
_BEFORE: Final = {
    "start": Key(is_count, needed=True),
    "end": Key(is_count, needed=True),
    "text": Key(is_text, needed=True),
    "label": Key(is_text, needed=True),
    "norm": Key(_anything),
}
_RESPONSE: Final = {
    "by": Key(is_text, needed=True),
    "at": Key(is_moment, needed=True),
    "agree": Key(is_flag, needed=True),
    "note": Key(is_text, default=""),
}
_INPUT: Final = {
    "annotator": Key(is_text, needed=True),
    "file_sha256": Key(is_text, needed=True),
    "version": Key(is_text, needed=True),
}
_LABEL_SET: Final = {
    "id": Key(is_text, needed=True),
    "version": Key(is_count, needed=True),
    "sha256": Key(is_digest, needed=True),
    "labels": Key(is_labels, needed=True),
}
_META: Final = frozenset(META)


def fields_read(value: object, line: Line) -> dict[str, str]:
    """Read `meta`: text by name; a field of ours in the wrong form is refused, other values are kept as extra."""
    if not isinstance(value, dict):
        line.refuse("meta", message("entry.ill-formed", key="meta"))
        return {}
    fields = {name: text for name, text in value.items() if type(text) is str}
    for name, text in value.items() if len(fields) < len(value) else ():
        if name in fields:
            continue
        if name in _META:
            line.refuse(f"meta.{name}", message("entry.ill-formed", key=name))
        else:
            line.keep(f"meta.{name}", text)
    for name in FIELDS_WITH_FORM:
        problem = field_problem(name, fields[name]) if fields.get(name) else None
        if problem is not None:
            del fields[name]
            line.refuse(f"meta.{name}", problem)
    return fields


def label_set_read(value: object, line: Line) -> LabelSetName | None:
    """Read the name of the label set."""
    row = object_read(value, _LABEL_SET, "label_set", line)
    return (
        None if row is None else LabelSetName(row["id"], row["version"], row["sha256"], tuple(row["labels"]))
    )


def doc_labels_read(value: object, line: Line) -> tuple[str, ...]:
    """Read the labels of the document; what is no text is refused."""
    labels: list[str] = []
    for index, label in enumerate(list_read(value, "doc_labels", line)):
        if type(label) is str:
            labels.append(label)
        else:
            line.refuse(f"doc_labels[{index}]", message("entry.ill-formed", key="doc_labels"))
    return tuple(labels)


def inputs_read(value: object, line: Line) -> tuple[Mapping[str, str], ...]:
    """Read what a gold layer was made from; further keys that hold text are kept where they are."""
    inputs: list[Mapping[str, str]] = []
    for index, raw in enumerate(list_read(value, "inputs", line)):
        where = f"inputs[{index}]"
        further = (
            {key: Key(is_text, default="") for key in raw if key not in _INPUT}
            if isinstance(raw, dict)
            else {}
        )
        row = object_read(raw, {**_INPUT, **further}, where, line)
        if row is not None:
            inputs.append(row)
    return tuple(inputs)


class Links:
    """The parts of one line that point at marks; what points at none is refused."""

    __slots__ = ("_ids", "_line", "_marks")

    def __init__(self, marks: Collection[EntrySpan | EntrySuggestion], line: Line) -> None:
        self._marks = marks
        self._ids: frozenset[str] | None = None
        self._line = line

    def _there(self, value: object, where: str) -> str | None:
        """Return the id of a mark ("" for none), or None (reported) where no mark has it."""
        if self._ids is None:
            self._ids = frozenset(mark.id for mark in self._marks)
        uid = uid_of(value) or ""
        if uid and uid not in self._ids:
            self._line.refuse(where, message("span.not-there", id=quoted(uid)))
            return None
        return uid

    def relations(self, value: object) -> tuple[EntryRelation, ...]:
        """Read the relations."""
        found: list[EntryRelation] = []
        for where, row in objects_read(value, "relations", _RELATION, self._line):
            first, second = self._there(row["from_id"], where), self._there(row["to_id"], where)
            if first and second:
                found.append(EntryRelation(row["id"], row["type"], first, second, row["note"] or ""))
        return tuple(found)

    def records(self, value: object) -> tuple[EntryRecord, ...]:
        """Read the records; a member that points at no mark is refused, the others stay."""
        found: list[EntryRecord] = []
        for where, row in objects_read(value, "records", _RECORD, self._line):
            members: list[EntryMember] = []
            roles = list(row["roles"]) if isinstance(row["roles"], tuple) else row["roles"]
            for index, raw in enumerate(list_read(roles, f"{where}.roles", self._line)):
                place = f"{where}.roles[{index}]"
                member = object_read(raw, _MEMBER, place, self._line)
                span_id = None if member is None else self._there(member["span_id"], place)
                if member is not None and span_id is not None:
                    keep_unknown(raw, _MEMBER, f"records.{row['id']}.roles[{index}]", self._line)
                    norm = norm_read(member["norm"], f"{place}.norm", self._line)
                    members.append(EntryMember(member["role"], span_id, norm))
            found.append(EntryRecord(row["id"], row["type"], tuple(members)))
        return tuple(found)

    def comments(self, value: object) -> tuple[EntryComment, ...]:
        """Read the comments."""
        found: list[EntryComment] = []
        for where, row in objects_read(value, "comments", _COMMENT, self._line):
            span_id = self._there(row["span_id"], where)
            if span_id is not None:
                found.append(EntryComment(**{**row, "span_id": span_id}))
        return tuple(found)

    def decisions(self, value: object, text: str) -> tuple[Mapping[str, object], ...]:
        """Read the decisions of a gold layer, each as the file has it."""
        found: list[Mapping[str, object]] = []
        for where, row in objects_read(value, "decisions", _DECISION, self._line):
            span_id = self._there(row["span_id"], where)
            if span_id is None or not self._parts_read(row, where, text):
                continue
            row["span_id"], row["item"] = span_id, uid_of(row["item"])
            row["sources"] = list(row["sources"])
            found.append(row)
        return tuple(found)

    def _parts_read(self, row: dict[str, Any], where: str, text: str) -> bool:
        """Read the span and the response inside a decision in place; tell whether it can be taken."""
        line, name = self._line, f"decisions.{row['id']}"
        if row["response"] is not None:
            response = object_read(row["response"], _RESPONSE, f"{where}.response", line)
            if response is not None:
                keep_unknown(row["response"], _RESPONSE, f"{name}.response", line)
            row["response"] = response
        if row["before"] is None:
            return True
        before = object_read(row["before"], _BEFORE, f"{where}.before", line)
        if before is None:
            return False
        problem = span_problem(text, before["start"], before["end"], before["text"])
        if problem is not None:
            line.refuse(f"{where}.before", problem)
            return False
        keep_unknown(row["before"], _BEFORE, f"{name}.before", line)
        norm = norm_read(before["norm"], f"{where}.before.norm", line, f"{name}.before.norm")
        row["before"] = {**before, "norm": None if norm is None else norm._asdict()}
        return True
