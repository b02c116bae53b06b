"""What the reader of the native format takes, what it refuses, and what it says."""

import json
import unicodedata
from io import BytesIO

import pytest

from annotator import formats
from annotator.core.entry import Entry, EntrySpan, Reject
from annotator.core.text import Zone, ZoneKind, digest
from annotator.core.values import Norm
from annotator.formats.base import Bundle
from annotator.formats.native_read import read_native
from tests.support.entries import gold_entry

TEXT = "국방부와 복지부가 만났다."
EMOJI = "속보 😀 국방부와 만났다."
AT = "2026-01-02T03:04:05Z"


def found(content, **options):
    if isinstance(content, dict):
        content = json.dumps(content, ensure_ascii=False)
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return list(formats.read(Bundle.of_file("a.jsonl", data), format="native", **options))


def said(items):
    """The reasons given, each with the part it is about."""
    return [(item.where, item.reason.id) for item in items if isinstance(item, Reject)]


def mark(whole, quote, **more):
    start = whole.index(quote)
    return {"start": start, "end": start + len(quote), "label": "AGENCY", **more}


def record(*spans, text=TEXT, **more):
    return {"text": text, "spans": list(spans), **more}


def test_a_text_and_spans_are_enough():
    [entry] = found(record(mark(TEXT, "국방부"), mark(TEXT, "복지부")))
    assert entry.spans == (
        EntrySpan("s1", 0, 3, "국방부", "AGENCY"),
        EntrySpan("s2", 5, 8, "복지부", "AGENCY"),
    )
    assert (entry.id, entry.line, entry.member) == ("a.jsonl:1", 1, "a.jsonl")
    assert (entry.annotator, entry.role, entry.status, entry.extra, entry.notes) == (
        "",
        "annotator",
        "done",
        {},
        (),
    )
    assert entry.text_sha256 == digest(TEXT)


def test_spans_that_say_their_text_are_the_same_and_must_hold_it():
    bare = [mark(TEXT, quote) for quote in ("국방부", "복지부")]
    told = [mark(TEXT, quote, text=quote) for quote in ("국방부", "복지부")]
    [least] = found(record(*bare))
    for spans in (told, [bare[0], told[1]], [bare[0], {**bare[1], "text": None}]):
        [entry] = found(record(*spans))
        assert (entry, entry.unsaid.of("s1")) == (least, least.unsaid.of("s1"))
    [entry, reject] = found(record(told[0], {**told[1], "text": "복지"}))
    assert entry.spans == least.spans[:1]
    assert reject.where == "spans[1]"


def test_a_text_alone_is_a_document_nobody_has_worked_on():
    [entry] = found({"text": TEXT})
    assert (entry.status, entry.spans) == ("new", ())


def test_an_empty_list_of_spans_is_work_done():
    assert found(record())[0].status == "done"


def test_who_made_a_span_defaults_to_whose_line_it_is():
    spans = found(record(mark(TEXT, "국방부"), mark(TEXT, "복지부", annotator="lee"), annotator="kim"))[
        0
    ].spans
    assert [span.annotator for span in spans] == ["kim", "lee"]


def test_new_ids_keep_clear_of_the_ids_given():
    spans = found(record(mark(TEXT, "국방부"), mark(TEXT, "복지부", id="s1"), mark(TEXT, "부")))[0].spans
    assert [span.id for span in spans] == ["s2", "s1", "s3"]


def test_whole_numbers_are_ids_too():
    rows = [mark(TEXT, "국방부", id=7), mark(TEXT, "복지부", id=8)]
    [entry] = found(record(*rows, id=12, relations=[{"id": 1, "from_id": 7, "to_id": 8, "type": "with"}]))
    assert (entry.id, [span.id for span in entry.spans]) == ("12", ["7", "8"])
    assert (entry.relations[0].id, entry.relations[0].from_id, entry.relations[0].to_id) == ("1", "7", "8")


def test_a_value_may_leave_out_what_is_null():
    norm = {"type": "money", "value": "10", "unit": "KRW"}
    [entry] = found(record(mark(TEXT, "국방부", norm=norm)))
    assert entry.spans[0].norm == Norm("money", "10", "KRW", None, None)


