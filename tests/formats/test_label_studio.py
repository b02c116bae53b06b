"""Label Studio's tasks read with everybody's annotations, written with the config they need, and back again."""

import json
from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.entry import Entry, EntrySpan, Reject
from annotator.formats.base import Bundle, FileSink
from tests.support.entries import entries, gold_entry
from tests.support.foreign import PEERS, filled, found, links, marks, told, written

PEER = PEERS / "label_studio"
needs_peers = pytest.mark.skipif(not PEER.exists(), reason="the files of other tools are not here")
TEXT = "국방부는 9일 3억 원을 낸다고 밝혔다."


def mark(uid, start, end, label, **more):
    value = {"start": start, "end": end, "labels": [label], **more.pop("value", {})}
    return {"id": uid, "from_name": "label", "to_name": "text", "type": "labels", "value": value, **more}


def task(*result, text=TEXT, **annotation):
    return {"id": 3, "data": {"text": text}, "annotations": [{"result": list(result), **annotation}]}


AGENCY = mark("a", 0, 3, "AGENCY", value={"text": "국방부"})
AMOUNT = mark("b", 8, 12, "AMOUNT")


def one(record, **options):
    [entry], rejects = found([record], "label-studio", **options)
    return entry, rejects


def test_an_annotation_is_a_layer_of_who_completed_it():
    entry, rejects = one(task(AGENCY, AMOUNT, completed_by=4, created_at="2021-07-06T06:06:25.927570Z"))
    assert rejects == []
    assert marks(entry) == {(0, 3, "국방부", "AGENCY"): 1, (8, 12, "3억 원", "AMOUNT"): 1}
    assert [span.id for span in entry.spans] == ["a", "b"]
    assert (entry.annotator, entry.status, entry.role) == ("user 4", "done", "annotator")
    assert entry.created_at == "2021-07-06T06:06:25.927570Z"


def test_whoever_has_an_address_is_named_by_it_and_the_rest_is_kept():
    whose = {"id": 42, "email": "kim@example.org", "first_name": ""}
    entry, _ = one(task(completed_by=whose))
    assert (entry.annotator, entry.extra) == ("kim@example.org", {"completed_by": whose})


def test_several_annotations_are_several_layers_of_one_document():
    record = task(AGENCY, completed_by=1)
    record["annotations"].append({"result": [AMOUNT], "completed_by": 2, "ground_truth": True})
    record["annotations"].append({"result": [], "completed_by": 5, "was_cancelled": True})
    layers, _ = found([record], "label-studio")
    assert [(e.annotator, e.role, e.status, len(e.spans)) for e in layers] == [
        ("user 1", "annotator", "done", 1), ("user 2", "adjudicator", "done", 1), ("user 5", "annotator", "skipped", 0),
    ]  # fmt: skip
    assert len({entry.id for entry in layers}) == 1


def test_predictions_are_suggestions_of_their_model():
    record = task(AGENCY)
    record["predictions"] = [{"model_version": "m1", "score": 0.5, "result": [
        {**AGENCY, "score": 0.75}, AMOUNT,
    ]}]  # fmt: skip
    (person, model), rejects = found([record], "label-studio")
    assert rejects == []
    assert (person.suggestions, model.spans, model.role, model.annotator) == ((), (), "machine", "m1")
    assert [(made.text, made.label, made.score) for made in model.suggestions] == [
        ("국방부", "AGENCY", "0.75"), ("3억 원", "AMOUNT", "0.5"),
    ]  # fmt: skip


def test_a_task_on_which_nothing_stands_is_a_document():
    [entry], rejects = found([{"data": {"text": TEXT, "outlet": "가람일보", "n": 3}}], "label-studio")
    assert (entry.text, entry.status, entry.spans, rejects) == (TEXT, "new", (), [])
    assert (entry.fields, entry.extra) == ({"outlet": "가람일보"}, {"data.n": 3})
    [bare], _ = found([{"text": TEXT}], "label-studio")
    assert bare.text == TEXT


def test_one_task_alone_is_a_file_too():
    [entry], _ = found(json.dumps(task(AGENCY), indent=4), "label-studio")
    assert len(entry.spans) == 1


