"""Tables of documents: known headings, told columns, days, workbooks as spreadsheets save them, hostile ones."""

import json
from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.entry import Entry, Reject
from annotator.core.errors import UserError
from annotator.formats import registry
from annotator.formats.base import Bundle
from annotator.formats.tables.entries import moment_of
from annotator.formats.tables.headings import FIELDS, ColumnsError, guessed, parsed, signature
from tests.support.books import book, raw_book, text_cell
from tests.support.office import zipped

HEAD = ["뉴스 식별자", "일자", "언론사", "기고자", "제목", "통합 분류1", "인물", "본문", "URL"]
ROW = ["01100101.20240229", "20240229", "가람일보", "이누리", "양자 연구에 300억 원", "IT_과학>과학", "",
       "가람부는 29일 양자 연구에\n300억 원을 낸다고 밝혔다.", "http://garam.example/1"]  # fmt: skip
TEXT = f"{ROW[4]}\n\n{ROW[7]}"


def csv_of(*rows, delimiter=","):
    return "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows).encode("utf-8-sig")


def json_of(*rows):
    return "\n".join(
        json.dumps(dict(zip(HEAD, row, strict=True)), ensure_ascii=False) for row in rows
    ).encode()


SHEETS = {
    "csv": csv_of(HEAD, ROW),
    "tsv": csv_of(HEAD, ROW, delimiter="\t"),
    "cp949": "\n".join(",".join(f'"{c}"' for c in row) for row in (HEAD, ROW)).encode("cp949"),
    "jsonl": json_of(ROW),
    "array": b"[" + json_of(ROW) + b"]",
    "xlsx": book(HEAD, ROW),
}


def read(content, **options):
    return list(formats.read(content, format="table", **options))


def known(content):
    found = registry.sniff(Bundle.of_file("", content))
    return None if found is None else found.id


@pytest.mark.parametrize("content", SHEETS.values(), ids=SHEETS)
def test_a_sheet_of_bigkinds_is_known_by_its_headings(content):
    assert known(content) == "table"
    (entry,) = read(content)
    assert (entry.id, entry.text, entry.status) == (ROW[0], TEXT, "new")
    assert entry.fields == {
        "title": ROW[4], "outlet": "가람일보", "author": "이누리", "section": "IT_과학>과학", "url": ROW[8],
        "published": "2024-02-29", "document_date": "2024-02-29", "date_source": "field", "lang": "ko",
    }  # fmt: skip
    assert [(str(zone.kind), entry.text[zone.start : zone.end]) for zone in entry.zones] == [
        ("title", ROW[4]), ("body", "가람부는 29일 양자 연구에"), ("body", "300억 원을 낸다고 밝혔다."),
    ]  # fmt: skip


def test_columns_without_a_field_are_kept():
    (entry,) = read(csv_of([*HEAD, "메모"], [*ROW, "확인"]))
    assert entry.extra == {"메모": "확인"}


def test_columns_can_be_told():
    content = csv_of(["가", "나", "다"], ["첫째", "둘째", "셋째"])
    (entry,) = read(content, columns={"text": "나", "title": "다"})
    assert (entry.text, entry.fields["title"], entry.extra) == ("셋째\n\n둘째", "셋째", {"가": "첫째"})


@pytest.mark.parametrize(
    ("content", "columns", "reason"),
    [
        (csv_of(["가", "나", "다"], ["1", "2", "3"]), None, "table.columns-unknown"),
        (csv_of(["본문", "나"], ["1", "2"]), {"text": "다"}, "table.no-such-column"),
        (b"no table at all", None, "table.none"),
        (zipped({"a.txt": "x"}), None, "table.none"),
        (raw_book([]), None, "table.none"),
        (zipped({"xl/workbook.xml": b"\0" * (80 << 20)}), None, "zip.bomb"),
        (
            raw_book([[text_cell("본문"), text_cell("제목")]], before='<!DOCTYPE a [<!ENTITY b "c">]>'),
            None, "xml.doctype",
        ),
        (b"PK\x03\x04 broken", None, "zip.broken"),
    ],
    ids=["unknown", "absent", "text", "zip", "empty", "bomb", "entity", "broken"],
)  # fmt: skip
def test_what_cannot_be_read_is_told(content, columns, reason):
    with pytest.raises(UserError) as raised:
        read(content, columns=columns)
    assert raised.value.message.id == reason


