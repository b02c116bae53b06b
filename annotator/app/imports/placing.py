"""Where an entry belongs: a new document, a layer on one that is known, or nowhere, with the reason."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from annotator.app.gather.gathering import Aside, Gathering, Names
from annotator.app.gather.matching import Finder, PutAway
from annotator.app.gather.reanchoring import TWICE, Laid, laid_over
from annotator.app.gather.replacing import LayerKey
from annotator.app.imports.intake import Arrival, FileAccount
from annotator.app.imports.revising import Revising
from annotator.core.clusters import CUT_CLUSTER, has_edges_everywhere, is_edge
from annotator.core.content import content_digest
from annotator.core.entry import Entry, EntrySuggestion, Reject
from annotator.core.labels import Label
from annotator.core.layer import Role
from annotator.core.messages import Message, message
from annotator.core.people import Annotator
from annotator.core.validate import quoted
from annotator.review.anchoring import Fate
from annotator.review.tiers import SURE, Tier
from annotator.store.bulk import entries_of
from annotator.store.database import Connection
from annotator.store.incoming import Incoming
from annotator.store.known import (
    KnownLayer,
    Proposed,
    files_of_machines,
    known_layers,
    known_suggestions,
    replaced_revisions,
)
from annotator.store.reading import Reading

OTHER_VERSION: Final = frozenset({"layer.exists", "layer.exists-unnamed"})
"""Why a layer that is here in another form is not taken."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where an entry goes: a known document, or (None) a new one; whether it brings a layer; its spans' flaws.

    `laid` is the entry as it lies on the document's text.
    """

    document_id: int | None
    has_layer: bool
    flaws: Mapping[str, str]
    laid: Laid


@dataclass(slots=True)
class _Batch:
    """What is known of the members of one batch, and what of them was placed already."""

    layers: dict[LayerKey, KnownLayer] = field(default_factory=dict)
    earlier: dict[LayerKey, set[str]] = field(default_factory=dict)
    contents: dict[int, str] = field(default_factory=dict)
    proposed: dict[tuple[int, int], set[Proposed]] = field(default_factory=dict)
    proposed_by: frozenset[tuple[int, int, str]] = frozenset()
    documents: set[int] = field(default_factory=set)
    label_ids: dict[str, int] = field(default_factory=dict)
    placed: dict[LayerKey, Entry] = field(default_factory=dict)


class Placing:
    """Finds the place of each entry of one import; looks up a batch at a time, and remembers no more than that."""

    def __init__(self, connection: Connection, run_id: int, gathering: Gathering | None = None) -> None:
        self._connection = connection
        self._reading = Reading(connection)
        self._gathering = gathering
        self.revising = Revising(connection)
        self._run_id = run_id
        self._batch = _Batch()
        self._machines, self._held = False, True
        self._labels: Sequence[Label] = ()
        self._people: Sequence[Annotator] = ()
        self.finder = Finder(connection, run_id)
        self.replaced: dict[LayerKey, KnownLayer] = {}
        """The layers in whose place later states of theirs come."""

    def begin_file(self) -> None:
        """Say that what is placed from now on comes from another file."""
        self.finder.begin_file()

    def look_up(
        self,
        batch: Sequence[tuple[Arrival, FileAccount]],
        *,
        labels: Collection[Label] = (),
        people: Iterable[Annotator] = (),
    ) -> None:
        """Look up what the project knows of a batch; what this import has added so far is known too.

        `labels` and `people` are those that the import knows: not all of them are in the project yet.
        """
        roles = {arrival.entry.role for arrival, _ in batch}
        self._machines, self._held = Role.MACHINE in roles, bool(roles - {Role.MACHINE})
        self._people, self._labels = tuple(people), tuple(labels)
        self._batch = _Batch(label_ids={label.key: label.id for label in labels})
        self._learn(self.finder.look_up([arrival.entry for arrival, _ in batch]))

    def _learn(self, documents: Collection[int]) -> None:
        """Look up which layers are on these documents."""
        fresh = set(documents) - self._batch.documents
        if not fresh:
            return
        found, connection, run = self._batch, self._connection, self._run_id
        found.documents |= fresh
        layers = known_layers(connection, fresh, run_id=run)
        found.layers |= layers
        found.earlier |= replaced_revisions(connection, fresh)
        if self._machines:
            found.proposed |= known_suggestions(connection, fresh, run_id=run)
            found.proposed_by |= files_of_machines(connection, fresh)
        # What a machine proposes is held against no layer.
        held = sorted(layer.id for layer in layers.values()) if self._held else []
        ours = entries_of(connection, held, labels=self._labels, people=self._people)
        found.contents |= {id_: content_digest(entry) for id_, entry in ours}

    def target(self, arrival: Arrival, annotator: Annotator | None, account: FileAccount) -> Target | None:
        """Return the place of an entry, or None where it is not taken; the account says why.

        `annotator` is whose layer it is, None for somebody whom nobody knows yet.
        """
        found = self._document(arrival, account)
        if isinstance(found, Message):
            account.rejected.append(Reject(arrival.entry.line, found, "", arrival.entry.member))
        if isinstance(found, Message | Aside):
            return None
        laid = self._laid(arrival, found)
        entry = laid.entry
        has_layer = brings_layer(entry)
        if found is not None and not has_layer:
            account.unchanged += 1
            self.revising.take_same(found, arrival)
            return None
        if found is None and self.revising.take_newer(arrival):
            account.updated += 1
            return None
        if (
            found is not None
            and annotator is not None
            and not self._is_taken(laid, found, annotator, account)
        ):
            return None
        self._tell(laid, account)
        return Target(found, has_layer, flaws_of(entry), laid)

    def _document(self, arrival: Arrival, account: FileAccount) -> Message | Aside | int | None:
        """Return the known document that an arrival is, None for a new one, or why it is neither."""
        entry = arrival.entry
        wanted = frozenset() if self._gathering is None else self._gathering.wanted(account)
        found = self.finder.find(arrival, wanted)
        if isinstance(found, PutAway):
            asked = self._gathering is not None and self._gathering.asks_away(entry, found, account)
            return Aside.ASIDE if asked else found.told
        account.tiers[str(found.tier)] += 1
        if self._gathering is not None:
            is_gone = self.finder.is_gone(entry.id)
            document = self._gathering.document(entry, found, account, self.finder.known_as, is_gone=is_gone)
            if isinstance(document, int) and self.finder.is_binned(document):
                self._gathering.brought_back.add(document)
            return document
        if found.tier in SURE:
            return found.document
        if found.tier in {Tier.EDITED, Tier.CONFLICT}:
            return message("document.text-differs", id=quoted(entry.id))
        return None

    def _laid(self, arrival: Arrival, document_id: int | None) -> Laid:
        """Return the layer on the text that the document has here."""
        entry = arrival.entry
        if document_id is None or arrival.source is not None:
            return Laid(entry)
        if self.finder.sha_of(document_id) == entry.text_sha256:
            return Laid(entry)
        self._learn([document_id])
        return laid_over(entry, self.finder.text(document_id))

    def _tell(self, laid: Laid, account: FileAccount) -> None:
        """Account for the spans of a layer that was made on another text."""
        if not laid.differs:
            return
        entry = laid.entry
        account.fates.update(laid.fates)
        fates = laid.fates
        told = message(
            "document.laid-over",
            id=quoted(entry.id),
            same=fates[Fate.SAME],
            moved=fates[Fate.MOVED],
            edited=fates[Fate.EDITED],
            lost=fates[Fate.LOST],
            twice=fates[TWICE],
        )
        account.notes.append(Reject(entry.line, told, "", entry.member))
        for span in laid.lost:
            lost = message("span.lost", text=quoted(span.text), label=span.label)
            account.rejected.append(Reject(entry.line, lost, f"spans.{span.id}", entry.member))

    def _is_taken(self, laid: Laid, document_id: int, annotator: Annotator, account: FileAccount) -> bool:
        """Tell whether somebody's layer on a known document is taken; the account says why not."""
        entry = laid.entry
        key = (document_id, annotator.id, entry.role)
        if entry.role == Role.MACHINE:
            if not self._is_news(entry, key[:2], account.sha256):
                account.unchanged += 1
                return False
            return True
        if key not in self._batch.placed and key not in self._batch.layers:
            return True
        if self._takes_over(entry, key):
            return True
        problem = self._layer_problem(entry, key, annotator)
        if problem is None:
            account.unchanged += 1
        elif problem.id in OTHER_VERSION and self._may_join(entry, key):
            return self._joins(laid, key, annotator, account)
        else:
            account.rejected.append(Reject(entry.line, problem, "", entry.member))
        return False

    def _may_join(self, entry: Entry, key: LayerKey) -> bool:
        """Tell whether another version of a layer of ours can be brought together with it, once a gathering."""
        known = self._batch.layers.get(key)
        if self._gathering is None or known is None or key in self._batch.placed or key in self.replaced:
            return False
        # A file that was changed by hand, and says that it was not.
        same = known.revisions and entry.revision == known.revisions[-1][0]
        return not (entry.revision and same)

    def _joins(self, laid: Laid, key: LayerKey, annotator: Annotator, account: FileAccount) -> bool:
        known = self._batch.layers[key]
        people = {
            person.name: person.id for person in (*self._reading.annotators(), *self._people) if person.name
        }
        [(_, ours)] = entries_of(self._connection, [known.id], labels=self._labels, people=self._people)
        names = Names(annotator.name or annotator.uid, self._batch.label_ids, people)
        gathering = self._gathering
        return gathering is not None and gathering.joins(laid, key, known, ours, account, names)

    def added(self, item: Incoming) -> None:
        """Remember what was placed, for the members of the batch that follow."""
        entry = item.entry
        if item.is_new:
            self.finder.added(item.document_id, entry)
        if item.has_layer:
            self._batch.placed[item.document_id, item.annotator_id, entry.role] = entry
        if entry.role == Role.MACHINE:
            known = self._batch.proposed.setdefault((item.document_id, item.annotator_id), set())
            known.update(self._key_of(made) for made in entry.suggestions)

    def _is_news(self, entry: Entry, whose: tuple[int, int], sha256: str) -> bool:
        """Leave to the entry what its machine has not proposed yet; tell whether that is anything.

        A file that is here brings nothing: what it proposed may have been decided since.
        """
        if (*whose, sha256) in self._batch.proposed_by:
            return False
        known = self._batch.proposed.get(whose, set())
        entry.suggestions = tuple(made for made in entry.suggestions if self._key_of(made) not in known)
        return bool(entry.suggestions)

    def _key_of(self, made: EntrySuggestion) -> Proposed:
        label_id = self._batch.label_ids.get(made.label, made.label)
        return (made.start, made.end, label_id, made.norm, made.rule, made.rank, made.score)

    def _takes_over(self, entry: Entry, key: LayerKey) -> bool:
        """Tell whether the entry was made from our layer as it is now, so that it replaces it; once an import."""
        known = self._batch.layers.get(key)
        if known is None or key in self._batch.placed or key in self.replaced or not known.revisions:
            return False
        uids = {uid for uid, _parent in known.revisions}
        present, _ = known.revisions[-1]
        if not entry.revision or entry.revision in uids or entry.parent != present:
            return False
        if _content(entry) == self._batch.contents.get(known.id):
            return False
        self.replaced[key] = known
        return True

    def _layer_problem(self, entry: Entry, key: LayerKey, annotator: Annotator) -> Message | None:
        """Return why a layer that is here already is not taken; None where it says the same."""
        known, placed = self._batch.layers.get(key), self._batch.placed.get(key)
        revisions = [uid for uid, _parent in known.revisions] if known is not None else []
        if _content(entry) in {
            self._batch.contents.get(known.id if known is not None else 0),
            None if placed is None else _content(placed),
        }:
            return None
        whose = quoted(annotator.name or annotator.uid)
        earlier = {*revisions[:-1], *self._batch.earlier.get(key, ())}
        if entry.revision and entry.revision in earlier:
            return message("layer.older", annotator=whose, id=quoted(entry.id))
        if not annotator.name:
            return message("layer.exists-unnamed", id=quoted(entry.id))
        return message("layer.exists", annotator=whose, id=quoted(entry.id))


