"""Near-duplicates: found beside the work, not by comparing all pairs; what is done in one is proposed in others."""

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from annotator.app.jobs import Cancelled, Report, stop_if
from annotator.app.session import Session
from annotator.core.layer import Status
from annotator.core.suggestion import Suggestion
from annotator.review.anchoring import Fate, reanchor
from annotator.review.likeness import SCHEME, THRESHOLD, Sketch, likely_pairs, sketch
from annotator.review.matching import is_similar
from annotator.review.skeleton import SCHEME as SKELETON_SCHEME
from annotator.review.skeleton import skeleton_text
from annotator.review.tiers import skeleton_digest
from annotator.store import duplicates, skeletons
from annotator.store.database import Connection
from annotator.store.project import Project

if TYPE_CHECKING:
    from annotator.app.suggestions.suggesting import Subject

RULE: Final = "near-duplicate"
# Sketches are under this until their documents have been joined: what was cut off before is made again.
_NOT_JOINED: Final = f"{SCHEME} not joined"
_SCHEMES: Final = (SCHEME, _NOT_JOINED)
_BATCH: Final = 40
_PAUSE_SECONDS: Final = 0.004
# How many pairs in a row may turn out not to be alike, the likeliest first, before the rest is not looked at.
_FAILURES: Final = 8
_TITLE: Final = 40


class DuplicatesJob:
    """Sketches new texts and joins documents into groups; cancelled, it goes on where it was the next time.

    The digests of skeletons, by which a colleague's file finds its documents, are made along with it.
    """

    def __init__(self, project: Project) -> None:
        self._project = project

    def run(self, report: Report, cancelled: Cancelled) -> int:  # noqa: ARG002 - short, and nobody waits for it
        """Return how many documents were new to it."""
        connection = self._project.worker_connection()
        try:
            duplicates.forget(connection, _NOT_JOINED)
            fresh: set[int] = set()
            while not cancelled():
                found = duplicates.stale(connection, _SCHEMES, _BATCH)
                if not found:
                    break
                duplicates.keep(
                    connection, _NOT_JOINED, [(id_, version, sketch(text)) for id_, version, text in found]
                )
                fresh.update(id_ for id_, _version, _text in found)
                time.sleep(_PAUSE_SECONDS)
            while not cancelled() and (unread := list(skeletons.stale(connection, SKELETON_SCHEME, _BATCH))):
                digests = [(id_, version, skeleton_digest(text)) for id_, version, text in unread]
                skeletons.keep(connection, SKELETON_SCHEME, digests)
                time.sleep(_PAUSE_SECONDS)
            if fresh:
                _join(connection, fresh)
            return len(fresh)
        finally:
            connection.close()


def _join(connection: Connection, fresh: set[int]) -> None:
    """Put the fresh documents into groups with those that they are alike, by exact comparison of likely pairs."""
    sketches = {id_: Sketch(made) for id_, made in duplicates.sketches(connection, _SCHEMES).items()}
    group = duplicates.group_of(connection)
    changed: dict[int, int] = {}
    for id_, below in likely_pairs(sketches, fresh=fresh).items():
        failures = 0
        texts = duplicates.texts(connection, [id_, *below[: 4 * _FAILURES]])
        for other in below:
            if other not in texts or id_ not in texts or failures == _FAILURES:
                break
            if group.get(other) is not None and group.get(other) == group.get(id_):
                continue
            if not is_similar(skeleton_text(texts[other]), skeleton_text(texts[id_]), THRESHOLD):
                failures += 1
                continue
            failures = 0
            joined = min(group.get(other, other), group.get(id_, id_))
            gone = {group.get(other, other), group.get(id_, id_)} - {joined}
            members = {member for member, theirs in group.items() if theirs in gone} | {id_, other}
            for member in members:
                group[member] = changed[member] = joined
    duplicates.set_groups(connection, changed, sketched=(_NOT_JOINED, SCHEME))


def near_duplicates(session: Session, document_id: int) -> list[tuple[int, str]]:
    """Return the other documents of the document's group, by age: id and title."""
    return duplicates.others(session.project.connection, document_id)


class DuplicatesSuggester:
    """Proposes the spans that the annotator finished in a nearly identical document, where their words stand here."""

    id = "duplicates"

    def suggest(self, project: Project, subject: "Subject", cancelled: Cancelled) -> Iterator[Suggestion]:
        """Yield them, with the title of the document that they come from."""
        for document_id, title in duplicates.others(project.connection, subject.document_id):
            stop_if(cancelled)
            layer = project.reading.layer(document_id, subject.annotator_id)
            if layer is None or layer.head.status is not Status.DONE:
                continue
            theirs = project.reading.text_version(document_id).text
            # A group is a chain: its ends may be less alike than its neighbours.
            if not is_similar(skeleton_text(theirs), skeleton_text(subject.text), THRESHOLD):
                continue
            places = reanchor(theirs, subject.text, [(span.start, span.end) for span in layer.spans])
            for span, place in zip(layer.spans, places, strict=True):
                if place.kind in (Fate.SAME, Fate.MOVED):
                    yield Suggestion(
                        place.start,
                        place.end,
                        subject.text[place.start : place.end],
                        span.label_id,
                        span.norm,
                        rule=f"{RULE}:{title[:_TITLE].replace(':', ' ')}",
                    )
