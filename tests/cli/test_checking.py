"""`annotator check`: what is wrong with annotation files, and where."""

import json
from pathlib import Path

import pytest

from annotator.app.project.projects import Identity, create_session
from tests.support.commands import run
from tests.support.intake import TEXT, line, write_lines


def test_a_sound_file_ends_with_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_lines(tmp_path / "a.jsonl", line(TEXT, ("2일", "DATE"), annotator="kim"))
    assert run("check", path) == 0
    assert capsys.readouterr().out == f"{path}: 1 line, 1 span, no problem\n"


def test_problems_are_said_with_their_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    norm = {"type": "money", "value": "1,000", "unit": "won"}
    spans = [{"start": 0, "end": 3, "label": "AMOUNT", "norm": norm}, {"start": 3, "end": 3, "label": "DATE"}]
    path = write_lines(tmp_path / "a.jsonl", {"text": ""}, {"text": TEXT, "spans": spans})
    assert run("check", path, "--json") == 1
    [found] = json.loads(capsys.readouterr().out)["files"]
    assert (found["lines"], found["spans"]) == (1, 1)
    assert [(p["line"], p["where"]) for p in found["problems"]] == [(1, ""), (2, "spans.s1"), (2, "spans[1]")]


def test_what_cannot_be_read_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "a.txt"
    page.write_text("글")
    assert run("check", page, tmp_path / "none") == 2
    told = capsys.readouterr().err
    assert "“a.txt” is of no format that this program knows." in told
    assert run("check", page, "--format", "word") == 2


def test_what_is_wrong_is_written_to_the_file_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_lines(tmp_path / "a.jsonl", line(TEXT, annotator="kim"), {"text": ""})
    target = tmp_path / "wrong.jsonl"
    assert run("check", path, "--rejects", target) == 1
    [row] = map(json.loads, target.read_text("utf-8").splitlines())
    assert row == {
        "file": str(path),
        "member": "",
        "line": 2,
        "where": "",
        "reason": "The document has no text.",
        "content": path.read_text("utf-8").splitlines()[1],
    }
    assert run("check", write_lines(path, line(TEXT, annotator="kim")), "--rejects", target) == 0
    assert target.read_bytes() == b""
    assert run("check", path, "--rejects", path) == 2
    assert "Choose another name." in capsys.readouterr().err


@pytest.mark.parametrize("command", ["import", "convert"])
def test_import_and_convert_write_what_they_did_not_take(command: str, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", line(TEXT, ("2일", "DATE"), annotator="kim"), {"text": ""})
    target, made = tmp_path / "wrong.jsonl", tmp_path / "made.sqlite"
    rest = ["--project", made] if command == "import" else ["--to", "native", "-o", made]
    assert run(command, path, *rest, "--rejects", made) == 2
    assert not made.exists()
    assert run(command, path, *rest, "--rejects", target) == 1
    assert [json.loads(row)["line"] for row in target.read_text("utf-8").splitlines()] == [2]


def test_a_folder_with_nothing_in_it_is_no_success(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", tmp_path) == 1
    assert capsys.readouterr().err == f"annotator: there is nothing to read in {tmp_path}\n"


@pytest.mark.parametrize("command", ["check", "compare"])
def test_a_project_is_called_one(tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "p.sqlite"
    create_session(path, Identity("u1", "김 하나")).project.close()
    assert run(command, path) == 2
    assert "“p.sqlite” is a project, not an annotation file" in capsys.readouterr().err
