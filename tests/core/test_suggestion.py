"""Scores: which texts are numbers, and which suggestions have the score that is asked of their model."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.suggestion import Suggestion, number_of, reaches


def made(score: str, model: str = "m1") -> Suggestion:
    return Suggestion(0, 1, "글", 1, score=score, model=model)


@pytest.mark.parametrize(
    ("score", "number"),
    [(".93", ".93"), ("0.70", "0.7"), ("1", "1"), ("-2.10e-3", "-0.0021"), ("+3.", "3"), ("93", "93")],
)
def test_a_plain_number_is_a_grade(score: str, number: str) -> None:
    assert made(score).grade == Decimal(number)


@pytest.mark.parametrize(
    "score", ["", "높음", "93%", "0,93", "NaN", "Infinity", "1_000", "٣", "1e99999", ".", "e5"]
)
def test_anything_else_is_none_and_never_held_against_a_least_score(score: str) -> None:
    assert made(score).grade is None
    assert reaches(made(score), {"m1": Decimal(1)})


def test_the_least_score_counts_for_its_source_alone_and_itself_is_enough() -> None:
    least = {"m1": Decimal("0.6")}
    assert [reaches(made(score), least) for score in ("0.59", "0.6", ".60", "0.61")] == [
        False,
        True,
        True,
        True,
    ]
    assert reaches(made("0.1", "m2"), least)
    assert reaches(made("0.1", ""), least)


@given(st.text())
def test_no_score_is_an_error(score: str) -> None:
    number_of(score)
