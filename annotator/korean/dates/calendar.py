"""Days, weeks, months and years in their written form, and which of several is nearest to a day."""

from datetime import MAXYEAR, MINYEAR, date, timedelta


def day_value(day: date) -> str:
    """Return a day as YYYY-MM-DD."""
    return day.isoformat()


def month_value(year: int, month: int) -> str:
    """Return a month as YYYY-MM."""
    return f"{year:04}-{month:02}"


def week_value(monday: date) -> str:
    """Return the week of a day as YYYY-Www."""
    year, week, _ = monday.isocalendar()
    return f"{year:04}-W{week:02}"


def make_day(year: int, month: int, day: int) -> date | None:
    """Return a day, or None where the calendar does not have it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moved(day: date, days: int) -> date | None:
    """Return the day so many days later, or None beyond the calendar."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def shifted_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Return year and month so many months later."""
    months = year * 12 + month - 1 + by
    return months // 12, months % 12 + 1


def is_year(year: int) -> bool:
    """Tell whether the calendar has that year with four digits."""
    return max(MINYEAR, 1) <= year <= MAXYEAR


def full_year(short: int, today: date) -> int:
    """Return the year that two digits mean: the latest one at most ten years ahead."""
    latest = today.year + 10
    return latest - (latest - short) % 100


def weeks_of_month(year: int, month: int) -> list[date]:
    """Return the Mondays of the weeks of a month: those whose Thursday lies in it (ISO 8601)."""
    first = date(year, month, 1)
    thursday = first + timedelta((3 - first.weekday()) % 7)
    found = []
    while (thursday.year, thursday.month) == (year, month):
        found.append(thursday - timedelta(3))
        thursday += timedelta(7)
    return found


def weekdays_of_month(year: int, month: int, weekday: int) -> list[date]:
    """Return the days of a month that fall on a weekday (0 is Monday)."""
    first = date(year, month, 1)
    day = first + timedelta((weekday - first.weekday()) % 7)
    found = []
    while (day.year, day.month) == (year, month):
        found.append(day)
        day += timedelta(7)
    return found


def last_day(year: int, month: int) -> date:
    """Return the last day of a month."""
    next_year, next_month = shifted_month(year, month, 1)
    return date(next_year, next_month, 1) - timedelta(1)
