"""doccano's lines read in every shape, written without what breaks their import, and back again."""

import json
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.entry import Entry
from annotator.formats.base import Bundle
from tests.support.entries import entries, gold_entry
from tests.support.foreign import PEERS, filled, found, links, marks, told, written

PEER = PEERS / "doccano"
needs_peers = pytest.mark.skipif(not PEER.exists(), reason="the files of other tools are not here")
TEXT = "국방부는 9일 3억 원을 낸다고 밝혔다."
LINE = {"id": 7, "text": TEXT, "label": [[0, 3, "AGENCY"], [5, 7, "DATE"], [8, 12, "AMOUNT"]]}


def one(record, **options):
    [entry], rejects = found(record, "doccano", **options)
    return entry, rejects


def test_triples_are_spans_and_the_file_says_whose():
    entry, rejects = one(LINE)
    assert rejects == []
    assert [(span.text, span.label) for span in entry.spans] == [
        ("국방부", "AGENCY"), ("9일", "DATE"), ("3억 원", "AMOUNT"),
    ]  # fmt: skip
    assert (entry.annotator, entry.status) == ("kim", "done")
    assert [note.id for note in entry.notes] == ["note.annotator-of-file"]


def test_the_name_of_a_file_that_all_share_is_nobodys():
    assert one(LINE, name="all.jsonl")[0].annotator == ""


def test_who_reads_may_say_whose_the_marks_are():
    entry, _ = one(LINE, annotator="lee")
    assert (entry.annotator, entry.notes) == ("lee", ())


def test_whom_the_record_names_stays_whoever_reads():
    rows = [{"label": 12, "start_offset": 0, "end_offset": 3, "user": 1}]
    assert one({"text": TEXT, "annotations": rows}, annotator="lee")[0].annotator == "user 1"
    _, files = written([gold_entry()], "doccano", shape="native")
    assert one(files["kim.jsonl"], annotator="lee")[0].annotator == "park"


def test_numbers_of_documents_become_ids_that_two_projects_do_not_share():
    first, _ = one(LINE)
    second, _ = one({**LINE, "text": "다른 글이다. 아주 다른 글이다."})
    assert first.id.startswith("doccano-7-")
    assert first.id != second.id
    assert one({**LINE, "id": "기사-1"})[0].id == "기사-1"


def test_entities_and_relations_are_spans_tied_together():
    entry, rejects = one({
        "text": TEXT,
        "entities": [
            {"id": 11, "label": "AGENCY", "start_offset": 0, "end_offset": 3},
            {"id": 12, "label": "AMOUNT", "start_offset": 8, "end_offset": 12},
        ],
        "relations": [{"id": 3, "from_id": 11, "to_id": 12, "type": "funds"}],
        "Comments": [{"id": 1, "comment": "단위를 볼 것"}, "둘째"],
    })  # fmt: skip
    assert rejects == []
    assert links(entry) == Counter({("funds", (0, 3, "AGENCY"), (8, 12, "AMOUNT")): 1})
    assert [(comment.text, comment.span_id) for comment in entry.comments] == [
        ("단위를 볼 것", ""),
        ("둘째", ""),
    ]


def test_intents_are_labels_of_the_document_and_slots_are_spans():
    entry, _ = one({"text": TEXT, "entities": [[0, 3, "AGENCY"]], "cats": ["정책", "예산"]})
    assert (entry.doc_labels, len(entry.spans)) == (("정책", "예산"), 1)


def test_classes_without_offsets_are_labels_of_the_document():
    assert one({"text": TEXT, "label": ["정책"]})[0].doc_labels == ("정책",)
    assert one({"text": TEXT, "annotations": [{"label": 4, "user": 1}]})[0].doc_labels == ("4",)


def test_only_ids_that_the_file_gives_count_as_said():
    entry, _ = one({"text": TEXT, "entities": [
        {"id": 11, "label": "AGENCY", "start_offset": 0, "end_offset": 3},
        {"label": "DATE", "start_offset": 5, "end_offset": 7},
    ]})  # fmt: skip
    assert ["id" in entry.unsaid.of(span.id) for span in entry.spans] == [False, True]


