"""Reads the JSON Lines of Prodigy, its `review` files, and spaCy's training tuples (`docs/formats.md`).

A verdict (`answer`) is on the whole line: what was refused is told and never becomes a span.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from annotator.core.entry import Entry, Reject
from annotator.core.messages import message
from annotator.core.text import digest
from annotator.core.validate import quoted
from annotator.formats.base import Bundle
from annotator.formats.foreign import OFFSETS, Sheet, members, uid_of_number
from annotator.formats.json_lines import json_values
from annotator.formats.json_values import Found
from annotator.formats.native_read import UTF_16
from annotator.formats.native_seen import Seen

ACCEPT: Final = "accept"
REJECT: Final = "reject"
IGNORE: Final = "ignore"
ANSWERS: Final = (ACCEPT, REJECT, IGNORE)
REVIEW: Final = "review"

# What says nothing of the document: made anew when Prodigy loads a line, or how its window showed it.
_OF_PRODIGY: Final = frozenset({
    "_input_hash", "_task_hash", "_view_id", "_is_binary", "_timestamp", "_session_id", "_annotator_id", "tokens",
    "sessions", "default", "config",
})  # fmt: skip
_KNOWN: Final = _OF_PRODIGY | {
    "id", "text", "spans", "relations", "meta", "answer", "versions", "label", "accept", OFFSETS,
}  # fmt: skip
_SPAN_KEYS: Final = frozenset({
    "start", "end", "text", "label", "token_start", "token_end", "answer", "input_hash", "type",
})  # fmt: skip
_PROPOSED_KEYS: Final = frozenset({"score", "source", "rank"})
_RELATION_KEYS: Final = frozenset({"head", "child", "head_span", "child_span", "label", "color"})
_LONGEST_AGE: Final = 1 << 33  # seconds; later moments are none of an annotator's
_PAIR: Final = 2
_TRIPLE: Final = 3


def read_prodigy(bundle: Bundle, *, offsets: str) -> Iterator[Entry | Reject]:
    """Yield the entry of each line (of each annotator, and the decision, in a `review` file), then its rejects."""
    for name, stream in members(bundle):
        reading = _Reading(name, offsets)
        for found in json_values(stream):
            if found.fault is not None:
                yield Reject(found.line, found.fault, "", name)
            else:
                yield from reading.items(found)


class _Reading:
    """One file: what was read of it before tells lines of one text and one annotator apart."""

    def __init__(self, member: str, offsets: str) -> None:
        self._member = member
        self._offsets = offsets
        self._seen = Seen()
        self._lines: Counter[int] = Counter()  # by hashes, because there may be a million lines

    def items(self, found: Found) -> Iterator[Entry | Reject]:
        """Read one value of the file."""
        raw = _of_tuple(found.value)
        if not isinstance(raw, dict):
            yield Reject(found.line, message("json.not-an-object"), "", self._member)
            return
        versions = raw.get("versions")
        decided = isinstance(versions, list) or raw.get("_view_id") == REVIEW
        yield from self._line(found, raw, _names(raw)[0], "adjudicator" if decided else "")
        for number, version in enumerate(versions if isinstance(versions, list) else ()):
            if not isinstance(version, dict):
                told = message("entry.ill-formed", key="versions")
                yield Reject(found.line, told, f"versions[{number}]", self._member)
                continue
            for name in _names(version):
                rows = {"text": raw.get("text"), **version}
                rows.update({key: raw[key] for key in ("id", "meta", OFFSETS) if key in raw})
                yield from self._line(found, rows, name, "", f"versions[{number}].")

    def _line(
        self, found: Found, raw: Mapping[str, Any], name: str, role: str, prefix: str = ""
    ) -> Iterator[Entry | Reject]:
        text = raw.get("text")
        sheet = Sheet(found, self._member, {"text": text}, prefix=prefix)
        if isinstance(text, str):
            sheet.record["id"] = self._uid(raw.get("id"), text, f"{role}\n{name}")
            if name:
                sheet.record["annotator"] = name
            if role:
                sheet.record["role"] = role
            _Filling(sheet, raw).fill()
        declared = raw.get(OFFSETS) == UTF_16
        yield from sheet.read(UTF_16 if declared else self._offsets, self._seen, declared=True)

    def _uid(self, given: object, text: str, whose: str) -> object:
        """Return the id of the document: lines of one text are one document, once for each annotator."""
        if type(given) is int:
            return uid_of_number("prodigy", given, text)
        if given is not None:
            return given
        sha256 = digest(text)
        key = hash((sha256, whose))
        self._lines[key] += 1
        nth = self._lines[key]
        return f"text-{sha256[:16]}" if nth == 1 else f"text-{sha256[:16]}-{nth}"


def _of_tuple(value: object) -> object:
    """Return one of spaCy's training tuples as a line that was accepted, anything else as it is."""
    if not is_training_tuple(value) or not isinstance(value, list):
        return value
    text, notes = value
    rows = notes.get("entities", [])
    spans = [
        {"start": row[0], "end": row[1], "label": row[2]}
        if isinstance(row, list) and len(row) >= _TRIPLE
        else row
        for row in (rows if isinstance(rows, list) else [rows])
    ]
    rest = {key: more for key, more in notes.items() if key not in {"entities", "cats"}}
    line = {**rest, "text": text, "spans": spans, "answer": ACCEPT}
    cats = notes.get("cats")
    if isinstance(cats, dict):
        line["accept"] = [
            name for name, weight in cats.items() if isinstance(weight, int | float) and weight > 1 / 2
        ]
    return line


