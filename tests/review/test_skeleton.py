"""A skeleton keeps what the eye reads, composed and without blanks, and knows where each character came from."""

import sys
from unicodedata import combining, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.review.skeleton import _OTHER, skeleton, skeleton_text

# What the definition has a word for, and its neighbours.
ALPHABET = (
    "가각힣ㄱㅏᄀ하ᅵᅶᆞᆧᆨᇂᇃé e\u0301\u0323\u0308\u00a0\u2000\u3000\u200b\ufeff\n\r\t樂\uf914Å\u212b😀🇰🇷👩\u200d1"
)
texts = st.text(st.one_of(st.sampled_from(ALPHABET), st.characters(exclude_categories=[])), max_size=30)


def plain_skeleton(text: str) -> list[tuple[str, int, int]]:
    """Return the skeleton as docs/comparing.md, 1, words it."""
    clusters: list[list[int]] = []
    for at, char in enumerate(text):
        code = ord(char)
        follows = combining(char) != 0 or 0x1161 <= code <= 0x1175 or 0x11A8 <= code <= 0x11C2
        if follows and clusters:
            clusters[-1][1] = at + 1
        else:
            clusters.append([at, at + 1])
    return [
        (char, start, end)
        for start, end in clusters
        for char in normalize("NFC", text[start:end])
        if not char.isspace() and char not in "\u200b\ufeff"
    ]


@pytest.mark.parametrize(
    ("text", "kept", "ranges"),
    [
        ("", "", []),
        (" \n\u3000\u200b\ufeff", "", []),
        ("가 나", "가나", [(0, 1), (2, 3)]),
        ("\ufeff가\r\n나", "가나", [(1, 2), (4, 5)]),
        ("1000만\u00a0달러", "1000만달러", [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (6, 7), (7, 8)]),
        ("\u1112\u1161\u11ab", "한", [(0, 3)]),
        ("e\u0301x", "éx", [(0, 2), (2, 3)]),
        # No composed form: two characters from one cluster.
        ("x\u0302", "x\u0302", [(0, 2), (0, 2)]),
        # A blank that carries a mark is dropped, its mark is not.
        ("가 \u0301", "가\u0301", [(0, 1), (1, 3)]),
        # The Hanja that has two code points for one sound.
        ("\uf914", "樂", [(0, 1)]),
        # An araea and what follows it are no parts of a cluster here.
        ("ᄒᆞ", "ᄒᆞ", [(0, 1), (1, 2)]),
    ],
)
def test_a_skeleton_is_what_the_definition_says(text: str, kept: str, ranges: list[tuple[int, int]]) -> None:
    made = skeleton(text)
    assert made.text == kept == skeleton_text(text)
    assert list(zip(made.starts, made.ends, strict=True)) == ranges


def test_every_character_that_is_taken_for_plain_is() -> None:
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if _OTHER.match(char) is None:
            assert not combining(char), hex(code)
            assert not 0x1161 <= code <= 0x1175, hex(code)
            assert not 0x11A8 <= code <= 0x11C2, hex(code)
            assert normalize("NFC", char) == char, hex(code)


@pytest.mark.parametrize(
    ("char", "follows"),
    [
        ("\u1160", False),
        ("\u1161", True),
        ("\u1175", True),
        ("\u1176", False),
        ("\u11a7", False),
        ("\u11a8", True),
        ("\u11c2", True),
        ("\u11c3", False),
        ("\u0301", True),
        ("\u0903", False),
        ("\u200d", False),
    ],
)
def test_what_follows_in_a_cluster(char: str, *, follows: bool) -> None:
    made = skeleton("나" + char)
    assert list(made.ends) == [2] * len(made.text) if follows else list(made.ends) == [1, 2]


@given(texts)
def test_it_equals_the_plain_definition(text: str) -> None:
    made = skeleton(text)
    assert list(zip(made.text, made.starts, made.ends, strict=True)) == plain_skeleton(text)
    assert skeleton_text(text) == made.text


@given(st.text("가각힣ㄱ한글eé· a1\n", max_size=30))
def test_decomposed_text_has_the_same_skeleton(text: str) -> None:
    assert skeleton_text(normalize("NFD", text)) == skeleton_text(text)


@given(texts)
def test_ranges_lie_in_the_text_in_order(text: str) -> None:
    made = skeleton(text)
    assert all(0 <= s < e <= len(text) for s, e in zip(made.starts, made.ends, strict=True))
    assert list(made.starts) == sorted(made.starts)
    assert list(made.ends) == sorted(made.ends)
