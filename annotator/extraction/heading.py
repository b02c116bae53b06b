"""Above the first paragraph: the headline and its decks, told from menus, controls and tickers."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Final

from annotator.extraction.datelines import read_dateline
from annotator.extraction.lines import Hint
from annotator.extraction.region import Lines, summary_lines
from annotator.extraction.shapes import (
    folded,
    is_byline,
    is_caption,
    is_field,
    is_flag,
    is_header_control,
    is_menu,
    is_prose,
    is_section,
)

_HEADLINE: Final = 10  # code points; a shorter line above a gap is a word of a menu
_KNOWN: Final = 8  # letters and digits by which a line is found in the page's own title
_REACH: Final = 60  # lines above the text in which a known headline is looked for
_MOST: Final = 8  # headline, decks and captions that may precede the text


@dataclass(frozen=True, slots=True)
class Heading:
    """Indexes of lines: the headline (several where it is broken), its decks, and captions or bylines below it."""

    title: tuple[int, ...] = ()
    decks: tuple[int, ...] = ()
    others: tuple[int, ...] = ()


@dataclass(slots=True)
class _Walk:
    """What a walk up from the text has gathered, the nearest first."""

    texts: list[int] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)  # for each text, how many gaps are below it
    others: list[int] = field(default_factory=list)
    gap: bool = False  # a blank line since the last text
    controls: bool = False  # a control since the last text
    headline: bool = False  # a line long enough to be one is among the texts
    across: bool = False  # the last text stands above the controls that follow a headline
    full: bool = False  # there was more to gather than an article has above its text


def find_heading(lines: Lines, start: int, titles: Collection[str]) -> Heading:
    """Find the headline above the text at line `start`, and the decks between.

    The headline is the line that the page's own title holds (`titles`: from HTML; or its first line), else
    the nearest h1, else where a walk up ends: past decks, across controls (`※`, `•`, 기사입력, 최종수정) to the
    line above them, and never into a menu (`docs/korean-text.md`, 4.2).
    """
    walk = _walk_up(lines, start)
    title = _known_title(lines, start, titles) or _first_heading(lines, start) or _topmost(lines, walk)
    if not title:
        return Heading(others=tuple(sorted(walk.others)))
    below = title[-1]
    decks = tuple(sorted(i for i in walk.texts if i > below))
    others = set(walk.others) | {i for i in lines.filled(below + 1, start) if _is_other(lines, i)}
    return Heading(title, decks, tuple(sorted(i for i in others if i > below and i not in decks)))


def _is_other(lines: Lines, index: int) -> bool:
    return is_caption(lines.texts[index]) or is_byline(lines.texts[index])


def _walk_up(lines: Lines, start: int) -> _Walk:
    """Gather the lines above the text that may be headline and decks, nearest first."""
    walk = _Walk()
    summary = summary_lines(lines, start)
    dateline = read_dateline(lines.texts[start])
    reporters = dateline.reporters if dateline else ()
    for index in range(start - 1, -1, -1):
        text = lines.bare[index]
        if not text:
            walk.gap = True
        elif is_menu(text) or lines.has(index, Hint.MENU):
            if walk.headline and not (walk.controls and (is_section(text) or is_flag(text))):
                break
        elif index in summary or text in reporters or is_field(text) or is_header_control(text):
            walk.controls = True
        elif _is_other(lines, index):
            walk.others.append(index)
        elif not _take(walk, lines, index):
            break
    return walk


def _take(walk: _Walk, lines: Lines, index: int) -> bool:
    """Take a line of text; False where the walk is over."""
    long = len(lines.bare[index]) >= _HEADLINE or lines.bare[index].startswith("[")
    walk.across = walk.controls and bool(walk.texts)
    walk.full = len(walk.texts) == _MOST
    if walk.full or (walk.headline and not long and (walk.gap or walk.across)):
        walk.across = False
        return False
    walk.groups.append((walk.groups[-1] if walk.groups else 0) + walk.gap)
    walk.texts.append(index)
    walk.headline = walk.headline or long
    walk.gap = walk.controls = False
    return not walk.across


def _topmost(lines: Lines, walk: _Walk) -> tuple[int, ...]:
    """Return the line furthest up that is not a sentence.

    Where no controls told headline from menu, it is at most one gap above the nearest line, unless a gap
    parts all lines; of a list without an end only the nearest line can be it.
    """
    texts = walk.texts
    if texts and not walk.across:
        spaced = len(set(walk.groups)) == len(texts)
        if walk.full and spaced:
            texts = texts[:1]
        elif not spaced:
            texts = [i for i, group in zip(texts, walk.groups, strict=True) if group <= walk.groups[0] + 1]
    return next(((i,) for i in reversed(texts) if not is_prose(lines.texts[i])), ())


def _known_title(lines: Lines, start: int, titles: Collection[str]) -> tuple[int, ...]:
    """Return the line above that one of the titles holds, else one that the first line of the page holds."""
    known = [folded(title) for title in titles]
    first = next(iter(lines.filled(0, start)), start)

    def holds(index: int) -> bool:
        text = folded(lines.bare[index])
        return bool(text) and any(text in title for title in known)

    if found := _nearest(lines, range(first, start), holds):
        return found
    known = [folded(lines.bare[first])] if first < start else []
    return _nearest(lines, range(first + 1, start), holds)


def _first_heading(lines: Lines, start: int) -> tuple[int, ...]:
    return _nearest(lines, range(start), lambda index: lines.has(index, Hint.TITLE))


def _nearest(lines: Lines, above: range, fits: Callable[[int], bool]) -> tuple[int, ...]:
    """Return the last fitting line of a range of lines above the text, and the fitting lines that touch it.

    The line has letters enough to be a headline; the parts of a broken one may be shorter.
    """
    found = [i for i in above[-_REACH:] if lines.bare[i] and not _is_furniture(lines, i) and fits(i)]
    last = next((i for i in reversed(found) if len(folded(lines.bare[i])) >= _KNOWN), None)
    if last is None:
        return ()
    begin = end = last
    while begin - 1 in found:
        begin -= 1
    while end + 1 in found:
        end += 1
    return tuple(range(begin, end + 1))


def _is_furniture(lines: Lines, index: int) -> bool:
    text = lines.bare[index]
    return lines.has(index, Hint.MENU) or is_menu(text) or is_header_control(text) or _is_other(lines, index)
