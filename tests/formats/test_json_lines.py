"""JSON values out of files: every layout, line numbers, recovery after what is broken, bounded work."""

import json
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats.json_lines import json_values
from annotator.formats.json_values import Found, RefusedError, Written, value_at
from tests.support.pace import allowed, timed

objects = st.dictionaries(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=4),
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.text('ab{}[]"\\', max_size=3), inner, max_size=2)
        ),
        max_leaves=6,
    ),
    max_size=4,
)
layouts = st.sampled_from([None, 0, 1, 4])


def values(content, **more):
    return list(json_values(BytesIO(content), **more))


def plain(found):
    assert [one.fault for one in found] == [None] * len(found)
    return [one.value for one in found]


@given(st.lists(objects, max_size=4), layouts, st.booleans(), st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=60)
def test_objects_in_a_row_are_read_however_they_are_printed(rows, indent, ascii_only, line_end):
    text = "".join(json.dumps(row, indent=indent, ensure_ascii=ascii_only) + "\n" for row in rows)
    assert plain(values(text.replace("\n", line_end).encode())) == rows


@given(st.lists(objects, max_size=4), layouts)
@settings(max_examples=60)
def test_the_members_of_an_array_are_read_however_it_is_printed(rows, indent):
    assert plain(values(json.dumps(rows, indent=indent, ensure_ascii=False).encode())) == rows


@given(st.lists(objects, min_size=1, max_size=4))
@settings(max_examples=30)
def test_lines_and_members_are_numbered_alike(rows):
    lines = "\n".join(json.dumps(row) for row in rows)
    array = "[" + ",\n".join(json.dumps(row) for row in rows) + "]"
    assert [found.line for found in values(lines.encode())] == list(range(1, len(rows) + 1))
    assert values(array.encode()) == values(lines.encode())


class Trickle(BytesIO):
    """A file that gives few bytes at a time, as a pipe may."""

    def read(self, size=-1):
        return super().read(min(size, 3) if size >= 0 else 3)


@given(st.lists(objects, max_size=3))
@settings(max_examples=30)
def test_an_array_that_comes_in_small_pieces_is_the_same(rows):
    content = json.dumps(rows, ensure_ascii=False).encode()
    assert plain(list(json_values(Trickle(content)))) == rows


def test_a_member_longer_than_what_is_read_at_once_is_whole():
    rows = [{"text": "가" * 400_000}, 1.5, {"text": "나"}]
    assert plain(values(json.dumps(rows).encode())) == rows


def test_a_record_cut_off_does_not_swallow_the_lines_after_it():
    content = b'{"text":"a","spans":[\n{"text":"b"}\n{"text":"c","x":{\n{"text":"d"}\n'
    found = values(content)
    assert [(one.line, one.fault is None) for one in found] == [(1, False), (2, True), (3, False), (4, True)]


def test_a_span_on_a_line_of_its_own_does_not_end_the_record_around_it():
    content = b'{"text":"ab","spans":[\n{"start":0,"end":1,"text":"a","label":"X"}\n]}\n{"text":"c"}'
    assert [one.value["text"] for one in values(content)] == ["ab", "c"]


PRINTED_BADLY = {
    "string-over-two-lines": (b'{"a":\n"b\nc"}', "json.invalid"),
    "closed-too-often": (b'{"a":1\n}}', "json.invalid"),
    "closed-by-another": (b'{"a":[1\n}]', "json.invalid"),
    "key-twice": (b'{"a":1,\n"a":2}', "json.key-twice"),
    "not-a-number": (b'{"a":\nNaN}', "json.number"),
    "too-deep": (b'{"a":\n' + b"[" * 5000 + b"]" * 5000 + b"}", "json.too-deep"),
}


@pytest.mark.parametrize(("content", "reason"), PRINTED_BADLY.values(), ids=PRINTED_BADLY)
def test_a_printed_value_that_is_refused_is_one_fault_at_its_first_line(content, reason):
    found = values(b"\n" + content + b'\n{"text":"b"}\n')
    assert (found[0].line, found[0].fault.id) == (2, reason)
    assert found[-1].value == {"text": "b"}


def test_a_member_nested_too_deep_is_told_before_the_array_stops():
    found = values(b"[1," + b"[" * 100_000 + b"]" * 100_000 + b",2]")
    assert [one.fault and one.fault.id for one in found] == [None, "json.too-deep", "json.array-invalid"]


def test_brackets_inside_strings_open_nothing():
    content = '{"a":"{[\\"{",\n"b":1}\n{"c":2}'
    assert plain(values(content.encode())) == [{"a": '{["{', "b": 1}, {"c": 2}]


@pytest.mark.parametrize("content", [b"", b"\n\r\n  \n", b"\xef\xbb\xbf", b" " * 5000 + b"\n" * 5000])
def test_nothing_is_no_value(content):
    assert values(content) == []


def test_a_value_after_many_blank_lines_has_its_line_number():
    assert values(b"\n" * 3000 + b" " * 3000 + b'{"a":1}\n{"b":2}') == [
        Found(3001, {"a": 1}),
        Found(3002, {"b": 2}),
    ]


@pytest.mark.parametrize("content", [b"[1,]", b"[1 2]", b"[,]", b'["\xff"]', b"[1", b"[tru", b"["])
def test_a_broken_array_is_a_fault_that_names_the_member(content):
    assert values(content)[-1].fault.id == "json.array-invalid"


def test_what_follows_an_array_is_a_fault():
    assert [one.fault and one.fault.id for one in values(b"[1]\n[2]")] == [None, "json.after-array"]


def test_members_over_the_limit_are_refused():
    content = json.dumps(["x" * 3_000_000]).encode()
    assert [one.fault.id for one in values(content, longest=1_000_000)] == [
        "json.too-long",
        "json.array-invalid",
    ]


def test_printed_values_over_the_limit_are_refused_and_the_next_is_read():
    content = b'{"a":[\n' + b'"xxxxxxxxxxxxxxxxxxxxxxxx",\n' * 100 + b"1]}\n"
    found = values(content + b'{"text":"b"}', longest=1000)
    assert found[0].fault.id == "json.too-long"
    assert found[-1].value == {"text": "b"}


@pytest.mark.parametrize("length", [10, 11, 12])
def test_the_limit_is_the_length_of_a_line(length):
    found = values(b'{"a":"bc"}\n', longest=length)
    assert (found[0].fault is None) == (length >= 11)


HOSTILE = [
    (b'{"', b'\\"'),
    (b"", b"{"),
    (b'{"a":[\n', b"{}"),
    (b"", b'{"a":1}'),
    (b"", b'{"a":\n'),
    (b"[", b"1,"),
]


def test_hostile_lines_take_no_time_that_grows_with_their_square():
    def seconds(content):
        with timed() as spent:
            values(content)
        return spent.seconds

    for begin, again in HOSTILE:
        assert seconds(begin + again * 100_000) < allowed(3)


def test_numbers_remember_how_they_were_written():
    [found] = values(b'{"score":0.70,"n":1E2}')
    assert found.value == {"score": 0.7, "n": 100.0}
    assert isinstance(found.value["score"], Written)
    assert found.value["score"].text == "0.70"


def test_escaped_pairs_of_surrogates_are_one_character():
    assert value_at('"\\ud83d\\ude00\\ud558"', 0)[0] == "😀하"
    with pytest.raises(RefusedError):
        value_at('"\\ud83d\\ud558"', 0)


def test_an_escaped_backslash_before_ud8_is_only_text():
    assert value_at('"\\\\ud800"', 0)[0] == "\\ud800"