def test_several_labels_on_one_mark_are_several_spans():
    both = mark("a", 0, 3, "AGENCY")
    both["value"]["labels"].append("SECTOR")
    entry, _ = one(task(both))
    assert [(span.id, span.label) for span in entry.spans] == [("a", "AGENCY"), ("s2", "SECTOR")]


def test_relations_follow_their_direction():
    tie = {"type": "relation", "from_id": "a", "to_id": "b", "direction": "right", "labels": ["funds"]}
    forth, rejects = one(task(AGENCY, tie, AMOUNT))
    back, _ = one(task(AGENCY, AMOUNT, {**tie, "direction": "left", "labels": []}))
    both, _ = one(task(AGENCY, AMOUNT, {**tie, "direction": "bi"}))
    assert rejects == []
    assert links(forth) == {("funds", (0, 3, "AGENCY"), (8, 12, "AMOUNT")): 1}
    assert links(back) == {("", (8, 12, "AMOUNT"), (0, 3, "AGENCY")): 1}
    assert both.extra == {"relations.r1.direction": "bi"}


def test_choices_are_labels_of_the_document_and_writing_is_a_note_or_a_comment():
    entry, rejects = one(task(
        {**AGENCY, "meta": {"text": ["약칭"]}},
        {"id": "c", "type": "choices", "value": {"choices": ["정책", "예산"]}},
        {"id": "a", "type": "textarea", "value": {"start": 0, "end": 3, "text": ["정식 이름은?"]}},
        {"id": "d", "type": "textarea", "value": {"text": ["둘러볼 것"]}},
        {"id": "e", "type": "rating", "value": {"rating": 4}},
        completed_by=1,
    ))  # fmt: skip
    assert rejects == []
    assert entry.doc_labels == ("정책", "예산")
    assert entry.spans[0].note == "약칭\n정식 이름은?"
    assert [(comment.text, comment.author, comment.span_id) for comment in entry.comments] == [
        ("둘러볼 것", "user 1", ""),
    ]
    assert entry.extra["result[4]"]["value"] == {"rating": 4}


def test_where_a_mark_came_from_is_kept():
    origins = ["manual", "prediction", "prediction-changed", "other"]
    entry, _ = one(task(*[mark(str(n), n, n + 1, "A", origin=origin) for n, origin in enumerate(origins)]))
    assert [span.origin for span in entry.spans] == ["manual", "accepted", "edited", "imported"]


def test_marks_in_web_pages_and_pictures_are_counted_and_refused():
    page = {"id": "h", "type": "hypertextlabels", "value": {
        "start": "/div[1]/p[2]/text()[1]", "end": "/div[1]/p[2]/text()[1]", "startOffset": 2, "endOffset": 5,
        "hypertextlabels": ["A"],
    }}  # fmt: skip
    box = {"id": "x", "type": "rectanglelabels", "value": {"x": 1, "y": 2, "rectanglelabels": ["A"]}}
    xpath = mark("p", "/p[1]/text()[1]", "/p[1]/text()[1]", "A")
    entry, rejects = one(task(page, box, xpath, AGENCY))
    assert told(rejects) == [
        (1, "annotations[0].result[0]", "label-studio.hypertext"),
        (1, "annotations[0].result[1]", "label-studio.other-media"),
        (1, "annotations[0].result[2]", "label-studio.hypertext"),
    ]
    assert (len(entry.spans), entry.status) == (1, "in_progress")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({"ner": "글"}, "글"),
        ({"text": "글", "title": "제목"}, "글"),
        ({"body": "글", "image": "https://example.org/a.jpg"}, "글"),
        ({"body": "글", "n": 3, "list": ["x"]}, "글"),
        ({"a": "글", "b": "다른 글"}, None),
        ({"image": "https://example.org/a.jpg"}, None),
        ({"image": "/data/upload/a.jpg"}, None),
        ({}, None),
        ("글", None),
    ],
)
def test_the_text_is_the_one_that_is_meant_or_none(data, text):
    taken, rejects = found([{"data": data, "annotations": []}], "label-studio")
    assert [entry.text for entry in taken] == ([text] if text else [])
    assert told(rejects) == ([] if text else [(1, "", "label-studio.no-text")])


