"""Rows of the project file as core objects."""

import json
import sqlite3
from collections.abc import Collection
from typing import Any, Final, NamedTuple

from annotator.core.changes import ENTITIES, Row, Scalar
from annotator.core.commands.state import Attached
from annotator.core.document import FIELDS, Document, Source, TextVersion
from annotator.core.errors import user_error
from annotator.core.labels import Label, LabelSet
from annotator.core.layer import Layer, LayerHead, Role, Status
from annotator.core.making import maker
from annotator.core.people import Annotator
from annotator.core.span import Origin, Span
from annotator.core.text import Zone, ZoneKind
from annotator.core.values import Norm
from annotator.store.errors import explained
from annotator.store.incoming import unpack

LABEL_SET_UID: Final = "label_set.uid"
LABEL_SET_VERSION: Final = "label_set.version"
SHOWN_DOCUMENT: Final = "view.document"

_DOCUMENT: Final = (
    f"SELECT id, uid, text_version_id, confirmed, {', '.join(FIELDS)}, created_at, binned_at"  # noqa: S608 - our words
    " FROM document WHERE id = ?"
)
_HEAD: Final = """
    SELECT id, document_id, annotator_id, role, status, flagged, label_set_version, created_at FROM layer
    WHERE document_id = ?
        AND (run_id IS NULL OR run_id IN (SELECT id FROM import_run WHERE state = 'published'))
"""
_SPANS: Final = """
    SELECT id, uid, layer_id, start, "end", text, label_id, value_type, value, unit, mod, ref, note, unsure,
        origin, annotator_id, created_at, updated_at, flaw
    FROM span WHERE layer_id = ? ORDER BY start
"""
_ORIGINS: Final = {str(origin): origin for origin in Origin}
_make_span: Final = maker(Span)
_IDS: Final = "(SELECT value FROM json_each(:ids))"


class ViewState(NamedTuple):
    """Where a person was in a document: the caret (code points) and the first line shown."""

    caret: int = 0
    scroll: int = 0


