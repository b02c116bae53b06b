"""Facts: which spans of a sentence are proposed as one record, and which are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.korean.facts import FactFinder, facts
from annotator.korean.sentences import sentences
from tests.support.checked import LABELS, checked, span

_SHORT = {"A": "AGENCY", "S": "SECTOR", "W": "AMOUNT", "D": "DATE"}
KEYS = list(_SHORT.values())


def marked(told: str):
    """Return text and spans of a text marked as [A:과기부]."""
    for short, key in _SHORT.items():
        told = told.replace(f"[{short}:", f"⟨{key}:")
    made = checked(told.replace("]", "⟩"))
    return made.text, list(made.spans)


def proposed(told: str, *tied: str) -> list[list[str]]:
    """Return the texts of the spans of each fact; `told` marks spans as [A:과기부]."""
    text, spans = marked(told)
    ids = {one.id for one in spans if one.text in tied}
    return [[one.text for one in fact.spans] for fact in facts(text, spans, LABELS, ids)]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("[A:과기부]는 [W:20억 원]을 지원한다.", [["과기부", "20억 원"]]),
        ("[A:과기부]는 [D:9일] [S:반도체]에 [W:20억 원]을 쓴다.", [["과기부", "9일", "반도체", "20억 원"]]),
        ("[A:과기부]와 [A:산업부]는 [S:양자] 연구를 돕는다.", [["과기부", "산업부", "양자"]]),
        ("[W:20억 원]을 [A:과기부]가 낸다.", [["20억 원", "과기부"]]),
        # Nobody, or nothing that is done with it.
        ("[D:9일] [W:20억 원]이 나갔다.", []),
        ("[A:과기부]는 [D:9일] 밝혔다.", []),
        ("[A:과기부]와 [A:산업부]가 만났다.", []),
        ("[S:반도체]에 [W:20억 원]을 쓴다.", []),
        # Another sentence, another line.
        ("[A:과기부]가 밝혔다. [W:20억 원]이 든다.", []),
        ("[A:과기부]\n[W:20억 원]", []),
        ("“[A:과기부]가 낸다. [W:20억 원]이다”라고 했다.", [["과기부", "20억 원"]]),
        # Said twice, or by a short form in brackets.
        ("[A:기상청]은 [S:양자]를, 또 [A:기상청]은 [S:양자]를 돕는다.", [["기상청", "양자"]]),
        ("[A:세계보건기구]([A:WHO])는 [S:바이오]를 돕는다.", [["세계보건기구", "바이오"]]),
        # Several sums.
        (
            "[A:과기부]는 [W:20억 원], [A:산업부]는 [W:30억 원]을 쓴다.",
            [["과기부", "20억 원"], ["산업부", "30억 원"]],
        ),
        (
            "[A:과기부]는 [S:양자]에 [W:20억 원], [S:바이오]에 [W:30억 원]을 [D:내년] 쓴다.",
            [["과기부", "양자", "20억 원"], ["과기부", "바이오", "30억 원", "내년"]],
        ),
    ],
)
def test_a_sentence_that_says_who_and_what_is_a_fact(told: str, found: list[list[str]]) -> None:
    assert proposed(told) == found


def test_a_fact_whose_head_is_tied_is_not_proposed_again() -> None:
    told = "[A:과기부]는 [S:양자]에 [W:20억 원], [S:바이오]에 [W:30억 원]을 쓴다."
    assert proposed(told, "과기부", "양자", "20억 원") == [["과기부", "바이오", "30억 원"]]
    assert proposed("[A:과기부]는 [S:양자]를 돕는다.", "양자") == []
    assert proposed("[A:과기부]는 [S:양자]를 돕는다.", "과기부") == [["과기부", "양자"]]


def test_a_span_inside_another_of_its_label_or_over_the_edge_of_a_sentence_is_left_out() -> None:
    text, spans = marked("[A:한국과학기술원]은 [W:1억 원]을 쓴다. 끝.")
    inner, over = span(98, text, (2, 4, "AGENCY")), span(99, text, (16, len(text), "SECTOR"))
    found = facts(text, sorted([*spans, inner, over], key=lambda one: one.order), LABELS)
    assert [[one.text for one in fact.spans] for fact in found] == [["한국과학기술원", "1억 원"]]


@given(st.lists(st.tuples(st.integers(0, 59), st.integers(1, 6), st.sampled_from(KEYS)), max_size=12))
def test_each_fact_lies_in_a_sentence_with_a_name_and_a_sum_or_a_field(
    places: list[tuple[int, int, str]],
) -> None:
    text = "과기부는 낸다. 산업부도 9일 20억 원을.\n" * 3
    made = [span(number, text, (at, at + size, key)) for number, (at, size, key) in enumerate(places, 1)]
    spans = sorted(made, key=lambda one: one.order)
    for fact in facts(text, spans, LABELS):
        labels = {one.label_id for one in fact.spans}
        assert 1 in labels
        assert labels & {2, 3}
        low, high = fact.place
        assert any(start <= low and high <= end for start, end in sentences(text))


@given(
    st.lists(
        st.lists(
            st.tuples(st.integers(0, 59), st.integers(1, 6), st.sampled_from(KEYS), st.booleans()), max_size=9
        ),
        min_size=2,
        max_size=4,
    )
)
def test_who_asks_again_after_a_change_is_told_what_is_found_from_the_beginning(
    states: list[list[tuple[int, int, str, bool]]],
) -> None:
    text = "과기부(산업부)는 낸다. 산업부도 9일 20억 원을.\n" * 3
    finder = FactFinder()
    for places in states:
        made = [span(number, text, (at, at + size, key)) for number, (at, size, key, _) in enumerate(places)]
        tied = {number for number, (*_, is_tied) in enumerate(places) if is_tied}
        spans = sorted(made, key=lambda one: one.order)
        assert finder.find(text, spans, LABELS, tied) == facts(text, spans, LABELS, tied)


def test_a_line_that_has_not_changed_is_not_read_again() -> None:
    text, spans = marked("[A:과기부]는 [W:20억 원]을 쓴다.\n[A:산업부]는 [W:30억 원]을 쓴다.")
    finder = FactFinder()
    before = finder.find(text, spans, LABELS)
    after = finder.find(text, spans[:2], LABELS)
    assert [fact.spans for fact in after] == [before[0].spans]
    assert after[0] is before[0]
