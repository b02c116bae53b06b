"""Decisions of the reviewer: what was done with an item, what it was made on, and which of them stand."""

import json
from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, NamedTuple, Self

from annotator.core.changes import Row, Scalar
from annotator.core.labels import LabelSet
from annotator.core.values import Norm, written


class Action(StrEnum):
    """What was done."""

    ADOPT = "adopt"
    ALL = "all"
    NEITHER = "neither"
    EDIT = "edit"
    WITHDRAWAL = "withdrawal"


class Rule(StrEnum):
    """The rules by which many items are decided at once."""

    UNANIMOUS = "unanimous"
    MAJORITY = "majority"
    JOSA = "josa"
    TRIM = "trim"
    FILLED_VALUE = "filled_value"
    IGNORE_VALUES = "ignore_values"
    ONLY = "only"


class Reason(StrEnum):
    """Why the layers differed."""

    AMBIGUOUS = "ambiguous"
    GUIDELINE = "guideline"
    SLIP = "slip"
    BOUNDARY = "boundary"
    BOTH_FINE = "both_fine"


class Confidence(StrEnum):
    """How sure the reviewer was."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class ReviewStatus(StrEnum):
    """How far the review of a document is."""

    NOT_STARTED = "not_started"
    IN_REVIEW = "in_review"
    DONE = "done"
    REOPENED = "reopened"


class ItemSpan(NamedTuple):
    """A span as a review sees it: code points, end exclusive; the key of its label; its value."""

    start: int
    end: int
    label: str
    norm: Norm | None = None

    @property
    def value(self) -> str | None:
        """The value as one string, which is what two values are compared by."""
        return None if self.norm is None else written(self.norm)

    @property
    def content(self) -> tuple[int, int, str, str | None]:
        """What makes two spans the same in a review."""
        return (self.start, self.end, self.label, self.value)

    @property
    def order(self) -> tuple[int, int, str, bool, str]:
        """What spans are sorted by: start, end, label, value, with no value after every other."""
        value = self.value
        return (self.start, self.end, self.label, value is None, value or "")


Content = tuple[ItemSpan, ...]
"""What somebody has in an item, sorted."""

Snapshot = Mapping[str, Content]
"""What everyone who did the document had, by annotator (uid), nothing included."""


def united(contents: Iterable[Content]) -> Content:
    """Return all spans of some contents, sorted; of those with equal place and label the first, a filled value."""
    kept: dict[tuple[int, int, str], ItemSpan] = {}
    for span in sorted((span for content in contents for span in content), key=_order_of):
        kept.setdefault(span[:3], span)
    return tuple(kept.values())


def same_content(one: Content, other: Content) -> bool:
    """Tell whether two contents are equal: places, labels, and values by what is written."""
    return one == other or {span.content for span in one} == {span.content for span in other}


@dataclass(frozen=True, slots=True)
class Made:
    """A decision as it is being made. `start` to `end`: the extent of the item together with `result`.

    `adopted` is the annotator (uid) whose content was taken, "" for every other action.
    """

    start: int
    end: int
    action: Action
    result: Content
    snapshot: Snapshot
    adopted: str = ""
    rule: str = ""
    reason: str = ""
    note: str = ""
    confidence: str = ""
    flag: bool = False
    blind: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision as it was kept; a withdrawal names in `withdraws` the decision that it takes back."""

    id: int
    uid: str
    layer_id: int
    document_id: int
    by: int
    at: str
    made: Made
    withdraws: str = ""

    def row(self, labels: LabelSet) -> Row:
        """Return the decision as a row of its table; labels are written as their uids, which survive renaming."""
        uids = {label.key: label.uid for label in labels.labels}
        made = self.made
        return {
            "id": self.id,
            "uid": self.uid,
            "layer_id": self.layer_id,
            "position": 0,
            "content": "",
            "document_id": self.document_id,
            "start": made.start,
            "end": made.end,
            "action": str(made.action),
            "adopted": made.adopted,
            "withdraws": self.withdraws,
            "rule": made.rule,
            "by": self.by,
            "at": self.at,
            "snapshot": _json({name: _written(content, uids) for name, content in made.snapshot.items()}),
            "result": _json(_written(made.result, uids)),
            "reason": made.reason,
            "note": made.note,
            "confidence": made.confidence,
            "flag": int(made.flag),
            "blind": int(made.blind),
        }

    @classmethod
    def from_row(cls, row: Row, keys: Mapping[str, str]) -> Self:
        """Read a decision from a row of its table; `keys` are those of the labels by uid, one that is gone has none."""
        snapshot = json.loads(str(row["snapshot"]))
        made = Made(
            start=_int(row["start"]),
            end=_int(row["end"]),
            action=Action(str(row["action"])),
            result=_read(json.loads(str(row["result"])), keys),
            snapshot={name: _read(content, keys) for name, content in snapshot.items()},
            adopted=str(row["adopted"]),
            rule=str(row["rule"]),
            reason=str(row["reason"]),
            note=str(row["note"]),
            confidence=str(row["confidence"]),
            flag=bool(row["flag"]),
            blind=bool(row["blind"]),
        )
        return cls(
            id=_int(row["id"]),
            uid=str(row["uid"]),
            layer_id=_int(row["layer_id"]),
            document_id=_int(row["document_id"]),
            by=_int(row["by"]),
            at=str(row["at"]),
            made=made,
            withdraws=str(row["withdraws"]),
        )

    def touches(self, start: int, end: int) -> bool:
        """Tell whether its extent shares a character with a range."""
        return self.made.start < end and start < self.made.end


