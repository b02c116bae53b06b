"""The source of a document, of whatever kind, as the lines that its text is made of."""

from typing import Final

from annotator.core.document import Source
from annotator.extraction import Extraction, extract
from annotator.extraction.decoding import decode_as
from annotator.extraction.office import KINDS as OFFICE_KINDS
from annotator.extraction.office import extract_office

TEXT_KINDS: Final = ("text", "html")
"""The kinds of sources that are text in some encoding."""

PAGE_KINDS: Final = (*TEXT_KINDS, *OFFICE_KINDS)
"""The kinds of sources that lines are chosen from; other sources are files of formats."""


def lines_of(source: Source) -> Extraction | None:
    """Return today's proposal for a source, no line known as furniture; None where it has no lines to choose from."""
    if source.kind in OFFICE_KINDS:
        return extract_office(source.content, source.kind)
    if source.kind not in TEXT_KINDS:
        return None
    return extract(decode_as(source.content, source.encoding), html=source.kind == "html")
