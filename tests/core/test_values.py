"""The one written form of a number."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.values import written_decimal


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("10000000", "10000000"),
        ("1E+7", "10000000"),
        ("12.50", "12.5"),
        ("0.0", "0"),
        ("-0", "0"),
        ("1E-3", "0.001"),
        ("100", "100"),
    ],
)
def test_a_number_has_one_written_form(number: str, written: str) -> None:
    assert written_decimal(Decimal(number)) == written


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_the_written_form_has_the_same_value_and_no_exponent(number: Decimal) -> None:
    text = written_decimal(number)
    assert Decimal(text) == number
    assert "E" not in text
    assert not ("." in text and text.endswith("0"))


@pytest.mark.parametrize("number", ["NaN", "Infinity"])
def test_what_is_no_number_has_no_written_form(number: str) -> None:
    with pytest.raises(ValueError, match="finite"):
        written_decimal(Decimal(number))
