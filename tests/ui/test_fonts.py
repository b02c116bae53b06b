"""The bundled fonts are there on a machine that has none, and the sizes are five."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QFontMetricsF

from annotator.ui.fonts import FAMILIES, TextSize, font, register

FONTS = Path(__file__).parents[2] / "resources" / "fonts"


def test_the_bundled_family_is_the_one_used(qapp) -> None:
    register(FONTS)
    register(FONTS)
    assert FAMILIES[0] in QFontDatabase.families()
    for bold in (False, True):
        made = font(17, bold=bold)
        assert QFontInfo(made).family() == FAMILIES[0]
        assert QFontInfo(made).pixelSize() == 17
        assert made.bold() == bold
    regular, bold = (QFontMetricsF(font(17, bold=bold)) for bold in (False, True))
    assert regular.horizontalAdvance("agency") < bold.horizontalAdvance("agency")
    for character in "한美李·㈜":
        assert regular.inFontUcs4(ord(character)), character


def test_fonts_that_are_missing_are_told(qapp, tmp_path) -> None:
    before = qapp.property("annotator_fonts")
    qapp.setProperty("annotator_fonts", None)
    try:
        with pytest.raises(OSError, match="NotoSansKR-Regular"):
            register(tmp_path)
    finally:
        qapp.setProperty("annotator_fonts", before)


def test_sizes_step_up_and_down_and_stop_at_the_ends() -> None:
    assert [TextSize.NORMAL.step(by) for by in (-9, -1, 0, 1, 2, 9)] == [
        TextSize.SMALLEST,
        TextSize.SMALL,
        TextSize.NORMAL,
        TextSize.LARGE,
        TextSize.LARGEST,
        TextSize.LARGEST,
    ]
    interface = [size.interface for size in TextSize]
    assert interface == sorted(interface)
    assert all(beside < size for beside, size in zip(interface, TextSize, strict=True))
