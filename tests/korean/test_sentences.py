"""Sentences of Korean newspapers: where they end and where they do not; together they are the text."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.korean.sentences import sentences
from tests.support.pace import allowed, timed

CUT = "▮"
# Each says by ▮ where sentences begin.
TEXTS = [
    "과기부는 9일 20억 원을 지원한다. ▮내년에는 두 배로 늘린다.",
    "날씨가 좋네요. ▮산책을 갈까요? ▮네!",
    "그는 이렇게 말했습니다. ▮“좋습니다.” ▮모두가 웃었다.",
    # What is quoted goes on.
    "그는 “내일 간다. 모레 온다”고 말했다. ▮기자들은 돌아갔다.",
    "그는 “내일 간다.”라고 말했다. ▮끝이다.",
    "“정말입니까?” 라고 물었다. ▮답은 없었다.",
    '"지원을 늘리겠다"며 웃었다. ▮"고맙다." ▮박수가 나왔다.',
    "'정말 그럴까?'라는 물음이 남는다. ▮아니다.",
    # Brackets stay with what they stand in.
    "예산(1차는 끝났다. 2차가 남았다.)을 짠다. ▮회의는 길었다.",
    "장관이 밝혔다(사진). ▮행사는 끝났다.",
    # Numbers, dates, versions.
    "성장률은 3.5%다. ▮물가는 2.1% 올랐다.",
    "2023.12.9. 서울에서 열렸다. ▮2023. 12. 9. 부산에서도 열렸다.",
    "지난 2023. 12. 협약을 맺었다. ▮1.5트랙 대화다.",
    "'23.12.9 발표했다. ▮'24년에 시작한다.",
    # Names and abbreviations in Latin letters.
    "J. 로버트 오펜하이머를 다룬다. ▮U.S. 정부도 있다.",
    "Apple Inc. 주가가 올랐다. ▮Dr. 김은 교수다.",
    "새 모델은 OpenAI. ▮옛 모델은 다른 곳이다.",
    "주소는 www.example.com 이다. ▮a.kim@example.com 으로 보낸다.",
    "Yahoo! Japan과 손잡았다. ▮야후!코리아는 없다.",
    # Dots that are a pause, and dots that end.
    "그런데… 아무도 오지 않았다. ▮그렇게 끝났다… ▮다음 날이다.",
    "삼성…LG 손잡다",
    "글쎄... 모르겠다... ▮정말?! ▮응.",
    # Without a blank, as crawled pages have it.
    "지원한다.그는 웃었다." .replace(".그", ".▮그"),
    "간다.고 했다.",
    "한국.중국.일본 회담이 열렸다.",
    # Line breaks are edges, blank lines belong to what is before.
    "정부, AI에 1조 투자\n▮과기부는 밝혔다.\n\n▮“좋다.”\n▮끝",
    "가. 목적을 정한다.\n▮나. 범위를 정한다.",
    "1. 개요를 쓴다.\n▮2. 결론을 쓴다.",
    # A quote that is never closed binds nothing.
    "그는 “간다. ▮나는 온다. ▮끝.",
    "5' 길이다. ▮그는 '좋다'고 했다. ▮끝.",
    "고 김철수 씨를 기렸다. ▮고 이영희 씨도 있다.",
    "終わった。▮次です。",
    "예산 20억 원. ▮인력 30명.",
    "띄어 쓴 글 이다 . ▮다음 글 이다 .",
]  # fmt: skip


def cut(text: str) -> str:
    return CUT.join(text[start:end] for start, end in sentences(text))


@pytest.mark.parametrize("told", TEXTS)
def test_sentences_begin_where_a_reader_says(told: str) -> None:
    assert cut(told.replace(CUT, "")) == told


@pytest.mark.parametrize("told", TEXTS)
def test_decomposed_text_has_the_same_sentences(told: str) -> None:
    raw = normalize("NFD", told.replace(CUT, ""))
    assert [normalize("NFC", raw[start:end]) for start, end in sentences(raw)] == told.split(CUT)


def test_nothing_has_no_sentence_and_blanks_have_one() -> None:
    assert sentences("") == ()
    assert sentences(" \n\n ") == ((0, 4),)
    assert sentences("\n 가다.\n") == ((0, 6),)


@given(st.text(st.sampled_from("가다요. \n\"'“”()…?!a.1고라。\u1112\u1161\u11ab\u0301ß"), max_size=60))
def test_sentences_tile_any_text(text: str) -> None:
    found = sentences(text)
    assert "".join(text[start:end] for start, end in found) == text
    assert all(start < end for start, end in found)
    # A line break ends one; only what is blank comes before its end.
    for start, end in found:
        assert "\n" not in text[start:end].strip()


@pytest.mark.parametrize(
    "piece", ["그는 “간다. ", "(", "다.", "“가다.” 고 ", "\n", " ", "a.", '"', "…", ".)", "))]]((", " \n ."]
)
def test_time_grows_with_the_length_alone(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    with timed() as spent:
        sentences(text)
    # Measured below 0.15 s; a quadratic way takes minutes.
    assert spent.seconds < allowed(5)
