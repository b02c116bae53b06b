"""What a digit, Enter and Esc mean in each state: one small table, without a widget in it."""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Situation:
    """What there is to act on: each true where it holds now."""

    panel: bool = False
    brush: bool = False
    selection: bool = False
    suggestion: bool = False
    current: bool = False
    proposed: bool = False


class Act(Enum):
    """What a key does."""

    NOTHING = "nothing"
    ADD = "add a span on the selection"
    ACCEPT_AS = "accept the suggestion with the label"
    RELABEL = "relabel the current span"
    ARM = "arm the brush with the label"
    CONFIRM_PANEL = "confirm the open panel"
    BRUSH_HERE = "label with the brush"
    ACCEPT = "accept the suggestion"
    VALUE = "edit the value of the current span"
    CONFIRM_ARTICLE = "confirm the proposed article"
    CLOSE_PANEL = "close the open panel"
    LAY_BRUSH_DOWN = "lay the brush down"
    DESELECT = "let go of the selection"
    LEAVE_CURRENT = "let go of the current span"


# Each list in order: the first whose state holds.
_DIGIT = (("selection", Act.ADD), ("suggestion", Act.ACCEPT_AS), ("current", Act.RELABEL))
_ENTER = (
    ("panel", Act.CONFIRM_PANEL),
    ("brush", Act.BRUSH_HERE),
    ("suggestion", Act.ACCEPT),
    ("current", Act.VALUE),
    ("proposed", Act.CONFIRM_ARTICLE),
)
_ESCAPE = (
    ("panel", Act.CLOSE_PANEL),
    ("brush", Act.LAY_BRUSH_DOWN),
    ("selection", Act.DESELECT),
    ("suggestion", Act.LEAVE_CURRENT),
    ("current", Act.LEAVE_CURRENT),
)


def digit(situation: Situation) -> Act:
    """Return what a digit does: label the selection, else what is current, else arm the brush."""
    return _first(_DIGIT, situation, Act.ARM)


def enter(situation: Situation) -> Act:
    """Return what Enter does."""
    return _first(_ENTER, situation, Act.NOTHING)


def escape(situation: Situation) -> Act:
    """Return which layer Esc peels off."""
    return _first(_ESCAPE, situation, Act.NOTHING)


def _first(table: tuple[tuple[str, Act], ...], situation: Situation, otherwise: Act) -> Act:
    return next((act for state, act in table if getattr(situation, state)), otherwise)
