"""Undo in the review takes back its own steps, the last one first, over all documents; nobody else's."""

import pytest
from PySide6.QtCore import QObject

from annotator.app.review.reviewing import review_of
from annotator.core.commands.documents import SetField
from annotator.core.commands.review import Decide
from annotator.ui.bridge import Bridge
from annotator.ui.review.steps import Steps


@pytest.fixture
def steps(bridge: Bridge) -> Steps:
    return Steps(bridge, QObject(bridge))


def decide(steps: Steps, bridge: Bridge, document_id: int, at: int) -> None:
    review = review_of(bridge.session, document_id)
    assert steps.do(Decide(document_id, review.adopting(review.items[at], "u-나래"))) is not None


def open_items(bridge: Bridge, document_id: int) -> int:
    return len(review_of(bridge.session, document_id).open_items)


def test_steps_are_taken_back_from_the_last_over_documents_and_brought_back(
    steps: Steps, bridge: Bridge
) -> None:
    decide(steps, bridge, 1, 0)
    decide(steps, bridge, 2, 0)
    decide(steps, bridge, 1, 1)
    left = []
    for _ in range(3):
        steps.undo(1)
        left.append((open_items(bridge, 1), open_items(bridge, 2)))
    assert left == [(2, 0), (2, 1), (3, 1)]
    for _ in range(3):
        steps.redo(1)
    assert (open_items(bridge, 1), open_items(bridge, 2)) == (1, 0)


def test_a_new_decision_ends_what_could_be_brought_back(steps: Steps, bridge: Bridge) -> None:
    decide(steps, bridge, 1, 0)
    steps.undo(1)
    decide(steps, bridge, 2, 0)
    assert steps.history(1).to_undo is not None
    assert steps.redo(2) is None


def test_what_was_done_elsewhere_on_top_is_not_mistaken_for_a_step_of_the_review(
    steps: Steps, bridge: Bridge
) -> None:
    decide(steps, bridge, 2, 0)
    decide(steps, bridge, 1, 0)
    bridge.do(SetField(1, "section", "경제"))
    # The last step of the review that is still the last of its document is the one on the other document.
    assert steps.undo(1) is not None
    assert (open_items(bridge, 1), open_items(bridge, 2)) == (2, 1)
    assert bridge.session.document(1).section == "경제"


def test_where_the_review_did_nothing_undo_is_that_of_the_document(steps: Steps, bridge: Bridge) -> None:
    bridge.do(SetField(1, "section", "경제"))
    assert steps.history(1).to_undo is not None
    assert steps.history(2).to_undo is None
    steps.undo(1)
    assert bridge.session.document(1).section == ""
