"""Import runs: what an import adds stays hidden, batch after batch, until one short transaction publishes it.

A run is `running` until then, and whatever it has added is swept if it never gets there. Published, it is one
step of the project's history; undone, its state is `withdrawn`: everything stays in the file, hidden, and redo
shows it again.
"""

import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from annotator.core.changes import Change, Row, RowOp
from annotator.core.errors import user_error
from annotator.core.history import Step
from annotator.core.labels import Label
from annotator.core.messages import Message
from annotator.core.people import Annotator
from annotator.store import furniture, journal, search
from annotator.store.database import transaction
from annotator.store.errors import explained, is_duplicate
from annotator.store.ids import IdAllocator
from annotator.store.incoming import Incoming, Rows, insert_statement
from annotator.store.label_versions import follow_labels, keep_version, rest_on_present
from annotator.store.selection import PUBLISHED

BATCH: Final = 50
"""How many documents to add in one transaction, so that nobody waits long for the lock."""

_PAUSE_SECONDS: Final = 0.004
_LISTED: Final = "IN (SELECT value FROM json_each(?))"

# The files that brought somebody's layers, and are in force.
_SENT: Final = f"""
    SELECT f.id, f.name, f.annotator_id, f.version FROM source_file AS f
    WHERE f.annotator_id IS NOT NULL AND {PUBLISHED.format(row="f")} ORDER BY f.id
"""  # noqa: S608 - our words

# What hangs on a layer, and on a document: tables by the column that names it.
_OF_A_LAYER: Final = (
    "span", "relation", "record", "comment", "document_label", "decision", "suggestion", "layer_revision", "lost_span",
)  # fmt: skip
_OF_A_DOCUMENT: Final = (
    "source", "text_version", "refusal", "response", "returned", "review", "waiver", "view_state", "near_duplicate",
    "text_sketch", "text_skeleton",
)  # fmt: skip

# What names an annotator or a label, by column; and what two rows of one and the same have in common.
_NAMED_BY: Final = {
    "annotator": (("layer", "annotator_id"), ("span", "annotator_id"), ("suggestion", "annotator_id"),
                  ("source_file", "annotator_id"), ("lost_span", "annotator_id")),
    "label": (("span", "label_id"), ("suggestion", "label_id"), ("lost_span", "label_id")),
}  # fmt: skip
_SAME: Final = {"annotator": "uid = :uid", "label": "uid = :uid OR key = :key"}


class SourceFile(NamedTuple):
    """A file that was imported: its name, digest, size in bytes, format, whose layers it held."""

    name: str
    sha256: str
    size: int
    format: str
    annotator_id: int | None = None
    version: int = 1
    supersedes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What is said of an import when it is published, and the labels and annotators that it brought.

    Those stay when the import is undone: work done since may stand on them. `steps` are changes that come just
    before it, each a step of its own, and `step_labels` the labels that they change and that are not there yet;
    `ops` are part of the import's own step; `outlet_lines` is what was seen in its pages.
    """

    message: Message
    annotator_id: int
    at: str
    account: str = "{}"
    labels: Sequence[Label] = ()
    annotators: Sequence[Annotator] = ()
    steps: Sequence[Change] = ()
    step_labels: Sequence[Label] = ()
    ops: Sequence[RowOp] = ()
    outlet_lines: Sequence[furniture.Seen] = ()


def begin(connection: sqlite3.Connection, ids: IdAllocator, annotator_id: int, now: str) -> int:
    """Begin an import by that annotator; return its id. Nothing of it is seen until it is published."""
    run_id = ids.new("import_run")
    with transaction(connection):
        connection.execute(
            "INSERT INTO import_run (id, state, at, annotator_id) VALUES (?, 'running', ?, ?)",
            (run_id, now, annotator_id),
        )
    return run_id


def add(
    connection: sqlite3.Connection, ids: IdAllocator, run_id: int, items: Iterable[Incoming], now: str
) -> int:
    """Add a batch in one transaction: about `BATCH` items, each checked before.

    A batch that fails leaves nothing. The rows are made before the transaction begins. Returns how many links
    (relations, members of records, comments) were left out, because they are on suggestions.
    """
    rows = Rows(ids, run_id, now)
    rows.add(items)
    with transaction(connection):
        for table, made in rows.by_table.items():
            if made:
                connection.executemany(insert_statement(table), made)
    return rows.left_out


def add_files(connection: sqlite3.Connection, run_id: int, files: Iterable[SourceFile]) -> None:
    """Note which files an import has read; a later one of somebody under one name is a further version."""
    with transaction(connection):
        before = {(name, whose): (id_, version) for id_, name, whose, version in connection.execute(_SENT)}
        told = []
        for file in files:
            id_, version = before.get((file.name, file.annotator_id), (None, 0))
            told.append(file._replace(version=version + 1, supersedes=id_))
        connection.executemany(
            "INSERT INTO source_file (run_id, name, sha256, bytes, format, annotator_id, version, supersedes)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(run_id, *file) for file in told],
        )


def publish(connection: sqlite3.Connection, run_id: int, publication: Publication) -> Step:
    """Show all that the import has added, in one short transaction with its journal entry.

    The entry says that the run went from `withdrawn` to `published`, so that undo withdraws it: a run that is
    taken back is hidden and kept, never `running`, which would be swept.
    """
    with transaction(connection):
        cursor = connection.execute(
            "UPDATE import_run SET state = 'withdrawn', account = ? WHERE id = ? AND state = 'running'",
            (publication.account, run_id),
        )
        if cursor.rowcount != 1:
            msg = f"import {run_id} is not running"
            raise ValueError(msg)
        keep_version(connection)
        for label in publication.step_labels:
            _insert_new(connection, "label", label.row())
        for change in publication.steps:
            journal.enter(connection, change, annotator_id=publication.annotator_id, at=publication.at)
        _add_named(connection, "annotator", [person.row() for person in publication.annotators])
        _add_named(connection, "label", [label.row() for label in publication.labels])
        furniture.add(connection, publication.outlet_lines)
        follow_labels(connection)
        rest_on_present(connection, run_id)
        op = RowOp("import_run", run_id, {"state": "withdrawn"}, {"state": "published"})
        change = Change(publication.message, (*publication.ops, op))
        return journal.enter(connection, change, annotator_id=publication.annotator_id, at=publication.at)


def _add_named(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Add annotators or labels; where one was made meanwhile, what was imported is laid upon that one."""
    for row in rows:
        same = connection.execute(f"SELECT id FROM {table} WHERE {_SAME[table]}", row).fetchone()  # noqa: S608 - our words
        if same is None:
            _insert_new(connection, table, row)
            continue
        for naming, column in _NAMED_BY[table]:
            connection.execute(
                f"UPDATE {naming} SET {column} = ? WHERE {column} = ?",  # noqa: S608 - our words
                (same[0], row["id"]),
            )


