"""brat's files read: places, what hangs on them, and what is refused."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.entry import Entry, Reject
from annotator.core.validate import check_entry
from annotator.core.values import Norm
from annotator.formats.base import Bundle
from tests.support.foreign import told
from tests.support.peer_files import PEER_FILES, needs_peer_files

TEXT = "과기정통부와 국립과학재단은\n9일 3억 원을 낸다.\n"


def found(ann, text=TEXT, conf=None, name="d", **options):
    members = [(f"{name}.ann", ann.encode() if isinstance(ann, str) else ann)]
    if text is not None:
        members.append((f"{name}.txt", text.encode() if isinstance(text, str) else text))
    if conf is not None:
        members.append(("annotation.conf", conf.encode()))
    items = list(formats.read(Bundle.of_files(members), format="brat", **options))
    entries = [item for item in items if isinstance(item, Entry)]
    return (entries[0] if entries else None), [item for item in items if isinstance(item, Reject)]


def marks(entry):
    return [(span.id, span.text, span.label) for span in entry.spans]


def test_places_become_spans():
    entry, rejects = found("T1\tAGENCY 0 5\t과기정통부\nT2\tDATE 15 17\t9일\n")
    assert marks(entry) == [("T1", "과기정통부", "AGENCY"), ("T2", "9일", "DATE")]
    assert (entry.text, entry.status, entry.annotator, rejects) == (TEXT, "done", "", [])
    assert re.fullmatch("d-[0-9a-f]{8}", entry.id)


def test_relations_notes_attributes_references_and_sets():
    entry, rejects = found(
        "T1\tAGENCY 0 5\t과기정통부\nT2\tAGENCY 7 13\t국립과학재단\nT3\tAMOUNT 18 22\t3억 원\n"
        "R1\tfunds Arg1:T1 Arg2:T3\t\n#1\tAnnotatorNotes R1\t누가?\n#2\tAnnotatorNotes T3\t먼저\n#3\tComment T3\t나중\n"
        "A1\tUnsure T1\nA2\tConfidence T2 High\nM1\tNegation R1\n"
        "N1\tReference T1 Wikidata:Q1\t과학기술정보통신부\n*\tEquiv T1 T2\n"
    )
    assert rejects == []
    assert {(r.type, r.from_id, r.to_id, r.note) for r in entry.relations} == {
        ("funds", "T1", "T3", "누가?"), ("Equiv", "T1", "T2", ""),
    }  # fmt: skip
    first, _, third = entry.spans
    assert (first.unsure, first.norm) == (True, Norm("name", "과학기술정보통신부", ref="Wikidata:Q1"))
    assert third.note == "먼저\n나중"
    assert entry.extra == {"spans.T2.Confidence": "High", "relations.R1.Negation": True}


def test_events_become_records_on_their_triggers():
    entry, rejects = found(
        "T1\tFund 24 26\t낸다\nT2\tAGENCY 0 5\t과기정통부\nT3\tAGENCY 7 13\t국립과학재단\n"
        "E1\tFund:T1 Who:T2 Who2:T3\nE2\tFund:T1 What:E1\n#1\tAnnotatorNotes E1\t둘 다\n"
    )
    assert rejects == []
    first, second = entry.records
    assert (first.type, [(m.role, m.span_id) for m in first.roles]) == (
        "Fund",
        [("Fund", "T1"), ("Who", "T2"), ("Who", "T3")],
    )
    assert [(m.role, m.span_id) for m in second.roles] == [("Fund", "T1"), ("What", "T1")]
    assert [span.note for span in entry.spans if span.id == "T1"] == ["둘 다"]
    assert [(note.id, note.arguments) for note in entry.notes] == [("note.brat-nested", {"count": 1})]


def test_places_apart_are_linked_fragments_and_places_around_a_line_end_are_one():
    entry, _ = found(
        "T1\tAGENCY 0 2;7 9\t과기 국립\nT2\tDATE 11 14;15 17\t단은\n 9일\n".replace(
            "단은\n 9일", "재단은 9일"
        )
    )
    assert marks(entry) == [
        ("T1", "과기", "AGENCY"), ("T1.2", "국립", "AGENCY"), ("T2", "재단은\n9일", "DATE"),
    ]  # fmt: skip
    assert [(r.type, r.from_id, r.to_id) for r in entry.relations] == [("fragment", "T1", "T1.2")]
    old, rejects = found("T1\tAGENCY 0 2;7 9\t과기국립\n")
    assert (len(old.spans), rejects) == (2, [])


def test_an_empty_file_is_a_document_that_nobody_has_begun_and_a_text_alone_is_none():
    entry, rejects = found("")
    assert (entry.spans, entry.status, rejects) == ((), "new", [])
    items = list(
        formats.read(Bundle.of_files([("a.txt", b"x"), ("b.ann", b""), ("b.txt", b"y")]), format="brat")
    )
    assert [(item.member, item.reason.id) for item in items if isinstance(item, Reject)] == [
        ("a.txt", "brat.no-annotations")
    ]


def test_one_name_with_two_texts_is_two_documents_and_with_one_text_one():
    files = [
        (f"{folder}/d.{end}", body)
        for folder, text in (("a", b"x"), ("b", b"y"), ("c", b"x"))
        for end, body in (("ann", b""), ("txt", text))
    ]
    ids = [entry.id for entry in formats.read(Bundle.of_files(files), format="brat")]
    assert ids[0] == ids[2] != ids[1]


REFUSED = {
    "no-line": ("그냥 글", "brat.no-line"),
    "no-id": ("X1\tAGENCY 0 5\t과기정통부", "brat.no-line"),
    "no-place": ("T9\tAGENCY\t과기정통부", "brat.no-line"),
    "negative": ("T9\tAGENCY -1 5\t과기정통부", "brat.no-line"),
    "a-number-without-end": (f"T9\tAGENCY 0 {'9' * 5000}\tx", "brat.no-line"),
    "reversed": ("T9\tAGENCY 5 0\t과기정통부", "span.reversed"),
    "outside": ("T9\tAGENCY 0 999\t과기정통부", "span.outside"),
    "another-text": ("T9\tAGENCY 0 5\t과기정통과", "span.text-differs"),
    "fragments-of-another-text": ("T9\tAGENCY 0 2;7 9\t과기 국가", "span.text-differs"),
    "id-twice": ("T1\tAGENCY 0 5\t과기정통부", "entry.id-twice"),
    "half-a-character": ("T9\tA_uD800_ 0 5\t과기정통부 ", "span.text-differs"),
    "line-without-end": (f"#9\tAnnotatorNotes T1\t{'x' * (2 << 20)}", "lines.too-long"),
    "relation-with-one-end": ("R1\tfunds Arg1:T1", "brat.no-line"),
    "relation-to-nowhere": ("R1\tfunds Arg1:T1 Arg2:T8", "span.not-there"),
    "event-without-trigger": ("E1\tFund:T8", "span.not-there"),
    "note-on-nothing": ("#1\tAnnotatorNotes T8\t글", "span.not-there"),
    "attribute-of-nothing": ("A1\tUnsure T8", "span.not-there"),
    "reference-of-nothing": ("N1\tReference T8 a:b\tc", "span.not-there"),
    "set-with-nothing": ("*\tEquiv T1 T8", "span.not-there"),
}  # fmt: skip


@pytest.mark.parametrize(("line", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_wrong_is_told_by_its_line_and_the_rest_is_read(line, reason):
    entry, rejects = found(f"T1\tDATE 15 17\t9일\n{line}\nT2\tAMOUNT 18 22\t3억 원\n")
    assert (2, reason) in {(number, id_) for number, _, id_ in told(rejects)}
    assert {number for number, _, _ in told(rejects)} == {2}
    assert {("T1", "9일", "DATE"), ("T2", "3억 원", "AMOUNT")} <= set(marks(entry))


def test_a_second_reference_of_a_span_is_left_out():
    entry, rejects = found("T1\tAGENCY 0 5\t과기정통부\nN1\tReference T1 a:b\tc\nN2\tReference T1 d:e\tf\n")
    assert entry.spans[0].norm == Norm("name", "c", ref="a:b")
    assert told(rejects) == [(3, "N2", "brat.second-value")] or [t[2] for t in told(rejects)] == [
        "brat.second-value"
    ]


@pytest.mark.parametrize(
    ("ann", "text", "reason"),
    [
        ("T1\tA 0 1\tx\n", None, "brat.no-text"),
        ("T1\tA 0 1\tx\n", b"\xff\xfe", "brat.not-utf8"),
        ("", "", "entry.empty-text"),
        ("T1\tDATE 3 5\t9일\n", "😀 9일", "entry.offsets-utf16"),
    ],
)
def test_what_is_no_document_is_refused_whole(ann, text, reason):
    entry, rejects = found(ann, text)
    assert (entry, [reject.reason.id for reject in rejects]) == (None, [reason])


def test_offsets_in_utf16_are_converted_when_asked_for():
    entry, _ = found("T1\tDATE 3 5\t9일\n", "😀 9일", offsets="utf-16")
    assert marks(entry) == [("T1", "9일", "DATE")]


@pytest.mark.parametrize("start", [4, 5], ids=["counted-as-one", "counted-as-two"])
def test_a_text_with_line_ends_of_windows_is_read_however_they_were_counted(start):
    entry, rejects = found(f"T1\tDATE {start} {start + 2}\t9일\n", "국방부\r\n9일")
    assert (entry.text, marks(entry), rejects) == ("국방부\n9일", [("T1", "9일", "DATE")], [])


@given(st.binary(max_size=120) | st.text("TREAMN#*12\t :;AGBrq\n", max_size=120).map(str.encode))
@settings(max_examples=200)
def test_any_bytes_are_read_without_an_error(content):
    for members in (
        [("d.ann", content), ("d.txt", TEXT.encode())],
        [("d.ann", b"T1\tA 0 1\t\n"), ("d.txt", content)],
    ):
        assert all(
            isinstance(item, Entry | Reject) for item in formats.read(Bundle.of_files(members), format="brat")
        )


KNOWN = {
    "annotations": [("x", b"T1\tAGENCY 0 5\tabcde\n")],
    "annotations-and-text": [("d.ann", b"T1\tA 0 1\ta\n#1\tAnnotatorNotes T1\tx\n"), ("d.txt", b"abc")],
    "nothing-yet": [("d.ann", b""), ("d.txt", b"abc")],
    "the-second": [("readme", b"x"), ("d.txt", b"abc"), ("d.ann", b"T1\tA 0 1\ta\n")],
}
OTHERS = {
    "nothing": [("d.ann", b"")], "text": [("d.ann", b"abc")], "notes-alone": [("d.ann", b"#1\tx y\tz\n")],
    "conll": [("d.ann", b"T1\tB-ORG\n")], "table": [("d.txt", b"T1\ta\tb\n")], "bytes": [("d.ann", b"\xff\x00")],
}  # fmt: skip


@pytest.mark.parametrize("members", KNOWN.values(), ids=KNOWN)
def test_it_is_recognised_by_content(members):
    assert formats.sniff(Bundle.of_files(members)).id == "brat"


@pytest.mark.parametrize("members", OTHERS.values(), ids=OTHERS)
def test_other_files_are_not_taken_for_it(members):
    assert not formats.by_id("brat").sniff(Bundle.of_files(members))


@needs_peer_files
def test_the_tutorial_of_brat_is_read_whole():
    folder = PEER_FILES / "brat"
    items = list(
        formats.read(
            Bundle.of_files((p.name, p.read_bytes()) for p in sorted(folder.iterdir())), format="brat"
        )
    )
    entries = [item for item in items if isinstance(item, Entry)]
    lines = [
        line
        for path in sorted(folder.glob("*.ann"))
        for line in path.read_text("utf-8").split("\n")
        if line.strip()
    ]
    letters = Counter(line[0] for line in lines)
    assert [item for item in items if isinstance(item, Reject)] == []
    assert len(entries) == len(list(folder.glob("*.ann"))) == 13
    places = sum(len(line.split("\t")[1].split(";")) for line in lines if line[0] == "T")
    assert sum(len(entry.spans) for entry in entries) == places
    assert sum(len(entry.records) for entry in entries) == letters["E"]
    equal = sum(len(line.split()) - 3 for line in lines if line[0] == "*")
    assert sum(len(entry.relations) for entry in entries) == letters["R"] + equal
    noted = sum(span.note.count("\n") + 1 for entry in entries for span in entry.spans if span.note)
    noted += sum(
        relation.note.count("\n") + 1 for entry in entries for relation in entry.relations if relation.note
    )
    assert noted == letters["#"]
    assert sum(len(entry.extra) for entry in entries) == letters["A"]
    assert all(check_entry(replace(entry, label_set=None)) == [] for entry in entries)
    assert letters == {"T": 107, "E": 24, "R": 6, "A": 9, "#": 4, "*": 2}
