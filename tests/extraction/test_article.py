"""The text composed of kept lines, its zones, and that any toggling by a person works."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.text import Zone, ZoneKind
from annotator.extraction import PageLine, Reason, compose, extract, toggled
from tests.extraction import pages


def line(number: int, text: str, kind: ZoneKind | None = ZoneKind.BODY, *, kept: bool = True) -> PageLine:
    return PageLine(number, text, kept, kind, Reason.ARTICLE)


def test_kept_lines_are_joined_and_the_text_ends_in_one_line_feed():
    article = compose([line(1, "제목", ZoneKind.TITLE), line(2, "뺀 줄", kept=False), line(3, "본문")])
    assert article.text == "제목\n본문\n"
    assert article.zones == (Zone(0, 2, ZoneKind.TITLE), Zone(3, 5, ZoneKind.BODY))
    assert article.line_numbers == (1, 3)


def test_a_run_of_blank_lines_becomes_its_first_and_none_stands_at_the_ends():
    texts = ["", " ", "가", "\u00a0", "", "뺀 줄", "", "나", "다", "", ""]
    lines = [line(number, text, kept=text != "뺀 줄") for number, text in enumerate(texts, 1)]
    assert compose(lines).text == "가\n\u00a0\n나\n다\n"
    assert compose(lines).line_numbers == (3, 8, 9)


def test_a_blank_line_that_is_toggled_off_joins_its_paragraphs():
    lines = [line(1, "가"), line(2, "", None), line(3, "나")]
    assert compose([lines[0], toggled(lines[1]), lines[2]]).text == "가\n나\n"


def test_nothing_inside_a_line_is_touched_and_zones_leave_out_the_blanks_at_its_ends():
    article = compose([line(1, "  \u00a0가 \u00a0 나\u3000 ")])
    assert article.text == "  \u00a0가 \u00a0 나\u3000 \n"
    assert [article.text[zone.start : zone.end] for zone in article.zones] == ["가 \u00a0 나"]


def test_a_dateline_line_is_two_zones_with_the_no_break_space_in_neither():
    article = compose([line(1, "\u3000[서울=한빛뉴스] 김하늘 기자 =\u00a0정부는", ZoneKind.DATELINE)])
    assert [(zone.kind, article.text[zone.start : zone.end]) for zone in article.zones] == [
        (ZoneKind.DATELINE, "[서울=한빛뉴스] 김하늘 기자 ="),
        (ZoneKind.BODY, "정부는"),
    ]


def test_a_dateline_alone_and_a_line_wrongly_called_one_are_one_zone_each():
    alone = compose([line(1, "[서울=한빛뉴스] 김하늘 기자 =", ZoneKind.DATELINE)])
    assert alone.zones == (Zone(0, 18, ZoneKind.DATELINE),)
    wrong = compose([line(1, "정부는 밝혔다", ZoneKind.DATELINE)])
    assert wrong.zones == (Zone(0, 7, ZoneKind.DATELINE),)


def test_no_line_kept_is_no_text():
    assert compose([]).text == ""
    assert compose([line(1, ""), line(2, "가", kept=False)]) == compose([])


def test_offsets_are_code_points_also_beyond_the_basic_plane():
    article = compose([line(1, "🙂🇰🇷"), line(2, "\u1100\u1161\u11a8"), line(3, "\ud800가")])
    assert [(zone.start, zone.end) for zone in article.zones] == [(0, 3), (4, 7), (8, 10)]


def test_a_dropped_line_that_is_toggled_on_is_body_by_hand_and_keeps_its_kind_when_it_has_one():
    dropped = PageLine(1, "메뉴", False, None, Reason.MENU)
    assert toggled(dropped) == PageLine(1, "메뉴", True, ZoneKind.BODY, Reason.BY_HAND)
    caption = line(1, "사진", ZoneKind.CAPTION)
    assert toggled(toggled(caption)).kind is ZoneKind.CAPTION
    assert not toggled(caption).kept


def check(lines: list[PageLine]) -> None:
    article = compose(lines)
    kept = [each for each in lines if each.kept and not each.blank]
    assert article.line_numbers == tuple(each.number for each in kept)
    assert [text for text in article.text.split("\n") if text.strip()] == [each.text for each in kept]
    assert not article.text or (article.text.endswith("\n") and not article.text.endswith("\n\n"))
    assert all(0 <= zone.start < zone.end <= len(article.text) for zone in article.zones)
    assert all(first.end <= second.start for first, second in pairwise(article.zones))
    covered = "".join(article.text[zone.start : zone.end] for zone in article.zones)
    assert "".join(covered.split()) == "".join(article.text.split())


@given(st.data())
def test_any_toggling_of_the_page_gives_a_text_whose_zones_slice_it(data):
    lines = list(extract(pages.TEXT_PAGE).lines)
    for index in data.draw(st.sets(st.integers(0, len(lines) - 1))):
        lines[index] = toggled(lines[index])
    check(lines)


PIECES = st.sampled_from(
    [
        *pages.ARTICLE,
        *pages.MENU,
        *pages.FIELDS,
        *pages.CONTROLS,
        *pages.RELATED,
        *pages.STOCKS,
        *pages.FOOTER,
        "",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=40), st.sets(PIECES))
def test_any_page_is_a_proposal_with_every_line_once(parts, furniture):
    page = "\n".join(parts)
    found = extract(page, html=False, furniture=furniture)
    unified = page.replace("\r\n", "\n").replace("\r", "\n")
    assert [each.text for each in found.lines] == unified.split("\n")
    assert [each.number for each in found.lines] == list(range(1, len(found.lines) + 1))
    assert all(each.kept == (each.kind is not None) for each in found.lines if not each.blank)
    assert found.start_found or all(each.kept or each.reason == "repeated" for each in found.lines)
    check([each for each in found.lines if "\n" not in each.text])


@given(st.text())
def test_any_text_is_read_without_an_error(page):
    check(list(extract(page).lines))
