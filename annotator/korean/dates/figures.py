"""Dates written in figures alone: 2023.12.09, '23.12.9, 2023-12-09, 20231209, 12/9(토)."""

import re
from typing import Final

from annotator.korean.dates.expression import Expression, Field
from annotator.korean.dates.words import DASH, WEEKDAYS

_M: Final = "(?P<month>1[0-2]|0?[1-9])"
_D: Final = "(?P<day>3[01]|[12][0-9]|0?[1-9])"
_DAY_NAME: Final = rf"(?: ?\((?P<name>[{WEEKDAYS}])(?:요일)?\))?"
_END: Final = r"(?![0-9]|[.\-/][0-9])"
_FULL: Final = re.compile(
    rf"(?P<short>')?(?P<year>(?:19|20)[0-9]{{2}}|[0-9]{{2}})(?P<sep>[.\-/]) ?{_M}(?P=sep) ?{_D}{_END}일?{_DAY_NAME}"
)
_PACKED: Final = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])(?![0-9])일?"
)
_YEAR_MONTH: Final = re.compile(rf"(?P<year>(?:19|20)[0-9]{{2}})\. ?{_M}(?:월|\.(?! ?[0-9]))")
_MONTH_DAY: Final = re.compile(rf"{_M}[./]{_D} ?\((?P<name>[{WEEKDAYS}])(?:요일)?\)")
_TO_DAY: Final = re.compile(rf"{DASH}(?:{_M}[.\-/] ?)?{_D}{_END}(?! ?[가-힣%]){_DAY_NAME}")


def figures_at(copy: str, start: int) -> Expression | None:
    """Return the date in figures that begins at `start` of a copy, or None."""
    found = _FULL.match(copy, start)
    rank = 1
    if found is not None and len(found["year"]) == 2 and not found["short"]:
        # Three numbers with points may be a version too; a day with a hyphen or a slash is none of two digits.
        found, rank = (found, 2) if found["sep"] == "." else (None, 1)
    if found is None:
        found, rank = _PACKED.match(copy, start), 2
    if found is None:
        found, rank = _MONTH_DAY.match(copy, start) or _YEAR_MONTH.match(copy, start), 2
    if found is None:
        return None
    return _expression(found, rank)


def _expression(found: re.Match[str], rank: int) -> Expression:
    said = found.groupdict()
    made = Expression(found.start(), found.end(), rule="date-figures", rank=rank)
    if said.get("year"):
        made.year = Field(int(said["year"]), "named" if len(said["year"]) == 4 else "short")
    made.month = Field(int(said["month"]))
    if said.get("day"):
        made.day = Field(int(said["day"]))
    if said.get("name"):
        made.weekday = WEEKDAYS.index(said["name"])
    return made


def to_day_at(copy: str, first: Expression) -> Expression | None:
    """Return the end of a range that begins with a date in figures, where it is shorter than that: ~12.11, ~11."""
    found = _TO_DAY.match(copy, first.end)
    if found is None or first.day is None:
        return None
    made = Expression(first.end, found.end(), rule="date-figures", rank=first.rank)
    made.year = first.year
    made.month = Field(int(found["month"])) if found["month"] else first.month
    made.day = Field(int(found["day"]))
    return made
