"""The open project with the person at the keyboard: the one way a user action reaches the disk.

`do(command)` reads, commits, moves the history and only then tells the listeners, in this order; an error on
the way leaves database, history and screen as they were.
"""

import secrets
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime

from annotator.app.lexicon.lexicons import lexicon_of
from annotator.app.lexicon.taxonomies import taxonomy_of
from annotator.app.project.recent import Recent
from annotator.app.suggestions.meaning import Lists, Marked, read_marked
from annotator.core.changes import Change, Changes, Row, RowOp, Scalar
from annotator.core.commands.base import Command
from annotator.core.commands.state import Attached
from annotator.core.document import Document, TextVersion
from annotator.core.history import History
from annotator.core.labels import LabelSet
from annotator.core.layer import Layer
from annotator.core.people import Annotator
from annotator.core.span import Span
from annotator.core.values import Norm, ValueKind
from annotator.korean.suggestion import Reading
from annotator.store import furniture
from annotator.store.project import Project

Listener = Callable[[Changes], None]

_UID_BYTES = 8


def utc_now() -> str:
    """Return the time as UTC, RFC 3339 with Z, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Session:
    """An open project, its annotator, its histories and its listeners. Lives in one thread."""

    def __init__(self, project: Project, annotator: Annotator, *, clock: Callable[[], str] = utc_now) -> None:
        self.project = project
        self._annotator = annotator
        self._clock = clock
        self._labels = project.reading.label_set()
        self._histories: dict[int | None, History] = {}
        self._listeners: list[Listener] = []
        self._documents = Recent[Document](project.reading.document)
        self._texts = Recent[TextVersion](project.reading.text_version)
        self._layers = Recent[Layer | None](self._read_layer)

    # What commands may ask (annotator.core.commands.state.State).

    @property
    def annotator(self) -> Annotator:
        """The person at the keyboard."""
        return self._annotator

    @property
    def labels(self) -> LabelSet:
        """The project's label set."""
        return self._labels

    def now(self) -> str:
        """Return the time as UTC, RFC 3339 with Z."""
        return self._clock()

    def new_id(self, entity: str) -> int:
        """Return a row id for `entity` that was never used in this project."""
        return self.project.ids.new(entity)

    def new_uid(self) -> str:
        """Return a random id for files."""
        return secrets.token_hex(_UID_BYTES)

    def document(self, document_id: int) -> Document:
        """Return the document with that id."""
        return self._documents[document_id]

    def text_version(self, document_id: int) -> TextVersion:
        """Return the document's present text."""
        return self._texts[document_id]

    def layer(self, document_id: int) -> Layer | None:
        """Return the annotator's own layer on the document, or None where they have not begun."""
        return self._layers[document_id]

    def layers(self, document_id: int) -> Sequence[Layer]:
        """Return all layers of the document, of every annotator and role, oldest first."""
        return self.project.reading.layers(document_id)

    def attached(self, span_ids: Collection[int]) -> Attached:
        """Return the rows that hang on the spans."""
        return self.project.reading.attached(span_ids)

    def rows(self, entity: str, column: str, value: Scalar) -> Sequence[Row]:
        """Return the rows of a table whose column holds `value`, whole, by their ids, hidden imports included."""
        return self.project.reading.rows(entity, column, value)

    def outlet_lines(self, outlet: str, lines: Collection[str]) -> Mapping[str, Row]:
        """Return what is known of these lines of an outlet's pages, by line."""
        return furniture.rows_of(self.project.connection, outlet, lines)

    def reading(
        self, document_id: int, place: tuple[int, int, int], document_date: str | None = None
    ) -> Reading | None:
        """Return what rules read at `place` (start, end, label id), with what else it could be; None: nothing."""
        start, end, label_id = place
        label = self._labels.by_id(label_id)
        if label is None:
            return None
        day = self.document(document_id).document_date if document_date is None else document_date
        marked = Marked(self.text_version(document_id).text, start, end, label, day)
        return read_marked(marked, self._lists(label.kind))

    def _lists(self, kind: ValueKind) -> Lists:
        """Return the lists as they hold in this project, where a value of the kind is looked up in one."""
        connection = self.project.connection
        if kind is ValueKind.NAME:
            return Lists(lexicon=lexicon_of(connection))
        return Lists(taxonomy=taxonomy_of(connection)) if kind is ValueKind.CODE else Lists()

    def read_value(
        self, document_id: int, place: tuple[int, int, int], document_date: str | None = None
    ) -> Norm | None:
        """Return the value that rules read at `place` (start, end, label id); None where none is certain."""
        reading = self.reading(document_id, place, document_date)
        return None if reading is None else reading.norm

    # What a person does.

    def do(self, command: Command) -> Changes | None:
        """Carry out a user action: one transaction with its journal entry; None where there was nothing to do.

        UserError leaves everything as it was.
        """
        change = command.run(self)
        if change is None or not change.ops:
            return None
        history = self.history(change.document_id)
        earlier = history.mergeable(change.merge)
        if earlier is None:
            moved = history.did(self.project.apply(change, self._annotator.id))
        else:
            step = self.project.merge(earlier, change)
            moved = history.merged(step) if step is not None else history.vanished()
        return self._committed(change, moved)

    def undo(self, document_id: int | None) -> Changes | None:
        """Take back the last step of the document, or (None) of the project; None where there is none."""
        history = self.history(document_id)
        step = history.to_undo
        if step is None:
            return None
        return self._committed(self.project.undo(step), history.undid())

    def redo(self, document_id: int | None) -> Changes | None:
        """Bring back the step that was last taken back; None where there is none."""
        history = self.history(document_id)
        step = history.to_redo
        if step is None:
            return None
        return self._committed(self.project.redo(step), history.redid())

    def seal(self, document_id: int | None) -> None:
        """End a burst: the next change is a step of its own, whatever its merge key."""
        self._histories[document_id] = self.history(document_id).sealed()

    def history(self, document_id: int | None) -> History:
        """Return the history of one document, or (None) of the steps over the project."""
        if document_id not in self._histories:
            self._histories[document_id] = self.project.history(document_id)
        return self._histories[document_id]

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the notice of each commit; return what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def refresh(self, changes: Changes) -> None:
        """Forget what is in memory and tell the listeners: a worker has committed `changes`."""
        for kept in (self._documents, self._texts, self._layers):
            kept.clear()
        self._histories.clear()
        self._labels = self.project.reading.label_set()
        self._tell(changes)

    # What follows a commit.

    def _committed(self, change: Change, moved: History) -> Changes:
        self._histories[change.document_id] = moved
        self._take_in(change.ops)
        changes = Changes(change.ops, change.document_id)
        self._tell(changes)
        return changes

    def _tell(self, changes: Changes) -> None:
        for listener in tuple(self._listeners):
            listener(changes)

    def _take_in(self, ops: Iterable[RowOp]) -> None:
        """Bring what is in memory up to what was committed."""
        spans: list[RowOp] = []
        for op in ops:
            if op.entity == "span":
                spans.append(op)
            elif op.entity == "document":
                self._documents.drop(op.id)
                self._texts.drop(op.id)
            elif op.entity == "layer":
                self._drop_layer(op.id, op.after or op.before or {})
            elif op.entity == "import_run":
                # What an import has brought is shown or hidden as a whole.
                self._documents.clear()
                self._texts.clear()
                self._layers.clear()
            elif op.entity == "label":
                self._labels = self.project.reading.label_set()
            elif op.entity == "annotator" and op.id == self._annotator.id:
                self._annotator = self.project.reading.annotator(op.id)
        if spans:
            self._take_in_spans(spans)

    def _take_in_spans(self, ops: list[RowOp]) -> None:
        """Move the spans of the layers in memory; a layer just made or dropped is read anew when asked for."""
        for document_id, layer in self._layers.items():
            if layer is None:
                continue
            by_id = {span.id: span for span in layer.spans}
            put: dict[int, Span] = {}
            gone: set[int] = set()
            for op in ops:
                if op.after is None:
                    gone.add(op.id)
                elif op.before is None:
                    if op.after["layer_id"] == layer.head.id:
                        put[op.id] = Span.from_row(op.after)
                elif op.id in by_id:
                    put[op.id] = (put.get(op.id) or by_id[op.id]).changed(op.after)
            if put or gone & by_id.keys():
                self._layers.put(document_id, layer.with_spans(put.values(), gone))

    def _drop_layer(self, layer_id: int, row: Row) -> None:
        for document_id, layer in self._layers.items():
            if document_id == row.get("document_id") or (layer is not None and layer.head.id == layer_id):
                self._layers.drop(document_id)

    def _read_layer(self, document_id: int) -> Layer | None:
        return self.project.reading.layer(document_id, self._annotator.id)
