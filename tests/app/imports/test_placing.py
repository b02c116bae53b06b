"""Where an entry belongs: a new document, a layer on a known one, or nowhere, and then it is said why."""

import hashlib
from pathlib import Path

import pytest

from annotator.app.imports.placing import brings_layer, flaws_of, links_on_suggestions
from annotator.app.session import Session
from annotator.core.commands.spans import AddSpan, SetNote
from annotator.core.entry import (
    Entry,
    EntryComment,
    EntryMember,
    EntryRecord,
    EntryRelation,
    EntrySpan,
    EntrySuggestion,
)
from tests.support.intake import (
    TEXT,
    counts,
    layers,
    line,
    lines_of,
    page,
    reasons,
    run_export,
    run_import,
    shown_ids,
    texts,
    write_lines,
)

OTHER = "한빛시는 3일 다른 일을 했다."


def known(session: Session, files: Path) -> None:
    """Bring in the document d1, marked by kim."""
    run_import(
        session,
        write_lines(files / "known.jsonl", line(TEXT, ("한빛시", "AGENCY"), id="d1", annotator="kim")),
    )


def bin_document(session: Session, id_: int) -> None:
    session.project.connection.execute(
        "UPDATE document SET binned_at = '2026-01-01T00:00:00Z' WHERE id = ?", (id_,)
    )


# Documents.


def test_a_layer_finds_its_document_by_the_id(session: Session, files: Path) -> None:
    known(session, files)
    result = run_import(
        session, write_lines(files / "a.jsonl", line(TEXT, ("2일", "DATE"), id="d1", annotator="lee"))
    )
    assert counts(result) == [(1, 0, 1, 0)]
    assert (result.documents, result.spans, result.first_document_id) == (0, 1, None)
    assert layers(session, 1) == [
        ("kim", "done", [("한빛시", "AGENCY")]),
        ("lee", "done", [("2일", "DATE")]),
    ]


def test_a_layer_finds_its_document_by_the_text_under_whatever_id(session: Session, files: Path) -> None:
    known(session, files)
    result = run_import(session, write_lines(files / "a.jsonl", line(TEXT, ("2일", "DATE"), annotator="lee")))
    assert counts(result) == [(1, 0, 1, 0)]
    assert [name for name, _, _ in layers(session, 1)] == ["kim", "lee"]


def test_another_text_under_a_known_id_is_refused(session: Session, files: Path) -> None:
    known(session, files)
    result = run_import(session, write_lines(files / "a.jsonl", line(OTHER, id="d1"), line(OTHER, id="d2")))
    assert reasons(result) == [("a.jsonl", 1, "document.text-differs")]
    assert result.files[0].rejected[0].reason.arguments == {"id": "d1"}
    assert texts(session) == [TEXT, OTHER]


def test_a_text_that_several_documents_have_makes_one_more(session: Session, files: Path) -> None:
    run_import(session, write_lines(files / "k.jsonl", line(id="d1"), line(id="d2")))
    result = run_import(session, write_lines(files / "a.jsonl", line(annotator="lee")))
    assert counts(result) == [(1, 1, 0, 0)]
    assert len(shown_ids(session)) == 3


def test_lines_of_one_file_with_one_text_are_as_many_documents(session: Session, files: Path) -> None:
    result = run_import(session, write_lines(files / "a.jsonl", line(id="d1"), line(id="d2"), line()))
    assert counts(result) == [(3, 3, 0, 0)]


def test_files_of_one_import_meet_in_the_same_documents(session: Session, files: Path) -> None:
    paths = [
        write_lines(
            files / f"{name}.jsonl", line(TEXT, ("2일", "DATE"), annotator=name), line(OTHER, annotator=name)
        )
        for name in ("kim", "lee", "park")
    ]
    result = run_import(session, *paths)
    assert counts(result) == [(2, 2, 0, 0), (2, 0, 2, 0), (2, 0, 2, 0)]
    assert [name for name, _, _ in layers(session, 1)] == ["kim", "lee", "park"]


def test_a_document_in_the_bin_stays_there_and_that_is_said(session: Session, files: Path) -> None:
    known(session, files)
    page_file = files / "a.txt"
    page_file.write_text(page(3), encoding="utf-8")
    run_import(session, page_file)
    bin_document(session, 1)
    bin_document(session, 2)
    by_id = write_lines(files / "b.jsonl", line(TEXT, ("2일", "DATE"), id="d1", annotator="lee"))
    by_text = write_lines(files / "c.jsonl", line(TEXT, ("2일", "DATE"), annotator="lee"))
    result = run_import(session, page_file, by_id, by_text)
    assert reasons(result) == [
        ("a.txt", 0, "document.in-bin"), ("b.jsonl", 1, "document.in-bin"), ("c.jsonl", 1, "document.in-bin"),
    ]  # fmt: skip
    assert shown_ids(session) == []


