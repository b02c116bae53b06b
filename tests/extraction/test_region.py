"""Where an article begins and ends, and how headline and decks are told from what stands around them."""

import pytest

from annotator.core.text import ZoneKind
from annotator.extraction import compose, extract

LEAD = "[서울=한빛뉴스] 김하늘 기자 = 정부는 9일 회의를 열고 내년도 예산안을 확정했다고 밝혔다."
SENTENCE = "이날 회의에는 관계 부처 장관과 전문가들이 참석해 세부 계획을 두 시간 넘게 논의했다."
OTHER = "전문가들은 이번 결정이 지역 경제에 적지 않은 보탬이 될 것이라고 내다보며 기대를 나타냈다."
TITLE = "정부, 내년도 예산안 확정...지역 지원 늘려"
DECK = "국무회의 의결 거쳐 국회 제출"
PHOTO = "(서울=연합뉴스) 김하늘 기자 = 9일 회의에서 총리가 발언하고 있다. 2023.12.9 sky@yna.example.kr"
MAIL = "sky@hanbit.example.kr"
RELATED = "[부산=한빛뉴스] 박가람 기자 = 부산에서 26일 축제가 열려 많은 시민이 찾았다고 시가 밝혔다."


def proposal(page: str) -> list[tuple[str, str]]:
    return [(line.text, str(line.kind)) for line in extract(page).lines if line.kept and not line.blank]


def lines(*texts: str) -> str:
    return "\n".join(texts)


@pytest.mark.parametrize(
    "above",
    [
        lines(TITLE, "", DECK, ""),
        lines(TITLE, DECK, ""),
        lines(TITLE, "", DECK, DECK + " 예정", ""),
        lines("정치 국회·정당", "", TITLE, "", DECK, ""),
        lines("속보", "더보기", TITLE, "입력 2023.12.09 10:00", DECK, ""),
        lines("홈", "", "로그인", "", TITLE, "", "기사입력 2023.12.09", "", DECK, ""),
        lines("티커에 실린 다른 기사의 제목", "", "더보기", "", TITLE, "", DECK, ""),
        lines("티커에 실린 다른 기사의 제목", "", TITLE, "", "※ 글자 크기", "", DECK, ""),
        lines(TITLE, "", DECK, "", "입력 2023.12.09", "", "공유하기", ""),
        lines("짧은 줄", "", TITLE, "", DECK, ""),
        lines(TITLE + " | 한빛뉴스", "메뉴의 어떤 긴 줄", "메뉴의 또 다른 긴 줄", TITLE, "", DECK, ""),
        lines(TITLE, "", DECK, "", "AI 핵심 요약", "• " + SENTENCE, "• " + OTHER, ""),
        lines(TITLE, "", DECK, "", "AI 요약", SENTENCE, OTHER, SENTENCE, ""),
        lines(
            TITLE,
            "",
            DECK,
            "",
            "이 기사는 12월 9일 오후 2시에 한빛 프리미엄에 먼저 출고된 기사로 회원만 볼 수 있습니다.",
        ),
    ],
)
def test_headline_and_decks_are_found_above_the_dateline(above):
    found = proposal(lines(above, LEAD, "", SENTENCE, "", MAIL))
    assert found[0] == (TITLE, "title")
    assert (DECK, "deck") in found
    assert {kind for text, kind in found if text not in (TITLE, DECK, DECK + " 예정")} == {
        "dateline",
        "body",
        "byline",
    }
    assert [text for text, _ in found if text != DECK + " 예정"] == [TITLE, DECK, LEAD, SENTENCE, MAIL]


def test_each_line_parted_by_a_blank_one_still_has_its_headline_at_the_top():
    decks = [f"{DECK} {number}" for number in "가나다"]
    found = proposal("\n\n".join((TITLE, *decks, LEAD, SENTENCE, MAIL)))
    assert found[:4] == [(TITLE, "title"), *((deck, "deck") for deck in decks)]


def test_a_list_of_headlines_without_an_end_gives_only_the_nearest():
    others = [f"다른 기사의 제목이 여기에 실려 있다 {number}" for number in range(30)]
    assert proposal("\n\n".join((*others, TITLE, LEAD, SENTENCE, MAIL)))[0] == (TITLE, "title")


def test_a_caption_above_the_dateline_stays_a_caption():
    found = proposal(lines(TITLE, "", PHOTO, "", LEAD, "", SENTENCE, "", MAIL))
    assert found[:3] == [(TITLE, "title"), (PHOTO, "caption"), (LEAD, "dateline")]


def test_a_reporter_between_headline_and_text_is_a_byline():
    found = proposal(lines(TITLE, "김하늘 기자", "", LEAD, "", MAIL))
    assert found[1] == ("김하늘 기자", "byline")


@pytest.mark.parametrize(
    "after",
    [
        lines("[한빛뉴스 베스트 기사]", "", "다른 기사", "", RELATED, "", "garam@hanbit.example.kr"),
        lines("관련 기사", RELATED),
        lines("ⓒ 한빛뉴스 무단 전재 및 재배포 금지", SENTENCE),
        lines("ⓒ 한빛뉴스"),
        lines("안다쇼핑", "Top으로 이동"),
        lines("다른 기사의 제목", RELATED, "", "garam@hanbit.example.kr"),
        "",
    ],
)
def test_the_article_ends_with_its_last_address(after):
    found = proposal(lines(TITLE, "", LEAD, "", SENTENCE, "", MAIL, "", after))
    assert [text for text, _ in found] == [TITLE, LEAD, SENTENCE, MAIL]


