"""Near-duplicates in the project file: sketches of the texts, and the groups of documents that are nearly the same."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Final

from annotator.store.database import transaction
from annotator.store.errors import explained
from annotator.store.selection import PUBLISHED

_STALE: Final = f"""
    SELECT d.id, d.text_version_id, v.text FROM document AS d JOIN text_version AS v ON v.id = d.text_version_id
    LEFT JOIN text_sketch AS k ON k.document_id = d.id AND k.text_version_id = d.text_version_id AND k.scheme IN (?, ?)
    WHERE k.document_id IS NULL AND {PUBLISHED.format(row="d")} ORDER BY d.id LIMIT ?
"""  # noqa: S608 - our words
_TEXTS: Final = """
    SELECT d.id, v.text FROM document AS d JOIN text_version AS v ON v.id = d.text_version_id
    WHERE d.id IN (SELECT value FROM json_each(?))
"""
_OTHERS: Final = f"""
    SELECT d.id, coalesce(nullif(d.title, ''), d.uid) FROM near_duplicate AS n
    JOIN near_duplicate AS o ON o.group_id = n.group_id AND o.document_id <> n.document_id
    JOIN document AS d ON d.id = o.document_id
    WHERE n.document_id = ? AND d.binned_at = '' AND {PUBLISHED.format(row="d")} ORDER BY d.id
"""  # noqa: S608 - our words

Sketched = tuple[int, int, bytes]
"""A document's id, the id of its text version, and the sketch of that text."""


def stale(connection: sqlite3.Connection, schemes: tuple[str, str], most: int) -> list[tuple[int, int, str]]:
    """Return documents without a sketch of their present text, at most so many: id, text version id, text."""
    with explained(connection):
        return connection.execute(_STALE, (*schemes, most)).fetchall()


def forget(connection: sqlite3.Connection, scheme: str) -> None:
    """Forget the sketches of a scheme: those of a run that was cut off before its documents were joined."""
    with transaction(connection):
        connection.execute("DELETE FROM text_sketch WHERE scheme = ?", (scheme,))


def keep(connection: sqlite3.Connection, scheme: str, sketched: Iterable[Sketched]) -> None:
    """Keep sketches, in one short transaction; a document whose text is new leaves its group."""
    rows = [(id_, version_id, scheme, sketch) for id_, version_id, sketch in sketched]
    with transaction(connection):
        connection.executemany(
            "INSERT OR REPLACE INTO text_sketch (document_id, text_version_id, scheme, sketch) VALUES (?, ?, ?, ?)",
            rows,
        )
        connection.executemany(
            "DELETE FROM near_duplicate WHERE document_id = ?", [(row[0],) for row in rows]
        )


def sketches(connection: sqlite3.Connection, schemes: tuple[str, str]) -> dict[int, bytes]:
    """Return all sketches of these schemes by document."""
    with explained(connection):
        query = "SELECT document_id, sketch FROM text_sketch WHERE scheme IN (?, ?)"
        return dict(connection.execute(query, schemes).fetchall())


def texts(connection: sqlite3.Connection, document_ids: Iterable[int]) -> dict[int, str]:
    """Return the present texts of documents."""
    with explained(connection):
        return dict(connection.execute(_TEXTS, (json.dumps(list(document_ids)),)).fetchall())


def group_of(connection: sqlite3.Connection) -> dict[int, int]:
    """Return the group of each document that is in one."""
    with explained(connection):
        return dict(connection.execute("SELECT document_id, group_id FROM near_duplicate").fetchall())


def set_groups(
    connection: sqlite3.Connection, groups: Mapping[int, int], *, sketched: tuple[str, str]
) -> None:
    """Put documents into groups, in one short transaction; a group of one is none.

    `sketched` is the scheme of the sketches that were joined by it, and the one that they have from now on.
    """
    with transaction(connection):
        connection.execute("UPDATE text_sketch SET scheme = ?2 WHERE scheme = ?1", sketched)
        connection.executemany(
            "INSERT OR REPLACE INTO near_duplicate (document_id, group_id) VALUES (?, ?)",
            list(groups.items()),
        )
        connection.execute(
            "DELETE FROM near_duplicate WHERE group_id IN"
            " (SELECT group_id FROM near_duplicate GROUP BY group_id HAVING count(*) = 1)"
        )


def others(connection: sqlite3.Connection, document_id: int) -> list[tuple[int, str]]:
    """Return the other documents of a document's group that are in use, by age: id and title, else uid."""
    with explained(connection):
        return connection.execute(_OTHERS, (document_id,)).fetchall()


_KIN: Final = f"""
    SELECT n.group_id, d.uid, (
        SELECT count(*) FROM layer AS l JOIN span AS s ON s.layer_id = l.id
        WHERE l.document_id = d.id AND l.id IN (SELECT value FROM json_each(:layers))
    ), EXISTS (SELECT 1 FROM layer AS l WHERE l.document_id = d.id AND l.id IN (SELECT value FROM json_each(:layers)))
    FROM near_duplicate AS n JOIN document AS d ON d.id = n.document_id
    WHERE d.binned_at = '' AND {PUBLISHED.format(row="d")} ORDER BY n.group_id, d.id
"""  # noqa: S608 - our words


def kin(connection: sqlite3.Connection, layer_ids: Iterable[int]) -> tuple[dict[str, str], dict[str, str]]:
    """Return, by the uid of each document in a group, that of the group's first document, and of the one to show.

    To be shown is the document with most spans in these layers, of those that have one at all; the first of equals.
    """
    with explained(connection):
        rows = connection.execute(_KIN, {"layers": json.dumps(list(layer_ids))}).fetchall()
    first: dict[int, str] = {}
    best: dict[int, tuple[int, int, str]] = {}
    for group, uid, spans, has_layer in rows:
        first.setdefault(group, uid)
        rank = (int(has_layer), int(spans))
        if group not in best or rank > best[group][:2]:
            best[group] = (*rank, uid)
    return (
        {uid: first[group] for group, uid, _spans, _has in rows},
        {uid: best[group][2] for group, uid, _spans, _has in rows},
    )
