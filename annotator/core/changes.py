"""What a user action does: row operations with their before and after, grouped into one undoable Change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from annotator.core.messages import Message

Scalar = str | int | float | bytes | None
Row = Mapping[str, Scalar]

# The entities a row operation may name, each a table of the project file.
ENTITIES: Final = frozenset({
    "anchor", "annotator", "comment", "decision", "document", "document_label", "import_run", "label", "layer",
    "lexicon_entry", "lost_span", "outlet_line", "record", "record_member", "refusal", "relation", "response",
    "returned", "review", "round", "setting", "source", "span", "suggestion", "text_version", "waiver",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class RowOp:
    """One row before and after: `before` None inserts, `after` None deletes, else the changed columns of both.

    An update names the same columns on both sides; `before` is also what the row must hold for the
    operation to be allowed, so that nothing is overwritten unseen.
    """

    entity: str
    id: int
    before: Row | None
    after: Row | None

    def inverse(self) -> "RowOp":
        """Return the operation that takes this one back."""
        return RowOp(self.entity, self.id, self.after, self.before)


def insert(entity: str, row: Row) -> RowOp:
    """Return the operation that adds `row`; its id is its column `id`."""
    return RowOp(entity, _id_of(row), None, row)


def delete(entity: str, row: Row) -> RowOp:
    """Return the operation that removes `row`, whole, so that undo can bring it back."""
    return RowOp(entity, _id_of(row), row, None)


def update(entity: str, before: Row, after: Row) -> RowOp | None:
    """Return the operation between two states of one row, naming only what differs; None if nothing does."""
    changed = [column for column, value in after.items() if before[column] != value]
    if not changed:
        return None
    return RowOp(
        entity,
        _id_of(before),
        {column: before[column] for column in changed},
        {column: after[column] for column in changed},
    )


def _id_of(row: Row) -> int:
    identity = row["id"]
    if not isinstance(identity, int):
        msg = "a row is named by its integer id"
        raise TypeError(msg)
    return identity


@dataclass(frozen=True, slots=True)
class Change:
    """One undoable step: its row operations in order, and what it is called.

    `document_id` is the document whose undo takes it back, None for a step over the project.
    Steps in a row with the same `merge` key (one burst of typing) become one.
    """

    message: Message
    ops: tuple[RowOp, ...]
    document_id: int | None = None
    merge: str = ""

    def inverse(self) -> "Change":
        """Return the change that takes this one back, in reverse order."""
        return replace(self, ops=tuple(op.inverse() for op in reversed(self.ops)))


def combine(earlier: Iterable[RowOp], later: Iterable[RowOp]) -> tuple[RowOp, ...]:
    """Return the operations of two changes as one: first before, last after; what came to nothing is left out."""
    rows: dict[tuple[str, int], RowOp] = {}
    for op in (*earlier, *later):
        key = (op.entity, op.id)
        seen = rows.pop(key, None)
        joined = op if seen is None else _joined(seen, op)
        if joined is not None:
            rows[key] = joined
    return tuple(rows.values())


def _joined(first: RowOp, second: RowOp) -> RowOp | None:
    if first.before is None:
        if second.after is None:
            return None
        return replace(first, after={**(first.after or {}), **second.after})
    if second.after is None:
        return replace(first, before={**(second.before or {}), **first.before}, after=None)
    if first.after is None:
        return update(first.entity, {"id": first.id, **first.before}, {"id": first.id, **second.after})
    before = {**(second.before or {}), **first.before}
    after = {**first.after, **second.after}
    return update(first.entity, {"id": first.id, **before}, after)


@dataclass(frozen=True, slots=True)
class Changes:
    """The one notice after a commit, derived from the row operations; each view redraws what it names."""

    ops: tuple[RowOp, ...]
    document_id: int | None = None

    def of(self, entity: str) -> tuple[RowOp, ...]:
        """Return the operations on one entity, in order."""
        return tuple(op for op in self.ops if op.entity == entity)

    def touch(self, *entities: str) -> bool:
        """Tell whether any of the entities was touched."""
        return any(op.entity in entities for op in self.ops)