LAYOUTS = {
    "lines": '{"text":"가"}\n{"text":"나"}\n',
    "lines-crlf": '{"text":"가"}\r\n{"text":"나"}\r\n',
    "lines-cr": '{"text":"가"}\r{"text":"나"}',
    "lines-bom": '\ufeff{"text":"가"}\n{"text":"나"}',
    "lines-blank": '\n \n{"text":"가"}\n\n{"text":"나"}\n\n',
    "array": '[{"text":"가"},{"text":"나"}]',
    "array-bom-printed": '\ufeff[\n  {\n    "text": "가"\n  },\n  {\n    "text": "나"\n  }\n]\n',
    "printed-in-a-row": '{\n  "text": "가"\n}\n{\n  "text": "나"\n}\n',
    "printed-without-indent": '{\n"text": "가",\n"spans": [\n]\n}\n{\n"text": "나"\n}',
    "two-on-a-line": '{"text":"가"}{"text":"나"}',
    "line-then-printed": '{"text":"가"}\n{\n "text":\n"나"}',
}


@pytest.mark.parametrize("content", LAYOUTS.values(), ids=LAYOUTS)
def test_every_layout_gives_the_same_documents(content):
    assert [entry.text for entry in found(content)] == ["가", "나"]


def test_one_object_is_a_file():
    assert [entry.text for entry in found(json.dumps({"text": "가"}, indent=2))] == ["가"]


def test_documents_on_one_line_have_ids_of_their_own():
    assert [entry.id for entry in found(LAYOUTS["array"])] == ["a.jsonl:1", "a.jsonl:1.2"]
    assert [entry.id for entry in found(LAYOUTS["lines-blank"])] == ["a.jsonl:3", "a.jsonl:5"]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"])
def test_lines_end_at_a_line_feed_only(separator):
    [entry] = found(f'{{"text":"가{json.dumps(separator)[1:-1]}나"}}')
    assert entry.text == f"가{separator}나"
    if separator > "\x1f":  # the others may not stand in JSON unescaped
        assert found(f'{{"text":"가{separator}나"}}') == [entry]


def test_decomposed_hangul_stays_decomposed():
    text = unicodedata.normalize("NFD", "국방부와")
    [entry] = found(record({"start": 0, "end": 8, "label": "AGENCY", "text": text[:8]}, text=text))
    assert (entry.text, entry.spans[0].text) == (text, text[:8])


GOOD = '{"text":"뒤"}'
REFUSED_LINES = {
    "not-json": ("{text:1}", "json.invalid"),
    "cut-off": ('{"text":"가","spans":[', "json.invalid"),
    "cut-off-in-a-string": ('{"text":"가', "json.invalid"),
    "two-and-rubbish": ('{"text":"가"} rubbish', "json.invalid"),
    "key-twice": ('{"text":"가","text":"나"}', "json.key-twice"),
    "key-twice-in-a-span": (
        '{"text":"가","spans":[{"start":0,"start":1,"end":1,"label":"A"}]}',
        "json.key-twice",
    ),
    "nan": ('{"text":"가","score":NaN}', "json.number"),
    "infinity": ('{"text":"가","score":-Infinity}', "json.number"),
    "infinity-in-digits": ('{"text":"가","score":1e999}', "json.number"),
    "number-of-5000-digits": ('{"text":"가","score":' + "9" * 5000 + "}", "json.number"),
    "too-deep": ('{"text":"가","x":' + "[" * 100_000 + "]" * 100_000 + "}", "json.too-deep"),
    "not-utf8": (b'{"text":"\xb0\xa1"}', "json.not-utf8"),
    "utf-16": ('{"text":"가"}'.encode("utf-16-le")[:-1], "json.not-utf8"),
    "number": ("12", "json.not-an-object"),
    "string": ('"text"', "json.not-an-object"),
    "null": ("null", "json.not-an-object"),
    "no-text": ('{"spans":[]}', "entry.no-text"),
    "text-null": ('{"text":null}', "entry.no-text"),
    "text-number": ('{"text":5}', "entry.no-text"),
    "text-list": ('{"text":["가"]}', "entry.no-text"),
    "text-empty": ('{"text":"","spans":[]}', "entry.empty-text"),
    "surrogate-in-text": ('{"text":"\\ud83d"}', "json.surrogate"),
    "surrogate-in-a-key": ('{"text":"가","\\udc00":1}', "json.surrogate"),
    "surrogate-in-a-note": (
        '{"text":"가","spans":[{"start":0,"end":1,"label":"A","note":"\\uD800"}]}',
        "json.surrogate",
    ),
    "surrogates-swapped": ('{"text":"\\udc00\\ud83d"}', "json.surrogate"),
    "surrogate-in-bytes": (b'{"text":"\xed\xa0\x80"}', "json.not-utf8"),
    "digest": ('{"text":"가","text_sha256":"' + "0" * 64 + '"}', "entry.digest-differs"),
    "length": ('{"text":"가","text_length":2}', "entry.length-differs"),
    "later-version": ('{"format":"annotator/2","text":"가"}', "entry.other-version"),
}


