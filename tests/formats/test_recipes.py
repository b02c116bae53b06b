"""The recipes of the documentation, each run as it stands there; left out where its library is not installed."""

import re
from pathlib import Path

import pytest

from annotator import formats
from annotator.core.entry import Entry, EntrySpan
from tests.support.entries import gold_entry

RECIPES = Path(__file__).parents[2] / "docs" / "recipes"
TEXT = "😀 국방부는\u2028\t9일 낸다"
SPANS = ((2, 5, "AGENCY"), (2, 6, "AGENCY"), (8, 10, "DATE"), (0, 1, "A B"))
CODE = re.compile(r"```python\n(.*?)```", re.DOTALL)


def items():
    spans = tuple(EntrySpan(f"s{n}", a, b, TEXT[a:b], label) for n, (a, b, label) in enumerate(SPANS))
    bare = Entry(id="bare", text="글", annotator="kim", status="done")
    return [bare, Entry(id="emoji", text=TEXT, annotator="kim", status="done", spans=spans), gold_entry()]


def run(name, folder):
    """Run the code of a page on a file of three documents, and return its names."""
    sink = formats.MemorySink("news.jsonl")
    formats.write(items(), sink, format="native")
    (folder / "news.jsonl").write_bytes(sink.written["news.jsonl"])
    (code,) = CODE.findall((RECIPES / f"{name}.md").read_text("utf-8"))
    assert len(code.strip().splitlines()) <= 13
    names = {}
    exec(compile(code, f"{name}.md", "exec"), names)
    return names


def marks(entry):
    return sorted((span.start, span.end, span.label, span.text) for span in entry.spans)


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HF_HOME", str(tmp_path / "cache"))


def test_there_is_a_test_for_every_page():
    tested = {name.removeprefix("test_of_") for name in globals() if name.startswith("test_of_")}
    assert {path.stem for path in RECIPES.glob("*.md")} == tested | {"README"}


def test_of_spacy(tmp_path):
    spacy = pytest.importorskip("spacy")
    run("spacy", tmp_path)
    docs = list(spacy.tokens.DocBin().from_disk("news.spacy").get_docs(spacy.blank("xx").vocab))
    assert [doc.text for doc in docs] == [entry.text for entry in items()]
    assert [
        sorted((span.start_char, span.end_char, span.label_, span.text) for span in doc.spans["sc"])
        for doc in docs
    ] == [marks(entry) for entry in items()]


def test_of_datasets(tmp_path):
    pytest.importorskip("datasets")
    data = run("datasets", tmp_path)["data"]
    assert [row["text"] for row in data] == [entry.text for entry in items()]
    assert [
        sorted((s["start"], s["end"], s["label"], row["text"][s["start"] : s["end"]]) for s in row["spans"])
        for row in data
    ] == [marks(entry) for entry in items()]


def test_of_pandas(tmp_path):
    pytest.importorskip("pandas")
    names = run("pandas", tmp_path)
    assert sorted(names["spans"]["text"]) == sorted(span.text for entry in items() for span in entry.spans)
    assert names["sums"].to_dict() == {(gold_entry().id, "USD"): 10_000_000}


def test_of_duckdb(tmp_path):
    pytest.importorskip("duckdb")
    rows = run("duckdb", tmp_path)["spans"]
    assert [row[:5] for row in rows] == [
        (entry.id, entry.annotator, span.label, span.text, span.norm.value if span.norm else None)
        for entry in sorted(items(), key=lambda one: one.id)
        for span in sorted(entry.spans, key=lambda span: (span.start, span.end, span.label))
    ]
