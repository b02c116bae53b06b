"""Every stored column is exported, or stands on a list with the reason why it is not."""

import json
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.app.review.reviewing import review_of
from annotator.app.session import Session
from annotator.core.commands.review import Decide
from annotator.core.decision import ItemSpan
from annotator.core.errors import UserError
from tests.support.intake import (
    exported_bytes,
    line,
    new_session,
    page,
    run_import,
    write_labels,
    write_lines,
)

TEXT = "한빛시는 2일 수소 버스에 1,200억 원을 쓴다."
AT = "2026-03-02T05:00:00Z"

# Tables of which nothing is exported.
TABLES = {
    "label_set_version": "past meanings of the label set; the file carries the present one",
    "import_run": "how something came in, which is history",
    "source_file": "which files were read, which is history",
    "tombstone": "what was removed for good stays removed",
    "suggestion": "no annotations; they go out only when they are asked for",
    "lost_span": "no place in the text that goes out; the export counts them",
    "round": "numbers, no marks; they go out as tables and as a report",
    "response": "not in a gold file; they come from the files that colleagues send back",
    "returned": "not a person's marks; it goes back by a file of its own",
    "refusal": "not in the native format",
    "waiver": "not in the native format",
    "lexicon_entry": "the project's own dictionary",
    "outlet_line": "furniture, which is no text",
    "journal": "undo history is not in the native format",
    "journal_ops": "undo history is not in the native format",
    "id_mark": "row ids, which are of one file",
    "view_state": "where a person was",
    "lease": "who has the project open",
    "near_duplicate": "made of the texts, at any time anew",
    "text_sketch": "made of the texts, at any time anew",
    "text_skeleton": "made of the texts, at any time anew",
    "anchor": "where a span lay in the text of its file, which goes out with ours",
    "gram": "the search index, made of the texts",
    "gram_state": "the search index, made of the texts",
    "gram_scheme": "the search index, made of the texts",
    "gram_pending": "the search index, made of the texts",
}

# Columns that are not exported, of tables that are; row ids (`id`) never are.
COLUMNS = {
    ("document", "run_id"): "how it came in",
    ("document", "confirmed"): "of the proposal of a page, whose bytes are not in the file either",
    ("source", "document_id"): "the text version names its source",
    ("source", "kind"): "the bytes of the source are not in the file, only their digest",
    ("source", "content"): "the bytes of the source are not in the file, only their digest",
    ("source", "data"): "what the page had beside the article, which is read from its bytes",
    ("text_version", "document_id"): "the document names its text",
    (
        "text_version",
        "layer_id",
    ): "the text of a file that was laid over ours, which is the one that goes out",
    ("text_version", "created_at"): "a line is of the present text, and says when the layer was made",
    ("layer", "label_set_version"): "a line names the label set as it is written",
    ("layer_revision", "exported_at"): "what others know is no content",
    ("span", "flaw"): "found again in the text at import",
    ("decision", "adopted"): "an entry says who had exactly what was taken",
    ("decision", "withdraws"): "what was withdrawn does not go out",
    ("decision", "blind"): "not in the native format",
    ("review", "by"): "not in the native format",
    ("review", "at"): "not in the native format",
    ("review", "blind_order"): "only there so that the reviewer sees no names",
    ("review", "revealed_at"): "not in the native format",
    ("review", "revealed_by"): "not in the native format",
}

