"""KLUE-NER files: what is read of them, and what of a document they carry."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.entry import Entry, EntrySpan, Reject
from annotator.core.validate import check_entry
from annotator.formats.base import Bundle
from tests.support.entries import entries
from tests.support.peer_files import PEER_FILES, needs_peer_files

HEAD = "## 토큰, 레이블 구분자 : \\t\n## 컬럼명 : CHAR\tNE_TAG\n"


def written(*items):
    stream = BytesIO()
    account = formats.write(items, stream, format="klue")
    return stream.getvalue().decode("utf-8"), account


def found(content, name="a.tsv"):
    return list(formats.read(Bundle.of_file(name, content.encode("utf-8")), format="klue"))


def columns(text, *runs):
    tags = ["O"] * len(text)
    for start, end, label in runs:
        tags[start:end] = [f"B-{label}", *[f"I-{label}"] * (end - start - 1)]
    return "".join(f"{c}\t{tag}\n" for c, tag in zip(text, tags, strict=True)) + "\n"


def test_each_sentence_is_a_document_with_its_blanks():
    content = (
        f"{HEAD}## dev_0-wikitree\t<경찰:OG>은 왔다\n{columns('경찰은 왔다', (0, 2, 'OG'))}"
        f"## dev_1-nsmc\t<9일:DT>\n{columns('9일', (0, 2, 'DT'))}"
    )
    first, second = found(content)
    assert (first.id, first.text, first.line) == ("dev_0-wikitree", "경찰은 왔다", 4)
    assert [(span.start, span.end, span.text, span.label) for span in first.spans] == [(0, 2, "경찰", "OG")]
    assert (second.id, second.text, second.fields) == ("dev_1-nsmc", "9일", {"text": "rebuilt"})


def test_the_tags_count_and_not_the_marks_above_them():
    [entry] = found(f"{HEAD}## d\t<가<나:OG>\n{columns('가<나', (0, 3, 'OG'))}")
    assert [(span.text, span.label) for span in entry.spans] == [("가<나", "OG")]


def test_a_sentence_without_a_name_is_called_by_file_and_line():
    [entry] = found(columns("왔다 갔다"))
    assert entry.id == "a.tsv:1"


def test_a_name_with_a_number_is_a_name_in_files_of_others():
    read = found(f"{HEAD}## d#1\t가\n{columns('가')}## d#2\t나\n{columns('나')}")
    assert [(entry.id, entry.text) for entry in read] == [("d#1", "가"), ("d#2", "나")]


def test_lines_that_are_none_are_refused_and_the_rest_is_read():
    content = f"{HEAD}## d\t가나\n가\tB-OG\n\tO\n다\n나\tI-OG\n"
    entry, *refused = sorted(found(content), key=lambda item: isinstance(item, Reject))
    assert [(span.text, span.label) for span in entry.spans] == [("가나", "OG")]
    assert [(item.line, item.reason.id) for item in refused] == [(5, "conll.no-tag"), (6, "conll.no-tag")]


def test_what_is_written_looks_as_klue_does():
    text, account = written(
        Entry(
            id="d",
            text="복지부와\t왔다\n\n끝",
            status="done",
            spans=(EntrySpan("a", 0, 3, "복지부", "AGENCY"),),
        )
    )
    assert text.startswith("## 토큰, 레이블 구분자 : \\t\n## 토큰 구분자 : \\n\n")
    assert text.endswith(
        f"## d#1\t<복지부:AGENCY>와 왔다\n{columns('복지부와 왔다', (0, 3, 'AGENCY'))}## d#3\t끝\n{columns('끝')}"
    )
    assert account.lost == {"tab": 1}


def test_line_feeds_at_the_end_of_a_text_are_let_go():
    [read] = found(written(Entry(id="1", text=";\n\n"))[0])
    assert (read.id, read.text) == ("1", ";")


@given(st.lists(entries(), max_size=3, unique_by=lambda entry: entry.id))
@settings(max_examples=40)
def test_texts_and_the_spans_that_are_not_counted_as_lost_come_back(items):
    content, account = written(*items)
    read = found(content)
    assert all(isinstance(item, Entry) and not check_entry(item) for item in read)
    kept = [entry for entry in items if entry.text.strip("\n")]
    assert [(entry.id, entry.text) for entry in read] == [
        (entry.id, entry.text.rstrip("\n").replace("\t", " ")) for entry in kept
    ]
    assert all(_places(after) <= _places(before) for before, after in zip(kept, read, strict=True))
    lost = sum(account.lost[kind] for kind in ("overlap", "line-break", "label"))
    assert sum(len(entry.spans) for entry in kept) - sum(len(entry.spans) for entry in read) == lost
    assert written(*read)[0] == content


def _places(entry):
    return {(span.start, span.end, span.label) for span in entry.spans}


@given(st.binary(max_size=200) | st.text("OB-I \t\n#DA경1%\r", max_size=80).map(str.encode))
@settings(max_examples=150)
def test_any_bytes_are_read_without_an_error(content):
    assert all(isinstance(item, Entry | Reject) for item in formats.read(content, format="klue"))


KNOWN = {
    "klue": f"{HEAD}## d\t경\n경\tB-OG\n\n",
    "blanks": columns("경찰은 왔다"),
    "long": f"{HEAD}## d\t\n" + columns("경찰은 왔다" * 10_000),
}
OTHERS = {
    "nothing": "", "comments": HEAD, "words": "경찰\tB-OG\n", "conll": "EU\tB-ORG\n", "headings": "## 글\n왔다\n",
    "letters-without-blanks": "가\tO\n나\tO\n",
}  # fmt: skip


@pytest.mark.parametrize("content", KNOWN.values(), ids=KNOWN)
def test_it_is_recognised_by_content(content):
    assert formats.sniff(Bundle.of_file("a.txt", content.encode())).id == "klue"


@pytest.mark.parametrize("content", OTHERS.values(), ids=OTHERS)
def test_other_files_are_not_taken_for_it(content):
    assert not formats.by_id("klue").sniff(Bundle.of_file("a.tsv", content.encode()))


@needs_peer_files
def test_the_first_forty_sentences_of_klue_are_read_whole():
    content = (PEER_FILES / "klue" / "klue_ner_first40.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in content.split("\n") if line and not line.startswith("## ")]
    read = found(content)
    assert len(read) == content.count("\n## klue-ner-v1_dev_") == 40
    assert sum(len(entry.spans) for entry in read) == sum(tag.startswith("B-") for _, tag in rows) == 137
    assert "".join(entry.text for entry in read) == "".join(character for character, _ in rows)
