"""Exporting: what goes out, what is left out and counted, and a file that is whole or as it was before."""

from pathlib import Path

import pytest

from annotator import formats
from annotator.app.documents.texts import corrected, plan
from annotator.app.exports.export_job import ExportJob
from annotator.app.exports.exporting import (
    WORKED_ON,
    ExportOptions,
    LayerChoice,
    choice_named,
    layer_choices,
    name_annotator,
    only_choice,
    proposed_file,
)
from annotator.app.jobs import never, silent
from annotator.app.session import Session
from annotator.app.writing import written
from annotator.core.commands.documents import SetStatus
from annotator.core.commands.people import NameAnnotator
from annotator.core.commands.spans import AddSpan, SetNote
from annotator.core.entry import Entry
from annotator.core.errors import UserError
from annotator.core.layer import Status
from annotator.core.people import Annotator
from annotator.core.validate import check_entry
from annotator.store.project import Project
from tests.support.intake import (
    ALL,
    EVERYONE,
    TEXT,
    line,
    lines_of,
    new_session,
    run_export,
    run_import,
    write_lines,
)

OTHER = "글 둘"
THIRD = "글 셋"


@pytest.fixture
def session(tmp_path: Path):
    opened = new_session(tmp_path / "work", TEXT, OTHER, THIRD)
    yield opened
    opened.project.close()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder / "o.jsonl"


def own(session: Session) -> LayerChoice:
    return LayerChoice("annotator", session.annotator.id, session.annotator.name)


def add_layers(session: Session, folder: Path, **more: str) -> None:
    """Bring in marks of kim on the first document and of lee on the first two."""
    run_import(
        session, write_lines(folder / "kim.jsonl", line(TEXT, ("2일", "DATE"), annotator="kim", **more))
    )
    lee = (line(TEXT, ("한빛시", "AGENCY"), annotator="lee"), line(OTHER, annotator="lee", status="skipped"))
    run_import(session, write_lines(folder / "lee.jsonl", *lee))


def files_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def told(action) -> str:
    with pytest.raises(UserError) as caught:
        action()
    return caught.value.message.id


# What goes out.


def test_what_was_worked_on_goes_out_and_the_rest_is_counted(session: Session, out: Path) -> None:
    session.do(AddSpan(1, 0, 3, 1))
    session.do(SetStatus(2, Status.SKIPPED))
    result = run_export(session, out, statuses=WORKED_ON, layers=own(session))
    assert (result.documents, result.layers, result.spans) == (1, 1, 1)
    assert result.left_out == {"skipped": 1, "untouched": 1}
    assert (result.faults, result.path) == ((), out)
    [record] = lines_of(out)
    assert (record["id"], record["annotator"], record["status"]) == ("d1", "김하나", "in_progress")
    assert record["text"][0:3] == record["spans"][0]["text"] == "한빛시"


def test_the_file_reads_back_without_a_problem_and_its_labels_lie_beside(session: Session, out: Path) -> None:
    session.do(AddSpan(1, 0, 3, 1))
    run_export(session, out)
    with out.open("rb") as file:
        entries = [entry for entry in formats.read(file) if isinstance(entry, Entry)]
    assert [check_entry(entry, session.labels) for entry in entries] == [[], [], []]
    assert files_in(out.parent) == {"o.jsonl", "o.labels.json"}


def test_the_same_project_gives_the_same_bytes(session: Session, out: Path) -> None:
    session.do(AddSpan(1, 0, 3, 1))
    run_export(session, out)
    first = out.read_bytes()
    run_export(session, out.with_name("again.jsonl"))
    assert out.with_name("again.jsonl").read_bytes() == first


def test_untouched_documents_go_out_once_as_the_annotator_chosen_sees_them(
    session: Session, out: Path
) -> None:
    session.do(AddSpan(1, 0, 3, 1))
    run_export(session, out, layers=own(session))
    assert [(r["id"], r["annotator"], r["status"]) for r in lines_of(out)] == [
        ("d1", "김하나", "in_progress"), ("d2", "김하나", "new"), ("d3", "김하나", "new"),
    ]  # fmt: skip
    stranger = Annotator(0, "x1", "낯선 이")
    run_export(session, out, blank_for=stranger)
    assert [r["annotator_id"] for r in lines_of(out)] == ["someone", "x1", "x1"]


