"""Importing into a project: what is added is seen at once or not at all, and what is not is told."""

from pathlib import Path

import pytest

from annotator.app.imports.importing import ImportJob, ImportRequest
from annotator.app.jobs import never, silent
from annotator.app.session import Session
from annotator.core.commands.documents import SetKeptLines
from annotator.core.commands.spans import AddSpan
from annotator.core.errors import UserError
from annotator.core.text import Zone, ZoneKind
from annotator.store import runs
from tests.support.intake import (
    ALL,
    REPEATED,
    TEXT,
    counts,
    everything,
    exported_bytes,
    html,
    layers,
    line,
    lines_of,
    new_session,
    page,
    people,
    reasons,
    run_export,
    run_import,
    shown_ids,
    texts,
    titles,
    write_labels,
    write_lines,
)

OWN = "김하나"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


def write_page(path: Path, number: int, repeated: str = "", **more: str) -> Path:
    path.write_text(page(number, repeated, **more), encoding="utf-8")
    return path


def keys(session: Session) -> list[str]:
    return [label.key for label in session.labels.labels]


# Pages.


def test_a_page_stands_there_unconfirmed_with_its_source(session: Session, files: Path) -> None:
    path = write_page(files / "기사.txt", 3)
    result = run_import(session, path)
    assert (result.documents, result.spans, result.first_document_id) == (1, 0, 1)
    document = session.document(1)
    assert document.confirmed is False
    assert document.title == "한빛시, 수소 버스 3대 새로 들인다"
    source = session.project.reading.source(1)
    assert source is not None
    assert (source.name, source.kind, source.content) == ("기사.txt", "text", path.read_bytes())
    assert session.text_version(1).zones[0] == Zone(0, len(document.title), ZoneKind.TITLE)
    assert session.layer(1) is None


def test_a_folder_of_pages_and_lines_is_taken_in_the_order_of_names(session: Session, files: Path) -> None:
    write_page(files / "b.txt", 2)
    (files / "a.html").write_text(html(1), encoding="utf-8")
    write_lines(files / "c" / "d.jsonl", line("글 하나"), line("글 둘"))
    write_page(files / "e.txt", 5)
    result = run_import(session, files)
    assert [account.file for account in result.files] == ["a.html", "b.txt", "d.jsonl", "e.txt"]
    assert counts(result) == [(1, 1, 0, 0), (1, 1, 0, 0), (2, 2, 0, 0), (1, 1, 0, 0)]
    assert [text[:6] for text in texts(session)] == [
        "한빛시, 버",
        "한빛시, 수",
        "글 하나",
        "글 둘",
        "한빛시, 수",
    ]


def test_the_date_is_given_to_documents_that_name_none(session: Session, files: Path) -> None:
    dated = files / "a.html"
    dated.write_text(html(7), encoding="utf-8")
    lines = write_lines(
        files / "b.jsonl",
        line("글 하나"),
        line("글 둘", meta={"document_date": "2020-02-02", "date_source": "file"}),
    )
    run_import(session, dated, write_page(files / "c.txt", 2), lines, document_date="2023-12-09")
    found = [
        (session.document(id_).document_date, session.document(id_).date_source) for id_ in shown_ids(session)
    ]
    assert found == [
        ("2024-05-07", "field"), ("2023-12-09", "user"), ("2023-12-09", "user"), ("2020-02-02", "file"),
    ]  # fmt: skip


def test_of_a_file_whose_encoding_is_in_doubt_nothing_is_stored(session: Session, files: Path) -> None:
    path = files / "a.txt"
    path.write_bytes(page(3).encode("utf-16-le"))
    before = everything(session)
    result = run_import(session, path)
    assert [doubt.path for doubt in result.doubtful] == [path]
    assert (result.documents, result.changes) == (0, None)
    assert everything(session) == before
    again = run_import(session, path, encodings={path: "utf-16-le"})
    assert again.documents == 1
    source = session.project.reading.source(1)
    assert source is not None
    assert source.encoding == "utf-16-le"


