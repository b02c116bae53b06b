"""Where on a page the article begins and ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from annotator.extraction.datelines import read_dateline
from annotator.extraction.lines import Hint, VisibleLine, bare, is_blank
from annotator.extraction.shapes import (
    ends_article,
    is_bare_source,
    is_byline,
    is_caption,
    is_header_control,
    is_menu,
    is_prose,
    signs_off,
)
from annotator.extraction.words import SUMMARIES

_BULLETS: Final = ("•", "*", "·", "-", "–", "▲", "!", "◦")
_POINTS: Final = 5  # sentences that a summary may have
_PROSE_ABOVE: Final = 2  # so many sentences above a dateline are an article already: it is a caption's


class Lines:
    """The lines of a page, with what the rules keep asking of them."""

    def __init__(self, visible: Sequence[VisibleLine]) -> None:
        self.visible = visible
        self.texts = [line.text for line in visible]
        self.bare = ["" if is_blank(line.text) else bare(line.text) for line in visible]

    def __len__(self) -> int:
        return len(self.texts)

    def filled(self, start: int, end: int) -> Iterator[int]:
        """Yield the indexes of the lines between that are not blank."""
        return (index for index in range(start, end) if self.bare[index])

    def has(self, index: int, hint: Hint) -> bool:
        """Tell whether the elements around a line give the hint."""
        return hint in self.visible[index].hints

    def follows_directly(self, index: int) -> bool:
        """Tell whether the line before is not blank."""
        return index > 0 and bool(self.bare[index - 1])


@dataclass(frozen=True, slots=True)
class Region:
    """The article without headline and decks: lines `start` to `end`, end exclusive."""

    start: int
    end: int


def find_region(lines: Lines) -> Region | None:
    """Find the article by its dateline, else by the element of HTML that holds it; None where neither is sure."""
    start = _dateline_start(lines)
    if start is not None:
        return Region(start, _end(lines, start, len(lines)))
    stretch = _element(lines)
    if stretch is None:
        return None
    body = next(
        (i for i in lines.filled(*stretch) if is_prose(lines.texts[i]) and not _is_bullet(lines, i)), None
    )
    return None if body is None else Region(body, _end(lines, body, stretch[1]))


def summary_lines(lines: Lines, end: int) -> frozenset[int]:
    """Return the indexes of machine-made summaries above line `end`: a heading and up to five points below it."""
    found: set[int] = set()
    left = 0
    for index in lines.filled(0, end):
        text = lines.bare[index]
        if text.startswith(SUMMARIES) and len(text) <= 20:
            left = _POINTS
            found.add(index)
        elif left and (_is_bullet(lines, index) or is_prose(text) or text.lower() == "beta"):
            left -= is_prose(text)
            found.add(index)
        else:
            left = 0
    return frozenset(found)


def _is_bullet(lines: Lines, index: int) -> bool:
    return lines.bare[index].startswith(_BULLETS)


def _dateline_start(lines: Lines) -> int | None:
    """Return the first line with a dateline that is not a caption; a caption only where nothing precedes it.

    None where sentences stand above: then the dateline belongs to a caption or a related article.
    """
    summary = summary_lines(lines, len(lines))
    caption: int | None = None
    prose = 0
    ended = False
    for index in lines.filled(0, len(lines)):
        text = lines.texts[index]
        if lines.has(index, Hint.MENU):
            continue
        if read_dateline(text) is not None:
            if ended or prose >= _PROSE_ABOVE:
                return caption
            if not is_caption(text):
                return index
            caption = index if caption is None and not prose else caption
        elif (prose or caption is not None) and ends_article(lines.bare[index]):
            ended = True
        elif is_prose(text) and index not in summary and not _is_bullet(lines, index):
            prose += not is_header_control(lines.bare[index])
    return caption


def _element(lines: Lines) -> tuple[int, int] | None:
    """Return the stretch of the article element that holds the most sentences."""
    weight: dict[int, int] = {}
    for index in lines.filled(0, len(lines)):
        article = lines.visible[index].article
        if article and is_prose(lines.texts[index]) and not lines.has(index, Hint.MENU):
            weight[article] = weight.get(article, 0) + len(lines.texts[index])
    if not weight:
        return None
    best = max(weight, key=lambda each: (weight[each], -each))
    inside = [
        index for index in range(len(lines)) if lines.bare[index] and lines.visible[index].article == best
    ]
    return inside[0], inside[-1] + 1


def _end(lines: Lines, start: int, limit: int) -> int:
    """Return where the article ends: after its last mail address before what heads the next thing on the page.

    Where nothing heads it, the first mail address and those right after it end the article; without an
    address the heading does, or the end of the page less its last menus.
    """
    mark = _mark(lines, start, limit)
    signs = [
        i for i in lines.filled(start + 1, mark) if signs_off(lines.texts[i]) and not _of_caption(lines, i)
    ]
    sentences = [i for i in lines.filled(start, mark) if is_prose(lines.texts[i])]
    signs = [i for i in signs if sentences and sentences[0] < i]
    if signs:
        return 1 + (signs[-1] if mark < limit else _last_in_a_row(lines, signs))
    while mark > start + 1 and _is_rest(lines, mark - 1):
        mark -= 1
    return mark


def _mark(lines: Lines, start: int, limit: int) -> int:
    """Return the first line that heads what follows an article, or that begins another one; `limit` if none."""
    signed = False
    for index in lines.filled(start + 1, limit):
        text = lines.texts[index]
        if ends_article(lines.bare[index]) and not _is_credit(lines, index, limit):
            return index
        if signed and read_dateline(text) is not None and not is_caption(text):
            return index
        signed = signed or (signs_off(text) and not _of_caption(lines, index))
    return limit


def _is_credit(lines: Lines, index: int, limit: int) -> bool:
    """Tell whether `ⓒ name` is a picture's: sentences follow before anything else that ends an article."""
    if not is_bare_source(lines.bare[index]):
        return False
    for later in lines.filled(index + 1, min(limit, index + 12)):
        if ends_article(lines.bare[later]):
            return False
        if is_prose(lines.texts[later]) and read_dateline(lines.texts[later]) is None:
            return True
    return False


def _of_caption(lines: Lines, index: int) -> bool:
    """Tell whether a mail address stands right below a caption, and so is the photographer's."""
    return lines.follows_directly(index) and is_caption(lines.texts[index - 1])


def _last_in_a_row(lines: Lines, signs: Sequence[int]) -> int:
    last = signs[0]
    for sign in signs[1:]:
        if any(not is_byline(lines.texts[i]) for i in lines.filled(last + 1, sign)):
            break
        last = sign
    return last


def _is_rest(lines: Lines, index: int) -> bool:
    text = lines.bare[index]
    return not text or is_menu(text) or is_header_control(text) or lines.has(index, Hint.MENU)
