"""Spans are found by place, and keep lanes that never cross, however they came in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.pane.model import PaneSpan, Placed, SpanIndex
from tests.support.pace import allowed, timed

TEXT = "가나다라마\n바사아\n\n자차카타파하\u2029끝"
SPANS = st.builds(
    lambda number, start, length, suggested: PaneSpan(
        number,
        start,
        min(start + length, len(TEXT)),
        "label-1",
        "기관",
        "suggestion" if suggested else "span",
    ),
    st.integers(1, 12),
    st.integers(0, len(TEXT) - 1),
    st.integers(1, 9),
    st.booleans(),
)


def everything(index: SpanIndex) -> list[list[Placed]]:
    return [index.placed(number, 0, len(TEXT)) for number in range(5)]


def fresh(*spans: PaneSpan) -> SpanIndex:
    index = SpanIndex(TEXT)
    index.replace_all(spans)
    return index


@given(st.lists(SPANS | st.integers(1, 12), max_size=25))
def test_step_by_step_or_all_at_once_is_the_same(steps: list[PaneSpan | int]) -> None:
    index = SpanIndex(TEXT)
    kept: dict[int, PaneSpan] = {}
    for step in steps:
        if isinstance(step, PaneSpan):
            index.put(step)
            kept[step.id] = step
        else:
            index.remove(step)
            kept.pop(step, None)
        everything(index)  # lanes are worked out at every step: stale ones would be seen
    assert everything(index) == everything(fresh(*kept.values()))
    assert len(index) == len(kept)
    for cp in range(len(TEXT)):
        found = index.at(cp)
        assert {one.id for one in found} == {one.id for one in kept.values() if one.start <= cp < one.end}
        assert [one.end - one.start for one in found] == sorted(one.end - one.start for one in found)


@given(st.lists(SPANS, max_size=12, unique_by=lambda span: span.id))
def test_no_two_spans_of_one_lane_or_tint_overlap(spans: list[PaneSpan]) -> None:
    index = fresh(*spans)
    most = 0
    for placed in everything(index):
        for at, one in enumerate(placed):
            most = max(most, one.lane + 1)
            for other in placed[at + 1 :]:
                if one.span.start < other.span.end and other.span.start < one.span.end:
                    assert one.lane != other.lane
                    if "suggestion" not in (one.span.style, other.span.style):
                        assert one.depth != other.depth
    assert index.lanes() == most


@given(st.lists(SPANS, max_size=12, unique_by=lambda span: span.id), st.integers(0, 16), st.integers(1, 5))
def test_a_part_of_a_paragraph_gives_what_touches_it(spans: list[PaneSpan], start: int, length: int) -> None:
    index = fresh(*spans)
    for number in range(5):
        expected = [
            one
            for one in index.placed(number, 0, len(TEXT))
            if one.span.start < start + length and one.span.end > start
        ]
        assert index.placed(number, start, start + length) == expected


def test_the_outer_span_is_nearest_to_the_text() -> None:
    outer, inner = PaneSpan(1, 0, 5, "label-1", "가"), PaneSpan(2, 1, 3, "label-2", "나")
    beside = PaneSpan(3, 4, 5, "label-2", "다")
    lanes = {placed.span.id: placed.lane for placed in fresh(beside, inner, outer).placed(0, 0, 5)}
    assert lanes == {1: 0, 2: 1, 3: 1}


def test_paragraphs_end_where_qt_ends_them() -> None:
    index = SpanIndex(TEXT)
    assert [index.paragraph_bounds(number) for number in range(5)] == [
        (0, 5),
        (6, 9),
        (10, 10),
        (11, 17),
        (18, 19),
    ]
    assert [index.paragraph_at(cp) for cp in (0, 5, 6, 10, 11, 19)] == [0, 0, 1, 2, 3, 4]


def test_only_the_paragraphs_that_changed_are_named() -> None:
    index = fresh(PaneSpan(1, 0, 2, "label-1", "가"))
    assert index.put(PaneSpan(2, 7, 12, "label-1", "가")) == {1, 2, 3}
    assert index.put(PaneSpan(2, 7, 12, "label-1", "가")) == set()
    assert index.put(PaneSpan(2, 0, 1, "label-1", "가")) == {0, 1, 2, 3}
    assert index.remove(1) == {0}
    assert index.remove(1) == set()


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 3), (5, len(TEXT) + 1)])
def test_a_span_outside_the_text_is_refused_and_changes_nothing(start: int, end: int) -> None:
    index = fresh(PaneSpan(1, 0, 2, "label-1", "가"))
    before = everything(index)
    with pytest.raises(ValueError, match="span 1"):
        index.put(PaneSpan(1, start, end, "label-1", "가"))
    with pytest.raises(ValueError, match="span 2"):
        index.replace_all([PaneSpan(2, start, end, "label-1", "가")])
    assert everything(index) == before


def test_an_id_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="same id"):
        fresh(PaneSpan(1, 0, 2, "label-1", "가"), PaneSpan(1, 1, 2, "label-1", "가"))


def test_adding_to_five_thousand_costs_what_adding_to_a_few_does() -> None:
    paragraph = "한국과 미국은 반도체와 배터리 분야에서 협력한다.\n"
    index = SpanIndex(paragraph * 7_000)
    size = len(paragraph)
    index.replace_all(PaneSpan(at, at * size, at * size + 2, "label-1", "기관") for at in range(5_000))
    with timed() as spent:
        for at in range(1_000):
            index.put(PaneSpan(10_000 + at, at * size + 4, at * size + 6, "label-2", "분야"))
            index.placed(at, at * size, at * size + size)
    assert spent.seconds < allowed(2)  # a walk over all spans takes ten times that


def test_a_lane_that_is_given_is_taken_and_what_lies_under_the_text_has_none() -> None:
    index = SpanIndex(TEXT)
    index.replace_all(
        [
            PaneSpan(1, 0, 5, "", "", "lit"),
            PaneSpan(2, 1, 3, "", "", "differs"),
            PaneSpan(3, 0, 3, "label-1", "A", "solid", lane=0),
            PaneSpan(4, 0, 3, "label-1", "", "dotted", lane=2),
            PaneSpan(5, 1, 2, "label-1", "C", "dashed", lane=1),
        ]
    )
    placed = {one.span.id: (one.lane, one.depth) for one in index.placed(0, 0, 5)}
    assert placed == {1: (0, 0), 2: (0, 0), 3: (0, 0), 4: (2, 0), 5: (1, 0)}
