"""Documents by the skeletons of their texts: which ones have a text but for blanks and the like."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from annotator.store.database import transaction
from annotator.store.errors import explained
from annotator.store.selection import PUBLISHED

_IN_USE: Final = f"d.binned_at = '' AND {PUBLISHED.format(row='d')}"
_STALE: Final = f"""
    SELECT d.id, d.text_version_id, v.text FROM document AS d JOIN text_version AS v ON v.id = d.text_version_id
    LEFT JOIN text_skeleton AS k
        ON k.document_id = d.id AND k.text_version_id = d.text_version_id AND k.scheme = ?
    WHERE k.document_id IS NULL AND {_IN_USE} ORDER BY d.id LIMIT ?
"""  # noqa: S608 - our words
_FOUND: Final = f"""
    SELECT k.digest, d.id FROM text_skeleton AS k JOIN document AS d ON d.id = k.document_id
    WHERE k.digest IN (SELECT value FROM json_each(?)) AND k.scheme = ? AND k.text_version_id = d.text_version_id
        AND {_IN_USE}
    ORDER BY d.id
"""  # noqa: S608 - our words

Digested = tuple[int, int, str]
"""A document's id, the id of its text version, and the digest of that text's skeleton."""


def stale(connection: sqlite3.Connection, scheme: str, most: int = -1) -> Iterator[tuple[int, int, str]]:
    """Yield documents in use without a digest of their present text, at most so many: id, text version id, text."""
    with explained(connection):
        yield from connection.execute(_STALE, (scheme, most))


def keep(connection: sqlite3.Connection, scheme: str, digested: Iterable[Digested]) -> None:
    """Keep digests, in one short transaction."""
    with transaction(connection):
        connection.executemany(
            "INSERT OR REPLACE INTO text_skeleton (document_id, text_version_id, scheme, digest) VALUES (?, ?, ?, ?)",
            [(id_, version_id, scheme, digest) for id_, version_id, digest in digested],
        )


def with_skeletons(
    connection: sqlite3.Connection, scheme: str, digests: Collection[str]
) -> dict[str, tuple[int, ...]]:
    """Return the documents in use whose skeletons have these digests, by digest and age; those not stale alone."""
    found: dict[str, tuple[int, ...]] = {}
    with explained(connection):
        for digest, id_ in connection.execute(_FOUND, (json.dumps(list(digests)), scheme)):
            found[digest] = (*found.get(digest, ()), id_)
    return found
