"""What an annotator tagged again and again as an agency or a sector, as entries that their lexicon could have."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from annotator.app.jobs import Cancelled, Report, stop_if
from annotator.app.lexicon.lexicon_table import Place, Standing, listed
from annotator.app.lexicon.lexicons import lexicon_of
from annotator.app.lexicon.taxonomies import taxonomy_of
from annotator.app.session import Session
from annotator.app.suggestions.memory import left_unmarked
from annotator.core.folding import fold_term
from annotator.core.lexicon_entry import LABEL_OF_KIND, EntryKind, LexiconEntry, tidied, wrong_with
from annotator.core.values import Norm
from annotator.korean.lexicon import Lexicon
from annotator.korean.taxonomy import Taxonomy
from annotator.store import memory
from annotator.store.database import Connection

LEAST: Final = 2
"""How often a text must have been tagged."""


@dataclass(frozen=True, slots=True)
class Addition:
    """A text with how often it was tagged and left, and what it was tagged as: a name, or the code of a sector."""

    kind: EntryKind
    text: str
    tagged: int
    left: int
    value: str
    ref: str = ""

    @property
    def likely(self) -> bool:
        """Whether it was tagged more often than left."""
        return self.tagged > self.left


@dataclass(frozen=True, slots=True)
class Additions:
    """What could be added, the most often tagged first; `without_code` sectors were never given one."""

    additions: tuple[Addition, ...]
    without_code: int = 0


class AdditionsJob:
    """Looks through all that the annotator tagged, in a worker with its own connection."""

    def __init__(self, session: Session) -> None:
        self._project = session.project
        self._annotator_id = session.annotator.id
        labels = session.labels
        self._kinds = {
            label.id: kind for kind, key in LABEL_OF_KIND.items() if (label := labels.by_key(key)) is not None
        }

    def run(self, _report: Report, cancelled: Cancelled) -> Additions:
        """Return what could be added; UserError `job.cancelled`."""
        stop_if(cancelled)
        with self._project.in_worker() as project:
            connection, annotator_id = project.connection, self._annotator_id
            tagged = {
                key: times
                for key, times in memory.tagged(connection, annotator_id, 0).items()
                if times >= LEAST and key[1] in self._kinds
            }
            meant = memory.meant(connection, annotator_id, 0, {text for text, _label in tagged})
            known = _Known(lexicon_of(connection), taxonomy_of(connection))
            refused = memory.refused(connection, annotator_id)
            fresh = {
                (text, label_id): _Tagged(times, meant.get((text, label_id)))
                for (text, label_id), times in tagged.items()
                if not known.means(self._kinds[label_id], text, meant.get((text, label_id)))
            }
            left = left_unmarked(connection, (annotator_id, 0), {text for text, _label in fresh}, cancelled)
        return self._found(fresh, refused, left)

    def _found(
        self,
        fresh: Mapping[tuple[str, int], "_Tagged"],
        refused: Mapping[tuple[str, int], int],
        left: Counter[str],
    ) -> Additions:
        found: list[Addition] = []
        without_code = 0
        for (text, label_id), (times, norm) in fresh.items():
            kind, passed = self._kinds[label_id], left[text] + refused.get((text, label_id), 0)
            value = norm.value if norm is not None and norm.value else ""
            if kind is EntryKind.SECTOR and not value:
                without_code += 1
                continue
            ref = norm.ref if norm is not None and norm.ref and kind is EntryKind.AGENCY else ""
            made = Addition(kind, text, times, passed, value or text, ref)
            if wrong_with(_entry(made)) is None:
                found.append(made)
        return Additions(tuple(sorted(found, key=_order)), without_code)


def entries_of(connection: Connection, additions: Iterable[Addition]) -> tuple[LexiconEntry, ...]:
    """Return the entries that additions make, one for each name or code; one that is known gets more names."""
    groups: dict[tuple[EntryKind, str, str], list[Addition]] = defaultdict(list)
    for made in additions:
        groups[made.kind, made.value, made.ref].append(made)
    there = [row for row in listed(connection) if row.standing is Standing.IN_FORCE]
    own = {row.entry.ref: row.entry for row in there if row.place is Place.PROJECT}
    agencies = {row.entry.id: row.entry for row in there if row.entry.kind is EntryKind.AGENCY}
    named: dict[str, list[LexiconEntry]] = defaultdict(list)
    for entry in agencies.values():
        named[entry.name].append(entry)
    entries: list[LexiconEntry] = []
    for (kind, value, ref), group in groups.items():
        if kind is EntryKind.SECTOR:
            entries.extend(map(_entry, group))
            continue
        alike = named.get(value, ())
        known = own.get(ref) or agencies.get(ref) or (alike[0] if len(alike) == 1 else None)
        base = _entry(group[0]) if known is None else replace(known, source="")
        entries.append(replace(base, aliases=(*base.aliases, *(made.text for made in group))))
    one: dict[tuple[str, str, str], LexiconEntry] = {}
    for entry in entries:
        twin = one.get(entry.key, entry)
        one[entry.key] = tidied(replace(twin, aliases=(*twin.aliases, *entry.aliases)))
    return tuple(one.values())


class _Tagged(NamedTuple):
    """How often a text was tagged with a label, and what it most often meant."""

    times: int
    norm: Norm | None


@dataclass(frozen=True, slots=True)
class _Known:
    """What the lexicons say already."""

    lexicon: Lexicon
    taxonomy: Taxonomy

    def means(self, kind: EntryKind, text: str, norm: Norm | None) -> bool:
        """Tell whether a text is known as what it was tagged as, or hidden on purpose."""
        if kind is EntryKind.SECTOR:
            term = self.taxonomy.by_writing.get(fold_term(text))
            code = None if norm is None else norm.value
            return term is not None and (term.sector is None or code in (None, term.sector.code))
        bodies = self.lexicon.by_name.get(fold_term(text))
        if bodies is None:
            return False
        meant = {value for body in bodies for value in (body.id, body.korean)}
        return not bodies or norm is None or norm.ref in meant or norm.value in meant


def _entry(made: Addition) -> LexiconEntry:
    if made.kind is EntryKind.SECTOR:
        return tidied(LexiconEntry(made.kind, made.text, code=made.value))
    return tidied(LexiconEntry(made.kind, made.value, aliases=(made.text,)))


def _order(made: Addition) -> tuple[int, int, str]:
    return (-made.tagged, made.left, made.text)