@pytest.mark.parametrize(("line", "reason"), REFUSED_LINES.values(), ids=REFUSED_LINES)
def test_a_bad_line_is_refused_with_its_number_and_the_next_is_read(line, reason):
    raw = line if isinstance(line, bytes) else line.encode("utf-8")
    items = found(b'{"text":"before"}\n' + raw + b"\n" + GOOD.encode() + b"\n")
    assert [(item.line, item.reason.id) for item in items if isinstance(item, Reject)] == [(2, reason)]
    assert [entry.text for entry in items if isinstance(entry, Entry)] == ["before", "뒤"]


@pytest.mark.parametrize("name", ["key-twice", "nan", "no-text", "text-empty", "surrogate-in-text", "digest"])
def test_a_bad_member_of_an_array_does_not_stop_the_next(name):
    items = found(f"[{REFUSED_LINES[name][0]},{GOOD}]")
    assert [reason for _, reason in said(items)] == [REFUSED_LINES[name][1]]
    assert items[-1].text == "뒤"


def test_an_array_that_breaks_off_says_that_the_rest_was_not_read():
    items = found(f'[{GOOD},{GOOD},{{"text":')
    assert [type(item) for item in items] == [Entry, Entry, Reject]
    assert items[-1].reason.arguments == {"member": 3}


def test_a_line_over_the_limit_is_refused_and_the_next_is_read():
    content = b'{"text":"' + b"x" * 5000 + b'"}\n' + GOOD.encode()
    items = list(read_native(Bundle.of_file("a", content), longest=2000))
    assert said(items) == [("", "json.too-long")]
    assert items[-1].text == "뒤"
    assert items[-1].line == 2


def test_the_least_memory_holds_one_line_at_a_time():
    class Endless(BytesIO):
        """A file without end: only a reader that does not wait for it gives anything."""

        def readline(self, size=-1):
            return GOOD.encode() + b"\n"

    reading = read_native(Bundle.of_file("a", Endless))
    assert [next(reading).line for _ in range(3)] == [1, 2, 3]


SPAN = {"start": 0, "end": 3, "label": "AGENCY"}
REFUSED_SPANS = {
    "no-start": ({"end": 3, "label": "A"}, "entry.key-missing"),
    "no-label": ({"start": 0, "end": 3}, "entry.key-missing"),
    "start-float": ({**SPAN, "start": 0.0}, "span.not-whole-numbers"),
    "start-true": ({**SPAN, "start": True}, "span.not-whole-numbers"),
    "start-string": ({**SPAN, "start": "0"}, "span.not-whole-numbers"),
    "end-null": ({**SPAN, "end": None}, "span.not-whole-numbers"),
    "negative": ({**SPAN, "start": -3}, "span.negative"),
    "reversed": ({**SPAN, "start": 3, "end": 0}, "span.reversed"),
    "empty": ({**SPAN, "end": 0}, "span.reversed"),
    "outside": ({**SPAN, "end": 99}, "span.outside"),
    "huge": ({**SPAN, "end": 10**30}, "span.outside"),
    "other-text": ({**SPAN, "text": "국방위"}, "span.text-differs"),
    "no-object": ([0, 3, "AGENCY"], "entry.ill-formed"),
    "null": (None, "entry.ill-formed"),
}