@pytest.mark.parametrize(
    "content",
    [
        "첫 줄, 둘\n셋째 줄\n".encode(),
        "한미, 기술대화 개최\n과기부, 예산 공개\n".encode(),
        b'{"rows": {"words": "x"}, "seen": []}',
        b'[{"data": 1}]',
        b"",
        b"\xff\xfe\x00",
    ],
)
def test_pages_and_other_json_are_no_tables(content):
    with pytest.raises(UserError):
        read(content)
    assert known(content) != "table"


@pytest.mark.parametrize(
    "content",
    [
        csv_of(["가", "나", "다"], ["1", "2", "3"], ["4", "5", "6"]),
        raw_book([[text_cell("가"), text_cell("나")], [text_cell("1"), text_cell("2")]]),
        b'{"words": "x", "who": "y", "n": 1}\n{"words": "z", "who": "y", "n": 2}',
    ],
)
def test_a_table_of_unknown_headings_is_a_table_all_the_same(content):
    assert known(content) == "table"


def test_rows_without_a_text_and_ragged_rows_are_refused_by_line():
    content = csv_of(["제목", "본문"], ["가", "나"], ["다", "  "], ["라", "마", "바"], ["사", "아"])
    # The ragged row lies behind the rows that are looked at to tell a table.
    content = csv_of(["제목", "본문"], *[["가", "나"]] * 30) + b"\r\n" + content.split(b"\r\n", 1)[1]
    found = read(content)
    rejects = [(item.line, item.reason.id) for item in found if isinstance(item, Reject)]
    assert rejects == [(33, "entry.empty-text"), (34, "table.too-many-cells")]
    assert found[-1].text == "사\n\n아"


def test_a_text_that_begins_with_its_title_is_not_given_it_twice():
    (entry,) = read(csv_of(["제목", "본문"], ["양자", "양자 연구가 늘었다."]))
    assert entry.text == "양자 연구가 늘었다."


def test_rows_without_an_id_are_called_by_their_line():
    first, second = read(csv_of(["제목", "본문"], ["가", "나"], ["다", "라"]))
    assert [first.id, second.id] == [":2", ":3"]


# Workbooks as other programs write them.


def test_shared_strings_rich_texts_and_readings_aloud():
    rich = (
        '<r><t xml:space="preserve">가람 </t></r><r><rPr/><t>일보</t></r><rPh sb="0" eb="1"><t>무시</t></rPh>'
    )
    shared = [[f'<c t="s"><v>{n}</v></c>' for n in row] for row in ([0, 1], [2, 3])]
    (entry,) = read(raw_book(shared, strings=["언론사", "본문", rich, "글_x000D_\n둘_x0041_"]))
    assert (entry.fields["outlet"], entry.text) == ("가람 일보", "글\n둘A")


def test_days_are_told_from_numbers_by_their_style():
    styles = (
        '<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;년&quot; m"/><numFmt numFmtId="171" '
        'formatCode="0.00&quot;day&quot;[Red]"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>'
    )
    heads = [text_cell(name) for name in ("일자", "본문", "가", "나")]
    row = [
        '<c s="1"><v>45351</v></c>',
        text_cell("글"),
        '<c s="2"><v>45351.5</v></c>',
        '<c s="3"><v>45351</v></c>',
    ]
    (entry,) = read(raw_book([heads, row], styles=styles))
    assert entry.fields["published"] == "2024-02-29"
    assert entry.extra == {"가": "2024-02-29T12:00", "나": "45351"}
    since_1904 = raw_book([heads, row], styles=styles, properties='<workbookPr date1904="1"/>')
    assert read(since_1904)[0].fields["published"] == "2028-03-01"


