"""A quiet row of tabs: words with a line under the one that is open, and perhaps a number that asks for notice."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from annotator.ui.widgets.buttons import QuietButton
from annotator.ui.widgets.plain_text import one_line
from annotator.ui.widgets.swatch import hairline
from annotator.ui.widgets.tones import accent_tone, bold_font, mixed, small_font, text_tone

_PAD: Final = 6
_LEAST_CHARACTERS: Final = 3


class TabButton(QuietButton):
    """One tab; its number is left out where it is 0."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._number = 0

    def set_number(self, number: int) -> None:
        """Show a number behind the word."""
        if number != self._number:
            self._number = number
            self.updateGeometry()
            self.update()

    @property
    def number(self) -> int:
        """The number behind the word, 0 for none."""
        return self._number

    def sizeHint(self) -> QSize:
        """Return the room for word and number."""
        metrics = QFontMetrics(bold_font(self.font()))
        width = metrics.horizontalAdvance(one_line(self.text())) + 2 * _PAD
        return QSize(width + (self._badge_width() + 4 if self._number else 0), metrics.height() + 10)

    def minimumSizeHint(self) -> QSize:
        """Give way down to a few letters: where there is less room the word is cut."""
        least = QFontMetrics(self.font()).averageCharWidth() * _LEAST_CHARACTERS + 2 * _PAD
        return QSize(min(least, self.sizeHint().width()), self.sizeHint().height())

    def _badge_width(self) -> int:
        small = QFontMetrics(small_font(self.font()))
        return max(small.height(), small.horizontalAdvance(str(self._number)) + 8)

    def sign_colour(self) -> QColor:
        """Return the full colour for the open tab."""
        return text_tone(self.palette()) if self.isChecked() else super().sign_colour()

    def paint_sign(self, painter: QPainter) -> None:
        """Paint word, number and line."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = bold_font(self.font()) if self.isChecked() else self.font()
        painter.setFont(words)
        painter.setPen(self.sign_colour())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        badge = self._badge_width() + 4 if self._number else 0
        room = self.rect().adjusted(_PAD, 0, -_PAD - badge, 0)
        text, end = one_line(self.text()), Qt.TextElideMode.ElideRight
        shown = (
            text
            if self.width() >= self.sizeHint().width()
            else painter.fontMetrics().elidedText(text, end, room.width())
        )
        painter.drawText(room.adjusted(0, 0, 4, 0), int(flags), shown)
        if self._number:
            self._paint_number(painter)
        if self.isChecked():
            painter.setPen(hairline(accent_tone(self.palette()), 2))
            bottom = self.height() - 1.5
            painter.drawLine(QPointF(_PAD, bottom), QPointF(self.width() - _PAD, bottom))

    def _paint_number(self, painter: QPainter) -> None:
        small, palette = small_font(self.font()), self.palette()
        height, width = QFontMetrics(small).height(), self._badge_width()
        box = QRectF(self.width() - _PAD - width, (self.height() - height) / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(accent_tone(palette), palette.window().color(), 0.22))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(text_tone(palette))
        painter.setFont(small)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(self._number))


class TabRow(QWidget):
    """Says which tab a person opened."""

    opened = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self.tabs = tuple(TabButton(name, self) for name in names)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(0)
        for number, tab in enumerate(self.tabs):
            self._group.addButton(tab, number)
            row.addWidget(tab)
            tab.clicked.connect(self._clicked)
        row.addStretch(1)
        self.tabs[0].setChecked(True)

    def set_open(self, number: int) -> None:
        """Show which tab is open; says nothing."""
        self.tabs[number].setChecked(True)

    @Slot()
    def _clicked(self) -> None:
        self.opened.emit(self._group.checkedId())
