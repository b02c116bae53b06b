"""Sectors of the taxonomy, proposed for a document with their codes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from annotator.app.jobs import Cancelled, stop_if
from annotator.app.lexicon.lexicons import lexicon_of
from annotator.app.lexicon.taxonomies import taxonomy_of
from annotator.app.suggestions.memory import RANK
from annotator.core.label_values import carried
from annotator.core.labels import Label
from annotator.core.suggestion import Suggestion
from annotator.core.text import ZoneKind
from annotator.core.values import ValueKind
from annotator.store.project import Project

if TYPE_CHECKING:
    from annotator.app.suggestions.suggesting import Subject

LABEL: Final = "SECTOR"
_NOT_IN: Final = frozenset({ZoneKind.BYLINE, ZoneKind.CONTACT})


class SectorSuggester:
    """Proposes the fields of technology and industry that the taxonomy has terms for."""

    id = "sectors"

    def suggest(self, project: Project, subject: "Subject", cancelled: Cancelled) -> Iterator[Suggestion]:
        """Yield them in reading order; none where no label is for codes; UserError `job.cancelled`."""
        # Imported when first asked for: they compile many patterns, and the window is to open at once.
        from annotator.korean.agencies import suggest_agencies
        from annotator.korean.sectors import sectors
        from annotator.korean.text import Text

        label = _label(subject)
        if label is None:
            return
        connection = project.connection
        taken = [
            (made.start, made.end) for made in suggest_agencies(subject.text, lexicon=lexicon_of(connection))
        ]
        taken += [(zone.start, zone.end) for zone in subject.zones if zone.kind in _NOT_IN]
        stop_if(cancelled)
        for made in sectors(Text.of(subject.text), taken, taxonomy_of(connection)):
            stop_if(cancelled)
            norm = None if made.norm is None else carried(made.norm, label.kind, label.choices)
            rank = made.rank + RANK
            yield Suggestion(made.start, made.end, made.text, label.id, norm, rule=made.rule, rank=rank)


def _label(subject: "Subject") -> Label | None:
    codes = [label for label in subject.labels.labels if label.kind is ValueKind.CODE]
    return subject.labels.by_key(LABEL) or (codes[0] if codes else None)
