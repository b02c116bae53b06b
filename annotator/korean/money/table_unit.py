"""The unit that the head of a table gives to the bare numbers below it: (단위: 억원), 단위 : 백만달러."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from annotator.core.values import Norm, written_decimal
from annotator.korean.money.amounts import read_amount

_HEAD: Final = re.compile(r"단위 ?[:：] ?(?P<unit>[^)\]\n,/]{1,12})")
# How far above a number its table's head can stand, in code points.
_REACH: Final = 3000


class TableUnit(NamedTuple):
    """A unit as the head writes it: how much one is, in which currency (ISO 4217)."""

    written: str
    worth: Decimal
    currency: str


def table_unit(text: str, at: int) -> TableUnit | None:
    """Return the unit of the nearest head above `at` (code points); None where there is none, or one of no money."""
    heads = list(_HEAD.finditer(text, max(0, at - _REACH), at))
    if not heads:
        return None
    written = heads[-1]["unit"].strip()
    reading = read_amount(f"1{written}")
    norm = None if reading is None else reading.norm
    if norm is None or not norm.unit or not norm.value or "/" in norm.value:
        return None
    return TableUnit(written, Decimal(norm.value), norm.unit)


def in_unit(norm: Norm, unit: TableUnit) -> Norm:
    """Return a bare number, or a range of two, counted in the unit."""
    numbers = (written_decimal(Decimal(part) * unit.worth) for part in (norm.value or "0").split("/"))
    return norm._replace(value="/".join(numbers), unit=unit.currency)
