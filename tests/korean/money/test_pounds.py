"""Pounds are money unless the words right beside one say that it is a weight."""

import pytest

from annotator.korean import suggest


def amounts(sentence: str) -> list[str]:
    return [made.text for made in suggest(sentence, document_date=None) if made.label == "AMOUNT"]


@pytest.mark.parametrize(
    ("sentence", "money"),
    [
        ("영국은 20억 파운드를 투자한다.", ["20억 파운드"]),
        ("5kg짜리 연어를 30파운드에 샀다.", ["30파운드"]),
        ("무게 10kg인 금화가 500파운드에 팔렸다.", ["500파운드"]),
        ("30파운드(약 5만 원)를 냈다.", ["30파운드", "5만 원"]),
        ("체중을 줄이는 약은 한 달에 200파운드나 한다.", ["200파운드"]),
        ("벌금 80파운드를 물었고 상자는 12파운드 무게였다.", ["80파운드"]),
    ],
)
def test_a_price_beside_a_weight_is_found(sentence: str, money: list[str]) -> None:
    assert amounts(sentence) == money


@pytest.mark.parametrize(
    "sentence",
    [
        "그는 몸무게가 200파운드다.", "무게 약 12파운드의 상자", "체중: 150파운드", "송아지는 90kg(198파운드)이었다.",
        "198파운드(약 90kg)인 송아지", "7파운드 3온스로 태어났다.", "석 달 만에 30파운드를 뺐다.",
        "70파운드를 감량했다",
        "50파운드짜리 덤벨을 들었다.", "호박은 무게가 무려 2,000파운드였다.",
    ],
)  # fmt: skip
def test_a_weight_is_no_money(sentence: str) -> None:
    assert amounts(sentence) == []
