"""A pane of a known size in the bundled font, in a window of its own."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator.ui import fonts
from annotator.ui.pane.view import ArticlePane

FONTS = Path(__file__).parents[3] / "resources" / "fonts"


@pytest.fixture
def bundled_fonts(qapp: QApplication) -> None:
    qapp.setStyle("Fusion")
    fonts.register(FONTS)


@pytest.fixture
def pane(bundled_fonts, qtbot) -> ArticlePane:
    pane = ArticlePane()
    qtbot.addWidget(pane)
    pane.resize(640, 700)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.activateWindow()
    pane.setFocus()
    qtbot.waitUntil(pane.hasFocus)
    return pane
