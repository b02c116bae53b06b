"""Spans find their place in another version of the text, or are said to be lost; none is moved in silence."""

from difflib import SequenceMatcher
from random import Random
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.review.anchoring import Anchored, Fate, reanchor
from annotator.review.skeleton import skeleton
from tests.support.pace import allowed, timed

LETTERS = "가각나 \n\u00a0\u0301e"


def quoted(own: str, quote: str, reference: str) -> tuple[str, str]:
    """Return what became of the one place of `quote`, and what it covers in the reference."""
    start = own.index(quote)
    (found,) = reanchor(own, reference, [(start, start + len(quote))])
    return found.kind.value, "" if found.kind is Fate.LOST else reference[found.start : found.end]


def plainly(own: str, reference: str, span: tuple[int, int]) -> tuple[str, int, int]:
    """Return what the table of docs/comparing.md, 2, says, row by row."""
    start, end = span
    if own == reference:
        return "same", start, end
    ours, theirs = skeleton(own), skeleton(reference)
    touching = [i for i in range(len(ours.text)) if ours.starts[i] < end and ours.ends[i] > start]
    if not touching:
        return "lost", -1, -1
    if ours.text == theirs.text:
        return "moved", theirs.starts[touching[0]], theirs.ends[touching[-1]]
    places = {}
    matcher = SequenceMatcher(None, ours.text, theirs.text, autojunk=False)
    for number, block in enumerate(matcher.get_matching_blocks()):
        places.update({block.a + i: (number, block.b + i) for i in range(block.size)})
    if touching[0] not in places or touching[-1] not in places:
        return "lost", -1, -1
    (head, first), (tail, last) = places[touching[0]], places[touching[-1]]
    if head == tail:
        return "moved", theirs.starts[first], theirs.ends[last]
    length, old = last - first + 1, touching[-1] - touching[0] + 1
    if first <= last and old / 3 <= length <= old * 3:
        return "edited", theirs.starts[first], theirs.ends[last]
    return "lost", -1, -1


@pytest.mark.parametrize(
    ("own", "quote", "reference", "kind", "covers"),
    [
        ("기상청은 어제", "기상청", "기상청은 어제", "same", "기상청"),
        ("기상청은 어제", " ", "기상청은 어제", "same", " "),
        # Equal skeletons: nothing is lost but the blanks at the ends.
        ("기상청은\n어제", "기상청", "\ufeff기상청은\r\n\r\n어제", "moved", "기상청"),
        ("1000만달러를", "1000만달러", "1000만\u00a0달러를", "moved", "1000만\u00a0달러"),
        ("기상청 은", "기상청 ", "기상청은", "moved", "기상청"),
        ("기상청은", "기상청", normalize("NFD", "기상청은"), "moved", normalize("NFD", "기상청")),
        ("기상청은 어제", " ", "기상청은  어제", "lost", ""),
        # Another text around the span.
        ("기상청은 어제 말했다", "기상청", "[속보] 기상청은 어제 말했다", "moved", "기상청"),
        ("기상청은 어제 말했다", "어제", "기상청은 오늘 말했다", "lost", ""),
        ("국립 기상청 직원", "기상청", "국립 수산원 직원", "lost", ""),
        # A word put into the span, or taken out of it.
        ("우리 한국과학원 연구", "한국과학원", "우리 한국표준과학원 연구", "edited", "한국표준과학원"),
        ("우리 한국표준과학원 연구", "한국표준과학원", "우리 한국과학원 연구", "edited", "한국과학원"),
        # Two characters may grow to six, not to seven; six may shrink to two, not to fewer.
        ("처음과끝", "과끝", "처음과하나둘셋끝", "edited", "과하나둘셋끝"),
        ("처음과끝", "과끝", "처음과하나둘셋넷끝", "lost", ""),
        ("처음과하나둘셋끝", "과하나둘셋끝", "처음과끝", "edited", "과끝"),
        ("처음과하나둘셋넷끝", "과하나둘셋넷끝", "처음과끝", "lost", ""),
        # An end that is gone is not guessed.
        ("국립수산과학원은", "국립수산과학원", "수산과학원은", "lost", ""),
        # A mark in part of a cluster takes the cluster.
        (normalize("NFD", "각국"), "\u1100", "각국", "moved", "각"),
    ],
)
def test_what_becomes_of_a_span(own: str, quote: str, reference: str, kind: str, covers: str) -> None:
    assert quoted(own, quote, reference) == (kind, covers)


