"""The lines of an HWPX file (한글, OWPML): paragraphs, tables, drawn texts, captions, footnotes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from annotator.core.text import ZoneKind
from annotator.extraction.office.lines import Gathered, OfficeLine

# What stands for one character inside a text.
_MARKS: Final = {"tab": "\t", "lineBreak": "\n", "nbSpace": "\u00a0", "fwSpace": "\u2007", "hyphen": "-"}
_DIGITS: Final = 4  # no table has a thousand columns
_NOTES: Final = frozenset({"footNote", "endNote"})
_LEFT_OUT: Final = frozenset(
    {"secPr", "header", "footer", "hiddenComment", "equation", "fieldBegin", "linesegarray"}
)
_STYLES: Final = (
    (("개요", "outline"), ZoneKind.HEADING),
    (("제목", "title"), ZoneKind.TITLE),
    (("캡션", "caption"), ZoneKind.CAPTION),
    (("각주", "미주", "footnote", "endnote"), ZoneKind.FOOTNOTE),
)


def read_hwpx(sections: Iterable[Element], header: Element | None) -> list[OfficeLine]:
    """Return the lines of the sections in their order, footnotes at the end; headers and footers are left out."""
    reading = _Reading(_styles(header))
    gathered = Gathered()
    for section in sections:
        reading.blocks(section, gathered)
    for note in reading.notes:
        inside = Gathered()
        reading.below(note, inside)
        text = " ".join(line.text.strip() for line in inside.lines if line.text.strip())
        if text:
            gathered.paragraph(text, ZoneKind.FOOTNOTE)
    return gathered.lines


class _Reading:
    def __init__(self, styles: Mapping[str, ZoneKind]) -> None:
        self._styles = styles
        self._deleted = False
        self.notes: list[Element] = []

    def blocks(self, element: Element, gathered: Gathered, kind: ZoneKind | None = None) -> None:
        """Go through the paragraphs of a section, cell, caption or drawn text."""
        for child in element:
            if _local(child) == "p":
                self._paragraph(child, gathered, kind)

    def below(self, element: Element, gathered: Gathered, kind: ZoneKind | None = None) -> None:
        """Go through the paragraphs of what has them in lists of its own."""
        for child in element:
            if _local(child) == "subList":
                self.blocks(child, gathered, kind)

    def _paragraph(self, element: Element, gathered: Gathered, kind: ZoneKind | None) -> None:
        kind = kind or self._styles.get(element.get("styleIDRef", ""))
        pieces: list[str] = []
        written = len(gathered.lines)
        for run in element:
            if _local(run) == "run":
                self._run(run, pieces, gathered, kind)
        # A paragraph that only carries a table is no blank line beside it.
        if pieces or len(gathered.lines) == written:
            gathered.paragraph("".join(pieces), kind)

    def _run(self, run: Element, pieces: list[str], gathered: Gathered, kind: ZoneKind | None) -> None:
        for child in run:
            name = _local(child)
            if name == "t":
                self._text(child, pieces)
            elif name == "tbl":
                _flush(pieces, gathered, kind)
                gathered.table(list(self._rows(child)))
                self._captions(child, gathered)
            elif name == "compose":
                pieces.append(child.get("composeText", ""))
            elif name == "dutmal":
                pieces.extend(part.text or "" for part in child if _local(part) == "mainText")
            elif name == "ctrl":
                self.notes.extend(part for part in child if _local(part) in _NOTES)
            elif name not in _LEFT_OUT:
                inside = Gathered()
                self._drawn(child, inside)
                if inside.lines:
                    _flush(pieces, gathered, kind)
                    gathered.extend(inside.lines)

    def _text(self, element: Element, pieces: list[str]) -> None:
        self._put(element.text, pieces)
        for child in element:
            name = _local(child)
            if name in {"deleteBegin", "deleteEnd"}:
                self._deleted = name == "deleteBegin"
            else:
                self._put(_MARKS.get(name, ""), pieces)
            self._put(child.tail, pieces)

    def _put(self, text: str | None, pieces: list[str]) -> None:
        if text and not self._deleted:
            pieces.append(text)

    def _rows(self, table: Element) -> Iterator[list[list[OfficeLine]]]:
        for row in table:
            if _local(row) != "tr":
                continue
            cells: dict[int, list[OfficeLine]] = {}
            for cell in row:
                if _local(cell) == "tc":
                    inside = Gathered()
                    self.below(cell, inside)
                    cells[_column(cell, len(cells))] = inside.lines
            yield [cells.get(column, []) for column in range(max(cells, default=-1) + 1)]

    def _captions(self, element: Element, gathered: Gathered) -> None:
        for child in element:
            if _local(child) == "caption":
                self.below(child, gathered, ZoneKind.CAPTION)

    def _drawn(self, element: Element, gathered: Gathered) -> None:
        """Go through a picture or shape, and the shapes in it, for its text and its caption."""
        for child in element:
            name = _local(child)
            if name == "drawText":
                self.below(child, gathered)
            elif name == "caption":
                self.below(child, gathered, ZoneKind.CAPTION)
            elif name not in _LEFT_OUT and name != "subList":
                self._drawn(child, gathered)


def _column(cell: Element, default: int) -> int:
    """Return the column of a cell: rows below one that is merged downwards begin further to the right."""
    for child in cell:
        address = child.get("colAddr", "")
        if _local(child) == "cellAddr" and address.isascii() and address.isdigit() and len(address) < _DIGITS:
            return int(address)
    return default


def _flush(pieces: list[str], gathered: Gathered, kind: ZoneKind | None) -> None:
    """Write what a paragraph has before a table or shape in it."""
    if "".join(pieces).strip():
        gathered.paragraph("".join(pieces), kind)
    pieces.clear()


def _styles(header: Element | None) -> dict[str, ZoneKind]:
    found: dict[str, ZoneKind] = {}
    for style in [] if header is None else header.iter():
        if _local(style) != "style":
            continue
        names = [style.get("name", "").lower(), style.get("engName", "").lower()]
        for words, kind in _STYLES:
            if any(name.startswith(words) for name in names):
                found[style.get("id", "")] = kind
                break
    return found


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]
