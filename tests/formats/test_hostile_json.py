"""Hostile JSON, put between two good documents of every format that is JSON: it is refused, the others are read."""

import json
from collections.abc import Callable
from functools import cache

import pytest

from annotator.formats.base import Bundle
from tests.support.hostile import TEXTS, documents, is_sound, promised, written

LINES = ("native", "standoff", "doccano", "prodigy")
FORMATS = (*LINES, "label-studio", "w3c", "cas-json", "table")
GOOD = [TEXTS["one"], TEXTS["three"]]


@cache
def values(format_: str) -> tuple[str, ...]:
    """The three documents, each as the JSON of one value (in W3C the annotations of the middle one apart)."""
    if format_ == "table":
        return tuple(json.dumps({"제목": "제", "본문": text}, ensure_ascii=False) for text in TEXTS.values())
    made = [next(iter(written([one], format_).values())).decode().strip() for one in documents()]
    if format_ in {"label-studio", "w3c"}:
        made = [text.removeprefix("[").removesuffix("]").strip() for text in made]
    return tuple(made)


def between(format_: str, middle: str | bytes) -> Bundle:
    """A file, or files, with that between two good documents."""
    first, _, last = (text.encode() for text in values(format_))
    spoilt = middle.encode() if isinstance(middle, str) else middle
    if format_ in LINES or format_ == "table":
        return Bundle.of_file("kim.jsonl", b"\n".join([first, spoilt, last, b""]))
    if format_ == "cas-json":
        return Bundle.of_files([("1.json", first), ("2.json", spoilt), ("3.json", last)])
    return Bundle.of_file("kim.json", b"[" + b",\n".join([first, spoilt, last]) + b"]")


def record(format_: str) -> dict[str, object]:
    """The middle document as Python has it; of W3C its first annotation."""
    text = values(format_)[1]
    made = json.loads(f"[{text}]")[0] if format_ == "w3c" else json.loads(text)
    assert isinstance(made, dict)
    return made


def good_texts(format_: str, answer) -> list[str]:
    shown = (text.removeprefix("제\n\n") for text in answer.texts)
    return [text for text in shown if text in GOOD]


def with_value(format_: str, value: str) -> str:
    """The middle document with a key more, whose value is that."""
    return json.dumps({**record(format_), "더": "@"}, ensure_ascii=False).replace('"@"', value)