def test_what_was_removed_for_good_is_not_brought_back(session: Session, files: Path) -> None:
    session.project.connection.execute(
        "INSERT INTO tombstone (uid, text_sha256, removed_at) VALUES ('d1', ?, '2026-01-01T00:00:00Z')",
        (hashlib.sha256(TEXT.encode()).hexdigest(),),
    )
    result = run_import(session, write_lines(files / "a.jsonl", line(id="d1"), line(OTHER)))
    assert reasons(result) == [("a.jsonl", 1, "document.removed-for-good")]
    assert texts(session) == [OTHER]


def test_what_an_undone_import_has_brought_is_not_known(session: Session, files: Path) -> None:
    known(session, files)
    session.undo(None)
    known(session, files)
    assert shown_ids(session) == [2]


def test_a_document_alone_is_unchanged_where_it_is_known(session: Session, files: Path) -> None:
    known(session, files)
    result = run_import(
        session, write_lines(files / "a.jsonl", {"text": TEXT, "id": "d1", "annotator": "lee"})
    )
    assert counts(result) == [(1, 0, 0, 1)]
    assert [name for name, _, _ in layers(session, 1)] == ["kim"]


# Layers.


def test_a_layer_that_says_the_same_is_unchanged_whatever_its_ids(session: Session, files: Path) -> None:
    known(session, files)
    same = line(TEXT, ("한빛시", "AGENCY"), id="d1", annotator="kim")
    same["spans"][0]["id"] = "another"
    result = run_import(session, write_lines(files / "a.jsonl", same))
    assert (counts(result), reasons(result)) == ([(1, 0, 0, 1)], [])


@pytest.mark.parametrize(
    "more",
    [
        {"status": "in_progress"},
        {"flagged": True},
        {"doc_labels": ["정책"]},
        {"comments": [{"id": "m", "at": "2026-01-01T00:00:00Z", "text": "왜?"}]},
        {"spans": []},
        {"spans": [{"start": 0, "end": 3, "label": "SECTOR"}]},
        {"spans": [{"start": 0, "end": 3, "label": "AGENCY", "note": "메모"}]},
        {"spans": [{"start": 0, "end": 3, "label": "AGENCY", "norm": {"type": "name", "value": "한빛시"}}]},
    ],
)
def test_a_layer_that_says_something_else_is_not_laid_over_ours(
    session: Session, files: Path, more: dict[str, object]
) -> None:
    known(session, files)
    before = layers(session, 1)
    theirs = {**line(TEXT, ("한빛시", "AGENCY"), id="d1", annotator="kim"), **more}
    result = run_import(session, write_lines(files / "a.jsonl", theirs))
    assert reasons(result) == [("a.jsonl", 1, "layer.exists")]
    assert result.files[0].rejected[0].reason.arguments == {"annotator": "kim", "id": "d1"}
    assert layers(session, 1) == before


def test_the_second_of_two_layers_of_one_person_is_refused_and_an_equal_one_is_not_needed(
    session: Session, files: Path
) -> None:
    one = line(TEXT, ("한빛시", "AGENCY"), id="d1", annotator="kim")
    other = line(TEXT, ("2일", "DATE"), id="d1", annotator="kim")
    result = run_import(session, write_lines(files / "a.jsonl", one, one, other))
    assert counts(result) == [(3, 1, 0, 1)]
    assert reasons(result) == [("a.jsonl", 3, "layer.exists")]
    assert layers(session, 1) == [("kim", "done", [("한빛시", "AGENCY")])]


def test_an_older_state_of_our_layer_is_told_as_older(session: Session, files: Path) -> None:
    run_import(session, write_lines(files / "a.jsonl", line(TEXT, id="d1")))
    session.do(AddSpan(1, 0, 3, 1))
    run_export(session, files / "old.jsonl")
    session.do(SetNote(1, session.layer(1).spans[0].id, "나중에"))
    run_export(session, files / "new.jsonl")
    assert lines_of(files / "new.jsonl")[0]["parent"] == lines_of(files / "old.jsonl")[0]["revision"]
    result = run_import(session, files / "old.jsonl", files / "new.jsonl")
    assert reasons(result) == [("old.jsonl", 1, "layer.older")]
    assert counts(result) == [(1, 0, 0, 0), (1, 0, 0, 1)]
    assert session.layer(1).spans[0].note == "나중에"