def test_what_cannot_be_read_is_told_and_the_rest_is_taken(session: Session, files: Path) -> None:
    (files / "b.bin").write_bytes(bytes(range(32)) * 9)
    good = write_page(files / "c.txt", 1)
    result = run_import(session, files / "a.txt", files / "b.bin", good)
    assert reasons(result) == [("a.txt", 0, "import.unreadable"), ("b.bin", 0, "import.not-text")]
    assert texts(session)[0].startswith("한빛시, 수소 버스 1대")


def test_the_folder_in_which_the_project_lies_is_its_pages_and_named_the_project_is_told(
    session: Session,
) -> None:
    path = session.project.path
    write_page(path.with_name("기사.txt"), 1)
    assert len(list(path.parent.glob("*.sqlite*"))) > 1  # SQLite's own files lie beside it
    result = run_import(session, path.parent)
    names = [account.path.name for account in result.files]
    assert "기사.txt" in names
    assert not [name for name in names if path.name in name]
    assert reasons(run_import(session, path)) == [(path.name, 0, "gather.own-project")]


def test_a_page_that_is_here_is_unchanged_under_whatever_name(session: Session, files: Path) -> None:
    path = write_page(files / "a.txt", 3)
    run_import(session, path)
    before = everything(session)
    other = write_page(files / "b.txt", 3)
    result = run_import(session, path, other)
    assert counts(result) == [(1, 0, 0, 1), (1, 0, 0, 1)]
    assert result.changes is None
    assert everything(session) == before


def test_two_files_with_one_page_are_one_document(session: Session, files: Path) -> None:
    result = run_import(session, write_page(files / "a.txt", 3), write_page(files / "b.txt", 3))
    assert counts(result) == [(1, 1, 0, 0), (1, 0, 0, 1)]
    assert len(shown_ids(session)) == 1


def test_a_page_is_known_again_when_other_lines_of_it_were_chosen(session: Session, files: Path) -> None:
    path = write_page(files / "a.txt", 3)
    run_import(session, path)
    session.do(SetKeptLines(1, "한빛시", (), (4,)))
    result = run_import(session, path)
    assert (counts(result), reasons(result)) == ([(1, 0, 0, 1)], [])


# Furniture.


def test_a_line_that_three_pages_of_an_outlet_have_is_left_out_of_the_fourth(
    session: Session, files: Path
) -> None:
    for number in range(1, 6):
        write_page(files / f"{number}.txt", number, REPEATED)
    run_import(session, files)
    assert [REPEATED in text for text in texts(session)] == [True, True, True, False, False]


def test_pages_of_several_imports_count_together(session: Session, files: Path) -> None:
    paths = [write_page(files / f"{number}.txt", number, REPEATED) for number in range(1, 6)]
    run_import(session, *paths[:2])
    run_import(session, *paths[2:])
    assert [REPEATED in text for text in texts(session)] == [True, True, True, False, False]


def test_another_outlet_has_furniture_of_its_own(session: Session, files: Path) -> None:
    paths = [write_page(files / f"{number}.txt", number, REPEATED) for number in range(1, 4)]
    other = write_page(files / "4.txt", 4, REPEATED, outlet="가람일보")
    run_import(session, *paths, other)
    assert all(REPEATED in text for text in texts(session))


