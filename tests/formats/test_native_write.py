"""What the writer of the native format promises about its bytes."""

import json
from io import BytesIO
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings

from annotator import formats
from annotator.core.entry import Entry, EntrySpan
from annotator.core.errors import UserError
from annotator.formats.base import FileSink, MemorySink
from annotator.formats.native_keys import META, RECORD, SPAN
from annotator.formats.native_write import LineMaker, write_native
from tests.support.entries import LABELS, entries, gold_entry

SCHEMAS = Path(__file__).parents[2] / "resources" / "schemas"
WRITER = jsonschema.Draft202012Validator(
    json.loads((SCHEMAS / "native-writer.schema.json").read_text("utf-8"))
)
TOOL = ("annotator", "1.2.3")


def line(entry):
    return LineMaker(TOOL).line(entry).decode("utf-8")


def small(**more):
    return Entry(**{"id": "d1", "text": "국방부와 협의했다.", "annotator": "kim", **more})


def test_the_hand_made_strings_come_from_the_accelerated_encoder():
    assert json.encoder.encode_basestring is json.encoder.c_encode_basestring
    assert json.encoder.c_encode_basestring is not None


@given(entries())
@settings(max_examples=30)
def test_every_line_is_what_json_dumps_would_have_written(entry):
    text = line(entry)
    plain = json.dumps(json.loads(text), ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n"
    for character, escape in (("\u2028", "\\u2028"), ("\u2029", "\\u2029"), ("\x85", "\\u0085")):
        plain = plain.replace(character, escape)
    assert text == plain


@given(entries())
@settings(max_examples=30)
def test_every_line_obeys_the_schema_of_writers(entry):
    WRITER.validate(json.loads(line(entry)))


@pytest.mark.parametrize("entry", [small(), gold_entry()], ids=["least", "gold"])
def test_every_key_is_always_there_and_in_its_order(entry):
    record = json.loads(line(entry))
    assert tuple(record) == RECORD
    assert tuple(record["meta"]) == META
    assert all(tuple(span) == SPAN for span in record["spans"])


@given(entries())
@settings(max_examples=30)
def test_a_line_is_one_line_to_every_program(entry):
    text = line(entry)
    assert text.splitlines() == [text[:-1]]
    assert text.endswith("}\n")
    assert not text.startswith("\ufeff")


def test_spans_are_sorted_by_place_then_label_then_id():
    text = "국방부와 협의했다."
    marks = [("b", 0, 3, "X"), ("a", 0, 3, "X"), ("z", 0, 3, "A"), ("y", 0, 2, "Z"), ("c", 5, 6, "A")]
    spans = tuple(
        EntrySpan(uid, start, end, text[start:end], label) for uid, start, end, label in reversed(marks)
    )
    assert [span["id"] for span in json.loads(line(small(spans=spans)))["spans"]] == ["y", "z", "a", "b", "c"]


def test_the_order_in_which_spans_and_extra_come_does_not_show():
    entry = gold_entry()
    entry.extra = {"b": 1, "a": {"d": 2, "c": 3}}
    other = gold_entry()
    other.spans = tuple(reversed(other.spans))
    other.extra = {"a": {"c": 3, "d": 2}, "b": 1}
    assert line(entry) == line(other)


def test_what_a_span_leaves_open_is_taken_from_its_entry():
    span = EntrySpan("s1", 0, 3, "국방부", "AGENCY")
    at = "2026-01-02T03:04:05Z"
    written = json.loads(line(small(spans=(span,), created_at=at)))["spans"][0]
    assert (written["annotator"], written["created_at"], written["updated_at"]) == ("kim", at, at)


def test_an_unknown_time_is_written_as_the_beginning_of_time_not_as_now():
    record = json.loads(line(small()))
    assert record["created_at"] == record["updated_at"] == "1970-01-01T00:00:00Z"


def test_without_a_label_set_the_labels_used_are_named():
    span = EntrySpan("s1", 0, 3, "국방부", "AGENCY")
    label_set = json.loads(line(small(spans=(span,))))["label_set"]
    assert (label_set["id"], label_set["version"], label_set["labels"]) == ("", 0, ["AGENCY"])


def test_the_program_that_writes_is_named():
    assert json.loads(line(small()))["tool"] == {"name": "annotator", "version": "1.2.3"}


@pytest.mark.parametrize(
    "bad",
    [
        small(text="반쪽 \ud800"),
        small(spans=(EntrySpan("s1", 0, 3, "국방부", "AGENCY", note="\udc00"),)),
        small(extra={"score": ["\ud83d"]}),
        small(fields={"title": "\ud800"}),
        small(id="\ud800"),
    ],
    ids=["text", "note", "extra", "meta", "id"],
)
def test_half_of_a_surrogate_pair_is_refused_before_anything_of_that_entry_is_written(bad):
    good, stream = small(id="d0"), BytesIO()
    with pytest.raises(UserError) as caught:
        formats.write([good, bad], stream, format="native", tool=TOOL)
    assert caught.value.message.id == "native.surrogate"
    assert stream.getvalue().decode("utf-8") == line(good)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_numbers_that_json_does_not_have_are_refused(number):
    with pytest.raises(UserError) as caught:
        line(small(extra={"score": number}))
    assert caught.value.message.id == "native.extra-not-json"


def test_an_entry_must_say_whose_it_is_or_be_told():
    with pytest.raises(UserError) as caught:
        line(small(annotator=""))
    assert caught.value.message.id == "native.no-annotator"
    sink = MemorySink("a.jsonl")
    write_native([small(annotator="")], sink, tool=TOOL, annotator="lee")
    assert json.loads(sink.written["a.jsonl"])["annotator"] == "lee"


def test_the_label_definitions_go_beside_the_file():
    sink = MemorySink("news.jsonl")
    account = write_native([gold_entry()], sink, tool=TOOL, definitions=LABELS.definitions())
    assert list(sink.written) == ["news.jsonl", "news.labels.json"]
    assert json.loads(sink.written["news.labels.json"]) == LABELS.definitions()
    assert (account.written, account.lost) == (1, {})


def test_a_single_file_cannot_hold_the_label_definitions_and_the_account_says_so():
    stream = BytesIO()
    account = write_native([gold_entry()], FileSink("a", stream), tool=TOOL, definitions=LABELS.definitions())
    assert account.lost == {"sidecar": 1}
    assert stream.getvalue() == LineMaker(TOOL).line(gold_entry())
