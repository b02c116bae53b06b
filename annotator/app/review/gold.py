"""The gold layer as it goes out: with its decisions, how far the review is, what is open, what it was made from."""

from collections.abc import Iterable, Iterator

from annotator.app.review.reviewing import Review, item_span, review_of
from annotator.app.session import Session
from annotator.core.decision import ReviewStatus, standing
from annotator.core.entry import Entry
from annotator.core.layer import Layer, Role
from annotator.review.entries import Telling, contents_of, entries_of
from annotator.store import giving


class Golden:
    """Completes the entries of gold layers of one project with what was decided there; read only."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._people = session.project.reading.annotators()
        self._open: dict[tuple[str, str], int] = {}

    @property
    def open(self) -> int:
        """How many items are undecided in what was completed."""
        return sum(self._open.values())

    def completed(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Pass entries on; those of gold layers are completed."""
        for entry in entries:
            if entry.role == Role.ADJUDICATOR:
                self._complete(entry)
            yield entry

    def _complete(self, entry: Entry) -> None:
        document_id = giving.documents_called(self._session.project.connection, [entry.id]).get(entry.id)
        if document_id is None:
            return
        layer = self._gold(document_id, entry.annotator_id)
        review = review_of(self._session, document_id)
        decisions = [d for d in review.decisions if layer is not None and d.layer_id == layer.head.id]
        if layer is None or not decisions:
            return
        telling = self.telling(review, layer)
        told = [telling.told(one) for decision in standing(decisions) for one in entries_of(decision)]
        entry.decisions = (*entry.decisions, *told)
        entry.open = len(review.open_items)
        entry.review_status = "" if review.status is ReviewStatus.NOT_STARTED else str(review.status)
        entry.inputs = entry.inputs or self.inputs(document_id)
        self._open[entry.id, entry.annotator_id] = entry.open

    def telling(self, review: Review, layer: Layer, shown: frozenset[str] | None = None) -> Telling:
        """Return what tells the decisions that fill a gold layer; `shown` are those (uid) whose names may be told."""
        keys = {label.id: label.key for label in self._session.labels.labels}
        return Telling(
            review.text,
            {person.uid: person.name or person.uid for person in self._people},
            {person.id: person.name or person.uid for person in self._people},
            contents_of((span.uid, item_span(span, keys)) for span in layer.spans),
            shown,
        )

    def inputs(self, document_id: int, annotator: str = "") -> tuple[dict[str, str], ...]:
        """Return from which files the layers came that were reviewed; of one annotator (uid), or all of them."""
        rows = giving.inputs_of(self._session.project.connection, document_id)
        return tuple(
            {"annotator": name or uid, "file_sha256": sha256, "version": version}
            for uid, name, sha256, version in rows
            if annotator in {"", uid}
        )

    def _gold(self, document_id: int, annotator: str) -> Layer | None:
        ids = {person.id for person in self._people if person.uid == annotator}
        found = [
            layer
            for layer in self._session.layers(document_id)
            if layer.head.role is Role.ADJUDICATOR and layer.head.annotator_id in ids
        ]
        return found[-1] if found else None
