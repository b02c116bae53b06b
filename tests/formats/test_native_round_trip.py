"""The native format read back: nothing is lost, and the bytes stay."""

import json
from io import BytesIO
from pathlib import Path

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.entry import Entry, Reject
from annotator.core.validate import check_entry
from tests.support.entries import LABELS, entries, gold_entry, json_values

SCHEMAS = Path(__file__).parents[2] / "resources" / "schemas"
WRITER = jsonschema.Draft202012Validator(
    json.loads((SCHEMAS / "native-writer.schema.json").read_text("utf-8"))
)
TOOL = ("annotator", "1.2.3")


def written(*items):
    stream = BytesIO()
    formats.write(items, stream, format="native", tool=TOOL)
    return stream.getvalue()


def found(content):
    return list(formats.read(content, format="native"))


@given(st.lists(entries(), max_size=2))
@settings(max_examples=40)
def test_write_read_write_gives_the_same_bytes(items):
    first = written(*items)
    read = found(first)
    assert all(isinstance(entry, Entry) for entry in read), read
    assert written(*read) == first


@given(entries())
@settings(max_examples=40)
def test_what_is_read_is_what_was_written(entry):
    [read] = found(written(entry))
    assert read.spans == tuple(
        sorted(entry.spans, key=lambda span: (span.start, span.end, span.label, span.id))
    )
    assert set(read.suggestions) == set(entry.suggestions)
    assert {name: text for name, text in read.fields.items() if text} == {
        name: text for name, text in entry.fields.items() if text
    }
    for name in (
        "id", "text", "text_sha256", "zones", "annotator", "annotator_id", "role", "status", "flagged", "revision",
        "parent", "relations", "records", "doc_labels", "comments", "decisions", "review_status", "open", "inputs",
        "created_at", "updated_at", "extra",
    ):  # fmt: skip
        assert getattr(read, name) == getattr(entry, name), name


def test_the_worked_gold_record_comes_back_whole():
    gold = gold_entry()
    [read] = found(written(gold))
    assert read.spans == gold.spans
    assert [span.text for span in read.spans] == [
        "9일", "내년 초", "과기정통부", "국립과학재단", "바이오", "1000만 달러", "복지부",
    ]  # fmt: skip
    assert read.records == gold.records
    assert read.decisions == gold.decisions
    assert read.comments == gold.comments
    assert check_entry(read, LABELS) == []
    assert written(read) == written(gold)


def test_spans_slice_the_text_in_plain_python():
    record = json.loads(written(gold_entry()))
    assert all(record["text"][span["start"] : span["end"]] == span["text"] for span in record["spans"])


@given(
    st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=9), json_values, max_size=4)
)
def test_unknown_keys_of_the_record_are_kept_under_extra_and_written_back(unknown):
    record = json.loads(written(gold_entry()))
    unknown = {key: value for key, value in unknown.items() if key not in record}
    [read] = found(json.dumps({**record, **unknown}).encode())
    assert read.extra == unknown
    again = json.loads(written(read))
    assert again == {**record, "extra": unknown}


def test_files_joined_with_cat_are_one_file():
    one, bare = written(gold_entry()), b"\xef\xbb\xbf" + written(gold_entry()).rstrip(b"\n")
    assert [entry.line for entry in found(one + bare + b"\n" + one)] == [1, 2, 3]
    assert [entry.line for entry in found(one + bare + one)] == [1, 2, 2]  # the first had no last line feed


@given(st.binary(max_size=200))
@settings(max_examples=200)
def test_any_bytes_are_read_without_an_error(content):
    assert all(isinstance(item, Entry | Reject) for item in found(content))


_KEYS = (
    "format", "id", "text_sha256", "text_length", "zones", "meta", "label_set", "annotator", "role", "status",
    "flagged", "spans", "relations", "records", "doc_labels", "comments", "decisions", "suggestions", "inputs", "open",
    "created_at", "tool", "extra", "label",
)  # fmt: skip
_PART_KEYS = (
    "id", "start", "end", "text", "label", "norm", "note", "unsure", "origin", "zone", "role", "at", "roles", "span_id",
    "from_id", "to_id", "item", "action", "before", "response", "alternatives", "score", "rank", "created_at",
)  # fmt: skip
_junk = st.sampled_from([
    None, True, 0, -1, 3, 14, 10**20, 1.5, "", "x", "s1", "edit", "body", "2026-01-02T03:04:05Z", [], {}, [1], {"a": 1},
    {"type": "date", "value": "2024"}, {"start": 0, "end": 3, "text": "국방부", "label": "A"},
])  # fmt: skip
_parts = st.fixed_dictionaries({}, optional=dict.fromkeys(_PART_KEYS, _junk))
_marks = st.fixed_dictionaries(
    {"start": st.integers(0, 5), "end": st.integers(5, 14), "label": st.just("AGENCY")},
    optional=dict.fromkeys(sorted({*_PART_KEYS} - {"start", "end", "label"}), _junk),
)
_records = st.fixed_dictionaries(
    {"text": st.just("국방부와 😀\r\n협의했다.") | _junk},
    optional=dict.fromkeys(_KEYS, _junk | st.lists(_parts | _marks | _junk, max_size=3)),
)


@given(_records, st.sampled_from(["code-points", "utf-16"]))
@settings(max_examples=200)
def test_any_json_is_read_without_an_error_and_what_is_taken_can_be_written(record, offsets):
    items = list(formats.read(json.dumps(record).encode(), format="native", offsets=offsets))
    for entry in items:
        if isinstance(entry, Entry):
            assert all(entry.text[span.start : span.end] == span.text for span in entry.spans)
            entry.annotator = entry.annotator or "kim"
            line = written(entry)
            WRITER.validate(json.loads(line))
            assert written(*found(line)) == line
