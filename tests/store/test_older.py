"""A file of an earlier version that is only read has every table and column of ours, and stays as it is."""

from contextlib import closing
from pathlib import Path

import pytest

from annotator.store.database import SCHEMA_VERSION, connect
from annotator.store.project import Project
from tests.support.older import as_older
from tests.support.projects import make_session


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_all_tables_and_columns_can_be_read_and_the_file_stays(tmp_path: Path, version: int) -> None:
    session = make_session(tmp_path, "환경부는 한빛시와 함께 기준을 냈다.")
    ours = session.project.path
    session.project.close()
    older = as_older(ours, tmp_path / "older.sqlite", version)
    before = older.read_bytes()
    project = Project.open(older, lock_dir=tmp_path, backups_dir=tmp_path / "backups", write=False)
    with closing(connect(ours, read_only=True)) as known, project.in_worker() as worker:
        for (table,) in known.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'"
        ).fetchall():
            columns = [name for _, name, *_ in known.execute(f'PRAGMA table_info("{table}")')]
            query = f'SELECT {", ".join(columns_quoted(columns))} FROM "{table}"'
            for connection in (project.connection, worker.connection):
                connection.execute(query).fetchall()
        assert project.reading.text_version(1).text == worker.reading.text_version(1).text
    project.close()
    assert older.read_bytes() == before


def columns_quoted(columns: list[str]) -> list[str]:
    return [f'"{name}"' for name in columns]
