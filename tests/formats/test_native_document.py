"""The page that describes the native format says what the program does."""

import json
import re
import subprocess
import sys
from pathlib import Path

from annotator import formats
from annotator.core.entry import Entry
from annotator.formats.native_keys import DECISION, META, RECORD, SPAN
from annotator.formats.sidecar import sidecar_name
from tests.support.entries import gold_entry

PAGE = (Path(__file__).parents[2] / "docs" / "native-format.md").read_text("utf-8")


def test_every_key_is_described():
    for key in (*RECORD, *SPAN, *META, *DECISION):
        assert re.search(rf"\b{key}\b", PAGE), key


def test_the_shortest_file_works():
    [line] = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    [entry] = formats.read(line.encode("utf-8"))
    assert isinstance(entry, Entry)
    assert [(span.text, span.label) for span in entry.spans] == [
        ("과기정통부", "AGENCY"), ("9일", "DATE"), ("3억 원", "AMOUNT"),
    ]  # fmt: skip
    assert json.loads(line)["text"] == entry.text


def test_the_recipe_in_plain_python_runs_as_it_stands(tmp_path):
    with (tmp_path / "news.jsonl").open("wb") as stream:
        formats.write([gold_entry()], stream, format="native")
    recipe = re.search(r"<!-- recipe: plain-python -->\n```python\n(.*?)```", PAGE, re.DOTALL)[1]
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", recipe],
        cwd=tmp_path,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    rows = [row.split("\t") for row in ran.stdout.splitlines()]
    assert rows == [[gold_entry().id, "park", span.label, span.text] for span in gold_entry().spans]


def test_the_sidecar_is_called_as_the_page_says():
    assert f"Beside `news.jsonl` lies `{sidecar_name('news.jsonl')}`" in PAGE
