from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from annotator.ui.widgets.plain_text import one_line, plain_tooltip, without_mnemonics


@given(st.text(alphabet=st.characters(codec=None)))
def test_one_line_keeps_the_length_and_holds_no_line_end(text):
    line = one_line(text)
    assert len(line) == len(text)
    assert not set(line) & set("\n\r\t\u2028\u2029\x00\x85")
    line.encode("utf-8")  # no lone surrogate is left


def test_one_line_leaves_words_blanks_and_joined_characters_alone():
    text = "예산 1조\u00a02천억 👩\u200d👧 ᄒᆞᆫ"
    assert one_line(text) == text


def test_a_tooltip_shows_markup_as_it_was_written():
    shown = QTextDocument()
    shown.setHtml(plain_tooltip("<b>굵게</b> & <img src=x>", "", "둘째 줄"))
    assert shown.toPlainText() == "<b>굵게</b> & <img src=x>\n둘째 줄"


def test_a_tooltip_of_nothing_is_none():
    assert plain_tooltip("", "") == ""


def test_an_ampersand_is_no_shortcut():
    assert without_mnemonics("R&D") == "R&&D"