def test_documents_and_layers_are_counted_apart(session: Session, tmp_path: Path, out: Path) -> None:
    add_layers(session, tmp_path)
    result = run_export(session, out, statuses=WORKED_ON)
    assert (result.documents, result.layers, result.spans) == (1, 2, 2)
    assert result.left_out == {"skipped": 1, "untouched": 1}
    assert [r["annotator"] for r in lines_of(out)] == ["kim", "lee"]


def test_of_one_annotator_the_others_are_counted(session: Session, tmp_path: Path, out: Path) -> None:
    add_layers(session, tmp_path)
    result = run_export(session, out, statuses=WORKED_ON, layers=choice_named(session.project, "lee"))
    assert [r["annotator"] for r in lines_of(out)] == ["lee"]
    assert result.left_out == {"skipped": 1, "untouched": 1, "others": 1}


def test_gold_alone(session: Session, tmp_path: Path, out: Path) -> None:
    add_layers(session, tmp_path)
    gold = line(TEXT, ("2일", "DATE"), annotator="park", role="adjudicator")
    run_import(session, write_lines(tmp_path / "gold.jsonl", gold))
    result = run_export(session, out, statuses=WORKED_ON, layers=LayerChoice("gold"))
    assert [(r["annotator"], r["role"]) for r in lines_of(out)] == [("park", "adjudicator")]
    assert result.left_out["others"] == 3


def test_a_span_that_lost_its_text_is_left_out_and_told(session: Session, out: Path) -> None:
    session.do(AddSpan(1, 0, 3, 1))
    session.do(AddSpan(1, 5, 7, 4))
    session.project.connection.execute("UPDATE span SET text = 'x' WHERE start = 5")
    result = run_export(session, out, layers=own(session))
    assert result.spans == 1
    assert [fault.reason.id for fault in result.faults] == ["write.span-adrift"]
    assert result.lost == {"span": 1}


def test_nothing_to_export_is_said_and_no_file_is_made(session: Session, out: Path) -> None:
    assert told(lambda: run_export(session, out, statuses=WORKED_ON)) == "export.nothing"
    assert files_in(out.parent) == set()


def test_a_format_that_there_is_not_is_said(session: Session, out: Path) -> None:
    session.do(AddSpan(1, 0, 3, 1))
    assert told(lambda: run_export(session, out, format="word")) == "format.no-such"
    assert files_in(out.parent) == set()


# Whose layers.


def test_where_nobody_says_it_is_gold_else_the_only_annotator(session: Session, tmp_path: Path) -> None:
    assert only_choice(session.project) is None
    session.do(AddSpan(1, 0, 3, 1))
    assert only_choice(session.project) == own(session)
    add_layers(session, tmp_path)
    assert told(lambda: only_choice(session.project)) == "export.choose"
    with pytest.raises(UserError) as caught:
        only_choice(session.project)
    assert caught.value.message.arguments == {"names": "kim, lee, 김하나"}
    gold = line(TEXT, ("2일", "DATE"), annotator="park", role="adjudicator")
    run_import(session, write_lines(tmp_path / "gold.jsonl", gold))
    assert only_choice(session.project) == LayerChoice("gold")


def test_choices_stand_with_the_likeliest_first(session: Session, tmp_path: Path) -> None:
    assert layer_choices(session) == [own(session)]
    add_layers(session, tmp_path)
    assert [(choice.kind, choice.name) for choice in layer_choices(session)] == [
        ("annotator", "김하나"), ("annotator", "kim"), ("annotator", "lee"), ("all", ""),
    ]  # fmt: skip


def test_an_annotator_is_named_by_name_or_id(session: Session, tmp_path: Path) -> None:
    add_layers(session, tmp_path, annotator_id="k1")
    assert choice_named(session.project, "k1").name == "kim"
    assert choice_named(session.project, "kim") == choice_named(session.project, "k1")
    assert told(lambda: choice_named(session.project, "choi")) == "export.nobody"
    run_import(session, write_lines(tmp_path / "x.jsonl", line(THIRD, annotator="kim", annotator_id="k2")))
    assert told(lambda: choice_named(session.project, "kim")) == "export.several"
    assert choice_named(session.project, "k2").name == "kim"


