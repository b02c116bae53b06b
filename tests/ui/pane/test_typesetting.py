"""The room between lines is what chips and lanes need, and grows with the text."""

import pytest
from PySide6.QtGui import QTextBlockFormat

from annotator.core.text import Zone, ZoneKind
from annotator.ui.fonts import TextSize
from annotator.ui.pane.typesetting import Setting, lanes_to_fit
from annotator.ui.theme import LIGHT


def test_the_distances_at_the_normal_size() -> None:
    assert Setting(TextSize.NORMAL, 2, LIGHT.muted).distance == 18
    assert Setting(TextSize.NORMAL, 4, LIGHT.muted).distance == 25
    assert [Setting(size, 2, LIGHT.muted).chip_pixels for size in TextSize] == [10, 10, 10, 11, 13]


@pytest.mark.parametrize(("deepest", "lanes"), [(0, 2), (1, 2), (2, 2), (3, 4), (4, 4), (9, 4)])
def test_room_is_made_for_the_deepest_nesting(deepest: int, lanes: int) -> None:
    assert lanes_to_fit(deepest) == lanes


def test_blank_lines_are_low(pane) -> None:
    pane.set_document("\n첫째\n\n\n둘째\n", ())
    fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
    block, low = pane.document().begin(), []
    while block.isValid():
        low.append(block.blockFormat().lineHeightType() == fixed)
        block = block.next()
    assert low == [True, False, True, True, False, False]
    tops = [pane._page._top_of(number) for number in range(3)]
    assert tops[1] - tops[0] == 12 < tops[2] - tops[1]


def test_the_blanks_around_a_zone_are_set_as_it_is(pane) -> None:
    pane.set_document("담당\t과장\n\t담당자\n", (Zone(0, 5, ZoneKind.CONTACT), Zone(7, 10, ZoneKind.CONTACT)))
    first, second = pane.document().begin(), pane.document().begin().next()
    fonts = [
        fragment.fragment().charFormat().font().pixelSize() for fragment in (first.begin(), second.begin())
    ]
    assert fonts[0] == fonts[1] > 0
