"""Random entries as files may hold them, and one worked by hand on a text of our own."""

from hypothesis import strategies as st

from annotator.core.entry import (
    Entry,
    EntryComment,
    EntryMember,
    EntryRecord,
    EntryRelation,
    EntrySpan,
    EntrySuggestion,
    LabelSetName,
)
from annotator.core.labels import DEFAULT_LABELS, LabelSet
from annotator.core.span import Origin
from annotator.core.text import Zone, ZoneKind, digest
from annotator.core.values import NORM_TYPES, Norm

# Everything that has broken a format before: astral, decomposed Hangul, joiners, separators, quotes, controls.
_HARD = (
    "😀🇰🇷👨\u200d👩 한글\u1112\u1161\u11ab\u0301\u2028\u2029\x85\xa0"
    "\"\\/\n\t\x00\x1b\x7f·ㆍ美{}[]:,'<&가나다 ."
)
_ANY = st.sampled_from(_HARD) | st.characters(exclude_categories=["Cs"], exclude_characters="\r")
texts = st.text(_ANY, min_size=1, max_size=60)
words = st.text(_ANY, max_size=8)
names = st.text(_ANY, min_size=1, max_size=8)
moments = (
    st.datetimes()
    .map(lambda at: at.replace(microsecond=0).isoformat() + "Z")
    .filter(lambda at: at[:4] != "1970")
)
norms = st.builds(
    Norm,
    st.sampled_from(sorted(NORM_TYPES)),
    *[st.none() | words for _ in range(4)],
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=5,
)


@st.composite
def _ranges(draw, text):
    start = draw(st.integers(0, len(text) - 1))
    return start, draw(st.integers(start + 1, len(text)))


@st.composite
def _spans(draw, text):
    uids = draw(st.lists(names, max_size=5, unique=True))
    spans = []
    for uid in uids:
        start, end = draw(_ranges(text))
        spans.append(
            EntrySpan(
                uid, start, end, text[start:end], draw(names), draw(st.none() | norms), draw(words),
                draw(st.booleans()), draw(st.sampled_from(Origin)).value, draw(names), draw(moments), draw(moments),
            )
        )  # fmt: skip
    return tuple(spans)


@st.composite
def _suggestions(draw, text):
    suggestions = []
    for uid in draw(st.lists(names, max_size=3, unique=True)):
        start, end = draw(_ranges(text))
        suggestions.append(
            EntrySuggestion(
                uid, start, end, text[start:end], draw(names), draw(st.none() | norms), draw(words),
                draw(st.integers(1, 9)), draw(st.none() | words), tuple(draw(st.lists(norms, max_size=2))), draw(words),
            )
        )  # fmt: skip
    return tuple(suggestions)


@st.composite
def _zones(draw, text):
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    return tuple(
        Zone(start, end, draw(st.sampled_from(ZoneKind)))
        for start, end in zip(edges[::2], edges[1::2], strict=False)
    )


@st.composite
def _decisions(draw, text, marks):
    decisions = []
    for uid in draw(st.lists(names, max_size=2, unique=True)):
        start, end = draw(_ranges(text))
        norm = draw(st.none() | norms)
        before = {
            "start": start, "end": end, "text": text[start:end], "label": draw(names),
            "norm": None if norm is None else norm._asdict(),
        }  # fmt: skip
        response = {"by": draw(words), "at": draw(moments), "agree": draw(st.booleans()), "note": draw(words)}
        decisions.append({
            "id": uid, "item": draw(names), "span_id": draw(st.sampled_from(["", *marks])),
            "action": draw(st.sampled_from(["adopt", "all", "neither", "edit"])), "rule": draw(st.none() | words),
            "by": draw(words), "at": draw(moments), "sources": draw(st.lists(words, max_size=2)), "votes": "1/2",
            "before": draw(st.sampled_from([None, before])), "reason": draw(words), "note": draw(words),
            "confidence": draw(words), "flag": draw(st.booleans()), "response": draw(st.sampled_from([None, response])),
        })  # fmt: skip
    return tuple(decisions)


