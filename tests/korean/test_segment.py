"""Segments end at separators, eojeols at white space, and brackets are followed to their partners."""

import pytest

from annotator.korean.segment import (
    balanced,
    eojeol,
    eojeol_before,
    halves,
    is_mark,
    pairs,
    segment,
    with_bracket,
)


def cut(marked: str) -> str:
    """Return the segment of the place that a caret (or a range between two) marks with ^."""
    start = marked.index("^")
    end = marked.rindex("^") - (marked.count("^") - 1)
    text = marked.replace("^", "")
    first, last = segment(text, start, end)
    return text[first:last]


@pytest.mark.parametrize("separator", list(" \t\n()[]{}<>《》〈〉「」『』【】“”‘’\"'·~∼,=/|…:"))
def test_separators_end_a_segment(separator: str) -> None:
    assert cut(f"외교{separator}산^업부{separator}환경") == "산업부"


@pytest.mark.parametrize("char", list(".-_+&%@#?!;₩$"))
def test_other_marks_do_not(char: str) -> None:
    assert cut(f"가나{char}다^라") == f"가나{char}다라"


@pytest.mark.parametrize("char", list(",·:/"))
def test_between_digits_four_separators_do_not_separate(char: str) -> None:
    assert cut(f"총 1^2{char}345명") == f"12{char}345명"
    assert cut(f"총 1^2{char}명") == "12"
    assert cut(f"총 가{char}3^45명") == "345명"


@pytest.mark.parametrize("char", list("~=|…"))
def test_other_separators_do_so_between_digits_too(char: str) -> None:
    assert cut(f"2^0{char}30억") == "20"


def test_a_full_stop_never_separates() -> None:
    assert cut("[사진] 2023.^12.09 end") == "2023.12.09"


def test_separators_inside_a_range_stay() -> None:
    assert cut("미국 산^업부·환^경부는") == "산업부·환경부는"


def test_between_two_separators_there_is_no_segment() -> None:
    assert cut("외교부,^ 산업부") == ""


def test_an_eojeol_ends_at_white_space_alone() -> None:
    text = "미국 산업부·환경부(가칭)는 왔다"
    first, last = eojeol(text, 4, 4)
    assert text[first:last] == "산업부·환경부(가칭)는"


def test_eojeols_before_end_where_the_line_begins() -> None:
    text = "첫 줄\n둘째  줄이"
    last = eojeol_before(text, text.index("줄이"))
    assert text[slice(*last)] == "둘째"
    first, end = eojeol_before(text, last[0])
    assert first == end


def test_brackets_find_their_partners_and_halves_do_not() -> None:
    assert pairs("(가[나)다]", 0, 7) == {0: 4, 4: 0}
    assert halves("(가[나)다]", 0, 7) == [2, 6]
    assert pairs('"가" "나', 0, 6) == {0: 2, 2: 0}
    assert halves('"가" "나', 0, 6) == [4]
    assert pairs("((가)", 0, 4) == {1: 3, 3: 1}
    assert halves("moody's 'a", 0, 10) == [8]
    assert halves("가나", 0, 2) == []


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("세계보건기구(WHO)와", "세계보건기구", "세계보건기구(WHO)"),
        (
            "세계보건기구(World Health Organization)와",
            "세계보건기구",
            "세계보건기구(World Health Organization)",
        ),
        ("(사)한국여행협회가", "한국여행협회가", "(사)한국여행협회가"),
        ("세계보건기구(WHO)와", "와", "와"),
        ("세계보건기구(WHO와", "세계보건기구", "세계보건기구"),
        ('외교부"라고"', "외교부", "외교부"),
        ("외교부 (가칭)", "외교부", "외교부"),
    ],
)
def test_a_bracket_belongs_to_the_word_before_it_and_a_short_form_to_the_word_behind(
    text, word, expected
) -> None:
    start = text.index(word)
    assert text[slice(*with_bracket(text, start, start + len(word)))] == expected


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("대화(핵심 신흥 기술)를", "대화(핵심", "대화(핵심 신흥 기술)"),
        ("대화(핵심 신흥 기술)를", "기술)를", "(핵심 신흥 기술)를"),
        ("대화(핵심 신흥 기술", "대화(핵심", "대화(핵심"),
        ("대화“핵심 신흥”", "대화“핵심", "대화“핵심"),
    ],
)
def test_a_cut_bracket_is_grown_to_its_partner(text: str, part: str, expected: str) -> None:
    start = text.index(part)
    assert text[slice(*balanced(text, start, start + len(part)))] == expected


def test_marks_are_what_no_word_is_made_of() -> None:
    assert all(map(is_mark, ' .,"“(·~※▲★①ⓐ😀🇰\u200b-%$'))
    assert not any(map(is_mark, "가a1美ㄱᄀあΩ½"))
