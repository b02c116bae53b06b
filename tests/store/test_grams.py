"""Grams are plain tokens for SQLite, whatever the characters, and a query asks for all of a term's."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.store import grams

anything = st.characters(exclude_categories=["Cs"])
texts = st.text(st.one_of(st.sampled_from("가나 %·😀a\n\x00\ufffd𠮷"), anything), max_size=20)


def expected(text: str) -> set[str]:
    written = [f"{ord(char):04x}" for char in text]
    threes = zip(written, written[1:], written[2:], strict=False)
    return {
        *written,
        *(a + b for a, b in pairwise(written)),
        *(a + b + c for a, b, c in threes if b == "0020"),
    }


@given(texts)
def test_a_text_gives_its_characters_its_pairs_and_what_stands_round_a_blank(text: str) -> None:
    assert set(grams.tokens(text).split()) == expected(text)


@given(st.text(st.one_of(st.sampled_from("가 "), anything), min_size=1, max_size=8))
def test_a_query_asks_only_for_what_the_text_gives(term: str) -> None:
    asked = grams.query(term).split(" AND ")
    assert set(asked) <= set(grams.tokens(f"앞{term}뒤").split())
    assert len(asked) == len(set(asked))
    assert all(token.isalnum() and token.isascii() for token in asked)


@given(texts, st.text(anything, min_size=1, max_size=2))
def test_an_exact_query_finds_nothing_else(text: str, term: str) -> None:
    if grams.is_exact(term):
        assert (grams.query(term) in grams.tokens(text).split()) == (term in text)


def test_only_short_terms_of_the_basic_plane_are_exact() -> None:
    terms = ("한", "한국", "%", "a·", "한국어", "😀", "가😀", "가\n")
    assert [term for term in terms if grams.is_exact(term)] == ["한", "한국", "%", "a·"]
    # The reason: two tokens that are written alike.
    assert grams.query("\u1f60\U0001f600") == grams.query("\U0001f601\uf600")
