"""Prodigy's lines read with their verdicts, `review` files, training tuples; written, and back again."""

import json
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.entry import Entry, EntryRelation, EntrySpan
from annotator.formats.base import Bundle
from tests.support.entries import entries, gold_entry
from tests.support.foreign import PEERS, filled, found, links, marks, told, written

PEER = PEERS / "prodigy"
needs_peers = pytest.mark.skipif(not PEER.exists(), reason="the files of other tools are not here")
TEXT = "국방부는 9일 3억 원을 낸다고 밝혔다."
AGENCY = {"start": 0, "end": 3, "label": "AGENCY"}
AMOUNT = {"start": 8, "end": 12, "label": "AMOUNT", "text": "3억 원"}
LINE = {"text": TEXT, "spans": [AGENCY, AMOUNT], "_annotator_id": "kim", "_input_hash": 1, "answer": "accept"}


def one(record, **options):
    [entry], rejects = found(record, "prodigy", **options)
    return entry, rejects


def test_what_was_accepted_are_spans_of_their_annotator():
    entry, rejects = one({**LINE, "_timestamp": 1677849800})
    assert rejects == []
    assert marks(entry) == {(0, 3, "국방부", "AGENCY"): 1, (8, 12, "3억 원", "AMOUNT"): 1}
    assert (entry.annotator, entry.status, entry.updated_at) == ("kim", "done", "2023-03-03T13:23:20Z")
    assert entry.extra == {}


def test_ids_that_the_file_does_not_give_are_not_counted_as_said():
    entry, _ = one(LINE)
    assert all({"id", "norm", "note", "unsure"} <= entry.unsaid.of(span.id) for span in entry.spans)


def test_the_session_names_the_annotator_where_nothing_else_does():
    line = {key: value for key, value in LINE.items() if key != "_annotator_id"}
    assert one({**line, "_session_id": "set-lee"})[0].annotator == "set-lee"
    assert one({**line, "_session_id": None})[0].annotator == ""


def test_what_was_rejected_is_told_and_kept_but_is_no_span():
    entry, rejects = one({**LINE, "answer": "reject"})
    assert (entry.spans, entry.status) == ((), "skipped")
    assert told(rejects) == [(1, f"spans[{n}]", "prodigy.not-accepted") for n in (0, 1)]
    assert entry.extra == {"answer": "reject", "spans": [AGENCY, AMOUNT]}


def test_what_was_passed_over_is_skipped():
    entry, rejects = one({**LINE, "answer": "ignore"})
    assert (len(entry.spans), entry.status, rejects) == (2, "skipped", [])


def test_a_verdict_on_one_proposed_mark_leaves_its_document_in_progress():
    asked = {**LINE, "spans": [AGENCY], "_is_binary": True}
    assert [one({**asked, "answer": answer})[0].status for answer in ("accept", "reject", "ignore")] == [
        "in_progress", "in_progress", "skipped",
    ]  # fmt: skip
    assert [len(one({**asked, "answer": answer})[0].spans) for answer in ("accept", "reject", "ignore")] == [
        1,
        0,
        0,
    ]


def test_a_span_with_a_verdict_of_its_own_is_taken_by_that():
    entry, rejects = one({**LINE, "spans": [{**AGENCY, "answer": "reject"}, {**AMOUNT, "answer": "accept"}]})
    assert [span.label for span in entry.spans] == ["AMOUNT"]
    assert told(rejects) == [(1, "spans[0]", "prodigy.not-accepted")]


def test_an_unknown_verdict_is_told_and_nothing_is_taken_as_right():
    entry, rejects = one({**LINE, "answer": "yes"})
    assert entry.spans == ()
    assert told(rejects)[0] == (1, "answer", "entry.ill-formed")


def test_marks_of_a_model_without_a_verdict_are_suggestions():
    span = {**AGENCY, "score": 0.70, "source": "ko_model", "rank": 0}
    entry, rejects = one({"text": TEXT, "_input_hash": 1, "spans": [span]})
    assert (entry.spans, entry.role, entry.annotator, rejects) == ((), "machine", "ko_model", [])
    [made] = entry.suggestions
    assert (made.text, made.label, made.score, made.rank) == ("국방부", "AGENCY", "0.7", 1)


