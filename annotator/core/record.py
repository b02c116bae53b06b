"""A record: spans tied together as one fact; a member plays a role, and may be a value without a span."""

from dataclasses import dataclass
from typing import Final

from annotator.core.changes import Row
from annotator.core.values import Norm

ACTION: Final = "action"
"""The role that is no label: what was done."""

PROPOSED: Final = "proposed-record"
"""What a proposed record that was refused is remembered by, among what is waved off."""


@dataclass(frozen=True, slots=True)
class Member:
    """What a record ties in: a span by its id, or (None) a value without one; neither, where the span was removed."""

    id: int
    record_id: int
    position: int
    role: str
    span_id: int | None
    norm: Norm | None = None

    @property
    def empty(self) -> bool:
        """Whether the member lost its span and has no value of its own."""
        return self.span_id is None and self.norm is None

    def row(self) -> Row:
        """Return the member as a row of its table."""
        norm = self.norm
        return {
            "id": self.id,
            "record_id": self.record_id,
            "position": self.position,
            "role": self.role,
            "span_id": self.span_id,
            "value_type": norm.type if norm else None,
            "value": norm.value if norm else None,
            "unit": norm.unit if norm else None,
            "mod": norm.mod if norm else None,
            "ref": norm.ref if norm else None,
        }

    @classmethod
    def from_row(cls, row: Row) -> "Member":
        """Read a member from a row of its table."""
        kind = row["value_type"]
        parts = (None if row[name] is None else str(row[name]) for name in ("value", "unit", "mod", "ref"))
        span_id = row["span_id"]
        return cls(
            id=int(row["id"] or 0),
            record_id=int(row["record_id"] or 0),
            position=int(row["position"] or 0),
            role=str(row["role"]),
            span_id=span_id if isinstance(span_id, int) else None,
            norm=None if kind is None else Norm(str(kind), *parts),
        )


@dataclass(frozen=True, slots=True)
class Record:
    """Spans tied together in one layer, in the order in which they were tied."""

    id: int
    uid: str
    layer_id: int
    type: str
    members: tuple[Member, ...] = ()

    @property
    def incomplete(self) -> bool:
        """Whether a member is empty, or fewer than two things are tied together."""
        full = sum(not member.empty for member in self.members)
        return full < len(self.members) or full < 2

    def row(self) -> Row:
        """Return the record as a row of its table, its members apart."""
        return {"id": self.id, "uid": self.uid, "layer_id": self.layer_id, "type": self.type}
