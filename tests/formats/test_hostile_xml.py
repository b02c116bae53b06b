"""Hostile XML, as a CAS and as a part of a workbook: nothing is expanded, fetched, or without a bottom."""

import re
from collections.abc import Callable

import pytest

from annotator.formats.base import Bundle
from tests.support.books import raw_book, text_cell
from tests.support.hostile import TEXTS, documents, promised, written

XMI = written(documents()[:1], "cas-xmi")["out"].decode()
HEAD = "<?xml version='1.0' encoding='UTF-8'?>"
SHEET = [[text_cell("제목"), text_cell("본문")], [text_cell("제"), text_cell(TEXTS["one"])]]
LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>{}]>".format(
    "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
)
DEEP = "<a>" * 100_000 + "</a>" * 100_000
SQUARE = f"<!DOCTYPE x [<!ENTITY a '{'a' * 100_000}'>]>"


def cas(change: Callable[[str], str | bytes]) -> tuple[str, Bundle]:
    made = change(XMI)
    return "cas-xmi", Bundle.of_file("x.xmi", made.encode() if isinstance(made, str) else made)


def book_with(before: str) -> tuple[str, Bundle]:
    return "table", Bundle.of_file("x.xlsx", raw_book(SHEET, before=before))


REFUSED: dict[str, tuple[Callable[[], tuple[str, Bundle]], str]] = {
    "doctype": (lambda: cas(lambda xmi: xmi.replace(HEAD, f"{HEAD}<!DOCTYPE x>")), "xml.doctype"),
    "billion-laughs": (lambda: cas(lambda xmi: xmi.replace(HEAD, HEAD + LAUGHS).replace("kim", "&a11;")),
                       "xml.doctype"),
    "quadratic-blow-up": (lambda: cas(lambda xmi: xmi.replace(HEAD, HEAD + SQUARE).replace("kim", "&a;" * 9999)),
                          "xml.doctype"),
    "external-entity": (
        lambda: cas(lambda xmi: xmi.replace(HEAD, f'{HEAD}<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>')
                    .replace("kim", "&a;")), "xml.doctype"),
    "external-subset": (lambda: cas(lambda xmi: xmi.replace(HEAD, f'{HEAD}<!DOCTYPE x SYSTEM "http://127.0.0.1:9/">')),
                        "xml.doctype"),
    "parameter-entity": (
        lambda: cas(lambda xmi: xmi.replace(HEAD, f'{HEAD}<!DOCTYPE x [<!ENTITY % a SYSTEM "file:///etc/passwd">%a;]>')),
        "xml.doctype"),
    "doctype-utf16": (lambda: cas(lambda xmi: xmi.replace(HEAD, "<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE x>")
                                  .encode("utf-16")), "xml.doctype"),
    "entity-not-defined": (lambda: cas(lambda xmi: xmi.replace("kim", "&nbsp;")), "xml.invalid"),
    "nested-too-deep": (lambda: cas(lambda xmi: xmi.replace("</xmi:XMI>", f"{DEEP}</xmi:XMI>")), "xml.too-deep"),
    "nested-and-not-closed": (lambda: cas(lambda xmi: xmi.replace("</xmi:XMI>", "<a>" * 1_000_000)), "xml.too-deep"),
    "prefix-not-declared": (lambda: cas(lambda xmi: xmi.replace("<cas:NULL", "<b:NULL")), "xml.invalid"),
    "attribute-twice": (lambda: cas(lambda xmi: xmi.replace('sofaNum="1"', 'sofaNum="1" sofaNum="1"')), "xml.invalid"),
    "not-closed": (lambda: cas(lambda xmi: xmi.replace("</xmi:XMI>", "")), "xml.invalid"),
    "two-roots": (lambda: cas(lambda xmi: xmi + "<a/>"), "xml.invalid"),
    "text-behind": (lambda: cas(lambda xmi: xmi + "x"), "xml.invalid"),
    "control-character": (lambda: cas(lambda xmi: xmi.replace("kim", "k\x01m")), "xml.invalid"),
    "control-reference": (lambda: cas(lambda xmi: xmi.replace("kim", "k&#1;m")), "xml.invalid"),
    "surrogate-reference": (lambda: cas(lambda xmi: xmi.replace("kim", "&#xD800;")), "xml.invalid"),
    "reference-too-large": (lambda: cas(lambda xmi: xmi.replace("kim", "&#x110000;")), "xml.invalid"),
    "encoding-unknown": (lambda: cas(lambda xmi: xmi.replace("UTF-8", "x-nobody")), "xml.invalid"),
    "encoding-wrong": (lambda: cas(lambda xmi: xmi.encode("cp949", "replace")), "xml.invalid"),
    "encoding-of-bytes": (lambda: cas(lambda xmi: xmi.replace("UTF-8", "base64")), "xml.invalid"),
    "other-root": (lambda: cas(lambda _: "<html/>"), "cas.none"),
    "no-text": (lambda: cas(lambda xmi: re.sub(r' sofaString="[^"]*"', "", xmi)), "cas.no-text"),
    "workbook-doctype": (lambda: book_with("<!DOCTYPE x>"), "xml.doctype"),
    "workbook-laughs": (lambda: book_with(LAUGHS), "xml.doctype"),
    "workbook-external": (lambda: book_with('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), "xml.doctype"),
    "workbook-broken": (lambda: book_with("<"), "xml.invalid"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_by_name(name):
    made, reason = REFUSED[name]
    format_, bundle = made()
    answer = promised(format_, bundle, most=64)
    assert answer.ids() == {reason}
    assert answer.entries == []


BORNE: dict[str, Callable[[str], str]] = {
    "comments": lambda xmi: xmi.replace("<cas:NULL", "<!-- x --><cas:NULL"),
    "instructions": lambda xmi: xmi.replace("<cas:NULL", '<?xml-stylesheet href="file:///etc/passwd"?><cas:NULL'),
    "cdata": lambda xmi: xmi.replace("</xmi:XMI>", "<![CDATA[<!DOCTYPE x>]]></xmi:XMI>"),
    "long-attribute": lambda xmi: xmi.replace('uid="s1"', f'uid="{"s" * 1_000_000}"'),
    "elements-without-end": lambda xmi: xmi.replace("</xmi:XMI>", "<cas:NULL/>" * 50_000 + "</xmi:XMI>"),
    "id-no-number": lambda xmi: xmi.replace('xmi:id="3"', 'xmi:id="three"'),
    "id-twice": lambda xmi: xmi.replace('xmi:id="5"', 'xmi:id="3"'),
    "id-of-the-text": lambda xmi: xmi.replace('xmi:id="3"', 'xmi:id="1"'),
    "id-huge": lambda xmi: xmi.replace('xmi:id="3"', f'xmi:id="{"9" * 5000}"'),
    "tied-to-itself": lambda xmi: xmi.replace('source="3" target="5"', 'source="7" target="7"'),
    "tied-to-nothing": lambda xmi: xmi.replace('source="3" target="5"', 'source="99" target="98"'),
    "other-digits": lambda xmi: xmi.replace('begin="0"', 'begin="٠"'),
    "negative": lambda xmi: xmi.replace('begin="0" end="5" value', 'begin="-1" end="5" value'),
    "reversed": lambda xmi: xmi.replace('begin="0" end="5" value', 'begin="5" end="0" value'),
    "outside": lambda xmi: xmi.replace('begin="0" end="5" value', 'begin="0" end="999" value'),
    "fraction": lambda xmi: xmi.replace('begin="0" end="5" value', 'begin="0.5" end="5.5" value'),
    "huge": lambda xmi: xmi.replace('begin="0" end="5" value', f'begin="0" end="{"9" * 5000}" value'),
    "label-missing": lambda xmi: xmi.replace('value="AGENCY"', ""),
    "label-empty": lambda xmi: xmi.replace('value="AGENCY"', 'value=""'),
    "json-broken-inside": lambda xmi: re.sub('rest="[^"]*"', 'rest="{"', xmi),
    "json-too-deep-inside": lambda xmi: re.sub('rest="[^"]*"', f'rest="{"[" * 100_000}"', xmi),
    "json-of-another-kind-inside": lambda xmi: re.sub('rest="[^"]*"', 'rest="[1]"', xmi),
    "json-surrogate-inside": lambda xmi: re.sub('rest="[^"]*"', r'rest="{&quot;extra&quot;:&quot;\\ud800&quot;}"', xmi),
}  # fmt: skip


@pytest.mark.parametrize("change", BORNE.values(), ids=BORNE)
def test_what_is_wrong_in_a_part_does_not_cost_the_text(change):
    spoilt = change(XMI)
    assert spoilt != XMI
    answer = promised(*cas(lambda _: spoilt))
    assert answer.texts == [TEXTS["one"]]


CELLS = {
    "place-outside": '<!--<c--><c r="ZZZZZ9"><v>1</v></c>',
    "place-none": '<!--<c--><c r="1A"><v>1</v></c>',
    "string-outside": '<c t="s"><v>999</v></c>',
    "string-negative": '<c t="s"><v>-1</v></c>',
    "string-huge": f'<c t="s"><v>{"9" * 5000}</v></c>',
    "style-outside": '<c s="99999999999"><v>1</v></c>',
    "kind-unknown": '<c t="zz"><v>1</v></c>',
    "number-huge": '<c><v>1e999999</v></c>',
    "nan": "<c><v>NaN</v></c>",
    "error": '<c t="e"><v>#REF!</v></c>',
    "formula": '<c t="str"><f>cmd()</f><v>x</v></c>',
    "no-value": "<c/>",
    "value-twice": "<c><v>1</v><v>2</v></c>",
    "surrogate-escape": '<c t="str"><v>_xD800_</v></c>',
    "nul-escape": '<c t="str"><v>_x0000_</v></c>',
    "digits-of-another-script": '<c t="s"><v>²</v></c>',
    "style-of-another-script": '<c s="²"><v>1</v></c>',
}  # fmt: skip


@pytest.mark.parametrize("cell", CELLS.values(), ids=CELLS)
def test_an_odd_cell_does_not_cost_the_other_rows(cell):
    rows = [SHEET[0], [text_cell("제"), cell], SHEET[1], [cell, text_cell(TEXTS["two"])]]
    answer = promised("table", Bundle.of_file("x.xlsx", raw_book(rows)))
    assert [text.removeprefix("제\n\n") for text in answer.texts if TEXTS["one"] in text] == [TEXTS["one"]]
    assert any(TEXTS["two"] in text for text in answer.texts)


@pytest.mark.parametrize("number", ["²", "-5", "1048576000", "9" * 5000, "x", ""])
def test_an_odd_row_number_costs_no_row_and_no_memory(number):
    content = raw_book([*SHEET, SHEET[1]], last=number)
    answer = promised("table", Bundle.of_file("x.xlsx", content), most=64)
    assert [text.removeprefix("제\n\n") for text in answer.texts] == [TEXTS["one"]] * 2
