"""One name for one press of a key, however it is written."""

import pytest

from annotator.ui.actions import ACTIONS, ActionSpec, Scope, meet
from annotator.ui.keys import pressed, without_shift_on_signs


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Shift+{", "{"),
        ("Ctrl+Shift+?", "Ctrl+?"),
        ("Ctrl+Shift++", "Ctrl++"),
        ("Shift++", "+"),
        ("+", "+"),
        ("Shift+1", "Shift+1"),
        ("Ctrl+Shift+A", "Ctrl+Shift+A"),
        ("Shift+Tab", "Shift+Tab"),
        ("Alt+Shift+Left", "Alt+Shift+Left"),
        ("Shift+F3", "Shift+F3"),
    ],
)
def test_shift_is_left_out_where_it_made_the_sign(written: str, name: str) -> None:
    assert without_shift_on_signs(written) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("!", "Shift+1"),
        ("Shift+!", "Shift+1"),
        ("Ctrl+)", "Ctrl+Shift+0"),
        ("Ctrl+ㅃ", "Ctrl+Shift+Q"),
        ("ㅁ", "A"),
    ],
)
def test_two_names_of_one_press_are_one(one: str, other: str) -> None:
    assert pressed(one) == pressed(other)


def test_the_table_gives_no_press_to_two_actions_that_a_key_could_mean_at_once() -> None:
    owners: dict[str, list[ActionSpec]] = {}
    for spec in ACTIONS:
        for key in spec.keys:
            others = owners.setdefault(pressed(key), [])
            assert not any(meet(spec.scope, other.scope) for other in others if other is not spec), key
            others.append(spec)


def test_a_key_of_the_article_may_mean_something_else_in_the_review_and_no_key_of_the_window() -> None:
    assert not meet(Scope.REVIEW, Scope.FLOW)
    assert meet(Scope.PANE, Scope.REVIEW)
    assert meet(Scope.WINDOW, Scope.REVIEW)
    assert meet(Scope.FLOW, Scope.PANE)
    assert meet(Scope.REVIEW, Scope.REVIEW)