def _unique(strategy):
    return st.lists(strategy, max_size=3, unique_by=lambda row: row.id).map(tuple)


_inputs = st.fixed_dictionaries({"annotator": words, "file_sha256": words, "version": words, "seen": words})


@st.composite
def entries(draw):
    """An entry as a reader gives it: complete, its parts pointing at what is there."""
    text = draw(texts)
    spans, suggestions = draw(_spans(text)), draw(_suggestions(text))
    role = draw(st.sampled_from(["annotator", "adjudicator", "machine"]))
    if role == "machine":
        spans = ()
    marks = [mark.id for mark in (*spans, *suggestions)]
    pointing = st.sampled_from(["", *marks])
    relations = st.just(())
    if marks:
        mark = st.sampled_from(marks)
        relations = _unique(st.builds(EntryRelation, names, words, mark, mark, words))
    members = st.lists(st.builds(EntryMember, names, pointing, st.none() | norms), max_size=3).map(tuple)
    comments = _unique(st.builds(EntryComment, names, pointing, words, words, moments, words, st.booleans()))
    label_sets = st.builds(
        LabelSetName, words, st.integers(0, 9), st.just("0" * 64), st.lists(names, unique=True).map(tuple)
    )
    fields = draw(
        st.dictionaries(st.sampled_from(["title", "outlet", "url", "seen", "책"]), words, max_size=4)
    )
    return Entry(
        id=draw(names), text=text, text_sha256=digest(text), zones=draw(_zones(text)),
        fields={**fields, "document_date": draw(st.sampled_from(["", "2024-02-29"]))},
        label_set=draw(st.none() | label_sets), annotator=draw(names), annotator_id=draw(words), role=role,
        status=draw(st.sampled_from(["new", "in_progress", "done", "skipped"])), flagged=draw(st.booleans()),
        revision=draw(words), parent=draw(words), spans=spans, relations=draw(relations),
        records=draw(_unique(st.builds(EntryRecord, names, words, members))),
        doc_labels=tuple(draw(st.lists(words, max_size=2))), comments=draw(comments),
        decisions=draw(_decisions(text, marks)), suggestions=suggestions,
        review_status=draw(st.sampled_from(["", "not_started", "in_review", "done", "reopened"])),
        open=draw(st.integers(0, 9)),
        inputs=draw(st.lists(_inputs, max_size=2).map(tuple)),
        created_at=draw(moments), updated_at=draw(moments), extra=draw(st.dictionaries(words, json_values, max_size=3)),
    )  # fmt: skip


LABELS = LabelSet("kr-news", 1, DEFAULT_LABELS)
_AT = "2026-11-22T05:01:10Z"
GOLD_TEXT = (
    '한미, 양자·바이오 공동연구 3건 추린다…"최소 1000만 달러"\n\n'
    "[세종=가람일보] 이누리 기자 =\u00a0한국과 미국은 9일 세종에서 만나 내년 초에 첫 과제를 고르기로 했다.\n"
    "과기정통부와 국립과학재단은 바이오 분야에 최소 1000만 달러를 낸다.\n"
    "보건 쪽은 복지부와 따로 정한다.\n"
    "nuri@garam.example\n"
)


