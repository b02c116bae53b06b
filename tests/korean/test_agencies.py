"""Agencies are found by their names, the longest first, told apart by country words, and guessed by suffix last."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.korean.agencies import suggest_agencies
from annotator.korean.lexicon import shipped
from tests.support.pace import least


def found(text: str) -> list[tuple[str, str | None, int]]:
    return [(text[made.start : made.end], made.ref, made.rank) for made in suggest_agencies(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("과기정통부는 어제 발표했다.", [("과기정통부", "kr.msit", 1)]),
        ("미 국립과학재단과 한국연구재단이", [("국립과학재단", "us.nsf", 1), ("한국연구재단", "kr.nrf", 1)]),
        ("美상무부는 답했다", [("상무부", "us.doc", 1)]),
        ("중국 상무부가 반발했다", [("상무부", "cn.mofcom", 1)]),
        ("금융위원회와 금융위", [("금융위원회", "kr.fsc", 1), ("금융위", "kr.fsc", 1)]),
        ("복지부 장관, 외교부장관은", [("복지부", "kr.mohw", 1), ("외교부", "kr.mofa", 2)]),
        ("EU 집행위가", [("EU 집행위", "eu.ec", 1)]),
        ("그 산업부문과 노동부문의 나사를", []),
        ("NASA와 who, 미 항공우주국", [("NASA", "us.nasa", 1), ("항공우주국", "us.nasa", 1)]),
        ("한·미 국방부는", [("국방부", "kr.mnd", 2)]),
        ("상무부는 몰랐다", [("상무부", None, 2)]),
        ("칠레 농무부", [("농무부", "us.usda", 1)]),
        ("영국 상무부", [("상무부", None, 2)]),
        ("MOU를 맺은 ME", []),
        ("미나토 나루토가", []),
        ("캐나다 우주국과 저 우주국은", [("우주국", "ca.csa", 1)]),
        ("캐나다 원자력안전위원회는", [("원자력안전위원회", "ca.cnsc", 1)]),
        ("환경부(ME)는", [("환경부", "kr.me", 1), ("ME", "kr.me", 1)]),
    ],
)
def test_names_of_the_list(text: str, expected: list[tuple[str, str | None, int]]) -> None:
    assert found(text) == expected


def test_a_name_with_its_short_form_in_brackets_is_two_spans_of_one_body() -> None:
    made = suggest_agencies("정보통신기획평가원(IITP)에서")
    assert [(one.canonical, one.ref, one.rule) for one in made] == [
        ("정보통신기획평가원", "kr.iitp", "agency-name"),
        ("정보통신기획평가원", "kr.iitp", "agency-alias"),
    ]


def test_a_short_form_in_brackets_says_which_body_a_shared_name_means() -> None:
    assert found("상무부(DOC)는") == [("상무부", "us.doc", 1), ("DOC", "us.doc", 1)]


def test_a_body_that_is_certain_elsewhere_decides_a_shared_name() -> None:
    made = suggest_agencies("상무부는 어제, 중국 상무부는 오늘 답했다.")
    assert [(one.ref, one.rule) for one in made] == [
        ("cn.mofcom", "agency-document"),
        ("cn.mofcom", "agency-country:CN"),
    ]


@pytest.mark.parametrize(("year", "ref"), [(2023, "kr.motie"), (2026, "kr.moti"), (2025, None), (None, None)])
def test_the_year_decides_between_bodies_that_followed_one_another(year: int | None, ref: str | None) -> None:
    assert [made.ref for made in suggest_agencies("산업부는 답했다.", year=year)] == [ref]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("바다숲관리원은", ["바다숲관리원"]),
        ("우주농업위원회(SAC)가", ["우주농업위원회", "SAC"]),
        ("한국해저터널공사의", ["한국해저터널공사"]),
        ("차승원과 김태원, 책임연구원은 회원의 요청을", []),
        ("보수공사와 개성공단, 위원회의 운영위원회", []),
        ("위안부 내부 일부 간부", []),
        ("심해기술센터의 협력", ["심해기술센터"]),
        ("서울 문화센터와 고객센터, 기술센터", []),
        ("미 우주 방사선 분야 공동연구센터(SRJC) 간", ["우주 방사선 분야 공동연구센터", "SRJC"]),
        ("어제 개최한 달 탐사 협의체(LEC)가", ["달 탐사 협의체", "LEC"]),
        ("연구원을 세운 심해 자원 기구(DSO)", ["심해 자원 기구", "DSO"]),
        ("홍길동 박사 심해생물 연구소(DBI)는", ["심해생물 연구소", "DBI"]),
        ("12일 심해 광물 재단(DMF)과", ["심해 광물 재단", "DMF"]),
        ("과기정통부 심해 광물 재단(DMF)", ["심해 광물 재단", "DMF"]),
        ("국내총생산(GDP)과 자유무역협정(FTA), 기구(AB)", []),
        ("양해 각서(MOU) 체결 위원회(추모위)", []),
    ],
)
def test_a_telling_suffix_is_a_guess_below_the_names(text: str, expected: list[str]) -> None:
    guessed = [made for made in found(text) if made[2] == 3]
    assert guessed == [(word, None, 3) for word in expected]


def test_every_name_is_found_as_it_is_written() -> None:
    for body in shipped().agencies:
        for name in body.names:
            if name not in body.guarded:
                made = suggest_agencies(f"어제 {name}, 오늘")
                assert [(one.start, one.end) for one in made] == [(3, 3 + len(name))], (body.id, name)


def test_decomposed_text_gives_the_same() -> None:
    text = "미 국립과학재단(NSF)과 과기정통부는 바다숲관리원과"
    apart = normalize("NFD", text)
    made = [(normalize("NFC", apart[one.start : one.end]), one.ref) for one in suggest_agencies(apart)]
    assert made == [(text[one.start : one.end], one.ref) for one in suggest_agencies(text)]


PIECES = st.sampled_from(
    ["미 ", "상무부", "(", ")", "NSF", "는 ", "위원회", "과기", "정통부", "한국", "연구원", "·", "\n", " "]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_places_are_in_order_apart_and_inside_the_text(text: str) -> None:
    end = 0
    for made in suggest_agencies(text):
        assert end <= made.start < made.end <= len(text)
        assert text[made.start : made.end].strip() == text[made.start : made.end]
        end = made.end


def test_the_time_grows_with_the_text_only() -> None:
    line = "미 국립과학재단(NSF)과 과기정통부, 한국한국한국 연구하는 바다숲관리원은 어제 만났다. "
    suggest_agencies(line)

    def seconds(times: int) -> float:
        text = line * times
        return least(lambda: suggest_agencies(text))

    assert seconds(1600) < 8 * seconds(400)
