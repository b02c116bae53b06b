"""Hostile rows: spans and documents in CSV, tokens with tags, and the lines of brat's annotations."""

from collections.abc import Callable

import pytest

from annotator.formats.base import Bundle
from annotator.formats.brat.names import CONFIG
from annotator.formats.span_rows.cells import safe_cell
from tests.support.hostile import TEXTS, documents, promised, written

SPANS = written(documents(), "csv")["out"].decode("utf-8-sig")
HEAD, *ROWS = SPANS.splitlines()
ONE, TWO, THREE = (next(row for row in ROWS if row.startswith(uid)) for uid in TEXTS)
GOOD = [TEXTS["one"], TEXTS["three"]]


def cells(**changed: str) -> str:
    """The row of the middle document with other cells."""
    row = dict(zip(HEAD.split(","), TWO.split(","), strict=True))
    return ",".join((row | changed).values())


def table(middle: str | bytes, head: str = HEAD) -> Bundle:
    """A file with that between the rows of two good documents."""
    middle = middle.encode() if isinstance(middle, str) else middle
    return Bundle.of_file("x.csv", b"\r\n".join([head.encode(), ONE.encode(), middle, THREE.encode(), b""]))


ODD_ROWS: dict[str, str | bytes] = {
    "negative": cells(start="-1"),
    "reversed": cells(start="3", end="0"),
    "nothing-between": cells(start="2", end="2"),
    "outside": cells(end="999"),
    "huge": cells(end="9" * 5000),
    "float": cells(start="0.0"),
    "exponent": cells(end="1e1"),
    "thousands": cells(end="1 000"),
    "underscore": cells(end="0_3"),
    "blank-before": cells(start=" 0"),
    "digits-of-another-script": cells(start="٠"),
    "superscript": cells(start="²"),
    "no-number": cells(start="x"),
    "empty-offset": cells(start=""),
    "other-text": cells(text="딴말"),
    "label-empty": cells(label=""),
    "document-empty": cells(document=""),
    "document-unknown": cells(document="nobody"),
    "digest-wrong": cells(text_sha256="0" * 64),
    "formula-not-ours": cells(document='"=HYPERLINK(""http://x"")"'),
    "cells-too-many": f"{TWO}{',x' * 100}",
    "cell-too-long": cells(note="가" * 200_000),
    "not-utf8": TWO.encode().replace(b"AGENCY", b"\xff\xfe"),
    "cp949": TWO.encode("cp949", "replace"),
}
HARMLESS: dict[str, str | bytes] = {
    "cells-without-end": f"two{',' * 300_000}",
    "cells-too-few": "two,x",
    "nul": TWO.encode().replace(b"AGENCY", b"A\0B"),
    "quote-in-a-cell": cells(note='a"b'),
    "label-unknown": cells(label="NOBODY"),
    "status-unknown": cells(status="x"),
    "role-unknown": cells(role="x"),
    "formula-as-note": cells(note=safe_cell("=cmd|' /C calc'!A0")),
    "formula-as-label": cells(label=safe_cell("@SUM(1)")),
    "markup": cells(note="<script>"),
    "line-end-in-a-cell": cells(note='"a\r\nb"'),
    "blank-lines": "\r\n\r\n",
}


@pytest.mark.parametrize("row", ODD_ROWS.values(), ids=ODD_ROWS)
def test_a_row_that_cannot_be_a_span_is_refused_and_the_rest_is_read(row):
    answer = promised("csv", table(row))
    assert answer.reasons
    assert [text for text in answer.texts if text in GOOD] == GOOD


@pytest.mark.parametrize("row", HARMLESS.values(), ids=HARMLESS)
def test_a_row_that_is_only_odd_leaves_the_rest_as_it_is(row):
    answer = promised("csv", table(row))
    assert [text for text in answer.texts if text in GOOD] == GOOD


def test_a_quote_that_nobody_closes_costs_what_stands_behind_it_and_is_told():
    answer = promised("csv", table(cells(note='"a')))
    assert answer.reasons
    assert GOOD[0] in answer.texts


HEADS = {
    "none": "", "no-label": HEAD.replace("label", "x"), "twice": f"{HEAD},label", "quoted": f'"{HEAD}"',
    "upper": HEAD.upper(), "numbers": "1,2,3,4", "nul": HEAD.replace("label", "la\0bel"), "long": HEAD + ",a" * 50_000,
}  # fmt: skip


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_a_head_that_is_not_ours_is_told_or_read(head):
    answer = promised("csv", table(TWO, head))
    assert answer.reasons or answer.texts


