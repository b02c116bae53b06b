"""What the columns of a table hold: the text, the fields of its documents; known by their headings or told."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

TEXT: Final = "text"
ID: Final = "id"

FIELDS: Final = (TEXT, "title", "outlet", "author", "section", "url", "published", "modified", ID)
"""What a column may be mapped to, in the order in which a person is asked."""

Columns = Mapping[str, str]
"""The heading of the column that each of `FIELDS` is taken from; those of no column are not in it."""

# The headings of the sheets of BIGKinds, then what crawlers and spreadsheets call them, the likeliest first.
_KNOWN: Final[dict[str, tuple[str, ...]]] = {
    TEXT: (
        "본문", "기사본문", "기사내용", "내용", "원문", "text", "content", "body", "articlebody", "fulltext", "article",
    ),
    "title": ("제목", "기사제목", "헤드라인", "title", "headline", "subject"),
    "outlet": ("언론사", "매체", "매체명", "신문사", "출처", "outlet", "publisher", "press", "source", "media"),
    "author": ("기고자", "기자", "기자명", "작성자", "author", "byline", "writer", "reporter"),
    "section": ("통합분류1", "분류", "섹션", "카테고리", "section", "category"),
    "url": ("url", "주소", "링크", "기사주소", "link", "href"),
    "published": (
        "일자", "날짜", "게재일", "발행일", "보도일", "기사일자", "작성일", "입력일", "published", "date", "pubdate",
        "publisheddate", "publishedat", "datepublished", "datetime",
    ),
    "modified": ("수정일", "수정일자", "modified", "updated", "updatedat", "datemodified"),
    ID: ("뉴스식별자", "기사번호", "기사id", "문서번호", "id", "newsid", "articleid", "docid", "documentid"),
}  # fmt: skip
# The headings of a table with a row a span, a workbook of ours among them: its `text` is that of a span.
_MARKS: Final = frozenset({"document", "label", "start", "end"})
_OTHER: Final = re.compile(r"[\W_]+")


def folded(heading: str) -> str:
    """Return a heading as headings are compared: without case, blanks and marks."""
    return _OTHER.sub("", heading).casefold()


def guessed(headings: Sequence[str]) -> dict[str, str]:
    """Return the columns that known headings name; `text` is not in it where none is the text."""
    by_name: dict[str, str] = {}
    for heading in headings:
        by_name.setdefault(folded(heading), heading)
    found: dict[str, str] = {}
    for field in FIELDS:
        for name in _KNOWN[field]:
            if name in by_name and by_name[name] not in found.values():
                found[field] = by_name[name]
                break
    return found


def fits(columns: Columns, headings: Iterable[str]) -> bool:
    """Tell whether the columns say where the text is, and all of them are among the headings."""
    return TEXT in columns and set(columns.values()) <= set(headings)


def has_marks(headings: Iterable[str]) -> bool:
    """Tell whether a row of the table is a span on a document, by its headings."""
    return set(headings) >= _MARKS


def signature(headings: Sequence[str]) -> str:
    """Return what tables with the same headings share, in any order."""
    return "|".join(sorted(folded(heading) for heading in headings if heading))


class ColumnsError(ValueError):
    """A mapping of columns that cannot be understood: `part` is the wrong one."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


def parsed(written: str) -> dict[str, str]:
    """Return the columns that `text=본문,title=제목` says; ColumnsError for what is no field of it."""
    found: dict[str, str] = {}
    for part in written.split(","):
        field, equals, heading = part.partition("=")
        field, heading = field.strip(), heading.strip()
        if not equals or field not in FIELDS or not heading or field in found:
            raise ColumnsError(part.strip())
        found[field] = heading
    if TEXT not in found:
        raise ColumnsError(TEXT)
    return found
