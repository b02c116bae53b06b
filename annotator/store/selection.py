"""Which layers go out: their order, and the account of what stays behind."""

import json
import sqlite3
from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from annotator.core.people import Annotator
from annotator.store.errors import explained
from annotator.store.snapshot import snapshot

# A row of `document` or `layer` that no hidden import has brought.
PUBLISHED: Final = (
    "({row}.run_id IS NULL OR {row}.run_id IN (SELECT id FROM import_run WHERE state = 'published'))"
)
BEGINNING: Final = 200
"""So many code points are read of a text whose first line stands for a title."""
BEGINS: Final = (
    f"CASE WHEN trim(d.title) = '' THEN (SELECT substr(b.text, 1, {BEGINNING}) FROM text_version AS b"  # noqa: S608
    " WHERE b.id = d.text_version_id) ELSE '' END"
)
"""How the text of the document `d` begins where that has no title, else ""; of a query."""
_SHOWN_DOCUMENT: Final = f"d.binned_at = '' AND {PUBLISHED.format(row='d')}"
_LAYERS: Final = f"""
    FROM document AS d JOIN layer AS l ON l.document_id = d.id JOIN annotator AS a ON a.id = l.annotator_id
    WHERE {_SHOWN_DOCUMENT} AND {PUBLISHED.format(row="l")} AND l.role <> 'machine'
"""
_WITH_STATUS: Final = "l.status IN (SELECT value FROM json_each(:statuses))"


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which layers go out.

    Those with one of `statuses` that are gold (`gold`), or of these annotators (`annotator_ids`), or (neither)
    of everyone, gold included; never those of machines. With "new" among the statuses, and `blank_for` given,
    a document on which there is no such layer (for `gold`: no layer at all) goes out once, with an empty layer
    of that annotator.
    """

    statuses: Collection[str]
    annotator_ids: Collection[int] | None = None
    gold: bool = False
    blank_for: Annotator | None = None

    @property
    def blanks(self) -> bool:
        """Whether untouched documents go out."""
        return self.blank_for is not None and "new" in self.statuses


class LeftOut(NamedTuple):
    """What a selection leaves out: documents in the bin, documents untouched, layers by status, other layers."""

    binned: int
    untouched: int
    by_status: dict[str, int]
    others: int


class Choice(NamedTuple):
    """Whose layers there are to choose from, and how many; those of an adjudicator are gold."""

    annotator: Annotator
    gold: bool
    layers: int


def layer_ids(connection: sqlite3.Connection, selection: Selection) -> "array[int]":
    """Return the ids of the layers of a selection, in its order."""
    with snapshot(connection):
        return array("q", (key for key in keys_of(connection, selection) if key > 0))


def mark_exported(connection: sqlite3.Connection, ids: Iterable[int], now: str) -> None:
    """Note, in the caller's transaction, that the present revisions of these layers are known to others.

    Do so before the entries are read: a change that is made while they are written then begins a new revision.
    """
    connection.execute(
        "UPDATE layer_revision SET exported_at = ? WHERE exported_at = '' AND id IN"
        " (SELECT max(id) FROM layer_revision WHERE layer_id IN (SELECT value FROM json_each(?)) GROUP BY layer_id)",
        (now, json.dumps(list(ids))),
    )


def _chosen(selection: Selection) -> str:
    if selection.gold:
        return "l.role = 'adjudicator'"
    if selection.annotator_ids is not None:
        return "l.role = 'annotator' AND l.annotator_id IN (SELECT value FROM json_each(:annotators))"
    return "1"


def _untouched(selection: Selection) -> str:
    chosen = "1" if selection.gold else _chosen(selection)
    return f"""
        FROM document AS d WHERE {_SHOWN_DOCUMENT} AND NOT EXISTS (SELECT 1 FROM layer AS l
            WHERE l.document_id = d.id AND {PUBLISHED.format(row="l")} AND l.role <> 'machine' AND {chosen})
    """  # noqa: S608 - our words


def _parameters(selection: Selection) -> dict[str, str]:
    someone = selection.blank_for
    return {
        "statuses": json.dumps(sorted(selection.statuses)),
        "annotators": json.dumps(sorted(selection.annotator_ids or ())),
        "name": "" if someone is None else someone.name,
        "uid": "" if someone is None else someone.uid,
    }


def keys_of(connection: sqlite3.Connection, selection: Selection) -> "array[int]":
    """Return the layers in their order, by id; an untouched document as its id below nought."""
    query = f"""
        SELECT d.uid AS document, a.name AS name, a.uid AS person, l.id AS key
        {_LAYERS} AND {_chosen(selection)} AND {_WITH_STATUS}
    """
    if selection.blanks:
        query += f" UNION ALL SELECT d.uid, :name, :uid, -d.id {_untouched(selection)}"
    query = f"SELECT key FROM ({query}) ORDER BY document, name, person, abs(key)"  # noqa: S608 - our words
    return array("q", (key for (key,) in connection.execute(query, _parameters(selection))))


def left_out(connection: sqlite3.Connection, selection: Selection) -> LeftOut:
    """Return what a selection leaves out, counted."""
    parameters = _parameters(selection)
    binned = f"SELECT count(*) FROM document AS d WHERE d.binned_at <> '' AND {PUBLISHED.format(row='d')}"  # noqa: S608 - our words
    untouched = f"SELECT count(*) {_untouched(selection)}"
    by_status = f"SELECT l.status, count(*) {_LAYERS} AND {_chosen(selection)} AND NOT {_WITH_STATUS} GROUP BY l.status"
    others = f"SELECT count(*) {_LAYERS} AND NOT ({_chosen(selection)})"
    with snapshot(connection):
        one = [connection.execute(query, parameters).fetchone()[0] for query in (binned, untouched, others)]
        statuses = dict(connection.execute(by_status, parameters).fetchall())
    return LeftOut(one[0], 0 if selection.blanks else one[1], statuses, one[2])


def in_tray(connection: sqlite3.Connection, layer_ids: Sequence[int]) -> int:
    """Return how many lost spans these layers have; they have no place in the text, and so in no file."""
    with explained(connection):
        (count,) = connection.execute(
            "SELECT count(*) FROM lost_span WHERE layer_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(layer_ids)),),
        ).fetchone()
    return int(count)


def choices(connection: sqlite3.Connection) -> tuple[Choice, ...]:
    """Return whose layers there are, gold first, then by name."""
    query = f"""
        SELECT a.id, a.uid, a.name, l.role = 'adjudicator', count(*) {_LAYERS}
        GROUP BY a.id, l.role = 'adjudicator' ORDER BY 4 DESC, a.name, a.uid
    """
    with explained(connection):
        rows = connection.execute(query).fetchall()
    return tuple(
        Choice(Annotator(id_, uid, name), bool(gold), layers) for id_, uid, name, gold, layers in rows
    )


class Naming(NamedTuple):
    """What a document is called after: its id in files, its title, and where it has none how its text begins."""

    id: int
    uid: str
    title: str
    beginning: str


def naming_of(connection: sqlite3.Connection, document_ids: Iterable[int]) -> list[Naming]:
    """Return what these documents are called after; those not in use are left out."""
    query = (
        f"SELECT d.id, d.uid, d.title, {BEGINS} FROM document AS d"  # noqa: S608 - our words
        f" WHERE d.id IN (SELECT value FROM json_each(?)) AND {_SHOWN_DOCUMENT}"
    )
    with explained(connection):
        return [Naming(*row) for row in connection.execute(query, (json.dumps(list(document_ids)),))]
