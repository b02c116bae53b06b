"""The journal: each user action as one row beside what it changed, to be taken back and brought back.

Undo and redo take the same path as the change itself, so that everything a change is checked for holds for
them too; a step whose rows have been changed since is refused whole (`change.conflict`).
"""

import base64
import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, Final, NamedTuple

from annotator.core.changes import Change, Row, RowOp, Scalar, combine
from annotator.core.errors import user_error
from annotator.core.history import History, Step
from annotator.core.making import maker
from annotator.core.messages import Message
from annotator.store.database import transaction
from annotator.store.errors import explained
from annotator.store.writer import write


class StepState(StrEnum):
    """Whether a step is in force; a dropped one was undone before something else was done, or came to nothing."""

    DONE = "done"
    UNDONE = "undone"
    DROPPED = "dropped"


class Entry(NamedTuple):
    """A line of the history list."""

    step: Step
    state: StepState


_make_op: Final = maker(RowOp)

_STEP_COLUMNS: Final = "id, message, at, annotator_id, document_id, merge_key"


def record(connection: sqlite3.Connection, change: Change, *, annotator_id: int, at: str) -> Step:
    """Carry out a change with its journal entry, in one transaction."""
    with transaction(connection):
        return enter(connection, change, annotator_id=annotator_id, at=at)


def enter(connection: sqlite3.Connection, change: Change, *, annotator_id: int, at: str) -> Step:
    """Carry out a change with its journal entry, in the caller's transaction.

    What had been undone in its scope can no longer be brought back.
    """
    write(connection, change.ops, at)
    connection.execute(
        "UPDATE journal SET state = 'dropped', changed_at = ? WHERE document_id IS ? AND state = 'undone'",
        (at, change.document_id),
    )
    cursor = connection.execute(
        "INSERT INTO journal (at, annotator_id, document_id, message, merge_key, changed_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (at, annotator_id, change.document_id, message_json(change.message), change.merge, at),
    )
    step_id = cursor.lastrowid or 0
    connection.execute("INSERT INTO journal_ops (id, ops) VALUES (?, ?)", (step_id, ops_json(change.ops)))
    return Step(step_id, change.message, at, annotator_id, change.document_id, change.merge)


def merge_into(connection: sqlite3.Connection, step: Step, change: Change, *, at: str) -> Step | None:
    """Carry out a change that continues `step`, and make them one; None where the two came to nothing."""
    with transaction(connection):
        ops = combine(read_ops(_written(connection, step, StepState.DONE)), change.ops)
        write(connection, change.ops, at, burst=True)
        connection.execute(
            "UPDATE journal SET message = ?, state = ?, changed_at = ? WHERE id = ?",
            (message_json(change.message), StepState.DONE if ops else StepState.DROPPED, at, step.id),
        )
        connection.execute("UPDATE journal_ops SET ops = ? WHERE id = ?", (ops_json(ops), step.id))
    return replace(step, message=change.message) if ops else None


def undo(connection: sqlite3.Connection, step: Step, *, at: str) -> Change:
    """Take a done step back, in one transaction; return the change that did so."""
    with transaction(connection):
        ops = read_ops(_written(connection, step, StepState.DONE), inverse=True)
        _move(connection, step, ops, StepState.UNDONE, at)
    return Change(step.message, ops, step.document_id)


def redo(connection: sqlite3.Connection, step: Step, *, at: str) -> Change:
    """Bring an undone step back, in one transaction; return the change that did so."""
    with transaction(connection):
        ops = read_ops(_written(connection, step, StepState.UNDONE))
        _move(connection, step, ops, StepState.DONE, at)
    return Change(step.message, ops, step.document_id)


def _move(
    connection: sqlite3.Connection, step: Step, ops: tuple[RowOp, ...], state: StepState, at: str
) -> None:
    write(connection, ops, at)
    connection.execute("UPDATE journal SET state = ?, changed_at = ? WHERE id = ?", (state, at, step.id))


