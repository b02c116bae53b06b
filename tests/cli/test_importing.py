"""`annotator import`: what it adds, what it says of it, and what it leaves where it cannot."""

import json
from pathlib import Path

import pytest

from annotator import paths
from annotator.app.project.projects import Identity, create_session, open_project, own_identity
from annotator.app.review.returning import returned_items
from annotator.app.review.reviewing import review_of
from annotator.app.session import Session
from annotator.app.settings import load
from annotator.core.commands.returning import AnswerReturned
from annotator.core.returned import Answer
from annotator.store.project import Project
from tests.support.commands import run
from tests.support.intake import TEXT, line, page, write_lines
from tests.support.returns import (
    DASOM,
    colleague,
    decide_all,
    give_back,
    reviewed,
    send_answers,
    take_in,
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tmp_path / "p.sqlite"


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    return write_lines(tmp_path / "a.jsonl", line(TEXT, ("한빛시", "AGENCY")), line("글 둘", annotator="kim"))


def opened(path: Path) -> Project:
    return open_project(path)


def names(path: Path) -> list[str]:
    project = opened(path)
    found = [person.name for person in project.reading.annotators()]
    project.close()
    return found


def owners(path: Path) -> list[str]:
    project = opened(path)
    found = project.connection.execute(
        "SELECT a.name FROM layer AS l JOIN annotator AS a ON a.id = l.annotator_id ORDER BY l.document_id"
    ).fetchall()
    project.close()
    return [name for (name,) in found]


def test_the_project_is_made_and_what_was_added_is_said(
    project: Path, lines: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", lines, "--project", project) == 0
    shown = capsys.readouterr()
    assert shown.out.splitlines() == [f"{lines}: native: 2 added", f"2 documents, 1 span added to {project}"]
    assert shown.err == ""
    assert [path.name for path in project.parent.glob("p.sqlite*")] == ["p.sqlite"]


def test_json_says_all_of_it(
    project: Path, lines: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = write_lines(tmp_path / "b.jsonl", {"text": ""}, line("글 셋"))
    pages = tmp_path / "쪽.txt"
    pages.write_text(page(3), encoding="utf-8")
    assert run("import", lines, bad, pages, "--project", project, "--date", "2023-12-09", "--json") == 1
    shown = json.loads(capsys.readouterr().out)
    assert (shown["documents"], shown["spans"]) == (4, 1)
    assert shown["files"][0] == {
        "file": str(lines), "format": "native", "encoding": "utf-8", "read": 2, "added": 2, "updated": 0,
        "unchanged": 0, "rejected": [], "notes": [],
    }  # fmt: skip
    assert shown["files"][1]["rejected"] == [{"line": 1, "where": "", "reason": "The document has no text."}]
    assert shown["files"][2]["page"] == {
        "lines": 12, "kept": 5, "start_found": True, "title": "한빛시, 수소 버스 3대 새로 들인다",
        "document_date": "", "date_source": "",
    }  # fmt: skip
    made = opened(project)
    dates = made.connection.execute("SELECT document_date, date_source FROM document").fetchall()
    made.close()
    assert dates == [("2023-12-09", "user")] * 4


def test_the_same_file_again_is_nothing_to_do(
    project: Path, lines: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("import", lines, "--project", project)
    capsys.readouterr()
    assert run("import", lines, "--project", project, "--json") == 1
    shown = json.loads(capsys.readouterr().out)
    assert (shown["documents"], shown["files"][0]["unchanged"], shown["files"][0]["rejected"]) == (0, 2, [])


def test_what_was_not_taken_is_on_stderr_with_its_place(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    far = {"text": "글", "spans": [{"start": 0, "end": 9, "label": "DATE"}], "annotator": "kim"}
    path = write_lines(tmp_path / "a.jsonl", line("글 하나"), far)
    assert run("import", path, "--project", project) == 1
    shown = capsys.readouterr()
    assert shown.err == (
        f"{path}:2: spans[0]: From 0 to 9 is no range of the text, which has 1 characters.\n"
    )
    assert f"{path}: native: 2 added, 1 not taken" in shown.out


def test_a_file_that_cannot_be_read_ends_with_2_and_the_others_are_taken(
    project: Path, lines: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", tmp_path / "none.txt", lines, "--project", project) == 2
    shown = capsys.readouterr()
    assert "“none.txt” cannot be read" in shown.err
    assert "2 documents, 1 span added" in shown.out


def test_an_encoding_in_doubt_is_said_with_the_option_that_settles_it(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(page(3).encode("utf-16-le"))
    assert run("import", path, "--project", project) == 1
    shown = capsys.readouterr()
    assert "utf-16-le" in shown.err
    assert "(--encoding NAME)" in shown.err
    assert not project.exists()
    assert run("import", path, "--project", project, "--encoding", "utf-16-le") == 0


def test_whose_layers_they_are(project: Path, lines: Path) -> None:
    assert run("import", lines, "--project", project, "--annotator", "박 하나") == 0
    assert owners(project) == ["박 하나", "kim"]


def test_who_imports_has_an_id_that_is_made_once(project: Path, lines: Path, tmp_path: Path) -> None:
    assert not paths.settings_file().exists()
    run("import", lines, "--project", project)
    made = load(paths.settings_file()).settings.annotator_uid
    assert len(made) == 16
    run("import", lines, "--project", tmp_path / "q.sqlite")
    assert load(paths.settings_file()).settings.annotator_uid == made
    assert own_identity()[0].uid == made
    assert names(project) == names(tmp_path / "q.sqlite") == ["", "kim"]


@pytest.mark.parametrize(
    "wrong",
    [
        ["--annotator", "kim|lee"],
        ["--date", "2023-02-30"],
        ["--date", "today"],
        ["--as", "opinions"],
        ["--format", "word"],
    ],
)
def test_wrong_arguments_end_with_2_and_make_no_project(project: Path, lines: Path, wrong: list[str]) -> None:
    assert run("import", lines, "--project", project, *wrong) == 2
    assert not project.exists()


def test_a_project_that_got_nothing_is_not_left_behind(project: Path, tmp_path: Path) -> None:
    assert run("import", tmp_path / "none.txt", "--project", project) == 2
    assert not project.exists()
    assert list(tmp_path.glob("p.sqlite*")) == []


def test_what_is_no_project_is_not_touched(
    tmp_path: Path, lines: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("글")
    assert run("import", lines, "--project", other) == 2
    assert capsys.readouterr().err == f"annotator: “{other}” is no project.\n"
    assert other.read_text() == "글"


def test_a_project_open_elsewhere_is_refused_with_one_sentence(
    project: Path, lines: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = create_session(project, Identity("u1", "김 하나"))
    assert run("import", lines, "--project", project) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(f"annotator: “{project}” is open in another program")
    assert shown.err.count("\n") == 1
    assert session.project.connection.execute("SELECT count(*) FROM document").fetchone() == (0,)
    session.project.close()


def test_settings_that_are_broken_are_said_and_it_goes_on(
    project: Path, lines: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = paths.settings_file()
    file.parent.mkdir(parents=True)
    file.write_text("{")
    assert run("import", lines, "--project", project) == 0
    assert "could not be read" in capsys.readouterr().err
    assert load(file).settings.annotator_uid


def test_suggestions_are_counted_and_told(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = write_lines(tmp_path / "a.jsonl", line(TEXT, ("한빛시", "AGENCY"), ("2일", "DATE"), id="d1"))
    assert run("import", lines, "--project", project, "--as", "suggestions", "--annotator", "m1") == 0
    assert capsys.readouterr().out.splitlines()[-1] == (
        f"1 document, 0 spans, 2 suggestions added to {project}"
    )
    assert (
        run("import", lines, "--project", project, "--as", "suggestions", "--annotator", "m1", "--json") == 1
    )
    shown = json.loads(capsys.readouterr().out)
    assert (shown["spans"], shown["suggestions"], shown["files"][0]["unchanged"]) == (0, 0, 1)


def test_corrections_change_what_is_here_and_are_told(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = write_lines(tmp_path / "a.jsonl", line(TEXT, ("한빛시", "AGENCY"), id="d1", annotator="kim"))
    run("import", lines, "--project", project)
    out = tmp_path / "out.jsonl"
    assert run("export", "--project", project, "--format", "native", "--status", "all", "-o", out) == 0
    record = json.loads(out.read_text(encoding="utf-8"))
    record["spans"][0]["label"] = "SECTOR"
    write_lines(out, record, {"id": "elsewhere", "text": "다른 글"})
    capsys.readouterr()
    assert run("import", out, "--project", project, "--as", "corrections", "--json") == 1
    shown = json.loads(capsys.readouterr().out)
    assert (shown["documents"], shown["spans"]) == (0, 1)
    assert (shown["files"][0]["read"], shown["files"][0]["updated"]) == (2, 1)
    assert [row["line"] for row in shown["files"][0]["rejected"]] == [2]
    assert run("import", out, "--project", project, "--as", "corrections") == 1
    assert capsys.readouterr().out.splitlines()[-1] == f"0 spans corrected in {project}"


def test_suggestions_go_out_where_they_are_asked_for(project: Path, tmp_path: Path) -> None:
    lines = write_lines(tmp_path / "a.jsonl", line(TEXT, ("한빛시", "AGENCY"), id="d1", annotator="kim"))
    proposed = write_lines(tmp_path / "m.jsonl", line(TEXT, ("2일", "DATE"), id="d1", annotator="m1"))
    run("import", lines, "--project", project)
    run("import", proposed, "--project", project, "--as", "suggestions")
    export = ("export", "--project", project, "--format", "native", "-o")
    assert run(*export, tmp_path / "without.jsonl") == 0
    assert run(*export, tmp_path / "with.jsonl", "--suggestions") == 0
    found = [
        json.loads((tmp_path / f"{name}.jsonl").read_text("utf-8"))["suggestions"]
        for name in ("without", "with")
    ]
    assert [[made["text"] for made in one] for one in found] == [[], ["2일"]]


def test_a_layer_on_the_text_with_other_blanks_is_laid_over_ours_and_told(
    project: Path, lines: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("import", lines, "--project", project)
    reflowed = TEXT.replace(" ", "  ")
    edited = line("글 둘 다르게", ("글", "AGENCY"), id=opened_ids(project)[1], annotator="lee")
    theirs = line(reflowed, ("1,200억  원", "AMOUNT"), id="x", annotator="lee")
    capsys.readouterr()
    assert run("import", write_lines(tmp_path / "lee.jsonl", theirs, edited), "--project", project) == 1
    told = capsys.readouterr().err.splitlines()
    assert any("laid over ours: unchanged 0, moved 1" in one for one in told)
    assert any("There is another text under the id" in one for one in told)
    assert owners(project).count("lee") == 1


def test_a_project_file_is_imported_like_any_other(
    project: Path, lines: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("import", lines, "--project", project)
    other = tmp_path / "other.sqlite"
    assert run("import", project, "--project", other, "--json") == 0
    shown = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (shown["documents"], shown["spans"], shown["files"][0]["format"]) == (2, 1, "annotator-project")


def opened_ids(path: Path) -> list[str]:
    project = opened(path)
    found = project.connection.execute("SELECT uid FROM document ORDER BY id").fetchall()
    project.close()
    return [uid for (uid,) in found]


def test_what_was_imported_is_told_though_the_rejects_cannot_be_saved(
    project: Path, tmp_path: Path, lines: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", lines, "--project", project, "--rejects", tmp_path) == 2
    told = capsys.readouterr()
    assert f"2 documents, 1 span added to {project}" in told.out
    assert "was not written" in told.err


def test_what_comes_back_after_a_review_is_taken_in_as_in_the_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reviewer, dasom = reviewed(tmp_path / "reviewer"), colleague(tmp_path / "dasom", "다솜", DASOM)
    decide_all(reviewer)
    give_back(reviewer, tmp_path / "back", "다솜")
    file = tmp_path / "back" / "다솜.return.jsonl"
    take_in(dasom, file)
    for item in returned_items(dasom):
        dasom.do(AnswerReturned(item.document_id, item.id, Answer.APPEAL, "다시 봐 주세요."))
    answers = tmp_path / "sent" / "answers.jsonl"
    answers.parent.mkdir()
    send_answers(dasom, answers)
    dasom.project.close()
    reviewer.project.close()
    project = reviewer.project.path
    write_lines(answers.with_name("more.jsonl"), line("새 글이다.", id="n1", status="new"))
    # In a folder, beside a document.
    assert run("import", answers.parent, "--project", project, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [(one["file"], one["updated"], one["added"]) for one in told["files"]] == [
        (str(answers), 2, 0), (str(answers.with_name("more.jsonl")), 0, 1),
    ]  # fmt: skip
    assert (told["responses"], told["appeals"], told["documents"]) == (2, 2, 1)
    again = opened(project)
    assert len(review_of(Session(again, again.reading.annotator(1)), 1).appeals) == 2
    assert [layer.head.role for layer in again.reading.layers(1)].count("adjudicator") == 1
    again.close()
    assert run("import", answers, "--project", project) == 1
    assert "2 answers (2 appeals) of a review taken into" in capsys.readouterr().out


def test_items_that_come_back_to_somebody_else_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reviewer, narae = reviewed(tmp_path / "reviewer"), colleague(tmp_path / "narae", "나래", DASOM)
    decide_all(reviewer)
    give_back(reviewer, tmp_path / "back", "다솜")
    narae.project.close()
    reviewer.project.close()
    file = tmp_path / "back" / "다솜.return.jsonl"
    assert run("import", file, "--project", narae.project.path) == 1
    assert "다솜" in capsys.readouterr().err
    assert owners(narae.project.path) == ["나래"]


def test_our_workbook_of_spans_is_not_taken_for_documents(
    project: Path, tmp_path: Path, lines: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "o.xlsx"
    assert run("convert", lines, "--to", "xlsx", "-o", book, "--annotator", "kim") == 0
    capsys.readouterr()
    assert run("import", book, "--project", project) == 1
    told = capsys.readouterr()
    assert "A row of “o.xlsx” is a span, not a document" in told.err
    assert told.out.splitlines()[-1] == f"nothing to add: {project} was not made"
    assert not project.exists()
    # Whoever says which column is the text is believed; the second document has no span, so no sentence.
    assert run("import", book, "--project", project, "--map", "text=sentence") == 1
    assert capsys.readouterr().out.splitlines()[-1] == f"1 document, 0 spans added to {project}"


def test_marks_of_somebody_without_a_name_are_not_told_by_an_id(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for mark in ("한빛시", "2일"):
        path = write_lines(tmp_path / "a.jsonl", line(TEXT, (mark, "AGENCY"), id="d1"))
        status = run("import", path, "--project", project)
    assert status == 1
    told = capsys.readouterr().err
    assert "Marks of somebody without a name are on “d1” already" in told
    assert told.rstrip().endswith("(--annotator NAME)")
    assert run("import", path, "--project", project, "--annotator", "이두리") == 0


def test_an_encoding_that_is_none_is_wrong_use(
    project: Path, lines: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", lines, "--project", project, "--encoding", "utf-77") == 2
    assert "there is no encoding 'utf-77'; there are utf-8, cp949" in capsys.readouterr().err
    assert not project.exists()
