"""Terms about fields, as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.narrowing import Term, bounds, parsed


@pytest.mark.parametrize(
    ("typed", "rest", "terms"),
    [
        ("양자", "양자", ()),
        ("outlet:한빛뉴스", "", (Term("outlet", "한빛뉴스"),)),
        ('매체:"한빛 뉴스" 양자  컴퓨팅', "양자 컴퓨팅", (Term("outlet", "한빛 뉴스"),)),
        (
            "date:2024-01..2024-03 있음:댓글",
            "",
            (Term("document_date", "2024-01..2024-03"), Term("has", "comments")),
        ),
        ("http://a.b", "http://a.b", ()),
        ("외교부:발표 outlet:", "외교부:발표 outlet:", ()),
        ("has:nonsense", "has:nonsense", ()),
        ("LABEL:agency", "", (Term("label", "agency"),)),
    ],
)
def test_terms_are_told_from_words(typed, rest, terms) -> None:
    assert parsed(typed) == (rest, terms)


@given(st.text(st.characters(exclude_characters=":"), max_size=20))
def test_what_has_no_colon_is_only_searched_for(typed) -> None:
    assert parsed(typed) == (typed.strip(), ())


def test_a_range_has_two_ends_and_a_day_is_both() -> None:
    assert bounds("2024-01..2024-03") == ("2024-01", "2024-03")
    assert bounds("2024-03") == ("2024-03", "2024-03")
    assert bounds("2024..") == ("2024", "")
