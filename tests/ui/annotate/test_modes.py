"""A digit, Enter and Esc in every state there is: 64 of them, against the sentences of the design."""

from itertools import product

import pytest

from annotator.ui.annotate.modes import Act, Situation, digit, enter, escape

STATES = [Situation(*flags) for flags in product((False, True), repeat=6)]


def expected_digit(s: Situation) -> Act:
    if s.selection:
        return Act.ADD
    if s.suggestion:
        return Act.ACCEPT_AS
    if s.current:
        return Act.RELABEL
    return Act.ARM


def expected_enter(s: Situation) -> Act:
    if s.panel:
        return Act.CONFIRM_PANEL
    if s.brush:
        return Act.BRUSH_HERE
    if s.suggestion:
        return Act.ACCEPT
    if s.current:
        return Act.VALUE
    return Act.CONFIRM_ARTICLE if s.proposed else Act.NOTHING


def expected_escape(s: Situation) -> Act:
    if s.panel:
        return Act.CLOSE_PANEL
    if s.brush:
        return Act.LAY_BRUSH_DOWN
    if s.selection:
        return Act.DESELECT
    if s.suggestion or s.current:
        return Act.LEAVE_CURRENT
    return Act.NOTHING


@pytest.mark.parametrize("situation", STATES, ids=str)
def test_a_digit_enter_and_esc_do_what_the_design_says(situation: Situation) -> None:
    assert digit(situation) is expected_digit(situation)
    assert enter(situation) is expected_enter(situation)
    assert escape(situation) is expected_escape(situation)
