"""Code points and UTF-16 units agree with what encoding the text says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.offsets import Utf16Map

TEXTS = (
    "",
    "가나다",
    "😀 한국",
    "한국 😀",
    "😀😀😀",
    "가😀나👨‍👩‍👧‍👦다🇰🇷",
    "\U00010000\uffff\U0010ffff",
    "낱\ud83d 반쪽 \ude00 둘 \ud83d\ude00",
    "\ufeff앞에 온 것\u2028줄\u2029끝",
    "한국어" * 200 + "𠮷" + "글" * 200,
)


def units_before(text: str, cp: int) -> int:
    return len(text[:cp].encode("utf-16-le", "surrogatepass")) // 2


@pytest.mark.parametrize("text", TEXTS)
def test_every_offset_of_a_text_agrees_with_its_encoding(text: str) -> None:
    offsets = Utf16Map(text)
    assert offsets.size == len(text)
    assert offsets.length == units_before(text, len(text))
    for cp in range(len(text) + 1):
        utf16 = units_before(text, cp)
        assert offsets.to_utf16(cp) == utf16
        assert offsets.to_cp(utf16) == cp


@given(st.text(st.characters(codec=None), max_size=60))
def test_a_place_survives_the_round_trip(text: str) -> None:
    offsets = Utf16Map(text)
    places = [offsets.to_utf16(cp) for cp in range(len(text) + 1)]
    assert places == [units_before(text, cp) for cp in range(len(text) + 1)]
    assert [offsets.to_cp(place) for place in places] == list(range(len(text) + 1))


@given(st.text(st.sampled_from("가a😀𠮷🇰"), max_size=40))
def test_inside_a_pair_it_rounds_down(text: str) -> None:
    offsets = Utf16Map(text)
    for utf16 in range(offsets.length + 1):
        cp = offsets.to_cp(utf16)
        assert units_before(text, cp) <= utf16
        assert cp == len(text) or units_before(text, cp + 1) > utf16
