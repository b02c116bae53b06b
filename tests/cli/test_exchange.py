"""The files of other tools through `import`, `export`, `convert` and `check`: what goes in comes out."""

import json
from pathlib import Path

import pytest

from tests.support.commands import run

TEXT = "국방부는 9일 3억 원을 낸다고 밝혔다."
MARKS = [[0, 3, "AGENCY"], [5, 7, "DATE"], [8, 12, "AMOUNT"]]
RECORD = {
    "id": "기사-1",
    "text": TEXT,
    "annotator": "kim",
    "spans": [
        {"start": start, "end": end, "label": label, "text": TEXT[start:end], "note": "볼 것" if start else None,
         "norm": {"type": "date", "value": "2024-03-09"} if label == "DATE" else None}
        for start, end, label in MARKS
    ],
}  # fmt: skip
FILES = {
    "doccano": ("kim.jsonl", json.dumps({"id": 1, "text": TEXT, "label": MARKS})),
    "prodigy": ("p.jsonl", json.dumps({
        "text": TEXT, "_annotator_id": "kim", "answer": "accept",
        "spans": [{"start": start, "end": end, "label": label} for start, end, label in MARKS],
    })),
    "label-studio": ("tasks.json", json.dumps([{"id": 1, "data": {"text": TEXT}, "annotations": [
        {"completed_by": {"email": "kim"}, "result": [
            {"id": label, "type": "labels", "value": {"start": start, "end": end, "labels": [label]}}
            for start, end, label in MARKS
        ]},
    ]}])),
}  # fmt: skip


def spans_in(path: Path) -> list[list[object]]:
    """The spans of a native file."""
    return [
        [span["start"], span["end"], span["label"]]
        for line in path.read_text("utf-8").splitlines()
        for span in json.loads(line)["spans"]
    ]


@pytest.fixture
def native(tmp_path: Path) -> Path:
    path = tmp_path / "native.jsonl"
    path.write_text(json.dumps(RECORD, ensure_ascii=False) + "\n", "utf-8")
    return path


@pytest.fixture
def project(native: Path, tmp_path: Path) -> Path:
    made = tmp_path / "p.sqlite"
    assert run("import", native, "--project", made) == 0
    return made