def _at(quote, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = GOLD_TEXT.index(quote, start + 1)
    return start, start + len(quote)


def _gold_span(uid, quote, label, norm, **more):
    start, end = _at(quote, more.pop("nth", 0))
    return EntrySpan(uid, start, end, quote, label, norm, created_at=_AT, updated_at=_AT, **{
        "origin": "manual", "annotator": "kim", **more,
    })  # fmt: skip


def _decision(uid, item, span_id, action, **more):
    return {
        "id": uid, "item": item, "span_id": span_id, "action": action, "rule": None, "by": "park", "at": _AT,
        "sources": [], "votes": "0/2", "before": None, "reason": "", "note": "", "confidence": "", "flag": False,
        "response": None, **more,
    }  # fmt: skip


def gold_entry():
    """A gold layer with everything that the native format holds (`docs/native-format.md`), on a text of our own."""
    date = "2023-12-09"
    start, end = _at("복지부와")
    refused = {"start": start, "end": end, "text": "복지부와", "label": "AGENCY", "norm": None}
    agency = Norm("name", "과학기술정보통신부", ref="msit-kr")
    return Entry(
        id="garam-20231209-001", text=GOLD_TEXT, text_sha256=digest(GOLD_TEXT),
        zones=(
            Zone(*_at(GOLD_TEXT.split("\n", maxsplit=1)[0]), ZoneKind.TITLE),
            Zone(*_at("[세종=가람일보] 이누리 기자 ="), ZoneKind.DATELINE),
            Zone(*_at("nuri@garam.example"), ZoneKind.BYLINE),
        ),
        fields={"title": "한미, 양자·바이오 공동연구 3건 추린다", "outlet": "가람일보", "author": "이누리",
                "document_date": date, "date_source": "caption", "lang": "ko", "active_seconds": "131"},
        label_set=LabelSetName(LABELS.uid, LABELS.version, LABELS.sha256, ("AGENCY", "SECTOR", "AMOUNT", "DATE")),
        annotator="park", annotator_id="01K0PARK", role="adjudicator", status="done", revision="r7", parent="r6",
        spans=(
            _gold_span("s1", "9일", "DATE", Norm("date", date, ref=date)),
            _gold_span("s2", "내년 초", "DATE", Norm("date", "2024", mod="START", ref=date)),
            _gold_span("s3", "과기정통부", "AGENCY", agency, origin="accepted"),
            _gold_span("s4", "국립과학재단", "AGENCY", Norm("name", "National Science Foundation", ref="nsf-us")),
            _gold_span("s5", "바이오", "SECTOR", Norm("sector", "bio", ref="nst12"), nth=1),
            _gold_span("s6", "1000만 달러", "AMOUNT", Norm("money", "10000000", "USD", "EQUAL_OR_MORE"),
                       note="'최소'는 값의 mod로", nth=1),
            _gold_span("s7", "복지부", "AGENCY", Norm("name", "보건복지부", ref="mohw-kr"), origin="adjudication",
                       annotator="park"),
        ),
        relations=(EntryRelation("r1", "funds", "s3", "s6"), EntryRelation("r2", "funds", "s4", "s6")),
        records=(EntryRecord("c1", "", (
            EntryMember("AGENCY", "s3"), EntryMember("AGENCY", "s4"), EntryMember("SECTOR", "s5"),
            EntryMember("AMOUNT", "s6"), EntryMember("action", "", Norm("text", "공동연구 지원")),
        )),),
        doc_labels=("정책/외교",),
        comments=(
            EntryComment("m1", "s6", "lee", "kim", _AT, "'최소'가 빠졌나요?", resolved=True),
            EntryComment("m2", "", "lee", "", _AT, "제목의 금액은 표시하지 않음", resolved=False),
        ),
        decisions=(
            _decision("d1", "i1", "s1", "adopt", rule="unanimous", sources=["kim", "lee"], votes="2/2"),
            _decision("d2", "i7", "s7", "edit", reason="boundary", confidence="high"),
            _decision("d3", "i7", "", "edit", sources=["lee"], votes="1/2",
                      before=refused,
                      response={"by": "lee", "at": "2026-11-23T01:30:00Z", "agree": True, "note": ""}),
        ),
        review_status="done",
        inputs=({"annotator": "kim", "file_sha256": "1" * 64, "version": "1"},
                {"annotator": "lee", "file_sha256": "2" * 64, "version": "2"}),
        created_at=_AT, updated_at="2026-11-22T05:07:42Z",
    )  # fmt: skip
