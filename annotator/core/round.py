"""A round: the numbers of a comparison, frozen under a name."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from annotator.core.changes import Row, Scalar


@dataclass(frozen=True, slots=True)
class Round:
    """A round as it was kept; it never changes.

    `before` says that it is the state before adjudication, kept by the program itself; such a round has no name.
    `content` is JSON (`docs/measuring.md`).
    """

    id: int
    uid: str
    name: str
    at: str
    by: int
    before: bool
    content: str

    def row(self) -> Row:
        """Return the round as a row of its table."""
        return {
            "id": self.id,
            "uid": self.uid,
            "name": self.name,
            "at": self.at,
            "by": self.by,
            "before_adjudication": int(self.before),
            "content": self.content,
        }

    @classmethod
    def from_row(cls, row: Row) -> Self:
        """Read a round from a row of its table."""
        return cls(
            _whole(row["id"]), str(row["uid"]), str(row["name"]), str(row["at"]), _whole(row["by"]),
            bool(row["before_adjudication"]), str(row["content"]),
        )  # fmt: skip

    @property
    def numbers(self) -> Mapping[str, Any]:
        """The numbers, and what they rest on."""
        read: Mapping[str, Any] = json.loads(self.content)
        return read


def _whole(value: Scalar) -> int:
    if not isinstance(value, int):
        msg = f"a whole number was expected, not {value!r}"
        raise TypeError(msg)
    return value
