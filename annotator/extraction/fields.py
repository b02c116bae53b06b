"""What a page says of its article: title, outlet, author, dates; "" where it says nothing, never made up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from annotator.core.text import ZoneKind
from annotator.extraction.datelines import Dateline, read_dateline, read_reporters
from annotator.extraction.dating import (
    credit_date,
    is_only_moment,
    read_date_fields,
    read_moment,
    read_zoned,
)
from annotator.extraction.lines import Hint, PageLine
from annotator.extraction.markup import Metadata
from annotator.extraction.region import Lines
from annotator.extraction.shapes import reporters_of

_ABOVE: Final = 8  # lines above a headline in which a labelled date still is the article's
_SEPARATORS: Final = " |-–—:<>·ㅣ"


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of an article, each "" where unknown.

    `published` and `modified` are `YYYY-MM-DD`, with `THH:MM` where the page has a time; `document_date` is
    `YYYY-MM-DD` and `date_source` says where it was found: "field" (labelled, or metadata) or "caption".
    """

    title: str = ""
    outlet: str = ""
    author: str = ""
    section: str = ""
    url: str = ""
    published: str = ""
    modified: str = ""
    document_date: str = ""
    date_source: str = ""


def read_fields(lines: Lines, proposal: Sequence[PageLine], metadata: Metadata, window: range) -> Fields:
    """Read the fields from the proposed lines, the metadata, and the labelled dates in the `window` of lines."""
    dateline = _dateline(proposal)
    outlet = (dateline.outlet if dateline else "") or metadata.first("og:site_name")
    dates = _labelled_dates(lines, window)
    published = dates.get("published") or read_zoned(
        metadata.first("article:published_time", "datepublished")
    )
    modified = dates.get("modified") or read_zoned(metadata.first("article:modified_time", "datemodified"))
    document_date, date_source = (published or modified)[:10], "field"
    if not document_date:
        captions = (line.text for line in proposal if line.kept and line.kind is ZoneKind.CAPTION)
        document_date, date_source = max(map(credit_date, captions), default=""), "caption"
    return Fields(
        title=_title(proposal, metadata),
        outlet=outlet,
        author=_author(proposal, dateline, metadata, outlet),
        section=metadata.first("article:section"),
        url=_address(metadata),
        published=published,
        modified=modified,
        document_date=document_date,
        date_source=date_source if document_date else "",
    )


def date_window(lines: Lines, start: int, title: int | None) -> range:
    """Return the lines in which a labelled date is the article's: from a little above its headline to its text."""
    above = list(lines.filled(0, start if title is None else title))
    return range(above[-_ABOVE:][0] if above else 0, start)


def _dateline(proposal: Iterable[PageLine]) -> Dateline | None:
    first = next((line for line in proposal if line.kept and line.kind is ZoneKind.DATELINE), None)
    first = first or next(
        (
            line
            for line in proposal
            if line.kept and line.kind is ZoneKind.CAPTION and read_dateline(line.text)
        ),
        None,
    )
    return read_dateline(first.text) if first else None


def _title(proposal: Iterable[PageLine], metadata: Metadata) -> str:
    parts = [line.text.strip() for line in proposal if line.kept and line.kind is ZoneKind.TITLE]
    return " ".join(parts) or metadata.first("og:title") or _without_outlet(metadata)


def _without_outlet(metadata: Metadata) -> str:
    """Return the title of the page without the name of the site that ends it."""
    site = metadata.first("og:site_name")
    if site and metadata.title.endswith(site):
        return metadata.title.removesuffix(site).rstrip(_SEPARATORS) or metadata.title
    return metadata.title


def _author(proposal: Iterable[PageLine], dateline: Dateline | None, metadata: Metadata, outlet: str) -> str:
    if dateline and dateline.reporters:
        return ", ".join(dateline.reporters)
    for line in proposal:
        if line.kept and line.kind is ZoneKind.BYLINE and reporters_of(line.text):
            return ", ".join(reporters_of(line.text))
    author = metadata.first("author", "article:author", "dable:author")
    if author == outlet or "://" in author:
        return ""
    return ", ".join(read_reporters(author) or (author,))


def _address(metadata: Metadata) -> str:
    address = metadata.canonical or metadata.first("og:url")
    return address if address.startswith(("https://", "http://")) else ""


def _labelled_dates(lines: Lines, window: range) -> dict[str, str]:
    """Return the first published and the first modified date that are labelled and not empty."""
    found: dict[str, str] = {}
    waiting = ""  # an empty field at the end of a line: the next line may be its date
    for index in window:
        text = lines.bare[index]
        if not text or lines.has(index, Hint.MENU):
            continue
        if waiting and is_only_moment(text):
            found.setdefault(waiting, read_moment(text))
        waiting = ""
        for each in read_date_fields(text):
            waiting = "" if each.moment else each.name
            if each.moment:
                found.setdefault(each.name, each.moment)
    return found
