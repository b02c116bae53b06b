"""A span: a range of a document's text with a label, and what hangs on it."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.core.values import Norm


class Origin(StrEnum):
    """Where a span came from; kept for ever."""

    MANUAL = "manual"
    OCCURRENCE = "occurrence"
    ACCEPTED = "accepted"
    EDITED = "edited"
    IMPORTED = "imported"
    ADJUDICATION = "adjudication"


@dataclass(frozen=True, slots=True)
class Span:
    """One mark of one annotator.

    `start` and `end` are code points of the document's text, end exclusive; `text` is the slice they cover,
    stored so that any drift is found; `uid` is the id that files carry, unique within its layer; `flaw` names
    what an imported span was kept with (an end inside a cluster), "" for none.
    """

    id: int
    uid: str
    layer_id: int
    start: int
    end: int
    text: str
    label_id: int
    norm: Norm | None
    note: str
    unsure: bool
    origin: Origin
    annotator_id: int
    created_at: str
    updated_at: str
    flaw: str = ""

    @property
    def order(self) -> tuple[int, int, int]:
        """The sort key of reading order: start, longer first, then age."""
        return (self.start, -self.end, self.id)


def overlaps(a: Span, b: Span) -> bool:
    """Tell whether the two spans share a character; touching is not overlapping."""
    return a.start < b.end and b.start < a.end
