"""Where lines, spans and chips lie on the page: in pixels of the document, offsets in code points."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextDocument, QTextLayout, QTextLine

from annotator.core.offsets import Utf16Map
from annotator.ui.fonts import font
from annotator.ui.pane.model import BACKDROPS, PaneSpan, Placed, SpanIndex
from annotator.ui.pane.typesetting import Setting

LANE_STEP: Final = 4
LANE_HEIGHT: Final = 2
# The box of a span reaches that share of the text size above and below the baseline.
_RISE: Final = 0.95
_FALL: Final = 0.35
_CHIP_PAD: Final = 3
_CHIP_GAP: Final = 2
_UNSURE_SHARE: Final = 0.8
_LEAST_WIDTH: Final = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One line on the page: the characters on it, where it begins, its baseline, and how far its text reaches.

    It is good only until the document is laid out anew.
    """

    paragraph: int
    start: int
    end: int
    left: float
    right: float
    baseline: float
    pixels: int
    shape: QTextLine

    @property
    def top(self) -> float:
        """The top of the boxes on this line."""
        return self.baseline - round(_RISE * self.pixels)

    @property
    def bottom(self) -> float:
        """The bottom of the boxes on this line, where the first lane is drawn."""
        return self.baseline + round(_FALL * self.pixels)


@dataclass(frozen=True, slots=True)
class Fragment:
    """The part of a span that lies on one line; `opens` and `closes` tell whether the span does so there."""

    placed: Placed
    line: Line
    box: QRectF
    opens: bool
    closes: bool
    lane_top: float

    @property
    def span(self) -> PaneSpan:
        """The span."""
        return self.placed.span


@dataclass(frozen=True, slots=True)
class Chip:
    """The chip of a span: its place, and how much of its width the word takes."""

    span: PaneSpan
    box: QRectF


