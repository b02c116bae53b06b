"""What a label set is used for: the spans of a label, and the documents that were done with another version."""

from typing import NamedTuple

from annotator.core.values import Norm


class LabelUse(NamedTuple):
    """The spans of a label in the project, of every annotator, those in the bin and of undone imports included.

    `others` are those of other annotators' layers; `values` are the values they carry, each with its number;
    `suggestions` are proposed spans.
    """

    spans: int
    documents: int
    others: int
    suggestions: int
    values: tuple[tuple[Norm, int], ...] = ()

    @property
    def used(self) -> bool:
        """Whether anything names the label."""
        return self.spans > 0 or self.suggestions > 0


class WalkPlace(NamedTuple):
    """A span to be looked at again, and the document it stands in."""

    document_id: int
    span_id: int


class DoneBefore(NamedTuple):
    """A document that was done with another version of the label set; `at` is when its layer last changed."""

    document_id: int
    title: str
    version: int
    at: str
