"""The queue: which documents, in which order, and what a narrowing leaves; rules over it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.app.jobs import never, silent
from annotator.app.review.review_queue import Filter, Order, QueueJob, Row, Show, rows_of, title_of, to_review
from annotator.app.review.review_rules import RulesJob
from annotator.app.review.reviewing import blind_orders, review_of, reviews_of
from annotator.app.session import Session
from annotator.core.commands.bin import BinDocuments
from annotator.core.commands.review import Blind, Decide
from annotator.core.decision import Rule
from annotator.core.errors import UserError
from annotator.core.layer import Status
from annotator.review.rules import Options
from tests.support.projects import make_session
from tests.support.reviews import TEXT, add_layer, gold, marks

OTHER = "환경부는 4일 예산을 세웠다."


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = make_session(tmp_path, TEXT, OTHER, "아무도 하지 않은 글", "혼자 한 글")
    alike = ("한빛시", "AGENCY")
    add_layer(opened, 1, "나래", marks(TEXT, alike, ("수소산업진흥원", "AGENCY"), ("환경부", "AGENCY")))
    add_layer(opened, 1, "다솜", marks(TEXT, alike, ("수소산업진흥원과", "AGENCY"), ("환경부", "AGENCY")))
    add_layer(opened, 1, "라온", marks(TEXT, alike, ("수소산업진흥원", "SECTOR")))
    add_layer(opened, 2, "나래", marks(OTHER, ("환경부", "AGENCY")))
    add_layer(opened, 2, "다솜", marks(OTHER, ("환경부", "SECTOR")))
    add_layer(opened, 3, "나래", [], Status.IN_PROGRESS)
    yield opened
    opened.project.close()


def rows(session: Session) -> list[Row]:
    return [
        row
        for document_id in to_review(session)
        for row in rows_of(review_of(session, document_id), title_of(session, document_id))
    ]


def quotes(found: list[Row]) -> list[str]:
    return [row.quote for row in found]


def test_documents_that_nobody_or_only_oneself_has_done_are_not_to_review(session: Session) -> None:
    assert to_review(session) == [1, 2]
    add_layer(session, 4, "김하나", [])
    mine = session.project.ensure_annotator("u-김하나", "김하나")
    assert to_review(Session(session.project, mine)) == [1, 2]
    assert to_review(session) == [1, 2, 4]
    session.do(BinDocuments((1,)))
    assert to_review(session) == [2, 4]


def test_a_worker_finds_what_is_found_here(session: Session) -> None:
    found = QueueJob(session.project, session.annotator).run(silent, never)
    assert [row for own in found.values() for row in own] == rows(session)


def test_orders_and_what_is_shown(session: Session) -> None:
    everything = rows(session)
    assert quotes(Filter().ordered(everything)) == ["한빛시", "수소산업진흥원과", "환경부", "환경부"]
    assert quotes(Filter(show=Show.CONFLICTS).ordered(everything)) == ["수소산업진흥원과", "환경부", "환경부"]
    worst = Filter(order=Order.WORST).ordered(everything)
    assert [row.agreement for row in worst] == sorted(row.agreement for row in everything)
    assert worst[-1].quote == "한빛시"
    assert [row.labels for row in Filter(order=Order.LABEL).ordered(everything)] == sorted(
        row.labels for row in everything
    )
    assert quotes(Filter(label="SECTOR").ordered(everything)) == ["수소산업진흥원과", "환경부"]
    assert quotes(Filter(cls="only").ordered(everything)) == ["환경부"]
    # Of three, two have it: the third is the one who differs.
    (majority,) = [row for row in everything if row.kind == "majority"]
    assert majority.annotators == ("u-라온",)


def test_what_is_decided_moves_to_the_decided(session: Session) -> None:
    review = review_of(session, 1)
    session.do(Decide(1, review.adopting(review.items[1], "u-나래")))
    everything = rows(session)
    assert quotes(Filter(show=Show.DECIDED).ordered(everything)) == ["수소산업진흥원과"]
    assert "수소산업진흥원과" not in quotes(Filter().ordered(everything))
    assert len(Filter(show=Show.ALL).ordered(everything)) == 4
    add_layer(session, 1, "마루", [])
    stale = Filter(show=Show.STALE).ordered(rows(session))
    assert quotes(stale) == ["수소산업진흥원과"]


def test_a_decision_of_which_nothing_is_left_stays_in_the_queue_until_it_is_reaffirmed(
    session: Session,
) -> None:
    review = review_of(session, 2)
    session.do(Decide(2, review.adopting(review.items[0], "u-나래")))
    for layer in session.layers(2)[:2]:
        with session.project.connection:
            session.project.connection.execute("DELETE FROM span WHERE layer_id = ?", (layer.head.id,))
    review = review_of(session, 2)
    assert review.items == ()
    (row,) = rows_of(review, "")
    assert (row.state, row.is_open, row.quote) == ("orphaned", True, "환경부")
    session.do(Decide(2, review.reaffirming(review.places[0]), reaffirms=True))
    assert review_of(session, 2).places == ()
    assert gold(session, 2) == [("환경부", "AGENCY", None)]


def test_rules_are_counted_over_the_rows_given(session: Session) -> None:
    job = RulesJob(session.project, session.annotator, rows(session), Options(annotator="u-다솜"))
    counts = job.run(silent, never).counts()
    assert counts[Rule.UNANIMOUS] == (1, 1)
    assert counts[Rule.MAJORITY] == (2, 1)
    assert counts[Rule.ONLY] == (4, 2)
    assert counts[Rule.FILLED_VALUE] == (0, 0)
    second = replace(job, rows=[row for row in rows(session) if row.document_id == 2])
    assert second.run(silent, never).counts()[Rule.ONLY] == (1, 1)


def test_the_first_documents_are_told_before_the_others_are_worked_out(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.app.review.review_queue._FIRST", 1)
    told: list[dict[int, list[Row]]] = []
    found = QueueJob(session.project, session.annotator, told.append).run(silent, never)
    assert told == [{1: found[1]}]
    assert list(found) == [1, 2]


def test_a_review_is_the_same_read_alone_and_among_many(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.app.review.reviewing._AT_A_TIME", 2)
    ids = [3, 1, 99, 4, 2]
    assert list(reviews_of(session, ids)) == [review_of(session, one) for one in ids if one != 99]
    with pytest.raises(UserError, match="gone"):
        review_of(session, 99)


def test_names_are_hidden_in_an_order_for_each_document(session: Session) -> None:
    orders = blind_orders(session, to_review(session))
    assert {document_id: set(order) for document_id, order in orders.items()} == {
        1: {"u-나래", "u-다솜", "u-라온"},
        2: {"u-나래", "u-다솜"},
    }
    session.do(Blind(True, orders))
    assert [doer.uid for doer in review_of(session, 1).doers] == orders[1]