def is_training_tuple(value: object) -> bool:
    """Tell whether a value is a text with its annotations, as spaCy was trained with."""
    return (
        isinstance(value, list)
        and len(value) == _PAIR
        and isinstance(value[0], str)
        and isinstance(value[1], dict)
    )


def _names(raw: Mapping[str, Any]) -> list[str]:
    """Return who made a line; a version of a `review` file may be of several sessions."""
    sessions = raw.get("sessions")
    if isinstance(sessions, list):
        names = [name for name in dict.fromkeys(map(str, sessions)) if name]
        if names:
            return names
    for key in ("_annotator_id", "_session_id"):
        name = raw.get(key)
        if isinstance(name, str | int) and str(name):
            return [str(name)]
    return [""]


class _Filling:
    """Fills a sheet from one line of Prodigy's."""

    def __init__(self, sheet: Sheet, raw: Mapping[str, Any]) -> None:
        self._sheet = sheet
        self._raw = raw
        answer = raw.get("answer")
        if answer is not None and answer not in ANSWERS:
            sheet.ill_formed("answer")
            answer = REJECT
        self._answer = answer
        rows = raw.get("spans")
        self._spans = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
        # A binary question is on one mark that a model proposed, not on the document.
        self._is_binary = raw.get("_is_binary") is True or any("answer" in row for row in self._spans)
        self._is_proposed = answer is None and any("score" in row for row in self._spans)

    def fill(self) -> None:
        """Take every part."""
        sheet, raw, record = self._sheet, self._raw, self._sheet.record
        record["status"] = self._status()
        if self._is_proposed:
            record["role"] = "machine"
            sources = {row["source"] for row in self._spans if isinstance(row.get("source"), str)}
            if len(sources) == 1 and "annotator" not in record:
                record["annotator"] = sources.pop()
        record["spans"] = []
        for where, row in sheet.rows(raw.get("spans"), "spans"):
            self._span(where, row)
        for where, row in sheet.rows(raw.get("relations"), "relations"):
            self._relation(where, row)
        self._document_labels()
        self._moment()
        sheet.fields(raw.get("meta"), "meta")
        if self._answer == REJECT:
            sheet.keep("answer", REJECT)
        sheet.keep_rest(raw, _KNOWN)

    def _status(self) -> str:
        if self._answer is None:
            return "in_progress" if self._spans and not self._is_proposed else "new"
        if self._is_binary:
            return "skipped" if self._answer == IGNORE else "in_progress"
        return "done" if self._answer == ACCEPT else "skipped"

    def _taken(self, row: Mapping[str, Any]) -> bool:
        """Tell whether a span was found right. What was merely passed over is kept, unless a model proposed it."""
        if row.get("answer", ACCEPT) != ACCEPT or self._answer == REJECT:
            return False
        return not (self._answer == IGNORE and self._is_binary)

    def _span(self, where: str, row: object) -> None:
        sheet = self._sheet
        if not isinstance(row, dict) or not isinstance(row.get("label"), str) or not row["label"]:
            sheet.ill_formed(where)
            return
        if not self._taken(row):
            answer = str(row.get("answer") or self._answer)
            sheet.refuse(
                where, message("prodigy.not-accepted", answer=quoted(answer), label=quoted(row["label"]))
            )
            sheet.record.setdefault("extra", {}).setdefault("spans", []).append(row)
            return
        mark = {"start": row.get("start"), "end": row.get("end"), "label": row["label"]}
        if row.get("text") is not None:
            mark["text"] = row["text"]
        if self._is_proposed:
            rank = row.get("rank")
            mark |= {"score": row.get("score"), "rank": rank + 1 if type(rank) is int and rank >= 0 else 1}
            if isinstance(row.get("source"), str):
                mark["annotator"] = row["source"]
        uid = sheet.add("spans", where, mark)
        known = _SPAN_KEYS | _PROPOSED_KEYS if self._is_proposed else _SPAN_KEYS
        sheet.keep_rest(row, known, f"spans.{uid}.")

    def _relation(self, where: str, row: object) -> None:
        sheet = self._sheet
        if not isinstance(row, dict):
            sheet.ill_formed(where)
            return
        ends = [self._span_at(row.get(key)) for key in ("head_span", "child_span")]
        if not all(ends):
            sheet.refuse(where, message("prodigy.no-span"))
            return
        kind = row.get("label")
        made = {"type": kind if isinstance(kind, str) else "", "from_id": ends[0], "to_id": ends[1]}
        uid = sheet.add("relations", where, made)
        sheet.keep_rest(row, _RELATION_KEYS, f"relations.{uid}.")

    def _span_at(self, place: object) -> str:
        """Return the id of the span at a place, with its label where it names one; "" where there is none.

        The indexes of a relation are of tokens, so that only the places of its two ends can be used.
        """
        if not isinstance(place, dict):
            return ""
        start, end, label = (place.get(key) for key in ("start", "end", "label"))
        for row in self._sheet.record["spans"]:
            if (row["start"], row["end"]) == (start, end) and (label is None or label == row["label"]):
                return str(row["id"])
        return ""

    def _document_labels(self) -> None:
        sheet, raw = self._sheet, self._raw
        labels = [(where, row) for where, row in sheet.rows(raw.get("accept"), "accept")]
        label = raw.get("label")
        if self._answer is None or any(span.get("label") == label for span in self._spans):
            sheet.keep("label", label)  # a question without its answer, or that about the spans
        elif label is not None:
            labels.append(("label", label))
        for where, name in labels:
            if not isinstance(name, str):
                sheet.ill_formed(where)
            elif self._answer == REJECT or (self._answer == IGNORE and where == "label"):
                told = message("prodigy.not-accepted", answer=str(self._answer), label=quoted(name))
                sheet.refuse(where, told)
            else:
                sheet.record.setdefault("doc_labels", []).append(name)

    def _moment(self) -> None:
        seconds = self._raw.get("_timestamp")
        if isinstance(seconds, int | float) and 0 < seconds < _LONGEST_AGE:
            moment = datetime.fromtimestamp(int(seconds), UTC)
            self._sheet.record["updated_at"] = moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def looks_like_prodigy(value: object) -> bool:
    """Tell whether the first value of a file is a line of Prodigy's, or a training tuple of spaCy's."""
    if isinstance(value, list):
        return is_training_tuple(value) and bool(value[1].keys() & {"entities", "cats"})
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        return False
    get = value.get
    return (
        bool(value.keys() & _SIGNS)
        or get("answer") in ANSWERS
        or isinstance(get("versions"), list)
        or (isinstance(get("options"), list) and isinstance(get("accept"), list))
        or _any_with(get("tokens"), "start", "id")
        or _any_with(get("spans"), "token_start")
    )


_SIGNS: Final = frozenset({"_input_hash", "_task_hash", "_view_id", "_session_id", "_annotator_id"})


def _any_with(rows: object, *keys: str) -> bool:
    """Tell whether one of the first rows of a list has all these keys."""
    return isinstance(rows, list) and any(isinstance(row, dict) and row.keys() >= {*keys} for row in rows[:9])
