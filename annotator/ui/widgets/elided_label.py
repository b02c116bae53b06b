"""A label of plain text that is cut with an ellipsis where it does not fit, in one line or a few."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from annotator.ui.widgets.plain_text import one_line, plain_tooltip

_LEAST_CHARACTERS: Final = 4
_HINT_CHARACTERS: Final = 36


class ElidedLabel(QLabel):
    """Plain text over at most `max_lines` lines; at least `min_lines` are kept free, so that nothing jumps.

    The whole text is in the tooltip where it was cut, unless the owner has set a tooltip of its own.
    """

    def __init__(self, parent: QWidget | None = None, *, max_lines: int = 1, min_lines: int = 1) -> None:
        super().__init__(parent)
        self._max_lines = max_lines
        self._min_lines = min(min_lines, max_lines)
        # How the text was laid out, by width: a layout asks for the same many times.
        self._known: dict[int, tuple[list[str], bool]] = {}
        self._known_for = ("", 0)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._set_policy()

    def _set_policy(self) -> None:
        """Take the height of the lines: in a row beside others, whatever the row has."""
        several = self._max_lines > 1
        upright = QSizePolicy.Policy.Minimum if several else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, upright)
        policy.setHeightForWidth(several)
        self.setSizePolicy(policy)

    def set_lines(self, least: int, most: int) -> None:
        """Set how many lines are kept free and how many are shown at most."""
        self._min_lines, self._max_lines = min(least, most), most
        self._set_policy()
        self.updateGeometry()

    def is_cut(self) -> bool:
        """Tell whether some of the text is not shown at the present width."""
        _lines, cut = self._laid_out(self.contentsRect().width())
        return cut

    def lines_needed(self, text: str, width: int) -> int:
        """Return how many lines `text` takes at `width` pixels, however many that is."""
        return len(self._break(one_line(text), width - self._margins_width(), 1000)[0])

    def sizeHint(self) -> QSize:
        """Prefer the whole text, but no more than a good line."""
        metrics = self.fontMetrics()
        most = metrics.averageCharWidth() * _HINT_CHARACTERS
        width = min(metrics.horizontalAdvance(one_line(self.text())) + 1, most) + self._margins_width()
        return QSize(width, self._height(self._min_lines))

    def minimumSizeHint(self) -> QSize:
        """Give way down to a few characters."""
        width = self.fontMetrics().averageCharWidth() * _LEAST_CHARACTERS
        return QSize(width, self._height(self._min_lines))

    def hasHeightForWidth(self) -> bool:
        """More than one line depends on the width."""
        return self._max_lines > 1

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that the text takes at `width`, within the limits."""
        lines, _cut = self._laid_out(width - self._margins_width())
        return self._height(max(len(lines), self._min_lines))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines, the last one with an ellipsis where text is left over."""
        painter = QPainter(self)
        rect = self.contentsRect()
        lines, _cut = self._laid_out(rect.width())
        spacing = self.fontMetrics().lineSpacing()
        free = rect.height() - spacing * len(lines)
        top = rect.top() if self.alignment() & Qt.AlignmentFlag.AlignTop else rect.top() + max(0, free // 2)
        flags = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask | Qt.AlignmentFlag.AlignVCenter
        for index, line in enumerate(lines):
            place = QRect(rect.left(), top + index * spacing, rect.width(), spacing)
            self.style().drawItemText(
                painter, place, int(flags), self.palette(), self.isEnabled(), line, self.foregroundRole()
            )

    def event(self, event: QEvent) -> bool:
        """Show the whole text as a tooltip only where it was cut."""
        if event.type() == QEvent.Type.ToolTip and not self.toolTip() and self.is_cut():
            self.setToolTip(plain_tooltip(self.text()))
            handled = super().event(event)
            self.setToolTip("")
            return handled
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Lay the text out anew in another font."""
        self._known.clear()
        super().changeEvent(event)

    def _laid_out(self, width: int) -> tuple[list[str], bool]:
        asked = (self.text(), self._max_lines)
        if asked != self._known_for:
            self._known_for = asked
            self._known.clear()
        if width not in self._known:
            self._known[width] = self._break(one_line(asked[0]), width, self._max_lines)
        return self._known[width]

    def _break(self, text: str, width: int, most: int) -> tuple[list[str], bool]:
        """Return the lines of `text` at `width`, at most `most`, and whether the last one had to be cut."""
        metrics = QFontMetrics(self.font())
        if metrics.horizontalAdvance(text) <= width or not text:
            return [text], False
        if most == 1:
            return [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)], True
        units = text.encode("utf-16-le", "surrogatepass")
        starts = self._line_starts(text, width, most)
        lines = [_slice(units, a, b).rstrip() for a, b in pairwise(starts)]
        rest = _slice(units, starts[-1], None)
        shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
        return [*lines, shown], shown != rest

    def _line_starts(self, text: str, width: int, most: int) -> list[int]:
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        starts: list[int] = []
        layout.beginLayout()
        while len(starts) < most:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1, width))
            starts.append(line.textStart())
        layout.endLayout()
        return starts

    def _height(self, lines: int) -> int:
        margins = self.contentsMargins()
        spacing: int = self.fontMetrics().lineSpacing()
        return lines * spacing + margins.top() + margins.bottom()

    def _margins_width(self) -> int:
        margins = self.contentsMargins()
        width: int = margins.left() + margins.right()
        return width


def _slice(units: bytes, start: int, end: int | None) -> str:
    """Cut UTF-16 units, which is what Qt counts in."""
    return units[start * 2 : None if end is None else end * 2].decode("utf-16-le", "surrogatepass")
