"""Label definitions beside a native file, and doccano's label file."""

import json
from pathlib import Path

import pytest

from annotator.core.errors import UserError
from annotator.core.labels import Label
from annotator.core.values import ValueKind
from annotator.formats.sidecar import read_sidecar, sidecar_bytes, sidecar_name
from tests.support.entries import LABELS

PEER = Path(__file__).parents[3] / "shared" / "data" / "peer_files" / "doccano" / "labels.json"


def test_our_labels_come_back_whole_and_with_the_digest_that_records_name():
    found = read_sidecar(sidecar_bytes(LABELS.definitions()))
    assert found.labels == LABELS.labels
    assert found.definitions == LABELS.definitions()
    assert found.sha256 == LABELS.sha256


def test_a_choice_label_keeps_its_choices():
    label = Label(1, "tone", "TONE", "논조", "", "label-1", ValueKind.CHOICE, "", ("긍정", "부정"), 1)
    assert read_sidecar(sidecar_bytes([label.definition()])).labels == (label,)


def test_the_file_has_one_definition_a_line():
    content = sidecar_bytes(LABELS.definitions()).decode("utf-8")
    assert content.count("\n") == len(LABELS.labels)
    assert json.loads(content) == LABELS.definitions()
    assert sidecar_bytes([]) == b"[]\n"


def test_a_label_file_of_doccano_needs_nothing_of_ours():
    rows = [
        {"id": 44, "text": "Dog", "prefix_key": None, "suffix_key": "a", "background_color": "#FF0000"},
        {"text": "Cat", "suffix_key": "3"},
    ]
    dog, cat = read_sidecar(json.dumps(rows).encode()).labels
    assert (dog.uid, dog.key, dog.title, dog.hotkey, dog.kind) == ("44", "Dog", "Dog", "", ValueKind.NONE)
    assert (cat.uid, cat.hotkey, cat.role, cat.id) == ("cat", "3", "label-2", 2)


@pytest.mark.skipif(not PEER.exists(), reason="the files of other tools are not here")
def test_the_label_file_that_doccano_shows_is_read():
    assert [label.key for label in read_sidecar(PEER.read_bytes()).labels] == ["Dog", "Cat"]


@pytest.mark.parametrize(
    ("content", "reason"),
    {
        "not-json": (b"[{]", "labels.not-a-label-file"),
        "not-utf8": (b"\xff", "labels.not-a-label-file"),
        "object": (b"{}", "labels.not-a-label-file"),
        "two": (b"[] []", "labels.not-a-label-file"),
        "strings": (b'["A"]', "labels.not-a-label-file"),
        "surrogate": (b'[{"text":"A","title":"\\ud800"}]', "labels.not-a-label-file"),
        "no-name": (b"[{}]", "labels.bad-label"),
        "blank-name": (b'[{"text":" "}]', "labels.bad-label"),
        "unknown-kind": (b'[{"text":"A","value":"colour"}]', "labels.bad-label"),
        "title-number": (b'[{"text":"A","title":1}]', "labels.bad-label"),
        "name-twice": (b'[{"text":"A","id":"x"},{"text":"A","id":"y"}]', "labels.twice"),
        "id-twice": (b'[{"text":"A","id":"x"},{"text":"B","id":"x"}]', "labels.twice"),
    }.values(),
)
def test_what_is_no_label_file_is_told(content, reason):
    with pytest.raises(UserError) as caught:
        read_sidecar(content)
    assert caught.value.message.id == reason


@pytest.mark.parametrize(
    ("name", "beside"),
    [
        ("news.jsonl", "news.labels.json"),
        ("a.b.jsonl", "a.b.labels.json"),
        ("news", "news.labels.json"),
        (".jsonl", ".jsonl.labels.json"),
        ("out.d/news", "out.d/news.labels.json"),
    ],
)
def test_the_sidecar_is_named_after_its_file(name, beside):
    assert sidecar_name(name) == beside
