"""Where an entry belongs: a new document, a layer on one that is known, or nowhere, with the reason."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotator.app.intake import Arrival, FileAccount
from annotator.app.replacing import LayerKey
from annotator.app.revising import Revising
from annotator.core.clusters import CUT_CLUSTER, has_edges_everywhere, is_edge
from annotator.core.content import content_digest
from annotator.core.entry import Entry, EntrySuggestion, Reject
from annotator.core.labels import Label
from annotator.core.layer import Role
from annotator.core.messages import Message, message
from annotator.core.people import Annotator
from annotator.core.text import digest
from annotator.core.validate import quoted
from annotator.store.bulk import entries_of
from annotator.store.database import Connection
from annotator.store.incoming import Incoming
from annotator.store.known import (
    KnownDocument,
    KnownLayer,
    Proposed,
    files_of_machines,
    known_by_sha,
    known_by_uid,
    known_layers,
    known_suggestions,
    removed_for_good,
    replaced_revisions,
)


@dataclass(frozen=True, slots=True)
class Target:
    """Where an entry goes: a known document, or (None) a new one; whether it brings a layer; its spans' flaws."""

    document_id: int | None
    has_layer: bool
    flaws: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Batch:
    """What is known of the members of one batch, and what of them was placed already."""

    by_uid: dict[str, KnownDocument] = field(default_factory=dict)
    by_sha: dict[str, tuple[KnownDocument, ...]] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    layers: dict[LayerKey, KnownLayer] = field(default_factory=dict)
    earlier: dict[LayerKey, set[str]] = field(default_factory=dict)
    contents: dict[int, str] = field(default_factory=dict)
    proposed: dict[tuple[int, int], set[Proposed]] = field(default_factory=dict)
    proposed_by: Collection[tuple[int, int, str]] = frozenset()
    label_ids: dict[str, int] = field(default_factory=dict)
    placed: dict[LayerKey, Entry] = field(default_factory=dict)


class Placing:
    """Finds the place of each entry of one import; looks up a batch at a time, and remembers no more than that."""

    def __init__(self, connection: Connection, run_id: int) -> None:
        self._connection = connection
        self.revising = Revising(connection)
        self._run_id = run_id
        self._batch = _Batch()
        self._first_of_file: int | None = None
        self.replaced: dict[LayerKey, KnownLayer] = {}
        """The layers in whose place later states of theirs come."""

    def begin_file(self) -> None:
        """Say that what is placed from now on comes from another file."""
        self._first_of_file = None

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
        connection, run = self._connection, self._run_id
        for arrival, _ in batch:
            arrival.entry.text_sha256 = arrival.entry.text_sha256 or digest(arrival.entry.text)
        uids = {arrival.entry.id for arrival, _ in batch}
        shas = {arrival.entry.text_sha256 for arrival, _ in batch}
        found = _Batch(
            by_uid=known_by_uid(connection, uids, run_id=run),
            by_sha=known_by_sha(connection, shas, run_id=run),
            gone=removed_for_good(connection, uids),
            label_ids={label.key: label.id for label in labels},
        )
        documents = {known.id for known in found.by_uid.values()}
        documents |= {known.id for group in found.by_sha.values() for known in group}
        if documents:
            found.layers = known_layers(connection, documents, run_id=run)
            if any(arrival.entry.revision for arrival, _ in batch):
                found.earlier = replaced_revisions(connection, documents)
            if any(arrival.entry.role == Role.MACHINE for arrival, _ in batch):
                found.proposed = known_suggestions(connection, documents, run_id=run)
                found.proposed_by = files_of_machines(connection, documents)
            # What a machine proposes is held against no layer.
            held = any(arrival.entry.role != Role.MACHINE for arrival, _ in batch)
            layers = sorted(layer.id for layer in found.layers.values()) if held else []
            ours = entries_of(connection, layers, labels=labels, people=people)
            found.contents = {id_: content_digest(entry) for id_, entry in ours}
        self._batch = found

    def target(self, arrival: Arrival, annotator: Annotator | None, account: FileAccount) -> Target | None:
        """Return the place of an entry, or None where it is not taken; the account says why.

        `annotator` is whose layer it is, None for somebody whom nobody knows yet.
        """
        entry = arrival.entry
        found = self._document(arrival)
        if isinstance(found, Message):
            account.rejected.append(Reject(entry.line, found, "", entry.member))
            return None
        has_layer = brings_layer(entry)
        if found is not None and not has_layer:
            account.unchanged += 1
            self.revising.take_same(found, arrival)
            return None
        if found is None and self.revising.take_newer(arrival):
            account.updated += 1
            return None
        if found is not None and annotator is not None and entry.role == Role.MACHINE:
            if not self._is_news(entry, (found, annotator.id), account.sha256):
                account.unchanged += 1
                return None
        elif found is not None and annotator is not None:
            key = (found, annotator.id, entry.role)
            if (key in self._batch.placed or key in self._batch.layers) and not self._takes_over(entry, key):
                problem = self._layer_problem(entry, key, annotator)
                if problem is None:
                    account.unchanged += 1
                else:
                    account.rejected.append(Reject(entry.line, problem, "", entry.member))
                return None
        return Target(found, has_layer, flaws_of(entry))

    def added(self, item: Incoming) -> None:
        """Remember what was placed, for the members of the batch that follow."""
        entry = item.entry
        if item.is_new:
            fresh = KnownDocument(item.document_id, entry.id, entry.text_sha256, binned=False)
            self._batch.by_uid[entry.id] = fresh
            same = self._batch.by_sha.get(entry.text_sha256, ())
            self._batch.by_sha[entry.text_sha256] = (*same, fresh)
            if self._first_of_file is None:
                self._first_of_file = item.document_id
        if item.has_layer:
            self._batch.placed[item.document_id, item.annotator_id, entry.role] = entry
        if entry.role == Role.MACHINE:
            known = self._batch.proposed.setdefault((item.document_id, item.annotator_id), set())
            known.update(self._key_of(made) for made in entry.suggestions)

    def _document(self, arrival: Arrival) -> Message | int | None:
        """Return the known document that the entry is, None for a new one, or why it is neither."""
        entry = arrival.entry
        if entry.id in self._batch.gone:
            return message("document.removed-for-good", id=quoted(entry.id))
        known = self._batch.by_uid.get(entry.id)
        if known is None:
            return self._by_text(arrival)
        if known.binned:
            return message("document.in-bin", id=quoted(entry.id))
        # The id of a page is made of its bytes; its text may have been made of other lines since.
        if arrival.source is None and known.sha256 != entry.text_sha256:
            return message("document.text-differs", id=quoted(entry.id))
        return known.id

    def _by_text(self, arrival: Arrival) -> Message | int | None:
        entry = arrival.entry
        same = self._batch.by_sha.get(entry.text_sha256, ())
        in_use = [known for known in same if not known.binned]
        if arrival.source is not None and in_use:
            return in_use[0].id
        if in_use:
            # Lines of one file that have ids of their own are documents of their own, whatever their text.
            first = self._first_of_file
            elsewhere = [known for known in in_use if first is None or known.id < first]
            return elsewhere[0].id if len(elsewhere) == 1 else None
        return message("document.in-bin", id=quoted(same[0].uid)) if same else None

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
