"""Dates in Korean text: what is one, what is none, and which day each means on the day it was written."""

from datetime import date, timedelta
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.validate import norm_problem
from annotator.core.values import Norm
from annotator.korean import Suggestion, read_date, suggest

# A Thursday.
TODAY = "2024-05-16"


def found(text: str, day: str | None = TODAY, also: tuple[str, ...] = ()) -> list[Suggestion]:
    return [made for made in suggest(text, document_date=day, also=also) if made.label == "DATE"]


def only(text: str, day: str | None = TODAY) -> Suggestion:
    (made,) = found(text, day)
    assert made.text == text[made.start : made.end]
    assert made.rule
    return made


def value(made: Suggestion) -> str | None:
    return None if made.norm is None else made.norm.value


@pytest.mark.parametrize(
    ("sentence", "text", "expected"),
    [
        ("2021년 5월 3일에 문을 열었다", "2021년 5월 3일", "2021-05-03"),
        ("사진 2021.5.3 촬영", "2021.5.3", "2021-05-03"),
        ("사진 2023.12.09 촬영", "2023.12.09", "2023-12-09"),
        ("기준 2024-03-01", "2024-03-01", "2024-03-01"),
        ("2019학년도 입시", "2019학년도", "2019"),
        ("2012년 3월부터 시행", "2012년 3월", "2012-03"),
        ("이천십오년 삼월 삼일에", "이천십오년 삼월 삼일", "2015-03-03"),
        ("20190704 자료", "20190704", "2019-07-04"),
        ("1990년대 말", "1990년대 말", "199"),
        ("21세기의 도시", "21세기", "20"),
        ("2021~2023년 예산", "2021~2023년", "2021/2023"),
        ("2021년 11월~2022년 2월", "2021년 11월~2022년 2월", "2021-11/2022-02"),
        ("2022년 3월 마지막 월요일", "2022년 3월 마지막 월요일", "2022-03-28"),
        ("2022년 2월 마지막 날", "2022년 2월 마지막 날", "2022-02-28"),
        ("2015년 1월 첫째 주", "2015년 1월 첫째 주", "2015-W01"),
        ("2020년 하반기", "2020년 하반기", "2020-H2"),
        ("2020년 3분기", "2020년 3분기", "2020-Q3"),
        ("2020년 겨울", "2020년 겨울", "2020-WI"),
        ("2020년 크리스마스에", "2020년 크리스마스", "2020-12-25"),
    ],
)  # fmt: skip
def test_a_full_date_needs_no_document_date(sentence: str, text: str, expected: str) -> None:
    for day in (TODAY, None):
        made = only(sentence, day)
        assert (made.text, value(made)) == (text, expected)
        assert made.norm is not None
        assert made.norm.ref is None


