"""brat's files written: how they look, and that what is carried comes back."""

import io
import zipfile
from collections import Counter
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.entry import Entry, EntryMember, EntryRecord, EntryRelation, EntrySpan
from annotator.core.labels import DEFAULT_LABELS, LabelSet
from annotator.core.validate import label_key_problem
from annotator.core.values import Norm
from annotator.formats.base import Bundle, MemorySink
from annotator.formats.brat import names
from tests.support.entries import entries, norms

TEXT = "과기정통부와 국립과학재단은\n9일 3억 원을 낸다.\n"


def span(uid, start, end, label="AGENCY", text=TEXT, **more):
    return EntrySpan(uid, start, end, text[start:end], label, **more)


def written(*items, name="out", **options):
    sink = MemorySink(name)
    account = formats.write(items, sink, format="brat", **options)
    return {member: content.decode() for member, content in sink.written.items()}, account


def found(files):
    return list(
        formats.read(Bundle.of_files((name, text.encode()) for name, text in files.items()), format="brat")
    )


def test_a_text_and_its_annotations_stand_in_the_folder_of_their_annotator():
    entry = Entry(id="d1", text=TEXT, annotator="kim", status="done", spans=(
        span("x", 0, 5, norm=Norm("name", "과학기술정보통신부", ref="msit-kr"), note="둘째\t줄\n끝"),
        span("y", 18, 22, "AMOUNT", norm=Norm("money", "300000000", "KRW"), unsure=True),
    ), relations=(EntryRelation("r", "funds", "x", "y", "누가?"),))  # fmt: skip
    files, account = written(entry)
    assert list(files) == ["kim/d1.txt", "kim/d1.ann", "annotation.conf", "visual.conf"]
    assert files["kim/d1.txt"] == TEXT
    assert files["kim/d1.ann"].split("\n") == [
        "T1\tAGENCY 0 5\t과기정통부",
        "T2\tAMOUNT 18 22\t3억 원",
        "N1\tReference T1 annotator:name?value=과학기술정보통신부&ref=msit-kr\t과학기술정보통신부",
        "#1\tAnnotatorNotes T1\t둘째\\t줄\\n끝",
        "N2\tReference T2 annotator:money?value=300000000&unit=KRW\t300000000",
        "A1\tUnsure T2",
        "R1\tfunds Arg1:T1 Arg2:T2\t",
        "#2\tAnnotatorNotes R1\t누가?",
        "",
    ]  # fmt: skip
    assert account.lost == {}


def test_the_configuration_names_what_was_used_and_how_it_looks():
    definitions = LabelSet("kr-news", 1, DEFAULT_LABELS).definitions()
    event = EntryRecord(
        "e", "Fund", (EntryMember("Fund", "f"), EntryMember("Who", "a"), EntryMember("Who", "b"))
    )
    entry = Entry(
        id="d", text=TEXT, annotator="kim",
        spans=(span("f", 24, 26, "Fund"), span("a", 0, 5), span("b", 7, 13, "정책 외교", unsure=True)),
        relations=(EntryRelation("r", "약칭", "a", "b"), EntryRelation("q", "Equiv", "a", "b")), records=(event,),
        extra={"spans.a.Confidence": "High", "spans.a.Negation": True, "spans.z.Negation": True, "seen": 1,
               "records.e.Speculation": True},
    )  # fmt: skip
    files, account = written(entry, definitions=definitions)
    assert files["annotation.conf"] == (
        "# annotator: the folders are annotators, the files documents\n\n[entities]\nAGENCY\nSECTOR\nAMOUNT\nDATE\n"
        "_uC815__uCC45__u0020__uC678__uAD50_\n\n"
        "[relations]\n_uC57D__uCE6D_\tArg1:<ENTITY>|<EVENT>, Arg2:<ENTITY>|<EVENT>\n"
        "Equiv\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive\n\n"
        "[events]\nFund\tWho*:<ANY>\n\n[attributes]\nUnsure\tArg:<ENTITY>|<EVENT>\n"
        "Confidence\tArg:<ENTITY>|<EVENT>, Value:High\nNegation\tArg:<ENTITY>|<EVENT>\n"
        "Speculation\tArg:<ENTITY>|<EVENT>\n"
    )
    looks = files["visual.conf"].split("\n")
    assert "AGENCY | 기관" in looks
    assert "_uC815__uCC45__u0020__uC678__uAD50_ | 정책 외교" in looks
    assert "AGENCY\tbgColor:#D7DEF4" in looks
    assert "E1\tFund:T3 Who:T1 Who2:T2" in files["kim/d.ann"]
    assert "*\tEquiv T1 T2" in files["kim/d.ann"]
    assert account.lost == {"extra": 2, "status": 1}
    [read] = found(files)
    assert [(m.role, m.span_id) for m in read.records[0].roles] == [
        ("Fund", "T3"),
        ("Who", "T1"),
        ("Who", "T2"),
    ]
    assert read.extra == {
        "spans.T1.Confidence": "High", "spans.T1.Negation": True, "records.E1.Speculation": True,
    }  # fmt: skip


