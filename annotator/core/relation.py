"""A relation: from one span of a layer to another, such as a short form to the name that it stands for."""

from dataclasses import dataclass
from typing import Final

from annotator.core.changes import Row

ALIAS: Final = "alias"
"""The type of the relation from a short form, or another name, to the name that it stands for."""


@dataclass(frozen=True, slots=True)
class Relation:
    """From one span to another of the same layer; `type` is ALIAS, or what a file brought."""

    id: int
    uid: str
    layer_id: int
    type: str
    from_id: int
    to_id: int
    note: str = ""

    def row(self) -> Row:
        """Return the relation as a row of its table."""
        return {
            "id": self.id,
            "uid": self.uid,
            "layer_id": self.layer_id,
            "type": self.type,
            "from_id": self.from_id,
            "to_id": self.to_id,
            "note": self.note,
        }

    @classmethod
    def from_row(cls, row: Row) -> "Relation":
        """Read a relation from a row of its table."""
        return cls(
            id=int(row["id"] or 0),
            uid=str(row["uid"]),
            layer_id=int(row["layer_id"] or 0),
            type=str(row["type"]),
            from_id=int(row["from_id"] or 0),
            to_id=int(row["to_id"] or 0),
            note=str(row["note"]),
        )
