"""The normalised meaning of a span, in one written form (`Norm`)."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class ValueKind(StrEnum):
    """What kind of value a label's spans carry."""

    NONE = "none"
    NAME = "name"
    CODE = "code"
    MONEY = "money"
    DATE = "date"
    CHOICE = "choice"
    TEXT = "text"


NORM_TYPES = frozenset({"date", "duration", "time", "money", "name", "sector", "choice", "text"})

# The type of norm that a label of each kind carries; a date label may also hold durations and times.
NORM_TYPE_OF_KIND = {
    ValueKind.NAME: "name",
    ValueKind.CODE: "sector",
    ValueKind.MONEY: "money",
    ValueKind.DATE: "date",
    ValueKind.CHOICE: "choice",
    ValueKind.TEXT: "text",
}


class Norm(NamedTuple):
    """A value: `type` is one of NORM_TYPES; the rest is text or None.

    A tuple, because export makes one for each of some hundred thousand spans.
    """

    type: str
    value: str | None = None
    unit: str | None = None
    mod: str | None = None
    ref: str | None = None


def written(norm: Norm) -> str:
    """Return a value as one string: what it has of unit, value and modifier, joined by blanks."""
    return written_parts(norm.unit, norm.value, norm.mod)


def written_parts(unit: str | None, value: str | None, mod: str | None) -> str:
    """Return a value of these parts as one string."""
    return " ".join([part for part in (unit, value, mod) if part is not None])


def written_decimal(number: Decimal) -> str:
    """Return `number` in its one written form: no exponent, no trailing zeros, no minus before zero."""
    if not number.is_finite():
        msg = "a value is a finite number"
        raise ValueError(msg)
    if number == 0:
        return "0"
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
