"""The read-only text of an article in a Qt widget: caret, selection and scrolling, all in code points."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QInputMethodEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from annotator.core.errors import user_error
from annotator.core.offsets import Utf16Map
from annotator.core.text import Zone
from annotator.ui.fonts import TextSize
from annotator.ui.pane.geometry import Page
from annotator.ui.pane.model import PaneSpan, SpanIndex
from annotator.ui.pane.scroll_bar import FlatScrollBar
from annotator.ui.pane.typesetting import Setting, Typeset, lanes_to_fit, set_margins, typeset
from annotator.ui.platform import COPIED_TEXT
from annotator.ui.theme import LIGHT, Theme

_CARET_WIDTH: Final = 2
_WHEEL_STEP: Final = 120
_COMFORT: Final = 1.5  # text sizes kept free around what is scrolled to


class TextView(QTextEdit):
    """Shows one text, set by its zones; nothing a person or an input method does changes it."""

    selection_changed = Signal(int, int)
    caret_moved = Signal(int)
    text_size_wished = Signal(int)
    laid_anew = Signal()  # the same text stands elsewhere: another width, another size

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._zones: tuple[Zone, ...] = ()
        self._offsets = Utf16Map("")
        self._index = SpanIndex("")
        self._theme = LIGHT
        self._setting = Setting(TextSize.NORMAL, lanes_to_fit(0), LIGHT.muted)
        self._document: QTextDocument | None = None
        self._told = (0, 0, 0)
        self._wheel = 0
        self._make_read_only()
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBar(FlatScrollBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: lines would break anew when the bar comes at the end of a long text's layout.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setPalette(LIGHT.palette())
        self._show(self._typeset(self._setting))
        self.selectionChanged.connect(self._tell)
        self.cursorPositionChanged.connect(self._tell)

    def _make_read_only(self) -> None:
        self.setReadOnly(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def set_document(self, text: str, zones: Sequence[Zone], spans: Iterable[PaneSpan] = ()) -> None:
        """Show a text from its beginning, with its zones and spans; the line distance is chosen from these.

        A text that Qt would not show one character for one raises UserError "pane.cannot-show" and leaves
        everything as it was.
        """
        offsets, index = Utf16Map(text), SpanIndex(text)
        index.replace_all(spans)
        setting = replace(self._setting, lanes=lanes_to_fit(index.lanes()))
        made = typeset(text, zones, offsets=offsets, index=index, setting=setting, owner=self)
        shown = made.document.characterCount() - 1
        if shown != offsets.length:
            made.document.deleteLater()
            raise user_error("pane.cannot-show", shown=shown, expected=offsets.length)
        self._text, self._zones, self._offsets, self._index = text, tuple(zones), offsets, index
        self._setting = setting
        self._show(made)
        self.verticalScrollBar().setValue(0)
        self._tell()

    def text(self) -> str:
        """Return the text as it was given, never as Qt holds it."""
        return self._text

    def theme(self) -> Theme:
        """Return the theme it is drawn in."""
        return self._theme

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme."""
        self._theme = theme
        self.setPalette(theme.palette())
        self._set_anew(replace(self._setting, muted=theme.muted))

    def set_text_size(self, pixels: int) -> None:
        """Show the text in another size; what stood at the top stays there."""
        if pixels != self._setting.pixels:
            self._set_anew(replace(self._setting, pixels=pixels))

    def fit_lanes(self) -> None:
        """Choose the line distance anew from the deepest nesting there is now; this moves text."""
        lanes = lanes_to_fit(self._index.lanes())
        if lanes != self._setting.lanes:
            self._set_anew(replace(self._setting, lanes=lanes))

    def selection(self) -> tuple[int, int]:
        """Return the selected range; with nothing selected both ends are the caret."""
        cursor = self.textCursor()
        return self._offsets.to_cp(cursor.selectionStart()), self._offsets.to_cp(cursor.selectionEnd())

    def select(self, start: int, end: int) -> None:
        """Select from `start` to `end`, the caret at `end` (which may come first), scrolled into sight."""
        cursor = self.textCursor()
        cursor.setPosition(self._offsets.to_utf16(start))
        cursor.setPosition(self._offsets.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def caret(self) -> int:
        """Return where the caret is."""
        return self._offsets.to_cp(self.textCursor().position())

    def set_caret(self, cp: int) -> None:
        """Put the caret before the character at `cp`, scrolled into sight, with nothing selected."""
        self.select(cp, cp)

    def point_of(self, cp: int) -> QPoint:
        """Return the place in the viewport before the character at `cp`, half-way up its line."""
        cursor = self.textCursor()
        cursor.setPosition(self._offsets.to_utf16(cp))
        box = self.cursorRect(cursor)
        return QPoint(box.left(), box.center().y())

    def cp_at(self, point: QPoint) -> int:
        """Return the offset of the gap between characters that is nearest to a point of the viewport."""
        return self._offsets.to_cp(self.cursorForPosition(point).position())

    def ensure_visible(self, start: int, end: int) -> None:
        """Scroll no more than needed so that the range shows, with its chips and lanes; else its beginning."""
        first, last = self._page.line_of(start), self._page.line_of(max(start, end - 1))
        air = _COMFORT * self._setting.pixels
        top = int(first.top - self._setting.chip_height - air)
        bottom = int(last.bottom + self._setting.distance + air)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if bottom - height > bar.value():
            self._scroll_to(min(bottom - height, top))
        if top < bar.value():
            self._scroll_to(top)

    def scroll_state(self) -> tuple[int, int]:
        """Return the first character of the uppermost line in sight, and the pixels its box lies below the top."""
        value = self.verticalScrollBar().value()
        line = self._page.line_at(value)
        return (line.start, int(line.top - value)) if line else (self._offsets.size, 0)

    def restore_scroll(self, state: tuple[int, int]) -> None:
        """Scroll to where `scroll_state` was taken, whatever the width and size have become."""
        cp, below = state
        line = self._page.line_of(min(cp, self._offsets.size))
        at_the_top = line.start == 0 and below >= 0
        self._scroll_to(0 if at_the_top else int(line.top - below))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the stored text: Qt's own would turn no-break spaces into blanks."""
        start, end = self.selection()
        data = QMimeData()
        data.setObjectName(COPIED_TEXT)
        data.setText(self._text[start:end])
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: ARG002  (Qt's signature)
        """Refuse everything."""
        return False

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert nothing."""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Refuse composed text: Qt would insert it though the text is read-only."""
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl wish for another text size, where Qt would zoom behind our back."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        steps = int(self._wheel / _WHEEL_STEP)
        self._wheel -= steps * _WHEEL_STEP
        if steps:
            self.text_size_wished.emit(steps)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Follow every change but that of the font: Qt would set the article in the font of the window."""
        if event.type() != QEvent.Type.FontChange:
            super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column centred, and at the top what stood there."""
        if event.size().width() == event.oldSize().width():
            super().resizeEvent(event)
            return
        state = self.scroll_state() if self.verticalScrollBar().value() else None
        set_margins(self.document(), event.size().width(), self._setting.pixels)
        super().resizeEvent(event)
        if state:
            self.restore_scroll(state)
        self.laid_anew.emit()

    def _set_anew(self, setting: Setting) -> None:
        """Set the same text in another setting; caret, selection and what stands at the top stay."""
        state, cursor = self.scroll_state(), self.textCursor()
        anchor, position = cursor.anchor(), cursor.position()
        self._setting = setting
        self._show(self._typeset(setting))
        fresh = self.textCursor()
        fresh.setPosition(anchor)
        fresh.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        with QSignalBlocker(self):
            self.setTextCursor(fresh)
        self.restore_scroll(state)
        self.laid_anew.emit()

    def _typeset(self, setting: Setting) -> Typeset:
        return typeset(
            self._text, self._zones, offsets=self._offsets, index=self._index, setting=setting, owner=self
        )

    def _show(self, made: Typeset) -> None:
        # Asking `document().parent()` instead makes PySide load every class of Qt: a tenth of the start.
        old, self._document = self._document, made.document
        set_margins(made.document, self.viewport().width(), self._setting.pixels)
        with QSignalBlocker(self):
            self.setDocument(made.document)
        self.setCursorWidth(_CARET_WIDTH)
        self._page = Page(
            made.document, made.sizes, offsets=self._offsets, index=self._index, setting=self._setting
        )
        if old is not None:  # the one Qt began with is deleted by Qt
            old.deleteLater()

    def _scroll_to(self, y: int) -> None:
        bar = self.verticalScrollBar()
        if y > bar.maximum():
            # The layout of a long text goes on in the background, and the bar with it: finish it.
            self.document().documentLayout().documentSize()
        bar.setValue(y)

    def _scrolled(self) -> QPointF:
        """Return the place on the page of the viewport's corner."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _tell(self) -> None:
        start, end = self.selection()
        now, before = (start, end, self.caret()), self._told
        self._told = now
        if now != before and not self.hasFocus():
            self.viewport().update()  # Qt repaints only a caret of its own
        if now[:2] != before[:2]:
            self.selection_changed.emit(start, end)
        if now[2] != before[2]:
            self.caret_moved.emit(now[2])
