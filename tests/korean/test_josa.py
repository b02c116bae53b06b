"""A josa is taken off where it is one, agrees with what it follows, and leaves a word; lookalikes stay."""

import pytest

from annotator.korean.josa import JOSA, agrees, carries_josa, find_josa


def stem(word: str, context: str = "") -> str:
    return word[: find_josa(word + context, 0, len(word)).at]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        # simple particles
        ("기상청은", "기상청"),
        ("외교부는", "외교부"),
        ("기상청이", "기상청"),
        ("외교부가", "외교부"),
        ("기상청을", "기상청"),
        ("외교부를", "외교부"),
        ("기상청과", "기상청"),
        ("외교부와", "외교부"),
        ("외교부의", "외교부"),
        ("외교부에", "외교부"),
        ("외교부도", "외교부"),
        ("외교부만", "외교부"),
        ("외교부로", "외교부"),
        ("서울로", "서울"),
        ("기상청으로", "기상청"),
        ("외교부에서", "외교부"),
        ("외교부에게", "외교부"),
        ("외교부부터", "외교부"),
        ("외교부까지", "외교부"),
        ("외교부보다", "외교부"),
        ("외교부처럼", "외교부"),
        ("외교부마저", "외교부"),
        ("외교부조차", "외교부"),
        ("기상청같이", "기상청"),
        ("기상청같은", "기상청"),
        ("기상청이나", "기상청"),
        ("3년만에", "3년"),
        # compounds
        ("외교부에서는", "외교부"),
        ("외교부와의", "외교부"),
        ("기상청과의", "기상청"),
        ("기상청으로부터의", "기상청"),
        ("외교부로부터의", "외교부"),
        ("외교부까지도", "외교부"),
        ("기상청만으로는", "기상청"),
        ("기상청으로서의", "기상청"),
        ("외교부에선", "외교부"),
        # 이다
        ("기상청이다", "기상청"),
        ("기상청이며", "기상청"),
        ("기상청이라고", "기상청"),
        ("외교부라고", "외교부"),
        ("기상청이었던", "기상청"),
        ("외교부였다", "외교부"),
        ("외교부지만", "외교부"),
        ("기상청입니다", "기상청"),
        ("외교부입니다", "외교부"),
        ("외교부이자", "외교부"),
        ("3만원이래", "3만원"),
        # after anything but Hangul every josa goes
        ("FTA를", "FTA"),
        ("FTA을", "FTA"),
        ("4g는", "4g"),
        ("2030은", "2030"),
        ("who)에", "who)"),
        ("美는", "美"),
        ("50%로", "50%"),
    ],
)
def test_a_josa_goes(word: str, expected: str) -> None:
    assert stem(word) == expected


