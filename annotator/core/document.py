"""A document: one article with its fields, its text version, and what was known of it."""

from dataclasses import dataclass
from typing import Final

from annotator.core.changes import Row
from annotator.core.text import Zone

# The fields a person sees and may correct, in the order shown; each is text, "" where unknown.
FIELDS: Final = (
    "title",
    "outlet",
    "author",
    "section",
    "url",
    "published",
    "modified",
    "crawled",
    "document_date",
    "date_source",
    "lang",
)


@dataclass(frozen=True, slots=True)
class Document:
    """One article. `uid` is the id that files carry; `confirmed` is False while its extraction is a proposal.

    `binned_at` is the time it went to the bin, "" while it is in use.
    """

    id: int
    uid: str
    text_version_id: int
    confirmed: bool
    title: str
    outlet: str
    author: str
    section: str
    url: str
    published: str
    modified: str
    crawled: str
    document_date: str
    date_source: str
    lang: str
    created_at: str
    binned_at: str = ""

    def fields(self) -> dict[str, str]:
        """Return the fields by name."""
        return {name: getattr(self, name) for name in FIELDS}

    def row(self) -> Row:
        """Return the columns that a change may set, as a row of the table."""
        return {
            "id": self.id,
            "uid": self.uid,
            "text_version_id": self.text_version_id,
            "confirmed": int(self.confirmed),
            **self.fields(),
            "created_at": self.created_at,
            "binned_at": self.binned_at,
        }


@dataclass(frozen=True, slots=True)
class TextVersion:
    """A text of a document with its zones; `lines` are the numbers (from 1) of the page lines it was made of."""

    id: int
    document_id: int
    source_id: int | None
    text: str
    sha256: str
    zones: tuple[Zone, ...]
    lines: tuple[int, ...]
    created_at: str


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes as imported, and what was read from them that is not text of the document.

    `kind` is "text", "html", "docx", "hwpx" or the id of a format; `data` holds the page's section line,
    flag line and stock rows as JSON.
    """

    id: int
    document_id: int
    name: str
    kind: str
    encoding: str
    sha256: str
    content: bytes
    data: str
