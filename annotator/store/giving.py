"""Reads what giving back needs of the whole project: which documents are decided, from which files layers came."""

import json
import sqlite3
from collections.abc import Collection
from typing import Final

from annotator.store.errors import explained
from annotator.store.selection import PUBLISHED

_LISTED: Final = "IN (SELECT value FROM json_each(?))"
_SHOWN: Final = f"d.binned_at = '' AND {PUBLISHED.format(row='d')}"
_DECIDED: Final = f"""
    SELECT d.id FROM document AS d WHERE {_SHOWN}
        AND EXISTS (SELECT 1 FROM decision AS c WHERE c.document_id = d.id AND c.action <> '') ORDER BY d.uid
"""  # noqa: S608 - our words
# A file counts where it says whose layers it brought, or where nothing else came with it; so do those whose versions
# of a layer were brought together with ours (`account` of the import that hides them).
_INPUTS: Final = f"""
    SELECT DISTINCT a.uid, a.name, f.sha256, CAST(f.version AS TEXT)
    FROM layer AS l JOIN annotator AS a ON a.id = l.annotator_id JOIN source_file AS f ON f.run_id = l.run_id
        OR f.run_id IN (SELECT m.value FROM import_run AS h, json_each(h.account, '$.merged') AS m
            WHERE h.state = 'replaced' AND m.key = CAST(l.id AS TEXT))
    WHERE l.document_id = ? AND l.role = 'annotator' AND l.status = 'done' AND {PUBLISHED.format(row="l")}
        AND (f.annotator_id = l.annotator_id OR (f.annotator_id IS NULL
            AND (SELECT count(*) FROM source_file AS o WHERE o.run_id = l.run_id) = 1))
    ORDER BY a.name, a.uid, f.id
"""  # noqa: S608 - our words
_RETURNED: Final = f"""
    SELECT r.id FROM returned AS r JOIN document AS d ON d.id = r.document_id
    WHERE {_SHOWN} ORDER BY d.uid, r.start, r.id
"""  # noqa: S608 - our words


def decided_documents(connection: sqlite3.Connection) -> list[int]:
    """Return the documents on which anything was ever decided here, by their uid; those in the bin stay out."""
    with explained(connection):
        return [document_id for (document_id,) in connection.execute(_DECIDED)]


def inputs_of(connection: sqlite3.Connection, document_id: int) -> list[tuple[str, str, str, str]]:
    """Return from which files the done layers of a document came: annotator (uid, name), SHA-256, version."""
    with explained(connection):
        return connection.execute(_INPUTS, (document_id,)).fetchall()


def documents_called(connection: sqlite3.Connection, uids: Collection[str]) -> dict[str, int]:
    """Return the documents in use with these uids, by uid."""
    query = f"SELECT d.uid, d.id FROM document AS d WHERE {_SHOWN} AND d.uid {_LISTED} ORDER BY d.id DESC"  # noqa: S608 - our words
    with explained(connection):
        return dict(connection.execute(query, (json.dumps(list(uids)),)))


def decisions_called(connection: sqlite3.Connection, uids: Collection[str]) -> dict[str, int]:
    """Return the documents of the decisions made here with these uids, by uid."""
    query = f"SELECT uid, document_id FROM decision WHERE action <> '' AND uid {_LISTED}"  # noqa: S608 - our words
    with explained(connection):
        return dict(connection.execute(query, (json.dumps(list(uids)),)))


def returned_rows(connection: sqlite3.Connection) -> list[int]:
    """Return the ids of what a reviewer gave back, by document and place; documents in the bin stay out."""
    with explained(connection):
        return [id_ for (id_,) in connection.execute(_RETURNED)]
