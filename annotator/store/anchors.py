"""Spans that have changed within when their layer was laid over ours, and that nobody has looked at yet."""

import sqlite3
from typing import Final, NamedTuple

from annotator.store.errors import explained
from annotator.store.selection import PUBLISHED

_WAITING: Final = f"""
    SELECT k.id, s.id, d.id, d.title, a.name, b.key,
        substr(v.text, k.start + 1, k."end" - k.start), s.text, s.start
    FROM anchor AS k JOIN span AS s ON s.id = k.span_id JOIN layer AS l ON l.id = s.layer_id
    JOIN document AS d ON d.id = l.document_id JOIN text_version AS v ON v.id = k.text_version_id
    JOIN annotator AS a ON a.id = l.annotator_id JOIN label AS b ON b.id = s.label_id
    WHERE k.seen = 0 AND d.binned_at = '' AND {PUBLISHED.format(row="d")} AND {PUBLISHED.format(row="l")}
    ORDER BY d.id, s.start, s.id LIMIT ?
"""  # noqa: S608 - our words


class ChangedSpan(NamedTuple):
    """A span that waits for a look: what it covered in the text of its file, and what it covers in ours."""

    anchor_id: int
    span_id: int
    document_id: int
    title: str
    annotator: str
    label: str
    before: str
    now: str
    start: int


def waiting(connection: sqlite3.Connection, most: int) -> list[ChangedSpan]:
    """Return the spans that wait for a look, at most so many, by document and place."""
    with explained(connection):
        return [ChangedSpan(*row) for row in connection.execute(_WAITING, (most,))]
