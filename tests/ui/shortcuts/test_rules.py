"""Which key an action may have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.actions import ACTIONS
from annotator.ui.keys import JAMO, latin, with_twins
from annotator.ui.shortcuts.rules import Obstacle, Refusal, refusal

KEYS = {spec.id: spec.keys for spec in ACTIONS}


@pytest.mark.parametrize(("spec", "key"), [(spec, key) for spec in ACTIONS for key in spec.keys])
def test_the_keys_of_the_table_keep_the_rules_themselves(spec, key) -> None:
    assert refusal(spec.id, key, KEYS) is None


@pytest.mark.parametrize(
    ("action", "key", "why"),
    [
        ("view.jump", "Ctrl+F", Refusal(Obstacle.TAKEN, "edit.find")),
        ("view.jump", "Ctrl+ㄹ", Refusal(Obstacle.TAKEN, "edit.find")),
        ("mark.value", "M", Refusal(Obstacle.TAKEN, "mark.note")),
        ("view.jump", "P", Refusal(Obstacle.TYPES)),
        ("view.jump", "Return", Refusal(Obstacle.TYPES)),
        ("mark.value", "Left", Refusal(Obstacle.MOVES)),
        ("mark.value", "Shift+Home", Refusal(Obstacle.MOVES)),
        ("view.jump", "Ctrl+V", Refusal(Obstacle.FIELDS)),
        ("mark.unsure", "{", Refusal(Obstacle.TAKEN, "mark.start-left")),
        ("mark.unsure", "Shift+{", Refusal(Obstacle.TAKEN, "mark.start-left")),
        ("mark.unsure", "!", Refusal(Obstacle.TAKEN, "mark.second-1")),
        ("mark.unsure", "Shift+!", Refusal(Obstacle.TAKEN, "mark.second-1")),
        ("view.jump", "Ctrl+Shift++", Refusal(Obstacle.TAKEN, "view.larger")),
        ("view.jump", "Alt+F", Refusal(Obstacle.MENUS)),
        ("view.jump", "Alt+ㄹ", Refusal(Obstacle.MENUS)),
        ("view.jump", "Alt+P", None),
        ("view.jump", "Ctrl+!", None),
        ("mark.value", "P", None),
        ("view.jump", "Ctrl+P", None),
    ],
)
def test_a_key_is_refused_for_the_reason_that_holds(action, key, why) -> None:
    assert refusal(action, key, KEYS) == why


@given(st.sampled_from(sorted(JAMO)), st.sampled_from(["", "Ctrl+", "Shift+", "Ctrl+Shift+"]))
def test_every_twin_of_a_letter_is_read_as_the_letter(letter, modifiers) -> None:
    key = f"{modifiers}{letter}"
    assert {latin(twin) for twin in with_twins((key,))} == {key}
