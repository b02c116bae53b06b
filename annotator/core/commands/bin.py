"""User actions on the bin: a document put there is out of lists, counts, exports and agreement."""

from dataclasses import dataclass

from annotator.core.changes import Change, RowOp
from annotator.core.commands.spans import quoted
from annotator.core.commands.state import State
from annotator.core.messages import message


@dataclass(frozen=True, slots=True)
class BinDocuments:
    """Put documents into the bin; a step over the project, since they are no longer shown."""

    document_ids: tuple[int, ...]

    def run(self, state: State) -> Change | None:
        """Return the change, or None where all are there already."""
        return _moved(state, self.document_ids, state.now(), "step.document.bin")


@dataclass(frozen=True, slots=True)
class RestoreDocuments:
    """Take documents out of the bin."""

    document_ids: tuple[int, ...]

    def run(self, state: State) -> Change | None:
        """Return the change, or None where none is there."""
        return _moved(state, self.document_ids, "", "step.document.restore")


def _moved(state: State, document_ids: tuple[int, ...], binned_at: str, id_: str) -> Change | None:
    documents = [state.document(document_id) for document_id in document_ids]
    moved = [document for document in documents if bool(document.binned_at) != bool(binned_at)]
    if not moved:
        return None
    ops = tuple(
        RowOp("document", document.id, {"binned_at": document.binned_at}, {"binned_at": binned_at})
        for document in moved
    )
    return Change(message(id_, title=quoted(moved[0].title), count=len(moved)), ops)
