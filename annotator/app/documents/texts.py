"""Another text for a document: where it comes from, and what would become of the marks, before anything is done."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from annotator.app.documents.pages import Page, as_kept, page_of
from annotator.app.documents.sources import TEXT_KINDS
from annotator.app.imports.intake import extracted
from annotator.app.imports.outlets import OutletLines
from annotator.app.session import Session
from annotator.core.changes import Row
from annotator.core.clusters import around
from annotator.core.commands.review_texts import decided_places
from annotator.core.commands.state import State
from annotator.core.commands.texts import (
    NewText,
    Reason,
    Retext,
    crowded_out,
    lost_of,
    marks_of,
    place_of,
    places_of,
    read_otherwise,
)
from annotator.core.document import Source
from annotator.core.errors import UserError, user_error
from annotator.core.text import unify_line_ends
from annotator.extraction import CANDIDATES, Article, compose, rezone
from annotator.extraction.decoding import decode_as
from annotator.extraction.office import KINDS as OFFICE_KINDS
from annotator.extraction.office import extract_office
from annotator.review.anchoring import Fate, reanchor

_CONTEXT = 24


@dataclass(frozen=True, slots=True)
class LostQuote:
    """A span without a place: its text with what stood before and after it, its label, and its note.

    `id` is that of its row in the tray, 0 before it is there.
    """

    id: int
    before: str
    text: str
    after: str
    label_id: int
    note: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What another text would do to the marks of a document, and the command that does it.

    The counts are of spans of all layers; `lost` names those that would go to the tray, `edited` those whose text
    changes, as (before, after).
    """

    command: Retext
    same: int
    moved: int
    edited: tuple[tuple[str, str], ...]
    lost: tuple[LostQuote, ...]
    layers: int

    @property
    def spans(self) -> int:
        """How many spans there are."""
        return self.same + self.moved + len(self.edited) + len(self.lost)


def plan(state: State, document_id: int, new: NewText) -> Plan:
    """Return what the new text would do; nothing is done yet."""
    before = state.text_version(document_id)
    marks = marks_of(state, document_id)
    rows = [row for found in marks.values() for row in found] + [
        row for _, row in places_of(state, document_id)
    ]
    places = sorted({place_of(row) for row in rows} | decided_places(state, document_id))
    found = dict(zip(places, reanchor(before.text, new.text, places), strict=True))
    moves = {place: None if at.kind is Fate.LOST else (at.start, at.end) for place, at in found.items()}
    crowded = crowded_out(marks["span"], moves)
    fates: Counter[Fate] = Counter()
    edited, lost = [], []
    for row in marks["span"]:
        anchored = found[place_of(row)]
        fate = Fate.LOST if row["id"] in crowded else anchored.kind
        fates[fate] += 1
        if fate is Fate.EDITED:
            edited.append((str(row["text"]), new.text[anchored.start : anchored.end]))
        elif fate is Fate.LOST:
            lost.append(_quote(row, before.text, 0))
    return Plan(
        Retext(document_id, before.id, new, moves),
        fates[Fate.SAME],
        fates[Fate.MOVED],
        tuple(edited),
        tuple(lost),
        len({row["layer_id"] for row in marks["span"]}),
    )


def differs(state: State, made: Plan) -> bool:
    """Tell whether the plan changes anything."""
    before, new = state.text_version(made.command.document_id), made.command.new
    read_as = read_otherwise(state, before, new.encoding)
    return bool(read_as) or (before.text, before.zones) != (new.text, new.zones)


def not_editable() -> UserError:
    """Return what is told of a text that an editor would not give back as it is."""
    return user_error("text.not-editable")


def corrected(state: State, document_id: int, text: str) -> NewText:
    """Return the text that a person typed, with the zones of the lines that it was made of."""
    before = state.text_version(document_id)
    text = unify_line_ends(text)
    return NewText(Reason.CORRECTED, text, rezone(before.text, before.zones, text), before.lines)


def extracted_again(session: Session, document_id: int) -> NewText:
    """Return the text that today's rules make of the document's page; UserError where there is no page."""
    source = session.project.reading.source(document_id)
    if source is not None and source.kind in OFFICE_KINDS:
        article = compose(extract_office(source.content, source.kind).lines)
    else:
        source = _page_source(session, document_id)
        article = _article(session, source, decode_as(source.content, source.encoding))
    return NewText(Reason.EXTRACTED, article.text, article.zones, article.line_numbers)


def reread(session: Session, document_id: int, encoding: str) -> NewText:
    """Return the text that the page makes when it is read in another encoding; UserError where it cannot be."""
    source = _page_source(session, document_id)
    article = _article(session, source, decode_as(source.content, encoding))
    return NewText(Reason.REREAD, article.text, article.zones, article.line_numbers, encoding)


def encodings(session: Session, document_id: int) -> dict[str, str]:
    """Return the encodings that the document's page can be read in, the present one first, with its beginning."""
    source = _page_source(session, document_id)
    found: dict[str, str] = {}
    for encoding in dict.fromkeys((source.encoding, *CANDIDATES)):
        try:
            found[encoding] = decode_as(source.content, encoding).lstrip()[:400]
        except UserError:
            continue
    return found


def with_lines(session: Session, document_id: int, numbers: Collection[int]) -> NewText:
    """Return the text made of the page lines with these numbers; UserError where there is no page."""
    page = page_of(session, document_id)
    if page is None:
        raise user_error("text.no-page")
    chosen = set(numbers)
    lines = tuple(as_kept(line, chosen) for line in page.lines)
    article = compose(lines)
    return NewText(
        Reason.LINES, article.text, article.zones, article.line_numbers, dropped=_dropped(page, chosen)
    )


def tray(state: State, document_id: int) -> tuple[LostQuote, ...]:
    """Return the lost spans of a document, with what stood around them in the text that they were lost from."""
    texts: dict[object, str] = {}
    found = []
    for row in lost_of(state, document_id):
        version_id = row["text_version_id"]
        if version_id not in texts:
            texts[version_id] = str(state.rows("text_version", "id", version_id)[0]["text"])
        found.append(_quote(row, texts[version_id], int(row["id"] or 0)))
    return tuple(found)


def _quote(row: Row, text: str, id_: int) -> LostQuote:
    before, after = around(text, *place_of(row), _CONTEXT)
    return LostQuote(
        id_,
        before,
        str(row["text"]),
        after,
        int(row["label_id"] or 0),
        str(row["note"]),
    )


def _article(session: Session, source: Source, text: str) -> Article:
    """Return the article in a page's text, without the lines that its outlet repeats."""
    known = OutletLines(session.project.connection)
    return compose(extracted(text, known.repeated, html=source.kind == "html").lines)


def _dropped(page: Page, chosen: Collection[int]) -> tuple[str, ...]:
    return tuple(line.text for line in page.lines if line.kept and not as_kept(line, chosen).kept)


def _page_source(session: Session, document_id: int) -> Source:
    source = session.project.reading.source(document_id)
    if source is not None and source.kind in OFFICE_KINDS:
        raise user_error("text.no-encoding")
    if source is None or source.kind not in TEXT_KINDS:
        raise user_error("text.no-page")
    return source