class Page:
    """The geometry of one typeset document."""

    def __init__(
        self,
        document: QTextDocument,
        sizes: Mapping[int, int],
        *,
        offsets: Utf16Map,
        index: SpanIndex,
        setting: Setting,
    ) -> None:
        self._document = document
        self._layout = document.documentLayout()
        self._sizes = sizes
        self._offsets = offsets
        self._index = index
        self._setting = setting
        self._near = 0
        self._chip_height = setting.chip_height
        self._reach = (
            setting.chip_height + setting.distance
        )  # how far from its box anything of a line is drawn
        self._room = LANE_STEP * setting.lanes
        self._widths: dict[tuple[str, bool], float] = {}

    @cached_property
    def _chip_metrics(self) -> QFontMetricsF:
        return QFontMetricsF(font(self._setting.chip_pixels, bold=True))

    def lines(self, top: float, bottom: float) -> Iterator[Line]:
        """Yield the lines whose boxes, chips or lanes may touch `top` to `bottom`, downwards."""
        above, below = top - self._reach, bottom + self._reach
        block = self._block_at(above)
        while block.isValid():
            if self._layout.blockBoundingRect(block).top() > below:
                return
            yield from self._lines_of(block, above, below)
            block = block.next()

    def line_at(self, y: float) -> Line | None:
        """Return the first line that reaches below `y`, or None below the text."""
        return next((line for line in self.lines(y, y) if line.bottom > y), None)

    def line_of(self, cp: int) -> Line:
        """Return the line that shows the character at `cp`."""
        utf16 = self._offsets.to_utf16(cp)
        block = self._document.findBlock(utf16)
        self._layout.blockBoundingRect(block)
        layout = block.layout()
        return self._line(block, layout, layout.lineForTextPosition(utf16 - block.position()))

    def paragraphs_between(self, top: float, bottom: float) -> tuple[int, int]:
        """Return the numbers of the first and last paragraph of which anything may show there."""
        found = (self._block_at(top - self._reach), self._block_at(bottom + self._reach))
        return found[0].blockNumber(), found[1].blockNumber()

    def extent(self, first: int, last: int) -> tuple[float, float]:
        """Return from where to where these paragraphs reach, their chips and lanes included."""
        upper = self._layout.blockBoundingRect(self._document.findBlockByNumber(first)).top()
        lower = self._layout.blockBoundingRect(self._document.findBlockByNumber(last)).bottom()
        return upper - self._reach, lower + self._reach

    def count_spans(self, top: float, bottom: float) -> int:
        """Return how many spans show there, more or less: those of all paragraphs that begin or end there."""
        first, last = self._block_at(top), self._block_at(bottom)
        start = self._line_start(first, top)
        end = self._line_start(last, bottom) + 1
        numbers = range(first.blockNumber(), last.blockNumber() + 1)
        return sum(len(self._index.placed(number, start, end)) for number in numbers)

    def fragments(self, line: Line) -> list[Fragment]:
        """Return the parts of spans on a line, in reading order."""
        # The line feed belongs to the last line of its paragraph, though nothing of it shows.
        last = line.end == self._index.paragraph_bounds(line.paragraph)[1]
        stop = line.end + 1 if last else line.end
        found = self._index.placed(line.paragraph, line.start, stop)
        if not found:
            return []
        step = min(LANE_STEP, self._room / (max(placed.lane for placed in found) + 1))
        made = (self._fragment(placed, line, stop=stop, step=step) for placed in found)
        return [fragment for fragment in made if fragment is not None]

    def chips(self, fragments: list[Fragment], line: Line) -> list[Chip]:
        """Return the chips of the spans that begin on a line: above them, later ones slid to the right."""
        opening = [fragment for fragment in fragments if fragment.opens and has_chip(fragment.span)]
        opening.sort(key=_by_left)
        lefts: list[float] = []
        free = 0.0
        for fragment in opening:
            left = max(fragment.box.left(), free)
            lefts.append(left)
            free = left + self.chip_width(fragment.span) + _CHIP_GAP
        free = self._document.textWidth() - _CHIP_GAP
        for at in range(len(opening) - 1, -1, -1):
            lefts[at] = min(lefts[at], free - self.chip_width(opening[at].span))
            free = lefts[at] - _CHIP_GAP
        height = self._chip_height
        return [
            Chip(one.span, QRectF(left, line.top - height, self.chip_width(one.span), height))
            for one, left in zip(opening, lefts, strict=True)
        ]

    def chip_width(self, span: PaneSpan) -> float:
        """Return the width of a span's chip, the question mark of a doubtful one included."""
        key = (span.chip, has_mark(span))
        width = self._widths.get(key)
        if width is None:
            width = self.word_width(span) + 2 * _CHIP_PAD
            if key[1]:
                width += round(self._chip_metrics.horizontalAdvance("?") * _UNSURE_SHARE) + 1
            self._widths[key] = width
        return width

    def word_width(self, span: PaneSpan) -> float:
        """Return the width of the word on a span's chip."""
        return float(round(self._chip_metrics.horizontalAdvance(span.chip)))

    def span_boxes(self, span: PaneSpan) -> Iterator[QRectF]:
        """Yield the boxes of a span, a line each, downwards."""
        at = span.start
        while at < span.end:
            line = self.line_of(at)
            yield from (one.box for one in self.fragments(line) if one.span.id == span.id)
            at = max(line.end, at + 1)

    def character_at(self, point: QPointF) -> int | None:
        """Return the offset of the character under a point, or None where there is no text."""
        for line in self.lines(point.y(), point.y()):
            if line.top <= point.y() < line.bottom and line.left <= point.x() < line.right:
                on = QTextLine.CursorPosition.CursorOnCharacter
                block = self._document.findBlockByNumber(line.paragraph)
                local = line.shape.xToCursor(point.x() - block.layout().position().x(), on)
                return min(self._offsets.to_cp(block.position() + local), line.end - 1)
        return None

    def hits(self, point: QPointF, *, chips: bool) -> list[PaneSpan]:
        """Return the spans under a point, the one meant first, then outwards; `chips` tells if these show.

        A chip or a lane means its own span; in the text the innermost is meant.
        """
        for line in self.lines(point.y(), point.y()):
            fragments = self.fragments(line)
            inner_first = sorted(fragments, key=_inner_first)
            shown = self.chips(fragments, line) if chips else []
            pointed = [chip.span for chip in shown if chip.box.contains(point)]
            pointed += [one.span for one in fragments if _lane_box(one).contains(point)]
            if pointed:
                around = [one.span for one in inner_first if _around(one.span, pointed[0])]
                return [pointed[0], *around]
            covered = [one.span for one in inner_first if one.box.contains(point)]
            if covered:
                return covered
        return []

    def _top_of(self, number: int) -> float:
        return self._layout.blockBoundingRect(self._document.findBlockByNumber(number)).top()

    def _block_at(self, y: float) -> QTextBlock:
        """Return the last paragraph that begins above `y`, or the first one.

        Searched outwards from the one found before, so that the paragraphs below need no layout yet; Qt's own
        hit test takes a millisecond in a long text.
        """
        count = self._document.blockCount()
        low, step = min(self._near, count - 1), 1
        high = low + 1
        if self._top_of(low) <= y:
            while high < count and self._top_of(high) <= y:
                low, step = high, step * 2
                high = min(count, low + step)
        else:
            while low > 0 and self._top_of(low) > y:
                high, step = low, step * 2
                low = max(0, low - step)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._top_of(middle) <= y else (low, middle)
        self._near = low
        return self._document.findBlockByNumber(low)

    def _line_start(self, block: QTextBlock, y: float) -> int:
        """Return the offset where the line at `y` of a paragraph begins."""
        layout = block.layout()
        at = min(_first_line_below(layout, y - layout.position().y()), layout.lineCount() - 1)
        return self._offsets.to_cp(block.position() + layout.lineAt(at).textStart())

    def _lines_of(self, block: QTextBlock, above: float, below: float) -> Iterator[Line]:
        layout = block.layout()
        top = layout.position().y()
        count = layout.lineCount()
        at = _first_line_below(layout, above - top)
        while at < count:
            shape = layout.lineAt(at)
            if top + shape.y() > below:
                return
            yield self._line(block, layout, shape)
            at += 1

    def _line(self, block: QTextBlock, layout: QTextLayout, shape: QTextLine) -> Line:
        number = block.blockNumber()
        origin = layout.position()
        start = block.position() + shape.textStart()
        text = shape.naturalTextRect()
        return Line(
            paragraph=number,
            start=self._offsets.to_cp(start),
            end=self._offsets.to_cp(start + shape.textLength()),
            left=origin.x() + text.left(),
            right=origin.x() + text.right(),
            baseline=origin.y() + shape.y() + shape.ascent(),
            pixels=self._sizes.get(number, self._setting.pixels),
            shape=shape,
        )

    def _fragment(self, placed: Placed, line: Line, *, stop: int, step: float) -> Fragment | None:
        span = placed.span
        opens, closes = span.start >= line.start, span.end <= stop
        left = self._x(line, span.start) if opens else line.left
        right = self._x(line, span.end) if span.end <= line.end else line.right
        if right < left:
            left, right = right, left
        if right - left < 1:
            if not opens:
                return None
            right = left + _LEAST_WIDTH
        box = QRectF(left, line.top, right - left, line.bottom - line.top)
        lane_top = line.bottom - LANE_HEIGHT + step * placed.lane
        return Fragment(placed, line, box, opens=opens, closes=closes, lane_top=lane_top)

    def _x(self, line: Line, cp: int) -> float:
        shape = line.shape
        at = self._offsets.to_utf16(cp) - self._offsets.to_utf16(line.start) + shape.textStart()
        x, _ = cast("tuple[float, int]", shape.cursorToX(at))
        return x + line.left - shape.naturalTextRect().left()


