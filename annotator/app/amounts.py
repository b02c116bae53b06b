"""Amounts of money in the text, proposed with their values."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from annotator.app.jobs import Cancelled, stop_if
from annotator.core.labels import Label
from annotator.core.suggestion import Suggestion
from annotator.core.values import ValueKind
from annotator.korean.money import amounts
from annotator.korean.text import Text
from annotator.store.project import Project

if TYPE_CHECKING:
    from annotator.app.suggesting import Subject

LABEL: Final = "AMOUNT"


class AmountSuggester:
    """Proposes sums with a currency, for the label that holds money."""

    id = "amounts"

    def suggest(self, project: Project, subject: "Subject", cancelled: Cancelled) -> Iterator[Suggestion]:  # noqa: ARG002 - the text is enough
        """Yield them in reading order; nothing where no label is for amounts."""
        label = _label(subject)
        if label is None:
            return
        stop_if(cancelled)
        for made in amounts(Text.of(subject.text)):
            yield Suggestion(
                made.start,
                made.end,
                made.text,
                label.id,
                made.norm,
                rule=made.rule,
                rank=made.rank,
                alternatives=made.alternatives,
            )


def _label(subject: "Subject") -> Label | None:
    money = [label for label in subject.labels.labels if label.kind is ValueKind.MONEY]
    return next((label for label in money if label.key == LABEL), money[0] if money else None)
