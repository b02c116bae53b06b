"""What a document is called where it is named: its title, else how its text begins, else its id."""

from typing import Final

from annotator.core.document import Document
from annotator.core.errors import UserError
from annotator.store.reading import Reading

_READ: Final = 200  # code points of a text in which its first line is looked for
_SHOWN: Final = 60


def called(reading: Reading, document: Document) -> str:
    """Return the title; of a document without one the first line of its text as a quote, cut where it is long."""
    if document.title.strip():
        return document.title
    try:
        text = reading.text_version(document.id).text[:_READ]
    except UserError:  # it was removed for good meanwhile
        return document.uid
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if not first:
        return document.uid
    return f"“{first}”" if len(first) <= _SHOWN else f"“{first[:_SHOWN]}…”"
