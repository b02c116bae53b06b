"""The outlines of ticks and fields can be seen on light and on dark grounds, wherever a tick stands."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyleOptionButton,
    QStyleOptionFrame,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.ui.theme import DARK, LIGHT, Theme, contrast
from annotator.ui.widgets.outlined_style import OutlinedStyle

SIDE = 15
SEEN = 3.0
"""The least contrast of what tells a control apart (WCAG 2.2, 1.4.11)."""


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    before = qapp.palette()
    if not isinstance(qapp.style(), OutlinedStyle):
        qapp.setStyle(OutlinedStyle())
    qapp.setPalette(request.param.palette())
    yield request.param
    qapp.setPalette(before)


def drawn(theme: Theme, *states: QStyle.StateFlag) -> QImage:
    """Return a tick as the style draws it on the window's ground."""
    option = QStyleOptionButton()
    option.palette = theme.palette()
    option.rect = QImage(SIDE, SIDE, QImage.Format.Format_RGB32).rect()
    for state in states:
        option.state |= state
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.window))
    painter = QPainter(image)
    QApplication.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, option, painter)
    painter.end()
    return image


def strongest(image: QImage, ground: str, points: Iterator[tuple[int, int]]) -> float:
    return max(contrast(image.pixelColor(*at).name(), ground) for at in points)


@pytest.mark.parametrize("on", [False, True])
def test_the_outline_of_a_tick_can_be_told_from_the_ground_on_every_side(theme: Theme, on: bool) -> None:
    image = drawn(theme, QStyle.StateFlag.State_Enabled, *([QStyle.StateFlag.State_On] if on else []))
    middle = SIDE // 2
    for side in (
        [(at, middle) for at in range(3)],
        [(SIDE - 1 - at, middle) for at in range(3)],
        [(middle, at) for at in range(3)],
        [(middle, SIDE - 1 - at) for at in range(3)],
    ):
        assert strongest(image, theme.window, iter(side)) >= SEEN


def test_a_tick_that_is_set_half_set_and_not_set_look_different(theme: Theme) -> None:
    enabled = QStyle.StateFlag.State_Enabled
    seen = [
        drawn(theme, enabled),
        drawn(theme, enabled, QStyle.StateFlag.State_On),
        drawn(theme, enabled, QStyle.StateFlag.State_NoChange),
    ]
    assert seen[0] != seen[1] != seen[2] != seen[0]
    inner = [(x, y) for x in range(3, SIDE - 3) for y in range(3, SIDE - 3)]
    assert strongest(seen[0], theme.background, iter(inner)) < SEEN
    assert strongest(seen[1], theme.background, iter(inner)) >= SEEN


def test_the_keyboard_is_seen_in_a_tick(theme: Theme) -> None:
    enabled = QStyle.StateFlag.State_Enabled
    focused = (QStyle.StateFlag.State_HasFocus, QStyle.StateFlag.State_KeyboardFocusChange)
    assert drawn(theme, enabled, *focused) != drawn(theme, enabled)


def ticks() -> list[QWidget]:
    box = QCheckBox("표시")
    box.resize(120, 24)
    listed = QListWidget()
    item = QListWidgetItem("표시", listed)
    item.setCheckState(Qt.CheckState.Unchecked)
    listed.resize(120, 40)
    menu = QMenu()
    menu.addAction("표시").setCheckable(True)
    menu.resize(menu.sizeHint())
    return [box, listed, menu]


@pytest.mark.parametrize("which", range(3), ids=["box", "list", "menu"])
def test_a_tick_is_outlined_in_boxes_lists_and_menus(qtbot: QtBot, theme: Theme, which: int) -> None:
    widget = ticks()[which]
    qtbot.addWidget(widget)
    image = widget.grab(widget.rect()).toImage()
    # An edge of the box: many pixels in a row, before the words begin.
    assert any(
        sum(contrast(image.pixelColor(x, y).name(), theme.background) >= SEEN for x in range(2, 24)) >= 8
        for y in range(image.height())
    )


def test_the_frame_of_a_field_can_be_told_from_window_and_field(qtbot: QtBot, theme: Theme) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    option = QStyleOptionFrame()
    option.palette = theme.palette()
    option.state |= QStyle.StateFlag.State_Enabled
    image = QImage(60, 24, QImage.Format.Format_RGB32)
    option.rect = image.rect()
    image.fill(QColor(theme.background))
    painter = QPainter(image)
    field.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameLineEdit, option, painter)
    painter.end()
    assert strongest(image, theme.background, iter([(30, 0), (30, 1), (30, 2)])) >= 1.8
