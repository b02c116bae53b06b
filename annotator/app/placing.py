"""Where an entry belongs: a new document, a layer on one that is known, or nowhere, with the reason."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.app.intake import Arrival, FileAccount
from annotator.core.clusters import has_edges_everywhere, is_edge
from annotator.core.entry import Entry, Reject
from annotator.core.layer import Layer
from annotator.core.messages import Message, message
from annotator.core.text import digest
from annotator.store.database import Connection
from annotator.store.incoming import Incoming
from annotator.store.known import (
    KnownDocument,
    KnownLayer,
    known_by_sha,
    known_by_uid,
    known_layers,
    removed_for_good,
)
from annotator.store.reading import Reading

CUT_CLUSTER = "cluster"


@dataclass(frozen=True, slots=True)
class Target:
    """Where an entry goes: a known document, or (None) a new one; whether it brings a layer; its spans' flaws."""

    document_id: int | None
    has_layer: bool
    flaws: Mapping[str, str] = field(default_factory=dict)


class Placing:
    """Finds the place of each entry of one import; looks up a batch at a time."""

    def __init__(self, connection: Connection, run_id: int) -> None:
        self._connection = connection
        self._run_id = run_id
        self._reading = Reading(connection)
        self._by_uid: dict[str, KnownDocument] = {}
        self._by_sha: dict[str, tuple[KnownDocument, ...]] = {}
        self._layers: dict[tuple[int, int, str], KnownLayer] = {}
        self._gone: frozenset[str] = frozenset()
        # Documents and layers that this import has added, which the project does not show yet.
        self._new_documents: dict[str, tuple[int, str]] = {}
        self._new_layers: set[tuple[int, int, str]] = set()

    def known_to(self, batch: Sequence[Arrival]) -> Iterator[Arrival]:
        """Look up what the project knows of a batch, then yield its members."""
        uids = {arrival.entry.id for arrival in batch}
        for arrival in batch:
            arrival.entry.text_sha256 = arrival.entry.text_sha256 or digest(arrival.entry.text)
        self._by_uid = known_by_uid(self._connection, uids)
        self._by_sha = known_by_sha(self._connection, {arrival.entry.text_sha256 for arrival in batch})
        self._gone = removed_for_good(self._connection, uids)
        documents = {known.id for known in self._by_uid.values()}
        documents |= {known.id for group in self._by_sha.values() for known in group}
        self._layers = known_layers(self._connection, documents) if documents else {}
        yield from batch

    def target(
        self, arrival: Arrival, annotator_id: int, labels: Mapping[str, int], account: FileAccount
    ) -> Target | None:
        """Return the place of an entry, or None where it is not taken; the account says why."""
        entry = arrival.entry
        has_layer = _brings_layer(entry)
        problem, document_id = self._document(arrival)
        if problem is not None:
            account.rejected.append(Reject(entry.line, problem, "", entry.member))
            return None
        if document_id is None:
            return Target(None, has_layer, flaws_of(entry))
        if not has_layer:
            account.unchanged += 1
            return None
        key = (document_id, annotator_id, entry.role)
        if key in self._new_layers:
            account.rejected.append(Reject(entry.line, message("layer.twice"), "", entry.member))
            return None
        known = self._layers.get(key)
        if known is None:
            return Target(document_id, has_layer=True, flaws=flaws_of(entry))
        problem = self._layer_problem(entry, known, labels)
        if problem is None:
            account.unchanged += 1
        else:
            account.rejected.append(Reject(entry.line, problem, "", entry.member))
        return None

    def _document(self, arrival: Arrival) -> tuple[Message | None, int | None]:
        """Return what is wrong, or the known document that the entry is, None for a new one."""
        entry = arrival.entry
        if entry.id in self._gone:
            return message("document.removed-for-good", id=entry.id), None
        here = self._new_documents.get(entry.id)
        if here is not None:
            return (None, here[0]) if here[1] == entry.text_sha256 else (_differs(entry), None)
        known = self._by_uid.get(entry.id)
        if known is not None:
            return (None, known.id) if known.sha256 == entry.text_sha256 else (_differs(entry), None)
        same = [document for document in self._by_sha.get(entry.text_sha256, ()) if not document.binned]
        if arrival.source is not None:
            return None, same[0].id if same else None
        # Exactly one of ours with this text is the same article under another id (`review.md`, 9, hash).
        return None, same[0].id if len(same) == 1 else None

    def _layer_problem(self, entry: Entry, known: KnownLayer, labels: Mapping[str, int]) -> Message | None:
        """Return why a layer that is here already is not taken; None where it is the same."""
        revisions = [uid for uid, _parent in known.revisions]
        if entry.revision and entry.revision == (revisions[-1] if revisions else ""):
            return None
        if entry.revision and entry.revision in revisions:
            return message("layer.older", annotator=entry.annotator)
        ours = next((x for x in self._reading.layers(known.document_id) if x.head.id == known.id), None)
        if ours is not None and _marks(entry, labels) == _our_marks(ours):
            return None
        return message("layer.exists", annotator=entry.annotator)

    def added(self, item: Incoming) -> None:
        """Remember what this import adds, for the lines that follow."""
        if item.is_new:
            self._new_documents[item.entry.id] = (item.document_id, item.entry.text_sha256)
        if item.has_layer:
            self._new_layers.add((item.document_id, item.annotator_id, item.entry.role))


def _brings_layer(entry: Entry) -> bool:
    """Tell whether a line is somebody's layer, or only a document."""
    said = entry.annotator or entry.annotator_id or entry.status != "new"
    held = entry.spans or entry.suggestions or entry.records or entry.comments or entry.doc_labels
    return bool(said or held or entry.decisions)


def _differs(entry: Entry) -> Message:
    return message("document.text-differs", id=entry.id)


def _marks(entry: Entry, labels: Mapping[str, int]) -> set[tuple[object, ...]]:
    return {(s.start, s.end, labels.get(s.label), s.norm, s.note, s.unsure) for s in entry.spans}


def _our_marks(layer: Layer) -> set[tuple[object, ...]]:
    return {(s.start, s.end, s.label_id, s.norm, s.note, s.unsure) for s in layer.spans}


def flaws_of(entry: Entry) -> dict[str, str]:
    """Return, by span id, what imported spans are kept with: an end inside a cluster. They are never moved."""
    if has_edges_everywhere(entry.text):
        return {}
    return {span.id: CUT_CLUSTER for span in entry.spans if _cuts(entry.text, (span.start, span.end))}


def _cuts(text: str, ends: Iterable[int]) -> bool:
    return not all(is_edge(text, end) for end in ends)