@pytest.mark.parametrize(
    "after",
    [lines("관련기사", RELATED), lines("<저작권자 ⓒ 한빛뉴스>", OTHER), lines("공유하기", "더보기"), ""],
)
def test_without_an_address_it_ends_before_what_heads_the_rest(after):
    found = proposal(lines(TITLE, "", LEAD, "", SENTENCE, "", after))
    assert [text for text, _ in found] == [TITLE, LEAD, SENTENCE]


def test_several_addresses_in_a_row_all_belong_to_the_article():
    for after in ("", "[한빛뉴스 베스트 기사]"):
        found = proposal(lines(LEAD, "", MAIL, "김하늘 기자", "b@hanbit.example.kr", "", after))
        assert [kind for _, kind in found] == ["dateline", "byline", "byline", "byline"]


def test_the_address_right_below_a_caption_is_the_photographers():
    caption = "회의에서 총리가 발언하고 있다. [사진=국무총리실]"
    found = proposal(lines(LEAD, "", caption, "photo@hanbit.example.kr", "", SENTENCE, "", MAIL))
    assert [kind for _, kind in found] == ["dateline", "caption", "caption", "body", "byline"]


def test_the_name_of_a_pictures_owner_does_not_end_the_article():
    found = proposal(lines(LEAD, "", "ⓒ 한빛사진", "", SENTENCE, "", MAIL, "ⓒ 한빛뉴스"))
    assert [text for text, _ in found] == [LEAD, "ⓒ 한빛사진", SENTENCE, MAIL]


def test_words_of_controls_and_headings_inside_sentences_and_lists_stay():
    inside = [
        "• 더 작게 만드는 기술",
        "관련 기사에 따르면 예산이 늘었다",
        "※ 자료는 통계청",
        "▶ 1분기 실적",
        "다음",
    ]
    found = proposal(lines(LEAD, "", *inside, SENTENCE, "", MAIL))
    assert [text for text, _ in found] == [LEAD, *inside, SENTENCE, MAIL]
    assert ("※ 자료는 통계청", "footnote") in found


def test_controls_inside_the_article_are_dropped():
    found = proposal(
        lines(LEAD, "", "이미지 크게 보기", "구독하기", "▶ 한빛뉴스 앱 다운로드", SENTENCE, "", MAIL)
    )
    assert [text for text, _ in found] == [LEAD, SENTENCE, MAIL]


@pytest.mark.parametrize(
    "page",
    [
        lines(TITLE, "", SENTENCE, "", OTHER),
        lines(TITLE, "", SENTENCE, "", OTHER, "", "관련기사", "", RELATED),
        lines(TITLE, "", SENTENCE, "", PHOTO, "", OTHER),
        lines(
            TITLE,
            "",
            SENTENCE,
            "",
            OTHER,
            "",
            "(서울=연합뉴스) 김하늘 기자 = 회의가 열리고 있다.",
            "",
            SENTENCE,
        ),
        lines("메뉴", "어떤 줄", "다른 줄"),
        lines("", "", "한 줄"),
        "",
        "\n\n\n",
    ],
)
def test_without_an_article_start_nothing_is_cut(page):
    found = extract(page)
    assert not found.start_found
    assert all(line.kept for line in found.lines)
    assert compose(found.lines).text == (page.strip("\n") + "\n" if page.strip() else "")


def test_a_plain_article_has_its_headline_only_where_that_is_sure():
    assert proposal(lines(TITLE, "", SENTENCE, "", OTHER))[0] == (TITLE, "title")
    for first in (
        "전체기사 최신뉴스",
        "2023.12.09 10:30",
        "공유하기",
        "정부가 예산안을 확정했다.",
        "가" * 90,
    ):
        assert proposal(lines(first, "", SENTENCE, "", OTHER))[0] == (first, "body")
    assert proposal(lines(TITLE, SENTENCE))[0] == (TITLE, "body")
    assert proposal(lines(TITLE, "", "짧은 줄", "", SENTENCE))[0] == (TITLE, "body")


def test_a_plain_article_gives_the_date_of_its_caption_and_never_one_after_it():
    page = lines(TITLE, "", SENTENCE, "", PHOTO, "", OTHER)
    assert extract(page).fields.document_date == "2023-12-09"
    later = lines(
        TITLE,
        "",
        SENTENCE,
        "",
        OTHER,
        "",
        "관련기사",
        "",
        "모습 [사진=가] 2026.02.26 a@b.kr",
        "입력 2026.02.26",
    )
    assert extract(later).fields.document_date == ""


def test_an_article_that_is_only_a_photograph_begins_with_its_caption():
    found = extract(
        lines("속보", "더보기", "", "총리, 회의에서 발언하는 모습", "", PHOTO, "", "관련기사", "", RELATED)
    )
    assert found.start_found
    assert [line.text for line in found.lines if line.kept and not line.blank] == [
        "총리, 회의에서 발언하는 모습",
        PHOTO,
    ]
    assert found.fields.outlet == "연합뉴스"


def test_several_reporters_are_one_author_field():
    page = lines(TITLE, "", LEAD.replace("김하늘 기자", "김하늘·이바다 기자"), "", MAIL)
    assert extract(page).fields.author == "김하늘, 이바다"


def test_kinds_are_zone_kinds():
    found = extract(lines(TITLE, "", LEAD, "", MAIL))
    assert all(line.kind is None or isinstance(line.kind, ZoneKind) for line in found.lines)
