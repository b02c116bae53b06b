"""Removing documents for good: text, source, spans, journal and index entries; only a tombstone stays.

Not a step: nothing brings them back but a backup from before.
"""

import json
from collections.abc import Collection, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from annotator.core.errors import UserError
from annotator.core.messages import message
from annotator.store import search
from annotator.store.database import Connection, connect, transaction
from annotator.store.errors import explained
from annotator.store.journal import message_json
from annotator.store.runs import remove_documents

_ERASED: Final = message_json(message("step.erased"))

# The rows of a document, by entity: how their ids are found from its id.
_ROWS: Final = {
    "document": "SELECT id FROM document WHERE id IN (SELECT value FROM json_each(?))",
    "text_version": "SELECT id FROM text_version WHERE document_id IN (SELECT value FROM json_each(?))",
    "source": "SELECT id FROM source WHERE document_id IN (SELECT value FROM json_each(?))",
    "layer": "SELECT id FROM layer WHERE document_id IN (SELECT value FROM json_each(?))",
    "refusal": "SELECT id FROM refusal WHERE document_id IN (SELECT value FROM json_each(?))",
    "response": "SELECT id FROM response WHERE document_id IN (SELECT value FROM json_each(?))",
    "returned": "SELECT id FROM returned WHERE document_id IN (SELECT value FROM json_each(?))",
    "review": "SELECT id FROM review WHERE document_id IN (SELECT value FROM json_each(?))",
    "waiver": "SELECT id FROM waiver WHERE document_id IN (SELECT value FROM json_each(?))",
}


def remove_for_good(connection: Connection, document_ids: Collection[int], now: str) -> None:
    """Erase the documents in one transaction, then give the room back, so that no page of the file holds them."""
    listed = json.dumps(sorted(document_ids))
    with transaction(connection):
        gone = {
            entity: {id_ for (id_,) in connection.execute(query, (listed,))}
            for entity, query in _ROWS.items()
        }
        connection.execute(
            "INSERT OR REPLACE INTO tombstone (uid, text_sha256, removed_at) SELECT d.uid, v.sha256, ?"
            " FROM document AS d JOIN text_version AS v ON v.id = d.text_version_id"
            " WHERE d.id IN (SELECT value FROM json_each(?))",
            (now, listed),
        )
        _erase_steps(connection, listed, gone)
        _erase_lines(connection, listed)
        remove_documents(connection, sorted(document_ids))
    search.compact(connection)
    with explained(connection):
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _erase_steps(connection: Connection, listed: str, gone: Mapping[str, Collection[int]]) -> None:
    """Take the steps of the documents out of the journal, and what steps over the project say of them."""
    connection.execute(
        "DELETE FROM journal_ops WHERE id IN (SELECT id FROM journal WHERE document_id IN"
        " (SELECT value FROM json_each(?)))",
        (listed,),
    )
    connection.execute("DELETE FROM journal WHERE document_id IN (SELECT value FROM json_each(?))", (listed,))
    rows = connection.execute(
        "SELECT id, ops FROM journal JOIN journal_ops USING (id) WHERE document_id IS NULL"
    ).fetchall()
    for step_id, written in rows:
        ops = json.loads(written)
        kept = [op for op in ops if not _names(op, gone)]
        if len(kept) < len(ops):
            connection.execute(
                "UPDATE journal SET message = ?, state = CASE WHEN ? THEN state ELSE 'dropped' END WHERE id = ?",
                (_ERASED, bool(kept), step_id),
            )
            connection.execute(
                "UPDATE journal_ops SET ops = ? WHERE id = ?",
                (json.dumps(kept, ensure_ascii=False, separators=(",", ":")), step_id),
            )


def _erase_lines(connection: Connection, listed: str) -> None:
    """Count the lines of the documents out of what their outlets repeat; a line of theirs alone is forgotten."""
    rows = connection.execute(
        "SELECT d.outlet, v.text FROM document AS d JOIN text_version AS v ON v.document_id = d.id"
        " WHERE d.id IN (SELECT value FROM json_each(?)) AND d.outlet <> ''",
        (listed,),
    ).fetchall()
    lines = {(outlet, line.strip()) for outlet, text in rows for line in text.split("\n") if line.strip()}
    connection.executemany(
        "UPDATE outlet_line SET documents = documents - 1 WHERE outlet = ? AND line = ? AND documents > 0",
        sorted(lines),
    )
    connection.execute("DELETE FROM outlet_line WHERE documents = 0 AND by_hand = 0")


def _names(op: list[Any], gone: Mapping[str, Collection[int]]) -> bool:
    """Tell whether a row operation is about something of the documents."""
    entity, id_, before, after = op
    if id_ in gone.get(entity, ()):
        return True
    row = {**(before or {}), **(after or {})}
    return row.get("document_id") in gone["document"] or row.get("layer_id") in gone["layer"]


def holds(backup: Path, uid: str) -> bool:
    """Tell whether a backup still holds the document that files call `uid`."""
    try:
        with closing(connect(backup, read_only=True)) as connection, explained(backup):
            row = connection.execute("SELECT 1 FROM document WHERE uid = ?", (uid,)).fetchone()
    except UserError:
        return False
    return row is not None