def test_the_title_a_caption_and_the_byline_are_never_furniture(session: Session, files: Path) -> None:
    paths = []
    for number in range(1, 6):
        text = page(number, "수소 버스가 서 있다. [사진=한빛시]").replace(
            f"버스 {number}대 새로", "버스 새로"
        )
        paths.append(files / f"{number}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    run_import(session, *paths)
    assert len(texts(session)) == 5
    for text in texts(session):
        assert text.startswith("한빛시, 수소 버스 새로 들인다\n")
        assert "수소 버스가 서 있다. [사진=한빛시]" in text
        assert text.endswith("garam@hanbit.example\n")


def test_one_article_again_and_again_makes_no_furniture_of_itself(session: Session, files: Path) -> None:
    for name in "abcd":
        run_import(session, write_page(files / f"{name}.txt", 3, REPEATED))
    assert len(shown_ids(session)) == 1
    run_import(session, write_page(files / "e.txt", 4, REPEATED))
    assert REPEATED in texts(session)[1]


def test_an_import_taken_back_and_made_again_counts_its_lines_once(session: Session, files: Path) -> None:
    path = write_page(files / "a.txt", 3, REPEATED)
    for _ in range(4):
        run_import(session, path)
        session.undo(None)
    run_import(session, write_page(files / "b.txt", 4, REPEATED))
    assert REPEATED in texts(session)[0]


# Lines.


def test_lines_become_documents_with_the_layers_of_their_annotators(session: Session, files: Path) -> None:
    path = write_lines(
        files / "a.jsonl",
        line(TEXT, ("한빛시", "AGENCY"), ("2일", "DATE"), annotator="kim"),
        line("글 둘", annotator="lee", status="in_progress"),
        {"text": "글 셋"},
    )
    result = run_import(session, path)
    assert counts(result) == [(3, 3, 0, 0)]
    assert (result.documents, result.spans) == (3, 2)
    assert layers(session, 1) == [("kim", "done", [("한빛시", "AGENCY"), ("2일", "DATE")])]
    assert layers(session, 2) == [("lee", "in_progress", [])]
    assert layers(session, 3) == []
    assert [session.document(id_).confirmed for id_ in (1, 2, 3)] == [True, True, True]
    assert [session.document(id_).uid for id_ in (1, 2, 3)] == ["a.jsonl:1", "a.jsonl:2", "a.jsonl:3"]


def test_a_file_that_is_here_changes_nothing(session: Session, files: Path) -> None:
    path = write_lines(
        files / "a.jsonl",
        line(TEXT, ("한빛시", "AGENCY"), ("2일", "NEW"), annotator="kim"),
        line("글 둘", annotator="lee"),
        {"text": "글 셋"},
    )
    run_import(session, path)
    before = everything(session)
    result = run_import(session, path)
    assert counts(result) == [(3, 0, 0, 3)]
    assert (reasons(result), result.changes) == ([], None)
    assert everything(session) == before


def test_a_file_of_many_batches_is_taken_whole(session: Session, files: Path) -> None:
    number = 2 * runs.BATCH + 7
    path = write_lines(files / "a.jsonl", *(line(f"글 {n}", annotator="kim") for n in range(number)))
    result = run_import(session, path)
    assert counts(result) == [(number, number, 0, 0)]
    assert texts(session) == [f"글 {n}" for n in range(number)]


def test_links_on_suggestions_are_told_when_they_are_left_out(session: Session, files: Path) -> None:
    suggestion = {"id": "g1", "start": 0, "end": 3, "label": "AGENCY"}
    comment = {"id": "m1", "span_id": "g1", "at": "2026-01-01T00:00:00Z", "text": "이것"}
    path = write_lines(files / "a.jsonl", line(annotator="kim", suggestions=[suggestion], comments=[comment]))
    result = run_import(session, path)
    assert reasons(result) == [("a.jsonl", 1, "entry.links-left-out")]
    assert result.files[0].rejected[0].reason.arguments == {"count": 1}


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"annotator": "kim|lee"}, "annotator.bad-name"),
        ({"annotator": "가" * 81}, "annotator.bad-name"),
    ],
)
def test_a_name_that_cannot_be_an_annotator_is_refused_with_its_line(
    session: Session, files: Path, more: dict[str, str], reason: str
) -> None:
    path = write_lines(files / "a.jsonl", line("글 하나"), line("글 둘", **more))
    result = run_import(session, path)
    assert reasons(result) == [("a.jsonl", 2, reason)]
    assert texts(session) == ["글 하나"]


def test_a_label_that_cannot_be_one_is_refused_with_its_line(session: Session, files: Path) -> None:
    path = write_lines(files / "a.jsonl", line(TEXT, ("2일", "a\nb")), line("글 둘"))
    result = run_import(session, path)
    assert reasons(result) == [("a.jsonl", 1, "label.bad-key")]
    assert keys(session) == ["AGENCY", "SECTOR", "AMOUNT", "DATE"]


# What is undone, cancelled, refused.


def test_an_import_is_one_step_that_is_taken_back_and_brought_back(session: Session, files: Path) -> None:
    path = write_lines(files / "a.jsonl", line(TEXT, ("한빛시", "AGENCY"), annotator="kim"))
    run_import(session, path, write_page(files / "b.txt", 3))
    step = session.history(None).to_undo
    assert step is not None
    assert (step.message.id, step.message.arguments) == ("step.import", {"documents": 2, "spans": 1})
    session.undo(None)
    assert shown_ids(session) == []
    session.redo(None)
    assert len(shown_ids(session)) == 2


