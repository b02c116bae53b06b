"""The matching blocks are those of difflib, whichever way they are found."""

from difflib import SequenceMatcher
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.review import matching
from annotator.review.matching import Block, is_similar, matching_blocks, similarity
from tests.support.pace import allowed, timed

LETTERS = "가나다라마바사아자"


def plain(a: str, b: str) -> list[tuple[int, int, int]]:
    found = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return [tuple(block) for block in found if block.size]


def edited(text: str, random: Random) -> str:
    """Return the text with a few characters put in, taken out, exchanged, or said twice."""
    chars = list(text)
    for _ in range(random.randrange(1, 10)):
        at, other = random.randrange(len(chars) + 1), random.randrange(len(chars) + 1)
        kind = random.randrange(4)
        if kind == 0:
            chars[at:at] = random.choices(LETTERS[:3], k=random.randrange(1, 6))
        elif kind == 1:
            del chars[at : at + random.randrange(1, 8)]
        elif kind == 2:
            chars[at : at + 2] = random.choices(LETTERS[:3], k=random.randrange(1, 5))
        else:
            chars[at:at] = chars[other : other + random.randrange(40)]
    return "".join(chars)


@pytest.mark.parametrize(
    ("a", "b", "blocks"),
    [
        ("", "", []),
        ("", "가", []),
        ("가", "", []),
        ("가나", "가나", [(0, 0, 2)]),
        ("가나다", "가다", [(0, 0, 1), (2, 1, 1)]),
        # Of two longest ones the first in a, then the first in b.
        ("가나가나", "가나", [(0, 0, 2)]),
        ("가나", "가나가나", [(0, 0, 2)]),
        # A common beginning may lie in a longer block elsewhere: taking it off first would be wrong.
        ("가나다", "가가나다", [(0, 1, 3)]),
        ("가나다", "가나다다", [(0, 0, 3)]),
        ("가나다가나다라", "가나다라", [(3, 0, 4)]),
        ("라가나다", "라가나다가나다", [(0, 0, 4)]),
        ("가나", "나가나", [(0, 1, 2)]),
        ("abXcd", "cdabX", [(0, 2, 3)]),
    ],
)
def test_blocks_worked_by_hand(a: str, b: str, blocks: list[tuple[int, int, int]]) -> None:
    assert matching_blocks(a, b) == [Block(*block) for block in blocks]
    assert plain(a, b) == blocks


@given(st.text("가나", max_size=40), st.text("가나", max_size=40))
def test_of_two_letters_they_are_those_of_difflib(a: str, b: str) -> None:
    assert [tuple(block) for block in matching_blocks(a, b)] == plain(a, b)


@given(st.text(LETTERS, max_size=60), st.text(LETTERS, max_size=60))
def test_of_more_letters_they_are_those_of_difflib(a: str, b: str) -> None:
    assert [tuple(block) for block in matching_blocks(a, b)] == plain(a, b)


@given(st.text("가나", max_size=12), st.text("가나다", max_size=6), st.text("가나", max_size=12), st.data())
def test_they_are_where_beginning_and_end_are_common(
    head: str, cut: str, tail: str, data: st.DataObject
) -> None:
    a, b = head + cut + tail, head + data.draw(st.text("가나다", max_size=6)) + tail
    assert [tuple(block) for block in matching_blocks(a, b)] == plain(a, b)


@pytest.mark.parametrize("read_at_most", [0, 500, 1 << 19])
@pytest.mark.parametrize("letters", [1, 2, 3, 9])
def test_index_and_search_find_the_same(
    monkeypatch: pytest.MonkeyPatch, read_at_most: int, letters: int
) -> None:
    monkeypatch.setattr(matching, "_READ_AT_MOST", read_at_most)
    random = Random(letters)
    for length in (5, 30, 100, 250):
        for _ in range(8):
            a = "".join(random.choices(LETTERS[:letters], k=length)) * random.randrange(1, 3)
            b = edited(a, random)
            assert [tuple(block) for block in matching_blocks(a, b)] == plain(a, b)


@given(st.text(LETTERS[:3], max_size=30), st.text(LETTERS[:3], max_size=30))
def test_similarity_is_the_ratio_of_difflib(a: str, b: str) -> None:
    assert similarity(a, b) == SequenceMatcher(None, a, b, autojunk=False).ratio()


@given(st.text(LETTERS[:3], max_size=20), st.text(LETTERS[:3], max_size=20), st.floats(0, 1))
def test_being_similar_is_reaching_the_threshold(a: str, b: str, threshold: float) -> None:
    ratio = similarity(a, b)
    assert is_similar(a, b, threshold) == (ratio >= threshold)
    assert is_similar(a, b, ratio)
    assert not is_similar(a, b, ratio + 0.001)


def test_one_change_in_a_long_text_costs_no_more_than_its_length() -> None:
    a = "".join(Random(1).choices([chr(code) for code in range(0xAC00, 0xAC00 + 400)], k=200_000))
    times: list[float] = []
    for size in (50_000, 200_000):
        changed = size * 2 // 5
        b = a[:changed] + "바뀐말" + a[changed + 2 : size]
        with timed() as spent:
            blocks = matching_blocks(a[:size], b)
        times.append(spent.seconds)
        assert blocks == [Block(0, 0, changed), Block(changed + 2, changed + 3, size - changed - 2)]
    # Four times the text: a cost that grew with its square would be sixteen times.
    assert times[1] < 12 * max(times[0], allowed(0.1))
