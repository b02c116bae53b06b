"""The mouse selects and points at exactly what is under it, and the pane says so in code points."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest

from annotator.ui.pane.model import PaneSpan
from annotator.ui.pane.view import ArticlePane
from annotator.ui.pane.words import run_at
from tests.ui.pane.hand import ARTICLE, BODY, ZONES, click, drag, drag_between, inside, place, span

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
NESTED = (
    span(1, "최소 1000만 달러 규모", "label-3", chip="금액"),
    span(2, "1000만 달러", "label-3", chip="금액"),
    span(3, "달러", "label-4", chip="날짜"),
)


@pytest.fixture
def told(pane: ArticlePane) -> list[tuple]:
    told: list[tuple] = []
    pane.span_clicked.connect(lambda *args: told.append(("span", *args)))
    pane.span_double_clicked.connect(lambda *args: told.append(("double", *args)))
    pane.word_selected.connect(lambda *args: told.append(("word", *args)))
    pane.drag_finished.connect(lambda *args: told.append(("drag", *args)))
    pane.blank_clicked.connect(lambda: told.append(("blank",)))
    pane.set_document(ARTICLE, ZONES)
    return told


@pytest.mark.parametrize(
    "part", ["과기부", "4200억원을", "한국에너지기술평가원", "최소 1000만 달러", "😀 이모지", "0"]
)
@pytest.mark.parametrize("backwards", [False, True])
def test_a_drag_selects_exactly_what_it_covers(pane, told, part, backwards) -> None:
    start, end = place(part)
    drag(pane, end, start) if backwards else drag(pane, start, end)
    assert pane.selection() == (start, end)
    assert told == [("drag", start, end, False)]


def test_a_drag_over_a_line_wrap(pane, told) -> None:
    first = pane._page.line_of(place("산업통상자원부")[0])
    drag(pane, first.end - 4, first.end + 3)
    assert told == [("drag", first.end - 4, first.end + 3, False)]
    assert pane.point_of(first.end + 3).y() > pane.point_of(first.end - 4).y()


def test_ctrl_makes_a_drag_exact(pane, told) -> None:
    start, end = place("분야에")
    drag(pane, start, end, CTRL)
    assert told == [("drag", start, end, True)]


def test_a_drag_may_end_outside_the_pane(pane, told) -> None:
    start, _ = place("국제")
    drag_between(pane, pane.point_of(start), QPoint(pane.width() + 300, pane.height() + 200))
    assert told == [("drag", start, len(ARTICLE), False)]
    told.clear()
    drag_between(pane, pane.point_of(start), QPoint(-40, -40))
    assert told == [("drag", 0, start, False)]


def test_a_drag_that_begins_in_the_selection_selects_anew(pane, told) -> None:
    start, end = place("차세대 배터리와")
    pane.select(start, end)
    drag(pane, start + 1, start + 3)
    assert told == [("drag", start + 1, start + 3, False)]


def test_a_trembling_hand_clicks(pane, told) -> None:
    at = inside(pane, place("수소")[0])
    drag_between(pane, at, at + QPoint(2, 0))
    assert told == [("blank",)]
    assert pane.selection()[0] == pane.selection()[1]


def test_shift_and_a_click_stretch_the_selection(pane, told) -> None:
    start, end = place("수소 분야")
    pane.set_spans([span(1, "분야에")])
    pane.set_caret(start)
    QTest.mouseClick(pane.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, pane.point_of(end))
    assert pane.selection() == (start, end)
    assert told == []


def test_a_click_means_the_span_under_it(pane, told) -> None:
    pane.set_spans([span(1, "수소"), span(2, "산업통상자원부")])
    click(pane, place("수소")[0])
    click(pane, place("산업통상자원부")[0] + 3)
    click(pane, place("내년부터")[0])
    QTest.mouseClick(pane.viewport(), LEFT, pos=QPoint(300, pane.viewport().height() - 20))
    assert told == [("span", 1), ("span", 2), ("blank",), ("blank",)]


def test_clicks_on_one_place_walk_outwards_and_round(pane, told) -> None:
    pane.set_spans(NESTED)
    at = place("달러")[0]
    for _ in range(4):
        click(pane, at)
    assert told == [("span", 3), ("span", 2), ("span", 1), ("span", 3)]
    click(pane, at - 3)
    click(pane, at)
    assert told[4:] == [("span", 2), ("span", 3)]


def test_the_walk_goes_on_while_its_owner_moves_the_box(pane, told) -> None:
    pane.set_spans(NESTED)
    pane.caret_moved.connect(lambda _: pane.set_current(None))
    pane.span_clicked.connect(pane.set_current)
    at = place("달러")[0]
    click(pane, at)
    click(pane, at)
    assert [what[1] for what in told] == [3, 2]
    pane.set_current(1)  # by a key, say: the walk is over
    click(pane, at)
    assert told[-1] == ("span", 3)


def test_a_chip_means_its_own_span(pane, told) -> None:
    pane.set_spans(NESTED)
    corner = QPoint(0, pane.verticalScrollBar().value())
    line = pane._page.line_of(NESTED[0].start)
    chips = pane._page.chips(pane._page.fragments(line), line)
    assert [chip.span.id for chip in chips] == [1, 2, 3]
    for chip in chips:
        QTest.mouseClick(pane.viewport(), LEFT, pos=chip.box.center().toPoint() - corner)
    assert told == [("span", 1), ("span", 2), ("span", 3)]
    assert all(one.box.right() < other.box.left() for one, other in pairwise(chips))


def test_a_lane_means_its_own_span(pane, told) -> None:
    pane.set_spans(NESTED[:2])
    line = pane._page.line_of(NESTED[1].start)
    for fragment in pane._page.fragments(line):
        at = QPointF(fragment.box.left() + 30, fragment.lane_top + 1) - pane._scrolled()
        QTest.mouseClick(pane.viewport(), LEFT, pos=at.toPoint())
    assert told[-1] == ("span", 2)


def send(pane: ArticlePane, kind: QEvent.Type, at: QPoint) -> None:
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    there = pane.viewport().mapToGlobal(QPointF(at))
    event = QMouseEvent(kind, QPointF(at), there, LEFT, held, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(pane.viewport(), event)


def double_click(pane: ArticlePane, cp: int) -> None:
    """The last release is left to the caller."""
    at = inside(pane, cp)
    for kind in (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
    ):
        send(pane, kind, at)


def test_a_double_click_selects_what_the_owner_calls_a_word(pane, told) -> None:
    start, end = place("산업통상자원부")
    pane.set_spans([span(1, "산업통상자원부")])
    double_click(pane, start + 2)
    send(pane, QEvent.Type.MouseButtonRelease, inside(pane, start + 2))
    assert pane.selection() == (start, end + 1)  # with its josa: the default knows no Korean
    assert told == [("span", 1), ("word", start, end + 1), ("double", 1)]
    asked = []
    pane.word_at = lambda text, cp: (asked.append((text, cp)), (start, end))[1]
    double_click(pane, start + 2)
    assert asked == [(ARTICLE, start + 2)]
    assert pane.selection() == (start, end)


def test_a_drag_after_a_double_click_goes_by_words(pane, told) -> None:
    start, _ = place("최소")
    double_click(pane, start)
    last = place("달러")[0]
    send(pane, QEvent.Type.MouseMove, inside(pane, last))
    send(pane, QEvent.Type.MouseButtonRelease, inside(pane, last))
    assert told[-1] == ("drag", start, place("달러")[1], False)


@pytest.mark.parametrize(
    ("text", "cp", "expected"),
    [
        ("한국(KIST)와 '미국'", 0, (0, 2)),
        ("한국(KIST)와 '미국'", 4, (3, 7)),
        ("한국(KIST)와 '미국'", 2, (2, 3)),
        ("한국(KIST)와 '미국'", 9, (9, 9)),
        ("한국(KIST)와 '미국'", 11, (11, 13)),
        ("2023.12.09\u00a0밤", 3, (0, 10)),
        ("", 0, (0, 0)),
    ],
)
def test_a_run_ends_at_white_space_brackets_and_quotes(text, cp, expected) -> None:
    assert run_at(text, cp) == expected


def test_spans_are_told_by_place(pane) -> None:
    pane.set_document(ARTICLE, ZONES, NESTED)
    assert pane.spans_at(place("달러")[0]) == [3, 2, 1]
    assert pane.spans_at(place("규모")[0]) == [1]
    assert pane.spans_at(place("규모")[1]) == []
    pane.upsert_span(PaneSpan(3, *place("규모"), "label-4", "날짜"))
    pane.remove_span(2)
    assert pane.spans_at(place("달러")[0]) == [1]
    assert pane.spans_at(place("규모")[0]) == [3, 1]


def test_a_span_over_a_line_wrap_has_a_box_on_each_line(pane) -> None:
    pane.set_document(ARTICLE, ZONES)
    end = pane._page.line_of(place("산업통상자원부")[0]).end
    pane.upsert_span(PaneSpan(1, end - 5, end + 4, "label-1", "기관"))
    first, second = pane.span_rects(1)
    assert first.bottom() < second.top()
    assert first.left() > second.left()
    assert pane.span_rect(1) == first
    assert pane.span_rect(2).isEmpty()
    assert first.contains(inside(pane, end - 5))
    assert second.contains(inside(pane, end + 3))


def test_a_span_that_is_only_a_line_feed_can_be_seen_and_clicked(pane, told) -> None:
    end = place(BODY)[1]
    pane.set_spans(
        [PaneSpan(1, end, end + 1, "label-1", "기관"), PaneSpan(2, end + 1, end + 2, "label-1", "기관")]
    )
    for number in (1, 2):
        box = pane.span_rect(number)
        assert 3 <= box.width() <= 5
        QTest.mouseClick(pane.viewport(), LEFT, pos=box.center())
    assert told == [("span", 1), ("span", 2)]
    for number, cp in ((1, end), (2, end + 1)):
        line = pane._page.line_of(cp)
        shown = pane._page.chips(pane._page.fragments(line), line)
        assert [chip.span.id for chip in shown] == [number]


def test_adding_a_span_moves_no_text_but_opening_makes_room(pane) -> None:
    deep = [PaneSpan(at, 40, 60 + at, "label-1", "기관") for at in range(1, 5)]
    pane.set_document(ARTICLE, ZONES)
    pane.set_spans([deep[0]])
    shallow = pane.point_of(len(ARTICLE)).y()
    for one in deep[1:]:
        pane.upsert_span(one)
    pane.set_spans(deep)
    assert pane.point_of(len(ARTICLE)).y() == shallow
    pane.fit_lanes()
    deeper = pane.point_of(len(ARTICLE)).y()
    assert deeper > shallow
    pane.set_document(ARTICLE, ZONES)
    pane.set_spans(deep)
    assert pane.point_of(len(ARTICLE)).y() == deeper
    pane.set_document(ARTICLE, ZONES, deep)
    assert pane.point_of(len(ARTICLE)).y() == deeper


def test_a_new_document_forgets_spans_current_and_clicks(pane, told) -> None:
    pane.set_spans(NESTED)
    click(pane, place("달러")[0])
    pane.set_current(3)
    pane.set_document(BODY, ())
    assert pane.spans_at(BODY.index("달러")) == []
    pane.set_spans([span(3, "달러", text=BODY)])
    click(pane, BODY.index("달러"))
    assert told == [("span", 3), ("span", 3)]
