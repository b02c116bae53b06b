"""A gold file says who decided what, who had it, what is open and what it was made from; it comes back whole."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from annotator import formats
from annotator.app.exports.export_job import ExportJob
from annotator.app.exports.exporting import ExportOptions, ExportResult, LayerChoice
from annotator.app.gather.questions import Answers, Choice
from annotator.app.jobs import Progress, never
from annotator.app.review.reviewing import review_of
from annotator.app.session import Session
from annotator.core.commands.review import Decide, Reopen, SetReviewStatus
from annotator.core.decision import ReviewStatus
from tests.support.intake import line, lines_of, run_import, shown_ids, write_lines
from tests.support.projects import make_session
from tests.support.reviews import TEXT, add_layer, marks

A = [("수소산업진흥원", "AGENCY"), ("2027년", "DATE"), ("환경부", "AGENCY")]
B = [("수소산업진흥원과", "AGENCY"), ("2027년", "DATE")]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = make_session(tmp_path, TEXT)
    add_layer(opened, 1, "나래", marks(TEXT, *A))
    add_layer(opened, 1, "다솜", marks(TEXT, *B))
    yield opened
    opened.project.close()


def decide(session: Session, text: str, uid: str) -> None:
    review = review_of(session, 1)
    item = next(item for item in review.items if item.touches(TEXT.index(text), TEXT.index(text) + 1))
    session.do(Decide(1, review.adopting(item, uid)))


def gold(session: Session, path: Path) -> ExportResult:
    options = ExportOptions(frozenset({"in_progress", "done"}), LayerChoice("gold"))
    return ExportJob(session.project, 1, options, path).run(silent, never)


def silent(_progress: Progress) -> None:
    """Report to nobody."""


def only_line(path: Path) -> dict:
    (written,) = path.read_text(encoding="utf-8").splitlines()
    return json.loads(written)


def test_every_span_of_a_decided_item_goes_out_with_who_had_it(session: Session, tmp_path: Path) -> None:
    decide(session, "수소산업진흥원", "u-나래")
    decide(session, "환경부", "u-다솜")  # who had nothing there
    result = gold(session, tmp_path / "gold.jsonl")
    record = only_line(tmp_path / "gold.jsonl")
    ids = {span["id"]: span["text"] for span in record["spans"]}
    told = [
        (ids.get(row["span_id"]) or f"-{row['before']['text']}", row["action"], row["sources"], row["votes"])
        for row in record["decisions"]
    ]
    assert told == [
        ("수소산업진흥원", "adopt", ["나래"], "1/2"),
        ("-수소산업진흥원과", "adopt", ["다솜"], "1/2"),
        ("-환경부", "neither", ["나래"], "1/2"),
    ]
    assert {row["by"] for row in record["decisions"]} == {"김하나"}
    assert (record["review_status"], record["open"], result.open_items) == ("in_review", 1, 1)


def test_what_was_withdrawn_is_left_out_and_nothing_is_open_when_all_is_decided(
    session: Session, tmp_path: Path
) -> None:
    decide(session, "환경부", "u-나래")
    session.do(Reopen(1, TEXT.index("환경부"), TEXT.index("환경부") + 3))
    for text in ("수소산업진흥원", "2027년", "환경부"):
        decide(session, text, "u-나래")
    session.do(SetReviewStatus(1, ReviewStatus.DONE))
    result = gold(session, tmp_path / "gold.jsonl")
    record = only_line(tmp_path / "gold.jsonl")
    assert len({row["item"] for row in record["decisions"]}) == 3
    assert (record["review_status"], record["open"], result.open_items) == ("done", 0, 0)


def test_a_gold_file_is_read_back_as_it_was_written(session: Session, tmp_path: Path) -> None:
    decide(session, "수소산업진흥원", "u-나래")
    gold(session, tmp_path / "gold.jsonl")
    (entry,) = formats.read((tmp_path / "gold.jsonl").read_bytes())
    assert [dict(row) for row in entry.decisions] == only_line(tmp_path / "gold.jsonl")["decisions"]
    assert (entry.open, entry.review_status) == (2, "in_review")


def test_of_several_files_gathered_together_each_layer_names_its_own(
    session: Session, tmp_path: Path
) -> None:
    text = "환경부가 밝혔다."
    run_import(session, write_lines(tmp_path / "text.jsonl", line(text, id="t", status="new")))

    def sent(folder: str, name: str, *quotes: tuple[str, str], **more: str) -> Path:
        record = line(text, *quotes, id="t", annotator=name, annotator_id=f"u-{name}", status="done", **more)
        return write_lines(tmp_path / folder / f"{name}.jsonl", record)

    agency = ("환경부", "AGENCY")
    files = [sent("one", "가람", agency, revision="1"), sent("one", "나래", agency, revision="1")]
    run_import(session, *files, answers=Answers())
    # 나래 sends a later state, 가람 one of another machine, of which something is taken.
    later = [
        sent("two", "나래", agency, ("밝혔다", "SECTOR"), revision="2", parent="1"),
        sent("two", "가람", ("환경부가", "AGENCY"), revision="x"),
    ]
    asked = run_import(session, *later, answers=Answers()).questions.layers
    choices = {key: {item.key: Choice.BOTH for item in layer.items} for key, layer in asked.items()}
    run_import(session, later[1], answers=Answers(layers=choices))
    document_id = shown_ids(session)[-1]
    review = review_of(session, document_id)
    session.do(Decide(document_id, review.adopting(review.items[0], "u-나래")))

    def inputs() -> list[tuple[str, str, str]]:
        gold(session, tmp_path / "gold.jsonl")
        (record,) = [one for one in lines_of(tmp_path / "gold.jsonl") if one["text"] == text]
        return [(one["annotator"], one["file_sha256"], one["version"]) for one in record["inputs"]]

    digests = {path: sha256(path.read_bytes()).hexdigest() for path in (*files, *later)}
    assert inputs() == [
        ("가람", digests[files[0]], "1"),
        ("가람", digests[later[1]], "2"),
        ("나래", digests[later[0]], "2"),
    ]
    session.undo(None)  # what was taken of 가람's other machine
    assert inputs() == [("가람", digests[files[0]], "1"), ("나래", digests[later[0]], "2")]


def test_the_files_that_the_layers_came_from_are_named(session: Session, tmp_path: Path) -> None:
    text = "환경부가 밝혔다."
    brought = line(text, ("환경부", "AGENCY"), annotator="가람", status="done")
    run_import(session, write_lines(tmp_path / "in" / "a.jsonl", brought))
    document_id = shown_ids(session)[-1]
    review = review_of(session, document_id)
    session.do(Decide(document_id, review.adopting(review.items[0], review.doers[0].uid)))
    gold(session, tmp_path / "gold.jsonl")
    records = [json.loads(one) for one in (tmp_path / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    (inputs,) = [record["inputs"] for record in records if record["text"] == text]
    assert [(one["annotator"], len(one["file_sha256"]), one["version"]) for one in inputs] == [
        ("가람", 64, "1")
    ]
