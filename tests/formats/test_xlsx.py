"""XLSX: a row a span, its cells typed; what a sheet cannot hold is counted."""

import re
import xml.etree.ElementTree as ET
import zipfile
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import formats
from annotator.core.entry import Entry, EntrySpan
from annotator.core.errors import UserError
from annotator.core.text import digest
from annotator.core.values import Norm
from annotator.formats.xlsx import bounds, moment_of, sentence_of
from annotator.formats.xlsx_write import Workbook, column_name, serial
from tests.support.entries import GOLD_TEXT, gold_entry

NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def written(*items):
    sink = formats.MemorySink("out.xlsx")
    return sink.written, formats.write(items, sink, format="xlsx")


def cells(content, sheet=1):
    """Return the cells of a sheet by their places as (type, text), read with the standard library alone."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        root = ET.fromstring(archive.read(f"xl/worksheets/sheet{sheet}.xml"))
    found = {}
    for cell in root.iter(f"{NAMESPACE}c"):
        text = "".join(
            part.text or "" for part in cell.iter() if part.tag in {f"{NAMESPACE}t", f"{NAMESPACE}v"}
        )
        found[cell.get("r")] = (cell.get("t", "n"), text)
    return found


def table(content):
    """Return the rows of the first sheet as (type, text) by the names of its columns."""
    found = cells(content)
    head = {
        re.sub(r"\d", "", place): text
        for place, (_, text) in found.items()
        if re.sub(r"\D", "", place) == "1"
    }
    rows = {}
    for place, cell in found.items():
        rows.setdefault(int(re.sub(r"\D", "", place)), {})[head[re.sub(r"\d", "", place)]] = cell
    return [rows[number] for number in sorted(rows) if number > 1]


def entry_of(text, *spans, **more):
    made = tuple(
        EntrySpan(f"s{n}", text.index(word), text.index(word) + len(word), word, label, norm)
        for n, (word, label, norm) in enumerate(spans, 1)
    )
    return Entry(id="d1", text=text, text_sha256=digest(text), annotator="kim", spans=made, **more)


def test_a_gold_layer_is_a_row_a_span_with_values_as_numbers_and_days():
    content, account = written(gold_entry())
    rows = table(content["out.xlsx"])
    assert len(rows) == len(gold_entry().spans)
    by_text = {row["text"][1]: row for row in rows}
    money = by_text["1000만 달러"]
    assert money["min"] == ("n", "10000000")
    assert "max" not in money  # 최소: there is no upper bound
    assert (money["unit"][1], money["modifier"][1], money["record"][1]) == ("USD", "EQUAL_OR_MORE", "c1")
    assert money["sentence"][1] == "과기정통부와 국립과학재단은 바이오 분야에 최소 1000만 달러를 낸다."
    day = serial(date(2023, 12, 9))
    assert (by_text["9일"]["min"], by_text["9일"]["max"]) == (("n", day), ("n", day))
    assert by_text["복지부"]["zone" if "zone" in by_text["복지부"] else "outlet"][1] == "가람일보"
    assert account.lost == {
        "comment": 2, "decision": 3, "doc-label": 1, "field": 3, "member": 1, "relation": 2, "text": 1, "zone": 3,
    }  # fmt: skip
    assert written(gold_entry())[0] == content  # the same work, the same bytes


def test_a_document_without_spans_keeps_a_row():
    (row,) = table(
        written(entry_of("글", fields={"title": "제목", "published": "2024-02-29T09:30"}))[0]["out.xlsx"]
    )
    assert row["title"] == ("inlineStr", "제목")
    assert row["published"] == ("n", "45351.39583333")


def test_what_looks_like_a_formula_stays_text():
    content, _ = written(entry_of("=1+1 그리고 @SUM", ("=1+1", "A", None), ("@SUM", "A", None)))
    assert [row["text"] for row in table(content["out.xlsx"])] == [
        ("inlineStr", "=1+1"),
        ("inlineStr", "@SUM"),
    ]


def test_control_characters_are_written_as_excel_does():
    content, _ = written(entry_of("a\x00b _x0041_", ("a\x00b _x0041_", "A", None)))
    (row,) = table(content["out.xlsx"])
    assert row["text"][1] == "a_x0000_b _x005F_x0041_"


def test_a_text_too_long_for_a_cell_is_cut_and_counted():
    content, account = written(entry_of("가" * 40_000, ("가" * 40_000, "A", None)))
    (row,) = table(content["out.xlsx"])
    assert len(row["text"][1]) == 32_767
    assert account.lost["cell"] == 2  # the text of the span, and its sentence


def test_a_number_that_a_spreadsheet_would_round_stays_text():
    norm = Norm("money", "12345678901234567", "KRW")
    (row,) = table(written(entry_of("돈", ("돈", "A", norm)))[0]["out.xlsx"])
    assert row["min"] == ("inlineStr", "12345678901234567")


def test_a_full_sheet_is_followed_by_another():
    stream = BytesIO()
    with Workbook(stream, "spans", ["n"], [5], most=3) as book:
        for number in range(5):
            book.add([number])
    first, second, third = (cells(stream.getvalue(), sheet) for sheet in (1, 2, 3))
    assert [first[place][1] for place in ("A1", "A2", "A3")] == ["n", "0", "1"]
    assert [second[place][1] for place in ("A1", "A2", "A3")] == ["n", "2", "3"]
    assert [third[place][1] for place in ("A1", "A2")] == ["n", "4"]


def test_nothing_is_read():
    with pytest.raises(UserError) as raised:
        list(formats.read(b"PK", format="xlsx"))
    assert raised.value.message.id == "format.cannot-read"


@pytest.mark.parametrize(
    ("norm", "expected"),
    [
        (Norm("money", "5/10.5", "KRW"), (Decimal(5), Decimal("10.5"))),
        (Norm("money", "5", "KRW", "LESS_THAN"), (None, Decimal(5))),
        (Norm("money", "5", "KRW", "APPROX"), (Decimal(5), Decimal(5))),
        (Norm("date", "2024"), (date(2024, 1, 1), date(2024, 12, 31))),
        (Norm("date", "2024-02"), (date(2024, 2, 1), date(2024, 2, 29))),
        (Norm("date", "2024-Q4"), (date(2024, 10, 1), date(2024, 12, 31))),
        (Norm("date", "2024-H1/2025"), (date(2024, 1, 1), date(2025, 12, 31))),
        (Norm("date", "2024-W01"), (date(2024, 1, 1), date(2024, 1, 7))),
        (Norm("date", "9999-12"), (None, None)),
        (Norm("date", "2024-SP"), (None, None)),
        (Norm("date", "199"), (None, None)),
        (Norm("duration", "P3Y"), (None, None)),
        (Norm("money", None), (None, None)),
    ],
)
def test_the_bounds_of_a_value(norm, expected):
    assert bounds(norm) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("2024-02-29", date(2024, 2, 29)),
        ("2024-02-29T09:30", datetime.fromisoformat("2024-02-29T09:30")),
        ("2024-02-29T09:30:00+09:00", "2024-02-29T09:30:00+09:00"),
        ("어제", "어제"),
        ("2024-02-30", "2024-02-30"),
        ("2024-02-28T25:00", "2024-02-28T25:00"),
    ],
)
def test_moments_are_cells_of_their_kind_where_nothing_is_lost(text, expected):
    assert moment_of(text) == expected


@given(st.text(alphabet='가나.! \n"”', max_size=40), st.data())
def test_the_sentence_holds_the_span(text, data):
    if not text.strip():
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    begin, stop = sentence_of(text, start, end)
    assert text[start:end].strip() in text[begin:stop]
    assert (begin, stop) == (start, end) or not text[begin].isspace()


def test_a_sentence_ends_with_its_mark():
    start = GOLD_TEXT.index("내년 초")
    begin, end = sentence_of("하나. 둘은 3.5개다! 셋", 4, 5)
    assert "하나. 둘은 3.5개다! 셋"[begin:end] == "둘은 3.5개다!"
    assert GOLD_TEXT[slice(*sentence_of(GOLD_TEXT, start, start + 4))].endswith("고르기로 했다.")


def test_columns_are_lettered():
    assert [column_name(index) for index in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@pytest.mark.filterwarnings("ignore")
def test_openpyxl_reads_the_cells_as_what_they_are():
    openpyxl = pytest.importorskip("openpyxl")
    text = "3억 원\n 추가"
    entry = entry_of(
        text, (text, "AMOUNT", Norm("money", "300000000", "KRW")), fields={"published": "2024-02-29"}
    )
    sheet = openpyxl.load_workbook(BytesIO(written(entry)[0]["out.xlsx"])).active
    head, row = sheet.iter_rows(values_only=True)
    found = dict(zip(head, row, strict=True))
    assert (found["min"], found["published"], found["sentence"]) == (
        300000000,
        datetime.fromisoformat("2024-02-29"),
        text,
    )