def test_a_span_over_a_line_end_is_in_two_places_and_comes_back_as_one():
    files, _ = written(Entry(id="d", text=TEXT, spans=(span("x", 7, 17, "DATE"),)))
    assert files["d.ann"] == "T1\tDATE 7 14;15 17\t국립과학재단은 9일\n"
    [read] = found(files)
    assert [(s.start, s.end, s.text) for s in read.spans] == [(7, 17, "국립과학재단은\n9일")]


def test_fragments_that_are_tied_are_one_line_and_come_back_tied():
    entry = Entry(
        id="d", text=TEXT, spans=(span("x", 0, 2, note="둘"), span("y", 7, 9), span("z", 11, 13)),
        relations=(EntryRelation("r1", "fragment", "x", "y"), EntryRelation("r2", "fragment", "y", "z")),
    )  # fmt: skip
    files, account = written(entry)
    assert files["d.ann"] == "T1\tAGENCY 0 2;7 9;11 13\t과기 국립 재단\n#1\tAnnotatorNotes T1\t둘\n"
    [read] = found(files)
    texts = {s.id: s.text for s in read.spans}
    assert [(r.type, texts[r.from_id], texts[r.to_id]) for r in read.relations] == [
        ("fragment", "과기", "국립"), ("fragment", "국립", "재단"),
    ]  # fmt: skip
    assert account.lost["relation"] == 0


@pytest.mark.parametrize(
    "change",
    [
        {"spans": (span("x", 0, 2), span("y", 7, 9, "SECTOR"))},
        {"spans": (span("x", 0, 2), span("y", 7, 9, note="메모"))},
        {"spans": (span("x", 7, 9), span("y", 0, 2))},
        {"spans": (span("x", 0, 2), span("y", 2, 4))},
        {"spans": (span("x", 7, 14), span("y", 15, 17))},
        {"records": (EntryRecord("c", "", (EntryMember("AGENCY", "y"),)),)},
    ],
    ids=[
        "other-labels",
        "something-on-the-second",
        "backwards",
        "touching",
        "only-a-line-end-between",
        "in-a-record",
    ],
)
def test_fragments_that_one_line_cannot_hold_are_spans_with_a_relation(change):
    entry = Entry(
        id="d",
        text=TEXT,
        spans=(span("x", 0, 2), span("y", 7, 9)),
        relations=(EntryRelation("r", "fragment", "x", "y"),),
    )
    entry = replace(entry, **change)
    [read] = found(written(entry)[0])
    assert _spans(read) == _spans(entry)
    assert _relations(read) == _relations(entry)


def test_line_ends_at_the_edges_of_a_span_are_cut_off_and_counted():
    files, account = written(Entry(id="d", text=TEXT, status="done", spans=(span("x", 14, 18, "DATE"),)))
    assert (files["d.ann"], account.lost) == ("T1\tDATE 15 18\t9일 \n", {"edge": 1})


def test_a_span_of_nothing_but_line_ends_and_a_label_that_no_file_can_name_are_counted():
    entry = Entry(id="d", text=TEXT, status="done", spans=(span("x", 14, 15), span("y", 0, 2, "A\nB")))
    files, account = written(entry)
    assert (files["d.ann"], account.lost) == ("", {"span": 1, "label": 1})


def test_everything_goes_into_a_zip_where_the_name_asks_for_it_or_there_is_none():
    entry = Entry(id="d1", text=TEXT, annotator="kim", spans=(span("x", 0, 5),))
    files, _ = written(entry)
    sink = MemorySink("o.zip")
    formats.write([entry], sink, format="brat")
    stream = BytesIO()
    formats.write([entry], stream, format="brat")
    assert sink.written["o.zip"] == stream.getvalue()
    with zipfile.ZipFile(io.BytesIO(stream.getvalue())) as archive:
        assert {info.filename: archive.read(info).decode() for info in archive.infolist()} == files


def test_one_document_of_two_annotators_is_in_two_folders():
    entry = Entry(id="d1", text=TEXT, spans=(span("x", 0, 5),))
    files, _ = written(
        replace(entry, annotator="kim"), replace(entry, annotator="이 가람"), replace(entry, annotator="Kim")
    )
    assert [name for name in files if name.endswith(".ann")] == [
        "kim/d1.ann",
        "이 가람/d1.ann",
        "Kim/d1~2.ann",
    ]
    assert [(entry.id, entry.annotator) for entry in found(files)] == [
        ("d1", "kim"),
        ("d1", "이 가람"),
        ("d1", "Kim"),
    ]


ENDS = "".join(c for c in map(chr, range(0x2100)) if c.splitlines() == [""] and c != "\r")
NAMES = [
    "d1",
    "../up",
    "a/b",
    "con",
    "nul.txt",
    "끝.",
    " blank",
    "50%",
    "~2",
    "a\nb",
    "é",
    "문서 1",
    ".hidden",
    "x" * 40,
]


