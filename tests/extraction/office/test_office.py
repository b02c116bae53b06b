"""DOCX and HWPX: every paragraph and cell arrives, with its zone; what is hostile is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.errors import UserError
from annotator.core.text import ZoneKind
from annotator.extraction import compose
from annotator.extraction.office import extract_office, office_kind
from tests.support.office import (
    CONTACT,
    RELEASE,
    docx,
    han,
    han_table,
    hwpx,
    release_docx,
    release_hwpx,
    word,
    word_table,
    zipped,
)

BOTH = [("docx", release_docx), ("hwpx", release_hwpx)]


def article(content):
    kind = office_kind(content)
    assert kind
    return compose(extract_office(content, kind).lines)


def lines(content):
    return article(content).text.splitlines()


def zoned(content):
    """Return the zones of a file as (kind, text)."""
    made = article(content)
    return [(str(zone.kind), made.text[zone.start : zone.end]) for zone in made.zones]


@pytest.mark.parametrize(("kind", "made"), BOTH, ids=["docx", "hwpx"])
def test_a_press_release_arrives_whole(kind, made):
    content = made()
    assert office_kind(content) == kind
    assert lines(content) == [
        "보도자료", *RELEASE, "연도\t금액", "2024\t100억 원", "", *("\t".join(row).rstrip("\t") for row in CONTACT),
    ]  # fmt: skip
    found = {text: zone for zone, text in zoned(content)}
    assert found[RELEASE[1]] == "title"
    assert found[RELEASE[2]] == "body"
    assert found["2024\t100억 원"] == "table"
    assert found["\t".join(CONTACT[0])] == found["\t".join(CONTACT[1]).strip()] == "contact"


@pytest.mark.parametrize(("kind", "made"), BOTH, ids=["docx", "hwpx"])
def test_a_press_release_tells_its_title_and_day(kind, made):
    extraction = extract_office(made(), kind)
    fields = extraction.fields
    assert (fields.title, fields.document_date, fields.date_source) == (RELEASE[1], "2024-02-29", "field")
    assert extraction.start_found
    assert all(line.kept for line in extraction.lines)


def test_no_break_spaces_stay():
    assert "연구\xa0지원" in article(release_docx()).text
    assert "연구\xa0지원" in article(release_hwpx()).text


def test_styles_of_word_are_zones_in_any_language():
    styles = (
        '<w:style w:styleId="a3"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="a9"><w:name w:val="caption"/></w:style>'
    )
    body = word("제목이다", "a3") + word("머리", "1") + word("본문이다.") + word("그림 1", "a9")
    assert zoned(docx(body, styles)) == [
        ("title", "제목이다"), ("heading", "머리"), ("body", "본문이다."), ("caption", "그림 1"),
    ]  # fmt: skip


def test_styles_of_hangul_are_zones():
    header = (
        '<hh:style id="3" name="개요 1" engName="Outline 1"/><hh:style id="4" name="캡션" engName="Caption"/>'
    )
    section = han("머리", style="3") + han("본문이다.") + han("그림 1", style="4")
    assert zoned(hwpx(section, header=header)) == [
        ("heading", "머리"),
        ("body", "본문이다."),
        ("caption", "그림 1"),
    ]


def test_footnotes_stand_at_the_end():
    reference = '<w:p><w:r><w:t>본문</w:t><w:footnoteReference w:id="2"/><w:t>이다.</w:t></w:r></w:p>'
    notes = '<w:footnote w:id="2"><w:p><w:r><w:t>주석</w:t></w:r></w:p></w:footnote>'
    assert zoned(docx(reference + word("끝."), notes=notes)) == [
        ("body", "본문이다."), ("body", "끝."), ("footnote", "주석"),
    ]  # fmt: skip
    note = "<hp:ctrl><hp:footNote><hp:subList>" + han("주석") + "</hp:subList></hp:footNote></hp:ctrl>"
    section = han("본문", note, "이다.") + han("끝.")
    assert zoned(hwpx(section)) == [("body", "본문이다."), ("body", "끝."), ("footnote", "주석")]


def test_tracked_changes_are_taken_as_accepted():
    body = (
        "<w:p><w:r><w:t>앞</w:t></w:r><w:del><w:r><w:delText>지움</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>더함</w:t></w:r></w:ins></w:p>"
    )
    assert lines(docx(body)) == ["앞더함"]
    section = han("<hp:t>앞<hp:deleteBegin/>지움<hp:deleteEnd/><hp:insertBegin/>더함<hp:insertEnd/></hp:t>")
    assert lines(hwpx(section)) == ["앞더함"]


def test_tabs_breaks_and_blanks_of_both():
    body = (
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t> 가 </w:t><w:tab/><w:t>나</w:t><w:br/>"
        '<w:t>다</w:t><w:br w:type="page"/><w:noBreakHyphen/></w:r></w:p>'
    )
    assert lines(docx(body)) == ["가\t나", "다\u2011"]
    section = han("<hp:t>가<hp:tab/>나<hp:lineBreak/>다<hp:nbSpace/>라<hp:fwSpace/>마</hp:t>")
    assert lines(hwpx(section)) == ["가\t나", "다\xa0라\u2007마"]


def test_text_boxes_and_captions_follow_their_paragraph_once():
    box = "<w:txbxContent>" + word("상자") + "</w:txbxContent>"
    drawn = (
        f"<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert lines(docx(f"<w:p><w:r><w:t>본문</w:t>{drawn}</w:r></w:p>" + word("끝"))) == ["본문", "상자", "끝"]
    shape = "<hp:rect><hp:drawText><hp:subList>" + han("상자") + "</hp:subList></hp:drawText></hp:rect>"
    picture = "<hp:pic><hp:caption><hp:subList>" + han("그림이다") + "</hp:subList></hp:caption></hp:pic>"
    assert zoned(hwpx(han("본문", shape, picture))) == [
        ("body", "본문"), ("body", "상자"), ("caption", "그림이다"),
    ]  # fmt: skip


def test_merged_cells_keep_the_columns():
    merged = "<w:tcPr><w:vMerge/></w:tcPr>"
    table = (
        f"<w:tbl><w:tr><w:tc>{word('가')}</w:tc><w:tc>{word('나')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{merged}{word('숨음')}</w:tc><w:tc>{word('다')}</w:tc></w:tr></w:tbl>"
    )
    assert lines(docx(table)) == ["가\t나", "\t다"]
    second = f'<hp:tr><hp:tc><hp:subList>{han("다")}</hp:subList><hp:cellAddr colAddr="1" rowAddr="1"/></hp:tc></hp:tr>'
    both = han_table(["가", "나"]).replace("</hp:tbl>", f"{second}</hp:tbl>")
    assert lines(hwpx(han(both))) == ["가\t나", "\t다"]


def test_paragraphs_and_tables_in_a_cell_stay_on_its_line():
    inner = word_table(["1", "2"])
    assert lines(docx(word_table([word("가") + word("나") + inner, "다"]))) == ["가 나 1 2\t다"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (docx(word("x"), before='<!DOCTYPE a [<!ENTITY b "c">]>'), "xml.doctype"),
        (hwpx(han("x"), before='<!DOCTYPE a SYSTEM "file:///etc/passwd">'), "xml.doctype"),
        (docx("<w:p>"), "xml.invalid"),
        (docx("<w:p>" * 400 + "</w:p>" * 400), "xml.too-deep"),
    ],
    ids=["entity", "external", "broken", "deep"],
)
def test_hostile_xml_is_refused(content, reason):
    with pytest.raises(UserError) as raised:
        extract_office(content, office_kind(content))
    assert raised.value.message.id == reason


def test_a_bomb_is_no_office_file():
    assert office_kind(zipped({"word/document.xml": b"\0" * (80 << 20)})) == ""


def test_a_locked_or_old_file_is_told_from_a_page():
    with pytest.raises(UserError) as raised:
        office_kind(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100)
    assert raised.value.message.id == "office.old"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", zipped({"a.txt": "x"}), b"<html>"])
def test_other_files_are_none(content):
    assert office_kind(content) == ""


@settings(max_examples=60)
@given(data=st.data(), made=st.sampled_from([release_docx(), release_hwpx()]))
def test_a_damaged_file_is_read_or_refused(data, made):
    content = bytearray(made)
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    damaged = bytes(content[: data.draw(st.integers(len(content) // 2, len(content)))])
    try:
        kind = office_kind(damaged)
        if kind:
            extract_office(damaged, kind)
    except UserError:
        pass


def test_kinds_are_zones():
    assert {kind for kind, _ in zoned(release_docx())} <= {str(kind) for kind in ZoneKind}
