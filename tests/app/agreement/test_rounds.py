"""Numbers are frozen with what they rest on; whatever is done afterwards, a round stays as it was."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.agreement.measuring import ALL, Counts, Measured, measure
from annotator.app.agreement.method_files import ReportJob, TablesJob
from annotator.app.agreement.overview import OverviewJob, Seen
from annotator.app.agreement.rounds import BeforeJob, decided_in, documents_in, freeze, numbers_of, rounds_of
from annotator.app.jobs import never, silent
from annotator.app.review.reviewing import review_of
from annotator.app.session import Session
from annotator.core.commands.labels import SetKey
from annotator.core.commands.review import BulkDecide, Decide, Reopen
from annotator.core.commands.rounds import FreezeRound
from annotator.core.errors import UserError
from annotator.review.frozen import NOTHING_DECIDED, renamed
from annotator.review.methods import tables
from annotator.review.paragraph import paragraph, was
from tests.support.projects import make_session, reopen
from tests.support.reviews import TEXT, add_layer, add_spans, marks
from tests.support.web_pages import sound_page

PAIR = "나래|다솜"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = make_session(tmp_path, TEXT, TEXT + "끝")
    for document_id in (1, 2):
        add_layer(opened, document_id, "나래", marks(TEXT, ("환경부", "AGENCY"), ("2027년", "DATE")))
        add_layer(opened, document_id, "다솜", marks(TEXT, ("환경부", "SECTOR"), ("2027년까지", "DATE")))
    yield opened
    opened.project.close()


def measured(session: Session) -> Measured:
    return measure(session.project, ALL, Counts(), silent, never)


def seen(session: Session) -> Seen:
    return OverviewJob(session.project, ALL, Counts()).run(silent, never)


def test_a_round_says_what_it_rests_on(session: Session) -> None:
    session.do(freeze("예비", measured(session), NOTHING_DECIDED))
    (kept,) = rounds_of(session)
    numbers = kept.numbers
    assert (kept.name, kept.before, kept.by) == ("예비", False, session.annotator.id)
    assert [row["id"] for row in numbers["documents"]] == ["d1", "d2"]
    assert documents_in(kept) == {"d1", "d2"}
    first = numbers["documents"][0]
    assert first["text_sha256"] == session.text_version(1).sha256
    assert [uid for uid, *_ in first["layers"]] == ["u-나래", "u-다솜"]
    assert all(revision for _uid, revision, *_ in first["layers"])
    assert numbers["labels"]["sha256"] == session.labels.sha256
    assert numbers["counts"][PAIR]["d1"] == [2, 2, 0, 1, 1, 2]
    assert numbers["dates"] == ["2026-01-02", "2026-01-02"]


def test_no_text_of_a_document_is_in_a_round(session: Session) -> None:
    session.do(freeze("예비", measured(session), NOTHING_DECIDED))
    assert "환경부" not in rounds_of(session)[0].content


def test_a_round_never_changes(session: Session) -> None:
    session.do(freeze("예비", measured(session), NOTHING_DECIDED))
    before = rounds_of(session)
    (first, *_) = session.layers(1)
    add_spans(session, first.head.id, "나래", marks(TEXT, ("300만 달러", "AMOUNT")))
    session.do(freeze("본", measured(session), NOTHING_DECIDED))
    after = rounds_of(session)
    assert after[0] == before[0]
    assert after[1].numbers["result"]["pairs"][PAIR]["n_a"] == 5
    assert before[0].numbers["result"]["pairs"][PAIR]["n_a"] == 4


def test_a_round_is_there_when_the_project_is_opened_again(session: Session) -> None:
    session.do(freeze("예비", measured(session), NOTHING_DECIDED))
    kept = rounds_of(session)
    again = reopen(session)
    assert rounds_of(again) == kept
    again.project.close()


@pytest.mark.parametrize("name", ["", "  ", "가" * 81])
def test_a_round_has_a_name(session: Session, name: str) -> None:
    with pytest.raises(UserError) as raised:
        session.do(FreezeRound(name, "{}"))
    assert raised.value.message.id == "round.bad-name"


def test_no_two_rounds_have_one_name(session: Session) -> None:
    session.do(FreezeRound(" 본  회차 ", "{}"))
    with pytest.raises(UserError) as raised:
        session.do(FreezeRound("본 회차", "{}"))
    assert raised.value.message.id == "round.name-taken"


def test_the_state_before_adjudication_is_kept_once_for_the_same_layers(session: Session) -> None:
    job = BeforeJob(session.project, Counts())
    command = job.run(silent, never)
    assert command is not None
    session.do(command)
    assert job.run(silent, never) is None
    (kept,) = rounds_of(session)
    assert kept.before
    review = review_of(session, 1)
    session.do(Decide(1, review.adopting(review.items[0], "u-나래")))
    assert job.run(silent, never) is None  # decisions are no annotator's layer
    (first, *_) = session.layers(1)
    add_spans(session, first.head.id, "나래", marks(TEXT, ("300만 달러", "AMOUNT")))
    assert job.run(silent, never) is not None


def test_decisions_are_counted_by_rule_and_by_hand(session: Session) -> None:
    assert decided_in(session.project).total == 0
    review = review_of(session, 1)
    session.do(BulkDecide("majority", {1: [review.adopting(review.items[0], "u-나래")]}))
    session.do(Decide(1, review.neither(review.items[1])))
    other = review_of(session, 2)
    session.do(Decide(2, other.keeping_all(other.items[0])))
    session.do(Reopen(2, other.items[0].start, other.items[0].end))
    decided = decided_in(session.project)
    assert (dict(decided.by_rule), decided.by_hand, decided.reviewers, decided.blind) == (
        {"majority": 1},
        1,
        1,
        False,
    )


def test_the_paragraph_is_filled_from_the_numbers(session: Session) -> None:
    numbers = numbers_of(measured(session), NOTHING_DECIDED)
    review = review_of(session, 1)
    session.do(BulkDecide("majority", {1: [review.adopting(review.items[0], "u-나래")]}))
    decided = decided_in(session.project)
    assert paragraph(numbers, decided, "en") == (
        "On 2026-01-02, 2 annotators independently marked 2 of 2 documents (AGENCY, SECTOR,"
        " AMOUNT, DATE). Before adjudication, agreement on exact spans and labels was F1 = 0.000 (95 % bootstrap"
        " interval over documents —), on overlapping spans of the same label F1 = 0.500; uα (Krippendorff et al."
        f" 2016) = {numbers['result']['group']['u_alpha']:.3f}. Of 4 items, 1 was accepted by rule (majority 1)."
    )
    assert paragraph(numbers, decided, "ko") == (
        "2026-01-02에 작업자 2명이 문서 2건 중 2건을 서로 독립적으로 표시하였다(라벨: AGENCY, SECTOR,"
        " AMOUNT, DATE). 판정 전 일치도는 구간과 라벨의 완전 일치 F1 0.000(문서 단위 부트스트랩 95 % 구간 —),"
        " 같은 라벨의 겹침 일치 F1 0.500, uα(Krippendorff 외 2016)"
        f" {was(format(numbers['result']['group']['u_alpha'], '.3f'))}. 전체 항목 4건 중"
        " 1건은 규칙(다수결 1)에 따라 받아들였다."
    )


def test_with_more_than_two_the_lowest_and_the_highest_pair_stand_in_the_paragraph(session: Session) -> None:
    add_layer(session, 1, "라온", marks(TEXT, ("환경부", "AGENCY"), ("2027년", "DATE")))
    told = paragraph(numbers_of(measured(session), NOTHING_DECIDED), NOTHING_DECIDED, "en")
    assert "(lowest pair 0.000, highest pair 1.000)" in told
    assert "bootstrap" not in told


def test_a_project_of_one_has_numbers_that_are_not_defined(tmp_path: Path) -> None:
    alone = make_session(tmp_path, TEXT)
    add_layer(alone, 1, "나래", marks(TEXT, ("환경부", "AGENCY")))
    numbers = numbers_of(measured(alone), NOTHING_DECIDED)
    assert "F1 = — (95 % bootstrap interval over documents —)" in paragraph(numbers, NOTHING_DECIDED, "en")
    assert len(tables(numbers, NOTHING_DECIDED)["pairs.csv"]) == 1
    alone.project.close()


def rows(path: Path) -> list[list[str]]:
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_tables_are_written_in_full(session: Session, tmp_path: Path) -> None:
    found = seen(session)
    folder = tmp_path / "tables"
    TablesJob(found.numbers, found.decided, folder).run(silent, never)
    assert sorted(path.name for path in folder.iterdir()) == [
        "classes.csv", "confusion.csv", "coverage.csv", "definitions.csv", "gold.csv", "labels.csv", "origins.csv",
        "pairs.csv", "paragraph-en.txt", "paragraph-ko.txt", "report.html", "rules.csv",
    ]  # fmt: skip
    heads, pair = rows(folder / "pairs.csv")
    told = dict(zip(heads, pair, strict=True))
    numbers = found.measured.result["pairs"][PAIR]
    assert (told["annotator_a"], told["annotator_b"]) == ("나래", "다솜")
    assert float(told["u_alpha"]) == numbers["u_alpha"]
    assert told["value_rate"] == ""  # nothing has a value: not defined
    assert float(told["ci_f1_exact_low"]) == numbers["ci_f1_exact"][0]
    assert ["나래", "다솜", "AGENCY", "SECTOR", "2"] in rows(folder / "confusion.csv")
    assert ["나래", "다솜", "boundary, boundary_label", "josa", "2"] in rows(folder / "classes.csv")
    assert rows(folder / "coverage.csv")[1] == ["d1", "나래", "done", "1"]
    assert rows(folder / "origins.csv")[1] == ["나래", "imported", "4", "1.0"]
    assert rows(folder / "rules.csv")[1] == ["hand", "0", ""]
    assert (folder / "report.html").read_text(encoding="utf-8").count('<h2 id="methods">') == 1


def test_a_name_that_looks_like_a_formula_is_guarded_and_a_number_is_not(
    session: Session, tmp_path: Path
) -> None:
    found = seen(session)
    numbers = renamed(found.numbers, {"나래": "=1+1"})
    TablesJob(numbers, found.decided, tmp_path / "tables").run(silent, never)
    assert rows(tmp_path / "tables" / "origins.csv")[1][0] == "'=1+1"
    alphas = [row[-1] for row in rows(tmp_path / "tables" / "labels.csv")[1:]]
    assert any(value.startswith("-") for value in alphas)


def test_names_can_be_left_out_of_all_that_is_written(session: Session, tmp_path: Path) -> None:
    found = seen(session)
    numbers = renamed(found.numbers, {"나래": "A", "다솜": "B"})
    TablesJob(numbers, found.decided, tmp_path / "tables").run(silent, never)
    for path in (tmp_path / "tables").iterdir():
        assert "나래" not in path.read_text(encoding="utf-8")
    assert json.dumps(numbers["result"], ensure_ascii=False).count("나래") == 0


def test_the_report_stands_alone(session: Session, tmp_path: Path) -> None:
    found = seen(session)
    path = ReportJob(found.numbers, found.decided, tmp_path / "report.html").run(silent, never)
    page = path.read_text(encoding="utf-8")
    assert "나래 · 다솜" in sound_page(page).text
    assert not any(word in page for word in ("http://", "https://", "<script", "<link", "src="))


def test_progress_counts_layers_spans_and_documents_that_nobody_began(session: Session) -> None:
    progress = seen(session).progress
    assert (progress.documents, progress.untouched) == (2, 0)
    (one, other) = progress.people
    assert (one.name, one.statuses["done"], one.labels) == ("나래", 2, {"AGENCY": 2, "DATE": 2})
    assert other.labels == {"SECTOR": 2, "DATE": 2}


def test_a_label_that_is_renamed_leaves_a_round_as_it_was(session: Session) -> None:
    session.do(freeze("예비", measured(session), NOTHING_DECIDED))
    label = session.labels.by_key("DATE")
    assert label is not None
    session.do(SetKey(label.id, "DAY"))
    assert seen(session).numbers["labels"]["keys"] == ["AGENCY", "SECTOR", "AMOUNT", "DAY"]
    assert rounds_of(session)[0].numbers["labels"]["keys"] == ["AGENCY", "SECTOR", "AMOUNT", "DATE"]
