"""The page behind a document: its lines with what was kept of them, and the text that other lines would make."""

from collections.abc import Collection
from dataclasses import dataclass

from annotator.app.documents.sources import lines_of
from annotator.app.session import Session
from annotator.core.commands.documents import SetKeptLines
from annotator.extraction import compose, toggled
from annotator.extraction.lines import PageLine


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a document's page as they stand now; `start_found` tells whether the extraction cut."""

    lines: tuple[PageLine, ...]
    start_found: bool


def page_of(session: Session, document_id: int) -> Page | None:
    """Return the page of the document, or None where its source is no page or is not known."""
    source = session.project.reading.source(document_id)
    extraction = lines_of(source) if source is not None else None
    if extraction is None:
        return None
    kept = set(session.text_version(document_id).lines)
    return Page(tuple(as_kept(line, kept) for line in extraction.lines), extraction.start_found)


def keep_lines(session: Session, document_id: int, numbers: Collection[int]) -> SetKeptLines | None:
    """Return the command that makes the document's text of the page lines with these numbers."""
    page = page_of(session, document_id)
    if page is None:
        return None
    chosen = set(numbers)
    lines = tuple(as_kept(line, chosen) for line in page.lines)
    article = compose(lines)
    dropped = tuple(
        before.text for before, after in zip(page.lines, lines, strict=True) if before.kept and not after.kept
    )
    return SetKeptLines(document_id, article.text, article.zones, article.line_numbers, dropped)


def as_kept(line: PageLine, kept: Collection[int]) -> PageLine:
    """Return the line as it is where the page lines with these numbers are kept, and no others."""
    if line.blank or line.kept == (line.number in kept):
        return line
    return toggled(line)
