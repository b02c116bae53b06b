"""Taking the label set of a file over into a project that has no documents yet, as a step of its own."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from annotator.core.changes import Change, Row, RowOp, delete, update
from annotator.core.entry import LabelSetName
from annotator.core.labels import Label, LabelSet
from annotator.core.messages import message
from annotator.formats.sidecar import LabelFile

NewId = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class TakenSet:
    """A label set on its way into the project: `labels` as they will be, under their row ids.

    `made` are the new ones as they are to be added first: last in order, without a digit. They stay when the
    step is undone, because spans of an import that was taken back may name them; `change` is that step.
    """

    labels: tuple[Label, ...]
    made: tuple[Label, ...]
    change: Change


def is_whole(file: LabelFile | None, named: LabelSetName | None) -> bool:
    """Tell whether the label file is the very set that a line names, so that nothing of it is missing."""
    return file is not None and named is not None and file.sha256 == named.sha256


def taken_over(  # noqa: PLR0913 - what a label set is made of
    ours: LabelSet,
    file: LabelFile,
    named: LabelSetName,
    *,
    name: str,
    settings: tuple[Row, Row],
    in_use: Collection[int],
    new_id: NewId,
) -> TakenSet | None:
    """Return the project's label set as the file has it; None where it is that already.

    `settings` are the rows of the set's id and version, `in_use` the row ids of labels that must stay, `name` the
    name of the file.
    """
    before = {label.id: label for label in ours.labels}
    labels = _in_place_of(ours.labels, file.labels, new_id)
    there = {label.id for label in labels}
    last = len(labels)
    for label in ours.labels:
        if label.id not in there and label.id in in_use:
            last += 1
            labels.append(replace(label, position=last, hotkey=""))
            there.add(label.id)
    first = max((label.position for label in ours.labels), default=0)
    fresh = [label for label in labels if label.id not in before]
    made = [replace(label, hotkey="", position=first + n) for n, label in enumerate(fresh, 1)]
    before |= {label.id: label for label in made}
    ops: list[RowOp | None] = [delete("label", label.row()) for label in ours.labels if label.id not in there]
    ops.extend(update("label", before[label.id].row(), label.row()) for label in labels)
    uid, version = settings
    ops.append(update("setting", uid, {**uid, "value": named.id}))
    if not any(ops) and version["value"] == str(named.version):
        return None
    # Said even where it is the same: the number that a change of labels sets itself is the one that they get.
    ops.append(_value_op(version, str(named.version)))
    done = tuple(op for op in ops if op is not None)
    return TakenSet(tuple(labels), tuple(made), Change(message("step.labels.taken", file=name), done))


def _value_op(row: Row, value: str) -> RowOp:
    id_ = row["id"]
    if not isinstance(id_, int):
        msg = "a row is named by its integer id"
        raise TypeError(msg)
    return RowOp("setting", id_, {"value": row["value"]}, {"value": value})


def _in_place_of(ours: Sequence[Label], theirs: Sequence[Label], new_id: NewId) -> list[Label]:
    """Return their labels in their order, each under the row id of ours that it is: by id, then by key."""
    by_uid = {label.uid: label.id for label in ours}
    matched = {by_uid[label.uid] for label in theirs if label.uid in by_uid}
    by_key = {label.key: label.id for label in ours if label.id not in matched}
    labels: list[Label] = []
    for position, label in enumerate(theirs, 1):
        id_ = by_uid.get(label.uid) or by_key.pop(label.key, 0) or new_id("label")
        labels.append(replace(label, id=id_, position=position))
    return labels
