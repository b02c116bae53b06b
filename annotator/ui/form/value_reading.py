"""What the value fields say as a value: the typed words of one kind to a Norm, without judging them."""

from dataclasses import dataclass
from typing import Final

from annotator.core.values import NORM_TYPE_OF_KIND, Norm, ValueKind

_IGNORED_IN_NUMBERS: Final = dict.fromkeys(map(ord, ", _\u00a0\u2009\u202f\uff0c"))


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields: the text (or the choice), the currency, the mod."""

    text: str = ""
    unit: str = ""
    mod: str = ""


def read_value(kind: ValueKind, typed: Typed, base: Norm | None) -> Norm | None:
    """Return the value that the fields of `kind` say, None where they are empty.

    `base` is the value that stood there before: what has no field (`ref`) is kept as far as it still holds.
    """
    if kind is ValueKind.NONE:
        return None
    if kind is ValueKind.MONEY:
        return _read_money(typed)
    text = typed.text.strip()
    if not text:
        return None
    if kind is ValueKind.DATE:
        return Norm(_date_type(text), text, None, typed.mod or None, base.ref if base else None)
    return Norm(NORM_TYPE_OF_KIND[kind], text, None, None, _kept_ref(kind, text, base))


def _read_money(typed: Typed) -> Norm | None:
    number = typed.text.translate(_IGNORED_IN_NUMBERS)
    unit = typed.unit.strip().upper()
    if not number and not unit:
        return None
    return Norm("money", number or None, unit or None, typed.mod or None, None)


def _date_type(text: str) -> str:
    """Return the type by how ISO 8601 begins: P3Y is a duration, T14:30 a time."""
    if text.startswith("P"):
        return "duration"
    return "time" if text.startswith("T") else "date"


def _kept_ref(kind: ValueKind, text: str, base: Norm | None) -> str | None:
    """Return the ref that still holds: a code's taxonomy always, a name's id only for that very name."""
    if base is None or base.type != NORM_TYPE_OF_KIND[kind]:
        return None
    return base.ref if kind is ValueKind.CODE or text == base.value else None
