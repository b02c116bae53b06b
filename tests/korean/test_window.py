"""The window looks at the neighbourhood of a range alone, and finds the way back to the raw text."""

from unicodedata import normalize

from annotator.korean.window import window


def test_the_window_ends_with_the_line() -> None:
    place = window("앞줄\n기상청은\n뒷줄", 4, 6)
    assert place.text == "기상청은"
    assert place.text[place.start : place.end] == "상청"
    assert place.at_line_start
    assert place.outside(1, 3) == (4, 6)


def test_of_a_long_line_only_a_part_is_looked_at() -> None:
    text = "가나다라마" * 10_000
    place = window(text, 25_000, 25_002)
    assert len(place.text) < 500
    assert not place.at_line_start
    assert place.outside(place.start, place.end) == (25_000, 25_002)
    assert window(text, 3, 3).at_line_start


def test_decomposed_text_gives_the_same_window_with_its_own_offsets() -> None:
    text = "한국의 기상청은 " * 100
    raw = normalize("NFD", text)
    composed = window(text, 409, 412)
    start, end = (len(normalize("NFD", text[:at])) for at in (409, 412))
    decomposed = window(raw, start, end)
    assert decomposed.text == composed.text
    assert (decomposed.start, decomposed.end) == (composed.start, composed.end)
    assert decomposed.outside(decomposed.start, decomposed.end) == (start, end)


def test_an_end_inside_a_cluster_takes_the_cluster() -> None:
    raw = normalize("NFD", "각국")
    place = window(raw, 1, 4)
    assert place.outside(place.start, place.end) == (0, 6)
    assert (window(raw, 2, 2).start, window(raw, 2, 2).end) == (0, 0)


def test_a_middle_dot_written_as_a_vowel_is_no_part_of_the_syllable_before_it() -> None:
    text = "시도ᆞ군구"
    place = window(text, 0, 2)
    assert place.text == "시도·군구"
    assert place.outside(0, 2) == (0, 2)
    assert place.outside(2, 3) == (2, 3)
