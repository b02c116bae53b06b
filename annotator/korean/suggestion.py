"""What a recogniser proposes for a text, and what it reads from a text that a person marked."""

from dataclasses import dataclass

from annotator.core.values import Norm


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposed span of the raw text: code points, end exclusive; rank 1 is best.

    `label` is a key of the default label set. `rule` is an id, then what it was applied to behind a colon, so that it
    can be said in words. `norm` is None where no value is certain: no document date, a day that its month does not
    have, several readings with none before the others (`alternatives` has them then).
    """

    start: int
    end: int
    text: str
    label: str
    norm: Norm | None
    rule: str
    rank: int = 1
    alternatives: tuple[Norm, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a marked text means, by which rule; `needs_date` where only a document date would give a value."""

    norm: Norm | None
    rule: str
    alternatives: tuple[Norm, ...] = ()
    needs_date: bool = False
