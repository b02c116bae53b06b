"""The words of dates: which year, month, week or day a word means, and what a word must be followed by to mean it."""

import re
from collections.abc import Iterable
from typing import Final

# Offsets from the document date; None: from the date named before it in the text.
YEAR_WORDS: Final[dict[str, tuple[int, bool]]] = {
    "올해": (0, False), "올 해": (0, False), "금년": (0, False), "올": (0, False), "금년도": (0, False),
    "지난해": (-1, False), "지난 해": (-1, False), "작년": (-1, False), "작년도": (-1, False), "전년": (-1, False),
    "전년도": (-1, False), "재작년": (-2, False), "지지난해": (-2, False), "내년": (1, False), "내년도": (1, False),
    "내후년": (2, False), "명년": (1, False), "이듬해": (1, True), "다음 해": (1, True), "다음해": (1, True),
    "익년": (1, True), "같은 해": (0, True), "같은해": (0, True), "그해": (0, True), "그 해": (0, True),
    "동년": (0, True),
}  # fmt: skip
MONTH_WORDS: Final[dict[str, tuple[int, bool]]] = {
    "이달": (0, False), "이 달": (0, False), "이번 달": (0, False), "이번달": (0, False), "금월": (0, False),
    "지난달": (-1, False), "지난 달": (-1, False), "저번 달": (-1, False), "저번달": (-1, False), "전월": (-1, False),
    "지지난달": (-2, False), "지지난 달": (-2, False), "다음 달": (1, False), "다음달": (1, False),
    "내달": (1, False),
    "담달": (1, False), "다다음 달": (2, False), "다다음달": (2, False), "같은 달": (0, True), "같은달": (0, True),
    "그달": (0, True), "그 달": (0, True), "동월": (0, True),
}  # fmt: skip
WEEK_WORDS: Final[dict[str, int]] = {
    "이번 주": 0, "이번주": 0, "금주": 0, "지난주": -1, "지난 주": -1, "저번 주": -1, "저번주": -1, "지지난주": -2,
    "지지난 주": -2, "다음 주": 1, "다음주": 1, "담주": 1, "내주": 1, "차주": 1, "다다음 주": 2, "다다음주": 2,
}  # fmt: skip
DAY_WORDS: Final[dict[str, tuple[int, bool]]] = {
    "오늘": (0, False), "금일": (0, False), "이날": (0, False), "어제": (-1, False), "어저께": (-1, False),
    "전날": (-1, False), "전일": (-1, False), "그제": (-2, False), "그저께": (-2, False), "그끄저께": (-3, False),
    "내일": (1, False), "명일": (1, False), "낼모레": (2, False), "내일모레": (2, False), "모레": (2, False),
    "글피": (3, False), "같은 날": (0, True), "같은날": (0, True), "다음 날": (1, True), "다음날": (1, True),
    "이튿날": (1, True), "익일": (1, True),
}  # fmt: skip

# Fixed feasts by month and day; those of the lunar calendar have no value.
FEASTS: Final[dict[str, tuple[int, int] | None]] = {
    "신정": (1, 1), "밸런타인데이": (2, 14), "발렌타인데이": (2, 14), "삼일절": (3, 1), "3·1절": (3, 1),
    "3.1절": (3, 1),
    "화이트데이": (3, 14), "만우절": (4, 1), "식목일": (4, 5), "장애인의 날": (4, 20), "근로자의 날": (5, 1),
    "노동절": (5, 1),
    "어린이날": (5, 5), "어버이날": (5, 8), "스승의 날": (5, 15), "현충일": (6, 6), "제헌절": (7, 17),
    "광복절": (8, 15),
    "국군의 날": (10, 1), "개천절": (10, 3), "한글날": (10, 9), "핼러윈": (10, 31), "할로윈": (10, 31),
    "빼빼로데이": (11, 11),
    "크리스마스이브": (12, 24), "크리스마스 이브": (12, 24), "성탄절": (12, 25), "크리스마스": (12, 25),
    "성탄 전야": (12, 24),
    "설날": None, "추석": None, "한가위": None, "부처님오신날": None, "부처님 오신 날": None, "석가탄신일": None,
    "정월대보름": None,
}  # fmt: skip

DIRECTIONS: Final[dict[str, str]] = {
    "지난": "past", "저번": "past", "오는": "future", "다가오는": "future", "돌아오는": "future", "이번": "this",
    "다음": "next",
}  # fmt: skip

PARTS: Final[dict[str, str]] = {
    "초반": "START", "초순": "START", "상순": "START", "초": "START", "전반": "START", "초엽": "START",
    "중순": "MID", "중반": "MID", "중엽": "MID", "중": "DURING", "하순": "END", "말경": "END", "말께": "END",
    "말엽": "END", "말": "END", "후반": "END", "연초": "START", "연말": "END",
}  # fmt: skip
PERIODS: Final[dict[str, str]] = {
    "상반기": "H1", "하반기": "H2", "전반기": "H1", "후반기": "H2", "봄": "SP", "여름": "SU", "초여름": "SU",
    "한여름": "SU", "가을": "FA", "늦가을": "FA", "겨울": "WI", "한겨울": "WI", "초겨울": "WI",
}  # fmt: skip
WEEKDAYS: Final = "월화수목금토일"
ORDINALS: Final[dict[str, int]] = {
    "첫째": 1, "첫": 1, "첫번째": 1, "첫 번째": 1, "둘째": 2, "두번째": 2, "두 번째": 2, "셋째": 3, "세번째": 3,
    "세 번째": 3, "넷째": 4, "네번째": 4, "네 번째": 4, "다섯째": 5, "다섯번째": 5, "다섯 번째": 5, "마지막": -1,
}  # fmt: skip

# Native words of days and how many they are; and of small numbers, before 달 해 주.
DAY_COUNTS: Final[dict[str, int]] = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10,
    "보름": 15, "일주일": 7,
}  # fmt: skip
COUNTS: Final[dict[str, int]] = {
    "한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9,
    "열": 10,
    "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "십": 10, "이십": 20, "삼십": 30,
}  # fmt: skip


def alternation(words: Iterable[str]) -> str:
    """Return words as an alternation of a regular expression, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


# What may follow a word that could be part of another one: no Hangul, or a josa.
JOSA_NEXT: Final = (
    r"(?=[^가-힣]|$|에|의|은|을|이|가|는|를|도|와|과|로|으로|부터|까지|만|보다|쯤|께|경|엔|인|면|무렵|이후|이전|"
    r"중(?![가-힣])|다(?![가-힣])|였|맞이)"
)
DASH: Final = r" ?[~∼〜–—-] ?"
