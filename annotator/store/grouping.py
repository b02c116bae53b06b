"""Row operations of one shape, one after the other: written, checked and followed up together."""

from collections.abc import Iterable
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from annotator.core.changes import Row, RowOp


class Kind(StrEnum):
    """What an operation does."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


class Group(NamedTuple):
    """Operations in a row of one kind on one entity that name the same columns, in their order.

    `before` and `after` are those columns, on each side; there is nothing before an insert, or after a delete.
    """

    entity: str
    kind: Kind
    before: tuple[str, ...]
    after: tuple[str, ...]
    ops: tuple[RowOp, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that the operations name."""
        return self.after or self.before

    @property
    def ids(self) -> list[int]:
        """The ids of the rows."""
        return [op.id for op in self.ops]

    @property
    def sides(self) -> list[Row]:
        """The rows as the operations name them: after an insert, before a delete, on both sides of an update."""
        rows = (row for op in self.ops for row in (op.before, op.after))
        return [row for row in rows if row is not None]


def grouped(ops: Iterable[RowOp]) -> tuple[Group, ...]:
    """Return the operations in their order, in groups as long as can be."""
    return tuple(Group(*shape, tuple(group)) for shape, group in groupby(ops, key=_shape_of))


def _shape_of(op: RowOp) -> tuple[str, Kind, tuple[str, ...], tuple[str, ...]]:
    before, after = op.before, op.after
    if before is None:
        return (op.entity, Kind.INSERT, (), tuple(after or ()))
    if after is None:
        return (op.entity, Kind.DELETE, tuple(before), ())
    return (op.entity, Kind.UPDATE, tuple(before), tuple(after))
