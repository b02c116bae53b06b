"""From HTML to the lines a reader sees, each with what its elements say of it, and the page's metadata."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from annotator.core.text import unify_line_ends
from annotator.extraction.lines import Hint, VisibleLine, is_blank
from annotator.extraction.safe_markup import made_safe


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Elements between which a browser leaves an empty line, and those that only begin a new one.
_PARAGRAPHS: Final = _names("""
    p h1 h2 h3 h4 h5 h6 article section header footer nav aside main ul ol dl figure blockquote
    table pre form hr
""")
_BLOCKS: Final = _PARAGRAPHS | _names("""
    html body div li dt dd tr figcaption caption address details summary fieldset legend button
    select option center thead tbody tfoot menu dialog
""")
_VOID: Final = _names("""
    area base br col embed hr img input link meta param source track wbr
""")
_IN_HEAD: Final = _names("""
    head base link meta title noscript template
""")
_UNSEEN: Final = _names("""
    noscript template head svg math iframe object canvas audio video datalist textarea
""")
# A form is no sign of furniture: some systems wrap the whole page in one.
_HINTS: Final = {
    **dict.fromkeys(("nav", "footer", "aside", "button", "select", "menu", "dialog"), Hint.MENU),
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), Hint.HEADING),
    "h1": Hint.TITLE,
    "figcaption": Hint.CAPTION,
    "table": Hint.TABLE,
}
_SPACE: Final = re.compile(r"[ \t\n\r\f]+")
_HIDDEN: Final = re.compile(r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden", re.IGNORECASE)
_SNIFF: Final = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|!--|(?:html|head|body|div|main|article|section|meta|title|p|span"
    r"|table|ul|h[1-6]|script|link|header|nav)[\s/>])",
    re.IGNORECASE,
)
_ROOT: Final = re.compile(r"<html[\s>]", re.IGNORECASE)
_LOOK: Final = 2000  # code points of a page in which it shows what it is


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the head of a page says: `meta` by lower-case name (the first of each), its title and its address."""

    named: dict[str, str] = field(default_factory=dict)
    title: str = ""
    canonical: str = ""

    def first(self, *names: str) -> str:
        """Return the first of the named values that is there, "" without one."""
        return next((self.named[name] for name in names if self.named.get(name)), "")


def looks_like_html(page: str) -> bool:
    """Tell whether a page is HTML: it begins with a doctype, a comment or a common element, or soon has `<html`."""
    start = page[:_LOOK].removeprefix("\ufeff")
    return _SNIFF.match(start) is not None or _ROOT.search(start) is not None


def read_html(page: str) -> tuple[list[VisibleLine], Metadata]:
    """Return the visible lines of HTML by block element, and its metadata.

    As in a browser, runs of ASCII white space are one blank, `<br>` ends a line, an empty line parts
    paragraphs; entities are decoded and no-break spaces kept. Scripts, styles and hidden elements are left out.
    """
    reader = _Reader()
    reader.feed(made_safe(page))
    reader.close()
    reader.end_line()
    return reader.lines, Metadata(reader.named, _squeezed("".join(reader.title)), reader.canonical)


def _squeezed(text: str) -> str:
    return _SPACE.sub(" ", text).strip(" ")


@dataclass(frozen=True, slots=True)
class _Element:
    """An open element and what it means for the lines in it."""

    tag: str
    hint: Hint | None
    hides: bool
    article: bool


class _Reader(HTMLParser):
    """Collects lines while the parser walks the page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[VisibleLine] = []
        self.named: dict[str, str] = {}
        self.title: list[str] = []
        self.canonical = ""
        self._stack: list[_Element] = []
        self._open: Counter[str] = Counter()
        self._hints: Counter[Hint] = Counter()
        self._hidden = 0
        self._articles: list[int] = []
        self._article_count = 0
        self._cells: list[str] = []  # finished cells of the table row that is this line
        self._pieces: list[str] = []
        self._begun: VisibleLine | None = None  # what holds for the line, taken where its text begins
        self._gap = False  # whether an empty line is due before the next one

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        values = {name: value or "" for name, value in reversed(attrs)}
        if self._open["head"] and tag not in _IN_HEAD:
            self.handle_endtag("head")  # its end tag may be left out
        if self._open["title"] and tag in _BLOCKS:
            self.handle_endtag("title")  # never ended: what follows is text
        if tag in ("meta", "link"):
            self._take_metadata(tag, values)
        elif tag == "br":
            self._break_line()
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag in _BLOCKS:
            self._end_block(tag)
        if tag not in _VOID:
            self._push(tag, values)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those left open inside it."""
        if tag in _BLOCKS:
            self._end_block(tag)
        while self._open[tag]:
            element = self._stack.pop()
            self._open[element.tag] -= 1
            self._hidden -= element.hides
            if element.hint:
                self._hints[element.hint] -= 1
            if element.article:
                self._articles.pop()
            if element.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        """Take text."""
        if self._open["title"] and not self._open["svg"]:
            self.title.append(data)
        elif self._hidden:
            return
        elif self._open["pre"]:
            first, *others = unify_line_ends(data).split("\n")
            self._take_text(first)
            for part in others:
                self._break_line()
                self._take_text(part)
        else:
            self._take_text(data)

    def end_line(self) -> None:
        """Finish the line that is being gathered; a line without text only leaves a gap."""
        text = "".join(self._pieces)
        if not self._open["pre"]:
            text = _squeezed(text)
        if self._cells:
            text = "\t".join((*self._cells, text))
        if self._begun is not None and not is_blank(text):
            if self._gap and self.lines:
                self.lines.append(VisibleLine(""))
            self.lines.append(VisibleLine(text, self._begun.hints, self._begun.article))
            self._gap = False
        elif is_blank(text) and "\xa0" in text:
            self._gap = True
        self._pieces, self._cells, self._begun = [], [], None

    def _take_text(self, data: str) -> None:
        if self._begun is None and data and not data.isspace():
            hints = frozenset(hint for hint, count in self._hints.items() if count > 0)
            self._begun = VisibleLine("", hints, self._articles[-1] if self._articles else 0)
        self._pieces.append(data)

    def _break_line(self) -> None:
        empty = self._begun is None
        self.end_line()
        self._gap = self._gap or empty

    def _end_cell(self) -> None:
        if self._begun is not None:
            self._cells.append(_squeezed("".join(self._pieces)))
            self._pieces = []

    def _end_block(self, tag: str) -> None:
        self.end_line()
        self._gap = self._gap or tag in _PARAGRAPHS

    def _push(self, tag: str, values: dict[str, str]) -> None:
        hides = tag in _UNSEEN or "hidden" in values or _HIDDEN.search(values.get("style", "")) is not None
        article = tag == "article" or values.get("itemprop", "").lower() == "articlebody"
        element = _Element(tag, _HINTS.get(tag), hides, article)
        self._stack.append(element)
        self._open[tag] += 1
        self._hidden += hides
        if element.hint:
            self._hints[element.hint] += 1
        if article:
            self._article_count += 1
            self._articles.append(self._article_count)

    def _take_metadata(self, tag: str, values: dict[str, str]) -> None:
        if tag == "link":
            if "canonical" in values.get("rel", "").lower().split() and not self.canonical:
                self.canonical = values.get("href", "").strip()
            return
        name = (values.get("property") or values.get("name") or values.get("itemprop") or "").lower()
        content = _squeezed(values.get("content", ""))
        if name and content:
            self.named.setdefault(name, content)