@pytest.mark.parametrize("name", NAMES)
def test_any_id_is_the_name_of_a_file_and_comes_back(name):
    file, whole = names.file_of(name)
    assert whole
    assert names.name_of(file) == name
    assert not set(file) & set('<>:"/\\|?*\n')
    assert not file.startswith((".", " "))
    assert not file.endswith((".", " "))
    assert file.partition(".")[0].lower() not in {"con", "nul"}


def test_an_id_that_is_longer_than_a_file_name_is_cut_and_counted():
    files, account = written(Entry(id="가" * 300, text=TEXT, status="done"))
    assert max(len(name.encode()) for name in files) < 200
    assert account.lost == {"id": 1}


@given(st.text(max_size=12).filter(lambda text: text.isprintable()))
def test_types_are_what_brat_takes_and_come_back(key):
    assert not set(names.type_of(key)) - set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
    )
    assert names.key_of(names.type_of(key)) == key


@given(st.text("\\ntru0a\n\t\r\u2028\x85가", max_size=12))
def test_notes_are_on_one_line_and_come_back(note):
    line = names.one_line(note)
    assert len(line.splitlines()) <= 1
    assert names.many_lines(line) == note


@given(norms)
def test_values_are_one_word_and_come_back(norm):
    reference = names.reference_of(norm)
    assert len(reference.split()) == 1
    assert names.norm_of(reference) == norm._asdict()


@given(st.lists(entries(), max_size=3, unique_by=lambda entry: (entry.id, entry.annotator)))
@settings(max_examples=60)
def test_what_it_carries_comes_back(items):
    files, account = written(*items)
    read = found(files)
    assert all(isinstance(item, Entry) for item in read), read
    assert len(read) == account.written == len(items)
    kept = [_kept(entry) for entry in items]
    for before, after in zip(kept, read, strict=True):
        assert (after.id, after.text) == (before.id, before.text)
        assert _spans(after) == _spans(before)
        assert _relations(after) == _relations(before)
    texts = [{s.id: s.text for s in entry.spans} for entry in items]
    assert account.lost["edge"] == sum(
        s.text != known[s.id] for entry, known in zip(kept, texts, strict=True) for s in entry.spans
    )
    lost = sum(account.lost[kind] for kind in ("span", "label"))
    assert lost == sum(len(entry.spans) for entry in items) - sum(len(entry.spans) for entry in kept)
    assert account.lost["relation"] == sum(len(entry.relations) for entry in items) - sum(
        len(e.relations) for e in kept
    )
    assert (
        written(
            *(replace(entry, annotator=before.annotator) for entry, before in zip(read, items, strict=True))
        )[0].keys()
        == files.keys()
    )


def _kept(entry):
    """The entry without what no line of brat's can say, found out in another way than the writer does."""
    spans = tuple(
        _trimmed(s) for s in entry.spans if label_key_problem(s.label) is None and s.text.strip(ENDS)
    )
    there = {s.id for s in spans}
    relations = tuple(
        r for r in entry.relations
        if r.from_id in there and r.to_id in there and label_key_problem(r.type) is None
    )  # fmt: skip
    return replace(entry, spans=spans, relations=relations)


def _trimmed(s):
    """The span without the line ends at its edges."""
    start = s.start + len(s.text) - len(s.text.lstrip(ENDS))
    return s._replace(start=start, end=start + len(s.text.strip(ENDS)), text=s.text.strip(ENDS))


def _spans(entry):
    return Counter((s.start, s.end, s.text, s.label, s.norm, s.note, s.unsure) for s in entry.spans)


def _relations(entry):
    spans = {s.id: (s.start, s.end, s.text, s.label, s.norm, s.note, s.unsure) for s in entry.spans}
    return Counter((r.type, spans[r.from_id], spans[r.to_id], r.note) for r in entry.relations)


@st.composite
def _tied(draw):
    text = draw(st.text("가나\n\u2028 ", min_size=2, max_size=12)) + "끝"
    ranges = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 4)).map(
        lambda r: (r[0], min(len(text), sum(r)))
    )
    spans = tuple(
        span(f"s{n}", a, b, draw(st.sampled_from("AB")), text, note=draw(st.sampled_from(["", "", "메모"])))
        for n, (a, b) in enumerate(draw(st.lists(ranges, min_size=2, max_size=5)))
    )
    ids = st.sampled_from([s.id for s in spans])
    relations = draw(
        st.lists(st.tuples(st.sampled_from(["fragment", "fragment", "Equiv", "R"]), ids, ids), max_size=5)
    )
    return Entry(
        id="d",
        text=text,
        spans=spans,
        relations=tuple(EntryRelation(f"r{n}", *r) for n, r in enumerate(relations)),
    )


@given(_tied())
@settings(max_examples=150)
def test_however_spans_are_tied_they_and_their_ties_come_back(entry):
    files, _ = written(entry)
    [read] = found(files)
    kept = _kept(entry)
    assert (_spans(read), _relations(read)) == (_spans(kept), _relations(kept))
