"""The undo history of one document, or of the project: pure, and moved only after the store has committed."""

from dataclasses import dataclass, replace

from annotator.core.messages import Message


@dataclass(frozen=True, slots=True)
class Step:
    """A committed change: its row in the journal, what it is called, when (UTC) and by whom it was made."""

    id: int
    message: Message
    at: str
    annotator_id: int
    document_id: int | None
    merge: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """The steps of one scope in order: `done` ends with the next to undo, `undone` with the next to redo."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    @property
    def to_undo(self) -> Step | None:
        """The step that undo would take back."""
        return self.done[-1] if self.done else None

    @property
    def to_redo(self) -> Step | None:
        """The step that redo would bring back."""
        return self.undone[-1] if self.undone else None

    def mergeable(self, key: str) -> Step | None:
        """Return the last step if a change with the merge key `key` continues it."""
        last = self.to_undo
        return last if key and last is not None and last.merge == key and not self.undone else None

    def did(self, step: Step) -> "History":
        """Return the history after a new step; what could be redone no longer can."""
        return History((*self.done, step))

    def merged(self, step: Step) -> "History":
        """Return the history after the last step took more in."""
        return History((*self.done[:-1], step))

    def vanished(self) -> "History":
        """Return the history without its last step, which came to nothing."""
        return History(self.done[:-1])

    def undid(self) -> "History":
        """Return the history after the last step was taken back."""
        return History(self.done[:-1], (*self.undone, self.done[-1]))

    def redid(self) -> "History":
        """Return the history after the last undone step was brought back."""
        return History((*self.done, self.undone[-1]), self.undone[:-1])

    def sealed(self) -> "History":
        """Return the history whose last step takes nothing more in."""
        if not self.done or not self.done[-1].merge:
            return self
        return History((*self.done[:-1], replace(self.done[-1], merge="")), self.undone)
