"""Annotators are measured against the gold layers of documents whose review is done, and of no others."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.agreement.measuring import ALL, Counts, Filters, Measured, measure
from annotator.app.agreement.places import places_of
from annotator.app.agreement.rounds import numbers_of
from annotator.app.jobs import never, silent
from annotator.app.session import Session
from annotator.core.commands.review import SetReviewStatus
from annotator.core.decision import ReviewStatus
from annotator.review.differences import Class
from annotator.review.frozen import GOLD, NOTHING_DECIDED, renamed
from annotator.review.methods import tables
from annotator.review.places import UNEQUAL, Wanted
from tests.support.returns import decide_all, reviewed


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = reviewed(tmp_path)
    yield opened
    opened.project.close()


def measured(session: Session, filters: Filters = ALL, counts: Counts | None = None) -> Measured:
    return measure(session.project, filters, counts or Counts(), silent, never)


def test_there_is_nothing_before_a_review_is_done(session: Session) -> None:
    assert measured(session).gold == {"name": "", "n_docs": 0, "annotators": {}}
    decide_all(session)
    assert measured(session).gold["annotators"] == {}


def test_gold_is_the_reference_and_stands_in_no_pair(session: Session) -> None:
    pairs = measured(session).result
    decide_all(session)
    session.do(SetReviewStatus(1, ReviewStatus.DONE))
    found = measured(session)
    assert found.result == pairs
    narae, dasom = found.gold["annotators"]["나래"], found.gold["annotators"]["다솜"]
    assert (narae["p_exact"], narae["r_exact"], narae["f1_exact"]) == (1, 1, 1)
    # 수소산업진흥원과 for 수소산업진흥원, the year alike, 환경부 missed.
    assert (dasom["n_reference"], dasom["n_spans"]) == (3, 2)
    assert (dasom["p_exact"], dasom["r_exact"], dasom["f1_exact"]) == (1 / 2, 1 / 3, 2 / 5)
    assert dasom["f1_lenient"] == 4 / 5
    assert dasom["per_label"]["AGENCY"]["r_exact"] == 0


def test_a_number_opens_its_spans(session: Session) -> None:
    decide_all(session)
    session.do(SetReviewStatus(1, ReviewStatus.DONE))
    found = measured(session)
    wrong = places_of(found, Wanted(GOLD, "다솜", UNEQUAL - {Class.ONLY_A}))
    missed = places_of(found, Wanted(GOLD, "다솜", UNEQUAL - {Class.ONLY_B}))
    assert [place.quote for place in wrong] == ["수소산업진흥원과"]
    assert [place.quote for place in missed] == ["수소산업진흥원과", "환경부"]


def test_filters_narrow_the_gold_layer_too(session: Session) -> None:
    decide_all(session)
    session.do(SetReviewStatus(1, ReviewStatus.DONE))
    found = measured(session, Filters(labels=frozenset({"DATE"})))
    assert found.gold["annotators"]["다솜"]["n_reference"] == 1
    assert measured(session, Filters(reviews=frozenset({"in_review"}))).gold["annotators"] == {}


def test_what_did_not_change_is_not_counted_again(session: Session) -> None:
    decide_all(session)
    session.do(SetReviewStatus(1, ReviewStatus.DONE))
    counts = Counts()
    before = measured(session, counts=counts).gold
    assert counts.made == 3  # one pair, and two against gold
    assert measured(session, counts=counts).gold == before
    assert counts.made == 3


def test_it_is_frozen_renamed_and_written(session: Session) -> None:
    decide_all(session)
    session.do(SetReviewStatus(1, ReviewStatus.DONE))
    numbers = numbers_of(measured(session), NOTHING_DECIDED)
    assert json.loads(json.dumps(numbers["gold"])) == numbers["gold"]
    assert [len(digest) for _, digest in numbers["gold"]["documents"]] == [64]
    hidden = renamed(numbers, {"나래": "A", "다솜": "B"})
    assert list(hidden["gold"]["annotators"]) == ["A", "B"]
    rows = tables(hidden, NOTHING_DECIDED)["gold.csv"]
    assert rows[0][:3] == ("annotator", "label", "n_docs")
    assert [row[:3] for row in rows if row[1] == ""] == [("A", "", 1), ("B", "", 1)]


def test_a_round_of_an_earlier_version_has_no_gold() -> None:
    numbers = {
        "result": {"pairs": {}, "group": {"annotators": {}}},
        "annotators": {},
        "counts": {},
        "origins": [],
    }
    assert "gold" not in renamed(numbers, {})
    assert len(tables(numbers, NOTHING_DECIDED)["gold.csv"]) == 1
