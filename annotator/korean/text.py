"""A text as recognisers see it: its folded copy in NFC, mapped to the raw text, and the date it was written on."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from annotator.core.folding import Folded, fold
from annotator.core.values import Norm
from annotator.korean.suggestion import Suggestion
from annotator.korean.window import widened


@dataclass(frozen=True, slots=True)
class Text:
    """A raw text with its folded copy: a text in NFC and one in NFD have the same, so recognisers look at it alone.

    In the copy letters are in lower case, no-break spaces are blanks, kinds of middle dots are one, full-width signs
    are ASCII (`annotator.core.folding`). `also` names the kinds that are wanted beside the usual ones.
    """

    raw: str
    folded: Folded
    document_date: date | None = None
    also: frozenset[str] = frozenset()

    @classmethod
    def of(cls, raw: str, document_date: date | str | None = None, also: Collection[str] = ()) -> "Text":
        """Fold a text; ValueError where `document_date` is no day written as YYYY-MM-DD ("" and None: unknown)."""
        if isinstance(document_date, str):
            document_date = date.fromisoformat(document_date) if document_date else None
        return cls(raw, fold(raw), document_date, frozenset(also))

    @property
    def copy(self) -> str:
        """The folded copy."""
        return self.folded.text

    def outside(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw (start, end) of a range of the copy, widened to whole clusters."""
        return widened(self.raw, *self.folded.raw(start, end))

    def suggestion(
        self,
        place: tuple[int, int],
        label: str,
        norm: Norm | None,
        *,
        rule: str,
        rank: int = 1,
        alternatives: Sequence[Norm] = (),
    ) -> Suggestion:
        """Return the suggestion for a range of the copy."""
        start, end = self.outside(*place)
        return Suggestion(start, end, self.raw[start:end], label, norm, rule, rank, tuple(alternatives))
