"""The documents that terms about fields allow; each reads an index that covers it, where there is one."""

import sqlite3
from array import array
from collections.abc import Iterable
from itertools import chain
from typing import Final

from annotator.core.narrowing import DATES, Term, bounds

_OWN: Final = (
    "SELECT DISTINCT l.document_id FROM layer AS l JOIN {table} AS t ON t.layer_id = l.id"
    " WHERE l.role = 'annotator' AND l.annotator_id = :me AND {condition}"
)
_HAS: Final = {
    "comments": (
        "SELECT DISTINCT l.document_id FROM layer AS l JOIN comment AS t ON t.layer_id = l.id WHERE t.resolved = 0"
    ),
    "notes": _OWN.format(table="span", condition="t.note <> ''"),
    "unsure": _OWN.format(table="span", condition="t.unsure = 1"),
    "lost": "SELECT DISTINCT l.document_id FROM layer AS l JOIN lost_span AS t ON t.layer_id = l.id",
    "url": "SELECT id FROM document WHERE url <> ''",
    "duplicates": "SELECT document_id FROM near_duplicate",
}
_LABEL: Final = _OWN.format(
    table="span",
    condition="t.label_id IN (SELECT id FROM label WHERE lower(key) = lower(:value) OR title = :value)",
)
_ANNOTATOR: Final = (
    "SELECT DISTINCT l.document_id FROM layer AS l JOIN annotator AS a ON a.id = l.annotator_id"
    " WHERE a.name LIKE :like ESCAPE '\\' AND l.status <> 'new'"
)


def allowed(connection: sqlite3.Connection, terms: Iterable[Term], annotator_id: int) -> "array[int] | None":
    """Return the ids of the documents that all the terms allow, by age; None where there is no term."""
    found: set[int] | None = None
    for term in terms:
        query, parameters = _query(term)
        ids = set(chain.from_iterable(connection.execute(query, {**parameters, "me": annotator_id})))
        found = ids if found is None else found & ids
    return None if found is None else array("q", sorted(found))


def _query(term: Term) -> tuple[str, dict[str, str]]:
    about, value = term.about, term.value
    like = "%" + value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    if about == "has":
        return _HAS[value], {}
    if about == "label":
        return _LABEL, {"value": value}
    if about == "annotator":
        return _ANNOTATOR, {"like": like}
    if about in DATES:
        low, high = bounds(value)
        # A part of a date as the last one allows all that begins with it.
        condition = f"{about} >= :low AND (:high = '' OR substr({about}, 1, length(:high)) <= :high)"
        return f"SELECT id FROM document WHERE {about} <> '' AND {condition}", {"low": low, "high": high}  # noqa: S608 - our words
    return f"SELECT id FROM document WHERE {about} LIKE :like ESCAPE '\\'", {"like": like}  # noqa: S608 - our words
