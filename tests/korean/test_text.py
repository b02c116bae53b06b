"""The copy that recognisers look at, and what they find in it, in the raw text."""

from datetime import date
from unicodedata import normalize

import pytest

from annotator.core.values import Norm
from annotator.korean.text import Text


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_place_of_the_copy_is_a_place_of_the_raw_text(form: str) -> None:
    text = Text.of(normalize(form, "예산은 강원 １０억 원이다"))
    at = text.copy.index("10억")
    made = text.suggestion((at, at + 5), "AMOUNT", Norm("money", "1000000000", "KRW"), rule="x")
    assert normalize("NFC", made.text) == "１０억 원"
    assert text.raw[made.start : made.end] == made.text


def test_a_document_date_is_a_day_or_unknown() -> None:
    assert Text.of("", "2024-02-29").document_date == date(2024, 2, 29)
    assert Text.of("", "").document_date is None
    with pytest.raises(ValueError, match="2024-02"):
        Text.of("", "2024-02")
