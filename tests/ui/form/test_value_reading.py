import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.values import Norm, ValueKind
from annotator.ui.form.value_reading import Typed, read_value, understood
from annotator.ui.form.words import grouped, value_background, value_words

MONEY, DATE, NAME, CODE = ValueKind.MONEY, ValueKind.DATE, ValueKind.NAME, ValueKind.CODE


@pytest.mark.parametrize(
    ("typed", "norm"),
    [
        (Typed("10000000", "USD"), Norm("money", "10000000", "USD")),
        (Typed("10,000,000", "usd"), Norm("money", "10000000", "USD")),
        (Typed("1 200 000", " krw ", "APPROX"), Norm("money", "1200000", "KRW", "APPROX")),
        (Typed("5/7", "EUR"), Norm("money", "5/7", "EUR")),
        (Typed("", "USD"), Norm("money", None, "USD")),
        (Typed("12"), Norm("money", "12")),
        (Typed("십만", "KRW"), Norm("money", "십만", "KRW")),
        (Typed("", "", "APPROX"), None),
        (Typed(), None),
    ],
)
def test_a_sum_is_read_as_it_is_typed(typed, norm):
    assert read_value(MONEY, typed, None) == norm


@pytest.mark.parametrize(
    ("text", "kind"), [("2026-11", "date"), ("P3Y", "duration"), ("T14:30", "time"), ("198", "date")]
)
def test_a_date_is_told_from_a_duration_and_a_time_by_its_first_letter(text, kind):
    assert read_value(DATE, Typed(text), None) == Norm(kind, text)


def test_a_date_keeps_the_day_it_was_counted_from():
    base = Norm("date", "2024", None, "START", "2023-12-09")
    assert read_value(DATE, Typed("2025", mod="END"), base) == Norm("date", "2025", None, "END", "2023-12-09")


def test_a_name_keeps_its_id_only_while_it_is_that_name():
    base = Norm("name", "보건복지부", None, None, "mohw-kr")
    assert read_value(NAME, Typed("보건복지부"), base) == base
    assert read_value(NAME, Typed("복지부"), base) == Norm("name", "복지부")


def test_a_code_keeps_its_taxonomy():
    base = Norm("sector", "bio", None, None, "nst12")
    assert read_value(CODE, Typed("ai"), base) == Norm("sector", "ai", None, None, "nst12")


def test_what_belonged_to_another_kind_of_value_is_not_kept():
    assert read_value(CODE, Typed("bio"), Norm("name", "bio", None, None, "x")) == Norm("sector", "bio")


def test_words_are_asked_about_only_where_they_are_no_written_value():
    asked = []

    def read(kind, text):
        asked.append(text)
        return Norm("money", "500000000", "KRW") if text == "5억 원" else None

    def meant(text, unit="", mod=""):
        typed = Typed(text, unit, mod)
        return understood(MONEY, typed, read_value(MONEY, typed, None), read)

    assert meant("5억 원", "USD", "APPROX") == Norm("money", "500000000", "KRW", "APPROX")
    assert meant("5억x", "USD") == Norm("money", "5억x", "USD")
    assert asked == ["5억 원", "5억x"]
    for text, unit in (("500", "USD"), ("20/10", ""), ("", "USD"), ("", ""), ("500", "won")):
        assert meant(text, unit) == read_value(MONEY, Typed(text, unit), None)
    assert asked == ["5억 원", "5억x"]
    typed = Typed("5억 원")
    written = read_value(MONEY, typed, None)
    assert understood(MONEY, typed, written, None) == written


@pytest.mark.parametrize("kind", list(ValueKind))
def test_empty_fields_are_no_value(kind):
    assert read_value(kind, Typed("  "), Norm("name", "x", None, None, "y")) is None


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("10000000", "10,000,000"),
        ("100", "100"),
        ("1234.5678", "1,234.5678"),
        ("-1000", "-1,000"),
        ("5000/12000", "5,000–12,000"),
        ("약 5억", "약 5억"),
        ("", ""),
    ],
)
def test_numbers_are_shown_with_their_thousands_apart(number, shown):
    assert grouped(number) == shown


@given(st.integers(min_value=0))
def test_grouping_only_adds_commas(number):
    assert grouped(str(number)) == f"{number:,}"


def test_values_are_said_on_one_line():
    assert value_words(Norm("money", "10000000", "USD", "EQUAL_OR_MORE")) == "≥ 10,000,000 USD"
    assert value_words(Norm("money", None, "USD")) == "USD"
    assert value_words(Norm("date", "2024", None, "START")) == "2024 · early"
    assert value_words(Norm("date", "2024", None, "LATER")) == "2024 · LATER"
    assert value_words(Norm("text", "두\n줄")) == "두 줄"
    assert value_words(None) == ""


def test_what_stands_behind_a_value_is_said():
    assert value_background(Norm("date", "2024", None, None, "2023-12-09")) == "counted from 2023-12-09"
    assert value_background(Norm("name", "보건복지부", None, None, "mohw-kr")) == "mohw-kr"
    assert value_background(Norm("money", "1000", "KRW")) == "1,000 KRW"
    assert value_background(None) == ""