def test_other_columns_are_fields_or_kept():
    entry, _ = one({**LINE, "title": "제목", "meta": {"기자": "이누리", "쪽": 3}, "점수": 0.5, "없음": None})
    assert entry.fields == {"title": "제목", "기자": "이누리"}
    assert entry.extra == {"meta.쪽": 3, "점수": 0.5}


def test_marks_of_several_users_are_a_layer_each_on_one_document():
    rows = [{"label": 12, "start_offset": 0, "end_offset": 3, "user": user} for user in (1, 2)]
    layers, rejects = found({"id": 5, "text": TEXT, "annotations": rows}, "doccano")
    assert rejects == []
    assert [(layer.annotator, marks(layer)) for layer in layers] == [
        ("user 1", {(0, 3, "국방부", "12"): 1}),
        ("user 2", {(0, 3, "국방부", "12"): 1}),
    ]
    assert layers[0].id == layers[1].id


def test_the_definitions_of_labels_are_told_apart_from_documents():
    labels = [
        {"id": 4, "text": "AGENCY", "prefix_key": None, "suffix_key": "a", "background_color": "#FF0000"}
    ]
    content = json.dumps(labels).encode()
    assert formats.sniff(Bundle.of_file("labels.json", content)).id == "doccano"
    assert found(content, "doccano")[0] == []
    assert [reject.reason.id for reject in found(content, "doccano")[1]] == ["doccano.label"]


def test_an_emoji_before_a_mark_is_told_where_nothing_says_how_it_counts():
    entry, _ = one({"text": "😀 국방부", "label": [[2, 5, "AGENCY"]]}, name="all.jsonl")
    assert [note.id for note in entry.notes] == ["note.offsets-unknown"]
    before, _ = one({"text": "국방부 😀", "label": [[0, 3, "AGENCY"]]}, name="all.jsonl")
    assert before.notes == ()


def test_offsets_of_a_browser_are_taken_where_they_are_asked_for_and_told():
    entry, _ = one({"text": "😀 국방부", "label": [[3, 6, "AGENCY"]]}, name="all.jsonl", offsets="utf-16")
    assert [span.text for span in entry.spans] == ["국방부"]
    assert [note.id for note in entry.notes] == ["note.offsets-utf16"]


def test_offsets_that_only_a_browser_can_have_made_are_offered_not_taken():
    taken, rejects = found({"text": "😀국방부", "label": [[2, 5, "AGENCY"]]}, "doccano")
    assert (taken, told(rejects)) == ([], [(1, "", "entry.offsets-utf16")])


