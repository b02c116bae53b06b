"""Clusters are never cut, and looking for their edges costs nothing in a long text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTextBoundaryFinder

from annotator.core.clusters import around, has_edges_everywhere, is_edge, widen
from annotator.core.offsets import Utf16Map
from tests.support.pace import allowed, timed

FAMILY = "👨‍👩‍👧‍👦"
WHOLE = (
    unicodedata.normalize("NFD", "각"),
    unicodedata.normalize("NFD", "과"),
    "\u1112\u119e\u11ab",  # an old syllable that has no composed form
    "가\u11a8",
    "e\u0301\u0323",
    "가\u302e",  # a tone mark of old Korean
    "葛\U000e0100",
    "❤\ufe0f",
    FAMILY,
    "👍🏽",
    "👩🏽‍🚀",
    "🏴\U000e0067\U000e0062\U000e007f",
    "🇰🇷",
    "\ud83d\ude00",
    "नि",
)


def edges(text: str) -> list[int]:
    return [index for index in range(len(text) + 1) if is_edge(text, index)]


@pytest.mark.parametrize("cluster", WHOLE, ids=ascii)
def test_a_cluster_has_no_edge_inside(cluster: str) -> None:
    assert edges(cluster) == [0, len(cluster)]
    text = f"앞{cluster}뒤"
    assert edges(text) == [0, 1, 1 + len(cluster), len(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [0]),
        ("한국", [0, 1, 2]),
        ("🇰🇷🇺🇸🇯", [0, 2, 4, 5]),
        ("가🇰🇷🇺🇸", [0, 1, 3, 5]),
        ("\n\u0301", [0, 1, 2]),  # a mark has no base across a line
        ("가\u200d나", [0, 2, 3]),
        ("각\u1161", [0, 1, 2]),
        ("\ude00\ud83d", [0, 1, 2]),
        ("화\u119e민", [0, 1, 2, 3]),  # written for a middle dot
        ("ㄱㅏ", [0, 1, 2]),  # compatibility jamo are letters, not parts
    ],
    ids=ascii,
)
def test_edges_of_neighbours(text: str, expected: list[int]) -> None:
    assert edges(text) == expected


PLAIN = [
    "가",
    "각",
    "a",
    " ",
    ".",
    "\n",
    "\u1100",
    "\u1161",
    "\u11a8",
    "\u0301",
    "\u0323",
    "\ufe0f",
    "\u302e",
]
ALPHABET = st.sampled_from([*PLAIN, "😀", "👩", "❤", "🏽", "🇰", "🇷", "美", "\u20dd"])
# Qt does not pair the halves of a flag that comes right after a picture: never both in one text.
FLAGS = st.lists(st.sampled_from([*PLAIN, "🇰", "🇷", "𠮷"]), min_size=1, max_size=12)
JOINED = st.lists(st.sampled_from([*PLAIN, "😀", "🏽", *WHOLE[:11]]), min_size=1, max_size=12)


@given((FLAGS | JOINED).map("".join))
def test_edges_are_those_of_another_implementation(text: str) -> None:
    offsets = Utf16Map(text)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    theirs = []
    for index in range(len(text) + 1):
        finder.setPosition(offsets.to_utf16(index))
        if finder.isAtBoundary():
            theirs.append(index)
    assert edges(text) == theirs


@given(st.text(ALPHABET | st.characters(codec=None), max_size=30), st.data())
def test_widening_gives_the_smallest_range_between_edges(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    wide = widen(text, start, end)
    all_edges = edges(text)
    assert wide == (max(e for e in all_edges if e <= start), min(e for e in all_edges if e >= end))
    assert widen(text, *wide) == wide


@pytest.mark.parametrize("cluster", WHOLE, ids=ascii)
def test_what_stands_around_a_place_begins_and_ends_with_whole_clusters(cluster: str) -> None:
    text = f"{cluster * 5}환경부{cluster * 5}"
    start = text.index("환경부")
    for reach in range(3 * len(cluster)):
        before, after = around(text, start, start + 3, reach)
        whole = reach // len(cluster)
        assert (before, after) == (cluster * whole, cluster * whole)
    assert around(text, start, start + 3, 1000) == (cluster * 5, cluster * 5)


def test_a_long_text_costs_no_more_than_a_short_one() -> None:
    text = "한국과 미국은 e\u0301 🇰🇷 " * 60_000
    with timed() as spent:
        for index in range(500_000, 510_000):
            widen(text, index, index + 3)
    assert spent.seconds < allowed(2)


def test_text_said_to_have_edges_everywhere_has_them() -> None:
    for code in range(0x110000):
        char = chr(code)
        if has_edges_everywhere(char):
            assert is_edge(f"가{char}가", 1), hex(code)
            assert is_edge(f"가{char}가", 2), hex(code)
            assert is_edge(f"a{char}각", 1), hex(code)
    assert has_edges_everywhere("과기정통부(MSIT)는 “9일” 1,000만 달러…")
    assert not has_edges_everywhere("🇰🇷")
    assert not has_edges_everywhere(unicodedata.normalize("NFD", "한"))