def _insert_new(connection: sqlite3.Connection, table: str, row: Row) -> None:
    names = ", ".join(row)
    marks = ", ".join(f":{column}" for column in row)
    try:
        connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", row)  # noqa: S608 - our words
    except sqlite3.IntegrityError as error:
        if is_duplicate(error):
            raise user_error("change.conflict", entity=table) from error
        raise


def hidden(connection: sqlite3.Connection) -> frozenset[int]:
    """Return the imports whose documents and layers are not shown: running, or undone."""
    with explained(connection):
        rows = connection.execute("SELECT id FROM import_run WHERE state <> 'published'").fetchall()
    return frozenset(id_ for (id_,) in rows)


def sweep(connection: sqlite3.Connection, batch: int = 200, *, run_id: int | None = None) -> int:
    """Remove all that was added by imports that were never published, or (`run_id`) by that one of them.

    Works in short transactions and may be cut off at any moment; the next sweep goes on. Returns how many
    documents it has removed.
    """
    with explained(connection):
        rows = connection.execute("SELECT id FROM import_run WHERE state = 'running'").fetchall()
    removed = 0
    for (running,) in rows:
        if run_id in {None, running}:
            removed += _sweep_all(connection, running, ("document", remove_documents), batch)
            _sweep_all(connection, running, ("layer", _remove_layers), batch)
            with transaction(connection):
                connection.execute("DELETE FROM source_file WHERE run_id = ?", (running,))
                connection.execute("DELETE FROM import_run WHERE id = ?", (running,))
    return removed


_Remove = Callable[[sqlite3.Connection, list[int]], None]


def _sweep_all(connection: sqlite3.Connection, run_id: int, what: tuple[str, _Remove], batch: int) -> int:
    table, remove = what
    removed = 0
    while True:
        with transaction(connection):
            ids = _ids(connection, f"SELECT id FROM {table} WHERE run_id = ? LIMIT ?", run_id, batch)  # noqa: S608 - our words
            remove(connection, ids)
        removed += len(ids)
        if len(ids) < batch:
            return removed
        time.sleep(_PAUSE_SECONDS)


def remove_documents(connection: sqlite3.Connection, ids: list[int]) -> None:
    """Delete documents with everything that hangs on them, in the caller's transaction."""
    search.forget(connection, ids)
    listed = json.dumps(ids)
    _remove_layers(connection, _ids(connection, f"SELECT id FROM layer WHERE document_id {_LISTED}", listed))  # noqa: S608 - our words
    for table in _OF_A_DOCUMENT:
        connection.execute(f"DELETE FROM {table} WHERE document_id {_LISTED}", (listed,))  # noqa: S608 - our words
    connection.execute(f"DELETE FROM document WHERE id {_LISTED}", (listed,))  # noqa: S608 - our words


def _remove_layers(connection: sqlite3.Connection, ids: list[int]) -> None:
    listed = (json.dumps(ids),)
    connection.execute(
        f"DELETE FROM record_member WHERE record_id IN (SELECT id FROM record WHERE layer_id {_LISTED})",  # noqa: S608 - our words
        listed,
    )
    for table in _OF_A_LAYER:
        connection.execute(f"DELETE FROM {table} WHERE layer_id {_LISTED}", listed)  # noqa: S608 - our words
    connection.execute(f"DELETE FROM layer WHERE id {_LISTED}", listed)  # noqa: S608 - our words


def _ids(connection: sqlite3.Connection, query: str, *parameters: object) -> list[int]:
    return [id_ for (id_,) in connection.execute(query, parameters)]
