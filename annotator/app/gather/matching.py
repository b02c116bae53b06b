"""Which of the project's documents the texts of an import are, by id, by text, and by text but for its blanks."""

from collections.abc import Collection, Container, Sequence
from dataclasses import dataclass

from annotator.app.gather.questions import Away
from annotator.app.imports.intake import Arrival
from annotator.core.entry import Entry
from annotator.core.messages import Message, message
from annotator.core.text import digest
from annotator.core.validate import quoted
from annotator.review.skeleton import SCHEME
from annotator.review.tiers import Match, Tier, match, skeleton_digest
from annotator.store import duplicates, known, skeletons
from annotator.store.database import Connection
from annotator.store.known import KnownDocument, known_by_sha, known_by_uid, removed_for_good


@dataclass(frozen=True, slots=True)
class PutAway:
    """Where a document is that is not in use any more, and what is told of it."""

    where: Away
    told: Message


class Finder:
    """Finds the documents of one import; looks up a batch at a time.

    What this import has added so far is found too, by id and by text; by its skeleton only what was there before.
    """

    def __init__(self, connection: Connection, run_id: int) -> None:
        self._connection = connection
        self._run_id = run_id
        self._by_uid: dict[str, KnownDocument] = {}
        self._by_sha: dict[str, tuple[KnownDocument, ...]] = {}
        self._gone: frozenset[str] = frozenset()
        self._first_of_file: int | None = None
        self._fresh: dict[int, str] = {}
        self._at_hand = ("", "")
        self._others: dict[str, list[int]] | None = None
        self._is_empty = False

    def begin_file(self) -> None:
        """Say that what is looked for from now on comes from another file."""
        self._first_of_file = None

    def look_up(self, entries: Collection[Entry]) -> set[int]:
        """Look up a batch; return the documents that have an id or a text of it."""
        self._fresh.clear()
        for entry in entries:
            entry.text_sha256 = entry.text_sha256 or digest(entry.text)
        uids = {entry.id for entry in entries}
        self._by_uid = known_by_uid(self._connection, uids, run_id=self._run_id)
        self._by_sha = known_by_sha(
            self._connection, {entry.text_sha256 for entry in entries}, run_id=self._run_id
        )
        self._gone = removed_for_good(self._connection, uids)
        named = {document.id for document in self._by_uid.values()}
        return named | {document.id for group in self._by_sha.values() for document in group}

    def added(self, document_id: int, entry: Entry) -> None:
        """Remember a document that was made, for the members of the batch that follow."""
        self._fresh[document_id] = entry.text
        fresh = KnownDocument(document_id, entry.id, entry.text_sha256, binned=False)
        self._by_uid[entry.id] = fresh
        self._by_sha[entry.text_sha256] = (*self._by_sha.get(entry.text_sha256, ()), fresh)
        if self._first_of_file is None:
            self._first_of_file = document_id

    def sha_of(self, document: int) -> str:
        """Return the digest of the text of a document that was looked up, "" where it was found by its skeleton."""
        named = (*self._by_uid.values(), *(one for group in self._by_sha.values() for one in group))
        return next((one.sha256 for one in named if one.id == document), "")

    def known_as(self, uid: str) -> int | None:
        """Return the document with that id, whether or not the batch names it; one in the bin is none."""
        found = self._by_uid.get(uid) or known_by_uid(self._connection, [uid], run_id=self._run_id).get(uid)
        return None if found is None or found.binned else found.id

    def is_gone(self, uid: str) -> bool:
        """Tell whether a document with that id was removed for good."""
        return uid in self._gone

    def is_binned(self, document: int) -> bool:
        """Tell whether a document that was looked up lies in the bin."""
        named = (*self._by_uid.values(), *(one for group in self._by_sha.values() for one in group))
        return any(one.id == document and one.binned for one in named)

    def find(self, arrival: Arrival, wanted: Container[Away] = ()) -> Match | PutAway:
        """Return which document an arrival of the batch is, or that it is put away.

        What is put away in a way that is `wanted` is found like any other; what was removed for good is none then.
        """
        entry = arrival.entry
        self._at_hand = (entry.text, entry.text_sha256)
        own = self._by_uid.get(entry.id)
        if own is None and entry.id in self._gone and Away.GONE not in wanted:
            told = message("document.removed-for-good", id=quoted(entry.id))
            return PutAway(Away.GONE, told)
        same = self._by_sha.get(entry.text_sha256, ())
        binned = own if own is not None else same[0] if same and all(one.binned for one in same) else None
        if binned is not None and binned.binned:
            if Away.BIN not in wanted:
                return PutAway(Away.BIN, message("document.in-bin", id=quoted(binned.uid)))
            if own is None:
                return Match(Tier.HASH, (binned.id,))
        if arrival.source is not None:
            return self._of_page(own, same)
        if own is not None and own.sha256 == entry.text_sha256:
            return Match(Tier.EXACT, (own.id,))
        return match(entry.id if own is not None else "", entry.text, self)

    def _of_page(self, own: KnownDocument | None, same: Sequence[KnownDocument]) -> Match:
        # The id of a page is made of its bytes; its text may have been made of other lines since.
        if own is not None:
            return Match(Tier.EXACT, (own.id,))
        in_use = [document.id for document in same if not document.binned]
        return Match(Tier.HASH, (in_use[0],)) if in_use else Match(Tier.UNMATCHED)

    # The documents, as `annotator.review.tiers` asks for them.

    def of_id(self, uid: str) -> int | None:
        """Return the document that files call so."""
        known_one = self._by_uid.get(uid)
        return None if known_one is None else known_one.id

    def with_text(self, text: str) -> Sequence[int]:
        """Return the documents in use that have exactly this text, by age.

        Lines of one file that have ids of their own are documents of their own, whatever their text.
        """
        first = self._first_of_file
        return [
            document.id
            for document in self._by_sha.get(self._digest_of(text), ())
            if not document.binned and (first is None or document.id < first)
        ]

    def _digest_of(self, text: str) -> str:
        """Return the digest of a text; that of the entry at hand is known."""
        at_hand, sha256 = self._at_hand
        return sha256 if text is at_hand else digest(text)

    def with_skeleton(self, text: str) -> Sequence[int]:
        """Return the documents in use that were there before and differ from this text in blanks and the like alone."""
        if self._others is None:
            self._others = self._without_digest()
            self._is_empty = not known.has_documents(self._connection)
        if self._is_empty:
            return ()
        wanted = skeleton_digest(text)
        stored = skeletons.with_skeletons(self._connection, SCHEME, [wanted]).get(wanted, ())
        return sorted((*stored, *self._others.get(wanted, ())))

    def _without_digest(self) -> dict[str, list[int]]:
        """Return by their digests the documents of which none is stored: a worker does that after an import."""
        found: dict[str, list[int]] = {}
        for id_, _version, text in skeletons.stale(self._connection, SCHEME):
            found.setdefault(skeleton_digest(text), []).append(id_)
        return found

    def text(self, document: int) -> str:
        """Return a document's present text."""
        fresh = self._fresh.get(document)
        return duplicates.texts(self._connection, [document])[document] if fresh is None else fresh
