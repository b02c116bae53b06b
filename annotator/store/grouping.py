"""Row operations of one shape: written, checked and followed up together."""

from collections.abc import Iterable
from enum import StrEnum
from itertools import groupby
from typing import Final, NamedTuple

from annotator.core.changes import Row, RowOp


class Kind(StrEnum):
    """What an operation does."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


class Group(NamedTuple):
    """Operations of one kind on one entity that name the same columns, in their order.

    `before` and `after` are those columns, on each side; there is nothing before an insert, or after a delete.
    `ids` are the ids of the rows.
    """

    entity: str
    kind: Kind
    before: tuple[str, ...]
    after: tuple[str, ...]
    ops: tuple[RowOp, ...]
    ids: tuple[int, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that the operations name."""
        return self.after or self.before

    @property
    def sides(self) -> list[Row]:
        """The rows as the operations name them: after an insert, before a delete, on both sides of an update."""
        rows = (row for op in self.ops for row in (op.before, op.after))
        return [row for row in rows if row is not None]


_Shape = tuple[str, Kind, tuple[str, ...], tuple[str, ...]]

# Rows of these stand alone: no other row of the table excludes them, and no table refers to them by a key.
_ALONE: Final = frozenset({
    "comment", "decision", "document_label", "lost_span", "record", "record_member", "refusal", "relation", "span",
    "suggestion", "waiver",
})  # fmt: skip


def grouped(ops: Iterable[RowOp]) -> tuple[Group, ...]:
    """Return the operations in groups as large as can be, in an order that comes to the same.

    Operations on different rows that stand alone may change places; all others keep theirs.
    """
    ops = tuple(ops)
    by_shape: dict[tuple[_Shape, int], list[RowOp]] = {}
    last: _Shape | None = None
    same: list[RowOp] = []
    for run, op in enumerate(ops, 1):
        shape = _shape_of(op)
        if shape != last:
            last = shape
            same = by_shape.setdefault((shape, 0 if op.entity in _ALONE else run), [])
        same.append(op)
    groups = tuple(_group(shape, same) for (shape, _run), same in by_shape.items())
    return groups if _touch_rows_once(groups) else _in_runs(ops)


def _touch_rows_once(groups: Iterable[Group]) -> bool:
    """Tell whether no row that stands alone is touched by two groups."""
    ids: dict[str, list[tuple[int, ...]]] = {}
    for group in groups:
        if group.entity in _ALONE:
            ids.setdefault(group.entity, []).append(group.ids)
    several = [parts for parts in ids.values() if len(parts) > 1]
    return all(len(set().union(*parts)) == sum(map(len, parts)) for parts in several)


def _in_runs(ops: Iterable[RowOp]) -> tuple[Group, ...]:
    return tuple(_group(shape, list(same)) for shape, same in groupby(ops, key=_shape_of))


def _group(shape: _Shape, ops: list[RowOp]) -> Group:
    return Group(*shape, tuple(ops), tuple([op.id for op in ops]))


def _shape_of(op: RowOp) -> _Shape:
    before, after = op.before, op.after
    if before is None:
        return (op.entity, Kind.INSERT, (), tuple(after or ()))
    if after is None:
        return (op.entity, Kind.DELETE, tuple(before), ())
    return (op.entity, Kind.UPDATE, tuple(before), tuple(after))
