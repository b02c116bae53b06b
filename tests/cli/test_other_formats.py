"""`import`, `export`, `convert` and `check` with every format that is read and written beside the native one."""

import json
from pathlib import Path

import pytest

from tests.support.commands import run
from tests.support.intake import TEXT, line, lines_of, write_lines

# Those that hold no texts need a project that has them.
ALONE = {"standoff": "o.jsonl", "csv": "o.csv", "w3c": "o.jsonld"}
TAGGED = {"conll": "o.conll", "klue": "o.tsv"}
WHOLE = {**TAGGED, "brat": "o"}
MARKS = [("한빛시", "AGENCY"), ("2일", "DATE")]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one document marked by kim."""
    path = write_lines(tmp_path / "a.jsonl", line(TEXT, *MARKS, id="d1", annotator="kim"))
    made = tmp_path / "p.sqlite"
    assert run("import", path, "--project", made) == 0
    return made


def marks_of(path: Path) -> list[tuple[object, object]]:
    spans: list[dict[str, object]] = [span for one in lines_of(path) for span in one["spans"]]  # type: ignore[attr-defined]  # JSON
    return [(span["text"], span["label"]) for span in spans]


@pytest.mark.parametrize(("format_", "name"), (ALONE | WHOLE).items())
def test_what_is_exported_is_checked_and_converted_back(
    project: Path, tmp_path: Path, format_: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out, back = tmp_path / name, tmp_path / "back.jsonl"
    assert run("export", "--project", project, "--format", format_, "-o", out) == 0
    assert "1 document, 1 layer, 2 spans written" in capsys.readouterr().out
    texts = ["--project", project] if format_ in ALONE else []
    assert run("check", out, *texts) == 0
    assert run("convert", out, "-o", back, "--to", "native", "--annotator", "lee", *texts) == 0
    assert marks_of(back) == MARKS


@pytest.mark.parametrize(("format_", "name"), ALONE.items())
def test_marks_alone_come_back_as_a_layer(project: Path, tmp_path: Path, format_: str, name: str) -> None:
    marked = write_lines(
        tmp_path / "b.jsonl", line(TEXT, ("수소산업진흥원", "AGENCY"), id="d1", annotator="lee")
    )
    assert run("convert", marked, "-o", tmp_path / name, "--to", format_) == 0
    assert run("import", tmp_path / name, "--project", project) == 0
    out = tmp_path / "all.jsonl"
    assert run("export", "--project", project, "--format", "native", "--all-layers", "-o", out) == 0
    assert marks_of(out) == [*MARKS, ("수소산업진흥원", "AGENCY")]


@pytest.mark.parametrize(("format_", "name"), TAGGED.items())
def test_tagged_files_become_documents(tmp_path: Path, format_: str, name: str) -> None:
    made, out = tmp_path / "q.sqlite", tmp_path / "out.jsonl"
    marked = write_lines(tmp_path / "b.jsonl", line(TEXT, *MARKS, id="d1", annotator="lee"))
    assert run("convert", marked, "-o", tmp_path / name, "--to", format_) == 0
    assert run("import", tmp_path / name, "--project", made, "--annotator", "lee") == 0
    assert run("export", "--project", made, "--format", "native", "-o", out) == 0
    assert marks_of(out) == MARKS
    assert [one["meta"]["text"] for one in lines_of(out)] == ["rebuilt"]  # type: ignore[index]  # JSON


@pytest.mark.parametrize("format_", ALONE)
def test_what_a_format_does_not_carry_is_said(
    project: Path, tmp_path: Path, format_: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("export", "--project", project, "--format", format_, "-o", tmp_path / "o.x")
    assert run(*asked) == 0
    assert f"not carried by {format_}: texts (1)\n" in capsys.readouterr().out
    assert run(*asked, "--json") == 0
    assert json.loads(capsys.readouterr().out)["lost"] == {"text": 1}


def test_layers_in_the_folders_of_brat_come_back_as_they_were(project: Path, tmp_path: Path) -> None:
    more = line(TEXT, ("수소산업진흥원", "AGENCY"), id="d1", annotator="이 가람")
    assert run("import", write_lines(tmp_path / "b.jsonl", more), "--project", project) == 0
    out, made, back = tmp_path / "brat", tmp_path / "q.sqlite", tmp_path / "back.jsonl"
    assert run("export", "--project", project, "--format", "brat", "--all-layers", "-o", out) == 0
    assert sorted(path.relative_to(out).as_posix() for path in out.rglob("*.*")) == [
        "annotation.conf", "kim/d1.ann", "kim/d1.txt", "visual.conf", "이 가람/d1.ann", "이 가람/d1.txt",
    ]  # fmt: skip
    assert run("import", out, "--project", made) == 0
    assert run("export", "--project", made, "--format", "native", "--all-layers", "-o", back) == 0
    assert [(one["id"], one["annotator"], len(one["spans"])) for one in lines_of(back)] == [  # type: ignore[arg-type]  # JSON
        ("d1", "kim", 2), ("d1", "이 가람", 1),
    ]  # fmt: skip
    assert run("import", out, "--project", project) == 1  # nothing that is not here already


def test_a_zip_of_brat_is_read_as_its_folder_is(project: Path, tmp_path: Path) -> None:
    for name in ("o.zip", "folder"):
        assert run("export", "--project", project, "--format", "brat", "-o", tmp_path / name) == 0
        assert run("check", tmp_path / name) == 0
        assert run("convert", tmp_path / name, "-o", tmp_path / f"{name}.jsonl", "--to", "native") == 0
    assert (tmp_path / "o.zip.jsonl").read_bytes() == (tmp_path / "folder.jsonl").read_bytes()
    assert marks_of(tmp_path / "o.zip.jsonl") == MARKS


def test_a_folder_that_is_there_is_left_alone(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "brat"
    asked = ("export", "--project", project, "--format", "brat", "-o", out)
    assert run(*asked) == 0
    before = (out / "kim" / "d1.ann").read_bytes()
    assert run(*asked) == 2
    assert "Name a folder that is new, or empty." in capsys.readouterr().err
    assert (out / "kim" / "d1.ann").read_bytes() == before
