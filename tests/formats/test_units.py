"""Offsets of other counts are taken to ours exactly or not at all."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.messages import Message
from annotator.core.text import unify_line_ends
from annotator.formats import units

texts = st.text(st.sampled_from("ab가😀\r\n\u0301"), max_size=12)


@given(texts)
def test_every_character_edge_in_utf16_is_found_and_nothing_between(text):
    place = units.utf16_place(text)
    edges = {len(text[:index].encode("utf-16-le")) // 2: index for index in range(len(text) + 1)}
    for offset in range(max(edges) + 1):
        assert place(offset) == edges.get(offset)


@given(texts)
def test_every_offset_not_inside_a_crlf_keeps_what_is_before_it(text):
    place = units.line_feed_place(text)
    whole = unify_line_ends(text)
    for offset in range(len(text) + 1):
        inside = text[offset - 1 : offset + 1] == "\r\n" if offset else False
        if inside:
            assert place(offset) is None
        else:
            assert whole[: place(offset)] == unify_line_ends(text[:offset])


@given(texts, st.integers(-5, 40), st.integers(-5, 40))
def test_offsets_outside_stay_outside(text, start, end):
    for place in (units.utf16_place(text), units.line_feed_place(text)):
        for offset in (start, end):
            if offset < 0:
                assert place(offset) == offset
        assert place(100) == 100


def test_a_record_without_offsets_fits_nothing():
    assert not units.fit({"text": "ab", "spans": []}, "ab")
    assert not units.fit({"text": "ab"}, "ab")
    assert not units.fit({"text": "ab", "spans": [{"start": True, "end": 1}]}, "ab")


def test_quotes_are_compared_with_their_line_ends_unified():
    record = {"text": "a\r\nb", "spans": [{"start": 0, "end": 4, "label": "X", "text": "a\nb"}]}
    assert units.fit(record, "a\r\nb")
    assert units.with_line_feeds(record, "a\r\nb")["spans"] == [
        {"start": 0, "end": 3, "label": "X", "text": "a\nb"}
    ]


def test_what_has_no_place_becomes_the_reason():
    record = {
        "text": "😀",
        "spans": [{"start": 0, "end": 1}],
        "zones": "x",
        "decisions": [None, {"before": None}],
    }
    moved = units.from_utf16(record, "😀")
    assert isinstance(moved["spans"][0], Message)
    assert (moved["zones"], moved["decisions"]) == ("x", [None, {"before": None}])
