"""What the names of labels and annotators in files mean in a project, and what is made of those it does not know."""

import json
from pathlib import Path

import pytest

from annotator.app.imports.naming import LabelNames, label_file
from annotator.app.session import Session
from annotator.core.commands.people import NameAnnotator
from annotator.core.errors import UserError
from annotator.core.labels import DEFAULT_LABELS, LabelSet
from annotator.core.values import ValueKind
from tests.support.intake import (
    TEXT,
    counts,
    layers,
    line,
    people,
    reasons,
    run_import,
    write_labels,
    write_lines,
)

OWN = "김하나"


def names(session: Session) -> list[str]:
    return [person.name for person in people(session)]


def keys(session: Session) -> list[str]:
    return [label.key for label in session.labels.labels]


# Annotators.


def test_a_layer_that_names_nobody_is_of_who_imports_it(session: Session, files: Path) -> None:
    run_import(session, write_lines(files / "a.jsonl", line(TEXT, ("2일", "DATE"))))
    assert layers(session, 1) == [(OWN, "done", [("2일", "DATE")])]
    assert names(session) == [OWN]


def test_or_of_whom_the_import_names(session: Session, files: Path) -> None:
    run_import(
        session,
        write_lines(files / "a.jsonl", line("글 하나"), line("글 둘", annotator="lee")),
        annotator="kim",
    )
    assert [layers(session, 1)[0][0], layers(session, 2)[0][0]] == ["kim", "lee"]
    run_import(session, write_lines(files / "b.jsonl", line("글 셋")), annotator="kim")
    assert layers(session, 3)[0][0] == "kim"
    assert names(session) == [OWN, "kim", "lee"]


def test_a_name_that_the_import_gives_may_be_ones_own(session: Session, files: Path) -> None:
    run_import(session, write_lines(files / "a.jsonl", line("글")), annotator=OWN)
    assert names(session) == [OWN]


def test_nobody_is_made_for_a_name_that_was_not_needed(session: Session, files: Path) -> None:
    run_import(session, write_lines(files / "a.jsonl", {"text": "글 하나"}), annotator="kim")
    assert names(session) == [OWN]


def test_an_annotator_is_known_by_the_id_whatever_their_name_is_now(session: Session, files: Path) -> None:
    first = line("글 하나", annotator="kim", annotator_id="k1")
    second = line("글 둘", annotator="김 바다", annotator_id="k1")
    run_import(session, write_lines(files / "a.jsonl", first))
    run_import(session, write_lines(files / "b.jsonl", second))
    assert [(person.uid, person.name) for person in people(session)] == [("someone", OWN), ("k1", "kim")]
    assert layers(session, 2)[0][0] == "kim"


def test_two_ids_are_two_people_even_of_one_name(session: Session, files: Path) -> None:
    lines = [line("글", ("글", "AGENCY"), id="d1", annotator="kim", annotator_id=uid) for uid in ("k1", "k2")]
    result = run_import(session, write_lines(files / "a.jsonl", *lines))
    assert counts(result) == [(2, 1, 1, 0)]
    assert [(person.uid, person.name) for person in people(session)[1:]] == [("k1", "kim"), ("k2", "kim")]


def test_spans_keep_who_made_them(session: Session, files: Path) -> None:
    record = line(TEXT, ("한빛시", "AGENCY"), ("2일", "DATE"), annotator="kim")
    record["spans"][1]["annotator"] = "lee"
    run_import(session, write_lines(files / "a.jsonl", record))
    [layer] = session.project.reading.layers(1)
    by_id = {person.id: person.name for person in people(session)}
    assert [by_id[span.annotator_id] for span in layer.spans] == ["kim", "lee"]


def test_nobody_is_made_for_a_line_that_was_not_taken(session: Session, files: Path) -> None:
    run_import(session, write_lines(files / "a.jsonl", line("글", id="d1")))
    result = run_import(
        session,
        write_lines(
            files / "b.jsonl", line("다른 글", ("글", "NEW"), id="d1", annotator="kim"), line("새 글")
        ),
    )
    assert reasons(result) == [("b.jsonl", 1, "document.text-differs")]
    assert names(session) == [OWN]
    assert "NEW" not in keys(session)


def test_a_name_given_meanwhile_is_still_the_same_person(session: Session, files: Path) -> None:
    run_import(session, write_lines(files / "a.jsonl", line("글", annotator="kim")))
    session.do(NameAnnotator("박 하나"))
    run_import(session, write_lines(files / "b.jsonl", line("글 둘", annotator="박 하나")))
    assert names(session) == ["박 하나", "kim"]


# Labels.


def test_a_label_that_nobody_knows_is_made_once_for_all_files(session: Session, files: Path) -> None:
    a = write_lines(
        files / "a.jsonl", line(TEXT, ("2일", "DAY"), ("한빛시", "AGENCY")), line("글", ("글", "DAY"))
    )
    b = write_lines(files / "b.jsonl", line("글 둘", ("글", "DAY"), ("둘", "12")))
    run_import(session, a, b)
    assert keys(session) == ["AGENCY", "SECTOR", "AMOUNT", "DATE", "DAY", "12"]
    made = session.labels.labels[4]
    assert (made.title, made.hotkey, made.role, made.kind, made.position) == (
        "DAY",
        "5",
        "label-5",
        ValueKind.NONE,
        5,
    )


