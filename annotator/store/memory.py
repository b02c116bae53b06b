"""What one annotator has tagged, for the project's memory; each reads much of the project, so in a worker."""

import sqlite3
from typing import Final

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
_REFUSED: Final = """
    SELECT text, label_id, count(*) FROM refusal WHERE annotator_id = ?1 GROUP BY text, label_id
"""
_FINISHED: Final = f"""
    SELECT v.text, l.id FROM layer AS l JOIN document AS d ON d.id = l.document_id
    JOIN text_version AS v ON v.id = d.text_version_id
    WHERE {_IN_USE} AND l.status = 'done' AND l.document_id <> ?2 ORDER BY l.updated_at DESC, l.id DESC LIMIT ?3
"""  # noqa: S608 - our words


def tagged(
    connection: sqlite3.Connection, annotator_id: int, but: int
) -> tuple[dict[tuple[str, int], int], dict[tuple[str, int], int]]:
    """Return how often each (text, label id) was tagged, and refused, by an annotator; the document `but` left out."""
    with explained(connection):
        marks = connection.execute(_TAGGED, (annotator_id, but)).fetchall()
        refusals = connection.execute(_REFUSED, (annotator_id,)).fetchall()
    return ({(text, label): n for text, label, n in marks}, {(text, label): n for text, label, n in refusals})


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
