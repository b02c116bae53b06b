"""What rows stand on: no change leaves a row without what it names, or a span beside its text.

Steps of one document are undone in order, and steps over the project from a list of their own; so a step may
come to be taken back, or brought back, when something else has been built on its rows since, or the text is
another. Such a step is refused whole (`change.conflict`). Foreign keys of the schema would do the first half,
at a price on every imported row that these few queries do not ask.
"""

import json
import sqlite3
from collections.abc import Iterable
from typing import Final, NamedTuple

from annotator.core.changes import Scalar
from annotator.core.errors import user_error
from annotator.store.grouping import Group, Kind

_LAYER: Final = (("layer_id", "layer"),)

# entity: the columns that name a row, and of which entity.
_NAMES: Final = {
    "anchor": (*_LAYER, ("span_id", "span"), ("text_version_id", "text_version")),
    "comment": (*_LAYER, ("span_id", "span")),
    "decision": (*_LAYER, ("document_id", "document"), ("by", "annotator")),
    "document": (("text_version_id", "text_version"),),
    "document_label": _LAYER,
    "layer": (("document_id", "document"), ("annotator_id", "annotator")),
    "lost_span": (
        *_LAYER,
        ("label_id", "label"),
        ("annotator_id", "annotator"),
        ("text_version_id", "text_version"),
    ),
    "record": _LAYER,
    "record_member": (("record_id", "record"), ("span_id", "span")),
    "refusal": (("document_id", "document"), ("label_id", "label"), ("annotator_id", "annotator")),
    "relation": (*_LAYER, ("from_id", "span"), ("to_id", "span")),
    "response": (("document_id", "document"),),
    "returned": (("document_id", "document"),),
    "review": (("document_id", "document"), ("by", "annotator")),
    "round": (("by", "annotator"),),
    "span": (*_LAYER, ("label_id", "label"), ("annotator_id", "annotator")),
    "suggestion": (*_LAYER, ("label_id", "label"), ("annotator_id", "annotator")),
    "text_version": (("document_id", "document"),),
    "waiver": (("document_id", "document"),),
}


class _Naming(NamedTuple):
    """A column that names rows of an entity; `within` narrows the search by an index.

    `within` is a column of the table and the column of the deleted row that holds the same value: what names
    a span lies in the span's layer.
    """

    table: str
    column: str
    within: tuple[str, str] | None = None


# entity: where a row may still name one that is gone.
_NAMED_BY: Final = {
    "annotator": (_Naming("layer", "annotator_id"),),
    "document": tuple(
        _Naming(table, "document_id")
        for table in ("layer", "refusal", "response", "returned", "review", "waiver")
    ),
    "label": tuple(_Naming(table, "label_id") for table in ("span", "suggestion", "refusal", "lost_span")),
    "layer": tuple(
        _Naming(table, "layer_id")
        for table in (
            "span",
            "suggestion",
            "relation",
            "record",
            "comment",
            "document_label",
            "decision",
            "lost_span",
        )
    ),
    "record": (_Naming("record_member", "record_id"),),
    "span": (
        _Naming("record_member", "span_id"),
        _Naming("relation", "from_id", ("layer_id", "layer_id")),
        _Naming("relation", "to_id", ("layer_id", "layer_id")),
        _Naming("comment", "span_id", ("layer_id", "layer_id")),
    ),
    "text_version": (_Naming("document", "text_version_id", ("id", "document_id")),),
}

_MARKED: Final = frozenset({"span", "suggestion"})
_PLACE: Final = frozenset({"start", "end", "text", "layer_id"})


def check_references(connection: sqlite3.Connection, groups: Iterable[Group]) -> None:
    """Raise UserError where a row written names none, or a row still names one that is gone."""
    named: dict[str, set[Scalar]] = {}
    for group in groups:
        if group.kind is Kind.DELETE:
            _check_unnamed(connection, group)
            continue
        for column, entity in _NAMES.get(group.entity, ()):
            if column in group.columns:
                named.setdefault(entity, set()).update(op.after[column] for op in group.ops if op.after)
    for entity, ids in named.items():
        _check_there(connection, entity, ids - {None})


def _check_there(connection: sqlite3.Connection, entity: str, ids: set[Scalar]) -> None:
    (found,) = connection.execute(
        f"SELECT count(*) FROM {entity} WHERE id IN (SELECT value FROM json_each(?))",  # noqa: S608 - our words
        (json.dumps(list(ids)),),
    ).fetchone()
    if found != len(ids):
        raise user_error("change.conflict", entity=entity)


def _check_unnamed(connection: sqlite3.Connection, group: Group) -> None:
    gone = json.dumps(group.ids)
    for naming in _NAMED_BY.get(group.entity, ()):
        query = f"SELECT 1 FROM {naming.table} WHERE {naming.column} IN (SELECT value FROM json_each(?))"  # noqa: S608 - our words
        parameters = [gone]
        if naming.within is not None:
            column, theirs = naming.within
            query += f" AND {column} IN (SELECT value FROM json_each(?))"  # noqa: S608 - our words
            parameters.append(json.dumps(list({row[theirs] for row in group.sides})))
        if connection.execute(f"{query} LIMIT 1", parameters).fetchone() is not None:
            raise user_error("change.conflict", entity=group.entity)


def check_slices(connection: sqlite3.Connection, groups: Iterable[Group]) -> None:
    """Raise UserError where a span or suggestion that was placed does not hold the text it covers."""
    texts: dict[int, str] = {}
    for group in groups:
        if group.entity in _MARKED and group.kind is not Kind.DELETE and not _PLACE.isdisjoint(group.columns):
            _check_slices_of(connection, group, texts)


def _check_slices_of(connection: sqlite3.Connection, group: Group, texts: dict[int, str]) -> None:
    # What was placed and then deleted by the same change is not found, and need not be.
    rows = connection.execute(
        f'SELECT s.start, s."end", s.text, d.text_version_id FROM {group.entity} AS s'  # noqa: S608 - our words
        " JOIN layer AS l ON l.id = s.layer_id JOIN document AS d ON d.id = l.document_id"
        " WHERE s.id IN (SELECT value FROM json_each(?))",
        (json.dumps(group.ids),),
    ).fetchall()
    for start, end, covered, version_id in rows:
        if version_id not in texts:
            (texts[version_id],) = connection.execute(
                "SELECT text FROM text_version WHERE id = ?", (version_id,)
            ).fetchone() or ("",)
        if texts[version_id][start:end] != covered:
            raise user_error("change.conflict", entity=group.entity)
