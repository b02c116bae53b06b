"""A file of an earlier version that is only read: what its tables lack, given to one connection as if it were empty."""

import sqlite3
from contextlib import closing
from typing import Final

from annotator.store.database import SCHEMA_VERSION, migrate, schema_version
from annotator.store.errors import explained

_TABLES: Final = """
    SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%' AND name NOT LIKE 'sqlite_%'
    ORDER BY name
"""
_Columns = dict[str, str | None]


def supply(connection: sqlite3.Connection) -> None:
    """Let a connection that only reads find every table and column of our version in an older file.

    A file that cannot be written cannot be brought to our version. What it lacks is made for this connection alone,
    in its temporary schema, which comes before the file's: empty tables, and views with the columns that are missing.
    """
    with explained(connection):
        if not 0 < schema_version(connection) < SCHEMA_VERSION:
            return
        statements = _missing(connection)
        connection.execute("PRAGMA query_only=OFF")
        try:
            for statement in statements:
                connection.execute(statement)
        finally:
            connection.execute("PRAGMA query_only=ON")


def _missing(connection: sqlite3.Connection) -> list[str]:
    """Return the statements that make what the file lacks."""
    there = {name for name, _ in connection.execute(_TABLES)}
    statements = []
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as ours:
        migrate(ours)
        for name, sql in ours.execute(_TABLES).fetchall():
            if name not in there:
                statements.append(sql.replace("CREATE TABLE", "CREATE TEMP TABLE", 1))
                continue
            known = _columns(connection, name)
            added = {column: value for column, value in _columns(ours, name).items() if column not in known}
            if added:
                more = ", ".join(f'{value or "NULL"} AS "{column}"' for column, value in added.items())
                statements.append(
                    f'CREATE TEMP VIEW "{name}" AS SELECT *, {more} FROM main."{name}"'  # noqa: S608 - our words
                )
    return statements


def _columns(connection: sqlite3.Connection, table: str) -> _Columns:
    """Return the columns of a table with what stands in them where nothing is said, as SQL has it."""
    rows = connection.execute(f'PRAGMA main.table_info("{table}")')
    return {name: default for _, name, _, _, default, _ in rows}
