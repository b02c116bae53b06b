"""Reading the value of a text that a person marked, whatever a recogniser would propose there."""

from datetime import date

from annotator.korean.suggestion import Reading


def read_amount(marked: str) -> Reading | None:
    """Return what a text marked as an amount means, or None where nothing can be read from it.

    A number without currency has a value without unit.
    """
    from annotator.korean.money import read_amount as read

    return read(marked)


def read_date(marked: str, document_date: date | str | None) -> Reading | None:
    """Return what a text marked as a date means, or None; `needs_date` where only a document date would tell.

    ValueError where `document_date` is neither unknown (None, "") nor a day written as YYYY-MM-DD.
    """
    from annotator.korean.dates import read_date as read

    return read(marked, document_date)
