"""The words of the table of lexicons: kinds, where an entry is from, what becomes of it."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from annotator.app.lexicon.lexicon_table import Listed, Place, Standing
from annotator.core.lexicon_entry import EntryKind

CONTEXT: Final = "Lexicon"

_KINDS: Final = {
    EntryKind.AGENCY: QT_TRANSLATE_NOOP("Lexicon", "Agency"),
    EntryKind.SECTOR: QT_TRANSLATE_NOOP("Lexicon", "Sector"),
}
_PLACES: Final = {
    Place.PROJECT: QT_TRANSLATE_NOOP("Lexicon", "this project"),
    Place.PERSON: QT_TRANSLATE_NOOP("Lexicon", "yours"),
    Place.SHIPPED: QT_TRANSLATE_NOOP("Lexicon", "the program"),
}
_STANDINGS: Final = {
    Standing.IN_FORCE: "",
    Standing.HIDES: QT_TRANSLATE_NOOP("Lexicon", "hides"),
    Standing.REPLACED: QT_TRANSLATE_NOOP("Lexicon", "replaced"),
    Standing.HIDDEN: QT_TRANSLATE_NOOP("Lexicon", "hidden"),
}


def _said(text: object) -> str:
    return QCoreApplication.translate(CONTEXT, str(text)) if text else ""


def kind_word(kind: EntryKind) -> str:
    """Return what a kind of entry is called."""
    return _said(_KINDS[kind])


def place_word(place: Place) -> str:
    """Return from where an entry is, in a word or two."""
    return _said(_PLACES[place])


def from_words(row: Listed) -> str:
    """Return from where an entry is, and what becomes of it where it is not simply in force."""
    return " · ".join(part for part in (place_word(row.place), _said(_STANDINGS[row.standing])) if part)


def years_words(row: Listed) -> str:
    """Return the years in which a name was in force, "" where none is known."""
    since, until = row.entry.since, row.entry.until
    return "" if since is None and until is None else f"{since or ''}–{until or ''}"
