"""The one written form of values, times and days, as text that is in it or not (`docs/korean-text.md`, 3)."""

import re
from datetime import date
from typing import Final

_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_WEEK: Final = re.compile(r"([0-9]{4})-W([0-9]{2})")
# A year with a month, half, quarter or season; a year; a decade or century as the prefix of its years.
_PERIOD: Final = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2]|H[12]|Q[1-4]|SP|SU|FA|WI)|[0-9]{2,4}")
_SEASONS: Final = {"SP": "S1", "SU": "S2", "FA": "S3", "WI": "S4"}
_DECIMAL: Final = re.compile(r"(-?)(0|[1-9][0-9]*)(\.[0-9]*[1-9])?")
_N: Final = r"[0-9]+(?:\.[0-9]+)?"
_DURATION: Final = re.compile(
    rf"P(?=.)(?:{_N}Y)?(?:{_N}M)?(?:{_N}W)?(?:{_N}D)?(?:T(?=.)(?:{_N}H)?(?:{_N}M)?(?:{_N}S)?)?"
)
_TIME: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})?T(?:(?:[01][0-9]|2[0-3])(?::[0-5][0-9](?::[0-5][0-9])?)?|24(?::00(?::00)?)?)"
)
_INSTANT: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\.[0-9]+)?Z"
)
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_MOD: Final = re.compile(r"[A-Z]+(?:_[A-Z]+)*")


def is_day(text: str) -> bool:
    """Tell whether `text` is a day of the calendar as YYYY-MM-DD."""
    match = _DAY.fullmatch(text)
    return match is not None and _is_calendar_day(*map(int, match.groups()))


def _is_calendar_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def is_impossible_day(text: str) -> bool:
    """Tell whether `text` looks like a day but its month does not have it."""
    return _DAY.fullmatch(text) is not None and not is_day(text)


def is_period(text: str) -> bool:
    """Tell whether `text` is one date value: a day, week, month, season, quarter, half, year, decade, century."""
    if _PERIOD.fullmatch(text) or is_day(text):
        return True
    match = _WEEK.fullmatch(text)
    if match is None:
        return False
    try:
        date.fromisocalendar(int(match[1]), int(match[2]), 1)
    except ValueError:
        return False
    return True


def ends(text: str) -> tuple[str, ...]:
    """Return the first and last of a range written with `/`, or the one value that it is not a range of."""
    return tuple(text.split("/"))


def is_date_range_reversed(first: str, last: str) -> bool:
    """Tell whether `first` lies after `last`: periods of one form by all they say, of two forms by their years."""
    first, last = _sortable(first), _sortable(last)
    shared = len(first) if _shape(first) == _shape(last) else min(4, len(first), len(last))
    return first[:shared] > last[:shared]


def _sortable(period: str) -> str:
    return period[:5] + _SEASONS[period[5:]] if period[5:] in _SEASONS else period


def _shape(period: str) -> str:
    return "".join("0" if character.isdigit() else character for character in period)


def is_decimal(text: str) -> bool:
    """Tell whether `text` is a number without exponent, trailing zeros or a sign before zero."""
    match = _DECIMAL.fullmatch(text)
    return match is not None and not (match[1] and match[2] == "0" and not match[3])


def is_duration(text: str) -> bool:
    """Tell whether `text` is a length of time of ISO 8601 (P3Y, PT90M)."""
    return _DURATION.fullmatch(text) is not None


def is_time(text: str) -> bool:
    """Tell whether `text` is a time of day of ISO 8601 (T14:30), with a day before it or none."""
    match = _TIME.fullmatch(text)
    return match is not None and (match[1] is None or is_day(match[1]))


def is_instant(text: str) -> bool:
    """Tell whether `text` is a moment in UTC: RFC 3339 with Z."""
    match = _INSTANT.fullmatch(text)
    return match is not None and is_day(match[1])


def is_currency(text: str) -> bool:
    """Tell whether `text` has the form of a currency of ISO 4217: three capital letters."""
    return _CURRENCY.fullmatch(text) is not None


def is_mod(text: str) -> bool:
    """Tell whether `text` has the form of a modifier (APPROX, EQUAL_OR_MORE)."""
    return _MOD.fullmatch(text) is not None
