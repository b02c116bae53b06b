"""Files of marks alone find their texts in the project, in the same import, or in a project named to a command."""

import json
from pathlib import Path

import pytest

from annotator.app.imports.known_texts import KnownTexts, texts_of_project
from annotator.app.session import Session
from annotator.core.text import digest
from annotator.formats.attaching import KnownText, Wanted
from tests.support.commands import run
from tests.support.intake import TEXT, line, reasons, run_import, write_lines

OTHER = "한빛시는 3일 다른 일을 했다."


def texts(folder: Path) -> Path:
    return write_lines(
        folder / "a-texts.jsonl",
        {"text": TEXT, "id": "d1", "meta": {"url": "https://hanbit.example/1"}},
        {"text": OTHER, "id": "d2"},
    )


def bare(folder: Path, name: str = "b-marks.jsonl", annotator: str = "lee") -> Path:
    """Write lee's marks on d1 as they are shared, without the text."""
    marked = write_lines(
        folder / "m.jsonl", line(TEXT, ("한빛시", "AGENCY"), ("2일", "DATE"), id="d1", annotator=annotator)
    )
    assert run("convert", marked, "-o", folder / name, "--to", "standoff") == 0
    marked.unlink()
    return folder / name


def test_marks_become_a_layer_on_the_text_that_is_here(session: Session, tmp_path: Path) -> None:
    run_import(session, texts(tmp_path / "texts"))
    result = run_import(session, bare(tmp_path / "marks"))
    assert [(file.format, file.updated, file.rejected) for file in result.files] == [("standoff", 1, [])]
    rows = session.project.connection.execute("SELECT text FROM span ORDER BY start").fetchall()
    assert rows == [("한빛시",), ("2일",)]


def test_texts_and_marks_may_come_in_one_import(session: Session, tmp_path: Path) -> None:
    texts(tmp_path)
    bare(tmp_path)
    result = run_import(session, tmp_path / "a-texts.jsonl", tmp_path / "b-marks.jsonl")
    assert (result.documents, result.spans, reasons(result)) == (2, 2, [])


def test_marks_without_their_text_are_refused_and_say_so(session: Session, tmp_path: Path) -> None:
    assert reasons(run_import(session, bare(tmp_path / "marks"))) == [("b-marks.jsonl", 1, "text.not-here")]


def test_a_text_is_found_by_id_by_digest_and_by_address(session: Session, tmp_path: Path) -> None:
    run_import(session, texts(tmp_path))
    find = KnownTexts(session.project.connection)
    there = KnownText("d1", TEXT)
    assert find(Wanted(id="d1")) == there
    assert find(Wanted(id="elsewhere", sha256=digest(TEXT))) == there
    assert find(Wanted(url="https://hanbit.example/1")) == there
    assert find(Wanted(id="d2", sha256=digest(TEXT))) == there
    assert find(Wanted(id="d2", url="https://hanbit.example/1")) == KnownText("d2", OTHER)
    assert find(Wanted(id="d9", sha256="0" * 64, url="https://hanbit.example/2")) is None
    assert find(Wanted()) is None


def test_a_text_that_several_documents_have_is_not_guessed_at(session: Session, tmp_path: Path) -> None:
    lines = [{"text": TEXT, "id": f"d{n}", "meta": {"url": "https://hanbit.example/1"}} for n in (1, 2)]
    run_import(session, write_lines(tmp_path / "a.jsonl", *lines))
    find = KnownTexts(session.project.connection)
    assert find(Wanted(sha256=digest(TEXT), url="https://hanbit.example/1")) is None
    assert find(Wanted(id="d2", sha256=digest(TEXT))) == KnownText("d2", TEXT)


def test_check_and_convert_take_the_texts_of_a_project(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project, marks, out = tmp_path / "p.sqlite", bare(tmp_path / "marks"), tmp_path / "o.jsonl"
    assert run("import", texts(tmp_path), "--project", project) == 0
    assert run("check", marks) == 1
    assert run("check", marks, "--project", project) == 0
    assert run("convert", marks, "-o", out, "--to", "native", "--project", project) == 0
    [written] = [json.loads(one) for one in out.read_text("utf-8").splitlines()]
    assert (written["id"], written["text"], len(written["spans"])) == ("d1", TEXT, 2)
    assert "Import the text first" in capsys.readouterr().out


def test_without_a_project_no_text_is_known() -> None:
    with texts_of_project(None) as find:
        assert find(Wanted(id="d1")) is None