def test_a_file_that_was_changed_by_hand_is_not_taken_for_unchanged(session: Session, files: Path) -> None:
    run_import(session, write_lines(files / "a.jsonl", line(TEXT, ("한빛시", "AGENCY"), id="d1")))
    run_export(session, files / "o.jsonl")
    [record] = lines_of(files / "o.jsonl")
    record["spans"][0]["note"] = "고침"
    result = run_import(session, write_lines(files / "o.jsonl", record))
    assert reasons(result) == [("o.jsonl", 1, "layer.exists")]


def test_gold_beside_the_layer_of_the_same_person_is_a_layer_of_its_own(
    session: Session, files: Path
) -> None:
    known(session, files)
    gold = line(TEXT, ("2일", "DATE"), id="d1", annotator="kim", role="adjudicator", review_status="done")
    result = run_import(session, write_lines(files / "a.jsonl", gold))
    assert counts(result) == [(1, 0, 1, 0)]
    assert len(layers(session, 1)) == 2


def test_what_a_machine_has_made_comes_in_once(session: Session, files: Path) -> None:
    known(session, files)
    machine = line(TEXT, ("2일", "DATE"), id="d1", annotator="model", role="machine")
    path = write_lines(files / "a.jsonl", machine)
    assert counts(run_import(session, path)) == [(1, 0, 1, 0)]
    assert counts(run_import(session, path)) == [(1, 0, 0, 1)]
    again = write_lines(
        files / "b.jsonl", line(TEXT, ("한빛시", "AGENCY"), id="d1", annotator="model", role="machine")
    )
    assert counts(run_import(session, again)) == [(1, 0, 1, 0)]
    assert counts(run_import(session, again)) == [(1, 0, 0, 1)]


# What a line is.


@pytest.mark.parametrize(
    ("more", "brings"),
    [
        ({}, False),
        ({"annotator": "kim", "annotator_id": "k1"}, False),
        ({"status": "done"}, True),
        ({"flagged": True}, True),
        ({"revision": "r1"}, True),
        ({"role": "adjudicator"}, True),
        ({"doc_labels": ("정책",)}, True),
        ({"comments": (EntryComment("m", "", "", "", "", "왜?", False),)}, True),
        ({"spans": (EntrySpan("s", 0, 1, "글", "AGENCY"),)}, True),
        ({"suggestions": (EntrySuggestion("g", 0, 1, "글", "AGENCY"),)}, True),
    ],
)  # fmt: skip
def test_a_line_brings_a_layer_if_its_annotator_has_begun(more: dict[str, object], brings: bool) -> None:
    assert brings_layer(Entry(id="1", text="글", **more)) is brings


def test_ends_inside_a_cluster_are_kept_and_flagged(session: Session, files: Path) -> None:
    text = "가족 👨\u200d👩 셋, 각\u11a8"
    inside = {"start": 3, "end": 4, "label": "AGENCY"}
    whole = {"start": 3, "end": 6, "label": "AGENCY"}
    run_import(
        session, write_lines(files / "a.jsonl", {"text": text, "spans": [inside, whole], "annotator": "kim"})
    )
    [layer] = session.project.reading.layers(1)
    assert [(span.start, span.end, span.flaw) for span in layer.spans] == [(3, 6, ""), (3, 4, "cluster")]


def test_a_text_of_whole_characters_has_no_flaws() -> None:
    spans = (EntrySpan("s", 1, 2, "빛", "AGENCY"),)
    assert flaws_of(Entry(id="1", text="한빛시", spans=spans)) == {}


def test_links_on_suggestions_are_counted() -> None:
    spans = (EntrySpan("s", 0, 1, "한", "A"),)
    suggestions = (EntrySuggestion("g", 0, 1, "한", "A"),)
    entry = Entry(
        id="1", text="한", spans=spans, suggestions=suggestions,
        relations=(EntryRelation("r1", "", "s", "g"), EntryRelation("r2", "", "s", "s")),
        records=(EntryRecord("c", "", (EntryMember("A", "g"), EntryMember("A", "s"), EntryMember("A", ""))),),
        comments=(EntryComment("m1", "g", "", "", "", "", False), EntryComment("m2", "", "", "", "", "", False)),
    )  # fmt: skip
    assert links_on_suggestions(entry) == 3
    assert links_on_suggestions(Entry(id="1", text="한", spans=spans)) == 0