class Reading:
    """Reads from one connection, in its thread; UserError for what a person can meet."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def document(self, document_id: int) -> Document:
        """Return the document; UserError where it is gone."""
        row = self._one(_DOCUMENT, document_id)
        if row is None:
            raise user_error("document.gone")
        id_, uid, text_version_id, confirmed, *rest = row
        return Document(id_, uid, text_version_id, bool(confirmed), *rest)

    def binned(self) -> tuple[Document, ...]:
        """Return the documents in the bin, the last one put there first."""
        ids = self._all("SELECT id FROM document WHERE binned_at <> '' ORDER BY binned_at DESC, id DESC")
        return tuple(self.document(id_) for (id_,) in ids)

    def in_use(self, document_id: int) -> bool:
        """Tell whether the document is there, not in the bin, and not of an import that was undone."""
        row = self._one(
            "SELECT 1 FROM document WHERE id = ? AND binned_at = '' AND (run_id IS NULL OR run_id IN"
            " (SELECT id FROM import_run WHERE state = 'published'))",
            document_id,
        )
        return row is not None

    def text_version(self, document_id: int) -> TextVersion:
        """Return the document's present text; UserError where the document is gone."""
        row = self._one(
            "SELECT v.id, v.document_id, v.source_id, v.text, v.sha256, v.zones, v.lines, v.created_at"
            " FROM document AS d JOIN text_version AS v ON v.id = d.text_version_id WHERE d.id = ?",
            document_id,
        )
        if row is None:
            raise user_error("document.gone")
        id_, owner, source_id, text, sha256, zones, lines, created_at = row
        return TextVersion(
            id_, owner, source_id, text, sha256, _zones(zones), tuple(json.loads(lines)), created_at
        )

    def source(self, document_id: int) -> Source | None:
        """Return what the document's present text was made of, or None where nothing was kept."""
        row = self._one(
            "SELECT s.id, s.document_id, s.name, s.kind, s.encoding, s.sha256, s.content, s.data"
            " FROM document AS d JOIN text_version AS v ON v.id = d.text_version_id"
            " JOIN source AS s ON s.id = v.source_id WHERE d.id = ?",
            document_id,
        )
        if row is None:
            return None
        id_, owner, name, kind, encoding, sha256, content, data = row
        return Source(id_, owner, name, kind, encoding, sha256, unpack(content), data)

    def layer(self, document_id: int, annotator_id: int) -> Layer | None:
        """Return the annotator's own layer on the document, or None where they have not begun."""
        row = self._one(
            f"{_HEAD} AND annotator_id = ? AND role = 'annotator' ORDER BY id LIMIT 1",
            document_id,
            annotator_id,
        )
        return None if row is None else self._layer(row)

    def layers(self, document_id: int) -> tuple[Layer, ...]:
        """Return all layers of the document, of every annotator and role, oldest first."""
        return tuple(self._layer(row) for row in self._all(f"{_HEAD} ORDER BY id", document_id))

    def heads(self, document_id: int) -> tuple[LayerHead, ...]:
        """Return the heads of all layers of the document, oldest first."""
        return tuple(_head(row) for row in self._all(f"{_HEAD} ORDER BY id", document_id))

    def attached(self, span_ids: Collection[int]) -> Attached:
        """Return the rows that hang on the spans, whole."""
        ids = json.dumps(list(span_ids))
        layers = f"(SELECT DISTINCT layer_id FROM span WHERE id IN {_IDS})"  # noqa: S608 - our words
        return Attached(
            self._rows("relation", f"layer_id IN {layers} AND (from_id IN {_IDS} OR to_id IN {_IDS})", ids),
            self._rows("record_member", f"span_id IN {_IDS}", ids),
            self._rows("comment", f"layer_id IN {layers} AND span_id IN {_IDS}", ids),
        )

    def rows(self, entity: str, column: str, value: Scalar) -> tuple[Row, ...]:
        """Return the rows of a table whose column holds `value`, whole, by their ids."""
        if entity not in ENTITIES or not column.isidentifier():
            msg = f"no such entity or column: {entity}, {column}"
            raise ValueError(msg)
        with explained(self._connection):
            cursor = self._connection.execute(
                f'SELECT * FROM "{entity}" AS t WHERE t."{column}" IS ? ORDER BY id',  # noqa: S608 - checked names
                (value,),
            )
            names = [described[0] for described in cursor.description]
            return tuple(dict(zip(names, row, strict=True)) for row in cursor)

    def label_set(self) -> LabelSet:
        """Return the project's label set, in its order."""
        labels = tuple(Label.from_row(row) for row in self._rows("label", "1 ORDER BY position, id"))
        return LabelSet(self.setting(LABEL_SET_UID) or "", int(self.setting(LABEL_SET_VERSION) or 1), labels)

    def annotators(self) -> tuple[Annotator, ...]:
        """Return all annotators, oldest first."""
        return tuple(Annotator(*row) for row in self._all("SELECT id, uid, name FROM annotator ORDER BY id"))

    def annotator(self, annotator_id: int) -> Annotator:
        """Return the annotator with that row id."""
        row = self._one("SELECT id, uid, name FROM annotator WHERE id = ?", annotator_id)
        if row is None:
            raise user_error("annotator.gone")
        return Annotator(*row)

    def annotator_by_uid(self, uid: str) -> Annotator | None:
        """Return the annotator that files call `uid`, or None."""
        row = self._one("SELECT id, uid, name FROM annotator WHERE uid = ?", uid)
        return None if row is None else Annotator(*row)

    def done_by_others(self, annotator_id: int) -> list[int]:
        """Return the documents that two annotators have done, or somebody else than this one, oldest first."""
        rows = self._all(
            "SELECT l.document_id FROM layer AS l JOIN document AS d ON d.id = l.document_id"
            " WHERE l.role = 'annotator' AND l.status = 'done' AND d.binned_at = ''"
            " AND (d.run_id IS NULL OR d.run_id IN (SELECT id FROM import_run WHERE state = 'published'))"
            " AND (l.run_id IS NULL OR l.run_id IN (SELECT id FROM import_run WHERE state = 'published'))"
            " GROUP BY l.document_id HAVING count(DISTINCT l.annotator_id) > 1 OR max(l.annotator_id <> ?)"
            " ORDER BY l.document_id",
            annotator_id,
        )
        return [document_id for (document_id,) in rows]

    def has_decisions(self) -> bool:
        """Tell whether the reviewer has decided anything, and not taken it back by undo."""
        return self._one("SELECT 1 FROM decision WHERE action <> '' LIMIT 1") is not None

    def setting(self, key: str) -> str | None:
        """Return a setting of the project, or None."""
        row = self.setting_row(key)
        return None if row is None else str(row["value"])

    def setting_row(self, key: str) -> Row | None:
        """Return a setting as a row of its table, for a change to name, or None."""
        row = self._one("SELECT id, key, value FROM setting WHERE key = ?", key)
        return None if row is None else dict(zip(("id", "key", "value"), row, strict=True))

    def view_state(self, document_id: int) -> ViewState:
        """Return where the person was in the document, the beginning where they never were."""
        row = self._one("SELECT caret, scroll FROM view_state WHERE document_id = ?", document_id)
        return ViewState() if row is None else ViewState(*row)

    def shown_document(self) -> int | None:
        """Return the document that the person was in last, None where they were in none; it may be gone since."""
        number = self.setting(SHOWN_DOCUMENT)
        return int(number) if number is not None and number.isdecimal() else None

    def _layer(self, row: tuple[Any, ...]) -> Layer:
        rows = self._all(_SPANS, row[0])
        # The index gives them by start; the rest of the order is quicker here than in SQLite.
        rows.sort(key=_reading_order)
        return Layer(_head(row), tuple(map(_span, rows)))

    def _rows(self, table: str, condition: str, ids: str = "[]") -> tuple[Row, ...]:
        with explained(self._connection):
            cursor = self._connection.execute(f"SELECT * FROM {table} WHERE {condition}", {"ids": ids})  # noqa: S608 - our words
            columns = [column[0] for column in cursor.description]
            return tuple(dict(zip(columns, row, strict=True)) for row in cursor)

    def _one(self, query: str, *parameters: object) -> tuple[Any, ...] | None:
        with explained(self._connection):
            row: tuple[Any, ...] | None = self._connection.execute(query, parameters).fetchone()
        return row

    def _all(self, query: str, *parameters: object) -> list[tuple[Any, ...]]:
        with explained(self._connection):
            return self._connection.execute(query, parameters).fetchall()


def _zones(written: str) -> tuple[Zone, ...]:
    return tuple(Zone(start, end, ZoneKind(kind)) for start, end, kind in json.loads(written))


def _head(row: tuple[Any, ...]) -> LayerHead:
    id_, document_id, annotator_id, role, status, flagged, label_set_version, created_at = row
    return LayerHead(
        id_,
        document_id,
        annotator_id,
        Role(role),
        Status(status),
        bool(flagged),
        label_set_version,
        created_at,
    )


def _reading_order(row: tuple[Any, ...]) -> tuple[int, int, int]:
    return (row[3], -row[4], row[0])


def _span(row: tuple[Any, ...]) -> Span:
    (
        id_, uid, layer_id, start, end, text, label_id, type_, value, unit, mod, ref, note, unsure, origin,
        annotator_id, created_at, updated_at, flaw,
    ) = row  # fmt: skip
    return _make_span(
        id_, uid, layer_id, start, end, text, label_id,
        None if type_ is None else Norm(type_, value, unit, mod, ref),
        note, unsure == 1, _ORIGINS[origin], annotator_id, created_at, updated_at, flaw,
    )  # fmt: skip
