"""Finding the dates of a text, one after the other, each with its value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from annotator.core.value_forms import is_date_range_reversed
from annotator.core.values import Norm
from annotator.korean.dates import words
from annotator.korean.dates.expression import Expression, Field
from annotator.korean.dates.figures import figures_at, to_day_at
from annotator.korean.dates.parse import expression_at
from annotator.korean.dates.resolve import Context, Resolved, resolve
from annotator.korean.suggestion import Reading, Suggestion
from annotator.korean.text import Text

LABEL: Final = "DATE"

_STARTS: Final = words.alternation(
    {
        *words.YEAR_WORDS, *words.MONTH_WORDS, *words.WEEK_WORDS, *words.DAY_WORDS, *words.FEASTS, *words.DIRECTIONS,
        *words.PERIODS, *words.DAY_COUNTS, *(f"{count} {unit}" for count in words.COUNTS for unit in "달해주"),
        *(f"{count}{unit}" for count in words.COUNTS for unit in "달해주년"),
        "설", "새해", "신년", "직전", "전 분기", "지지난",
        *(f"{day}요일" for day in words.WEEKDAYS),
    }
)  # fmt: skip
_TRIGGER: Final = re.compile(
    rf"(?<![0-9a-z])'?[0-9]|(?<![가-힣0-9])(?:{_STARTS}"
    r"|[일이][일이삼사오육칠팔구십백천]{2,8} ?년|(?:십[일이]?|[일이삼사오유육칠팔구시]) ?월 ?[일이삼십])"
)
_DASH: Final = re.compile(words.DASH)
_JOINS: Final = re.compile(r"(?:부터)? ?(?:과|와|·|,|및|이어|에 이어|에서)? ?")
_LENGTH_BEFORE: Final = re.compile(
    r"(?:총|단|약|최소|최대|최장|무려|앞으로|향후|(?<![가-힣])만|제|[0-9] ?박|(?<![가-힣])주|하루|연간|연속|꼬박|장장|"
    r"[0-9] ?개?월|[0-9] ?년|겨우|고작|기한|기간|유효) ?$"
)
_PRISON_BEFORE: Final = re.compile(r"(?:징역|금고|집행유예|구금|(?<![0-9])[1-9] ?년|[0-9] ?년) ?$")
_EVERY_BEFORE: Final = re.compile(r"(?:매년|매월|매달|매주|매해|해마다|다달이) ?$")
_INSIDE_NUMBER: Final = re.compile(r"(?:[0-9][.,:/]|[0-9a-z]-|제 ?)$")
_IN_LIST: Final = re.compile(r"[0-9]·$")
_PER_DAY: Final = re.compile(
    r" ?(?:[0-9](?![0-9]?(?:시|:))|최대|평균|이용|권장|섭취|체험|교사|찻집|카페|코치|명예|권(?!고)|생활|배송|영양|생산)"
)
_LEFT_AFTER: Final = re.compile("을? ?앞[둔두]")
_FUTURE: Final = re.compile(
    "예정|계획|방침|전망|앞두|열린다|연다|개최한다|시작한다|할 것|될 것|갈 것|겁니다|겠다|할 듯|하기로"
)
_PAST: Final = re.compile("[했됐었았였갔왔났렸졌냈쳤켰]다|밝혔|전했|말했|숨진|발생한|열린(?!다)")
_SENTENCE: Final = 80
_STOP: Final = re.compile(r"[.!?\n](?![0-9])")
_NEAR: Final = 10


@dataclass(frozen=True, slots=True)
class _Found:
    """A date of a copy with its value."""

    said: Expression
    start: int
    end: int
    resolved: Resolved
    rule: str


def dates(text: Text) -> Iterator[Suggestion]:
    """Yield the dates of a text, each with its value counted from the document date (`docs/korean-text.md`, 3.2)."""
    for found in _found(text.copy, text.document_date):
        norm, alternatives = _norms(found, text.document_date)
        yield text.suggestion(
            (found.start, found.end),
            LABEL,
            norm,
            rule=found.rule,
            rank=found.said.rank,
            alternatives=alternatives,
        )


def read_date(marked: str, document_date: date | str | None) -> Reading | None:
    """Return what a text that a person marked as a date means, or None where nothing can be read from it.

    Reads more than is suggested: a year of two or four figures alone. ValueError where the document date is no day.
    """
    text = Text.of(marked.strip(), document_date)
    today = text.document_date
    found = max(_found(text.copy, today), key=lambda one: one.end - one.start, default=None)
    bare = re.fullmatch(r"'?([12][0-9]{3}|[0-9]{2})(?: ?년)?", text.copy)
    if found is None and bare is not None:
        said = Expression(0, len(text.copy), rule="date-year")
        said.year = Field(int(bare[1]), "named" if len(bare[1]) == 4 else "short")
        found = _Found(said, 0, len(text.copy), resolve(said, Context(today)), said.rule)
    if found is None:
        return None
    norm, alternatives = _norms(found, today)
    return Reading(norm, found.rule, alternatives, found.resolved.needs_date)


def _norms(found: _Found, today: date | None) -> tuple[Norm | None, tuple[Norm, ...]]:
    resolved = found.resolved
    if resolved.value is None:
        return None, ()
    mod = found.said.part or ("APPROX" if found.said.about else None)
    ref = today.isoformat() if resolved.uses_date and today is not None else None
    norms = [Norm("date", value, None, mod, ref) for value in (resolved.value, *resolved.alternatives)]
    return norms[0], tuple(norms[1:])


def _found(copy: str, today: date | None) -> Iterator[_Found]:
    at = 0
    anchor: date | None = None
    before: _Found | None = None
    while True:
        trigger = _TRIGGER.search(copy, at)
        if trigger is None:
            return
        at = trigger.start() + 1
        said = figures_at(copy, trigger.start()) or expression_at(copy, trigger.start())
        if said is None or _is_other(copy, said):
            continue
        joined = _joined_to(copy, before, said)
        context = Context(today, anchor, joined, _speaks_of_future(copy, said.end))
        found = _with_range(copy, said, context)
        yield found
        before, at = found, max(at, found.end)
        anchor = _first_day(found.resolved.value) or anchor


def _is_other(copy: str, said: Expression) -> bool:
    """Tell whether what looks like a date is a length of time, a prison term, part of a number."""
    before = copy[max(0, said.start - _NEAR) : said.start]
    if _EVERY_BEFORE.search(before):
        said.recurring = True
        said.rule = "date-recurring"
        return False
    if copy[said.start].isdigit() and _INSIDE_NUMBER.search(before):
        return True
    if said.direction or said.year is not None or said.rule in {"date-figures", "relative-word"}:
        return False
    return _is_length(copy, said, before)


def _is_length(copy: str, said: Expression, before: str) -> bool:
    if said.month is not None and said.day is None:
        return _PRISON_BEFORE.search(before) is not None
    if said.day is None or said.month is not None or said.day.kind != "named":
        return False
    if said.day.value == 1 and said.day.last is None and _PER_DAY.match(copy, said.end):
        return True
    return any((_LENGTH_BEFORE.search(before), _IN_LIST.search(before), _LEFT_AFTER.match(copy, said.end)))


def _joined_to(copy: str, before: _Found | None, said: Expression) -> date | None:
    """Return the first day of the date that this one goes on from (12월 9일과 11일), where it says less than that."""
    if (
        before is None
        or said.direction
        or said.year is not None
        or said.month is not None
        or said.day is None
    ):
        return None
    if said.day.kind != "named" or before.said.day is None or before.said.month is None:
        return None
    gap = _JOINS.match(copy, before.end)
    first = _first_day(before.resolved.value)
    goes_on = gap is not None and gap.end() == said.start and first is not None and first.day < said.day.value
    return first if goes_on else None


def _with_range(copy: str, said: Expression, context: Context) -> _Found:
    """Return a date, with the one behind a dash if there is one: both are one span."""
    resolved = resolve(said, context)
    alone = _Found(said, said.start, said.end, resolved, _rule(said))
    dash = _DASH.match(copy, said.end)
    if dash is None or said.rule == "date-recurring":
        return alone
    second = to_day_at(copy, said) if said.rule == "date-figures" else None
    second = second or figures_at(copy, dash.end()) or expression_at(copy, dash.end())
    if second is None or (second.ago is None) != (said.ago is None):
        return alone
    first_day = _first_day(resolved.value)
    last = resolve(second, replace(context, joined=first_day, anchor=first_day or context.anchor))
    return _Found(said, said.start, second.end, _between(resolved, last), "date-range")


def _between(first: Resolved, last: Resolved) -> Resolved:
    needs, uses = first.needs_date or last.needs_date, first.uses_date or last.uses_date
    if first.value is None or last.value is None:
        return Resolved(None, needs_date=needs)
    start, end = first.value.split("/")[0], last.value.split("/")[-1]
    if is_date_range_reversed(start, end):
        later = _a_year_later(end)
        if later is None or is_date_range_reversed(start, later):
            return Resolved(None)
        end = later
    return Resolved(start if start == end else f"{start}/{end}", uses_date=uses)


def _a_year_later(value: str) -> str | None:
    return f"{int(value[:4]) + 1:04}{value[4:]}" if len(value) >= 7 and int(value[:4]) < 9998 else None


def _rule(said: Expression) -> str:
    return f"{said.rule}:{said.word}" if said.rule == "relative-word" else said.rule


def _first_day(value: str | None) -> date | None:
    """Return the first day of a day, month or year; None for the other values."""
    parts = [] if value is None else value.split("/")[0].split("-")
    if not parts or len(parts[0]) != 4 or not all(part.isdigit() for part in parts):
        return None
    year, month, day = (*map(int, parts), 1, 1)[:3]
    return date(year, month, day)


def _speaks_of_future(copy: str, end: int) -> bool | None:
    """Tell whether the rest of the sentence speaks of what is to come; None where it does not say."""
    rest = copy[end : end + _SENTENCE]
    stop = _STOP.search(rest)
    rest = rest[: stop.start()] if stop else rest
    future, past = _FUTURE.search(rest), _PAST.search(rest)
    if future is None and past is None:
        return None
    return past is None or (future is not None and future.start() < past.start())
