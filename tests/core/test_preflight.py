"""Before "done" each check finds what it is for and nothing else, grouped by string, without what was waved off."""

from dataclasses import replace
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.folding import fold_term
from annotator.core.preflight import Check, Member, Place, Waiver, findings, is_plausible
from annotator.core.values import Norm
from tests.support.checked import checked, span, told

DAY = Norm("date", "2023-12-09", ref="2023-12-10")


def test_a_clean_layer_has_no_findings() -> None:
    layer = checked(
        "⟨AGENCY:기상청⟩은 ⟨DATE:9일⟩ ⟨AMOUNT:10억 원⟩을 들였다. ⟨AGENCY:기상청⟩",
        {2: DAY, 3: Norm("money", "1000000000", "KRW")},
        document_date="2023-12-10",
        records=[[Member(1), Member(3)], [Member(1), Member(None, DAY)]],
    )
    assert findings(layer) == []
    assert findings(checked("")) == []


def test_one_string_with_two_labels() -> None:
    layer = checked("⟨SECTOR:반도체·AI⟩ ⟨AGENCY:반도체ㆍＡＩ⟩ ⟨SECTOR:반도체·AI⟩ ⟨SECTOR:양자⟩ ⟨SECTOR:양자⟩")
    assert told(findings(layer)) == [("two-labels", "반도체·AI", [1, 2, 3])]
    layer = checked("⟨SECTOR:⟨AGENCY:우주⟩⟩")
    assert told(findings(layer)) == [("two-labels", "우주", [1, 2])]


@pytest.mark.parametrize(
    ("norm", "key", "is_found"),
    [
        (None, "DATE", True),
        (None, "AMOUNT", True),
        (None, "AGENCY", False),
        (None, "SECTOR", False),
        (Norm("date"), "DATE", True),
        (Norm("date", mod="START"), "DATE", True),
        (Norm("date", "2023"), "DATE", False),
        (Norm("duration", "P3Y"), "DATE", False),
        (Norm("money", "5", "USD"), "AMOUNT", False),
        (Norm("money", "5"), "AMOUNT", False),
        # A vague amount has a currency and no number.
        (Norm("money", None, "USD"), "AMOUNT", False),
        (Norm("money"), "AMOUNT", True),
    ],
)
def test_an_amount_or_a_date_without_a_value(norm: Norm | None, key: str, *, is_found: bool) -> None:
    layer = checked(f"⟨{key}:무엇⟩", {} if norm is None else {1: norm})
    assert told(findings(layer)) == ([("no-value", "무엇", [1])] if is_found else [])


@pytest.mark.parametrize(
    ("period", "plausible"),
    [
        ("2023-12-09", True),
        ("1873-12-10", True),
        ("1873-12-09", False),
        ("2053-12-10", True),
        ("2053-12-11", False),
        # A longer period is plausible if any day of it is.
        ("1873-12", True),
        ("1873-11", False),
        ("2053-12", True),
        ("2054-01", False),
        ("1873", True),
        ("1872", False),
        ("2053-Q4", True),
        ("2054-Q1", False),
        ("2053-SU", True),
        ("1872-H2", False),
        ("2053-W50", True),
        ("2053-W51", False),
        ("1873-W50", True),
        ("1873-W49", False),
        ("187", True),
        ("186", False),
        ("205", True),
        ("206", False),
        ("18", True),
        ("17", False),
        ("20", True),
        ("21", False),
        ("0001", False),
        ("0000", False),
        ("9999-12-31", False),
    ],
)
def test_a_date_is_plausible_up_to_150_years_before_and_30_after(period: str, *, plausible: bool) -> None:
    assert is_plausible(period, "2023-12-10") is plausible
    layer = checked("⟨DATE:그날⟩", {1: Norm("date", period)}, document_date="2023-12-10")
    assert told(findings(layer)) == ([] if plausible else [("date-range", "그날", [1])])


def test_each_end_of_a_range_must_be_plausible_and_without_a_document_date_nothing_is_said() -> None:
    norm = Norm("date", "2023/2203")
    assert told(findings(checked("⟨DATE:그때⟩", {1: norm}, document_date="2023-12-10"))) == [
        ("date-range", "그때", [1])
    ]
    assert findings(checked("⟨DATE:그때⟩", {1: norm})) == []
    # The 29th of February has its day in other years too.
    assert findings(checked("⟨DATE:그때⟩", {1: Norm("date", "2054-02")}, document_date="2024-02-29")) == []
    # Other types and other forms are not this check's.
    for other in (Norm("duration", "P900Y"), Norm("date", "어제"), Norm("date", "2023-02-30")):
        assert findings(checked("⟨DATE:그때⟩", {1: other}, document_date="2023-12-10")) == []


def test_a_span_across_a_line_break() -> None:
    layer = checked("⟨AGENCY:한국\n은행⟩ ⟨AGENCY:기상청⟩\n⟨AGENCY:산림청⟩")
    assert told(findings(layer)) == [("line-break", "한국\n은행", [1])]


