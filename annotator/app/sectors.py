"""Sectors of the taxonomy, proposed for a document with their codes, and looked up by code or name."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from annotator.app.jobs import Cancelled, stop_if
from annotator.app.lexicons import lexicon_of, own_sector_entries
from annotator.app.memory import RANK
from annotator.core.label_values import carried
from annotator.core.labels import Label
from annotator.core.lexicon_entry import LexiconEntry
from annotator.core.suggestion import Suggestion
from annotator.core.text import ZoneKind
from annotator.core.values import ValueKind
from annotator.korean.agencies import suggest_agencies
from annotator.korean.sectors import sectors
from annotator.korean.taxonomy import Sector, Taxonomy, shipped
from annotator.korean.text import Text
from annotator.store.database import Connection
from annotator.store.project import Project

if TYPE_CHECKING:
    from annotator.app.suggesting import Subject

LABEL: Final = "SECTOR"
_NOT_IN: Final = frozenset({ZoneKind.BYLINE, ZoneKind.CONTACT})


class SectorSuggester:
    """Proposes the fields of technology and industry that the taxonomy has terms for."""

    id = "sectors"

    def suggest(self, project: Project, subject: "Subject", cancelled: Cancelled) -> Iterator[Suggestion]:
        """Yield them in reading order; none where no label is for codes; UserError `job.cancelled`."""
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


def taxonomy_of(connection: Connection | None) -> Taxonomy:
    """Return the taxonomy that holds in a project, own entries over the shipped ones; without a project, in all."""
    return taxonomy_under(own_sector_entries(connection))


def taxonomy_under(own: tuple[LexiconEntry, ...]) -> Taxonomy:
    """Return the shipped taxonomy under a person's own entries, of which the first counts."""
    return _laid(own) if own else shipped()


def sector_by_code(code: str, connection: Connection | None = None) -> Sector | None:
    """Return the sector of a code as it holds in a project, None where there is none of it."""
    return taxonomy_of(connection).by_code.get(code)


def find_sectors(term: str, connection: Connection | None = None) -> list[Sector]:
    """Return the sectors that a code, a name or a term in Korean or English fits, the best first; "" gives all."""
    return taxonomy_of(connection).search(term)


@lru_cache(maxsize=4)
def _laid(own: tuple[LexiconEntry, ...]) -> Taxonomy:
    return shipped().under(own)


def _label(subject: "Subject") -> Label | None:
    codes = [label for label in subject.labels.labels if label.kind is ValueKind.CODE]
    return subject.labels.by_key(LABEL) or (codes[0] if codes else None)