def test_a_config_beside_the_tasks_says_where_the_text_stands():
    config = (
        b'<View><Labels name="l" toName="t"/>\n<Text name="t"\n granularity="word" value="$body"/></View>'
    )
    tasks = json.dumps([{"data": {"head": "제목", "body": "본문 글"}, "annotations": []}]).encode()
    bundle = Bundle.of_files([("tasks.json", tasks), ("config.xml", config)])
    [entry] = formats.read(bundle, format="label-studio")
    assert (entry.text, entry.fields) == ("본문 글", {"head": "제목"})


def test_marks_in_another_text_of_the_task_are_told_and_refused_not_laid_on_ours():
    record = task(AGENCY, mark("q", 0, 2, "A") | {"to_name": "question"})
    record["data"]["question"] = "얼마를 내나?"
    entry, rejects = one(record)
    assert [span.id for span in entry.spans] == ["a"]
    assert told(rejects) == [(1, "annotations[0].result[1]", "label-studio.other-text")]
    config = b'<View><Text value="$question" name="question"/><Text name="text" value="$text"/></View>'
    bundle = Bundle.of_files([("t.json", json.dumps([record]).encode()), ("c.xml", config)])
    other, reject = formats.read(bundle, format="label-studio")
    assert (other.text, [span.id for span in other.spans]) == ("얼마를 내나?", ["q"])
    assert reject.where == "annotations[0].result[0]"


def test_drafts_are_layers_in_progress_of_who_began_them():
    record = {"data": {"text": TEXT}, "annotations": [], "drafts": [
        {"id": 1, "user": "lee@example.org", "result": [AGENCY], "annotation": None},
    ]}  # fmt: skip
    entry, rejects = one(record)
    assert (entry.annotator, entry.status, len(entry.spans), rejects) == (
        "lee@example.org",
        "in_progress",
        1,
        [],
    )


def test_a_config_alone_is_no_document():
    config = b'<!-- ours -->\n<View><Text name="t" value="$body"/></View>'
    assert formats.sniff(Bundle.of_file("config.xml", config)).id == "label-studio"
    assert told(found(config, "label-studio", "config.xml")[1]) == [(0, "", "label-studio.config")]


EMOJI = "😀 국방부는 9일 밝혔다."


def test_offsets_of_older_files_are_offered_by_the_fit_of_the_whole_task():
    old = task(
        mark("a", 3, 6, "A", value={"text": "국방부"}),
        mark("b", 8, 10, "D", value={"text": "9일"}),
        text=EMOJI,
    )
    taken, rejects = found([old], "label-studio")
    assert (taken, told(rejects)) == ([], [(1, "annotations[0]", "entry.offsets-utf16")])
    entry, rejects = one(old, offsets="utf-16")
    assert ([span.text for span in entry.spans], rejects) == (["국방부", "9일"], [])
    assert [note.id for note in entry.notes] == ["note.offsets-utf16"]


def test_offsets_that_fit_are_left_as_they_are_even_where_others_are_asked_for():
    new = task(mark("a", 2, 5, "A", value={"text": "국방부"}), text=EMOJI)
    for offsets in ("code-points", "utf-16"):
        entry, rejects = one(new, offsets=offsets)
        assert ([span.text for span in entry.spans], rejects, entry.notes) == (["국방부"], [], ())


def test_one_mark_that_fits_neither_leaves_all_where_they_are_and_is_told():
    mixed = task(
        mark("a", 3, 6, "A", value={"text": "국방부"}), mark("b", 9, 11, "D", value={"text": "어디"}), text=EMOJI,
    )  # fmt: skip
    entry, rejects = one(mixed)
    assert (rejects, [span.start for span in entry.spans]) == ([], [3, 9])
    assert {note.id: note.arguments for note in entry.notes}["label-studio.text-differs"] == {
        "count": 2, "text": "국방부",
    }  # fmt: skip


def test_an_emoji_before_a_mark_without_a_hint_is_told():
    entry, _ = one(task(mark("a", 2, 5, "A"), text=EMOJI))
    assert [note.id for note in entry.notes] == ["note.offsets-unknown"]


def test_hints_with_line_ends_written_out_and_blanks_run_together_fit():
    text = "첫 줄\n둘째   줄"
    entry, _ = one(task(mark("a", 0, 10, "A", value={"text": "첫 줄\\n둘째 줄"}), text=text))
    assert (entry.spans[0].text, entry.notes) == (text, ())


