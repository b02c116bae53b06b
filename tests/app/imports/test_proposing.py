"""A file that enters as suggestions: what it proposes, of whom, with which score; and that it does so once."""

import json
from pathlib import Path

import pytest

from annotator.app.imports.importing import EnterAs, ImportResult
from annotator.app.session import Session
from annotator.app.suggestions.suggesting import open_suggestions, stored
from annotator.core.commands.suggestions import AcceptSuggestions, RefuseSuggestions
from annotator.core.values import Norm
from tests.support.intake import (
    TEXT,
    counts,
    line,
    lines_of,
    new_session,
    people,
    reasons,
    run_export,
    run_import,
    shown_ids,
    write_lines,
)


def propose(session: Session, *paths: Path, **more: object) -> ImportResult:
    return run_import(session, *paths, enter_as=EnterAs.SUGGESTIONS, **more)


def known(session: Session, files: Path) -> int:
    """Bring in the document d1 without marks; return its row id."""
    run_import(session, write_lines(files / "known.jsonl", {"id": "d1", "text": TEXT}))
    return shown_ids(session)[-1]


def scored(score: object, quote: str = "2일", label: str = "DATE", **more: object) -> dict[str, object]:
    record = line(TEXT, (quote, label), **more)
    record["spans"][0]["score"] = score
    return record