def has_chip(span: PaneSpan) -> bool:
    """Tell whether a span has a chip: one that lies under the text alone has none, nor has one without a word."""
    return span.style not in BACKDROPS and bool(span.chip)


def has_mark(span: PaneSpan) -> bool:
    """Tell whether the chip of a span carries a question mark."""
    return span.unsure or span.style == "suggestion"


def _first_line_below(layout: QTextLayout, y: float) -> int:
    """Return the number of the first line that reaches below `y`, by halves: a paragraph may have thousands."""
    low, high = 0, layout.lineCount()
    while low < high:
        middle = (low + high) // 2
        line = layout.lineAt(middle)
        if line.y() + line.height() <= y:
            low = middle + 1
        else:
            high = middle
    return low


def _lane_box(fragment: Fragment) -> QRectF:
    box = fragment.box
    if fragment.placed.lane == 0:
        return QRectF(box.left(), box.bottom(), box.width(), LANE_HEIGHT)
    return QRectF(box.left(), fragment.lane_top - 1, box.width(), LANE_HEIGHT + 2)


def _around(span: PaneSpan, inner: PaneSpan) -> bool:
    return span.id != inner.id and span.start <= inner.start and inner.end <= span.end


def _by_left(fragment: Fragment) -> float:
    return fragment.box.left()


def _inner_first(fragment: Fragment) -> tuple[int, int, int]:
    span = fragment.span
    return (span.end - span.start, -span.start, -span.id)
