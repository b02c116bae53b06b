"""Numbers as Korean writes them, read back exactly."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.korean.numerals import LONGEST, in_unit_of, number_at, number_before, read_number
from tests.support.korean_numbers import hangul, mixed, thousands

numbers = st.integers(1, 10**16 - 1)


def value(text: str) -> Decimal | None:
    number = read_number(text, 0, len(text))
    assert number is not None
    return number.value


@given(numbers)
def test_a_number_is_read_back_however_it_is_written(number: int) -> None:
    assert value(mixed(number)) == value(mixed(number, " ")) == value(thousands(number)) == number
    assert value(f"{number:,}") == value(str(number)) == number


@given(st.integers(10, 10**16 - 1))
def test_a_number_in_hangul_is_read_back(number: int) -> None:
    text = hangul(number)
    # 일억 and 일조 keep their 일, 억 alone is none.
    assert value(text) == number


@given(st.text(alphabet="0123456789,. 일이삼십백천만억조수몇여원", max_size=60), st.integers(0, 60))
def test_any_place_is_looked_at_without_a_fault(text: str, at: int) -> None:
    at = min(at, len(text))
    before, behind = number_before(text, at), number_at(text, at)
    assert before is None or (before.end == at and at - before.start <= LONGEST)
    assert behind is None or behind.start == at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3조 2천억", "3200000000000"), ("1.5조", "1500000000000"), ("7000천", "7000000"), ("1만 2천 345", "12345"),
        ("십만", "100000"), ("만", "10000"), ("30만9천381", "309381"), ("천 4백만", "14000000"), ("0.25", "0.25"),
        ("2억여", "200000000"), ("10여만", "100000"),
    ],
)  # fmt: skip
def test_forms(text: str, expected: str) -> None:
    assert value(text) == Decimal(expected)


@pytest.mark.parametrize("text", ["수십억", "몇만", "수 백만", "십수억", "수천"])
def test_a_vague_number_has_no_value(text: str) -> None:
    assert value(text) is None


@pytest.mark.parametrize(
    "text", ["억", "조", "1만 2만", "1천2천", "2 3", "이 천", "1,00", "1억억", "3만,", "", " ", "수", "이삼"]
)
def test_what_is_no_number(text: str) -> None:
    assert read_number(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("예산은 3만 5천", "3만 5천"), ("사이 5만", "5만"), ("1,2,3만", None), ("제1", None), ("g7", None),
     ("회의천만", None), ("약천만", "천만"), ("100만 50만", "50만"), ("2015. 3만", "3만")],
)  # fmt: skip
def test_a_number_begins_where_one_may_begin(text: str, number: str | None) -> None:
    found = number_before(text, len(text))
    assert (None if found is None else text[found.start : found.end]) == number


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("2", "3억", 2 * 10**8), ("10", "20만", 10**5), ("1천", "2천만", 10**7), ("5천", "1만", 5000),
     ("800", "1천만", 8 * 10**6), ("5억", "6억", 5 * 10**8), ("100", "1000", 100), ("9억", "6억", None)],
)  # fmt: skip
def test_the_first_of_a_range_takes_the_unit_of_the_second(
    first: str, second: str, expected: int | None
) -> None:
    one, two = read_number(first, 0, len(first)), read_number(second, 0, len(second))
    assert one is not None
    assert two is not None
    assert in_unit_of(one, two) == expected
