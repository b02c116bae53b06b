"""The list of documents: what one row of it shows, and which rows are asked for in which order."""

from dataclasses import dataclass
from typing import Final

from annotator.core.layer import Status
from annotator.core.narrowing import Term

# What the list may be narrowed to: everything, how far the annotator is, flagged, extraction not yet confirmed.
FILTERS: Final = ("", "new", "in_progress", "done", "skipped", "flagged", "unconfirmed")

# What the list may be sorted by that the annotator's work says, not the document.
WORK_SORTS: Final = ("status", "spans", "flagged")

# What the list may be sorted by; "id" is the order in which documents were imported.
SORTS: Final = (
    "id",
    "title",
    "outlet",
    "author",
    "section",
    "url",
    "published",
    "modified",
    "crawled",
    "document_date",
    *WORK_SORTS,
)


@dataclass(frozen=True, slots=True)
class ListRow:
    """One document in the list. `spans` counts those of the annotator's layer; dates are as stored, "" unknown.

    `beginning` is how the text of a document without a title begins: what tells it from the next one.
    """

    id: int
    title: str
    outlet: str
    published: str
    document_date: str
    status: Status
    flagged: bool
    spans: int
    beginning: str = ""


@dataclass(frozen=True, slots=True)
class ListQuery:
    """Which documents to list: `text` is searched, `status` is one of FILTERS, `sort` one of SORTS.

    `terms` are conditions on fields; all of them must hold.
    """

    text: str = ""
    status: str = ""
    sort: str = "id"
    descending: bool = False
    terms: tuple[Term, ...] = ()
