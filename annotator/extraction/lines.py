"""The lines of a page: what each is, whether it belongs to the article, and why."""

from dataclasses import dataclass, replace
from enum import StrEnum

from annotator.core.text import ZoneKind

# White space to the eye, though not to str.strip.
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"


class Reason(StrEnum):
    """Why a line is kept or dropped."""

    BLANK = "blank"
    ARTICLE = "article"
    NOTHING_CUT = "nothing-cut"
    BEFORE = "before-article"
    MENU = "menu"
    CONTROL = "control"
    FIELD = "field"
    SECTION = "section"
    FLAG = "flag"
    STOCKS = "stocks"
    AFTER = "after-article"
    REPEATED = "repeated"
    BY_HAND = "by-hand"


class Hint(StrEnum):
    """What the elements around a line of HTML say of it; lines of plain text have none."""

    MENU = "menu"
    ARTICLE = "article"
    TITLE = "title"
    HEADING = "heading"
    CAPTION = "caption"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class VisibleLine:
    """A line as a reader of the page sees it. `article` numbers the article element it is in, 0 for none."""

    text: str
    hints: frozenset[Hint] = frozenset()
    article: int = 0


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of the page: `number` counts from 1, `kind` is its zone when kept, `reason` a Reason.

    A blank line is kept everywhere and has no kind: `compose` decides whether it parts two lines of the text.
    """

    number: int
    text: str
    kept: bool
    kind: ZoneKind | None
    reason: str

    @property
    def blank(self) -> bool:
        """Tell whether the line parts paragraphs instead of being one."""
        return is_blank(self.text)


def is_blank(text: str) -> bool:
    """Tell whether nothing in a line can be seen: white space, no-break or zero-width ones included."""
    return not text or not text.strip().strip(_INVISIBLE).strip()


def bare(text: str, limit: int = 400) -> str:
    """Return the first `limit` code points of a line with its white space made single blanks, for matching."""
    return " ".join(text.lstrip()[:limit].split())


def toggled(line: PageLine) -> PageLine:
    """Return the line kept instead of dropped, or dropped instead of kept, by a person; text without a kind is body."""
    kind = line.kind if line.blank else line.kind or ZoneKind.BODY
    return replace(line, kept=not line.kept, kind=kind, reason=Reason.BY_HAND)
