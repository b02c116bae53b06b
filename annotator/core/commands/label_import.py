"""Taking over the labels of a label file: what would change in the set, and the step that does it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.core.changes import Change, RowOp, insert
from annotator.core.commands.label_spans import clean_choices, value_ops
from annotator.core.commands.labels import changed, key_follows
from annotator.core.commands.state import State
from annotator.core.errors import user_error
from annotator.core.labels import Label, LabelSet
from annotator.core.messages import message


@dataclass(frozen=True, slots=True)
class LabelPlan:
    """The label set after an import: the file's labels in its order, then `kept`, which the file does not name.

    `added` are new (their row id is 0), `altered` pairs of ours before and after.
    """

    labels: tuple[Label, ...]
    added: tuple[Label, ...]
    altered: tuple[tuple[Label, Label], ...]
    kept: tuple[Label, ...]


def planned(ours: LabelSet, theirs: Sequence[Label]) -> LabelPlan:
    """Return what the labels of a file make of ours: the same label by its uid, else by its key.

    A label of ours that the file does not name stays behind them, and gives up its digit where the file has
    another use for it. UserError `labels.key-clash` where a label of the file takes the key of one that stays.
    """
    matched = _matched(ours, theirs)
    own = [matched.get(label.uid) for label in theirs]
    clean = [replace(label, choices=clean_choices(label.choices, label.kind)) for label in theirs]
    labels = [
        replace(label, id=0) if mine is None else replace(label, id=mine.id, uid=mine.uid)
        for label, mine in zip(clean, own, strict=True)
    ]
    there = {label.id for label in labels}
    keys = {label.key for label in labels}
    stay = [label for label in ours.labels if label.id not in there]
    for label in stay:
        if label.key in keys:
            raise user_error("labels.key-clash", label=label.key)
    whole = _set_out([*labels, *stay])
    labels, kept = whole[: len(labels)], whole[len(labels) :]
    before = {label.id: label for label in ours.labels}
    pairs = [(before[label.id], label) for label in (*labels, *kept) if label.id]
    return LabelPlan(
        labels=(*labels, *kept),
        added=tuple(label for label in labels if not label.id),
        altered=tuple((old, new) for old, new in pairs if old != new),
        kept=tuple(kept),
    )


def _set_out(labels: Sequence[Label]) -> list[Label]:
    """Return the labels numbered in this order, each digit with the first that has it."""
    found: list[Label] = []
    for number, label in enumerate(labels, 1):
        taken = any(label.hotkey == other.hotkey for other in found)
        found.append(replace(label, position=number, hotkey="" if taken else label.hotkey))
    return found


def _matched(ours: LabelSet, theirs: Sequence[Label]) -> dict[str, Label]:
    """Return the label of ours that each of theirs is, by their uid: none of ours twice."""
    by_uid = {label.uid: label for label in ours.labels}
    matched = {label.uid: by_uid[label.uid] for label in theirs if label.uid in by_uid}
    free = {label.key: label for label in ours.labels if label not in matched.values()}
    for label in theirs:
        if label.uid not in matched and label.key in free:
            matched[label.uid] = free.pop(label.key)
    return matched


@dataclass(frozen=True, slots=True)
class TakeLabels:
    """Take over the labels of a file called `name`; values that their labels cannot hold any more go."""

    labels: tuple[Label, ...]
    name: str

    def run(self, state: State) -> Change | None:
        """Return the change, or None where the set says all of it already."""
        plan = planned(state.labels, self.labels)
        ops: list[RowOp] = []
        for before, after in plan.altered:
            ops.extend(changed(before, after))
            ops.extend(value_ops(state, before, after))
        for before, after in plan.altered:
            if before.key != after.key:
                ops.extend(key_follows(state, before.key, after.key))
        fresh = (replace(label, id=state.new_id("label")) for label in plan.added)
        ops.extend(insert("label", label.row()) for label in fresh)
        if not ops:
            return None
        told = message("step.labels.import", name=self.name, added=len(plan.added), altered=len(plan.altered))
        return Change(told, tuple(ops))
