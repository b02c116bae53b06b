"""How wide words are in a font, and how they are cut to fit."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

_MOST: Final = 4096
_ELIDE: Final = Qt.TextElideMode


class Fitting:
    """Measures words in one font and remembers them: a list paints the same ones again and again."""

    def __init__(self, font: QFont) -> None:
        self.font = QFont(font)
        self._metrics = QFontMetrics(self.font)
        self._widths: dict[str, int] = {}
        self._cut: dict[tuple[str, int, bool], str] = {}

    def width(self, text: str) -> int:
        """Return the width of a text, in pixels."""
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) >= _MOST:
                self._widths.clear()
            width = self._widths[text] = self._metrics.horizontalAdvance(text)
        return width

    def cut(self, text: str, width: int, *, ahead: bool = False) -> str:
        """Return a text with an ellipsis in place of what does not fit, at its end or (`ahead`) its beginning."""
        asked = (text, width, ahead)
        shown = self._cut.get(asked)
        if shown is None:
            if len(self._cut) >= _MOST:
                self._cut.clear()
            where = _ELIDE.ElideLeft if ahead else _ELIDE.ElideRight
            shown = self._cut[asked] = self._metrics.elidedText(text, where, width)
        return shown
