"""Line ends and lines of a text."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.text import digest, paragraphs, unify_line_ends


def test_crlf_and_cr_become_one_line_feed_each() -> None:
    assert unify_line_ends("가\r\n나\r다\n\r\n") == "가\n나\n다\n\n"


@given(st.text(alphabet="가a \n\r\u2028\u0085"))
def test_lines_are_cut_at_line_feeds_only_and_cover_the_text(text: str) -> None:
    text = unify_line_ends(text)
    assert "\n".join(text[start:end] for start, end in paragraphs(text)) == text


def test_the_digest_is_that_of_the_utf_8_of_the_text() -> None:
    assert digest("가") == "64ee5293d31bc58b72d76ae9a86a902e90442428e29f24f4ecb257ba841cdd36"
    assert digest("가") != digest("\u1100\u1161")
