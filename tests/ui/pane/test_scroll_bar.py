"""The flat scroll bar scrolls, and shows where."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from annotator.ui.theme import DARK, LIGHT
from tests.ui.pane.hand import BODY


def handle_rows(pane) -> list[int]:
    image = pane.verticalScrollBar().grab().toImage()
    x, base = image.width() // 2, QColor(pane._theme.background)
    return [y for y in range(20, image.height() - 20) if image.pixelColor(x, y) != base]


def test_the_handle_is_drawn_where_the_text_stands(pane) -> None:
    for theme in (LIGHT, DARK):
        pane.set_theme(theme)
        pane.set_document("\n\n".join([BODY] * 40), ())
        bar = pane.verticalScrollBar()
        top = handle_rows(pane)
        bar.setValue(bar.maximum())
        bottom = handle_rows(pane)
        assert top
        assert bottom
        assert top[-1] < bottom[0]
        assert abs(len(top) - len(bottom)) <= 2
        assert len(top) < bar.height() / 3


def test_the_handle_can_be_drawn_with_the_mouse(pane) -> None:
    pane.set_document("\n\n".join([BODY] * 40), ())
    bar = pane.verticalScrollBar()
    start = QPoint(bar.width() // 2, handle_rows(pane)[0] + 5)
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(bar, start + QPoint(0, 200))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=start + QPoint(0, 200))
    assert bar.value() > 500


def test_a_text_that_fits_has_no_handle(pane) -> None:
    pane.set_document("짧은 글", ())
    assert handle_rows(pane) == []
