"""User actions on the labels of the project's set; each is a step over the whole project."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from annotator.core.changes import Change, Row, RowOp, insert, update
from annotator.core.commands.spans import known_label
from annotator.core.commands.state import State
from annotator.core.errors import UserError
from annotator.core.labels import ROLES, Label, LabelSet
from annotator.core.layer import Status
from annotator.core.messages import Message, message
from annotator.core.validate import label_key_problem
from annotator.core.values import ValueKind

DIGITS: Final = "123456789"


def key_problem(labels: LabelSet, key: str, *, label_id: int = 0) -> Message | None:
    """Say why `key` cannot be the key of the label with that id (0: of a new one): its form, or another has it."""
    problem = label_key_problem(key)
    if problem is not None:
        return problem
    other = labels.by_key(key)
    return message("label.key-taken", label=key) if other is not None and other.id != label_id else None


def free_digit(labels: Iterable[Label]) -> str:
    """Return the first digit that no label has, "" where all are given."""
    taken = {label.hotkey for label in labels}
    return next((digit for digit in DIGITS if digit not in taken), "")


def free_role(labels: Sequence[Label]) -> str:
    """Return the first colour role that no label has; where all are, one after the other again."""
    taken = {label.role for label in labels}
    return next((role for role in ROLES if role not in taken), ROLES[len(labels) % len(ROLES)])


@dataclass(frozen=True, slots=True)
class AddLabel:
    """Add a label, with the first free digit and colour, after all others.

    `like` is the label that it is split from: it stands behind that one, with its kind and its choices, so that
    spans can go over with their values.
    """

    key: str
    title: str = ""
    kind: ValueKind = ValueKind.NONE
    description: str = ""
    like: int = 0

    def run(self, state: State) -> Change | None:
        """Return the change; UserError where the key is taken, or cannot be one."""
        labels = state.labels
        _demand_key(labels, self.key, 0)
        model = known_label(state, self.like) if self.like else None
        label = Label(
            id=state.new_id("label"),
            uid=state.new_uid(),
            key=self.key,
            title=self.title or self.key,
            hotkey=free_digit(labels.labels),
            role=free_role(labels.labels),
            kind=model.kind if model is not None else self.kind,
            description=self.description,
            choices=model.choices if model is not None else (),
            position=0,
        )
        place = labels.labels.index(model) + 1 if model is not None else len(labels.labels)
        order = [*labels.labels[:place], label, *labels.labels[place:]]
        numbered = [replace(each, position=number) for number, each in enumerate(order, 1)]
        ops = _moved(labels.labels, [each for each in numbered if each.id != label.id])
        ops.append(insert("label", numbered[place].row()))
        return Change(message("step.label.add", label=label.key), tuple(ops))


@dataclass(frozen=True, slots=True)
class SetKey:
    """Call a label by another key in files; its id stays, and roles and document labels follow."""

    label_id: int
    key: str

    def run(self, state: State) -> Change | None:
        """Return the change, or None where the key stays; UserError where it is taken, or cannot be one."""
        label = known_label(state, self.label_id)
        _demand_key(state.labels, self.key, label.id)
        ops = changed(label, replace(label, key=self.key))
        if not ops:
            return None
        ops.extend(key_follows(state, label.key, self.key))
        return Change(message("step.label.key", before=label.key, label=self.key), tuple(ops))


@dataclass(frozen=True, slots=True)
class SetTitle:
    """Give a label another title; typing of one burst merges into one step."""

    label_id: int
    title: str
    burst: str = ""

    def run(self, state: State) -> Change | None:
        """Return the change, or None where the title stays."""
        label = known_label(state, self.label_id)
        told = message("step.label.title", label=label.key)
        return _typed(label, replace(label, title=self.title), told, self.burst)


@dataclass(frozen=True, slots=True)
class SetDescription:
    """Write the guideline of a label; typing of one burst merges into one step."""

    label_id: int
    description: str
    burst: str = ""

    def run(self, state: State) -> Change | None:
        """Return the change, or None where it stays."""
        label = known_label(state, self.label_id)
        told = message("step.label.description", label=label.key)
        return _typed(label, replace(label, description=self.description), told, self.burst)


@dataclass(frozen=True, slots=True)
class SetColour:
    """Give a label another colour role."""

    label_id: int
    role: str

    def run(self, state: State) -> Change | None:
        """Return the change, or None where it stays."""
        if self.role not in ROLES:
            msg = f"no such colour role: {self.role}"
            raise ValueError(msg)
        label = known_label(state, self.label_id)
        ops = changed(label, replace(label, role=self.role))
        return Change(message("step.label.colour", label=label.key), tuple(ops)) if ops else None


@dataclass(frozen=True, slots=True)
class SetDigit:
    """Give a label a digit, or ("") none; a label that has it takes this one's former digit in exchange."""

    label_id: int
    digit: str

    def run(self, state: State) -> Change | None:
        """Return the change, or None where it stays."""
        if self.digit not in ("", *DIGITS):
            msg = f"no digit for a label: {self.digit!r}"
            raise ValueError(msg)
        label = known_label(state, self.label_id)
        if label.hotkey == self.digit:
            return None
        ops = changed(label, replace(label, hotkey=self.digit))
        other = state.labels.by_hotkey(self.digit) if self.digit else None
        if other is not None:
            ops.extend(changed(other, replace(other, hotkey=label.hotkey)))
        id_ = "step.label.digit" if self.digit else "step.label.no-digit"
        return Change(message(id_, label=label.key, digit=self.digit), tuple(ops))


