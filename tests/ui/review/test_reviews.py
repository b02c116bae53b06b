"""A review is worked out once after a commit, and its items once for layers that stay the same."""

import pytest
from PySide6.QtCore import QObject

from annotator.app.review.reviewing import review_of
from annotator.core.commands.review import Blind, Decide
from annotator.ui.bridge import Bridge
from annotator.ui.review.reviews import Reviews
from tests.support.reviews import TEXT, add_layer, marks, told


@pytest.fixture
def reviews(bridge: Bridge) -> Reviews:
    return Reviews(bridge, QObject(bridge))


def test_two_who_ask_between_commits_get_the_same(reviews: Reviews) -> None:
    assert reviews.of(1) is reviews.of(1)
    assert reviews.of(2) is not reviews.of(1)


def test_a_decision_is_seen_and_the_items_stay_what_they_were(reviews: Reviews, bridge: Bridge) -> None:
    before = reviews.of(1)
    items = before.items
    bridge.do(Decide(1, before.adopting(items[0], "u-나래")))
    after = reviews.of(1)
    assert len(after.open_items) == len(before.open_items) - 1
    assert all(one is other for one, other in zip(after.items, items, strict=True))
    assert after.items == review_of(bridge.session, 1).items


def test_layers_that_changed_make_other_items(reviews: Reviews, bridge: Bridge) -> None:
    before = reviews.of(1).items
    add_layer(bridge.session, 1, "마루", marks(TEXT, ("300만 달러", "AMOUNT")))
    told(bridge.session)
    after = reviews.of(1)
    assert len(after.items) == len(before) + 1
    assert after.items == review_of(bridge.session, 1).items


def test_another_order_of_the_layers_is_the_order_in_the_items(reviews: Reviews, bridge: Bridge) -> None:
    before = reviews.of(1)
    assert before.items
    order = [doer.uid for doer in reversed(before.doers)]
    bridge.do(Blind(True, {1: order}))
    assert [doer.uid for doer in reviews.of(1).doers] == order
    assert list(reviews.of(1).items[0].contents) == order
