"""What a reviewer gave back on an item: the spans that were decided against ours, why, and what we answer."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Self

from annotator.core.changes import Row, Scalar
from annotator.core.decision import Content, ItemSpan
from annotator.core.labels import LabelSet
from annotator.core.values import Norm

RETURNED_TO: Final = "returned_to"
"""The key of a line's `extra` that says for whom it is: `{"id", "name"}` of an annotator.

From the reviewer also `labels`, the id of each label by its key in the file.
"""


class Answer(StrEnum):
    """What the annotator says of it."""

    NONE = ""
    AGREE = "agree"
    APPEAL = "appeal"


@dataclass(frozen=True, slots=True)
class ReturnedEntry:
    """One span of the item: `final` belongs to the result, else it is one of ours that was refused.

    `votes` says how many of those who did the document had it: `2/3`.
    """

    id: str
    final: bool
    span: ItemSpan
    text: str
    votes: str = "0/0"


@dataclass(frozen=True, slots=True)
class Returned:
    """An item that came back. Offsets are code points of the text whose digest is `text_sha256`."""

    id: int
    document_id: int
    item: str
    reviewer: str
    start: int
    end: int
    text_sha256: str
    entries: tuple[ReturnedEntry, ...]
    action: str = ""
    rule: str = ""
    reason: str = ""
    comment: str = ""
    at: str = ""
    answer: Answer = Answer.NONE
    answered_at: str = ""
    note: str = ""

    @property
    def ours(self) -> Content:
        """The spans of ours that were refused."""
        return tuple(entry.span for entry in self.entries if not entry.final)

    @property
    def final(self) -> Content:
        """The spans that were decided instead, or besides."""
        return tuple(entry.span for entry in self.entries if entry.final)

    def row(self, labels: LabelSet) -> Row:
        """Return it as a row of its table; labels are written as their uids, which survive renaming."""
        uids = {label.key: label.uid for label in labels.labels}
        content = {
            "action": self.action, "rule": self.rule, "reason": self.reason, "comment": self.comment, "at": self.at,
            "entries": [_written(entry, uids) for entry in self.entries],
        }  # fmt: skip
        return {
            "id": self.id,
            "document_id": self.document_id,
            "item": self.item,
            "reviewer": self.reviewer,
            "start": self.start,
            "end": self.end,
            "text_sha256": self.text_sha256,
            "content": json.dumps(content, ensure_ascii=False, separators=(",", ":")),
            "answer": str(self.answer),
            "answered_at": self.answered_at,
            "note": self.note,
        }

    @classmethod
    def from_row(cls, row: Row, labels: LabelSet) -> Self:
        """Read it from a row of its table; a label that is not ours keeps what stood for it."""
        keys = {label.uid: label.key for label in labels.labels}
        content = json.loads(str(row["content"]))
        return cls(
            id=_int(row["id"]),
            document_id=_int(row["document_id"]),
            item=str(row["item"]),
            reviewer=str(row["reviewer"]),
            start=_int(row["start"]),
            end=_int(row["end"]),
            text_sha256=str(row["text_sha256"]),
            entries=tuple(_read(entry, keys) for entry in content["entries"]),
            action=content["action"],
            rule=content["rule"],
            reason=content["reason"],
            comment=content["comment"],
            at=content["at"],
            answer=Answer(str(row["answer"])),
            answered_at=str(row["answered_at"]),
            note=str(row["note"]),
        )


@dataclass(frozen=True, slots=True)
class Response:
    """What a colleague answered to a decision of ours (its uid); not agreeing is an appeal."""

    document_id: int
    decision: str
    by: str
    at: str
    agree: bool
    note: str = ""

    def values(self) -> Row:
        """Return what stands in its row beside the id."""
        return {
            "document_id": self.document_id,
            "decision": self.decision,
            "by": self.by,
            "at": self.at,
            "agree": int(self.agree),
            "note": self.note,
        }

    @classmethod
    def from_row(cls, row: Row) -> Self:
        """Read it from a row of its table."""
        return cls(
            _int(row["document_id"]), str(row["decision"]), str(row["by"]), str(row["at"]), bool(row["agree"]),
            str(row["note"]),
        )  # fmt: skip


def appeals_among(rows: Iterable[Row]) -> list[Response]:
    """Return the appeals among rows of the table, in their order, those that were answered since too."""
    return [response for response in map(Response.from_row, rows) if not response.agree]


def _written(entry: ReturnedEntry, uids: Mapping[str, str]) -> dict[str, object]:
    span = entry.span
    norm = None if span.norm is None else list(span.norm)
    place = {"start": span.start, "end": span.end, "label": uids.get(span.label, span.label), "norm": norm}
    return {"id": entry.id, "final": entry.final, "text": entry.text, "votes": entry.votes, **place}


def _read(row: Mapping[str, Any], keys: Mapping[str, str]) -> ReturnedEntry:
    norm = None if row["norm"] is None else Norm(*row["norm"])
    span = ItemSpan(row["start"], row["end"], keys.get(row["label"], row["label"]), norm)
    return ReturnedEntry(row["id"], row["final"], span, row["text"], row["votes"])


def _int(value: Scalar) -> int:
    if not isinstance(value, int):
        msg = f"a whole number was expected, not {value!r}"
        raise TypeError(msg)
    return value
