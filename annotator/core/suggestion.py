"""A suggestion: a span that the program or a model proposes; no annotation until a person accepts it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from annotator.core.changes import Row
from annotator.core.values import Norm

_NORM = ("value", "unit", "mod", "ref")
_NUMBER: Final = re.compile(r"[+-]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:[eE][+-]?\d{1,4})?", re.ASCII)

Least = Mapping[str, Decimal]
"""The score that is asked of suggestions, by their model; those below it are not shown."""

NOTHING_ASKED: Final[Least] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposed span: code points, end exclusive; `rule` says why in an id with arguments, rank 1 is best.

    `row_id` is that of a stored one (it came with a file) and `model` who made it; 0 and "" for one that was worked
    out from the text. `score` is what a model wrote, as it wrote it.
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
    model: str = ""

    @property
    def grade(self) -> Decimal | None:
        """The score as a number, None where it is none."""
        return number_of(self.score)

    @property
    def place(self) -> tuple[int, int]:
        """The range it covers."""
        return self.start, self.end

    @classmethod
    def from_row(cls, row: Row, model: str = "") -> "Suggestion":
        """Read a stored suggestion, made by `model`, from a row of its table."""
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
            model=model,
        )


def number_of(score: str) -> Decimal | None:
    """Return a score as a number, None where it is no plain one: those are never held against a threshold."""
    return Decimal(score) if _NUMBER.fullmatch(score) else None


def reaches(made: Suggestion, least: Least) -> bool:
    """Tell whether a suggestion has the score that is asked of its model; one without a number always has."""
    asked = least.get(made.model)
    grade = made.grade
    return asked is None or grade is None or grade >= asked


def _text(value: object) -> str | None:
    return None if value is None else str(value)
