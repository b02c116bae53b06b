"""Records: tied, taken apart, incomplete where a span was removed, and back with undo."""

import pytest

from annotator.app.documents.preflight import findings_of
from annotator.app.session import Session
from annotator.app.suggestions.records import proposed_records
from annotator.core.commands.records import (
    RefuseProposed,
    RemoveRecord,
    SetMemberValue,
    SetRole,
    TieSpan,
    TieTogether,
    TieValue,
    Untie,
    records_of,
)
from annotator.core.commands.spans import AddSpan, RemoveSpans
from annotator.core.errors import UserError
from annotator.core.preflight import Check
from annotator.core.record import ACTION
from annotator.core.values import Norm
from tests.support.projects import make_session, reopen

TEXT = "과기부는 9일 20억 원을 지원한다.\n"


@pytest.fixture
def session(tmp_path):
    made = make_session(tmp_path, TEXT)
    for quote, label in (("과기부", 1), ("9일", 4), ("20억 원", 3)):
        start = TEXT.index(quote)
        made.do(AddSpan(1, start, start + len(quote), label))
    yield made
    made.project.close()


def ids(session: Session) -> list[int]:
    return [span.id for span in session.layer(1).spans]


def tied(session: Session):
    texts = {span.id: span.text for span in session.layer(1).spans}
    return [
        [
            (member.role, texts.get(member.span_id), member.norm and member.norm.value)
            for member in record.members
        ]
        for record in records_of(session, 1)
    ]


def tie(session: Session, *numbers: int) -> int:
    record_id = None
    for number in numbers:
        session.do(TieSpan(1, ids(session)[number], record_id))
        record_id = records_of(session, 1)[-1].id
    return record_id


def test_spans_are_tied_under_the_roles_of_their_labels(session: Session) -> None:
    tie(session, 0, 2)
    tie(session, 1)
    assert tied(session) == [
        [("AGENCY", "과기부", None), ("AMOUNT", "20억 원", None)],
        [("DATE", "9일", None)],
    ]
    assert [record.incomplete for record in records_of(session, 1)] == [False, True]


def test_a_span_tied_again_is_taken_out_and_the_last_one_takes_the_record_along(session: Session) -> None:
    record = tie(session, 0, 2)
    session.do(TieSpan(1, ids(session)[0], record))
    assert tied(session) == [[("AMOUNT", "20억 원", None)]]
    session.do(TieSpan(1, ids(session)[2], record))
    assert tied(session) == []
    session.undo(1)
    session.undo(1)
    assert tied(session) == [[("AGENCY", "과기부", None), ("AMOUNT", "20억 원", None)]]


def test_a_value_without_a_span_is_a_member_with_a_role(session: Session) -> None:
    record = tie(session, 0)
    session.do(TieValue(1, record, ACTION, Norm("text", "연구 지원")))
    assert session.do(TieValue(1, record, ACTION, Norm("text", " "))) is None
    assert tied(session) == [[("AGENCY", "과기부", None), ("action", None, "연구 지원")]]
    member = records_of(session, 1)[0].members[0]
    session.do(SetRole(1, member.id, "funder"))
    assert records_of(session, 1)[0].members[0].role == "funder"
    session.do(Untie(1, member.id))
    assert tied(session) == [[("action", None, "연구 지원")]]


def test_removing_a_span_leaves_its_record_incomplete_and_undo_makes_it_whole(session: Session) -> None:
    tie(session, 0, 2)
    session.do(RemoveSpans(1, (ids(session)[0],)))
    (record,) = records_of(session, 1)
    assert record.incomplete
    assert record.members[0].empty
    session.undo(1)
    assert not records_of(session, 1)[0].incomplete


def test_a_record_is_taken_apart_and_its_spans_stay(session: Session) -> None:
    record = tie(session, 0, 2)
    session.do(RemoveRecord(1, record))
    assert tied(session) == []
    assert len(ids(session)) == 3
    session.undo(1)
    assert len(tied(session)[0]) == 2
    with pytest.raises(UserError):
        session.do(RemoveRecord(1, 99))


def test_a_proposed_record_is_accepted_as_one_step(session: Session) -> None:
    (fact,) = proposed_records(session, 1)
    assert [span.text for span in fact.spans] == ["과기부", "9일", "20억 원"]
    session.do(TieTogether(1, tuple(span.id for span in fact.spans)))
    assert tied(session) == [
        [("AGENCY", "과기부", None), ("DATE", "9일", None), ("AMOUNT", "20억 원", None)],
    ]
    assert proposed_records(session, 1) == ()
    session.undo(1)
    assert tied(session) == []
    assert proposed_records(session, 1) == (fact,)


def test_a_refused_record_is_proposed_no_more_until_that_is_undone(session: Session) -> None:
    (fact,) = proposed_records(session, 1)
    session.do(RefuseProposed(1, *fact.place))
    assert proposed_records(session, 1) == ()
    assert session.do(RefuseProposed(1, *fact.place)) is None
    reopened = reopen(session)
    assert proposed_records(reopened, 1) == ()
    reopened.undo(1)
    assert proposed_records(reopened, 1) == (fact,)
    reopened.project.close()


def test_what_is_proposed_is_no_record_until_a_person_says_so(session: Session) -> None:
    proposed_records(session, 1)
    assert records_of(session, 1) == []


def test_a_value_without_a_span_is_changed_in_bursts_and_emptied(session: Session) -> None:
    record = tie(session, 0, 2)
    session.do(TieValue(1, record, ACTION, Norm("text", "지")))
    member = records_of(session, 1)[0].members[-1]
    for value in ("지우", "지원"):
        session.do(SetMemberValue(1, member.id, Norm("text", value), "b1"))
    assert tied(session)[0][-1] == (ACTION, None, "지원")
    session.do(SetMemberValue(1, member.id, None))
    assert records_of(session, 1)[0].incomplete
    session.undo(1)
    session.undo(1)
    assert tied(session)[0][-1] == (ACTION, None, "지")


def test_a_member_with_a_span_keeps_the_value_of_that(session: Session) -> None:
    tie(session, 0, 2)
    member = records_of(session, 1)[0].members[0]
    assert session.do(SetMemberValue(1, member.id, Norm("name", "산업부"))) is None
    assert session.do(SetRole(1, member.id, "AGENCY")) is None


def test_removing_a_span_makes_the_record_incomplete_for_the_checks_before_done(session: Session) -> None:
    tie(session, 0, 2)
    assert Check.RECORD not in [one.check for one in findings_of(session, 1)]
    session.do(RemoveSpans(1, (ids(session)[0],)))
    assert Check.RECORD in [one.check for one in findings_of(session, 1)]
