"""Back and forth after a review: returned, answered, appealed, and open again until the reviewer decides anew."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.review.returning import is_return_file, placed, returned_items, text_of
from annotator.app.review.reviewing import review_of
from annotator.app.session import Session
from annotator.core.commands.labels import SetKey
from annotator.core.commands.returning import AnswerReturned, TakeOver
from annotator.core.errors import UserError
from annotator.core.returned import RETURNED_TO, Answer, Returned
from tests.support.returns import (
    DASOM,
    colleague,
    decide,
    decide_all,
    give_back,
    reviewed,
    send_answers,
    take_in,
)
from tests.support.reviews import TEXT
from tests.support.stores import dump


@pytest.fixture
def reviewer(tmp_path: Path) -> Iterator[Session]:
    session = reviewed(tmp_path / "reviewer")
    decide_all(session)
    yield session
    session.project.close()


@pytest.fixture
def dasom(tmp_path: Path) -> Iterator[Session]:
    session = colleague(tmp_path / "dasom", "다솜", DASOM)
    yield session
    session.project.close()


@pytest.fixture
def file(reviewer: Session, tmp_path: Path) -> Path:
    """The return file for 다솜."""
    give_back(reviewer, tmp_path / "back", "나래", "다솜")
    return tmp_path / "back" / "다솜.return.jsonl"


def own(session: Session) -> list[str]:
    layer = session.layer(1)
    return [] if layer is None else [span.text for span in layer.spans]


def answer(session: Session, item: Returned, given: Answer, note: str = "") -> None:
    session.do(AnswerReturned(item.document_id, item.id, given, note))


def shown(item: Returned) -> tuple[list[str], list[str]]:
    return (
        [entry.text for entry in item.entries if not entry.final],
        [entry.text for entry in item.entries if entry.final],
    )


def test_a_return_file_holds_the_gold_record_with_what_differs_and_no_other_name(file: Path) -> None:
    (line,) = file.read_text(encoding="utf-8").splitlines()
    record = json.loads(line)
    assert [span["text"] for span in record["spans"]] == ["수소산업진흥원", "2027년", "환경부"]
    to = record["extra"][RETURNED_TO]
    assert (record["role"], to["id"], to["name"]) == ("adjudicator", "u-다솜", "다솜")
    assert to["labels"]["AGENCY"] == "agency"
    assert len(record["decisions"]) == 3
    assert [row["votes"] for row in record["decisions"]] == ["1/2", "1/2", "1/2"]
    assert "나래" not in line
    assert is_return_file(file)


def test_who_has_it_all_as_decided_gets_no_return_file(file: Path) -> None:
    assert not (file.parent / "나래.return.jsonl").exists()
    assert (file.parent / "나래.feedback.html").exists()


def test_other_files_are_no_return_files(tmp_path: Path) -> None:
    for number, text in enumerate(
        ("", "기사", '{"format":"annotator/1","role":"adjudicator","extra":{}}\n', "[1]")
    ):
        path = tmp_path / f"{number}.jsonl"
        path.write_text(text, encoding="utf-8")
        assert not is_return_file(path)
    assert not is_return_file(tmp_path / "nowhere.jsonl")


def test_items_come_back_in_reading_order_and_change_nothing_of_ones_own(dasom: Session, file: Path) -> None:
    take_in(dasom, file)
    assert [shown(item) for item in returned_items(dasom)] == [
        (["수소산업진흥원과"], ["수소산업진흥원"]),
        ([], ["환경부"]),
    ]
    first = returned_items(dasom)[0]
    assert (first.reviewer, first.reason, first.comment) == ("김하나", "boundary", "조사는 뺍니다.")
    assert own(dasom) == [covered for covered, _ in DASOM]
    assert str(dasom.history(None).done[-1].message.id) == "step.returned.take"


@pytest.mark.parametrize("before_it_came", [True, False])
def test_a_label_that_the_colleague_calls_otherwise_is_theirs(
    dasom: Session, file: Path, *, before_it_came: bool
) -> None:
    rename = SetKey(dasom.labels.by_key("AGENCY").id, "ORG")
    if before_it_came:
        dasom.do(rename)
    take_in(dasom, file)
    if not before_it_came:
        dasom.do(rename)
    first = returned_items(dasom)[0]
    assert {entry.span.label for entry in first.entries} == {"ORG"}
    there = placed(dasom, first)
    dasom.do(TakeOver(1, there.ours, there.final))
    assert own(dasom)[0] == "수소산업진흥원"
    answer(dasom, first, Answer.AGREE)
    assert returned_items(dasom)[0].answer is Answer.AGREE


def test_the_same_file_again_does_nothing_and_keeps_the_answers(dasom: Session, file: Path) -> None:
    take_in(dasom, file)
    answer(dasom, returned_items(dasom)[0], Answer.APPEAL, "이름의 일부입니다.")
    before = dump(dasom.project.connection)
    take_in(dasom, file)
    assert dump(dasom.project.connection) == before


def test_an_answer_can_be_undone(dasom: Session, file: Path) -> None:
    take_in(dasom, file)
    answer(dasom, returned_items(dasom)[0], Answer.AGREE)
    assert returned_items(dasom)[0].answer is Answer.AGREE
    dasom.undo(1)
    assert returned_items(dasom)[0].answer is Answer.NONE


def test_an_appeal_travels_back_and_counts_until_the_reviewer_decides_anew(
    reviewer: Session, dasom: Session, file: Path, tmp_path: Path
) -> None:
    take_in(dasom, file)
    first, second = returned_items(dasom)
    answer(dasom, first, Answer.APPEAL, "정식 이름에 들어갑니다.")
    answer(dasom, second, Answer.AGREE)
    answers = tmp_path / "answers.jsonl"
    assert send_answers(dasom, answers) == 2
    assert is_return_file(answers)
    arrived = take_in(reviewer, answers)
    assert [(one.by, one.agree, one.note) for one in arrived.responses] == [
        ("다솜", False, "정식 이름에 들어갑니다."),
        ("다솜", True, ""),
    ]
    (appeal,) = review_of(reviewer, 1).appeals
    assert appeal.note == "정식 이름에 들어갑니다."
    before = dump(reviewer.project.connection)
    take_in(reviewer, answers)
    assert dump(reviewer.project.connection) == before


def test_nothing_is_sent_before_something_is_answered(dasom: Session, file: Path, tmp_path: Path) -> None:
    take_in(dasom, file)
    with pytest.raises(UserError) as caught:
        send_answers(dasom, tmp_path / "answers.jsonl")
    assert caught.value.message.id == "returned.no-answers"
    assert not (tmp_path / "answers.jsonl").exists()


def test_what_was_decided_is_taken_over_in_one_step(dasom: Session, file: Path) -> None:
    take_in(dasom, file)
    for item in returned_items(dasom):
        there = placed(dasom, item)
        assert there is not None
        dasom.do(TakeOver(1, there.ours, there.final))
    assert own(dasom) == ["수소산업진흥원", "2027년", "환경부"]
    dasom.undo(1)
    dasom.undo(1)
    assert own(dasom) == [covered for covered, _ in DASOM]


def test_a_file_for_somebody_else_is_refused_by_name(file: Path, tmp_path: Path) -> None:
    other = colleague(tmp_path / "maru", "마루", [])
    arrived = take_in(other, file)
    assert [reject.reason.id for reject in arrived.rejected] == ["returned.other"]
    assert returned_items(other) == []
    other.project.close()


def test_the_same_person_on_another_machine_is_known_by_name(file: Path, tmp_path: Path) -> None:
    again = colleague(tmp_path / "again", "다솜", DASOM)
    again.project.connection.execute("UPDATE annotator SET uid = 'elsewhere'")
    again = Session(again.project, again.project.reading.annotator(1))
    take_in(again, file)
    assert len(returned_items(again)) == 2
    again.project.close()


def test_a_document_that_is_not_here_is_told(file: Path, tmp_path: Path) -> None:
    other = colleague(tmp_path / "other", "다솜", [], text="다른 글")
    other.project.connection.execute("UPDATE document SET uid = 'elsewhere'")
    arrived = take_in(other, file)
    assert [reject.reason.id for reject in arrived.rejected] == ["returned.no-document"]
    other.project.close()


def test_items_find_their_place_in_another_version_of_the_text(file: Path, tmp_path: Path) -> None:
    text = TEXT.replace("\n", "\n\n")
    other = colleague(tmp_path / "other", "다솜", DASOM, text=text)
    take_in(other, file)
    first = returned_items(other)[0]
    there = placed(other, first)
    assert there is not None
    assert text[there.start : there.end] == "수소산업진흥원과"
    assert text_of(other, first) == text
    other.project.close()


def test_a_new_decision_returns_in_place_of_the_one_before(
    reviewer: Session, dasom: Session, file: Path, tmp_path: Path
) -> None:
    take_in(dasom, file)
    before = returned_items(dasom)
    decide(reviewer, "수소산업진흥원", "다솜")
    give_back(reviewer, tmp_path / "again", "다솜")
    take_in(dasom, tmp_path / "again" / "다솜.return.jsonl")
    assert returned_items(dasom) == before[1:]


def test_an_answer_to_a_decision_that_is_not_here_is_told(
    reviewer: Session, dasom: Session, file: Path, tmp_path: Path
) -> None:
    take_in(dasom, file)
    for item in returned_items(dasom):
        answer(dasom, item, Answer.APPEAL)
    send_answers(dasom, tmp_path / "answers.jsonl")
    reviewer.undo(1)  # the decision on 환경부
    arrived = take_in(reviewer, tmp_path / "answers.jsonl")
    assert [reject.reason.id for reject in arrived.rejected] == ["response.no-decision"]
    assert len(arrived.responses) == 1
