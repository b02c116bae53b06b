"""Amounts in Korean text: what is one, what is none, and what each is worth."""

from decimal import Decimal
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.validate import norm_problem
from annotator.core.values import Norm, written_decimal
from annotator.korean import Suggestion, read_amount, suggest
from annotator.korean.money.currencies import WORDS
from tests.support.korean_numbers import hangul, mixed, thousands


def found(text: str) -> list[Suggestion]:
    return [made for made in suggest(text, document_date=None) if made.label == "AMOUNT"]


def only(text: str) -> Suggestion:
    (made,) = found(text)
    assert made.text == text[made.start : made.end]
    return made


@pytest.mark.parametrize(
    ("sentence", "text", "value", "unit", "mod"),
    [
        ("기금 1000만 달러를 모았다", "1000만 달러", "10000000", "USD", None),
        ("총 3조 2천억원이 든다", "3조 2천억원", "3200000000000", "KRW", None),
        ("약 5억~6억 유로에 샀다", "5억~6억 유로", "500000000/600000000", "EUR", "APPROX"),
        ("최소 1000만 달러 규모", "1000만 달러", "10000000", "USD", "EQUAL_OR_MORE"),
        ("수십억원을 날렸다", "수십억원", None, "KRW", None),
        ("1억2천만 원대의 집", "1억2천만 원", "120000000", "KRW", "APPROX"),
        ("값은 13 달러 45 센트다", "13 달러 45 센트", "13.45", "USD", None),
        ("십만 원만 빌려", "십만 원", "100000", "KRW", None),
        ("매출 US$1.2B 달성", "US$1.2B", "1200000000", "USD", None),
        ("가격 ￦5,000", "￦5,000", "5000", "KRW", None),
        ("300만 위안을", "300만 위안", "3000000", "CNY", None),
        ("160만 엔으로", "160만 엔", "1600000", "JPY", None),
        ("2∼3억원이면", "2∼3억원", "200000000/300000000", "KRW", None),
        ("1천~2천만원짜리", "1천~2천만원", "10000000/20000000", "KRW", None),
        ("7만원~9만원", "7만원~9만원", "70000/90000", "KRW", None),
        ("40억여원 상당", "40억여원", "4000000000", "KRW", "APPROX"),
        ("8천만원 이상", "8천만원", "80000000", "KRW", "EQUAL_OR_MORE"),
        ("최대 8천만원까지", "8천만원", "80000000", "KRW", "EQUAL_OR_LESS"),
        ("4천만원 이하", "4천만원", "40000000", "KRW", "EQUAL_OR_LESS"),
        ("4천만원 미만", "4천만원", "40000000", "KRW", "LESS_THAN"),
        ("1억원을 넘는", "1억원", "100000000", "KRW", "MORE_THAN"),
        ("1억원을 넘겨받은", "1억원", "100000000", "KRW", None),
        ("5억원에 못 미친", "5억원", "500000000", "KRW", "LESS_THAN"),
        ("200만 원 가량", "200만 원", "2000000", "KRW", "APPROX"),
        ("4억 캐나다 달러", "4억 캐나다 달러", "400000000", "CAD", None),
        ("70만 홍콩달러", "70만 홍콩달러", "700000", "HKD", None),
        ("3억 위안화 채권", "3억 위안화", "300000000", "CNY", None),
        ("60센트 올랐다", "60센트", "0.6", "USD", None),
        ("환율은 1,312원 50전", "1,312원 50전", "1312.5", "KRW", None),
        ("EUR 35", "EUR 35", "35", "EUR", None),
        ("$5-6 million", "$5-6 million", "5000000/6000000", "USD", None),
        ("€200만", "€200만", "2000000", "EUR", None),
        ("25₩", "25₩", "25", "KRW", None),
        ("육천달러", "육천달러", "6000", "USD", None),
        ("29만원짜리", "29만원", "290000", "KRW", None),
        ("１０억\u00a0원", "１０억\u00a0원", "1000000000", "KRW", None),
    ],
)  # fmt: skip
def test_an_amount_has_its_value(
    sentence: str, text: str, value: str | None, unit: str, mod: str | None
) -> None:
    made = only(sentence)
    assert (made.text, made.norm) == (text, Norm("money", value, unit, mod))
    assert made.rule


@pytest.mark.parametrize(
    "sentence",
    [
        "1.5 트랙 채널", "제1차 회의", "지지율 67%", "구조원 3명이", "직원 5명", "3 원칙에 합의", "사원 모집",
        "이유로 들었다",
        "이불을 덮고", "9월 4일엔 비", "20일 원인을 규명", "70파운드를 감량했다", "6천 명의 만원 관중",
        "3 위안부 피해자",
        "유로 2016", "12 엔진", "3불 정책", "자동차 100만 대", "3만 명", "50kg", "5G와 6G", "아파트 12동", "50억",
        "조원 씨는", "강원 원주", "010-1234-5678", "4 원소",
    ],
)  # fmt: skip
def test_what_is_no_money_is_left_alone(sentence: str) -> None:
    assert found(sentence) == []


def test_a_word_of_several_countries_has_no_value_but_alternatives() -> None:
    made = only("5만 페소를 냈다")
    assert made.norm is None
    assert {norm.unit for norm in made.alternatives} >= {"PHP", "MXN"}
    assert only("5만 멕시코 페소").norm == Norm("money", "50000", "MXN")
    assert [norm.unit for norm in only("¥3,000").alternatives] == ["CNY"]


def test_a_marked_text_is_read() -> None:
    reading = read_amount("약 1000만 달러 이상")
    assert reading is not None
    assert (reading.norm, reading.rule) == (
        Norm("money", "10000000", "USD", "EQUAL_OR_MORE"),
        "number-currency",
    )
    bare = read_amount("50억")
    assert bare is not None
    assert bare.norm == Norm("money", "5000000000", None)
    assert read_amount("정부") is None
    assert read_amount("") is None


@given(st.integers(10, 10**15), st.sampled_from(sorted(set(WORDS) - {"센트", "펜스", "페니"})))
def test_an_amount_written_in_any_way_has_that_value(number: int, word: str) -> None:
    for text in (mixed(number, " "), thousands(number), hangul(number), f"{number:,}"):
        for made in found(f"값 {text} {word}"):
            assert made.text == f"{text} {word}"
            for norm in (made.norm, *made.alternatives):
                assert norm is None or Decimal(str(norm.value)) == number


@given(st.decimals(0, 10**9, allow_nan=False, places=2))
def test_a_decimal_is_exact(number: Decimal) -> None:
    assert only(f"{number:f}달러").norm == Norm("money", written_decimal(number), "USD")


@given(
    st.text(
        alphabet="0123456789,. $€￦일이십백천만억조수여원달러엔불유로약최소~-\u1100\u1161\u11a8\u0301",
        max_size=60,
    )
)
def test_any_text_gives_well_formed_spans(text: str) -> None:
    for made in found(text):
        assert text[made.start : made.end] == made.text != ""
        assert made.norm is None or norm_problem(made.norm) is None


@pytest.mark.parametrize(
    "sentence", ["약 5억~6억 유로에", "최소 1000만 달러 규모", "수십억원", "13 달러 45 센트"]
)
def test_a_text_of_conjoining_jamo_gives_the_same(sentence: str) -> None:
    ours, theirs = only(sentence), only(normalize("NFD", sentence))
    assert normalize("NFC", theirs.text) == ours.text
    assert theirs.norm == ours.norm