@pytest.mark.parametrize(
    ("sentence", "text", "expected"),
    [
        ("올해 처음", "올해", "2024"), ("지난해보다", "지난해", "2023"), ("내년에는", "내년", "2025"),
        ("재작년 여름", "재작년 여름", "2022-SU"),
        ("올해 4월", "올해 4월", "2024-04"), ("지난해 12월12일", "지난해 12월12일", "2023-12-12"),
        ("내년 1월 2일", "내년 1월 2일", "2025-01-02"),
        ("이달", "이달", "2024-05"), ("지난달 30일", "지난달 30일", "2024-04-30"),
        ("다음 달 초", "다음 달 초", "2024-06"),
        ("내달 3일", "내달 3일", "2024-06-03"), ("지난주", "지난주", "2024-W19"),
        ("다음 주 수요일", "다음 주 수요일", "2024-05-22"),
        ("이번 주말", "이번 주말", "2024-05-18/2024-05-19"), ("이날 오전", "이날", TODAY),
        ("전날", "전날", "2024-05-15"),
        ("어제", "어제", "2024-05-15"), ("오늘", "오늘", TODAY), ("내일까지", "내일", "2024-05-17"),
        ("모레", "모레", "2024-05-18"),
        ("그저께", "그저께", "2024-05-14"), ("3년 전", "3년 전", "2021"), ("10년 뒤에는", "10년 뒤", "2034"),
        ("두 달 전부터", "두 달 전", "2024-03"),
        ("3개월 전", "3개월 전", "2024-02"), ("닷새 뒤", "닷새 뒤", "2024-05-21"),
        ("일주일 전", "일주일 전", "2024-W19"),
        ("5~6년 전", "5~6년 전", "2018/2019"), ("17일에 연다", "17일", "2024-05-17"),
        ("지난 16일", "지난 16일", "2024-04-16"),
        ("오는 16일", "오는 16일", "2024-06-16"), ("지난 3월", "지난 3월", "2024-03"),
        ("지난 7월", "지난 7월", "2023-07"),
        ("오는 9월 18일", "오는 9월 18일", "2024-09-18"), ("6월 1일", "6월 1일", "2024-06-01"),
        ("14~15일", "14~15일", "2024-05-14/2024-05-15"),
        ("5월 9일~11일", "5월 9일~11일", "2024-05-09/2024-05-11"),
        ("5월 30일~6월 2일", "5월 30일~6월 2일", "2024-05-30/2024-06-02"),
        ("12월 30일~1월 2일", "12월 30일~1월 2일", "2023-12-30/2024-01-02"), ("3~5월", "3~5월", "2024-03/2024-05"),
        ("'23.12.9 발표", "'23.12.9", "2023-12-09"), ("98년도", "98년도", "1998"), ("08년에", "08년", "2008"),
        ("70년대", "70년대", "197"),
        ("60~70년대", "60~70년대", "196/197"), ("지난 일요일", "지난 일요일", "2024-05-12"),
        ("다가오는 목요일", "다가오는 목요일", "2024-05-23"),
        ("다음 금요일", "다음 금요일", "2024-05-24"), ("17일(금)", "17일(금)", "2024-05-17"),
        ("21일 월요일", "21일 월요일", "2024-10-21"),
        ("한글날", "한글날", "2024-10-09"), ("어린이날", "어린이날", "2024-05-05"),
        ("이번 분기", "이번 분기", "2024-Q2"), ("상반기", "상반기", "2024-H1"),
        ("올 하반기", "올 하반기", "2024-H2"), ("지난 겨울", "지난 겨울", "2023-WI"), ("올여름", "올여름", "2024-SU"),
        ("2024.5.9~5.11", "2024.5.9~5.11", "2024-05-09/2024-05-11"), ("5/18(토)", "5/18(토)", "2024-05-18"),
    ],
)  # fmt: skip
def test_a_date_is_counted_from_the_document_date(sentence: str, text: str, expected: str) -> None:
    made = only(sentence)
    assert (made.text, value(made)) == (text, expected)


@pytest.mark.parametrize(
    ("sentence", "expected", "mod"),
    [
        ("올해 초", "2024", "START"), ("올해 중", "2024", "DURING"), ("올해 말", "2024", "END"),
        ("3월 중순", "2024-03", "MID"),
        ("지난달 하순", "2024-04", "END"), ("2010년 중반", "2010", "MID"), ("1980년대 초반", "198", "START"),
        ("19세기 말", "18", "END"),
        ("이번 주 후반", "2024-W20", "END"), ("내년 상반기 중", "2025-H1", "DURING"), ("2030년께", "2030", "APPROX"),
        ("4개월여 전", "2024-01", "APPROX"),
    ],
)  # fmt: skip
def test_a_part_of_a_period_is_a_modifier(sentence: str, expected: str, mod: str) -> None:
    norm = only(sentence).norm
    assert norm is not None
    assert (norm.value, norm.mod) == (expected, mod)