HOSTILE = {
    "no-text": ({"label": []}, "", "entry.no-text"),
    "empty-text": ({"text": "", "label": []}, "", "entry.empty-text"),
    "text-is-a-number": ({"text": 3, "label": []}, "", "entry.no-text"),
    "a-list": ([1, 2], "", "json.not-an-object"),
    "negative": ({"text": TEXT, "label": [[-1, 3, "A"]]}, "label[0]", "span.negative"),
    "reversed": ({"text": TEXT, "label": [[0, 1, "A"], [3, 1, "A"]]}, "label[1]", "span.reversed"),
    "empty-span": ({"text": TEXT, "label": [[3, 3, "A"]]}, "label[0]", "span.reversed"),
    "outside": ({"text": TEXT, "label": [[0, 99, "A"]]}, "label[0]", "span.outside"),
    "huge": ({"text": TEXT, "label": [[0, 10**30, "A"]]}, "label[0]", "span.outside"),
    "float": ({"text": TEXT, "label": [[0.0, 3, "A"]]}, "label[0]", "span.not-whole-numbers"),
    "string": ({"text": TEXT, "label": [["0", 3, "A"]]}, "label[0]", "span.not-whole-numbers"),
    "flag": ({"text": TEXT, "label": [[True, 3, "A"]]}, "label[0]", "span.not-whole-numbers"),
    "short": ({"text": TEXT, "label": [[0, 3]]}, "label[0]", "entry.ill-formed"),
    "no-label": ({"text": TEXT, "label": [[0, 3, None]]}, "label[0]", "entry.ill-formed"),
    "label-empty": ({"text": TEXT, "label": [[0, 3, ""]]}, "label[0]", "entry.ill-formed"),
    "null-row": ({"text": TEXT, "label": [None]}, "label[0]", "entry.ill-formed"),
    "not-a-list": ({"text": TEXT, "label": {"a": 1}}, "label", "entry.ill-formed"),
    "offset-missing": (
        {"text": TEXT, "entities": [{"label": "A", "start_offset": 1}]}, "entities[0]", "span.not-whole-numbers",
    ),
    "id-twice": (
        {"text": TEXT, "entities": [{"id": 1, "label": "A", "start_offset": 0, "end_offset": end} for end in (1, 2)]},
        "entities[1]", "span.id-twice",
    ),
    "relation-nowhere": (
        {"text": TEXT, "entities": [{"id": 1, "label": "A", "start_offset": 0, "end_offset": 3}],
         "relations": [{"from_id": 1, "to_id": 2, "type": "x"}]},
        "relations[0]", "span.not-there",
    ),
    "relation-no-object": ({"text": TEXT, "relations": [3], "label": []}, "relations[0]", "entry.ill-formed"),
    "cat-no-text": ({"text": TEXT, "entities": [], "cats": [3]}, "cats[0]", "entry.ill-formed"),
    "comment-no-text": ({"text": TEXT, "label": [], "Comments": [{"id": 1}]}, "Comments[0]", "entry.ill-formed"),
    "meta-no-object": ({"text": TEXT, "label": [], "meta": [1]}, "meta", "entry.ill-formed"),
}  # fmt: skip
BROKEN = {
    "truncated": (b'{"text":"a","label":[[0,1', "json.invalid"),
    "nan": (b'{"text":"a","label":[[NaN,1,"A"]]}', "json.number"),
    "key-twice": (b'{"text":"a","text":"b","label":[]}', "json.key-twice"),
    "surrogate": (b'{"text":"\\ud800","label":[]}', "json.surrogate"),
    "deep": (b'{"text":"a","label":' + b"[" * 5000 + b"]" * 5000 + b"}", "json.too-deep"),
    "not-utf8": (b'{"text":"\xff","label":[]}', "json.not-utf8"),
}


