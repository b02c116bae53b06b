"""Which formats there are, how they are recognised, and what becomes of broken plug-ins."""

import json
import sys

import pytest

from annotator import formats
from annotator.core.errors import UserError
from annotator.formats import registry
from annotator.formats.base import Bundle

PLUG_INS = """
from annotator.core.entry import Entry
from annotator.formats.base import Account

class Lines:
    id = "lines"
    title = "format.lines"
    suffixes = (".lines",)
    can_read = True
    can_write = True

    def sniff(self, bundle):
        return bundle.head(6) == b"#LINES"

    def read(self, bundle, **options):
        for name, stream in bundle:
            for line in stream.read().decode().splitlines()[1:]:
                yield Entry(id=line, text=line)

    def write(self, entries, sink, **options):
        account = Account()
        with sink.open(sink.name) as stream:
            for entry in entries:
                stream.write(entry.text.encode())
                account.written += 1
        return account

class Again(Lines):
    id = "native"

class Half:
    id = "half"
"""
POINTS = """[annotator.formats]
lines = lines_plug_in:Lines
again = lines_plug_in:Again
half = lines_plug_in:Half
gone = lines_plug_in:Gone
absent = no_such_module_anywhere:Format
"""


@pytest.fixture
def plugged(tmp_path, monkeypatch):
    """Install a distribution with one good plug-in and four bad ones."""
    (tmp_path / "lines_plug_in.py").write_text(PLUG_INS, "utf-8")
    info = tmp_path / "lines_plug_in-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: lines-plug-in\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text(POINTS, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    registry.plug_ins.cache_clear()
    yield
    registry.plug_ins.cache_clear()
    sys.modules.pop("lines_plug_in", None)


def test_the_native_format_is_known_by_its_id():
    assert formats.by_id("native").suffixes[0] == ".jsonl"


def test_an_unknown_format_is_told_with_those_there_are():
    with pytest.raises(UserError) as caught:
        formats.by_id("word")
    assert caught.value.message.id == "format.no-such"
    assert "native" in caught.value.message.arguments["known"]


def test_a_plug_in_reads_and_writes(plugged, tmp_path):
    assert [entry.text for entry in formats.read(b"#LINES\none\ntwo")] == ["one", "two"]
    with (tmp_path / "a.lines").open("wb") as stream:
        account = formats.write(formats.read(b'{"text":"one"}'), stream, format="lines")
    assert (account.read, account.written) == (1, 1)
    assert (tmp_path / "a.lines").read_bytes() == b"one"


def test_broken_plug_ins_are_reported_and_the_rest_works(plugged):
    found = registry.plug_ins()
    assert [plug_in.id for plug_in in found.formats] == ["lines"]
    assert {fault.arguments["name"] for fault in found.faults} == {"again", "half", "gone", "absent"}
    assert {fault.id for fault in found.faults} == {"format.plug-in-broken"}
    assert formats.by_id("native").id == "native"


RECOGNISED = {
    "ours": b'{"format":"annotator/1","id":"1","text":"a","spans":[],"label":"X"}',
    "later": b'{"format":"annotator/9","text":"a"}',
    "least": b'{"text":"a","spans":[{"start":0,"end":1,"label":"X"}]}',
    "text-alone": b'{"text":"a"}\n',
    "array": b'[{"text":"a","spans":[]}]',
    "printed": b'\xef\xbb\xbf{\n "text": "a"\n}',
    "longer-than-the-head": b'{"format": "annotator/1", "id":"1","text":"' + b"x" * 100_000 + b'"}',
}
FOREIGN = {
    "nothing": b"",
    "bytes": b"\x00\xff\x10",
    "text": "국방부와 만났다.".encode(),
    "html": b"<html>",
    "doccano": b'{"id":1,"text":"EU rejects","label":[[0,2,"ORG"]]}',
    "ours-come-back-from-doccano": b'{"format":"annotator/1","text":"a","spans":[],"label":[[0,1,"X"]]}',
    "doccano-labels": b'[{"text":"AGENCY","suffix_key":null}]',
    "doccano-entities": b'{"id":1,"text":"a","entities":[],"relations":[]}',
    "prodigy": b'{"text":"a","spans":[],"_input_hash":1,"answer":"accept"}',
    "prodigy-tokens": b'{"text":"a","spans":[{"start":0,"end":1,"token_start":0,"token_end":0,"label":"X"}]}',
    "label-studio": b'[{"id":1,"data":{"text":"a"},"annotations":[]}]',
    "spacy": b'[["text",{"entities":[[0,1,"X"]]}]]',
    "pubannotation": b'{"text":"a","denotations":[]}',
    "number": b"12",
}


@pytest.mark.parametrize("content", RECOGNISED.values(), ids=RECOGNISED)
def test_the_native_format_is_recognised_by_content(content):
    assert formats.sniff(Bundle.of_file("a.txt", content)).id == "native"


@pytest.mark.parametrize("content", FOREIGN.values(), ids=FOREIGN)
def test_files_of_others_are_not_taken_for_ours(content):
    assert not formats.by_id("native").sniff(Bundle.of_file("a.jsonl", content))


def test_a_file_of_no_known_format_is_told():
    with pytest.raises(UserError) as caught:
        formats.read(Bundle.of_file("a.bin", b"\x00"))
    assert caught.value.message.id == "format.unknown"
    assert caught.value.message.arguments == {"name": "a.bin"}


def test_a_first_line_longer_than_any_head_is_recognised_by_its_keys_and_another_tools_is_not():
    text = "가나다라마바사" * 10_000
    spans = [{"start": 0, "end": 2, "label": "AGENCY"}]
    ours, theirs = {"id": "x", "text": text, "spans": spans}, {"text": text, "label": [[0, 2, "AGENCY"]]}
    line, other = (json.dumps(one, ensure_ascii=False).encode() + b"\n" for one in (ours, theirs))
    native = formats.by_id("native")
    assert native.sniff(Bundle.of_file("a.jsonl", line + other))
    assert not native.sniff(Bundle.of_file("a.jsonl", other + line))
    assert not native.sniff(Bundle.of_file("a.jsonl", line[: len(line) // 2]))
