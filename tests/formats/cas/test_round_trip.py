"""CAS JSON and XMI carry everything that an entry holds, and read back the same; other programs read them."""

import json
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings

from annotator import formats
from annotator.core.entry import Entry, Reject
from annotator.core.errors import UserError
from annotator.core.text import digest
from annotator.formats.cas import xmi
from annotator.formats.native_write import LineMaker
from tests.support.entries import GOLD_TEXT, entries, gold_entry

FORMATS = ["cas-json", "cas-xmi"]
LINES = LineMaker(("annotator", "test"))


def written(items, format_, name="out"):
    sink = formats.MemorySink(name)
    return sink.written, formats.write(items, sink, format=format_)


def read(content, format_=None):
    return list(formats.read(content, format=format_))


def comparable(entry):
    """Return an entry as its native line, in which nothing is missing and the order of spans is one."""
    return LINES.line(entry).decode()


@pytest.mark.parametrize("format_", FORMATS)
@settings(max_examples=40)
@given(entry=entries())
def test_everything_of_an_entry_comes_back(format_, entry):
    members, account = written([entry], format_)
    if format_ == "cas-xmi" and account.lost["not-xml"]:
        assert not account.written
        assert [fault.reason.id for fault in account.faults] == ["cas.not-xml"]
        return
    assert account.written == 1
    assert not account.lost.total()
    back, *rest = read(members["out"], format_)
    assert not rest
    assert comparable(back) == comparable(entry)


@pytest.mark.parametrize("format_", FORMATS)
def test_a_gold_layer_comes_back_and_is_recognised(format_):
    members, account = written([gold_entry()], format_)
    assert (account.written, account.lost.total()) == (1, 0)
    (back,) = read(members["out"])
    assert comparable(back) == comparable(gold_entry())
    assert written([gold_entry()], format_)[0] == members  # the same work, the same bytes


@pytest.mark.parametrize("format_", FORMATS)
def test_emoji_count_twice_in_the_file_and_once_here(format_):
    text = "🚀 과기정통부는 🚀 3억 원을 낸다"
    spans = [("과기정통부", "AGENCY"), ("3억 원", "AMOUNT")]
    record = {
        "id": "d1", "text": text, "annotator": "kim",
        "spans": [
            {"start": text.index(word), "end": text.index(word) + len(word), "label": label} for word, label in spans
        ],
    }  # fmt: skip
    (entry,) = read(json.dumps(record).encode(), "native")
    members, _ = written([entry], format_)
    content = members["out"].decode()
    assert ('"begin":3,"end":8' if format_ == "cas-json" else 'begin="3" end="8"') in content
    (back,) = read(members["out"])
    assert [(span.text, span.label) for span in back.spans] == spans


@pytest.mark.parametrize("format_", FORMATS)
def test_several_documents_go_into_a_zip(format_):
    two = [Entry(id=f"d/{n}", text=GOLD_TEXT, text_sha256=digest(GOLD_TEXT), annotator="kim") for n in "12"]
    two.append(Entry(id="d/2", text=GOLD_TEXT, text_sha256=digest(GOLD_TEXT), annotator="kim"))
    members, account = written(two, format_, "out.zip")
    assert account.written == 3
    suffix = ".json" if format_ == "cas-json" else ".xmi"
    with zipfile.ZipFile(BytesIO(members["out.zip"])) as archive:
        names = archive.namelist()
        assert [name for name in names if name != xmi.TYPE_SYSTEM] == [
            f"d_1/kim{suffix}", f"d_2/kim{suffix}", f"d_2/kim-2{suffix}",
        ]  # fmt: skip
        assert (xmi.TYPE_SYSTEM in names) == (format_ == "cas-xmi")
    assert written(two, format_, "out.zip")[0] == members


@pytest.mark.parametrize("format_", FORMATS)
def test_several_documents_do_not_go_into_one_file(format_):
    two = [Entry(id=n, text=GOLD_TEXT, annotator="kim") for n in "12"]
    with pytest.raises(UserError) as raised:
        written(two, format_)
    assert raised.value.message.id == "format.one-document"


def test_the_type_system_stands_beside_an_xmi_file_where_there_is_room():
    members, account = written([gold_entry()], "cas-xmi")
    assert set(members) == {"out", xmi.TYPE_SYSTEM}
    account = formats.write([gold_entry()], formats.FileSink("", BytesIO()), format="cas-xmi")
    assert account.lost == {"type-system": 1}


def test_xml_cannot_hold_a_control_character_and_json_can():
    entry = Entry(id="d", text="앞\x00뒤", annotator="kim")
    members, account = written([entry, gold_entry()], "cas-xmi")
    assert account.written == 1
    assert account.lost["not-xml"] == 1
    assert [item.id for item in read(members["out"])] == [gold_entry().id]
    (back,) = read(written([entry], "cas-json")[0]["out"])
    assert back.text == entry.text


def test_relations_to_spans_that_are_not_there_are_counted():
    entry = gold_entry()
    entry.spans = entry.spans[1:3]
    _, account = written([entry], "cas-json")
    assert account.lost == {"relation": 2, "member": 3, "comment": 1, "decision": 2}
    assert not [item for item in read(written([entry], "cas-json")[0]["out"]) if isinstance(item, Reject)]


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.filterwarnings("ignore")
def test_cassis_reads_the_same_spans(format_):
    cassis = pytest.importorskip("cassis")
    members, _ = written([gold_entry()], format_)
    if format_ == "cas-json":
        cas = cassis.load_cas_from_json(members["out"].decode())
    else:
        types = cassis.load_typesystem(BytesIO(members[xmi.TYPE_SYSTEM]))
        cas = cassis.load_cas_from_xmi(BytesIO(members["out"]), typesystem=types)
    found = sorted(
        (mark.begin, mark.end, mark.get_covered_text(), mark.value)
        for mark in cas.select("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity")
    )
    assert found == sorted((span.start, span.end, span.text, span.label) for span in gold_entry().spans)
    values = {detail.span.get_covered_text(): detail.value for detail in cas.select("annotator.Detail")}
    assert values["1000만 달러"] == "10000000"
    assert cas.sofa_string == GOLD_TEXT
