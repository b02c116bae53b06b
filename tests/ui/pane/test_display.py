"""Qt shows one character for each character, whatever the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from annotator.core.offsets import Utf16Map
from annotator.ui.pane.display import display

pytestmark = pytest.mark.usefixtures("qapp")

CHARACTERS = (
    "가|a| |\n|\r|\r\n|\ufeff|\ufffe|\u2028|\u2029|\u0085|\x00|\t|\x0b|\x0c|\u00a0|\u200d|\u00ad|\u200f|\u0301|\ufe0f"
    "|\ud83d|\ude00|\udfff|\ufdd0|\ufdd1|\ufffc|\uffff|😀|𠮷|\U0010ffff|👨‍👩‍👧|🇰🇷|\u1100\u1161\u11a8|\u1112\u119e\u11ab"
)
NASTY = st.sampled_from(CHARACTERS.split("|"))


def length_in_qt(shown: str) -> int:
    document = QTextDocument()
    document.setPlainText(shown)
    return document.characterCount() - 1


@settings(max_examples=400)
@given(st.lists(NASTY | st.characters(codec=None), max_size=25).map("".join))
def test_qt_counts_what_the_text_counts(text: str) -> None:
    shown = display(text)
    assert len(shown) == len(text)
    assert length_in_qt(shown) == Utf16Map(text).length
    for shown_char, char in zip(shown, text, strict=True):
        assert (ord(shown_char) > 0xFFFF) == (ord(char) > 0xFFFF)


@pytest.mark.parametrize("text", ["\r\n", "\ufeff가", "\ufffe가"], ids=ascii)
def test_qt_would_lose_characters_without_it(text: str) -> None:
    assert length_in_qt(text) < Utf16Map(text).length


def test_plain_text_is_left_alone() -> None:
    text = "기자 =\u00a0한국은 😀\n둘째\t줄\u2029셋째 \ufeff"
    assert display(text) == text
