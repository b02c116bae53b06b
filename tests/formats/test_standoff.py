"""Marks without their texts: nothing of the article is in the file, and with its text all comes back."""

import json
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.entry import Entry, Reject
from annotator.core.text import digest
from annotator.formats.attaching import KnownText
from annotator.formats.base import Bundle
from tests.support.entries import entries, gold_entry, json_values

GOLD = gold_entry()


def written(*items):
    stream = BytesIO()
    account = formats.write(items, stream, format="standoff", tool=("annotator", "1.2.3"))
    return stream.getvalue(), account


def texts_of(*items):
    by_id = {entry.id: KnownText(entry.id, entry.text) for entry in items}
    return lambda wanted: by_id.get(wanted.id)


def found(content, *known):
    return list(formats.read(content, format="standoff", texts=texts_of(*known)))


def test_no_word_of_the_article_is_in_the_file():
    entry = replace(
        GOLD, records=(), comments=(), extra={"lead": GOLD.text[:9]},
        spans=tuple(span._replace(norm=None, note="") for span in GOLD.spans),
        decisions=tuple({**row, "seen": GOLD.text[:9], "reason": ""} for row in GOLD.decisions),
    )  # fmt: skip
    content, account = written(entry)
    line = json.loads(content)
    assert "text" not in line
    assert line["text_sha256"] == digest(GOLD.text)
    assert not any(word in content.decode() for word in GOLD.text.split() if len(word) > 3)
    assert account.lost == {"text": 1, "extra": 1, "field": 1}


@given(entries())
@settings(max_examples=40)
def test_all_but_the_text_comes_back_where_the_text_is_known(entry):
    content, _ = written(entry)
    assert formats.sniff(Bundle.of_file("a.txt", content)).id == "standoff"
    [read] = found(content, entry)
    assert set(read.spans) == set(entry.spans)
    assert set(read.suggestions) == set(entry.suggestions)
    for name in (
        "id", "text", "text_sha256", "zones", "annotator", "annotator_id", "role", "status", "flagged", "revision",
        "parent", "relations", "records", "doc_labels", "comments", "review_status", "open",
    ):  # fmt: skip
        assert getattr(read, name) == getattr(entry, name), name
    assert [{**row, "before": None} for row in read.decisions] == [
        {**row, "before": None} for row in entry.decisions
    ]
    assert written(read)[0] == content


def test_marks_whose_text_is_not_known_are_refused():
    content, _ = written(GOLD, GOLD)
    assert [(item.line, item.reason.id) for item in found(content)] == [
        (1, "text.not-here"),
        (2, "text.not-here"),
    ]
    assert [item.reason.id for item in formats.read(content)] == ["text.not-here"] * 2


def test_marks_on_another_text_of_that_document_are_refused():
    content, _ = written(GOLD)
    [refused] = found(content, replace(GOLD, text=f"{GOLD.text}끝"))
    assert refused.reason.id == "text.other"


def test_the_document_that_is_known_gives_its_id():
    content, _ = written(GOLD)
    [read] = formats.read(content, texts=lambda _wanted: KnownText("ours", GOLD.text))
    assert (read.id, read.spans) == ("ours", GOLD.spans)


def change(**keys):
    line = {**json.loads(written(GOLD)[0]), **keys}
    return json.dumps({key: value for key, value in line.items() if value is not ...}).encode()


REFUSED = {
    "another-version": (change(format="annotator-standoff/2"), "standoff.other-version"),
    "no-digest": (change(text_sha256=...), "entry.key-missing"),
    "digest-of-another-type": (change(text_sha256=7), "entry.key-missing"),
    "no-object": (b'{"format":"annotator-standoff/1"}[1]', "entry.key-missing"),
    "cut-off": (change()[:-9], "json.invalid"),
    "not-a-number": (change(open=float("nan")), "json.number"),
    "key-twice": (b'{"format":"annotator-standoff/1","id":"a","id":"b"}', "json.key-twice"),
    "half-a-character": (change(id="\ud800"), "json.surrogate"),
    "bottomless": (b'{"format":"annotator-standoff/1","x":' + b"[" * 100_000, "json.too-deep"),
}


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_with_its_reason(content, reason):
    assert reason in {item.reason.id for item in found(content, GOLD) if isinstance(item, Reject)}
    assert not any(isinstance(item, Entry) for item in found(content, GOLD))


def test_offsets_in_utf16_are_converted_when_asked_for():
    entry = Entry(id="d", text="😀 9일", annotator="kim")
    line = json.loads(written(entry)[0]) | {"spans": [{"start": 3, "end": 5, "label": "DATE"}]}
    [read] = formats.read(json.dumps(line).encode(), texts=texts_of(entry), offsets="utf-16")
    assert [span.text for span in read.spans] == ["9일"]


def test_a_span_that_lies_outside_is_refused_and_the_rest_is_read():
    line = json.loads(written(GOLD)[0])
    line["spans"][0]["end"] = 10**6
    line["spans"][1]["start"] = -1
    entry, *refused = found(json.dumps(line).encode(), GOLD)
    assert len(entry.spans) == len(GOLD.spans) - 2
    assert {item.where for item in refused} >= {"spans.s1", "spans.s2"}


_junk = st.dictionaries(
    st.sampled_from(["id", "spans", "meta", "text_sha256", "decisions", "suggestions", "text"]), json_values
)


@given(_junk)
@settings(max_examples=100)
def test_any_json_is_read_without_an_error(junk):
    assert all(isinstance(item, Entry | Reject) for item in found(change(**junk), GOLD))