@pytest.mark.parametrize(("span", "reason"), REFUSED_SPANS.values(), ids=REFUSED_SPANS)
def test_a_bad_span_is_refused_and_its_document_is_read(span, reason):
    items = found(record(mark(TEXT, "복지부"), span))
    assert [entry.text for entry in items[0].spans] == ["복지부"]
    assert said(items[1:]) == [("spans[1]", reason)]
    assert items[1].line == 1


@pytest.mark.parametrize("label", ["", 3, None, ["A"]], ids=["empty", "number", "null", "list"])
def test_a_label_is_text(label):
    items = found(record({**SPAN, "id": "x", "label": label}))
    assert (items[0].spans, said(items)) == ((), [("spans.x.label", "entry.ill-formed")])


ILL_FORMED_PARTS = {
    "note": ({"note": 5}, "spans.x.note"),
    "unsure": ({"unsure": 1}, "spans.x.unsure"),
    "origin": ({"origin": "guessed"}, "spans.x.origin"),
    "origin-list": ({"origin": []}, "spans.x.origin"),
    "annotator": ({"annotator": None}, "spans.x.annotator"),
    "created": ({"created_at": "2026-01-02 03:04"}, "spans.x.created_at"),
    "updated": ({"updated_at": "2026-01-02T03:04:05+09:00"}, "spans.x.updated_at"),
    "norm-list": ({"norm": [1]}, "spans.x.norm"),
    "norm-value": ({"norm": {"type": "money", "value": 10}}, "spans.x.norm"),
    "norm-value-list": (
        {"norm": {key: [] for key in Norm._fields}},
        "spans.x.norm",
    ),
    "text": ({"text": 5}, "spans.x.text"),
}


@pytest.mark.parametrize(("part", "where"), ILL_FORMED_PARTS.values(), ids=ILL_FORMED_PARTS)
def test_an_ill_formed_part_is_reported_and_its_span_is_read(part, where):
    items = found(record({**SPAN, "id": "x", **part}))
    assert items[0].spans == (EntrySpan("x", 0, 3, "국방부", "AGENCY"),)
    assert said(items) == [(where, "entry.ill-formed")]


@pytest.mark.parametrize(("part", "where"), ILL_FORMED_PARTS.values(), ids=ILL_FORMED_PARTS)
def test_an_ill_formed_part_of_a_span_with_every_key_is_reported_alike(part, where):
    whole = {
        "id": "x",
        "start": 0,
        "end": 3,
        "text": "국방부",
        "label": "AGENCY",
        "norm": None,
        "note": None,
        "unsure": False,
        "origin": "manual",
        "annotator": "",
        "created_at": AT,
        "updated_at": AT,
    }
    norm = dict.fromkeys(Norm._fields) | {"type": "name", "value": "국방부"}
    others = [{**whole, "id": uid, "norm": norm} for uid in "yz"]
    items = found(record(*others, {**whole, **part}))
    assert [(span.id, span.norm) for span in items[0].spans] == [
        ("y", Norm("name", "국방부")), ("z", Norm("name", "국방부")), ("x", None),
    ]  # fmt: skip
    assert said(items) == [(where, "entry.ill-formed")]


def test_a_value_of_an_unknown_type_is_reported_by_that_name():
    items = found(record({**SPAN, "norm": {"type": "colour", "value": "red"}}))
    assert (items[0].spans[0].norm, said(items)) == (None, [("spans[0].norm", "value.type-unknown")])


def test_of_two_spans_with_one_id_the_second_is_refused():
    items = found(record(mark(TEXT, "국방부", id="x"), mark(TEXT, "복지부", id="x")))
    assert [span.text for span in items[0].spans] == ["국방부"]
    assert said(items) == [("spans.x", "span.id-twice")]


def test_equal_and_overlapping_spans_are_all_kept():
    assert len(found(record(SPAN, SPAN, {**SPAN, "end": 5}))[0].spans) == 3


