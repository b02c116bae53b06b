"""Project files for colleagues: some of the documents of a project in a file of its own, without anybody's marks."""

import json
import secrets
import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

from annotator.core.errors import user_error
from annotator.core.labels import Label
from annotator.core.people import Annotator
from annotator.store.creation import create_file
from annotator.store.database import connect, transaction
from annotator.store.errors import explained
from annotator.store.selection import PUBLISHED

QUIET: Final = "assignment.quiet"
"""The setting of a project in which nothing is to be suggested: what is measured is what people see themselves."""

ASSIGNED: Final = "assignment"
"""The setting of a project that was made by an assignment."""

_FRESH: Final = "SELECT EXISTS (SELECT 1 FROM setting WHERE key = ?) AND NOT EXISTS (SELECT 1 FROM layer)"
_IN_USE: Final = f"d.binned_at = '' AND {PUBLISHED.format(row='d')}"
_DOCUMENTS: Final = f"""
    SELECT d.uid, length(v.text), EXISTS (
        SELECT 1 FROM layer AS l WHERE l.document_id = d.id AND l.role = 'annotator' AND l.status <> 'new'
    )
    FROM document AS d JOIN text_version AS v ON v.id = d.text_version_id WHERE {_IN_USE} ORDER BY d.uid
"""  # noqa: S608 - our words
_CHOSEN: Final = (
    f"SELECT d.id FROM document AS d WHERE {_IN_USE} AND d.uid IN (SELECT value FROM json_each(?))"  # noqa: S608 - our words
)
_IDS: Final = "(SELECT value FROM json_each(:ids))"
# What goes along, by table: which rows, and what they say in place of what they said here.
_ALONG: Final[tuple[tuple[str, str, dict[str, None]], ...]] = (
    ("setting", "key = 'label_set.uid' OR key = 'label_set.version'", {}),
    ("label_set_version", "1", {}),
    ("lexicon_entry", "1", {}),
    ("outlet_line", "1", {}),
    ("document", "id IN (SELECT value FROM json_each(:ids))", {"run_id": None}),
    (
        "text_version",
        "id IN (SELECT text_version_id FROM document WHERE id IN (SELECT value FROM json_each(:ids)))",
        {},
    ),
    ("source", "document_id IN (SELECT value FROM json_each(:ids))", {}),
)


class Assignable(NamedTuple):
    """A document that can be given to somebody; `length` is that of its text in code points."""

    uid: str
    length: int
    begun: bool


def assignable(connection: sqlite3.Connection) -> list[Assignable]:
    """Return the documents in use, by their ids in files; `begun` where somebody has marked in them."""
    with explained(connection):
        rows = connection.execute(_DOCUMENTS).fetchall()
    return [Assignable(uid, length, bool(begun)) for uid, length, begun in rows]


def write_part(
    connection: sqlite3.Connection,
    target: Path,
    of: tuple[Annotator, Iterable[Label]],
    uids: Collection[str],
    *,
    quiet: bool,
) -> None:
    """Write a project file with these documents, whole or not at all; `of` is whose it is, and the labels.

    UserError `store.exists` where the name is taken.
    """
    if target.exists():
        raise user_error("store.exists", path=str(target))
    fresh = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part.sqlite")
    try:
        create_file(fresh, *of)
        with explained(target), closing(connect(fresh)) as part:
            with transaction(part):
                _copy(connection, part, uids)
                part.execute("INSERT INTO setting (id, key, value) VALUES (999, ?, '1')", (ASSIGNED,))
                if quiet:
                    part.execute("INSERT INTO setting (id, key, value) VALUES (1000, ?, '1')", (QUIET,))
            part.execute("PRAGMA journal_mode=DELETE").fetchone()
        with explained(target):
            fresh.rename(target)
    finally:
        for tail in ("", "-journal", "-wal", "-shm"):
            fresh.with_name(fresh.name + tail).unlink(missing_ok=True)


def is_quiet(connection: sqlite3.Connection) -> bool:
    """Tell whether nothing is to be suggested in this project."""
    with explained(connection):
        row = connection.execute("SELECT value FROM setting WHERE key = ?", (QUIET,)).fetchone()
    return row is not None and row[0] == "1"


def is_fresh(connection: sqlite3.Connection) -> bool:
    """Tell whether this is the file of an assignment in which nobody has ever begun anything, be it in the bin by now.

    Any other project without marks, such as the sample or a backup in a folder, brings nothing by being there.
    """
    with explained(connection):
        (found,) = connection.execute(_FRESH, (ASSIGNED,)).fetchone()
    return bool(found)


def _copy(connection: sqlite3.Connection, part: sqlite3.Connection, uids: Collection[str]) -> None:
    with explained(connection):
        ids = [id_ for (id_,) in connection.execute(_CHOSEN, (json.dumps(sorted(uids)),))]
        part.execute("DELETE FROM setting")
        for table, condition, instead in _ALONG:
            found = connection.execute(
                f"SELECT * FROM {table} WHERE {condition} ORDER BY id",  # noqa: S608 - our words
                {"ids": json.dumps(ids)},
            )
            columns = [str(column[0]) for column in found.description]
            names = ", ".join(f'"{name}"' for name in columns)
            marks = ", ".join("?" * len(columns))
            rows = (
                [instead.get(name, value) for name, value in zip(columns, row, strict=True)] for row in found
            )
            part.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608 - our words
