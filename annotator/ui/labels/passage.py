"""A span in the words around it, laid out as plain text with the span on the tint of its label."""

from typing import Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from annotator.core.offsets import Utf16Map
from annotator.ui.theme import Theme
from annotator.ui.widgets.plain_text import one_line
from annotator.ui.widgets.tones import muted_tone, text_tone

_LINES: Final = 3
_PAD: Final = 10
_SPACING: Final = 1.5


class Passage(QFrame):
    """Shows what stands before a span, the span, and what stands after it, over a few lines."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("passage")
        self._theme = theme
        self._parts = ("", "", "")
        self._role = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_passage(self, before: str, quote: str, after: str, role: str) -> None:
        """Show a span in its words; line ends become blanks, nothing is read as markup."""
        self._parts = (one_line(before), one_line(quote), one_line(after))
        self._role = role
        self.setAccessibleName(f"{self._parts[1]}: {''.join(self._parts)}")
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the lines."""
        return QSize(400, round(self.fontMetrics().lineSpacing() * _SPACING * _LINES) + 2 * _PAD)

    def minimumSizeHint(self) -> QSize:
        """Give way in width only."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, those with the span among them."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.background))
        layout = self._laid_out()
        painter.setPen(muted_tone(self.palette()))
        layout.draw(painter, QPointF(_PAD, _PAD - self._hidden_above(layout)))

    def _laid_out(self) -> QTextLayout:
        text = "".join(self._parts)
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._marked(text)])
        layout.beginLayout()
        top, step = 0.0, self.fontMetrics().lineSpacing() * _SPACING
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(max(40, self.width() - 2 * _PAD))
            line.setPosition(QPointF(0, top))
            top += step
            line = layout.createLine()
        layout.endLayout()
        return layout

    def _marked(self, text: str) -> QTextLayout.FormatRange:
        units, first = Utf16Map(text), len(self._parts[0])
        marked = QTextLayout.FormatRange()
        marked.start = units.to_utf16(first)
        marked.length = units.to_utf16(first + len(self._parts[1])) - marked.start
        look = QTextCharFormat()
        look.setBackground(QColor(self._theme.tint(self._role)))
        look.setForeground(text_tone(self.palette()))
        look.setFontWeight(QFont.Weight.Bold)
        look.setUnderlineColor(QColor(self._theme.look(self._role).colour))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        marked.format = look
        return marked

    def _hidden_above(self, layout: QTextLayout) -> float:
        """Return how far the lines are moved up, so that the span stands in one that is seen."""
        before = Utf16Map("".join(self._parts)).to_utf16(len(self._parts[0]))
        line = layout.lineForTextPosition(before).lineNumber()
        step = self.fontMetrics().lineSpacing() * _SPACING
        return step * max(0, line - _LINES + 2)


def sides(text: str, start: int, end: int, reach: int) -> tuple[str, str]:
    """Return what stands before and after a range (code points) of `text`, up to `reach` on each side."""
    first, last = max(0, start - reach), min(len(text), end + reach)
    before = ("…" if first else "") + text[first:start]
    return before, text[end:last] + ("…" if last < len(text) else "")
