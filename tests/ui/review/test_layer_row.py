"""A row of the card: what differs is told apart in the text, by line and by weight; a click adopts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.review.layer_row import LayerRow, Part, RowContent, pieces_of
from annotator.ui.theme import DARK, LIGHT

TEXT = "환경부(장관 김한결)도\n300만 달러를 보탠다."


def test_only_the_characters_that_differ_are_marked() -> None:
    assert pieces_of("수소산업진흥원과", 0, 8, [(7, 8)]) == (("수소산업진흥원", False), ("과", True))
    assert pieces_of("수소산업진흥원과", 0, 7, [(7, 8)]) == (("수소산업진흥원", False),)
    assert pieces_of("수소산업진흥원과", 2, 8, [(0, 2), (4, 5)]) == (
        ("산업", False),
        ("진", True),
        ("흥원과", False),
    )


def test_the_end_of_a_line_is_shown_on_the_one_line_there_is() -> None:
    assert pieces_of("가\n나", 0, 3, []) == (("가⏎나", False),)


RANGES = st.lists(st.integers(0, len(TEXT)), max_size=8, unique=True).map(
    lambda ends: [pair for at, pair in enumerate(pairwise(sorted(ends))) if at % 2 == 0]
)


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), RANGES)
def test_pieces_make_up_the_span_and_are_marked_where_it_differs(
    one: int, other: int, ranges: list[tuple[int, int]]
) -> None:
    start, end = sorted((one, other))
    pieces = pieces_of(TEXT, start, end, ranges)
    assert "".join(piece for piece, _ in pieces) == TEXT[start:end].replace("\n", "⏎")
    marked = [differs for piece, differs in pieces for _ in piece]
    assert marked == [any(first <= at < last for first, last in ranges) for at in range(start, end)]
    assert all(piece for piece, _ in pieces)


def part(*, differs: bool = False) -> Part:
    return Part((("수소산업진흥원", False), ("과", differs)), "기관", "label-1", "", label_differs=differs)


def content(*parts: Part, chosen: bool = False) -> RowContent:
    return RowContent("1 A", "나래", "solid", parts, "nothing here", chosen=chosen)


@pytest.fixture
def row(qtbot: QtBot) -> LayerRow:
    made = LayerRow(LIGHT)
    qtbot.addWidget(made)
    made.resize(300, 80)
    return made


def test_a_screen_reader_hears_whose_layer_it_is_and_what_it_has(row: LayerRow) -> None:
    row.show_content(
        content(part(), Part((("1,200억 원", False),), "금액", "label-3", "120,000,000,000 KRW"))
    )
    assert row.accessibleName() == "1 A 나래: 수소산업진흥원과 기관; 1,200억 원 금액 120,000,000,000 KRW"
    row.show_content(content())
    assert row.accessibleName() == "1 A 나래: nothing here"


def test_each_span_has_a_line_of_its_own(row: LayerRow) -> None:
    heights = []
    for count in (0, 1, 2, 3):
        row.show_content(content(*[part()] * count))
        heights.append(row.sizeHint().height())
    assert heights[0] == heights[1] < heights[2] < heights[3]


def test_what_differs_and_what_is_chosen_is_seen_in_either_theme(row: LayerRow) -> None:
    for theme in (LIGHT, DARK):
        row.set_theme(theme)
        seen = []
        for one in (content(part()), content(part(differs=True)), content(part(), chosen=True)):
            row.show_content(one)
            seen.append(row.grab().toImage())
        assert seen[0] != seen[1]
        assert seen[0] != seen[2]


def test_a_row_without_room_is_cut_and_drawn_all_the_same(row: LayerRow) -> None:
    row.show_content(content(Part((("긴 이름의 위원회" * 8, True),), "기관", "label-1", "값" * 40)))
    row.resize(60, 80)
    assert not row.grab().isNull()


def test_a_click_says_which_layer_and_a_drag_off_the_row_says_nothing(qtbot: QtBot, row: LayerRow) -> None:
    row.show_content(content(part()))
    row.show()
    with qtbot.waitSignal(row.clicked) as told:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert told.args == ["1 A"]
    with qtbot.assertNotEmitted(row.clicked):
        QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=QPoint(5, 500))
        QTest.mouseClick(row, Qt.MouseButton.RightButton)
