"""From the lines that are kept to the text of the article and its zones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.core.text import Zone, ZoneKind
from annotator.extraction.datelines import read_dateline
from annotator.extraction.lines import PageLine


@dataclass(frozen=True, slots=True)
class Article:
    """A text, its zones (sorted, not overlapping), and the page numbers of its lines that are not blank.

    Offsets are code points in `text`, end exclusive.
    """

    text: str
    zones: tuple[Zone, ...]
    line_numbers: tuple[int, ...]


def compose(lines: Sequence[PageLine]) -> Article:
    """Join the kept lines, each ended by one LF, and lay zones over them.

    A run of kept blank lines between two kept lines becomes its first line; before the first and after the
    last there is none. Nothing else is touched: blanks at the ends of a line stay, though no zone covers them.
    Each line is one zone of its kind (body where it has none); a dateline line is two, the dateline to its
    "=" and the body after it. Without a kept line the text is "".
    """
    pieces: list[str] = []
    zones: list[Zone] = []
    numbers: list[int] = []
    size = 0
    gap: str | None = None
    for line in lines:
        if not line.kept:
            continue
        if line.blank:
            gap = line.text if gap is None else gap
            continue
        if gap is not None and numbers:
            pieces.append(gap)
            size += len(gap) + 1
        gap = None
        zones.extend(zones_of_line(line.text, line.kind, size))
        pieces.append(line.text)
        numbers.append(line.number)
        size += len(line.text) + 1
    return Article("".join(f"{piece}\n" for piece in pieces), tuple(zones), tuple(numbers))


def zones_of_line(text: str, kind: ZoneKind | None, offset: int) -> Iterator[Zone]:
    """Yield the zones of a line of this kind (None: body) that begins at `offset`."""
    dateline = read_dateline(text) if kind is ZoneKind.DATELINE else None
    if dateline is None:
        yield from _zone(text, 0, offset, kind or ZoneKind.BODY)
        return
    yield Zone(offset + dateline.start, offset + dateline.end, ZoneKind.DATELINE)
    yield from _zone(text, dateline.end, offset, ZoneKind.BODY)


def _zone(text: str, start: int, offset: int, kind: ZoneKind) -> Iterator[Zone]:
    """Yield one zone over `text` from `start` on, without the white space at its ends; none over nothing."""
    part = text[start:]
    begin = start + len(part) - len(part.lstrip())
    end = len(text.rstrip())
    if begin < end:
        yield Zone(offset + begin, offset + end, kind)
