"""From a page to a proposal: each line kept or dropped and why, the fields, and the source data beside the text."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Final

from annotator.core.text import ZoneKind, unify_line_ends
from annotator.extraction.datelines import read_dateline
from annotator.extraction.fields import Fields, date_window, read_fields
from annotator.extraction.heading import Heading, find_heading
from annotator.extraction.lines import Hint, PageLine, Reason, VisibleLine
from annotator.extraction.markup import Metadata, looks_like_html, read_html
from annotator.extraction.region import Lines, Region, find_region
from annotator.extraction.shapes import (
    ends_article,
    is_byline,
    is_caption,
    is_control,
    is_field,
    is_flag,
    is_header_control,
    is_menu,
    is_promotion,
    is_prose,
    is_section,
    signs_off,
)
from annotator.extraction.stocks import StockBox, StockRow, read_stock_box

_HEADLINE: Final = 80  # code points that the first line of a plain article may have to be its headline
MAY_REPEAT: Final = (ZoneKind.BODY, None)  # the kinds that known furniture is dropped of


@dataclass(frozen=True, slots=True)
class SourceData:
    """What a page holds beside the article: its section line and flag (정치 …, 속보), and the rows of its stock box."""

    section_line: str = ""
    flag_line: str = ""
    stocks: tuple[StockRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """The proposal for a page: all of its lines, the fields, the source data, and whether a start was found.

    Where none was found nothing is cut except known furniture.
    """

    lines: tuple[PageLine, ...]
    fields: Fields
    source_data: SourceData
    start_found: bool


def extract(page: str, *, html: bool | None = None, furniture: Collection[str] = ()) -> Extraction:
    """Propose which lines of a page are its article.

    `html` None means: look. `furniture` holds stripped lines known as furniture of the outlet; they are
    dropped where they would be body or deck. Takes any text, never raises; time is linear in the page.
    """
    visible, metadata = _visible(unify_line_ends(page), html=html)
    lines = Lines(visible)
    region = find_region(lines)
    box = read_stock_box(lines.texts)
    if region is None:
        proposal, window = _uncut(lines)
        heading = Heading()
    else:
        heading = find_heading(lines, region.start, [metadata.first("og:title"), metadata.title])
        proposal = [
            _line(lines, index, mark) for index, mark in enumerate(_marks(lines, region, heading, box))
        ]
        window = date_window(lines, region.start, heading.title[0] if heading.title else None)
    known = {text.strip() for text in furniture}
    proposal = [_without_repeated(line, known) for line in proposal]
    above = heading.title[0] if heading.title else region.start if region else 0
    data = SourceData(*_beside(lines, above), box.rows if box else ())
    return Extraction(
        tuple(proposal), read_fields(lines, proposal, metadata, window), data, region is not None
    )


_Mark = tuple[ZoneKind | None, Reason]  # a kind for what is kept, None for what is dropped


def _visible(page: str, *, html: bool | None) -> tuple[list[VisibleLine], Metadata]:
    if looks_like_html(page) if html is None else html:
        return read_html(page)
    return [VisibleLine(text) for text in page.split("\n")], Metadata()


def _line(lines: Lines, index: int, mark: _Mark) -> PageLine:
    if not lines.bare[index]:
        return PageLine(index + 1, lines.texts[index], kept=True, kind=None, reason=Reason.BLANK)
    kind, reason = mark
    return PageLine(index + 1, lines.texts[index], kept=kind is not None, kind=kind, reason=reason)


def _uncut(lines: Lines) -> tuple[list[PageLine], range]:
    """Keep every line; the first is the headline where a blank line and then a sentence follow it."""
    filled = list(lines.filled(0, len(lines)))
    kinds = dict.fromkeys(filled, ZoneKind.BODY)
    end = next((i for i in filled if ends_article(lines.bare[i])), len(lines))
    if len(filled) > 1 and _is_headline(lines, filled[0], filled[1]):
        kinds[filled[0]] = ZoneKind.TITLE
        kinds |= {i: ZoneKind.CAPTION for i in filled[1:] if i < end and is_caption(lines.texts[i])}
    marks = ((kinds.get(index), Reason.NOTHING_CUT) for index in range(len(lines)))
    return [_line(lines, index, mark) for index, mark in enumerate(marks)], range(end)


def _is_headline(lines: Lines, first: int, second: int) -> bool:
    text = lines.bare[first]
    plain = not (
        is_menu(text) or is_header_control(text) or is_field(text) or is_byline(text) or is_prose(text)
    )
    return (
        plain
        and len(text) <= _HEADLINE
        and not text.endswith((".", "다", "요"))
        and second > first + 1
        and is_prose(lines.texts[second])
    )


def _marks(lines: Lines, region: Region, heading: Heading, box: StockBox | None) -> Iterator[_Mark]:
    """Yield the mark of each line."""
    top = heading.title[0] if heading.title else region.start
    above = {
        **dict.fromkeys(heading.title, ZoneKind.TITLE),
        **dict.fromkeys(heading.decks, ZoneKind.DECK),
        **{i: _other_kind(lines, i) for i in heading.others},
    }
    for index in range(len(lines)):
        if index in above:
            yield above[index], Reason.ARTICLE
        elif index < region.start:
            yield None, _reason_above(lines, index, before_title=index < top)
        elif index < region.end:
            yield _inside(lines, index, region.start)
        elif box and box.start <= index < box.end:
            yield None, Reason.STOCKS
        else:
            yield None, Reason.CONTROL if is_control(lines.bare[index]) else Reason.AFTER


def _other_kind(lines: Lines, index: int) -> ZoneKind:
    return ZoneKind.CAPTION if is_caption(lines.texts[index]) else ZoneKind.BYLINE


def _reason_above(lines: Lines, index: int, *, before_title: bool) -> Reason:
    text = lines.bare[index]
    if before_title and is_flag(text):
        return Reason.FLAG
    if before_title and is_section(text):
        return Reason.SECTION
    if lines.has(index, Hint.MENU) or is_menu(text):
        return Reason.MENU
    if is_field(text):
        return Reason.FIELD
    return Reason.CONTROL if is_header_control(text) else Reason.BEFORE


def _inside(lines: Lines, index: int, start: int) -> _Mark:
    """Return what a line between the first paragraph and the end is."""
    text, word = lines.texts[index], lines.bare[index]
    if not word:
        return None, Reason.BLANK
    if is_control(word) or is_promotion(word):
        return None, Reason.CONTROL
    if signs_off(text):
        attached = lines.follows_directly(index) and is_caption(lines.texts[index - 1])
        return ZoneKind.CAPTION if attached else ZoneKind.BYLINE, Reason.ARTICLE
    if lines.has(index, Hint.MENU):
        return None, Reason.MENU
    return _kind_inside(lines, index, start), Reason.ARTICLE


def _kind_inside(lines: Lines, index: int, start: int) -> ZoneKind:
    text = lines.texts[index]
    if is_caption(text) or lines.has(index, Hint.CAPTION):
        return ZoneKind.CAPTION
    if read_dateline(text) is not None:
        return ZoneKind.DATELINE
    if index > start and is_byline(text):
        return ZoneKind.BYLINE
    if lines.has(index, Hint.TABLE):
        return ZoneKind.TABLE
    if lines.has(index, Hint.HEADING) or lines.has(index, Hint.TITLE):
        return ZoneKind.HEADING
    return ZoneKind.FOOTNOTE if lines.bare[index].startswith("※") else ZoneKind.BODY


def _without_repeated(line: PageLine, known: Collection[str]) -> PageLine:
    if known and line.kept and not line.blank and line.kind in MAY_REPEAT and line.text.strip() in known:
        return replace(line, kept=False, kind=None, reason=Reason.REPEATED)
    return line


def _beside(lines: Lines, end: int) -> tuple[str, str]:
    """Return the section line and the flag line above line `end`, the nearest of each."""
    section = flag = ""
    for index in lines.filled(0, end):
        section = lines.texts[index].strip() if is_section(lines.bare[index]) else section
        flag = lines.texts[index].strip() if is_flag(lines.bare[index]) else flag
    return section, flag
