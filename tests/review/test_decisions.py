"""What becomes of a decision when its layers change: kept, confirmed, stale, orphaned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.decision import Action, Decision, ItemSpan, Made
from annotator.review.decisions import State, made_of, reaffirmed, standing, state_of, states
from annotator.review.items import items_of
from tests.review.test_items import documents
from tests.support.reviews import TEXT, marks

BEFORE = {
    "a": marks(TEXT, ("수소산업진흥원", "AGENCY")),
    "b": marks(TEXT, ("수소산업진흥원과", "AGENCY")),
}
RESULT = BEFORE["a"]


def decision(made: Made, id_: int = 1, withdraws: str = "") -> Decision:
    return Decision(id_, f"d{id_}", 1, 1, 1, "2026-01-01T00:00:00Z", made, withdraws)


def decided(layers=BEFORE, result=RESULT, action=Action.EDIT) -> Decision:
    items = items_of(layers)
    return decision(made_of(items[0], items, action, result))


LATER = [
    ("nothing has changed", BEFORE, State.KEPT),
    ("more elsewhere", {**BEFORE, "a": (*BEFORE["a"], *marks(TEXT, ("환경부", "AGENCY")))}, State.KEPT),
    ("all follow the decision", {"a": RESULT, "b": RESULT}, State.CONFIRMED),
    ("one follows, and is alone", {"a": RESULT}, State.STALE),
    ("another label", {**BEFORE, "b": marks(TEXT, ("수소산업진흥원", "SECTOR"))}, State.STALE),
    ("one annotator more", {**BEFORE, "c": RESULT}, State.STALE),
    ("one more who has nothing", {**BEFORE, "c": ()}, State.STALE),
    ("one annotator less", {"a": BEFORE["a"]}, State.STALE),
    ("nothing left", {"a": (), "b": ()}, State.ORPHANED),
    (
        "cut apart",
        {"a": marks(TEXT, ("수소산업", "AGENCY")), "b": marks(TEXT, ("진흥원과", "AGENCY"))},
        State.STALE,
    ),
]


@pytest.mark.parametrize(("layers", "state"), [row[1:] for row in LATER], ids=[row[0] for row in LATER])
def test_states_as_worked_by_hand(layers, state) -> None:
    assert state_of(decided(), items_of(layers)) is state


def test_what_was_refused_is_confirmed_by_nobody_as_nothing_is_left() -> None:
    neither = decided(result=(), action=Action.NEITHER)
    assert state_of(neither, items_of({"a": (), "b": ()})) is State.ORPHANED


@given(documents)
def test_a_decision_on_layers_that_have_not_changed_is_kept(layers) -> None:
    items = items_of(layers)
    for item in items:
        for result in item.contents.values():
            assert state_of(decision(made_of(item, items, Action.EDIT, result)), items) is State.KEPT


@given(documents, st.integers(0, 30), st.integers(1, 12))
def test_a_result_that_reaches_into_other_items_is_kept_too(layers, start: int, size: int) -> None:
    items = items_of(layers)
    for item in items:
        result = (ItemSpan(start, start + size, "AGENCY"),)
        made = decision(made_of(item, items, Action.EDIT, result))
        assert state_of(made, items) is State.KEPT


@given(documents, documents)
def test_what_is_reaffirmed_says_the_same_and_is_kept(before, after) -> None:
    earlier = items_of(before)
    made = [
        decision(made_of(item, earlier, Action.EDIT, next(iter(item.contents.values()))), at)
        for at, item in enumerate(earlier)
    ]
    now = items_of(after)
    for item in now:
        on_it = [
            stood.decision for stood in states(made, now) if stood.decision.touches(item.start, item.end)
        ]
        if on_it:
            again = reaffirmed(item, now, on_it)
            assert {s[:3] for s in again.result} == {s[:3] for d in on_it for s in d.made.result}
            assert state_of(decision(again), now) is State.KEPT


def made(start: int, end: int, action: Action = Action.EDIT) -> Made:
    return Made(start, end, action, (), {})


def test_the_last_decision_on_a_place_counts_and_a_withdrawal_brings_the_one_before_back() -> None:
    first, second = decision(made(0, 5), 1), decision(made(4, 8), 2)
    beside = decision(made(8, 9), 3)
    assert standing([second, beside, first]) == [second, beside]
    back = decision(made(4, 8, Action.WITHDRAWAL), 4, withdraws="d2")
    assert standing([first, second, beside, back]) == [first, beside]
    again = decision(made(4, 8, Action.WITHDRAWAL), 5, withdraws="d4")
    assert standing([first, second, beside, back, again]) == [second, beside]


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 8)), max_size=12))
def test_of_decisions_that_touch_each_other_the_last_stands(places: list[tuple[int, int]]) -> None:
    made = [
        decision(Made(start, start + size, Action.EDIT, (), {}), number)
        for number, (start, size) in enumerate(places, 1)
    ]
    expected: list[Decision] = []
    for one in reversed(made):
        if not any(later.touches(one.made.start, one.made.end) for later in expected):
            expected.append(one)
    assert standing(made) == expected[::-1]
