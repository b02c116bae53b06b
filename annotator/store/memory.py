"""What one annotator has tagged, for the project's memory; each reads much of the project, so in a worker."""

import json
import sqlite3
from collections.abc import Collection
from typing import Final

from annotator.core.values import Norm
from annotator.store.errors import explained
from annotator.store.selection import PUBLISHED

_IN_USE: Final = (
    f"d.binned_at = '' AND {PUBLISHED.format(row='d')} AND {PUBLISHED.format(row='l')}"
    " AND l.role = 'annotator' AND l.annotator_id = ?1"
)
_TAGGED: Final = f"""
    SELECT s.text, s.label_id, count(*) FROM span AS s
    JOIN layer AS l ON l.id = s.layer_id JOIN document AS d ON d.id = l.document_id
    WHERE {_IN_USE} AND l.document_id <> ?2 GROUP BY s.text, s.label_id
"""  # noqa: S608 - our words
# Only what a name or term means is the same everywhere: a date or an amount is read where it stands.
_MEANT: Final = f"""
    SELECT s.text, s.label_id, s.value_type, s.value, s.ref FROM span AS s
    JOIN layer AS l ON l.id = s.layer_id JOIN document AS d ON d.id = l.document_id
    WHERE s.text IN (SELECT value FROM json_each(?3)) AND s.value_type IN ('name', 'sector')
        AND {_IN_USE} AND l.document_id <> ?2
    GROUP BY s.text, s.label_id, s.value_type, s.value, s.ref ORDER BY count(*), max(s.id)
"""  # noqa: S608 - our words
_REFUSED: Final = """
    SELECT text, label_id, count(*) FROM refusal WHERE annotator_id = ?1 GROUP BY text, label_id
"""
_FINISHED: Final = f"""
    SELECT v.text, l.id FROM layer AS l JOIN document AS d ON d.id = l.document_id
    JOIN text_version AS v ON v.id = d.text_version_id
    WHERE {_IN_USE} AND l.status = 'done' AND l.document_id <> ?2 ORDER BY l.updated_at DESC, l.id DESC LIMIT ?3
"""  # noqa: S608 - our words


def tagged(connection: sqlite3.Connection, annotator_id: int, but: int) -> dict[tuple[str, int], int]:
    """Return how often each (text, label id) was tagged by an annotator; the document `but` (0: none) left out."""
    with explained(connection):
        rows = connection.execute(_TAGGED, (annotator_id, but)).fetchall()
    return {(text, label_id): count for text, label_id, count in rows}


def meant(
    connection: sqlite3.Connection, annotator_id: int, but: int, texts: Collection[str]
) -> dict[tuple[str, int], Norm]:
    """Return the name or sector that each (text, label id) most often meant, of these texts; of two the later one."""
    with explained(connection):
        rows = connection.execute(_MEANT, (annotator_id, but, json.dumps(list(texts)))).fetchall()
    return {(text, label_id): Norm(kind, value, ref=ref) for text, label_id, kind, value, ref in rows}


def refused(connection: sqlite3.Connection, annotator_id: int) -> dict[tuple[str, int], int]:
    """Return how often each (text, label id) was refused by an annotator."""
    with explained(connection):
        rows = connection.execute(_REFUSED, (annotator_id,)).fetchall()
    return {(text, label_id): count for text, label_id, count in rows}


def finished(
    connection: sqlite3.Connection, annotator_id: int, but: int, most: int
) -> list[tuple[str, frozenset[tuple[int, int]]]]:
    """Return the texts that an annotator finished last, at most so many, each with the ranges of its spans."""
    with explained(connection):
        rows = connection.execute(_FINISHED, (annotator_id, but, most)).fetchall()
        return [
            (
                text,
                frozenset(
                    connection.execute(
                        'SELECT start, "end" FROM span WHERE layer_id = ?', (layer_id,)
                    ).fetchall()
                ),
            )
            for text, layer_id in rows
        ]