@pytest.mark.parametrize(
    "formula", ["=1+1", "+1+1", "-1+1", "@A1", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "'=1"]
)
def test_what_a_spreadsheet_would_run_is_only_text_in_a_table_of_documents(formula):
    quoted = formula.replace('"', '""')
    rows = f'제목,본문,더\r\n제,{TEXTS["one"]},"{quoted}"\r\n"{quoted}",{TEXTS["two"]},x\r\n'
    answer = promised("table", Bundle.of_file("x.csv", rows.encode()))
    assert len(answer.entries) == 2
    assert not answer.reasons


ODD_TOKENS: dict[str, str] = {
    "no-tag": "산업부\n는",
    "three-columns": "산업부\tNNP\tB-AGENCY",
    "four-columns": "산업부\tNNP\tx\tB-AGENCY",
    "tag-empty": "산업부\tB-",
    "tag-unknown": "산업부\tX-AGENCY",
    "tag-lower": "산업부\tb-agency",
    "inside-alone": "산업부\tI-AGENCY",
    "end-alone": "산업부\tE-AGENCY",
    "tab-only": "\tO",
    "blank-token": " \tO",
    "token-of-a-nul": "\0\tO",
    "token-of-a-mark": "\ufeff\tO",
    "token-of-a-separator": "\u2028\tB-A",
    "carriage-return-inside": "산\r업부\tO",
    "label-with-blanks": "산업부\tB-A B",
    "label-too-long": f"산업부\tB-{'A' * 100_000}",
    "label-of-markup": "산업부\tB-<b>",
    "token-too-long": f"{'가' * 300_000}\tO",
    "tabs-without-end": "\t" * 500_000,
    "blanks-without-end": " " * 500_000 + "x",
    "dashes-without-end": "B-" * 200_000,
    "heads-without-end": "-DOCSTART-\tO\n" * 20_000,
    "comments-without-end": "## \n" * 20_000,
    "sentence-of-a-huge-number": "## id#n : n번째 줄\n## two#999999\t산\n산\tO\n",
    "sentences-backwards": "## id#n : n번째 줄\n## two#5\t산\n산\tO\n\n## two#1\t산\n산\tO\n",
    "escape-broken": "## id#n : n번째 줄\n## %G1%\t산\n산\tO\n",
    "escape-of-nothing": "## id#n : n번째 줄\n## %00#1\t산\n산\tO\n",
}


@pytest.mark.parametrize("format_", ["conll", "klue"])
@pytest.mark.parametrize("lines", ODD_TOKENS.values(), ids=ODD_TOKENS)
def test_odd_tokens_cost_no_other_sentence(format_, lines):
    first, last = (written([documents()[n]], format_)["out"] for n in (0, 2))
    begin = b"-DOCSTART-\tO\n" if format_ == "conll" else b""
    answer = promised(format_, Bundle.of_file("x", b"\n".join([first, begin, lines.encode(), b"", last])))
    marks = [[span.text for span in one.spans] for one in answer.entries]
    for document in (documents()[0], documents()[2]):
        assert [span.text for span in document.spans] in marks


def test_a_document_of_more_tokens_than_any_is_let_go_of():
    good = written([documents()[2]], "conll")["out"]
    content = b"-DOCSTART-\tO\n\n" + b"a\tB-A\n" * 500_001 + b"\n" + good
    answer = promised("conll", Bundle.of_file("x", content))
    assert answer.ids() == {"conll.too-long"}
    assert len(answer.entries) == 1