def test_typed_cells_of_our_own_come_back():
    content = book(
        ["일자", "본문", "참"],
        [date(2024, 2, 29), "글", True],
        [datetime.fromisoformat("2024-02-29T09:30:15"), "글", 7],
    )
    first, second = read(content)
    assert (first.fields["published"], first.extra) == ("2024-02-29", {"참": "TRUE"})
    assert (second.fields["published"], second.extra) == ("2024-02-29T09:30", {"참": "7"})


def test_the_table_is_the_first_visible_sheet_that_has_one():
    title = [
        [text_cell("뉴스 검색 결과")],
        [],
        [text_cell("제목"), text_cell("본문")],
        [text_cell("가"), text_cell("나")],
    ]
    other = [[text_cell("제목"), text_cell("본문")], [text_cell("다"), text_cell("라")]]
    (entry,) = read(raw_book(other, title, other, states=["hidden"]))
    assert entry.text == "가\n\n나"
    assert [note.id for note in entry.notes] == ["table.other-sheets"]


# Headings and days.


def test_headings_are_known_whatever_their_case_and_blanks():
    assert guessed(["Title", "CONTENT", "기사 주소", "기사본문"]) == {
        "text": "기사본문",
        "title": "Title",
        "url": "기사 주소",
    }
    assert signature(["B b", "a"]) == signature(["A", "bB"])


def test_columns_are_told_in_one_word():
    assert parsed("text=본문, title=기사 제목") == {"text": "본문", "title": "기사 제목"}


@pytest.mark.parametrize("written", ["", "title=가", "text=", "text", "text=가,text=나", "text=가,body=나"])
def test_other_words_for_columns_are_refused(written):
    with pytest.raises(ColumnsError):
        parsed(written)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20240229", "2024-02-29"),
        ("2024-02-29", "2024-02-29"),
        ("2024.2.9.", "2024-02-09"),
        ("2024년 2월 9일", "2024-02-09"),
        ("2024/02/09 09:30", "2024-02-09T09:30"),
        ("2024. 2. 29.(목) 9:05", "2024-02-29T09:05"),
        ("2024-02-29T23:59:59+09:00", "2024-02-29T23:59"),
        ("2024-02-30", "2024-02-30"),
        ("어제", "어제"),
        ("202402291", "202402291"),
    ],
)
def test_days_as_sheets_write_them(text, expected):
    assert moment_of(text) == expected


@settings(max_examples=60)
@given(
    st.dictionaries(st.sampled_from(FIELDS), st.text(min_size=1, max_size=12), min_size=1),
    st.text(max_size=30),
)
def test_any_cells_are_read_or_refused(cells, text):
    row = {**cells, "text": text, "title": "제목"}
    content = json.dumps(row).encode()
    with suppress(UserError):
        assert all(isinstance(item, Entry | Reject) for item in read(content))


@settings(max_examples=80)
@given(data=st.data())
def test_a_damaged_workbook_is_read_or_refused(data):
    content = bytearray(SHEETS["xlsx"])
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(UserError):
        assert all(isinstance(item, Entry | Reject) for item in read(bytes(content)))


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from(
    ["", "<c><v>1e9</v></c>", '<c t="s"><v>99</v></c>', '<c t="d"><v>2024-01-01</v></c>', '<c t="e"><v>#REF!</v></c>',
     '<c s="99999999"><v>x</v></c>', '<c t="b"><v>2</v></c>', "<c/>", text_cell("본문"), text_cell("제목")]
), max_size=4), max_size=5))  # fmt: skip
def test_any_workbook_is_read_or_refused(rows):
    with suppress(UserError):
        assert all(isinstance(item, Entry | Reject) for item in read(raw_book(rows)))
