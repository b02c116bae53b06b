"""What an action of the table is."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

CONTEXT: Final = "Actions"


class Scope(Enum):
    """Where the keys of an action work: anywhere in the window; in the pane, or it and the lists; in the review."""

    WINDOW = "window"
    FLOW = "flow"
    PANE = "pane"
    REVIEW = "review"


def meet(one: Scope, other: Scope) -> bool:
    """Tell whether a key could mean actions of both scopes at once.

    The review has lists of its own; its article is a pane too.
    """
    return one is other or Scope.WINDOW in {one, other} or {one, other} != {Scope.REVIEW, Scope.FLOW}


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: its menu, its words (English source), its keys (portable names), where they work, and when.

    `enabled` names a condition that the desk answers; "" is always. A `checkable` action shows a state.
    """

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    scope: Scope = Scope.WINDOW
    enabled: str = ""
    checkable: bool = False
    separated: bool = False
