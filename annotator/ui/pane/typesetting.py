"""How the text of an article is set: sizes, zones, line distance and margins, never a change of the text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)

from annotator.core.offsets import Utf16Map
from annotator.core.text import Zone, ZoneKind
from annotator.ui.fonts import TextSize, font
from annotator.ui.pane.display import display
from annotator.ui.pane.model import SpanIndex

_MEASURE: Final = 46  # em: the longest line that is read with comfort
_SIDE: Final = 28  # px: room for a mark beside the line
_ABOVE: Final = 28
_BELOW: Final = 96
_BLANK_LINE: Final = 12  # px, at the normal size
# px between lines at the normal size by the lanes that must fit beside the chips.
_DISTANCE: Final = {2: 18, 4: 25}
_LANES: Final = tuple(_DISTANCE)
# Of a line's height, the share of the text size that lies outside the box of a span.
_SPARE: Final = 0.22


@dataclass(frozen=True, slots=True)
class ZoneSetting:
    """How a zone differs from the body: its size as a share of the body's, weight, colour, indent in px."""

    share: float = 1.0
    bold: bool = False
    muted: bool = False
    indent: int = 0


_ZONES: Final = {
    ZoneKind.TITLE: ZoneSetting(share=1.45, bold=True),
    ZoneKind.DECK: ZoneSetting(share=1.1, bold=True, muted=True),
    ZoneKind.HEADING: ZoneSetting(share=1.1, bold=True),
    ZoneKind.DATELINE: ZoneSetting(muted=True),
    ZoneKind.CAPTION: ZoneSetting(share=0.9, muted=True, indent=18),
    ZoneKind.BYLINE: ZoneSetting(share=0.9, muted=True),
    ZoneKind.TABLE: ZoneSetting(share=0.95, indent=18),
    ZoneKind.FOOTNOTE: ZoneSetting(share=0.85, muted=True),
    ZoneKind.CONTACT: ZoneSetting(share=0.9, muted=True),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What the whole text is set in: its size in pixels, the lanes that must fit, the colour of lesser zones."""

    pixels: int
    lanes: int
    muted: str

    @property
    def chip_pixels(self) -> int:
        """The size of the word on a chip, which grows a little with the text."""
        return max(10, round(10 + (self.pixels - TextSize.NORMAL) * 0.4))

    @property
    def chip_height(self) -> int:
        """The height of a chip in pixels."""
        return self.chip_pixels + 4

    @property
    def distance(self) -> int:
        """The pixels between two lines, enough for chips and lanes."""
        grown = self.chip_height - 14 - round(_SPARE * (self.pixels - TextSize.NORMAL))
        return _DISTANCE[self.lanes] + grown


def lanes_to_fit(deepest: int) -> int:
    """Return for how many lanes room is made when the deepest nesting needs `deepest`."""
    return next((lanes for lanes in _LANES if lanes >= deepest), _LANES[-1])


@dataclass(frozen=True, slots=True)
class Typeset:
    """A text as Qt shows it; `sizes` holds the pixels of the paragraphs that differ from the body."""

    document: QTextDocument
    sizes: dict[int, int]


def typeset(
    text: str, zones: Sequence[Zone], *, offsets: Utf16Map, index: SpanIndex, setting: Setting, owner: QObject
) -> Typeset:
    """Make the document that Qt shows of `text`; zones may overlap, what lies outside the text is left out."""
    document = QTextDocument(owner)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(font(setting.pixels))
    document.setPlainText(display(text))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(_body(setting))
    blank = _blank(setting)
    for place in _blank_lines(text):
        cursor.setPosition(offsets.to_utf16(place))
        cursor.setBlockFormat(blank)
    sizes: dict[int, int] = {}
    for zone in zones:
        for number, start, end, whole in _pieces(zone, index, text):
            special = _ZONES.get(zone.kind)
            if special is None:
                continue
            cursor.setPosition(offsets.to_utf16(start))
            if whole:
                sizes[number] = round(setting.pixels * special.share)
                cursor.mergeBlockFormat(_indented(special))
            cursor.setPosition(offsets.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(_characters(special, setting, sizes[number] if whole else setting.pixels))
    cursor.endEditBlock()
    return Typeset(document, sizes)


def set_margins(document: QTextDocument, width: int, pixels: int) -> None:
    """Centre the column in a pane `width` pixels wide, its lines no longer than is read with comfort."""
    side = max(_SIDE, (width - _MEASURE * pixels) // 2)
    root = document.rootFrame()
    if root.frameFormat().leftMargin() == side:
        return
    margins = QTextFrameFormat()
    margins.setLeftMargin(side)
    margins.setRightMargin(side)
    margins.setTopMargin(_ABOVE)
    margins.setBottomMargin(_BELOW)
    root.setFrameFormat(margins)


def _body(setting: Setting) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setLineHeight(setting.distance, QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
    made.setBottomMargin(round(setting.pixels * 0.25))
    return made


def _blank(setting: Setting) -> QTextBlockFormat:
    made = QTextBlockFormat()
    height = round(_BLANK_LINE * setting.pixels / TextSize.NORMAL)
    made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return made


def _indented(special: ZoneSetting) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setLeftMargin(special.indent)
    return made


def _characters(special: ZoneSetting, setting: Setting, pixels: int) -> QTextCharFormat:
    made = QTextCharFormat()
    if pixels != setting.pixels:
        made.setProperty(QTextCharFormat.Property.FontPixelSize, pixels)
    if special.bold:
        made.setFontWeight(QFont.Weight.Bold)
    if special.muted:
        made.setForeground(QBrush(QColor(setting.muted)))
    return made


def _blank_lines(text: str) -> Iterable[int]:
    """Yield where each empty paragraph of `text` lies."""
    if text.startswith("\n"):
        yield 0
    at = text.find("\n\n")
    while at >= 0:
        yield at + 1
        at = text.find("\n\n", at + 1)


def _pieces(zone: Zone, index: SpanIndex, text: str) -> Iterable[tuple[int, int, int, bool]]:
    """Yield the parts of a zone by paragraph: number, start, end, and whether it is all of the paragraph but blanks."""
    start, end = max(0, zone.start), min(zone.end, len(text))
    while start < end:
        number = index.paragraph_at(start)
        first, after = index.paragraph_bounds(number)
        stop = min(end, after)
        if stop > start:
            whole = not text[first:start].strip() and not text[stop:after].strip()
            yield number, *((first, after) if whole else (start, stop)), whole
        start = after + 1
