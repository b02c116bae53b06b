"""The words of the list of documents: statuses, filters, sort orders, and what a row says."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from annotator.core.layer import Status
from annotator.core.listing import ListRow
from annotator.ui.widgets.plain_text import one_line, plain_tooltip

CONTEXT: Final = "Library"

_FILTERS: Final = {
    "": QT_TRANSLATE_NOOP("Library", "All documents"),
    "new": QT_TRANSLATE_NOOP("Library", "New"),
    "in_progress": QT_TRANSLATE_NOOP("Library", "In progress"),
    "done": QT_TRANSLATE_NOOP("Library", "Done"),
    "skipped": QT_TRANSLATE_NOOP("Library", "Skipped"),
    "flagged": QT_TRANSLATE_NOOP("Library", "Flagged"),
    "unconfirmed": QT_TRANSLATE_NOOP("Library", "Not confirmed"),
}
_SORTS: Final = {
    "id": QT_TRANSLATE_NOOP("Library", "As imported"),
    "title": QT_TRANSLATE_NOOP("Library", "By title"),
    "outlet": QT_TRANSLATE_NOOP("Library", "By outlet"),
    "author": QT_TRANSLATE_NOOP("Library", "By author"),
    "section": QT_TRANSLATE_NOOP("Library", "By section"),
    "url": QT_TRANSLATE_NOOP("Library", "By address"),
    "published": QT_TRANSLATE_NOOP("Library", "By publication"),
    "modified": QT_TRANSLATE_NOOP("Library", "By modification"),
    "crawled": QT_TRANSLATE_NOOP("Library", "By crawling"),
    "document_date": QT_TRANSLATE_NOOP("Library", "By document date"),
    "status": QT_TRANSLATE_NOOP("Library", "By status"),
    "spans": QT_TRANSLATE_NOOP("Library", "By number of spans"),
    "flagged": QT_TRANSLATE_NOOP("Library", "By flag"),
}
_UNTITLED: Final = QT_TRANSLATE_NOOP("Library", "Without a title")
_ONE_SPAN: Final = QT_TRANSLATE_NOOP("Library", "1 span")
_SPANS: Final = QT_TRANSLATE_NOOP("Library", "{count} spans")
DOT: Final = " · "


def _say(text: object) -> str:
    return QCoreApplication.translate(CONTEXT, str(text))


def filter_word(filter_: str) -> str:
    """Return the words of one of `core.listing.FILTERS`."""
    return _say(_FILTERS[filter_])


def sort_word(sort: str) -> str:
    """Return the words of one of `core.listing.SORTS`."""
    return _say(_SORTS[sort])


def status_word(status: Status) -> str:
    """Return the word of a status."""
    return _say(_FILTERS[str(status)])


def title_of(row: ListRow) -> str:
    """Return the title on one line; where there is none the first line of the text, as a quote, or a word."""
    title = one_line(row.title).strip()
    if title:
        return title
    first = next((line.strip() for line in row.beginning.splitlines() if line.strip()), "")
    return f"“{one_line(first)}”" if first else _say(_UNTITLED)


def date_of(row: ListRow) -> str:
    """Return the day of the document: its document date, else the day it was published."""
    return row.document_date or row.published[:10]


def span_count(count: int) -> str:
    """Return the count of spans in words."""
    return _say(_ONE_SPAN) if count == 1 else _say(_SPANS).format(count=f"{count:,}")


def outlet_of(row: ListRow) -> str:
    """Return the outlet on one line, "" where it is not known."""
    return one_line(row.outlet).strip()


def facts_of(row: ListRow) -> str:
    """Return what follows the outlet on the small line: the day, and the count of spans where there are any."""
    return DOT.join(part for part in (date_of(row), span_count(row.spans) if row.spans else "") if part)


def second_line(row: ListRow) -> str:
    """Return the small line: outlet, date, count of spans, as far as they are known."""
    return DOT.join(part for part in (outlet_of(row), facts_of(row)) if part)


def _state(row: ListRow) -> str:
    return DOT.join(
        [status_word(row.status), filter_word("flagged")] if row.flagged else [status_word(row.status)]
    )


def row_tooltip(row: ListRow) -> str:
    """Return the tooltip of a row: the whole title, the small line, the state in words."""
    return plain_tooltip(title_of(row), second_line(row), _state(row))


def row_sentence(row: ListRow) -> str:
    """Return what a screen reader says of a row."""
    return ", ".join(part for part in (title_of(row), _state(row), second_line(row)) if part)
