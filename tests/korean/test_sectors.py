"""Sectors are found as words of their own, the longest first; none inside a name, none where a word means else."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.lexicon_entry import EntryKind, LexiconEntry
from annotator.core.values import Norm
from annotator.korean import suggest
from annotator.korean.sectors import sectors
from annotator.korean.suggestion import Suggestion
from annotator.korean.taxonomy import TAXONOMY, shipped
from annotator.korean.text import Text
from tests.support.pace import allowed, least


def made(text: str) -> list[Suggestion]:
    return list(sectors(Text.of(text)))


def found(text: str) -> list[str]:
    return [one.text for one in made(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Longest match; what is said of a field stays outside.
        ("차세대 양자컴퓨터 연구에 투자한다", ["차세대 양자컴퓨터"]),
        ("AI 반도체와 시스템반도체, 차량용 반도체", ["AI 반도체", "시스템반도체", "차량용 반도체"]),
        ("인공지능기술과 반도체 산업, 바이오산업의", ["인공지능", "반도체", "바이오"]),
        ("전고체 배터리를 개발하는 배터리업체들", ["전고체 배터리", "배터리"]),
        ("소형모듈원전(SMR) 협력", ["소형모듈원전", "SMR"]),
        ("소형 모듈 원자로와 소형모듈원자로", ["소형 모듈 원자로", "소형모듈원자로"]),
        ("탄소 포집·활용·저장(CCUS) 기술", ["탄소 포집·활용·저장", "CCUS"]),
        ("첨단 의료 분야와 차세대 반도체", ["첨단 의료", "차세대 반도체"]),
        ("양자(퀀텀) 분야와 바이오경제, 바이오 의료", ["양자", "퀀텀", "바이오경제", "바이오 의료"]),
        # Josa and endings.
        ("AI뿐 아니라 배터리로, 로봇이나 바이오인 것", ["AI", "배터리", "로봇", "바이오"]),
        ("이차전지주와 AI용 칩, 로봇들은", ["이차전지", "AI", "로봇"]),
        # Lists.
        ("반도체·디스플레이·이차전지", ["반도체", "디스플레이", "이차전지"]),
        ("보건·환경·국방 분야", ["보건", "환경", "국방"]),
        ("에너지, 건설, 방산, 스마트팜, 관광 등", ["에너지", "건설", "방산", "스마트팜", "관광"]),
        ("반도체와 자동차 생산이 늘었다", ["반도체", "자동차"]),
        ("AI·양자·우주 굴기", ["AI", "양자", "우주"]),
        ("인공지능(AI), 양자, 첨단 바이오", ["인공지능", "AI", "양자", "첨단 바이오"]),
        # Ordinary words that their neighbours make sectors.
        ("우주 산업과 조선 업계, 통신기술", ["우주", "조선", "통신"]),
        ("양자 기술을 겨루는 양자 시대", ["양자", "양자"]),
        ("기후변화 대응에 나선 조선 3사", ["기후변화", "조선"]),
        ("이차전지 소재, 희토류와 반도체 소재 기업", ["이차전지", "희토류", "반도체"]),
        ("소재 기업과 바이오 센서, 로봇 첨단 소재", ["소재", "바이오", "로봇", "첨단 소재"]),
        # The word that names the whole field, where the rest of the text is about it.
        ("양자컴퓨터 공개. 이제 양자를 배운다", ["양자컴퓨터", "양자"]),
        # Foreign letters and signs.
        ("美반도체 규제에 K-방산과 K배터리", ["반도체", "K-방산", "K배터리"]),
        ("5G와 6G, IT 기업과 IoT", ["5G", "6G", "IT", "IoT"]),
        ("ＡＩㆍ로봇", ["ＡＩ", "로봇"]),
        # Cooperation is no sector; its subject is one.
        ("수소 표준화와 바이오 공동연구, 로봇 인력양성", ["수소", "바이오", "로봇"]),
        ("체코 원전 수출과 원전 해체", ["원전", "원전 해체"]),
        ("AI 관련 협회, 배터리를 다룬 포럼", ["AI", "배터리"]),
        ("반도체 분야 학술대회와 한미 반도체 동맹, AI 대화 서비스", ["반도체", "반도체", "AI"]),
        ("2024년 배터리 사업은 반도체 인재 양성 사업보다", ["배터리", "반도체"]),
    ],
)  # fmt: skip
def test_words_that_are_sectors(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # Parts of longer words.
        "행정부처와 정보통신망법, 반도체법, 탈원전",
        "한화에어로스페이스와 삼성바이오로직스, LG에너지솔루션, 한미반도체",
        "과산화수소, 로봇청소기, 의료진, 우주인, 로봇과학자",
        "OpenAI와 xAI, KAI, AIDS, AI-RAN, it 분야",
        "ai.example.com, https://example.com/AI, AI@example.com",
        "3.5G와 4G5, AI2",
        # Bodies.
        "한국반도체산업협회와 한국원자력연구원, 기초과학연구원, 우주항공청",
        "AI 안전연구소와 반도체 연구센터, 국가인공지능위원회, 한국AI협회",
        "양자정보공학과와 인공지능대학원, AI 대학원",
        # Events.
        "AI 서울 정상회의와 국제 수소 전시회, 인공지능(AI) 포럼",
        "반도체·디스플레이 국제 콘퍼런스에서, 배터리 및 소재 박람회",
        "제2차 한미 우주 대화와 제3회 로봇 주간",
        "바이오 코리아, 바이오 USA",
        "인류가 함께 여는 우주의 평화로운 이용에 관한 고위급회의(HLPU)와 AI 작업반",
        # Programmes, laws, treaties, titles.
        "'AI 바우처' 사업과 ‘수소 도시’ 프로젝트, 로봇 실증사업",
        "차세대 반도체 기술개발사업의",
        "반도체 특별법과 AI 기본법, 한미 원자력협정",
        "《반도체 전쟁》과 「인공지능의 시대」, 『수소』",
        # Ordinary words.
        "양자 회담에서 양자 간 관계와 양자 협력을 논의했다",
        "조선 시대 왕과 조선왕조실록, 조선일보",
        "로이터 통신은 전했다. 우주는 넓고 환경은 나빠졌다",
        "소재를 파악했다. 서울 소재 대학의 보안 요원",
        "교통 사고와 게임 체인저, 의료 대란, 수소폭탄",
        "북한이 미상 발사체를 쐈다. 후쿠시마 원전 오염수",
        "공동연구와 표준, 훈련, 인력양성, 기술이전",
        # Avian influenza.
        "조류인플루엔자(AI)가 번져 AI 방역에 나섰다. AI가 또 나왔다",
        "H7N9형 AI에 감염됐다",
        # The stock box.
        "종목 추적기\n• 반도체 회사 Information Technology\n배터리 수요가 늘어",
    ],
)
def test_words_that_are_none(text: str) -> None:
    assert found(text) == []


def test_a_sector_has_its_code_the_taxonomy_and_the_term_that_said_so() -> None:
    (one,) = made("그린수소를")
    assert one == Suggestion(
        0, 4, "그린수소", "SECTOR", Norm("sector", "KR-NST-07", ref=TAXONOMY), "sector:그린 수소", 1
    )


@pytest.mark.parametrize(
    ("text", "rank", "rule"),
    [
        ("인공지능이", 1, "sector:인공 지능"),
        ("AI가", 2, "sector:AI"),
        ("의료 분야", 3, "sector-beside:의료"),
        ("첨단 의료", 3, "sector-beside:의료"),
        ("양자를 배우는 양자컴퓨터", 4, "sector-document:양자"),
    ],
)
def test_the_rank_falls_with_the_certainty(text: str, rank: int, rule: str) -> None:
    assert (made(text)[0].rank, made(text)[0].rule) == (rank, rule)


def test_avian_influenza_and_artificial_intelligence_in_one_text_are_told_apart() -> None:
    text = "고병원성 AI를 인공지능으로 찾는다. 생성형 AI와 AI 기술"
    assert found(text) == ["인공지능", "생성형 AI", "AI"]


def test_nothing_is_a_sector_inside_an_agency_that_is_handed_in() -> None:
    text = "가람 수소 모임과 수소"
    assert [one.start for one in sectors(Text.of(text), [(0, 8)])] == [10]


def test_sectors_take_part_in_suggesting_and_leave_agencies_alone() -> None:
    all_of = suggest("과기정통부와 한국에너지공단은 양자컴퓨팅에 500만 달러를 쓴다", document_date=None)
    assert [(one.text, one.label) for one in all_of] == [
        ("과기정통부", "AGENCY"), ("한국에너지공단", "AGENCY"), ("양자컴퓨팅", "SECTOR"), ("500만 달러", "AMOUNT"),
    ]  # fmt: skip


def test_another_taxonomy_is_asked_where_one_is_given() -> None:
    own = [
        LexiconEntry(EntryKind.SECTOR, "초전지", code="KR-NST-02"),
        LexiconEntry(EntryKind.SECTOR, "배터리", hidden=True),
        LexiconEntry(EntryKind.SECTOR, "새싹", code="X-1"),
        LexiconEntry(EntryKind.SECTOR, "물길"),
    ]
    found = suggest("초전지와 배터리, 새싹, 물길", document_date=None, taxonomy=shipped().under(own))
    assert [one.norm for one in found] == [
        Norm("sector", "KR-NST-02", ref=TAXONOMY), Norm("sector", "X-1"), None,
    ]  # fmt: skip


def test_every_term_is_found_as_it_is_written() -> None:
    for sector in shipped().sectors:
        for term in sector.terms:
            (one,) = made(f"어제 {term} 산업을")
            assert (one.text, one.norm and one.norm.value) == (term, sector.code), term


def test_every_phrase_that_means_none_is_left_alone() -> None:
    for sector in shipped().sectors:
        for stop in sector.stops:
            assert not any(one.start == 3 for one in made(f"어제 {stop}")), stop


def test_decomposed_text_gives_the_same() -> None:
    text = "美 첨단 바이오와 인공지능(AI)ㆍ양자, 조선 업계의 《수소》와 AI 포럼, 과기정통부의 소형모듈원전"
    apart = normalize("NFD", text)
    there = [(normalize("NFC", one.text), one.rule, one.rank) for one in made(apart)]
    assert there == [(one.text, one.rule, one.rank) for one in made(text)]
    assert len(there) > 5
    assert all(apart[one.start : one.end] == one.text for one in made(apart))


PIECES = st.sampled_from(
    [
        "AI", "양자", "·", ", ", "(", ")", " ", "\n", "분야", "를 ", "와 ", "한미 ", "제1차 ", "포럼", "사업", "‘", "’",
        "《", "》", "배터리", "우주", "첨단 ", "한국", "연구원", "종목 추적기", "\u1100\u1161",
        "\u0301", "ａｉ", "5G", "조류인플루엔자",
    ]
)  # fmt: skip


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map("".join)))
def test_places_are_in_order_apart_and_inside_the_text(text: str) -> None:
    end = 0
    for one in made(text):
        assert end <= one.start < one.end <= len(text)
        assert one.text == text[one.start : one.end]
        end = one.end


@pytest.mark.parametrize(
    "piece",
    ["양자 ", "AI·", "차세대 ", "우주·통신, ", "(", "‘", "《", "제1차 한미 AI 대화 ", "a", "종목추적기\n"],
)  # fmt: skip
def test_the_time_grows_with_the_text_only(piece: str) -> None:
    def seconds(characters: int) -> float:
        subject = Text.of(piece * (characters // len(piece)))
        return least(lambda: list(sectors(subject, ())))

    made("양자")
    assert seconds(40_000) < 8 * seconds(10_000) + allowed(0.05)
