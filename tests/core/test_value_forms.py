"""The one written form of days, periods, decimals, moments."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import value_forms
from annotator.core.values import written_decimal


@given(st.dates())
def test_every_day_of_the_calendar_is_a_day(day):
    assert value_forms.is_day(day.isoformat())
    assert value_forms.is_period(day.isoformat())


@given(st.dates())
def test_every_week_of_the_calendar_is_a_period(day):
    year, week, _ = day.isocalendar()
    assert value_forms.is_period(f"{year:04}-W{week:02}") == (1 <= year <= 9999)


@pytest.mark.parametrize("text", ["2023-02-29", "2023-13-01", "2023-00-10", "2023-04-31", "0000-01-01"])
def test_a_day_that_the_calendar_lacks_is_no_day(text):
    assert not value_forms.is_day(text)
    assert value_forms.is_impossible_day(text)
    assert not value_forms.is_period(text)


@pytest.mark.parametrize(
    "text",
    [
        "2024",
        "198",
        "19",
        "2024-05",
        "2024-H1",
        "2024-Q4",
        "2020-W53",
        "2024-SP",
        "2024-SU",
        "2024-FA",
        "2024-WI",
    ],
)
def test_the_partial_forms_are_periods(text):
    assert value_forms.is_period(text)


@pytest.mark.parametrize(
    "text",
    ["", "1", "20245", "2024-5", "2024-13", "2024-H3", "2024-Q5", "2023-W53", "2024-W00", "2024-XX", "2024-05-1",
     "2024-05-01T10:00", "２０２４", "2024\n", " 2024", "2024-05-01Z"],
)  # fmt: skip
def test_anything_else_is_no_period(text):
    assert not value_forms.is_period(text)


@pytest.mark.parametrize(
    ("first", "last", "reversed_"),
    [
        ("2021", "2023", False), ("2023", "2021", True), ("2023-12-30", "2024-01-02", False),
        ("2024-01-02", "2023-12-30", True), ("2024-SP", "2024-FA", False), ("2024-FA", "2024-SP", True),
        ("2024-WI", "2024-SP", True), ("2024", "2023-12", True), ("2023-12", "2024", False),
        ("2024-W05", "2024-01-31", False), ("19", "2024", False), ("21", "2024", True), ("2024", "2024", False),
    ],
)  # fmt: skip
def test_a_range_runs_forward(first, last, reversed_):
    assert value_forms.is_date_range_reversed(first, last) == reversed_


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=4))
def test_every_written_decimal_is_a_decimal(number):
    assert value_forms.is_decimal(written_decimal(number))
    assert Decimal(written_decimal(number)) == number


@pytest.mark.parametrize(
    "text",
    ["", "1.0", "1.50", "01", "-0", "+1", "1e3", "1,000", ".5", "5.", "٣", "1 000", "1\n", "NaN", "--1"],
)
def test_other_writings_of_a_number_are_none(text):
    assert not value_forms.is_decimal(text)


@pytest.mark.parametrize("text", ["0", "-1", "0.5", "-0.5", "10000000", "1234567890123456789012", "0.05"])
def test_plain_numbers_are_decimals(text):
    assert value_forms.is_decimal(text)


@pytest.mark.parametrize("text", ["P3Y", "P1Y6M", "P2W", "P10D", "PT90M", "P1DT12H", "P0.5Y"])
def test_lengths_of_time(text):
    assert value_forms.is_duration(text)


@pytest.mark.parametrize("text", ["", "P", "PT", "P1DT", "3Y", "P3", "P3Y ", "P3H", "PT3D", "P..Y"])
def test_no_lengths_of_time(text):
    assert not value_forms.is_duration(text)


@pytest.mark.parametrize(
    ("text", "good"),
    [("T14:30", True), ("T09", True), ("T23:59:59", True), ("2024-05-01T14:30", True), ("T24", True), ("T24:00", True),
     ("14:30", False),
     ("T25", False), ("T14:60", False), ("2024-02-30T14", False), ("T24:30", False), ("T1", False)],
)  # fmt: skip
def test_times_of_day(text, good):
    assert value_forms.is_time(text) == good


@pytest.mark.parametrize(
    ("text", "good"),
    [("2026-01-02T03:04:05Z", True), ("2026-01-02T03:04:05.678Z", True), ("2016-12-31T23:59:60Z", True),
     ("2026-01-02T03:04:05", False), ("2026-01-02T03:04:05+09:00", False), ("2026-01-02 03:04:05Z", False),
     ("2026-02-30T03:04:05Z", False), ("2026-01-02T24:04:05Z", False), ("2026-01-02T03:04:05Z\n", False)],
)  # fmt: skip
def test_moments_are_utc_with_z(text, good):
    assert value_forms.is_instant(text) == good


@pytest.mark.parametrize(
    ("text", "good"), [("KRW", True), ("krw", False), ("KR", False), ("KRWW", False), ("원", False)]
)
def test_currencies_are_three_capitals(text, good):
    assert value_forms.is_currency(text) == good


@pytest.mark.parametrize(
    ("text", "good"),
    [("APPROX", True), ("EQUAL_OR_MORE", True), ("approx", False), ("_A", False), ("", False)],
)
def test_modifiers_are_capitals(text, good):
    assert value_forms.is_mod(text) == good


def test_the_ends_of_a_range():
    assert value_forms.ends("1/2") == ("1", "2")
    assert value_forms.ends("1") == ("1",)