def test_the_notice_names_what_was_made(session: Session, files: Path) -> None:
    path = write_lines(files / "a.jsonl", line(TEXT, ("한빛시", "NEW"), annotator="kim"))
    changes = run_import(session, path).changes
    assert changes is not None
    assert [op.after["name"] for op in changes.of("annotator") if op.after] == ["kim"]
    assert [op.after["key"] for op in changes.of("label") if op.after] == ["NEW"]
    assert changes.touch("import_run")


def cancel_after(times: int):
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > times

    return cancelled


def cancelled_after(session: Session, path: Path, times: int) -> str:
    """Import until the job has asked so often whether it is cancelled; return what was told, "" for nothing."""
    job = ImportJob(session.project, session.annotator.id, ImportRequest((path,)))
    try:
        job.run(silent, cancel_after(times))
    except UserError as error:
        return error.message.id
    return ""


def test_a_cancel_at_any_moment_leaves_every_table_as_it_was(session: Session, files: Path) -> None:
    run_import(session, write_lines(files / "0.jsonl", line("먼저", annotator="kim")))
    for number in range(1, 4):
        write_page(files / f"{number}.txt", number, REPEATED)
    lines = (line(f"글 {n}", ("글", "NEW"), annotator=f"사람{n % 3}") for n in range(runs.BATCH + 2))
    write_lines(files / "4.jsonl", *lines)
    write_labels(files / "4.labels.json", {"id": "n", "text": "NEW"})
    before = everything(session)
    times = 0
    while told := cancelled_after(session, files, times):
        assert told == "job.cancelled"
        assert everything(session) == before, times
        times += 7 if times < runs.BATCH else 1
    assert times > runs.BATCH
    assert everything(session) != before


def test_a_bug_while_reading_leaves_every_table_as_it_was(session: Session, files: Path) -> None:
    path = write_lines(files / "a.jsonl", *(line(f"글 {n}") for n in range(runs.BATCH + 1)))
    before = everything(session)

    def broken(_progress: object) -> None:
        raise RuntimeError("a bug")

    with pytest.raises(RuntimeError):
        ImportJob(session.project, session.annotator.id, ImportRequest((path,))).run(broken, never)
    assert everything(session) == before


def test_nothing_of_a_file_that_brings_nothing_is_left(session: Session, files: Path) -> None:
    before = everything(session)
    result = run_import(session, write_lines(files / "a.jsonl", {"text": ""}))
    assert (result.changes, reasons(result)) == (None, [("a.jsonl", 1, "entry.empty-text")])
    assert everything(session) == before


def test_a_person_goes_on_working_while_an_import_runs(session: Session, files: Path) -> None:
    run_import(session, write_lines(files / "a.jsonl", line(TEXT)))
    path = write_lines(files / "b.jsonl", *(line(f"글 {n}") for n in range(runs.BATCH + 1)))

    def mark(_progress: object) -> None:
        session.do(AddSpan(1, 0, 3, 1))

    result = ImportJob(session.project, session.annotator.id, ImportRequest((path,))).run(mark, never)
    assert result.documents == runs.BATCH + 1
    assert layers(session, 1)[-1] == (OWN, "done", [("한빛시", "AGENCY")])


# The label set of a file.


def labelled(session: Session, files: Path, tmp_path: Path) -> tuple[Path, Session]:
    """Export a project whose label set is not the usual one; return the file, and a new project."""
    write_labels(
        files / "a.labels.json",
        {"id": "per", "text": "PER", "title": "인물", "suffix_key": "7", "role": "label-3", "value": "name",
         "description": "사람 이름"},
        {"id": "date", "text": "DAY", "title": "날", "suffix_key": "1", "value": "date"},
    )  # fmt: skip
    run_import(
        session,
        write_lines(files / "a.jsonl", line(TEXT, ("한빛시", "PER"), ("2일", "DATE"), annotator="kim")),
    )
    target = tmp_path / "out" / "o.jsonl"
    run_export(session, target)
    return target, new_session(tmp_path / "other")


