"""Projects of others: gathered like any file, and nothing in a hostile one is called, believed or kept."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from annotator.app.gather.questions import Answers
from annotator.app.session import Session
from annotator.core.commands.bin import BinDocuments
from annotator.core.commands.people import NameAnnotator
from annotator.core.commands.spans import AddSpan
from annotator.core.people import Annotator
from annotator.store.database import SCHEMA_VERSION
from tests.support.intake import (
    counts,
    everything,
    layers,
    line,
    new_session,
    reasons,
    run_import,
    write_lines,
)

TEXT = "한빛시는 2일 수소산업진흥원과 함께 1,200억 원을 들인다고 밝혔다."
OTHER = "새솔군은 올해 12억 원을 들여 도서관을 짓는다."


@pytest.fixture
def session(tmp_path: Path):
    opened = new_session(tmp_path / "work")
    ours = [line(text, id=id_, status="new") for text, id_ in ((TEXT, "d1"), (OTHER, "d2"))]
    run_import(opened, write_lines(tmp_path / "ours.jsonl", *ours))
    yield opened
    opened.project.close()


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """The project of a colleague, who has marked the first document and named themselves."""
    other = new_session(tmp_path / "theirs")
    path = write_lines(
        tmp_path / "t.jsonl", line(TEXT, id="d1", status="new"), line(OTHER, id="x2", status="new")
    )
    run_import(other, path)
    with other.project.in_worker() as project:
        lee = Session(project, project.ensure_annotator("lee-uid", ""))
        lee.do(NameAnnotator("이도윤"))
        lee.do(AddSpan(1, 0, 3, 1))
        lee.do(AddSpan(1, 5, 7, 4))
    project_file = other.project.path
    other.project.close()
    return project_file


def gather(session: Session, *paths: Path, **answers: object):
    return run_import(session, *paths, answers=Answers(**answers))


def hurt(path: Path, *statements: str) -> Path:
    """Carry statements out on a project file, its schema writable."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        for statement in statements:
            connection.execute(statement)
    return path


def test_a_colleagues_project_is_gathered_like_a_file(session: Session, theirs: Path) -> None:
    before = theirs.read_bytes()
    result = gather(session, theirs)
    assert (counts(result), reasons(result), len(result.questions)) == ([(1, 0, 1, 0)], [], 0)
    assert layers(session, 1) == [("이도윤", "in_progress", [("한빛시", "AGENCY"), ("2일", "DATE")])]
    assert theirs.read_bytes() == before
    again = gather(session, theirs)
    assert (again.changes, [note.reason.id for note in again.files[0].notes]) == (None, ["gather.same-file"])


def test_what_went_on_there_replaces_what_is_here(session: Session, theirs: Path) -> None:
    gather(session, theirs)
    with closing(sqlite3.connect(theirs)) as connection:
        connection.execute("UPDATE layer_revision SET exported_at = '2026-01-01T00:00:00Z'")
        connection.execute(
            "INSERT INTO layer_revision (layer_id, uid, parent) SELECT layer_id, 'later', uid FROM layer_revision"
            " WHERE layer_id = (SELECT layer_id FROM span LIMIT 1)"
        )
        connection.execute("UPDATE layer SET status = 'done' WHERE id = (SELECT layer_id FROM span LIMIT 1)")
        connection.commit()
    result = gather(session, theirs)
    assert (counts(result), len(result.questions)) == ([(1, 0, 1, 0)], 0)
    assert [status for _, status, _ in layers(session, 1)] == ["done"]


def test_documents_in_their_bin_stay_there(session: Session, theirs: Path) -> None:
    with closing(sqlite3.connect(theirs)) as connection:
        connection.execute("UPDATE document SET binned_at = '2026-01-01T00:00:00Z' WHERE uid = 'd1'")
        connection.commit()
    assert counts(gather(session, theirs)) == [(0, 0, 0, 0)]
    assert BinDocuments((1,)).run(session) is not None


def test_a_project_of_an_older_version_is_read(session: Session, theirs: Path) -> None:
    hurt(
        theirs,
        "DROP TABLE anchor",
        "DROP TABLE text_skeleton",
        "DROP TABLE review",
        "DROP INDEX text_version_layer",
        "ALTER TABLE text_version DROP COLUMN layer_id",
        "PRAGMA user_version = 2",
    )
    assert counts(gather(session, theirs)) == [(1, 0, 1, 0)]


def test_ones_own_project_is_not_gathered(session: Session) -> None:
    before = everything(session)
    result = gather(session, session.project.path)
    assert reasons(result) == [("project.sqlite", 0, "gather.own-project")]
    assert everything(session) == before


def test_a_name_there_and_here_is_asked(session: Session, theirs: Path, tmp_path: Path) -> None:
    record = line(OTHER, ("12억", "AMOUNT"), id="d2", annotator="이도윤", annotator_id="other-uid")
    gather(session, write_lines(tmp_path / "a.jsonl", record))
    [asked] = gather(session, theirs).questions.people.values()
    assert asked.key == ("", "lee-uid", "이도윤")
    assert [one.uid for one in asked.same] == ["other-uid"]
    gather(session, theirs, people={asked.key: "other-uid"})
    people = session.project.reading.annotators()
    assert [one.name for one in people if isinstance(one, Annotator)].count("이도윤") == 1


# Files that are not what they say.

