"""How spans are drawn: tints under the text; lanes, the box of the current span and chips over it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from annotator.ui.fonts import font
from annotator.ui.pane.geometry import LANE_HEIGHT, Chip, Fragment, has_mark
from annotator.ui.pane.model import BACKDROPS
from annotator.ui.theme import INNER_TINT, TINT, Look, Pattern, Theme

_TICK: Final = 4
_BOX_MARGIN: Final = 2
_BOX_PEN: Final = 2
_ROUND: Final = 3
_DASHES: Final = [3.0, 2.0]
_DOTS: Final = [1.0, 1.0]
_CHIP_PAD: Final = 3
_BADGE: Final = 14
_DOT: Final = 3.5
# Underlines alone, and nothing under the text.
_BARE: Final = frozenset({"suggestion", "solid", "dashed", "dotted", "gold"})
_LIT: Final = 0.22
_GOLD_HEIGHT: Final = 3
_LANES_BELOW: Final = 15
_WORD_PLACE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_MARK_PLACE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True)
class Ink:
    """The brushes and pens of one label in one theme."""

    colour: QColor
    tints: tuple[QBrush, QBrush]
    hatch: QBrush
    pattern: Pattern


class SpanPainter:
    """Draws the spans of one pane in one theme, with chips of one size."""

    def __init__(self, theme: Theme, chip_pixels: int) -> None:
        self._theme = theme
        self._text = QColor(theme.text)
        self._background = QColor(theme.background)
        self._chip_text = QColor(theme.chip_text)
        self._word = font(chip_pixels, bold=True)
        self._mark = font(max(8, round(chip_pixels * 0.8)), bold=True)
        self._lit = QColor(theme.selection)
        self._lit.setAlphaF(_LIT)
        self._inks: dict[str, Ink] = {}

    def under(self, painter: QPainter, fragments: Iterable[Fragment]) -> None:
        """Draw what lies under the text: tints, two deep at most, and hatches."""
        for fragment in fragments:
            span, depth = fragment.span, fragment.placed.depth
            if span.style in _BARE:
                continue
            ink = self._ink(span.role)
            if span.style == "lit":
                painter.fillRect(fragment.box, self._lit)
            elif span.style == "calm":
                painter.fillRect(fragment.box, ink.tints[1])
            elif span.style in {"disputed", "differs"}:
                painter.fillRect(fragment.box, ink.hatch)
            elif depth < len(ink.tints):
                painter.fillRect(fragment.box, ink.tints[depth])

    def lanes(self, painter: QPainter, fragments: Iterable[Fragment]) -> None:
        """Draw the underline of each fragment in its lane, with a bracket where the span begins and ends."""
        for fragment in fragments:
            self._lane(painter, fragment)

    def current(self, painter: QPainter, fragments: Iterable[Fragment]) -> None:
        """Draw the box around the current span."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._text, _BOX_PEN))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for fragment in fragments:
            # Its lower edge lies between the first lane and the second; in a review it holds the lanes of all layers.
            below = _LANES_BELOW if fragment.span.style == "lit" else _BOX_PEN / 2
            box = fragment.box.adjusted(-_BOX_MARGIN, -1, _BOX_MARGIN, below)
            painter.drawRoundedRect(box, _ROUND, _ROUND)
        painter.restore()

    def chips(self, painter: QPainter, chips: Iterable[Chip]) -> None:
        """Draw chips: filled for a span, hollow and dashed for a suggestion."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for chip in chips:
            self._chip(painter, chip)
        painter.restore()

    def dots(self, painter: QPainter, chips: Iterable[Chip]) -> None:
        """Draw a dot at the corner of each chip: there is an open comment."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._background, 1.5))
        painter.setBrush(self._text)
        for chip in chips:
            painter.drawEllipse(chip.box.topRight(), _DOT, _DOT)
        painter.restore()

    def badges(self, painter: QPainter, tops: Iterable[tuple[float, float]]) -> None:
        """Draw the mark of a dispute at each (left, middle)."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._word)
        for left, middle in tops:
            box = QRectF(left, middle - _BADGE / 2, _BADGE, _BADGE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.danger))
            painter.drawRoundedRect(box, _ROUND, _ROUND)
            painter.setPen(self._background)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "≠")
        painter.restore()

    def _lane(self, painter: QPainter, fragment: Fragment) -> None:
        ink = self._ink(fragment.span.role)
        box, top = fragment.box, fragment.lane_top
        style = fragment.span.style
        if style in BACKDROPS:
            return
        if style in {"suggestion", "dashed"}:
            self._stroke(painter, fragment, ink.colour, _DASHES)
        elif style == "dotted":
            self._stroke(painter, fragment, ink.colour, _DOTS)
        elif style == "gold":
            painter.fillRect(QRectF(box.left(), top - 1, box.width(), _GOLD_HEIGHT), self._text)
        elif style in {"solid", "calm"}:
            height = 1 if style == "calm" else LANE_HEIGHT
            painter.fillRect(QRectF(box.left(), top, box.width(), height), ink.colour)
        elif ink.pattern is Pattern.DOTTED:
            self._stroke(painter, fragment, ink.colour, _DOTS)
        elif ink.pattern is Pattern.DOUBLE:
            painter.fillRect(QRectF(box.left(), top - 1, box.width(), 1), ink.colour)
            painter.fillRect(QRectF(box.left(), top + 1, box.width(), 1), ink.colour)
        else:
            painter.fillRect(QRectF(box.left(), top, box.width(), LANE_HEIGHT), ink.colour)
        if fragment.opens:
            painter.fillRect(QRectF(box.left(), top - _TICK + 1, LANE_HEIGHT, _TICK), ink.colour)
        if fragment.closes:
            right = box.right() - LANE_HEIGHT
            painter.fillRect(QRectF(right, top - _TICK + 1, LANE_HEIGHT, _TICK), ink.colour)

    @staticmethod
    def _stroke(painter: QPainter, fragment: Fragment, colour: QColor, dashes: list[float]) -> None:
        pen = QPen(colour, LANE_HEIGHT)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(dashes)
        painter.setPen(pen)
        middle = fragment.lane_top + LANE_HEIGHT / 2
        painter.drawLine(QPointF(fragment.box.left(), middle), QPointF(fragment.box.right(), middle))

    def _chip(self, painter: QPainter, chip: Chip) -> None:
        ink = self._ink(chip.span.role)
        if chip.span.style == "suggestion":
            pen = QPen(ink.colour, 1)
            pen.setDashPattern(_DASHES)
            painter.setPen(pen)
            painter.setBrush(self._background)
            painter.drawRoundedRect(chip.box.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
            painter.setPen(ink.colour)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink.colour)
            painter.drawRoundedRect(chip.box, _ROUND, _ROUND)
            painter.setPen(self._chip_text)
        self._words(painter, chip)

    def _words(self, painter: QPainter, chip: Chip) -> None:
        box = chip.box.adjusted(_CHIP_PAD, 0, -_CHIP_PAD, 0)
        painter.setFont(self._word)
        painter.drawText(box, _WORD_PLACE, chip.span.chip)
        if has_mark(chip.span):
            painter.setFont(self._mark)
            painter.drawText(box, _MARK_PLACE, "?")

    def _ink(self, role: str) -> Ink:
        ink = self._inks.get(role)
        if ink is None:
            ink = self._inks[role] = _mix_ink(self._theme.look(role))
        return ink


def _mix_ink(look: Look) -> Ink:
    colour = QColor(look.colour)
    tints = []
    for share in (TINT, INNER_TINT):
        tint = QColor(colour)
        tint.setAlphaF(share)
        tints.append(QBrush(tint))
    hatch = QColor(colour)
    hatch.setAlphaF(0.6)
    return Ink(colour, (tints[0], tints[1]), QBrush(hatch, Qt.BrushStyle.BDiagPattern), look.pattern)
