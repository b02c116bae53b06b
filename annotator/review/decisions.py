"""What becomes of decisions when the layers they were made on have changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from annotator.core.decision import (
    Action,
    Content,
    Decision,
    Made,
    Snapshot,
    in_force,
    same_content,
    standing,
    united,
)
from annotator.review.items import Item, items_of, touched

__all__ = ["State", "Stood", "extent", "in_force", "made_of", "reaffirmed", "standing", "state_of", "states"]

_FEWEST: Final = 2


class State(StrEnum):
    """How a decision stands to the layers as they are now."""

    KEPT = "kept"
    CONFIRMED = "confirmed"
    STALE = "stale"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Stood:
    """A decision that counts, with its state and the items that it touches."""

    decision: Decision
    state: State
    items: tuple[Item, ...]


def state_of(decision: Decision, items: Sequence[Item]) -> State:
    """Return the state of a decision beside the items of its document (`docs/review.md`).

    Kept: the items it touches are those it was made on. Confirmed: one item, in which at least two annotators all
    have what was decided. Orphaned: nothing is left there. Stale: everything else.
    """
    made = decision.made
    return _state(decision, touched(items, made.start, made.end))


def _state(decision: Decision, there: Sequence[Item]) -> State:
    """Return the state of a decision beside the items that it touches."""
    made = decision.made
    if _made_on(made.snapshot, there):
        return State.KEPT
    earlier = items_of(made.snapshot)
    if len(earlier) == len(there) and all(map(_same, earlier, there)):
        return State.KEPT
    if not there:
        return State.ORPHANED
    if len(there) == 1 and len(there[0].contents) >= _FEWEST:
        (item,) = there
        if all(same_content(content, made.result) for content in item.contents.values()):
            return State.CONFIRMED
    return State.STALE


def _made_on(snapshot: Snapshot, there: Sequence[Item]) -> bool:
    """Tell whether a snapshot is, span for span, what stands in these items: then they are those it was made on."""
    return (
        bool(there)
        and snapshot.keys() == there[0].contents.keys()
        and all(
            content == tuple(span for item in there for span in item.contents[name])
            for name, content in snapshot.items()
        )
    )


def states(decisions: Iterable[Decision], items: Sequence[Item]) -> list[Stood]:
    """Return the decisions that count with their states, in reading order."""
    found = []
    for decision in sorted(standing(decisions), key=_start_of):
        there = touched(items, decision.made.start, decision.made.end)
        found.append(Stood(decision, _state(decision, there), tuple(there)))
    return found


def extent(item: Item, result: Content) -> tuple[int, int]:
    """Return the range that an item covers together with what is decided for it."""
    return (
        min([item.start, *(span.start for span in result)]),
        max([item.end, *(span.end for span in result)]),
    )


def made_of(item: Item, items: Sequence[Item], action: Action, result: Content, adopted: str = "") -> Made:
    """Return a decision on an item with its snapshot, that of other items included that the result reaches into.

    Every annotator who did the document is in the snapshot.
    """
    start, end = extent(item, result)
    while True:
        there = touched(items, start, end)
        wide = (min([start, *(o.start for o in there)]), max([end, *(o.end for o in there)]))
        if wide == (start, end):
            break
        start, end = wide
    snapshot = {
        name: tuple(span for other in there for span in other.contents[name]) for name in item.contents
    }
    return Made(start, end, action, result, snapshot, adopted)


def reaffirmed(item: Item, items: Sequence[Item], decisions: Iterable[Decision]) -> Made:
    """Return the decision that says of an item as it is now what the decisions that touch it have said before.

    It keeps their reason, note, confidence and flag, those of the last one first.
    """
    earlier = [decision for decision in decisions if decision.touches(item.start, item.end)]
    result = united(decision.made.result for decision in earlier)
    holders = item.holders(result)
    action = Action.ADOPT if holders and result else Action.EDIT if result else Action.NEITHER
    adopted = next((d.made.adopted for d in reversed(earlier) if d.made.adopted in holders), "")
    made = made_of(item, items, action, result, (adopted or holders[0]) if action is Action.ADOPT else "")
    last = earlier[-1].made if earlier else made
    return Made(
        made.start, made.end, made.action, made.result, made.snapshot, made.adopted,
        reason=last.reason, note=last.note, confidence=last.confidence, flag=last.flag,
    )  # fmt: skip


def _same(one: Item, other: Item) -> bool:
    return one.contents.keys() == other.contents.keys() and all(
        same_content(content, other.contents[name]) for name, content in one.contents.items()
    )


def _start_of(decision: Decision) -> tuple[int, int]:
    return (decision.made.start, decision.id)
