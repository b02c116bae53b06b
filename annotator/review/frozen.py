"""Numbers of a comparison as they are kept, shown and written: one shape for those of now and of a frozen round.

The shape is JSON (`docs/measuring.md`): what was measured, of what, and what had been decided by then.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from annotator.core.decision import Action, Decision, Rule

SEPARATOR: Final = "|"
GOLD: Final = "|gold"
"""Stands for the gold layer where a name is asked for; no annotator is named so, because no name holds a `|`."""
HAND: Final = "hand"
"""Stands among the rules for what was decided by hand."""

Numbers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Decided:
    """How the items were decided that have a decision: by which rule, by hand, by how many people, without names."""

    by_rule: Mapping[str, int]
    by_hand: int
    reviewers: int
    blind: bool

    @property
    def total(self) -> int:
        """How many were decided."""
        return sum(self.by_rule.values()) + self.by_hand

    def told(self) -> dict[str, object]:
        """Return it as JSON keeps it."""
        return {
            "by_rule": dict(self.by_rule),
            "by_hand": self.by_hand,
            "reviewers": self.reviewers,
            "blind": self.blind,
        }


NOTHING_DECIDED: Final = Decided({}, 0, 0, blind=False)


def decided_of(standing: Iterable[Decision]) -> Decided:
    """Count the decisions that stand; blind where every one by hand was made without the annotators' names."""
    kept = [decision for decision in standing if decision.made.action is not Action.WITHDRAWAL]
    by_hand = [decision for decision in kept if not decision.made.rule]
    rules = [decision.made.rule for decision in kept]
    return Decided(
        {str(rule): rules.count(rule) for rule in Rule if rule in rules},
        len(by_hand),
        len({decision.by for decision in kept}),
        bool(by_hand) and all(decision.made.blind for decision in by_hand),
    )


def read_decided(numbers: Numbers) -> Decided:
    """Return what had been decided when the numbers were kept."""
    kept = numbers["decided"]
    return Decided(kept["by_rule"], kept["by_hand"], kept["reviewers"], kept["blind"])


def renamed(numbers: Numbers, names: Mapping[str, str]) -> dict[str, Any]:
    """Return the numbers with other names of annotators; who is not named keeps theirs."""

    def name(before: str) -> str:
        return names.get(before, before)

    def pair(before: str) -> str:
        return SEPARATOR.join(map(name, before.split(SEPARATOR)))

    group = numbers["result"]["group"]
    result = {
        **numbers["result"],
        "pairs": {pair(key): measures for key, measures in numbers["result"]["pairs"].items()},
        "group": {**group, "annotators": {name(key): row for key, row in group["annotators"].items()}},
        "coverage": [
            {**row, "annotator": name(row["annotator"])} for row in numbers["result"].get("coverage", ())
        ],
    }
    gold = numbers.get("gold")
    if gold is not None:
        gold = {**gold, "annotators": {name(key): row for key, row in gold["annotators"].items()}}
    return {
        **numbers,
        **({} if gold is None else {"gold": gold}),
        "result": result,
        "annotators": {uid: name(key) for uid, key in numbers["annotators"].items()},
        "counts": {pair(key): rows for key, rows in numbers["counts"].items()},
        "origins": [[name(key), origin, count] for key, origin, count in numbers["origins"]],
    }


def done_by(numbers: Numbers) -> dict[str, int]:
    """Return the annotators whose layers were compared, with how many documents each."""
    people = numbers["result"]["group"]["annotators"]
    return {name: row["n_docs"] for name, row in people.items() if row["n_docs"]}


def compared_pairs(numbers: Numbers) -> dict[str, Mapping[str, Any]]:
    """Return the pairs of annotators who have documents in common."""
    return {key: pair for key, pair in numbers["result"]["pairs"].items() if pair["n_docs"]}