@pytest.mark.parametrize(
    "sentence",
    [
        "10년간", "3일 만에", "9일 동안", "사흘째", "제1차", "1.5 트랙", "67%", "5G와 6G", "징역 6월",
        "1년6월을 선고", "1일 50만 원", "1일 2회",
        "1박 2일", "100년 전통", "2년 전세", "오늘날", "내일신문", "그제야", "30일 앞두고", "주 5일", "최대 7일",
        "20년 이상", "위안부", "다음 주제", "이번 주인공",
        "지난 5년", "10.12.1.3", "1,234일", "월드컵", "영화를 봄", "세월", "45일", "13월", "올라갔다", "3.0 버전",
        "010-1234-5678", "D-9일",
        "4분기 연속", "5년여", "30년 넘게", "20대", "30.5명일", "10년도 더", "매일", "초등학생",
    ],
)  # fmt: skip
def test_what_is_no_date_is_left_alone(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(
    "sentence", ["2023년 2월 30일", "2월 30일", "2023.02.30", "지난달 31일", "4월 31일~5월 2일"]
)
def test_a_day_that_its_month_does_not_have_has_no_value(sentence: str) -> None:
    made = only(sentence)
    assert made.norm is None
    assert made.alternatives == ()


def test_two_readings_about_as_near_are_both_shown_and_the_sentence_decides_which_is_first() -> None:
    tied = only("29~30일")
    assert value(tied) == "2024-04-29/2024-04-30" or value(tied) == "2024-05-29/2024-05-30"
    coming = only("29일 서울에서 열린다")
    gone = only("29일 서울에서 열렸다")
    assert (value(coming), [norm.value for norm in coming.alternatives]) == ("2024-05-29", ["2024-04-29"])
    assert (value(gone), [norm.value for norm in gone.alternatives]) == ("2024-04-29", ["2024-05-29"])
    assert only("17일 열렸다").alternatives == ()


@pytest.mark.parametrize(
    "sentence", ["9일", "올해", "이날", "3년 전", "12월 9일", "지난달", "화요일", "70년대", "한글날"]
)
def test_without_a_document_date_there_is_no_value_and_it_is_asked_for(sentence: str) -> None:
    made = only(sentence, None)
    assert made.norm is None
    assert made.alternatives == ()
    reading = read_date(sentence, None)
    assert reading is not None
    assert reading.needs_date
    assert only(sentence).norm is not None


def test_the_document_date_used_is_kept_with_the_value() -> None:
    assert only("내일").norm == Norm("date", "2024-05-17", None, None, TODAY)


def test_a_date_may_go_on_from_the_one_before() -> None:
    assert [value(made) for made in found("2021년 4월 3일과 5일, 같은 달 17일, 이듬해 2월")] == [
        "2021-04-03", "2021-04-05", "2021-04-17", "2022-02",
    ]  # fmt: skip


def test_a_date_that_recurs_has_no_value() -> None:
    assert (only("매주 금요일").text, only("매주 금요일").norm) == ("금요일", None)
    assert only("매년 3월").norm is None


def test_until_and_from_stay_outside() -> None:
    assert [made.text for made in found("지난 3일부터 오는 9일까지, 2025년 이후")] == [
        "지난 3일",
        "오는 9일",
        "2025년",
    ]


def test_lengths_and_times_are_off_unless_asked_for() -> None:
    sentence = "오후 3시 30분까지 2년 6개월 동안, 사흘간, 14:05"
    assert found(sentence) == []
    made = found(sentence, also=("duration", "time"))
    assert [(one.text, value(one)) for one in made] == [
        ("오후 3시 30분", "T15:30"), ("2년 6개월", "P2Y6M"), ("사흘", "P3D"), ("14:05", "T14:05"),
    ]  # fmt: skip
    assert [norm.value for norm in found("3시에", also=("time",))[0].alternatives] == ["T03", "T15"]
    for text, expected in (("오후 3시부터", ["T15"]), ("오전 10시에는", ["T10"]), ("3시그마와 3시간", [])):
        assert [value(one) for one in found(text, also=("time",))] == expected


def test_a_marked_text_is_read_more_freely_than_a_text_is_searched() -> None:
    for text, expected in (("1954", "1954"), ("12년", "2012"), ("'23", "2023"), (" 올해 초 ", "2024")):
        reading = read_date(text, TODAY)
        assert reading is not None
        assert reading.norm is not None
        assert reading.norm.value == expected
    assert read_date("정부", TODAY) is None
    assert read_date("", None) is None


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_a_day_written_in_full_is_read_back(day: date, today: date) -> None:
    for text in (
        f"{day.year}년 {day.month}월 {day.day}일",
        f"{day.year}년{day.month:02}월{day.day:02}일",
        day.isoformat(),
    ):
        assert value(only(f"그는 {text}에", today.isoformat())) == day.isoformat()


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(-14, 14))
def test_a_bare_day_near_the_document_date_is_that_day(today: date, away: int) -> None:
    day = today + timedelta(away)
    made = only(f"{day.day}일", today.isoformat())
    assert day.isoformat() in [value(made), *(norm.value for norm in made.alternatives)]


_WORDS = [
    "올해", "지난", "오는", "다음", "주", "달", "월", "일", "년", "2023", "'23", "12", "9", "31", "~", ".", "-",
    "/", " ", "초", "말", "중순", "전",
    "후", "세기", "년대", "화요일", "(토)", "분기", "상반기", "여름", "매주", "이듬해", "같은 달", "마지막",
    "첫째", "ᄀ", "ᅡ", "\u0301", "\n", "9999년", "1000년",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(_WORDS), max_size=14).map("".join),
    st.sampled_from([None, TODAY, "0001-01-01", "9999-12-31"]),
)
def test_any_text_gives_well_formed_spans(text: str, day: str | None) -> None:
    for made in found(text, day, ("duration", "time")):
        assert text[made.start : made.end] == made.text != ""
        for norm in (made.norm, *made.alternatives):
            assert norm is None or norm_problem(norm) is None
    read_date(text, day)


@pytest.mark.parametrize(
    "sentence", ["지난해 12월12일", "올해 초", "5월 9일~11일", "다음 주 수요일", "세 번째 3월 마지막 월요일"]
)
def test_a_text_of_conjoining_jamo_gives_the_same(sentence: str) -> None:
    ours, theirs = only(sentence), only(normalize("NFD", sentence))
    assert normalize("NFC", theirs.text) == ours.text
    assert theirs.norm == ours.norm
