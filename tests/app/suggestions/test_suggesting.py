"""Suggestions: accepted, refused and never offered again; the memory proposes what was tagged before."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.app.jobs import never, silent
from annotator.app.session import Session
from annotator.app.suggestions import suggesting
from annotator.app.suggestions.suggesting import (
    Subject,
    SuggestJob,
    decided_of,
    first_of,
    open_suggestions,
    stored,
)
from annotator.core.commands.documents import SetStatus
from annotator.core.commands.occurrences import AddOccurrences, Refusal
from annotator.core.commands.spans import AddSpan, SetValue
from annotator.core.commands.suggestions import AcceptSuggestions, RefuseSuggestions
from annotator.core.errors import UserError
from annotator.core.labels import LabelSet
from annotator.core.layer import Status
from annotator.core.span import Origin
from annotator.core.suggestion import Suggestion
from annotator.core.values import Norm
from tests.support.projects import add_document, make_session

FIRST = "과기부는 기상청과 위성을 띄운다. 과기부 장관은 말했다.\n"
SECOND = "기상청은 과기부와 함께 발표했다. 기상청장도 왔다.\n"


@pytest.fixture
def session(tmp_path):
    made = make_session(tmp_path, FIRST, SECOND)
    yield made
    made.project.close()


def mark(session: Session, document_id: int, quote: str, label: int = 1, nth: int = 0) -> None:
    text, start = session.text_version(document_id).text, -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    session.do(AddSpan(document_id, start, start + len(quote), label))


def remembered(session: Session, document_id: int):
    version = session.text_version(document_id)
    subject = Subject(document_id, version.id, version.text, (), "", session.labels, session.annotator.id)
    return SuggestJob(session.project, subject, off={"agencies", "sectors"}).run(silent, never).suggestions


def offered(session: Session, document_id: int):
    return open_suggestions(session, document_id, remembered(session, document_id))


def test_what_was_tagged_in_one_document_is_offered_in_another_with_its_counts(session: Session) -> None:
    mark(session, 1, "과기부")
    mark(session, 1, "기상청")
    # The chief of the office is a longer word, and so is no place of the office.
    assert [(made.text, made.start, made.label_id) for made in offered(session, 2)] == [
        ("기상청", 0, 1),
        ("과기부", 5, 1),
    ]
    assert offered(session, 2)[0].rule == "memory:1:0"


def test_what_was_more_often_left_than_tagged_is_not_offered(session: Session) -> None:
    mark(session, 1, "과기부")
    session.do(SetStatus(1, Status.DONE))
    # Tagged once, left once in a finished document: no better than chance.
    assert offered(session, 2) == []
    mark(session, 1, "과기부", nth=1)
    assert [made.text for made in offered(session, 2)] == ["과기부"]


def test_an_accepted_suggestion_is_a_span_and_undo_offers_it_again(session: Session) -> None:
    mark(session, 1, "과기부")
    (made,) = offered(session, 2)
    session.do(AcceptSuggestions(2, (made,)))
    (span,) = session.layer(2).spans
    assert (span.text, span.label_id, span.origin) == ("과기부", 1, Origin.ACCEPTED)
    assert offered(session, 2) == []
    session.undo(2)
    assert offered(session, 2) == [made]


def test_accepted_with_another_label_it_is_an_edited_one_and_keeps_no_foreign_value(session: Session) -> None:
    made = Suggestion(0, 3, "기상청", 1, Norm("name", "기상청"))
    session.do(AcceptSuggestions(2, (made,), 2))
    (span,) = session.layer(2).spans
    assert (span.label_id, span.origin, span.norm) == (2, Origin.EDITED, None)


def test_a_refused_suggestion_never_comes_again_until_undo(session: Session) -> None:
    mark(session, 1, "과기부")
    (made,) = offered(session, 2)
    session.do(RefuseSuggestions(2, (made,)))
    assert offered(session, 2) == []
    session.undo(2)
    assert offered(session, 2) == [made]


def test_a_stored_suggestion_goes_when_it_is_accepted_or_refused_and_comes_back_with_undo(
    session: Session,
) -> None:
    mark(session, 2, "함께", 2)
    layer_id = session.layer(2).head.id
    session.project.connection.execute(
        'INSERT INTO suggestion (id, uid, layer_id, start, "end", text, label_id, rule, rank, score, annotator_id)'
        " VALUES (5, 'x', ?, 0, 3, '기상청', 1, 'model', 1, '0.9', 1)",
        (layer_id,),
    )
    (made,) = stored(session, 2)
    assert (made.row_id, made.score, made.rule) == (5, "0.9", "model")
    for command in (AcceptSuggestions(2, (made,)), RefuseSuggestions(2, (made,))):
        session.do(command)
        assert stored(session, 2) == []
        session.undo(2)
        assert stored(session, 2) == [made]


def test_a_suggestion_for_another_text_is_refused_with_a_word(session: Session) -> None:
    with pytest.raises(UserError) as raised:
        session.do(AcceptSuggestions(2, (Suggestion(0, 3, "없는말", 1),)))
    assert raised.value.message.id == "text.changed-since"


def test_several_are_accepted_in_one_step_and_what_stands_already_is_passed_over(session: Session) -> None:
    mark(session, 2, "기상청")
    both = (Suggestion(0, 3, "기상청", 1), Suggestion(5, 8, "과기부", 1))
    session.do(AcceptSuggestions(2, both))
    assert [span.text for span in session.layer(2).spans] == ["기상청", "과기부"]
    session.undo(2)
    assert [span.text for span in session.layer(2).spans] == ["기상청"]


def test_what_a_text_was_tagged_as_most_often_is_proposed_with_it(session: Session) -> None:
    mark(session, 1, "과기부")
    mark(session, 1, "과기부", nth=1)
    for span in session.layer(1).spans:
        session.do(SetValue(1, span.id, Norm("name", "과학기술정보통신부", ref="kr.msit")))
    (made,) = offered(session, 2)
    assert (made.rule, made.norm) == ("memory:2:0", Norm("name", "과학기술정보통신부", ref="kr.msit"))


def test_the_value_of_a_date_is_not_carried_to_another_article(session: Session) -> None:
    mark(session, 1, "기상청", label=4)
    (span,) = session.layer(1).spans
    session.do(SetValue(1, span.id, Norm("date", "2024")))
    assert offered(session, 2)[0].norm is None


def test_what_memory_has_no_value_for_takes_that_of_the_list(session: Session) -> None:
    mark(session, 1, "과기부")
    version = session.text_version(2)
    subject = Subject(2, version.id, version.text, (), "2024-01-01", session.labels, session.annotator.id)
    found = SuggestJob(session.project, subject).run(silent, never).suggestions
    made = next(one for one in open_suggestions(session, 2, found) if one.text == "과기부")
    assert made.rule == "memory:1:0"
    assert made.norm is not None
    assert made.norm.ref == "kr.msit"


def test_a_text_refused_everywhere_or_all_over_a_document_is_not_offered(session: Session) -> None:
    derived = (Suggestion(0, 3, "기상청", 1), Suggestion(0, 3, "기상청", 2), Suggestion(5, 8, "과기부", 1))
    session.do(AddOccurrences("과기부", 1, (), (Refusal(),)))
    assert open_suggestions(session, 2, derived) == list(derived[:2])
    session.do(AddOccurrences("기상청", 1, (), (Refusal(1),)))
    assert open_suggestions(session, 2, derived) == list(derived[:2])
    session.do(AddOccurrences("기상청", 1, (), (Refusal(2),)))
    assert open_suggestions(session, 2, derived) == [derived[1]]


def test_what_is_tagged_in_one_document_is_learnt_at_once_and_what_is_refused_in_the_next_is_unlearnt(
    session: Session,
) -> None:
    third = add_document(session, "과기부가 왔다.\n")
    assert offered(session, 2) == []
    mark(session, 1, "과기부")
    (made,) = offered(session, 2)
    assert [one.text for one in offered(session, third)] == ["과기부"]
    session.do(RefuseSuggestions(2, (made,)))
    assert offered(session, third) == []
    session.undo(2)
    assert [one.text for one in offered(session, third)] == ["과기부"]
    session.undo(1)
    assert [one.text for one in offered(session, third)] == []


PROPOSED = st.lists(
    st.builds(
        lambda start, length, label, rank: Suggestion(
            start, start + length, "x" * length, label, rank=rank, rule=f"rule:{rank}"
        ),
        st.integers(0, 12),
        st.integers(1, 4),
        st.integers(1, 2),
        st.integers(1, 3),
    ),
    max_size=40,
)


NO_LABELS = LabelSet("none", 1, ())


def key(made: Suggestion) -> tuple[int, int, int]:
    return (*made.place, made.label_id)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=PROPOSED, most=st.integers(1, 6), decided=st.sets(st.integers(0, 12)))
def test_up_to_where_suggestions_are_left_out_all_are_shown_the_best_of_each_place_and_label(
    monkeypatch: pytest.MonkeyPatch, found: list[Suggestion], most: int, decided: set[int]
) -> None:
    monkeypatch.setattr(suggesting, "MOST", most)
    subject = Subject(1, 1, "", (), "", NO_LABELS, 1, lambda made: made.start in decided)
    worked = first_of(found, subject)
    shown = {key(made): made for made in worked.suggestions}
    assert len(shown) == len(worked.suggestions)
    there = {key(made) for made in found}
    later = {one for one in there if worked.left_out and one[0] >= worked.left_from}
    assert set(shown) == there - later
    assert worked.left_out == sum(one[0] not in decided for one in later)
    for one, made in shown.items():
        assert made.rank == min(other.rank for other in found if key(other) == one)
    counted = [one[0] for one in shown if one[0] not in decided]
    if worked.left_out:
        assert len(counted) >= most
        assert worked.left_from in {one[0] for one in later}
    # Without those of the last code point at which one begins, it is fewer than the most.
    assert sum(start < max(counted, default=0) for start in counted) < most or not counted


def test_what_is_decided_makes_room_for_what_was_left_out(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suggesting, "MOST", 2)
    found = [Suggestion(at, at + 1, SECOND[at], 1) for at in range(6)]
    subject = Subject(2, 1, SECOND, (), "", session.labels, session.annotator.id, decided_of(session, 2))
    before = first_of(found, subject)
    assert (before.suggestions, before.left_out, before.left_from) == (tuple(found[:2]), 4, 2)
    assert not before.has_run_low(open_suggestions(session, 2, before.suggestions))
    session.do(AcceptSuggestions(2, (found[0],)))
    session.do(RefuseSuggestions(2, (found[1],)))
    assert before.has_run_low(open_suggestions(session, 2, before.suggestions))
    after = first_of(found, replace(subject, decided=decided_of(session, 2)))
    assert (after.left_out, after.left_from) == (2, 4)
    assert open_suggestions(session, 2, after.suggestions) == found[2:4]
    session.undo(2)
    assert open_suggestions(session, 2, after.suggestions) == found[1:4]
