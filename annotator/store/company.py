"""Reads what keeps documents company in the project: labels of documents, and where comments are open."""

import sqlite3
from typing import Final, NamedTuple

from annotator.store.errors import explained
from annotator.store.selection import PUBLISHED

_MOST_LABELS: Final = 500
_IN_USE: Final = f"d.binned_at = '' AND {PUBLISHED.format(row='d')} AND {PUBLISHED.format(row='l')}"
_LABELS: Final = f"""
    SELECT g.label FROM document_label AS g
    JOIN layer AS l ON l.id = g.layer_id JOIN document AS d ON d.id = l.document_id
    WHERE {_IN_USE} GROUP BY g.label ORDER BY count(*) DESC, g.label LIMIT ?
"""  # noqa: S608 - our words
# A person's business: the comments in their own layers, and those that address them.
_OPEN: Final = f"""
    SELECT DISTINCT d.id FROM comment AS c
    JOIN layer AS l ON l.id = c.layer_id JOIN document AS d ON d.id = l.document_id
    WHERE c.resolved = 0 AND {_IN_USE}
        AND ((l.annotator_id = ? AND l.role = 'annotator') OR (? <> '' AND c."to" = ?))
    ORDER BY d.id
"""  # noqa: S608 - our words
_OF_DOCUMENT: Final = f"""
    SELECT c.id, c.uid, c.layer_id, c.span_id, c.author, c."to", c.at, c.text, c.resolved,
        l.annotator_id = ? AND l.role = 'annotator', s.start, s."end", s.text
    FROM layer AS l JOIN comment AS c ON c.layer_id = l.id LEFT JOIN span AS s ON s.id = c.span_id
    WHERE l.document_id = ? AND {PUBLISHED.format(row="l")}
    ORDER BY c.id
"""  # noqa: S608 - our words


class CommentRow(NamedTuple):
    """A comment with what is known of its place; `own` says that its layer is the annotator's own."""

    id: int
    uid: str
    layer_id: int
    span_id: int | None
    author: str
    to: str
    at: str
    text: str
    resolved: int
    own: int
    start: int | None
    end: int | None
    quote: str | None


def document_labels(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the labels of documents that the project uses, the most used first."""
    with explained(connection):
        rows = connection.execute(_LABELS, (_MOST_LABELS,)).fetchall()
    return tuple(label for (label,) in rows)


def documents_with_open_comments(
    connection: sqlite3.Connection, annotator_id: int, name: str
) -> tuple[int, ...]:
    """Return the documents in use with open comments in the annotator's own layer or addressed to them, by age."""
    with explained(connection):
        rows = connection.execute(_OPEN, (annotator_id, name, name)).fetchall()
    return tuple(id_ for (id_,) in rows)


def comments_of(
    connection: sqlite3.Connection, document_id: int, annotator_id: int
) -> tuple[CommentRow, ...]:
    """Return the comments of all layers of a document that are not hidden, oldest first."""
    with explained(connection):
        rows = connection.execute(_OF_DOCUMENT, (annotator_id, document_id)).fetchall()
    return tuple(CommentRow(*row) for row in rows)
