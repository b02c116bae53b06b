"""CoNLL columns: what is read of them, and what of a document they carry."""

from collections import Counter
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.entry import Entry, EntrySpan, Reject
from annotator.core.validate import check_entry
from annotator.formats.base import Bundle
from tests.support.entries import entries, gold_entry
from tests.support.peer_files import PEER_FILES, needs_peer_files


def written(*items, **options):
    stream = BytesIO()
    account = formats.write(items, stream, format="conll", **options)
    return stream.getvalue().decode("utf-8"), account


def found(content, name="a.conll"):
    return list(formats.read(Bundle.of_file(name, content.encode("utf-8")), format="conll"))


def marks(entry):
    return [(span.text, span.label) for span in entry.spans]


def test_sentences_are_documents_where_nothing_says_where_documents_begin():
    first, second = found("국방부\tB-AGENCY\n는\tO\n\n9\tB-DATE\n일\tI-DATE\n")
    assert (first.id, first.text, marks(first)) == ("a.conll:1", "국방부 는", [("국방부", "AGENCY")])
    assert (second.id, second.text, marks(second)) == ("a.conll:4", "9 일", [("9 일", "DATE")])
    assert first.fields == {"text": "rebuilt"}
    assert [note.id for note in (*first.notes, *second.notes)] == ["note.text-rebuilt"]


def test_documents_begin_at_their_mark_and_keep_their_sentences_as_lines():
    content = (
        "-DOCSTART- -X- O O\n\nEU NNP B-NP B-ORG\nrejects VBZ B-VP O\n\nPeter NNP B-NP S-PER\n\n"
        "-DOCSTART-\tO\n\n끝\tO\n"
    )
    first, second = found(content)
    assert (first.text, marks(first)) == ("EU rejects\nPeter", [("EU", "ORG"), ("Peter", "PER")])
    assert (second.text, second.line) == ("끝", 10)


def test_lines_that_are_none_are_refused_and_the_rest_is_read():
    items = found("국방부\tB-AGENCY\n만났다\n# 주석\n는\tX-9\n\tO\n9일\tB-DATE\n")
    [entry] = [item for item in items if isinstance(item, Entry)]
    assert marks(entry) == [("국방부", "AGENCY"), ("9일", "DATE")]
    refused = [item for item in items if isinstance(item, Reject)]
    assert [(item.line, item.reason.id) for item in refused] == [
        (2, "conll.no-tag"),
        (4, "conll.no-tag"),
        (5, "conll.no-tag"),
    ]


def test_line_ends_of_windows_and_a_byte_order_mark_are_passed_over():
    [entry] = list(formats.read(b"\xef\xbb\xbfEU\tB-ORG\r\nmet\tO\r\n\r\n", format="conll"))
    assert (entry.text, marks(entry)) == ("EU met", [("EU", "ORG")])


def test_a_line_that_is_not_utf8_or_too_long_is_refused_alone():
    content = b"EU\tB-ORG\n\xff\xfe\tO\n" + b"x" * (2 << 20) + b"\tO\nmet\tO\n"
    entry, *rest = sorted(formats.read(content, format="conll"), key=lambda item: isinstance(item, Reject))
    assert entry.text == "EU met"
    assert [(item.line, item.reason.id) for item in rest] == [(2, "json.not-utf8"), (3, "lines.too-long")]


def test_tokens_are_cut_where_spans_begin_and_end():
    text, account = written(
        Entry(id="d", text="과기정통부는 9일\u00a0만났다.", status="done",
              spans=(EntrySpan("a", 0, 5, "과기정통부", "AGENCY"), EntrySpan("b", 7, 9, "9일", "DATE")))
    )  # fmt: skip
    assert text == "-DOCSTART-\tO\n\n과기정통부\tB-AGENCY\n는\tO\n9일\tB-DATE\n만났다.\tO\n\n"
    assert account.lost == {"text": 1}