DEEP = 100_000
# No JSON, so an array ends there.
BROKEN: dict[str, Callable[[str], str | bytes]] = {
    "truncated": lambda format_: values(format_)[1][: len(values(format_)[1]) // 2],
    "comma-last": lambda format_: values(format_)[1][:-1] + ",}",
    "single-quotes": lambda format_: values(format_)[1].replace('"', "'"),
    "no-quotes": lambda format_: values(format_)[1].replace('"', ""),
    "comment": lambda format_: "/* x */" + values(format_)[1],
    "raw-control-character": lambda format_: with_value(format_, '"\x01"'),
    "leading-zero": lambda format_: with_value(format_, "007"),
    "hexadecimal": lambda format_: with_value(format_, "0x1f"),
    "bad-escape": lambda format_: with_value(format_, '"\\x41"'),
    "python-words": lambda format_: with_value(format_, "None"),
    "word": lambda format_: "undefined",
    "bracket-too-many": lambda format_: values(format_)[1] + "]}",
    "not-utf8": lambda format_: with_value(format_, '"@"').encode().replace(b"@", b"\xff\xfe"),
    "surrogate-in-utf8": lambda format_: with_value(format_, '"@"').encode().replace(b"@", b"\xed\xa0\x80"),
    "cp949": lambda format_: values(format_)[1].encode("cp949", "replace"),
    "nuls": lambda format_: b"\0" * 50,
}


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_json_is_refused_and_the_rest_is_read(format_, name):
    answer = promised(format_, between(format_, BROKEN[name](format_)))
    assert answer.reasons
    in_array = format_ in {"label-studio", "w3c"}
    assert good_texts(format_, answer) == GOOD[: 1 if in_array else 2]


# JSON to Python, and yet refused.
REFUSED: dict[str, tuple[Callable[[str], str], str]] = {
    "nan": (lambda format_: with_value(format_, "NaN"), "json.number"),
    "infinity": (lambda format_: with_value(format_, "Infinity"), "json.number"),
    "minus-infinity": (lambda format_: with_value(format_, "[-Infinity]"), "json.number"),
    "exponent-too-large": (lambda format_: with_value(format_, "1e999"), "json.number"),
    "digits-without-end": (lambda format_: with_value(format_, "9" * 5000), "json.number"),
    "key-twice": (lambda format_: '{"더":1,"더":2,' + values(format_)[1][1:], "json.key-twice"),
    "key-twice-inside": (lambda format_: with_value(format_, '[{"a":1,"a":1}]'), "json.key-twice"),
    "lone-surrogate": (lambda format_: with_value(format_, '"\\ud800"'), "json.surrogate"),
    "lone-surrogate-as-key": (lambda format_: with_value(format_, '{"\\udc00":1}'), "json.surrogate"),
    "surrogates-reversed": (lambda format_: with_value(format_, '"\\ude00\\ud83d"'), "json.surrogate"),
    "nested-too-deep": (lambda format_: with_value(format_, "[" * DEEP + "]" * DEEP), "json.too-deep"),
    "objects-too-deep": (
        lambda format_: with_value(format_, '{"a":' * DEEP + "1" + "}" * DEEP),
        "json.too-deep",
    ),
}


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("name", REFUSED)
def test_what_python_would_take_is_refused_by_name_and_the_rest_is_read(format_, name):
    change, reason = REFUSED[name]
    answer = promised(format_, between(format_, change(format_)))
    assert reason in answer.ids()
    two_deep = reason == "json.too-deep" and format_ in {"label-studio", "w3c"}  # where it ends is not found
    assert good_texts(format_, answer) == GOOD[: 1 if two_deep else 2]


OTHER_VALUES = (
    "null",
    "true",
    "0",
    "-1.5",
    '""',
    '"text"',
    "[]",
    "[[]]",
    "[1]",
    '["a", {}]',
    "{}",
    '{"a": 1}',
)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("value", OTHER_VALUES)
def test_a_value_of_another_kind_is_refused_and_the_rest_is_read(format_, value):
    answer = promised(format_, between(format_, value))
    # A list of annotations may hold others; a text and an object are what spaCy trains with.
    harmless = {("w3c", "[]"), ("w3c", "[[]]"), ("prodigy", '["a", {}]')}
    assert answer.reasons or (format_, value) in harmless
    assert good_texts(format_, answer) == GOOD


JUNK = {
    "null": None, "true": True, "zero": 0, "minus-one": -1, "huge": 10**30, "float": 1.5, "numeral": "3", "blank": " ",
    "nothing": "", "list": [], "object": {}, "lists": [[1, [None]]], "objects": [{"a": {}}], "nul": "\0",
    "astral": "😀", "path": "../../x", "formula": "=1+1", "long": "가" * 3000, "line-ends": "a\r\nb",
    "separator": "\u2028", "pair": [0, 1],
}  # fmt: skip


def places(value, path=()):
    """Every place in a value, the whole of it left out."""
    if path:
        yield path
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from places(value[key], (*path, key))


def changed(value, path, new):
    """The value with something else in that place."""
    key, *rest = path
    copy = value.copy()
    copy[key] = changed(value[key], rest, new) if rest else new
    return copy


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("junk", JUNK.values(), ids=JUNK)
def test_anything_in_any_place_leaves_the_rest_as_it_is(format_, junk):
    middle = record(format_)
    for path in places(middle):
        if format_ == "cas-json" and path[0] == "%TYPES" and len(path) > 2:
            continue  # never looked at
        spoilt = json.dumps(changed(middle, path, junk), ensure_ascii=False)
        answer = promised(format_, between(format_, spoilt))
        if format_ == "table" and any(mark in spoilt[1:] for mark in ("{", "[[")):
            assert answer.error is not None  # objects in objects are no table, and no part of one
        else:
            assert good_texts(format_, answer) == GOOD, path


def marked(format_: str, start: object, end: object) -> dict[str, object]:
    """The middle document with its first span elsewhere."""
    made = record(format_)
    offsets = {"start": start, "end": end}
    if format_ == "doccano":
        made["label"][0][:2] = [start, end]
    elif format_ == "label-studio":
        made["annotations"][0]["result"][0]["value"].update(offsets)
    elif format_ == "w3c":
        made["target"]["selector"][0].update(offsets)
    elif format_ == "cas-json":
        marks = [one for one in made["%FEATURE_STRUCTURES"] if one["%TYPE"].endswith("NamedEntity")]
        marks[0].update({"begin": start, "end": end})
    else:
        made["spans"][0].update(offsets)
    return made


MARKED = tuple(one for one in FORMATS if one != "table")
OFFSETS = {
    "negative": (-1, 3), "both-negative": (-5, -2), "reversed": (4, 2), "nothing-between": (2, 2), "outside": (0, 999),
    "all-outside": (500, 600), "huge": (0, 10**30), "float": (0.0, 3.0), "fraction": (0.5, 3.5), "numerals": ("0", "3"),
    "true": (False, True), "null": (None, None), "missing-end": (0, None), "list": ([0], [3]), "object": ({}, {}),
}  # fmt: skip


@pytest.mark.parametrize("format_", MARKED)
@pytest.mark.parametrize("name", OFFSETS)
def test_a_span_that_cannot_be_there_is_refused_alone(format_, name):
    answer = promised(
        format_, between(format_, json.dumps(marked(format_, *OFFSETS[name]), ensure_ascii=False))
    )
    assert answer.reasons
    assert good_texts(format_, answer) == GOOD
    middle = [one for one in answer.entries if one.text == TEXTS["two"]]
    if format_ != "w3c":  # where an annotation is a line of its own
        assert [span.id for one in middle for span in one.spans] != []
        assert len(middle[0].spans) == 1


LABELS = {
    "unknown": "NOBODY_KNOWS", "korean": "기관", "with-blanks": "A  B", "emoji": "😀", "path": "../../etc",
    "formula": "=cmd|' /C calc'!A0", "markup": "<b>&amp;", "number": 12, "nothing": "", "blank": " ",
    "line-end": "A\nB", "tab": "A\tB", "bar": "A|B", "nul": "\0", "long": "가" * 5000, "list": ["A", "B"],
    "object": {"a": 1}, "null": None,
}  # fmt: skip


def labelled(format_: str, label: object) -> dict[str, object]:
    """The middle document with another label on its first span."""
    made = record(format_)
    if format_ == "doccano":
        made["label"][0][2] = label
    elif format_ == "label-studio":
        made["annotations"][0]["result"][0]["value"]["labels"] = [label]
    elif format_ == "w3c":
        made["body"][0]["value"] = label
    elif format_ == "cas-json":
        next(one for one in made["%FEATURE_STRUCTURES"] if one["%TYPE"].endswith("NamedEntity"))["value"] = (
            label
        )
    else:
        made["spans"][0]["label"] = label
    return made


@pytest.mark.parametrize("format_", MARKED)
@pytest.mark.parametrize("name", LABELS)
def test_any_label_is_taken_as_a_name_or_its_span_is_refused(format_, name):
    answer = promised(
        format_, between(format_, json.dumps(labelled(format_, LABELS[name]), ensure_ascii=False))
    )
    assert good_texts(format_, answer) == GOOD
    assert all(map(is_sound, answer.entries))
    spans = sum(len(one.spans) for one in answer.entries if one.text == TEXTS["two"])
    assert answer.reasons or spans >= (1 if format_ == "w3c" else 2)