def test_spans_come_back_in_the_order_given() -> None:
    found = reanchor("가나 다라", "가나다라", [(3, 5), (0, 2), (3, 5)])
    assert found == [Anchored(2, 4, Fate.MOVED), Anchored(0, 2, Fate.MOVED), Anchored(2, 4, Fate.MOVED)]
    assert reanchor("가", "나", []) == []


@st.composite
def versions(draw: st.DrawFn) -> tuple[str, str, list[tuple[int, int]]]:
    own = draw(st.text(LETTERS, min_size=1, max_size=25))
    other = draw(st.one_of(st.text(LETTERS, max_size=25), st.just(own)))
    if draw(st.booleans()):
        at = draw(st.integers(0, len(own)))
        other = own[:at] + draw(st.text(LETTERS, max_size=5)) + own[at + draw(st.integers(0, 4)) :]
    starts = draw(st.lists(st.integers(0, len(own) - 1), max_size=5))
    return own, other, [(start, draw(st.integers(start + 1, len(own)))) for start in starts]


@given(versions())
def test_it_is_the_plain_definition(made: tuple[str, str, list[tuple[int, int]]]) -> None:
    own, reference, spans = made
    found = reanchor(own, reference, spans)
    assert [(a.kind.value, a.start, a.end) for a in found] == [
        plainly(own, reference, span) for span in spans
    ]
    assert all(0 <= a.start < a.end <= len(reference) for a in found if a.kind is not Fate.LOST)


words = st.lists(
    st.sampled_from(["기상청은", "1,000만", "달러", "정부·기업", "“누리호”", "e\u0301tat", "각"]), min_size=1
)


@given(words, st.data())
def test_reflowed_text_keeps_every_span(parts: list[str], data: st.DataObject) -> None:
    own = " ".join(parts)
    blanks = st.sampled_from([" ", "  ", "\n", "\r\n", "\n\n", "\u00a0", "\u3000", ""])
    other = "".join(part + data.draw(blanks) for part in parts)
    if data.draw(st.booleans()):
        other = "\ufeff" + normalize("NFD", other)
    spans = []
    at = 0
    for part in parts:
        spans.append((at, at + len(part)))
        at += len(part) + 1
    found = reanchor(own, other, spans)
    covered = [normalize("NFC", other[place.start : place.end]) for place in found]
    assert covered == [normalize("NFC", part) for part in parts]
    assert {place.kind for place in found} <= {Fate.SAME, Fate.MOVED}


@given(st.text(LETTERS, min_size=1), st.data())
def test_the_same_text_keeps_what_it_was_given(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert reanchor(text, text, [(start, end)]) == [Anchored(start, end, Fate.SAME)]


def long_text(length: int) -> str:
    """Return text of blanks and syllables, common ones more often, as news has them."""
    random = Random(7)
    syllables = [chr(0xAC00 + 28 * number) for number in range(300)] + [" "] * 40
    return "".join(random.choices(syllables, [1 + 300 / (1 + number) for number in range(340)], k=length))


@pytest.mark.parametrize(("length", "spans", "seconds"), [(5_000, 100, 0.1), (200_000, 5_000, 1.0)])
def test_a_changed_word_costs_little(length: int, spans: int, seconds: float) -> None:
    own = long_text(length)
    reference = own[: length // 3] + "바뀐 말" + own[length // 3 + 5 :]
    marks = [(start, start + 7) for start in range(0, length - 7, length // spans)]
    with timed() as spent:
        found = reanchor(own, reference, marks)
    assert spent.seconds < allowed(2 * seconds)  # a cost of another order is ten times more
    assert sum(place.kind is Fate.MOVED for place in found) >= spans - 3
