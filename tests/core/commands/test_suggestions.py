"""Suggestions: what is settled by spans, which are still open, and accepting one on another range."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.app.session import Session
from annotator.core.changes import Row
from annotator.core.commands.spans import ResizeSpan
from annotator.core.commands.suggestions import AcceptSuggestions, Refused, Standing, still_open
from annotator.core.span import Origin, Span
from annotator.core.suggestion import Suggestion
from annotator.core.values import Norm
from tests.support.projects import make_session

TEXT = "한빛시는 새봄연구원과 협약을 맺었다.\n"
MADE = Suggestion(5, 10, "새봄연구원", 1, Norm("name", "새봄연구원"))

PLACES = st.tuples(st.integers(0, 30), st.integers(1, 8), st.integers(1, 3)).map(
    lambda drawn: (drawn[0], drawn[0] + drawn[1], drawn[2])
)


@pytest.fixture
def session(tmp_path: Path):
    opened = make_session(tmp_path, TEXT)
    yield opened
    opened.project.close()


def span(start: int, end: int, label_id: int) -> Span:
    return Span(1, "s1", 1, start, end, "", label_id, None, "", False, Origin.MANUAL, 1, "", "")


@given(st.lists(PLACES, max_size=12), PLACES)
def test_settled_is_what_has_a_span_on_its_range_or_one_of_its_label_across_it(spans, place) -> None:
    start, end, label_id = place
    expected = any(
        (s, e) == (start, end) or (label == label_id and s < end and start < e) for s, e, label in spans
    )
    assert Standing([span(*each) for each in spans]).settles(Suggestion(start, end, "", label_id)) is expected


def test_of_the_same_place_and_label_the_better_rank_stays_and_another_label_beside_it() -> None:
    worse, better, other = (
        Suggestion(5, 10, "x", 1, rank=3),
        Suggestion(5, 10, "x", 1),
        Suggestion(5, 10, "x", 2),
    )
    nothing, place = Refused((), 1), Refused([refusal("x", 1, 5, 10)], 1)
    assert still_open([worse, other, better], (), nothing) == [better, other]
    assert still_open([worse, other, better], (), place) == [other]
    assert still_open([worse, other, better], [span(5, 12, 1)], nothing) == [other]


def refusal(text: str, label_id: int, start: int | None = None, end: int | None = None, by: int = 1) -> Row:
    return {"annotator_id": by, "text": text, "label_id": label_id, "start": start, "end": end}


def test_a_text_refused_without_a_place_is_refused_wherever_it_stands_for_its_label_and_its_annotator() -> (
    None
):
    made, other = Suggestion(5, 10, "NASA", 1), Suggestion(5, 10, "NASA", 2)
    refused = Refused([refusal("nasa", 1), refusal("NASA", 2, by=7)], 1)
    assert still_open([made, other], (), refused) == [other]
    assert refused.places == set()
    assert Refused([refusal("x", 1, 0, 4)], 1).places == {(0, 4)}


def test_accepted_on_another_range_it_is_an_edited_span_without_the_proposed_value(session: Session) -> None:
    session.do(AcceptSuggestions(1, (MADE,), place=(7, 10)))
    (made,) = session.layer(1).spans
    assert (made.text, made.origin, made.norm) == ("연구원", Origin.EDITED, None)


def test_moves_of_its_ends_in_the_same_burst_are_one_step_with_accepting(session: Session) -> None:
    session.do(AcceptSuggestions(1, (MADE,), place=(5, 9), burst="3"))
    (made,) = session.layer(1).spans
    session.do(ResizeSpan(1, made.id, 5, 8, "3"))
    session.undo(1)
    assert session.layer(1) is None or session.layer(1).spans == ()
    session.redo(1)
    assert [each.text for each in session.layer(1).spans] == ["새봄연"]