def test_a_label_is_made_as_the_label_file_beside_defines_it(session: Session, files: Path) -> None:
    path = write_lines(files / "a.jsonl", line(TEXT, ("2일", "DAY"), ("한빛시", "X")))
    write_labels(
        files / "a.labels.json",
        {"id": "day", "text": "DAY", "title": "날", "suffix_key": "8", "role": "label-2", "value": "choice",
         "choices": ["오늘", "내일"], "description": "날을 고른다."},
        {"id": "x", "text": "X", "suffix_key": "1"},
        {"id": "unused", "text": "UNUSED"},
    )  # fmt: skip
    run_import(session, path)
    day, x = session.labels.labels[4:]
    assert (day.uid, day.title, day.hotkey, day.role) == ("day", "날", "8", "label-2")
    assert (day.kind, day.choices, day.description) == (ValueKind.CHOICE, ("오늘", "내일"), "날을 고른다.")
    assert (x.uid, x.key, x.hotkey) == ("x", "X", "5")


def test_a_label_file_that_cannot_be_read_is_told_and_the_lines_are_taken(
    session: Session, files: Path
) -> None:
    path = write_lines(files / "a.jsonl", line(TEXT, ("2일", "DAY")))
    (files / "a.labels.json").write_text("{}")
    result = run_import(session, path)
    assert counts(result) == [(1, 1, 0, 0)]
    [reject] = result.files[0].rejected
    assert (reject.line, reject.where, reject.reason.id) == (0, "a.labels.json", "labels.not-a-label-file")
    assert keys(session)[-1] == "DAY"


def test_a_label_with_another_name_is_ours_by_its_id(session: Session, files: Path) -> None:
    path = write_lines(
        files / "a.jsonl",
        line(TEXT, ("한빛시", "ORG"), records=[{"id": "c", "roles": [{"role": "ORG", "span_id": "s1"}]}]),
    )
    write_labels(files / "a.labels.json", {"id": "agency", "text": "ORG"})
    run_import(session, path)
    assert keys(session) == ["AGENCY", "SECTOR", "AMOUNT", "DATE"]
    assert layers(session, 1) == [(OWN, "done", [("한빛시", "AGENCY")])]
    assert session.project.connection.execute("SELECT role FROM record_member").fetchall() == [("AGENCY",)]
    assert counts(run_import(session, path)) == [(1, 0, 0, 1)]


def test_two_labels_of_a_file_never_become_one_of_ours(session: Session, files: Path) -> None:
    path = write_lines(files / "a.jsonl", line(TEXT, ("한빛시", "ORG"), ("2일", "AGENCY")))
    write_labels(files / "a.labels.json", {"id": "agency", "text": "ORG"}, {"id": "y", "text": "AGENCY"})
    run_import(session, path)
    [(_, _, found)] = layers(session, 1)
    assert found == [("한빛시", "ORG"), ("2일", "AGENCY")]


def test_a_label_that_has_an_id_of_ours_and_nobody_elses_name_gets_an_id_of_its_own() -> None:
    ids = iter(range(5, 9))
    names = LabelNames(LabelSet("kr-news", 1, DEFAULT_LABELS), lambda _entity: next(ids))
    assert dict(names.ids) == {"AGENCY": 1, "SECTOR": 2, "AMOUNT": 3, "DATE": 4}
    assert (names.made, names.asked) == ([], False)


def test_there_are_nine_digits_for_labels_and_no_more(session: Session, files: Path) -> None:
    text = "가나다라마바사"
    spans = [{"start": n, "end": n + 1, "label": f"L{n}"} for n in range(len(text))]
    run_import(session, write_lines(files / "a.jsonl", {"text": text, "spans": spans}))
    assert [label.hotkey for label in session.labels.labels] == [*"123456789", "", ""]


# The label file.


def test_there_is_a_label_file_or_none(tmp_path: Path) -> None:
    assert label_file(tmp_path / "a.jsonl") is None
    write_labels(tmp_path / "a.labels.json", {"id": 1, "text": "AGENCY"})
    found = label_file(tmp_path / "a.jsonl")
    assert found is not None
    assert [label.key for label in found.labels] == ["AGENCY"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{}", "labels.not-a-label-file"),
        ('[{"text": ""}]', "labels.bad-label"),
        (json.dumps([{"text": "A"}] * 2), "labels.twice"),
    ],
)
def test_a_label_file_that_is_none_is_said_so(tmp_path: Path, content: str, reason: str) -> None:
    (tmp_path / "a.labels.json").write_text(content)
    with pytest.raises(UserError) as told:
        label_file(tmp_path / "a.jsonl")
    assert told.value.message.id == reason


def test_a_label_file_that_cannot_be_opened_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "a.labels.json").mkdir()
    with pytest.raises(UserError) as told:
        label_file(tmp_path / "a.jsonl")
    assert told.value.message.id == "import.unreadable"
    assert told.value.message.arguments["name"] == "a.labels.json"
