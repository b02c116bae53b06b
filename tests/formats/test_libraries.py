"""Formats that need a library: what they write is what the library reads, and who lacks it is told the line."""

import json
import sys
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.cli import main
from annotator.core.entry import Entry, EntrySpan
from annotator.core.errors import UserError
from annotator.formats.docbin import pieces
from annotator.formats.native_write import LineMaker
from annotator.formats.parquet import row_of
from tests.support.entries import entries, gold_entry

LINES = LineMaker(("annotator", "test"))
TOOL = ("annotator", "test")


def written(items, format_):
    sink = formats.MemorySink("out")
    account = formats.write(items, sink, format=format_, tool=TOOL)
    return sink.written["out"], account


@pytest.mark.parametrize(("format_", "library"), [("parquet", "pyarrow"), ("docbin", "spacy.tokens")])
def test_who_lacks_the_library_is_told_the_line_that_installs_it(
    format_, library, monkeypatch, tmp_path, capsys
):
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(UserError) as raised:
        formats.write([gold_entry()], formats.MemorySink("out"), format=format_)
    assert raised.value.message.id == "format.needs-library"
    source, target = tmp_path / "in.jsonl", tmp_path / "out"
    source.write_bytes(LINES.line(gold_entry()))
    assert main(["convert", str(source), "--to", format_, "-o", str(target)]) == 2
    told = capsys.readouterr().err.strip().splitlines()
    assert len(told) == 1
    assert f'python -m pip install "annotator[{format_}]"' in told[0]
    assert not target.exists()


@settings(max_examples=40)
@given(entry=entries())
def test_a_row_of_parquet_holds_all_of_the_native_line(entry):
    record = json.loads(LINES.line(entry))
    row = row_of(record)
    back = {**row, "meta": {**row["meta"], **json.loads(row["more"])}, "extra": json.loads(row["extra"])}
    del back["more"]
    for key in ("decisions", "inputs"):
        back[key] = list(map(json.loads, row[key]))
    assert back == record


@settings(max_examples=25, deadline=None)
@given(items=st.lists(entries(), min_size=1, max_size=3))
def test_pyarrow_reads_the_rows_that_were_written(items):
    pytest.importorskip("pyarrow")
    from pyarrow import parquet

    content, account = written(items, "parquet")
    assert account.written == len(items)
    assert not account.lost
    expected = [row_of(json.loads(LINES.line(entry))) for entry in items]
    for row in expected:
        row.pop("tool")
    assert parquet.read_table(BytesIO(content)).to_pylist() == expected


def test_the_same_work_gives_the_same_parquet_bytes():
    pytest.importorskip("pyarrow")
    assert written([gold_entry()], "parquet")[0] == written([gold_entry()], "parquet")[0]


_HARD = st.text(alphabet="가나ab1 \n\xa0\t.,😀\u0301\u200d", min_size=1, max_size=30)


@st.composite
def _marked(draw):
    text = draw(_HARD)
    spans = []
    for number in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        spans.append(EntrySpan(f"s{number}", start, end, text[start:end], draw(st.sampled_from("AB"))))
    return Entry(id="d", text=text, annotator="kim", spans=tuple(spans))


@given(_marked())
def test_the_tokens_are_the_text_and_every_span_lies_on_their_edges(entry):
    words, spaces, starts = pieces(entry.text, entry.spans)
    assert "".join(word + " " * space for word, space in zip(words, spaces, strict=True)) == entry.text
    ends = {start + len(word) for start, word in zip(starts, words, strict=True)}
    assert all(span.start in starts and span.end in ends for span in entry.spans)


@settings(max_examples=40, deadline=None)
@given(entry=_marked())
def test_spacy_finds_every_span_again(entry):
    spacy = pytest.importorskip("spacy")
    content, account = written([entry], "docbin")
    assert account.lost.get("overlap") is None
    (doc,) = spacy.tokens.DocBin().from_bytes(content).get_docs(spacy.blank("xx").vocab)
    assert doc.text == entry.text
    found = [(span.start_char, span.end_char, span.label_) for span in doc.spans["sc"]]
    assert found == sorted((span.start, span.end, span.label) for span in entry.spans)
    assert doc.user_data["id"] == "d"
    assert {span.text for span in doc.ents} <= {span.text for span in entry.spans}


def test_what_docbin_leaves_behind_is_counted():
    pytest.importorskip("spacy")
    _, account = written([gold_entry()], "docbin")
    assert account.lost["value"] == 7
    assert account.lost["record"] == 1