HOSTILE = {
    "a-number": (7, "", "json.not-an-object"),
    "data-list": ({"data": [], "annotations": []}, "", "label-studio.no-text"),
    "empty-text": ({"data": {"text": ""}, "annotations": []}, "", "entry.empty-text"),
    "annotation-number": ({"data": {"text": TEXT}, "annotations": [3]}, "annotations[0]", "entry.ill-formed"),
    "annotations-text": ({"data": {"text": TEXT}, "annotations": "x"}, "annotations", "entry.ill-formed"),
    "result-object": (task() | {"annotations": [{"result": {}}]}, "annotations[0].result", "entry.ill-formed"),
    "part-null": (task(None), "annotations[0].result[0]", "entry.ill-formed"),
    "value-null": (task({**AMOUNT, "value": None}), "annotations[0].result[0]", "entry.ill-formed"),
    "negative": (task(mark("a", -1, 3, "A")), "annotations[0].result[0]", "span.negative"),
    "reversed": (task(mark("a", 3, 1, "A")), "annotations[0].result[0]", "span.reversed"),
    "outside": (task(mark("a", 0, 99, "A")), "annotations[0].result[0]", "span.outside"),
    "float": (task(mark("a", 0.5, 3, "A")), "annotations[0].result[0]", "span.not-whole-numbers"),
    "null": (task(mark("a", None, 3, "A")), "annotations[0].result[0]", "span.not-whole-numbers"),
    "no-labels": (task(mark("a", 0, 3, "")), "annotations[0].result[0].value.labels", "entry.ill-formed"),
    "relation-nowhere": (
        task(AMOUNT, {"type": "relation", "from_id": "b", "to_id": "z"}),
        "annotations[0].result[1]", "span.not-there",
    ),
    "relation-bare": (
        task(AMOUNT, {"type": "relation", "from_id": "b"}), "annotations[0].result[1].to_id", "entry.ill-formed",
    ),
    "choice-number": (
        task({"id": "c", "type": "choices", "value": {"choices": [3]}}),
        "annotations[0].result[0].value.choices[0]", "entry.ill-formed",
    ),
    "writing-number": (
        task({"id": "c", "type": "textarea", "value": {"text": 3}}),
        "annotations[0].result[0].value.text", "entry.ill-formed",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("record", "where", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_wrong_is_told_and_the_rest_is_read(record, where, reason):
    good = task(AGENCY)
    content = "[" + ",\n".join(json.dumps(line, ensure_ascii=False) for line in (good, record, good)) + "]"
    taken, rejects = found(content, "label-studio")
    assert told(rejects) == [(2, where, reason)]
    assert [marks(entry) for entry in taken if entry.line != 2] == [marks(one(good)[0])] * 2


BROKEN = {
    "nan": (b'{"data":{"text":"a"},"annotations":[{"result":[],"lead_time":NaN}]}', "json.number"),
    "key-twice": (b'{"data":{"text":"a","text":"b"}}', "json.key-twice"),
    "surrogate": (b'{"data":{"text":"\\ud83d"}}', "json.surrogate"),
}


@pytest.mark.parametrize(("line", "reason"), BROKEN.values(), ids=BROKEN)
def test_a_broken_task_is_told_and_the_others_are_read(line, reason):
    good = json.dumps(task(AGENCY), ensure_ascii=False).encode()
    taken, rejects = found(b"[" + good + b",\n" + line + b",\n" + good + b"]", "label-studio")
    assert (len(taken), told(rejects)) == (2, [(2, "", reason)])


def test_a_task_nested_too_deep_is_told_before_the_list_stops():
    good = json.dumps(task(AGENCY), ensure_ascii=False).encode()
    deep = b'{"data":' + b'{"a":' * 5000 + b"1" + b"}" * 5000 + b"}"
    taken, rejects = found(b"[" + good + b",\n" + deep + b",\n" + good + b"]", "label-studio")
    assert (len(taken), [reject.reason.id for reject in rejects]) == (
        1,
        ["json.too-deep", "json.array-invalid"],
    )


def test_a_truncated_file_gives_what_was_whole():
    good = json.dumps(task(AGENCY), ensure_ascii=False).encode()
    taken, rejects = found(b"[" + good + b",\n" + good[:50], "label-studio")
    assert (len(taken), [reject.reason.id for reject in rejects]) == (1, ["json.array-invalid"])


def notes(entry):
    return Counter((span.id, span.start, span.end, span.label, span.note) for span in entry.spans)


@given(entries(), st.sampled_from(["code-points", "utf-16"]))
@settings(max_examples=60)
def test_what_a_task_carries_is_the_same_after(entry, offsets):
    account, files = written([entry], "label-studio", "kim.json", offsets=offsets)
    content = files["kim.json"]
    assert formats.sniff(Bundle.of_file("a.txt", content)).id == "label-studio"
    [again], rejects = found(content, "label-studio", "kim.json")
    assert rejects == []
    assert (again.id, again.text, filled(again.fields)) == (entry.id, entry.text, filled(entry.fields))
    assert (notes(again), links(again)) == (notes(entry), links(entry))
    lost = account.lost
    assert again.doc_labels == entry.doc_labels or lost["doc-label"] == len(entry.doc_labels)
    assert again.annotator == entry.annotator or lost["annotator"] == 1
    assert again.status == entry.status or lost["status"] == 1
    assert again.role == entry.role or lost["role"] == 1
    assert lost["relation"] == len(entry.relations) - links(entry).total()
    assert lost["value"] == sum(span.norm is not None for span in entry.spans)


def test_layers_of_one_document_are_annotations_of_one_task():
    gold = gold_entry()
    other = replace(gold, annotator="lee", role="annotator", relations=(), spans=gold.spans[:2])
    account, files = written([gold, other, replace(gold, id="2")], "label-studio", "kim.json")
    tasks = json.loads(files["kim.json"])
    assert [len(row["annotations"]) for row in tasks] == [2, 1]
    assert (account.written, len(found(files["kim.json"], "label-studio")[0])) == (3, 3)


def test_nobody_is_named_in_a_way_that_their_server_refuses():
    _, files = written([gold_entry()], "label-studio", "kim.json")
    [annotation] = json.loads(files["kim.json"])[0]["annotations"]
    assert "completed_by" not in annotation
    assert (annotation["ground_truth"], annotation["was_cancelled"]) == (True, False)
    assert annotation["annotator"] == "park"


def test_an_untouched_document_is_a_task_without_annotations():
    entry = Entry(id="1", text=TEXT, annotator="kim")
    account, files = written([entry], "label-studio", "kim.json")
    assert json.loads(files["kim.json"])[0]["annotations"] == []
    assert account.lost == {"annotator": 1}


def test_what_a_task_does_not_carry_is_counted():
    account, _ = written([gold_entry()], "label-studio", "kim.json")
    assert account.lost == {"comment": 2, "decision": 3, "record": 1, "value": 7, "zone": 3}
    assert account.at_risk == {"annotator": 1}


def test_the_config_names_the_labels_that_stand_in_the_file():
    span = EntrySpan("s1", 0, 3, "국방부", 'A"<&', note="")
    odd = Entry(id="1", text=TEXT, status="done", spans=(span, span._replace(id="s2", label="B\x00")))
    definitions = [
        {"text": "AGENCY", "background_color": "#D7DEF4"},
        {"text": "DATE", "background_color": "url(x)"},
    ]
    _, files = written([odd, gold_entry()], "label-studio", "kim.json", definitions=definitions)
    view = ET.fromstring(files["kim.config.xml"])
    assert [(row.get("value"), row.get("background")) for row in view.iter("Label")] == [
        ("AGENCY", "#D7DEF4"), ("DATE", None), ('A"<&', None), ("AMOUNT", None), ("SECTOR", None),
    ]  # fmt: skip
    assert [row.get("value") for row in view.iter("Choice")] == ["정책/외교"]
    assert [row.get("value") for row in view.iter("Relation")] == ["funds"]
    assert view.find("Text").get("value") == "$text"


def test_where_there_is_room_for_one_file_only_the_config_is_counted_as_lost(tmp_path):
    with (tmp_path / "a.json").open("wb") as stream:
        account = formats.write(
            [gold_entry()],
            FileSink("a.json", stream),
            format="label-studio",
            definitions=[{"text": "AGENCY"}],
        )
    assert account.lost["sidecar"] == 1


def test_nothing_to_write_is_an_empty_list():
    _, files = written([], "label-studio", "kim.json")
    assert json.loads(files["kim.json"]) == []


def spans_in(record):
    """The labelled marks of a task's annotations or predictions, by the JSON alone."""
    for group in ("annotations", "predictions"):
        for layer in record.get(group, []):
            for part in layer["result"]:
                if part["type"] == "labels":
                    value = part["value"]
                    yield group, value["start"], value["end"], value["labels"]


@needs_peers
def test_a_picture_of_their_example_is_refused_by_what_it_is():
    content = (PEER / "previous_export.json").read_bytes()
    row = json.loads(content)
    assert (list(row["data"]), len(row["annotations"])) == (["image"], 1)
    taken, rejects = found(content, "label-studio")
    assert (taken, told(rejects)) == ([], [(1, "", "label-studio.no-text")])


@needs_peers
def test_the_predictions_of_their_example_are_read_whole():
    content = (PEER / "rich_text_plain" / "tasks.json").read_bytes()
    [row] = json.loads(content)
    assert list(spans_in(row)) == [("predictions", 343, 354, ["Date"])]
    [entry], rejects = found(content, "label-studio")
    assert rejects == []
    assert [(made.start, made.end, made.label) for made in entry.suggestions] == [(343, 354, "Date")]
    assert (entry.role, entry.annotator, len(entry.text)) == ("machine", "model 1", len(row["data"]["ner"]))
    assert [note.id for note in entry.notes] == ["label-studio.text-differs"]


@needs_peers
def test_the_annotation_of_their_example_is_read_whole_and_its_hint_is_told_not_trusted():
    content = (PEER / "rich_text_plain" / "annotations" / "1.json").read_bytes()
    row = json.loads(content)
    assert list(spans_in(row)) == [("annotations", 343, 354, ["Date"])]
    entry, rejects = found(content, "label-studio")
    assert rejects == []
    assert [(span.start, span.end, span.label, span.text) for span in entry[0].spans] == [
        (343, 354, "Date", row["data"]["ner"][343:354]),
    ]
    assert [note.arguments for note in entry[0].notes] == [{"count": 1, "text": "February 22"}]


@needs_peers
def test_a_folder_of_theirs_is_read_as_one_bundle():
    folder = PEER / "rich_text_plain"
    names = ["annotations/1.json", "config.xml", "tasks.json"]
    bundle = Bundle.of_files([(name, (folder / name).read_bytes()) for name in names])
    items = list(formats.read(bundle, format="label-studio"))
    assert [(item.member, item.role) for item in items] == [
        ("annotations/1.json", "annotator"), ("tasks.json", "machine"),
    ]  # fmt: skip
    assert not any(isinstance(item, Reject) for item in items)


junk = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 40) | st.floats() | st.sampled_from(["", "A", "국방부", "a"]),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(["start", "end", "text", "labels", "choices", "id", "type", "value", "result", "email"]),
        inner, max_size=5,
    ),
    max_leaves=12,
)  # fmt: skip
parts = st.fixed_dictionaries(
    {"type": st.sampled_from(["labels", "relation", "choices", "textarea", "hypertextlabels", "x"])},
    optional=dict.fromkeys(("id", "value", "from_id", "to_id", "labels", "direction", "meta", "score"), junk),
)
layers = st.fixed_dictionaries(
    {"result": st.lists(parts | junk, max_size=3) | junk},
    optional=dict.fromkeys(
        ("completed_by", "was_cancelled", "created_at", "annotator", "model_version"), junk
    ),
)
tasks = st.fixed_dictionaries(
    {"data": st.just({"text": "국방부와 😀\r\n협의했다."}) | junk},
    optional={
        "annotations": st.lists(layers | junk, max_size=2) | junk,
        "predictions": st.lists(layers, max_size=2),
        "meta": junk,
        "id": junk,
    },
)


@given(tasks)
@settings(max_examples=100)
def test_anything_is_read_without_an_error_and_what_is_taken_holds_its_text(record):
    taken, _ = found([record], "label-studio")
    for entry in taken:
        assert all(entry.text[span.start : span.end] == span.text for span in entry.spans)
        written([entry], "label-studio")


@given(st.binary(max_size=200))
@settings(max_examples=200)
def test_any_bytes_are_read_without_an_error(content):
    found(content, "label-studio")
