"""What another text of its document does to decisions: they go along with the spans that they speak of."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from annotator.core.changes import RowOp, update
from annotator.core.commands.state import State
from annotator.core.decision import decisions_of, moved, places_of
from annotator.core.errors import user_error

Place = tuple[int, int]
_IN_THE_TEXT = ("start", "end", "snapshot", "result")


def decided_places(state: State, document_id: int) -> set[Place]:
    """Return the ranges (start, end) of all spans that decisions on the document speak of."""
    rows = state.rows("decision", "document_id", document_id)
    return {place for decision in decisions_of(rows, state.labels) for place in places_of(decision.made)}


def moved_decisions(state: State, document_id: int, moves: Mapping[Place, Place | None]) -> Iterator[RowOp]:
    """Yield what takes the document's decisions along; UserError where one was made since `moves` was worked out."""
    for row in state.rows("decision", "document_id", document_id):
        for decision in decisions_of([row], state.labels):
            if not places_of(decision.made) <= moves.keys():
                raise user_error("text.changed-since")
            after = replace(decision, made=moved(decision.made, moves)).row(state.labels)
            op = update("decision", row, {**row, **{name: after[name] for name in _IN_THE_TEXT}})
            if op is not None:
                yield op