def test_unknown_keys_of_spans_and_values_are_kept_by_name():
    span = {**SPAN, "id": "x", "score": 0.5, "norm": {"type": "name", "value": "국방부", "lang": "ko"}}
    [entry] = found(record(span, mark(TEXT, "복지부", seen=True), topic="국방"))
    assert entry.extra == {
        "topic": "국방",
        "spans.x.score": 0.5,
        "spans.x.norm.lang": "ko",
        "spans.s1.seen": True,
    }


def test_an_unknown_key_never_covers_what_extra_holds():
    [entry] = found(record(topic="new", extra={"topic": "old"}))
    assert entry.extra == {"topic": "old", "record.topic": "new"}


def test_triples_of_doccano_beside_our_record_are_kept_and_do_no_harm():
    [entry] = found(record(SPAN, label=[[0, 3, "AGENCY"]], Comments=[]))
    assert (len(entry.spans), entry.extra) == (1, {"label": [[0, 3, "AGENCY"]], "Comments": []})


def test_what_is_nested_too_deep_to_be_written_is_refused():
    deep = "x"
    for _ in range(200):
        deep = [deep]
    items = found(record(SPAN, notes=deep))
    assert (items[0].extra, said(items)) == ({}, [("extra", "json.too-deep")])


ILL_FORMED_KEYS = {
    "format": "news", "id": [], "zones": {}, "meta": [], "label_set": {"id": "x"}, "annotator": 5,
    "annotator_id": None, "role": "boss", "status": "finished", "flagged": 0, "revision": 1, "parent": None,
    "spans": {}, "relations": None, "records": "x", "doc_labels": [5], "comments": [{"text": "when?"}],
    "decisions": [{"action": "adopt"}], "suggestions": 1, "review_status": "open", "open": -1, "inputs": [{}],
    "created_at": "yesterday", "updated_at": 0, "tool": "x", "extra": [], "text_sha256": "abc", "text_length": "1",
}  # fmt: skip


@pytest.mark.parametrize("key", ILL_FORMED_KEYS)
def test_an_ill_formed_key_is_reported_and_the_rest_is_read(key):
    items = found({"text": TEXT, key: ILL_FORMED_KEYS[key]})
    assert items[0].text == TEXT
    assert [where.partition("[")[0].partition(".")[0] for where, _ in said(items)] == [key]


def test_fields_that_are_not_text_are_reported_or_kept():
    meta = {
        "title": 5,
        "views": 12,
        "outlet": "가람일보",
        "document_date": "2024.2.29",
        "active_seconds": "2분",
    }
    items = found({"text": TEXT, "meta": meta})
    assert (items[0].fields, items[0].extra) == ({"outlet": "가람일보"}, {"meta.views": 12})
    assert said(items) == [
        ("meta.title", "entry.ill-formed"),
        ("meta.document_date", "field.not-a-day"),
        ("meta.active_seconds", "field.not-a-number"),
    ]


def test_zones_are_sorted_and_those_outside_or_over_another_are_refused():
    rows = [(5, 8, "body"), (0, 3, "title"), (2, 4, "deck"), (3, 99, "body"), (9, 10, "advert")]
    items = found({"text": TEXT, "zones": [{"start": a, "end": b, "zone": zone} for a, b, zone in rows]})
    assert items[0].zones == (Zone(0, 3, ZoneKind.TITLE), Zone(5, 8, ZoneKind.BODY))
    assert sorted(said(items)) == [
        ("zones[2]", "zone.overlaps"), ("zones[3]", "zone.outside"), ("zones[4].zone", "entry.ill-formed"),
    ]  # fmt: skip


def test_what_points_at_a_refused_span_is_refused_with_it():
    gone = {**SPAN, "id": "x", "end": 99}
    items = found(
        record(
            gone,
            mark(TEXT, "복지부", id="y"),
            relations=[{"from_id": "x", "to_id": "y", "type": "with"}],
            records=[{"roles": [{"role": "AGENCY", "span_id": "x"}, {"role": "AGENCY", "span_id": "y"}]}],
            comments=[{"span_id": "x", "at": AT, "text": "?"}, {"at": AT, "text": "!"}],
            decisions=[{"item": "i1", "span_id": "x", "action": "adopt", "at": AT}],
        )
    )
    entry = items[0]
    assert [member.span_id for member in entry.records[0].roles] == ["y"]
    assert ([comment.text for comment in entry.comments], entry.relations, entry.decisions) == (["!"], (), ())
    assert sorted(reason for _, reason in said(items)) == ["span.not-there"] * 4 + ["span.outside"]


