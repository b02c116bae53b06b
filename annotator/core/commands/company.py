"""User actions on what keeps a span or a document company: comments, and labels of the whole document."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.core.changes import Change, Row, RowOp, delete, insert, update
from annotator.core.commands.base import own_layer, own_spans
from annotator.core.commands.spans import quoted
from annotator.core.commands.state import State
from annotator.core.comment import Comment
from annotator.core.errors import user_error
from annotator.core.messages import message


@dataclass(frozen=True, slots=True)
class WriteComment:
    """Write a comment as it is typed; what is typed in one burst is one step.

    `comment_id` None begins one on `span_id`, or on the document (None). A text without a letter takes the
    comment away again; "" for `to` is nobody in particular. Only the author changes a comment.
    """

    document_id: int
    comment_id: int | None
    text: str
    to: str = ""
    span_id: int | None = None
    burst: str = ""

    def run(self, state: State) -> Change | None:
        """Return the change, or None where nothing differs; UserError where the comment is another's, or gone."""
        merge = f"comment:{self.burst}" if self.burst else ""
        told = message("step.comment.write", text=quoted(self.text.strip()))
        if self.comment_id is None:
            ops = self._begun(state)
            return Change(told, tuple(ops), self.document_id, merge) if ops else None
        comment = own_comment(state, self.document_id, self.comment_id)
        if not self.text.strip():
            gone = message("step.comment.remove", text=quoted(comment.text))
            return Change(gone, (delete("comment", comment.row()),), self.document_id, merge)
        op = update("comment", comment.row(), replace(comment, text=self.text, to=self.to).row())
        return None if op is None else Change(told, (op,), self.document_id, merge)

    def _begun(self, state: State) -> list[RowOp]:
        if not self.text.strip():
            return []
        if self.span_id is not None:
            own_spans(state, self.document_id, (self.span_id,))
        layer, ops = own_layer(state, self.document_id)
        comment = Comment(
            id=state.new_id("comment"),
            uid=state.new_uid(),
            layer_id=layer.head.id,
            span_id=self.span_id,
            author=state.annotator.name,
            to=self.to,
            at=state.now(),
            text=self.text,
        )
        return [*ops, insert("comment", comment.row())]


@dataclass(frozen=True, slots=True)
class ResolveComment:
    """Say that a comment is dealt with, or open again: one of one's own layer, or one addressed to oneself."""

    document_id: int
    comment_id: int
    resolved: bool

    def run(self, state: State) -> Change | None:
        """Return the change, or None where it stays; UserError where the comment is none of one's business."""
        comment = known_comment(state, self.document_id, self.comment_id)
        layer = state.layer(self.document_id)
        own = layer is not None and comment.layer_id == layer.head.id
        if not own and not _addressed(comment, state.annotator.name):
            raise user_error("comment.not-yours")
        op = update("comment", comment.row(), replace(comment, resolved=self.resolved).row())
        if op is None:
            return None
        id_ = "step.comment.resolve" if self.resolved else "step.comment.reopen"
        return Change(message(id_, text=quoted(comment.text)), (op,), self.document_id)


@dataclass(frozen=True, slots=True)
class RemoveComment:
    """Take a comment of one's own away."""

    document_id: int
    comment_id: int

    def run(self, state: State) -> Change | None:
        """Return the change; UserError where the comment is another's, or gone."""
        comment = own_comment(state, self.document_id, self.comment_id)
        told = message("step.comment.remove", text=quoted(comment.text))
        return Change(told, (delete("comment", comment.row()),), self.document_id)


@dataclass(frozen=True, slots=True)
class AddDocumentLabel:
    """Give the document one more label: words on one line; one that it has already does nothing."""

    document_id: int
    label: str

    def run(self, state: State) -> Change | None:
        """Return the change that adds the label behind the others, beginning the layer where it is the first."""
        label = " ".join(self.label.split())
        if not label:
            return None
        layer, ops = own_layer(state, self.document_id)
        there = _document_labels(state, self.document_id)
        if any(row["label"] == label for row in there):
            return None
        position = 1 + max((_int(row["position"]) for row in there), default=-1)
        id_ = state.new_id("document_label")
        fresh: Row = {"id": id_, "layer_id": layer.head.id, "position": position, "label": label}
        told = message("step.document-label.add", label=quoted(label))
        return Change(told, (*ops, insert("document_label", fresh)), self.document_id)


@dataclass(frozen=True, slots=True)
class RemoveDocumentLabel:
    """Take a label of the document away."""

    document_id: int
    label: str

    def run(self, state: State) -> Change | None:
        """Return the change, or None where the document has no such label."""
        rows = [row for row in _document_labels(state, self.document_id) if row["label"] == self.label]
        if not rows:
            return None
        told = message("step.document-label.remove", label=quoted(self.label))
        return Change(told, tuple(delete("document_label", row) for row in rows), self.document_id)


def known_comment(state: State, document_id: int, comment_id: int) -> Comment:
    """Return the comment, of whichever layer of the document; UserError where it is gone."""
    rows = state.rows("comment", "id", comment_id)
    if not rows:
        raise user_error("comment.gone")
    comment = Comment.from_row(rows[0])
    layers = state.rows("layer", "id", comment.layer_id)
    if not layers or layers[0]["document_id"] != document_id:
        raise user_error("comment.gone")
    return comment


def own_comment(state: State, document_id: int, comment_id: int) -> Comment:
    """Return a comment that the annotator wrote in their own layer; UserError where it is another's, or gone."""
    comment = known_comment(state, document_id, comment_id)
    layer = state.layer(document_id)
    if layer is None or comment.layer_id != layer.head.id or comment.author != state.annotator.name:
        raise user_error("comment.not-yours")
    return comment


def renamed_in_comments(state: State, name: str) -> list[RowOp]:
    """Return the operations by which the comments in the annotator's own layers follow their new name."""
    before = state.annotator.name
    own = {row["id"] for row in state.rows("layer", "annotator_id", state.annotator.id)}
    rows = [row for row in state.rows("comment", "author", before) if row["layer_id"] in own]
    return [RowOp("comment", _int(row["id"]), {"author": before}, {"author": name}) for row in rows]


def _addressed(comment: Comment, name: str) -> bool:
    return bool(name) and comment.to == name


def _document_labels(state: State, document_id: int) -> Sequence[Row]:
    layer = state.layer(document_id)
    return () if layer is None else state.rows("document_label", "layer_id", layer.head.id)


def _int(value: object) -> int:
    if not isinstance(value, int):
        msg = "a row is named by its integer id"
        raise TypeError(msg)
    return value
