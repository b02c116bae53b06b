"""Reads what a comparison of annotators needs: whose layers there are, the spans of those that are done, the texts."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, NamedTuple

from annotator.core.layer import Role
from annotator.core.values import written_parts
from annotator.store.errors import explained
from annotator.store.selection import BEGINS, PUBLISHED

_IN_USE: Final = f"d.binned_at = '' AND {PUBLISHED.format(row='d')}"
_DOCUMENTS: Final = f"""
    SELECT d.id, d.uid, d.title, coalesce(r.status, 'not_started'), {BEGINS} FROM document AS d
    LEFT JOIN review AS r ON r.document_id = d.id WHERE {_IN_USE} ORDER BY d.uid
"""  # noqa: S608 - our words
_LAYERS: Final = f"""
    SELECT l.id, l.document_id, a.uid, a.name, l.status, l.active_seconds, l.label_set_version,
        (SELECT uid FROM layer_revision WHERE layer_id = l.id ORDER BY id DESC LIMIT 1)
    FROM layer AS l JOIN document AS d ON d.id = l.document_id JOIN annotator AS a ON a.id = l.annotator_id
    WHERE l.role = ? AND {_IN_USE} AND {PUBLISHED.format(row="l")} ORDER BY l.id
"""  # noqa: S608 - our words
_SPANS: Final = """
    SELECT s.layer_id, s.start, s."end", s.label_id, s.value_type, s.value, s.unit, s.mod, s.origin, s.created_at
    FROM json_each(?) AS k CROSS JOIN span AS s ON s.layer_id = k.value
"""
_TEXTS: Final = """
    SELECT d.id, v.text, v.sha256, v.zones FROM json_each(?) AS k
    CROSS JOIN document AS d ON d.id = k.value CROSS JOIN text_version AS v ON v.id = d.text_version_id
"""


class DocumentRow(NamedTuple):
    """A document in use; `review` says how far its review is, `beginning` how its text begins if it has no title."""

    id: int
    uid: str
    title: str
    review: str
    beginning: str


class LayerRow(NamedTuple):
    """A layer of a person: whose (uid, name), how far, how long they worked (seconds), and its present revision."""

    id: int
    document_id: int
    annotator: str
    name: str
    status: str
    seconds: int
    label_set_version: int
    revision: str


class SpanRow(NamedTuple):
    """A span as a comparison needs it; its value is one string or None."""

    layer_id: int
    start: int
    end: int
    label_id: int
    value: str | None
    origin: str
    created_at: str


class TextRow(NamedTuple):
    """The present text of a document, and its zones: start, end (code points), kind."""

    document_id: int
    text: str
    sha256: str
    zones: tuple[tuple[int, int, str], ...]


def documents(connection: sqlite3.Connection) -> tuple[DocumentRow, ...]:
    """Return the documents in use, by the ids that files carry."""
    with explained(connection):
        return tuple(DocumentRow(*row) for row in connection.execute(_DOCUMENTS))


def layers(connection: sqlite3.Connection) -> tuple[LayerRow, ...]:
    """Return everybody's layers on the documents in use, oldest first; gold and machines are left out."""
    with explained(connection):
        return tuple(_layer(row) for row in connection.execute(_LAYERS, (Role.ANNOTATOR,)))


def gold_layers(connection: sqlite3.Connection) -> tuple[LayerRow, ...]:
    """Return the gold layers of the documents in use, oldest first, whoever decided."""
    with explained(connection):
        return tuple(_layer(row) for row in connection.execute(_LAYERS, (Role.ADJUDICATOR,)))


def _layer(row: tuple[Any, ...]) -> LayerRow:
    id_, document_id, uid, name, status, seconds, version, revision = row
    worked = int(float(seconds)) if seconds else 0
    return LayerRow(id_, document_id, uid, name, status, worked, version, revision or "")


def spans_by_layer(
    connection: sqlite3.Connection, layer_ids: Iterable[int]
) -> Iterator[tuple[int, Iterator[SpanRow]]]:
    """Yield each of these layers that has spans, in the order given, with its spans, to be read before the next."""
    with explained(connection):
        rows = map(_span, connection.execute(_SPANS, (json.dumps(list(layer_ids)),)))
        yield from groupby(rows, key=itemgetter(0))


def _span(row: tuple[Any, ...]) -> SpanRow:
    layer_id, start, end, label_id, kind, value, unit, mod, origin, created_at = row
    meant = None if kind is None else written_parts(unit, value, mod)
    return SpanRow(layer_id, start, end, label_id, meant, origin, created_at)


def texts_of(connection: sqlite3.Connection, document_ids: Iterable[int]) -> Iterator[TextRow]:
    """Yield the present texts of these documents."""
    with explained(connection):
        for id_, text, sha256, zones in connection.execute(_TEXTS, (json.dumps(list(document_ids)),)):
            yield TextRow(
                id_, text, sha256, tuple((start, end, kind) for start, end, kind in json.loads(zones))
            )


def decision_rows(connection: sqlite3.Connection) -> list[dict[str, Any]]:
    """Return every decision of the reviewer on the documents in use, whole, oldest first."""
    query = f"""
        SELECT c.* FROM decision AS c JOIN document AS d ON d.id = c.document_id
        WHERE c.action <> '' AND {_IN_USE} ORDER BY c.id
    """  # noqa: S608 - our words
    with explained(connection):
        cursor = connection.execute(query)
        names = [described[0] for described in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]


def round_rows(connection: sqlite3.Connection) -> list[dict[str, Any]]:
    """Return the rounds, whole, oldest first."""
    with explained(connection):
        cursor = connection.execute("SELECT * FROM round ORDER BY id")
        names = [described[0] for described in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]


def last_before(connection: sqlite3.Connection) -> str | None:
    """Return the numbers last kept before adjudication, or None where there are none."""
    query = "SELECT content FROM round WHERE before_adjudication = 1 ORDER BY id DESC LIMIT 1"
    with explained(connection):
        row = connection.execute(query).fetchone()
    return None if row is None else str(row[0])


def label_counts(connection: sqlite3.Connection) -> dict[tuple[str, int], int]:
    """Return how many spans each annotator (uid) has of each label (row id), whatever the status of the layer."""
    query = f"""
        SELECT a.uid, s.label_id, count(*) FROM layer AS l JOIN document AS d ON d.id = l.document_id
        JOIN annotator AS a ON a.id = l.annotator_id JOIN span AS s ON s.layer_id = l.id
        WHERE l.role = 'annotator' AND {_IN_USE} AND {PUBLISHED.format(row="l")} GROUP BY a.uid, s.label_id
    """  # noqa: S608 - our words
    with explained(connection):
        return {(uid, label): count for uid, label, count in connection.execute(query)}
