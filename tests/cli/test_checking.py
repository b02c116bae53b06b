"""`annotator check`: what is wrong with annotation files, and where."""

import json
from pathlib import Path

import pytest

from tests.support.commands import run
from tests.support.intake import TEXT, line, write_lines


def test_a_sound_file_ends_with_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_lines(tmp_path / "a.jsonl", line(TEXT, ("2일", "DATE"), annotator="kim"))
    assert run("check", path) == 0
    assert capsys.readouterr().out == f"{path}: 1 lines, 1 spans, no problem\n"


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
