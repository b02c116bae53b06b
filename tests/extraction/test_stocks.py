"""The stock box: rows, and only rows."""

import pytest

from annotator.extraction.stocks import GICS_SECTORS, StockRow, read_stock_box

NOTICE = "이 내용에 포함된 데이터와 의견은 한빛 AI가 분석한 결과입니다. 투자 판단은 본인에게 있습니다."


@pytest.mark.parametrize("sector", GICS_SECTORS)
def test_company_and_sector_are_parted_by_the_names_of_the_sectors(sector):
    box = read_stock_box(["긍정 영향 종목", f"• Energy & Materials Co. {sector}", "수요 증가.", NOTICE])
    assert box is not None
    assert box.rows == (StockRow("Energy & Materials Co.", sector, "긍정", "수요 증가.", "한빛 AI"),)


def test_there_are_eleven_sectors():
    assert len(set(GICS_SECTORS)) == 11


def test_the_box_takes_its_lines_from_heading_to_notice():
    lines = ["본문", "종목 추적기", "", "S&P 500", "부정 영향 종목", "• A Energy", NOTICE, "쇼핑"]
    box = read_stock_box(lines)
    assert box is not None
    assert (box.start, box.end) == (1, 7)
    assert box.rows == (StockRow("A", "Energy", "부정", "", "한빛 AI"),)


def test_without_a_notice_nobody_is_said_to_have_analysed_and_the_box_ends_with_its_rows():
    box = read_stock_box(["긍정 영향 종목", "• A Energy", "이유.", "", "안다쇼핑", "• B Energy"])
    assert box is not None
    assert box.rows == (StockRow("A", "Energy", "긍정", "이유.", ""),)
    assert box.end == 3


def test_company_and_sector_in_lines_of_their_own_and_rows_without_a_sector():
    box = read_stock_box(
        ["긍정 영향 종목", "• A Corp.", "Real Estate", "이유.", "• B Corp.", "까닭.", NOTICE]
    )
    assert box is not None
    assert [(row.company, row.sector, row.reason) for row in box.rows] == [
        ("A Corp.", "Real Estate", "이유."),
        ("B Corp.", "", "까닭."),
    ]


def test_a_long_reason_is_kept_whole():
    box = read_stock_box(["긍정 영향 종목", "  • A Energy", "    " + "가 나 " * 400, NOTICE])
    assert box is not None
    assert box.rows[0].reason == ("가 나 " * 400).strip()


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["긍정적인 영향을 줄 종목을 찾았다."],
        ["종목 추적기"],
        ["종목 추적기", "결과물 출력을 준비하고 있어요."],
        ["• A Energy"],
    ],
)
def test_without_the_headings_of_a_box_there_is_none(lines):
    assert read_stock_box(lines) is None
