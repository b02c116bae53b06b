"""A date as the text says it, before anyone knows which day that is."""

from dataclasses import dataclass
from typing import NamedTuple


class Field(NamedTuple):
    """A year, month, day or week as it is said; `last` ends a range of them (7~8일).

    `kind`: `named` by its number, `short` of two digits, `offset` from the document date, `anchor` from the date named
    before; of days and weeks also `nth` (-1 is the last) of their month.
    """

    value: int
    kind: str = "named"
    last: int | None = None


class Ago(NamedTuple):
    """So many years, months, weeks or days before (-1) or after (1); `last` ends a range."""

    number: int
    last: int
    unit: str
    sign: int


@dataclass(slots=True)
class Expression:
    """What one date says; only what is said is set. `start` and `end` lie in the copy."""

    start: int
    end: int
    direction: str = ""
    prefix: Field | None = None
    """A decade (7 digits short of a year: 197) or century; `kind` is `decade`, `short` or `century`."""
    year: Field | None = None
    month: Field | None = None
    day: Field | None = None
    week: Field | None = None
    weekday: int | None = None
    weekend: bool = False
    period: str = ""
    """H1, Q3, SP …; `+1H`, `-1Q` are halves and quarters from the present one."""
    feast: tuple[int, int] | None = None
    ago: Ago | None = None
    part: str = ""
    about: bool = False
    recurring: bool = False
    valueless: bool = False
    word: str = ""
    """The relative word that it hangs on."""
    rule: str = ""
    rank: int = 1
