"""Deciding: the row and the gold layer in one step, taken back whole; rules; reopening; status; blindness."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.app.documents.texts import corrected, plan
from annotator.app.review.reviewing import Review, has_decisions, review_of
from annotator.app.session import Session
from annotator.core.changes import Changes
from annotator.core.commands.labels import SetKey
from annotator.core.commands.review import Blind, BulkDecide, Decide, Reopen, Reveal, SetReviewStatus
from annotator.core.decision import Action, ItemSpan, ReviewStatus, Rule, decisions_of
from annotator.core.errors import UserError
from annotator.core.layer import Role, Status
from annotator.core.sentences import SENTENCES
from annotator.review.rules import Options, proposals
from tests.support.projects import make_session, reopen
from tests.support.reviews import TEXT, add_layer, add_spans, gold, marks
from tests.support.stores import dump

A = [("한빛시", "AGENCY"), ("수소산업진흥원", "AGENCY"), ("2027년", "DATE", "2027"), ("환경부", "AGENCY")]
B = [("한빛시", "AGENCY"), ("수소산업진흥원과", "AGENCY"), ("2027년", "DATE"), ("환경부", "SECTOR")]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = make_session(tmp_path, TEXT, "둘째 글에는 환경부가 나온다.")
    add_layer(opened, 1, "나래", marks(TEXT, *A))
    add_layer(opened, 1, "다솜", marks(TEXT, *B))
    yield opened
    opened.project.close()


def view(session: Session, document_id: int = 1) -> Review:
    return review_of(session, document_id)


def at(review: Review, text: str):
    return next(item for item in review.items if item.touches(TEXT.index(text), TEXT.index(text) + 1))


def decide(session: Session, text: str, uid: str) -> Changes | None:
    review = view(session)
    return session.do(Decide(1, review.adopting(at(review, text), uid)))


def test_a_decision_writes_its_row_and_the_gold_span_in_one_step(session: Session) -> None:
    changes = decide(session, "수소산업진흥원", "u-다솜")
    assert changes is not None
    assert gold(session, 1) == [("수소산업진흥원과", "AGENCY", None)]
    assert len(session.history(1).done) == 1
    (stored,) = decisions_of(session.rows("decision", "document_id", 1), session.labels)
    assert (stored.made.action, stored.made.adopted, stored.by) == (Action.ADOPT, "u-다솜", 1)
    assert {name: [s[:3] for s in own] for name, own in stored.made.snapshot.items()} == {
        "u-나래": [marks(TEXT, A[1])[0][:3]],
        "u-다솜": [marks(TEXT, B[1])[0][:3]],
    }
    (span,) = next(one for one in session.layers(1) if one.head.role is Role.ADJUDICATOR).spans
    assert span.origin == "adjudication"


def test_undo_leaves_nothing_behind_and_redo_brings_all_back(session: Session) -> None:
    watched = ("decision", "span", "layer", "review")
    before = {table: dump(session.project.connection)[table] for table in watched}
    decide(session, "수소산업진흥원", "u-나래")
    after = {table: dump(session.project.connection)[table] for table in watched}
    session.undo(1)
    assert {table: dump(session.project.connection)[table] for table in watched} == before
    session.redo(1)
    redone = {table: dump(session.project.connection)[table] for table in watched}
    assert redone["decision"] == after["decision"]
    assert gold(session, 1) == [("수소산업진흥원", "AGENCY", None)]


def test_it_is_all_there_after_opening_again(session: Session) -> None:
    decide(session, "수소산업진흥원", "u-나래")
    again = reopen(session)
    assert gold(again, 1) == [("수소산업진흥원", "AGENCY", None)]
    assert view(again).stood[0].state == "kept"
    again.undo(1)
    assert gold(again, 1) == []
    again.project.close()


def test_nothing_here_all_and_own_spans(session: Session) -> None:
    review = view(session)
    session.do(Decide(1, review.neither(at(review, "환경부"))))
    assert gold(session, 1) == []
    session.do(Decide(1, review.keeping_all(at(review, "수소산업진흥원"))))
    assert gold(session, 1) == [("수소산업진흥원과", "AGENCY", None), ("수소산업진흥원", "AGENCY", None)]
    start = TEXT.index("환경부(")
    session.do(Decide(1, review.edited(at(review, "환경부"), (ItemSpan(start, start + 4, "AGENCY"),))))
    assert gold(session, 1)[-1] == ("환경부(", "AGENCY", None)
    assert [stood.decision.made.action for stood in view(session).stood] == ["all", "edit"]


def test_all_takes_the_filled_one_of_two_values(session: Session) -> None:
    review = view(session)
    session.do(Decide(1, review.keeping_all(at(review, "2027년"))))
    assert gold(session, 1) == [("2027년", "DATE", "2027")]


def test_deciding_again_replaces_what_was_decided(session: Session) -> None:
    decide(session, "2027년", "u-나래")
    decide(session, "2027년", "u-다솜")
    assert gold(session, 1) == [("2027년", "DATE", None)]
    session.undo(1)
    assert gold(session, 1) == [("2027년", "DATE", "2027")]


def test_reopening_is_a_withdrawal_and_nothing_stands_behind_it(session: Session) -> None:
    decide(session, "2027년", "u-나래")
    decide(session, "2027년", "u-다솜")
    item = at(view(session), "2027년")
    session.do(Reopen(1, item.start, item.end))
    assert gold(session, 1) == []
    assert view(session).state(item) == "open"
    rows = decisions_of(session.rows("decision", "document_id", 1), session.labels)
    assert [one.made.action for one in rows] == ["adopt", "adopt", "withdrawal", "withdrawal"]
    assert {one.withdraws for one in rows[2:]} == {one.uid for one in rows[:2]}
    assert session.do(Reopen(1, item.start, item.end)) is None
    session.undo(1)
    assert gold(session, 1) == [("2027년", "DATE", None)]


def test_a_rule_decides_over_documents_as_one_step(session: Session) -> None:
    text = session.text_version(2).text
    add_layer(session, 2, "나래", marks(text, ("환경부", "AGENCY")))
    add_layer(session, 2, "다솜", marks(text, ("환경부", "AGENCY")))
    made = {}
    for document_id in (1, 2):
        review = view(session, document_id)
        found = proposals(Rule.UNANIMOUS, review.open_items, review.text, Options())
        made[document_id] = [review.by_rule(proposal) for proposal in found]
    session.do(BulkDecide(Rule.UNANIMOUS, made))
    assert (gold(session, 1), gold(session, 2)) == (
        [("한빛시", "AGENCY", None)],
        [("환경부", "AGENCY", None)],
    )
    assert [stood.decision.made.rule for stood in view(session).stood] == ["unanimous"]
    step = session.history(None).to_undo
    assert step.message.arguments == {"count": 2, "documents": 2}
    assert step.message.id in SENTENCES
    session.undo(None)
    assert (gold(session, 1), gold(session, 2)) == ([], [])
    assert not has_decisions(session)


def test_a_rule_on_one_document_is_a_step_of_that_document(session: Session) -> None:
    review = view(session)
    made = [review.by_rule(p) for p in proposals(Rule.JOSA, review.items, TEXT, Options())]
    session.do(BulkDecide(Rule.JOSA, {1: made}))
    assert session.history(1).to_undo is not None
    assert session.do(BulkDecide(Rule.JOSA, {1: []})) is None


def test_changed_layers_make_it_stale_until_it_is_reaffirmed(session: Session) -> None:
    decide(session, "수소산업진흥원", "u-나래")
    add_layer(session, 1, "라온", marks(TEXT, ("수소산업진흥원과", "AGENCY")))
    review = view(session)
    item = at(review, "수소산업진흥원")
    assert review.state(item) == "stale"
    assert item in review.open_items
    assert gold(session, 1) == [("수소산업진흥원", "AGENCY", None)]
    session.do(Decide(1, review.reaffirming(item), reaffirms=True))
    assert view(session).state(item) == "kept"
    assert gold(session, 1) == [("수소산업진흥원", "AGENCY", None)]


def test_only_done_layers_vote(session: Session) -> None:
    layer_id = add_layer(session, 1, "라온", [], Status.IN_PROGRESS)
    add_spans(session, layer_id, "라온", marks(TEXT, ("300만 달러", "AMOUNT")))
    review = view(session)
    assert [doer.name for doer in review.doers] == ["나래", "다솜"]
    assert [doer.name for doer in review.waiting] == ["라온"]
    assert len(review.items) == len(A)


def test_a_label_may_be_renamed_and_decisions_stand(session: Session) -> None:
    decide(session, "수소산업진흥원", "u-나래")
    label = session.labels.by_key("AGENCY")
    session.do(SetKey(label.id, "ORG"))
    (stood,) = view(session).stood
    assert (stood.state, stood.decision.made.result[0].label) == ("kept", "ORG")


def test_other_spans_of_the_gold_layer_stay(session: Session) -> None:
    decide(session, "수소산업진흥원", "u-나래")
    (layer,) = [one for one in session.layers(1) if one.head.role is Role.ADJUDICATOR]
    add_spans(session, layer.head.id, "김하나", marks(TEXT, ("300만 달러", "AMOUNT")))
    decide(session, "수소산업진흥원", "u-다솜")
    assert [text for text, *_ in gold(session, 1)] == ["수소산업진흥원과", "300만 달러"]


def test_the_review_begins_with_its_first_decision_and_is_finished_by_the_reviewer(session: Session) -> None:
    assert view(session).status is ReviewStatus.NOT_STARTED
    decide(session, "수소산업진흥원", "u-나래")
    assert view(session).status is ReviewStatus.IN_REVIEW
    session.do(SetReviewStatus(1, ReviewStatus.DONE))
    (layer,) = [one for one in session.layers(1) if one.head.role is Role.ADJUDICATOR]
    assert (view(session).status, layer.head.status) == (ReviewStatus.DONE, Status.DONE)
    assert session.do(SetReviewStatus(1, ReviewStatus.DONE)) is None
    decide(session, "수소산업진흥원", "u-다솜")
    (layer,) = [one for one in session.layers(1) if one.head.role is Role.ADJUDICATOR]
    assert (view(session).status, layer.head.status) == (ReviewStatus.REOPENED, Status.IN_PROGRESS)
    session.undo(1)
    assert view(session).status is ReviewStatus.DONE


def test_a_document_without_items_can_be_finished(session: Session) -> None:
    session.do(SetReviewStatus(2, ReviewStatus.DONE))
    (layer,) = session.layers(2)
    assert (layer.head.role, layer.head.status, layer.spans) == (Role.ADJUDICATOR, Status.DONE, ())
    session.undo(2)
    assert session.layers(2) == ()


def test_blind_hides_names_until_they_are_revealed_and_keeps_the_order(session: Session) -> None:
    order = ["u-다솜", "u-나래"]
    session.do(Blind(on=True, orders={1: order}))
    assert [doer.uid for doer in view(session).doers] == order
    assert view(session).blind
    assert session.do(Blind(on=True, orders={1: order[::-1]})) is None
    add_layer(session, 1, "라온", [])
    assert [doer.uid for doer in view(session).doers] == [*order, "u-라온"]
    session.do(Reveal(1))
    assert not view(session).blind
    (row,) = session.rows("review", "document_id", 1)
    assert (row["revealed_by"], json.loads(row["blind_order"])) == (1, order)
    assert session.do(Reveal(1)) is None
    session.undo(1)
    assert view(session).blind
    session.do(Blind(on=False, orders={}))
    assert not view(session).blind


@pytest.mark.parametrize(
    "span", [ItemSpan(0, 9999, "AGENCY"), ItemSpan(0, 2, "NOBODY"), ItemSpan(3, 3, "DATE")]
)
def test_a_result_outside_the_text_or_without_a_label_is_refused(session: Session, span: ItemSpan) -> None:
    review = view(session)
    made = replace(review.neither(review.items[0]), action=Action.EDIT, result=(span,))
    with pytest.raises(UserError):
        session.do(Decide(1, made))
    assert not has_decisions(session)


def test_decisions_go_along_with_another_text(session: Session) -> None:
    decide(session, "수소산업진흥원", "u-나래")
    before = view(session)
    session.do(Decide(1, before.neither(at(before, "환경부"))))
    text = "앞에 한 줄\n" + TEXT.replace("환경부(장관 김한결)도", "")
    session.do(plan(session, 1, corrected(session, 1, text)).command)
    after = view(session)
    kept = next(stood for stood in after.stood if stood.decision.made.result)
    assert (kept.state, text[slice(*kept.decision.made.result[0][:2])]) == ("kept", "수소산업진흥원")
    assert [stood.state for stood in after.stood if not stood.decision.made.result] == ["kept"]
    assert gold(session, 1) == [("수소산업진흥원", "AGENCY", None)]
    session.undo(1)
    assert [stood.state for stood in view(session).stood] == ["kept", "kept"]
    assert view(session).stood[0].decision.made == before.stood[0].decision.made


def test_an_order_that_was_worked_with_is_kept_when_more_come(session: Session) -> None:
    session.do(Blind(on=True, orders={}))
    review = view(session)
    order = tuple(doer.uid for doer in review.doers)
    session.do(Decide(1, review.neither(review.items[0]), order=order))
    for name in ("라온", "마루", "바다"):
        add_layer(session, 1, name, [])
        assert tuple(doer.uid for doer in view(session).doers)[:2] == order
    (row,) = session.rows("review", "document_id", 1)
    assert (tuple(json.loads(row["blind_order"])), row["status"]) == (order, "in_review")
    session.undo(1)
    assert session.rows("review", "document_id", 1) == ()