def test_of_two_parts_with_one_id_the_second_is_refused():
    rows = [
        {"id": "m1", "at": AT, "text": "가"},
        {"id": "m1", "at": AT, "text": "나"},
        {"at": AT, "text": "다"},
    ]
    items = found(record(comments=rows))
    assert [(comment.id, comment.text) for comment in items[0].comments] == [("m1", "가"), ("c1", "다")]
    assert said(items) == [("comments.m1", "entry.id-twice")]


def test_a_decision_whose_snapshot_is_ill_formed_is_refused():
    row = {"item": "i1", "action": "neither", "at": AT}
    items = found(record(decisions=[{**row, "before": {"start": 0}}, {**row, "response": {"agree": 1}}]))
    assert [decision["response"] for decision in items[0].decisions] == [None]
    assert said(items) == [
        ("decisions[0].before", "entry.key-missing"),
        ("decisions[1].response", "entry.key-missing"),
    ]


def test_a_decision_about_a_span_that_the_text_does_not_hold_is_refused():
    row = {"item": "i1", "action": "neither", "at": AT, "before": {**SPAN, "text": "국방위"}}
    items = found(record(decisions=[row, {**row, "before": {**SPAN, "text": "국방부"}}]))
    assert len(items[0].decisions) == 1
    assert said(items) == [("decisions[0].before", "span.text-differs")]


def test_the_spans_of_a_machine_enter_as_suggestions():
    span = {**SPAN, "id": "x", "score": 0.70, "rule": "crf", "rank": 2, "origin": "manual", "note": None}
    content = json.dumps(record(span, role="machine", annotator="crf-1")).replace("0.7", "0.70")
    [entry] = found(content)
    assert (entry.spans, entry.extra) == ((), {})
    [suggestion] = entry.suggestions
    assert (suggestion.id, suggestion.text, suggestion.score) == ("x", "국방부", "0.70")
    assert (suggestion.rule, suggestion.rank, suggestion.annotator) == ("crf", 2, "crf-1")


def test_a_machines_note_and_doubt_are_kept():
    [entry] = found(record({**SPAN, "id": "x", "note": "?", "unsure": True}, role="machine"))
    assert entry.extra == {"spans.x.note": "?", "spans.x.unsure": True}


# Units


def utf16(text, quote):
    start = len(text[: text.index(quote)].encode("utf-16-le")) // 2
    return {
        "start": start,
        "end": start + len(quote.encode("utf-16-le")) // 2,
        "label": "AGENCY",
        "text": quote,
    }


def test_offsets_that_fit_only_as_utf16_refuse_the_document_by_that_name():
    items = found(record(utf16(EMOJI, "속보"), utf16(EMOJI, "국방부"), text=EMOJI))
    assert (said(items), len(items)) == ([("", "entry.offsets-utf16")], 1)


def test_offsets_that_fit_only_as_utf16_are_converted_on_demand_and_noted():
    rows = [utf16(EMOJI, "속보"), utf16(EMOJI, "😀"), utf16(EMOJI, "국방부")]
    zones = [{"start": 0, "end": 5, "zone": "title"}]
    [entry] = found(record(*rows, text=EMOJI, zones=zones), offsets="utf-16")
    assert [(span.text, EMOJI[span.start : span.end]) for span in entry.spans] == [
        ("속보", "속보"), ("😀", "😀"), ("국방부", "국방부"),
    ]  # fmt: skip
    assert entry.zones == (Zone(0, 4, ZoneKind.TITLE),)
    assert [note.id for note in entry.notes] == ["note.offsets-utf16"]


def test_offsets_beyond_the_text_are_utf16_where_all_spans_fit_so():
    row = utf16("국방부😀😀와", "와")
    del row["text"]
    assert said(found(record(row, text="국방부😀😀와"))) == [("", "entry.offsets-utf16")]


