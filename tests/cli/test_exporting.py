"""`annotator export`: which layers go out, what is left out, and what is said of it."""

import json
from pathlib import Path

import pytest

from annotator.app.project.projects import Identity, create_session, open_project, open_session
from tests.support.commands import run
from tests.support.intake import TEXT, line, lines_of, write_lines


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a document marked by kim, one that nobody has touched, and one that kim skipped."""
    path = write_lines(
        tmp_path / "a.jsonl",
        line(TEXT, ("한빛시", "AGENCY"), annotator="kim", id="d1"),
        {"text": "글 둘", "id": "d2"},
        line("글 셋", annotator="kim", status="skipped", id="d3"),
    )
    made = tmp_path / "p.sqlite"
    assert run("import", path, "--project", made) == 0
    return made


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "o.jsonl"


def export(project: Path, out: Path, *options: object) -> int:
    return run("export", "--project", project, "--format", "native", "-o", out, *options)


def add(project: Path, tmp_path: Path, **more: object) -> None:
    """Add a layer on the first document."""
    assert (
        run(
            "import",
            write_lines(tmp_path / "x.jsonl", line(TEXT, ("2일", "DATE"), id="d1", **more)),
            "--project",
            project,
        )
        == 0
    )


def test_what_was_worked_on_goes_out_and_the_rest_is_counted(
    project: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert export(project, out) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"1 document, 1 layer, 1 span written to {out}",
        "left out: 1 layer skipped, 1 document not begun",
    ]
    assert [record["id"] for record in lines_of(out)] == ["d1"]


def test_json_says_all_of_it(project: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert export(project, out, "--json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "file": str(out), "format": "native", "documents": 1, "layers": 1, "spans": 1,
        "left_out": {"skipped": 1, "untouched": 1}, "rejected": [], "lost": {}, "at_risk": {},
        "held_back": {}, "parts": {}, "open": 0,
    }  # fmt: skip


def test_statuses_are_a_list_or_all(project: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(project, out, "--status", "skipped,done") == 0
    assert [record["id"] for record in lines_of(out)] == ["d1", "d3"]
    assert export(project, out, "--status", "all") == 0
    assert [(r["id"], r["annotator"], r["status"]) for r in lines_of(out)] == [
        ("d1", "kim", "done"), ("d2", "kim", "new"), ("d3", "kim", "skipped"),
    ]  # fmt: skip
    capsys.readouterr()
    assert export(project, out, "--status", "finished") == 2
    assert capsys.readouterr().err == (
        "annotator: There is no status “finished”. There are: all, new, in_progress, done, skipped.\n"
    )


def test_where_several_have_marked_the_choices_are_named(
    project: Path, out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(project, tmp_path, annotator="lee")
    capsys.readouterr()
    assert export(project, out) == 2
    told = capsys.readouterr().err
    assert "kim, lee" in told
    assert "--annotator NAME, --gold or --all-layers" in told
    assert export(project, out, "--annotator", "lee") == 0
    assert [record["annotator"] for record in lines_of(out)] == ["lee"]
    assert export(project, out, "--all-layers") == 0
    assert [record["annotator"] for record in lines_of(out)] == ["kim", "lee"]
    assert export(project, out, "--annotator", "choi") == 2
    assert export(project, out, "--annotator", "kim", "--gold") == 2


def test_gold_goes_out_where_there_is_gold(project: Path, out: Path, tmp_path: Path) -> None:
    assert export(project, out, "--gold") == 1
    assert not out.exists()
    add(project, tmp_path, annotator="lee")
    gold = line(TEXT, ("2일", "DATE"), id="d1", annotator="park", role="adjudicator")
    run("import", write_lines(tmp_path / "g.jsonl", gold), "--project", project)
    assert export(project, out) == 0
    assert [record["role"] for record in lines_of(out)] == ["adjudicator"]


def test_a_name_is_asked_for_and_kept_in_the_project(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "p.sqlite"
    run("import", write_lines(tmp_path / "a.jsonl", line(TEXT, ("2일", "DATE"))), "--project", project)
    capsys.readouterr()
    assert export(project, out) == 2
    assert "--name NAME" in capsys.readouterr().err
    assert not out.exists()
    assert export(project, out, "--name", "a|b") == 2
    assert export(project, out, "--name", "박 하나") == 0
    assert lines_of(out)[0]["annotator"] == "박 하나"
    first = out.read_bytes()
    # It is theirs now, and no other name is given to them.
    assert export(project, out, "--name", "이 둘") == 0
    assert out.read_bytes() == first


def test_nothing_to_export_ends_with_1(tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = tmp_path / "p.sqlite"
    run("import", write_lines(tmp_path / "a.jsonl", {"text": "글"}), "--project", project)
    capsys.readouterr()
    assert export(project, out) == 1
    assert capsys.readouterr().err.startswith("annotator: There is nothing to export")
    assert not out.exists()


def test_untouched_documents_go_out_for_who_exports(tmp_path: Path, out: Path) -> None:
    project = tmp_path / "p.sqlite"
    run("import", write_lines(tmp_path / "a.jsonl", {"text": "글"}), "--project", project)
    assert export(project, out, "--status", "all", "--name", "박 하나") == 0
    [record] = lines_of(out)
    assert (record["annotator"], record["status"], record["spans"]) == ("박 하나", "new", [])


def test_exporting_adds_nobody_to_the_project(project: Path, out: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path / "another home"))
    assert export(project, out) == 0
    opened = open_project(project)
    assert [person.name for person in opened.reading.annotators()] == ["", "kim"]
    opened.close()


def test_a_project_open_elsewhere_is_exported(project: Path, out: Path) -> None:
    session = open_session(project, Identity("u1", "김 하나"))
    assert export(project, out) == 0
    assert [record["id"] for record in lines_of(out)] == ["d1"]
    session.project.close()


def test_a_name_stands_in_the_file_alone_where_the_project_is_open_elsewhere(
    tmp_path: Path, out: Path
) -> None:
    project = tmp_path / "p.sqlite"
    run("import", write_lines(tmp_path / "a.jsonl", line(TEXT, ("2일", "DATE"))), "--project", project)
    session = open_session(project, Identity("u9", "다른 이"))
    assert export(project, out, "--name", "박 하나") == 0
    assert lines_of(out)[0]["annotator"] == "박 하나"
    assert session.project.reading.annotator(1).name == ""
    session.project.close()


def test_a_format_that_there_is_not_ends_with_2(
    project: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run("export", "--project", project, "--format", "word", "-o", out) == 2
    assert "There is no format word" in capsys.readouterr().err


def test_the_project_is_never_written_over(project: Path) -> None:
    assert export(project, project) == 2
    assert project.read_bytes().startswith(b"SQLite format 3")


def test_a_round_trip_by_the_commands_gives_the_same_bytes(project: Path, out: Path, tmp_path: Path) -> None:
    other, again = tmp_path / "q.sqlite", tmp_path / "again.jsonl"
    assert export(project, out, "--status", "all") == 0
    assert run("import", out, "--project", other) == 0
    assert export(other, again, "--status", "all") == 0
    assert again.read_bytes() == out.read_bytes()
    assert again.with_suffix(".labels.json").read_bytes() == out.with_suffix(".labels.json").read_bytes()


def test_a_project_can_be_made_first_and_filled_then(tmp_path: Path, out: Path) -> None:
    project = tmp_path / "p.sqlite"
    create_session(project, Identity("u1", "김 하나")).project.close()
    assert export(project, out) == 1


def test_what_is_prepared_is_counted_and_told(
    project: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert export(project, out, "--map-label", "AGENCY=", "--anonymise") == 0
    told = capsys.readouterr().out
    assert "held back: 1 span of labels left out" in told
    (row,) = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    # The first is who made the project.
    assert (row["annotator"], row["spans"]) == ("annotator-2", [])


@pytest.mark.parametrize(
    "wrong", [("--zones", "bdy"), ("--split", "80/30"), ("--map-label", "AGENCY"), ("--map-label", "=X")]
)
def test_what_cannot_be_prepared_is_said_and_nothing_written(
    project: Path, out: Path, wrong: tuple[str, str]
) -> None:
    assert export(project, out, *wrong) == 2
    assert not out.exists()


def test_several_spans_held_back_are_told_in_the_plural(
    project: Path, tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    marks = (("한빛시", "AGENCY"), ("2일", "DATE"))
    second = write_lines(tmp_path / "b.jsonl", line(TEXT, *marks, annotator="kim"))
    assert (
        run("convert", second, "--to", "native", "-o", out, "--map-label", "AGENCY=", "--map-label", "DATE=")
        == 0
    )
    assert "held back: 2 spans of labels left out\n" in capsys.readouterr().out


def test_a_label_that_is_not_there_and_a_seed_without_a_split_are_wrong_use(
    project: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(project, out, "--map-label", "AGENCI=ORG") == 2
    assert "There is no label “AGENCI” in the project. There are: AGENCY, " in capsys.readouterr().err
    assert export(project, out, "--seed", "3") == 2
    assert "where nothing is split" in capsys.readouterr().err
    assert not out.exists()


def test_the_parts_of_a_split_are_told_by_the_names_of_their_files(
    project: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert export(project, out, "--split", "90/10") == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].endswith(f"written to {out.parent}")
    assert [line.partition(" in ")[2] for line in told[-2:]] == [
        f"{out.stem}.train{out.suffix}",
        f"{out.stem}.test{out.suffix}",
    ]


@pytest.mark.parametrize(
    ("format_", "given", "said"),
    [
        ("doccano", ("--option", "shape=foo"), "the option shape is triples, relations or native, not 'foo'"),
        ("doccano", ("--option", "foo=1"), "unknown option: foo (there are: offsets, shape)"),
        ("native", ("--option", "foo=1"), "unknown option: foo (this format has none)"),
        ("conll", ("--option", "docstart=maybe"), "the option docstart is true or false, not 'maybe'"),
        ("conll", ("--option", "scheme=foo"), "the option scheme is iob2 or bioes, not 'foo'"),
        ("csv", ("--option", "delimiter=ab"), "the option delimiter is one character, not 'ab'"),
        ("conll", ("--utf16",), "The format conll leaves no choice of the units"),
    ],
)
def test_a_wrong_option_is_told_with_what_there_is(
    project: Path,
    out: Path,
    capsys: pytest.CaptureFixture[str],
    format_: str,
    given: tuple[str, ...],
    said: str,
) -> None:
    capsys.readouterr()
    assert run("export", "--project", project, "--format", format_, "-o", out, *given) == 2
    assert said in capsys.readouterr().err


def test_what_helps_is_an_option_of_the_command(
    project: Path, tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "q.sqlite"
    create_session(made, Identity("u1", "김 하나")).project.close()
    assert export(made, out) == 1
    assert "--status all takes documents that nobody has begun" in capsys.readouterr().err
    assert export(made, out, "--status", "all") == 1
    assert "--status all" not in capsys.readouterr().err
    nobody = write_lines(tmp_path / "n.jsonl", line(TEXT, ("2일", "DATE")))
    assert run("convert", nobody, "--to", "native", "-o", out) == 2
    assert capsys.readouterr().err.rstrip().endswith("(--annotator NAME)")


def test_no_folder_stays_that_was_made_for_a_file_that_was_not(project: Path, tmp_path: Path) -> None:
    lines = [line(f"글 {number}", ("글", "AGENCY"), annotator="kim") for number in range(2)]
    several = write_lines(tmp_path / "c.jsonl", *lines)
    target = tmp_path / "new" / "deeper" / "o.json"
    assert run("convert", several, "--to", "cas-json", "-o", target) == 2
    assert not (tmp_path / "new").exists()


def test_where_there_is_nothing_to_export_json_says_so_too(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "q.sqlite"
    create_session(made, Identity("u1", "김 하나")).project.close()
    assert export(made, out, "--json") == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["file"], told["documents"], told["spans"]) == (str(out), 0, 0)
    assert not out.exists()
