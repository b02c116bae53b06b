"""CSV with a row a span: what spreadsheets get, and what comes back onto a text that is known."""

import csv
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.entry import Entry, EntrySpan, Reject
from annotator.formats.attaching import KnownText
from annotator.formats.base import Bundle, MemorySink
from annotator.formats.span_rows.cells import cell_text, safe_cell
from tests.support.entries import entries, gold_entry

GOLD = gold_entry()
TEXT = "복지부는 9일 3억 원을 낸다."
LEAST = "document,label,start,end\nd,AGENCY,0,3\nd,DATE,5,7\n"


def written(*items, name="a.csv", **options):
    sink = MemorySink(name)
    account = formats.write(items, sink, format="csv", **options)
    return sink.written[name], account


def table(content, delimiter=","):
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def found(content, *known):
    content = content if isinstance(content, bytes) else content.encode("utf-8")
    by_id = {entry.id: KnownText(entry.id, entry.text) for entry in known or [Entry(id="d", text=TEXT)]}
    return list(formats.read(content, format="csv", texts=lambda wanted: by_id.get(wanted.id)))


def taken(items):
    return [(span.text, span.label) for item in items if isinstance(item, Entry) for span in item.spans]


def refused(items):
    return [(item.line, item.reason.id) for item in items if isinstance(item, Reject)]


# Out.


def test_each_span_is_a_row_with_its_document_and_value():
    content, account = written(GOLD)
    assert content.startswith(
        b"\xef\xbb\xbfdocument,title,published,outlet,annotator,zone,label,start,end,text,value,"
    )
    rows = table(content)
    assert len(rows) == len(GOLD.spans) == 7
    assert [row["text"] for row in rows] == [
        span.text for span in sorted(GOLD.spans, key=lambda span: span.start)
    ]
    amount = next(row for row in rows if row["label"] == "AMOUNT")
    assert (amount["value"], amount["unit"], amount["mod"], amount["value_type"]) == (
        "10000000", "USD", "EQUAL_OR_MORE", "money",
    )  # fmt: skip
    assert (amount["document"], amount["outlet"], amount["annotator"], amount["status"], amount["role"]) == (
        "garam-20231209-001", "가람일보", "park", "done", "adjudicator",
    )  # fmt: skip
    assert account.lost["record"] == 1  # its action has no span
    assert account.lost["relation"] == 2


def test_a_document_without_spans_is_one_row():
    content, _ = written(Entry(id="d", text="글", status="skipped"))
    [row] = table(content)
    assert (row["document"], row["status"], row["label"], row["start"], row["text"]) == (
        "d",
        "skipped",
        "",
        "",
        "",
    )


def test_the_zone_of_a_span_stands_beside_it():
    assert {row["zone"] for row in table(written(GOLD)[0])} == {""}
    title = replace(GOLD, spans=(EntrySpan("a", 0, 2, GOLD.text[:2], "AGENCY"),))
    assert [row["zone"] for row in table(written(title)[0])] == ["title"]


def test_a_file_called_tsv_has_tabs():
    content, _ = written(GOLD, name="a.tsv")
    assert len(table(content, "\t")) == 7
    assert written(GOLD, delimiter="\t")[0] == content
    assert formats.sniff(Bundle.of_file("x", content)).id == "csv"


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "'=1", "''@x", "\r=1"]
)
def test_no_cell_is_a_formula(text):
    assert safe_cell(text) == f"'{text}"
    assert cell_text(safe_cell(text)) == text


@pytest.mark.parametrize("text", ["", "-5", "+3.5", "10000000", "'최소'는 값의 mod로", "a=b", "국방부"])
def test_what_is_none_stays_as_it_is(text):
    assert safe_cell(text) == text


@given(st.text("'=+-@\t\r1a,\"\n", max_size=8))
def test_every_cell_comes_back(text):
    assert cell_text(safe_cell(text)) == text


# In.


def test_four_columns_are_enough():
    [entry] = found(LEAST)
    assert (entry.id, entry.text, taken([entry])) == ("d", TEXT, [("복지부", "AGENCY"), ("9일", "DATE")])
    assert (entry.annotator, entry.status) == ("", "done")


@pytest.mark.parametrize(
    "content",
    [
        LEAST.encode("utf-8-sig"), LEAST.encode("utf-16"), LEAST.replace(",", "\t").encode(),
        LEAST.replace(",", ";").encode(), LEAST.replace("\n", "\r\n").encode(), LEAST.upper().encode(),
        f"note,{LEAST}".replace("\nd", "\n메모,d").encode("cp949"),
    ],
    ids=["byte-order-mark", "utf-16", "tabs", "semicolons", "windows", "capitals", "cp949"],
)  # fmt: skip
def test_what_spreadsheets_save_is_read(content):
    read = found(content, Entry(id="d", text=TEXT), Entry(id="D", text=TEXT))
    assert taken(read) == [("복지부", "AGENCY"), ("9일", "DATE")]


def test_rows_that_were_sorted_another_way_are_put_together_again():
    head, *rows = (
        "document,annotator,label,start,end\nd,kim,A,0,3\ne,kim,A,0,3\nd,lee,B,0,3\nd,kim,A,5,7\n".splitlines()
    )
    known = Entry(id="d", text=TEXT), Entry(id="e", text=TEXT)
    read = found("\n".join([head, *rows]), *known)
    assert [(entry.id, entry.annotator, len(entry.spans)) for entry in read] == [
        ("d", "kim", 2), ("e", "kim", 1), ("d", "lee", 1),
    ]  # fmt: skip