@pytest.mark.parametrize(
    ("members", "at"),
    [
        ([Member(2), Member(1)], None),
        ([Member(1), Member(None, DAY)], None),
        ([Member(None, DAY), Member(None, Norm("name", "기상청"))], None),
        ([Member(2)], 2),
        ([Member(1), Member(2), Member(None)], 1),
        ([Member(2), Member(9)], 2),
        ([Member(2), Member(1), Member(9)], 1),
    ],
)
def test_an_incomplete_record(members: list[Member], at: int | None) -> None:
    layer = checked("⟨AGENCY:기상청⟩ ⟨SECTOR:우주⟩", records=[members])
    assert told(findings(layer)) == ([] if at is None else [("record", ["", "기상청", "우주"][at], [at])])


def test_an_incomplete_record_without_spans_is_found_at_the_beginning() -> None:
    (found,) = findings(checked("⟨AGENCY:기상청⟩", records=[[], [Member(None, DAY)]]))
    assert found.places == (Place(None, 0, 0),)


def test_open_suggestions_and_unsure_spans() -> None:
    layer = checked("기상청 ⟨AGENCY:산림청⟩ 기상청", suggestions=[(8, 11), (0, 3)])
    layer = replace(layer, spans=[span(4, layer.text, (4, 7, "AGENCY"), unsure=True)])
    first, second = findings(layer)
    assert (first.check, first.text, first.places) == (
        Check.SUGGESTION,
        "기상청",
        (Place(None, 0, 3), Place(None, 8, 11)),
    )
    assert told([second]) == [("unsure", "산림청", [4])]


def test_findings_come_by_check_then_in_reading_order_grouped_by_string() -> None:
    layer = checked("⟨DATE:나⟩ ⟨DATE:가⟩ ⟨SECTOR:다\n⟩ ⟨DATE:나⟩ ⟨SECTOR:가⟩")
    assert told(findings(layer)) == [
        ("two-labels", "가", [2, 5]),
        ("no-value", "나", [1, 4]),
        ("no-value", "가", [2]),
        ("line-break", "다\n", [3]),
    ]


@pytest.mark.parametrize(
    ("waiver", "left"),
    [
        (Waiver("no-value"), []),
        (Waiver("no-value", "가·나"), [("다", [3])]),
        (Waiver("no-value", normalize("NFD", "가ㆍ나")), [("다", [3])]),
        (Waiver("no-value", "가"), [("가·나", [1, 2]), ("다", [3])]),
        (Waiver("no-value", None, (0, 3)), [("가·나", [2]), ("다", [3])]),
        (Waiver("no-value", "가·나", (0, 3)), [("가·나", [2]), ("다", [3])]),
        # The place has another string now.
        (Waiver("no-value", "라", (0, 3)), [("가·나", [1, 2]), ("다", [3])]),
        (Waiver("no-value", None, (0, 2)), [("가·나", [1, 2]), ("다", [3])]),
        (Waiver("unsure"), [("가·나", [1, 2]), ("다", [3])]),
        (Waiver("unsure", None, (0, 3)), [("가·나", [1, 2]), ("다", [3])]),
    ],
)
def test_a_waiver_takes_a_check_a_string_or_a_place(
    waiver: Waiver, left: list[tuple[str, list[int]]]
) -> None:
    layer = checked("⟨DATE:가·나⟩ ⟨DATE:가·나⟩ ⟨DATE:다⟩")
    assert [(text, ids) for _, text, ids in told(findings(layer, [waiver]))] == left
    twice = findings(layer, {waiver, Waiver("no-value", "다")})
    assert [(text, ids) for _, text, ids in told(twice)] == [one for one in left if one[0] != "다"]


def test_a_place_waved_off_has_no_part_in_two_labels() -> None:
    layer = checked("⟨SECTOR:우주⟩ ⟨SECTOR:우주⟩ ⟨AGENCY:우주⟩")
    assert told(findings(layer, [Waiver("two-labels", None, (0, 2))])) == [("two-labels", "우주", [2, 3])]
    assert findings(layer, [Waiver("two-labels", None, (6, 8))]) == []
    assert findings(layer, [Waiver("two-labels", "우주")]) == []


NORMS = st.sampled_from([None, DAY, Norm("date", "0100"), Norm("money", None, "KRW")])


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["가", "가·나", "가ㆍ나", "나\n나"]),
            st.sampled_from(["DATE", "AMOUNT", "AGENCY"]),
            NORMS,
        )
    )
)
def test_every_finding_stands_in_the_text_and_can_be_waved_off(
    parts: list[tuple[str, str, Norm | None]],
) -> None:
    layer = checked(
        " ".join(f"⟨{key}:{quote}⟩" for quote, key, _ in parts),
        {number: norm for number, (_, _, norm) in enumerate(parts, 1) if norm},
        document_date="2023-12-10",
    )
    found = findings(layer)
    assert len({(one.check, fold_term(one.text)) for one in found}) == len(found)
    for one in found:
        assert one.places
        assert list(one.places) == sorted(set(one.places))
        strings = {fold_term(layer.text[place.start : place.end]) for place in one.places}
        assert strings == {fold_term(one.text)}
        assert findings(layer, [Waiver(one.check, one.text)]) == [
            other for other in found if other is not one
        ]
    places = [Waiver(one.check, None, (place.start, place.end)) for one in found for place in one.places]
    assert findings(layer, places) == []
    assert findings(layer, [Waiver(check) for check in Check]) == []
