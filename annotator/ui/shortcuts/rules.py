"""Which key an action may have: no two actions share one, and typing stays typing."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtGui import QKeySequence

from annotator.ui.actions import ACTIONS, MENUS, Scope, meet
from annotator.ui.keys import pressed, with_twins


class Obstacle(StrEnum):
    """Why an action cannot have a key."""

    TAKEN = "taken"
    TYPES = "types"
    MOVES = "moves"
    FIELDS = "fields"
    MENUS = "menus"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why not, and (where it is taken) by which action."""

    obstacle: Obstacle
    action_id: str = ""


_MOVING: Final = frozenset({"Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown"})
# What every field does with these is what a person expects of them.
_OF_FIELDS: Final = frozenset({"Ctrl+A", "Ctrl+V", "Ctrl+X"})
# The menu bar is asked before any shortcut. The letters are the same in both languages.
_OF_MENUS: Final = frozenset(f"Alt+{title[title.index('&') + 1].upper()}" for _menu_id, title in MENUS)
_SCOPES: Final = {spec.id: spec.scope for spec in ACTIONS}


def refusal(action_id: str, key: str, keys: Mapping[str, tuple[str, ...]]) -> Refusal | None:
    """Return why the action cannot have the key, None where it can; `keys` are those of all actions now."""
    modifiers, _, last = key.rpartition("+")
    held = set(modifiers.split("+")) - {""}
    if held <= {"Shift"}:
        if last in _MOVING:
            return Refusal(Obstacle.MOVES)
        if _SCOPES[action_id] is Scope.WINDOW and _types(last):
            return Refusal(Obstacle.TYPES)
    if key in _OF_FIELDS and _SCOPES[action_id] is Scope.WINDOW:
        return Refusal(Obstacle.FIELDS)
    if pressed(key) in _OF_MENUS:
        return Refusal(Obstacle.MENUS)
    wanted = set(map(_normal, with_twins((key,))))
    for other, theirs in keys.items():
        if other == action_id or not meet(_SCOPES[action_id], _SCOPES[other]):
            continue
        if not wanted.isdisjoint(map(_normal, with_twins(theirs))):
            return Refusal(Obstacle.TAKEN, other)
    return None


def _types(last: str) -> bool:
    """Tell whether a key without modifiers writes something, or moves between fields."""
    return len(last) <= 1 or last in {"Space", "Tab", "Backtab", "Return", "Enter", "Backspace", "Delete"}


def _normal(key: str) -> str:
    return pressed(QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText))
