"""The one set of checks: what each of them finds, and that a sound entry gives nothing."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core import validate
from annotator.core.entry import EntryComment, EntryMember, EntryRecord, EntryRelation, EntrySpan, Reject
from annotator.core.labels import Label, LabelSet
from annotator.core.text import Zone, ZoneKind
from annotator.core.values import Norm, ValueKind
from tests.support.entries import GOLD_TEXT, LABELS, gold_entry

AGENCY, SECTOR, AMOUNT, DATE = LABELS.labels
TONE = Label(5, "tone", "TONE", "논조", "5", "label-5", ValueKind.CHOICE, "", ("긍정", "부정"), 5)
PLAIN = replace(TONE, key="PLAIN", kind=ValueKind.NONE)
REMARK = replace(TONE, key="REMARK", kind=ValueKind.TEXT)


def reason(problem):
    return None if problem is None else problem.id


def said(entry, labels=None):
    return [(found.where, found.reason.id) for found in validate.check_entry(entry, labels)]


GOOD_VALUES = {
    "none": (None, PLAIN),
    "day": (Norm("date", "2023-12-09", ref="2023-12-10"), DATE),
    "start-of-a-year": (Norm("date", "2024", mod="START", ref="2023-12-09"), DATE),
    "days": (Norm("date", "2023-12-07/2023-12-08"), DATE),
    "unresolved": (Norm("date"), DATE),
    "duration-of-a-date-label": (Norm("duration", "P3Y"), DATE),
    "time-of-a-date-label": (Norm("time", "T14:30"), DATE),
    "money": (Norm("money", "10000000", "USD", "EQUAL_OR_MORE"), AMOUNT),
    "money-range": (Norm("money", "9.5/10", "KRW"), AMOUNT),
    "vague-money": (Norm("money", None, "KRW"), AMOUNT),
    "name": (Norm("name", "보건복지부", ref="mohw-kr"), AGENCY),
    "code": (Norm("sector", "bio", ref="nst12"), SECTOR),
    "choice": (Norm("choice", "긍정"), TONE),
    "text": (Norm("text", "아무 말"), REMARK),
}
BAD_VALUES = {
    "unknown-type": (Norm("colour", "red"), TONE, "value.type-unknown"),
    "value-of-a-plain-label": (Norm("name", "가"), PLAIN, "value.wrong-type"),
    "money-of-a-date-label": (Norm("money", "1"), DATE, "value.wrong-type"),
    "duration-of-a-money-label": (Norm("duration", "P3Y"), AMOUNT, "value.wrong-type"),
    "date-form": (Norm("date", "2023.12.9"), DATE, "value.date-form"),
    "three-dates": (Norm("date", "2021/2022/2023"), DATE, "value.date-form"),
    "open-range": (Norm("date", "2021/"), DATE, "value.date-form"),
    "no-such-day": (Norm("date", "2023-02-29"), DATE, "value.no-such-day"),
    "no-such-day-in-a-range": (Norm("date", "2023-02-01/2023-02-30"), DATE, "value.no-such-day"),
    "dates-reversed": (Norm("date", "2023/2021"), DATE, "value.range-reversed"),
    "ref": (Norm("date", "2023", ref="yesterday"), DATE, "value.ref-not-a-day"),
    "unit-of-a-date": (Norm("date", "2023", "USD"), DATE, "value.unit-unwanted"),
    "trailing-zeros": (Norm("money", "10.00", "USD"), AMOUNT, "value.money-form"),
    "exponent": (Norm("money", "1e7", "USD"), AMOUNT, "value.money-form"),
    "three-sums": (Norm("money", "1/2/3", "USD"), AMOUNT, "value.money-form"),
    "sums-reversed": (Norm("money", "10/9.5", "USD"), AMOUNT, "value.range-reversed"),
    "currency": (Norm("money", "1", "원"), AMOUNT, "value.currency"),
    "mod": (Norm("money", "1", "USD", "약"), AMOUNT, "value.mod-unknown"),
    "mod-of-a-name": (Norm("name", "가", mod="APPROX"), AGENCY, "value.mod-unknown"),
    "empty-name": (Norm("name", ""), AGENCY, "value.empty"),
    "no-name": (Norm("name", ref="mohw-kr"), AGENCY, "value.empty"),
    "duration": (Norm("duration", "3년"), DATE, "value.duration-form"),
    "time": (Norm("time", "오후 2시"), DATE, "value.time-form"),
    "choice": (Norm("choice", "중립"), TONE, "value.choice-unknown"),
}


@pytest.mark.parametrize(("norm", "label"), GOOD_VALUES.values(), ids=GOOD_VALUES)
def test_values_in_their_written_form_pass(norm, label):
    assert validate.value_problem(norm, label) is None


@pytest.mark.parametrize(("norm", "label", "id_"), BAD_VALUES.values(), ids=BAD_VALUES)
def test_other_values_are_told(norm, label, id_):
    assert reason(validate.value_problem(norm, label)) == id_


@given(st.text(max_size=12), st.integers(-3, 15), st.integers(-3, 15))
def test_a_range_is_good_exactly_when_it_is_a_part_of_the_text(text, start, end):
    good = 0 <= start < end <= len(text)
    assert (validate.span_problem(text, start, end) is None) == good
    if good:
        assert validate.span_problem(text, start, end, text[start:end]) is None
        assert reason(validate.span_problem(text, start, end, text[start:end] + "x")) == "span.text-differs"


_types = st.sampled_from(["date", "money", "name", "choice", "time"])


@given(st.builds(Norm, _types, *[st.none() | st.text(max_size=9)] * 4))
@settings(max_examples=50)
def test_any_value_is_judged_without_an_error(norm):
    for label in (*LABELS.labels, TONE, PLAIN):
        validate.value_problem(norm, label)


TEXTS = {
    "good": ("국방부", "", None),
    "empty": ("", "", "entry.empty-text"),
    "carriage-return": ("가\r\n나", "", "entry.carriage-return"),
    "surrogate": ("\ud800", "", "entry.surrogate"),
    "digest": ("가", "0" * 64, "entry.digest-differs"),
}


@pytest.mark.parametrize(("text", "sha256", "id_"), TEXTS.values(), ids=TEXTS)
def test_what_can_be_a_text(text, sha256, id_):
    assert reason(validate.text_problem(text, sha256)) == id_


@pytest.mark.parametrize(
    ("name", "good"),
    [("kim", True), ("김 아무개", True), ("x" * 80, True), ("x" * 81, False), ("", False), (" kim", False),
     ("a|b", False), ("a\nb", False), ("a  b", False)],
)  # fmt: skip
def test_what_can_name_an_annotator(name, good):
    assert (validate.name_problem(name) is None) == good


@pytest.mark.parametrize(
    ("key", "good"),
    [
        ("AGENCY", True),
        ("기관", True),
        ("a b", True),
        ("", False),
        (" A", False),
        ("A\n", False),
        ("A\x00", False),
    ],
)
def test_what_files_may_call_a_label(key, good):
    assert (validate.label_key_problem(key) is None) == good


@pytest.mark.parametrize(
    ("name", "value", "id_"),
    [
        ("document_date", "2024-02-29", None),
        ("document_date", "", None),
        ("document_date", "2023-02-29", "field.not-a-day"),
        ("document_date", "2023.12.9", "field.not-a-day"),
        ("active_seconds", "131", None),
        ("active_seconds", "", None),
        ("active_seconds", "2분", "field.not-a-number"),
        ("active_seconds", "-1", "field.not-a-number"),
        ("active_seconds", "٣", "field.not-a-number"),
        ("published", "어제", None),
    ],
)
def test_fields_with_a_form(name, value, id_):
    assert reason(validate.field_problem(name, value)) == id_


def test_a_sound_gold_layer_gives_nothing():
    assert said(gold_entry()) == []
    assert said(gold_entry(), LABELS) == []


def test_findings_say_where_they_are():
    entry = replace(gold_entry(), line=7, member="a.jsonl", annotator="a|b")
    assert validate.check_entry(entry) == [
        Reject(7, validate.name_problem("a|b"), "annotator", "a.jsonl"),
    ]


def test_a_bad_text_is_the_only_finding():
    assert said(replace(gold_entry(), text=GOLD_TEXT + "!")) == [("", "entry.digest-differs")]


def with_span(**changes):
    gold = gold_entry()
    return replace(gold, spans=(gold.spans[0]._replace(**changes), *gold.spans[1:]))


@pytest.mark.parametrize(
    ("entry", "where", "id_"),
    [
        (with_span(start=0), "spans.s1", "span.text-differs"),
        (with_span(end=10_000), "spans.s1", "span.outside"),
        (with_span(start=-1), "spans.s1", "span.negative"),
        (with_span(end=0), "spans.s1", "span.reversed"),
        (with_span(id="s2"), "spans.s2", "span.id-twice"),
        (with_span(label="PERSON"), "spans.s1", "label.unknown"),
        (with_span(norm=Norm("date", "2023.12.9")), "spans.s1", "value.date-form"),
        (replace(gold_entry(), zones=(Zone(0, 5, ZoneKind.BODY), Zone(4, 6, ZoneKind.DECK))), "zones", "zone.overlaps"),
        (replace(gold_entry(), zones=(Zone(0, 10_000, ZoneKind.BODY),)), "zones", "zone.outside"),
        (replace(gold_entry(), fields={"document_date": "9일"}), "meta.document_date", "field.not-a-day"),
        (replace(gold_entry(), relations=(EntryRelation("r9", "x", "s1", "gone"),)), "relations.r9", "span.not-there"),
        (replace(gold_entry(), comments=(EntryComment("m9", "gone", "", "", "", "", resolved=False),)), "comments.m9",
         "span.not-there"),
        (replace(gold_entry(), decisions=({"id": "d9", "span_id": "gone"},)), "decisions.d9", "span.not-there"),
        (replace(gold_entry(), records=(EntryRecord("c9", "", (EntryMember("AGENCY", "gone"),)),)),
         "records.c9.roles[0]", "span.not-there"),
        (replace(gold_entry(), records=(EntryRecord("c9", "", (EntryMember("action", "", Norm("text", "")),)),)),
         "records.c9.roles[0]", "value.empty"),
    ],
)  # fmt: skip
def test_each_flaw_is_found_by_itself(entry, where, id_):
    assert (where, id_) in said(entry)
    alone = [found for found in said(entry) if found[1] != "span.not-there" or id_ == "span.not-there"]
    assert alone == [(where, id_)]


def test_labels_must_be_those_of_the_set_handed_in():
    span = EntrySpan("x", 0, 2, GOLD_TEXT[:2], "TONE", Norm("choice", "중립"))
    entry = replace(
        gold_entry(), spans=(span,), relations=(), records=(), comments=(), decisions=(), label_set=None
    )
    assert said(entry) == []
    assert said(entry, LABELS) == [("spans.x", "label.unknown")]
    assert said(entry, LabelSet("x", 1, (TONE,))) == [("spans.x", "value.choice-unknown")]


def test_without_any_set_a_label_must_at_least_be_a_name():
    span = EntrySpan("x", 0, 2, GOLD_TEXT[:2], " TONE")
    entry = replace(
        gold_entry(), spans=(span,), relations=(), records=(), comments=(), decisions=(), label_set=None
    )
    assert said(entry) == [("spans.x", "label.bad-key")]


@pytest.mark.parametrize("text", ["가" * 100, "a\nb\rc", "\ud800", ""])
def test_what_is_quoted_fits_in_a_message(text):
    shown = validate.quoted(text)
    assert len(shown) <= 40
    assert shown.isprintable()
    shown.encode("utf-8")
