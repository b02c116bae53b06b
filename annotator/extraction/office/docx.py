"""The lines of a DOCX file (Office Open XML): paragraphs, tables, text boxes, footnotes; deleted text left out."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from annotator.core.text import ZoneKind
from annotator.extraction.office.lines import Gathered, OfficeLine

Part = Callable[[str], Element | None]
"""Gives a part of the file by its name as XML, None where there is none."""

DOCUMENT: Final = "word/document.xml"
# What holds text to be gone through; everything else is passed over (deleted text, codes of fields, settings).
_INLINE: Final = frozenset({
    "r", "hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "sdt", "sdtContent", "customXml", "dir", "bdo", "ruby",
    "rubyBase", "oMath", "oMathPara",
})  # fmt: skip
_BLOCKS: Final = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"})
_DRAWN: Final = frozenset({"drawing", "pict", "object"})
_MARKS: Final = {"tab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_BLANKS: Final = " \t\r\n"
_STYLES: Final = (
    ("title", ZoneKind.TITLE),
    ("subtitle", ZoneKind.DECK),
    ("caption", ZoneKind.CAPTION),
    ("footnote text", ZoneKind.FOOTNOTE),
)
_NOTES: Final = (("footnoteReference", "footnotes", "footnote"), ("endnoteReference", "endnotes", "endnote"))


def read_docx(part: Part) -> list[OfficeLine]:
    """Return the lines of a document in its order, its footnotes at the end; headers and footers are left out."""
    root = part(DOCUMENT)
    if root is None:
        return []
    reading = _Reading(_styles(part("word/styles.xml")))
    gathered = Gathered()
    for body in _children(root, "body"):
        reading.blocks(body, gathered)
    for mark, file, name in _NOTES:
        wanted = [id_ for kind, id_ in reading.notes if kind == mark]
        notes = part(f"word/{file}.xml") if wanted else None
        if notes is not None:
            by_id = {_attribute(note, "id"): note for note in _children(notes, name)}
            for note in (by_id[id_] for id_ in dict.fromkeys(wanted) if id_ in by_id):
                _add_note(reading, note, gathered)
    return gathered.lines


def _add_note(reading: "_Reading", note: Element, gathered: Gathered) -> None:
    inside = Gathered()
    reading.blocks(note, inside)
    text = " ".join(line.text.strip(_BLANKS) for line in inside.lines if line.text.strip())
    if text:
        gathered.paragraph(text, ZoneKind.FOOTNOTE)


class _Reading:
    def __init__(self, styles: Mapping[str, ZoneKind]) -> None:
        self._styles = styles
        self.notes: list[tuple[str, str]] = []

    def blocks(self, element: Element, gathered: Gathered) -> None:
        """Go through paragraphs and tables."""
        for child in element:
            name = _local(child)
            if name == "p":
                self._paragraph(child, gathered)
            elif name == "tbl":
                gathered.table(list(self._rows(child)))
            elif name in _BLOCKS:
                self.blocks(child, gathered)
            elif name == "AlternateContent":
                for chosen in _chosen(child):
                    self.blocks(chosen, gathered)

    def _paragraph(self, element: Element, gathered: Gathered) -> None:
        pieces: list[str] = []
        boxes: list[Element] = []
        self._inline(element, pieces, boxes)
        gathered.paragraph("".join(pieces), self._kind(element))
        for box in boxes:
            self.blocks(box, gathered)

    def _kind(self, paragraph: Element) -> ZoneKind | None:
        for properties in _children(paragraph, "pPr"):
            for level in _children(properties, "outlineLvl"):
                if _attribute(level, "val") in set("012345678"):
                    return ZoneKind.HEADING
            for style in _children(properties, "pStyle"):
                return self._styles.get(_attribute(style, "val"))
        return None

    def _inline(self, element: Element, pieces: list[str], boxes: list[Element]) -> None:
        for child in element:
            name = _local(child)
            if name == "t":
                text = child.text or ""
                kept = any(
                    key.endswith("}space") and value == "preserve" for key, value in child.attrib.items()
                )
                pieces.append(text if kept else text.strip(_BLANKS))
            elif name in _MARKS:
                pieces.append(_MARKS[name])
            elif name == "br":
                pieces.append("" if _attribute(child, "type") in {"page", "column"} else "\n")
            elif name in _INLINE:
                self._inline(child, pieces, boxes)
            elif name in _DRAWN:
                boxes.extend(_boxes(child))
            elif name == "AlternateContent":
                for chosen in _chosen(child):
                    self._inline(chosen, pieces, boxes)
            elif name.endswith("noteReference"):
                self.notes.append((name, _attribute(child, "id")))

    def _rows(self, table: Element) -> Iterator[list[list[OfficeLine]]]:
        for row in _inside(table, "tr"):
            cells = []
            for cell in _inside(row, "tc"):
                inside = Gathered()
                if not _continues(cell):
                    self.blocks(cell, inside)
                cells.append(inside.lines)
            yield cells


def _styles(root: Element | None) -> dict[str, ZoneKind]:
    """Return what the paragraphs of each style are; the names of Word's own styles are English in every language."""
    found: dict[str, ZoneKind] = {}
    for style in [] if root is None else _children(root, "style"):
        name = next((_attribute(named, "val").lower() for named in _children(style, "name")), "")
        kind = ZoneKind.HEADING if name.startswith("heading ") else dict(_STYLES).get(name)
        if kind is not None:
            found[_attribute(style, "styleId")] = kind
    return found


def _continues(cell: Element) -> bool:
    """Tell whether a cell is the lower part of one that begins in a row above."""
    for properties in _children(cell, "tcPr"):
        for merge in _children(properties, "vMerge"):
            return _attribute(merge, "val") != "restart"
    return False


def _boxes(element: Element) -> Iterator[Element]:
    """Yield the contents of text boxes; each is drawn in two ways, of which the first counts."""
    for child in element:
        if _local(child) == "txbxContent":
            yield child
        elif _local(child) == "AlternateContent":
            for chosen in _chosen(child):
                yield from _boxes(chosen)
        else:
            yield from _boxes(child)


def _chosen(alternatives: Element) -> list[Element]:
    found = _children(alternatives, "Choice") or _children(alternatives, "Fallback")
    return found[:1]


def _inside(element: Element, name: str) -> Iterator[Element]:
    for child in element:
        if _local(child) == name:
            yield child
        elif _local(child) in _BLOCKS:
            yield from _inside(child, name)


def _children(element: Element, name: str) -> list[Element]:
    return [child for child in element if _local(child) == name]


def _attribute(element: Element, name: str) -> str:
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return ""


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]