def test_a_name_is_given_to_who_has_none_as_a_step_that_can_be_taken_back(
    session: Session, tmp_path: Path, out: Path
) -> None:
    run_import(session, write_lines(tmp_path / "x.jsonl", line(TEXT, ("2일", "DATE"), annotator_id="k1")))
    choice = choice_named(session.project, "k1")
    assert told(lambda: run_export(session, out, layers=choice)) == "native.no-annotator"
    assert files_in(out.parent) == set()
    name_annotator(session.project, choice, "kim")
    assert session.project.history(None).done[-1].message.id == "step.annotator.name"
    run_export(session, out, layers=choice)
    assert {r["annotator"] for r in lines_of(out)} == {"kim"}
    # Who has a name keeps it.
    name_annotator(session.project, choice, "lee")
    assert choice_named(session.project, "k1").name == "kim"


def test_one_name_is_not_given_to_several_people(session: Session, tmp_path: Path) -> None:
    path = write_lines(
        tmp_path / "x.jsonl", *(line(OTHER, id="d2", annotator_id=uid) for uid in ("k1", "k2"))
    )
    run_import(session, path)
    assert told(lambda: name_annotator(session.project, EVERYONE, "kim")) == "export.several-unnamed"
    assert told(lambda: name_annotator(session.project, EVERYONE, "a|b")) == "annotator.bad-name"


def test_a_project_open_for_reading_is_exported_and_a_name_stands_in_the_file_alone(
    tmp_path: Path, out: Path
) -> None:
    session = new_session(tmp_path / "work", TEXT)
    run_import(session, write_lines(tmp_path / "x.jsonl", line(TEXT, ("2일", "DATE"), annotator_id="k1")))
    path = session.project.path
    reader = Project.open(path, lock_dir=path.parent / "locks", backups_dir=path.parent / "backups")
    assert reader.read_only
    choice = choice_named(reader, "k1")
    name_annotator(reader, choice, "kim")
    result = ExportJob(reader, 0, ExportOptions(WORKED_ON, choice, name="kim"), out).run(silent, never)
    assert (result.documents, lines_of(out)[0]["annotator"]) == (1, "kim")
    assert choice_named(reader, "k1").name == ""
    assert told(
        lambda: ExportJob(reader, 0, ExportOptions(ALL, LayerChoice("gold")), out).run(silent, never)
    ) == ("export.nothing")
    reader.close()
    session.project.close()


def test_a_change_after_an_export_begins_a_new_revision(session: Session, out: Path) -> None:
    session.do(AddSpan(1, 0, 3, 1))
    run_export(session, out, statuses=WORKED_ON)
    [first] = lines_of(out)
    session.do(SetNote(1, session.layer(1).spans[0].id, "메모"))
    run_export(session, out, statuses=WORKED_ON)
    [second] = lines_of(out)
    assert (first["parent"], second["parent"]) == ("", first["revision"])
    assert first["revision"] != second["revision"]


# The file.


def test_the_proposed_file_lies_beside_the_project(session: Session) -> None:
    assert proposed_file(session) == session.project.path.with_suffix(".jsonl")


@pytest.mark.parametrize("way", ["itself", "a link", "another spelling"])
def test_the_project_is_never_written_over(session: Session, tmp_path: Path, way: str) -> None:
    session.do(AddSpan(1, 0, 3, 1))
    path = session.project.path
    target = {
        "itself": path,
        "a link": tmp_path / "link",
        "another spelling": path.parent / "x" / ".." / path.name,
    }[way]
    (path.parent / "x").mkdir()
    if way == "a link":
        target.symlink_to(path)
    assert told(lambda: run_export(session, target)) == "store.same-file"
    assert path.read_bytes().startswith(b"SQLite format 3")


def cancelled_at(times: int):
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > times

    return cancelled


