"""Annotators against one who is taken for right: hand-worked, and the same from either side of a pair."""

import pytest
from hypothesis import given

from annotator.core.errors import UserError
from annotator.review import compare
from annotator.review.case import read_case
from annotator.review.comparison import counting
from annotator.review.reference import against, against_reference
from annotator.review.tally import summed
from tests.review.cases import LABELS, case, cases, pair, span

GOLD = [span(0, 3), span(5, 10, "DATE"), span(12, 14)]
THEIRS = [span(0, 3), span(5, 9, "DATE")]


def test_precision_is_of_what_they_marked_and_recall_of_what_is_right() -> None:
    found = against(compare(pair(GOLD, THEIRS)), "A")
    assert found["name"] == "A"
    (measures,) = found["annotators"].values()
    assert list(found["annotators"]) == ["B"]
    assert (measures["n_docs"], measures["n_reference"], measures["n_spans"]) == (1, 3, 2)
    assert (measures["p_exact"], measures["r_exact"]) == (1 / 2, 1 / 3)
    assert (measures["f1_exact"], measures["f1_lenient"]) == (2 / 5, 4 / 5)
    agency, date = measures["per_label"]["AGENCY"], measures["per_label"]["DATE"]
    assert (agency["p_exact"], agency["r_exact"]) == (1, 1 / 2)
    assert (date["p_exact"], date["r_exact"], date["f1_exact"], date["f1_lenient"]) == (0, 0, 0, 1)
    assert set(measures["per_label"]) == {"AGENCY", "DATE"}


def test_who_is_right_may_be_the_second_of_a_pair() -> None:
    first = against(compare(pair(GOLD, THEIRS)), "A")["annotators"]["B"]
    second = against(compare(pair(THEIRS, GOLD)), "B")["annotators"]["A"]
    assert first == second


def test_what_is_not_defined_is_none() -> None:
    measures = against(compare(pair([], THEIRS)), "A")["annotators"]["B"]
    assert (measures["p_exact"], measures["r_exact"], measures["f1_exact"]) == (0, None, 0)
    measures = against(compare(pair([], [])), "A")["annotators"]["B"]
    assert (measures["p_exact"], measures["r_exact"], measures["f1_exact"]) == (None, None, None)


def test_who_shares_no_document_is_left_out_and_a_name_that_is_not_there_is_told() -> None:
    result = compare(case({"A": {"n1": GOLD}, "B": {"n2": THEIRS}, "C": {"n1": THEIRS}}))
    assert list(against(result, "A")["annotators"]) == ["C"]
    with pytest.raises(UserError) as caught:
        against(result, "D")
    assert caught.value.message.id == "compare.no-reference"


@given(cases())
def test_the_sums_of_documents_say_the_same_as_the_pairs(drawn) -> None:
    read = read_case(drawn)
    count = counting(read)
    rows = [
        count(document, "A", "B") for document, layers in read.layers.items() if {"A", "B"} <= set(layers)
    ]
    seen = against(compare(drawn), "A")["annotators"]
    if rows:
        assert against_reference(summed(rows, len(LABELS)), LABELS) == seen["B"]
    else:
        assert "B" not in seen
