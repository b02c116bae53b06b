"""Layers that were made on another version of a text: found, laid over ours, and accounted for."""

import json
import unicodedata
from pathlib import Path

import pytest

from annotator.app.documents.texts import tray
from annotator.app.gather.reanchoring import TWICE, laid_over
from annotator.app.session import Session
from annotator.core.entry import Entry, EntryComment, EntryMember, EntryRecord, EntryRelation, EntrySpan
from tests.support.intake import (
    counts,
    everything,
    layers,
    line,
    new_session,
    reasons,
    run_import,
    write_lines,
)

OURS = "한빛시는 2일 수소산업진흥원과 함께 1,200억 원을 들인다.\n시는 2027년까지 버스를 바꾼다."
REFLOWED = OURS.replace("\n", " ").replace(" ", "  ")


@pytest.fixture
def session(tmp_path: Path):
    opened = new_session(tmp_path / "work")
    run_import(
        opened,
        write_lines(tmp_path / "ours.jsonl", line(OURS, ("한빛시", "AGENCY"), id="d1", annotator="kim")),
    )
    yield opened
    opened.project.close()


@pytest.mark.parametrize(
    "text", [REFLOWED, unicodedata.normalize("NFD", OURS), OURS.replace("2일", "2일\u00a0")]
)
@pytest.mark.parametrize("id_", ["d1", "their-1"])
def test_a_layer_on_the_text_with_other_blanks_is_laid_over_ours_and_told(
    session: Session, tmp_path: Path, text: str, id_: str
) -> None:
    quote = next(
        q for q in ("1,200억 원", "1,200억  원", unicodedata.normalize("NFD", "1,200억 원")) if q in text
    )
    theirs = line(text, (quote, "AMOUNT"), id=id_, annotator="lee")
    result = run_import(session, write_lines(tmp_path / "lee.jsonl", theirs))
    assert (counts(result), reasons(result)) == ([(1, 0, 1, 0)], [])
    assert layers(session, 1)[1] == ("lee", "done", [("1,200억 원", "AMOUNT")])
    [note] = result.files[0].notes
    assert (note.reason.id, note.reason.arguments["moved"]) == ("document.laid-over", 1)
    assert dict(result.files[0].tiers) == {"reflow": 1}
    assert dict(result.files[0].fates) == {"moved": 1}


def test_where_the_spans_lay_in_the_text_of_the_file_is_kept(session: Session, tmp_path: Path) -> None:
    theirs = line(REFLOWED, ("1,200억  원", "AMOUNT"), id="d1", annotator="lee")
    run_import(session, write_lines(tmp_path / "lee.jsonl", theirs))
    [anchor] = session.rows("anchor", "kind", "moved")
    [version] = session.rows("text_version", "id", anchor["text_version_id"])
    assert version["text"] == REFLOWED
    assert REFLOWED[anchor["start"] : anchor["end"]] == "1,200억  원"
    assert (anchor["seen"], version["layer_id"]) == (1, anchor["layer_id"])
    [span] = session.rows("span", "id", anchor["span_id"])
    assert span["text"] == "1,200억 원"


def test_a_span_without_a_place_lies_in_the_tray_with_its_quote(session: Session, tmp_path: Path) -> None:
    at = REFLOWED.index("  ")
    theirs = line(REFLOWED, ("한빛시", "AGENCY"), id="d1", annotator="lee")
    theirs["spans"] = [*theirs["spans"], {"start": at, "end": at + 2, "label": "DATE"}]
    result = run_import(session, write_lines(tmp_path / "lee.jsonl", theirs))
    assert reasons(result) == [("lee.jsonl", 1, "span.lost")]
    assert dict(result.files[0].fates) == {"moved": 1, "lost": 1}
    assert [(lost.text, lost.before[-3:]) for lost in tray(session, 1)] == [("  ", "빛시는")]


def test_the_same_file_again_does_nothing_and_undo_takes_all_of_it_back(
    session: Session, tmp_path: Path
) -> None:
    path = write_lines(tmp_path / "lee.jsonl", line(REFLOWED, ("2027년", "DATE"), id="x", annotator="lee"))
    run_import(session, path)
    before = everything(session)
    result = run_import(session, path)
    assert (counts(result), reasons(result)) == ([(1, 0, 0, 1)], [])
    assert everything(session) == before
    session.undo(None)
    assert [name for name, _, _ in layers(session, 1)] == ["kim"]


def test_a_text_that_has_changed_within_is_not_taken_without_a_question(
    session: Session, tmp_path: Path
) -> None:
    theirs = line(OURS.replace("버스", "전차"), ("한빛시", "AGENCY"), id="d1", annotator="lee")
    result = run_import(session, write_lines(tmp_path / "lee.jsonl", theirs))
    assert reasons(result) == [("lee.jsonl", 1, "document.text-differs")]


def entry(**more: object) -> Entry:
    spans = (
        EntrySpan("a", 0, 3, "한빛시", "AGENCY"),
        EntrySpan("b", 5, 7, "2일", "DATE"),
        EntrySpan("c", 4, 5, " ", "DATE"),
    )
    return Entry(id="d", text=OURS, spans=spans, **more)


def test_what_hangs_on_a_span_without_a_place_lets_go_of_it() -> None:
    laid = laid_over(
        entry(
            relations=(EntryRelation("r1", "alias", "a", "c"), EntryRelation("r2", "alias", "a", "b")),
            records=(EntryRecord("f", "", (EntryMember("DATE", "c"), EntryMember("AGENCY", "a"))),),
            comments=(EntryComment("k", "c", "lee", "", "2026-01-01T00:00:00Z", "빈칸?", resolved=False),),
            decisions=({"id": "1", "span_id": "c"}, {"id": "2", "span_id": "a"}, {"id": "3", "span_id": ""}),
        ),
        REFLOWED,
    )
    assert [span.id for span in laid.lost] == ["c"]
    assert [relation.id for relation in laid.entry.relations] == ["r2"]
    assert [member.span_id for member in laid.entry.records[0].roles] == ["", "a"]
    assert laid.entry.comments[0].span_id == ""
    assert [decision["id"] for decision in laid.entry.decisions] == ["2", "3"]
    assert json.dumps(dict(laid.fates)) == '{"moved": 2, "lost": 1}'


def test_spans_that_come_to_lie_upon_one_another_are_one() -> None:
    text = "가 나"
    spans = (EntrySpan("a", 0, 1, "가", "X"), EntrySpan("b", 0, 2, "가 ", "X"))
    laid = laid_over(Entry(id="d", text=text, spans=spans), "가나")
    assert [span.id for span in laid.entry.spans] == ["a"]
    assert laid.fates[TWICE] == 1
