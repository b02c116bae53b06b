"""What the value fields say as a value: the typed words of one kind to a Norm, without judging them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from annotator.core.validate import norm_problem
from annotator.core.values import NORM_TYPE_OF_KIND, Norm, ValueKind

# Reads words as newspapers write them, 5억 원 or 내년 초; None where it cannot.
ReadWords = Callable[[ValueKind, str], Norm | None]

_IGNORED_IN_NUMBERS: Final = dict.fromkeys(map(ord, ", _\u00a0\u2009\u202f\uff0c"))
# What is wrong with a value that is only written in another way.
_OTHER_FORMS: Final = frozenset({"value.money-form", "value.date-form"})


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


def understood(kind: ValueKind, typed: Typed, norm: Norm | None, read: ReadWords | None) -> Norm | None:
    """Return what the words mean where they are no value in its written form; `norm` where they are, or mean nothing.

    What the words do not say is as the other fields say: the currency, the mod.
    """
    wrong = None if norm is None or read is None else norm_problem(norm, kind)
    if norm is None or read is None or wrong is None or wrong.id not in _OTHER_FORMS:
        return norm
    meant = read(kind, typed.text)
    if meant is None:
        return norm
    return Norm(meant.type, meant.value, meant.unit or norm.unit, meant.mod or norm.mod, meant.ref)


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
