"""Office files made by hand: DOCX and HWPX with just what they need."""

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DOCX_SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_HWPX_SPACES = (
    'xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" '
    'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" '
    'xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head"'
)


def zipped(parts):
    """Return a zip of members by name, text or bytes."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def docx(body, styles="", notes="", before=""):
    """Return a DOCX file with that body, styles and footnotes, each as XML of WordprocessingML."""
    head = f'<?xml version="1.0" encoding="UTF-8"?>{before}'
    parts = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"{head}<w:document {_DOCX_SPACES}><w:body>{body}</w:body></w:document>",
    }
    if styles:
        parts["word/styles.xml"] = f"<w:styles {_DOCX_SPACES}>{styles}</w:styles>"
    if notes:
        parts["word/footnotes.xml"] = f"<w:footnotes {_DOCX_SPACES}>{notes}</w:footnotes>"
    return zipped(parts)


def word(text, style=""):
    """Return a paragraph of WordprocessingML."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def word_table(*rows):
    """Return a table of WordprocessingML; a cell is text, or XML of its paragraphs."""
    made = "".join(
        f"<w:tr>{''.join(f'<w:tc>{c if c[:1] == chr(60) else word(c)}</w:tc>' for c in row)}</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{made}</w:tbl>"


def hwpx(*sections, header="", before=""):
    """Return an HWPX file with those sections, each as XML of OWPML."""
    parts = {"mimetype": "application/hwp+zip"}
    for number, section in enumerate(sections):
        parts[f"Contents/section{number}.xml"] = f"{before}<hs:sec {_HWPX_SPACES}>{section}</hs:sec>"
    if header:
        parts["Contents/header.xml"] = f"<hh:head {_HWPX_SPACES}><hh:styles>{header}</hh:styles></hh:head>"
    return zipped(parts)


def han(*texts, style="0"):
    """Return a paragraph of OWPML with a run for each text, or for XML that stands in a run."""
    runs = "".join(
        f"<hp:run>{text if text[:1] == chr(60) else f'<hp:t>{escape(text)}</hp:t>'}</hp:run>"
        for text in texts
    )
    return f'<hp:p styleIDRef="{style}">{runs}</hp:p>'


def han_table(*rows):
    """Return a table of OWPML; a cell is text, or XML of its paragraphs."""
    made = "".join(
        "<hp:tr>"
        + "".join(f"<hp:tc><hp:subList>{c if c[:1] == chr(60) else han(c)}</hp:subList></hp:tc>" for c in row)
        + "</hp:tr>"
        for row in rows
    )
    return f"<hp:tbl>{made}</hp:tbl>"


RELEASE = [
    "보도시점 2024. 2. 29.(목) 11:00",
    "가람부, 양자 분야 연구에 3년간 300억 원 지원",
    "가람부는 29일 세종에서 양자 분야 연구\xa0지원 계획을 밝히고 올해 안에 공모를 시작한다고 설명했다.",
]
"""The paragraphs of a press release of ours: its date, its headline, its text."""
CONTACT = [
    ["담당 부서", "가람부 양자과", "책임자", "과장 이누리 (044-200-1234)"],
    ["", "", "담당자", "사무관 박다온"],
]


def release_docx():
    """Return a press release as DOCX: a frame, a headline, text, a table, and who is in charge."""
    body = word_table([word("보도자료") + word(RELEASE[0])]) + "".join(map(word, RELEASE[1:]))
    body += word_table(["연도", "금액"], ["2024", "100억 원"]) + word("") + word_table(*CONTACT)
    return docx(body)


def release_hwpx():
    """Return the same press release as HWPX."""
    frame = han(han_table([han("보도자료") + han(RELEASE[0])]))
    table = han(han_table(["연도", "금액"], ["2024", "100억 원"]))
    text = RELEASE[2].replace("\xa0", "<hp:nbSpace/>")
    return hwpx(
        frame + han(RELEASE[1]) + han(f"<hp:t>{text}</hp:t>") + table, han("") + han(han_table(*CONTACT))
    )