def test_marks_without_a_verdict_are_not_done():
    assert one({"text": TEXT, "_input_hash": 1, "spans": [AGENCY]})[0].status == "in_progress"
    assert one({"text": TEXT, "_input_hash": 1})[0].status == "new"


def test_lines_of_one_text_are_one_document_of_several_annotators():
    lines = [
        LINE,
        {**LINE, "_annotator_id": "lee"},
        {**LINE, "_annotator_id": "kim"},
        {**LINE, "text": "다른 글 아래"},
    ]
    lines[-1]["spans"] = []
    taken, _ = found("\n".join(map(json.dumps, lines)), "prodigy")
    first, second, again, other = [entry.id for entry in taken]
    assert first == second
    assert again == f"{first}-2"
    assert other not in {first, again}


def test_a_review_is_the_decision_and_one_layer_for_each_who_marked():
    record = {
        **LINE, "spans": [AGENCY], "_view_id": "review", "_annotator_id": "park",
        "versions": [
            {"text": TEXT, "spans": [AGENCY], "answer": "accept", "sessions": ["set-kim", "set-lee"], "default": True},
            {"text": TEXT, "spans": [AMOUNT], "answer": "accept", "_annotator_id": "choi"},
            {"spans": [{"start": 0, "end": 99, "label": "A"}], "answer": "accept", "_annotator_id": "yoon"},
        ],
    }  # fmt: skip
    layers, rejects = found(record, "prodigy")
    assert [(layer.annotator, layer.role, [span.label for span in layer.spans]) for layer in layers] == [
        ("park", "adjudicator", ["AGENCY"]),
        ("set-kim", "annotator", ["AGENCY"]),
        ("set-lee", "annotator", ["AGENCY"]),
        ("choi", "annotator", ["AMOUNT"]),
        ("yoon", "annotator", []),
    ]
    assert len({layer.id for layer in layers}) == 1
    assert told(rejects) == [(1, "versions[2].spans[0]", "span.outside")]
    assert all("versions" not in layer.extra for layer in layers)


def test_relations_are_tied_by_the_places_of_their_spans_not_by_tokens():
    relation = {
        "head": 99,
        "child": 98,
        "head_span": AGENCY,
        "child_span": {**AMOUNT, "label": None},
        "label": "funds",
    }
    entry, rejects = one({**LINE, "relations": [relation]})
    assert rejects == []
    assert links(entry) == {("funds", (0, 3, "AGENCY"), (8, 12, "AMOUNT")): 1}
    entry, rejects = one({**LINE, "relations": [{**relation, "child_span": {"start": 1, "end": 2}}]})
    assert (entry.relations, told(rejects)) == ((), [(1, "relations[0]", "prodigy.no-span")])


def test_classes_are_labels_of_the_document_as_far_as_they_were_accepted():
    assert one({"text": TEXT, "label": "정책", "answer": "accept"})[0].doc_labels == ("정책",)
    chosen = {
        "text": TEXT,
        "options": [{"id": "a", "text": "가"}, {"id": "b", "text": "나"}],
        "accept": ["b"],
    }
    assert one({**chosen, "answer": "accept"})[0].doc_labels == ("b",)
    entry, rejects = one({"text": TEXT, "label": "정책", "answer": "reject"})
    assert (entry.doc_labels, told(rejects)) == ((), [(1, "label", "prodigy.not-accepted")])
    asked, rejects = one({"text": TEXT, "label": "정책", "_input_hash": 1})
    assert (asked.doc_labels, asked.extra, rejects) == ((), {"label": "정책"}, [])