PAIR = {name: content for name, content in written([documents()[1]], "brat").items() if "two" in name}
(ANN,) = (content.decode() for name, content in PAIR.items() if name.endswith(".ann"))
ODD_LINES: dict[str, str] = {
    "negative": "T9\tDATE -1 3\t산업부",
    "reversed": "T9\tDATE 3 0\t산업부",
    "nothing-between": "T9\tDATE 2 2\t",
    "outside": "T9\tDATE 0 999\t산업부",
    "huge": f"T9\tDATE 0 {'9' * 5000}\t산업부",
    "float": "T9\tDATE 0.0 3\t산업부",
    "digits-of-another-script": "T9\tDATE ٠ ٣\t산업부",
    "superscript": "T9\tDATE 0 ²\t산업부",
    "other-text": "T9\tDATE 0 3\t딴말이",
    "no-type": "T9\t0 3\t산업부",
    "fragment-empty": "T9\tDATE 0 1;;2 3\t산 부",
    "id-empty": "\tDATE 0 3\t산업부",
    "id-unknown": "Z9\tDATE 0 3\t산업부",
    "line-of-nuls": "\0" * 100,
    "line-without-end": "x" * 900_000,
    "relation-to-nothing": "R9\tfunds Arg1:T88 Arg2:T99",
    "relation-without-arguments": "R9\tfunds",
    "relation-broken": "R9\tfunds Arg1 Arg2:",
    "event-on-nothing": "E9\tA:T88 B:T99",
    "event-broken": "E9\t:::",
    "attribute-of-nothing": "A9\tUnsure T88",
    "attribute-empty": "A9\t",
    "note-on-nothing": "#9\tAnnotatorNotes T88\tx",
    "note-broken": "#9\t",
    "reference-on-nothing": "N9\tReference T88 a:b\tx",
    "reference-broken": "N9\tReference T1",
    "equivalents-of-nothing": "*\tEquiv T88 T99",
    "equivalents-alone": "*\tEquiv",
}
BORNE: dict[str, str] = {
    "fragments-overlap": "T9\tDATE 0 3;1 4\t산업부 업부는",
    "fragments-without-end": "T9\tDATE " + ";".join(f"{n % 9} {n % 9 + 1}" for n in range(20_000)) + "\t산",
    "id-huge": f"T{'9' * 5000}\tDATE 0 3\t산업부",
    "line-empty-of-tabs": "\t\t\t",
    "no-text": "T9\tDATE 0 3",
    "id-twice": "T1\tDATE 0 3\t산업부",
    "to-itself": "R9\tfunds Arg1:T1 Arg2:T1",
    "events-in-a-circle": "E8\tA:T1 B:E9\nE9\tA:T2 B:E8",
    "event-on-itself": "E9\tA:E9",
    "events-in-a-row": "\n".join(f"E{n}\tA:T1 B:E{n + 1}" for n in range(10, 3000)),
    "type-of-an-escape": "T9\t_uD800_ 0 3\t산업부",
    "type-of-markup": "T9\t<b> 0 3\t산업부",
    "note-of-a-formula": "#9\tAnnotatorNotes T1\t=1+1",
    "equivalents-without-end": "*\tEquiv" + " T1 T2" * 5000,
}


def pair_with(line: str) -> Bundle:
    return Bundle.of_files(
        (name, f"{line}\n{ANN}".encode() if name.endswith(".ann") else content)
        for name, content in PAIR.items()
    )


@pytest.mark.parametrize("line", ODD_LINES.values(), ids=ODD_LINES)
def test_a_line_of_brat_that_fits_nothing_is_refused_alone(line):
    answer = promised("brat", pair_with(line))
    assert answer.reasons
    (entry,) = answer.entries
    assert {"산업부", "내년"} & {span.text for span in entry.spans}


@pytest.mark.parametrize("line", BORNE.values(), ids=BORNE)
def test_an_odd_line_of_brat_breaks_nothing(line):
    answer = promised("brat", pair_with(line))
    assert [entry.text for entry in answer.entries] == [TEXTS["two"]]


MEMBERS: dict[str, Callable[[], dict[str, bytes]]] = {
    "no-text": lambda: {"a.ann": ANN.encode()},
    "text-not-utf8": lambda: {"a.ann": ANN.encode(), "a.txt": b"\xff\xfe"},
    "text-empty": lambda: {"a.ann": ANN.encode(), "a.txt": b""},
    "text-of-blanks": lambda: {"a.ann": ANN.encode(), "a.txt": b"\n\n"},
    "annotations-not-utf8": lambda: {"a.ann": b"T1\tDATE 0 3\t\xff", "a.txt": TEXTS["two"].encode()},
    "configuration-alone": lambda: {CONFIG: b"# annotator"},
    "text-alone": lambda: {"a.txt": TEXTS["two"].encode()},
}


@pytest.mark.parametrize("made", MEMBERS.values(), ids=MEMBERS)
def test_half_a_pair_is_told_or_nothing(made):
    members = made()
    answer = promised("brat", Bundle.of_files(members.items()))
    assert all(not entry.spans for entry in answer.entries)
    assert answer.reasons or not any(name.endswith(".ann") for name in members)
