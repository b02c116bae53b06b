"""What a command may ask of the open project; the session answers."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from annotator.core.changes import Row, Scalar
from annotator.core.document import Document, TextVersion
from annotator.core.labels import LabelSet
from annotator.core.layer import Layer
from annotator.core.people import Annotator
from annotator.core.values import Norm


@dataclass(frozen=True, slots=True)
class Attached:
    """The rows that hang on some spans: relations, record members and comments."""

    relations: tuple[Row, ...] = ()
    members: tuple[Row, ...] = ()
    comments: tuple[Row, ...] = ()


class State(Protocol):
    """The open project as commands see it: reads, fresh ids, the time; never a write."""

    @property
    def annotator(self) -> Annotator:
        """The person at the keyboard."""

    @property
    def labels(self) -> LabelSet:
        """The project's label set."""

    def now(self) -> str:
        """Return the time as UTC, RFC 3339 with Z."""

    def new_id(self, entity: str) -> int:
        """Return a row id for `entity` that was never used in this project."""

    def new_uid(self) -> str:
        """Return a random id for files."""

    def document(self, document_id: int) -> Document:
        """Return the document with that id."""

    def text_version(self, document_id: int) -> TextVersion:
        """Return the document's present text."""

    def layer(self, document_id: int) -> Layer | None:
        """Return the annotator's own layer on the document, or None where they have not begun."""

    def layers(self, document_id: int) -> Sequence[Layer]:
        """Return all layers of the document, of every annotator and role, oldest first."""

    def attached(self, span_ids: Collection[int]) -> Attached:
        """Return the rows that hang on the spans."""

    def rows(self, entity: str, column: str, value: Scalar) -> Sequence[Row]:
        """Return the rows of a table whose column holds `value`, whole, by their ids, hidden imports included."""

    def outlet_lines(self, outlet: str, lines: Collection[str]) -> Mapping[str, Row]:
        """Return what is known of these lines of an outlet's pages: rows of the table `outlet_line`, by line."""

    def read_value(
        self, document_id: int, place: tuple[int, int, int], document_date: str | None = None
    ) -> Norm | None:
        """Return the value that rules read at `place`: start, end (code points, end exclusive), id of a label.

        None where they read none that is certain. `document_date` other than None counts in place of the document's.
        """
