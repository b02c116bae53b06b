"""`annotator convert`: files of known formats and pages become one file, without a project."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from annotator import formats, paths
from annotator.app import settings
from annotator.core.entry import Entry
from annotator.core.validate import check_entry
from tests.support.commands import run
from tests.support.intake import TEXT, html, line, lines_of, page, write_labels, write_lines


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "o.jsonl"


def convert(out: Path, *arguments: object) -> int:
    return run("convert", *arguments, "-o", out, "--to", "native")


def test_pages_and_lines_become_documents_in_their_order(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = tmp_path / "쪽.html"
    pages.write_text(html(7), encoding="utf-8")
    lines = write_lines(tmp_path / "a.jsonl", line(TEXT, ("2일", "DATE"), annotator="kim"))
    assert convert(out, pages, lines, "--annotator", "박 하나") == 0
    first, second = lines_of(out)
    assert (first["annotator"], first["status"], first["meta"]["document_date"]) == (
        "박 하나",
        "new",
        "2024-05-07",
    )
    assert first["meta"]["source_file"] == "쪽.html"
    assert first["meta"]["source_lines"]
    assert (second["id"], second["annotator"], second["spans"][0]["text"]) == ("a.jsonl:1", "kim", "2일")
    assert capsys.readouterr().out.splitlines()[-1] == f"2 documents, 1 span written to {out}"
    with out.open("rb") as file:
        assert all(check_entry(entry) == [] for entry in formats.read(file) if isinstance(entry, Entry))


def test_what_is_converted_twice_is_the_same(tmp_path: Path, out: Path) -> None:
    lines = write_lines(tmp_path / "a.jsonl", line(TEXT, ("2일", "DATE"), annotator="kim", 책=1))
    write_labels(tmp_path / "a.labels.json", {"id": "d", "text": "DATE"})
    assert convert(out, lines) == 0
    first, labels = out.read_bytes(), out.with_suffix(".labels.json").read_bytes()
    again = tmp_path / "p.jsonl"
    assert convert(again, out) == 0
    assert (again.read_bytes(), again.with_suffix(".labels.json").read_bytes()) == (first, labels)
    assert json.loads(labels) == [{"id": "d", "text": "DATE"}]


def test_nobody_named_is_said_with_the_option_that_helps(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out.write_text("before")
    lines = write_lines(tmp_path / "a.jsonl", line(TEXT, ("2일", "DATE")))
    assert convert(out, lines) == 2
    assert "--annotator NAME" in capsys.readouterr().err
    assert out.read_text() == "before"


def test_ones_own_name_stands_where_it_is_known(tmp_path: Path, out: Path) -> None:
    own = replace(settings.Settings(), annotator_uid="u1", annotator_name="김 하나")
    settings.save(own, paths.settings_file())
    assert convert(out, write_lines(tmp_path / "a.jsonl", line(TEXT))) == 0
    assert lines_of(out)[0]["annotator"] == "김 하나"


def test_what_was_not_taken_is_said_and_the_rest_is_written(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = write_lines(tmp_path / "a.jsonl", {"text": ""}, line(TEXT, annotator="kim"))
    assert convert(out, lines, "--json") == 1
    shown = json.loads(capsys.readouterr().out)
    assert shown["files"][0]["rejected"] == [{"line": 1, "where": "", "reason": "The document has no text."}]
    assert (shown["documents"], shown["spans"], shown["left_out"], shown["lost"]) == (1, 0, [], {})
    assert len(lines_of(out)) == 1


def test_two_texts_under_one_id_are_not_both_written(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x").mkdir()
    one = write_lines(tmp_path / "a.jsonl", line("글 하나", annotator="kim"))
    other = write_lines(tmp_path / "x" / "a.jsonl", line("글 둘", annotator="kim"))
    assert convert(out, one, other) == 1
    assert "There is another text under the id “a.jsonl:1” already." in capsys.readouterr().err
    assert [record["text"] for record in lines_of(out)] == ["글 하나"]


def test_layers_of_several_people_on_one_document_are_all_written(tmp_path: Path, out: Path) -> None:
    files = [write_lines(tmp_path / f"{n}.jsonl", line(TEXT, id="d1", annotator=n)) for n in ("kim", "lee")]
    assert convert(out, *files) == 0
    assert [(r["id"], r["annotator"]) for r in lines_of(out)] == [("d1", "kim"), ("d1", "lee")]


def test_a_page_named_twice_is_one(tmp_path: Path, out: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.txt").write_text(page(3), encoding="utf-8")
    assert convert(out, tmp_path / "a", tmp_path / "b", "--annotator", "kim") == 0
    assert len(lines_of(out)) == 1


def test_nothing_to_convert_leaves_the_target(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out.write_text("before")
    empty = tmp_path / "empty"
    empty.mkdir()
    assert convert(out, empty) == 1
    assert capsys.readouterr().out == "0 documents, 0 spans written: nothing to convert\n"
    assert convert(out, tmp_path / "none.jsonl") == 2
    assert out.read_text() == "before"
    assert {path.name for path in tmp_path.iterdir() if path.name.startswith(".")} == set()


def test_a_date_is_given_to_documents_without_one(tmp_path: Path, out: Path) -> None:
    lines = write_lines(tmp_path / "a.jsonl", line(TEXT, annotator="kim"))
    assert convert(out, lines, "--date", "2023-12-09") == 0
    meta = lines_of(out)[0]["meta"]
    assert (meta["document_date"], meta["date_source"]) == ("2023-12-09", "user")


def test_furniture_is_told_by_the_pages_that_are_converted(tmp_path: Path, out: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(1, 6):
        (folder / f"{number}.txt").write_text(page(number, "▶ 앱으로 만나세요"), encoding="utf-8")
    assert convert(out, folder, "--annotator", "kim") == 0
    assert ["▶" in record["text"] for record in lines_of(out)] == [True, True, True, False, False]


@pytest.mark.parametrize(
    "wrong", [["--to", "word"], ["--format", "word"], ["--date", "x"], ["--annotator", "|"]]
)
def test_wrong_arguments_end_with_2(tmp_path: Path, out: Path, wrong: list[str]) -> None:
    lines = write_lines(tmp_path / "a.jsonl", line(TEXT, annotator="kim"))
    assert run("convert", lines, "-o", out, "--to", "native", *wrong) == 2
    assert not out.exists()


@pytest.mark.parametrize("inside", [False, True])
def test_a_file_is_not_written_over_itself(
    tmp_path: Path, inside: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = write_lines(tmp_path / "a.jsonl", line(TEXT, ("2일", "DATE"), annotator="kim"))
    before = lines.read_bytes()
    assert run("convert", tmp_path if inside else lines, "--to", "doccano", "-o", lines) == 2
    assert "is one of the other files that are named" in capsys.readouterr().err
    assert lines.read_bytes() == before


def test_the_project_with_the_texts_is_not_written_over(tmp_path: Path) -> None:
    lines, project = write_lines(tmp_path / "a.jsonl", line(TEXT)), tmp_path / "p.sqlite"
    assert run("import", lines, "--project", project) == 0
    before = project.read_bytes()
    assert run("convert", lines, "--project", project, "--to", "native", "-o", project) == 2
    assert project.read_bytes() == before


def test_a_folder_with_nothing_in_it_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "빈 폴더"
    empty.mkdir()
    assert run("convert", empty, "--to", "native", "-o", tmp_path / "o.jsonl") == 1
    assert capsys.readouterr().err == f"annotator: there is nothing to read in {empty}\n"
