"""Reads what the checks before "done" need to know beside a layer and its text."""

import sqlite3
from typing import Final

from annotator.core.changes import Row
from annotator.core.preflight import Member, Waiver
from annotator.core.suggestion import Suggestion
from annotator.core.values import Norm
from annotator.store.errors import explained
from annotator.store.selection import PUBLISHED

_RECORDS: Final = """
    SELECT r.id, m.id, m.span_id, m.value_type, m.value, m.unit, m.mod, m.ref
    FROM record AS r LEFT JOIN record_member AS m ON m.record_id = r.id
    WHERE r.layer_id = ? ORDER BY r.id, m.position, m.id
"""
_SUGGESTIONS: Final = f"""
    SELECT s.start, s."end", s.text, s.label_id, s.score, s.id, coalesce(nullif(a.name, ''), a.uid)
    FROM layer AS l JOIN suggestion AS s ON s.layer_id = l.id JOIN annotator AS a ON a.id = s.annotator_id
    WHERE l.document_id = ? AND (l.role = 'machine' OR l.role = 'annotator' AND l.annotator_id = ?)
        AND {PUBLISHED.format(row="l")}
    ORDER BY s.start, s."end"
"""  # noqa: S608 - our words
_BEGUN: Final = f"""
    SELECT DISTINCT d.id, coalesce(nullif(d.title, ''), d.uid)
    FROM layer AS l JOIN document AS d ON d.id = l.document_id
    WHERE l.annotator_id = ? AND l.role = 'annotator' AND l.status IN ('in_progress', 'done')
        AND d.binned_at = '' AND {PUBLISHED.format(row="d")} AND {PUBLISHED.format(row="l")}
    ORDER BY d.id
"""  # noqa: S608 - our words


def waivers(connection: sqlite3.Connection, document_id: int) -> set[Waiver]:
    """Return what is waved off in a document, and in all of them."""
    with explained(connection):
        rows = connection.execute(
            'SELECT check_id, text, start, "end" FROM waiver WHERE document_id = ? OR document_id IS NULL',
            (document_id,),
        ).fetchall()
    return {
        Waiver(check_id, text or None, None if start is None else (start, end))
        for check_id, text, start, end in rows
    }


def records(connection: sqlite3.Connection, layer_id: int) -> list[list[Member]]:
    """Return the records of a layer, oldest first, each with its members in their order."""
    with explained(connection):
        rows = connection.execute(_RECORDS, (layer_id,)).fetchall()
    found: dict[int, list[Member]] = {}
    for record_id, member_id, span_id, kind, *rest in rows:
        members = found.setdefault(record_id, [])
        if member_id is not None:
            members.append(Member(span_id, None if kind is None else Norm(kind, *rest)))
    return list(found.values())


def suggestions(connection: sqlite3.Connection, document_id: int, annotator_id: int) -> list[Suggestion]:
    """Return what machines, and the annotator's own layer, propose in a document: range, text, label, score."""
    with explained(connection):
        rows = connection.execute(_SUGGESTIONS, (document_id, annotator_id)).fetchall()
    return [
        Suggestion(start, end, text, label_id, score=score or "", row_id=row_id, model=model)
        for start, end, text, label_id, score, row_id, model in rows
    ]


def refusals(connection: sqlite3.Connection, document_id: int, annotator_id: int) -> list[Row]:
    """Return what the annotator refused in a document, and everywhere: the columns that say what and where."""
    names = ("annotator_id", "text", "label_id", "start", "end")
    with explained(connection):
        rows = connection.execute(
            'SELECT annotator_id, text, label_id, start, "end" FROM refusal'
            " WHERE annotator_id = ? AND (document_id = ? OR document_id IS NULL)",
            (annotator_id, document_id),
        ).fetchall()
    return [dict(zip(names, row, strict=True)) for row in rows]


def begun(connection: sqlite3.Connection, annotator_id: int) -> list[tuple[int, str]]:
    """Return the documents in use that the annotator is at or has done, by age: id and title, else uid."""
    with explained(connection):
        return connection.execute(_BEGUN, (annotator_id,)).fetchall()
