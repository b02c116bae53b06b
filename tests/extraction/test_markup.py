"""HTML as a reader sees it: lines by block, entities, hidden parts, hints, metadata; and pages that are broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.text import ZoneKind
from annotator.extraction import extract
from annotator.extraction.lines import Hint
from annotator.extraction.markup import looks_like_html, read_html
from annotator.extraction.safe_markup import made_safe


def texts(page: str) -> list[str]:
    return [line.text for line in read_html(page)[0]]


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>가</p><p>나</p>", ["가", "", "나"]),
        ("<div>가</div><div>나</div>", ["가", "나"]),
        ("<div><div><div>가</div></div></div>나", ["가", "나"]),
        ("<p>가<br>나<br/>다</p>", ["가", "나", "다"]),
        ("<p>가<br><br>나</p>", ["가", "", "나"]),
        ("<p>가 <b>나</b><i>다</i>\n  라</p>", ["가 나다 라"]),
        ("<p>  가\t\n나  </p>", ["가 나"]),
        ("<p>가&nbsp;나\u00a0</p>", ["가\u00a0나\u00a0"]),
        ("<p>가\u3000나</p>", ["가\u3000나"]),
        ("<p>가</p><p>&nbsp;</p><p>나</p>", ["가", "", "나"]),
        ("<div>가</div><div>&nbsp;</div><div>나</div>", ["가", "", "나"]),
        ("<p>A&amp;B &lt;b&gt; &quot;x&quot; &#44032; &#xAC01; &middot;</p>", ['A&B <b> "x" 가 각 ·']),
        ("<p>가&#55296;나</p>", ["가\ufffd나"]),
        ("<p>&#" + "9" * 5000 + ";가</p>", ["\ufffd가"]),
        ("<p>1 < 2 & 3 > 2</p>", ["1 < 2 & 3 > 2"]),
        ('<p title="a < b > c">가</p>', ["가"]),
        ("<script>var a = '<p>나</p>';</script><p>가</p>", ["가"]),
        ("<STYLE>p{}</STYLE >가", ["가"]),
        ("<script>나", []),
        ("<noscript>나</noscript><template>다</template>가", ["가"]),
        ("<!-- 나 --><p>가</p><!-- <p>다</p> -->", ["가"]),
        ("<!-->가", ["가"]),
        ("<!-- 나 <p>가</p>", ["나", "", "가"]),
        ("<![CDATA[나]]>가<?php 나 ?>", ["가"]),
        ("<![x", ["<![x"]),
        ("<p>가<", ["가<"]),
        ("<p>가<b", ["가<b"]),
        ("<p hidden>나</p><p style='display: none'>다</p><p>가</p>", ["가"]),
        ("<div style='display:none'><div>나</div>다</div>가", ["가"]),
        ("<ul><li>가<li>나</ul>다", ["가", "나", "", "다"]),
        ("<table><tr><th>가</th><td>나</td></tr><tr><td>다<td>라</table>", ["가\t나", "다\t라"]),
        ("<pre>가  나\n  다</pre>라", ["가  나", "  다", "", "라"]),
        ("<p>가</div></p></b>나", ["가", "", "나"]),
        ("<head><title>나</title><p>가</p>", ["가"]),
        ("<title>나<p>가</p>", ["가"]),
        ("<html><head><meta charset=utf-8><p>가", ["가"]),
        ("<svg><title>나</title><text>다</text></svg>가", ["가"]),
        ("<button>나</button>가<select><option>다</select>", ["나", "가", "다"]),
        ("", []),
    ],
)
def test_the_visible_text_is_cut_into_lines_by_its_blocks(page, lines):
    assert texts(page) == lines


def test_lines_carry_what_their_elements_say():
    lines, _ = read_html(
        "<nav>가</nav><article><h1>나</h1><h2>다</h2><p>라</p><figcaption>마</figcaption>"
        "<table><tr><td>바</td></tr></table></article><article>사</article><div itemprop='articleBody'>아</div>자"
    )
    found = {line.text: (line.hints, line.article) for line in lines if line.text}
    assert found == {
        "가": ({Hint.MENU}, 0),
        "나": ({Hint.TITLE}, 1),
        "다": ({Hint.HEADING}, 1),
        "라": (set(), 1),
        "마": ({Hint.CAPTION}, 1),
        "바": ({Hint.TABLE}, 1),
        "사": (set(), 2),
        "아": (set(), 3),
        "자": (set(), 0),
    }


def test_a_form_around_the_page_makes_nothing_furniture():
    lines, _ = read_html("<form><p>가</p></form>")
    assert [line.hints for line in lines] == [frozenset()]


def test_metadata_is_read_from_the_head_the_first_of_each():
    _, metadata = read_html(
        "<title> 제목\n - 한빛 </title><meta property='og:title' content='제목 &amp; 부제'>"
        "<meta property='og:title' content='나중'><META NAME=author CONTENT=김하늘><meta itemprop=datePublished "
        "content=2023-12-09><link rel='shortcut canonical' href='https://a.example/1'><link rel=canonical href=x>"
    )
    assert metadata.title == "제목 - 한빛"
    assert metadata.first("og:title") == "제목 & 부제"
    assert metadata.first("nothing", "author") == "김하늘"
    assert metadata.first("datepublished") == "2023-12-09"
    assert metadata.first("nothing") == ""
    assert metadata.canonical == "https://a.example/1"


@pytest.mark.parametrize(
    ("page", "html"),
    [
        ("<!DOCTYPE html><p>", True),
        ("\ufeff\n <html>", True),
        ("<?xml version='1.0'?>\n<html xmlns=''>", True),
        ("<div class=a>", True),
        ("<!-- saved from --><html>", True),
        ("머리말\n<html lang=ko>", True),
        ("<p>가", True),
        ("가 <b>나</b>", False),
        ("<뉴스> 정부는", False),
        ("<people>", False),
        ("a < b", False),
        ("", False),
    ],
)
def test_html_is_told_from_text_by_how_it_begins(page, html):
    assert looks_like_html(page) is html


SENTENCE = "이날 회의에는 관계 부처 장관과 전문가들이 참석해 세부 계획을 두 시간 넘게 논의했다."
OTHER = "전문가들은 이번 결정이 지역 경제에 적지 않은 보탬이 될 것이라고 내다보며 기대를 나타냈다."


def kept(page: str) -> list[tuple[str, ZoneKind | None]]:
    return [(line.text, line.kind) for line in extract(page).lines if line.kept and not line.blank]


@pytest.mark.parametrize(
    "open_close", [("<article>", "</article>"), ("<div itemprop='articleBody'>", "</div>")]
)
def test_without_a_dateline_the_article_element_is_the_proposal(open_close):
    start, end = open_close
    page = (
        f"<html><body><nav><a>홈</a></nav><article><p>{SENTENCE}</p></article><h1>예산안 논의한 회의</h1>"
        f"{start}<h2>회의 결과</h2><p>{SENTENCE}</p><button>공유</button><p>{OTHER}</p><h3>전망</h3><p>{SENTENCE}</p>"
        f"<aside>{OTHER}</aside>{end}<p>{OTHER} {OTHER}</p></body></html>"
    )
    assert extract(page).start_found
    assert kept(page) == [
        ("예산안 논의한 회의", ZoneKind.TITLE),
        ("회의 결과", ZoneKind.DECK),
        (SENTENCE, ZoneKind.BODY),
        (OTHER, ZoneKind.BODY),
        ("전망", ZoneKind.HEADING),
        (SENTENCE, ZoneKind.BODY),
    ]


def test_without_a_dateline_or_an_article_element_nothing_of_html_is_cut():
    page = f"<html><nav>홈</nav><div>{SENTENCE}</div><footer>끝</footer></html>"
    assert not extract(page).start_found
    assert [text for text, _ in kept(page)] == ["홈", SENTENCE, "끝"]


def test_a_dateline_in_a_sidebar_is_not_the_article():
    page = f"<html><aside>[서울=한빛뉴스] 김하늘 기자 = {OTHER}</aside><p>[부산=한빛뉴스] 이바다 기자 = {SENTENCE}</p>"
    assert extract(page).fields.author == "이바다"


def test_a_headline_broken_in_two_is_one_title():
    page = (
        "<html><meta property='og:title' content='예산안 확정한 정부 지역 지원 늘린다'><h1>예산안 확정한 정부<br>"
        f"지역 지원 늘린다</h1><p>[서울=한빛뉴스] 김하늘 기자 = {SENTENCE}</p>"
    )
    assert kept(page)[:2] == [("예산안 확정한 정부", ZoneKind.TITLE), ("지역 지원 늘린다", ZoneKind.TITLE)]
    assert extract(page).fields.title == "예산안 확정한 정부 지역 지원 늘린다"


def test_a_line_without_letters_beside_the_headline_is_no_part_of_it():
    page = (
        "<html><title>예산안 확정한 정부</title><div>예산안 확정한 정부</div><div>***</div>"
        f"<p>[서울=한빛뉴스] 김하늘 기자 = {SENTENCE}</p>"
    )
    assert [text for text, kind in kept(page) if kind is ZoneKind.TITLE] == ["예산안 확정한 정부"]


def test_the_title_of_the_page_serves_where_the_text_has_none():
    page = (
        "<html><title>예산안 확정 :: 한빛뉴스</title><meta property='og:site_name' content='한빛뉴스'>"
        "<meta name=author content='김하늘 기자'><link rel=canonical href='javascript:x'>"
    )
    fields = extract(page).fields
    assert (fields.title, fields.outlet, fields.author, fields.url) == (
        "예산안 확정",
        "한빛뉴스",
        "김하늘",
        "",
    )


MARKUP = st.text(alphabet="<>/!-?&#;\"'= apbrdivscrptyle가\u00a0\n\ud800x0", max_size=200)


@given(MARKUP)
def test_any_markup_is_read_without_an_error(page):
    lines, _ = read_html(page)
    assert all("\n" not in line.text for line in lines)


PARTS = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<br>",
    "<pre>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<title>",
    "<table>",
    "<td>",
    "<nav>",
    "</nav>",
    "<article>",
    "가",
    "&#",
    "99999999999",
    "<![",
    "<a",
    '"',
    ">",
]


@given(st.lists(st.sampled_from([*PARTS, " ", "\n"]), max_size=40))
def test_any_order_of_elements_is_read_without_an_error(parts):
    extract("".join(parts), html=True)


@given(MARKUP)
def test_what_the_parser_is_given_has_no_tag_without_an_end(page):
    safe = made_safe(page)
    assert "<" not in safe.rpartition(">")[2]
    assert "<!" not in safe
    assert "<?" not in safe
