"""The two schemas that ship with the program."""

import json
from pathlib import Path

import jsonschema
import pytest

from annotator.core.span import Origin
from annotator.core.text import ZoneKind
from annotator.core.values import NORM_TYPES
from annotator.formats.native_keys import META, RECORD, SPAN

SCHEMAS = Path(__file__).parents[2] / "resources" / "schemas"


def schema(name):
    return json.loads((SCHEMAS / f"native-{name}.schema.json").read_text("utf-8"))


@pytest.mark.parametrize("name", ["writer", "reader"])
def test_they_are_schemas(name):
    jsonschema.Draft202012Validator.check_schema(schema(name))


def test_the_writer_schema_and_the_program_know_the_same_words():
    writer = schema("writer")
    properties = writer["properties"]
    assert tuple(properties) == tuple(writer["required"]) == RECORD
    assert tuple(properties["spans"]["items"]["properties"]) == SPAN
    assert tuple(properties["meta"]["required"]) == META
    assert set(properties["spans"]["items"]["properties"]["origin"]["enum"]) == set(Origin)
    assert set(properties["zones"]["items"]["properties"]["zone"]["enum"]) == set(ZoneKind)
    assert set(writer["$defs"]["norm"]["properties"]["type"]["enum"]) == NORM_TYPES


@pytest.mark.parametrize(
    ("record", "good"),
    [
        ({"text": "a"}, True),
        ({"text": "a", "spans": [{"start": 0, "end": 1, "label": "X"}], "anything": 1}, True),
        ({"text": ""}, False),
        ({"spans": []}, False),
        ({"text": "a", "spans": [{"start": 0, "end": 1}]}, False),
        ({"text": "a", "spans": [{"start": -1, "end": 1, "label": "X"}]}, False),
    ],
)
def test_the_reader_schema_asks_for_the_least(record, good):
    assert jsonschema.Draft202012Validator(schema("reader")).is_valid(record) == good
