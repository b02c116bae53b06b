"""The digest of what a layer says depends on all of that and on nothing else."""

from dataclasses import replace

import pytest

from annotator.core.content import content_digest
from annotator.core.entry import (
    Entry,
    EntryComment,
    EntryMember,
    EntryRecord,
    EntryRelation,
    EntrySpan,
    EntrySuggestion,
)
from annotator.core.text import digest
from annotator.core.values import Norm

TEXT = "과기정통부는 1,200억 원을 들인다."
MONEY = Norm("money", "120000000000", "KRW")
SPANS = (
    EntrySpan("s1", 0, 5, "과기정통부", "AGENCY", None, "", False, "manual", "김", "2026-03-02T00:00:00Z"),
    EntrySpan("s2", 7, 15, "1,200억 원을", "AMOUNT", MONEY, "확인", True),
)
ENTRY = Entry(
    id="가",
    text=TEXT,
    status="done",
    spans=SPANS,
    relations=(EntryRelation("r1", "funds", "s1", "s2"),),
    records=(
        EntryRecord("c1", "", (EntryMember("AGENCY", "s1"), EntryMember("action", "", Norm("text", "지원")))),
    ),
    doc_labels=("정책",),
    comments=(EntryComment("m1", "s2", "이", "김", "2026-03-02T00:00:00Z", "?", resolved=False),),
    decisions=({"id": "d1", "span_id": "s1", "action": "adopt"},),
    suggestions=(EntrySuggestion("p1", 0, 5, "과기정통부", "AGENCY"),),
)


def one_span(**changes: object) -> Entry:
    return replace(ENTRY, spans=(SPANS[0], SPANS[1]._replace(**changes)))


@pytest.mark.parametrize(
    "changed",
    [
        replace(ENTRY, text=TEXT + " "),
        replace(ENTRY, status="in_progress"),
        replace(ENTRY, flagged=True),
        replace(ENTRY, spans=SPANS[:1], relations=(), records=(), comments=()),
        one_span(end=14),
        one_span(label="DATE"),
        one_span(norm=None),
        one_span(norm=MONEY._replace(unit="USD")),
        one_span(norm=MONEY._replace(mod="")),
        one_span(note=""),
        one_span(unsure=False),
        replace(ENTRY, relations=()),
        replace(ENTRY, relations=(EntryRelation("r1", "funds", "s2", "s1"),)),
        replace(ENTRY, records=(EntryRecord("c1", "", ENTRY.records[0].roles[:1]),)),
        replace(ENTRY, doc_labels=()),
        replace(ENTRY, comments=(ENTRY.comments[0]._replace(resolved=True),)),
        replace(ENTRY, comments=(ENTRY.comments[0]._replace(span_id=""),)),
        replace(ENTRY, decisions=({"id": "d1", "span_id": "s2", "action": "adopt"},)),
        replace(ENTRY, suggestions=()),
        replace(ENTRY, review_status="done"),
        replace(ENTRY, open=1),
        replace(ENTRY, inputs=({"annotator": "김"},)),
    ],
)
def test_what_a_layer_says_changes_its_digest(changed: Entry) -> None:
    assert content_digest(changed) != content_digest(ENTRY)


@pytest.mark.parametrize(
    "same",
    [
        replace(ENTRY, id="나", annotator="이", annotator_id="u", revision="r2", parent="r1", line=7),
        replace(ENTRY, fields={"title": "제목"}, created_at="x", updated_at="y", extra={"열": 1}),
        replace(ENTRY, text_sha256=digest(TEXT)),
        replace(ENTRY, spans=SPANS[::-1]),
        one_span(origin="imported", annotator="이", created_at="x", updated_at="y"),
        replace(ENTRY, decisions=({"action": "adopt", "span_id": "s1", "id": "d1"},)),
    ],
)
def test_who_when_and_in_which_order_does_not(same: Entry) -> None:
    assert content_digest(same) == content_digest(ENTRY)


def test_ids_do_not_count_where_they_tie_the_same_spans() -> None:
    other = replace(
        ENTRY,
        spans=(SPANS[0]._replace(id="x"), SPANS[1]._replace(id="y")),
        relations=(EntryRelation("q", "funds", "x", "y"),),
        records=(EntryRecord("q", "", (EntryMember("AGENCY", "x"), ENTRY.records[0].roles[1])),),
        comments=(ENTRY.comments[0]._replace(id="q", span_id="y"),),
        decisions=({"id": "d1", "span_id": "x", "action": "adopt"},),
    )
    assert content_digest(other) == content_digest(ENTRY)
