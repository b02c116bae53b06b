"""Each wire's dateline, where it ends in the line, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.extraction.datelines import read_dateline, read_reporters

TAIL = " 정부는 9일 계획을 밝혔다."

DATELINES = [
    # line up to the end of its dateline, place, outlet, reporters
    ("[서울=뉴스핌] 김하늘 기자 =", "서울", "뉴스핌", ("김하늘",)),
    ("(서울=연합뉴스) 김하늘 기자 =", "서울", "연합뉴스", ("김하늘",)),
    ("(서울=연합뉴스) 김하늘 이바다 박산 기자 =", "서울", "연합뉴스", ("김하늘", "이바다", "박산")),
    ("(서울=연합뉴스) 김하늘·이바다 기자=", "서울", "연합뉴스", ("김하늘", "이바다")),
    ("(서울=뉴스1) 김하늘 기자 =", "서울", "뉴스1", ("김하늘",)),
    ("(서울=뉴스1) 김하늘 기자,이바다 기자 =", "서울", "뉴스1", ("김하늘", "이바다")),
    ("(세종=뉴스1) 김하늘 선임기자 =", "세종", "뉴스1", ("김하늘",)),
    ("(세종=뉴스1) 김하늘 선임 기자 =", "세종", "뉴스1", ("김하늘",)),
    ("(서울=뉴스1) =", "서울", "뉴스1", ()),
    ("【서울=뉴시스】김하늘 기자 =", "서울", "뉴시스", ("김하늘",)),
    ("【서울=뉴시스】 김하늘 기자 =", "서울", "뉴시스", ("김하늘",)),
    ("[서울=뉴시스]김하늘 인턴기자 =", "서울", "뉴시스", ("김하늘",)),
    ("[서울=뉴시스]", "서울", "뉴시스", ()),
    ("[런던=AP/뉴시스]", "런던", "뉴시스", ()),
    ("(도쿄=연합뉴스) 김하늘 특파원 =", "도쿄", "연합뉴스", ("김하늘",)),
    ("(파리 로이터=연합뉴스) 김하늘 통신원 =", "파리 로이터", "연합뉴스", ("김하늘",)),
    ("(서울·부산=연합뉴스) 김하늘 기자 =", "서울·부산", "연합뉴스", ("김하늘",)),
    ("（서울＝연합뉴스） 김하늘 기자 ＝", "서울", "연합뉴스", ("김하늘",)),
    ("［서울=뉴스핌］ 김하늘 기자 =", "서울", "뉴스핌", ("김하늘",)),
    ("(서울=연합뉴스) John Kim 기자 =", "서울", "연합뉴스", ("John Kim",)),
    ("[서울=뉴스핌] 김하늘 기자", "서울", "뉴스핌", ("김하늘",)),
    ("[OSEN=김하늘 기자]", "", "OSEN", ("김하늘",)),
    ("[OSEN=잠실, 김하늘 기자]", "잠실", "OSEN", ("김하늘",)),
    ("[헤럴드경제=김 기자]", "", "헤럴드경제", ("김",)),
    ("[데일리안 = 김하늘 기자]", "", "데일리안", ("김하늘",)),
    ("[이데일리 김하늘 기자]", "", "이데일리", ("김하늘",)),
    ("[스포츠조선 김하늘 이바다 기자]", "", "스포츠조선", ("김하늘", "이바다")),
    ("[디지털데일리 김하늘기자]", "", "디지털데일리", ("김하늘",)),
    ("[세종=이데일리 김하늘 기자]", "세종", "이데일리", ("김하늘",)),
    ("[인천=김하늘 기자]", "인천", "", ("김하늘",)),
    ("[미디어한빛=김하늘 객원기자] =", "", "미디어한빛", ("김하늘",)),
]


@pytest.mark.parametrize(
    ("head", "place", "outlet", "reporters"), DATELINES, ids=[row[0] for row in DATELINES]
)
def test_a_dateline_ends_after_its_equals_sign_and_says_who_wrote_where(head, place, outlet, reporters):
    for before in ("", " ", "\u3000", "\u00a0"):
        found = read_dateline(before + head + TAIL)
        assert found is not None
        assert (before + head + TAIL)[found.start : found.end] == head
        assert (found.place, found.outlet, found.reporters) == (place, outlet, reporters)


@pytest.mark.parametrize(
    "line",
    [
        "",
        " ",
        "[",
        "[]",
        "[=]",
        "[사진=대통령실]",
        "[사진=김하늘 기자] 행사 모습",
        "[그래프=통계청] 실업률",
        "(자료=한국은행)",
        "[사진 제공=한빛뉴스]",
        "[표=한빛뉴스] 예산",
        "[속보] 정부, 예산안 발표",
        "[인사] 기획재정부",
        "[뉴스핌 베스트 기사]",
        "[NBS] 지지율 67%",
        "(x=3) 이면 y는 4이다.",
        "(서울=강남) 아파트값이 올랐다.",
        "(종합) 김하늘 기자 = 정부는",
        "김하늘 기자 = 정부는 9일",
        "정부는 [서울=뉴스핌] 김하늘 기자 = 9일",
        "[서울=뉴스핌 김하늘 기자 = 정부는",
        "(10일=서울) 김하늘은 기자가 아니다 = 참",
    ],
)
def test_credits_tags_and_sentences_are_no_datelines(line):
    assert read_dateline(line) is None


def test_the_blank_after_a_dateline_is_not_part_of_it():
    line = "[서울=뉴스핌] 김하늘 기자 =\u00a0정부는"
    found = read_dateline(line)
    assert found is not None
    assert line[found.end :] == "\u00a0정부는"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("김하늘 기자", ("김하늘",)),
        ("김하늘, 이바다 기자", ("김하늘", "이바다")),
        ("김하늘 기자 · 이바다 선임기자", ("김하늘", "이바다")),
        ("기자", ()),
        ("김하늘", None),
        ("김하늘 기자가", None),
        ("기자 김하늘", None),
        ("정부는 9일 기자", None),
        ("", None),
        ("가 " * 40 + "기자", None),
    ],
)
def test_reporters_are_names_before_a_role(text, names):
    assert read_reporters(text) == names


@given(st.text(alphabet="[]()【】=＝ ·,가나기자특파원뉴시스서울OSEN\u00a0\n\ud800", max_size=200))
def test_whatever_is_read_lies_inside_the_line_and_begins_with_a_bracket(line):
    found = read_dateline(line)
    if found is not None:
        assert 0 <= found.start < found.end <= len(line)
        assert line[found.start] in "[(【"
        assert not line[: found.start].strip()
