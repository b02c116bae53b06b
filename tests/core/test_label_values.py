"""What becomes of values where the kind of their label changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.label_values import carried, lost
from annotator.core.validate import norm_problem
from annotator.core.values import NORM_TYPE_OF_KIND, Norm, ValueKind

MONEY = Norm("money", "1000", "KRW")
DAY = Norm("date", "2026-01-02", ref="2026-01-01")
NAME = Norm("name", "한빛시", ref="a-1")
SAMPLES = (
    MONEY,
    DAY,
    Norm("duration", "P3Y"),
    NAME,
    Norm("sector", "AI"),
    Norm("choice", "가"),
    Norm("text", "나"),
)


@pytest.mark.parametrize("kind", [ValueKind.NAME, ValueKind.CODE, ValueKind.TEXT])
def test_names_codes_and_texts_become_one_another(kind: ValueKind) -> None:
    assert carried(NAME, kind) == NAME._replace(type=NORM_TYPE_OF_KIND[kind])


def test_a_choice_must_be_one_of_the_choices() -> None:
    assert carried(NAME, ValueKind.CHOICE, ("한빛시", "가람시")) == NAME._replace(type="choice")
    assert carried(NAME, ValueKind.CHOICE, ("가람시",)) is None
    assert carried(Norm("choice", "가"), ValueKind.CHOICE, ("나",)) is None


@pytest.mark.parametrize("norm", SAMPLES)
def test_a_label_without_values_keeps_none(norm: Norm) -> None:
    assert carried(norm, ValueKind.NONE) is None


def test_sums_and_dates_stay_among_themselves() -> None:
    assert carried(MONEY, ValueKind.MONEY) == MONEY
    assert carried(MONEY, ValueKind.TEXT) is None
    assert carried(DAY, ValueKind.DATE) == DAY
    assert carried(Norm("duration", "P3Y"), ValueKind.DATE) == Norm("duration", "P3Y")
    assert carried(NAME, ValueKind.DATE) is None


@given(st.sampled_from(SAMPLES), st.sampled_from(ValueKind))
def test_what_is_carried_fits_the_kind(norm: Norm, kind: ValueKind) -> None:
    after = carried(norm, kind, ("한빛시", "가"))
    assert after is None or norm_problem(after, kind) is None


def test_lost_values_are_counted() -> None:
    values = [(NAME, 3), (Norm("name", "가람시"), 2)]
    assert lost(values, ValueKind.TEXT) == 0
    assert lost(values, ValueKind.MONEY) == 5
    assert lost(values, ValueKind.CHOICE, ("가람시",)) == 3
