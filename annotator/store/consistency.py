"""What one annotator has marked over the whole project, by text: counted, and place by place."""

import json
import sqlite3
from collections.abc import Iterable
from typing import Final, NamedTuple

from annotator.core.values import Norm
from annotator.store.errors import explained
from annotator.store.selection import PUBLISHED

_OWN: Final = f"""
    FROM layer AS l JOIN document AS d ON d.id = l.document_id JOIN span AS s ON s.layer_id = l.id
    WHERE l.annotator_id = :annotator AND l.role = 'annotator' AND d.binned_at = ''
        AND {PUBLISHED.format(row="d")} AND {PUBLISHED.format(row="l")}
"""
_USES: Final = f"""
    SELECT s.text, s.label_id, s.value_type, s.value, s.unit, s.mod, s.ref, count(*) {_OWN}
    GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2
"""
_PLACES: Final = f"""
    SELECT l.document_id, s.id, s.start, s."end", s.text, s.label_id, s.value_type, s.value, s.unit, s.mod, s.ref
    {_OWN} AND s.text IN (SELECT value FROM json_each(:texts)) ORDER BY d.id, s.start, s.id
"""  # noqa: S608 - our words
_BEGUN: Final = f"""
    SELECT DISTINCT d.id FROM layer AS l JOIN document AS d ON d.id = l.document_id
    WHERE l.annotator_id = :annotator AND l.role = 'annotator' AND l.status IN ('in_progress', 'done')
        AND d.binned_at = '' AND {PUBLISHED.format(row="d")} AND {PUBLISHED.format(row="l")} ORDER BY d.id
"""  # noqa: S608 - our words


class Use(NamedTuple):
    """How often a text is marked with a label and a value."""

    text: str
    label_id: int
    norm: Norm | None
    times: int


class SpanPlace(NamedTuple):
    """A span in its document: code points, end exclusive."""

    document_id: int
    span_id: int
    start: int
    end: int
    text: str
    label_id: int
    norm: Norm | None


def uses(connection: sqlite3.Connection, annotator_id: int) -> list[Use]:
    """Return how often each text is marked how, by text."""
    with explained(connection):
        rows = connection.execute(_USES, {"annotator": annotator_id}).fetchall()
    return [Use(text, label_id, _norm(value), count) for text, label_id, *value, count in rows]


def places(connection: sqlite3.Connection, annotator_id: int, texts: Iterable[str]) -> list[SpanPlace]:
    """Return the spans of these texts, by document and place."""
    parameters = {"annotator": annotator_id, "texts": json.dumps(list(texts))}
    with explained(connection):
        rows = connection.execute(_PLACES, parameters).fetchall()
    return [
        SpanPlace(document_id, span_id, start, end, text, label_id, _norm(value))
        for document_id, span_id, start, end, text, label_id, *value in rows
    ]


def begun(connection: sqlite3.Connection, annotator_id: int) -> list[int]:
    """Return the documents that the annotator is at or has done, by age."""
    with explained(connection):
        return [id_ for (id_,) in connection.execute(_BEGUN, {"annotator": annotator_id})]


def _norm(value: Iterable[object]) -> Norm | None:
    type_, *rest = value
    return None if type_ is None else Norm(str(type_), *(None if one is None else str(one) for one in rest))
