"""Matching sees through case, width, dots, blanks and NFD, and its hits lie where the raw text has them."""

import sys
from unicodedata import category, combining, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.folding import _OTHER, Finder, find_all, fold, fold_term, is_simple

# Everything that folding has a rule for, and its neighbours.
ALPHABET = "가각힣한국ㄱㅏ ᄀ까ᆞᆨᇫ·ㆍ・‧･\u00a0\u202f\u2007\u3000aAＡｚ％%ßſİéÅ\u0301\u0308\u0323\u3099かが😀🇰🇷👩\u200d\n1"
texts = st.text(st.one_of(st.sampled_from(ALPHABET), st.characters(exclude_categories=["Cs"])), max_size=30)


def places(text: str, term: str) -> list[str]:
    return [text[start:end] for start, end in find_all(fold(text), term)]


@pytest.mark.parametrize(
    ("text", "term", "found"),
    [
        ("반도체ㆍ양자", "반도체·양자", ["반도체ㆍ양자"]),
        ("반도체·양자 반도체・양자 반도체ᆞ양자 반도체‧양자", "반도체ㆍ양자", None),
        ("한국과\u00a0미국", "한국과 미국", ["한국과\u00a0미국"]),
        ("한국과\u202f미국\u3000일본", "미국 일본", ["미국\u3000일본"]),
        ("ＡＩ 와 ai 와 Ai", "AI", ["ＡＩ", "ai", "Ai"]),
        ("１２％ 12%", "12%", ["１２％", "12%"]),
        ("Straße STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("😀 웃음 😀", "😀", ["😀", "😀"]),
        ("각각각", "각각", ["각각"]),
        ("기관", "기", ["기"]),
        ("관", "과", []),
        ("아무것도", "", []),
    ],
)
def test_a_term_is_found_in_every_way_it_is_written(text: str, term: str, found: list[str] | None) -> None:
    wanted = text.split() if found is None else found
    assert places(text, term) == wanted
    assert [normalize("NFC", place) for place in places(normalize("NFD", text), normalize("NFD", term))] == [
        normalize("NFC", place) for place in wanted
    ]


def test_an_araea_is_a_dot_only_where_it_stands_alone() -> None:
    assert fold("체ᆞ양").text == "체·양"
    assert fold("ᄒᆞᆫ글").text == "ᄒᆞᆫ글"


def test_a_hit_in_part_of_a_cluster_takes_the_cluster() -> None:
    # x with a circumflex is not composed: the hit on x has the mark with it.
    assert places("ax\u0302b", "x") == ["x\u0302"]
    # Half of the two letters that ß becomes.
    assert places("aßb", "s") == ["ß"]


def test_a_mark_at_the_begin_of_a_line_is_not_part_of_the_line_end() -> None:
    assert places("가\n\u0301나", "\n") == ["\n"]
    assert places("가\u2028\u0301나", "\u0301나") == ["\u0301나"]


def test_a_plain_text_is_mapped_without_a_list() -> None:
    folded = fold("산업부가 1,200억 원·달러를 “지원”했다.\n끝")
    assert isinstance(folded.starts, range)
    assert folded.raw(0, 3) == (0, 3)


def test_every_character_that_is_taken_for_plain_is() -> None:
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if _OTHER.match(char):
            continue
        folded = fold_term(char)
        assert len(folded) == 1, hex(code)
        assert not combining(char), hex(code)
        assert category(char)[0] != "M", hex(code)
        assert normalize("NFC", char) == char, hex(code)
        assert normalize("NFC", folded) == folded, hex(code)
        # What changes with case is seen by its capital form too.
        assert char == char.casefold() or folded.upper() != folded, hex(code)


@given(texts)
def test_nfc_and_nfd_fold_to_the_same(text: str) -> None:
    assert fold(normalize("NFC", text)).text == fold(normalize("NFD", text)).text == fold(text).text


@given(texts)
def test_folding_again_changes_nothing(text: str) -> None:
    folded = fold_term(text)
    assert fold_term(folded) == folded


@given(texts, st.data())
def test_raw_ranges_stay_inside_and_grow_with_the_folded_ones(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    assert len(folded.starts) == len(folded.text) + 1
    assert list(folded.starts) == sorted(folded.starts)
    assert folded.starts[len(folded.text)] == len(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    raw_start, raw_end = folded.raw(start, end)
    assert 0 <= raw_start <= raw_end <= len(text)
    assert (raw_start == raw_end) == (start == end)
    assert folded.text[start:end] in fold(text[raw_start:raw_end]).text


@given(texts, st.integers(0, 30), st.integers(1, 4))
def test_what_stands_in_a_text_is_found_there_in_nfc_and_nfd(text: str, first: int, length: int) -> None:
    composed = normalize("NFC", text)
    term = composed[first : first + length]
    hits = [normalize("NFC", place) for place in places(composed, term)]
    assert [normalize("NFC", place) for place in places(normalize("NFD", text), term)] == hits
    if term and fold_term(term) in fold_term(composed):
        assert hits


@given(texts, texts)
def test_hits_are_in_order_and_do_not_overlap(text: str, term: str) -> None:
    last = 0
    for start, end in find_all(fold(text + term + text), term):
        assert last <= start < end
        last = end


@given(
    st.one_of(texts, st.text(st.sampled_from("가나 ·ㆍ\u00a0\u3000aAＡＢé1"), max_size=12)), texts, st.data()
)
def test_a_finder_sees_what_folding_shows(text: str, other: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    piece = text[start : data.draw(st.integers(start, len(text)))]
    for term in (piece, piece.upper(), other):
        held = fold_term(term) in fold_term(text)
        assert Finder(term).is_in(text) == held
        if is_simple(text):
            assert Finder(term).is_in(text, simple=True) == held


@pytest.mark.parametrize(
    ("text", "simple"),
    [
        ("가 나·다\u00a0라ㆍ마 ABC 12%", True),
        ("각", True),
        ("\u1100\u1161\u11a8", False),
        ("ＡＩ", False),
        ("ß", False),
        ("", True),
    ],
)
def test_simple_texts_fold_character_by_character(text: str, simple: bool) -> None:
    assert is_simple(text) is simple