@pytest.mark.parametrize(("record", "where", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_wrong_is_told_and_the_rest_is_read(record, where, reason):
    content = "\n".join(json.dumps(line, ensure_ascii=False) for line in (LINE, record, LINE))
    taken, rejects = found(content, "doccano")
    assert told(rejects) == [(2, where, reason)]
    assert [marks(entry) for entry in taken if entry.line != 2] == [marks(one(LINE)[0])] * 2


@pytest.mark.parametrize(("line", "reason"), BROKEN.values(), ids=BROKEN)
def test_a_broken_line_is_told_and_the_others_are_read(line, reason):
    good = json.dumps(LINE, ensure_ascii=False).encode()
    taken, rejects = found(good + b"\n" + line + b"\n" + good, "doccano")
    assert (len(taken), told(rejects)) == (2, [(2, "", reason)])


@given(entries())
@settings(max_examples=30)
def test_what_triples_carry_is_the_same_after(entry):
    account, files = written([entry], "doccano")
    [again], rejects = found(files["kim.jsonl"], "doccano")
    assert rejects == []
    assert (again.id, again.text, marks(again)) == (entry.id, entry.text, marks(entry))
    assert (again.doc_labels, filled(again.fields)) == (entry.doc_labels, filled(entry.fields))
    assert account.lost["value"] == sum(span.norm is not None for span in entry.spans)
    assert account.lost["relation"] == len(entry.relations)


@given(entries())
@settings(max_examples=30)
def test_relations_are_carried_where_they_are_asked_for(entry):
    account, files = written([entry], "doccano", shape="relations")
    [again], rejects = found(files["kim.jsonl"], "doccano")
    assert rejects == []
    assert (marks(again), links(again)) == (marks(entry), links(entry))
    assert account.lost["relation"] == len(entry.relations) - links(entry).total()


@given(entries())
@settings(max_examples=30)
def test_the_native_record_comes_back_whole(entry):
    account, files = written([entry], "doccano", shape="native")
    assert formats.sniff(Bundle.of_file("a.jsonl", files["kim.jsonl"])).id == "doccano"
    assert not account.lost
    taken, rejects = found(files["kim.jsonl"], "doccano")
    plain, _ = found(written([entry], "native")[1]["kim.jsonl"], "native")
    assert (taken, rejects) == (plain, [])


@given(entries(), st.sampled_from(["triples", "relations"]))
@settings(max_examples=30)
def test_offsets_of_a_browser_are_named_in_the_file_and_come_back(entry, shape):
    _, files = written([entry], "doccano", shape=shape, offsets="utf-16")
    [again], rejects = found(files["kim.jsonl"], "doccano")
    assert (rejects, marks(again)) == ([], marks(entry))
    row = json.loads(files["kim.jsonl"])
    text = row["text"].encode("utf-16-le")
    for triple in row.get("label", ()):
        assert text[2 * triple[0] : 2 * triple[1]].decode("utf-16-le") in {span.text for span in entry.spans}


def test_changes_made_in_doccano_win_and_the_spans_that_stayed_keep_what_they_had():
    _, files = written([gold_entry()], "doccano", shape="native")
    row = json.loads(files["kim.jsonl"])
    row["label"] = [triple for triple in row["label"] if triple[2] != "SECTOR"] + [[0, 2, "AGENCY"]]
    entry, rejects = one(row)
    assert told(rejects) == [
        (1, "records.c1.roles[2]", "span.not-there"),
        (1, "spans[4]", "doccano.stale"),
    ]
    assert [span.id for span in entry.spans][:6] == ["s1", "s2", "s3", "s4", "s6", "s7"]
    assert (entry.spans[4].norm.value, entry.spans[-1].text) == ("10000000", "한미")
    assert entry.annotator == "park"


def test_the_same_columns_stand_in_every_line_and_none_is_null():
    bare = Entry(id="2", text="국방부", status="done")
    for shape in ("triples", "relations"):
        _, files = written([gold_entry(), bare], "doccano", shape=shape)
        rows = [json.loads(line) for line in files["kim.jsonl"].splitlines()]
        assert rows[0].keys() == rows[1].keys()
        assert [{key: type(value) for key, value in row.items()} for row in rows[:1]] == [
            {key: type(value) for key, value in rows[1].items()}
        ]
        assert None not in rows[1].values()
        assert not rows[0].keys() & {"data"}


def test_spans_of_relations_are_numbered_by_whole_numbers_once_in_the_file():
    _, files = written([gold_entry(), gold_entry()], "doccano", shape="relations")
    rows = [json.loads(line) for line in files["kim.jsonl"].splitlines()]
    numbers = [entity["id"] for row in rows for entity in row["entities"]]
    assert len(set(numbers)) == len(numbers) == 14
    assert all(type(number) is int for number in numbers)


def test_overlapping_spans_are_written_and_told_as_what_doccano_may_drop():
    text = "한국과학기술원"
    spans = [(0, 7), (0, 2), (2, 4)]
    made = one({"id": "1", "text": text, "label": [[*place, "A"] for place in spans]})[0]
    account, files = written([made], "doccano")
    assert (account.at_risk["overlap"], account.lost["overlap"]) == (2, 0)
    assert marks(one(files["kim.jsonl"])[0]).total() == 3


def test_the_label_file_goes_beside_where_it_is_asked_for():
    definitions = [{"text": "AGENCY", "suffix_key": "1"}]
    account, files = written([gold_entry()], "doccano", definitions=definitions)
    assert json.loads(files["kim.labels.json"]) == definitions
    assert account.lost["sidecar"] == 0


def test_what_triples_do_not_carry_is_counted():
    account, _ = written([gold_entry()], "doccano")
    assert account.lost == {
        "annotator": 1, "comment": 2, "decision": 3, "note": 1, "record": 1, "relation": 2, "role": 1, "value": 7,
        "zone": 3,
    }  # fmt: skip


@pytest.mark.parametrize(
    "options", [{"shape": "circles"}, {"shape": "native", "offsets": "utf-16"}, {"offsets": "x"}]
)
def test_options_that_there_are_not_are_refused(options):
    with pytest.raises(ValueError, match=r"shape|offsets"):
        written([], "doccano", **options)


def expected(name):
    """The spans of each document of a file, by the JSON alone."""
    rows = [json.loads(line) for line in (PEER / name).read_text("utf-8").splitlines() if line.strip()]
    return [
        Counter(
            (row["text"][start:end], label)
            for start, end, label in row.get("labels", ())
        )
        for row in rows
    ]  # fmt: skip


def texts_and_labels(entry):
    return Counter((span.text, span.label) for span in entry.spans)


@needs_peers
def test_the_older_labels_are_read_whole():
    taken, rejects = found((PEER / "legacy_labels.jsonl").read_bytes(), "doccano")
    assert rejects == []
    assert [texts_and_labels(entry) for entry in taken] == expected("legacy_labels.jsonl")
    assert sum(len(entry.spans) for entry in taken) == 11


@needs_peers
def test_the_older_annotations_are_read_whole_a_layer_for_each_user():
    content = (PEER / "legacy_annotations.jsonl").read_bytes()
    rows = [json.loads(line) for line in content.splitlines()]
    by_user = Counter((row["id"], mark["user"]) for row in rows for mark in row["annotations"])
    taken, rejects = found(content, "doccano")
    assert rejects == []
    assert Counter({(int(e.id.split("-")[1]), int(e.annotator[5:])): len(e.spans) for e in taken}) == by_user
    assert by_user == {(2578, 1): 5, (2578, 2): 5, (2580, 2): 6}
    assert {span.label for entry in taken for span in entry.spans} == {"12", "13", "14"}


@needs_peers
def test_relations_of_their_example_are_read_whole():
    content = (PEER / "relation_extraction_pretty_printed.jsonl").read_bytes()
    row = json.loads(content)
    for shown in (content, json.dumps(row, indent=2).encode()):
        [entry], rejects = found(shown, "doccano")
        assert (len(entry.spans), len(entry.relations), rejects) == (
            len(row["entities"]), len(row["relations"]), [],
        )  # fmt: skip
    assert (len(row["entities"]), len(row["relations"])) == (4, 3)


@needs_peers
def test_their_own_example_for_upload_is_read_whole():
    content = (PEER / "sequence_labeling.jsonl").read_bytes()
    rows = [json.loads(line) for line in content.splitlines()]
    taken, rejects = found(content, "doccano")
    assert rejects == []
    assert [entry.text for entry in taken] == [row["column_data"] for row in rows]
    assert [len(entry.spans) for entry in taken] == [len(row["column_label"]) for row in rows] == [1, 1, 1]


@needs_peers
@pytest.mark.parametrize(
    "name",
    ["legacy_labels.jsonl", "legacy_annotations.jsonl", "relation_extraction_pretty_printed.jsonl",
     "sequence_labeling.jsonl", "labels.json"],
)  # fmt: skip
def test_their_files_are_recognised_by_content(name):
    assert formats.sniff(Bundle.of_file("a.txt", (PEER / name).read_bytes())).id == "doccano"


junk = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 40) | st.floats() | st.sampled_from(["", "A", "국방부", "1"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["id", "label", "start_offset", "end_offset", "user", "type", "from_id", "to_id", "comment"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
records = st.fixed_dictionaries(
    {"text": st.sampled_from(["국방부와 😀\r\n협의했다.", "a", 3])},
    optional=dict.fromkeys(
        ["id", "label", "labels", "entities", "annotations", "relations", "cats", "Comments", "meta", "spans",
         "offsets"],
        junk,
    ) | {"format": st.just("annotator/1")},
)  # fmt: skip


@given(records)
@settings(max_examples=100)
def test_anything_is_read_without_an_error_and_what_is_taken_holds_its_text(record):
    try:
        content = json.dumps(record, allow_nan=True)
    except ValueError:
        return
    taken, _ = found(content, "doccano")
    for entry in taken:
        assert all(entry.text[span.start : span.end] == span.text for span in entry.spans)
        written([entry], "doccano", shape="relations")


@given(st.binary(max_size=200))
@settings(max_examples=200)
def test_any_bytes_are_read_without_an_error(content):
    found(content, "doccano")
