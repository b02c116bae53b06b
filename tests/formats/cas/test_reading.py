"""What is read of the CAS files of other tools, and what is said of the rest; nothing breaks the reader."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.entry import Entry, Reject
from annotator.formats import registry
from annotator.formats.base import Bundle
from tests.support.entries import json_values

PEERS = Path(__file__).parents[4] / "shared" / "data" / "peer_files" / "uima_cas_json"
ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
TEXT = "🚀 과기정통부는 3억 원을 낸다"


def mark(id_, begin, end, type_=ENTITY, **more):
    return {"%ID": id_, "%TYPE": type_, "@sofa": 1, "begin": begin, "end": end, **more}


def cas(*structures, text=TEXT, members=None, **more):
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "sofaString": text}
    shown = [made["%ID"] for made in structures] if members is None else members
    return {
        "%TYPES": {}, "%FEATURE_STRUCTURES": [sofa, *structures],
        "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": shown}}, **more,
    }  # fmt: skip


def read(value, format_="cas-json"):
    content = value if isinstance(value, bytes) else json.dumps(value).encode()
    return list(formats.read(content, format=format_))


def xmi(*elements, text=TEXT, members="2 3 4", before=""):
    sofa = f'<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="{text}"/>'
    body = "".join(elements)
    return (
        f'<?xml version="1.0"?>{before}<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" '
        'xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore" '
        'xmlns:ner="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore" xmi:version="2.0">'
        f'{body}{sofa}<cas:View sofa="1" members="{members}"/></xmi:XMI>'
    ).encode()


@pytest.mark.skipif(not PEERS.is_dir(), reason="the peers' files are not here")
@pytest.mark.parametrize(
    ("folder", "spans"), [("casWithTextAndAnnotations", 4), ("casWithEmojiUnicodeTextAndAnnotations", 9)]
)
def test_every_annotation_of_a_peer_file_is_read(folder, spans):
    content = (PEERS / folder / "data.json").read_bytes()
    known = registry.sniff(Bundle.of_file("", content))
    assert known is not None
    assert known.id == "cas-json"
    (entry,) = read(content)
    # The second way: the file by itself, and Java's own slicing of its text.
    raw = json.loads(content)
    units = raw["%FEATURE_STRUCTURES"][0]["sofaString"].encode("utf-16-le")
    rows = [row for row in raw["%FEATURE_STRUCTURES"] if row["%TYPE"] == "uima.tcas.Annotation"]
    assert len(rows) == len(entry.spans) == spans
    assert [span.text for span in entry.spans] == [
        units[2 * row["begin"] : 2 * row["end"]].decode("utf-16-le") for row in rows
    ]


def test_entities_of_inception_come_with_label_annotator_and_document():
    value = cas(
        mark(2, 3, 8, value="기관", identifier="http://wiki/Q1"),
        mark(3, 10, 14, "webanno.custom.Money", label="금액", sure=True),
        mark(4, 10, 12, "webanno.custom.Figure"),
        mark(5, 0, 2, TOKEN), mark(6, 3, 9, TOKEN),
        {"%ID": 7, "%TYPE": "de.tudarmstadt.ukp.clarin.webanno.api.type.CASMetadata", "@sofa": 1, "begin": 0,
         "end": 18, "username": "kim", "sourceDocumentName": "기사.txt"},
        mark(8, 0, 18, "webanno.custom.Gives", label="지원", **{"@Governor": 2, "@Dependent": 3}),
    )  # fmt: skip
    (entry,) = read(value)
    assert [(span.text, span.label) for span in entry.spans] == [
        ("과기정통부", "기관"), ("3억 원", "금액"), ("3억", "Figure"),
    ]  # fmt: skip
    assert (entry.id, entry.annotator) == ("기사.txt", "kim")
    assert [(row.type, row.from_id, row.to_id) for row in entry.relations] == [("지원", "s2", "s3")]
    assert entry.extra == {"spans.s2.identifier": "http://wiki/Q1", "spans.s3.sure": True}
    assert [(note.id, note.arguments["types"]) for note in entry.notes] == [("cas.passed-over", "Token 2")]


def test_xmi_is_read_without_its_type_system():
    content = xmi(
        '<ner:NamedEntity xmi:id="2" sofa="1" begin="3" end="8" value="기관"/>',
        '<custom:Money xmi:id="3" sofa="1" begin="10" end="14" label="금액"/>',
        '<custom:Gives xmi:id="4" sofa="1" begin="0" end="18" Governor="2" Dependent="3"/>',
    )
    known = registry.sniff(Bundle.of_file("", content))
    assert known is not None
    assert known.id == "cas-xmi"
    (entry,) = read(content, "cas-xmi")
    assert [(span.text, span.label) for span in entry.spans] == [("과기정통부", "기관"), ("3억 원", "금액")]
    assert [(row.type, row.from_id, row.to_id) for row in entry.relations] == [("Gives", "s2", "s3")]


def test_what_a_view_does_not_show_is_no_annotation():
    (entry,) = read(cas(mark(2, 3, 8, value="A"), mark(3, 10, 14, value="B"), members=[2]))
    assert [span.label for span in entry.spans] == ["A"]


def test_types_that_are_no_marks_are_reported_with_their_count():
    value = cas({"%ID": 2, "%TYPE": "org.example.Thing", "a": 1}, {"%ID": 3, "%TYPE": "org.example.Thing"})
    entry, reject = read(value)
    assert not entry.spans
    assert (reject.reason.id, reject.where) == ("cas.unknown-type", "org.example.Thing")
    assert reject.reason.arguments["count"] == 2


def test_each_text_of_a_cas_is_a_document():
    value = cas(mark(2, 3, 8, value="A"))
    value["%FEATURE_STRUCTURES"].append(
        {"%ID": 9, "%TYPE": "uima.cas.Sofa", "sofaNum": 2, "sofaID": "english", "sofaString": "The ministry"}
    )
    value["%FEATURE_STRUCTURES"].append({**mark(10, 4, 12, value="A"), "@sofa": 9})
    value["%VIEWS"]["english"] = {"%SOFA": 9, "%MEMBERS": [10]}
    first, second = read(value)
    assert [span.text for span in (*first.spans, *second.spans)] == ["과기정통부", "ministry"]
    assert second.id.endswith("#english")


@pytest.mark.parametrize(
    ("begin", "end", "reason"),
    [
        (-1, 3, "span.negative"),
        (8, 3, "span.reversed"),
        (3, 3, "span.reversed"),
        (3, 99, "span.outside"),
        (1, 3, "span.inside-pair"),
        ("3", 8, "span.not-whole-numbers"),
        (3.5, 8, "span.not-whole-numbers"),
        (True, 8, "span.not-whole-numbers"),
        (10**30, 10**31, "span.outside"),
    ],
)
def test_a_mark_without_a_place_is_refused_and_the_rest_read(begin, end, reason):
    entry, reject = read(cas(mark(2, begin, end, value="A"), mark(3, 10, 14, value="B")))
    assert [span.text for span in entry.spans] == ["3억 원"]
    assert reject.reason.id == reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{", "json.invalid"),
        (b"\xff", "json.not-utf8"),
        (b'{"%FEATURE_STRUCTURES":[],"%FEATURE_STRUCTURES":[]}', "json.key-twice"),
        (b'{"%FEATURE_STRUCTURES":[NaN]}', "json.number"),
        (b'{"%FEATURE_STRUCTURES":' + b"[" * 100_000, "json.too-deep"),
        (b'{"%FEATURE_STRUCTURES":["\\ud800"]}', "json.surrogate"),
        (b'{"%FEATURE_STRUCTURES":[]} more', "json.invalid"),
        (b'{"%FEATURE_STRUCTURES":[7,{"%ID":"x"},null]}', "cas.none"),
        (json.dumps(cas(text=None)).encode(), "cas.no-text"),
        (json.dumps(cas(text="")).encode(), "entry.empty-text"),
    ],
)
def test_json_that_is_no_cas_is_refused_with_its_reason(content, reason):
    assert [item.reason.id for item in read(content)] == [reason]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "xml.invalid"),
        (b"<a/>", "cas.none"),
        (xmi()[:-20], "xml.invalid"),
        (xmi(before='<!DOCTYPE x [<!ENTITY a "b">]>'), "xml.doctype"),
        (xmi(before='<!DOCTYPE x SYSTEM "file:///etc/passwd">'), "xml.doctype"),
        (xmi("<a>" * 500, "</a>" * 500), "xml.too-deep"),
        (xmi().replace(b'sofaString="', b'sofaURI="'), "cas.no-text"),
    ],
)
def test_xml_that_is_no_cas_is_refused_with_its_reason(content, reason):
    assert [item.reason.id for item in read(content, "cas-xmi")] == [reason]


_STRUCTURES = st.lists(
    st.dictionaries(
        st.sampled_from(["%ID", "%TYPE", "@sofa", "begin", "end", "value", "uid", "@span", "rest", "@record", "zone"]),
        st.integers(-2, 20) | st.sampled_from([
            ENTITY, "uima.cas.Sofa", "annotator.Layer", "annotator.Detail", "annotator.Zone", "annotator.Member",
            "annotator.Record", "annotator.Relation", "annotator.Suggestion", "annotator.Comment", "annotator.Field",
            "body", "{}", '{"extra":[1]}', '{"decisions":7}', "[[",
        ]) | json_values,
    ),
    max_size=8,
)  # fmt: skip


@settings(max_examples=150)
@given(_STRUCTURES, json_values)
def test_whatever_stands_in_a_cas_is_read_or_refused(structures, views):
    value = cas(members=list(range(2, 12)))
    value["%FEATURE_STRUCTURES"] += [{"%ID": n, **made} for n, made in enumerate(structures, 2)]
    assert all(isinstance(item, Entry | Reject) for item in read(value))
    value["%VIEWS"] = views
    assert all(isinstance(item, Entry | Reject) for item in read(value))


@settings(max_examples=100)
@given(st.data())
def test_a_damaged_xmi_file_is_read_or_refused(data):
    content = bytearray(xmi('<ner:NamedEntity xmi:id="2" sofa="1" begin="3" end="8" value="A"/>'))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(1, len(content)))
    assert all(isinstance(item, Entry | Reject) for item in read(bytes(content[:cut]), "cas-xmi"))
