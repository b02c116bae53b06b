"""Reads what the review of documents rests on, many documents with a few queries."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, NamedTuple

from annotator.core.changes import Row
from annotator.core.values import Norm
from annotator.store.errors import explained
from annotator.store.selection import PUBLISHED
from annotator.store.snapshot import snapshot

_IDS: Final = "(SELECT value FROM json_each(:ids))"
_DOCUMENTS: Final = f"""
    SELECT d.id, d.uid, v.text FROM document AS d JOIN text_version AS v ON v.id = d.text_version_id
    WHERE d.id IN {_IDS}
"""  # noqa: S608 - our words
_LAYERS: Final = f"""
    SELECT l.id, l.document_id, a.uid, a.name, l.status FROM layer AS l JOIN annotator AS a ON a.id = l.annotator_id
    WHERE l.document_id IN {_IDS} AND l.role = 'annotator' AND {PUBLISHED.format(row="l")}
    ORDER BY l.annotator_id, l.id
"""  # noqa: S608 - our words
_SPANS: Final = f"""
    SELECT layer_id, start, "end", label_id, value_type, value, unit, mod, ref, id FROM span
    WHERE layer_id IN {_IDS}
"""  # noqa: S608 - our words
_DOERS: Final = f"""
    SELECT l.document_id, d.uid, a.uid FROM layer AS l JOIN document AS d ON d.id = l.document_id
    JOIN annotator AS a ON a.id = l.annotator_id
    WHERE l.document_id IN {_IDS} AND l.role = 'annotator' AND l.status = 'done' AND {PUBLISHED.format(row="l")}
    ORDER BY l.document_id, l.annotator_id
"""  # noqa: S608 - our words
_DONE: Final = "done"


class ReviewSpan(NamedTuple):
    """A span as a review needs it: its place (code points), the row id of its label, its value."""

    start: int
    end: int
    label_id: int
    norm: Norm | None


@dataclass(slots=True)
class ReviewLayer:
    """Somebody's layer on a document: whose (uid, name) and how far; its spans, in reading order, where it is done."""

    annotator: str
    name: str
    status: str
    spans: list[ReviewSpan] = field(default_factory=list)


@dataclass(slots=True)
class Reviewed:
    """A document as a review has it: its id in files and text, the layers by annotator, and the rows of its review."""

    id: int
    uid: str
    text: str
    layers: list[ReviewLayer] = field(default_factory=list)
    decisions: list[Row] = field(default_factory=list)
    responses: list[Row] = field(default_factory=list)
    review: Row | None = None


def reviewed(connection: sqlite3.Connection, document_ids: Sequence[int]) -> list[Reviewed]:
    """Return these documents in the order given, as they are at one moment; those that are gone are left out.

    Of several layers of one annotator on a document that are done the oldest counts.
    """
    with explained(connection), snapshot(connection):
        found = {row[0]: Reviewed(*row) for row in connection.execute(_DOCUMENTS, _ids(document_ids))}
        _read_layers(connection, found)
        for table in ("decision", "response", "review"):
            for row in _rows(connection, table, found):
                one = found[row["document_id"]]
                if table == "review":
                    one.review = one.review or row
                else:
                    (one.decisions if table == "decision" else one.responses).append(row)
    return [found[document_id] for document_id in document_ids if document_id in found]


def doers(
    connection: sqlite3.Connection, document_ids: Iterable[int]
) -> Iterator[tuple[int, str, list[str]]]:
    """Yield these documents by their row ids, each with its id in files and those (uid) who have done it."""
    with explained(connection):
        rows = connection.execute(_DOERS, _ids(document_ids))
        for (document_id, uid), own in groupby(rows, key=itemgetter(0, 1)):
            yield document_id, uid, list(dict.fromkeys(annotator for *_, annotator in own))


def _read_layers(connection: sqlite3.Connection, found: dict[int, Reviewed]) -> None:
    done: dict[int, ReviewLayer] = {}
    taken: set[tuple[int, str]] = set()
    for id_, document_id, uid, name, status in connection.execute(_LAYERS, _ids(found)):
        if (document_id, uid) in taken:
            continue
        layer = ReviewLayer(uid, name, status)
        found[document_id].layers.append(layer)
        if status == _DONE:
            taken.add((document_id, uid))
            done[id_] = layer
    for row in sorted(connection.execute(_SPANS, _ids(done)), key=_reading_order):
        layer_id, start, end, label_id, type_, *value, _ = row
        norm = None if type_ is None else Norm(type_, *value)
        done[layer_id].spans.append(ReviewSpan(start, end, label_id, norm))


def _reading_order(row: tuple[Any, ...]) -> tuple[int, int, int]:
    return (row[1], -row[2], row[-1])


def _rows(connection: sqlite3.Connection, table: str, ids: Iterable[int]) -> Iterator[Row]:
    cursor = connection.execute(
        f'SELECT * FROM "{table}" WHERE document_id IN {_IDS} ORDER BY id',  # noqa: S608 - our words
        _ids(ids),
    )
    names = [described[0] for described in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def _ids(ids: Iterable[int]) -> dict[str, str]:
    return {"ids": json.dumps(list(ids))}
