"""What a document is called where it is named: its title, else how its text begins, else its id."""

from collections.abc import Iterable
from typing import Final

from annotator.core.document import Document
from annotator.core.errors import UserError
from annotator.store.database import Connection
from annotator.store.reading import Reading
from annotator.store.selection import BEGINNING, naming_of

_SHOWN: Final = 60


def called(reading: Reading, document: Document) -> str:
    """Return the title; of a document without one the first line of its text as a quote, cut where it is long."""
    if document.title.strip():
        return document.title
    try:
        text = reading.text_version(document.id).text
    except UserError:  # it was removed for good meanwhile
        return document.uid
    return called_after(document.title, text, document.uid)


def names_of(connection: Connection, document_ids: Iterable[int]) -> dict[int, str]:
    """Return what each of these documents is called; those not in use are left out."""
    return {
        row.id: called_after(row.title, row.beginning, row.uid) for row in naming_of(connection, document_ids)
    }


def called_after(title: str, text: str, uid: str) -> str:
    """Return the title, else the first line of a text (or of how it begins) as a quote, cut, else the id."""
    if title.strip():
        return title
    first = next((line.strip() for line in text[:BEGINNING].splitlines() if line.strip()), "")
    if not first:
        return uid
    return f"“{first}”" if len(first) <= _SHOWN else f"“{first[:_SHOWN]}…”"
