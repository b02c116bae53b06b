"""Comments in colleagues' layers, as an import brings them."""

from annotator.app.session import Session
from annotator.core.changes import Change, insert
from annotator.core.comment import Comment
from annotator.core.messages import message

AT = "2026-01-02T03:04:05Z"


def add_comment(
    session: Session, layer_id: int, author: str, text: str, *, span_id: int | None = None, to: str = "",
    resolved: bool = False,
) -> None:  # fmt: skip
    """Put a comment of `author` into a layer, on one of its spans or on the document."""
    comment = Comment(
        session.new_id("comment"), session.new_uid(), layer_id, span_id, author, to, AT, text, resolved
    )
    session.project.apply(
        Change(message("test.comment"), (insert("comment", comment.row()),)), session.annotator.id
    )
