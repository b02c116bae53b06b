"""The public `read` and `write`: what may be handed to them, and what is left out and counted."""

from io import BytesIO, RawIOBase

import pytest

from annotator import formats
from annotator.core.entry import (
    Entry,
    EntryComment,
    EntryMember,
    EntryRecord,
    EntryRelation,
    EntrySpan,
    EntrySuggestion,
)
from annotator.formats.base import Bundle, MemorySink
from tests.support.entries import gold_entry

LINE = '{"text":"국방부와"}\n'.encode()
AT = "2026-01-02T03:04:05Z"


def written(*items, **options):
    sink = MemorySink("a.jsonl")
    account = formats.write(items, sink, format="native", annotator="kim", **options)
    return account, list(formats.read(sink.written["a.jsonl"], format="native"))


def test_bytes_files_and_bundles_are_read_alike(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(LINE)
    with path.open("rb") as stream:
        [from_file] = formats.read(stream)
        assert not stream.closed
    [from_bundle] = formats.read(Bundle.of_file("a.jsonl", lambda: path.open("rb")))
    [from_bytes] = formats.read(LINE)
    assert from_file == from_bundle
    assert (from_file.id, from_bytes.id) == ("a.jsonl:1", ":1")


def test_a_file_is_read_from_where_it_stands():
    stream = BytesIO(b"#comment\n" + LINE)
    stream.readline()
    assert [entry.text for entry in formats.read(stream)] == ["국방부와"]


class Pipe(RawIOBase):
    """Bytes that can be read once."""

    def __init__(self, content):
        self._left = BytesIO(content)

    def readable(self):
        return True

    def readinto(self, buffer):
        return self._left.readinto(buffer)


def test_a_pipe_is_recognised_and_read():
    assert [entry.text for entry in formats.read(Pipe(LINE))] == ["국방부와"]


def test_members_are_opened_one_at_a_time_and_closed():
    opened = []

    def member(content):
        def opener():
            opened.append(BytesIO(content))
            return opened[-1]

        return opener

    bundle = Bundle.of_files([("a.jsonl", member(LINE)), ("b.jsonl", member(LINE))])
    reading = formats.read(bundle, format="native")
    next(reading)
    assert [stream.closed for stream in opened] == [False]
    assert [entry.member for entry in reading] == ["b.jsonl"]
    assert [stream.closed for stream in opened] == [True, True]


def test_reading_and_writing_can_be_joined_and_rejects_are_counted():
    content = LINE + b"rubbish\n" + b'{"text":""}\n' + LINE
    account, again = written(*formats.read(content, format="native"))
    assert (account.read, account.written, account.rejected) == (4, 2, 2)
    assert len(again) == 2


def test_a_document_without_text_is_not_written_and_counted_by_that_name():
    account, again = written(Entry(id="1", text=""), Entry(id="2", text="a"))
    assert (account.written, account.lost, [entry.id for entry in again]) == (1, {"empty-text": 1}, ["2"])


ADRIFT = {
    "text": EntrySpan("x", 0, 3, "국방위", "A"),
    "outside": EntrySpan("x", 1, 99, "방부와", "A"),
    "negative": EntrySpan("x", -3, -1, "방부", "A"),
    "empty": EntrySpan("x", 2, 2, "", "A"),
}


@pytest.mark.parametrize("bad", ADRIFT.values(), ids=ADRIFT)
def test_a_mark_that_does_not_hold_its_text_is_left_out_with_what_points_at_it(bad):
    good = EntrySpan("y", 0, 3, "국방부", "A")
    entry = Entry(
        id="d1",
        text="국방부와",
        spans=(good, bad),
        suggestions=(EntrySuggestion("z", *bad[1:5]), EntrySuggestion("w", 0, 3, "국방부", "A")),
        relations=(EntryRelation("r1", "t", "x", "y"), EntryRelation("r2", "t", "y", "y")),
        records=(EntryRecord("c1", "", (EntryMember("A", "x"), EntryMember("A", "y"))),),
        comments=(EntryComment("m1", "x", "", "", AT, "", resolved=False),),
        decisions=({"id": "d1", "item": "i1", "span_id": "x", "action": "adopt", "at": AT},),
    )
    account, [again] = written(entry)
    assert account.lost == {
        "span": 1,
        "suggestion": 1,
        "relation": 1,
        "member": 1,
        "comment": 1,
        "decision": 1,
    }
    assert [fault.where for fault in account.faults] == ["spans.x", "suggestions.z"]
    assert {fault.reason.arguments["document"] for fault in account.faults} == {"d1"}
    assert ([span.id for span in again.spans], [mark.id for mark in again.suggestions]) == (["y"], ["w"])
    assert [relation.id for relation in again.relations] == ["r2"]
    assert [member.span_id for member in again.records[0].roles] == ["y"]
    assert len(entry.spans) == 2


def test_what_is_sound_is_written_as_it_is():
    account, [again] = written(gold_entry())
    assert (account.lost, account.faults, again.spans) == ({}, [], gold_entry().spans)


def test_a_sink_keeps_what_was_written_under_its_name():
    sink = MemorySink("x")
    with sink.open("x") as stream:
        stream.write(b"1")
        assert sink.written == {}
    assert sink.written == {"x": b"1"}
