"""The taxonomy of sectors as it holds in a project, looked up by code or name."""

from functools import lru_cache

from annotator.app.lexicon.lexicons import own_sector_entries
from annotator.core.lexicon_entry import LexiconEntry
from annotator.korean.taxonomy import Sector, Taxonomy, shipped
from annotator.store.database import Connection


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