def test_files_joined_with_cat_are_one():
    assert (
        len(
            taken(
                found(LEAST + LEAST.replace("d,", "e,"), Entry(id="d", text=TEXT), Entry(id="e", text=TEXT))
            )
        )
        == 4
    )


def test_a_text_that_is_not_known_or_another_one_is_said_once_a_document():
    content, _ = written(GOLD)
    assert refused(found(content, Entry(id="x", text="글"))) == [(2, "text.not-here")]
    assert refused(found(content, replace(GOLD, text="글"))) == [(2, "text.other")]


def test_a_record_comes_back_from_its_column():
    entry = replace(GOLD, records=tuple(record._replace(roles=record.roles[:4]) for record in GOLD.records))
    content, account = written(entry)
    assert account.lost["record"] == 0
    [read] = found(content, GOLD)
    texts = {span.id: span.text for span in read.spans}
    [record] = read.records
    assert {(member.role, texts[member.span_id]) for member in record.roles} == {
        ("AGENCY", "과기정통부"), ("AGENCY", "국립과학재단"), ("SECTOR", "바이오"), ("AMOUNT", "1000만 달러"),
    }  # fmt: skip


BAD = {
    "no-columns": ("a,b\n1,2\n", [(1, "csv.no-columns")]),
    "not-a-number": (f"{LEAST}d,DATE,x,9\n", [(4, "csv.not-a-number")]),
    "negative": (f"{LEAST}d,DATE,-1,9\n", [(4, "csv.not-a-number")]),
    "a-number-without-end": (f"{LEAST}d,DATE,{'9' * 5000},9\n", [(4, "csv.not-a-number")]),
    "reversed": (f"{LEAST}d,DATE,9,8\n", [(4, "span.reversed")]),
    "outside": (f"{LEAST}d,DATE,0,99\n", [(4, "span.outside")]),
    "no-label": (f"{LEAST}d,,0,1\n", [(4, "entry.ill-formed")]),
    "no-document": (f"{LEAST},DATE,0,1\n", [(4, "csv.no-document")]),
    "too-many-cells": (f"{LEAST}d,DATE,0,1,x\n", [(4, "csv.too-many-cells")]),
    "open-quotation-mark": (f'{LEAST}d,"DATE,0,1\n', [(4, "csv.ill-formed")]),
    "long-cell": (f"{LEAST}d,{'x' * 200_000},0,1\n", [(4, "csv.ill-formed")]),
    "not-utf8": (LEAST.encode() + b"d,\xff\xfe,0,1\n", [(4, "csv.not-utf8")]),
    "another-text": (
        "document,label,start,end,text\nd,AGENCY,0,3,복지부\nd,DATE,5,7,8일\n", [(3, "span.text-differs")],
    ),
    "value-of-no-type": ("document,label,start,end,value\nd,AGENCY,0,3,복지부\n", [(2, "csv.no-value-type")]),
    "value-of-another-type": (
        "document,label,start,end,value,value_type\nd,AGENCY,0,3,복지부,무엇\n", [(2, "value.type-unknown")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("content", "told"), BAD.values(), ids=BAD)
def test_what_cannot_be_read_is_refused_where_it_stands_and_the_rest_is_read(content, told):
    items = found(content)
    assert refused(items) == told
    assert told[0][1] == "csv.no-columns" or ("복지부", "AGENCY") in taken(items)


def test_offsets_that_fit_as_utf16_alone_are_not_shifted():
    content = "document,label,start,end,text\nd,DATE,3,5,9일\n"
    assert refused(found(content, Entry(id="d", text="😀 9일"))) == [(2, "entry.offsets-utf16")]
    [entry] = formats.read(
        content.encode(), format="csv", offsets="utf-16", texts=lambda _wanted: KnownText("d", "😀 9일")
    )
    assert taken([entry]) == [("9일", "DATE")]


@given(st.lists(entries(), max_size=3, unique_by=lambda entry: entry.id))
@settings(max_examples=40)
def test_what_it_carries_comes_back(items):
    content, account = written(*items)
    read = found(content, *items)
    assert not refused(read)
    assert len(read) == account.written == len(items)
    for before, after in zip(items, read, strict=True):
        assert (after.id, after.text, after.annotator, after.role, after.status) == (
            before.id, before.text, before.annotator, before.role, before.status,
        )  # fmt: skip
        if after.role != "machine":
            assert sorted(map(_content, after.spans)) == sorted(map(_content, before.spans))
    whole = sum(len(entry.records) for entry in items) - account.lost["record"]
    assert sum(len(entry.records) for entry in read) == whole


def _content(span):
    norm = () if span.norm is None else tuple(part or "" for part in span.norm)
    return span.start, span.end, span.text, span.label, norm, span.note, span.unsure


@given(
    st.binary(max_size=200)
    | st.text("d,AGENCY0123\"\t\n;'=", max_size=80).map(lambda t: f"{LEAST}{t}".encode())
)
@settings(max_examples=150)
def test_any_bytes_are_read_without_an_error(content):
    assert all(isinstance(item, Entry | Reject) for item in found(content))


@pytest.mark.parametrize(
    "content", [b"", b"\x00", b"id,title,text\n1,a,b\n", "국방부와, 만났다".encode(), b'{"a":1}']
)
def test_other_files_are_not_taken_for_it(content):
    assert not formats.by_id("csv").sniff(Bundle.of_file("a.csv", content))