def test_the_other_scheme_and_files_without_marks_of_documents():
    entry = Entry(id="d", text="최소 10 달러", spans=(EntrySpan("a", 3, 8, "10 달러", "AMOUNT"),))
    text, _ = written(entry, entry, scheme="bioes", docstart=False)
    assert text == "최소\tO\n10\tB-AMOUNT\n달러\tE-AMOUNT\n\n" * 2
    with pytest.raises(ValueError, match="scheme"):
        written(entry, scheme="iobes")


def test_what_is_not_carried_is_counted():
    _, account = written(gold_entry())
    assert account.lost["value"] == 7
    assert account.lost["record"] == 1
    assert account.lost["overlap"] == 0


def test_a_text_that_looks_like_the_mark_of_a_document_begins_none():
    text, _ = written(Entry(id="d", text="-DOCSTART-\n-DOCSTART-x 끝"))
    [entry] = found(text)
    assert "".join(entry.text.split()) == "-DOCSTART--DOCSTART-x끝"


@given(st.lists(entries(), max_size=3), st.sampled_from(["iob2", "bioes"]))
@settings(max_examples=40)
def test_spans_that_are_not_counted_as_lost_come_back(items, scheme):
    content, account = written(*items, scheme=scheme)
    read = found(content)
    assert all(isinstance(item, Entry) and not check_entry(item) for item in read)
    assert len(read) == account.written
    there = Counter(_bare(span) for entry in items for span in entry.spans)
    back = Counter(_bare(span) for entry in read for span in entry.spans)
    assert back <= there
    lost = sum(account.lost[kind] for kind in ("overlap", "line-break", "label", "span"))
    assert there.total() - back.total() == lost
    assert ["".join(entry.text.split()) for entry in read] == [
        bare for entry in items if (bare := "".join(entry.text.split()))
    ]
    assert written(*read, scheme=scheme)[0] == content


def _bare(span):
    return "".join(span.text.split()), span.label


@given(st.binary(max_size=200) | st.text("OB-I \t\n#DA경\r", max_size=80).map(str.encode))
@settings(max_examples=150)
def test_any_bytes_are_read_without_an_error(content):
    for item in formats.read(content, format="conll"):
        assert isinstance(item, Entry | Reject)
        assert (
            isinstance(item, Reject)
            or not check_entry(item)
            or {r.reason.id for r in check_entry(item)} == {"label.bad-key"}
        )


KNOWN = {
    "tabs": "EU\tB-ORG\nrejects\tO\n",
    "blanks": "EU NNP B-NP B-ORG\nrejects VBZ B-VP O\n",
    "documents": "-DOCSTART- -X- O O\n\nEU NNP B-NP B-ORG\n",
    "windows": "EU\tB-ORG\r\n\r\nmet\tO\r\n",
    "longer-than-the-head": "국방부\tB-AGENCY\n" * 20_000,
}
OTHERS = {
    "nothing": "", "text": "국방부와 만났다.\n9일", "one-o": "이것은 끝 O\n글\n", "table": "id\ttitle\n1\t국방부\n",
    "conllu": "1\tEU\tEU\tPROPN\t_\t_\t2\tnsubj\t_\t_\n", "json": '{"text":"a"}\n', "nul": "\x00\x01\n",
}  # fmt: skip


@pytest.mark.parametrize("content", KNOWN.values(), ids=KNOWN)
def test_it_is_recognised_by_content(content):
    assert formats.sniff(Bundle.of_file("a.txt", content.encode())).id == "conll"


@pytest.mark.parametrize("content", OTHERS.values(), ids=OTHERS)
def test_other_files_are_not_taken_for_it(content):
    assert not formats.by_id("conll").sniff(Bundle.of_file("a.conll", content.encode()))


@needs_peer_files
def test_the_example_of_doccano_is_read_whole():
    content = (PEER_FILES / "doccano" / "example.conll").read_text("utf-8")
    read = found(content)
    assert len(read) == len([block for block in content.split("\n\n") if block.strip()]) == 2
    assert sum(len(entry.spans) for entry in read) == content.count("\tB-") == 2
    assert [entry.text for entry in read] == ["JAPAN GET", "Nadim Ladki"]