def test_a_project_without_documents_takes_the_label_set_of_the_file(
    session: Session, files: Path, tmp_path: Path
) -> None:
    path, other = labelled(session, files, tmp_path)
    assert keys(other) == ["AGENCY", "SECTOR", "AMOUNT", "DATE"]
    run_import(other, path)
    assert other.project.reading.label_set().sha256 == session.project.reading.label_set().sha256
    steps = [step.message for step in other.history(None).done]
    assert [told.id for told in steps] == ["step.labels.taken", "step.import"]
    assert steps[0].arguments == {"file": "o.jsonl"}
    assert exported_bytes(other, tmp_path / "again.jsonl")[0] == path.read_bytes()
    other.project.close()


def test_a_label_set_taken_over_is_given_back_by_undo_and_comes_again(
    session: Session, files: Path, tmp_path: Path
) -> None:
    path, other = labelled(session, files, tmp_path)
    before = other.project.reading.label_set()
    run_import(other, path)
    taken = other.project.reading.label_set()
    other.undo(None)
    other.undo(None)
    undone = other.project.reading.label_set()
    assert undone.labels[: len(before.labels)] == before.labels
    # What was new stays, last and without a digit: an import that comes again may name it.
    assert [(label.key, label.hotkey) for label in undone.labels[len(before.labels) :]] == [("PER", "")]
    other.redo(None)
    other.redo(None)
    assert other.project.reading.label_set() == taken
    assert layers(other, 1) == layers(session, 1)
    other.project.close()


def test_labels_of_the_file_are_ours_by_their_ids_then_by_their_keys(
    session: Session, files: Path, tmp_path: Path
) -> None:
    path, other = labelled(session, files, tmp_path)
    by_uid = {label.uid: label.id for label in other.labels.labels}
    run_import(other, path)
    assert [label.id for label in other.labels.labels if label.uid == "date"] == [by_uid["date"]]
    other.project.close()


def test_a_project_with_documents_keeps_its_label_set(session: Session, files: Path, tmp_path: Path) -> None:
    path, other = labelled(session, files, tmp_path)
    run_import(other, write_lines(files / "b.jsonl", line("먼저")))
    run_import(other, path)
    assert keys(other)[:4] == ["AGENCY", "SECTOR", "AMOUNT", "DATE"]
    assert [step.message.id for step in other.history(None).done] == ["step.import", "step.import"]
    other.project.close()


def test_a_label_set_is_not_taken_of_a_file_that_is_not_of_it(
    session: Session, files: Path, tmp_path: Path
) -> None:
    path, other = labelled(session, files, tmp_path)
    write_labels(path.with_suffix(".labels.json"), {"id": "per", "text": "PER"})
    run_import(other, path)
    assert keys(other)[:4] == ["AGENCY", "SECTOR", "AMOUNT", "DATE"]
    assert [step.message.id for step in other.history(None).done] == ["step.import"]
    other.project.close()


def test_a_cancelled_import_gives_the_label_set_back_too(
    session: Session, files: Path, tmp_path: Path
) -> None:
    path, other = labelled(session, files, tmp_path)
    before = everything(other)
    with pytest.raises(UserError):
        ImportJob(other.project, 1, ImportRequest((path,))).run(silent, cancel_after(1))
    assert everything(other) == before
    other.project.close()


def test_the_file_that_came_of_an_export_is_unchanged_in_its_own_project(
    session: Session, files: Path, tmp_path: Path
) -> None:
    run_import(session, write_page(files / "a.txt", 1))
    session.do(AddSpan(1, 0, 3, 1))
    target = tmp_path / "o.jsonl"
    run_export(session, target, statuses=ALL)
    result = run_import(session, target)
    assert (counts(result), reasons(result)) == ([(1, 0, 0, 1)], [])
    assert titles(session) == [lines_of(target)[0]["meta"]["title"]]


def test_who_imports_is_asked_for_a_good_name(session: Session, files: Path) -> None:
    before = everything(session)
    with pytest.raises(UserError) as told:
        run_import(session, write_lines(files / "a.jsonl", line("글")), annotator="a|b")
    assert told.value.message.id == "annotator.bad-name"
    assert everything(session) == before
    assert [person.name for person in people(session)] == [OWN]