def _written(connection: sqlite3.Connection, step: Step, state: StepState) -> str:
    """Return the operations of a step as JSON; UserError where the step is not in that state any more."""
    row = connection.execute(
        "SELECT ops FROM journal JOIN journal_ops USING (id) WHERE journal.id = ? AND state = ?",
        (step.id, state),
    ).fetchone()
    if row is None:
        raise user_error("change.conflict", entity="journal")
    return str(row[0])


def load_history(connection: sqlite3.Connection, document_id: int | None) -> History:
    """Return the history of one document, or (None) of the steps over the project."""
    query = f"SELECT {_STEP_COLUMNS} FROM journal WHERE document_id IS ? AND state = ? ORDER BY id"  # noqa: S608 - our words
    with explained(connection):
        done = connection.execute(query, (document_id, StepState.DONE)).fetchall()
        undone = connection.execute(query, (document_id, StepState.UNDONE)).fetchall()
    # Undone from the last one backwards: the oldest is the next to bring back.
    return History(tuple(map(_step, done)), tuple(map(_step, reversed(undone))))


def steps(connection: sqlite3.Connection, limit: int, *, before: int | None = None) -> tuple[Entry, ...]:
    """Return up to `limit` steps of the whole project, newest first, from before the step with id `before`.

    Dropped steps are left out: nothing of them is in force, and nothing brings them back.
    """
    query = (
        f"SELECT {_STEP_COLUMNS}, state FROM journal"  # noqa: S608 - our words
        " WHERE state <> 'dropped' AND id < coalesce(?, 9223372036854775807) ORDER BY id DESC LIMIT ?"
    )
    with explained(connection):
        rows = connection.execute(query, (before, limit)).fetchall()
    return tuple(Entry(_step(row[:-1]), StepState(row[-1])) for row in rows)


def operations(connection: sqlite3.Connection, step_id: int) -> tuple[RowOp, ...]:
    """Return the row operations of a step, as it was done; none where there is no such step."""
    with explained(connection):
        row = connection.execute("SELECT ops FROM journal_ops WHERE id = ?", (step_id,)).fetchone()
    return () if row is None else read_ops(row[0])


def _step(row: tuple[Any, ...]) -> Step:
    id_, told, at, annotator_id, document_id, merge = row
    return Step(id_, _message(told), at, annotator_id, document_id, merge)


def message_json(told: Message) -> str:
    """Return the name of a step as the journal holds it: [id, arguments]."""
    return json.dumps([told.id, dict(told.arguments)], ensure_ascii=False, separators=(",", ":"))


def _message(written: str) -> Message:
    id_, arguments = json.loads(written)
    return Message(id_, arguments)


def ops_json(ops: Iterable[RowOp]) -> str:
    """Return operations as the journal holds them: [[entity, id, before, after], …], bytes as {"b64": …}."""
    rows = [(op.entity, op.id, _plain(op.before), _plain(op.after)) for op in ops]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"), default=_bytes_json)


def read_ops(written: str, *, inverse: bool = False) -> tuple[RowOp, ...]:
    """Read operations from the journal, or (`inverse`) those that take them back, the last one first."""
    rows = json.loads(written, object_hook=_bytes_from_json if '{"b64":' in written else None)
    if inverse:
        return tuple([_make_op(entity, id_, after, before) for entity, id_, before, after in reversed(rows)])
    return tuple([_make_op(*row) for row in rows])


def _plain(row: Row | None) -> dict[str, Scalar] | None:
    return row if row is None or isinstance(row, dict) else dict(row)


def _bytes_json(value: object) -> dict[str, str]:
    if not isinstance(value, bytes):
        msg = f"a row holds text, numbers and bytes, not {type(value).__name__}"
        raise TypeError(msg)
    return {"b64": base64.b64encode(value).decode("ascii")}


def _bytes_from_json(read: Mapping[str, Any]) -> Mapping[str, Any] | bytes:
    # No table has a column of that name.
    return base64.b64decode(read["b64"]) if read.keys() == {"b64"} else read
