"""A span: a range of a document's text with a label, and what hangs on it."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, Final, Self

from annotator.core.changes import Row, Scalar
from annotator.core.making import twin_of
from annotator.core.values import Norm


class Origin(StrEnum):
    """Where a span came from; kept for ever."""

    MANUAL = "manual"
    OCCURRENCE = "occurrence"
    ACCEPTED = "accepted"
    EDITED = "edited"
    IMPORTED = "imported"
    ADJUDICATION = "adjudication"


@dataclass(frozen=True, slots=True)
class Span:
    """One mark of one annotator.

    `start` and `end` are code points of the document's text, end exclusive; `text` is the slice they cover,
    stored so that any drift is found; `uid` is the id that files carry, unique within its layer; `flaw` names
    what an imported span was kept with (an end inside a cluster), "" for none.
    """

    id: int
    uid: str
    layer_id: int
    start: int
    end: int
    text: str
    label_id: int
    norm: Norm | None
    note: str
    unsure: bool
    origin: Origin
    annotator_id: int
    created_at: str
    updated_at: str
    flaw: str = ""

    @property
    def order(self) -> tuple[int, int, int]:
        """The sort key of reading order: start, longer first, then age."""
        return (self.start, -self.end, self.id)

    def row(self) -> Row:
        """Return the span as a row of its table; its value stands in five columns."""
        norm = self.norm
        return {
            "id": self.id,
            "uid": self.uid,
            "layer_id": self.layer_id,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "label_id": self.label_id,
            "value_type": norm.type if norm else None,
            "value": norm.value if norm else None,
            "unit": norm.unit if norm else None,
            "mod": norm.mod if norm else None,
            "ref": norm.ref if norm else None,
            "note": self.note,
            "unsure": int(self.unsure),
            "origin": str(self.origin),
            "annotator_id": self.annotator_id,
            "created_at": self.created_at,
            "updated_at": self.updated_at,
            "flaw": self.flaw,
        }

    @classmethod
    def from_row(cls, row: Row) -> Self:
        """Read a span from a row of its table."""
        kind = row["value_type"]
        return cls(
            id=_int(row["id"]),
            uid=str(row["uid"]),
            layer_id=_int(row["layer_id"]),
            start=_int(row["start"]),
            end=_int(row["end"]),
            text=str(row["text"]),
            label_id=_int(row["label_id"]),
            norm=None if kind is None else Norm(str(kind), *(_text(row[name]) for name in _NORM_COLUMNS)),
            note=str(row["note"]),
            unsure=bool(row["unsure"]),
            origin=Origin(str(row["origin"])),
            annotator_id=_int(row["annotator_id"]),
            created_at=str(row["created_at"]),
            updated_at=str(row["updated_at"]),
            flaw=str(row["flaw"]),
        )

    def changed(self, columns: Row) -> "Span":
        """Return the span as it is once these columns of its row hold these values.

        A step may change thousands: a span made so takes a third of the time of one read from its row.
        """
        made: Any = _Twin(
            self.id, self.uid, self.layer_id, self.start, self.end, self.text, self.label_id, self.norm, self.note,
            self.unsure, self.origin, self.annotator_id, self.created_at, self.updated_at, self.flaw,
        )  # fmt: skip
        for column, value in columns.items():
            if column in _AS_STORED:
                setattr(made, column, value)
        if not columns.keys() <= _AS_STORED:
            made.unsure = bool(columns.get("unsure", self.unsure))
            made.origin = Origin(str(columns.get("origin", self.origin)))
            made.norm = _norm_with(self.norm, columns)
        made.__class__ = Span
        span: Span = made
        return span


_NORM_COLUMNS: Final = ("value", "unit", "mod", "ref")
_Twin: Final = twin_of(Span)
# The fields that stand in the row as they are.
_AS_STORED: Final = frozenset(field.name for field in fields(Span)) - {"norm", "unsure", "origin"}


def _norm_with(norm: Norm | None, columns: Row) -> Norm | None:
    """Return a value with the parts that the columns of a row name."""
    type_, *parts = norm or (None,) * 5
    kind = columns.get("value_type", type_)
    named = (_text(columns.get(name, part)) for name, part in zip(_NORM_COLUMNS, parts, strict=True))
    return None if kind is None else Norm(str(kind), *named)


def _int(value: Scalar) -> int:
    if not isinstance(value, int):
        msg = f"a whole number was expected, not {value!r}"
        raise TypeError(msg)
    return value


def _text(value: Scalar) -> str | None:
    return None if value is None else str(value)


def overlaps(a: Span, b: Span) -> bool:
    """Tell whether the two spans share a character; touching is not overlapping."""
    return a.start < b.end and b.start < a.end


def worked_over(before: Span, after: Span) -> Span:
    """Return `after` with its origin: an accepted span that gets another place, label or value is an edited one.

    Nothing makes it an accepted one again but undo; every other origin stays for ever.
    """
    changed = (before.start, before.end, before.label_id, before.norm) != (
        after.start,
        after.end,
        after.label_id,
        after.norm,
    )
    return replace(after, origin=Origin.EDITED) if changed and before.origin is Origin.ACCEPTED else after