@dataclass(frozen=True, slots=True)
class MoveLabel:
    """Move a label by that many places in the order of the set: up below nought, down above."""

    label_id: int
    by: int

    def run(self, state: State) -> Change | None:
        """Return the change, or None where it stands at that end already."""
        label = known_label(state, self.label_id)
        order = list(state.labels.labels)
        place = order.index(label)
        order.insert(max(0, place + self.by), order.pop(place))
        numbered = [replace(each, position=number) for number, each in enumerate(order, 1)]
        if order == list(state.labels.labels):
            return None
        ops = _moved(state.labels.labels, numbered)
        return Change(message("step.label.order", label=label.key), tuple(ops))


@dataclass(frozen=True, slots=True)
class CheckLabels:
    """Say that done documents stand with the label set as it is now: their layers take its present version."""

    document_ids: tuple[int, ...]

    def run(self, state: State) -> Change | None:
        """Return the change, on its document where it is one, else over the project; None where all have it."""
        version = state.labels.version
        ops: list[RowOp] = []
        for document_id in self.document_ids:
            layer = state.layer(document_id)
            if layer is not None and layer.head.status is Status.DONE:
                head = replace(layer.head, label_set_version=version)
                op = update("layer", layer.head.row(), head.row())
                ops.extend([op] if op is not None else [])
        if not ops:
            return None
        only = self.document_ids[0] if len(self.document_ids) == 1 else None
        return Change(message("step.labels.checked", count=len(ops)), tuple(ops), only)


def changed(before: Label, after: Label) -> list[RowOp]:
    """Return the operation between two states of a label, none where they are the same."""
    op = update("label", before.row(), after.row())
    return [] if op is None else [op]


def key_follows(state: State, before: str, after: str) -> list[RowOp]:
    """Return the operations that write another key where rows hold it as text: roles, document labels."""
    ops: list[RowOp] = []
    for row in state.rows("record_member", "role", before):
        ops.extend(_rewritten("record_member", row, "role", after))
    for row in state.rows("document_label", "label", before):
        ops.extend(_rewritten("document_label", row, "label", after))
    return ops


def _rewritten(entity: str, row: Row, column: str, value: str) -> list[RowOp]:
    op = update(entity, row, {**row, column: value})
    return [] if op is None else [op]


def _moved(before: Iterable[Label], after: Iterable[Label]) -> list[RowOp]:
    by_id = {label.id: label for label in before}
    return [op for label in after for op in changed(by_id[label.id], label)]


def _typed(before: Label, after: Label, told: Message, burst: str) -> Change | None:
    ops = changed(before, after)
    if not ops:
        return None
    merge = f"{told.id}:{before.id}:{burst}" if burst else ""
    return Change(told, tuple(ops), merge=merge)


def _demand_key(labels: LabelSet, key: str, label_id: int) -> None:
    problem = key_problem(labels, key, label_id=label_id)
    if problem is not None:
        raise UserError(problem)
