"""Pages of documents that are known: the same text from another file, or a new text at the same address."""

from collections.abc import Collection
from typing import Final
from urllib.parse import urlsplit

from annotator.app.documents.texts import plan
from annotator.app.imports.intake import Arrival
from annotator.app.session import Session
from annotator.core.changes import Change, Scalar
from annotator.core.commands.texts import AttachSource, NewText, Reason
from annotator.core.people import Annotator
from annotator.review.matching import is_similar
from annotator.review.skeleton import skeleton_text
from annotator.store import known
from annotator.store.database import Connection
from annotator.store.incoming import pack
from annotator.store.project import Project

# Below this the page at the address is another article: some outlets give all pages one address.
_LEAST_LIKENESS: Final = 0.5


class Revising:
    """Collects what an import brings for known documents, and makes it steps of their own when it is published."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._same: dict[int, list[Arrival]] = {}
        self._newer: dict[int, Arrival] = {}

    @property
    def waiting(self) -> bool:
        """Whether anything has been collected."""
        return bool(self._same or self._newer)

    def take_same(self, document_id: int, arrival: Arrival) -> None:
        """Take a page whose text a document has already: its bytes are kept beside it."""
        if arrival.source is not None:
            self._same.setdefault(document_id, []).append(arrival)

    def take_newer(self, arrival: Arrival) -> bool:
        """Take a page as the new text of the document at its address; False where it is another article."""
        url = arrival.entry.fields.get("url", "")
        if arrival.source is None or not _names_a_page(url):
            return False
        for document_id, text in known.texts_at(self._connection, url):
            if is_similar(skeleton_text(text), skeleton_text(arrival.entry.text), _LEAST_LIKENESS):
                self._newer[document_id] = arrival
                return True
        return False

    def steps(self, project: Project, annotator: Annotator) -> list[Change]:
        """Return the changes, each a step of its document; what is there already is none."""
        changes: list[Change | None] = []
        with project.in_worker() as opened:
            session = Session(opened, annotator)
            for document_id, arrivals in self._same.items():
                sources = [_source(document_id, arrival) for arrival in arrivals]
                changes.extend(AttachSource(document_id, source).run(session) for source in sources)
            for document_id, arrival in self._newer.items():
                changes.append(
                    plan(session, document_id, _new_text(document_id, arrival)).command.run(session)
                )
        return [change for change in changes if change is not None]

    def revised(self) -> Collection[int]:
        """Return the documents that get a new text."""
        return self._newer.keys()


def _new_text(document_id: int, arrival: Arrival) -> NewText:
    entry, source = arrival.entry, arrival.source
    lines = source.lines if source is not None else ()
    return NewText(Reason.RECRAWLED, entry.text, entry.zones, lines, source=_source(document_id, arrival))


def _source(document_id: int, arrival: Arrival) -> dict[str, Scalar]:
    source = arrival.source
    if source is None:
        return {}
    return {
        "document_id": document_id,
        "name": source.name,
        "kind": source.kind,
        "encoding": source.encoding,
        "sha256": source.sha256,
        "content": pack(source.content),
        "data": source.data,
    }


def _names_a_page(url: str) -> bool:
    """Tell whether an address is more than that of a whole site."""
    parts = urlsplit(url)
    return bool(parts.netloc and (parts.path.strip("/") or parts.query))