def raw_lines(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_span_is_proposed_on_the_known_document_and_none_is_marked(
    session: Session, files: Path
) -> None:
    document = known(session, files)
    path = write_lines(files / "m1.jsonl", line(TEXT, ("2일", "DATE"), ("한빛시", "AGENCY"), id="d1"))
    result = propose(session, path)
    assert counts(result) == [(1, 0, 1, 0)]
    assert (result.documents, result.spans, result.suggestions) == (0, 0, 2)
    assert [made.text for made in open_suggestions(session, document, ())] == ["한빛시", "2일"]
    assert session.layer(document) is None


def test_a_document_is_known_by_its_text_too_and_made_where_it_is_not(session: Session, files: Path) -> None:
    document = known(session, files)
    path = write_lines(
        files / "m1.jsonl", line(TEXT, ("2일", "DATE")), line("글 둘", ("글", "SECTOR"), id="d2")
    )
    assert counts(propose(session, path)) == [(2, 1, 1, 0)]
    assert len(stored(session, document)) == 1
    assert [made.text for made in stored(session, shown_ids(session)[-1])] == ["글"]


@pytest.mark.parametrize("written", ["0.70", ".93", "1", "-2.10e-3", "높음"])
def test_a_score_stays_as_it_was_written(session: Session, files: Path, written: str) -> None:
    document = known(session, files)
    as_json = json.dumps(written, ensure_ascii=False) if written in {".93", "높음"} else written
    record = json.dumps(scored("@", id="d1"), ensure_ascii=False).replace('"@"', as_json)
    propose(session, raw_lines(files / "m1.jsonl", record + "\n"))
    assert [made.score for made in stored(session, document)] == [written]


def test_whoever_proposes_is_named_else_the_file_is(session: Session, files: Path) -> None:
    known(session, files)
    propose(session, write_lines(files / "a.jsonl", line(TEXT, ("2일", "DATE"), id="d1", annotator="crf-1")))
    propose(session, write_lines(files / "모형  2|b.jsonl", line(TEXT, ("2일", "DATE"), id="d1")))
    propose(session, write_lines(files / "c.jsonl", line(TEXT, ("2일", "DATE"), id="d1")), annotator="m3")
    assert [person.name for person in people(session)][1:] == ["crf-1", "모형 2 b", "m3"]


def test_the_same_file_twice_does_nothing_whatever_was_decided_meanwhile(
    session: Session, files: Path
) -> None:
    document = known(session, files)
    path = write_lines(
        files / "m1.jsonl",
        line(TEXT, ("2일", "DATE"), ("한빛시", "AGENCY"), ("1,200억 원", "AMOUNT"), id="d1"),
    )
    propose(session, path)
    assert counts(propose(session, path)) == [(1, 0, 0, 1)]
    agency, date, amount = open_suggestions(session, document, ())
    session.do(AcceptSuggestions(document, (agency,), place=(0, 2)))
    session.do(RefuseSuggestions(document, (date,)))
    again = propose(session, path)
    assert (counts(again), again.changes) == ([(1, 0, 0, 1)], None)
    assert [made.text for made in stored(session, document)] == [amount.text]


def test_another_output_of_a_model_adds_what_it_proposes_anew(session: Session, files: Path) -> None:
    document = known(session, files)
    propose(session, write_lines(files / "a.jsonl", scored("0.4", id="d1", annotator="m1")))
    more = scored("0.4", id="d1", annotator="m1")
    more["spans"].append({"start": 0, "end": 3, "label": "AGENCY", "score": "0.9"})
    result = propose(session, write_lines(files / "b.jsonl", more))
    assert (counts(result), result.suggestions) == ([(1, 0, 1, 0)], 1)
    assert sorted(made.text for made in stored(session, document)) == ["2일", "한빛시"]


def test_the_newest_score_of_a_place_is_the_one_that_is_shown(session: Session, files: Path) -> None:
    document = known(session, files)
    for name, score in (("a", "0.4"), ("b", "0.8")):
        propose(session, write_lines(files / f"{name}.jsonl", scored(score, id="d1", annotator="m1")))
    assert [made.score for made in open_suggestions(session, document, ())] == ["0.8"]


def test_a_layer_of_the_same_file_is_no_hindrance(session: Session, files: Path) -> None:
    path = write_lines(files / "a.jsonl", line(TEXT, ("2일", "DATE"), id="d1", annotator="kim"))
    run_import(session, path)
    assert counts(propose(session, path)) == [(1, 0, 1, 0)]


def test_an_import_taken_back_shows_none_and_brought_back_all(session: Session, files: Path) -> None:
    document = known(session, files)
    propose(session, write_lines(files / "m1.jsonl", scored("0.5", id="d1")))
    session.undo(None)
    assert stored(session, document) == []
    session.redo(None)
    assert len(stored(session, document)) == 1


def test_what_does_not_fit_its_text_is_refused_with_line_and_reason_and_the_rest_taken(
    session: Session, files: Path
) -> None:
    document = known(session, files)
    bad = line(TEXT, ("2일", "DATE"), id="d1")
    bad["spans"].append({"start": 0, "end": 3, "text": "수소", "label": "AGENCY"})
    path = write_lines(files / "m1.jsonl", bad, {"id": "d1", "text": "다른 글", "spans": []})
    result = propose(session, path)
    assert reasons(result) == [("m1.jsonl", 1, "span.text-differs"), ("m1.jsonl", 2, "document.text-differs")]
    assert [made.text for made in stored(session, document)] == ["2일"]


def test_value_rule_note_and_doubt_of_a_span_are_kept(session: Session, files: Path) -> None:
    document = known(session, files)
    record = scored("0.5", id="d1")
    norm = {"type": "date", "value": "2023-12-02", "unit": None, "mod": None, "ref": None}
    record["spans"][0] |= {
        "id": "x",
        "norm": norm,
        "rule": "by heart",
        "rank": 2,
        "note": "왜?",
        "unsure": True,
    }
    propose(session, write_lines(files / "m1.jsonl", record))
    (made,) = stored(session, document)
    assert (made.norm, made.rule, made.rank) == (Norm("date", "2023-12-02"), "by heart", 2)
    (layer,) = session.rows("layer", "role", "machine")
    assert json.loads(str(layer["extra"])) == {"spans.x.note": "왜?", "spans.x.unsure": True}


def test_suggestions_asked_for_go_out_and_come_back_the_same(
    session: Session, files: Path, tmp_path: Path
) -> None:
    known(session, files)
    record = scored("0.70", id="d1", annotator="m1")
    propose(session, write_lines(files / "m1.jsonl", record))
    run_export(session, files / "out.jsonl", suggestions=True)
    (out,) = lines_of(files / "out.jsonl")
    assert [(made["text"], made["score"], made["annotator"]) for made in out["suggestions"]] == [
        ("2일", "0.70", "m1")
    ]
    other = new_session(tmp_path / "other")
    run_import(other, files / "out.jsonl")
    run_export(other, files / "again.jsonl", suggestions=True)
    assert lines_of(files / "again.jsonl")[0]["suggestions"] == out["suggestions"]
    other.project.close()
