"""CAS, workbooks, office files and tables by the commands."""

import json
from pathlib import Path

import pytest

from tests.support.books import book
from tests.support.commands import run
from tests.support.intake import TEXT, line, lines_of, write_lines
from tests.support.office import RELEASE, release_docx, release_hwpx

MARKS = [("한빛시", "AGENCY"), ("2일", "DATE")]


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    return write_lines(tmp_path / "a.jsonl", line(TEXT, *MARKS, id="d1", annotator="kim"))


@pytest.mark.parametrize(("format_", "name"), [("cas-json", "o.json"), ("cas-xmi", "o.xmi")])
def test_a_cas_is_written_checked_and_read_back(
    marked: Path, tmp_path: Path, format_: str, name: str, capsys
) -> None:
    project, out, back = tmp_path / "p.sqlite", tmp_path / name, tmp_path / "back.jsonl"
    assert run("import", marked, "--project", project) == 0
    assert run("export", "--project", project, "--format", format_, "-o", out) == 0
    assert "not carried" not in capsys.readouterr().out
    assert run("check", out) == 0
    assert run("convert", out, "-o", back, "--to", "native") == 0
    (record,) = lines_of(back)
    assert [(span["text"], span["label"]) for span in record["spans"]] == MARKS
    assert (record["id"], record["annotator"]) == ("d1", "kim")
    assert run("import", out, "--project", project) == 1  # it is there already, as it is


def test_several_documents_need_a_zip(marked: Path, tmp_path: Path, capsys) -> None:
    two = write_lines(tmp_path / "two.jsonl", *(line(TEXT, id=f"d{n}", annotator="kim") for n in range(2)))
    out = tmp_path / "o.json"
    assert run("convert", two, "-o", out, "--to", "cas-json") == 2
    assert "ends in .zip" in capsys.readouterr().err
    assert not out.exists()
    assert run("convert", two, "-o", tmp_path / "o.zip", "--to", "cas-json") == 0


def test_a_workbook_of_spans_tells_what_it_leaves_behind(marked: Path, tmp_path: Path, capsys) -> None:
    assert run("convert", marked, "-o", tmp_path / "o.xlsx", "--to", "xlsx") == 0
    assert "not carried by xlsx: texts (1)" in capsys.readouterr().out


@pytest.mark.parametrize(("name", "content"), [("a.docx", release_docx()), ("a.hwpx", release_hwpx())])
def test_office_files_become_documents(tmp_path: Path, name: str, content: bytes, capsys) -> None:
    file, out = tmp_path / name, tmp_path / "o.jsonl"
    file.write_bytes(content)
    assert run("convert", file, "-o", out, "--to", "native", "--annotator", "kim", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["files"][0]["page"]["document_date"] == "2024-02-29"
    (record,) = lines_of(out)
    assert RELEASE[2] in record["text"]
    assert record["meta"]["source_file"] == name


def test_tables_are_read_by_their_headings_or_by_what_is_told(tmp_path: Path, capsys) -> None:
    file, project = tmp_path / "t.xlsx", tmp_path / "p.sqlite"
    file.write_bytes(book(["큰 글", "작은 글"], ["제목이다", "글이다."]))
    assert run("import", file, "--project", project) == 1
    assert "(--map text=COLUMN)" in capsys.readouterr().err
    assert not project.exists()
    assert run("import", file, "--project", project, "--map", "text=작은 글,title=큰 글") == 0
    assert (
        run("convert", file, "-o", tmp_path / "o", "--to", "native", "--annotator", "k", "--map", "text=없음")
        == 1
    )
    assert "no column" in capsys.readouterr().err


def test_a_table_of_one_row_is_one_where_its_columns_are_told(tmp_path: Path) -> None:
    file, out = tmp_path / "t.csv", tmp_path / "o.jsonl"
    file.write_text("큰 글,작은 글\n제목이다,글이다.\n", "utf-8")
    said = ("--annotator", "k", "--map", "text=작은 글,title=큰 글")
    assert run("convert", file, "-o", out, "--to", "native", *said) == 0
    assert json.loads(out.read_text("utf-8"))["text"] == "제목이다\n\n글이다."


@pytest.mark.parametrize("written", ["title=가", "text"])
def test_a_wrong_word_for_columns_is_wrong_use(tmp_path: Path, written: str, capsys) -> None:
    assert run("import", tmp_path / "t.csv", "--project", tmp_path / "p.sqlite", "--map", written) == 2
    assert "FIELD=COLUMN" in capsys.readouterr().err
