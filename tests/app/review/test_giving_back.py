"""What is given back: to whom, of which documents, and nothing that would lift the names in a blind review."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.documents.titles import called
from annotator.app.jobs import never
from annotator.app.review.giving_back import CSV, HTML, Colleague, PreviewJob, SurveyJob, proposed_folder
from annotator.app.session import Session
from annotator.core.changes import Change, delete
from annotator.core.commands.documents import SetField
from annotator.core.commands.review import Blind, Reveal, SetReviewStatus
from annotator.core.decision import ReviewStatus
from annotator.core.errors import UserError
from annotator.core.messages import message
from annotator.review.feedback_html import feedback_html
from tests.support.returns import NARAE, decide, decide_all, give_back, reviewed, silent
from tests.support.reviews import TEXT, add_spans, marks


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = reviewed(tmp_path / "reviewer")
    yield opened
    opened.project.close()


def survey(session: Session):
    return SurveyJob(session.project, session.annotator).run(silent, never)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_survey_counts_documents_items_and_what_was_decided_otherwise(session: Session) -> None:
    assert survey(session).colleagues == ()
    decide(session, "수소산업진흥원", "나래", flag=True)
    decide(session, "환경부", "나래")
    found = survey(session)
    assert found.colleagues == (Colleague("u-나래", "나래", 1, 2, 0), Colleague("u-다솜", "다솜", 1, 2, 2))
    assert (found.documents, found.unfinished, found.withheld, found.flagged) == (1, 1, 0, 1)
    decide(session, "2027년", "나래")
    assert survey(session).unfinished == 0


def test_a_folder_holds_a_file_of_each_kind_for_each_colleague(session: Session, tmp_path: Path) -> None:
    decide_all(session)
    given = give_back(session, tmp_path / "back", "나래", "다솜")
    assert names(tmp_path / "back") == sorted(given.files)
    assert set(given.files) == {
        *(f"{name}.feedback.{suffix}" for name in ("나래", "다솜") for suffix in ("html", "md", "csv")),
        "다솜.return.jsonl",
        "guideline.csv",
        "guideline.html",
        "guideline" + ".md",
    }
    page = (tmp_path / "back" / "다솜.feedback.html").read_text(encoding="utf-8")
    assert "나래" not in page
    assert "조사는 뺍니다." in page
    rows = list(
        csv.DictReader(io.StringIO((tmp_path / "back" / "guideline.csv").read_text(encoding="utf-8-sig")))
    )
    assert [(row["decided"], row["reason"]) for row in rows] == [("수소산업진흥원 [AGENCY]", "boundary")]


def test_what_is_shown_before_is_what_is_written(session: Session, tmp_path: Path) -> None:
    decide(session, "수소산업진흥원", "나래")
    job = PreviewJob(session.project, session.annotator)
    assert job.run(silent, never) == {}  # no review is finished
    decide(session, "2027년", "나래")
    decide(session, "환경부", "나래")
    shown = job.run(silent, never)
    assert sorted(shown) == ["u-나래", "u-다솜"]
    give_back(session, tmp_path / "back", "다솜")
    written = (tmp_path / "back" / "다솜.feedback.html").read_text(encoding="utf-8")
    assert written == feedback_html(shown["u-다솜"])


def test_only_what_is_asked_for_is_written(session: Session, tmp_path: Path) -> None:
    decide_all(session)
    give_back(
        session, tmp_path / "back", "다솜", returns=False, reports=frozenset({HTML, CSV}), guideline=False
    )
    assert names(tmp_path / "back") == ["다솜.feedback.csv", "다솜.feedback.html"]


def test_who_has_it_as_decided_by_now_is_told_nothing_of_it(session: Session, tmp_path: Path) -> None:
    decide_all(session)
    layer = next(one for one in session.layers(1) if one.spans[0].text == "수소산업진흥원과")
    session.project.apply(
        Change(message("test.spans"), tuple(delete("span", span.row()) for span in layer.spans)),
        session.annotator.id,
    )
    add_spans(session, layer.head.id, "다솜", marks(TEXT, *NARAE[:2]))
    assert survey(session).colleagues[1] == Colleague("u-다솜", "다솜", 1, 3, 1)
    give_back(session, tmp_path / "back", "다솜", reports=frozenset(), guideline=False)
    (line,) = (tmp_path / "back" / "다솜.return.jsonl").read_text(encoding="utf-8").splitlines()
    assert [row["reason"] for row in json.loads(line)["decisions"]] == ["slip"]


def test_no_number_counts_a_document_that_is_not_finished(session: Session, tmp_path: Path) -> None:
    decide(session, "수소산업진흥원", "나래")
    give_back(session, tmp_path / "back", "다솜")
    assert names(tmp_path / "back") == ["다솜.return.jsonl"]


def test_nothing_goes_back_while_names_are_hidden_and_the_review_is_not_done(
    session: Session, tmp_path: Path
) -> None:
    session.do(Blind(True, {1: ["u-다솜", "u-나래"]}))
    decide_all(session)
    assert (survey(session).documents, survey(session).withheld) == (0, 1)
    with pytest.raises(UserError) as caught:
        give_back(session, tmp_path / "back", "다솜")
    assert caught.value.message.id == "returned.nothing"
    assert not (tmp_path / "back").exists()


@pytest.mark.parametrize("command", [Reveal(1), SetReviewStatus(1, ReviewStatus.DONE)])
def test_names_revealed_or_a_review_that_is_done_let_it_go(session: Session, command: object) -> None:
    session.do(Blind(True, {1: ["u-다솜", "u-나래"]}))
    decide_all(session)
    session.do(command)
    assert survey(session).withheld == 0
    assert len(survey(session).colleagues) == 2


def test_a_folder_that_holds_something_is_left_alone(session: Session, tmp_path: Path) -> None:
    decide_all(session)
    (tmp_path / "back").mkdir()
    (tmp_path / "back" / "다솜.return.jsonl").write_text("mine", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        give_back(session, tmp_path / "back", "다솜")
    assert caught.value.message.id == "export.folder-taken"
    assert (tmp_path / "back" / "다솜.return.jsonl").read_text(encoding="utf-8") == "mine"


def test_two_of_one_name_get_files_of_their_own(session: Session, tmp_path: Path) -> None:
    decide_all(session)
    session.project.connection.execute("UPDATE annotator SET name = '나래' WHERE uid = 'u-다솜'")
    give_back(session, tmp_path / "back", "나래", "다솜", reports=frozenset({CSV}), guideline=False)
    assert names(tmp_path / "back") == [
        "나래-u-나래.feedback.csv",
        "나래-u-다솜.feedback.csv",
        "나래-u-다솜.return.jsonl",
    ]


def test_the_folder_proposed_is_none_that_is_there(session: Session) -> None:
    first = proposed_folder(session)
    first.mkdir()
    assert proposed_folder(session) != first


def test_a_document_without_a_title_is_called_as_in_the_list(session: Session) -> None:
    session.do(SetField(1, "title", ""))
    decide_all(session)
    found = PreviewJob(session.project, session.annotator).run(silent, never)
    assert {row.title for row in found["u-다솜"].differences} == {
        called(session.project.reading, session.document(1))
    }
    assert next(iter(found["u-다솜"].differences)).title.startswith(f"“{TEXT[:10]}")