def test_training_tuples_are_documents_with_spans_and_labels():
    tuples = [
        [TEXT, {"entities": [[0, 3, "AGENCY"], [8, 12, "AMOUNT"]], "cats": {"정책": 1.0, "인사": 0.0}}],
        ["둘째 글", {"entities": [[0, 9, "A"], [0]]}],
    ]
    content = json.dumps(tuples).encode()
    assert formats.sniff(Bundle.of_file("a.json", content)).id == "prodigy"
    [first, second], rejects = found(content, "prodigy")
    assert (len(first.spans), first.doc_labels, first.status) == (2, ("정책",), "done")
    assert (second.spans, told(rejects)) == ((), [
        (1, "spans[0]", "span.outside"), (1, "spans[1]", "entry.ill-formed"),
    ])  # fmt: skip


def test_a_stored_text_that_is_another_refuses_the_span():
    _, rejects = one({**LINE, "spans": [{**AMOUNT, "start": 7}]})
    assert told(rejects) == [(1, "spans[0]", "span.text-differs")]


def test_marks_that_fit_their_texts_only_as_utf16_are_offered_not_shifted():
    line = {
        **LINE,
        "text": "😀 국방부",
        "spans": [{"start": 3, "end": 6, "label": "AGENCY", "text": "국방부"}],
    }
    taken, rejects = found(line, "prodigy")
    assert (taken, told(rejects)) == ([], [(1, "", "entry.offsets-utf16")])
    entry, rejects = one(line, offsets="utf-16")
    assert ([span.start for span in entry.spans], rejects) == ([2], [])
    assert [note.id for note in entry.notes] == ["note.offsets-utf16"]


HOSTILE = {
    "no-text": ({"image": "a.png", "answer": "accept"}, "", "entry.no-text"),
    "empty-text": ({**LINE, "text": ""}, "", "entry.empty-text"),
    "a-number": (7, "", "json.not-an-object"),
    "a-list": ([1, 2, 3], "", "json.not-an-object"),
    "negative": ({**LINE, "spans": [{**AGENCY, "start": -1}]}, "spans[0]", "span.negative"),
    "reversed": ({**LINE, "spans": [{**AGENCY, "end": 0}]}, "spans[0]", "span.reversed"),
    "outside": ({**LINE, "spans": [{**AGENCY, "end": 99}]}, "spans[0]", "span.outside"),
    "float": ({**LINE, "spans": [{**AGENCY, "end": 3.5}]}, "spans[0]", "span.not-whole-numbers"),
    "missing": ({**LINE, "spans": [{"label": "A"}]}, "spans[0]", "span.not-whole-numbers"),
    "label-number": ({**LINE, "spans": [{**AGENCY, "label": 3}]}, "spans[0]", "entry.ill-formed"),
    "span-null": ({**LINE, "spans": [None]}, "spans[0]", "entry.ill-formed"),
    "spans-object": ({**LINE, "spans": {}}, "spans", "entry.ill-formed"),
    "relations-text": ({**LINE, "relations": "x"}, "relations", "entry.ill-formed"),
    "relation-list": ({**LINE, "relations": [[]]}, "relations[0]", "entry.ill-formed"),
    "version-number": ({**LINE, "versions": [3]}, "versions[0]", "entry.ill-formed"),
    "meta-list": ({**LINE, "meta": []}, "meta", "entry.ill-formed"),
    "accept-number": ({**LINE, "accept": [3]}, "accept[0]", "entry.ill-formed"),
}  # fmt: skip
BROKEN = {
    "truncated": (b'{"text":"a","spans":[{"start":0', "json.invalid"),
    "nan": (b'{"text":"a","spans":[{"start":NaN}]}', "json.number"),
    "key-twice": (b'{"text":"a","answer":"accept","answer":"reject"}', "json.key-twice"),
    "surrogate": (b'{"text":"\\udc00","spans":[]}', "json.surrogate"),
    "deep": (b'{"text":"a","spans":' + b"[" * 5000 + b"]" * 5000 + b"}", "json.too-deep"),
    "not-utf8": (b'{"text":"\xff"}', "json.not-utf8"),
}


