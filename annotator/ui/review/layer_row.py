"""A row of the item card: whose layer, how it is underlined, and what it has in the item."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.pane.model import Style
from annotator.ui.theme import Theme
from annotator.ui.widgets.tones import bold_font, chosen_tone, hover_tone, muted_tone, text_tone

PAD: Final = 8
_GAP: Final = 6
_LINE_WIDTH: Final = 34
_PENS: Final = {"solid": None, "dashed": [3.0, 2.0], "dotted": [1.0, 1.0], "gold": None}


@dataclass(frozen=True, slots=True)
class Part:
    """A span in a row: its text as (what all have, does it differ) pieces, its label, role and value."""

    pieces: tuple[tuple[str, bool], ...]
    label: str
    role: str
    value: str
    value_differs: bool = False
    label_differs: bool = False


@dataclass(frozen=True, slots=True)
class RowContent:
    """What a row shows: its key and name, how its lane is drawn, its spans; `empty` is said where it has none."""

    key: str
    name: str
    style: Style
    parts: tuple[Part, ...]
    empty: str
    chosen: bool = False


class LayerRow(QWidget):
    """Draws one layer's part of an item; a click adopts it."""

    clicked = Signal(str)  # its key

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = RowContent("", "", "solid", (), "")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_content(self, content: RowContent) -> None:
        """Show a layer."""
        self._content = content
        told = "; ".join(_told(part) for part in content.parts) or content.empty
        self.setAccessibleName(f"{content.key} {content.name}: {told}")
        self.setToolTip(told)
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the head and a line a span."""
        lines = 1 + max(1, len(self._content.parts))
        return QSize(240, lines * self._step + PAD)

    def minimumSizeHint(self) -> QSize:
        """Give way in width."""
        return QSize(160, self.sizeHint().height())

    @property
    def _step(self) -> int:
        return self.fontMetrics().height() + _GAP

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Adopt the layer."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit(self._content.key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, head, and the spans."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_head(painter)
        top = PAD // 2 + self._step
        if not self._content.parts:
            painter.setPen(muted_tone(self.palette()))
            painter.drawText(
                QRectF(PAD, top, self.width() - 2 * PAD, self._step), _FLAGS, self._content.empty
            )
        for part in self._content.parts:
            self._paint_part(painter, part, top)
            top += self._step

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if self._content.chosen:
            painter.setBrush(chosen_tone(self.palette(), active=True))
        elif self.underMouse():
            painter.setBrush(hover_tone(self.palette()))
        else:
            return
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _paint_head(self, painter: QPainter) -> None:
        content, step = self._content, self._step
        painter.setFont(bold_font(self.font()))
        painter.setPen(text_tone(self.palette()))
        width = painter.fontMetrics().horizontalAdvance("9 W") + PAD
        painter.drawText(QRectF(PAD, PAD / 2, width, step), _FLAGS, content.key)
        left = PAD + width
        pen = QPen(text_tone(self.palette()), 3 if content.style == "gold" else 2)
        dashes = _PENS.get(content.style)
        if dashes is not None:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern(dashes)
        painter.setPen(pen)
        middle = round(PAD / 2 + step / 2)
        painter.drawLine(left, middle, left + _LINE_WIDTH, middle)
        painter.setFont(self.font())
        painter.setPen(text_tone(self.palette()))
        room = QRectF(left + _LINE_WIDTH + 8, PAD / 2, self.width() - left - _LINE_WIDTH - 16, step)
        name = self.fontMetrics().elidedText(content.name, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, _FLAGS, name)

    def _paint_part(self, painter: QPainter, part: Part, top: float) -> None:
        """Paint one span: its text, what differs in bold and underlaid, then its label and value."""
        left, step, end = float(PAD), self._step, self.width() - PAD
        tint, look = QColor(self._theme.tint(part.role)), QColor(self._theme.look(part.role).colour)
        for text, differs in part.pieces:
            left = self._paint_words(painter, text, QRectF(left, top, end - left, step), differs, tint)
        left += 8
        painter.setPen(look)
        left = self._paint_words(
            painter, part.label, QRectF(left, top, end - left, step), part.label_differs, None, look
        )
        if part.value:
            left += 8
            self._paint_words(
                painter, part.value, QRectF(left, top, end - left, step), part.value_differs, None
            )

    def _paint_words(
        self,
        painter: QPainter,
        text: str,
        room: QRectF,
        differs: bool,  # noqa: FBT001 - one of many things that are painted
        ground: QColor | None,
        colour: QColor | None = None,
    ) -> float:
        """Paint words from the left of `room`, cut where they do not fit; return where they end."""
        painter.setFont(bold_font(self.font()) if differs else self.font())
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, max(0, int(room.width())))
        width = min(room.width(), metrics.horizontalAdvance(shown) + 1)
        box = QRectF(room.left(), room.top(), width, room.height())
        if ground is not None:
            painter.fillRect(box.adjusted(0, 2, 0, -2), ground)
        painter.setPen(colour or text_tone(self.palette()))
        painter.drawText(box, _FLAGS, shown)
        if differs:
            below = box.bottom() - 3
            painter.drawLine(int(box.left()), int(below), int(box.right()), int(below))
        return box.right()


_FLAGS: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)


def _told(part: Part) -> str:
    text = "".join(piece for piece, _ in part.pieces)
    return " ".join(word for word in (text, part.label, part.value) if word)


def pieces_of(
    text: str, start: int, end: int, differing: Sequence[tuple[int, int]]
) -> tuple[tuple[str, bool], ...]:
    """Return the text of a span in pieces, each with whether it lies in one of the ranges that differ."""
    found: list[tuple[str, bool]] = []
    at = start
    for from_, to in differing:
        first, last = max(from_, at), min(to, end)
        if first >= last:
            continue
        if at < first:
            found.append((text[at:first], False))
        found.append((text[first:last], True))
        at = last
    if at < end:
        found.append((text[at:end], False))
    return tuple((piece.replace("\n", "⏎"), differs) for piece, differs in found)