def brings_layer(entry: Entry) -> bool:
    """Tell whether a line is somebody's layer, or a document that its annotator has not touched."""
    held = entry.spans or entry.suggestions or entry.records or entry.comments or entry.doc_labels
    begun = entry.status != "new" or entry.flagged or entry.revision
    return bool(held or begun or entry.decisions or entry.role != Role.ANNOTATOR)


def links_on_suggestions(entry: Entry) -> int:
    """Return how many relations, members of records and comments are on suggestions; those are not kept."""
    if not entry.suggestions or not (entry.relations or entry.records or entry.comments):
        return 0
    loose = {made.id for made in entry.suggestions} - {span.id for span in entry.spans}
    relations = sum(row.from_id in loose or row.to_id in loose for row in entry.relations)
    members = sum(member.span_id in loose for record in entry.records for member in record.roles)
    return relations + members + sum(comment.span_id in loose for comment in entry.comments)


def _content(entry: Entry) -> str:
    return content_digest(replace(entry, suggestions=()) if entry.suggestions else entry)


def flaws_of(entry: Entry) -> dict[str, str]:
    """Return, by span id, what imported spans are kept with: an end inside a cluster. They are never moved."""
    if has_edges_everywhere(entry.text):
        return {}
    return {span.id: CUT_CLUSTER for span in entry.spans if _cuts(entry.text, (span.start, span.end))}


def _cuts(text: str, ends: Iterable[int]) -> bool:
    return not all(is_edge(text, end) for end in ends)
