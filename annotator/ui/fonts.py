"""The fonts of the window: the bundled family, what stands in for it, and the text sizes."""

from enum import IntEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase

FAMILIES: Final = ("Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans CJK KR")
"""The bundled family, then what Windows, macOS and Linux have for what it lacks (`docs/adr/0012-bundled-font.md`)."""
_FILES: Final = ("NotoSansKR-Regular.ttf", "NotoSansKR-Bold.ttf")
_REGISTERED: Final = "annotator_fonts"


class TextSize(IntEnum):
    """The five sizes of the article's text in pixels, as on a newspaper's page: 더 작게 to 더 크게."""

    SMALLEST = 14
    SMALL = 15
    NORMAL = 17
    LARGE = 20
    LARGEST = 24

    @property
    def interface(self) -> int:
        """The size, in pixels, of forms and lists beside an article of this size."""
        return _INTERFACE[self]

    def step(self, by: int) -> "TextSize":
        """Return the size so many steps larger (or smaller), at most the largest and smallest."""
        sizes = list(TextSize)
        return sizes[max(0, min(len(sizes) - 1, sizes.index(self) + by))]


_INTERFACE: Final = {
    TextSize.SMALLEST: 12,
    TextSize.SMALL: 12,
    TextSize.NORMAL: 13,
    TextSize.LARGE: 15,
    TextSize.LARGEST: 18,
}


def register(folder: Path) -> None:
    """Make the fonts in `folder` known to the running application, once; a missing file is an OSError."""
    application = QCoreApplication.instance()
    if application is None:
        msg = "fonts are registered after the application is made"
        raise RuntimeError(msg)
    if application.property(_REGISTERED):
        return
    for name in _FILES:
        if QFontDatabase.addApplicationFont(str(folder / name)) < 0:
            msg = f"the font {name} cannot be read"
            raise OSError(msg)
    application.setProperty(_REGISTERED, str(folder))


def font(pixels: int, *, bold: bool = False) -> QFont:
    """Make the font of the window in a size in pixels."""
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(pixels)
    made.setBold(bold)
    return made
