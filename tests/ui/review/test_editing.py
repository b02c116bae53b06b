"""Spans of one's own in a review: made by digits, moved by whole clusters, never empty, never twice."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.clusters import is_edge
from annotator.core.decision import ItemSpan
from annotator.core.labels import DEFAULT_LABELS
from annotator.core.values import Norm
from annotator.ui.review.editing import Editing

AGENCY, SECTOR = DEFAULT_LABELS[0], DEFAULT_LABELS[1]
DECOMPOSED = unicodedata.normalize("NFD", "환경부와 👩‍🔬가 한빛시를")
TEXT = "한빛시는 2일 수소산업진흥원과 함께"


def read_nothing(_start: int, _end: int, _label_id: int) -> Norm | None:
    return None


def begun(text: str, *spans: ItemSpan) -> Editing:
    return Editing.begin(text, spans, read_nothing)


def on(text: str, quote: str, label: str = "AGENCY", norm: Norm | None = None) -> ItemSpan:
    start = text.index(quote)
    return ItemSpan(start, start + len(quote), label, norm)


def covered(editing: Editing) -> list[str]:
    return [editing.text[span.start : span.end] for span in editing.spans]


def test_an_end_moves_over_a_whole_syllable_however_it_is_written() -> None:
    ministry = unicodedata.normalize("NFD", "환경부")
    editing = begun(DECOMPOSED, on(DECOMPOSED, ministry))
    editing.move_edge(0, -1, AGENCY)
    assert covered(editing) == [unicodedata.normalize("NFD", "환경")]
    editing.move_edge(0, 1, AGENCY)
    assert covered(editing) == [ministry]
    editing.move_edge(1, 0, AGENCY)
    assert covered(editing) == [unicodedata.normalize("NFD", "경부")]


def test_an_end_moves_over_a_whole_emoji() -> None:
    editing = begun(DECOMPOSED, on(DECOMPOSED, unicodedata.normalize("NFD", "와 ")))
    editing.move_edge(0, 1, AGENCY)
    assert covered(editing) == [unicodedata.normalize("NFD", "와 👩‍🔬")]


MOVES = st.lists(st.sampled_from([(0, -1), (0, 1), (-1, 0), (1, 0)]), max_size=60)


@given(MOVES)
def test_whatever_keys_are_pressed_the_ends_stand_between_clusters_with_something_between(
    moves: list[tuple[int, int]],
) -> None:
    editing = begun(DECOMPOSED, on(DECOMPOSED, unicodedata.normalize("NFD", "환경")))
    for move in moves:
        editing.move_edge(*move, AGENCY)
        (span,) = editing.spans
        assert 0 <= span.start < span.end <= len(DECOMPOSED)
        assert is_edge(DECOMPOSED, span.start)
        assert is_edge(DECOMPOSED, span.end)


def test_a_selection_is_widened_to_clusters_and_becomes_the_current_span() -> None:
    editing = begun(DECOMPOSED)
    assert editing.current is None
    editing.label(AGENCY, (1, 4))
    assert covered(editing) == [unicodedata.normalize("NFD", "환경")]
    assert editing.current == editing.spans[0]


def test_a_digit_without_a_selection_gives_the_current_span_another_label() -> None:
    editing = begun(TEXT, on(TEXT, "한빛시"), on(TEXT, "수소산업진흥원"))
    editing.walk(1)
    editing.label(SECTOR, (3, 3))
    assert [span.label for span in editing.spans] == ["AGENCY", "SECTOR"]
    assert TEXT[slice(*editing.current[:2])] == "수소산업진흥원"


def test_two_spans_that_become_the_same_are_one() -> None:
    editing = begun(TEXT, on(TEXT, "수소"), on(TEXT, "수소산"))
    editing.move_edge(0, 1, AGENCY)
    assert covered(editing) == ["수소산"]


def test_the_josa_goes_on_and_off() -> None:
    editing = begun(TEXT, on(TEXT, "수소산업진흥원"))
    editing.switch_josa(AGENCY)
    assert covered(editing) == ["수소산업진흥원과"]
    editing.switch_josa(AGENCY)
    assert covered(editing) == ["수소산업진흥원"]


def test_a_value_that_rules_read_is_read_anew_and_one_that_a_person_wrote_stays() -> None:
    def read(start: int, end: int, _label_id: int) -> Norm:
        return Norm("name", TEXT[start:end])

    for norm, wanted in ((Norm("name", "한빛시는"), "한빛시"), (Norm("name", "한빛"), "한빛")):
        editing = Editing.begin(TEXT, (on(TEXT, "한빛시는", norm=norm),), read)
        editing.move_edge(0, -1, AGENCY)
        assert editing.spans[0].norm == Norm("name", wanted)


def test_the_last_span_taken_away_leaves_nothing_current() -> None:
    editing = begun(TEXT, on(TEXT, "한빛시"), on(TEXT, "수소"))
    editing.walk(-1)
    assert TEXT[slice(*editing.current[:2])] == "수소"
    editing.remove()
    editing.remove()
    editing.remove()
    editing.walk(1)
    assert editing.current is None
    assert editing.result == ()


def test_a_second_label_stands_on_the_same_place_and_one_that_is_there_keeps_its_value() -> None:
    valued = on(TEXT, "한빛시", norm=Norm("agency", "한빛시청"))
    editing = begun(TEXT, valued)
    editing.add_second(AGENCY, (0, 0))
    assert editing.result == (valued,)
    editing.add_second(SECTOR, (0, 0))
    assert [(span[:3]) for span in editing.spans] == [(0, 3, "AGENCY"), (0, 3, "SECTOR")]
    assert editing.current == on(TEXT, "한빛시", "SECTOR")
    editing.add_second(SECTOR, (5, 7))
    assert covered(editing)[-1] == TEXT[5:7]
    nothing = begun(TEXT)
    nothing.add_second(AGENCY, (2, 2))
    assert nothing.result == ()
