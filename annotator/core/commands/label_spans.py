"""User actions on labels that reach their spans: another kind of value, and removal."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from annotator.core.changes import Change, Row, RowOp, Scalar, delete, update
from annotator.core.commands.base import span_removal
from annotator.core.commands.labels import changed, key_follows
from annotator.core.commands.spans import known_label
from annotator.core.commands.state import State
from annotator.core.errors import user_error
from annotator.core.label_values import carried
from annotator.core.labels import Label
from annotator.core.messages import message
from annotator.core.values import Norm, ValueKind

VALUE_COLUMNS: Final = ("value_type", "value", "unit", "mod", "ref")

# What carries a label and a value beside the spans: proposed ones, and those in the tray.
_PROPOSED: Final = ("suggestion", "lost_span")
# What names a label beside the spans, and is worth nothing without it.
_NAMING: Final = ("refusal", "lexicon_entry")


@dataclass(frozen=True, slots=True)
class SetKind:
    """Give a label another kind of value, or other choices; values that it cannot hold any more are taken away.

    That reaches every annotator's spans of the label. `lost` in the name of the step counts those values.
    """

    label_id: int
    kind: ValueKind
    choices: tuple[str, ...] = ()

    def run(self, state: State) -> Change | None:
        """Return the change, or None where kind and choices stay."""
        label = known_label(state, self.label_id)
        after = replace(label, kind=self.kind, choices=clean_choices(self.choices, self.kind))
        ops = changed(label, after)
        if not ops:
            return None
        values = value_ops(state, label, after)
        told = message("step.label.kind", label=label.key, lost=sum(map(_takes_value, values)))
        return Change(told, (*ops, *values))


@dataclass(frozen=True, slots=True)
class RemoveLabel:
    """Remove a label. Its spans, of every annotator, get the label `into`; where that is 0 they go too.

    A span that would stand twice with `into` goes, as when one relabels it. One step over the project.
    """

    label_id: int
    into: int = 0

    def run(self, state: State) -> Change | None:
        """Return the change; UserError while an import is under way, which may be using the label."""
        label = known_label(state, self.label_id)
        if state.rows("import_run", "state", "running"):
            raise user_error("label.import-running")
        spans = state.rows("span", "label_id", label.id)
        if self.into in (0, label.id):
            ops = _all_gone(state, label, spans)
            told = message("step.label.remove", label=label.key, count=len(spans))
        else:
            into = known_label(state, self.into)
            ops = _relabelled(state, label, into, spans)
            told = message("step.label.remove-into", label=label.key, into=into.key, count=len(spans))
            ops.extend(key_follows(state, label.key, into.key))
        ops.append(delete("label", label.row()))
        return Change(told, tuple(ops))


def _takes_value(op: RowOp) -> bool:
    return op.entity == "span" and op.after is not None and op.after.get("value_type", "") is None


def clean_choices(choices: Sequence[str], kind: ValueKind) -> tuple[str, ...]:
    """Return choices as a label holds them: without outer blanks, each once, none where the kind has none."""
    if kind is not ValueKind.CHOICE:
        return ()
    return tuple(dict.fromkeys(choice.strip() for choice in choices if choice.strip()))


def value_ops(state: State, before: Label, after: Label) -> list[RowOp]:
    """Return what becomes of the values of a label's spans and suggestions where its kind or choices change."""
    if (before.kind, before.choices) == (after.kind, after.choices):
        return []
    ops: list[RowOp] = []
    for entity in ("span", *_PROPOSED):
        stamp: Row = {"updated_at": state.now()} if entity == "span" else {}
        for row in state.rows(entity, "label_id", before.id):
            columns = _carried_columns(row, after)
            if columns:
                ops.extend(_updated(entity, row, {**columns, **stamp}))
    return _together(ops)


def _relabelled(state: State, label: Label, into: Label, spans: Sequence[Row]) -> list[RowOp]:
    """Return what gives the spans of a label, and all else that names it, to another one."""
    taken = {_place(row) for row in state.rows("span", "label_id", into.id)}
    twins: list[Row] = []
    ops: list[RowOp] = []
    now = state.now()
    for row in spans:
        if _place(row) in taken:
            twins.append(row)
            continue
        taken.add(_place(row))
        columns = {"label_id": into.id, **_carried_columns(row, into), "updated_at": now}
        ops.extend(_updated("span", row, columns))
    for entity in _PROPOSED:
        for row in state.rows(entity, "label_id", label.id):
            ops.extend(_updated(entity, row, {"label_id": into.id, **_carried_columns(row, into)}))
    for entity in _NAMING:
        for row in state.rows(entity, "label_id", label.id):
            ops.extend(_updated(entity, row, {"label_id": into.id}))
    return [*_together(ops), *span_removal(state, twins)]


def _all_gone(state: State, label: Label, spans: Sequence[Row]) -> list[RowOp]:
    """Return what removes the spans of a label, and all else that names it."""
    naming = [
        delete(entity, row)
        for entity in (*_PROPOSED, *_NAMING)
        for row in state.rows(entity, "label_id", label.id)
    ]
    return [*span_removal(state, spans), *naming]


def _place(row: Row) -> tuple[Scalar, Scalar, Scalar]:
    return (row["layer_id"], row["start"], row["end"])


def _carried_columns(row: Row, label: Label) -> dict[str, Scalar]:
    """Return the columns of a row's value that change where it comes under `label`; all of them, or none."""
    if row["value_type"] is None:
        return {}
    type_, *rest = (None if row[name] is None else str(row[name]) for name in VALUE_COLUMNS)
    norm = Norm(type_ or "", *rest)
    after = carried(norm, label.kind, label.choices)
    if after == norm:
        return {}
    return dict(zip(VALUE_COLUMNS, after or (None,) * len(VALUE_COLUMNS), strict=True))


def _updated(entity: str, row: Row, columns: Row) -> list[RowOp]:
    """Return the operation that writes these columns, looking at no other: there may be very many rows."""
    op = update(entity, {"id": row["id"], **{name: row[name] for name in columns}}, columns)
    return [] if op is None else [op]


def _together(ops: Sequence[RowOp]) -> list[RowOp]:
    """Return the operations so that those of one shape stand together: the store writes them at once."""
    return sorted(ops, key=_shape)


def _shape(op: RowOp) -> tuple[str, tuple[str, ...]]:
    return (op.entity, tuple(op.after or ()))
