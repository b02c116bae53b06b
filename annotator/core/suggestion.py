"""A suggestion: a span that the program or a model proposes; no annotation until a person accepts it."""

import json
from dataclasses import dataclass

from annotator.core.changes import Row
from annotator.core.values import Norm

_NORM = ("value", "unit", "mod", "ref")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposed span: code points, end exclusive; `rule` says why in an id with arguments, rank 1 is best.

    `row_id` is that of a stored one (it came with a file); 0 for one that was worked out from the text.
    """

    start: int
    end: int
    text: str
    label_id: int
    norm: Norm | None = None
    rule: str = ""
    rank: int = 1
    score: str = ""
    alternatives: tuple[Norm, ...] = ()
    row_id: int = 0

    @property
    def place(self) -> tuple[int, int]:
        """The range it covers."""
        return self.start, self.end

    @classmethod
    def from_row(cls, row: Row) -> "Suggestion":
        """Read a stored suggestion from a row of its table."""
        kind = row["value_type"]
        norm = None if kind is None else Norm(str(kind), *(_text(row[name]) for name in _NORM))
        return cls(
            start=int(row["start"] or 0),
            end=int(row["end"] or 0),
            text=str(row["text"]),
            label_id=int(row["label_id"] or 0),
            norm=norm,
            rule=str(row["rule"]),
            rank=int(row["rank"] or 1),
            score=_text(row["score"]) or "",
            alternatives=tuple(Norm(*parts) for parts in json.loads(str(row["alternatives"]))),
            row_id=int(row["id"] or 0),
        )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
