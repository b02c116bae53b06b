"""What keeps a document company: its comments as one person sees them, its labels, and the next open comment."""

import json
from bisect import bisect_right
from dataclasses import dataclass

from annotator.app.session import Session
from annotator.core.comment import Comment
from annotator.store import company


@dataclass(frozen=True, slots=True)
class SeenComment:
    """A comment in its place: `start`, `end` and `quote` of its span (code points), none on the document.

    `own`: in the annotator's own layer; `mine`: written by them; `to_me`: addressed to them.
    """

    comment: Comment
    own: bool
    mine: bool
    to_me: bool
    start: int | None
    end: int | None
    quote: str

    @property
    def order(self) -> tuple[int, str, int]:
        """The sort key: the document first, then by place, then by time."""
        return (-1 if self.start is None else self.start, self.comment.at, self.comment.id)


def seen_comments(session: Session, document_id: int) -> tuple[SeenComment, ...]:
    """Return the comments that concern the annotator: of their own layer, and those that address them elsewhere."""
    me = session.annotator
    rows = company.comments_of(session.project.connection, document_id, me.id)
    seen = []
    for row in rows:
        comment = Comment(*row[:8], bool(row.resolved))
        to_me = bool(me.name) and comment.to == me.name
        if row.own or to_me:
            mine = bool(row.own) and comment.author == me.name
            place = (row.start, row.end, row.quote or "")
            seen.append(SeenComment(comment, bool(row.own), mine, to_me, *place))
    return tuple(sorted(seen, key=lambda one: one.order))


def next_document_with_open(session: Session, document_id: int) -> int | None:
    """Return the next document after this one with an open comment that concerns the annotator, going round."""
    me = session.annotator
    ids = company.documents_with_open_comments(session.project.connection, me.id, me.name)
    others = tuple(id_ for id_ in ids if id_ != document_id)
    return others[bisect_right(others, document_id) % len(others)] if others else None


def document_labels(session: Session, document_id: int) -> tuple[str, ...]:
    """Return the labels that the annotator gave the document, in their order."""
    layer = session.layer(document_id)
    rows = () if layer is None else session.rows("document_label", "layer_id", layer.head.id)
    return tuple(str(row["label"]) for row in sorted(rows, key=lambda row: (row["position"], row["id"])))


def known_document_labels(session: Session) -> tuple[str, ...]:
    """Return the labels of documents that the project uses, the most used first."""
    return company.document_labels(session.project.connection)


def further_fields(session: Session, document_id: int) -> tuple[tuple[str, str], ...]:
    """Return what else the file of the document brought in `meta`, as (name, text)."""
    rows = session.rows("document", "id", document_id)
    further = json.loads(str(rows[0]["meta"])) if rows else {}
    return tuple((str(name), str(text)) for name, text in further.items())


def addressees(session: Session) -> tuple[str, ...]:
    """Return the names of the annotators of the project that a comment may be addressed to, oneself left out."""
    me = session.annotator
    names = (person.name for person in session.project.reading.annotators() if person.id != me.id)
    return tuple(dict.fromkeys(name for name in names if name))