@pytest.mark.parametrize("times", [0, 1])
def test_cancelled_the_old_file_stays(session: Session, out: Path, times: int) -> None:
    session.do(AddSpan(1, 0, 3, 1))
    out.write_text("before")
    job = ExportJob(session.project, 1, ExportOptions(ALL, EVERYONE), out)
    assert told(lambda: job.run(silent, cancelled_at(times))) == "job.cancelled"
    assert out.read_text() == "before"
    assert files_in(out.parent) == {"o.jsonl"}


def test_an_entry_that_cannot_be_written_leaves_the_old_file(session: Session, out: Path) -> None:
    session.do(AddSpan(1, 0, 3, 1))
    out.write_text("before")
    session.project.connection.execute("UPDATE annotator SET name = ''")
    assert told(lambda: run_export(session, out)) == "native.no-annotator"
    assert out.read_text() == "before"
    assert files_in(out.parent) == {"o.jsonl"}


def test_a_folder_in_the_way_is_said_and_stays(session: Session, out: Path) -> None:
    session.do(AddSpan(1, 0, 3, 1))
    out.mkdir()
    with pytest.raises(UserError) as caught:
        run_export(session, out)
    assert caught.value.message.id == "export.not-written"
    assert caught.value.message.arguments == {"path": str(out), "reason": "o.jsonl is a folder"}
    assert files_in(out.parent) == {"o.jsonl"}


def test_where_the_labels_cannot_be_written_the_old_file_stays(session: Session, out: Path) -> None:
    session.do(AddSpan(1, 0, 3, 1))
    out.write_text("before")
    out.with_suffix(".labels.json").mkdir()
    assert told(lambda: run_export(session, out)) == "export.not-written"
    assert out.read_text() == "before"
    assert files_in(out.parent) == {"o.jsonl", "o.labels.json"}


@pytest.mark.parametrize("labels_before", ["labels before", ""])
def test_where_the_file_itself_cannot_be_put_the_labels_are_as_they_were(
    tmp_path: Path, labels_before: str
) -> None:
    out, beside = tmp_path / "o.jsonl", tmp_path / "o.labels.json"
    out.write_text("before")
    if labels_before:
        beside.write_text(labels_before)
    there = files_in(tmp_path)
    assert told(lambda: write_and_lose(out)) == "export.not-written"
    assert out.read_text() == "before"
    assert (beside.read_text() if beside.exists() else "") == labels_before
    assert files_in(tmp_path) == there


def write_and_lose(out: Path) -> None:
    """Write a file with labels beside it; before they are put in their places the file itself goes missing."""
    with written(out) as sink:
        for name in ("o.jsonl", "o.labels.json"):
            with sink.open(name) as file:
                file.write(name.encode())
        [lost] = [part for part in out.parent.glob(".*.part") if part.read_bytes() == b"o.jsonl"]
        lost.unlink()


def test_folders_are_made_and_a_link_stays_a_link(session: Session, tmp_path: Path) -> None:
    session.do(AddSpan(1, 0, 3, 1))
    deep = tmp_path / "a" / "b" / "o.jsonl"
    run_export(session, deep)
    assert deep.exists()
    link = tmp_path / "link.jsonl"
    link.symlink_to(deep)
    session.do(NameAnnotator("박 하나"))
    run_export(session, link)
    assert link.is_symlink()
    assert lines_of(deep)[0]["annotator"] == "박 하나"


def test_a_name_as_long_as_a_name_can_be_is_written(session: Session, tmp_path: Path) -> None:
    session.do(AddSpan(1, 0, 3, 1))
    target = tmp_path / ("가" * 78 + ".jsonl")
    run_export(session, target)
    assert target.exists()


def test_spans_in_the_tray_stay_behind_and_are_counted(session: Session, out: Path) -> None:
    session.do(AddSpan(1, 0, 3, 1))
    session.do(AddSpan(1, 0, 1, 2))
    text = session.text_version(1).text
    session.do(plan(session, 1, corrected(session, 1, "새로 쓴" + text[3:])).command)
    session.do(AddSpan(1, 0, 2, 1))
    result = run_export(session, out, statuses=WORKED_ON, layers=own(session))
    assert result.left_out["tray"] == 2
    assert result.spans == 1