@pytest.mark.parametrize(
    "word",
    [
        "외교부은",
        "기상청는",
        "기상청가",
        "외교부을",
        "기상청를",
        "외교부과",
        "기상청와",
        "외교부으로",
        "서울으로",
        "기상청로",
        "외교부이나",
        "기상청라고",
        "기상청였다",
    ],
)
def test_what_does_not_agree_with_its_stem_is_no_josa(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize(
    "word", ["창고", "기술자", "보고다", "회의며", "하나", "토요일란", "분야", "공인", "원장임", "함께"]
)
def test_endings_that_end_too_many_nouns_are_no_josa(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize(
    "word", ["양국간", "정부측", "내년경", "사흘쯤", "3명씩", "기업들", "100만원대", "5만원권"]
)
def test_bound_nouns_are_no_josa(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        # places, years, degrees in -도, and what only follows a word
        ("강원도", "강원도"),
        ("충청도", "충청도"),
        ("강원도는", "강원도"),
        ("경상북도", "경상북도"),
        ("전남도", "전남도"),
        ("강남도", "강남"),
        ("제주도에서", "제주도"),
        ("울릉도", "울릉도"),
        ("2024년도", "2024년도"),
        ("2024학년도", "2024학년도"),
        ("회계연도", "회계연도"),
        ("고객만족도", "고객만족도"),
        ("영하 12도", "영하 12도"),
        ("올해도", "올해"),
        ("교육부도", "교육부"),
        ("타이완도", "타이완"),
        # -의
        ("재논의", "재논의"),
        ("노사정 합의", "노사정 합의"),
        ("대타협합의", "대타협합의"),
        ("노동조합의", "노동조합"),
        ("유럽연합의", "유럽연합"),
        ("농협의", "농협"),
        ("실무협의", "실무협의"),
        ("국무회의", "국무회의"),
        ("국무회의의", "국무회의"),
        ("자문회의는", "자문회의"),
        ("위원회의", "위원회"),
        ("국회의", "국회"),
        ("협회의", "협회"),
        ("민주주의", "민주주의"),
        ("전문의", "전문의"),
        # -과
        ("결과", "결과"),
        ("조사결과", "조사결과"),
        ("조사결과는", "조사결과"),
        ("결과는", "결과"),
        ("성과의", "성과"),
        ("연결과", "연결"),
        ("가능성과", "가능성"),
        ("내과", "내과"),
        ("산부인과", "산부인과"),
        ("정신과", "정신과"),
        ("한빛대 물리학과", "한빛대 물리학과"),
        ("한빛대 물리학과와", "한빛대 물리학과"),
        ("철학과", "철학"),
        ("한국과", "한국"),
        # -로
        ("도로", "도로"),
        ("고속도로", "고속도로"),
        ("고속도로는", "고속도로"),
        ("세종대로", "세종대로"),
        ("을지로", "을지로"),
        ("을지로에서", "을지로"),
        ("원자로", "원자로"),
        ("300유로", "300유로"),
        ("300유로를", "300유로"),
        ("경유로", "경유"),
        ("태도로", "태도"),
        ("제도로", "제도"),
        ("서울대로", "서울대"),
        ("20대로", "20대"),
        ("예정대로", "예정"),
        # -가
        ("평가", "평가"),
        ("작가", "작가"),
        ("전문가", "전문가"),
        ("재평가", "재평가"),
        ("여름휴가", "여름휴가"),
        ("재평가가", "재평가"),
        ("을지로 3가", "을지로 3가"),
        ("투자가", "투자"),
        # -만
        ("30만", "30만"),
        ("30만이", "30만"),
        ("3천만", "3천만"),
        ("수십만", "수십만"),
        ("이백만", "이백만"),
        ("4천만원미만", "4천만원미만"),
        ("30명만", "30명"),
        ("대만은", "대만"),
        ("대만", "대만"),
        ("종로만", "종로"),
        # -이, -라, -지만, -에
        ("어린이", "어린이"),
        ("어린이는", "어린이"),
        ("대출이자", "대출이자"),
        ("우리나라는", "우리나라"),
        ("나라는", "나라"),
        ("인프라도", "인프라"),
        ("회사라도", "회사"),
        ("에너지만", "에너지"),
        ("벨기에는", "벨기에"),
        ("벨기에", "벨기에"),
        # 엔, 인
        ("3월엔", "3월"),
        ("2019년엔", "2019년"),
        ("주말엔", "주말"),
        ("300엔", "300엔"),
        ("모터엔", "모터엔"),
        ("3만원인", "3만원"),
        ("100만 원인", "100만 원"),
        ("9일인", "9일"),
        ("수요일인", "수요일"),
        ("법원인", "법원"),
        ("사고원인", "사고원인"),
        ("사고 원인", "사고 원인"),
        ("100명 이상인", "100명 이상"),
        ("독일인", "독일인"),
    ],
)
def test_words_that_look_alike(word: str, expected: str) -> None:
    assert stem(word) == expected


@pytest.mark.parametrize("after", [" 12", " 12-3, 2층", " 12번길", " 7)"])
def test_a_street_is_known_by_the_number_of_a_building(after: str) -> None:
    assert stem("은하수로", after) == "은하수로"


@pytest.mark.parametrize("after", ["", " 12일 떠났다", " 3명이 갔다", " 떠났다"])
def test_a_number_of_something_makes_no_street(after: str) -> None:
    assert stem("은하수로", after) == "은하수"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("당은", "당은"),
        ("당에서는", "당에서는"),
        ("그와의", "그와의"),
        ("당이지만", "당이지만"),
        ("똑같이", "똑같이"),
        # as the last of several words one syllable stays, where the josa is certain
        ("올 한 해는", "올 한 해"),
        ("지난 한 달의", "지난 한 달"),
        ("양국 간에", "양국 간"),
        ("정부 측이", "정부 측"),
        ("15년 만에", "15년 만"),
        ("두 달 정도", "두 달 정도"),
        ("새 도로", "새 도로"),
        ("정상 회의", "정상 회의"),
        ("두 개 밖에", "두 개 밖에"),
        # a josa is never written apart
        ("한국 까지", "한국 까지"),
    ],
)
def test_one_syllable_is_seldom_left_alone(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_the_longest_josa_goes_and_only_once() -> None:
    assert stem("외교부에서까지") == "외교부"
    assert stem("한국은행은") == "한국은행"
    assert stem("외교부의를") == "외교부의"


def test_lookalikes_are_told_from_words_without_an_ending() -> None:
    assert find_josa("강원도", 0, 3).kept
    assert not find_josa("외교부", 0, 3).kept
    assert not find_josa("강원도는", 0, 4).kept


def test_agreement_goes_by_the_last_sound() -> None:
    fits = {
        josa: [char for char in "부청울A1)" if agrees(char, josa)]
        for josa in ("은", "는", "로", "으로", "에")
    }
    other = list("A1)")
    assert fits == {
        "은": ["청", "울", *other],
        "는": ["부", *other],
        "로": ["부", "울", *other],
        "으로": ["청", *other],
        "에": ["부", "청", "울", *other],
    }


@pytest.mark.parametrize(
    ("word", "carries"),
    [
        ("간에", True),
        ("그는", True),
        ("정부의", True),
        ("NASA와", True),
        ("수도", False),
        ("국가", False),
        ("회의", False),
    ],
)
def test_a_word_of_one_syllable_and_a_certain_josa_carries_it(word: str, *, carries: bool) -> None:
    assert carries_josa(word, 0, len(word)) == carries


def test_the_list_holds_no_ending_that_was_left_out_on_purpose() -> None:
    assert JOSA.isdisjoint("고자다며나라란야인임께랑간측경쯤씩들")
    assert len(JOSA) >= 133