# Values to try that are as good as the ones there: most columns take any text or number.
TRIED: dict[str, list[object]] = {
    "binned_at": [AT],
    "choices": ['["가", "나"]'],
    "content": [json.dumps({"id": "d9", "item": "i9", "action": "all", "at": AT, "note": "다름"})],
    "extra": ['{"다른":1}'],
    "inputs": ['[{"annotator":"다른","file_sha256":"","version":""}]'],
    "kind": ["text", "html"],
    "lines": ["[1,2]"],
    "meta": ['{"다른":"값"}'],
    "origin": ["occurrence"],
    "result": ['[[0,3,"label-1",null]]'],
    "snapshot": ['{"k1":[]}'],
    "role": ["annotator", "adjudicator", "label-9"],
    "status": ["skipped", "done"],
    "value_type": ["text", "name"],
    "zones": ['[[0,1,"body"]]'],
}
NUMBERS: list[object] = [0, 1, 2, 3, 4, 5, 6, 9, None]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A project with a row in every table that is exported."""
    folder = tmp_path_factory.mktemp("columns")
    opened = new_session(folder / "work")
    files = folder / "files"
    path = write_lines(
        files / "a.jsonl", gold(), layer(), {"text": "글 셋", "id": "d3", "meta": {"책": "가"}}
    )
    write_labels(files / "a.labels.json", {"id": "org", "text": "ORG", "value": "choice", "choices": ["가"]})
    page_file = files / "page.txt"
    page_file.write_text(page(3), encoding="utf-8")
    run_import(opened, path)
    run_import(opened, page_file)
    decide(opened)
    yield opened
    opened.project.close()


def decide(session: Session) -> None:
    """Decide what kim has marked, with everything that can be said of it."""
    (row,) = session.rows("document", "uid", "d1")
    review = review_of(session, int(row["id"]))
    made = review.edited(review.items[0], (ItemSpan(0, 4, "AGENCY"),))
    session.do(
        Decide(int(row["id"]), replace(made, reason="slip", note="메모", confidence="high", flag=True))
    )


def marks() -> list[dict[str, object]]:
    norm = {"type": "date", "value": "2026-03-02", "unit": None, "mod": "START", "ref": "2026-03-02"}
    return [
        {
            "id": "s1",
            "start": 0,
            "end": 3,
            "text": "한빛시",
            "label": "AGENCY",
            "note": "메모",
            "created_at": AT,
        },
        {"id": "s2", "start": 5, "end": 7, "text": "2일", "label": "DATE", "norm": norm, "unsure": True},
    ]


def gold() -> dict[str, object]:
    text = {"type": "text", "value": "값", "unit": None, "mod": None, "ref": None}
    return {
        "id": "d1", "text": TEXT, "annotator": "park", "annotator_id": "p1", "role": "adjudicator", "status": "done",
        "revision": "r2", "parent": "r1", "zones": [{"start": 0, "end": 3, "zone": "title"}],
        "meta": {"title": "가", "active_seconds": "7", "책": "나"}, "spans": marks(),
        "relations": [{"id": "r1", "type": "x", "from_id": "s1", "to_id": "s2", "note": "n"}],
        "records": [{"id": "c1", "type": "t", "roles": [
            {"role": "AGENCY", "span_id": "s1"}, {"role": "action", "span_id": "", "norm": text}]}, {"id": "c2"}],
        "doc_labels": ["정책", "외교"],
        "comments": [{"id": "m1", "span_id": "s1", "author": "lee", "to": "kim", "at": AT, "text": "왜?"}],
        "decisions": [
            {"id": "d1", "item": "i1", "span_id": "s1", "action": "adopt", "at": AT},
            {"id": "d2", "item": "i2", "action": "neither", "at": AT},
        ],
        "review_status": "in_review", "open": 2, "inputs": [{"annotator": "kim", "file_sha256": "", "version": "1"}],
        "extra": {"책": 1},
    }  # fmt: skip


def layer() -> dict[str, object]:
    return line(TEXT, ("한빛시", "ORG"), id="d1", annotator="kim", annotator_id="k1", flagged=True)


def columns(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    tables = connection.execute(
        "SELECT name FROM pragma_table_list WHERE type IN ('table', 'virtual') AND schema = 'main'"
    )
    return [
        (table, column)
        for (table,) in tables
        if not table.startswith(("sqlite_", "_sqlite"))
        for (_, column, *_) in connection.execute(f'PRAGMA table_info("{table}")')
    ]


def rows_of(connection: sqlite3.Connection, table: str, column: str) -> list[tuple[int, object]]:
    return connection.execute(f'SELECT rowid, "{column}" FROM "{table}" ORDER BY rowid').fetchall()


def tried(column: str, value: object) -> list[object]:
    if column in TRIED:
        return [other for other in TRIED[column] if other != value]
    if isinstance(value, bytes):
        return [value[:-1]]
    if isinstance(value, str):
        return [f"{value}x"]
    return [other for other in NUMBERS if other != value] + ([] if isinstance(value, int) else ["x"])


def is_exported(session: Session, target: Path, table: str, column: str) -> bool:
    """Tell whether some change of some value in the column changes what is exported."""
    connection = session.project.connection
    before = exported_bytes(session, target)
    for rowid, value in rows_of(connection, table, column):
        for other in tried(column, value):
            try:
                put(connection, (table, column, rowid), other)
                if exported_bytes(session, target) != before:
                    return True
            except (sqlite3.IntegrityError, KeyError, ValueError, UserError):
                continue  # no value that can stand there
            finally:
                put(connection, (table, column, rowid), value)
    return False


def put(connection: sqlite3.Connection, where: tuple[str, str, int], value: object) -> None:
    table, column, rowid = where
    connection.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = ?', (value, rowid))


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the waits for the disk: hundreds of exports, none of which has to outlive a power cut."""
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)


def test_every_column_is_exported_or_excepted_with_a_reason(session: Session, tmp_path: Path) -> None:
    found = columns(session.project.connection)
    asked = [(t, c) for t, c in found if t not in TABLES and c != "id" and (t, c) not in COLUMNS]
    assert len(asked) > 70
    lost = [(t, c) for t, c in asked if not is_exported(session, tmp_path / "o.jsonl", t, c)]
    assert lost == []


def test_what_is_excepted_is_there_and_is_not_exported_after_all(session: Session, tmp_path: Path) -> None:
    found = columns(session.project.connection)
    assert TABLES.keys() - {table for table, _ in found} == set()
    assert COLUMNS.keys() - set(found) == set()
    assert all(TABLES.values())
    assert all(COLUMNS.values())
    known = [(t, c) for t, c in COLUMNS if rows_of(session.project.connection, t, c)]
    assert [(t, c) for t, c in known if is_exported(session, tmp_path / "o.jsonl", t, c)] == []


def test_a_column_that_is_not_exported_would_be_found(session: Session, tmp_path: Path) -> None:
    connection = session.project.connection
    connection.execute("ALTER TABLE span ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'")
    assert ("span", "mood") in columns(connection)
    assert not is_exported(session, tmp_path / "o.jsonl", "span", "mood")
    connection.execute("ALTER TABLE span DROP COLUMN mood")


def test_every_table_that_is_exported_has_rows_here(session: Session) -> None:
    connection = session.project.connection
    tables = {table for table, _ in columns(connection)} - TABLES.keys()
    empty = [t for t in sorted(tables) if not connection.execute(f'SELECT count(*) FROM "{t}"').fetchone()[0]]
    assert empty == []
