"""Projects as an earlier version of the program has written them."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from annotator.store.database import APPLICATION_ID
from annotator.store.migrations import migrations


def as_older(path: Path, target: Path, version: int) -> Path:
    """Write what a closed project holds as the program had it at a version of its tables; return the new file."""
    with closing(sqlite3.connect(target)) as made:
        made.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrations.apply(Database(made), stop_before=f"v{version + 1}")
        made.execute("ATTACH ? AS ours", (str(path),))
        tables = made.execute(
            "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'"
            " AND name NOT LIKE 'gram%' AND name NOT LIKE 'sqlite_%' AND name <> 'lease'"
        ).fetchall()
        for (table,) in tables:
            _copy(made, table)
        made.commit()
    return target


def _copy(made: sqlite3.Connection, table: str) -> None:
    columns = [name for _, name, *_ in made.execute(f'PRAGMA main.table_info("{table}")')]
    there = {name for _, name, *_ in made.execute(f'PRAGMA ours.table_info("{table}")')}
    names = ", ".join(f'"{name}"' for name in columns if name in there)
    if names:
        made.execute(f'DELETE FROM main."{table}"')
        made.execute(f'INSERT INTO main."{table}" ({names}) SELECT {names} FROM ours."{table}"')
