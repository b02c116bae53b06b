"""The whole way from a page to a proposal, on a page of our own and on the sample page."""

import hashlib
from pathlib import Path

import pytest

from annotator.core.text import ZoneKind
from annotator.extraction import Extraction, compose, decode, extract
from tests.extraction import pages
from tests.support.pace import allowed, timed

SAMPLE = Path(__file__).parents[3] / "shared" / "data" / "newspim_page.txt"
ALL_PAGES = pytest.mark.parametrize(
    "page", [pages.TEXT_PAGE, pages.SEMANTIC_PAGE, pages.NESTED_PAGE], ids=["text", "semantic", "nested"]
)


def kept(found: Extraction) -> list[str]:
    return [line.text for line in found.lines if line.kept and not line.blank]


def kinds(found: Extraction, kind: ZoneKind) -> list[str]:
    return [line.text for line in found.lines if line.kept and line.kind is kind]


@ALL_PAGES
def test_the_article_is_kept_whole_and_nothing_else_of_the_page(page):
    assert kept(extract(page)) == list(pages.ARTICLE)


@ALL_PAGES
def test_every_kept_line_has_the_zone_it_is(page):
    found = extract(page)
    assert found.start_found
    assert kinds(found, ZoneKind.TITLE) == [pages.TITLE]
    assert kinds(found, ZoneKind.DECK) == list(pages.DECKS)
    assert kinds(found, ZoneKind.DATELINE) == [pages.LEAD]
    assert kinds(found, ZoneKind.CAPTION) == [pages.CAPTION, pages.SECOND_CAPTION]
    assert kinds(found, ZoneKind.BODY) == list(pages.PARAGRAPHS)
    assert kinds(found, ZoneKind.BYLINE) == [pages.BYLINE]


@ALL_PAGES
def test_empty_fields_stay_empty_and_the_date_is_the_photographs_not_a_related_articles(page):
    fields = extract(page).fields
    assert fields.title == pages.TITLE
    assert (fields.outlet, fields.author) == ("한빛뉴스", "이나루")
    assert (fields.published, fields.modified) == ("", "")
    assert (fields.document_date, fields.date_source) == ("2023-11-10", "caption")


@ALL_PAGES
def test_the_stock_box_becomes_rows_and_no_text(page):
    rows = extract(page).source_data.stocks
    assert [(row.company, row.sector, row.direction, row.by) for row in rows] == [
        ("Example Instruments Inc.", "Information Technology", "긍정", "한빛 AI"),
        ("Sample Health Corp.", "Health Care", "긍정", "한빛 AI"),
        ("Old Energy Co.", "Energy", "부정", "한빛 AI"),
    ]
    assert [row.reason for row in rows] == [
        "양자센서 수요가 늘어날 것으로 기대됨.",
        "진단 장비에 쓰일 가능성.",
        "투자 축소 우려.",
    ]


@ALL_PAGES
def test_the_section_line_and_the_flag_are_kept_beside_the_text(page):
    data = extract(page).source_data
    assert (data.section_line, data.flag_line) == ("경제 산업", "속보")


def test_each_line_of_the_text_page_says_why_it_is_kept_or_dropped():
    found = extract(pages.TEXT_PAGE)
    reasons = {line.text: line.reason for line in found.lines if not line.blank}
    assert [line.number for line in found.lines] == list(range(1, len(pages.TEXT_PAGE.split("\n")) + 1))
    assert reasons["전체기사 최신뉴스"] == "menu"
    assert reasons["오늘의 달력"] == "before-article"
    assert reasons["경제 산업"] == "section"
    assert reasons["속보"] == "flag"
    assert reasons["기사입력 :"] == "field"
    assert reasons["  • 더 작게"] == "control"
    assert reasons[pages.TITLE] == "article"
    assert reasons["[한빛뉴스 베스트 기사]"] == "after-article"
    assert reasons["긍정 영향 종목"] == "stocks"
    assert all(line.kept and line.kind is None for line in found.lines if line.blank)


def test_carriage_returns_make_no_difference():
    assert extract(pages.TEXT_PAGE.replace("\n", "\r\n")) == extract(pages.TEXT_PAGE)


@ALL_PAGES
def test_the_composed_article_is_proposed_whole_when_it_is_read_again(page):
    article = compose(extract(page).lines)
    again = compose(extract(article.text).lines)
    assert (again.text, again.zones) == (article.text, article.zones)


def test_html_is_recognised_and_can_be_forced_or_forbidden():
    assert extract(pages.SEMANTIC_PAGE) == extract(pages.SEMANTIC_PAGE, html=True)
    assert extract(pages.TEXT_PAGE) == extract(pages.TEXT_PAGE, html=False)
    assert extract("<p>한 줄</p>", html=False).lines[0].text == "<p>한 줄</p>"
    assert extract("x <b>y</b>").lines[0].text == "x <b>y</b>"


