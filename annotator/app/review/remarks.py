"""What colleagues said beside their spans: doubts, notes and comments, as a reviewer reads them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from annotator.app.session import Session
from annotator.core.layer import Role
from annotator.review.items import Item
from annotator.store import company


class Said(StrEnum):
    """How something was said."""

    DOUBT = "doubt"
    NOTE = "note"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something said in the layer of an annotator (uid) on a range, or (both ends -1) on the document.

    `by` and `to` are names; `to` is "" for nobody in particular. Code points, end exclusive.
    """

    uid: str
    said: Said
    text: str
    start: int = -1
    end: int = -1
    by: str = ""
    to: str = ""

    @property
    def on_document(self) -> bool:
        """Whether it is about the document as a whole."""
        return self.start < 0


def remarks_of(session: Session, document_id: int) -> tuple[Remark, ...]:
    """Return what annotators said on a document and its spans, in reading order; resolved comments are left out."""
    people = {annotator.id: annotator for annotator in session.project.reading.annotators()}
    found: list[Remark] = []
    owners: dict[int, str] = {}
    for layer in session.layers(document_id):
        if layer.head.role is not Role.ANNOTATOR:
            continue
        person = people[layer.head.annotator_id]
        owners[layer.head.id] = person.uid
        for span in layer.spans:
            place = (span.start, span.end, person.name)
            if span.unsure:
                found.append(Remark(person.uid, Said.DOUBT, "", *place))
            if span.note:
                found.append(Remark(person.uid, Said.NOTE, span.note, *place))
    for row in company.comments_of(session.project.connection, document_id, session.annotator.id):
        if row.layer_id in owners and not row.resolved:
            ends = (-1, -1) if row.start is None or row.end is None else (row.start, row.end)
            found.append(Remark(owners[row.layer_id], Said.COMMENT, row.text, *ends, row.author, row.to))
    return tuple(sorted(found, key=_place_of))


def remarks_on(remarks: Iterable[Remark], item: Item) -> list[Remark]:
    """Return what was said on spans of an item, then what was said on the document."""
    there = list(remarks)
    on_spans = [one for one in there if not one.on_document and item.touches(one.start, one.end)]
    return [*on_spans, *(one for one in there if one.on_document)]


def _place_of(remark: Remark) -> tuple[int, int]:
    return (remark.start, remark.end)
