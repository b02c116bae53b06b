"""User actions on what the checks before "done" found: waving it off, which is remembered."""

from dataclasses import dataclass
from typing import Final

from annotator.core.changes import Change, Row, insert
from annotator.core.commands.spans import quoted
from annotator.core.commands.state import State
from annotator.core.folding import fold_term
from annotator.core.messages import Message, message
from annotator.core.preflight import Check

_STEPS: Final = {
    Check.JOSA: "step.waive.josa",
    Check.BRACKET: "step.waive.bracket",
    Check.UNLABELLED: "step.waive.unlabelled",
    Check.TWO_LABELS: "step.waive.two-labels",
    Check.NO_VALUE: "step.waive.no-value",
    Check.DATE_RANGE: "step.waive.date-range",
    Check.LINE_BREAK: "step.waive.line-break",
    Check.RECORD: "step.waive.record",
    Check.SUGGESTION: "step.waive.suggestion",
    Check.UNSURE: "step.waive.unsure",
}


@dataclass(frozen=True, slots=True)
class WaivedPlace:
    """A range of one document's text: code points, end exclusive; an empty one at 0 is the document itself."""

    document_id: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Waive:
    """Wave off a check: at one place while `text` stands there, for one string, or (neither) altogether.

    A place is a step on its document; a string and a whole check hold for all documents, and so are steps over
    the project.
    """

    check: Check
    text: str = ""
    place: WaivedPlace | None = None

    def run(self, state: State) -> Change | None:
        """Return the change that remembers it, or None where it is waved off like that already."""
        columns = self._columns()
        if any(_same(row, columns) for row in state.rows("waiver", "check_id", str(self.check))):
            return None
        row: Row = {"id": state.new_id("waiver"), **columns, "at": state.now()}
        document_id = None if self.place is None else self.place.document_id
        return Change(self._told(), (insert("waiver", row),), document_id)

    def _columns(self) -> Row:
        place = self.place
        return {
            "document_id": None if place is None else place.document_id,
            "check_id": str(self.check),
            "text": self.text,
            "start": None if place is None else place.start,
            "end": None if place is None else place.end,
        }

    def _told(self) -> Message:
        if self.place is not None:
            return message("step.waive.here", text=quoted(self.text))
        if self.text:
            return message("step.waive.string", text=quoted(self.text))
        return message(_STEPS[self.check])


def _same(row: Row, columns: Row) -> bool:
    return fold_term(str(row["text"])) == fold_term(str(columns["text"])) and all(
        row[name] == columns[name] for name in ("document_id", "start", "end")
    )