@pytest.mark.parametrize(("record", "where", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_wrong_is_told_and_the_rest_is_read(record, where, reason):
    content = "\n".join(json.dumps(line, ensure_ascii=False) for line in (LINE, record, LINE))
    taken, rejects = found(content, "prodigy")
    assert told(rejects) == [(2, where, reason)]
    assert [marks(entry) for entry in taken if entry.line != 2] == [marks(one(LINE)[0])] * 2


@pytest.mark.parametrize(("line", "reason"), BROKEN.values(), ids=BROKEN)
def test_a_broken_line_is_told_and_the_others_are_read(line, reason):
    good = json.dumps(LINE, ensure_ascii=False).encode()
    taken, rejects = found(good + b"\n" + line + b"\n" + good, "prodigy")
    assert (len(taken), told(rejects)) == (2, [(2, "", reason)])


@given(entries(), st.sampled_from(["none", "cut"]), st.sampled_from(["code-points", "utf-16"]))
@settings(max_examples=60)
def test_what_a_line_carries_is_the_same_after(entry, tokens, offsets):
    account, files = written([entry], "prodigy", tokens=tokens, offsets=offsets)
    content = files["kim.jsonl"]
    assert formats.sniff(Bundle.of_file("a.txt", content)).id == "prodigy"
    [again], rejects = found(content, "prodigy")
    assert rejects == []
    assert (again.id, again.text, again.annotator) == (entry.id, entry.text, entry.annotator)
    assert (marks(again), links(again)) == (marks(entry), links(entry))
    assert (again.doc_labels, filled(again.fields)) == (entry.doc_labels, filled(entry.fields))
    assert account.lost["relation"] == len(entry.relations) - links(entry).total()
    assert again.status == entry.status or account.lost["status"] == 1
    assert again.role == entry.role or (entry.role == "machine" and account.lost["role"] == 1)
    assert account.lost["value"] == sum(span.norm is not None for span in entry.spans)


@given(entries())
@settings(max_examples=60)
def test_tokens_joined_with_their_blanks_are_the_text_and_spans_stand_on_them(entry):
    _, files = written([entry], "prodigy", tokens="cut")
    row = json.loads(files["kim.jsonl"])
    tokens = row["tokens"]
    assert "".join(token["text"] + " " * token["ws"] for token in tokens) == entry.text
    assert all(entry.text[token["start"] : token["end"]] == token["text"] for token in tokens)
    assert [token["id"] for token in tokens] == list(range(len(tokens)))
    for span in row["spans"]:
        assert tokens[span["token_start"]]["start"] == span["start"]
        assert tokens[span["token_end"]]["end"] == span["end"]


def test_a_josa_does_not_cost_a_span_its_tokens():
    _, files = written([one(LINE)[0]], "prodigy", tokens="cut")
    row = json.loads(files["kim.jsonl"])
    assert [token["text"] for token in row["tokens"]] == [
        "국방부",
        "는",
        "9일",
        "3억",
        "원",
        "을",
        "낸다고",
        "밝혔다.",
    ]
    assert [(span["token_start"], span["token_end"]) for span in row["spans"]] == [(0, 0), (3, 4)]


def test_statuses_are_verdicts():
    def answers(status, *spans):
        entry = Entry(id="1", text=TEXT, status=status, spans=spans)
        account, files = written([entry], "prodigy")
        return json.loads(files["kim.jsonl"]).get("answer"), account.lost["status"]

    span = EntrySpan("s1", 0, 3, "국방부", "AGENCY")
    assert [answers("done"), answers("skipped"), answers("in_progress", span), answers("new")] == [
        ("accept", 0), ("ignore", 0), (None, 0), (None, 0),
    ]  # fmt: skip
    assert [answers("in_progress"), answers("new", span)] == [(None, 1), (None, 1)]


def test_relations_on_suggestions_are_counted_as_lost():
    entry = gold_entry()
    entry.relations = (*entry.relations, EntryRelation("r9", "x", "s1", "nowhere"))
    account, _ = written([entry], "prodigy")
    assert account.lost["relation"] == 1


def test_what_a_line_does_not_carry_is_counted():
    account, _ = written([gold_entry()], "prodigy")
    assert account.lost == {"comment": 2, "decision": 3, "note": 1, "record": 1, "value": 7, "zone": 3}


def test_gold_comes_back_as_gold():
    _, files = written([gold_entry()], "prodigy")
    entry, _ = one(files["kim.jsonl"])
    assert (entry.role, entry.annotator, entry.status) == ("adjudicator", "park", "done")


@pytest.mark.parametrize("options", [{"tokens": "many"}, {"offsets": "bytes"}])
def test_options_that_there_are_not_are_refused(options):
    with pytest.raises(ValueError, match=r"tokens|offsets"):
        written([], "prodigy", **options)


@needs_peers
def test_binary_answers_are_read_whole_and_no_reject_is_a_span():
    content = (PEER / "binary_answers_first60.jsonl").read_bytes()
    rows = [json.loads(line) for line in content.splitlines()]
    answers = Counter(row["answer"] for row in rows)
    assert (len(rows), answers) == (60, {"reject": 43, "accept": 14, "ignore": 3})
    right = [(row["text"][s["start"] : s["end"]], s["label"]) for row in rows for s in row["spans"]
             if row["answer"] == s["answer"] == "accept"]  # fmt: skip
    wrong = sum(len(row["spans"]) for row in rows) - len(right)
    taken, rejects = found(content, "prodigy")
    assert len(taken) == 60
    assert [(span.text, span.label) for entry in taken for span in entry.spans] == right
    assert (len(right), len(rejects), {reject.reason.id for reject in rejects}) == (
        15, wrong, {"prodigy.not-accepted"},
    )  # fmt: skip
    assert len({entry.id for entry in taken}) == 60


@needs_peers
def test_their_demo_is_read_whole():
    content = (PEER / "ner_demo.jsonl").read_bytes()
    [row] = [json.loads(line) for line in content.splitlines()]
    entry, rejects = one(content)
    assert rejects == []
    assert [(span.start, span.end, span.text, span.label) for span in entry.spans] == [
        (span["start"], span["end"], span["text"], span["label"]) for span in row["spans"]
    ]
    assert (len(entry.spans), entry.status, entry.updated_at[:4]) == (1, "done", "2021")


@needs_peers
def test_texts_without_marks_are_read_whole():
    content = (PEER / "food_data_sample.jsonl").read_bytes()
    rows = [json.loads(line) for line in content.splitlines()]
    taken, rejects = found(content, "prodigy")
    assert rejects == []
    assert [entry.text for entry in taken] == [row["text"] for row in rows]
    assert [entry.fields["section"] for entry in taken] == [row["meta"]["section"] for row in rows]
    assert (len(taken), {entry.status for entry in taken}) == (11, {"new"})


@needs_peers
@pytest.mark.parametrize("name", ["binary_answers_first60.jsonl", "ner_demo.jsonl"])
def test_their_files_are_recognised_by_content(name):
    assert formats.sniff(Bundle.of_file("a.txt", (PEER / name).read_bytes())).id == "prodigy"


KEYS = (
    "start",
    "end",
    "label",
    "text",
    "score",
    "source",
    "rank",
    "answer",
    "head_span",
    "child_span",
    "head",
    "id",
)
junk = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 40)
    | st.floats()
    | st.sampled_from(["", "A", "국방부", "accept"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=12,
)
records = st.fixed_dictionaries(
    {"text": st.sampled_from(["국방부와 😀\r\n협의했다.", "a", 3])},
    optional=dict.fromkeys(
        ["id", "spans", "relations", "meta", "accept", "label", "versions", "_annotator_id", "_timestamp", "sessions"],
        junk,
    ) | {"answer": st.sampled_from(["accept", "reject", "ignore", "x", 3])},
)  # fmt: skip


@given(records)
@settings(max_examples=100)
def test_anything_is_read_without_an_error_and_what_is_taken_holds_its_text(record):
    taken, _ = found(json.dumps(record), "prodigy")
    for entry in taken:
        assert all(entry.text[span.start : span.end] == span.text for span in entry.spans)
        assert record.get("answer") != "reject" or not entry.spans or entry.role == "annotator"
        written([entry], "prodigy", tokens="cut")


@given(st.binary(max_size=200))
@settings(max_examples=200)
def test_any_bytes_are_read_without_an_error(content):
    found(content, "prodigy")
