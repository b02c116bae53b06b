"""From what a text says to days of the calendar, counted from the document date and the date named before."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple

from annotator.core.value_forms import is_period
from annotator.korean.dates import calendar
from annotator.korean.dates.expression import Expression

# A reading is shown beside the nearest one that is at most so many days nearer.
_SLACK_DAY: Final = 12
_SLACK_MONTH: Final = 60
_SLACK_WEEKDAY: Final = 1
_NEW_YEAR_FROM: Final = 10
_PERIOD_MONTHS: Final = {
    "H1": (1, 6), "H2": (7, 12), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "SP": (3, 5), "SU": (6, 8),
    "FA": (9, 11), "WI": (12, 14),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Context:
    """What a date is read by: the document date, and the date named before it (`anchor`).

    `joined` is the date that it goes on from and shares year and month with; `future` tells whether the rest of the
    sentence speaks of what is to come, None where it does not say.
    """

    today: date | None
    anchor: date | None = None
    joined: date | None = None
    future: bool | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """The value of a date, other readings that are about as near, and what the value was counted from."""

    value: str | None
    alternatives: tuple[str, ...] = ()
    needs_date: bool = False
    uses_date: bool = False


class _Item(NamedTuple):
    """A possible reading: its first and last day, and its value."""

    first: date
    last: date
    value: str


class _NeedsDateError(Exception):
    """The date cannot be read without a document date."""


def resolve(said: Expression, context: Context) -> Resolved:
    """Return what a date means; no value where its month does not have that day, or the document date is unknown."""
    if said.valueless or said.recurring:
        return Resolved(None)
    reader = _Reader(said, context)
    try:
        values = reader.values()
    except _NeedsDateError:
        return Resolved(None, needs_date=True)
    good = [value for value in values if all(is_period(end) for end in value.split("/"))]
    if not good:
        return Resolved(None)
    return Resolved(good[0], tuple(good[1:]), uses_date=reader.used)


class _Reader:
    """Reads one expression; remembers whether it asked for the document date."""

    def __init__(self, said: Expression, context: Context) -> None:
        self.said = said
        self.context = context
        self.used = False

    @property
    def today(self) -> date:
        if self.context.today is None:
            raise _NeedsDateError
        self.used = True
        return self.context.today

    def values(self) -> list[str]:
        """Return the value, the best reading first; empty where there is none."""
        said = self.said
        if said.prefix is not None:
            return self._prefix()
        if said.ago is not None:
            return self._ago()
        if said.day is not None and said.day.kind in {"offset", "anchor"}:
            return self._day_word()
        if said.week is not None and said.week.kind == "offset":
            return self._week()
        if said.period[:1] in {"+", "-"}:
            return self._now_period()
        return self._calendar()

    def _prefix(self) -> list[str]:
        prefix = self.said.prefix
        if prefix is None:
            return []
        if prefix.kind == "century":
            return [f"{prefix.value:02}"]
        ends = [prefix.value, prefix.last if prefix.last is not None else prefix.value]
        if prefix.kind == "short":
            ends = [calendar.full_year(end * 10, self.today) // 10 for end in ends]
        return [_joined([f"{end:03}" for end in ends])] if ends[0] <= ends[1] else []

    def _ago(self) -> list[str]:
        ago = self.said.ago
        if ago is None:
            return []
        counts = sorted((ago.number * ago.sign, ago.last * ago.sign))
        ends = [self._ago_value(count, ago.unit) for count in counts]
        return [_joined([end for end in ends if end])] if all(ends) else []

    def _ago_value(self, count: int, unit: str) -> str | None:
        today = self.today
        if unit == "year":
            year = today.year + count
            return f"{year:04}" if calendar.is_year(year) else None
        if unit == "month":
            year, month = calendar.shifted_month(today.year, today.month, count)
            return calendar.month_value(year, month) if calendar.is_year(year) else None
        day = calendar.moved(today, count * (7 if unit == "week" else 1))
        if day is None:
            return None
        return calendar.week_value(day) if unit == "week" else calendar.day_value(day)

    def _day_word(self) -> list[str]:
        day = self.said.day
        if day is None:
            return []
        start = self.context.anchor if day.kind == "anchor" and self.context.anchor else self.today
        found = calendar.moved(start, day.value)
        return [] if found is None else [calendar.day_value(found)]

    def _week(self) -> list[str]:
        said = self.said
        if said.week is None:
            return []
        today = self.today
        monday = calendar.moved(today, 7 * said.week.value - today.weekday())
        if monday is None:
            return []
        if said.weekend:
            return [
                _joined(
                    [calendar.day_value(monday + timedelta(5)), calendar.day_value(monday + timedelta(6))]
                )
            ]
        if said.weekday is not None:
            return [calendar.day_value(monday + timedelta(said.weekday))]
        return [calendar.week_value(monday)]

    def _now_period(self) -> list[str]:
        by, letter = int(self.said.period[:-1]), self.said.period[-1]
        months = 3 if letter == "Q" else 6
        number = (self.today.year * 12 + self.today.month - 1) // months + by
        year, index = divmod(number, 12 // months)
        return [f"{year:04}-{letter}{index + 1}"]

    def _calendar(self) -> list[str]:
        said = self.said
        year = self._year()
        if said.feast is not None:
            month, day = said.feast
            return self._chosen(self._years(year), lambda y: _days_of(y, month, day, None), _SLACK_MONTH)
        if said.period:
            return self._chosen(self._years(year), self._periods, _SLACK_MONTH)
        if said.month is not None:
            return self._of_month(year)
        if said.day is not None:
            return self._of_day()
        return self._of_weekday() if year is None else self._of_year(year)

    def _year(self) -> int | None:
        """Return the year that is said, or None where none is, or none can be told."""
        said = self.said.year
        if said is None:
            return None
        if said.kind == "named":
            return said.value
        if said.kind == "short":
            return calendar.full_year(said.value, self.today)
        if said.kind == "anchor":
            return (self.context.anchor or self.today).year + said.value
        if said.kind == "new":
            # What newspapers call the new year from autumn on is the next one.
            return self.today.year + (self.today.month >= _NEW_YEAR_FROM)
        return self.today.year + said.value

    def _years(self, year: int | None) -> list[int]:
        if year is not None:
            return [year]
        if self.context.joined is not None:
            return [self.context.joined.year]
        return [year for year in range(self.today.year - 1, self.today.year + 2) if calendar.is_year(year)]

    def _chosen(self, years: list[int], make: Callable[[int], Iterable[_Item]], slack: int) -> list[str]:
        items = [item for year in years for item in make(year)]
        return self._best(items, slack) if len(years) > 1 else [item.value for item in items[:1]]

    def _best(self, items: list[_Item], slack: int) -> list[str]:
        """Return the reading that direction, weekday and nearness leave, and one that is about as near."""
        today, weekday = self.today, self.said.weekday
        fitting = [item for item in items if item.first.weekday() == weekday]
        items = fitting if weekday is not None and fitting else items
        if self.said.direction == "past":
            return [item.value for item in sorted(items) if item.last < today][-1:]
        if self.said.direction in {"future", "next"}:
            return [item.value for item in sorted(items) if item.first > today][:1]

        def distance(item: _Item) -> int:
            return max((item.first - today).days, (today - item.last).days, 0)

        ordered = sorted(items, key=lambda item: (distance(item), item.first))[:2]
        if len(ordered) == 2:
            near, further = map(distance, ordered)
            if near == 0 or further - near > slack:
                ordered.pop()
        if len(ordered) == 2 and self.context.future is not None:
            ordered.sort(reverse=self.context.future)
        return [item.value for item in ordered]

    def _periods(self, year: int) -> Iterable[_Item]:
        period = self.said.period
        first, last = _PERIOD_MONTHS[period]
        end_year, end_month = calendar.shifted_month(year, 1, last - 1)
        if calendar.is_year(year) and calendar.is_year(end_year + 1):
            yield _Item(date(year, first, 1), calendar.last_day(end_year, end_month), f"{year:04}-{period}")

    def _of_month(self, year: int | None) -> list[str]:
        said = self.said
        month = said.month
        if month is None:
            return []
        if month.kind != "named":
            base = (self.context.anchor if month.kind == "anchor" else None) or self.today
            year, number = calendar.shifted_month(base.year, base.month, month.value)
        else:
            number = month.value
        return self._chosen(self._years(year), lambda y: self._in_month(y, number), _SLACK_MONTH)

    def _in_month(self, year: int, month: int) -> Iterable[_Item]:
        said = self.said
        if not calendar.is_year(year) or not calendar.is_year(year + 1):
            return
        if said.day is not None:
            if said.day.kind == "nth":
                day = calendar.last_day(year, month).day if said.day.value < 0 else 1
                yield from _days_of(year, month, day, None)
            else:
                yield from _days_of(year, month, said.day.value, said.day.last)
        elif said.week is not None:
            yield from self._nth_in(year, month)
        else:
            last = said.month.last if said.month is not None else None
            first = calendar.month_value(year, month)
            if last is None:
                yield _Item(date(year, month, 1), calendar.last_day(year, month), first)
            else:
                end = year + (last < month)
                value = _joined([first, calendar.month_value(end, last)])
                yield _Item(date(year, month, 1), calendar.last_day(end, last), value)

    def _nth_in(self, year: int, month: int) -> Iterable[_Item]:
        said = self.said
        if said.week is None:
            return
        is_week = said.weekday is None
        days = (
            calendar.weeks_of_month(year, month)
            if said.weekday is None
            else calendar.weekdays_of_month(year, month, said.weekday)
        )
        index = said.week.value - (said.week.value > 0)
        if -len(days) <= index < len(days):
            day = days[index]
            value = calendar.week_value(day) if is_week else calendar.day_value(day)
            yield _Item(day, day + timedelta(6 if is_week else 0), value)

    def _of_day(self) -> list[str]:
        """Read a day without a month: the nearest of those that last, this and next month have."""
        said, joined = self.said, self.context.joined
        if said.day is None:
            return []
        if joined is not None:
            return [item.value for item in _days_of(joined.year, joined.month, said.day.value, said.day.last)]
        reach = 12 if said.weekday is not None else 2
        items: list[_Item] = []
        for by in range(-reach, reach + 1):
            year, month = calendar.shifted_month(self.today.year, self.today.month, by)
            items.extend(_days_of(year, month, said.day.value, said.day.last))
        return self._best(items, _SLACK_DAY)

    def _of_year(self, year: int) -> list[str]:
        said = self.said
        if said.week is not None and calendar.is_year(year) and year < 9999:
            # Of a year only the weeks are counted, and those from its end.
            month = 12 if said.week.value < 0 else 1
            return [item.value for item in self._nth_in(year, month)]
        last = said.year.last if said.year is not None else None
        ends = [year, last if last is not None else year]
        return [_joined([f"{end:04}" for end in ends])] if ends[0] <= ends[1] else []

    def _of_weekday(self) -> list[str]:
        said, today = self.said, self.today
        if said.weekday is None:
            return []
        monday = calendar.moved(today, -today.weekday())
        weeks = {"this": (0,), "next": (1,)}.get(said.direction, (-1, 0, 1))
        items = []
        for week in weeks:
            day = None if monday is None else calendar.moved(monday, 7 * week + said.weekday)
            if day is not None:
                items.append(_Item(day, day, calendar.day_value(day)))
        if len(weeks) == 1:
            return [item.value for item in items]
        return self._best(items, _SLACK_WEEKDAY)


def _days_of(year: int, month: int, first: int, last: int | None) -> Iterable[_Item]:
    day = calendar.make_day(year, month, first)
    if day is None:
        return
    if last is None:
        yield _Item(day, day, calendar.day_value(day))
        return
    end_year, end_month = (year, month) if last >= first else calendar.shifted_month(year, month, 1)
    end = calendar.make_day(end_year, end_month, last)
    if end is not None:
        yield _Item(day, end, _joined([calendar.day_value(day), calendar.day_value(end)]))


def _joined(ends: list[str]) -> str:
    return ends[0] if len(ends) < 2 or ends[0] == ends[1] else "/".join(ends)
