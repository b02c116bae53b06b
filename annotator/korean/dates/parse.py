"""Reading the parts of a date from a place of a copy: year, month, day, weekday, part; bounded, from left to right."""

import re
from typing import Final

from annotator.korean.dates import patterns, words
from annotator.korean.dates.expression import Ago, Expression, Field
from annotator.korean.numerals import read_number

_UNIT: Final = {
    "년": "year",
    "해": "year",
    "개월": "month",
    "달": "month",
    "주": "week",
    "주일": "week",
    "일": "day",
}
_LEAST_LONE_YEAR: Final = 60


class Cursor:
    """Reads one expression from a place of a copy."""

    def __init__(self, copy: str, start: int) -> None:
        self.copy = copy
        self.at = start
        self.made = Expression(start, start)

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.match(self.copy, self.at)
        if match is not None:
            self.at = self.made.end = match.end()
        return match

    def _blank(self) -> None:
        """Step over one blank, or 의 and a blank, before a smaller part."""
        if self.copy.startswith("의 ", self.at):
            self.at += 2
        elif self.copy.startswith(" ", self.at):
            self.at += 1

    def read(self) -> Expression | None:
        """Return the expression that begins here, or None."""
        return self._alone() or self._calendar()

    def _alone(self) -> Expression | None:
        """Read what is no year, month and day: ago, decades, weeks, weekends, day words, feasts."""
        for reader in (self._ago, self._decade, self._weekend, self._week, self._now_period, self._day_word):
            if reader():
                return self.made
        return None

    def _ago(self) -> bool:
        found = self._take(patterns.AGO)
        if found is None:
            return False
        sign = -1 if found["when"] == "전" else 1
        made = self.made
        made.rule = "date-ago" if sign < 0 else "date-after"
        if found["days"]:
            count = words.DAY_COUNTS[found["days"]]
            unit = "week" if found["days"] == "일주일" else "day"
            made.ago = Ago(1 if unit == "week" else count, 1 if unit == "week" else count, unit, sign)
        else:
            said = found["count"]
            count = int(said) if said.isdigit() else words.COUNTS[said]
            made.ago = Ago(count, int(found["last"] or count), _UNIT[found["unit"]], sign)
            made.about = bool(found["about"] or found["more"])
            made.valueless = bool(found["large"])
        return True

    def _decade(self) -> bool:
        direction = self._take(patterns.DIRECTION)
        found = self._take(patterns.DECADES) or self._take(patterns.DECADE)
        if found is not None:
            first = found[1]
            kind = "decade" if len(first) == 4 else "short"
            last = found[2] if found.re is patterns.DECADES else None
            if last is not None and len(last) < len(first):
                last = first[:2] + last
            if last is not None and len(last) > len(first):
                return self._back()
            self.made.prefix = Field(int(first) // 10, kind, int(last) // 10 if last else None)
            self.made.rule = "date-decade"
        else:
            found = self._take(patterns.CENTURY)
            if found is None:
                return self._back() if direction else False
            self.made.prefix = Field(int(found[1]) - 1, "century")
            self.made.rule = "date-century"
        self._parts()
        return True

    def _back(self) -> bool:
        self.at = self.made.end = self.made.start
        return False

    def _weekend(self) -> bool:
        found = self._take(patterns.WEEKEND)
        if found is None:
            return False
        self.made.week = Field({"지난": -1, "저번": -1, "지지난": -2, "다음": 1}.get(found[1], 0), "offset")
        self.made.weekend = True
        self.made.word, self.made.rule = found[0], "relative-word"
        return True

    def _week(self) -> bool:
        found = self._take(patterns.WEEK_WORD)
        if found is None:
            return False
        self.made.week = Field(words.WEEK_WORDS[found[1]], "offset")
        self.made.word, self.made.rule = found[1], "relative-word"
        if not self._weekday():
            self._parts()
        return True

    def _now_period(self) -> bool:
        found = self._take(patterns.NOW_PERIOD)
        if found is None:
            return False
        by = {"이번": 0, "다음": 1}.get(found[1], -1)
        self.made.period = f"{by:+d}{'Q' if found[2] == '분기' else 'H'}"
        self.made.word, self.made.rule = found[0], "relative-word"
        self._parts()
        return True

    def _day_word(self) -> bool:
        found = self._take(patterns.DAY_WORD)
        if found is not None:
            offset, anchored = words.DAY_WORDS[found[1]]
            self.made.day = Field(offset, "anchor" if anchored else "offset")
            self.made.word, self.made.rule = found[1], "relative-word"
            self._weekday()
            return True
        return False

    def _weekday(self) -> bool:
        found = self._take(patterns.WEEKDAY)
        if found is not None:
            self.made.weekday = words.WEEKDAYS.index(found[1] or found[2])
        return found is not None

    def _parts(self) -> None:
        """Read the part of a period that is not a day: 초, 중순, 말."""
        found = self._take(patterns.PART)
        if found is not None:
            self.made.part = words.PARTS[found[1] or found[2]]
        elif self._take(patterns.AFTER):
            self.made.about = True

    def _calendar(self) -> Expression | None:
        made = self.made
        found = self._take(patterns.DIRECTION)
        if found is not None:
            made.direction = words.DIRECTIONS[found[1]]
            made.word = found[1]
        has_year = self._year()
        after_year = self.at
        if has_year:
            self._blank()
        smaller = self._month() or self._season() or self._feast() or (not has_year and self._day())
        if has_year and not smaller:
            self.at = after_year
            smaller = self._nth()
            if not smaller:
                self._parts()
        if not has_year and not smaller and not self._lone_weekday():
            return None
        made.end = self.at = min(self.at, made.end) if made.end else self.at
        return made if self._is_enough() else None

    def _is_enough(self) -> bool:
        """Tell whether a year of two digits, or 올, stands in company that makes it a year."""
        made = self.made
        year = made.year
        if made.word == "올" and not (made.month or made.period or made.part or made.feast):
            return False
        if year is None or year.kind != "short" or made.month or made.period or made.part:
            return True
        made.rank = 2
        said = patterns.SHORT_YEAR.search(self.copy, made.start, made.end)
        lone = said is not None and not said[1] and not said[3]
        return not lone or year.value >= _LEAST_LONE_YEAR or year.value < 10

    def _year(self) -> bool:
        made = self.made
        found = self._take(patterns.YEARS)
        if found is not None:
            first = int(found[1])
            last = int(found[2]) if len(found[2]) == 4 else first // 100 * 100 + int(found[2])
            made.year, made.rule = Field(first, "named", last), "date-years"
            return True
        found = self._take(patterns.YEAR)
        if found is not None:
            number = int(found[1]) if found[1] else _hangul(found[2])
            if not 1000 <= number < 3000:
                return self._back()
            made.year, made.rule = Field(number), "date-year"
            return True
        found = self._take(patterns.SHORT_YEAR)
        if found is not None:
            made.year, made.rule = Field(int(found[2]), "short"), "date-short-year"
            return True
        found = self._take(patterns.YEAR_WORD)
        if found is None:
            return self._new_year()
        offset, anchored = words.YEAR_WORDS[found[1]]
        made.year = Field(offset, "anchor" if anchored else "offset")
        made.word, made.rule = found[1], "relative-word"
        return True

    def _new_year(self) -> bool:
        found = self._take(patterns.NEW_YEAR)
        if found is not None:
            self.made.year = Field(0, "new")
            self.made.word, self.made.rule, self.made.rank = found[1], "relative-word", 2
        return found is not None

    def _month(self) -> bool:
        made = self.made
        found = self._take(patterns.MONTHS)
        if found is not None:
            made.month = Field(int(found[1]), "named", int(found[2]))
            self._rule("date-months")
            return True
        found = self._take(patterns.MONTH)
        if found is not None:
            made.month = Field(int(found[1]))
        elif made.year is None or made.year.kind == "named":
            found = self._take(patterns.MONTH_WORD) if made.year is None and not made.direction else None
            if found is not None:
                offset, anchored = words.MONTH_WORDS[found[1]]
                made.month = Field(offset, "anchor" if anchored else "offset")
                made.word, made.rule = found[1], "relative-word"
            else:
                found = self._take(patterns.HANGUL_MONTH)
                if found is not None:
                    made.month = Field(_hangul(found[1].replace("유", "육").replace("시", "십")))
        if found is None:
            return False
        self._rule("date-month")
        self._in_month()
        return True

    def _rule(self, rule: str) -> None:
        if self.made.rule != "relative-word":
            self.made.rule = rule

    def _in_month(self) -> None:
        """Read what follows a month: a day, the n-th week or weekday, the last day, a part."""
        made = self.made
        at = self.at
        self._blank()
        if self._day():
            return
        self.at = made.end = at
        found = self._take(patterns.HANGUL_DAY)
        if found is None:
            self._blank()
            found = self._take(patterns.HANGUL_DAY)
        if found is not None:
            made.day = Field(_hangul(found[1]))
            self._rule("date-full" if made.year else "date-month-day")
            return
        self.at = made.end = at
        found = self._take(patterns.DAY_IN_MONTH)
        if found is not None:
            made.day = Field(1 if found[1].startswith("첫") else -1, "nth")
            self._rule("date-nth")
        elif not self._nth():
            self._parts()

    def _nth(self) -> bool:
        found = self._take(patterns.NTH)
        if found is None:
            return False
        said = (found["nth"] or found["number"]).strip()
        number = words.ORDINALS.get(said) or int(said[0])
        self.made.week = Field(number, "nth")
        if found["weekday"]:
            self.made.weekday = words.WEEKDAYS.index(found["weekday"])
        elif found["week"] and not found["week"].startswith("주차"):
            self.at = self.made.end = found.start("week") + 1
        self._rule("date-nth")
        return True

    def _day(self) -> bool:
        made = self.made
        found = self._take(patterns.DAYS) or self._take(patterns.DAY)
        if found is None:
            return False
        first = int(found[1])
        last = int(found[2]) if found.re is patterns.DAYS else None
        made.day = Field(first, "named", last)
        rule = "date-full" if made.year else "date-month-day" if made.month else "date-day"
        self._rule(rule)
        self._weekday()
        return True

    def _season(self) -> bool:
        made = self.made
        found = self._take(patterns.QUARTER)
        if found is not None:
            said = found[1]
            made.period = f"Q{said if said.isdigit() else words.COUNTS[said]}"
            self._rule("date-quarter")
        else:
            found = self._take(patterns.PERIOD)
            if found is None:
                return False
            made.period = words.PERIODS[found[1]]
            if (
                found[1] == "봄"
                and not made.year
                and not made.direction
                and not patterns.SPRING.match(self.copy, self.at)
            ):
                return self._back()
            self._rule("date-half" if made.period[0] == "H" else "date-season")
            if not made.year and not made.direction:
                made.rank = 2
        self._parts()
        return True

    def _feast(self) -> bool:
        found = self._take(patterns.FEAST)
        if found is None:
            return False
        self.made.feast = words.FEASTS.get(found[0])
        self.made.valueless = self.made.feast is None
        self._rule("date-feast")
        return True

    def _lone_weekday(self) -> bool:
        if not self._weekday():
            return False
        self.made.rule = "date-weekday"
        return True


def _hangul(said: str) -> int:
    number = read_number(said, 0, len(said))
    return int(number.value) if number is not None and number.value is not None else 0


def expression_at(copy: str, start: int) -> Expression | None:
    """Return the date that begins at `start` of a copy, or None."""
    return Cursor(copy, start).read()
