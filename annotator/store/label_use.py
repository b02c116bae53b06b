"""Reads what the label set is used for; each reads the whole project, so in a worker."""

import sqlite3
from typing import Final

from annotator.core.label_use import DoneBefore, LabelUse, WalkPlace
from annotator.core.values import Norm
from annotator.store.errors import explained
from annotator.store.selection import PUBLISHED
from annotator.store.snapshot import snapshot

_COUNT: Final = """
    SELECT count(*), count(DISTINCT l.document_id), count(*) FILTER (WHERE l.annotator_id <> ?2)
    FROM span AS s JOIN layer AS l ON l.id = s.layer_id WHERE s.label_id = ?1
"""
_VALUES: Final = """
    SELECT value_type, value, unit, mod, ref, count(*) FROM span
    WHERE label_id = ? AND value_type IS NOT NULL GROUP BY 1, 2, 3, 4, 5
"""
_OWN_LAYERS: Final = "FROM layer AS l JOIN document AS d ON d.id = l.document_id"
_OWN: Final = f"""
    WHERE l.annotator_id = ? AND l.role = 'annotator' AND d.binned_at = ''
        AND {PUBLISHED.format(row="d")} AND {PUBLISHED.format(row="l")}
"""


def label_use(connection: sqlite3.Connection, label_id: int, annotator_id: int) -> LabelUse:
    """Return what names the label; `others` counts the spans that are not in layers of this annotator."""
    with explained(connection), snapshot(connection):
        spans, documents, others = connection.execute(_COUNT, (label_id, annotator_id)).fetchone()
        (suggestions,) = connection.execute(
            "SELECT count(*) FROM suggestion WHERE label_id = ?", (label_id,)
        ).fetchone()
        values = connection.execute(_VALUES, (label_id,)).fetchall()
    counted = tuple((Norm(*norm), number) for *norm, number in values)
    return LabelUse(spans, documents, others, suggestions, counted)


def own_spans_of(connection: sqlite3.Connection, label_id: int, annotator_id: int) -> list[WalkPlace]:
    """Return the annotator's own spans of the label in documents in use, by document and in reading order."""
    query = (
        f"SELECT d.id, s.id {_OWN_LAYERS} JOIN span AS s ON s.layer_id = l.id {_OWN}"
        ' AND s.label_id = ? ORDER BY d.id, s.start, s."end" DESC, s.id'
    )
    with explained(connection):
        rows = connection.execute(query, (annotator_id, label_id)).fetchall()
    return [WalkPlace(*row) for row in rows]


def done_before(connection: sqlite3.Connection, annotator_id: int, version: int) -> list[DoneBefore]:
    """Return the documents in use that the annotator has done with another version of the label set, by age."""
    query = (
        f"SELECT d.id, coalesce(nullif(d.title, ''), d.uid), l.label_set_version, l.updated_at"
        f" {_OWN_LAYERS} {_OWN}"
        " AND l.status = 'done' AND l.label_set_version <> ? ORDER BY d.id"
    )
    with explained(connection):
        rows = connection.execute(query, (annotator_id, version)).fetchall()
    return [DoneBefore(*row) for row in rows]