Hurt = Callable[[Path], object]


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def scribbled(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for at in range(4096 * 3, len(content) - 64, 4096):
        content[at : at + 64] = b"\xff" * 64
    path.write_bytes(bytes(content))


def put_in_place(path: Path, table: str, *statements: str) -> None:
    """Put something else in the place of a table, with what stood in it beside."""
    hurt(path, f"ALTER TABLE {table} RENAME TO real_{table}", *statements)


HOSTILE: dict[str, tuple[Hurt, str]] = {
    "no database": (
        lambda path: path.write_bytes(b"SQLite format 3\x00 but not really"),
        "store.not-a-project",
    ),
    "of another program": (lambda path: hurt(path, "PRAGMA application_id = 7"), "store.foreign"),
    "of a later version": (
        lambda path: hurt(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}"),
        "store.newer-elsewhere",
    ),
    "cut off": (cut, "store.corrupt"),
    "scribbled over": (scribbled, "store.corrupt"),
    "a table missing": (lambda path: hurt(path, "DROP TABLE record"), "store.corrupt"),
    "a view for a table": (
        lambda path: put_in_place(path, "span", "CREATE VIEW span AS SELECT * FROM real_span"),
        "store.corrupt",
    ),
    "a virtual table for a table": (
        lambda path: put_in_place(
            path, "comment", "CREATE VIRTUAL TABLE comment USING fts5(id, uid, layer_id)"
        ),
        "store.corrupt",
    ),
    "a column that is computed": (
        lambda path: hurt(path, "ALTER TABLE span ADD COLUMN trick TEXT GENERATED ALWAYS AS (upper(text))"),
        "store.corrupt",
    ),
    "a column missing": (lambda path: hurt(path, "ALTER TABLE span DROP COLUMN origin"), "store.corrupt"),
    "bytes for a text": (lambda path: hurt(path, "UPDATE document SET title = x'00ff'"), "store.corrupt"),
    "no UTF-8": (
        lambda path: hurt(path, "UPDATE document SET title = CAST(x'ff41' AS TEXT)"),
        "store.corrupt",
    ),
    "no JSON": (lambda path: hurt(path, "UPDATE text_version SET zones = '[[0,'"), "store.corrupt"),
    "JSON of another shape": (
        lambda path: hurt(path, "UPDATE text_version SET zones = '{\"a\": 1}'"),
        "store.corrupt",
    ),
    "a value that is no text": (lambda path: hurt(path, "UPDATE layer SET inputs = '5'"), "store.corrupt"),
    "a span of no layer's label": (lambda path: hurt(path, "UPDATE span SET label_id = 99"), "store.corrupt"),
    "a status that is none": (
        lambda path: hurt(path, "UPDATE layer SET status = 'perfect'"),
        "store.corrupt",
    ),
    "a schema that does not parse": (
        lambda path: hurt(path, "UPDATE sqlite_master SET sql = 'CREATE TABLE span(' WHERE name = 'span'"),
        "store.corrupt",
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_file_that_is_not_what_it_says_is_refused_whole(session: Session, theirs: Path, kind: str) -> None:
    damage, told = HOSTILE[kind]
    damage(theirs)
    before = everything(session)
    result = gather(session, theirs)
    assert reasons(result) == [(theirs.name, 0, told)]
    assert everything(session) == before


def test_triggers_views_and_functions_of_a_file_are_never_called(session: Session, theirs: Path) -> None:
    hurt(
        theirs,
        "CREATE TRIGGER t1 AFTER INSERT ON span BEGIN DELETE FROM layer; END",
        "CREATE VIEW trick AS SELECT load_extension('x'), randomblob(1000000000) FROM span",
        "CREATE INDEX trick_index ON span(abs(start))",
    )
    assert counts(gather(session, theirs)) == [(1, 0, 1, 0)]


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE span SET \"end\" = 9999 WHERE text = '2일'", "span.outside"),
        ("UPDATE span SET text = '3일' WHERE text = '2일'", "span.text-differs"),
        ("UPDATE span SET origin = 'magic' WHERE text = '2일'", "project.unknown-word"),
        ("UPDATE span SET value_type = 'date', value = 'soon' WHERE text = '2일'", "value.date-form"),
    ],
)
def test_a_span_that_is_wrong_is_refused_alone(
    session: Session, theirs: Path, statement: str, told: str
) -> None:
    hurt(theirs, statement)
    result = gather(session, theirs)
    assert [reason for _, _, reason in reasons(result)] == [told]
    assert layers(session, 1) == [("이도윤", "in_progress", [("한빛시", "AGENCY")])]


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE layer SET role = 'boss'", "project.unknown-word"),
        ("UPDATE text_version SET sha256 = 'abc'", "entry.digest-differs"),
        ("UPDATE document SET document_date = 'yesterday'", "field.not-a-day"),
        ("UPDATE annotator SET name = ' a|b '", "annotator.bad-name"),
    ],
)
def test_a_layer_that_is_wrong_is_refused(session: Session, theirs: Path, statement: str, told: str) -> None:
    hurt(theirs, statement)
    result = gather(session, theirs)
    assert told in [reason for _, _, reason in reasons(result)]
    assert result.changes is None


def test_a_text_longer_than_any_article_is_refused(session: Session, theirs: Path) -> None:
    hurt(
        theirs, "DELETE FROM span", "UPDATE text_version SET sha256 = '', text = printf('%.*c', 1000001, 'x')"
    )
    assert "import.too-long" in [reason for _, _, reason in reasons(gather(session, theirs))]


def test_a_text_beyond_all_measure_ends_the_reading(session: Session, theirs: Path) -> None:
    hurt(theirs, "UPDATE text_version SET text = printf('%.*c', 70000000, 'x')")
    assert reasons(gather(session, theirs)) == [(theirs.name, 0, "store.corrupt")]
