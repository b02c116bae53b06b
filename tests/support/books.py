"""Workbooks made by hand: cells as they stand in the XML, and what a spreadsheet would make of them."""

from io import BytesIO
from xml.sax.saxutils import escape

from annotator.formats.xlsx_write import Workbook, column_name
from tests.support.office import zipped

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def book(head, *rows):
    """Return a workbook of typed cells, as this program writes them."""
    stream = BytesIO()
    with Workbook(stream, "Sheet1", head, [10] * len(head)) as made:
        for row in rows:
            made.add(row)
    return stream.getvalue()


def raw_book(*sheets, strings=(), styles="", before="", properties="", states=(), last=""):
    """Return a workbook of sheets, each a list of rows of cells as XML without their place: `<c t="s"><v>0</v></c>`."""
    states = [*states, *["visible"] * len(sheets)]
    parts = {}
    for number, rows in enumerate(sheets, 1):
        made = "".join(
            f'<row r="{last if last and at == len(rows) else at}">'
            + "".join(
                cell.replace("<c", f'<c r="{column_name(column)}{at}"', 1)
                for column, cell in enumerate(row)
                if cell
            )
            + "</row>"
            for at, row in enumerate(rows, 1)
        )
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'{before}<worksheet xmlns="{MAIN}"><sheetData>{made}</sheetData></worksheet>'
        )
    named = "".join(
        f'<sheet name="S{n}" sheetId="{n}" state="{states[n - 1]}" r:id="r{n}"/>'
        for n in range(1, len(sheets) + 1)
    )
    relations = "".join(
        f'<Relationship Id="r{n}" Target="worksheets/sheet{n}.xml"/>' for n in range(1, len(sheets) + 1)
    )
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}<sheets>{named}</sheets></workbook>'
    )
    parts["xl/_rels/workbook.xml.rels"] = f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>'
    if strings:
        made = "".join(
            f"<si>{text if text[:1] == '<' else f'<t>{escape(text)}</t>'}</si>" for text in strings
        )
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{made}</sst>'
    if styles:
        parts["xl/styles.xml"] = f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'
    return zipped(parts)


def text_cell(text):
    """Return a cell that holds its text itself."""
    return f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>'