def test_one_span_that_fits_neither_way_is_refused_alone():
    items = found(record(mark(EMOJI, "국방부", text="국방부"), {**SPAN, "text": "기상청"}, text=EMOJI))
    assert ([span.text for span in items[0].spans], said(items)) == (
        ["국방부"],
        [("spans[1]", "span.text-differs")],
    )


def test_code_points_stay_code_points_even_where_utf16_is_allowed():
    row = mark(EMOJI, "국방부", text="국방부")
    [entry] = found(record(row, text=EMOJI), offsets="utf-16")
    assert (entry.spans[0].start, entry.notes) == (EMOJI.index("국방부"), ())


def test_an_offset_inside_a_surrogate_pair_is_refused():
    items = found(
        record({"start": 3, "end": 4, "label": "A"}, utf16(EMOJI, "국방부"), text=EMOJI), offsets="utf-16"
    )
    assert ([span.text for span in items[0].spans], said(items)) == (
        ["국방부"],
        [("spans[0]", "span.inside-pair")],
    )


def test_only_known_units_may_be_asked_for():
    with pytest.raises(ValueError, match="utf-16"):
        found(record(), offsets="bytes")
    with pytest.raises(TypeError, match="unknown option"):
        found(record(), ofsets="utf-16")


# Line ends inside the text

CRLF = "국방부\r\n복지부와\r기상청\r\n"


def test_line_ends_become_line_feeds_once_and_offsets_follow():
    rows = [
        mark(CRLF, quote, text=quote) for quote in ("국방부", "부\r\n복", "복지부", "기상청", "기상청\r\n")
    ]
    sha256 = digest(CRLF)
    [entry] = found(record(*rows, text=CRLF, text_sha256=sha256, text_length=len(CRLF)))
    assert entry.text == "국방부\n복지부와\n기상청\n"
    assert entry.text_sha256 == digest(entry.text) != sha256
    assert [(entry.text[span.start : span.end], span.text) for span in entry.spans] == [
        (quote, quote) for quote in ("국방부", "부\n복", "복지부", "기상청", "기상청\n")
    ]
    assert [note.id for note in entry.notes] == ["note.line-ends"]


def test_an_offset_between_cr_and_lf_is_refused_not_moved():
    items = found(record({"start": 0, "end": 4, "label": "A"}, text=CRLF))
    assert (items[0].spans, said(items)) == ((), [("spans[0]", "span.inside-line-end")])


def test_zones_and_decisions_follow_the_line_ends_too():
    before = mark(CRLF, "기상청", text="기상청")
    items = found(
        record(
            text=CRLF,
            zones=[{**mark(CRLF, "복지부와"), "zone": "body"}],
            decisions=[{"item": "i1", "action": "neither", "at": AT, "before": before}],
        )
    )
    assert items[0].zones == (Zone(4, 8, ZoneKind.BODY),)
    assert items[0].decisions[0]["before"]["start"] == 9


def test_utf16_offsets_over_crlf_are_taken_through_both():
    text = "😀\r\n국방부\r\n"
    [entry] = found(record(utf16(text, "국방부"), text=text), offsets="utf-16")
    assert entry.spans == (EntrySpan("s1", 2, 5, "국방부", "AGENCY"),)
    assert [note.id for note in entry.notes] == ["note.offsets-utf16", "note.line-ends"]
    assert said(found(record(utf16(text, "국방부"), text=text))) == [("", "entry.offsets-utf16")]


def test_sidecars_in_a_folder_are_not_read_as_documents():
    bundle = Bundle.of_files([("a.jsonl", GOOD.encode()), ("a.labels.json", b"[]"), ("b.jsonl", b"{}")])
    items = list(formats.read(bundle, format="native"))
    assert [(type(item), item.member) for item in items] == [(Entry, "a.jsonl"), (Reject, "b.jsonl")]


def test_gold_is_read_without_a_word():
    stream = BytesIO()
    formats.write([gold_entry()], stream, format="native")
    items = found(stream.getvalue())
    assert [type(item) for item in items] == [Entry]
    assert items[0].notes == ()