@pytest.mark.parametrize("format_", FILES)
def test_a_file_of_another_tool_goes_through_a_project_and_comes_out_again(
    format_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, content = FILES[format_]
    theirs, project, again = tmp_path / name, tmp_path / "p.sqlite", tmp_path / "again"
    theirs.write_text(content, "utf-8")
    assert run("check", theirs) == 0
    assert run("import", theirs, "--project", project, "--json") == 0
    assert run("export", "--project", project, "--format", "native", "-o", again, "--annotator", "kim") == 0
    assert spans_in(again) == MARKS
    assert run("export", "--project", project, "--format", format_, "-o", again) == 0
    assert run("convert", again, "-o", tmp_path / "native", "--to", "native", "--annotator", "kim") == 0
    assert spans_in(tmp_path / "native") == MARKS
    assert f'"format": "{format_}"' in capsys.readouterr().out


@pytest.mark.parametrize("format_", FILES)
def test_what_a_format_does_not_carry_is_told_with_what_does(
    format_: str, native: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("convert", native, "-o", tmp_path / "o", "--to", format_) == 0
    out = capsys.readouterr().out
    assert f"not carried by {format_}: " in out
    assert "values (1)" in out
    assert "native carries all of it" in out


def test_a_dry_run_says_what_would_be_lost_and_writes_nothing(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "kim.jsonl"
    capsys.readouterr()
    before = sorted(tmp_path.iterdir())
    assert run("export", "--project", project, "--format", "doccano", "-o", out, "--dry-run") == 0
    assert "1 document, 1 layer, 3 spans would be written to" in (said := capsys.readouterr().out)
    assert "notes (2), values (1)" in said
    assert sorted(tmp_path.iterdir()) == before


def test_a_shape_of_a_format_is_chosen_by_an_option(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "kim.jsonl"
    options = ("--project", project, "--format", "doccano", "-o", out)
    assert run("export", *options, "--option", "shape=relations") == 0
    assert len(json.loads(out.read_bytes())["entities"]) == 3
    assert run("export", *options, "--option", "shape=native") == 0
    assert json.loads(out.read_bytes())["label"] == MARKS


@pytest.mark.parametrize(
    "option",
    [("--option", "shape=round"), ("--option", "colour=red"), ("--option", "shape"), ("--option", "tool=x")],
)
def test_an_option_that_a_format_does_not_take_is_wrong_use(
    option: tuple[str, str], project: Path, tmp_path: Path
) -> None:
    out = tmp_path / "kim.jsonl"
    assert run("export", "--project", project, "--format", "doccano", "-o", out, *option) == 2
    assert not out.exists()


def test_utf16_is_no_option_of_the_native_format(project: Path, tmp_path: Path) -> None:
    assert run("export", "--project", project, "--format", "native", "-o", tmp_path / "o", "--utf16") == 2


@pytest.mark.parametrize("format_", FILES)
def test_offsets_of_browsers_are_written_where_they_are_asked_for_and_read_back(
    format_: str, tmp_path: Path
) -> None:
    path, theirs, again = tmp_path / "a.jsonl", tmp_path / "theirs", tmp_path / "again.jsonl"
    record = {"text": "😀 국방부", "annotator": "kim", "spans": [{"start": 2, "end": 5, "label": "AGENCY"}]}
    path.write_text(json.dumps(record), "utf-8")
    assert run("convert", path, "-o", theirs, "--to", format_, "--utf16") == 0
    assert "utf-16" in theirs.read_text("utf-8")
    assert run("convert", theirs, "-o", again, "--to", "native", "--annotator", "kim") == 0
    assert spans_in(again) == [[2, 5, "AGENCY"]]


def test_a_file_that_counts_as_browsers_do_is_offered_and_taken_only_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, project = tmp_path / "kim.jsonl", tmp_path / "p.sqlite"
    path.write_text(json.dumps({"id": "1", "text": "😀국방부", "label": [[2, 5, "AGENCY"]]}), "utf-8")
    assert run("import", path, "--project", project) == 1
    assert "--from-utf16" in capsys.readouterr().err
    assert not project.exists()
    assert run("check", path) == 1
    assert run("check", path, "--from-utf16") == 0
    assert run("import", path, "--project", project, "--from-utf16") == 0
    assert (
        run("export", "--project", project, "--format", "native", "-o", tmp_path / "o", "--annotator", "kim")
        == 0
    )
    assert spans_in(tmp_path / "o") == [[1, 4, "AGENCY"]]


def test_whoever_imports_may_say_whose_marks_a_file_of_doccano_holds(tmp_path: Path) -> None:
    path, project, out = tmp_path / "corpus.jsonl", tmp_path / "p.sqlite", tmp_path / "o.jsonl"
    path.write_text(FILES["doccano"][1], "utf-8")
    assert run("import", path, "--project", project, "--annotator", "lee") == 0
    assert run("export", "--project", project, "--format", "native", "-o", out) == 0
    assert json.loads(out.read_bytes())["annotator"] == "lee"
    assert run("convert", path, "-o", out, "--to", "native", "--annotator", "choi") == 0
    assert json.loads(out.read_bytes())["annotator"] == "choi"


def test_what_was_added_in_doccano_comes_back_as_corrections_and_the_rest_keeps_what_it_had(
    project: Path, tmp_path: Path
) -> None:
    theirs, out = tmp_path / "kim.jsonl", tmp_path / "o.jsonl"
    assert run("export", "--project", project, "--format", "doccano", "-o", theirs) == 0
    row = json.loads(theirs.read_bytes())
    row["label"].append([13, 14, "SECTOR"])
    theirs.write_text(json.dumps(row), "utf-8")
    assert run("import", theirs, "--project", project, "--as", "corrections") == 0
    assert run("export", "--project", project, "--format", "native", "-o", out) == 0
    spans = json.loads(out.read_bytes())["spans"]
    assert [(span["label"], span["note"] is not None, span["norm"] is not None) for span in spans] == [
        ("AGENCY", False, False), ("DATE", True, True), ("AMOUNT", True, False), ("SECTOR", False, False),
    ]  # fmt: skip


def test_the_files_beside_the_main_one_are_written_and_no_document_when_the_folder_comes_in(
    project: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    options = ("--project", project, "--format", "label-studio", "-o", folder / "tasks.json")
    assert run("export", *options) == 0
    assert {path.name for path in folder.iterdir()} == {"tasks.json", "tasks.config.xml"}
    assert run("convert", folder, "-o", tmp_path / "again.jsonl", "--to", "native") == 0
    assert spans_in(tmp_path / "again.jsonl") == MARKS