NOTHING_MADE: Final = Made(0, 0, Action.WITHDRAWAL, (), {})


def decisions_of(rows: Iterable[Row], labels: LabelSet) -> list[Decision]:
    """Return the decisions among rows of the table, oldest first; what a file brought is none."""
    keys = {label.uid: label.key for label in labels.labels}
    found = [Decision.from_row(row, keys) for row in rows if row["action"]]
    found.sort(key=_id_of)
    return found


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """Return the decisions that count, oldest first.

    Those are not withdrawn, nor followed by one, itself standing, whose extent shares a character with theirs.
    """
    found: list[Decision] = []
    # The extents of those found, sorted. None touches another, so their ends are in order too.
    taken: list[tuple[int, int]] = []
    for decision in reversed(in_force(decisions)):
        start, end = decision.made.start, decision.made.end
        before = bisect_left(taken, (end,))
        if not before or taken[before - 1][1] <= start:
            insort(taken, (start, end))
            found.append(decision)
    return found[::-1]


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """Return the decisions that are not withdrawn, oldest first, those replaced too; a withdrawal can be withdrawn."""
    withdrawn: set[str] = set()
    found: list[Decision] = []
    for decision in sorted(decisions, key=_id_of, reverse=True):
        if decision.uid in withdrawn:
            continue
        if decision.made.action is Action.WITHDRAWAL:
            withdrawn.add(decision.withdraws)
        else:
            found.append(decision)
    return found[::-1]


def moved(made: Made, moves: Mapping[tuple[int, int], tuple[int, int] | None]) -> Made:
    """Return a decision in another version of the text; `moves` says where each range lies there, None: nowhere.

    One of which nothing is left touches nothing any more: its extent is empty.
    """

    def follow(content: Content) -> Content:
        placed = ((span, moves[(span.start, span.end)]) for span in content)
        there = (ItemSpan(*at, span.label, span.norm) for span, at in placed if at is not None)
        return tuple(sorted(there, key=_order_of))

    snapshot = {name: follow(content) for name, content in made.snapshot.items()}
    result = follow(made.result)
    ends = [span[:2] for content in (result, *snapshot.values()) for span in content]
    extent = (min(start for start, _ in ends), max(end for _, end in ends)) if ends else (0, 0)
    return Made(
        *extent, made.action, result, snapshot, made.adopted, made.rule, made.reason, made.note,
        made.confidence, made.flag, made.blind,
    )  # fmt: skip


def places_of(made: Made) -> set[tuple[int, int]]:
    """Return the ranges of all spans that a decision speaks of."""
    return {(span.start, span.end) for content in (made.result, *made.snapshot.values()) for span in content}


def _order_of(span: ItemSpan) -> tuple[int, int, str, bool, str]:
    return span.order


def _id_of(decision: Decision) -> int:
    return decision.id


def _written(content: Content, uids: Mapping[str, str]) -> list[list[object]]:
    return [
        [s.start, s.end, uids.get(s.label, s.label), None if s.norm is None else _norm_written(s.norm)]
        for s in content
    ]


def _norm_written(norm: Norm) -> dict[str, str]:
    return {name: part for name, part in norm._asdict().items() if part is not None}


def _read(content: list[list[Any]], keys: Mapping[str, str]) -> Content:
    return tuple(
        ItemSpan(start, end, keys.get(label, label), None if norm is None else Norm(**norm))
        for start, end, label, norm in content
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _int(value: Scalar) -> int:
    if not isinstance(value, int):
        msg = f"a whole number was expected, not {value!r}"
        raise TypeError(msg)
    return value
