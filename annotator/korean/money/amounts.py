"""Amounts of money: a number with its currency, a range, hundredths, what is said beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from annotator.core.values import Norm, written_decimal
from annotator.korean.beside import modifier
from annotator.korean.money.currencies import (
    MINOR,
    NEEDS_LARGE,
    SIGN,
    SIGN_BEHIND,
    WORD,
    WORDS,
    Currency,
    is_another_word,
    of_sign,
)
from annotator.korean.numerals import Number, in_unit_of, number_at, number_before
from annotator.korean.suggestion import Reading, Suggestion
from annotator.korean.text import Text

LABEL: Final = "AMOUNT"
_DASH: Final = re.compile(r"(?:[~∼〜]|(?<=[0-9십백천만억조원])[-–—]) ?$")
_RANGE: Final = re.compile(r" ?[~∼〜–—-] ?")
_CURRENCY_END: Final = re.compile(rf"(?:{WORD.pattern}) ?$")
_NEAR: Final = 16
# Words that look like a numeral before 원: 구조원 is a rescuer.
_WORDS_OF_NUMERALS: Final = frozenset({"구조", "사조", "이조", "오조", "이경", "사경", "구경", "오경"})
# 만원 is also a full house.
_FULL_HOUSE: Final = re.compile(
    " ?(?:관중|버스|사례|지하철|전철|열차|인파|행렬|객석|을 이[루뤘]|을 기록|이었고)"
)
_AFTER_ONE_DIGIT: Final = frozenset({"달러", "파운드"})
_ENGLISH: Final = {
    "k": 10**3, "thousand": 10**3, "m": 10**6, "mn": 10**6, "million": 10**6, "b": 10**9, "bn": 10**9,
    "billion": 10**9, "t": 10**12, "tn": 10**12, "trillion": 10**12,
}  # fmt: skip
_ENGLISH_UNIT: Final = re.compile(rf" ?({'|'.join(sorted(_ENGLISH, key=len, reverse=True))})(?![a-z])")


@dataclass(frozen=True, slots=True)
class _Found:
    """An amount in a copy before it is written as a value."""

    start: int
    end: int
    currency: Currency
    values: tuple[Decimal, ...]
    rule: str
    rank: int
    about: bool = False


def amounts(text: Text) -> Iterator[Suggestion]:
    """Yield the amounts of a text, each with its value (`docs/korean-text.md`, 3)."""
    for found in _found(text.copy):
        norm, alternatives = _norms(text.copy, found)
        yield text.suggestion(
            (found.start, found.end), LABEL, norm, rule=found.rule, rank=found.rank, alternatives=alternatives
        )


def read_amount(marked: str) -> Reading | None:
    """Return what a text that a person marked as an amount means, or None where nothing can be read from it.

    A number without currency has a value without unit.
    """
    copy = Text.of(marked).copy
    found = max(_found(copy), key=lambda one: one.end - one.start, default=None)
    if found is not None:
        norm, alternatives = _norms(copy, found)
        return Reading(norm, found.rule, alternatives)
    for number in _numbers(copy):
        if number.value is not None:
            values = _bare_values(copy, number)
            mod = modifier(copy, number.start, number.end, about=number.about)
            return Reading(Norm("money", "/".join(map(written_decimal, values)), None, mod), "number-only")
    return None


def _bare_values(copy: str, first: Number) -> tuple[Decimal, ...]:
    """Return the value of a number without a currency, with that of the one behind a dash."""
    value = first.value or Decimal(0)
    dash = _RANGE.match(copy, first.end)
    last = number_at(copy, dash.end()) if dash is not None else None
    if last is None or last.value is None:
        return (value,)
    low = in_unit_of(first, last)
    return (value,) if low is None or low > last.value else (low, last.value)


def _numbers(copy: str) -> Iterator[Number]:
    for match in re.finditer(r"(?<![0-9.,])[0-9]|(?<![가-힣0-9])[일이삼사오육칠팔구십백천만수몇]", copy):
        number = number_at(copy, match.start())
        if number is not None:
            yield number


def _found(copy: str) -> Iterator[_Found]:
    done = 0
    for word in WORD.finditer(copy):
        found = _by_word(copy, word) if word.start() >= done else None
        if found is not None:
            done = found.end
            yield found
    for sign in SIGN.finditer(copy):
        found = _by_sign(copy, sign)
        if found is not None:
            yield found
    for sign in SIGN_BEHIND.finditer(copy):
        number = number_before(copy, sign.start())
        if number is not None and number.figures and number.value is not None:
            yield _Found(number.start, sign.end(), of_sign(sign.group()), (number.value,), "number-sign", 1)


def _by_word(copy: str, word: re.Match[str]) -> _Found | None:
    apart = copy[word.start() - 1 : word.start()] == " "
    number = number_before(copy, word.start() - apart)
    if number is None:
        return None
    name = word.group()
    # One digit of Hangul is part of a word: 사원, 이불, 이유로.
    single = not number.figures and (number.value is not None and number.value < 10)
    if single and name not in _AFTER_ONE_DIGIT:
        return None
    if is_another_word(copy, word, apart=apart) or (
        name.rsplit(" ", 1)[-1] in NEEDS_LARGE and not number.large
    ):
        return None
    numeral = "" if number.figures else copy[number.start : number.end]
    if numeral in _WORDS_OF_NUMERALS or (
        numeral == "만" and name == "원" and _FULL_HOUSE.match(copy, word.end())
    ):
        return None
    return _whole(copy, word, number)


def _whole(copy: str, word: re.Match[str], number: Number) -> _Found:
    currency = WORDS[word.group()]
    end = word.end()
    if copy[end : end + 1] == "화" and word.group() != "원":
        end += 1
    scale = currency.scale
    values: tuple[Decimal, ...] = () if number.value is None else (number.value * scale,)
    rule, rank = "number-currency", (1 if number.figures else 2)
    minor = MINOR.match(copy, end) if scale == 1 and values else None
    if minor is not None:
        end = minor.end()
        values = (values[0] + Decimal(minor["figures"]) / 100,)
        rule = "number-hundredths"
    start, about = number.start, number.about
    first = _first_of_range(copy, start)
    if first is not None:
        start, about, rule = first.start, about or first.about, "range-currency"
        value = in_unit_of(first, number)
        values = () if value is None else (value * scale, *values)
    if not values:
        rule, rank = ("vague-currency", 2) if rule != "range-currency" else (rule, 2)
    if len(currency.codes) > 1:
        rank = 3
    return _Found(start, end, currency, values, rule, rank, about)


def _first_of_range(copy: str, start: int) -> Number | None:
    """Return the number before a dash that ends at `start`, with or without its own currency word."""
    dash = _DASH.search(copy[max(0, start - 3) : start])
    if dash is None:
        return None
    end = max(0, start - 3) + dash.start()
    end -= copy[end - 1 : end] == " "
    low = max(0, end - _NEAR)
    word = _CURRENCY_END.search(copy[low:end])
    if word is not None:
        end = low + word.start()
        end -= copy[end - 1 : end] == " "
    return number_before(copy, end)


def _by_sign(copy: str, sign: re.Match[str]) -> _Found | None:
    first = _after_sign(copy, sign.end())
    if first is None:
        return None
    end, value, unit = first
    values: tuple[Decimal, ...] = (value,)
    dash = _RANGE.match(copy, end)
    if dash is not None:
        again = SIGN.match(copy, dash.end())
        second = _after_sign(copy, again.end() if again else dash.end())
        if second is not None:
            end, last, last_unit = second
            low = value * last_unit if unit == 1 and value * last_unit <= last else value
            if low <= last:
                values = (low, last)
    return _Found(sign.start(), end, of_sign(sign.group()), values, "sign-number", 1)


def _after_sign(copy: str, start: int) -> tuple[int, Decimal, int] | None:
    """Return end, value and unit of the number behind a sign: figures, then 만, 억 or million, bn."""
    number = number_at(copy, start)
    if number is None or number.value is None or not number.figures:
        return None
    english = _ENGLISH_UNIT.match(copy, number.end)
    if english is None or not number.bare:
        return number.end, number.value, number.lead[0] * number.lead[1]
    unit = _ENGLISH[english[1]]
    return english.end(), number.value * unit, unit


def _norms(copy: str, found: _Found) -> tuple[Norm | None, tuple[Norm, ...]]:
    value = "/".join(written_decimal(value) for value in found.values) or None
    mod = modifier(copy, found.start, found.end, about=found.about)
    norms = tuple(Norm("money", value, code, mod) for code in found.currency.codes)
    if len(norms) == 1 or found.rule == "sign-number":
        return norms[0], norms[1:]
    return None, norms
