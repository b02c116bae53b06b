"""Reads the tasks of Label Studio: each annotation is a layer, each prediction a machine's (`docs/formats.md`)."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from annotator.core.entry import Entry, Reject
from annotator.core.messages import Message, message
from annotator.core.validate import quoted
from annotator.formats.base import Bundle
from annotator.formats.foreign import OFFSETS, Sheet, members, person_of, uid_of_number
from annotator.formats.json_lines import json_values
from annotator.formats.json_values import Found
from annotator.formats.label_studio_text import (
    Count,
    Shown,
    is_config,
    region_of,
    shown,
    shown_in_config,
    text_key,
)
from annotator.formats.native_keys import UNKNOWN_TIME
from annotator.formats.native_read import UTF_16
from annotator.formats.native_seen import Seen
from annotator.formats.native_shape import is_moment, is_score, uid_of

_HEAD: Final = 4096
FIELDS: Final = "fields"
"""The key of `meta` under which we write the fields of the document."""

# What the server keeps of its own housekeeping.
_TASK_KEYS: Final = frozenset({
    "id", "data", "annotations", "completions", "predictions", "meta", "project", "created_at", "updated_at",
    "inner_id", "total_annotations", "cancelled_annotations", "total_predictions", "comment_count",
    "unresolved_comment_count", "last_comment_updated_at", "updated_by", "comment_authors", "file_upload", "drafts",
    "overlap", "is_labeled", "task_path", "allow_skip", "annotators",
})  # fmt: skip
_LAYER_KEYS: Final = frozenset({
    "id", "result", "completed_by", "annotator", "was_cancelled", "ground_truth", "created_at", "updated_at", "draft",
    "draft_created_at", "prediction", "result_count", "task", "project", "unique_id", "import_id", "last_action",
    "updated_by", "parent_prediction", "parent_annotation", "last_created_by", "bulk_created", "created_ago",
    "created_username", "model_version", "score", "lead_time", "model", "model_run", "cluster", "neighbors",
    "mislabeling", "state", "user", "annotation", "was_postponed",
})  # fmt: skip
_PART_KEYS: Final = frozenset({
    "id", "from_name", "to_name", "type", "value", "source", "origin", "score", "meta", "readonly", "hidden",
    "parentID", "locked",
})  # fmt: skip
_VALUE_KEYS: Final = frozenset({"start", "end", "text", "labels", "score"})
_RELATION_KEYS: Final = frozenset({"type", "from_id", "to_id", "direction", "labels"})
_ORIGINS: Final = {"manual": "manual", "prediction": "accepted", "prediction-changed": "edited"}


def read_label_studio(bundle: Bundle, *, offsets: str) -> Iterator[Entry | Reject]:
    """Yield the entries of each task: one an annotation, draft or prediction, else the document; then its rejects."""
    configured = shown_in_config(bundle)
    if len(bundle.members) == 1 and is_config(bundle.head(_HEAD)):
        yield Reject(0, message("label-studio.config"), "", bundle.names[0])
        return
    for name, stream in members(bundle):
        seen = Seen()
        for found in json_values(stream):
            if found.fault is not None:
                yield Reject(found.line, found.fault, "", name)
            else:
                yield from _task(found, name, configured, offsets, seen)


def _task(found: Found, member: str, configured: Shown, offsets: str, seen: Seen) -> Iterator[Entry | Reject]:
    raw = found.value
    if not isinstance(raw, dict):
        yield Reject(found.line, message("json.not-an-object"), "", member)
        return
    data = raw.get("data") if "data" in raw else raw
    key = text_key(data, configured.key) if isinstance(data, dict) else ""
    if not isinstance(data, dict) or not key:
        yield Reject(found.line, message("label-studio.no-text"), "", member)
        return
    task = raw if data is not raw else {"data": raw}
    meta = task.get("meta")
    declared = isinstance(meta, dict) and meta.get(OFFSETS) == UTF_16
    text = shown(task, key, configured)
    count = None if declared else Count(data[key], task, text.name)
    for prefix, layer, role in _layers(task):
        sheet = Sheet(found, member, {"text": data[key]}, prefix=prefix)
        _Filling(sheet, task, text, count).fill(layer, role)
        yield from sheet.read(
            UTF_16 if declared else offsets, seen, declared=declared or (count is not None and count.is_known)
        )


def _layers(task: Mapping[str, Any]) -> list[tuple[str, object, str]]:
    """Return what stands on a task with its place and role; a bare document where nothing does."""
    found: list[tuple[str, object, str]] = []
    for group, role in (
        ("annotations", ""),
        ("completions", ""),
        ("drafts", "draft"),
        ("predictions", "machine"),
    ):
        rows = task.get(group)
        if isinstance(rows, list):
            found.extend((f"{group}[{number}].", row, role) for number, row in enumerate(rows))
        elif rows is not None:
            found.append((f"{group}.", rows, role))
    return found or [("", None, "")]


class _Filling:
    """Fills a sheet from one annotation or prediction of a task."""

    def __init__(self, sheet: Sheet, task: Mapping[str, Any], text: Shown, count: Count | None) -> None:
        self._sheet = sheet
        self._task = task
        self._text = text
        self._count = count
        self._at = UNKNOWN_TIME
        self._score: object = None

    def fill(self, layer: object, role: str) -> None:
        """Take every part; `layer` None is a task on which nothing stands."""
        sheet, count = self._sheet, self._count
        self._document()
        if layer is None:
            return
        if not isinstance(layer, dict):
            sheet.refuse("", message("entry.ill-formed", key=sheet.prefix.rstrip(".")))
            return
        self._head(layer, role)
        sheet.record["spans"] = []
        rows = list(sheet.rows(layer.get("result"), "result"))
        for where, row in rows:
            self._part(where, row)
        for where, row in rows:
            self._later(where, row)
        if count is not None and count.astray:
            first = count.astray[0]
            told = message(
                "label-studio.text-differs", count=len(count.astray), text=quoted(first.hint or "")
            )
            sheet.notes.append(told)

    def _document(self) -> None:
        sheet, task = self._sheet, self._task
        data, meta = task["data"], task.get("meta")
        uid = task.get("id")
        if isinstance(meta, dict):
            rest = {key: value for key, value in meta.items() if key not in {"id", FIELDS, OFFSETS}}
            sheet.fields(rest, "meta")
            sheet.fields(meta.get(FIELDS), f"meta.{FIELDS}")
            uid = meta["id"] if isinstance(meta.get("id"), str) else uid
        if type(uid) is int:
            sheet.record["id"] = uid_of_number("label-studio", uid, sheet.text)
        elif uid is not None:
            sheet.record["id"] = uid
        sheet.fields({key: value for key, value in data.items() if key != self._text.key}, "data")
        sheet.keep_rest(task, _TASK_KEYS)

    def _head(self, layer: Mapping[str, Any], role: str) -> None:
        sheet, record = self._sheet, self._sheet.record
        record["status"] = "skipped" if layer.get("was_cancelled") is True else "done"
        record["annotator"] = _annotator(layer, role)
        if role == "draft":
            record["status"] = "in_progress"
        elif role:
            record |= {"role": role, "status": "new"}
            self._score = layer.get("score")
        elif layer.get("ground_truth") is True:
            record["role"] = "adjudicator"
        for key in ("created_at", "updated_at"):
            moment = layer.get(key)
            if is_moment(moment):
                record[key] = self._at = str(moment)
        if isinstance(layer.get("completed_by"), dict):
            sheet.keep("completed_by", layer["completed_by"])
        if role != "machine":
            sheet.keep("lead_time", layer.get("lead_time"))
        sheet.keep_rest(layer, _LAYER_KEYS)

    def _part(self, where: str, row: object) -> None:
        """Take a part of the result that stands for itself: marks and labels of the document."""
        sheet = self._sheet
        if not isinstance(row, dict) or not isinstance(row.get("type"), str):
            sheet.ill_formed(where)
            return
        kind, value = row["type"], row.get("value")
        if kind in {"relation", "textarea"}:
            return
        if not isinstance(value, dict):
            sheet.ill_formed(where)
        elif kind == "labels":
            self._mark(where, row, value)
        elif kind == "choices" and "start" not in value:
            for place, choice in sheet.rows(value.get("choices"), f"{where}.value.choices"):
                if isinstance(choice, str):
                    sheet.record.setdefault("doc_labels", []).append(choice)
                else:
                    sheet.ill_formed(place)
        elif kind.endswith("labels"):
            in_page = "start" in value
            told = message("label-studio.hypertext") if in_page else message("label-studio.other-media")
            self._refuse_mark(where, told)
        else:
            sheet.keep(where, row)

    def _refuse_mark(self, where: str, told: Message) -> None:
        """Refuse a mark that has no place in the text; who made it did more than we hold, so it is not done."""
        self._sheet.refuse(where, told)
        if self._sheet.record.get("status") == "done":
            self._sheet.record["status"] = "in_progress"

    def _mark(self, where: str, row: Mapping[str, Any], value: Mapping[str, Any]) -> None:
        sheet = self._sheet
        if isinstance(value.get("start"), str) or "startOffset" in value:
            self._refuse_mark(where, message("label-studio.hypertext"))
            return
        if self._text.name and row.get("to_name") != self._text.name:
            self._refuse_mark(where, message("label-studio.other-text"))
            return
        labels = value.get("labels")
        names = labels if isinstance(labels, list) else []
        if not names or not all(isinstance(name, str) and name for name in names):
            sheet.ill_formed(f"{where}.value.labels")
            return
        region = region_of(row)
        quote = self._count.quote(region) if self._count is not None and region is not None else None
        for name in names:
            mark = {"start": value.get("start"), "end": value.get("end"), "label": name}
            if quote is not None:
                mark["text"] = quote
            if sheet.record.get("role") == "machine":
                score = row.get("score", value.get("score", self._score))
                mark["score"] = score if is_score(score) else None
            else:
                mark |= self._said(row)
            uid = sheet.add("spans", where, mark, uid_of(row.get("id")) or "")
            sheet.keep_rest(row, _PART_KEYS, f"spans.{uid}.")
            sheet.keep_rest(value, _VALUE_KEYS, f"spans.{uid}.value.")

    def _said(self, row: Mapping[str, Any]) -> dict[str, object]:
        """Return what a mark says of itself: its note, and how it came about where it says that."""
        meta = row.get("meta")
        texts = meta.get("text") if isinstance(meta, dict) else None
        said: dict[str, object] = {}
        if isinstance(texts, list) and texts and all(isinstance(text, str) for text in texts):
            said["note"] = "\n".join(texts)
        elif isinstance(texts, str):
            said["note"] = texts
        origin = row.get("origin")
        if isinstance(origin, str) and origin in _ORIGINS:
            said["origin"] = _ORIGINS[origin]
        return said

    def _later(self, where: str, row: object) -> None:
        """Take a part of the result that hangs on marks, which all are known now."""
        if isinstance(row, dict) and row.get("type") == "relation":
            self._relation(where, row)
        elif isinstance(row, dict) and row.get("type") == "textarea":
            self._writing(where, row)

    def _relation(self, where: str, row: Mapping[str, Any]) -> None:
        ends = row.get("from_id"), row.get("to_id")
        if row.get("direction") == "left":
            ends = ends[1], ends[0]
        labels = row.get("labels")
        kinds = [kind for kind in labels if isinstance(kind, str)] if isinstance(labels, list) else []
        for kind in kinds or [""]:
            made = {"type": kind, "from_id": ends[0], "to_id": ends[1]}
            uid = self._sheet.add("relations", where, made)
            if row.get("direction") == "bi":
                self._sheet.keep(f"relations.{uid}.direction", "bi")
            self._sheet.keep_rest(row, _RELATION_KEYS, f"relations.{uid}.")

    def _writing(self, where: str, row: Mapping[str, Any]) -> None:
        """Take what was typed: to a mark as its note, to the document as a comment."""
        sheet, value = self._sheet, row.get("value")
        texts = value.get("text") if isinstance(value, dict) else None
        texts = [texts] if isinstance(texts, str) else texts
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            sheet.ill_formed(f"{where}.value.text")
            return
        uid = uid_of(row.get("id"))
        noted = [span for span in sheet.record["spans"] if span["id"] == uid]
        if sheet.record.get("role") == "machine":
            sheet.keep(where, row)
        elif noted:
            noted[0]["note"] = "\n".join(filter(None, [noted[0].get("note"), *texts]))
        else:
            sheet.add("comments", where, {
                "at": self._at, "text": "\n".join(texts), "author": sheet.record.get("annotator", ""),
            })  # fmt: skip


def _annotator(layer: Mapping[str, Any], role: str) -> str:
    """Return who made an annotation: the name that we wrote, else an address, else the number of a user."""
    if role == "machine":
        version = layer.get("model_version")
        return version if isinstance(version, str) else ""
    ours = layer.get("annotator")
    if isinstance(ours, str):
        return ours
    whose = layer.get("user" if role == "draft" else "completed_by")
    if isinstance(whose, dict):
        whose = next((whose[key] for key in ("email", "username", "id") if whose.get(key)), None)
    return person_of(f"user {whose}" if type(whose) is int else whose)


def looks_like_label_studio(value: object) -> bool:
    """Tell whether the first value of a file is a task."""
    if not isinstance(value, dict) or not isinstance(value.get("data"), dict) or "text" in value:
        return False
    lists = ("annotations", "completions", "predictions")
    return all(isinstance(value.get(key, []), list) for key in lists) and (
        bool(value.keys() & {*lists, "meta", "id"}) or value.keys() == {"data"}
    )
