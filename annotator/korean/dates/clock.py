"""Times of day: 오후 3시 30분, 14:30, 자정; a kind of their own, off by default."""

import re
from collections.abc import Iterator
from typing import Final

from annotator.core.values import Norm
from annotator.korean.suggestion import Suggestion
from annotator.korean.text import Text

KIND: Final = "time"
LABEL: Final = "DATE"
_MORNING: Final = frozenset({"오전", "새벽", "아침", "am"})
_WORDS: Final = {"정오": "T12", "자정": "T24"}
# 3시그마 is no time of day, 3시부터 is one.
_BEHIND: Final = "부터|까지|에는|에도|에만|에야|이후|이전|정각|무렵|쯤|경|께|반"
_TIME: Final = re.compile(
    r"(?<![0-9:.,가-힣])(?:(?P<part>오전|오후|새벽|아침|낮|저녁|밤|am|pm) ?)?"
    rf"(?:(?P<hour>2[0-4]|1[0-9]|0?[0-9]) ?시(?!간|즌)(?!(?!{_BEHIND})[가-힣]{{2}})"
    r"(?: ?(?P<minute>[0-5]?[0-9]) ?분(?!기)|(?P<half> ?반)(?![가-힣]))?"
    r"|(?P<hours>[01]?[0-9]|2[0-3]):(?P<minutes>[0-5][0-9])(?![0-9:]))|(?<![가-힣])(?P<word>정오|자정)"
)


def times(text: Text) -> Iterator[Suggestion]:
    """Yield the times of day of a text where they are asked for."""
    if KIND not in text.also:
        return
    for found in _TIME.finditer(text.copy):
        norms = [Norm(KIND, value) for value in _values(found)]
        # An hour up to twelve without a word before it may be of the morning or the evening.
        first, rest = (norms[0], ()) if len(norms) == 1 else (None, tuple(norms))
        place = found.start(), found.end()
        yield text.suggestion(place, LABEL, first, rule="time-of-day", rank=2, alternatives=rest)


def _values(found: re.Match[str]) -> list[str]:
    if found["word"]:
        return [_WORDS[found["word"]]]
    hour = int(found["hour"] or found["hours"])
    minute = 30 if found["half"] else int(found["minute"] or found["minutes"] or 0)
    has_minute = bool(found["half"] or found["minute"] or found["minutes"])
    hours = [hour] if found["hours"] and not found["part"] else _hours(found["part"], hour)
    return [
        f"T{hour % 24 if minute else hour:02}" + (f":{minute:02}" if has_minute else "") for hour in hours
    ]


def _hours(part: str | None, hour: int) -> list[int]:
    if hour > 12 or hour == 0:
        return [hour]
    if part is None:
        return [hour, (hour + 12) % 24 or 12] if hour < 12 else [12]
    if part in _MORNING:
        return [hour % 12]
    if part == "낮":
        return [hour if hour >= 10 else hour + 12]
    if part == "밤":
        return [24 if hour == 12 else hour + 12 if hour >= 6 else hour]
    return [hour if hour == 12 else hour + 12]