def test_html_gives_url_and_section_and_dates_of_its_metadata():
    page = pages.SEMANTIC_PAGE.replace(
        "</head>",
        '<meta property="article:published_time" content="2023-11-10T09:30:00+09:00">'
        '<meta property="article:modified_time" content="2023-11-10T23:30:00Z">'
        '<meta property="article:section" content="경제"></head>',
    )
    fields = extract(page).fields
    assert (fields.url, fields.section) == ("https://hanbit.example.kr/news/20231110001", "경제")
    assert (fields.published, fields.modified) == ("2023-11-10T09:30", "2023-11-11T08:30")
    assert (fields.document_date, fields.date_source) == ("2023-11-10", "field")


@pytest.mark.parametrize(
    ("fields", "published", "modified"),
    [
        ("기사입력 : 2023-11-10 09:30", "2023-11-10T09:30", ""),
        ("기사입력 :\n2023년 11월 10일 09:30", "2023-11-10T09:30", ""),
        ("입력 2023.11.10. 오후 3:05 수정 2023.11.11. 오전 12:10", "2023-11-10T15:05", "2023-11-11T00:10"),
        ("2023.11.10 09:30 입력 | 2023.11.12 수정", "2023-11-10T09:30", "2023-11-12"),
        ("등록 2023/11/10", "2023-11-10", ""),
        ("승인 2023.02.30 10:00", "", ""),
        ("2023-11-10 09:30", "", ""),
    ],
)
def test_labelled_dates_are_fields_and_dates_without_a_label_are_not(fields, published, modified):
    page = pages.TEXT_PAGE.replace("기사입력 :\n\n최종수정 :", fields)
    found = extract(page)
    assert (found.fields.published, found.fields.modified) == (published, modified)
    assert found.fields.document_date == (published or modified or "2023-11-10")[:10]
    assert kept(found) == list(pages.ARTICLE)


def test_without_any_date_in_the_article_the_document_date_is_empty():
    page = pages.TEXT_PAGE.replace(" 2023.11.10 naru@", " naru@")
    assert (extract(page).fields.document_date, extract(page).fields.date_source) == ("", "")


def test_known_furniture_is_dropped_of_the_body_only():
    known = [
        pages.TITLE,
        pages.DECKS[1],
        pages.LEAD,
        pages.CAPTION,
        pages.PARAGRAPHS[0],
        pages.BYLINE,
        "없는 줄",
    ]
    found = extract(pages.TEXT_PAGE, furniture=known)
    repeated = [line.text for line in found.lines if line.reason == "repeated"]
    assert repeated == [pages.PARAGRAPHS[0]]
    assert not any(line.kept for line in found.lines if line.reason == "repeated")


REPETITIONS = (
    *(
        "<a ",
        "<a b='",
        "<!--",
        "<![",
        "<script",
        "<script></script",
        "<div>",
        "<ul><li>",
        "<p>&#",
        "&nbsp;",
        "<br>",
    ),
    *(
        "[가=",
        "[서울=뉴스1] 김하늘 기자 = ",
        "[사진=가] ",
        "a@",
        "a@b.kr ",
        "기사입력 : ",
        "2023.12.09 입력 ",
        "가 ",
    ),
    *(
        "[서울=뉴스1] 김하늘 기자 =\n",
        "a@b.kr\n",
        "ⓒ 가\n",
        "긍정 영향 종목\n",
        "• A Energy\n",
        "AI 요약\n",
        "9",
        "(",
    ),
)


@pytest.mark.parametrize("unit", REPETITIONS)
@pytest.mark.parametrize(
    "start", ["", "<html><p>[서울=뉴스1] 김하늘 기자 = ", "[서울=뉴스1] 김하늘 기자 = 가\n"]
)
def test_time_does_not_explode_on_a_page_of_repetitions(start, unit):
    page = start + unit * (30_000 // len(unit))
    with timed() as spent:
        for end in ("", ">"):
            compose(extract(page + end).lines)
    # Linear code takes a fraction of this even on a slow machine, quadratic code many times as long.
    assert spent.seconds < allowed(10)


def test_the_sample_page_becomes_exactly_the_article_that_was_agreed():
    if not SAMPLE.exists():
        pytest.skip("the sample page is not beside this checkout")
    found = extract(decode(SAMPLE.read_bytes()).text)
    article = compose(found.lines)
    zones = [(zone.start, zone.end, zone.kind.value) for zone in article.zones]
    assert len(article.text) == 2206
    assert hashlib.sha256(article.text.encode()).hexdigest() == (
        "d4ddcb79846476a6d9df19d9c7c59a90d70b61455e63cb1c9583844797ce48c2"
    )
    assert zones[:6] == [
        (0, 42, "title"),
        (44, 67, "deck"),
        (68, 93, "deck"),
        (94, 116, "deck"),
        (118, 135, "dateline"),
        (136, 244, "body"),
    ]
    assert (371, 511, "caption") in zones
    assert zones[-1] == (2188, 2205, "byline")
    assert [kind for _, _, kind in zones].count("body") == 14
    assert [kind for _, _, kind in zones].count("caption") == 2
    assert article.line_numbers[:6] == (9, 25, 26, 27, 29, 31)
    assert len(article.line_numbers) == 21
    assert found.fields.document_date == "2023-12-09"
    assert (found.fields.published, found.fields.modified, found.fields.section) == ("", "", "")
    assert [row.company for row in found.source_data.stocks] == ["Lockheed Martin Corp.", "Caterpillar Inc."]
