"""What one annotator has tagged, for the project's memory; each reads much of the project, so in a worker."""

import sqlite3
from typing import Final, NamedTuple

from annotator.core.values import Norm
from annotator.store.errors import explained
from annotator.store.selection import PUBLISHED

_IN_USE: Final = (
    f"d.binned_at = '' AND {PUBLISHED.format(row='d')} AND {PUBLISHED.format(row='l')}"
    " AND l.role = 'annotator' AND l.annotator_id = ?1"
)
# Only what a name or term means is the same everywhere: a date or an amount is read where it stands.
_KEPT: Final = "s.value_type IN ('name', 'sector')"
_TAGGED: Final = f"""
    SELECT s.text, s.label_id, count(*), CASE WHEN {_KEPT} THEN s.value_type END AS kind,
        CASE WHEN {_KEPT} THEN s.value END AS meant, CASE WHEN {_KEPT} THEN s.ref END AS ref
    FROM span AS s JOIN layer AS l ON l.id = s.layer_id JOIN document AS d ON d.id = l.document_id
    WHERE {_IN_USE} AND l.document_id <> ?2 GROUP BY s.text, s.label_id, kind, meant, ref ORDER BY min(s.id)
"""  # noqa: S608 - our words
_REFUSED: Final = """
    SELECT text, label_id, count(*) FROM refusal WHERE annotator_id = ?1 GROUP BY text, label_id
"""
_FINISHED: Final = f"""
    SELECT v.text, l.id FROM layer AS l JOIN document AS d ON d.id = l.document_id
    JOIN text_version AS v ON v.id = d.text_version_id
    WHERE {_IN_USE} AND l.status = 'done' AND l.document_id <> ?2 ORDER BY l.updated_at DESC, l.id DESC LIMIT ?3
"""  # noqa: S608 - our words


class Tagged(NamedTuple):
    """How often a text was tagged with a label, and the name or sector that it most often meant, if any."""

    times: int
    norm: Norm | None


_NOTHING: Final = Tagged(0, None)


def tagged(connection: sqlite3.Connection, annotator_id: int, but: int) -> dict[tuple[str, int], Tagged]:
    """Return what each (text, label id) was to an annotator; the document `but` (0: none) left out."""
    with explained(connection):
        rows = connection.execute(_TAGGED, (annotator_id, but)).fetchall()
    found: dict[tuple[str, int], Tagged] = {}
    most: dict[tuple[str, int], int] = {}
    for text, label_id, count, kind, meant, ref in rows:
        key = (text, label_id)
        before = found.get(key, _NOTHING)
        norm = before.norm
        if kind is not None and count > most.get(key, 0):
            most[key], norm = count, Norm(kind, meant, ref=ref)
        found[key] = Tagged(before.times + count, norm)
    return found


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
