"""What a person types to narrow the list: words to be found in texts, and terms like `outlet:한빛` about fields."""

import re
from dataclasses import dataclass
from typing import Final

# The names of terms as they may be typed, in English and Korean, and what they are about.
NAMES: Final = {
    "title": "title", "제목": "title",
    "outlet": "outlet", "매체": "outlet",
    "author": "author", "글쓴이": "author",
    "section": "section", "섹션": "section",
    "url": "url",
    "published": "published", "발행": "published",
    "modified": "modified", "수정": "modified",
    "crawled": "crawled", "수집": "crawled",
    "date": "document_date", "날짜": "document_date",
    "label": "label", "라벨": "label",
    "annotator": "annotator", "작업자": "annotator",
    "has": "has", "있음": "has",
}  # fmt: skip
# What `has:` can ask for, in either language.
HAS: Final = {
    "comments": "comments", "댓글": "comments",
    "notes": "notes", "메모": "notes",
    "unsure": "unsure", "불확실": "unsure",
    "lost": "lost", "잃은구간": "lost",
    "url": "url",
    "duplicates": "duplicates", "중복": "duplicates",
}  # fmt: skip
DATES: Final = frozenset({"published", "modified", "crawled", "document_date"})

_TERM: Final = re.compile(r'(?<!\S)([^\s:"]+):(?:"([^"]*)"|(\S+))')


@dataclass(frozen=True, slots=True)
class Term:
    """A condition on a field: `about` is one of the values of NAMES; of a date `value` may be a range a..b."""

    about: str
    value: str


def parsed(typed: str) -> tuple[str, tuple[Term, ...]]:
    """Return the words to be searched for, and the terms; what only looks like a term is searched for."""
    terms: list[Term] = []

    def taken(found: re.Match[str]) -> str:
        about = NAMES.get(found[1].casefold())
        value = found[2] if found[2] is not None else found[3]
        if about == "has":
            value = HAS.get(value.casefold(), "")
        if about is None or not value.strip():
            return found[0]
        terms.append(Term(about, value.strip()))
        return ""

    rest = _TERM.sub(taken, typed)
    return " ".join(rest.split()) if terms else typed.strip(), tuple(terms)


def bounds(value: str) -> tuple[str, str]:
    """Return the first and last value that a date term allows; each may be a part of a date (`2024-03`) or ""."""
    low, dots, high = value.partition("..")
    return (low.strip(), high.strip()) if dots else (low.strip(), low.strip())
