"""The article pane: the text with its spans painted on it, and what the mouse does to them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.core.text import Zone
from annotator.ui.pane.geometry import Chip, Fragment, Line
from annotator.ui.pane.model import PaneSpan
from annotator.ui.pane.painting import SpanPainter
from annotator.ui.pane.text_view import TextView
from annotator.ui.pane.words import run_at
from annotator.ui.theme import Theme

# More spans than this on a screen hide their chips: they would cover the text, and cost a frame.
_MOST_CHIPS: Final = 200
_DRAG_BEGINS: Final = 3  # px; less is a click by an unsteady hand
_SAME_PLACE: Final = 4  # px
_BADGE_OFFSET: Final = 20


@dataclass(slots=True)
class _Press:
    """A button held down: where, what it has selected by whole words, and whether it has been moved."""

    point: QPointF
    words: tuple[int, int] | None = None
    moved: bool = False


@dataclass(frozen=True, slots=True)
class _Click:
    """The last click on spans: where, on which, and which of them was meant."""

    point: QPointF
    ids: tuple[int, ...]
    meant: int


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is painted of the spans in one go."""

    lines: list[Line]
    fragments: list[Fragment]
    chips: list[Chip]


class ArticlePane(TextView):
    """Shows an article with its spans; every offset it takes or tells is in code points, end exclusive."""

    span_clicked = Signal(int)
    span_double_clicked = Signal(int)
    word_selected = Signal(int, int)
    drag_finished = Signal(int, int, bool)
    blank_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current: int | None = None
        self._press: _Press | None = None
        self._click: _Click | None = None
        self._fit_on_spans = True
        self._crowded = False
        self._commented: frozenset[int] = frozenset()
        self.word_at: Callable[[str, int], tuple[int, int]] = run_at
        self._span_painter = SpanPainter(self._theme, self._setting.chip_pixels)

    def set_document(self, text: str, zones: Sequence[Zone], spans: Iterable[PaneSpan] = ()) -> None:
        """Show a text from its beginning, with its zones and spans.

        The line distance is chosen from the nesting of these spans, or of those that `set_spans` brings first,
        and then kept: adding a span never moves text. A text that Qt would not show one character for one
        raises UserError "pane.cannot-show" and leaves everything as it was.
        """
        super().set_document(text, zones, spans)
        self._current = self._press = self._click = None
        self._fit_on_spans = not len(self._index)
        self.viewport().update()

    def set_spans(self, spans: Iterable[PaneSpan]) -> None:
        """Show these spans and no others; one outside the text, or an id twice, raises ValueError."""
        self._index.replace_all(spans)
        if self._fit_on_spans and len(self._index):
            self._fit_on_spans = False
            self.fit_lanes()
        self.viewport().update()

    def upsert_span(self, span: PaneSpan) -> None:
        """Show a span, in place of the one with its id; one outside the text raises ValueError."""
        self._repaint(self._index.put(span))

    def remove_span(self, span_id: int) -> None:
        """Show the span with that id no more."""
        self._repaint(self._index.remove(span_id))

    def set_current(self, span_id: int | None) -> None:
        """Put the box around that span, or around none."""
        if span_id == self._current:
            return
        changed = (self._index.get(one) for one in (self._current, span_id) if one is not None)
        touched = {number for span in changed if span for number in self._index.paragraphs(span)}
        self._current = span_id
        if self._click and span_id is not None and span_id != self._click.ids[self._click.meant]:
            self._click = None
        self._repaint(touched)

    def set_commented(self, span_ids: frozenset[int]) -> None:
        """Put a small mark on the chips of these spans and no others: they have an open comment."""
        if span_ids != self._commented:
            self._commented = span_ids
            self.viewport().update()

    def spans_at(self, cp: int) -> list[int]:
        """Return the ids of the spans that cover the character at `cp`, the innermost first."""
        return [span.id for span in self._index.at(cp)]

    def span_rects(self, span_id: int) -> list[QRect]:
        """Return the boxes of a span in the viewport, a line each; chip and lanes lie outside them."""
        span = self._index.get(span_id)
        if span is None:
            return []
        corner = self._scrolled()
        return [box.translated(-corner).toAlignedRect() for box in self._page.span_boxes(span)]

    def span_rect(self, span_id: int) -> QRect:
        """Return the first box of a span in the viewport; an empty one for a span that is not shown."""
        return next(iter(self.span_rects(span_id)), QRect())

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme."""
        super().set_theme(theme)
        self._span_painter = SpanPainter(theme, self._setting.chip_pixels)

    def set_text_size(self, pixels: int) -> None:
        """Show the text, and a little also the chips, in another size; what stood at the top stays there."""
        super().set_text_size(pixels)
        self._span_painter = SpanPainter(self._theme, self._setting.chip_pixels)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint tints, then the text, then lanes, the current box and chips."""
        corner = self._scrolled()
        scene = self._scene(
            QRectF(event.rect()).translated(corner), whole=event.rect() == self.viewport().rect()
        )
        painter = QPainter(self.viewport())
        painter.translate(-corner)
        self._span_painter.under(painter, scene.fragments)
        painter.end()
        super().paintEvent(event)
        painter.begin(self.viewport())
        if not self.hasFocus():
            # Where the caret waits while the focus is in a form; Qt draws it only with the focus.
            shade = QColor(self._theme.text)
            shade.setAlphaF(0.35)
            painter.fillRect(self.cursorRect(), shade)
        painter.translate(-corner)
        self._paint_over(painter, scene)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._press = _Press(event.position())
            if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.textCursor().hasSelection():
                # Else Qt would begin to drag the selected text where a new selection is meant.
                cursor = self.textCursor()
                cursor.clearSelection()
                self.setTextCursor(cursor)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select, once the mouse has moved more than a hand trembles."""
        press = self._press
        if press is not None and event.buttons() & Qt.MouseButton.LeftButton:
            press.moved = press.moved or _apart(event.position(), press.point) >= _DRAG_BEGINS
            if not press.moved:
                return
            if press.words:
                self._drag_words(press.words, event.position())
                return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click or a drag, wherever the mouse is by now."""
        super().mouseReleaseEvent(event)
        press = self._press
        if event.button() != Qt.MouseButton.LeftButton or press is None:
            return
        self._press = None
        start, end = self.selection()
        if press.moved:
            if start < end:
                exact = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                self.drag_finished.emit(start, end, exact)
        elif press.words is None and start == end:
            self._clicked(press.point)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select what `word_at` says, not Qt's word, which is wrong for Korean."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = event.position() + self._scrolled()
        at = self._page.character_at(place)
        if at is None:
            return
        start, end = self.word_at(self._text, at)
        self._press = _Press(event.position(), words=(start, end))
        hits = self._page.hits(place, chips=not self._crowded)
        if start < end:
            self.select(start, end)
            self.word_selected.emit(start, end)
        if hits:
            self.span_double_clicked.emit(hits[0].id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show where the caret waits."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _clicked(self, point: QPointF) -> None:
        hits = self._page.hits(point + self._scrolled(), chips=not self._crowded)
        ids = tuple(span.id for span in hits)
        last = self._click
        if not ids:
            self._click = None
            self.blank_clicked.emit()
            return
        again = last is not None and last.ids == ids and _apart(point, last.point) <= _SAME_PLACE
        meant = (last.meant + 1) % len(ids) if last is not None and again else 0
        self._click = _Click(point, ids, meant)
        self.span_clicked.emit(ids[meant])

    def _drag_words(self, words: tuple[int, int], point: QPointF) -> None:
        at = self._page.character_at(point + self._scrolled())
        if at is None:
            return
        start, end = self.word_at(self._text, at)
        if at < words[0]:
            self.select(words[1], min(start, words[0]))
        else:
            self.select(words[0], max(end, words[1]))

    def _scene(self, region: QRectF, *, whole: bool) -> _Scene:
        """Work out what is to be painted in a region of the page."""
        lines = list(self._page.lines(region.top(), region.bottom()))
        by_line = [self._page.fragments(line) for line in lines]
        top = self._scrolled().y()
        crowded = self._page.count_spans(top, top + self.viewport().height()) > _MOST_CHIPS
        if crowded != self._crowded and not whole:
            self.viewport().update()
        self._crowded = crowded
        chips: list[Chip] = []
        if not crowded:
            for line, fragments in zip(lines, by_line, strict=True):
                chips += self._page.chips(fragments, line)
        return _Scene(lines, [one for fragments in by_line for one in fragments], chips)

    def _paint_over(self, painter: QPainter, scene: _Scene) -> None:
        self._span_painter.lanes(painter, scene.fragments)
        if self._current is not None:
            mine = [one for one in scene.fragments if one.span.id == self._current]
            self._span_painter.current(painter, mine)
        self._span_painter.chips(painter, scene.chips)
        if self._commented:
            self._span_painter.dots(painter, (c for c in scene.chips if c.span.id in self._commented))
        disputed = {id(one.line): one.line for one in scene.fragments if one.span.style == "disputed"}
        if disputed:
            left = self.document().rootFrame().frameFormat().leftMargin() - _BADGE_OFFSET
            middles = [(left, (line.top + line.bottom) / 2) for line in disputed.values()]
            self._span_painter.badges(painter, middles)

    def paint_now(self, span_id: int) -> None:
        """Paint what has changed, and where a span shows, before anything else is done."""
        span = self._index.get(span_id)
        area = QRect() if span is None else self._area(set(self._index.paragraphs(span)))
        if not area.isEmpty():
            self.viewport().repaint(area)

    def _repaint(self, paragraphs: set[int]) -> None:
        """Paint again what shows of these paragraphs."""
        area = self._area(paragraphs)
        if not area.isEmpty():
            self.viewport().update(area)

    def _area(self, paragraphs: set[int]) -> QRect:
        """Return where something of these paragraphs shows, with the chips above and the lanes below."""
        if not paragraphs:
            return QRect()
        top = self._scrolled().y()
        first, last = self._page.paragraphs_between(top, top + self.viewport().height())
        seen = [number for number in paragraphs if first <= number <= last]
        if not seen:
            return QRect()
        upper, lower = self._page.extent(min(seen), max(seen))
        area = QRectF(0, upper - top, self.viewport().width(), lower - upper).toAlignedRect()
        return area.intersected(self.viewport().rect())


def _apart(one: QPointF, other: QPointF) -> float:
    return (one - other).manhattanLength()
