"""W3C Web Annotations: what goes out for each span, and what comes back onto a text that is known."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.entry import Entry, Reject
from annotator.core.text import digest
from annotator.formats.attaching import KnownText
from annotator.formats.base import Bundle
from tests.support import foreign
from tests.support.entries import entries, gold_entry, json_values
from tests.support.foreign import marks, told

TEXT = "복지부는 9일 3억 원을 낸다. 복지부는 또 만난다."
URL = "https://hanbit.example/1"
GOLD = gold_entry()


def texts_of(*known):
    def find(wanted):
        return next(
            (
                KnownText(e.id, e.text)
                for e in known
                if wanted.id == e.id or (wanted.url and wanted.url == e.fields.get("url"))
            ),
            None,
        )

    return find


def found(content, *known, **options):
    known = known or (Entry(id="d", text=TEXT, fields={"url": URL}),)
    return foreign.found(content, "w3c", texts=texts_of(*known), **options)


def written(*items):
    account, members = foreign.written(items, "w3c", "a.jsonld")
    return members["a.jsonld"], account


def annotation(*selectors, label="AGENCY", **more):
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "motivation": "tagging",
        "body": [{"type": "TextualBody", "purpose": "tagging", "value": label}],
        "target": {"source": URL, "selector": list(selectors)}, **more,
    }  # fmt: skip


def at(start, end):
    return {"type": "TextPositionSelector", "start": start, "end": end}


def says(exact, **around):
    return {"type": "TextQuoteSelector", "exact": exact, **around}


# Out.


def test_each_span_is_an_annotation_that_stands_by_itself():
    entry = replace(GOLD, fields={"url": URL}, annotator_id="")
    content, account = written(entry)
    rows = json.loads(content)
    assert len(rows) == len(entry.spans)
    amount = next(row for row in rows if row["body"][0]["value"] == "AMOUNT")
    assert amount["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert amount["creator"] == {"type": "Person", "name": "park"}
    assert amount["target"]["source"] == URL
    position, quote = amount["target"]["selector"]
    assert GOLD.text[position["start"] : position["end"]] == quote["exact"] == "1000만 달러"
    assert GOLD.text[: position["start"]].endswith(quote["prefix"])
    assert GOLD.text[position["end"] :].startswith(quote["suffix"])
    assert [body["purpose"] for body in amount["body"]] == ["tagging", "identifying", "commenting"]
    assert account.lost == {
        "record": 1,
        "relation": 2,
        "comment": 2,
        "decision": 3,
        "role": 1,
        "doc-label": 1,
        "zone": 3,
        "text": 1,
    }


def test_a_document_without_an_address_is_named_by_its_id():
    content, _ = written(GOLD)
    assert json.loads(content)[0]["target"]["source"] == "urn:annotator:document:garam-20231209-001"


def test_a_document_without_spans_leaves_no_trace_and_that_is_counted():
    content, account = written(Entry(id="d", text="글", status="done"))
    assert json.loads(content) == []
    assert account.lost == {"document": 1, "text": 1}


@given(st.lists(entries(), max_size=3, unique_by=lambda entry: entry.id))
@settings(max_examples=40)
def test_what_it_carries_comes_back(items):
    content, account = written(*items)
    read, rejects = found(content, *items)
    assert not rejects
    marked = [entry for entry in items if entry.spans]
    assert len(marked) == account.written == len(items) - account.lost["document"]
    for before, after in zip(marked, read, strict=True):
        assert (after.id, after.text, after.annotator_id) == (before.id, before.text, before.annotator_id)
        assert {_content(span) for span in after.spans} == {_content(span) for span in before.spans}
        assert [span.id for span in after.spans] == [
            span.id for span in sorted(before.spans, key=lambda s: (s[1], s[2], s[4], s[0]))
        ]


def _content(span):
    return (*span[:6], span.note, span.unsure)


# In.


def test_an_annotation_finds_its_page_by_the_address():
    [entry], rejects = found([annotation(at(0, 3), says("복지부")), annotation(at(5, 7), label="DATE")])
    assert (entry.id, entry.status, rejects) == ("d", "done", [])
    assert marks(entry) == {(0, 3, "복지부", "AGENCY"): 1, (5, 7, "9일", "DATE"): 1}


SHAPES = {
    "one": annotation(at(5, 7)),
    "page": {"type": "AnnotationPage", "items": [annotation(at(5, 7))]},
    "collection": {
        "type": "AnnotationCollection", "first": {"type": "AnnotationPage", "items": [annotation(at(5, 7))]},
    },
    "body-value": {"type": "Annotation", "motivation": "tagging", "bodyValue": "AGENCY",
                   "target": {"source": {"id": URL}, "selector": at(5, 7)}},
    "body-text": annotation(at(5, 7), body="AGENCY"),
    "one-body": annotation(at(5, 7), body={"type": "TextualBody", "purpose": ["tagging"], "value": "AGENCY"}),
    "targets": annotation(at(5, 7), target=[{"source": URL, "selector": [at(5, 7)]}]),
    "quote-alone": annotation(says("9일")),
    "quote-with-its-surroundings": annotation(says("9일", prefix="는 ", suffix=" 3")),
}  # fmt: skip


@pytest.mark.parametrize("content", SHAPES.values(), ids=SHAPES)
def test_the_shapes_that_annotations_come_in(content):
    [entry], rejects = found(content)
    assert marks(entry) == {(5, 7, "9일", "AGENCY"): 1}
    assert rejects == []
    assert formats.sniff(Bundle.of_file("a.json", json.dumps(content).encode())).id == "w3c"


def test_lines_of_annotations_are_read_and_people_kept_apart():
    rows = [
        annotation(at(0, 3), creator="https://people.example/lee"),
        annotation(at(5, 7), creator={"type": "Person", "nickname": "kim"}),
        annotation(at(0, 3), creator=[{"type": "Person", "name": "kim"}]),
    ]
    read, _ = found("\n".join(json.dumps(row) for row in rows))
    assert [(entry.annotator, len(entry.spans)) for entry in read] == [
        ("https://people.example/lee", 1),
        ("kim", 2),
    ]


def test_layers_that_are_mixed_in_the_file_are_put_together():
    rows = [annotation(at(0, 3), creator={"name": name}) for name in ("kim", "lee", "kim")]
    read, _ = found(rows)
    assert [(entry.annotator, len(entry.spans)) for entry in read] == [("kim", 2), ("lee", 1)]


REFUSED = {
    "quote-differs": (annotation(at(0, 3), says("국방부")), "span.text-differs"),
    "outside": (annotation(at(0, 999)), "span.outside"),
    "reversed": (annotation(at(3, 0)), "span.reversed"),
    "negative": (annotation(at(-1, 2)), "span.negative"),
    "no-number": (annotation(at("0", 2)), "span.not-whole-numbers"),
    "quote-twice": (annotation(says("복지부")), "w3c.quote-not-one"),
    "quote-nowhere": (annotation(says("국방부")), "w3c.quote-not-one"),
    "xpath": (annotation({"type": "XPathSelector", "value": "/p[1]"}), "w3c.no-place"),
    "whole-page": (annotation(target=URL), "w3c.no-place"),
    "two-places": (annotation(target=[{"source": URL}, {"source": URL}]), "w3c.no-place"),
    "no-label": (annotation(at(0, 3), motivation="highlighting", body=[]), "w3c.no-label"),
    "comment-alone": (annotation(at(0, 3), body={"purpose": "commenting", "value": "글"}), "w3c.no-label"),
    "no-source": (annotation(at(0, 3), target={"selector": at(0, 3)}), "w3c.no-source"),
    "no-annotation": ({"type": "AnnotationPage"}, "w3c.no-annotation"),
    "another-page": (annotation(target={"source": "https://else.example"}), "text.not-here"),
    "another-text": (annotation(target={"source": URL, "dcterms:identifier": f"sha256:{digest('글')}"}), "text.other"),
    "not-json": ("{", "json.invalid"),
    "not-a-number": ('[{"type":"Annotation","target":NaN}]', "json.number"),
    "half-a-character": ('[{"type":"Annotation","target":"\\ud800"}]', "json.surrogate"),
    "key-twice": ('[{"type":"Annotation","target":"a","target":"b"}]', "json.key-twice"),
    "cut-off": (json.dumps([annotation(at(0, 3))])[:-9], "json.array-invalid"),
    "bottomless": ("[" * 100_000, "json.array-invalid"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_taken_is_refused_with_its_reason(content, reason):
    read, rejects = found(content)
    assert reason in {reject.reason.id for reject in rejects}
    assert not any(entry.spans for entry in read)


def test_what_is_refused_is_told_by_its_line_and_the_rest_is_read():
    rows = [annotation(at(0, 3)), annotation(at(0, 999)), annotation(at(5, 7))]
    [entry], rejects = found(",\n".join(json.dumps(row) for row in rows).join("[]"))
    assert len(entry.spans) == 2
    assert [(line, reason) for line, _, reason in told(rejects)] == [(2, "span.outside")]


def test_offsets_of_a_browser_are_converted_when_asked_for_alone():
    known = Entry(id="d", text="😀 9일", fields={"url": URL})
    content = [annotation(at(3, 5), says("9일"))]
    assert [reason for _, _, reason in told(found(content, known)[1])] == ["entry.offsets-utf16"]
    [entry], _ = found(content, known, offsets="utf-16")
    assert marks(entry) == {(2, 4, "9일", "AGENCY"): 1}
    assert [note.id for note in entry.notes] == ["note.offsets-utf16"]


def test_a_value_that_is_none_is_refused_and_the_span_kept():
    body = [
        {"purpose": "tagging", "value": "AMOUNT"},
        {"purpose": "identifying", "format": "application/json", "value": "{"},
    ]
    [entry], rejects = found([annotation(at(8, 12), body=body)])
    assert [span.norm for span in entry.spans] == [None]
    assert len(rejects) == 1


_junk = st.dictionaries(
    st.sampled_from(["id", "body", "target", "creator", "motivation", "items", "created"]), json_values
)
_targets = st.fixed_dictionaries(
    {"source": st.just(URL) | json_values, "selector": json_values | st.just([at(0, 2)])}
)


@given(
    st.one_of(
        json_values, _junk, st.builds(lambda junk, target: annotation(target=target) | junk, _junk, _targets)
    )
)
@settings(max_examples=200)
def test_any_json_is_read_without_an_error(content):
    items = formats.read(
        json.dumps(content).encode(), format="w3c", texts=lambda _wanted: KnownText("d", TEXT)
    )
    assert all(isinstance(item, Entry | Reject) for item in items)


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"text":"Annotation"}', b"Annotation", b'[{"type":"Note"}]']
)
def test_other_files_are_not_taken_for_it(content):
    assert not formats.by_id("w3c").sniff(Bundle.of_file("a.jsonld", content))
