"""A comment: something an annotator says on a span or on the document, to somebody or to nobody in particular."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from annotator.core.changes import Row, Scalar


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment of a layer. `span_id` None is the document; `author` and `to` are names, "" for nobody."""

    id: int
    uid: str
    layer_id: int
    span_id: int | None
    author: str
    to: str
    at: str
    text: str
    resolved: bool = False

    def row(self) -> Row:
        """Return the comment as a row of its table."""
        return {
            "id": self.id,
            "uid": self.uid,
            "layer_id": self.layer_id,
            "span_id": self.span_id,
            "author": self.author,
            "to": self.to,
            "at": self.at,
            "text": self.text,
            "resolved": int(self.resolved),
        }

    @classmethod
    def from_row(cls, row: Row) -> Self:
        """Read a comment from a row of its table."""
        return cls(
            id=_int(row["id"]),
            uid=str(row["uid"]),
            layer_id=_int(row["layer_id"]),
            span_id=None if row["span_id"] is None else _int(row["span_id"]),
            author=str(row["author"]),
            to=str(row["to"]),
            at=str(row["at"]),
            text=str(row["text"]),
            resolved=bool(row["resolved"]),
        )


def _int(value: Scalar) -> int:
    if not isinstance(value, int):
        msg = f"a whole number was expected, not {value!r}"
        raise TypeError(msg)
    return value


def open_spans(comments: Iterable[Comment]) -> frozenset[int]:
    """Return the ids of the spans that have a comment which is not resolved."""
    return frozenset(c.span_id for c in comments if c.span_id is not None and not c.resolved)
