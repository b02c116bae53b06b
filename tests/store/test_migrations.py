"""Files of earlier versions: brought to ours, with all that is in them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from annotator.store.database import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    connect,
    migrate,
    schema_version,
    transaction,
)
from annotator.store.migrations import migrations
from tests.support.stores import dump

_DECISION = (7, "dc1", 3, 0, '{"id":"dc1"}')


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "before.sqlite"


def older(path: Path, version: int) -> None:
    """Make a file as version `version` of the tables made it, with one decision that a file brought."""
    with closing(sqlite3.connect(path)) as made:
        made.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrations.apply(Database(made), stop_before=f"v{version + 1}")
        made.execute(
            "INSERT INTO decision (id, uid, layer_id, position, content) VALUES (?, ?, ?, ?, ?)", _DECISION
        )
        made.execute("INSERT INTO setting (id, key, value) VALUES (1, 'a', 'b')")
        made.commit()


@pytest.fixture(params=[1, 2])
def migrated(path: Path, request: pytest.FixtureRequest) -> Iterator[sqlite3.Connection]:
    older(path, request.param)
    with closing(connect(path)) as connection:
        assert schema_version(connection) == request.param
        with transaction(connection):
            migrate(connection)
        yield connection


def test_an_older_file_comes_to_have_the_tables_of_a_new_one(
    migrated: sqlite3.Connection, tmp_path: Path
) -> None:
    fresh = tmp_path / "fresh.sqlite"
    fresh.touch()
    with closing(connect(fresh)) as connection:
        with transaction(connection):
            migrate(connection)
        assert _columns(migrated) == _columns(connection)
    assert schema_version(migrated) == SCHEMA_VERSION


def test_what_was_in_it_is_still_there(migrated: sqlite3.Connection) -> None:
    assert dump(migrated)["setting"] == [(1, "a", "b")]
    row = migrated.execute(
        "SELECT id, uid, layer_id, position, content, action, document_id FROM decision"
    ).fetchone()
    assert row == (*_DECISION, "", None)


def _columns(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema ORDER BY name")]
    return {name: connection.execute(f'PRAGMA table_info("{name}")').fetchall() for name in names}
